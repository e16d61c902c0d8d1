//! Topics that no responsibility covers, and kinds of organisation whose signals have no owner.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::codes::{KindId, OrganisationId};
use crate::domain::time::Day;
use crate::routing::criterion::Criteria;
use crate::routing::map::{Responsibility, RouteMap, TopicIx, ValidDays};

/// The topics for which no responsibility holds on that day, in the order of the map: at whatever
/// hours, also those that do not occur on it.
#[must_use]
pub fn unowned_topics(map: &RouteMap, day: Day) -> Vec<TopicIx> {
    let mut owned: BTreeSet<TopicIx> = BTreeSet::new();
    for claim in claims_on(map, day) {
        match &claim.criteria.topics {
            Some(topics) => owned.extend(topics),
            None => return Vec::new(),
        }
    }
    map.topic_ixs()
        .filter(|ix| map.topic_at(*ix).valid.include(day))
        .filter(|ix| !map.topic_and_above(*ix).any(|ix| owned.contains(&ix)))
        .collect()
}

/// The kinds of organisation for which every signal is a gap on that day, also with an age and a
/// place, likewise. Sorted.
#[must_use]
pub fn unheard_senders(map: &RouteMap, day: Day) -> Vec<KindId> {
    // Without topics there are no signals.
    if !map.topics().iter().any(|topic| topic.valid.include(day)) {
        return Vec::new();
    }
    let mut heard: BTreeSet<&OrganisationId> = BTreeSet::new();
    for claim in claims_on(map, day) {
        match &claim.criteria.senders {
            Some(senders) => heard.extend(senders.organisations.iter()),
            None => return Vec::new(),
        }
    }
    let mut kinds: BTreeMap<&KindId, bool> = BTreeMap::new();
    for organisation in map.organisations_on(day) {
        *kinds.entry(&organisation.kind).or_default() |= heard.contains(&organisation.id);
    }
    kinds.retain(|_, heard| !*heard);
    kinds.into_keys().cloned().collect()
}

/// The responsibilities that hold on that day for at least one signal with an age and a place:
/// every area has a place in it.
fn claims_on(map: &RouteMap, day: Day) -> impl Iterator<Item = &Responsibility> {
    map.responsibilities()
        .iter()
        .filter(move |claim| claim.valid.include(day) && holds_somewhere(&claim.criteria, map, day))
}

/// Whether something in each of its lists is there on that day.
fn holds_somewhere(criteria: &Criteria, map: &RouteMap, day: Day) -> bool {
    let Criteria {
        topics,
        ages: _,
        areas,
        senders,
        choices,
    } = criteria;
    let is_there = |days: ValidDays| days.include(day);
    let topics = topics.as_ref().is_none_or(|list| {
        let mut days = list.iter().map(|ix| map.topic_at(*ix).valid);
        days.any(is_there)
    });
    let areas = areas.as_ref().is_none_or(|list| {
        let mut days = list.iter().map(|ix| map.area_at(*ix).valid);
        days.any(is_there)
    });
    let senders = senders.as_ref().is_none_or(|senders| {
        let mut these = map.organisations_on(day);
        these.any(|one| senders.organisations.contains(&one.id))
    });
    topics && areas && senders && !choices.allowed().is_empty()
}
