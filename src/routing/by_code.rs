//! By code: the topic, area or organisation that a code stands for, and all codes that stand for
//! one.

use std::collections::HashSet;

use rustc_hash::FxBuildHasher;

use crate::domain::codes::{AreaId, OrganisationId, TopicId};
use crate::domain::invariant::Invariant as _;
use crate::domain::time::Day;
use crate::map_parts::entry::MapEntry;
use crate::map_parts::tree::{Tree, TreePlace};
use crate::routing::codes::Codes;
use crate::routing::index::entry;
use crate::routing::map::{Area, AreaIx, Organisation, Responsibility, RouteMap, Topic, TopicIx};

/// With the code itself, whatever the day.
impl RouteMap {
    /// The place of the topic with this code.
    #[must_use]
    pub fn topic_ix(&self, id: &TopicId) -> Option<TopicIx> {
        self.topic_codes.own(id).map(TopicIx)
    }

    /// The place of the area with this code.
    #[must_use]
    pub fn area_ix(&self, id: &AreaId) -> Option<AreaIx> {
        self.area_codes.own(id).map(AreaIx)
    }

    /// The topic with this code.
    #[must_use]
    pub fn topic(&self, id: &TopicId) -> Option<&Topic> {
        Some(self.topic_at(self.topic_ix(id)?))
    }

    /// The area with this code.
    #[must_use]
    pub fn area(&self, id: &AreaId) -> Option<&Area> {
        Some(self.area_at(self.area_ix(id)?))
    }

    /// The organisation with this code.
    #[must_use]
    pub fn organisation(&self, id: &OrganisationId) -> Option<&Organisation> {
        let place = self.organisation_codes.own(id)?;
        Some(entry(self.organisations(), place))
    }
}

/// What a code stands for on a day: the entry with that code while it is valid, else its heir.
impl RouteMap {
    /// The place of the topic that the code stands for on that day.
    #[must_use]
    pub fn topic_ix_on(&self, id: &TopicId, day: Day) -> Option<TopicIx> {
        self.topic_codes.on(id, day).map(TopicIx)
    }

    /// The place of the area that the code stands for on that day.
    #[must_use]
    pub fn area_ix_on(&self, id: &AreaId, day: Day) -> Option<AreaIx> {
        self.area_codes.on(id, day).map(AreaIx)
    }

    /// The topic that the code stands for on that day.
    #[must_use]
    pub fn topic_on(&self, id: &TopicId, day: Day) -> Option<&Topic> {
        Some(self.topic_at(self.topic_ix_on(id, day)?))
    }

    /// The area that the code stands for on that day.
    #[must_use]
    pub fn area_on(&self, id: &AreaId, day: Day) -> Option<&Area> {
        Some(self.area_at(self.area_ix_on(id, day)?))
    }

    /// The code of the organisation that a code stands for on that day; itself when it stands for
    /// none.
    #[must_use]
    pub fn present_organisation(&self, id: &OrganisationId, day: Day) -> OrganisationId {
        let all = self.organisations();
        self.organisation_codes.present(all, id, day)
    }

    /// Whom a responsibility involves on that day: of who has ended the heir, if any.
    pub fn partners(
        &self,
        claim: &Responsibility,
        day: Day,
    ) -> impl Iterator<Item = &OrganisationId> {
        let named = claim.involve.iter();
        named.filter_map(move |id| Some(&self.organisation_on(id, day)?.id))
    }

    /// The organisation that the code stands for on that day.
    #[must_use]
    pub fn organisation_on(&self, id: &OrganisationId, day: Day) -> Option<&Organisation> {
        let place = self.organisation_codes.on(id, day)?;
        Some(entry(self.organisations(), place))
    }
}

/// What an entry stands for on a day: itself while it is valid, then its heir.
impl RouteMap {
    /// The place of the topic that this one stands for on that day.
    #[must_use]
    pub fn standing_topic(&self, ix: TopicIx, day: Day) -> Option<TopicIx> {
        self.topic_codes.standing(ix.0, day).map(TopicIx)
    }

    /// The place of the area that this one stands for on that day.
    #[must_use]
    pub fn standing_area(&self, ix: AreaIx, day: Day) -> Option<AreaIx> {
        self.area_codes.standing(ix.0, day).map(AreaIx)
    }

    /// The place of the organisation that the one at this place stands for on that day.
    pub(crate) fn standing_organisation(&self, place: u32, day: Day) -> Option<u32> {
        self.organisation_codes.standing(place, day)
    }
}

/// For a name to show: the entry with the code, else the heir of it, whatever their days.
impl RouteMap {
    /// The topic with this code, or its heir.
    #[must_use]
    pub fn known_topic(&self, id: &TopicId) -> Option<&Topic> {
        let place = self.topic_codes.known(id)?;
        Some(self.topic_at(TopicIx(place)))
    }

    /// The area with this code, or its heir.
    #[must_use]
    pub fn known_area(&self, id: &AreaId) -> Option<&Area> {
        let place = self.area_codes.known(id)?;
        Some(self.area_at(AreaIx(place)))
    }

    /// The organisation with this code, or its heir.
    #[must_use]
    pub fn known_organisation(&self, id: &OrganisationId) -> Option<&Organisation> {
        let place = self.organisation_codes.known(id)?;
        Some(entry(self.organisations(), place))
    }
}

/// All codes that stand for something, as signals may have them.
impl RouteMap {
    /// The codes under which an organisation acts on that day: its own first, then those that it
    /// took over. Of a code that stands for nothing, the code alone.
    #[must_use]
    pub fn codes_of_organisation(&self, id: &OrganisationId, day: Day) -> Vec<OrganisationId> {
        match self.organisation_codes.on(id, day) {
            Some(place) => self.organisation_codes.of(self.organisations(), place, day),
            None => vec![id.clone()],
        }
    }

    /// Every code of the area alone: its own, and those that it took over.
    ///
    /// # Panics
    /// The area is of another map.
    #[must_use]
    pub fn codes_of_area(&self, area: AreaIx, day: Day) -> Vec<AreaId> {
        self.area_codes.of(self.areas(), area.number(), day)
    }

    /// Every code of the area and of the areas inside it: their own, and those that they took over.
    ///
    /// # Panics
    /// The area is not in the map: an empty list would search in all areas.
    #[must_use]
    pub fn areas_within(&self, id: &AreaId, day: Day) -> Vec<AreaId> {
        let top = self.area_ix(id).certain("an area was looked up");
        codes_within(self.areas(), self.area_tree(), &self.area_codes, top, day)
    }

    /// Every code of the topic and of everything that is part of it: their own, and those that they
    /// took over.
    ///
    /// # Panics
    /// The topic is not in the map: an empty list would search in all topics.
    #[must_use]
    pub fn topics_within(&self, id: &TopicId, day: Day) -> Vec<TopicId> {
        let top = self.topic_ix(id).certain("a topic was looked up");
        codes_within(
            self.topics(),
            self.topic_tree(),
            &self.topic_codes,
            top,
            day,
        )
    }
}

fn codes_within<E: MapEntry, P: TreePlace>(
    all: &[E],
    tree: &Tree<P>,
    codes: &Codes<E>,
    top: P,
    day: Day,
) -> Vec<E::Id> {
    let within = tree.within(top);
    let mut seen = HashSet::with_hasher(FxBuildHasher);
    (within.flat_map(|ix| codes.of(all, ix.number(), day)))
        .filter(|code| seen.insert(code.clone()))
        .collect()
}
