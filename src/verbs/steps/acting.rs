//! Whether an organisation may go on with a signal: by which code, and as a colleague of its sender.

use crate::domain::access::{AccessLevel, Reader};
use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::domain::lifecycle::{Coordinators, Refusal, Terms, Verb};
use crate::domain::organisation_codes::OrganisationCodes;
use crate::domain::signal_state::SignalState;
use crate::routing::map::RouteMap;

/// What this organisation may do next today, by any code that the signal has for it.
#[must_use]
pub fn next_steps(
    map: &RouteMap,
    signal: &SignalState,
    by: &OrganisationCodes,
    terms: &Terms,
) -> Vec<Verb> {
    let coordinators = map.coordinators(signal, terms.today);
    let may = |verb: &Verb| {
        let by = acting_code(&coordinators, signal, *verb, by, terms);
        let met = coordinators.met_by(signal, *verb, by, terms);
        met.permits(*verb, by, terms).is_ok()
    };
    Verb::ALL.iter().copied().filter(may).collect()
}

/// The code by which this organisation does this: one that the signal has for it, and that lets it.
#[must_use]
pub fn acting_code<'a>(
    coordinators: &Coordinators,
    signal: &SignalState,
    verb: Verb,
    by: &'a OrganisationCodes,
    terms: &Terms,
) -> &'a OrganisationId {
    let may = |code: &&OrganisationId| {
        let met = coordinators.met_by(signal, verb, code, terms);
        met.permits(verb, code, terms).is_ok()
    };
    let has_part = |code: &&OrganisationId| signal.access_level(code) != AccessLevel::Nothing;
    (by.iter().find(may))
        .or_else(|| by.iter().find(has_part))
        .unwrap_or(by.own())
}

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
