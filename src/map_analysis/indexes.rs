//! The indexes of a map's topics, areas and responsibilities.

use crate::domain::codes::OrganisationId;
use crate::domain::time::Day;
use crate::routing::map::{
    AreaIx, Organisation, Responsibility, ResponsibilityIx, RouteMap, TopicIx,
};

impl RouteMap {
    pub(super) fn topic_ixs(&self) -> impl Iterator<Item = TopicIx> + use<> {
        self.topic_tree().places()
    }

    pub(super) fn area_ixs(&self) -> impl Iterator<Item = AreaIx> + use<> {
        self.area_tree().places()
    }

    /// Every area, and then the unknown one.
    pub(super) fn area_ixs_and_none(&self) -> impl Iterator<Item = Option<AreaIx>> + use<> {
        self.area_ixs().map(Some).chain([None])
    }

    pub(super) fn numbered_responsibilities(
        &self,
    ) -> impl Iterator<Item = (ResponsibilityIx, &Responsibility)> {
        (0..).map(ResponsibilityIx).zip(self.responsibilities())
    }

    pub(super) fn organisation_ids(&self) -> impl Iterator<Item = OrganisationId> {
        self.organisations().iter().map(|one| one.id.clone())
    }

    /// The organisations that are there on that day.
    pub fn organisations_on(&self, day: Day) -> impl Iterator<Item = &Organisation> {
        let all = self.organisations().iter();
        all.filter(move |one| one.valid.include(day))
    }

    /// Whether a topic is the whole or a part of it.
    #[must_use]
    pub fn is_part_of(&self, topic: TopicIx, whole: TopicIx) -> bool {
        self.topic_tree().is_in(topic, &[whole])
    }

    /// Whether an area is the other, or lies in it.
    #[must_use]
    pub fn lies_in(&self, area: AreaIx, around: AreaIx) -> bool {
        self.area_tree().is_in(area, &[around])
    }
}
