//! The same responsibility twice.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use crate::domain::codes::OrganisationId;
use crate::domain::time::Day;
use crate::map_analysis::survey::days::DayRange;
use crate::routing::ages::AgeLimits;
use crate::routing::choice::Choices;
use crate::routing::criterion::Criteria;
use crate::routing::map::{AreaIx, Responsibility, ResponsibilityIx, RouteMap, TopicIx};

/// A responsibility that repeats an earlier one of the same organisation, for the same signals, on
/// some of the same days.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duplicate {
    pub first: ResponsibilityIx,
    pub again: ResponsibilityIx,
}

/// Criteria in normal form: equal exactly when the criteria contain each other.
#[derive(Debug, PartialEq, Eq, Hash)]
struct NormalCriteria<'a> {
    topics: Option<BTreeSet<TopicIx>>,
    ages: AgeLimits,
    areas: Option<BTreeSet<AreaIx>>,
    senders: Option<&'a Arc<BTreeSet<OrganisationId>>>,
    choices: Choices,
}

impl<'a> NormalCriteria<'a> {
    fn of(criteria: &'a Criteria, map: &RouteMap) -> Self {
        let Criteria {
            topics,
            ages,
            areas,
            senders,
            choices,
        } = criteria;
        Self {
            topics: topics
                .as_ref()
                .filter(|list| !map.topic_tree().roots().all(|root| list.contains(&root)))
                .map(|list| map.topic_tree().largest(list)),
            ages: *ages,
            areas: areas.as_ref().map(|list| map.area_tree().largest(list)),
            senders: senders.as_ref().map(|senders| &senders.organisations),
            choices: choices.allowed(),
        }
    }
}

/// The responsibilities that repeat an earlier one, from `today` on, each once, by place.
#[must_use]
pub fn duplicates(map: &RouteMap, today: Day) -> Vec<Duplicate> {
    let days = DayRange::since(today);
    let mut known: HashMap<_, Vec<(ResponsibilityIx, &Responsibility)>, FxBuildHasher> =
        HashMap::default();
    let mut duplicates = Vec::new();
    for (again, claim) in map.numbered_responsibilities() {
        if !days.overlap(claim.valid) {
            continue;
        }
        let meaning = NormalCriteria::of(&claim.criteria, map);
        let same = known.entry((&claim.owner, meaning)).or_default();
        let mut earlier = same.iter();
        if let Some((first, _)) = earlier.find(|(_, one)| hold_together(one, claim, today)) {
            let first = *first;
            duplicates.push(Duplicate { first, again });
        }
        same.push((again, claim));
    }
    duplicates
}

/// Whether both hold on some day from today on.
fn hold_together(one: &Responsibility, other: &Responsibility, today: Day) -> bool {
    let from = one.valid.from.max(other.valid.from).max(Some(today));
    let untils = one.valid.until.into_iter().chain(other.valid.until);
    untils.min().is_none_or(|until| from <= Some(until))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::routing::random_maps::{any_crowded_responsibilities, map_of};
    use crate::routing::sample::{read, today};

    fn days() -> impl Iterator<Item = Day> {
        ["2026-11-23", "2026-11-24", "2026-11-26"]
            .into_iter()
            .map(read)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_duplicate_says_the_same_as_an_earlier_one(responsibilities in any_crowded_responsibilities()) {
        let map = map_of(responsibilities.clone());
        let mut expected = Vec::new();
        for (n, again) in responsibilities.iter().enumerate() {
            let says_the_same = |(_, first): &(usize, &Responsibility)| {
                first.owner == again.owner
                    && first.criteria.contain(&again.criteria, &map)
                    && again.criteria.contain(&first.criteria, &map)
                    && days().any(|day| first.valid.include(day) && again.valid.include(day))
            };
            let first = responsibilities[..n].iter().enumerate().find(says_the_same);
            let ix = |place: usize| ResponsibilityIx(u32::try_from(place).unwrap());
            expected.extend(first.map(|(first, _)| Duplicate { first: ix(first), again: ix(n) }));
        }
        prop_assert_eq!(duplicates(&map, today()), expected);
    }
    }
}
