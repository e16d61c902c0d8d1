//! A merger: organisations, an area and a topic that another took over, while signals are open.

use rstest::rstest;

use crate::common::World;

const BEFORE: &str = "\
seinhuis: 1
name: Kust
id: kust
coordinator: regio
topics:
  money: {name: Money}
areas:
  duin: {name: Duin, coordinator: gemeente-duin}
organisations:
  regio: {name: Regio, kind: municipality, contact: {phone: 010-555 01 90}}
  gemeente-duin: {name: Gemeente Duin, kind: municipality, contact: {phone: 010-555 01 91}}
  school: {name: School, kind: school, contact: {phone: 010-555 01 10}}
  team-duin: {name: Team Duin, kind: team, contact: {phone: 010-555 01 20}, owns: [{topics: [money], ages: 18+}]}
";

const AFTER: &str = "\
seinhuis: 1
name: Kust
id: kust
coordinator: regio
topics:
  debts: {name: Debts, formerly: [money]}
areas:
  duinzee: {name: Duinzee, coordinator: gemeente-duinzee, formerly: [duin]}
organisations:
  regio: {name: Regio, kind: municipality, contact: {phone: 010-555 01 90}}
  gemeente-duinzee: {name: Gemeente Duinzee, kind: municipality, contact: {phone: 010-555 02 91}, formerly: [gemeente-duin]}
  college: {name: College, kind: school, contact: {phone: 010-555 02 10}, formerly: [school]}
  team-duinzee: {name: Team Duinzee, kind: team, contact: {phone: 010-555 02 20}, formerly: [team-duin], owns: [{topics: [debts], ages: 18+}]}
  vreemd: {name: Vreemd, kind: team, contact: {phone: 010-555 02 30}, owns: [{topics: [debts], ages: unborn-2}]}
";

/// Two signals of before: one of its owner, one that nobody owned.
fn merged() -> World {
    let world = World::new().file("routes.yaml", BEFORE);
    for (id, age) in [("TEAM-0001", "40"), ("GAP1-0001", "8")] {
        let report = [
            "report",
            "--id",
            id,
            "--topic=money",
            "--age",
            age,
            "--area=duin",
            "--discussed",
            "--seen=Brieven.",
            "--quiet",
        ];
        world.run_as("school", report).exit(0);
    }
    world.file("routes.yaml", AFTER)
}

