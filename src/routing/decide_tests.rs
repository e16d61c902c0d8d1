use rstest::rstest;

use crate::domain::event::Level;
use crate::domain::time::{Day, Weekday};
use crate::map_parts::criterion::{Criterion, Limit};
use crate::routing::decide;
use crate::routing::decision::Decision;
use crate::routing::explanation::{Failed, Superseded, WhyInvolved};
use crate::routing::map::RouteMap;
use crate::routing::sample::{OFFICE, at, map, parts, read, signal};

pub(super) fn decided(claims: &[&str], asked: &str) -> Decision {
    decide(&map(claims), &signal(asked), at(OFFICE))
}

/// `jgz by rule`
pub(super) fn owner(decision: &Decision) -> String {
    format!("{} by {}", decision.owner, decision.basis)
}

pub(super) fn involved(decision: &Decision) -> Vec<&str> {
    decision
        .why
        .involved
        .iter()
        .map(|involvement| involvement.organisation.as_str())
        .collect()
}

#[rstest]
#[case::one_claim(&["jgz topic:parenting"], "parenting", "jgz by rule")]
#[case::a_claim_covers_what_is_part_of_its_topic(&["jgz topic:parenting"], "parenting/sleep", "jgz by rule")]
#[case::and_not_what_it_is_part_of(&["jgz topic:parenting/sleep"], "parenting", "gemeente by gap")]
#[case::a_claim_covers_what_lies_in_its_area(&["jgz area:rijnmeer"], "parenting area:noord", "jgz by rule")]
#[case::and_not_what_it_lies_in(&["jgz area:noord"], "parenting area:waterdam", "gemeente by gap")]
#[case::until_the_birthday(&["jgz age:0-4"], "parenting age:3y11m", "jgz by rule")]
#[case::from_the_birthday_on_no_more(&["jgz age:0-4"], "parenting age:4", "gemeente by gap")]
#[case::any_of_several_urgencies(&["jgz urgency:acute,urgent"], "parenting urgent", "jgz by rule")]
#[case::another_urgency(&["jgz urgency:acute,urgent"], "parenting fyi", "gemeente by gap")]
#[case::a_kind_of_sender(&["jgz kind:gp,school"], "parenting from:huisarts", "jgz by rule")]
#[case::a_named_sender(&["jgz kind:gp from:school"], "parenting from:school", "jgz by rule")]
#[case::another_sender(&["jgz kind:gp from:school"], "parenting from:kraamzorg", "gemeente by gap")]
#[case::every_criterion_must_hold(&["jgz topic:parenting age:0-4 area:noord"], "parenting age:5 area:noord", "gemeente by gap")]
#[case::no_claim(&[], "housing", "gemeente by gap")]
#[case::a_topic_that_the_map_lost_is_for_open_claims(&["jgz topic:parenting", "wijkteam"], "loneliness", "wijkteam by rule")]
#[case::equal_claims(&["jgz topic:parenting", "cjg topic:parenting"], "parenting", "gemeente by dispute")]
#[case::equal_claims_in_other_words(&["jgz topic:parenting", "cjg topic:parenting,parenting/sleep"], "parenting", "gemeente by dispute")]
#[case::overlapping_claims(&["jgz topic:parenting", "cjg age:0-4"], "parenting age:2", "gemeente by dispute")]
#[case::overlapping_ages(&["cjg age:0-18", "ggz age:16+"], "parenting age:16", "gemeente by dispute")]
#[case::outside_the_overlap(&["cjg age:0-18", "ggz age:16+"], "parenting age:15", "cjg by rule")]
#[case::priority_settles_it(&["jgz topic:parenting", "cjg topic:parenting priority:1"], "parenting", "cjg by rule")]
#[case::priority_goes_before_narrower(&["jgz topic:parenting/sleep age:0-4 area:noord", "cjg priority:1"], "parenting/sleep age:2 area:noord", "cjg by rule")]
#[case::below_zero(&["wijkteam priority:-1", "jgz topic:parenting"], "parenting", "jgz by rule")]
#[case::equal_highest_priorities_dispute(&["jgz priority:2", "cjg priority:2", "ggz priority:1"], "parenting", "gemeente by dispute")]
#[case::a_priority_that_does_not_hold_settles_nothing(&["jgz", "cjg priority:9 age:4-18"], "parenting age:2", "jgz by rule")]
#[case::the_area_decides_by_its_own_coordinator(&[], "housing area:veenbroek", "gemeente-veenbroek by gap")]
#[case::also_for_its_districts(&["jgz", "cjg"], "housing area:veen-west", "gemeente-veenbroek by dispute")]
#[case::two_claims_of_one_organisation_are_no_dispute(&["jgz topic:parenting", "jgz age:0-4"], "parenting age:2", "jgz by rule")]
#[case::its_own_narrower_claim_does_not_save_it(&["jgz", "jgz topic:parenting", "cjg age:0-4"], "parenting age:2", "gemeente by dispute")]
fn the_owner_is(#[case] claims: &[&str], #[case] asked: &str, #[case] expected: &str) {
    assert_eq!(owner(&decided(claims, asked)), expected);
}

