//! Who coordinates a signal, after the map of today.

use crate::domain::codes::{AreaId, OrganisationId};
use crate::domain::lifecycle::Coordinators;
use crate::domain::residence::Residence;
use crate::domain::signal_state::SignalState;
use crate::routing::map::{AreaIx, RouteMap};

impl RouteMap {
    /// The area of this map in which somebody lives; `None` when that is not known, or in no area of it.
    #[must_use]
    pub fn area_of(&self, residence: Option<&Residence>) -> Option<AreaIx> {
        match residence? {
            Residence::Area(area) => self.area_ix(area),
            Residence::Outside(postcode) => self.area_ix(&self.area_with(*postcode)?.id),
        }
    }

    /// Who decides what nobody owns, where this person lives.
    #[must_use]
    pub fn coordinator_at(&self, residence: Option<&Residence>) -> &OrganisationId {
        self.coordinator_of(self.area_of(residence))
    }

    /// The areas of which this organisation is the coordinator.
    #[must_use]
    pub fn areas_coordinated_by(&self, organisation: &OrganisationId) -> Vec<AreaId> {
        let areas = self.area_tree().places();
        let hers = areas.filter(|area| self.coordinator_of(Some(*area)) == organisation);
        hers.map(|area| self.area_at(area).id.clone()).collect()
    }

    /// Who has the rights of a coordinator in this signal. Of what the map no longer explains that is
    /// the map's own.
    #[must_use]
    pub fn coordinators(&self, signal: &SignalState) -> Coordinators {
        let settings = self.settings();
        let residence = signal.particulars.residence.as_ref();
        Coordinators {
            of_area: self.coordinator_at(residence).clone(),
            of_map: settings.coordinator.clone(),
            map_digest: settings.digest.clone(),
        }
    }
}
