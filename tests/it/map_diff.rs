//! Two maps side by side: what changes for senders, in both languages, for scripts, and for the
//! signals that are open.
//!
//! After a change of the sentences: `SNAPSHOTS=overwrite cargo test --test it map_diff::`, and read the
//! difference.

use crate::common::{REPORT, World};
use rstest::rstest;
use serde_json::{Value, json};
use snapbox::{Assert, Data};

const DIFF: [&str; 4] = ["map", "diff", "old.yaml", "routes.yaml"];

/// The example map as `old.yaml`, and as `routes.yaml` what is agreed next.
fn after(edits: &[(&str, &str)]) -> World {
    let world = World::new();
    std::fs::copy(world.path("routes.yaml"), world.path("old.yaml")).unwrap();
    edits
        .iter()
        .fold(world, |world, (one, other)| world.map_with(one, other))
}

/// A new covenant: a bit of everything.
fn new_covenant() -> World {
    after(&[
        (
            "[parenting, work-education/school, work-education/absence, mental-health/self-harm]\n        areas: [veenbroek]\n        ages: 4-18",
            "[parenting]\n        areas: [veenbroek]\n        ages: 12-18",
        ),
        (
            "[finances, work-education, housing,",
            "[parenting, finances, work-education, housing,",
        ),
        (
            "      - topics: [language]\n        areas: [waterdam]\n",
            "      - topics: [language]\n        areas: [waterdam]\n        valid_until: 2026-12-31\n        feedback: status-only\n",
        ),
        (
            "        senders: [volunteer]\n        feedback: status-only\n",
            "        senders: [volunteer]\n        feedback_within: 3 weeks\n",
        ),
        ("phone: 010-555 01 31", "phone: 010-555 01 99"),
        (
            "    coordinator: gemeente-veenbroek ",
            "    # coordinator: gemeente-veenbroek ",
        ),
        (
            "  mee-rijnmeer:\n    name: MEE Rijnmeer",
            "  mee-rijnmeer:\n    name: MEE en Rijnmeer",
        ),
        (
            "feedback_within: 5 working days      # the sender",
            "feedback_within: 2 weeks  # the sender",
        ),
        ("postcodes: [3050-3054, 3056]", "postcodes: [3050-3056]"),
    ])
}

#[rstest]
#[case::english("en")]
#[case::dutch("nl")]
fn a_coordinator_reads_what_a_new_covenant_changes(#[case] language: &str) {
    let world = new_covenant().lang(language);
    let run = world.run(DIFF);
    run.exit(0).no_talk();
    let expected = Data::read_from(format!("tests/map_diff/{language}.txt").as_ref(), None);
    Assert::new()
        .action_env("SNAPSHOTS")
        .eq(&run.out, expected.raw());
}

#[test]
fn a_map_changes_nothing_when_it_says_the_same_in_another_order_and_with_other_comments() {
    let world = after(&[
        ("# A tree too", "# Also a tree"),
        ("ages: unborn-4 ", "ages: unborn-4  "),
        (
            "[social-network/loneliness, time-use,",
            "[time-use, social-network/loneliness,",
        ),
    ]);
    let same = world.run(DIFF);
    assert_eq!(same.exit(0).no_talk().out, "Nothing changes for senders.\n");
    assert_eq!(
        world.run([&DIFF[..], &["--lang=nl"]].concat()).exit(0).out,
        "Voor melders verandert er niets.\n"
    );
    assert_eq!(
        world
            .run([&DIFF[..], &["--format=jsonl"]].concat())
            .exit(0)
            .out,
        ""
    );
}

#[test]
fn another_telephone_number_changes_no_owner() {
    let world = after(&[("phone: 010-555 01 31", "phone: 010-555 01 99")]);
    let told = "No signal gets another owner.\n\nContacts\n  telephone of Wijkteam Oost: 010-555 01 31 → 010-555 01 99\n";
    assert_eq!(world.run(DIFF).exit(0).out, told);
}

/// Three signals are open: of one the owner changes, one stays, and of one the new map does not
/// know the topic.
fn with_three_open() -> World {
    let world = after(&[]);
    world.run_as("kraamzorg-de-wieg", REPORT).exit(0);
    let report = |id: &str, topic: &str, area: &str| {
        let sent = [
            "report",
            "--discussed",
            "--age=30",
            "--contact=x",
            "--seen=Private",
            id,
            topic,
            area,
        ];
        world.run_as("kraamzorg-de-wieg", sent).exit(0);
    };
    report("--id=B5QW-8N4E", "--topic=finances", "--area=veenbroek");
    report(
        "--id=9F3R-TH2C",
        "--topic=safety/violence",
        "--area=veenbroek",
    );
    world
        .map_with(
            "  jgz-waterdam:\n    name: JGZ Waterdam",
            "  jgz-old:\n    name: JGZ Old",
        )
        .map_with(
            "organisations:\n",
            "organisations:\n  jgz-waterdam: {name: JGZ Waterdam, kind: jgz}\n",
        )
        .map_with(
            "      violence:\n        name",
            "      danger:\n        name",
        )
}

