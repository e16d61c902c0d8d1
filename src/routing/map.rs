//! The route map: who has agreed to own what.

use std::collections::BTreeSet;
use std::iter::once;
use std::sync::Arc;

use crate::domain::codes::OrganisationId;
use crate::domain::event::{Actor, AsWas, Via};
use crate::domain::name_index::NameIndexes;
use crate::domain::residence::Postcode;
use crate::domain::time::Day;
use crate::domain::words::PersonName;
pub use crate::map_parts::entry::MapEntry;
pub use crate::map_parts::office_hours::{Hours, OfficeHours};
pub use crate::map_parts::position::{MapLine, MapPosition};
pub use crate::map_parts::promises::{AcutePromises, OwnerTerms, Promises};
pub use crate::map_parts::text::Text;
pub use crate::map_parts::tree::{AreaIx, TopicIx, Tree};
pub use crate::map_parts::valid_days::{ValidDays, Validity};
pub use crate::map_parts::{
    Area, Contact, ContactHours, EmergencyLine, Escalation, Listener, MapParts, MapSettings,
    OpenPoint, Organisation, Responsibility, ResponsibilityIx, SenderLevels, SendersApart,
    StillOpen, Synonyms, Topic,
};
use crate::routing::codes::Codes;
use crate::routing::index::{Index, entry};
use crate::routing::prefilter::Prefilter;

/// A map that is ready to decide.
#[derive(Debug)]
pub struct RouteMap {
    settings: MapSettings,
    topics: Vec<Topic>,
    areas: Vec<Area>,
    organisations: Vec<Organisation>,
    responsibilities: Vec<Responsibility>,
    open_points: Vec<OpenPoint>,
    index: Index,
    pub(super) topic_codes: Codes<Topic>,
    pub(super) area_codes: Codes<Area>,
    pub(super) organisation_codes: Codes<Organisation>,
    /// One for each responsibility.
    prefilters: Vec<Prefilter>,
    topic_tree: Tree<TopicIx>,
    area_tree: Tree<AreaIx>,
    names: NameIndexes,
    /// The days on which a topic, area or organisation begins or is no more. Sorted.
    turns: Vec<Day>,
    /// The organisations that are not always there, by their days.
    passing: Vec<(ValidDays, Arc<BTreeSet<OrganisationId>>)>,
}

impl RouteMap {
    /// Makes the map ready to decide. Whoever read the parts has found that each reference leads
    /// somewhere: that is not checked again here.
    ///
    /// # Panics
    /// The owner or an area of a responsibility is not in the map. Any other reference into nothing
    /// panics later, when it is followed.
    #[must_use]
    pub fn new(parts: MapParts) -> Self {
        let organisation_codes = Codes::new(&parts.organisations);
        let index = Index::new(&parts, &organisation_codes);
        let MapParts {
            settings,
            topics,
            areas,
            organisations,
            mut responsibilities,
            open_points,
        } = parts;
        // Nobody owns anything before an organisation begins or after it has ended.
        for claim in &mut responsibilities {
            let owner = organisation_codes.own(&claim.owner);
            let owner = owner.map(|place| entry(&organisations, place));
            claim.valid = owner.map_or(claim.valid, |owner| claim.valid.and(owner.valid));
        }
        Self {
            index,
            names: NameIndexes::default(),
            turns: turns(&topics, &areas, &organisations),
            passing: passing(&organisations),
            prefilters: responsibilities.iter().map(Prefilter::of).collect(),
            topic_codes: Codes::new(&topics),
            area_codes: Codes::new(&areas),
            organisation_codes,
            topic_tree: Tree::new(topics.iter().map(|topic| topic.parent)),
            area_tree: Tree::new(areas.iter().map(|area| area.parent)),
            settings,
            topics,
            areas,
            organisations,
            responsibilities,
            open_points,
        }
    }

    /// What holds for the whole map.
    #[must_use]
    pub fn settings(&self) -> &MapSettings {
        &self.settings
    }

    /// The days on which a topic, area or organisation begins or is no more. Sorted.
    #[must_use]
    pub fn turns(&self) -> &[Day] {
        &self.turns
    }

    /// The organisations that are not always there, by their days.
    #[must_use]
    pub fn passing_organisations(&self) -> &[(ValidDays, Arc<BTreeSet<OrganisationId>>)] {
        &self.passing
    }

