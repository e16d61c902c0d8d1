//! What the survey finds in small maps, in the words of a coordinator.

use rstest::rstest;

use super::*;
use crate::domain::signal::Topics;
use crate::domain::time::Weekday;
use crate::map_analysis::age_sets::AgeSet;
use crate::map_analysis::region::Region;
use crate::routing::ages::AgeSubject;
use crate::routing::choice::{Choice, Values};
use crate::routing::map::{OfficeHours, ResponsibilityIx, RouteMap};
use crate::routing::sample::{at, map, parts, read, signal};

/// A region as `topics | areas | ages | what is not all`; `?` when it holds the signals that leave
/// it unknown.
fn describe(map: &RouteMap, region: &Region) -> String {
    let topics: Vec<&str> = region
        .topics
        .iter()
        .map(|ix| map.topic_at(*ix).id.as_str())
        .collect();
    let areas = region
        .areas
        .iter()
        .map(|ix| map.area_at(*ix).id.as_str())
        .chain(region.area_unknown.then_some("?"));
    let mut text = format!(
        "{} | {} | {}",
        topics.join(if region.several { "+" } else { " " }),
        areas.collect::<Vec<_>>().join(" "),
        region.ages.get(AgeSubject::Person)
    );
    let child = region.ages.get(AgeSubject::YoungestChild);
    if child != AgeSet::ALL {
        text += &format!(" | youngest {child}");
    }
    text += &choice(Choice::Urgency, region);
    if region.senders.len() < map.organisations().len() {
        text += &format!(
            " | from {}",
            region
                .senders
                .iter()
                .map(|id| id.as_str())
                .collect::<Vec<_>>()
                .join(" ")
        );
    }
    text += &choice(Choice::Hours, region);
    text
}

/// ` | acute urgent`; empty when they are all.
fn choice(choice: Choice, region: &Region) -> String {
    let values = region.choices.get(choice);
    if values == Values::all(choice) {
        return String::new();
    }
    let codes: Vec<&str> = values.codes(choice).collect();
    format!(" | {}", codes.join(" "))
}

