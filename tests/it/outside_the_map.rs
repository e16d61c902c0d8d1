//! A person who lives at a postcode that no area of the map holds.

use crate::common::{Run, World, without_imports};
use rstest::rstest;
use serde_json::{Value, json};

const REPORT: [&str; 7] = [
    "report",
    "--id=K7M4-Q2X8",
    "--topic=parenting/attachment",
    "--age=5 days",
    "--area=9999 XX",
    "--discussed",
    "--seen=Mother cries a lot.",
];

fn world() -> World {
    World::new().as_("kraamzorg-de-wieg")
}

fn as_coordinator(world: &World, arguments: &[&str]) -> Run {
    world.run_as("gemeente-waterdam", arguments)
}

/// How the signal stands for who looks from outside.
fn shown(world: &World) -> Value {
    world.run(["show", "K7M4", "--format=json"]).exit(0).json()
}

#[test]
fn it_is_recorded_with_the_coordinator_of_the_map_and_said_plainly() {
    let world = world();
    world
        .run(REPORT)
        .exit(0)
        .said("Follow-up   Gemeente Waterdam")
        .said("Postcode 9999 lies outside the map")
        .said("The coordinator (Gemeente Waterdam) owns it")
        .never_shows("XX");
    let shown = shown(&world);
    assert_eq!(
        (&shown["basis"], &shown["area"], &shown["place"]),
        (&json!("gap"), &Value::Null, &json!("9999"))
    );
    world
        .run(["show", "K7M4"])
        .exit(0)
        .said("9999 (outside the map)");
    let listed = &world.signals()[0];
    assert_eq!(
        (&listed["owner"], &listed["area"], &listed["place"]),
        (&json!("gemeente-waterdam"), &Value::Null, &json!("9999"))
    );
    world
        .run_as("gemeente-waterdam", ["list", "--columns=id,place"])
        .exit(0)
        .said("9999");
}

#[test]
fn route_and_a_dry_run_say_the_same() {
    let world = world();
    let route = [
        "route",
        "--topic=parenting/attachment",
        "--age=5 days",
        "--area=9999",
    ];
    let asked = world
        .run([&route[..], &["--format=json"]].concat())
        .exit(0)
        .json();
    assert_eq!(
        (&asked["basis"], &asked["place"], &asked["owner"]["id"]),
        (&json!("gap"), &json!("9999"), &json!("gemeente-waterdam"))
    );
    let in_dutch = world.run([&route[..], &["--lang=nl"]].concat());
    in_dutch
        .exit(0)
        .said("Postcode 9999 ligt buiten de kaart")
        .said("De coördinator (Gemeente Waterdam) is eigenaar");
    let known = world.run(["route", "--topic=parenting", "--area=3004", "--format=json"]);
    assert_eq!(known.exit(0).json()["place"], Value::Null);
}

#[test]
fn whom_to_call_is_said_all_the_same() {
    let acute = ["--urgency=acute", "--topic=safety/violence"];
    let world = world();
    world
        .run(["route", "--area=9999"].iter().chain(&acute))
        .exit(0)
        .told("112")
        .said("Danger now? Call first:");
}

#[rstest]
#[case::a_slip("Watterdam", "Did you mean")]
#[case::five_digits("99999", "The map has no area")]
#[case::a_zero_before("0999", "The map has no area")]
fn a_name_that_the_map_lacks_stays_an_error(#[case] area: &str, #[case] told: &str) {
    let world = world();
    let run = world.run(["route", "--topic=parenting", "--area", area]);
    run.exit(2).told(told);
}

#[rstest]
#[case::two_postcodes("3004 3052")]
#[case::two_names("Waterdam, Veenbroek")]
#[case::of_which_one_outside("3004 9999")]
fn of_two_places_one_is_asked_for(#[case] places: &str) {
    let run = world().run(["route", "--topic=parenting", "--area", places]);
    run.exit(2)
        .told("One place, please: where the person it is about is registered.");
}

#[test]
fn a_file_with_such_a_row_is_recorded_and_comes_back_whole() {
    let rows = "id,topics,area,age,discussed,seen\nK7M4-Q2X8,parenting,9999 XX,4,yes,Tired.\n";
    let world = world().file("in.csv", rows);
    world
        .run(["import", "in.csv"])
        .exit(0)
        .said("1 signal recorded.")
        .said("1  Gemeente Waterdam (gap)");
    let export = ["export", "--with-words", "--format=jsonl"];
    let written = as_coordinator(&world, &export).exit(0).out.clone();
    assert!(
        written.contains("\"area\":null,\"place\":\"9999\""),
        "{written}"
    );
    let fresh = World::new();
    let import = ["import", "--as=gemeente-waterdam"];
    fresh
        .run_with_input(written.as_bytes(), import)
        .exit(0)
        .said("1 signal recorded.");
    let again = as_coordinator(&fresh, &export).exit(0).out.clone();
    assert_eq!(without_imports(&again), written);

    let both = written.replace("\"area\":null", "\"area\":\"waterdam\"");
    let run = World::new().run_with_input(both.as_bytes(), ["import", "--format=json"]);
    assert_eq!(run.exit(2).error_json()["rows"][0]["kind"], "impossible");
}

#[test]
fn a_map_that_came_to_hold_the_postcode_decides_by_its_area() {
    let world = world();
    world.run(REPORT).exit(0);
    let reroute = ["reroute", "K7M4", "--reason=The map is another"];
    as_coordinator(&world, &reroute)
        .exit(0)
        .said("stays with Gemeente Waterdam");
    let world = world.map_with("postcodes: [3000-3009", "postcodes: [9990-9999, 3000-3009");
    as_coordinator(&world, &reroute)
        .exit(0)
        .said("It goes from Gemeente Waterdam to JGZ Waterdam");
    let shown = shown(&world);
    assert_eq!(
        (&shown["owner"], &shown["basis"], &shown["place"]),
        (&json!("jgz-waterdam"), &json!("rule"), &json!("9999"))
    );
}

#[rstest]
#[case::a_gap("{owner: gemeente-waterdam, basis: gap}", 0)]
#[case::an_owner_by_rule("{owner: jgz-waterdam, basis: rule}", 4)]
fn a_case_of_the_map_may_name_such_a_postcode(#[case] expect: &str, #[case] exit: i32) {
    let cases = format!(
        "at: 2026-11-23T10:15\ncases:\n  - name: Outside the map\n    signal: {{from: kraamzorg-de-wieg, topics: [parenting], age: 4, area: 9999}}\n    expect: {expect}\n"
    );
    let world = world().file("outside.test.yaml", cases);
    world.run(["map", "test", "outside.test.yaml"]).exit(exit);
}