#[test]
fn an_heir_reads_lists_and_goes_on_with_what_it_took_over() {
    let world = merged();
    world
        .run_as("team-duinzee", ["list", "--inbox"])
        .exit(0)
        .said("TEAM-0001")
        .never_shows("GAP1");
    world
        .run_as("team-duinzee", ["show", "TEAM"])
        .exit(0)
        .said("Brieven.")
        .said("Team Duinzee");
    world
        .run_as("team-duinzee", ["accept", "TEAM"])
        .exit(0)
        .said("Team Duinzee");
    world
        .run_as(
            "team-duinzee",
            [
                "feedback",
                "TEAM",
                "--outcome=help-started",
                "--by=phone",
                "Gelukt.",
            ],
        )
        .exit(0);
    world
        .run_as("college", ["list", "--mine"])
        .exit(0)
        .said("TEAM-0001")
        .said("GAP1-0001");
    world.run_as("college", ["confirm", "TEAM"]).exit(0);
    // The code in the signal stays; the name is that of who did it.
    let shown = world
        .run_as("college", ["show", "TEAM", "--format=json"])
        .exit(0)
        .json();
    let did: Vec<(&str, &str)> = shown["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| {
            (
                event["by"].as_str().unwrap(),
                event["as_was"]["name"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        did,
        [
            ("school", "School"),
            ("team-duin", "Team Duinzee"),
            ("team-duin", "Team Duinzee"),
            ("school", "College")
        ]
    );
    world.run(["register", "verify"]).exit(0);
}

#[test]
fn an_heir_coordinates_under_the_code_in_the_signal() {
    let world = merged();
    world
        .run_as("gemeente-duinzee", ["list", "--inbox"])
        .exit(0)
        .said("GAP1-0001");
    world
        .run_as(
            "gemeente-duinzee",
            ["assign", "GAP1", "--to=team-duinzee", "Fusie.", "--quiet"],
        )
        .exit(0);
    let shown = world
        .run_as("gemeente-duinzee", ["show", "GAP1", "--format=json"])
        .exit(0)
        .json();
    let kinds: Vec<&str> = shown["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["event"].as_str().unwrap())
        .collect();
    assert_eq!(
        kinds,
        ["reported", "assigned"],
        "nobody else coordinates it"
    );
    assert_eq!(shown["coordinator"], "gemeente-duin");
}

#[rstest]
#[case::the_owner_by_its_new_code("--owner=team-duinzee")]
#[case::the_owner_by_its_old_code("--owner=team-duin")]
#[case::the_area("--area=duinzee")]
#[case::the_area_of_before("--area=duin")]
#[case::the_topic("--topic=debts")]
#[case::the_topic_of_before("--topic=money")]
#[case::the_sender("--sender=college")]
#[case::for_whom_it_waits("--waiting-for=team-duinzee")]
fn a_filter_understands_both_codes(#[case] filter: &str) {
    let world = merged();
    world
        .run_as("regio", ["list", filter])
        .exit(0)
        .said("TEAM-0001");
    world
        .run_as("regio", ["list", "--not-in-map", "--count"])
        .exit(0)
        .said("0");
}

/// A control: who took over nothing of it reads nothing.
#[test]
fn another_team_of_today_has_no_part_in_it() {
    let world = merged();
    world.run_as("vreemd", ["show", "TEAM"]).exit(3);
    world.run_as("vreemd", ["accept", "TEAM"]).exit(3);
    world
        .run_as("vreemd", ["list", "--count"])
        .exit(0)
        .said("0");
}

#[test]
fn reroute_leaves_with_the_heir_what_is_hers() {
    let world = merged();
    world
        .run_as(
            "gemeente-duinzee",
            ["reroute", "TEAM", "--reason=Fusie.", "--dry-run"],
        )
        .exit(0)
        .said("TEAM-0001 stays with");
}

/// A map that tells both years: what ends stays in it.
#[test]
fn the_heir_of_what_ends_is_named_and_reached_from_the_day_after() {
    let both = "\
seinhuis: 1
name: Kust
coordinator: regio
topics: {money: {name: Money}}
areas:
  duin: {name: Duin, postcodes: [7001], valid_until: 2026-12-31}
  zee: {name: Zee, postcodes: [7002], formerly: [duin]}
organisations:
  regio: {name: Regio, kind: municipality, contact: {phone: 010-555 01 90}}
  school: {name: School, kind: school, contact: {phone: 010-555 01 10}}
  team-duin: {name: Team Duin, kind: team, contact: {phone: 010-555 01 20}, valid_until: 2026-12-31, owns: [{topics: [money], areas: [duin]}]}
  team-zee: {name: Team Zee, kind: team, contact: {phone: 010-555 02 20}, formerly: [team-duin], owns: [{topics: [money], areas: [zee]}]}
";
    let world = World::new()
        .file("routes.yaml", both)
        .at("2026-12-31T10:00");
    let report = [
        "report",
        "--id=8HJK-3XZ5",
        "--topic=money",
        "--age=40",
        "--area=7001",
        "--discussed",
        "--seen=x",
    ];
    world
        .run_as("school", report)
        .exit(0)
        .said("Team Duin")
        .said("010-555 01 20");
    world.run_as("team-zee", ["show", "8HJK"]).exit(3);
    let world = world.at("2027-01-01T10:00");
    world
        .run_as("school", ["show", "8HJK"])
        .exit(0)
        .said("Follow-up                   Team Zee")
        .said("010-555 02 20")
        .never_shows("010-555 01 20");
    world
        .run_as("team-zee", ["accept", "8HJK"])
        .exit(0)
        .said("Team Zee has taken on");
    let again = [
        "report",
        "--id=9F3R-TH2C",
        "--topic=money",
        "--age=40",
        "--area=7001",
        "--discussed",
        "--seen=x",
    ];
    world
        .run_as("school", again)
        .exit(0)
        .said("Team Zee")
        .never_shows("Team Duin");
}