#[rstest]
#[case::a_part_of_the_topic("topic:parenting", "topic:parenting/sleep")]
#[case::fewer_topics("topic:parenting,housing", "topic:parenting")]
#[case::a_topic_among_all("", "topic:parenting")]
#[case::fewer_ages("age:0-18", "age:0-4")]
#[case::ages_from_birth("age:unborn-4", "age:0-4")]
#[case::ages_with_an_end("age:0+", "age:0-4")]
#[case::all_known_ages("", "age:unborn+")]
#[case::a_district("area:waterdam", "area:noord")]
#[case::fewer_areas("area:waterdam,veenbroek", "area:waterdam")]
#[case::all_known_areas("", "area:rijnmeer")]
#[case::fewer_urgencies("urgency:normal,urgent", "urgency:normal")]
#[case::fewer_senders("kind:kraamzorg,school", "kind:kraamzorg")]
#[case::a_named_sender_among_its_kind("kind:kraamzorg,gp", "from:kraamzorg")]
#[case::all_known_senders(
    "",
    "kind:kraamzorg,school,gp,jgz,cjg,wijkteam,debt-help,ggz,welzijn,gemeente"
)]
#[case::some_hours("", "hours:office")]
#[case::one_criterion_more("topic:parenting", "topic:parenting area:noord")]
fn the_narrower_claim_wins(#[case] wide: &str, #[case] narrow: &str) {
    let decision = decided(
        &[&format!("wijkteam {wide}"), &format!("jgz {narrow}")],
        "parenting/sleep age:2 area:noord",
    );
    assert_eq!(owner(&decision), "jgz by rule");
    let aside: Vec<_> = decision
        .why
        .set_aside
        .iter()
        .map(|aside| {
            (
                aside.organisation.as_str(),
                aside.gave_way,
                aside.to.as_str(),
            )
        })
        .collect();
    assert_eq!(aside, [("wijkteam", Superseded::ByNarrower, "jgz")]);
}

#[rstest]
#[case::all_urgencies_are_every_urgency("", "urgency:acute,urgent,normal,fyi")]
#[case::all_topics_are_every_topic("", "topic:parenting,finances,housing")]
#[case::a_kind_with_one_member_is_that_member("kind:kraamzorg", "from:kraamzorg")]
#[case::narrower_in_one_and_wider_in_another("topic:parenting", "area:noord")]
#[case::a_district_and_its_municipality("area:waterdam", "area:noord,waterdam")]
#[case::areas_side_by_side("area:noord,veenbroek", "area:waterdam")]
fn neither_claim_is_narrower(#[case] one: &str, #[case] other: &str) {
    let decision = decided(
        &[&format!("wijkteam {one}"), &format!("jgz {other}")],
        "parenting/sleep age:2 area:noord",
    );
    assert_eq!(owner(&decision), "gemeente by dispute");
    assert_eq!(involved(&decision), ["jgz", "wijkteam"]);
    let first = &decision.why.involved[0];
    let topic = Some(read("parenting/sleep"));
    assert_eq!((first.why, &first.topic), (WhyInvolved::Claims, &topic));
}

#[rstest]
#[case::age("jgz age:unborn+", "parenting area:noord", Criterion::Age)]
#[case::youngest(
    "jgz youngest:unborn-1",
    "parenting age:31 area:noord",
    Criterion::Youngest
)]
#[case::area("jgz area:rijnmeer", "parenting age:2", Criterion::Area)]
#[case::sender(
    "jgz kind:kraamzorg",
    "parenting age:2 area:noord from:nobody",
    Criterion::Sender
)]
fn what_is_unknown_matches_open_claims_alone_and_would_help(
    #[case] claim: &str,
    #[case] asked: &str,
    #[case] helps: Criterion,
) {
    let decision = decided(&[claim, "wijkteam priority:-1"], asked);
    assert_eq!(owner(&decision), "wijkteam by rule");
    assert_eq!(decision.why.would_help, [helps]);
    if helps == Criterion::Area {
        assert_eq!(
            decision.why.near_misses,
            [],
            "every area's organisation would be near"
        );
    } else {
        assert!(
            matches!(decision.why.near_misses.as_slice(), [miss] if matches!(miss.failed, Failed::Unknown(_)))
        );
    }
}

