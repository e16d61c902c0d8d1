//! Postcodes, and which area each stands for: the smallest that holds it, so that areas may share
//! one only when they lie in each other.

use crate::domain::invariant::at;
use crate::map_file::entry_reader::EntryReader;
use crate::map_file::faults::{At, FaultCollector};
use crate::map_file::format::Word;
use crate::map_file::problem::MapProblem;
use crate::map_file::yaml::brief;
use crate::routing::lookup::postcode;
use crate::routing::map::{Area, AreaIx};

/// A range of postcodes, both ends included, as it stands with an area.
#[derive(Debug, Clone, Copy)]
pub(super) struct Range {
    pub from: u16,
    pub to: u16,
    at: At,
}

/// `3012`, or `3000-3019`.
pub(super) fn read(reading: &mut EntryReader<'_, '_>, word: &Word) -> Option<Range> {
    let digits = |text: &str| {
        Some(text.trim())
            .filter(|text| text.len() == 4)
            .and_then(postcode)
    };
    let range = match word.split_once('-') {
        Some((from, to)) => digits(from).zip(digits(to)).filter(|(from, to)| from <= to),
        None => digits(word).map(|one| (one, one)),
    };
    if range.is_none() {
        reading.fault(word.at, MapProblem::NotPostcodes { text: brief(word) });
    }
    range.map(|(from, to)| Range {
        from,
        to,
        at: reading.at(word.at),
    })
}

/// Tells every range that shares a postcode with an area that it does not lie in, nor around.
///
/// The ranges are met from the lowest postcode up. Those that hold the one of the moment then lie
/// in each other: `holding`, one for each area, is never longer than the tree is deep, and what can
/// live with the smallest of them can live with all.
pub(super) fn report_shared(
    areas: &[Area],
    mut ranges: Vec<(AreaIx, Range)>,
    faults: &mut FaultCollector<'_>,
) {
    ranges.sort_by_key(|(area, range)| (range.from, *area));
    let mut holding: Vec<(AreaIx, Range)> = Vec::new();
    for (area, range) in ranges {
        holding.retain(|(_, held)| held.to >= range.from);
        // What is larger stands before what lies in it.
        let smallest = holding.iter().max_by_key(|(area, _)| *area).copied();
        match smallest.filter(|(other, _)| !within(areas, area.max(*other), area.min(*other))) {
            Some((other, held)) => report(areas, (area, range), (other, held), faults),
            None => match holding.iter_mut().find(|(holder, _)| *holder == area) {
                Some((_, held)) if held.to >= range.to => {}
                Some((_, held)) => *held = range,
                None => holding.push((area, range)),
            },
        }
    }
}

/// Whether an area lies in another, or is it.
fn within(areas: &[Area], inner: AreaIx, outer: AreaIx) -> bool {
    std::iter::successors(Some(inner), |ix| at(areas, ix.0 as usize).parent).any(|ix| ix == outer)
}

/// At the one that stands later in the files.
fn report(
    areas: &[Area],
    one: (AreaIx, Range),
    other: (AreaIx, Range),
    faults: &mut FaultCollector<'_>,
) {
    let from = one.1.from.max(other.1.from);
    let place = |range: &Range| (range.at.file, range.at.spot);
    let (first, later) = if place(&one.1) < place(&other.1) {
        (one, other)
    } else {
        (other, one)
    };
    let code = |area: AreaIx| at(areas, area.0 as usize).id.to_string();
    let shared = MapProblem::SharedPostcode {
        postcode: from.to_string(),
        areas: [code(first.0), code(later.0)],
        first: faults.place(first.1.at),
    };
    faults.add(later.1.at, shared);
}
