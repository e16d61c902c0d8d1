//! What SQLite and PostgreSQL would each say in their own way, said so that both understand it.
//!
//! Parameters are numbered `$1`, `$2` …; text is compared byte by byte (PostgreSQL: COLLATE "C");
//! where nothing may stand in a column that orders, its place is said outright; yes and no are
//! texts; and no statement leaves to the engine what happens on a conflict.

use crate::domain::codes::CodeEnum as _;
use crate::domain::signal_state::State;

/// The condition of the phase that signals in this state are in, by which they are found. In a phase
/// that ends a signal no promise runs, which is said so that they are found in the order of `seq`.
pub fn in_phase(state: State) -> &'static str {
    match state {
        State::Offered | State::Accepted => "phase = 'unanswered'",
        State::Answered => "phase = 'answered'",
        State::Closed => "phase = 'closed' AND due IS NULL",
        State::Withdrawn => "phase = 'withdrawn' AND due IS NULL",
    }
}

/// The condition that a signal stands there, and in no other state.
pub fn stands(state: State) -> String {
    match state {
        State::Offered | State::Accepted => {
            format!("{} AND state = '{}'", in_phase(state), state.code())
        }
        State::Answered | State::Closed | State::Withdrawn => in_phase(state).to_owned(),
    }
}

/// The condition that a question waits for this organisation, which is the parameter `who`. Its
/// first part is that of the index.
pub fn is_asked(who: &str) -> String {
    format!(
        "questions > 0 AND EXISTS (\
         SELECT 1 FROM reader WHERE reader.signal = signal.seq AND reader.organisation = {who} \
         AND reader.role = 'asked' AND reader.until_event IS NULL)"
    )
}

/// The condition that a column of codes with a space between them holds the one in this pattern,
/// `% code %`. Codes hold no space, percent sign or underscore.
pub fn holds(column: &str, pattern: &str) -> String {
    format!("' ' || {column} || ' ' LIKE {pattern}")
}

/// An order in which a row with nothing in this column comes first.
pub fn nothing_first(column: &str) -> String {
    format!("{column} IS NOT NULL, {column}")
}

/// An order in which a row with nothing in this column comes last.
pub fn nothing_last(column: &str) -> String {
    format!("{column} IS NULL, {column}")
}
