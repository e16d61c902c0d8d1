//! Signals that nobody owns because the sender leaves something open, and not because nobody owns
//! them anyway.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::age::AgeRange;
use crate::map_analysis::region::Region;
use crate::routing::map::{AreaIx, RouteMap};

/// Leaves out of the vague regions the signals that are a gap for every age in every place: knowing
/// more would not help there.
pub(super) fn without_certain_gaps(
    vague: Vec<Region>,
    definite: &[Region],
    map: &RouteMap,
) -> Vec<Region> {
    let around: BTreeSet<AreaIx> = map.areas().iter().filter_map(|area| area.parent).collect();
    let smallest: Vec<AreaIx> = map.area_ixs().filter(|ix| !around.contains(ix)).collect();
    let mut left = vague;
    for gap in definite {
        let is_everywhere = smallest.iter().all(|area| gap.areas.contains(area));
        if is_everywhere && gap.ages == Some(AgeRange::ALL) {
            left = left
                .iter()
                .flat_map(|region| subtract(region, gap))
                .collect();
        }
    }
    left
}

/// The parts of a region that differ from a gap in topic, choices or sender.
fn subtract(region: &Region, gap: &Region) -> Vec<Region> {
    let mut shared = region.clone();
    let mut parts = Vec::new();
    let (these, others) = region.topics.iter().partition(|ix| gap.topics.contains(ix));
    parts.push(shared.with(|part| part.topics = others));
    shared.topics = these;
    parts.extend(shared.cut_choices(&gap.choices));
    parts.push(shared.with(|part| part.senders = Arc::new(&*region.senders - &*gap.senders)));
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::routing::map::TopicIx;
    use crate::routing::sample::{map, read};

    /// About these topics, by everybody, at any time, in these areas.
    fn region(map: &RouteMap, topics: &[u32], areas: &[u32]) -> Region {
        Region {
            topics: topics.iter().copied().map(TopicIx).collect(),
            areas: areas.iter().copied().map(AreaIx).collect(),
            area_unknown: false,
            age_unknown: false,
            ..Region::everything(map, read("2026-11-23"))
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
        let left = without_certain_gaps(vec![vague.clone()], &[gap], &map);
        assert_eq!(
            left,
            [Region {
                topics: topics.iter().copied().map(TopicIx).collect(),
                ..vague
            }]
        );
    }
}
