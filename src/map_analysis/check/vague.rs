//! Signals that nobody owns because the sender leaves something open, and not because nobody owns
//! them anyway.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::age::AgeRange;
use crate::map_analysis::region::Region;
use crate::routing::map::{AreaIx, RouteMap};

/// What is left of the vague regions without the signals that are a gap for every age in every
/// place: knowing more would not help there.
pub(super) fn that_knowing_would_help(
    vague: Vec<Region>,
    definite: &[Region],
    map: &RouteMap,
) -> Vec<Region> {
    let around: BTreeSet<AreaIx> = map.areas().iter().filter_map(|area| area.parent).collect();
    let smallest = (0..)
        .map(AreaIx)
        .take(map.areas().len())
        .filter(|area| !around.contains(area))
        .collect::<Vec<_>>();
    let everywhere = |gap: &&Region| {
        gap.ages == Some(AgeRange::ALL) && smallest.iter().all(|area| gap.areas.contains(area))
    };
    let mut left = vague;
    for gap in definite.iter().filter(everywhere) {
        left = left.iter().flat_map(|region| beside(region, gap)).collect();
    }
    left
}

/// The parts of a region that differ from a gap in topic, urgency, sender or hours.
fn beside(region: &Region, gap: &Region) -> Vec<Region> {
    let mut shared = region.clone();
    let mut parts = Vec::new();
    let (these, others) = region
        .topics
        .iter()
        .partition(|topic| gap.topics.contains(topic));
    parts.push(Region {
        topics: others,
        ..shared.clone()
    });
    shared.topics = these;
    let (these, others) = region
        .urgency
        .iter()
        .partition(|urgency| gap.urgency.contains(urgency));
    parts.push(Region {
        urgency: others,
        ..shared.clone()
    });
    shared.urgency = these;
    let (these, others) = region
        .hours
        .iter()
        .partition(|hours| gap.hours.contains(hours));
    parts.push(Region {
        hours: others,
        ..shared.clone()
    });
    shared.hours = these;
    let others = region
        .senders
        .iter()
        .filter(|sender| !gap.senders.contains(*sender))
        .cloned()
        .collect();
    parts.push(Region {
        senders: Arc::new(others),
        ..shared
    });
    parts.retain(|part| {
        !(part.topics.is_empty()
            || part.urgency.is_empty()
            || part.hours.is_empty()
            || part.senders.is_empty())
    });
    parts
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::domain::codes::CodeEnum as _;
    use crate::domain::signal::Urgency;
    use crate::routing::map::{Hours, TopicIx};
    use crate::routing::sample::{map, read};

    /// About these topics, by everybody, at any time, in these areas.
    fn region(map: &RouteMap, topics: &[u32], areas: &[u32]) -> Region {
        Region {
            topics: topics.iter().copied().map(TopicIx).collect(),
            several: false,
            areas: areas.iter().copied().map(AreaIx).collect(),
            area_unknown: false,
            ages: Some(AgeRange::ALL),
            age_unknown: false,
            urgency: Urgency::ALL.iter().copied().collect(),
            senders: Arc::new(
                map.organisations()
                    .iter()
                    .map(|organisation| organisation.id.clone())
                    .collect(),
            ),
            hours: Hours::ALL.iter().copied().collect(),
            from: read("2026-11-23"),
            until: None,
        }
    }

    /// Of the areas of the sample, `noord` (2) and `veen-west` (4) have none within them.
    #[rstest]
    #[case::in_all_places(&[2, 4], "unborn+", &[0])]
    #[case::in_one_place(&[2], "unborn+", &[0, 4])]
    #[case::for_some_ages(&[2, 4], "4-18", &[0, 4])]
    fn knowing_more_does_not_help_where_nobody_owns_anyway(
        #[case] areas: &[u32],
        #[case] ages: &str,
        #[case] topics: &[u32],
    ) {
        let map = map(&["jgz topic:parenting"]);
        let vague = Region {
            area_unknown: true,
            ..region(&map, &[0, 4], &[])
        };
        let gap = Region {
            ages: Some(read(ages)),
            ..region(&map, &[4], areas)
        };
        let left = that_knowing_would_help(vec![vague.clone()], &[gap], &map);
        assert_eq!(
            left,
            [Region {
                topics: topics.iter().copied().map(TopicIx).collect(),
                ..vague
            }]
        );
    }
}
