//! Whether somebody may go on with a signal of a colleague.

use crate::domain::access::Reader;
use crate::domain::lifecycle::{Refusal, Verb};
use crate::domain::signal_state::SignalState;

/// Nobody goes on with a signal of a colleague from whom she is kept apart, but by another part that her
/// organisation has in it.
///
/// # Errors
/// [`Refusal::SentByColleague`].
pub fn check_apart(signal: &SignalState, verb: Verb, reader: &Reader) -> Result<(), Refusal> {
    let mut codes = reader.organisation.iter();
    let is_hers = !signal.is_kept_apart_from(reader)
        || codes.any(|code| signal.has_another_part_for(verb, code));
    if is_hers {
        Ok(())
    } else {
        Err(sent_by_colleague(signal))
    }
}

/// What may be known of a signal of a colleague.
#[must_use]
pub fn sent_by_colleague(signal: &SignalState) -> Refusal {
    Refusal::SentByColleague {
        state: signal.state(),
        due: signal.due(),
    }
}
