//! Numbers that nobody can guess.

use crate::domain::signal_id::SignalId;

/// A number for a new signal, chosen before anything is written. `None` when the system has no randomness to give.
#[must_use]
pub fn fresh_id() -> Option<SignalId> {
    let mut bytes = [0; 5];
    getrandom::fill(&mut bytes).ok()?;
    Some(SignalId::from_random(bytes))
}
