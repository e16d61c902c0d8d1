//! Which areas are places where somebody lives, and which are only a vaguer answer.

use crate::domain::invariant::{at, at_mut};
use crate::domain::time::Day;
use crate::map_analysis::survey::days::DayRange;
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

/// How well an area says where, on one range of days after another.
pub(in crate::map_analysis) type DetailByDay = Vec<(DayRange, AreaDetail)>;

/// How well each area of a map says where on the days on which it is there.
pub(in crate::map_analysis) struct AreaDetails {
    areas: Vec<DetailByDay>,
    unknown: DetailByDay,
}

impl AreaDetails {
    pub(in crate::map_analysis) fn new(map: &RouteMap, days: DayRange) -> Self {
        let mut found = Self {
            areas: vec![Vec::new(); map.areas().len()],
            unknown: Vec::new(),
        };
        let turns = map.areas().iter().flat_map(|area| area.valid.turns());
        for range in days.cut(turns) {
            let on_these_days = details_on(map, range.from);
            let is_somewhere = on_these_days.iter().any(Option::is_some);
            add(
                &mut found.unknown,
                range,
                if is_somewhere {
                    AreaDetail::Unknown
                } else {
                    AreaDetail::Place
                },
            );
            for (details, detail) in found.areas.iter_mut().zip(on_these_days) {
                if let Some(detail) = detail {
                    add(details, range, detail);
                }
            }
        }
        found
    }

    pub(in crate::map_analysis) fn of(&self, area: Option<AreaIx>) -> &[(DayRange, AreaDetail)] {
        match area {
            Some(ix) => at(&self.areas, ix.0 as usize),
            None => &self.unknown,
        }
    }
}

/// Adds a range to those before it.
fn add(details: &mut DetailByDay, range: DayRange, detail: AreaDetail) {
    match details.last_mut() {
        Some((last, same)) if *same == detail => last.until = range.until,
        Some(_) | None => details.push((range, detail)),
    }
}

/// How well each area says where on a day; `None` when it is not there. A leaf of the tree is a
/// place, and so is an area with postcodes, its own or left to it, that no area inside it has.
fn details_on(map: &RouteMap, day: Day) -> Vec<Option<AreaDetail>> {
    let none: Vec<Vec<(u16, u16)>> = vec![Vec::new(); map.areas().len()];
    let (mut held, mut inside) = (none.clone(), none);
    let mut is_leaf = vec![true; map.areas().len()];
    for (ix, area) in map.area_ixs().zip(map.areas()) {
        let Some((_, holder)) = map.holder(ix, day) else {
            continue;
        };
        at_mut(&mut held, holder.0 as usize).extend(&area.postcodes);
        for around in map.area_and_above(holder).skip(1) {
            at_mut(&mut inside, around.0 as usize).extend(&area.postcodes);
            *at_mut(&mut is_leaf, around.0 as usize) = false;
        }
    }
    let areas = map.areas().iter().zip(held).zip(inside).zip(is_leaf);
    areas
        .map(|(((area, held), mut inside), is_leaf)| {
            inside.sort_unstable();
            let is_place = is_leaf || !held.iter().all(|own| is_covered(*own, &inside));
            let detail = if is_place {
                AreaDetail::Place
            } else {
                AreaDetail::Vaguer
            };
            area.valid.include(day).then_some(detail)
        })
        .collect()
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
