//! Postcodes that move to another area.

use crate::domain::codes::AreaId;
use crate::map_analysis::compare::changes::Shift;
use crate::routing::map::{AreaIx, RouteMap};

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

/// All moves, in ascending order. Postcodes that follow one another and move alike come together.
pub(super) fn postcode_moves(old: &RouteMap, new: &RouteMap) -> Vec<PostcodeMove> {
    let mut moves: Vec<PostcodeMove> = Vec::new();
    let areas = smallest_areas(old).into_iter().zip(smallest_areas(new));
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

/// The smallest area of each postcode.
fn smallest_areas(map: &RouteMap) -> Vec<Option<&AreaId>> {
    let mut by_depth: Vec<AreaIx> = map.area_ixs().collect();
    by_depth.sort_by_key(|ix| map.area_and_above(*ix).count());
    let mut each = vec![None; ALL.count()];
    for area in by_depth.into_iter().map(|ix| map.area_at(ix)) {
        for (from, to) in &area.postcodes {
            let skipped = usize::from(from.saturating_sub(*ALL.start()));
            let count = usize::from(to.saturating_sub(*from)) + 1;
            for smallest in each.iter_mut().skip(skipped).take(count) {
                *smallest = Some(&area.id);
            }
        }
    }
    each
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routing::sample::parts;

    #[test]
    fn postcodes_that_follow_one_another_and_move_alike_are_told_together() {
        let (old, mut new) = (parts(&[]), parts(&[]));
        // Waterdam and Veenbroek: the last two of the one go to the other, and the first two of the
        // other to nobody.
        new.areas[1].postcodes = vec![(3000, 3017)];
        new.areas[3].postcodes = vec![(3018, 3019), (3022, 3024), (3026, 3029)];
        let text = postcode_moves(&RouteMap::new(old), &RouteMap::new(new));
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
