//! What leaves the register as a file or through a pipe: what was asked for, whole or not at all,
//! and words only when they were asked for.

mod file;
mod words;

use crate::common::{PROGRAM, Run, World, bytes, without_imports};
use rstest::rstest;
use serde_json::Value;

/// What people wrote in these tests, and what reaches them.
const PRIVATE: [&str; 5] = [
    "Mother cries",
    "Granny comes",
    "Is she at home",
    "06-555 01 01",
    "DW-0599",
];

/// All words of all signals, for the privacy officer.
const ALL_WORDS: &[&str] = &["--with-words", "--because=Complaint 12"];

/// Two signals: one that was asked about and answered, by the kraamzorg; one that is late, by the
/// school.
fn world() -> World {
    let world = World::new().with_privacy_officer();
    let first = [
        "report",
        "--id=K7M4-Q2X8",
        "--topic=parenting/attachment,finances/arrears",
        "--age=5 days",
        "--area=3004",
        "--discussed",
    ];
    let words = [
        "--seen=Mother cries",
        "--goes-well=Granny comes",
        "--contact=06-555 01 01",
        "--reference=DW-0599",
    ];
    world
        .run_as("kraamzorg-de-wieg", [&first[..], &words].concat())
        .exit(0);
    world
        .run_as("jgz-waterdam", ["ask", "K7M4", "Is she at home?"])
        .exit(0);
    world
        .run_as(
            "jgz-waterdam",
            [
                "feedback",
                "K7M4",
                "--outcome=help-started",
                "--by=phone",
                "We come on Thursday",
            ],
        )
        .exit(0);
    let second = [
        "report",
        "--id=9F3R-TH2C",
        "--topic=parenting/care",
        "--age=9",
        "--area=3004",
        "--discussed",
        "--seen=No lunch",
    ];
    world.run_as("basisschool-de-sluis", second).exit(0);
    world.at("2026-12-07T09:00").as_("gemeente-waterdam")
}

fn records(run: &Run) -> Vec<Value> {
    run.exit(0)
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn ids(run: &Run) -> Vec<String> {
    records(run)
        .iter()
        .map(|record| record["id"].as_str().unwrap().to_owned())
        .collect()
}

/// The names of the files in the folder of this world.
fn files(world: &World) -> Vec<String> {
    let names = std::fs::read_dir(world.path(""))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap());
    // Those beside the register come and go with who reads it.
    let mut names: Vec<_> = names
        .filter(|name| !name.starts_with("register.db-"))
        .collect();
    names.sort();
    names
}

// ---- What is in it ----

#[test]
fn a_record_tells_a_signal_and_all_that_happened_to_it() {
    let world = world();
    let exported = records(&world.run_as(
        "gemeente-waterdam",
        [&["export", "--format=jsonl"], ALL_WORDS].concat(),
    ));
    let first = exported[0].as_object().unwrap();
    let expected = "id sender contact reference reported_at topics age youngest area place urgency before discussed consent state owner coordinator basis level \
                    topics_now age_now youngest_now area_now place_now urgency_now before_now involved due accept_by feedback_by confirm_by proposed declines last_at decisions events";
    assert_eq!(
        first.keys().map(String::as_str).collect::<Vec<_>>(),
        expected.split_whitespace().collect::<Vec<_>>()
    );
    assert_eq!(
        (&first["reference"], &first["contact"]),
        (&"DW-0599".into(), &"06-555 01 01".into())
    );
    assert_eq!(first["reported_at"], "2026-11-23T10:15:00+01:00");
    let events = first["events"].as_array().unwrap();
    assert_eq!(
        events
            .iter()
            .map(|event| event["event"].as_str().unwrap())
            .collect::<Vec<_>>(),
        ["reported", "asked", "feedback-final"]
    );
    assert_eq!(
        events[0]["words"],
        serde_json::json!({"seen": "Mother cries", "goes-well": "Granny comes"})
    );
    assert_eq!(
        events[1]["words"],
        serde_json::json!({"said": "Is she at home?"})
    );
    // An event is told as `show` tells it.
    let shown = world
        .run_as("jgz-waterdam", ["show", "K7M4", "--format=json"])
        .exit(0)
        .json();
    assert_eq!(
        (&shown["events"], &shown["reason"]),
        (&first["events"], &first["decisions"][0]["reason"])
    );
    assert_eq!(
        (
            &first["decisions"][0]["event"],
            &first["decisions"][0]["map_digest"]
        ),
        (&1.into(), &shown["map_digest"])
    );
}

#[test]
fn without_being_asked_for_nothing_that_people_wrote_leaves() {
    let world = world().with("SEINHUIS_LANG", "nl");
    for arguments in [
        &["--format=jsonl"][..],
        &["--format=json"],
        &["--format=csv"],
        &["--format=csv", "--events"],
    ] {
        let run = world.run_as("gemeente-waterdam", [&["export"], arguments].concat());
        run.exit(0).said("jgz-waterdam").no_talk();
        PRIVATE
            .iter()
            .for_each(|private| _ = run.never_shows(private));
    }
    let first = &records(&world.run_as("gemeente-waterdam", ["export", "--format=jsonl"]))[0];
    assert!(
        first.get("contact").is_none()
            && first.get("reference").is_none()
            && first["events"][0].get("words").is_none()
    );
    // Nor is anything said to have left.
    assert_eq!(
        world.run(["register", "info", "--format=json"]).json()["exports"],
        serde_json::json!([])
    );
}

