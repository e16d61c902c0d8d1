//! By what a topic, an area or an organisation is called.

use crate::domain::codes::{AreaId, OrganisationId, TopicId};
use crate::domain::name_index::{Called, NameIndex};
use crate::lookup::LookupKind;
use crate::routing::map::{Area, Organisation, RouteMap, Topic};

/// A thing of the map that is found by what it is called.
pub trait Named {
    const KIND: LookupKind;

    fn code(&self) -> &str;

    /// What may be typed for it; of an area also its postcodes, which are not in here.
    fn called(&self) -> Called<'_>;
}

impl Named for Topic {
    const KIND: LookupKind = LookupKind::Topic;

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
    NameIndex::new(things.iter().map(Named::called))
}
