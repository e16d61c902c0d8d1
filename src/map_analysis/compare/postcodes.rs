//! Postcodes that move to another area.

use std::collections::BTreeSet;

use crate::domain::codes::AreaId;
use crate::domain::time::Day;
use crate::map_analysis::compare::changes::Shift;
use crate::routing::map::RouteMap;

/// All four-digit postcodes.
const ALL: std::ops::RangeInclusive<u16> = 1000..=9999;

/// Postcodes, both ends included, with the smallest area that has them; `None` where the map has no
/// such postcode.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PostcodeMove {
    pub(super) from: u16,
    pub(super) to: u16,
    pub(super) area: Shift<Option<AreaId>>,
}

/// All moves from today on, each once: those of today, and then those of each day on which something
/// begins or ends.
pub(super) fn postcode_moves(old: &RouteMap, new: &RouteMap, today: Day) -> Vec<PostcodeMove> {
    let turns: BTreeSet<Day> = old.turns().iter().chain(new.turns()).copied().collect();
    let later = turns.into_iter().filter(|turn| *turn > today);
    let mut moves: Vec<PostcodeMove> = Vec::new();
    for day in std::iter::once(today).chain(later) {
        for moved in moves_on(old, new, day) {
            if !moves.contains(&moved) {
                moves.push(moved);
            }
        }
    }
    moves
}

/// All moves on a day, in ascending order. Postcodes that follow one another and move alike come
/// together.
fn moves_on(old: &RouteMap, new: &RouteMap, day: Day) -> Vec<PostcodeMove> {
    let mut moves: Vec<PostcodeMove> = Vec::new();
    let areas = smallest_areas(old, day)
        .into_iter()
        .zip(smallest_areas(new, day));
    for (postcode, (old, new)) in ALL.zip(areas) {
        if old == new {
            continue;
        }
        match moves.last_mut() {
            Some(last)
                if last.to + 1 == postcode
                    && (last.area.old.as_ref(), last.area.new.as_ref()) == (old, new) =>
            {
                last.to = postcode
            }
            _ => moves.push(PostcodeMove {
                from: postcode,
                to: postcode,
                area: Shift {
                    old: old.cloned(),
                    new: new.cloned(),
                },
            }),
        }
    }
    moves
}

/// The smallest area of each postcode on a day.
fn smallest_areas(map: &RouteMap, day: Day) -> Vec<Option<&AreaId>> {
    let holders = map
        .area_ixs()
        .filter_map(|ix| Some((map.holder(ix, day)?, map.area_at(ix))));
    let mut by_depth: Vec<_> = holders.collect();
    by_depth.sort_by_key(|(holder, _)| *holder);
    let mut each = vec![None; ALL.count()];
    for ((_, holder), area) in by_depth {
        for (from, to) in &area.postcodes {
            let skipped = usize::from(from.saturating_sub(*ALL.start()));
            let count = usize::from(to.saturating_sub(*from)) + 1;
            for smallest in each.iter_mut().skip(skipped).take(count) {
                *smallest = Some(&map.area_at(holder).id);
            }
        }
    }
    each
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routing::sample::{parts, read};

    #[test]
    fn postcodes_that_follow_one_another_and_move_alike_are_told_together() {
        let (old, mut new) = (parts(&[]), parts(&[]));
        // Waterdam and Veenbroek: the last two of the one go to the other, and the first two of the
        // other to nobody.
        new.areas[1].postcodes = vec![(3000, 3017)];
        new.areas[3].postcodes = vec![(3018, 3019), (3022, 3024), (3026, 3029)];
        let text = postcode_moves(&RouteMap::new(old), &RouteMap::new(new), read("2026-11-23"));
        let shown = |moved: &PostcodeMove| {
            let PostcodeMove { from, to, area } = moved;
            let name = |area: &Option<AreaId>| {
                area.as_ref()
                    .map_or("nobody".to_owned(), ToString::to_string)
            };
            format!("{from}-{to}: {} to {}", name(&area.old), name(&area.new))
        };
        let expected = [
            "3018-3019: waterdam to veenbroek",
            "3020-3021: veenbroek to nobody",
            "3025-3025: veenbroek to nobody",
        ];
        assert_eq!(text.iter().map(shown).collect::<Vec<_>>(), expected);
    }
}
