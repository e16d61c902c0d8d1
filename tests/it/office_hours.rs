//! Offices that are open until midnight: no minute belongs to the night that is not theirs, and
//! every verb shows 24:00.

use rstest::rstest;

use crate::common::World;

const EXAMPLE: &str = r#"office_hours: {days: mon-fri, from: "08:30", to: "17:00"}"#;

/// The example map, with these office hours.
fn open(hours: &str) -> World {
    World::new().map_with(EXAMPLE, &format!("office_hours: {hours}"))
}

/// Who owns a crisis in the mind at that moment: a GP by day, and the out-of-hours GP by night.
fn owner(world: World, moment: &str) -> String {
    let world = world.with("SEINHUIS_NOW", moment);
    let crisis = ["--topic=mental-health", "--age=34", "--area=3004"];
    let run = world.run(
        ["route", "--urgency=acute", "--format=json"]
            .iter()
            .chain(&crisis),
    );
    run.exit(0).json()["owner"]["id"]
        .as_str()
        .unwrap()
        .to_owned()
}

const BY_DAY: &str = "huisartsen-waterdam";
const BY_NIGHT: &str = "huisartsenpost-rijnmeer";

#[rstest]
#[case::the_last_second_of_a_day("2026-11-25T23:59:59+01:00", BY_DAY)]
#[case::the_last_minute("2026-11-25T23:59:00+01:00", BY_DAY)]
#[case::the_first_second_of_a_day("2026-11-26T00:00:00+01:00", BY_DAY)]
fn open_day_and_night_means_every_second(#[case] moment: &str, #[case] expected: &str) {
    let always = r#"{days: mon-sun, from: "00:00", to: "24:00"}"#;
    assert_eq!(owner(open(always), moment), expected);
}

#[rstest]
#[case::the_minute_before_they_open("2026-11-25T08:29:59+01:00", BY_NIGHT)]
#[case::when_they_open("2026-11-25T08:30:00+01:00", BY_DAY)]
#[case::the_last_second("2026-11-25T23:59:59+01:00", BY_DAY)]
#[case::the_next_day("2026-11-26T00:00:00+01:00", BY_NIGHT)]
fn open_until_midnight_ends_at_midnight(#[case] moment: &str, #[case] expected: &str) {
    let late = r#"{from: "08:30", to: "24:00"}"#;
    assert_eq!(owner(open(late), moment), expected);
}

#[rstest]
#[case::they_close("2026-11-25T17:00:00+01:00", BY_NIGHT)]
#[case::the_second_before("2026-11-25T16:59:59+01:00", BY_DAY)]
fn at_the_minute_of_closing_they_are_closed(#[case] moment: &str, #[case] expected: &str) {
    assert_eq!(owner(World::new(), moment), expected);
}

#[test]
fn midnight_is_shown_compared_and_kept_as_it_was_written() {
    let always = r#"{days: mon-sun, from: "00:00", to: "24:00"}"#;
    let old = std::fs::read_to_string(World::new().path("routes.yaml")).unwrap();
    let world = open(always).file("old.yaml", old);
    // The second time the map comes from the cache.
    for _ in 0..2 {
        let shown = world.run(["map", "show", "--owner", "wijkteam-noord"]);
        shown.exit(0).said("Mon–Sun 00:00–24:00");
    }
    let compared = world.run(["map", "diff", "old.yaml", "routes.yaml"]);
    compared.exit(0).said("00:00–24:00");
    let rows = world.run(["map", "diff", "old.yaml", "routes.yaml", "--format=json"]);
    let facts = rows.exit(0).json()["facts"].clone();
    let hours = facts
        .as_array()
        .unwrap()
        .iter()
        .find(|fact| fact["kind"] == "office-hours");
    assert_eq!(hours.unwrap()["new"]["to"], "24:00");
}
