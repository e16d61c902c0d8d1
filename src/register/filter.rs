//! Which signals are listed, in which order, and the statements that find them.
//!
//! Each way in which a signal can match is a search of its own, which walks an index in the order
//! of the list. A signal that matches in several ways is found by the first search only, so
//! searches can be merged and counted.

use crate::domain::access::Reader;
use crate::domain::codes::{AreaId, CodeEnum as _, TopicId, code_enum};
use crate::domain::event::Basis;
use crate::domain::organisation_codes::OrganisationCodes;
use crate::domain::signal_state::State;
use crate::domain::time::{Day, Moment};
use crate::register::codes_in_use::CodesInUse;
use crate::register::database::SqlValue;
use crate::register::dialect;
pub(in crate::register) use crate::register::filter::parameters::Parameters;
use crate::register::filter::reader_part::ReaderPart;
use crate::register::filter::wait_reason::WaitReason;

mod parameters;
mod reader_part;
mod wait_reason;

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

/// Which signals are listed. An empty field does not limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// In one of these states.
    pub states: Vec<State>,
    /// Owned by this organisation.
    pub owner: Option<OrganisationCodes>,
    /// Sent by this organisation.
    pub sender: Option<OrganisationCodes>,
    /// In one of these areas; the caller adds the areas inside them.
    pub areas: Vec<AreaId>,
    /// About one of these topics; the caller adds the topics under them.
    pub topics: Vec<TopicId>,
    /// With an open promise whose last day was before this day.
    pub late_on: Option<Day>,
    /// Reported at this moment or later.
    pub since: Option<Moment>,
    /// Decided by the map on this ground.
    pub basis: Option<Basis>,
    /// Waiting for this organisation on this day: see [`crate::domain::pending_step`].
    pub waiting_for: Option<(OrganisationCodes, Day)>,
    /// Without a step at this moment or later.
    pub silent_since: Option<Moment>,
    /// Owned by one of these organisations, in one of these areas or about one of these topics.
    pub concerning: Option<CodesInUse>,
    /// That this reader may know of, by what it may know of them; `None` for a job that needs all.
    pub reader: Option<Reader>,
    /// Whether signals of colleagues are found of which the reader may know number, state and days
    /// alone. A filter that looks at more never finds them.
    pub of_colleagues: bool,
    pub sort: Sort,
    /// At most this many.
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
            concerning: None,
            reader: None,
            of_colleagues: false,
            sort: Sort::Due,
            limit: None,
        }
    }
}

