//! Signals that nobody owns, now or soon.

use crate::domain::time::Day;
use crate::map_analysis::region::Region;
use crate::map_analysis::survey::chart::{ChartEntry, survey};
use crate::map_analysis::survey::days::DayRange;
use crate::routing::map::{ResponsibilityIx, RouteMap};

/// All signals that nobody owns on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gaps {
    /// The sender says an age and a place.
    pub definite: Vec<Region>,
    /// The sender leaves the age or the area unknown, or names an area that smaller ones cover.
    pub when_vague: Vec<Region>,
}

/// A gap that is going to open.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BecomingGap {
    /// The responsibilities that stood on the day before. All have lapsed.
    pub lapsed: Vec<ResponsibilityIx>,
    pub regions: Vec<Region>,
}

/// The signals that nobody owns on that day.
#[must_use]
pub fn gaps(map: &RouteMap, day: Day) -> Gaps {
    let mut gaps = Gaps {
        definite: Vec::new(),
        when_vague: Vec::new(),
    };
    let found = survey(map, DayRange::only(day), |answers| {
        answers
            .iter()
            .map(|answer| answer.is_gap().then_some(answer.detail.is_definite()))
            .collect()
    });
    for (is_definite, regions) in found {
        if is_definite {
            gaps.definite = regions
        } else {
            gaps.when_vague = regions
        }
    }
    gaps
}

/// The definite gaps that open after `from`, by the day on which they open: of signals that had an
/// owner on the first day on which they are there. `until` is the last day
/// to look at.
#[must_use]
pub fn becoming_gaps(map: &RouteMap, from: Day, until: Day) -> Vec<BecomingGap> {
    let until = Some(until);
    let found = survey(map, DayRange { from, until }, |answers| {
        if answers.first().is_some_and(|first| !first.is_gap()) {
            openings(answers)
        } else {
            vec![None; answers.len()]
        }
    });
    found
        .into_iter()
        .map(|((_, lapsed), regions)| BecomingGap { lapsed, regions })
        .collect()
}

/// For each gap among the answers, the day since which nobody owns the signals, and who stood
/// before. The first answer is no gap.
fn openings(answers: &[ChartEntry<'_>]) -> Vec<Option<(Day, Vec<ResponsibilityIx>)>> {
    let mut openings = Vec::new();
    let mut since = None;
    let mut before: Option<&ChartEntry<'_>> = None;
    for answer in answers {
        if !answer.is_gap() {
            (before, since) = (Some(answer), None);
        }
        let opens = answer.is_gap() && answer.detail.is_definite();
        since = since.or(answer.is_gap().then_some(answer.days.from));
        openings.push(before.filter(|_| opens).map(|before| {
            (
                since.unwrap_or(answer.days.from),
                before.standing().concat(),
            )
        }));
    }
    openings
}
