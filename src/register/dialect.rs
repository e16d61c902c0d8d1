//! SQL that SQLite and PostgreSQL both understand, where their dialects differ.
//!
//! Parameters are numbered `$1`, `$2` …; text is compared byte by byte (PostgreSQL: COLLATE "C");
//! an order by a nullable column says where NULL goes; yes and no are texts; no statement leaves
//! conflicts to the engine.

use crate::domain::codes::CodeEnum as _;
use crate::domain::signal_state::State;

/// The condition on `phase` by which the index finds signals in this state. An ended signal has no
/// running promise; `due IS NULL` lets the index give `seq` in order.
pub fn in_phase(state: State) -> &'static str {
    match state {
        State::Offered | State::Accepted => "phase = 'unanswered'",
        State::Answered => "phase = 'answered'",
        State::Closed => "phase = 'closed' AND due IS NULL",
        State::Withdrawn => "phase = 'withdrawn' AND due IS NULL",
    }
}

/// The condition that a signal is in exactly this state.
pub fn has_state(state: State) -> String {
    match state {
        State::Offered | State::Accepted => {
            format!("{} AND state = '{}'", in_phase(state), state.code())
        }
        State::Answered | State::Closed | State::Withdrawn => in_phase(state).to_owned(),
    }
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
