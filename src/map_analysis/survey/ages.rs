//! Ages, cut and joined at the bounds of ranges.

use crate::domain::age::{Age, AgeRange};
use crate::domain::invariant::Invariant as _;

/// All ages, from young to old, cut at the bounds of these ranges.
pub(in crate::map_analysis) fn cut_ages(ranges: impl Iterator<Item = AgeRange>) -> Vec<AgeRange> {
    let mut cuts = vec![Age::Unborn];
    for range in ranges {
        cuts.push(range.from());
        cuts.extend(range.until());
    }
    cuts.sort_unstable();
    cuts.dedup();
    let ends = cuts.iter().skip(1).copied().map(Some).chain([None]);
    cuts.iter()
        .zip(ends)
        .map(|(from, until)| AgeRange::new(*from, until).certain("the next age is older"))
        .collect()
}

/// Adds a range at the end, or lengthens the last one when the two meet.
pub(in crate::map_analysis) fn join_range(ranges: &mut Vec<AgeRange>, next: AgeRange) {
    match ranges.last_mut() {
        Some(last) if last.until() == Some(next.from()) => {
            *last = AgeRange::new(last.from(), next.until())
                .certain("a range goes on where the one before it ends")
        }
        Some(_) | None => ranges.push(next),
    }
}
