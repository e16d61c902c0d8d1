//! What a topic, an area and an organisation have in common: a code, and former codes that it is
//! the heir of.

use std::hash::Hash;

use crate::domain::codes::{AreaId, OrganisationId, TopicId};
use crate::map_parts::position::MapPosition;
use crate::map_parts::valid_days::ValidDays;
use crate::map_parts::{Area, Organisation, Topic};

/// An entry of the map that is known by a code.
pub trait MapEntry {
    /// What its codes are.
    type Id: Clone + Eq + Hash;

    /// Its own code.
    fn id(&self) -> &Self::Id;

    /// The codes that it took over from others, or had itself.
    fn formerly(&self) -> &[Self::Id];

    /// Where it stands in the map.
    fn place(&self) -> &MapPosition;

    /// The days on which it is there.
    fn valid(&self) -> ValidDays;
}

impl MapEntry for Topic {
    type Id = TopicId;

    fn id(&self) -> &TopicId {
        &self.id
    }

    fn formerly(&self) -> &[TopicId] {
        &self.formerly
    }

    fn place(&self) -> &MapPosition {
        &self.place
    }

    fn valid(&self) -> ValidDays {
        self.valid
    }
}

impl MapEntry for Area {
    type Id = AreaId;

    fn id(&self) -> &AreaId {
        &self.id
    }

    fn formerly(&self) -> &[AreaId] {
        &self.formerly
    }

    fn place(&self) -> &MapPosition {
        &self.place
    }

    fn valid(&self) -> ValidDays {
        self.valid
    }
}

impl MapEntry for Organisation {
    type Id = OrganisationId;

    fn id(&self) -> &OrganisationId {
        &self.id
    }

    fn formerly(&self) -> &[OrganisationId] {
        &self.formerly
    }

    fn place(&self) -> &MapPosition {
        &self.place
    }

    fn valid(&self) -> ValidDays {
        self.valid
    }
}
