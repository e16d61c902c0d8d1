//! SQL that SQLite and PostgreSQL both understand, where their dialects differ.
//!
//! Parameters are numbered `$1`, `$2` …; text is compared byte by byte (PostgreSQL: COLLATE "C");
//! an order by a nullable column says where NULL goes; yes and no are texts; no statement leaves
//! conflicts to the engine.

use crate::domain::codes::CodeEnum as _;
use crate::domain::signal_state::State;

/// The condition on the columns `phase` and `due` by which an index finds signals in this state. An
/// ended signal has no running promise; that `due` is NULL lets the index give `seq` in order.
pub fn in_phase(state: State, phase: &str, due: &str) -> String {
    let code = phase_of(state);
    match state {
        State::Offered | State::Accepted | State::Answered => format!("{phase} = '{code}'"),
        State::Closed | State::Withdrawn => format!("{phase} = '{code}' AND {due} IS NULL"),
    }
}

/// States that are listed together, as `signal.phase` has them.
pub fn phase_of(state: State) -> &'static str {
    match state {
        State::Offered | State::Accepted => "unanswered",
        State::Answered | State::Closed | State::Withdrawn => state.code(),
    }
}

/// The condition that a signal is in exactly this state.
pub fn has_state(state: State, phase: &str, due: &str) -> String {
    let in_phase = in_phase(state, phase, due);
    match state {
        State::Offered | State::Accepted => format!("{in_phase} AND state = '{}'", state.code()),
        State::Answered | State::Closed | State::Withdrawn => in_phase,
    }
}

/// An organisation in conditions: a parameter for each of its codes.
#[derive(Debug, Clone)]
pub struct OrganisationPlaces(Vec<String>);

impl OrganisationPlaces {
    pub fn new(parameters: impl Iterator<Item = String>) -> Self {
        Self(parameters.collect())
    }

    /// The condition that the column names it.
    pub fn is(&self, column: &str) -> String {
        match self.0.as_slice() {
            [only] => format!("{column} = {only}"),
            all => format!("{column} IN ({})", all.join(", ")),
        }
    }

    /// The condition that the column, which is never empty, names another.
    pub fn is_not(&self, column: &str) -> String {
        match self.0.as_slice() {
            [only] => format!("{column} <> {only}"),
            all => format!("{column} NOT IN ({})", all.join(", ")),
        }
    }

    /// The condition that one of the columns names it.
    pub fn is_one_of(&self, columns: &[&str]) -> String {
        let any: Vec<String> = columns.iter().map(|column| self.is(column)).collect();
        format!("({})", any.join(" OR "))
    }

    /// Whether it has several codes, so that a signal may name it twice.
    pub fn has_several(&self) -> bool {
        self.0.len() > 1
    }
}

/// The condition that the organisation is involved.
pub fn is_involved(who: &OrganisationPlaces) -> String {
    format!(
        "EXISTS (SELECT 1 FROM reader WHERE reader.signal = signal.seq \
         AND {} AND reader.role = 'involved' \
         AND reader.until_event IS NULL)",
        who.is("reader.organisation")
    )
}

/// The condition that the organisation sent the signal and hears the status only: it neither owns it
/// nor is involved.
pub fn is_status_only_sender(who: &OrganisationPlaces) -> String {
    let (involved, sent) = (is_involved(who), who.is("sender"));
    let not_owner = who.is_not("owner");
    format!("{sent} AND level = 'status-only' AND {not_owner} AND NOT {involved}")
}

/// The condition that the organisation knows of the signal as its sender alone, and that another than
/// `person`, a parameter, sent it.
pub fn is_of_colleague(who: &OrganisationPlaces, person: Option<&str>) -> String {
    let involved = is_involved(who);
    let another = person.map(|person| format!(" AND coalesce(sent_by, '') <> {person}"));
    format!(
        "{} AND {} AND NOT {involved} AND (level = 'status-only' OR {} AND {}){}",
        who.is("sender"),
        who.is_not("owner"),
        who.is_not("coordinator"),
        who.is_not("coalesce(proposed, '')"),
        another.unwrap_or_default()
    )
}

/// What was reported of the signal, and told then: as [`AsReported`](super::list::AsReported) reads
/// it.
pub fn as_reported() -> &'static str {
    "coalesce((SELECT event.topics || '|' || event.basis || '|' || facts.urgency || '|' \
     || coalesce(facts.area, '') || '|' || coalesce(facts.place, '') \
     FROM event JOIN facts ON facts.signal = event.signal AND facts.event = event.number \
     WHERE event.signal = seq AND event.number = 1), '')"
}

/// The condition that a question to the organisation is open. The first part matches the index.
pub fn is_asked(who: &OrganisationPlaces) -> String {
    format!(
        "questions > 0 AND EXISTS (\
         SELECT 1 FROM reader WHERE reader.signal = signal.seq AND {} \
         AND reader.role = 'asked' AND reader.until_event IS NULL)",
        who.is("reader.organisation")
    )
}

/// The condition that the organisation claims a signal that nobody took on. The first part matches the
/// index.
pub fn claims(who: &OrganisationPlaces) -> String {
    format!(
        "basis = 'dispute' AND state = 'offered' AND EXISTS (\
         SELECT 1 FROM reader WHERE reader.signal = signal.seq AND {} \
         AND reader.role = 'claimant' AND reader.until_event IS NULL)",
        who.is("reader.organisation")
    )
}

/// The condition that a column of codes separated by spaces matches `% code %`. Codes hold no space,
/// percent sign or underscore.
pub fn holds(column: &str, pattern: &str) -> String {
    format!("' ' || {column} || ' ' LIKE {pattern}")
}

/// An order with NULL first.
pub fn nulls_first(column: &str) -> String {
    format!("{column} IS NOT NULL, {column}")
}

/// An order with NULL last.
pub fn nulls_last(column: &str) -> String {
    format!("{column} IS NULL, {column}")
}
