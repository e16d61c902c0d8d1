//! What SQLite and PostgreSQL would each say in their own way, said so that both understand it.
//!
//! Parameters are numbered `$1`, `$2` …; text is compared byte by byte (PostgreSQL: COLLATE "C");
//! where nothing may stand in a column that orders, its place is said outright; yes and no are
//! texts; and no statement leaves to the engine what happens on a conflict.

use crate::domain::case::State;
use crate::domain::codes::Choice as _;

/// The condition of the indexes that hold the signals that stand there. Written out: an index is
/// used only where its condition is.
pub fn indexed(state: State) -> &'static str {
    match state {
        State::Offered | State::Accepted => "state IN ('offered', 'accepted')",
        State::Answered => "state = 'answered'",
        State::Closed | State::Withdrawn => "state IN ('closed', 'withdrawn')",
    }
}

/// The condition that a signal stands there, and in no other state.
pub fn stands(state: State) -> String {
    format!("{} AND state = '{}'", indexed(state), state.code())
}

/// The condition that a question waits for this organisation, which is the parameter `who`. Its
/// first part is that of the index.
pub fn is_asked(who: &str) -> String {
    format!(
        "questions > 0 AND state IN ('offered', 'accepted', 'answered') AND EXISTS (\
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
