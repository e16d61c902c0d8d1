//! Who coordinates a signal, after the map of today.

use crate::domain::codes::{AreaId, OrganisationId};
use crate::domain::lifecycle::Coordinators;
use crate::domain::residence::Residence;
use crate::domain::signal_state::SignalState;
use crate::domain::time::Day;
use crate::routing::map::{AreaIx, RouteMap};

impl RouteMap {
    /// The area of this map in which somebody lives; `None` when that is not known, or in no area of it.
    #[must_use]
    pub fn area_of(&self, residence: Option<&Residence>, day: Day) -> Option<AreaIx> {
        match residence? {
            Residence::Area(area) => self.area_ix_on(area, day),
            Residence::Outside(postcode) => self.area_with(*postcode, day),
        }
    }

    /// Who decides what nobody owns, where this person lives.
    #[must_use]
    pub fn coordinator_at(&self, residence: Option<&Residence>, day: Day) -> &OrganisationId {
        self.coordinator_of(self.area_of(residence, day), day)
    }

    /// Every code of the areas of which this organisation is the coordinator on that day.
    #[must_use]
    pub fn areas_coordinated_by(&self, organisation: &OrganisationId, day: Day) -> Vec<AreaId> {
        let areas = self.area_tree().places();
        let hers = areas.filter(|area| self.coordinator_of(Some(*area), day) == organisation);
        hers.flat_map(|area| self.codes_of_area(area, day))
            .collect()
    }

    /// Who has the rights of a coordinator in this signal. Of what the map no longer explains that is
    /// the map's own.
    #[must_use]
    pub fn coordinators(&self, signal: &SignalState, day: Day) -> Coordinators {
        let settings = self.settings();
        let residence = signal.particulars.residence.as_ref();
        let named = self.present_organisation(&signal.coordinator, day);
        let as_the_signal_has_it = |organisation: &OrganisationId| {
            if *organisation == named {
                signal.coordinator.clone()
            } else {
                organisation.clone()
            }
        };
        Coordinators {
            of_area: as_the_signal_has_it(self.coordinator_at(residence, day)),
            of_map: as_the_signal_has_it(self.own_coordinator(day)),
            map_digest: settings.digest.clone(),
        }
    }
}