#[rstest]
#[case::none_where_one_is_narrower(&["jgz", "cjg age:4-18"], &[])]
#[case::narrower_by_the_youngest_child(&["ggz age:18+", "jgz age:18+ youngest:unborn-1"], &[])]
#[case::the_age_and_the_youngest_child(&["ggz age:18+", "jgz youngest:unborn-1"], &["0 1: parenting parenting/sleep finances finances/debts housing | rijnmeer waterdam noord veenbroek veen-west ? | 18+ | youngest unborn-1"])]
#[case::overlap(&["jgz topic:parenting age:0-18", "cjg topic:parenting age:12-23"], &["0 1: parenting parenting/sleep | rijnmeer waterdam noord veenbroek veen-west ? | 12-18"])]
#[case::equal_for_some_senders(
    &["jgz topic:housing area:noord kind:school,gp", "cjg topic:housing area:noord from:school urgency:acute"],
    &[],
)]
#[case::crossing(
    &["jgz topic:housing area:noord kind:school,gp", "cjg topic:housing area:noord urgency:acute hours:office"],
    &["0 1: housing | noord | unborn+ ? | acute | from huisarts school | office"],
)]
fn disputes_are(#[case] claims: &[&str], #[case] expected: &[&str]) {
    let map = map(claims);
    let found: Vec<String> = disputes(&map, read("2026-11-23"))
        .iter()
        .flat_map(|dispute| {
            let claims: Vec<String> = dispute.claims.iter().map(|ix| ix.0.to_string()).collect();
            dispute
                .regions
                .iter()
                .map(|region| format!("{}: {}", claims.join(" "), describe(&map, region)))
                .collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn leads_that_a_narrower_claim_keeps_apart_on_each_topic_dispute_about_both_together() {
    let map = map(&[
        "wijkteam topic:housing,finances age:0-18 leads",
        "ggz topic:housing,finances age:12-23 leads",
        "cjg topic:housing,finances age:12-18 priority:1",
    ]);
    let found = disputes(&map, read("2026-11-23"));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].claims, [ResponsibilityIx(0), ResponsibilityIx(1)]);
    let regions: Vec<String> = found[0]
        .regions
        .iter()
        .map(|region| describe(&map, region))
        .collect();
    assert_eq!(
        regions,
        ["finances+finances/debts+housing | rijnmeer waterdam noord veenbroek veen-west ? | 12-18"]
    );
    let witness = found[0].regions[0]
        .witness(&map, read("2026-11-23"))
        .unwrap();
    assert_eq!(
        witness
            .facts
            .topics
            .iter()
            .map(|topic| topic.as_str())
            .collect::<Vec<_>>(),
        ["finances", "finances/debts"]
    );
}

/// 1 January is a Friday and a holiday.
#[rstest]
#[case::on_a_holiday("2027-01-01", 0)]
#[case::on_a_working_day("2027-01-04", 1)]
fn there_is_no_dispute_at_hours_that_do_not_occur(#[case] day: &str, #[case] count: usize) {
    let map = map(&[
        &format!("jgz hours:office until:{day}"),
        &format!("cjg hours:office since:{day}"),
    ]);
    let found = disputes(&map, read("2026-11-23"));
    assert_eq!(found.len(), count);
    for dispute in found {
        let witness = dispute.regions[0].witness(&map, read("2026-11-23"));
        assert_eq!(witness.unwrap().at, Some(at(&format!("{day}T08:30"))));
    }
}

/// Holidays are left: on those the offices of this map are closed.
#[rstest]
#[case::without_holidays(false, 0)]
#[case::with_holidays(true, 1)]
fn an_office_that_never_closes_leaves_no_other_hours(#[case] holidays: bool, #[case] count: usize) {
    let mut parts = parts(&["jgz hours:outside", "cjg hours:outside"]);
    parts.settings.office_hours = OfficeHours {
        days: Weekday::ALL.to_vec(),
        from: read("00:00"),
        to: read("24:00"),
    };
    parts.settings.calendar.dutch_holidays = holidays;
    let map = RouteMap::new(parts);
    let today = read("2026-11-23");
    assert_eq!(disputes(&map, today).len(), count);
    assert_eq!(never_wins(&map, today).is_empty(), holidays);
}

/// Topics and claims of the disputes about several topics together.
fn disputes_of_leads(claims: &[&str]) -> Vec<String> {
    let map = map(claims);
    let mut several = Vec::new();
    for dispute in disputes(&map, read("2026-11-23")) {
        let claims: Vec<String> = dispute.claims.iter().map(|ix| ix.0.to_string()).collect();
        let regions = dispute.regions.iter().filter(|region| region.several);
        several.extend(
            regions.map(|region| format!("{}: {}", claims.join(" "), describe(&map, region))),
        );
    }
    several
}

#[rstest]
#[case::each_disputes_alone_with_another(
    &["wijkteam topic:housing,finances age:0-18 leads", "ggz topic:housing,finances age:12-23 leads", "cjg topic:housing,finances age:12-20"],
    &["0 1: finances+finances/debts+housing | rijnmeer waterdam noord veenbroek veen-west ? | 12-18"],
)]
#[case::they_dispute_about_each_topic_alone(
    &["wijkteam topic:housing,finances age:0-18 leads", "ggz topic:housing,finances age:12-23 leads"],
    &[],
)]
#[case::they_have_two_of_their_topics_in_common(
    &[
        "wijkteam topic:housing,parenting,finances/debts age:0-18 leads",
        "ggz topic:housing,finances age:12-23 leads",
        "cjg topic:housing,finances/debts age:12-18 priority:1",
    ],
    &["0 1: finances/debts+housing | rijnmeer waterdam noord veenbroek veen-west ? | 12-18"],
)]
#[case::they_dispute_only_the_other_topics_alone(
    &["wijkteam hours:office leads", "ggz age:unborn-4 leads", "cjg topic:finances priority:1"],
    &["0 1: finances+finances/debts | rijnmeer waterdam noord veenbroek veen-west ? | unborn-4 | office"],
)]
#[case::another_lead_covers_fewer_topics(
    &["wijkteam priority:1", "wijkteam leads", "ggz leads", "cjg topic:finances priority:-1 leads"],
    &[
        "1 2: parenting+parenting/sleep+finances+finances/debts+housing | rijnmeer waterdam noord veenbroek veen-west ? | unborn+ ?",
        "1 2: finances+finances/debts | rijnmeer waterdam noord veenbroek veen-west ? | unborn+ ?",
    ],
)]
#[case::another_lead_covers_fewer_topics_at_some_ages(
    &["wijkteam priority:1", "wijkteam leads", "ggz leads", "cjg topic:finances age:0-4 priority:1 leads"],
    &[
        "1 2: parenting+parenting/sleep+finances+finances/debts+housing | rijnmeer waterdam noord veenbroek veen-west ? | unborn+ ?",
    ],
)]
fn leads_dispute_where_their_claims_to_one_topic_alone_do_not(
    #[case] claims: &[&str],
    #[case] expected: &[&str],
) {
    assert_eq!(disputes_of_leads(claims), expected);
}

