//! Whether somebody can be called in danger: of every age, at every hour.

use std::collections::BTreeSet;

use crate::domain::age::{Age, AgeRange};
use crate::domain::codes::CodeEnum as _;
use crate::domain::time::Day;
use crate::map_analysis::check::finding::{About, Finding};
use crate::routing::map::{EmergencyLine, Hours, RouteMap};

/// The ages and hours at which the map names nobody to call.
pub(super) fn findings(map: &RouteMap, _today: Day) -> Vec<Finding> {
    let lines = &map.settings().emergency;
    let Some(place) = lines.iter().find_map(|line| line.place.clone()) else {
        return vec![Finding::new(About::NoOwnEmergencyLine, None)];
    };
    let left = |hours: Hours| {
        uncovered(lines, hours)
            .into_iter()
            .map(move |ages| About::NoEmergencyLine { ages, hours })
    };
    Hours::ALL
        .iter()
        .copied()
        .flat_map(left)
        .map(|about| Finding::new(about, Some(place.clone())))
        .collect()
}

/// The ages for which no line is there at these hours. Between two borders of the map's ranges all
/// ages are alike.
fn uncovered(lines: &[EmergencyLine], hours: Hours) -> Vec<AgeRange> {
    let ranges: Vec<AgeRange> = lines
        .iter()
        .filter(|line| line.hours.is_none_or(|line| line == hours))
        .map(|line| line.ages.unwrap_or(AgeRange::ALL))
        .collect();
    let borders: BTreeSet<Age> = ranges
        .iter()
        .flat_map(|range| [Some(range.from()), range.until()])
        .flatten()
        .chain([Age::Unborn])
        .collect();
    let mut left: Vec<AgeRange> = Vec::new();
    for from in &borders {
        if ranges.iter().any(|range| range.includes(*from)) {
            continue;
        }
        let until = borders
            .range((std::ops::Bound::Excluded(from), std::ops::Bound::Unbounded))
            .next()
            .copied();
        let joined = left
            .last()
            .filter(|last| last.until() == Some(*from))
            .map_or(*from, |last| last.from());
        if joined != *from {
            left.pop();
        }
        left.extend(AgeRange::new(joined, until));
    }
    left
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::routing::sample::line;

    #[rstest]
    #[case::no_line(&[], &["unborn+"])]
    #[case::one_for_all(&[("all", "always")], &[])]
    #[case::before_and_after(&[("4-18", "always")], &["unborn-4", "18+"])]
    #[case::between(&[("unborn-4", "always"), ("12-18", "office"), ("18-65", "office")], &["4-12", "65+"])]
    #[case::at_other_hours(&[("unborn-4", "always"), ("4-18", "outside")], &["4+"])]
    #[case::several_holes(&[("0-4", "always"), ("8-12", "always"), ("14-18", "office")], &["unborn", "4-8", "12-14", "18+"])]
    fn the_ages_without_a_line_are(#[case] lines: &[(&str, &str)], #[case] left: &[&str]) {
        let lines: Vec<EmergencyLine> = lines
            .iter()
            .map(|(ages, hours)| line("0800-555", ages, hours))
            .collect();
        assert_eq!(
            uncovered(&lines, Hours::Office)
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>(),
            left
        );
    }
}
