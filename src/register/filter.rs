//! Which signals are listed, in which order, and the statements that find them.
//!
//! Each way in which a signal can match is a search of its own, which walks an index in the order
//! of the list. A signal that matches in several ways is found by the first search only, so
//! searches can be merged and counted.

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

/// Which signals are listed. An empty field does not limit.
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
    /// With an open promise whose last day was before this day.
    pub late_on: Option<Day>,
    /// Reported at this moment or later.
    pub since: Option<Moment>,
    /// Decided by the map on this ground.
    pub basis: Option<Basis>,
    /// Waiting for this organisation on this day: see [`crate::domain::pending_step`].
    pub waiting_for: Option<(OrganisationId, Day)>,
    /// Without a step at this moment or later.
    pub silent_since: Option<Moment>,
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
    /// One phase or a part of it; never empty.
    states: Vec<State>,
    /// Why the signal waits for the organisation of the filter, if that matters.
    reason: Option<WaitReason>,
}

/// Why a signal waits for an organisation. Each excludes what those before it find.
#[derive(Debug, Clone, Copy)]
enum WaitReason {
    /// Not answered, and the organisation owns it.
    Owned,
    /// Not answered, and the organisation was asked to take it over.
    Proposed,
    /// Not taken on, and the organisation claims it.
    Claimed,
    /// Not answered, and the organisation was asked something.
    Asked,
    /// Answered by the owner, and the organisation sent it.
    Sent,
    /// Answered as its sender recorded it, and the organisation owns it.
    OwnedAndHeard,
    /// Answered by the organisation, which owns it, and not confirmed in time.
    OwnedTooLong,
    /// Recorded as heard by the organisation, which sent it, and not confirmed in time.
    HeardTooLong,
    /// Answered, not confirmed in time, and the organisation coordinates it.
    CoordinatedTooLong,
    /// Answered, and the organisation was asked something.
    AskedSince,
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

    fn wait_reasons(self) -> &'static [WaitReason] {
        match self {
            Group::Unanswered => &[
                WaitReason::Owned,
                WaitReason::Proposed,
                WaitReason::Claimed,
                WaitReason::Asked,
            ],
            Group::Answered => &[
                WaitReason::Sent,
                WaitReason::OwnedAndHeard,
                WaitReason::OwnedTooLong,
                WaitReason::HeardTooLong,
                WaitReason::CoordinatedTooLong,
                WaitReason::AskedSince,
            ],
            Group::Ended => &[],
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
            Sort::Reported => "reported_at DESC, seq DESC".to_owned(),
            Sort::Last => "last_at, seq".to_owned(),
            Sort::Owner => format!("owner, {by_promise}"),
            Sort::Sender => format!("sender, {by_promise}"),
            Sort::Area => format!("{}, {by_promise}", dialect::nulls_last("area")),
            Sort::Urgency => format!(
                "CASE urgency WHEN 'acute' THEN 1 WHEN 'urgent' THEN 2 WHEN 'normal' THEN 3 ELSE 4 END, \
                 {by_promise}"
            ),
        };
        let listing = self.union(columns, &self.searches()).map(|(found, with)| {
            let limit = with.len() + 1;
            let sql = format!("SELECT * FROM ({found}) AS found ORDER BY {order} LIMIT ${limit}");
            (sql, with)
        });
        listing.into_iter().collect()
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

    /// `from` with the conditions of the filter: statements that together find each signal once, in
    /// no order.
    pub(super) fn selecting(&self, from: &str) -> Vec<FilterSql> {
        let mut statements = Vec::new();
        for search in self.searches() {
            let mut with = Parameters::default();
            let sql = format!("{from} WHERE {}", self.conditions(&search, &mut with));
            statements.push((sql, with.0));
        }
        statements
    }

