//! Which signals are listed, in which order, and the statements that find them.
//!
//! Each way in which a signal can be among those asked for is a search of its own, which walks an
//! index in the order of the list. What could be found in several ways is found in the first of
//! them alone, so that searches can be merged and counted.

use crate::domain::codes::{AreaId, CodeEnum as _, OrganisationId, TopicId, code_enum};
use crate::domain::event::Basis;
use crate::domain::signal_state::State;
use crate::domain::time::{Day, Moment};
use crate::register::database::SqlValue;
use crate::register::dialect;

code_enum! {
    /// The order of a list.
    Sort {
        /// Those whose senders wait for feedback, then those that wait for confirmation, each
        /// oldest promise first; then what has ended, newest first.
        Due = "due",
        /// Newest first.
        Reported = "reported",
        /// Longest without a step first.
        Last = "last",
        /// By owner.
        Owner = "owner",
        /// By sender.
        Sender = "sender",
        /// By area; not known last.
        Area = "area",
        /// Most urgent first.
        Urgency = "urgency",
    }
}

/// Which signals are listed. What is left empty does not limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// In one of these states.
    pub states: Vec<State>,
    /// Owned by this organisation.
    pub owner: Option<OrganisationId>,
    /// Sent by this organisation.
    pub sender: Option<OrganisationId>,
    /// In one of these areas; the caller adds the areas inside them.
    pub areas: Vec<AreaId>,
    /// About one of these topics; the caller adds the topics under them.
    pub topics: Vec<TopicId>,
    /// With a promise that ran until before this day and is still open.
    pub late_on: Option<Day>,
    /// Reported at this moment or later.
    pub since: Option<Moment>,
    /// Decided by the map on this ground.
    pub basis: Option<Basis>,
    /// Waiting for this organisation on this day: see [`crate::domain::pending_step`].
    pub waiting_for: Option<(OrganisationId, Day)>,
    /// Without a step at this moment or later.
    pub silent_since: Option<Moment>,
    /// In this order.
    pub sort: Sort,
    /// No more than so many.
    pub limit: Option<u32>,
}

impl Default for Filter {
    /// The signals whose senders wait for feedback.
    fn default() -> Self {
        Self {
            states: State::UNANSWERED.to_vec(),
            owner: None,
            sender: None,
            areas: Vec::new(),
            topics: Vec::new(),
            late_on: None,
            since: None,
            basis: None,
            waiting_for: None,
            silent_since: None,
            sort: Sort::Due,
            limit: None,
        }
    }
}

/// A statement with its parameters.
pub(super) type FilterSql = (String, Vec<SqlValue<'static>>);

/// One search for signals: in these states, which are one phase or a part of it, and waiting in this
/// way.
#[derive(Debug, Clone)]
struct Search {
    states: Vec<State>,
    /// `None` when it need not wait for anybody.
    way: Option<Way>,
}

/// In which way a signal can wait for an organisation; each leaves out what those before it find.
#[derive(Debug, Clone, Copy)]
enum Way {
    /// Not answered, and the organisation owns it.
    Owned,
    /// Not answered, and the organisation was asked to take it over.
    Proposed,
    /// Not answered, and the organisation was asked something.
    Asked,
    /// Answered, and the organisation sent it.
    Sent,
    /// Answered, not confirmed in time, and the organisation owns it.
    OwnedTooLong,
    /// Answered, not confirmed in time, and the organisation coordinates it.
    CoordinatedTooLong,
    /// Answered, and the organisation was asked something.
    AskedSince,
}

code_enum! {
    /// States that are listed in one go, in the order of a list.
    Group {
        /// The sender waits for feedback.
        Unanswered = "unanswered",
        /// The sender has it, and has not said whether it is right.
        Answered = "answered",
        /// It is done, or was taken back.
        Ended = "ended",
    }
}

impl Group {
    fn of(state: State) -> Self {
        match state {
            State::Offered | State::Accepted => Group::Unanswered,
            State::Answered => Group::Answered,
            State::Closed | State::Withdrawn => Group::Ended,
        }
    }

    fn order(self) -> &'static str {
        match self {
            Group::Unanswered | Group::Answered => "due, seq",
            Group::Ended => "seq DESC",
        }
    }

    /// In which ways one of them can wait for an organisation.
    fn waiting(self) -> &'static [Way] {
        match self {
            Group::Unanswered => &[Way::Owned, Way::Proposed, Way::Asked],
            Group::Answered => &[
                Way::Sent,
                Way::OwnedTooLong,
                Way::CoordinatedTooLong,
                Way::AskedSince,
            ],
            Group::Ended => &[],
        }
    }
}

