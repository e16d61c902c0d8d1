//! A map that names another coordinator while signals are open.

use rstest::rstest;
use serde_json::Value;

use crate::common::World;

/// A region with one municipality, of which this organisation is the coordinator, and so is that one of
/// the whole map. `others`: organisations beside them.
fn map(of_area: &str, of_map: &str, others: &[&str]) -> String {
    let mut organisations = String::new();
    for code in others.iter().chain([&of_area, &of_map]) {
        let entry = format!(
            "  {code}: {{name: {code}, kind: municipality, contact: {{phone: 010-555 01 90}}}}\n"
        );
        if !organisations.contains(&entry) {
            organisations += &entry;
        }
    }
    format!(
        "seinhuis: 1\nname: Kust\nid: kust\ncoordinator: {of_map}\n\
         escalation:\n  - {{past: accept, after: 1 working day, tell: [owner, coordinator], takes_over: true}}\n\
         topics: {{money: {{name: Money}}}}\n\
         areas: {{dorp: {{name: Dorp, coordinator: {of_area}}}}}\n\
         organisations:\n{organisations}  \
         school: {{name: School, kind: school, contact: {{phone: 010-555 01 10}}}}\n  \
         wijkteam: {{name: Wijkteam, kind: team, contact: {{phone: 010-555 01 20}}, owns: [{{topics: [money], ages: 18+}}]}}\n"
    )
}

fn write(world: &World, map: &str) {
    std::fs::write(world.path("routes.yaml"), map).unwrap();
}

/// A signal that nobody owns, of before.
fn reported(of_area: &str, of_map: &str) -> World {
    let world = World::new();
    write(&world, &map(of_area, of_map, &[]));
    let report = [
        "report",
        "--id=8HJK-3XZ5",
        "--topic=money",
        "--age=8",
        "--area=dorp",
        "--discussed",
        "--seen=x",
        "--quiet",
    ];
    world.run_as("school", report).exit(0);
    world
}

#[rstest]
#[case::of_the_area("gemeente-ab", "regio")]
#[case::of_the_map("gemeente-a", "regio-nieuw")]
fn the_coordinator_of_today_reads_and_decides(#[case] of_area: &str, #[case] of_map: &str) {
    let world = reported("gemeente-a", "regio");
    write(&world, &map(of_area, of_map, &[]));
    let today = if of_area == "gemeente-a" {
        of_map
    } else {
        of_area
    };
    world
        .run_as(today, ["show", "8HJK"])
        .exit(0)
        .said("seinhuis assign");
    world.run_as(today, ["list"]).exit(0).said("8HJK-3XZ5");
    world.run_as(today, ["list", "--count"]).exit(0).said("1");
    world
        .run_as(today, ["export", "--format=jsonl"])
        .exit(0)
        .said("8HJK3XZ5");
    world
        .run_as(
            today,
            ["assign", "8HJK", "--to=wijkteam", "Herindeling.", "--quiet"],
        )
        .exit(0);
    let shown = world
        .run_as(today, ["show", "8HJK", "--format=json"])
        .exit(0)
        .json();
    assert_eq!(
        (&shown["owner"], &shown["coordinator"]),
        (&"wijkteam".into(), &today.into())
    );
    let events: Vec<&str> = shown["events"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|event| event["event"].as_str())
        .collect();
    assert_eq!(events, ["reported", "coordinator-changed", "assigned"]);
}

#[test]
fn who_coordinates_it_no_longer_reads_on_and_decides_nothing() {
    let world = reported("gemeente-a", "regio");
    write(&world, &map("gemeente-ab", "regio", &["gemeente-a"]));
    // It owns what it has to give away.
    world
        .run_as("gemeente-a", ["assign", "8HJK", "--to=wijkteam", "x"])
        .exit(3)
        .told("gemeente-ab");
    world.run_as("gemeente-a", ["show", "8HJK"]).exit(0);
}

/// A control: to a coordinator of nothing here it is a stranger's.
#[test]
fn another_municipality_reads_nothing() {
    let world = reported("gemeente-a", "regio");
    write(&world, &map("gemeente-ab", "regio", &["gemeente-c"]));
    world.run_as("gemeente-c", ["show", "8HJK"]).exit(3);
    world
        .run_as("gemeente-c", ["list", "--count"])
        .exit(0)
        .said("0");
}

