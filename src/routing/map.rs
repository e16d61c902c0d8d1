//! The route map: who has agreed to own what.

use std::collections::HashMap;

pub use super::parts::{
    Area, AreaIx, Contact, ContactHours, EmergencyLine, Hours, MapParts, OfficeHours, OpenPoint, Organisation, Place, Promises,
    Responsibility, ResponsibilityIx, Settings, StillOpen, Text, Topic, TopicIx,
};
use crate::domain::codes::{AreaId, OrganisationId, TopicId};
use crate::domain::time::{Day, Moment};

/// A map that is ready to decide.
#[derive(Debug, Clone)]
pub struct RouteMap {
    parts: MapParts,
    topic_by_id: HashMap<TopicId, TopicIx>,
    area_by_id: HashMap<AreaId, AreaIx>,
    organisation_by_id: HashMap<OrganisationId, usize>,
}

fn ix(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

impl RouteMap {
    /// Makes the map ready to decide.
    #[must_use]
    pub fn new(parts: MapParts) -> Self {
        let topic_by_id = parts.topics.iter().enumerate().map(|(n, t)| (t.id.clone(), TopicIx(ix(n)))).collect();
        let area_by_id = parts.areas.iter().enumerate().map(|(n, a)| (a.id.clone(), AreaIx(ix(n)))).collect();
        let organisation_by_id = parts.organisations.iter().enumerate().map(|(n, o)| (o.id.clone(), n)).collect();
        Self { parts, topic_by_id, area_by_id, organisation_by_id }
    }

    /// What holds for the whole map.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.parts.settings
    }

    /// The topics. A parent stands before its children.
    #[must_use]
    pub fn topics(&self) -> &[Topic] {
        &self.parts.topics
    }

    /// The areas. A parent stands before the areas inside it.
    #[must_use]
    pub fn areas(&self) -> &[Area] {
        &self.parts.areas
    }

    /// The organisations, in the order of the files.
    pub fn organisations(&self) -> impl ExactSizeIterator<Item = &Organisation> {
        self.parts.organisations.iter()
    }

    /// What they have agreed to own, in the order of the files.
    pub fn responsibilities(&self) -> impl ExactSizeIterator<Item = &Responsibility> {
        self.parts.responsibilities.iter()
    }

    /// What they know to be open still, in the order of the files.
    #[must_use]
    pub fn open_points(&self) -> &[OpenPoint] {
        &self.parts.open_points
    }

    /// The responsibility at this place. `None` only for a place of another map.
    #[must_use]
    pub fn responsibility_at(&self, ix: ResponsibilityIx) -> Option<&Responsibility> {
        self.parts.responsibilities.get(ix.0 as usize)
    }

    /// The topic with this code.
    #[must_use]
    pub fn topic_ix(&self, id: &TopicId) -> Option<TopicIx> {
        self.topic_by_id.get(id).copied()
    }

    /// The area with this code.
    #[must_use]
    pub fn area_ix(&self, id: &AreaId) -> Option<AreaIx> {
        self.area_by_id.get(id).copied()
    }

    /// The topic with this code.
    #[must_use]
    pub fn topic(&self, id: &TopicId) -> Option<&Topic> {
        self.topic_at(self.topic_ix(id)?)
    }

    /// The area with this code.
    #[must_use]
    pub fn area(&self, id: &AreaId) -> Option<&Area> {
        self.area_at(self.area_ix(id)?)
    }

    /// The organisation with this code.
    #[must_use]
    pub fn organisation(&self, id: &OrganisationId) -> Option<&Organisation> {
        self.parts.organisations.get(*self.organisation_by_id.get(id)?)
    }

    /// The topic at this place. `None` only for a place of another map.
    #[must_use]
    pub fn topic_at(&self, ix: TopicIx) -> Option<&Topic> {
        self.parts.topics.get(ix.0 as usize)
    }

    /// The area at this place. `None` only for a place of another map.
    #[must_use]
    pub fn area_at(&self, ix: AreaIx) -> Option<&Area> {
        self.parts.areas.get(ix.0 as usize)
    }

    /// The topic itself, then what it is part of, up to the top.
    pub fn topic_and_above(&self, ix: TopicIx) -> impl Iterator<Item = TopicIx> {
        std::iter::successors(Some(ix), |ix| self.topic_at(*ix)?.parent)
    }

    /// The area itself, then the areas it lies in, up to the largest.
    pub fn area_and_above(&self, ix: AreaIx) -> impl Iterator<Item = AreaIx> {
        std::iter::successors(Some(ix), |ix| self.area_at(*ix)?.parent)
    }

    /// The topics at the top of the tree: together they cover every topic.
    pub fn root_topics(&self) -> impl Iterator<Item = TopicIx> {
        (0..).zip(&self.parts.topics).filter(|(_, topic)| topic.parent.is_none()).map(|(place, _)| TopicIx(place))
    }

    /// Who decides in this area what nobody owns.
    #[must_use]
    pub fn coordinator_of(&self, area: Option<AreaIx>) -> &OrganisationId {
        let own = area.and_then(|area| self.area_and_above(area).find_map(|ix| self.area_at(ix)?.coordinator.as_ref()));
        own.unwrap_or(&self.settings().coordinator)
    }

    /// Whether it is office time at that moment. An office may be open on Saturdays; a day that the map opens counts whatever its weekday.
    #[must_use]
    pub fn hours_at(&self, at: Moment) -> Hours {
        let OfficeHours { days, from, to } = &self.settings().office_hours;
        let calendar = &self.settings().calendar;
        let (day, clock) = (self.settings().zone.day(at), self.settings().zone.clock(at));
        let open = calendar.open_days.contains(&day) || (days.contains(&day.weekday()) && !calendar.is_holiday(day));
        if open && (*from..*to).contains(&clock) { Hours::Office } else { Hours::Outside }
    }

    /// The day on which it is `at` in the map's zone.
    #[must_use]
    pub fn day(&self, at: Moment) -> Day {
        self.settings().zone.day(at)
    }
}

/// Trees, from the top down.
impl RouteMap {
    /// The area and everything that lies in it.
    #[must_use]
    pub fn areas_within(&self, id: &AreaId) -> Vec<AreaId> {
        let Some(top) = self.area_ix(id) else { return Vec::new() };
        let inside = |area: &&Area| self.area_ix(&area.id).is_some_and(|ix| self.area_and_above(ix).any(|above| above == top));
        self.parts.areas.iter().filter(inside).map(|area| area.id.clone()).collect()
    }

    /// The topic and everything that is part of it.
    #[must_use]
    pub fn topics_within(&self, id: &TopicId) -> Vec<TopicId> {
        let Some(top) = self.topic_ix(id) else { return Vec::new() };
        let inside = |topic: &&Topic| self.topic_ix(&topic.id).is_some_and(|ix| self.topic_and_above(ix).any(|above| above == top));
        self.parts.topics.iter().filter(inside).map(|topic| topic.id.clone()).collect()
    }
}
