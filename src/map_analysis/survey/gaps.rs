//! Where nobody owns: the gaps, and those that are going to open.

use crate::domain::invariant::Invariant as _;
use crate::domain::time::Day;
use crate::map_analysis::region::Region;
use crate::map_analysis::survey::chart::{ChartEntry, LabelDemand, survey};
use crate::map_analysis::survey::days::DayRange;
use crate::routing::map::{ResponsibilityIx, RouteMap};

/// The signals that nobody owns on a day. Both together are exactly all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gaps {
    /// Of which the sender says the age, and a place.
    pub definite: Vec<Region>,
    /// Of which the sender leaves the age or the area unknown, or names an area that has smaller
    /// ones all over it.
    pub when_vague: Vec<Region>,
}

/// A gap that is going to open.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BecomingGap {
    /// Who stood there on the day before; all of these have lapsed.
    pub lapsed: Vec<ResponsibilityIx>,
    /// Where, with since when.
    pub regions: Vec<Region>,
}

/// The signals that nobody owns on that day.
#[must_use]
pub fn gaps(map: &RouteMap, day: Day) -> Gaps {
    let of_kind = |asked: LabelDemand, answers: &[ChartEntry<'_>]| {
        answers
            .iter()
            .map(|answer| answer.is_gap().then_some(asked.is_definite()))
            .collect()
    };
    let mut gaps = Gaps {
        definite: Vec::new(),
        when_vague: Vec::new(),
    };
    for (is_definite, regions) in survey(map, DayRange::only(day), of_kind) {
        if is_definite {
            gaps.definite = regions
        } else {
            gaps.when_vague = regions
        }
    }
    gaps
}

/// The definite gaps that are none on `from`, and are one on a later day, until and with `until`.
/// By since when.
#[must_use]
pub fn becoming_gaps(map: &RouteMap, from: Day, until: Day) -> Vec<BecomingGap> {
    let opened = |asked: LabelDemand, answers: &[ChartEntry<'_>]| {
        let owned_at_first =
            asked.is_definite() && answers.first().is_some_and(|first| !first.is_gap());
        let mut opened = None;
        let mut before: Option<&ChartEntry<'_>> = None;
        let each = answers.iter().map(|answer| {
            if !answer.is_gap() {
                (before, opened) = (Some(answer), None);
                return None;
            }
            let since = *opened.get_or_insert(answer.days.from);
            owned_at_first.then(|| {
                (
                    since,
                    before
                        .certain("what was owned at first was owned before")
                        .standing()
                        .concat(),
                )
            })
        });
        each.collect()
    };
    let labelled = survey(
        map,
        DayRange {
            from,
            until: Some(until),
        },
        opened,
    );
    labelled
        .into_iter()
        .map(|((_, lapsed), regions)| BecomingGap { lapsed, regions })
        .collect()
}