    /// The topics. A parent stands before its children.
    #[must_use]
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// The areas. A parent stands before the areas inside it.
    #[must_use]
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// The organisations, in the order of the files.
    #[must_use]
    pub fn organisations(&self) -> &[Organisation] {
        &self.organisations
    }

    /// What they have agreed to own, in the order of the files.
    #[must_use]
    pub fn responsibilities(&self) -> &[Responsibility] {
        &self.responsibilities
    }

    /// What they know to be open still, in the order of the files.
    #[must_use]
    pub fn open_points(&self) -> &[OpenPoint] {
        &self.open_points
    }

    /// The responsibility at this place.
    ///
    /// # Panics
    /// The place is of another map.
    #[must_use]
    pub fn responsibility(&self, ix: ResponsibilityIx) -> &Responsibility {
        entry(&self.responsibilities, ix.0)
    }

    pub(super) fn prefilter(&self, ix: ResponsibilityIx) -> &Prefilter {
        entry(&self.prefilters, ix.0)
    }

    /// The responsibilities whose topics and areas cover these, by place, each once. `None`: the map
    /// does not know the topic, or the sender does not know the area.
    #[must_use]
    pub fn covering(&self, topic: Option<TopicIx>, area: Option<AreaIx>) -> Vec<ResponsibilityIx> {
        let topics = self.topics_covering(topic);
        let areas = area
            .into_iter()
            .flat_map(|area| self.area_and_above(area))
            .map(Some)
            .chain(once(None));
        self.with_areas_and_topics(areas, &topics)
    }

    /// What a responsibility may list to cover this topic: the topic, what it is part of, or nothing.
    pub(super) fn topics_covering(&self, topic: Option<TopicIx>) -> Vec<Option<TopicIx>> {
        topic
            .into_iter()
            .flat_map(|topic| self.topic_and_above(topic))
            .map(Some)
            .chain(once(None))
            .collect()
    }