#[test]
fn leads_dispute_about_more_topics_than_one_signal_has() {
    let mut parts = parts(&["wijkteam priority:1", "wijkteam leads", "ggz leads"]);
    for n in 0..Topics::MAX {
        let mut topic = parts.topics[0].clone();
        topic.id = read(&format!("topic-{n}"));
        parts.topics.push(topic);
    }
    let map = RouteMap::new(parts);
    let today = read("2026-11-23");
    let found = disputes(&map, today).remove(0);
    assert_eq!(found.regions[0].topics, map.topic_ixs().collect::<Vec<_>>());
    let witness = found.regions[0].witness(&map, today).unwrap();
    assert_eq!(witness.facts.topics.iter().count(), 2);
}

#[test]
fn a_gap_is_told_as_the_largest_block_of_places() {
    let map = map(&[
        "jgz age:0-12",
        "cjg area:waterdam",
        "cjg area:veenbroek age:18+",
        "gemeente area:veenbroek topic:housing",
    ]);
    let Gaps {
        definite,
        when_vague,
    } = gaps(&map, read("2026-11-23"));
    let describe = |regions: &[Region]| {
        regions
            .iter()
            .map(|region| describe(&map, region))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        describe(&definite),
        [
            "parenting parenting/sleep finances finances/debts | veenbroek veen-west | unborn",
            "parenting parenting/sleep finances finances/debts | veenbroek veen-west | 12-18",
        ]
    );
    assert_eq!(
        describe(&when_vague).last().unwrap(),
        "parenting parenting/sleep finances finances/debts housing | rijnmeer ? | 12+"
    );
}

#[rstest]
#[case::priority(&["jgz age:0-4", "cjg priority:1"], Some((WhyNever::Outranked, vec![1])))]
#[case::two_halves_together(
    &["jgz topic:housing age:0-18", "cjg topic:housing age:0-4", "ggz topic:housing age:4-18"],
    Some((WhyNever::Shadowed, vec![1, 2])),
)]
#[case::a_half_and_a_priority(
    &["jgz topic:housing hours:office", "cjg topic:housing hours:office urgency:acute", "ggz urgency:urgent,normal,fyi priority:2"],
    Some((WhyNever::Shadowed, vec![1, 2])),
)]
#[case::nobody_sends(&["jgz kind:police"], Some((WhyNever::HoldsForNoSignal, vec![])))]
#[case::it_leads_two_topics(&["wijkteam topic:housing,parenting leads", "cjg topic:housing,parenting priority:1"], None)]
#[case::lapsed_is_told_elsewhere(&["jgz until:2026-11-22"], None)]
fn what_never_wins_is(#[case] claims: &[&str], #[case] expected: Option<(WhyNever, Vec<u32>)>) {
    let found = never_wins(&map(claims), read("2026-11-23"));
    let expected = expected.map(|(why, by)| {
        let by = by.into_iter().map(ResponsibilityIx).collect();
        NeverWins {
            responsibility: ResponsibilityIx(0),
            why,
            by,
        }
    });
    assert_eq!(found, Vec::from_iter(expected));
}

#[rstest]
#[case::now(&["jgz topic:housing"], None)]
#[case::in_the_evening(&["jgz hours:office", "cjg topic:housing"], Some("2026-11-23T20:00"))]
#[case::when_the_office_opens(&["jgz hours:outside", "cjg topic:housing"], Some("2026-11-23T08:30"))]
fn an_example_says_when_only_where_that_matters(
    #[case] claims: &[&str],
    #[case] expected: Option<&str>,
) {
    let map = map(claims);
    let today = read("2026-11-23");
    let region = gaps(&map, today).definite.remove(0);
    let witness = region.witness(&map, today).unwrap();
    assert_eq!(witness.at, expected.map(at));
    assert_eq!(witness.facts, signal("finances age:0 area:noord from:cjg"));
}
