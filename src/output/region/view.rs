//! A region for scripts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use crate::domain::codes::{AreaId, OrganisationId, TopicId};
use crate::domain::time::Day;
use crate::map_analysis::region::Region;
use crate::routing::ages::AgeSubject;
use crate::routing::choice::{Choice, Choices, Values};
use crate::routing::map::{MapEntry, RouteMap};

/// A region as codes; `None` where nothing limits it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RegionView {
    topics: Option<Vec<TopicId>>,
    several: bool,
    areas: Option<Vec<AreaId>>,
    area_unknown: bool,
    ages: Option<String>,
    age_unknown: bool,
    youngest: Option<String>,
    youngest_unknown: bool,
    #[serde(flatten)]
    choices: ChoicesView,
    senders: Option<Arc<BTreeSet<OrganisationId>>>,
    from: Day,
    until: Option<Day>,
}

/// The codes of each choice, under its name; `None` where nothing limits it.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
struct ChoicesView(BTreeMap<Choice, Option<Vec<&'static str>>>);

impl From<Choices> for ChoicesView {
    fn from(choices: Choices) -> Self {
        let mut codes = BTreeMap::new();
        for (choice, values) in choices.iter() {
            let limited = values != Values::all(choice);
            codes.insert(choice, limited.then(|| values.codes(choice).collect()));
        }
        Self(codes)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for ChoicesView {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ChoicesView".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        use crate::domain::codes::CodeEnum as _;

        let mut properties = serde_json::Map::new();
        for choice in Choice::ALL {
            let codes = serde_json::json!({
                "type": ["array", "null"],
                "items": {"type": "string", "enum": choice.codes()},
            });
            properties.insert(choice.to_string(), codes);
        }
        let required: Vec<String> = properties.keys().cloned().collect();
        schemars::json_schema!({
            "type": "object",
            "properties": properties,
            "required": required,
        })
    }
}

impl RegionView {
    pub fn new(region: &Region, map: &RouteMap) -> Self {
        let Region {
            topics,
            several,
            areas,
            area_unknown,
            ages,
            choices,
            senders,
            from,
            until,
        } = region;
        let [person, youngest] =
            [AgeSubject::Person, AgeSubject::YoungestChild].map(|subject| ages.get(subject));
        Self {
            topics: (topics.len() < there(map.topics(), *from)).then(|| {
                topics
                    .iter()
                    .map(|ix| map.topic_at(*ix).id.clone())
                    .collect()
            }),
            several: *several,
            areas: (areas.len() < there(map.areas(), *from))
                .then(|| areas.iter().map(|ix| map.area_at(*ix).id.clone()).collect()),
            area_unknown: *area_unknown,
            ages: person.known.map(|ages| ages.to_string()),
            age_unknown: person.unknown,
            youngest: youngest.known.map(|ages| ages.to_string()),
            youngest_unknown: youngest.unknown,
            choices: ChoicesView::from(*choices),
            senders: (senders.len() < there(map.organisations(), *from))
                .then(|| Arc::clone(senders)),
            from: *from,
            until: *until,
        }
    }

    /// All of them, in order.
    pub fn list(regions: &[Region], map: &RouteMap) -> Vec<Self> {
        regions
            .iter()
            .map(|region| Self::new(region, map))
            .collect()
    }
}

/// How many are there on a day.
fn there<E: MapEntry>(all: &[E], day: Day) -> usize {
    let there = all.iter().filter(|one| one.valid().include(day));
    there.count()
}