    /// The responsibilities with exactly one of these areas and topics, by place, each once.
    pub(super) fn with_areas_and_topics(
        &self,
        areas: impl Iterator<Item = Option<AreaIx>>,
        topics: &[Option<TopicIx>],
    ) -> Vec<ResponsibilityIx> {
        // Every decision makes this list: room at once for what covers an ordinary signal.
        let mut found = Vec::with_capacity(16);
        for area in areas {
            found.extend(self.index.with_area_and_topics(area, topics));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The responsibilities with one of these topics in any area; one with two areas comes twice.
    pub(super) fn with_topics(
        &self,
        topics: &[Option<TopicIx>],
    ) -> impl Iterator<Item = ResponsibilityIx> {
        self.index.with_topics(topics)
    }

    /// What the organisation owns, in the order of the map.
    pub fn owned_by(&self, id: &OrganisationId) -> impl Iterator<Item = &Responsibility> {
        let number = self.organisation_codes.own(id);
        number
            .into_iter()
            .flat_map(|number| self.index.owned_by(number))
            .map(|ix| self.responsibility(ix))
    }

    /// What the organisation is called, or the heir of that code; the code when the map does not know
    /// it.
    #[must_use]
    pub fn name_of<'a>(&'a self, id: &'a OrganisationId) -> &'a str {
        self.known_organisation(id)
            .map_or(id.as_str(), |organisation| &organisation.name)
    }

    /// An actor with the name that the organisation has now.
    #[must_use]
    pub fn actor(&self, id: &OrganisationId, person: Option<PersonName>, via: Via) -> Actor {
        Actor {
            organisation: id.clone(),
            person,
            via,
            as_was: self.as_it_is(id),
        }
    }

    /// What the organisation is called and how it is reached now, for an event to keep.
    #[must_use]
    pub fn as_it_is(&self, id: &OrganisationId) -> Option<AsWas> {
        let organisation = self.known_organisation(id)?;
        let contact = organisation.contact.as_ref();
        Some(AsWas {
            name: organisation.name.clone(),
            phone: contact.and_then(|contact| contact.phone.clone()),
            email: contact.and_then(|contact| contact.email.clone()),
        })
    }

    /// The topic at this place of this map.
    ///
    /// # Panics
    /// The place is of another map.
    #[must_use]
    pub fn topic_at(&self, ix: TopicIx) -> &Topic {
        entry(&self.topics, ix.0)
    }

    /// The area at this place of this map.
    ///
    /// # Panics
    /// The place is of another map.
    #[must_use]
    pub fn area_at(&self, ix: AreaIx) -> &Area {
        entry(&self.areas, ix.0)
    }

    /// The indexes by name, filled when a name is looked up.
    pub(crate) fn name_indexes(&self) -> &NameIndexes {
        &self.names
    }

    /// Which topics are part of which.
    #[must_use]
    pub fn topic_tree(&self) -> &Tree<TopicIx> {
        &self.topic_tree
    }

    /// Which areas lie in which.
    #[must_use]
    pub fn area_tree(&self) -> &Tree<AreaIx> {
        &self.area_tree
    }

    /// The topic itself, then what it is part of, up to the top.
    ///
    /// # Panics
    /// The place is of another map.
    pub fn topic_and_above(&self, ix: TopicIx) -> impl Iterator<Item = TopicIx> {
        self.topic_tree.and_above(ix)
    }

    /// The area itself, then the areas it lies in, up to the largest.
    ///
    /// # Panics
    /// The place is of another map.
    pub fn area_and_above(&self, ix: AreaIx) -> impl Iterator<Item = AreaIx> {
        self.area_tree.and_above(ix)
    }

    /// The smallest area that holds the postcode on that day. What has ended leaves its postcodes to
    /// its heir, as far as no other area holds them.
    #[must_use]
    pub fn area_with(&self, postcode: Postcode, day: Day) -> Option<AreaIx> {
        let holding = (self.area_tree.places())
            .zip(&self.areas)
            .filter(|(_, area)| {
                let mut ranges = area.postcodes.iter();
                ranges.any(|(from, to)| (*from..=*to).contains(&postcode.number()))
            });
        holding
            .filter_map(|(ix, _)| self.holder(ix, day))
            .max()
            .map(|(_, ix)| ix)
    }

    /// Who holds on that day the postcodes that the map gives to an area. The more it counts, the
    /// greater: itself before an heir, and the smaller area first.
    pub(crate) fn holder(&self, ix: AreaIx, day: Day) -> Option<((bool, usize), AreaIx)> {
        let standing = self.standing_area(ix, day)?;
        let depth = self.area_and_above(standing).count();
        Some(((standing == ix, depth), standing))
    }

    /// Who decides in this area on that day what nobody owns: its coordinator or the heir of that one,
    /// else that of the area around it, else the map's own.
    ///
    /// # Panics
    /// The area is of another map.
    #[must_use]
    pub fn coordinator_of(&self, area: Option<AreaIx>, day: Day) -> &OrganisationId {
        let own = area.and_then(|area| {
            self.area_and_above(area).find_map(|ix| {
                let named = self.area_at(ix).coordinator.as_ref()?;
                Some(&self.organisation_on(named, day)?.id)
            })
        });
        own.unwrap_or_else(|| self.own_coordinator(day))
    }

    /// The coordinator of the whole map on that day.
    #[must_use]
    pub fn own_coordinator(&self, day: Day) -> &OrganisationId {
        let named = &self.settings.coordinator;
        self.organisation_on(named, day)
            .map_or(named, |one| &one.id)
    }

    /// The areas within an area, itself left out.
    pub(super) fn areas_below(&self, top: AreaIx) -> impl Iterator<Item = AreaIx> {
        self.area_tree.within(top).filter(move |ix| *ix != top)
    }
}

fn turns(topics: &[Topic], areas: &[Area], organisations: &[Organisation]) -> Vec<Day> {
    let topics = topics.iter().map(|topic| topic.valid);
    let areas = areas.iter().map(|area| area.valid);
    let organisations = organisations.iter().map(|one| one.valid);
    let all = topics.chain(areas).chain(organisations);
    let turns: BTreeSet<Day> = all.flat_map(ValidDays::turns).collect();
    turns.into_iter().collect()
}

fn passing(organisations: &[Organisation]) -> Vec<(ValidDays, Arc<BTreeSet<OrganisationId>>)> {
    let mut by_days: Vec<(ValidDays, BTreeSet<OrganisationId>)> = Vec::new();
    for one in organisations {
        if one.valid == ValidDays::default() {
            continue;
        }
        match by_days.iter_mut().find(|(days, _)| *days == one.valid) {
            Some((_, these)) => drop(these.insert(one.id.clone())),
            None => by_days.push((one.valid, [one.id.clone()].into())),
        }
    }
    let shared = by_days.into_iter();
    shared
        .map(|(days, these)| (days, Arc::new(these)))
        .collect()
}
