//! A register is recorded with one map: the same code can be another organisation in another. Who
//! records with another map is told so, until that map is accepted.

use rstest::rstest;

use crate::common::{REPORT, Run, World};
use crate::trial_registers::{COORDINATOR, LATE, OWNER, READS, RECORDS, SENDER};

const WARNING: &str = "This register is recorded with the map \"Waterdam en Veenbroek\", and now you use the map \"rijnmeer\".";
const NAMED: &str = "name: {nl: Waterdam en Veenbroek, en: Waterdam and Veenbroek}";

/// A report recorded with the example map, of which an id is given afterwards.
fn with_another_map() -> World {
    let signals =
        "sender,reference,topics,area,discussed,seen\nkraamzorg-de-wieg,R1,parenting,3004,yes,x\n";
    let world = World::new().file("signals.csv", signals).reported();
    world.map_with(NAMED, &format!("{NAMED}\nid: rijnmeer"))
}

fn warnings(run: &Run) -> usize {
    run.err.matches(WARNING).count()
}

fn map_of(world: &World) -> serde_json::Value {
    let info = world.run(["register", "info", "--format=json"]);
    info.exit(0).json()["map"].clone()
}

#[test]
fn every_verb_that_records_with_another_map_says_so_once_and_records_all_the_same() {
    let world = with_another_map();
    for &(by, typed) in RECORDS {
        let run = world.run_as(by, typed);
        assert_eq!((run.code, warnings(&run)), (0, 1), "{typed:?}\n{run}");
        run.told("type: seinhuis register info --accept-map");
        assert!(!run.out.contains(WARNING), "{run}");
    }
    assert_eq!(map_of(&world), "Waterdam en Veenbroek");
}

#[test]
fn what_only_reads_with_another_map_is_silent() {
    let world = with_another_map();
    for &(by, typed) in READS {
        let run = world.run_as(by, typed);
        assert!([0, 6].contains(&run.code), "{typed:?}\n{run}");
        assert_eq!(warnings(&run), 0, "{typed:?}\n{run}");
    }
}

#[test]
fn alarms_and_what_ends_unconfirmed_are_recorded_with_the_same_warning() {
    let world = with_another_map();
    world
        .run_as(
            OWNER,
            ["feedback", "K7M4", "--outcome=taken-up", "--by=phone", "x"],
        )
        .exit(0);
    world
        .run_as(
            SENDER,
            ["report", "--topic=parenting", "--discussed", "--seen=x"],
        )
        .exit(0);
    let world = world.at("2027-02-01T10:00");
    for &(by, typed) in LATE.iter().rev() {
        let run = world.run_as(by, typed);
        assert!([0, 6].contains(&run.code), "{typed:?}\n{run}");
        assert_eq!(warnings(&run), 1, "{typed:?}\n{run}");
    }
}

#[rstest]
#[case::in_english("--accept-map")]
#[case::in_dutch("--kaart-klopt")]
fn an_accepted_map_is_that_of_the_register_from_then_on(#[case] option: &str) {
    let world = with_another_map();
    let info = world.run(["register", "info", option]);
    info.exit(0).said("Map").said("rijnmeer");
    assert_eq!(map_of(&world), "rijnmeer");
    let run = world.run_as(OWNER, ["accept", "K7M4"]);
    assert_eq!((run.exit(0).code, warnings(&run)), (0, 0), "{run}");
    // Who still has the map of before is told now.
    let world = world.map_with("\nid: rijnmeer", "");
    world
        .run_as(OWNER, ["ask", "K7M4", "Where?", "--lang=nl"])
        .exit(0)
        .told("Dit register is vastgelegd met de kaart \"rijnmeer\", en nu gebruik je de kaart \"Waterdam en Veenbroek\".")
        .told("seinhuis register info --kaart-klopt");
    // Accepting once more is no fault.
    for _ in 0..2 {
        world.run(["register", "info", option]).exit(0);
        assert_eq!(map_of(&world), "Waterdam en Veenbroek");
    }
}

#[test]
fn the_first_that_is_recorded_says_with_which_map_and_what_is_refused_does_not() {
    let world = World::new();
    let refused = world.run_as(SENDER, REPORT.iter().chain(&["--helpers=BSN 111222333"]));
    refused.exit(2);
    world
        .run(["register", "info", "--accept-map"])
        .exit(1)
        .no_answer();
    assert!(!world.register().exists());
    // A register is made, and nothing is recorded in it.
    world.run_as(OWNER, ["accept", "K7M4"]).exit(5);
    assert_eq!(map_of(&world), serde_json::Value::Null);
    world
        .run(["register", "info"])
        .exit(0)
        .said("none yet: nothing is recorded");
    assert_eq!(warnings(&world.run_as(SENDER, REPORT)), 0);
    assert_eq!(map_of(&world), "Waterdam en Veenbroek");
}

/// The id says it; without one the name does.
#[rstest]
#[case::another_name("id: rijnmeer\nname: Waterdam 2027", "id: rijnmeer", false)]
#[case::another_id("id: veenbroek", "id: rijnmeer", true)]
#[case::no_id_any_more("", "id: rijnmeer", true)]
#[case::the_same_name_in_english_alone(
    "name: {nl: Waterdam, en: The map}",
    "name: {nl: Waterdam, en: Other}",
    false
)]
#[case::another_name_without_an_id("name: Waterdam 2027", "name: Waterdam 2026", true)]
fn a_map_is_known_by_its_id_else_by_its_name(
    #[case] today: &str,
    #[case] before: &str,
    #[case] told: bool,
) {
    let map = |keys: &str| {
        let name = if keys.contains("name:") { "" } else { NAMED };
        World::new().map_with(NAMED, &format!("{keys}\n{name}"))
    };
    let world = map(before).reported();
    let today = std::fs::read(map(today).path("routes.yaml")).unwrap();
    let world = world.file("routes.yaml", today);
    let run = world.run_as(OWNER, ["accept", "K7M4"]);
    let text = "This register is recorded with the map";
    assert_eq!(run.exit(0).err.contains(text), told, "{run}");
}

#[test]
fn a_backup_what_is_put_back_and_what_is_salvaged_keep_the_map() {
    let world = World::new().reported();
    world.run(["register", "backup", "backup.db"]).exit(0);
    world
        .run(["register", "restore", "backup.db", "--register=restored.db"])
        .exit(0);
    world
        .run(["register", "salvage", "backup.db", "salvaged.db"])
        .exit(0);
    for file in ["backup.db", "restored.db", "salvaged.db"] {
        let info = world.run(["register", "info", "--format=json", "--register", file]);
        assert_eq!(
            info.exit(0).json()["map"],
            "Waterdam en Veenbroek",
            "{file}"
        );
    }
}

#[test]
fn signals_brought_in_from_another_register_are_recorded_with_the_map_of_today() {
    let world = World::new().reported();
    world
        .run_as(SENDER, ["export", "--with-words", "--output=all.jsonl"])
        .exit(0);
    let world = world.map_with(NAMED, &format!("{NAMED}\nid: rijnmeer"));
    let run = world.run_as(COORDINATOR, ["import", "all.jsonl", "--register=new.db"]);
    assert_eq!((run.exit(0).code, warnings(&run)), (0, 0), "{run}");
    let info = world.run(["register", "info", "--format=json", "--register=new.db"]);
    assert_eq!(info.json()["map"], "rijnmeer");
}
