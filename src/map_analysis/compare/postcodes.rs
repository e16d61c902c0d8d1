//! Postcodes that come to stand for another area.

use crate::domain::codes::AreaId;
use crate::map_analysis::compare::changes::Shift;
use crate::routing::map::{AreaIx, RouteMap};

/// The four digits of a postcode, from the first to the last there is.
const ALL: std::ops::RangeInclusive<u16> = 1000..=9999;

/// Postcodes, both ends included, with the smallest area that holds them; none where the map has no
/// such postcode.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Moved {
    pub(super) from: u16,
    pub(super) to: u16,
    pub(super) area: Shift<Option<AreaId>>,
}

/// All that move, in order, those together that follow one another.
pub(super) fn moved(old: &RouteMap, new: &RouteMap) -> Vec<Moved> {
    let mut moved: Vec<Moved> = Vec::new();
    for (postcode, (old, new)) in ALL.zip(areas_of_each(old).into_iter().zip(areas_of_each(new))) {
        if old == new {
            continue;
        }
        match moved.last_mut() {
            Some(last)
                if last.to + 1 == postcode
                    && (last.area.old.as_ref(), last.area.new.as_ref()) == (old, new) =>
            {
                last.to = postcode
            }
            _ => moved.push(Moved {
                from: postcode,
                to: postcode,
                area: Shift {
                    old: old.cloned(),
                    new: new.cloned(),
                },
            }),
        }
    }
    moved
}

/// For each postcode the smallest area that holds it.
fn areas_of_each(map: &RouteMap) -> Vec<Option<&AreaId>> {
    let mut by_depth: Vec<(usize, AreaIx)> = (0..)
        .map(AreaIx)
        .take(map.areas().len())
        .map(|ix| (map.area_and_above(ix).count(), ix))
        .collect();
    by_depth.sort_unstable();
    let mut each = vec![None; ALL.count()];
    for area in by_depth.into_iter().map(|(_, ix)| map.area_at(ix)) {
        for (from, to) in &area.postcodes {
            let skipped = usize::from(from.saturating_sub(*ALL.start()));
            let count = usize::from(to.saturating_sub(*from)) + 1;
            each.iter_mut()
                .skip(skipped)
                .take(count)
                .for_each(|holder| *holder = Some(&area.id));
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
        let text = moved(&RouteMap::new(old), &RouteMap::new(new));
        let shown = |moved: &Moved| {
            let Moved { from, to, area } = moved;
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