impl Filter {
    /// The statements that list these columns of what the filter lets through, one after the other
    /// in the order of the list. The columns of the order, `seq` and `due` among them, must be
    /// there. The last parameter of each, which the caller adds, is the limit.
    pub(super) fn listing(&self, columns: &str) -> Vec<FilterSql> {
        let select = format!("SELECT {columns} FROM signal");
        let by_promise = format!("{}, seq", dialect::nothing_first("due"));
        let order = match self.sort {
            Sort::Due => {
                let of_group = |group: &Group| {
                    self.all_of(&select, &self.searches_of(*group), |found| {
                        format!("{found} ORDER BY {}", group.order())
                    })
                };
                return Group::ALL.iter().filter_map(of_group).collect();
            }
            Sort::Reported => "reported_at DESC, seq DESC".to_owned(),
            Sort::Last => "last_at, seq".to_owned(),
            Sort::Owner => format!("owner, {by_promise}"),
            Sort::Sender => format!("sender, {by_promise}"),
            Sort::Area => format!("{}, {by_promise}", dialect::nothing_last("area")),
            Sort::Urgency => format!(
                "CASE urgency WHEN 'acute' THEN 1 WHEN 'urgent' THEN 2 WHEN 'normal' THEN 3 ELSE 4 END, \
                 {by_promise}"
            ),
        };
        let searches: Vec<Search> = Group::ALL
            .iter()
            .flat_map(|group| self.searches_of(*group))
            .collect();
        self.all_of(&select, &searches, |found| {
            format!("SELECT * FROM ({found}) AS found ORDER BY {order}")
        })
        .into_iter()
        .collect()
    }

    /// The statements that together select this of each signal that the filter lets through, once,
    /// in no order.
    pub(super) fn selecting(&self, select: &str) -> Vec<FilterSql> {
        let one = |search| {
            let mut with = Parameters::default();
            (
                format!("{select} WHERE {}", self.conditions(&search, &mut with)),
                with.0,
            )
        };
        Group::ALL
            .iter()
            .flat_map(|group| self.searches_of(*group))
            .map(one)
            .collect()
    }

    /// The searches in one statement, put in order; `None` without a search.
    fn all_of(
        &self,
        select: &str,
        searches: &[Search],
        ordered: impl Fn(String) -> String,
    ) -> Option<FilterSql> {
        let mut with = Parameters::default();
        let found: Vec<String> = searches
            .iter()
            .map(|search| format!("{select} WHERE {}", self.conditions(search, &mut with)))
            .collect();
        let limit = with.0.len() + 1;
        (!found.is_empty()).then(|| {
            (
                format!("{} LIMIT ${limit}", ordered(found.join(" UNION ALL "))),
                with.0,
            )
        })
    }

    /// The searches that find what the filter lets through of these states.
    fn searches_of(&self, group: Group) -> Vec<Search> {
        let of_group = State::ALL.iter().copied();
        let asked: Vec<State> = of_group
            .filter(|state| Group::of(*state) == group && self.states.contains(state))
            .collect();
        let ways: Vec<Option<Way>> = if self.waiting_for.is_some() {
            group.waiting().iter().copied().map(Some).collect()
        } else {
            vec![None]
        };
        let of_states: Vec<Vec<State>> = match asked.as_slice() {
            [] => vec![],
            // What has ended is in order within each of its states alone: each is walked, and the
            // walks are merged.
            _ if group == Group::Ended => asked.iter().map(|state| vec![*state]).collect(),
            _ => vec![asked],
        };
        of_states
            .iter()
            .flat_map(|states| {
                ways.iter().map(|way| Search {
                    states: states.clone(),
                    way: *way,
                })
            })
            .collect()
    }

