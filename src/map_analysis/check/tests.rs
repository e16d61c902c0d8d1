//! The borders of the checks, on a small map. What each of them says stands in tests/checks.

use std::collections::BTreeSet;

use rstest::rstest;

use super::*;
use crate::domain::codes::CodeEnum as _;
use crate::map_analysis::check::agreements::SOON_DAYS;
use crate::routing::choice::{Choice, Values};
use crate::routing::criterion::{Criteria, Criterion, Senders};
use crate::routing::map::{OpenPoint, StillOpen, Text};
use crate::routing::sample::{map, parts, place, read};

fn today() -> Day {
    read("2026-11-23")
}

/// What these checks find in a map with these claims.
fn found(map: &RouteMap, checks: &[Check]) -> Vec<Finding> {
    let skipped = Check::ALL
        .iter()
        .copied()
        .filter(|check| !checks.contains(check))
        .collect::<BTreeSet<_>>();
    check(map, today(), &skipped)
}

fn kinds(claims: &[&str], checks: &[Check]) -> Vec<Check> {
    found(&map(claims), checks)
        .iter()
        .map(|finding| finding.about.check())
        .collect()
}

#[rstest]
#[case::yesterday(&["jgz topic:parenting until:2026-11-22"], &[Check::Lapsed])]
#[case::today(&["jgz topic:parenting until:2026-11-23"], &[Check::Lapsing])]
#[case::in_sixty_days(&["jgz topic:parenting until:2027-01-22"], &[Check::Lapsing])]
#[case::later(&["jgz topic:parenting until:2027-01-23"], &[])]
#[case::followed(&["jgz topic:parenting until:2026-12-31", "jgz since:2027-01-01"], &[])]
#[case::followed_a_day_too_late(&["jgz topic:parenting until:2026-12-31", "jgz since:2027-01-02"], &[Check::Lapsing])]
#[case::followed_by_less(&["jgz topic:parenting until:2026-12-31", "jgz topic:parenting/sleep since:2027-01-01"], &[Check::Lapsing])]
#[case::followed_by_another(&["jgz topic:parenting until:2026-12-31", "cjg since:2027-01-01"], &[Check::Lapsing])]
fn the_last_day_of_a_responsibility_is_told_sixty_days_ahead_unless_it_is_followed(
    #[case] claims: &[&str],
    #[case] text: &[Check],
) {
    assert_eq!(kinds(claims, &[Check::Lapsed, Check::Lapsing]), text);
}

#[rstest]
#[case::for_good("jgz until:2027-01-22", "cjg until:2026-01-01", "2027-01-23", None)]
#[case::until_another_takes_over(
    "jgz until:2026-12-31",
    "cjg since:2027-01-10",
    "2027-01-01",
    Some("2027-01-09")
)]
fn what_then_becomes_a_gap_is_told_with_its_days(
    #[case] lapsing: &str,
    #[case] other: &str,
    #[case] from: &str,
    #[case] until: Option<&str>,
) {
    let findings = found(&map(&[lapsing, other]), &[Check::Lapsing]);
    let days: BTreeSet<(Day, Option<Day>)> = findings
        .iter()
        .flat_map(|finding| &finding.regions)
        .map(|region| (region.from, region.until))
        .collect();
    assert_eq!(days, BTreeSet::from([(read(from), until.map(read))]));
}

/// A map with these claims, and an open point about the signals that this claim would be for.
fn with_open_point(claims: &[&str], about: StillOpen, limits: &str, until: &str) -> RouteMap {
    let mut all = parts(claims);
    let because = Text {
        nl: "nog niet besproken".into(),
        en: "not discussed yet".into(),
    };
    all.open_points.push(OpenPoint {
        about,
        criteria: parts(&[limits]).responsibilities.remove(0).criteria,
        until: read(until),
        because,
        place: place(200),
    });
    RouteMap::new(all)
}

