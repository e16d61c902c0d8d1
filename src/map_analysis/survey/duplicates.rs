//! The same responsibility twice.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use crate::domain::age::AgeRange;
use crate::domain::codes::{CodeEnum, OrganisationId};
use crate::domain::signal::Urgency;
use crate::domain::time::Day;
use crate::map_analysis::survey::days::DayRange;
use crate::routing::criterion::Criteria;
use crate::routing::map::{AreaIx, Hours, Responsibility, ResponsibilityIx, RouteMap, TopicIx};

/// A responsibility that says what an earlier one of the same organisation says, for the same
/// signals, on some of the same days.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duplicate {
    /// The first that says it.
    pub first: ResponsibilityIx,
    /// The one that says it again.
    pub again: ResponsibilityIx,
}

/// For which signals criteria are, written in one way only. Equal exactly when the criteria contain
/// each other.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Meaning<'a> {
    topics: Option<BTreeSet<TopicIx>>,
    ages: Option<AgeRange>,
    areas: Option<BTreeSet<AreaIx>>,
    urgency: Option<&'a BTreeSet<Urgency>>,
    senders: Option<&'a Arc<BTreeSet<OrganisationId>>>,
    hours: Option<Hours>,
}

impl<'a> Meaning<'a> {
    fn of(criteria: &'a Criteria, map: &RouteMap) -> Self {
        let Criteria {
            topics,
            ages,
            areas,
            urgency,
            senders,
            hours,
        } = criteria;
        let all_topics =
            |topics: &&Vec<TopicIx>| map.root_topics().all(|root| topics.contains(&root));
        let largest_topics = |topics: &Vec<TopicIx>| {
            let is_largest = |topic: &&TopicIx| {
                !map.topic_and_above(**topic)
                    .skip(1)
                    .any(|above| topics.contains(&above))
            };
            topics.iter().filter(is_largest).copied().collect()
        };
        let largest_areas = |areas: &Vec<AreaIx>| {
            let is_largest = |area: &&AreaIx| {
                !map.area_and_above(**area)
                    .skip(1)
                    .any(|above| areas.contains(&above))
            };
            areas.iter().filter(is_largest).copied().collect()
        };
        Self {
            topics: topics
                .as_ref()
                .filter(|topics| !all_topics(topics))
                .map(largest_topics),
            ages: *ages,
            areas: areas.as_ref().map(largest_areas),
            urgency: urgency
                .as_ref()
                .filter(|these| these.len() < Urgency::ALL.len()),
            senders: senders.as_ref().map(|senders| &senders.organisations),
            hours: *hours,
        }
    }
}

/// All that is said again, from `today` on, each once. By what is said again.
#[must_use]
pub fn duplicates(map: &RouteMap, today: Day) -> Vec<Duplicate> {
    let days = DayRange::since(today);
    let mut said: HashMap<
        (&OrganisationId, Meaning<'_>),
        Vec<(ResponsibilityIx, &Responsibility)>,
        FxBuildHasher,
    > = HashMap::default();
    let mut duplicates = Vec::new();
    for (ix, claim) in (0..)
        .map(ResponsibilityIx)
        .zip(map.responsibilities().iter())
    {
        if !days.overlap(claim.valid_from, claim.valid_until) {
            continue;
        }
        let same = said
            .entry((&claim.owner, Meaning::of(&claim.criteria, map)))
            .or_default();
        let first = same
            .iter()
            .find(|(_, earlier)| hold_together(earlier, claim, today))
            .map(|(first, _)| *first);
        duplicates.extend(first.map(|first| Duplicate { first, again: ix }));
        same.push((ix, claim));
    }
    duplicates
}

/// Whether there is a day from today on when both hold.
fn hold_together(one: &Responsibility, other: &Responsibility, today: Day) -> bool {
    let from = one
        .valid_from
        .max(other.valid_from)
        .map_or(today, |from| from.max(today));
    let until = [one.valid_until, other.valid_until]
        .into_iter()
        .flatten()
        .min();
    until.is_none_or(|until| from <= until)
}