/// A mother of 31, at home with a child of this age.
#[rstest]
#[case::a_baby("youngest:0", "jgz by rule")]
#[case::still_to_be_born("youngest:unborn", "jgz by rule")]
#[case::until_the_birthday("youngest:11m", "jgz by rule")]
#[case::an_older_child("youngest:1", "ggz by rule")]
#[case::no_child("youngest:none", "ggz by rule")]
#[case::not_known("", "ggz by rule")]
fn a_mother_with_a_baby_has_another_owner(#[case] youngest: &str, #[case] expected: &str) {
    let claims = ["ggz age:18+", "jgz age:18+ youngest:unborn-1"];
    let asked = format!("parenting age:31 {youngest}");
    assert_eq!(owner(&decided(&claims, &asked)), expected);
}

#[test]
fn the_youngest_child_and_the_age_are_two_criteria() {
    let claims = ["ggz age:18+", "jgz youngest:unborn-1"];
    let decision = decided(&claims, "parenting age:31 youngest:0");
    assert_eq!(owner(&decision), "gemeente by dispute");
    let with_a_priority = ["ggz age:18+", "jgz youngest:unborn-1 priority:1"];
    let decision = decided(&with_a_priority, "parenting age:31 youngest:0");
    assert_eq!(owner(&decision), "jgz by rule");
}

#[test]
fn what_is_unknown_does_not_help_where_another_criterion_fails_or_the_agreement_has_lapsed() {
    let claims = [
        "jgz topic:housing age:0-4",
        "cjg age:4-18 until:2026-01-01",
        "ggz age:18+ area:noord",
    ];
    assert_eq!(
        decided(&claims, "parenting area:veenbroek").why.would_help,
        []
    );
    assert_eq!(
        decided(&claims, "parenting").why.would_help,
        [Criterion::Age, Criterion::Area]
    );
}

#[rstest]
#[case::on_its_first_day("since:2026-11-23", "jgz by rule")]
#[case::on_its_last_day("until:2026-11-23", "jgz by rule")]
#[case::the_day_before("since:2026-11-24", "gemeente by gap")]
#[case::the_day_after("until:2026-11-22", "gemeente by gap")]
fn an_agreement_holds(#[case] validity: &str, #[case] expected: &str) {
    assert_eq!(
        owner(&decided(
            &[&format!("jgz topic:parenting {validity}")],
            "parenting"
        )),
        expected
    );
}

#[test]
fn the_day_of_an_agreement_is_that_of_the_map_and_not_of_greenwich() {
    let map = map(&["jgz since:2026-07-01"]);
    assert_eq!(
        owner(&decide(&map, &signal("parenting"), at("2026-07-01T00:30"))),
        "jgz by rule"
    );
    assert_eq!(
        owner(&decide(&map, &signal("parenting"), at("2026-06-30T23:30"))),
        "gemeente by gap"
    );
}

fn limit(criterion: Criterion, value: &str) -> Limit {
    Limit {
        criterion,
        values: vec![value.to_owned()],
    }
}

#[rstest]
#[case::too_old(
    "jgz topic:parenting age:0-4",
    Some(Failed::Limit(limit(Criterion::Age, "0-4")))
)]
#[case::another_area_when_nobody_owns(
    "jgz area:veenbroek",
    Some(Failed::Limit(limit(Criterion::Area, "veenbroek")))
)]
#[case::not_yet("jgz since:2027-01-01", Some(Failed::NotYet(read("2027-01-01"))))]
#[case::no_longer("jgz until:2026-06-30", Some(Failed::Lapsed(read("2026-06-30"))))]
#[case::too_old_on_its_first_day(
    "jgz age:0-4 since:2026-11-23",
    Some(Failed::Limit(limit(Criterion::Age, "0-4")))
)]
#[case::too_old_on_its_last_day(
    "jgz age:0-4 until:2026-11-23",
    Some(Failed::Limit(limit(Criterion::Age, "0-4")))
)]
#[case::another_area_and_lapsed("jgz area:veenbroek until:2026-06-30", None)]
#[case::another_area_and_too_old("jgz area:veenbroek age:0-4", None)]
#[case::an_area_far_away("jgz area:veen-west", None)]
#[case::two_criteria("jgz age:0-4 urgency:acute", None)]
#[case::a_criterion_and_lapsed("jgz age:0-4 until:2026-06-30", None)]
#[case::another_topic("jgz topic:housing", None)]
fn who_came_close(#[case] claim: &str, #[case] failed: Option<Failed>) {
    let decision = decided(&[claim], "parenting age:9 area:noord");
    assert_eq!(
        decision
            .why
            .near_misses
            .into_iter()
            .map(|miss| miss.failed)
            .next(),
        failed
    );
}

#[test]
fn the_organisation_of_another_area_is_not_near_when_somebody_owns() {
    let decision = decided(
        &["jgz area:veenbroek", "cjg area:waterdam", "ggz age:18+"],
        "parenting age:9 area:noord",
    );
    let near: Vec<&str> = decision
        .why
        .near_misses
        .iter()
        .map(|miss| miss.organisation.as_str())
        .collect();
    assert_eq!(
        (owner(&decision).as_str(), near),
        ("cjg by rule", vec!["ggz"])
    );
}