/// A statement with its parameters.
pub(super) type FilterSql = (String, Vec<SqlValue<'static>>);

/// One search for signals.
#[derive(Debug, Clone)]
struct Search {
    group: Group,
    /// One phase or a part of it; never empty.
    states: Vec<State>,
    /// Why the signal waits for the organisation of the filter, if that is how it is searched for.
    reason: Option<WaitReason>,
    /// What part the reader has in the signal, if that is how it is searched for.
    part: Option<ReaderPart>,
}

code_enum! {
    /// States that are listed together, in the order of a list.
    Group {
        /// The sender waits for feedback.
        Unanswered = "unanswered",
        /// The sender has feedback and has not said whether it is right.
        Answered = "answered",
        /// Closed or withdrawn.
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
}

impl Filter {
    /// The statements that list `columns` of what the filter lets through; their results follow one
    /// another in the order of the list. `columns` include those of the order, `seq` and `due`.
    /// The caller adds the last parameter of each: the limit.
    pub(super) fn listing(&self, columns: &str) -> Vec<FilterSql> {
        let by_promise = format!("{}, seq", dialect::nulls_first("due"));
        let order = match self.sort {
            Sort::Due => return self.listing_by_promise(columns),
            Sort::Reported => format!("{} DESC, seq DESC", self.known("reported_at")),
            // When something last happened may not be known of each.
            Sort::Last => {
                let last_at = self.known("CASE WHEN as_reported IS NULL THEN last_at END");
                format!("as_reported IS NOT NULL, {last_at}, seq")
            }
            Sort::Owner => format!("{}, {by_promise}", self.known("owner")),
            Sort::Sender => format!("sender, {by_promise}"),
            Sort::Area => {
                let area = dialect::nulls_last(&self.known("area"));
                format!("{area}, {by_promise}")
            }
            Sort::Urgency => {
                let urgency = self.known(
                    "CASE urgency WHEN 'acute' THEN 1 WHEN 'urgent' THEN 2 WHEN 'normal' THEN 3 ELSE 4 END",
                );
                format!("{urgency}, {by_promise}")
            }
        };
        let order = if self.is_of_apart_reader() {
            format!("of_colleague, {order}")
        } else {
            order
        };
        let listing = self.union(columns, &self.searches()).map(|(found, with)| {
            let limit = with.len() + 1;
            let sql = format!("SELECT * FROM ({found}) AS found ORDER BY {order} LIMIT ${limit}");
            (sql, with)
        });
        listing.into_iter().collect()
    }

    /// What a list is ordered by, of signals of which the reader may know it: the order of the others
    /// would tell it.
    fn known(&self, key: &str) -> String {
        if self.is_of_apart_reader() {
            format!("CASE WHEN of_colleague = 'no' THEN {key} END")
        } else {
            key.to_owned()
        }
    }

    fn listing_by_promise(&self, columns: &str) -> Vec<FilterSql> {
        let mut listing = Vec::new();
        for group in Group::ALL {
            if let Some((found, with)) = self.union(columns, &self.searches_of(*group)) {
                let limit = with.len() + 1;
                let sql = format!("{found} ORDER BY {} LIMIT ${limit}", group.order());
                listing.push((sql, with));
            }
        }
        listing
    }

    /// `select` with where the signals stand and the conditions of the filter: statements that
    /// together find each signal once, in no order.
    pub(super) fn selecting(&self, select: &str) -> Vec<FilterSql> {
        let mut statements = Vec::new();
        for search in self.searches() {
            let mut with = Parameters::default();
            let from = search.from();
            let conditions = self.conditions(&search, &mut with);
            statements.push((format!("{select} {from} WHERE {conditions}"), with.0));
        }
        statements
    }

    /// All searches in one statement; `None` without a search.
    fn union(&self, columns: &str, searches: &[Search]) -> Option<FilterSql> {
        let mut with = Parameters::default();
        let mut found = Vec::new();
        for search in searches {
            let from = search.from();
            let columns = self.columns(columns, search, &mut with);
            let conditions = self.conditions(search, &mut with);
            found.push(format!("SELECT {columns} {from} WHERE {conditions}"));
        }
        (!found.is_empty()).then(|| (found.join(" UNION ALL "), with.0))
    }

    fn searches(&self) -> Vec<Search> {
        let groups = Group::ALL.iter();
        groups.flat_map(|group| self.searches_of(*group)).collect()
    }

    fn searches_of(&self, group: Group) -> Vec<Search> {
        let wanted: Vec<State> = State::ALL
            .iter()
            .copied()
            .filter(|state| Group::of(*state) == group && self.states.contains(state))
            .collect();
        let state_sets: Vec<Vec<State>> = match wanted.as_slice() {
            [] => vec![],
            // The index orders ended signals within each state; the walks are merged.
            _ if group == Group::Ended => wanted.iter().map(|state| vec![*state]).collect(),
            _ => vec![wanted],
        };
        let mut searches = Vec::new();
        for states in &state_sets {
            let search = Search {
                group,
                states: states.clone(),
                reason: None,
                part: None,
            };
            let parts = self.parts(group);
            if !parts.is_empty() {
                searches.extend(parts.iter().map(|part| Search {
                    part: Some(*part),
                    ..search.clone()
                }));
            } else if self.waiting_for.is_some() {
                searches.extend(group.wait_reasons().iter().map(|reason| Search {
                    reason: Some(*reason),
                    ..search.clone()
                }));
            } else {
                searches.push(search);
            }
        }
        searches
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
            concerning,
            reader: _,
            of_colleagues,
            sort: _,
            limit: _,
        } = self;
        let known = self.knowledge(search);
        let looks_at_more = owner.is_some()
            || !areas.is_empty()
            || !topics.is_empty()
            || since.is_some()
            || basis.is_some()
            || waiting_for.is_some()
            || silent_since.is_some()
            || concerning.is_some();
        let [phase, due] = search.phase_and_due();
        let mut all = match search.states.as_slice() {
            [] => vec![],
            [only] => vec![dialect::has_state(*only, phase, due)],
            [any, ..] => vec![dialect::in_phase(*any, phase, due)],
        };
        all.extend(self.part_condition(search, with));
        if looks_at_more || !of_colleagues {
            all.extend(known.not_of_colleague(with));
        }
        all.extend(owner.as_ref().map(|owner| with.who(owner).is("owner")));
        all.extend(sender.as_ref().map(|sender| with.who(sender).is("sender")));
        if !areas.is_empty() {
            let area = known.first("area", "facts", with);
            all.push(with.one_of(&area, areas));
        }
        if !topics.is_empty() {
            let about = known.first("topics", "event", with);
            all.push(format!("({})", about_one_of(&about, topics, with)));
        }
        all.extend(with.condition(&format!("{due} <"), late_on.as_ref()));
        all.extend(with.condition("reported_at >=", since.as_ref()));
        if let Some(basis) = basis {
            let known = known.first("basis", "event", with);
            all.push(format!("{known} = {}", with.place(basis)));
        }
        if let Some(since) = silent_since {
            all.push(format!("last_at < {}", with.place(since)));
            all.extend(known.all(with));
        }
        if let Some(codes) = concerning {
            all.push(concerns(codes, with));
            all.extend(known.all(with));
        }
        if let Some((organisation, today)) = waiting_for {
            let reasons = match &search.reason {
                Some(reason) => std::slice::from_ref(reason),
                None => search.group.wait_reasons(),
            };
            let mut any = reasons
                .iter()
                .map(|reason| reason.condition(organisation, *today, with));
            match (any.next(), search.reason) {
                (Some(only), Some(_)) => all.push(only),
                (first, _) => {
                    let any: Vec<String> = first.into_iter().chain(any).collect();
                    all.push(if any.is_empty() {
                        "FALSE".to_owned()
                    } else {
                        format!("({})", any.join(" OR "))
                    });
                }
            }
            if !self.reads_as(organisation) {
                all.extend(known.all(with));
            }
        }
        all.join(" AND ")
    }
}

/// The condition that a signal has one of these codes.
fn concerns(codes: &CodesInUse, with: &mut Parameters) -> String {
    let CodesInUse {
        owners,
        areas,
        topics,
    } = codes;
    let mut any = vec!["FALSE".to_owned()];
    any.extend((!owners.is_empty()).then(|| with.one_of("owner", owners)));
    any.extend((!areas.is_empty()).then(|| with.one_of("area", areas)));
    any.extend((!topics.is_empty()).then(|| about_one_of("topics", topics, with)));
    format!("({})", any.join(" OR "))
}

/// The condition that a column of topics holds one of these.
fn about_one_of<'t>(
    column: &str,
    topics: impl IntoIterator<Item = &'t TopicId>,
    with: &mut Parameters,
) -> String {
    let holds = topics.into_iter().map(|topic| {
        let pattern = with.place(format!("% {topic} %"));
        dialect::holds(column, &pattern)
    });
    holds.collect::<Vec<_>>().join(" OR ")
}
