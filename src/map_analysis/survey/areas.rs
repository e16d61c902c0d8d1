//! Which areas are places where somebody lives, and which are only a vaguer answer.

use crate::domain::invariant::{at, at_mut};
use crate::routing::map::{AreaIx, RouteMap};

/// How well a signal says where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AreaDetail {
    /// An area where somebody can live outside every smaller area of the map. In a map without
    /// areas, everywhere.
    Place,
    /// An area that smaller ones cover: a sender who knows more names a smaller one.
    Vaguer,
    /// The sender does not know.
    Unknown,
}

/// How well each area of a map says where.
pub(in crate::map_analysis) struct AreaDetails(Vec<AreaDetail>);

impl AreaDetails {
    /// A leaf of the tree is a place, and so is an area with postcodes that no area inside it has.
    pub(in crate::map_analysis) fn new(map: &RouteMap) -> Self {
        let mut inside: Vec<Vec<(u16, u16)>> = vec![Vec::new(); map.areas().len()];
        let mut is_leaf = vec![true; map.areas().len()];
        for (ix, area) in map.area_ixs().zip(map.areas()) {
            for around in map.area_and_above(ix).skip(1) {
                at_mut(&mut inside, around.0 as usize).extend(&area.postcodes);
                *at_mut(&mut is_leaf, around.0 as usize) = false;
            }
        }
        let mut details = Vec::new();
        for ((area, mut inside), is_leaf) in map.areas().iter().zip(inside).zip(is_leaf) {
            inside.sort_unstable();
            let is_place = is_leaf || !area.postcodes.iter().all(|own| is_covered(*own, &inside));
            details.push(if is_place {
                AreaDetail::Place
            } else {
                AreaDetail::Vaguer
            });
        }
        Self(details)
    }

    pub(in crate::map_analysis) fn of(&self, area: Option<AreaIx>) -> AreaDetail {
        match area {
            Some(ix) => *at(&self.0, ix.0 as usize),
            None if self.0.is_empty() => AreaDetail::Place,
            None => AreaDetail::Unknown,
        }
    }
}

fn is_covered((from, to): (u16, u16), sorted: &[(u16, u16)]) -> bool {
    let mut next = u32::from(from);
    for (start, end) in sorted {
        if u32::from(*start) <= next {
            next = next.max(u32::from(*end) + 1);
        }
    }
    next > u32::from(to)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::by_one(&[(2990, 3030)], true)]
    #[case::by_two_that_meet(&[(3000, 3009), (3010, 3019)], true)]
    #[case::by_two_with_one_between(&[(3000, 3009), (3011, 3019)], false)]
    #[case::not_the_first(&[(3001, 3019)], false)]
    #[case::not_the_last(&[(3000, 3018)], false)]
    #[case::by_none(&[], false)]
    fn a_range_is_covered_when_each_of_it_is(#[case] sorted: &[(u16, u16)], #[case] covered: bool) {
        assert_eq!(is_covered((3000, 3019), sorted), covered);
    }
}
