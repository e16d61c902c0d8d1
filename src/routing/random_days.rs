//! Random worlds of which some topics, areas and organisations begin or end, for the property tests.

use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::select;

use crate::domain::time::Day;
use crate::map_parts::criterion::Question;
use crate::routing::map::{MapEntry, MapParts, Responsibility, RouteMap, ValidDays, Validity};
use crate::routing::random_maps::{AREAS, ORGANISATIONS, TOPICS, world};
use crate::routing::sample::read;

/// When the entries of a random world are there.
#[derive(Debug, Clone)]
pub(crate) struct WorldDays {
    topics: Vec<ValidDays>,
    areas: Vec<ValidDays>,
    organisations: Vec<ValidDays>,
}

impl WorldDays {
    /// The same, in which the school and the first topic are always there.
    pub(crate) fn with_the_school(mut self) -> Self {
        let school = ORGANISATIONS.iter().position(|id| *id == "school");
        self.organisations[school.unwrap()] = ValidDays::default();
        self.topics[0] = ValidDays::default();
        self
    }
}

fn any_days() -> impl Strategy<Value = ValidDays> {
    let from = weighted(0.2, select(vec!["2026-11-24", "2026-11-26"]));
    let until = weighted(0.3, select(vec!["2026-11-22", "2026-11-23", "2026-11-25"]));
    let days = (from, until).prop_map(|(from, until)| ValidDays {
        from: from.map(read),
        until: until.map(read),
    });
    days.prop_map(|days| {
        if days.is_never() {
            ValidDays::default()
        } else {
            days
        }
    })
}

/// Days of which the first area and the coordinator are always there.
pub(crate) fn any_world_days() -> impl Strategy<Value = WorldDays> {
    let some = |count: u32| proptest::collection::vec(any_days(), count as usize);
    let organisations = u32::try_from(ORGANISATIONS.len()).unwrap();
    (some(TOPICS), some(AREAS), some(organisations)).prop_map(|(topics, areas, organisations)| {
        WorldDays {
            topics,
            areas,
            organisations,
        }
    })
}

/// The random world with these responsibilities, on these days.
pub(crate) fn parts_on(days: &WorldDays, responsibilities: Vec<Responsibility>) -> MapParts {
    let mut parts = MapParts {
        responsibilities,
        ..world()
    };
    for place in 0..parts.topics.len() {
        let whole = parts.topics[place]
            .parent
            .map(|ix| parts.topics[ix.0 as usize].valid);
        parts.topics[place].valid = within(days.topics[place], whole);
    }
    for place in 1..parts.areas.len() {
        let whole = parts.areas[place]
            .parent
            .map(|ix| parts.areas[ix.0 as usize].valid);
        parts.areas[place].valid = within(days.areas[place], whole);
    }
    for (one, days) in parts.organisations.iter_mut().zip(&days.organisations) {
        if one.id != parts.settings.coordinator {
            one.valid = *days;
        }
    }
    give_heirs(&mut parts);
    parts
}

/// Those of the days on which the whole is there.
fn within(days: ValidDays, whole: Option<ValidDays>) -> ValidDays {
    let both = whole.map_or(days, |whole| days.and(whole));
    if both.is_never() {
        whole.unwrap_or_default()
    } else {
        both
    }
}

/// What ends has the first as its heir that is there on the next day; so each code has one heir.
fn give_heirs(parts: &mut MapParts) {
    for (heir, code) in heirs(&parts.topics) {
        parts.topics[heir].formerly.push(code);
    }
    for (heir, code) in heirs(&parts.areas) {
        parts.areas[heir].formerly.push(code);
    }
    for (heir, code) in heirs(&parts.organisations) {
        parts.organisations[heir].formerly.push(code);
    }
}

fn heirs<E: MapEntry>(all: &[E]) -> Vec<(usize, E::Id)> {
    let mut found = Vec::new();
    for one in all {
        let Some(next) = one.valid().until.map(|last| last.plus(1)) else {
            continue;
        };
        let heir = all.iter().position(|heir| heir.valid().include(next));
        found.extend(heir.map(|heir| (heir, one.id().clone())));
    }
    found
}

/// Whether all that a signal names is there on that day.
pub(crate) fn is_there(map: &RouteMap, asked: &Question, day: Day) -> bool {
    let topic = asked.topic.map(|ix| map.topic_at(ix).valid);
    let area = asked.area.map(|ix| map.area_at(ix).valid);
    let sender = asked
        .sender
        .as_ref()
        .map(|id| map.organisation(id).unwrap().valid);
    let all = [topic, area, sender];
    all.into_iter().flatten().all(|days| days.include(day))
}

/// Whether somebody lives in this area of the random world outside every smaller one on that day.
/// Waterdam has postcodes that its district has not. Rijnmeer lies wholly in Waterdam and Veenbroek,
/// and it is their heir.
pub(crate) fn is_place(map: &RouteMap, asked: &Question, day: Day) -> bool {
    let both = [1, 3].map(|place: usize| map.areas()[place].valid.on(day));
    let is_there = both.contains(&Validity::Holds);
    let has_ended = |validity: &Validity| matches!(validity, Validity::Lapsed(_));
    asked
        .area
        .is_some_and(|area| area.0 != 0 || !is_there || both.iter().any(has_ended))
}

/// Whether all topics, areas or senders that it names have ended before that day.
pub(crate) fn is_outlived(claim: &Responsibility, map: &RouteMap, today: Day) -> bool {
    let ended = |days: ValidDays| days.until.is_some_and(|last| last < today);
    let criteria = &claim.criteria;
    let topics = criteria
        .topics
        .iter()
        .flatten()
        .map(|ix| map.topic_at(*ix).valid);
    let areas = criteria
        .areas
        .iter()
        .flatten()
        .map(|ix| map.area_at(*ix).valid);
    let senders = criteria
        .senders
        .iter()
        .flat_map(|senders| senders.organisations.iter());
    let senders = senders.map(|id| map.organisation(id).unwrap().valid);
    let lists: [Vec<ValidDays>; 3] = [topics.collect(), areas.collect(), senders.collect()];
    lists
        .iter()
        .any(|list| !list.is_empty() && list.iter().all(|days| ended(*days)))
}