    /// All searches in one statement; `None` without a search.
    fn union(&self, columns: &str, searches: &[Search]) -> Option<FilterSql> {
        let mut with = Parameters::default();
        let mut found = Vec::new();
        for search in searches {
            let conditions = self.conditions(search, &mut with);
            found.push(format!("SELECT {columns} FROM signal WHERE {conditions}"));
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
        let reasons: Vec<Option<WaitReason>> = if self.waiting_for.is_some() {
            group.wait_reasons().iter().copied().map(Some).collect()
        } else {
            vec![None]
        };
        let mut searches = Vec::new();
        for states in &state_sets {
            for reason in &reasons {
                searches.push(Search {
                    states: states.clone(),
                    reason: *reason,
                });
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
            sort: _,
            limit: _,
        } = self;
        let mut all = match search.states.as_slice() {
            [] => vec![],
            [only] => vec![dialect::has_state(*only)],
            [any, ..] => vec![dialect::in_phase(*any).to_owned()],
        };
        all.extend(with.condition("owner =", owner.as_ref()));
        all.extend(with.condition("sender =", sender.as_ref()));
        if !areas.is_empty() {
            let places: Vec<String> = areas.iter().map(|area| with.place(area)).collect();
            all.push(format!("area IN ({})", places.join(", ")));
        }
        if !topics.is_empty() {
            let mut any = Vec::new();
            for topic in topics {
                let pattern = with.place(format!("% {topic} %"));
                any.push(dialect::holds("topics", &pattern));
            }
            all.push(format!("({})", any.join(" OR ")));
        }
        all.extend(with.condition("due <", late_on.as_ref()));
        all.extend(with.condition("reported_at >=", since.as_ref()));
        all.extend(with.condition("basis =", basis.as_ref()));
        all.extend(with.condition("last_at <", silent_since.as_ref()));
        if let (Some(reason), Some((organisation, today))) = (search.reason, waiting_for) {
            all.push(reason.condition(organisation, *today, with));
        }
        all.join(" AND ")
    }
}

impl WaitReason {
    fn condition(self, organisation: &OrganisationId, today: Day, with: &mut Parameters) -> String {
        let who = with.place(organisation);
        match self {
            WaitReason::Owned => format!("owner = {who}"),
            WaitReason::Proposed => format!("proposed = {who} AND owner <> {who}"),
            WaitReason::Claimed => {
                let claims = dialect::claims(&who);
                format!("{claims} AND owner <> {who} AND (proposed IS NULL OR proposed <> {who})")
            }
            WaitReason::Asked => {
                let (asked, claims) = (dialect::is_asked(&who), dialect::claims(&who));
                format!(
                    "{asked} AND owner <> {who} AND (proposed IS NULL OR proposed <> {who}) \
                     AND NOT ({claims})"
                )
            }
            WaitReason::Sent => format!("sender = {who} AND answered_by = owner"),
            WaitReason::OwnedAndHeard => format!("owner = {who} AND answered_by <> owner"),
            WaitReason::OwnedTooLong => {
                let today = with.place(today);
                format!(
                    "owner = {who} AND due < {today} AND answered_by = owner AND sender <> {who}"
                )
            }
            WaitReason::HeardTooLong => {
                let today = with.place(today);
                format!("sender = {who} AND due < {today} AND answered_by <> owner")
            }
            WaitReason::CoordinatedTooLong => {
                let today = with.place(today);
                format!(
                    "coordinator = {who} AND due < {today} AND owner <> {who} AND sender <> {who}"
                )
            }
            WaitReason::AskedSince => {
                let (asked, today) = (dialect::is_asked(&who), with.place(today));
                format!(
                    "{asked} AND CASE WHEN answered_by = owner THEN sender ELSE owner END <> {who} \
                     AND NOT (due < {today} AND {who} IN (owner, sender, coordinator))"
                )
            }
        }
    }
}

/// The parameters of a statement; a value that occurs again has the same number.
#[derive(Debug, Default)]
struct Parameters(Vec<SqlValue<'static>>);

impl Parameters {
    fn place(&mut self, value: impl std::fmt::Display) -> String {
        let value = SqlValue::of(value);
        let known = self.0.iter().position(|known| *known == value);
        let index = known.unwrap_or_else(|| {
            self.0.push(value);
            self.0.len() - 1
        });
        format!("${}", index + 1)
    }

    /// `comparison` with this value, when there is one.
    fn condition(
        &mut self,
        comparison: &str,
        value: Option<&impl std::fmt::Display>,
    ) -> Option<String> {
        Some(format!("{comparison} {}", self.place(value?)))
    }
}
