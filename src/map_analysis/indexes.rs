//! The indexes of a map's topics, areas and responsibilities.

use crate::domain::codes::OrganisationId;
use crate::routing::map::{AreaIx, Responsibility, ResponsibilityIx, RouteMap, TopicIx};

impl RouteMap {
    pub(super) fn topic_ixs(&self) -> impl Iterator<Item = TopicIx> + use<> {
        (0..).map(TopicIx).take(self.topics().len())
    }

    pub(super) fn area_ixs(&self) -> impl Iterator<Item = AreaIx> + use<> {
        (0..).map(AreaIx).take(self.areas().len())
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

    /// Whether a topic, or one above it, is in the list.
    pub(super) fn is_topic_in(&self, topic: TopicIx, list: &[TopicIx]) -> bool {
        self.topic_and_above(topic).any(|ix| list.contains(&ix))
    }

    /// Whether an area, or one around it, is in the list.
    pub(super) fn is_area_in(&self, area: AreaIx, list: &[AreaIx]) -> bool {
        self.area_and_above(area).any(|ix| list.contains(&ix))
    }

    /// Whether a topic is the whole or a part of it.
    #[must_use]
    pub fn is_part_of(&self, topic: TopicIx, whole: TopicIx) -> bool {
        self.is_topic_in(topic, &[whole])
    }

    /// Whether an area is the other, or lies in it.
    #[must_use]
    pub fn lies_in(&self, area: AreaIx, around: AreaIx) -> bool {
        self.is_area_in(area, &[around])
    }
}
