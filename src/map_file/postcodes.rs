//! Postcodes of areas. A postcode means the smallest area that has it, so two areas may share one
//! only when one lies in the other.

use crate::domain::invariant::at;
use crate::domain::residence::Postcode;
use crate::map_file::entry_reader::EntryReader;
use crate::map_file::faults::{At, FaultCollector};
use crate::map_file::format::Word;
use crate::map_file::problem::MapProblem;
use crate::map_file::yaml::brief;
use crate::routing::map::{Area, AreaIx};

/// A range of postcodes of an area, both ends included.
#[derive(Debug, Clone, Copy)]
pub(super) struct PostcodeRange {
    pub from: u16,
    pub to: u16,
    at: At,
}

/// `3012`, or `3000-3019`.
pub(super) fn read(reader: &mut EntryReader<'_, '_>, word: &Word) -> Option<PostcodeRange> {
    let (from, to) = word.split_once('-').unwrap_or((word, word));
    let range = four_digits(from).zip(four_digits(to));
    let Some((from, to)) = range.filter(|(from, to)| from <= to) else {
        reader.fault(word.at, MapProblem::NotPostcodes { text: brief(word) });
        return None;
    };
    let at = reader.at(word.at);
    Some(PostcodeRange { from, to, at })
}

fn four_digits(text: &str) -> Option<u16> {
    text.trim().parse().ok().map(Postcode::number)
}

/// Reports every range that shares a postcode with an area that is there on some of the same days,
/// and neither lies in its area nor around it.
///
/// Goes from the lowest postcode up. The areas that have the current postcode on one day lie in each
/// other, so `holding` has one range for each, and is hardly longer than the tree is deep.
pub(super) fn report_shared(
    areas: &[Area],
    mut ranges: Vec<(AreaIx, PostcodeRange)>,
    faults: &mut FaultCollector<'_>,
) {
    ranges.sort_by_key(|(area, range)| (range.from, *area));
    let mut holding: Vec<(AreaIx, PostcodeRange)> = Vec::new();
    for (area, range) in ranges {
        holding.retain(|(_, held)| held.to >= range.from);
        // A larger area comes before those in it.
        let disputing = holding.iter().filter(|(other, _)| {
            meet(areas, area, *other) && !within(areas, area.max(*other), area.min(*other))
        });
        match disputing.max_by_key(|(area, _)| *area).copied() {
            Some((other, held)) => report(areas, (area, range), (other, held), faults),
            None => match holding.iter_mut().find(|(holder, _)| *holder == area) {
                Some((_, held)) if held.to >= range.to => {}
                Some((_, held)) => *held = range,
                None => holding.push((area, range)),
            },
        }
    }
}

/// Whether two areas are there on some of the same days.
fn meet(areas: &[Area], one: AreaIx, other: AreaIx) -> bool {
    let [one, other] = [one, other].map(|ix| at(areas, ix.0 as usize).valid);
    !one.and(other).is_never()
}

/// Whether an area lies in another, or is it.
fn within(areas: &[Area], inner: AreaIx, outer: AreaIx) -> bool {
    std::iter::successors(Some(inner), |ix| at(areas, ix.0 as usize).parent).any(|ix| ix == outer)
}

/// Reports at the one that comes later in the files.
fn report(
    areas: &[Area],
    one: (AreaIx, PostcodeRange),
    other: (AreaIx, PostcodeRange),
    faults: &mut FaultCollector<'_>,
) {
    let mut both = [other, one];
    both.sort_by_key(|(_, range)| (range.at.file, range.at.position));
    let [(_, first), (_, later)] = both;
    let problem = MapProblem::SharedPostcode {
        postcode: first.from.max(later.from).to_string(),
        areas: both.map(|(ix, _)| at(areas, ix.0 as usize).id.to_string()),
        first: faults.place(first.at),
    };
    faults.add(later.at, problem);
}
