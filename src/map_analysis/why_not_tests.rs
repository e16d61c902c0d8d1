//! Why not that organisation: what is told is so, and something is told of everybody.

use proptest::prelude::*;
use proptest::sample::Index;
use rstest::rstest;

use crate::domain::codes::OrganisationId;
use crate::map_analysis::why_not::{WhyNot, why_not};
use crate::routing::explanation::Failed;
use crate::routing::map::RouteMap;
use crate::routing::random_maps::{
    any_responsibilities, facts_of, in_office_time, map_of, universe,
};
use crate::routing::sample::{OFFICE, OUTSIDE, at, map, read, signal};
use crate::routing::{decide, rule};

/// `fails on area (claim 2)`.
fn described(reason: &WhyNot) -> String {
    let list = |ids: &[OrganisationId]| {
        ids.iter()
            .map(OrganisationId::as_str)
            .collect::<Vec<_>>()
            .join(", ")
    };
    match reason {
        WhyNot::Outside(postcode) => format!("outside {postcode}"),
        WhyNot::ClaimsToo(others) => format!("claims it beside {}", list(others)),
        WhyNot::GaveWay(aside) => format!("gave way {} {}", aside.gave_way, aside.to),
        WhyNot::HasTopic {
            topic,
            is_disputed,
            leaders,
        } => {
            let has = if *is_disputed { "claims" } else { "owns" };
            format!("{has} {topic}, led by [{}]", list(leaders))
        }
        WhyNot::Fails(failed, place) => {
            let all: Vec<String> = failed.iter().map(on).collect();
            format!("fails on {} (claim {})", all.join(" and "), place.line - 99)
        }
        WhyNot::ReadsAlong => "reads along".to_owned(),
        WhyNot::Coordinates => "coordinates".to_owned(),
        WhyNot::NotAbout(topic) => format!("nothing of {topic}"),
    }
}

fn on(failed: &Failed) -> String {
    match failed {
        Failed::Limit(limit) => limit.criterion.to_string(),
        Failed::Unknown(limit) => format!("unknown {}", limit.criterion),
        Failed::NotYet(_) | Failed::Lapsed(_) => failed.code().to_string(),
    }
}

fn told(map: &RouteMap, facts: &str, organisation: &str) -> Vec<String> {
    let (facts, at) = (signal(facts), at(OFFICE));
    let decision = decide(map, &facts, at);
    let reasons = why_not(&read(organisation), &decision, map, &facts, at);
    reasons.iter().map(described).collect()
}

#[rstest]
#[case::but_for_the_area_although_somebody_owns_it(
    &["jgz area:waterdam", "cjg area:veenbroek"], "parenting area:waterdam", "cjg", &["fails on area (claim 2)"])]
#[case::but_for_an_area_that_nobody_said(
    &["jgz", "cjg area:veenbroek"], "parenting", "cjg", &["fails on unknown area (claim 2)"])]
#[case::but_for_the_youngest_child(
    &["jgz", "cjg youngest:0-4"], "parenting age:31 youngest:9", "cjg", &["fails on youngest (claim 2)"])]
#[case::but_for_the_days(
    &["jgz", "cjg until:2026-10-31"], "parenting", "cjg", &["fails on lapsed (claim 2)"])]
#[case::on_all_that_it_fails_on(
    &["jgz", "cjg area:veenbroek age:4-18 from:school"], "parenting area:waterdam age:3 from:kraamzorg", "cjg",
    &["fails on area and age and sender (claim 2)"])]
#[case::only_the_nearest_of_several(
    &["jgz", "cjg area:veenbroek age:4-18", "cjg age:4-18", "cjg area:veenbroek"], "parenting area:waterdam age:3", "cjg",
    &["fails on age (claim 3)", "fails on area (claim 4)"])]
#[case::but_for_the_topic_of_which_it_owns_a_part(
    &["jgz topic:parenting", "cjg topic:parenting/sleep,housing"], "parenting", "cjg", &["fails on topic (claim 2)"])]
#[case::nothing_of_the_topic(
    &["jgz topic:parenting", "cjg topic:housing"], "parenting", "cjg", &["nothing of parenting"])]
#[case::nothing_at_all(&["jgz"], "parenting", "mee", &["nothing of parenting"])]
#[case::it_claims_it_too(&["jgz", "cjg from:school", "ggz age:0-18"], "parenting age:9 from:school", "cjg",
    &["claims it beside ggz"])]
#[case::it_gave_way(&["jgz", "cjg age:0-18"], "parenting age:9", "jgz", &["gave way to-narrower cjg"])]
#[case::it_owns_another_topic(
    &["jgz topic:parenting", "cjg topic:housing"], "parenting+housing", "cjg", &["owns housing, led by []"])]
#[case::it_claims_another_topic(
    &["jgz topic:parenting", "cjg topic:housing", "ggz topic:housing"], "parenting+housing", "cjg",
    &["claims housing, led by []"])]
#[case::also_when_it_is_the_sender(
    &["jgz topic:parenting", "school topic:housing"], "parenting+housing from:school", "school",
    &["owns housing, led by []"])]
#[case::another_leads(
    &["jgz topic:parenting", "wijkteam leads"], "parenting+housing", "jgz", &["owns parenting, led by [wijkteam]"])]
#[case::two_lead(
    &["jgz topic:parenting", "wijkteam leads", "cjg leads"], "parenting+housing", "jgz",
    &["owns parenting, led by [cjg, wijkteam]"])]
#[case::it_gave_way_for_a_topic_that_another_leads(
    &["jgz topic:parenting priority:1", "cjg topic:parenting", "wijkteam leads"], "parenting+housing", "cjg",
    &["gave way to-priority jgz"])]
#[case::it_reads_along(
    &["jgz involve:welzijn"], "parenting", "welzijn", &["reads along"])]
#[case::it_coordinates(&["jgz area:waterdam"], "parenting area:waterdam", "gemeente", &["coordinates"])]
fn why_an_organisation_is_not_the_owner(
    #[case] claims: &[&str],
    #[case] facts: &str,
    #[case] organisation: &str,
    #[case] expected: &[&str],
) {
    assert_eq!(told(&map(claims), facts, organisation), expected);
}

#[test]
fn outside_the_map_nothing_was_agreed() {
    assert_eq!(
        told(&map(&["jgz"]), "parenting outside:9999", "jgz"),
        ["outside 9999"]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn everybody_who_does_not_own_it_is_told_why(responsibilities in any_responsibilities(), pick in any::<Index>()) {
        let (map, universe) = (map_of(responsibilities), universe());
        let asked = &universe[pick.index(universe.len())];
        let at = at(if in_office_time(asked) { OFFICE } else { OUTSIDE });
        let facts = facts_of(&map, asked, []);
        let decision = decide(&map, &facts, at);
        let standing = rule(&map, &facts, map.when(at)).standing().to_vec();
        for organisation in map.organisations().iter().map(|one| &one.id).filter(|id| **id != decision.owner) {
            let reasons = why_not(organisation, &decision, &map, &facts, at);
            prop_assert!(!reasons.is_empty());
            for reason in &reasons {
                let claims = standing.iter().any(|r| r.owner == *organisation);
                prop_assert_eq!(matches!(reason, WhyNot::ClaimsToo(_)), claims);
                if let WhyNot::Fails(failed, place) = reason {
                    prop_assert!(!failed.is_empty());
                    let near = decision.why.near_misses.iter().find(|miss| miss.place == *place);
                    prop_assert!(near.is_none_or(|miss| *failed == [miss.failed.clone()]));
                }
            }
        }
    }
}
