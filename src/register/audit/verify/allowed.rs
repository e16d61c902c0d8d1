//! Whether who did something was the one who may: what `domain::lifecycle` decides beforehand,
//! asked of what is recorded.

use crate::domain::event::RecordedEvent;
use crate::domain::lifecycle::Verb;
use crate::domain::signal_state::SignalState;

/// Whether this could happen to the signal as it stood, by whom it happened.
pub(in crate::register) fn is_allowed(case: &SignalState, happened: &RecordedEvent) -> bool {
    let Some(verb) = Verb::that_leaves(happened.event.kind()) else {
        return false;
    };
    case.lets(verb, &happened.by).is_ok()
}
