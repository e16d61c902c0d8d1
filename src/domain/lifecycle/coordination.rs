//! Who acts as coordinator, after the map of today.
//!
//! A signal names one coordinator: she is told of alarms, and gets what an owner declines. Who has her
//! rights is what the map of today says: the coordinator of the area as it is now, and the map's own.
//! When one of those acts whom the signal does not name, it names her from then on.

use crate::domain::access::AccessLevel;
use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::domain::event::Event;
use crate::domain::lifecycle::{Command, Refusal, Step, Terms, Verb, decide};
use crate::domain::organisation_codes::OrganisationCodes;
use crate::domain::signal_state::SignalState;

/// Who has the rights of a coordinator in one signal today, each by the code that the signal has for
/// her, if it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coordinators {
    /// Of the area of the signal.
    pub of_area: OrganisationId,
    /// Of the map.
    pub of_map: OrganisationId,
    /// Of the map that says so.
    pub map_digest: String,
}

impl Coordinators {
    /// Whether this organisation is one of them.
    #[must_use]
    pub fn include(&self, organisation: &OrganisationId) -> bool {
        *organisation == self.of_area || *organisation == self.of_map
    }

    /// Who coordinates the signal now: whom it names, while the map of today agrees.
    #[must_use]
    pub fn coordinating<'a>(&'a self, signal: &'a SignalState) -> &'a OrganisationId {
        if self.include(&signal.coordinator) {
            &signal.coordinator
        } else {
            &self.of_area
        }
    }

    /// The signal as `by` meets it who wants to do this: she steps in as its coordinator when the map of
    /// today says that she may, and she has no other part that lets her.
    #[must_use]
    pub fn met_by(
        &self,
        signal: &SignalState,
        verb: Verb,
        by: &OrganisationId,
        terms: &Terms,
    ) -> SignalState {
        let stands = signal.coordinated_by(self.coordinating(signal));
        if !self.include(by) {
            return stands;
        }
        let stepped_in = signal.coordinated_by(by);
        let steps_in = match stands.permits(verb, by, terms) {
            Ok(()) => false,
            Err(Refusal::NotYours { .. }) => true,
            Err(_) => stepped_in.permits(verb, by, terms).is_ok(),
        };
        if steps_in { stepped_in } else { stands }
    }

    /// The code by which this organisation does this: one that the signal has for it, and that lets it.
    #[must_use]
    pub fn acting_code<'a>(
        &self,
        signal: &SignalState,
        verb: Verb,
        by: &'a OrganisationCodes,
        terms: &Terms,
    ) -> &'a OrganisationId {
        let may = |code: &&OrganisationId| {
            let met = self.met_by(signal, verb, code, terms);
            met.permits(verb, code, terms).is_ok()
        };
        let has_part = |code: &&OrganisationId| signal.access_level(code) != AccessLevel::Nothing;
        (by.iter().find(may))
            .or_else(|| by.iter().find(has_part))
            .unwrap_or(by.own())
    }

    /// What this organisation may do next today, by any code that the signal has for it, in the order
    /// of [`Verb`].
    #[must_use]
    pub fn next_steps(
        &self,
        signal: &SignalState,
        by: &OrganisationCodes,
        terms: &Terms,
    ) -> Vec<Verb> {
        let may = |verb: &Verb| {
            let by = self.acting_code(signal, *verb, by, terms);
            let met = self.met_by(signal, *verb, by, terms);
            met.permits(*verb, by, terms).is_ok()
        };
        Verb::ALL.iter().copied().filter(may).collect()
    }

    /// The step by which this organisation coordinates the signal; `None` when it names her.
    #[must_use]
    pub fn change(&self, signal: &SignalState, to: &OrganisationId) -> Option<Step> {
        let event = Event::CoordinatorChanged {
            coordinator: to.clone(),
            map_digest: self.map_digest.clone(),
        };
        (*to != signal.coordinator).then(|| Step::new(event, None))
    }

    /// As [`decide()`], with the rights of today. When it matters who coordinates the signal and that is
    /// another than it names, the first step says so.
    ///
    /// # Errors
    /// The [`Refusal`] that stands in the way.
    pub fn decide(
        &self,
        signal: &SignalState,
        by: &OrganisationId,
        command: Command,
        terms: &Terms,
    ) -> Result<Vec<Step>, Refusal> {
        let met = self.met_by(signal, command.verb(), by, terms);
        if met.coordinator == signal.coordinator {
            return decide(signal, by, command, terms);
        }
        let steps = decide(&met, by, command.clone(), terms)?;
        // What is the same whoever coordinates it needs no change.
        if decide(signal, by, command, terms).as_ref() == Ok(&steps) {
            return Ok(steps);
        }
        let change = self.change(signal, &met.coordinator);
        Ok(change.into_iter().chain(steps).collect())
    }
}

impl SignalState {
    /// The same signal with this coordinator.
    #[must_use]
    pub fn coordinated_by(&self, coordinator: &OrganisationId) -> Self {
        Self {
            coordinator: coordinator.clone(),
            ..self.clone()
        }
    }
}