#[test]
fn an_alarm_is_told_to_whom_the_map_has_and_the_coordinator_of_today_takes_over() {
    let world = World::new();
    write(&world, &map("gemeente-a", "regio", &[]));
    let report = [
        "report",
        "--id=8HJK-3XZ5",
        "--topic=money",
        "--age=40",
        "--area=dorp",
        "--discussed",
        "--seen=x",
        "--quiet",
    ];
    world.run_as("school", report).exit(0);
    write(
        &world,
        &map("gemeente-ab", "regio", &[]).replace("wijkteam", "wijkteam-nieuw"),
    );
    let world = world.at("2026-12-07T08:00");
    let answer = world.run(["escalate", "--format=json"]).exit(6).json();
    let told: Vec<&str> = answer["messages"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|message| message["to"]["id"].as_str().or(message["to"].as_str()))
        .collect();
    assert!(told.iter().all(|who| *who == "gemeente-ab"), "{answer}");
    let shown = world
        .run_as("gemeente-ab", ["show", "8HJK", "--format=json"])
        .exit(0)
        .json();
    assert_eq!(shown["owner"], Value::from("gemeente-ab"));
}

/// A later map, in which the municipality and the topic are gone, and so is who owned it.
fn left_behind() -> World {
    let world = reported("gemeente-a", "regio");
    let later = map("gemeente-ab", "regio", &[])
        .replace(
            "topics: {money: {name: Money}}",
            "topics: {debts: {name: Debts}}",
        )
        .replace("topics: [money]", "topics: [debts]")
        .replace(
            "areas: {dorp: {name: Dorp,",
            "areas: {kust: {name: Kust}, stad: {name: Stad, within: kust,",
        );
    write(&world, &later);
    world
}

#[rstest]
#[case::the_owner("--owner=gemeente-a")]
#[case::the_area("--area=dorp")]
#[case::the_topic("--topic=money")]
#[case::whatever_is_gone("--not-in-map")]
fn what_the_map_no_longer_has_is_found_by_the_code_in_the_signal(#[case] filter: &str) {
    let world = left_behind();
    world
        .run_as("regio", ["list", filter])
        .exit(0)
        .said("8HJK-3XZ5");
    // Who may know of none learns nothing: to her the code is wrong, as before.
    let stranger = world.run_as("wijkteam", ["list", filter]);
    if filter == "--not-in-map" {
        stranger.exit(0);
    } else {
        stranger.exit(2);
    }
    stranger.never_shows("8HJK");
}

#[rstest]
#[case::in_english("en", "One signal is of a place that the map of today does not know")]
#[case::in_dutch(
    "nl",
    "Eén signaal is uit een gebied dat de kaart van vandaag niet kent"
)]
fn a_list_of_an_area_says_how_many_are_of_places_that_are_gone(
    #[case] language: &str,
    #[case] text: &str,
) {
    let world = left_behind().lang(language);
    world
        .run_as("regio", ["list", "--area=kust"])
        .exit(0)
        .told(text);
    // A control: without such signals nothing is said.
    let world = reported("gemeente-a", "regio").lang(language);
    world
        .run_as("regio", ["list", "--area=dorp"])
        .exit(0)
        .never_shows(text);
}

#[rstest]
#[case::an_area_of_the_map("--area=dorp")]
#[case::a_code_that_the_map_has_not("--owner=gemeente-z")]
#[case::whatever_is_gone("--not-in-map")]
fn a_register_that_cannot_be_read_is_an_error_and_no_empty_list(#[case] filter: &str) {
    let world = reported("gemeente-a", "regio");
    std::fs::write(
        world.register(),
        "no register at all, but a text of some length",
    )
    .unwrap();
    for beside in ["-wal", "-shm"] {
        let mut path = world.register().into_os_string();
        path.push(beside);
        drop(std::fs::remove_file(path));
    }
    world.run_as("regio", ["list", filter]).exit(9).no_answer();
}