#[test]
fn which_open_signals_would_move_is_told_without_their_words_and_nothing_moves() {
    let world = with_three_open();
    let open = [&DIFF[..], &["--open"]].concat();
    world
        .run(&open)
        .exit(0)
        .no_talk()
        .said("Of the 3 open signals these would get another owner\n")
        .said("  K7M4-Q2X8: JGZ Waterdam → JGZ Old\n")
        .said("  9F3R-TH2C: stays with Veilig Thuis Rijnmeer, since the new map does not know Violence at home\n")
        .said("\n  seinhuis reroute K7M4-Q2X8 --reason \"…\"\n")
        .never_shows("B5QW")
        .never_shows("Private");
    world
        .run([&open[..], &["--lang=nl"]].concat())
        .exit(0)
        .said("seinhuis omleiden K7M4-Q2X8")
        .said("blijft bij Veilig Thuis Rijnmeer");
    let owners: Vec<Value> = world
        .signals()
        .iter()
        .map(|signal| signal["owner"].clone())
        .collect();
    assert_eq!(owners.len(), 3);
    assert!(!owners.contains(&json!("jgz-old")));
    world.run(DIFF).exit(0).never_shows("K7M4");
}

#[test]
fn for_a_script_the_open_signals_are_codes() {
    let world = with_three_open();
    let json = world
        .run([&DIFF[..], &["--open", "--format=json"]].concat())
        .exit(0)
        .json();
    let moves = json!({
        "id": "K7M4Q2X8", "owner": "jgz-waterdam", "new_owner": "jgz-old", "basis": "rule", "unknown_topics": [], "unknown_area": null,
    });
    let unknown = json!({
        "id": "9F3RTH2C", "owner": "veilig-thuis-rijnmeer", "new_owner": null, "basis": null,
        "unknown_topics": ["safety/violence"], "unknown_area": null,
    });
    let open = json["open"].as_array().unwrap();
    assert_eq!(open.len(), 2);
    assert!(open.contains(&moves) && open.contains(&unknown), "{open:?}");
}

#[test]
fn before_the_first_report_nothing_is_open() {
    let world = after(&[]);
    world
        .run([&DIFF[..], &["--open"]].concat())
        .exit(0)
        .said("There are no open signals.")
        .told("There is no register at");
}

#[test]
fn scripts_read_the_same_in_both_languages() {
    let read = |language: &str| {
        new_covenant()
            .lang(language)
            .run([&DIFF[..], &["--format=json"]].concat())
            .exit(0)
            .json()
    };
    let json = read("en");
    assert_eq!(json, read("nl"));
    let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        [
            "old",
            "new",
            "changes",
            "leads",
            "coordinators",
            "facts",
            "open"
        ]
    );
    let kinds: Vec<&str> = json["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| change["kind"].as_str().unwrap())
        .collect();
    assert!(
        kinds.contains(&"owner") && kinds.contains(&"gap-appears") && kinds.contains(&"norms"),
        "{kinds:?}"
    );
    assert_eq!(json["open"], Value::Null);

    let world = new_covenant();
    let rows = world.run([&DIFF[..], &["--format=jsonl"]].concat());
    let parts: Vec<Value> = rows
        .exit(0)
        .out
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["part"].clone())
        .collect();
    for part in ["change", "lead", "coordinator", "fact"] {
        assert!(parts.contains(&json!(part)), "there is no {part}");
    }
    let table = world.run([&DIFF[..], &["--format=csv"]].concat());
    assert!(
        table
            .exit(0)
            .out
            .starts_with("\"part\",\"kind\",\"old.basis\",\"old.organisations\",")
    );
}

#[test]
fn what_is_wrong_with_either_map_is_told_as_always() {
    let world = after(&[("areas: [waterdam-noord]", "areas: [waterdam-nord]")]);
    world
        .run(DIFF)
        .exit(4)
        .no_answer()
        .told("waterdam-nord")
        .told("routes.yaml");
    world
        .run(["map", "diff", "nowhere.yaml", "old.yaml"])
        .exit(4)
        .no_answer()
        .told("nowhere.yaml");
    world.run(["map", "diff", "old.yaml"]).exit(2).no_answer();
}

#[test]
fn texts_of_others_cannot_take_over_the_screen() {
    // What could is refused in a map; what is left of it in a path is made harmless.
    let world = after(&[("name: Waterdam Oost", r#"name: "Oost \e[2J\u202e""#)]);
    world
        .run(DIFF)
        .exit(4)
        .no_answer()
        .never_shows("\u{1b}")
        .never_shows("\u{202e}");
    world
        .run(["map", "diff", "old.yaml", "\u{1b}[2J\u{202e}.yaml"])
        .exit(4)
        .never_shows("\u{1b}")
        .never_shows("\u{202e}");
    let long = after(&[(
        "name: JGZ Waterdam",
        &format!("name: \"{}\"", "J".repeat(80)),
    )]);
    long.run(DIFF).exit(0).said("JJJ");
}