#[rstest]
#[case::monday_morning("2026-11-23T10:15", "jgz")]
#[case::opening_time("2026-11-23T08:30", "jgz")]
#[case::just_before("2026-11-23T08:29", "ggz")]
#[case::last_minute("2026-11-23T16:59", "jgz")]
#[case::closing_time("2026-11-23T17:00", "ggz")]
#[case::saturday("2026-11-28T10:15", "ggz")]
#[case::christmas_on_a_friday("2026-12-25T10:15", "ggz")]
#[case::easter_monday("2026-04-06T10:15", "ggz")]
#[case::kings_day("2026-04-27T10:15", "ggz")]
#[case::winter_time_in_utc("2026-03-27T07:45Z", "jgz")]
#[case::summer_time_in_utc("2026-03-30T06:45Z", "jgz")]
#[case::summer_time_closes_earlier_in_utc("2026-03-30T15:30Z", "ggz")]
fn by_day_one_and_outside_office_hours_another(#[case] when: &str, #[case] expected: &str) {
    let when = when
        .strip_suffix('Z')
        .map_or_else(|| at(when), |utc| read(&format!("{utc}:00Z")));
    let map = map(&["jgz hours:office", "ggz hours:outside"]);
    assert_eq!(
        decide(&map, &signal("parenting"), when).owner.as_str(),
        expected
    );
}

#[rstest]
#[case::a_closed_day("2026-12-24T10:15", "ggz")]
#[case::an_opened_holiday("2026-05-05T10:15", "jgz")]
#[case::an_opened_saturday("2026-11-28T10:15", "jgz")]
#[case::an_opened_saturday_at_night("2026-11-28T22:00", "ggz")]
#[case::an_ordinary_saturday("2026-11-21T10:15", "ggz")]
fn the_map_closes_and_opens_days(#[case] when: &str, #[case] expected: &str) {
    let mut parts = parts(&["jgz hours:office", "ggz hours:outside"]);
    parts
        .settings
        .calendar
        .closed_days
        .insert(read("2026-12-24"));
    parts
        .settings
        .calendar
        .open_days
        .extend([read::<Day>("2026-05-05"), read("2026-11-28")]);
    assert_eq!(
        decide(&RouteMap::new(parts), &signal("parenting"), at(when))
            .owner
            .as_str(),
        expected
    );
}

#[test]
fn an_office_that_is_open_on_saturdays_is_open_on_saturday_but_not_at_christmas() {
    let mut parts = parts(&["jgz hours:office", "ggz hours:outside"]);
    parts.settings.office_hours.days.push(Weekday::Saturday);
    let map = RouteMap::new(parts);
    assert_eq!(
        decide(&map, &signal("parenting"), at("2026-11-28T10:15"))
            .owner
            .as_str(),
        "jgz"
    );
    assert_eq!(
        decide(&map, &signal("parenting"), at("2026-12-26T10:15"))
            .owner
            .as_str(),
        "ggz"
    );
}

#[rstest]
#[case::the_owner(&["ggz status-only"], Level::StatusOnly)]
#[case::one_of_the_owners_claims(&["ggz topic:parenting", "ggz age:0-18 status-only"], Level::StatusOnly)]
#[case::a_claimant(&["ggz topic:parenting status-only", "jgz topic:parenting"], Level::StatusOnly)]
#[case::one_that_gave_way(&["ggz status-only", "jgz topic:parenting"], Level::Full)]
#[case::nobody(&[], Level::Full)]
fn the_sender_hears_the_status_alone_because_of(#[case] claims: &[&str], #[case] level: Level) {
    assert_eq!(decided(claims, "parenting age:9").level, level);
}

#[test]
fn the_reason_tells_what_held_and_where_it_stands() {
    let decision = decided(
        &[
            "cjg",
            "jgz topic:finances,parenting age:0-4 area:rijnmeer kind:kraamzorg",
        ],
        "parenting/sleep age:2 area:noord",
    );
    let [reason] = decision.why.reasons.as_slice() else {
        panic!("{:?}", decision.why.reasons)
    };
    assert_eq!(
        (
            reason.organisation.as_str(),
            reason.place.to_string().as_str()
        ),
        ("jgz", "routes.yaml:101")
    );
    let held = [
        limit(Criterion::Topic, "parenting"),
        limit(Criterion::Age, "0-4"),
        limit(Criterion::Area, "rijnmeer"),
        limit(Criterion::Sender, "kraamzorg"),
    ];
    assert_eq!(reason.limits, held);
    assert_eq!(decision.offer().owner, decision.owner);
}
