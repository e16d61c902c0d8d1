//! By what a topic, an area or an organisation is called.

use std::collections::BTreeSet;

use crate::domain::codes::{AreaId, OrganisationId, TopicId};
use crate::domain::name_index::{Called, NameIndex};
use crate::domain::time::Day;
use crate::lookup::LookupKind;
use crate::routing::map::{Area, AreaIx, MapEntry, Organisation, RouteMap, Topic, TopicIx};

/// A thing of the map that is found by what it is called.
pub trait Named: MapEntry {
    const KIND: LookupKind;

    /// The place of what the one at this place stands for on that day: itself, or its heir.
    fn standing(map: &RouteMap, place: u32, day: Day) -> Option<u32>;

    fn code(&self) -> &str;

    /// What may be typed for it; of an area also its postcodes, which are not in here.
    fn called(&self) -> Called<'_>;
}

impl Named for Topic {
    const KIND: LookupKind = LookupKind::Topic;

    fn standing(map: &RouteMap, place: u32, day: Day) -> Option<u32> {
        map.standing_topic(TopicIx(place), day).map(|ix| ix.0)
    }

    fn code(&self) -> &str {
        self.id.as_str()
    }

    fn called(&self) -> Called<'_> {
        let also = self.also.nl.iter().chain(&self.also.en);
        Called {
            codes: with_former(self.code(), self.formerly.iter().map(TopicId::as_str)),
            names: vec![&self.name.nl, &self.name.en],
            also: also.map(String::as_str).collect(),
        }
    }
}

impl Named for Area {
    const KIND: LookupKind = LookupKind::Area;

    fn standing(map: &RouteMap, place: u32, day: Day) -> Option<u32> {
        map.standing_area(AreaIx(place), day).map(|ix| ix.0)
    }

    fn code(&self) -> &str {
        self.id.as_str()
    }

    fn called(&self) -> Called<'_> {
        let former = self.formerly.iter().map(AreaId::as_str);
        Called {
            codes: with_former(self.code(), former.chain(self.code.as_deref())),
            names: vec![&self.name],
            also: self.also.iter().map(String::as_str).collect(),
        }
    }
}

impl Named for Organisation {
    const KIND: LookupKind = LookupKind::Organisation;

    fn standing(map: &RouteMap, place: u32, day: Day) -> Option<u32> {
        map.standing_organisation(place, day)
    }

    fn code(&self) -> &str {
        self.id.as_str()
    }

    fn called(&self) -> Called<'_> {
        Called {
            codes: with_former(
                self.code(),
                self.formerly.iter().map(OrganisationId::as_str),
            ),
            names: vec![&self.name],
            also: Vec::new(),
        }
    }
}

/// A code, and what else stands for it as a code does.
fn with_former<'m>(own: &'m str, former: impl Iterator<Item = &'m str>) -> Vec<&'m str> {
    std::iter::once(own).chain(former).collect()
}

impl RouteMap {
    pub(super) fn topic_names(&self) -> &NameIndex {
        let of_topics = &self.name_indexes().topics;
        of_topics.get_or_init(|| index_of(self.topics()))
    }

    pub(super) fn area_names(&self) -> &NameIndex {
        let of_areas = &self.name_indexes().areas;
        of_areas.get_or_init(|| index_of(self.areas()))
    }

    pub(super) fn organisation_names(&self) -> &NameIndex {
        let of_organisations = &self.name_indexes().organisations;
        of_organisations.get_or_init(|| index_of(self.organisations()))
    }
}

fn index_of(things: &[impl Named]) -> NameIndex {
    let own: BTreeSet<&str> = things.iter().map(Named::code).collect();
    NameIndex::new(things.iter().map(|thing| {
        let mut called = thing.called();
        // Until it ends, what has a code is meant by it; then it leads to its heir.
        (called.codes).retain(|code| *code == thing.code() || !own.contains(code));
        called
    }))
}
