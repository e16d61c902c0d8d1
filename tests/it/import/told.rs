//! Of a signal that was there already nobody hears more than by reading it.

use super::*;

const FILE: &str = "reference,sender,topics,age,area,seen,discussed\n\
                    R1,vv-waterdam,parenting,8,3004,Hij huilt,yes\n";

/// The club reported it to the youth team, which handed it on to the municipality.
fn handed_on(world: World) -> World {
    let world = world.file("in.csv", FILE);
    world
        .run_as("vv-waterdam", ["import", "in.csv"])
        .exit(0)
        .said("CJG Waterdam");
    let id = world.signals()[0]["id"].as_str().unwrap().to_owned();
    let decline = [
        "decline",
        &id,
        "--reason=other-topic",
        "x",
        "--to=wijkteam-noord",
    ];
    world.run_as("cjg-waterdam", decline).exit(0);
    world
}

fn again(world: &World, organisation: &str) -> (serde_json::Value, serde_json::Value) {
    let row = world.run_as(organisation, ["import", "in.csv", "--format=jsonl"]);
    let row = row.exit(0).json();
    let dry = ["import", "in.csv", "--format=jsonl", "--dry-run"];
    let dry = world.run_as(organisation, dry).exit(0).json();
    let but = |mut row: serde_json::Value| {
        row.as_object_mut().unwrap().remove("recorded");
        row
    };
    assert_eq!(but(row.clone()), but(dry), "a rehearsal tells no more");
    let counted = world.run_as(organisation, ["import", "in.csv", "--format=json"]);
    (row, counted.exit(0).json())
}

const TOLD: [&str; 5] = ["state", "owner", "basis", "accept_by", "feedback_by"];

#[rstest]
#[case::the_sender("vv-waterdam", &[], 0)]
#[case::the_owner("wijkteam-noord", &[], 0)]
#[case::the_coordinator("gemeente-waterdam", &[], 0)]
#[case::a_stranger("politie-waterdam", &TOLD, 1)]
fn who_may_not_read_it_hears_its_number_alone(
    #[case] organisation: &str,
    #[case] hidden: &[&str],
    #[case] not_told: u64,
) {
    let world = handed_on(World::new());
    let (row, counted) = again(&world, organisation);
    for key in TOLD {
        assert_eq!(row[key].is_null(), hidden.contains(&key), "{key}: {row}");
    }
    assert_eq!(row["already_recorded"], true);
    assert_eq!(counted["not_told"], not_told);
    let owners = counted["owners"].as_array().unwrap();
    assert_eq!(owners.len() as u64, 1 - not_told);
    let said = world.run_as(organisation, ["import", "in.csv"]);
    let said = said.exit(0);
    let sentence = "Of 1 of those you may not read who owns it.";
    assert_eq!(said.out.contains(sentence), not_told == 1, "{}", said.out);
}

#[test]
fn nobody_in_particular_hears_its_number_alone() {
    let world = handed_on(World::new());
    let row = world.run(["import", "in.csv", "--format=jsonl"]);
    let row = row.exit(0).json();
    assert!(TOLD.iter().all(|key| row[key].is_null()), "{row}");
}

#[test]
fn a_colleague_of_a_sender_who_is_kept_apart_hears_state_and_days() {
    let world = World::new().map_with(
        "\n    kind: volunteer",
        "\n    kind: volunteer\n    senders_apart: true",
    );
    let world = handed_on(world.with("SEINHUIS_PERSON", "Noor"));
    let (own, _) = again(&world, "vv-waterdam");
    assert_eq!(own["owner"], "wijkteam-noord");
    let world = world.with("SEINHUIS_PERSON", "Bram");
    let (row, counted) = again(&world, "vv-waterdam");
    for key in TOLD {
        let hidden = ["owner", "basis"].contains(&key);
        assert_eq!(row[key].is_null(), hidden, "{key}: {row}");
    }
    assert_eq!(counted["not_told"], 1);
}
