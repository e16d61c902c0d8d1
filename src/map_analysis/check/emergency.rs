//! Whether somebody can be called in danger: for every age, at every hour.

use crate::domain::age::AgeRange;
use crate::domain::codes::CodeEnum as _;
use crate::map_analysis::check::finding::{About, Finding};
use crate::map_analysis::survey::ages::{cut_ages, join_range};
use crate::routing::map::{EmergencyLine, Hours, RouteMap};

/// The ages and hours at which the map names nobody to call.
pub(super) fn findings(map: &RouteMap) -> Vec<Finding> {
    let lines = &map.settings().emergency;
    let mut own = lines.iter().filter(|line| line.topics.is_none());
    let Some(place) = own.find_map(|line| line.place.clone()) else {
        return vec![Finding::new(About::NoOwnEmergencyLine, None)];
    };
    let mut found = Vec::new();
    for hours in Hours::ALL.iter().copied() {
        for ages in uncovered(lines, hours) {
            let about = About::NoEmergencyLine { ages, hours };
            found.push(Finding::new(about, Some(place.clone())));
        }
    }
    found
}

/// The ages that no line is for at these hours.
fn uncovered(lines: &[EmergencyLine], hours: Hours) -> Vec<AgeRange> {
    let covered: Vec<AgeRange> = lines
        .iter()
        .filter(|line| line.topics.is_none() && line.hours.is_none_or(|line| line == hours))
        .map(|line| line.ages.unwrap_or(AgeRange::ALL))
        .collect();
    let mut uncovered = Vec::new();
    for ages in cut_ages(covered.iter().copied()) {
        if !covered.iter().any(|range| range.contains(ages)) {
            join_range(&mut uncovered, ages);
        }
    }
    uncovered
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::routing::sample::line;

    #[test]
    fn a_line_of_some_topics_is_for_no_other_danger() {
        let of_a_topic = EmergencyLine {
            topics: Some(vec!["housing".parse().unwrap()]),
            ..line("0800-1205", "all", "always")
        };
        assert_eq!(uncovered(&[of_a_topic], Hours::Office), [AgeRange::ALL]);
    }

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
