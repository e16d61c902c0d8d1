//! What nobody listens to: topics that no responsibility covers, and kinds of organisation that
//! reach nobody.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::codes::{KindId, OrganisationId};
use crate::domain::time::Day;
use crate::routing::criterion::Criteria;
use crate::routing::map::{Responsibility, RouteMap, TopicIx};

/// The topics for which on that day no responsibility holds, whatever else a signal says. In the
/// order of the map.
#[must_use]
pub fn unowned_topics(map: &RouteMap, day: Day) -> Vec<TopicIx> {
    let mut written: BTreeSet<TopicIx> = BTreeSet::new();
    for claim in listening(map, day) {
        let Some(topics) = &claim.criteria.topics else {
            return Vec::new();
        };
        written.extend(topics.iter().copied());
    }
    let is_unowned = |topic: &TopicIx| {
        !map.topic_and_above(*topic)
            .any(|topic| written.contains(&topic))
    };
    (0..)
        .map(TopicIx)
        .take(map.topics().len())
        .filter(is_unowned)
        .collect()
}

/// The kinds of organisation of which on that day every signal is a gap, also when it says an age
/// and a place. Sorted.
#[must_use]
pub fn unheard_senders(map: &RouteMap, day: Day) -> Vec<KindId> {
    let mut heard: BTreeSet<&OrganisationId> = BTreeSet::new();
    for claim in listening(map, day) {
        let Some(senders) = &claim.criteria.senders else {
            return Vec::new();
        };
        heard.extend(senders.organisations.iter());
    }
    let mut kinds: BTreeMap<&KindId, bool> = BTreeMap::new();
    for organisation in map.organisations().iter() {
        *kinds.entry(&organisation.kind).or_default() |= heard.contains(&organisation.id);
    }
    kinds
        .into_iter()
        .filter(|(_, heard)| !heard)
        .map(|(kind, _)| kind.clone())
        .collect()
}

/// The responsibilities that hold on that day for at least one signal with an age and a place:
/// every area has a place in it.
fn listening(map: &RouteMap, day: Day) -> impl Iterator<Item = &Responsibility> {
    map.responsibilities()
        .iter()
        .filter(move |claim| claim.is_valid_on(day) && !is_empty(&claim.criteria))
}

/// Whether a list of what is claimed has nothing in it.
fn is_empty(criteria: &Criteria) -> bool {
    let Criteria {
        topics,
        ages: _,
        areas,
        urgency,
        senders,
        hours: _,
    } = criteria;
    topics.as_ref().is_some_and(Vec::is_empty)
        || areas.as_ref().is_some_and(Vec::is_empty)
        || urgency.as_ref().is_some_and(BTreeSet::is_empty)
        || senders
            .as_ref()
            .is_some_and(|senders| senders.organisations.is_empty())
}