    fn conditions(&self, search: &Search, with: &mut Parameters) -> String {
        let Self {
            states: _,
            owner,
            sender,
            areas,
            topics,
            late_on,
            since,
            basis,
            waiting_for,
            silent_since,
            sort: _,
            limit: _,
        } = self;
        let mut all = match search.states.as_slice() {
            [] => vec![],
            [only] => vec![dialect::stands(*only)],
            [any, ..] => vec![dialect::in_phase(*any).to_owned()],
        };
        all.extend(
            owner
                .as_ref()
                .map(|owner| format!("owner = {}", with.place(owner))),
        );
        all.extend(
            sender
                .as_ref()
                .map(|sender| format!("sender = {}", with.place(sender))),
        );
        if !areas.is_empty() {
            let places: Vec<String> = areas.iter().map(|area| with.place(area)).collect();
            all.push(format!("area IN ({})", places.join(", ")));
        }
        if !topics.is_empty() {
            let about: Vec<String> = topics
                .iter()
                .map(|topic| with.holds("topics", topic.as_str()))
                .collect();
            all.push(format!("({})", about.join(" OR ")));
        }
        all.extend(late_on.map(|day| format!("due < {}", with.place(day))));
        all.extend(since.map(|moment| format!("reported_at >= {}", with.place(moment))));
        all.extend(basis.map(|basis| format!("basis = {}", with.place(basis))));
        all.extend(silent_since.map(|moment| format!("last_at < {}", with.place(moment))));
        if let (Some(way), Some((organisation, today))) = (search.way, waiting_for) {
            all.push(way.condition(organisation, *today, with));
        }
        all.join(" AND ")
    }
}

impl Way {
    fn condition(self, organisation: &OrganisationId, today: Day, with: &mut Parameters) -> String {
        let who = with.place(organisation);
        match self {
            Way::Owned => format!("owner = {who}"),
            Way::Proposed => format!("proposed = {who} AND owner <> {who}"),
            Way::Asked => {
                let asked = dialect::is_asked(&who);
                format!("{asked} AND owner <> {who} AND (proposed IS NULL OR proposed <> {who})")
            }
            Way::Sent => format!("sender = {who}"),
            Way::OwnedTooLong => format!(
                "owner = {who} AND due < {} AND sender <> {who}",
                with.place(today)
            ),
            Way::CoordinatedTooLong => {
                format!(
                    "coordinator = {who} AND due < {} AND owner <> {who} AND sender <> {who}",
                    with.place(today)
                )
            }
            Way::AskedSince => {
                let (asked, today) = (dialect::is_asked(&who), with.place(today));
                let before = format!(
                    "sender <> {who} AND NOT (due < {today} AND (owner = {who} OR coordinator = {who}))"
                );
                format!("{asked} AND {before}")
            }
        }
    }
}

/// The parameters of a statement; one that occurs again has the same number.
#[derive(Debug, Default)]
struct Parameters(Vec<SqlValue<'static>>);

impl Parameters {
    fn place(&mut self, value: impl std::fmt::Display) -> String {
        let value = SqlValue::of(value);
        let at = self
            .0
            .iter()
            .position(|known| *known == value)
            .unwrap_or_else(|| {
                self.0.push(value);
                self.0.len() - 1
            });
        format!("${}", at + 1)
    }

    /// That a column of codes with a space between them holds this one.
    fn holds(&mut self, column: &str, code: &str) -> String {
        dialect::holds(column, &self.place(format!("% {code} %")))
    }
}