#[cfg(unix)]
#[test]
fn what_people_wrote_does_not_go_to_a_screen() {
    use expectrl::{Eof, Expect as _};
    let world = world();
    let mut session = expectrl::Session::spawn(
        world.command(PROGRAM, ["export", "--format=jsonl", "--with-words"]),
    )
    .unwrap();
    session.set_expect_timeout(Some(std::time::Duration::from_secs(20)));
    let said = String::from_utf8(session.expect(Eof).unwrap().as_bytes().to_vec()).unwrap();
    assert!(
        said.contains("does not go to the screen") && !said.contains("Mother"),
        "{said}"
    );
    assert_eq!(
        world.run(["register", "info", "--format=json"]).json()["exports"],
        serde_json::json!([])
    );
}

#[test]
fn what_was_exported_is_read_back_and_exported_as_it_was() {
    let world = world();
    world
        .run_as(
            "jgz-waterdam",
            ["involve", "K7M4", "--organisation=wijkteam-noord"],
        )
        .exit(0);
    world
        .run_as("cjg-waterdam", ["decline", "9F3R", "--reason=no-capacity"])
        .exit(0);
    world
        .run_as(
            "gemeente-waterdam",
            [&["export", "--output=all.jsonl"], ALL_WORDS].concat(),
        )
        .exit(0);
    world
        .run([
            "import",
            "all.jsonl",
            "--register=other.db",
            "--as=gemeente-waterdam",
        ])
        .exit(0);
    world
        .run_as(
            "gemeente-waterdam",
            [
                &["export", "--output=again.jsonl", "--register=other.db"],
                ALL_WORDS,
            ]
            .concat(),
        )
        .exit(0);
    let [again, all] = ["again.jsonl", "all.jsonl"].map(|name| {
        let written = bytes(&world.path(name));
        String::from_utf8(written).unwrap()
    });
    assert_eq!(without_imports(&again), all);
}

// ---- Which signals ----

#[rstest]
#[case::all(&[], &["K7M4Q2X8", "9F3RTH2C"])]
#[case::of_an_owner(&["--owner=jgz-waterdam"], &["K7M4Q2X8"])]
#[case::of_a_sender(&["--sender=basisschool-de-sluis"], &["9F3RTH2C"])]
#[case::in_an_area(&["--area=veenbroek"], &[])]
#[case::in_an_area_around_it(&["--area=waterdam"], &["K7M4Q2X8", "9F3RTH2C"])]
#[case::about_a_topic_that_is_not_the_first(&["--topic=finances"], &["K7M4Q2X8"])]
#[case::in_a_state(&["--state=answered"], &["K7M4Q2X8"])]
#[case::in_two_states(&["--state=offered,answered"], &["K7M4Q2X8", "9F3RTH2C"])]
#[case::late(&["--late", "--state=offered"], &["9F3RTH2C"])]
#[case::since(&["--since=2026-11-24"], &[])]
fn signals_are_chosen_as_in_a_list(#[case] filter: &[&str], #[case] chosen: &[&str]) {
    assert_eq!(
        ids(&world().run_as(
            "gemeente-waterdam",
            [&["export", "--format=jsonl"], filter].concat()
        )),
        chosen
    );
}

#[test]
fn a_filter_that_the_map_does_not_know_writes_nothing() {
    let world = world();
    world
        .run_as(
            "gemeente-waterdam",
            ["export", "--output=a.csv", "--owner=jgz-waterdm"],
        )
        .exit(2)
        .told("jgz-waterdam");
    world
        .run_as(
            "gemeente-waterdam",
            ["export", "--output=a.csv", "--since=soon"],
        )
        .exit(2);
    assert!(!world.path("a.csv").exists());
}

#[test]
fn events_are_rows_of_csv_and_always_in_the_rest() {
    let world = world();
    let table = world
        .run_as("gemeente-waterdam", ["export", "--format=csv", "--events"])
        .exit(0)
        .out
        .clone();
    let lines: Vec<&str> = table.trim_start_matches('\u{feff}').split("\r\n").collect();
    assert!(
        lines[0].starts_with(r#""signal";"number";"at";"by";"event""#),
        "{}",
        lines[0]
    );
    assert!(
        lines[2].starts_with(r#""K7M4-Q2X8";"2";"2026-11-23 10:15:00";"jgz-waterdam";"asked""#),
        "{}",
        lines[2]
    );
    assert_eq!(lines.len(), 1 + 4 + 1);
    world
        .run_as(
            "gemeente-waterdam",
            ["export", "--output=a.xlsx", "--events"],
        )
        .exit(2)
        .told("--events is for CSV.");
    world
        .run_as(
            "gemeente-waterdam",
            ["export", "--format=jsonl", "--events"],
        )
        .exit(2);
}

// ---- The register ----

#[test]
fn before_the_first_report_there_is_nothing_to_export() {
    let world = World::new().as_("gemeente-waterdam");
    for words in [&[][..], &["--with-words"]] {
        world
            .run_as(
                "gemeente-waterdam",
                [&["export", "--output=a.csv"], words].concat(),
            )
            .exit(1)
            .told("There is no register at ");
    }
    assert!(!world.path("a.csv").exists() && !world.register().exists());
}

#[rstest]
#[case("a.xlsx")]
#[case("a.csv")]
#[case("a.jsonl")]
fn a_damaged_signal_is_named_and_no_file_is_left(#[case] name: &str) {
    let world = world();
    let register = rusqlite::Connection::open(world.register()).unwrap();
    register
        .execute_batch("DROP TRIGGER event_is_never_edited; UPDATE event SET kind = 'withdrawn', to_organisation = NULL WHERE number = 2")
        .unwrap();
    drop(register);
    let before = files(&world);
    world
        .run_as("gemeente-waterdam", ["export", "--output", name])
        .exit(9)
        .told("signal K7M4-Q2X8 is not right")
        .never_shows("Mother");
    assert_eq!(files(&world), before);
}
