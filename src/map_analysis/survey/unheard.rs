//! Topics that no responsibility covers, and kinds of organisation whose signals have no owner.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::codes::{KindId, OrganisationId};
use crate::domain::time::Day;
use crate::routing::criterion::Criteria;
use crate::routing::map::{Responsibility, RouteMap, TopicIx};

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
        .filter(|ix| !map.topic_and_above(*ix).any(|ix| owned.contains(&ix)))
        .collect()
}

/// The kinds of organisation for which every signal is a gap on that day, also with an age and a
/// place, likewise. Sorted.
#[must_use]
pub fn unheard_senders(map: &RouteMap, day: Day) -> Vec<KindId> {
    let mut heard: BTreeSet<&OrganisationId> = BTreeSet::new();
    for claim in claims_on(map, day) {
        match &claim.criteria.senders {
            Some(senders) => heard.extend(senders.organisations.iter()),
            None => return Vec::new(),
        }
    }
    let mut kinds: BTreeMap<&KindId, bool> = BTreeMap::new();
    for organisation in map.organisations() {
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
        .filter(move |claim| claim.valid.include(day) && !has_empty_list(&claim.criteria))
}

fn has_empty_list(criteria: &Criteria) -> bool {
    let Criteria {
        topics,
        ages: _,
        areas,
        senders,
        choices,
    } = criteria;
    topics.as_ref().is_some_and(Vec::is_empty)
        || areas.as_ref().is_some_and(Vec::is_empty)
        || choices.allowed().is_empty()
        || senders
            .as_ref()
            .is_some_and(|senders| senders.organisations.is_empty())
}