#[rstest]
#[case::on_its_last_day(StillOpen::Dispute, "2026-11-23", &[(Severity::Note, Check::Dispute)])]
#[case::a_day_later(StillOpen::Dispute, "2026-11-22", &[(Severity::Error, Check::Dispute), (Severity::Warning, Check::OpenPointLapsed)])]
#[case::about_a_gap(StillOpen::Gap, "2026-11-23", &[(Severity::Error, Check::Dispute), (Severity::Warning, Check::OpenPointIdle)])]
fn a_dispute_is_admitted_by_an_open_point_about_it_until_its_last_day(
    #[case] about: StillOpen,
    #[case] until: &str,
    #[case] text: &[(Severity, Check)],
) {
    let claims = ["jgz topic:parenting", "cjg topic:parenting"];
    let map = with_open_point(&claims, about, "jgz topic:parenting", until);
    let findings = found(
        &map,
        &[Check::Dispute, Check::OpenPointLapsed, Check::OpenPointIdle],
    );
    assert_eq!(
        findings
            .iter()
            .map(|finding| (finding.severity, finding.about.check()))
            .collect::<Vec<_>>(),
        text
    );
}

/// 1 January is a Friday and a holiday, without office hours.
#[rstest]
#[case::at_the_hours_that_occur("jgz hours:outside", &[(Severity::Note, Check::Dispute)])]
#[case::at_hours_that_do_not("jgz hours:office", &[(Severity::Error, Check::Dispute), (Severity::Warning, Check::AcuteUnowned), (Severity::Warning, Check::OpenPointIdle)])]
fn an_open_point_admits_a_dispute_at_the_hours_that_occur(
    #[case] limits: &str,
    #[case] text: &[(Severity, Check)],
) {
    let claims = ["jgz until:2027-01-01", "cjg since:2027-01-01"];
    let map = with_open_point(&claims, StillOpen::Dispute, limits, "2026-12-31");
    let checks = [Check::Dispute, Check::AcuteUnowned, Check::OpenPointIdle];
    let found = found(&map, &checks);
    let told: Vec<_> = found
        .iter()
        .map(|one| (one.severity, one.about.check()))
        .collect();
    assert_eq!(told, text);
    assert!(found[0].regions.iter().all(|region| region.occurs(&map)));
}

/// Nobody owns what is not acute.
#[rstest]
#[case::of_some_ages("jgz age:12-18", &["gap", "gap", "no age", "known gap"])]
#[case::of_every_known_age("jgz age:unborn+", &["no age", "known gap"])]
#[case::in_every_place("jgz area:rijnmeer", &["no area", "known gap"])]
#[case::in_some_places("jgz area:waterdam", &["gap", "known gap"])]
#[case::of_every_age_in_every_place("jgz age:unborn+ area:rijnmeer", &["no area", "no age", "known gap"])]
#[case::of_some_urgencies("jgz urgency:urgent", &["gap", "known gap"])]
#[case::of_all_urgencies("jgz urgency:urgent,normal,fyi", &["known gap"])]
fn what_an_open_point_says_of_no_unknown_age_or_place_is_told(
    #[case] limits: &str,
    #[case] expected: &[&str],
) {
    let map = with_open_point(&["jgz urgency:acute"], StillOpen::Gap, limits, "2026-12-31");
    let found = found(&map, &[Check::Gap, Check::GapWhenUnknown]);
    let told = found.iter().map(|finding| {
        if let About::GapWhenUnknown { unknown } = &finding.about {
            if *unknown == Criterion::Age {
                "no age"
            } else {
                "no area"
            }
        } else if let About::Gap { known } = &finding.about {
            known.as_ref().map_or("gap", |_| "known gap")
        } else {
            panic!("{:?}", finding.about)
        }
    });
    assert_eq!(
        told.collect::<BTreeSet<_>>(),
        expected.iter().copied().collect()
    );
    assert_eq!(found.len(), expected.len());
}

#[rstest]
#[case::that_nobody_owns("jgz topic:housing age:12-18", false)]
#[case::that_somebody_owns("jgz topic:parenting age:12-18", true)]
fn an_open_point_about_a_part_of_a_topic_is_idle_when_it_is_owned(
    #[case] limits: &str,
    #[case] is_idle: bool,
) {
    let map = with_open_point(
        &["jgz topic:parenting"],
        StillOpen::Gap,
        limits,
        "2026-12-31",
    );
    let idle = found(&map, &[Check::OpenPointIdle]);
    assert_eq!(!idle.is_empty(), is_idle);
}

