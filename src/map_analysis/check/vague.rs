//! Signals that nobody owns because the sender leaves something open, and not because nobody owns
//! them anyway.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::age::AgeRange;
use crate::domain::time::Day;
use crate::map_analysis::region::Region;
use crate::routing::ages::AgeSubject;
use crate::routing::map::{AreaIx, RouteMap};

/// The places of a map on a day, counted.
pub(super) struct Places<'m> {
    map: &'m RouteMap,
    all: BTreeSet<AreaIx>,
    /// For each area the number of places in it.
    within: BTreeMap<AreaIx, usize>,
}

impl<'m> Places<'m> {
    pub(super) fn new(map: &'m RouteMap, day: Day) -> Self {
        let all: BTreeSet<AreaIx> = map.places_in(None, day).into_iter().collect();
        let within = count_within(map, all.iter());
        Self { map, all, within }
    }

    /// Whether some signals of the region have an age and a place.
    pub(super) fn are_known_in(&self, region: &Region) -> bool {
        let age = region.ages.get(AgeSubject::Person);
        age.known.is_some() && region.areas.iter().any(|area| self.all.contains(area))
    }

    /// Adds to a gap the signals that leave the age or the place open, where knowing more would not
    /// help: to a gap at every age the unknown age, to a gap in all places of an area the area
    /// itself, and to one everywhere the unknown area.
    ///
    /// Nobody owns these either. Who claims a signal of an unknown age claims it at every age, and
    /// so for areas.
    pub(super) fn with_what_is_left_open(&self, mut gap: Region) -> Region {
        let mut age = gap.ages.get(AgeSubject::Person);
        age.unknown |= age.known == Some(AgeRange::ALL);
        gap.ages = gap.ages.with(AgeSubject::Person, age);
        let places = gap.areas.iter().filter(|area| self.all.contains(area));
        gap.area_unknown |= places.clone().count() == self.all.len();
        let whole = count_within(self.map, places)
            .into_iter()
            .filter(|(area, count)| self.within.get(area) == Some(count))
            .map(|(area, _)| area);
        let areas: BTreeSet<AreaIx> = whole.chain(gap.areas.iter().copied()).collect();
        gap.areas = areas.into_iter().collect();
        gap
    }
}

/// For each area the number of these places in it.
fn count_within<'p>(
    map: &RouteMap,
    places: impl Iterator<Item = &'p AreaIx>,
) -> BTreeMap<AreaIx, usize> {
    let mut count = BTreeMap::new();
    for place in places {
        for around in map.area_and_above(*place) {
            *count.entry(around).or_default() += 1;
        }
    }
    count
}

/// The parts of the regions that lie in none of the gaps.
pub(super) fn without(regions: Vec<Region>, gaps: &[Region]) -> Vec<Region> {
    let mut left = regions;
    for gap in gaps {
        left = left
            .into_iter()
            .flat_map(|region| subtract(region, gap))
            .collect();
    }
    left
}

/// The parts of a region that differ from a gap on the same days.
fn subtract(region: Region, gap: &Region) -> Vec<Region> {
    let mut shared = region.clone();
    let mut parts = Vec::new();
    let (these, others) = region.topics.iter().partition(|ix| gap.topics.contains(ix));
    parts.push(shared.with(|part| part.topics = others));
    shared.topics = these;
    let (these, others) = region.areas.iter().partition(|ix| gap.areas.contains(ix));
    parts.push(shared.with(|part| {
        part.areas = others;
        part.area_unknown &= !gap.area_unknown;
    }));
    (shared.areas, shared.area_unknown) = (these, region.area_unknown && gap.area_unknown);
    parts.extend(shared.cut_ages(&gap.ages));
    parts.extend(shared.cut_choices(&gap.choices));
    parts.push(shared.with(|part| part.senders = Arc::new(&*region.senders - &*gap.senders)));
    shared.senders = Arc::new(&*region.senders & &*gap.senders);
    if shared.is_empty() {
        return vec![region];
    }
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::map_analysis::age_sets::AgeSets;
    use crate::routing::map::TopicIx;
    use crate::routing::sample::{map, read};

    /// About these topics, by everybody, at any time, in these areas.
    fn region(map: &RouteMap, topics: &[u32], areas: &[u32]) -> Region {
        Region {
            topics: topics.iter().copied().map(TopicIx).collect(),
            areas: areas.iter().copied().map(AreaIx).collect(),
            area_unknown: false,
            ages: AgeSets::of_person(Some(AgeRange::ALL), false),
            ..Region::everything(map, read("2026-11-23"))
        }
    }

    /// Of the areas of the sample, `noord` (2) and `veen-west` (4) have none within them, and
    /// `waterdam` (1) has postcodes that `noord` has not.
    #[rstest]
    #[case::in_all_places(&[1, 2, 3, 4], "unborn+", "0 1 2 3 4 ? | unborn+ ?")]
    #[case::in_all_of_one_area(&[1, 2], "unborn+", "1 2 | unborn+ ?")]
    #[case::in_one_place(&[2], "unborn+", "2 | unborn+ ?")]
    #[case::for_some_ages(&[1, 2, 3, 4], "4-18", "0 1 2 3 4 ? | 4-18")]
    fn a_gap_has_what_is_left_open_where_knowing_more_would_not_help(
        #[case] areas: &[u32],
        #[case] ages: &str,
        #[case] expected: &str,
    ) {
        let map = map(&["jgz topic:parenting"]);
        let gap = Region {
            ages: AgeSets::of_person(Some(read(ages)), false),
            ..region(&map, &[4], areas)
        };
        let gap = Places::new(&map, read("2026-11-23")).with_what_is_left_open(gap);
        let areas: Vec<String> = gap.areas.iter().map(|area| area.0.to_string()).collect();
        let unknown = |unknown| if unknown { " ?" } else { "" };
        let found = format!(
            "{}{} | {}",
            areas.join(" "),
            unknown(gap.area_unknown),
            gap.ages.get(AgeSubject::Person)
        );
        assert_eq!(found, expected);
    }

    #[test]
    fn what_lies_in_a_gap_is_left_out_and_the_rest_is_not() {
        let map = map(&[]);
        let gap = Region {
            ages: AgeSets::of_person(Some(read("4-18")), true),
            ..region(&map, &[0, 1], &[2, 3])
        };
        let vague = Region {
            area_unknown: true,
            ..region(&map, &[1, 2], &[3, 4])
        };
        let left = without(vec![vague.clone()], &[gap]);
        let expected = [
            Region {
                topics: vec![TopicIx(2)],
                ..vague.clone()
            },
            Region {
                topics: vec![TopicIx(1)],
                areas: vec![AreaIx(4)],
                ..vague.clone()
            },
            Region {
                ages: AgeSets::of_person(Some(read("unborn-4")), false),
                ..region(&map, &[1], &[3])
            },
            Region {
                ages: AgeSets::of_person(Some(read("18+")), false),
                ..region(&map, &[1], &[3])
            },
        ];
        assert_eq!(left, expected);
    }

    #[test]
    fn a_region_beside_a_gap_stays_whole() {
        let map = map(&[]);
        let (one, other) = (region(&map, &[1], &[3]), region(&map, &[0], &[3]));
        assert_eq!(without(vec![one.clone()], &[other]), [one]);
    }
}
