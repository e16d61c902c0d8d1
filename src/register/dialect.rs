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

/// The condition that the organisation `who`, a parameter, is involved.
pub fn is_involved(who: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM reader WHERE reader.signal = signal.seq \
         AND reader.organisation = {who} AND reader.role = 'involved' \
         AND reader.until_event IS NULL)"
    )
}

/// The condition that the organisation `who`, a parameter, sent the signal and hears the status only:
/// it neither owns it nor is involved.
pub fn is_status_only_sender(who: &str) -> String {
    let involved = is_involved(who);
    format!("sender = {who} AND level = 'status-only' AND owner <> {who} AND NOT {involved}")
}

/// The condition that the organisation `who`, a parameter, knows of the signal as its sender alone, and
/// that another than `person`, a parameter, sent it.
pub fn is_of_colleague(who: &str, person: Option<&str>) -> String {
    let involved = is_involved(who);
    let another = person.map(|person| format!(" AND coalesce(sent_by, '') <> {person}"));
    format!(
        "sender = {who} AND owner <> {who} AND NOT {involved} \
         AND (level = 'status-only' OR coordinator <> {who} AND coalesce(proposed, '') <> {who}){}",
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

/// The condition that a question to the organisation `who`, a parameter, is open. The first part
/// matches the index.
pub fn is_asked(who: &str) -> String {
    format!(
        "questions > 0 AND EXISTS (\
         SELECT 1 FROM reader WHERE reader.signal = signal.seq AND reader.organisation = {who} \
         AND reader.role = 'asked' AND reader.until_event IS NULL)"
    )
}

/// The condition that the organisation `who`, a parameter, claims a signal that nobody took on. The
/// first part matches the index.
pub fn claims(who: &str) -> String {
    format!(
        "basis = 'dispute' AND state = 'offered' AND EXISTS (\
         SELECT 1 FROM reader WHERE reader.signal = signal.seq AND reader.organisation = {who} \
         AND reader.role = 'claimant' AND reader.until_event IS NULL)"
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