#[test]
fn who_owned_until_yesterday_is_not_called_any_more() {
    let map = map(&["jgz until:2026-11-23", "cjg until:2026-11-22", "wijkteam"]);
    let unchecked = |finding: Finding| {
        let About::UncheckedContact { organisation, .. } = finding.about else {
            panic!("{finding:?}")
        };
        organisation.to_string()
    };
    let text: Vec<String> = found(&map, &[Check::UncheckedContact])
        .into_iter()
        .map(unchecked)
        .collect();
    assert_eq!(text, ["jgz", "wijkteam", "gemeente", "gemeente-veenbroek"]);
}

#[rstest]
#[case::on_no_day_together(&["jgz topic:parenting until:2026-12-31", "jgz topic:parenting since:2027-01-01"], 0)]
#[case::on_one_day(&["jgz topic:parenting until:2026-12-31", "jgz topic:parenting since:2026-12-31"], 1)]
#[case::every_urgency_is_none_in_particular(&["jgz topic:parenting", "jgz topic:parenting urgency:acute,urgent,normal,fyi"], 1)]
#[case::three_of_the_four_are_less(&["jgz topic:parenting", "jgz topic:parenting urgency:acute,urgent,normal"], 0)]
fn what_is_claimed_twice_is_told_when_it_holds_on_one_day(
    #[case] claims: &[&str],
    #[case] times: usize,
) {
    assert_eq!(kinds(claims, &[Check::Duplicate]).len(), times);
}

#[rstest]
#[case::no_topic(|criteria: &mut Criteria| criteria.topics = Some(vec![]))]
#[case::no_area(|criteria: &mut Criteria| criteria.areas = Some(vec![]))]
#[case::no_urgency(|criteria: &mut Criteria| criteria.choices.set(Choice::Urgency, Some(Values::default())))]
#[case::no_sender(|criteria: &mut Criteria| criteria.senders = Some(Senders::default()))]
fn who_claims_an_empty_list_hears_nobody(#[case] empty: fn(&mut Criteria)) {
    let mut parts = parts(&["jgz"]);
    let heard = |parts| found(&RouteMap::new(parts), &[Check::UnheardSender]).is_empty();
    assert!(heard(parts.clone()));
    empty(&mut parts.responsibilities[0].criteria);
    assert!(!heard(parts));
}

#[test]
fn sixty_days_are_soon() {
    assert_eq!(today().plus(SOON_DAYS), read("2027-01-22"));
}

/// What is said of an owner that ends on this day, with or without an heir.
#[rstest]
#[case::what_becomes_a_gap("2026-12-31", false, &["jgz topic:parenting"], &[Check::Ending, Check::Lapsing])]
#[case::with_an_heir_who_owns_nothing("2026-12-31", true, &["jgz topic:parenting"], &[Check::Lapsing])]
#[case::what_another_owns_then("2026-12-31", true, &["jgz topic:parenting", "wijkteam priority:-1"], &[])]
#[case::what_has_ended_is_not_told_as_lapsed("2026-11-22", false, &["jgz topic:parenting"], &[])]
#[case::later("2027-06-30", false, &["jgz topic:parenting"], &[])]
fn an_organisation_that_ends_is_told_once(
    #[case] until: &str,
    #[case] has_heir: bool,
    #[case] claims: &[&str],
    #[case] expected: &[Check],
) {
    let mut parts = parts(claims);
    parts.organisations[3].valid.until = Some(read(until));
    if has_heir {
        parts.organisations[4].formerly = vec![read("jgz")];
    }
    let looked_at = [Check::Ending, Check::Lapsed, Check::Lapsing];
    let mut found: Vec<Check> = found(&RouteMap::new(parts), &looked_at)
        .iter()
        .map(|finding| finding.about.check())
        .collect();
    found.sort();
    let mut expected = expected.to_vec();
    expected.sort();
    assert_eq!(found, expected);
}
