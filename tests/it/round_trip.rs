//! What export writes with its words, import reads back into a fresh register: the same signals,
//! the same history.

use crate::common;
use crate::common::{World, without_imports};
use rstest::rstest;

/// A register with lives of every kind in it.
fn lived() -> World {
    let world = World::new().with_privacy_officer().reported();
    let at = |clock: &str, by: &str, arguments: &[&str]| {
        let mut command = world.command(common::PROGRAM, arguments);
        command
            .env("SEINHUIS_NOW", format!("{clock}:00.123+01:00"))
            .env("SEINHUIS_AS", by);
        common::Run::of(&mut command, b"").exit(0);
    };
    at(
        "2026-11-23T11:00",
        "jgz-waterdam",
        &["ask", "K7M4", "Is \"tomorrow\" good?\nOr Friday?"],
    );
    at(
        "2026-11-23T11:30",
        "kraamzorg-de-wieg",
        &["reply", "K7M4", "Friday; the father is there."],
    );
    at(
        "2026-11-23T12:00",
        "jgz-waterdam",
        &[
            "amend",
            "K7M4",
            "--topics=parenting/attachment,finances/arrears",
            "It is also the post.",
        ],
    );
    at(
        "2026-11-24T12:00",
        "jgz-waterdam",
        &[
            "feedback",
            "K7M4",
            "--outcome=partly",
            "--by=phone",
            "Half of it.",
        ],
    );
    at(
        "2026-11-24T13:00",
        "kraamzorg-de-wieg",
        &["reject", "K7M4", "Nobody came."],
    );
    at(
        "2026-11-25T12:00",
        "jgz-waterdam",
        &[
            "feedback",
            "K7M4",
            "--outcome=help-started",
            "--by=here",
            "=Every week",
        ],
    );
    at(
        "2026-11-26T12:00",
        "kraamzorg-de-wieg",
        &["confirm", "K7M4"],
    );
    let hoarding = [
        "report",
        "--id=GAT0GAT0",
        "--topic=housing/hoarding",
        "--age=60",
        "--area=3012",
        "--seen=Vol.",
        "--not-discussed=Doet niet open",
    ];
    at("2026-11-23T09:00", "thuiszorg-de-dijk", &hoarding);
    at(
        "2026-11-23T10:00",
        "gemeente-waterdam",
        &["assign", "GAT0", "--to=wijkteam-oost", "Dichtbij"],
    );
    at(
        "2026-11-23T10:30",
        "wijkteam-oost",
        &["decline", "GAT0", "--reason=no-capacity"],
    );
    at("2026-11-30T23:00", "gemeente-waterdam", &["list"]);
    let withdrawn = [
        "report",
        "--id=WEG0WEG0",
        "--topic=parenting",
        "--discussed",
        "--seen=Toch niet",
        "--reference=X 1",
    ];
    at("2026-11-23T09:30", "kraamzorg-de-wieg", &withdrawn);
    for verb in [
        &["amend", "WEG0", "--age=3", "--area=3052", "=Verhuisd"][..],
        &["withdraw", "WEG0", "Verkeerd nummer"],
        &["undo", "WEG0"],
        &["withdraw", "WEG0", "Vergissing"],
    ] {
        at("2026-11-23T09:45", "kraamzorg-de-wieg", verb);
    }
    world
}

const EXPORT: [&str; 5] = [
    "export",
    "--with-words",
    "--because=We move to another machine",
    "--format=jsonl",
    "--as=gemeente-waterdam",
];

#[test]
fn the_same_signals_and_the_same_history_come_back() {
    let world = lived();
    // The nightly job leaves its alarms in the stories too.
    let night = world
        .command(common::PROGRAM, ["escalate"])
        .env("SEINHUIS_NOW", "2026-12-03T02:00:00+01:00")
        .output()
        .unwrap();
    assert_eq!(
        night.status.code(),
        Some(6),
        "{}",
        String::from_utf8_lossy(&night.stderr)
    );
    let written = world.run(EXPORT);
    written.exit(0).said("\"event\":\"escalated\"");
    let fresh = World::new().with_privacy_officer().at("2026-12-04T10:00");
    fresh
        .run_with_input(written.out.as_bytes(), ["import", "--as=gemeente-waterdam"])
        .exit(0)
        .said("3 signals recorded.");
    // All is as it was, and each story ends with who brought it in.
    assert_eq!(without_imports(&fresh.run(EXPORT).exit(0).out), written.out);
    fresh
        .run_with_input(written.out.as_bytes(), ["import", "--as=gemeente-waterdam"])
        .exit(0)
        .said("0 signals recorded.")
        .said("3 were there already");
    // They go on living: the rules know where they stand.
    fresh
        .run_as("kraamzorg-de-wieg", ["reopen", "K7M4", "Nobody came again"])
        .exit(0);
}

#[test]
fn a_history_that_was_changed_is_refused_and_nothing_is_recorded() {
    let written = lived().run(EXPORT).out;
    let changed = |one: &str, other: &str| {
        assert!(written.contains(one), "{written}");
        let fresh = World::new().with_privacy_officer().at("2026-12-04T10:00");
        let run = fresh.run_with_input(
            written.replacen(one, other, 1).as_bytes(),
            ["import", "--as=gemeente-waterdam", "--format=json"],
        );
        let kind = run.exit(2).error_json()["rows"][0]["kind"].clone();
        fresh.holds_nothing();
        kind.as_str().unwrap().to_owned()
    };
    assert_eq!(
        changed("\"state\":\"closed\"", "\"state\":\"answered\""),
        "impossible"
    );
    assert_eq!(
        changed("\"event\":\"confirmed\"", "\"event\":\"accepted\""),
        "impossible"
    );
    assert_eq!(
        changed("\"question\":2", "\"question\":\"2\""),
        "impossible",
        "a number in quotation marks is not no number"
    );
    // Who did it is judged by the register alone.
    assert_eq!(
        changed(
            "\"by\":\"kraamzorg-de-wieg\",\"event\":\"confirmed\"",
            "\"by\":\"jgz-waterdam\",\"event\":\"confirmed\""
        ),
        "impossible"
    );
    assert_eq!(
        changed("2026-11-24T12:00", "2036-11-24T12:00"),
        "in-the-future"
    );
    assert_eq!(
        changed("2026-11-24T12:00", "1970-11-24T12:00"),
        "too-long-ago"
    );
    assert_eq!(changed("Half of it.", "BSN 111222333"), "words-bsn");
    assert_eq!(changed("\"declines\":", "\"declined\":"), "unknown-key");
}

/// It could be recorded, and from then on no command could read it.
#[test]
fn a_report_that_involves_its_own_owner_is_refused() {
    let written = World::new()
        .with_privacy_officer()
        .reported()
        .run(EXPORT)
        .out;
    let (none, owner) = ("\"involved\":[]", "\"involved\":[\"jgz-waterdam\"]");
    assert!(written.contains(none), "{written}");
    let fresh = World::new().with_privacy_officer();
    let changed = written.replace(none, owner);
    let run = fresh.run_with_input(
        changed.as_bytes(),
        ["import", "--as=gemeente-waterdam", "--format=json"],
    );
    let rows = run.exit(2).error_json()["rows"].clone();
    assert_eq!(rows[0]["kind"], "impossible");
    fresh.holds_nothing();
    fresh
        .run_with_input(written.as_bytes(), ["import", "--as=gemeente-waterdam"])
        .exit(0);
}

#[rstest]
#[case::on_the_day_of_the_report("2026-11-23")]
#[case::before_it("2026-11-20")]
#[case::on_the_day_of_the_promise("2026-11-25")]
fn a_report_that_promises_nothing_before_what_happens_is_refused(#[case] day: &str) {
    let world = World::new().with_privacy_officer().as_("kraamzorg-de-wieg");
    let report = ["report", "--topic=parenting", "--age=2", "--area=3004"];
    let words = ["--discussed", "--seen=x", "--before=2026-12-02"];
    world.run(report.iter().chain(&words)).exit(0);
    let written = world.run(EXPORT).out;
    assert!(
        written.contains("\"feedback_by\":\"2026-11-25\""),
        "{written}"
    );
    let fresh = World::new().with_privacy_officer();
    let changed = written.replace("2026-12-02", day);
    let run = fresh.run_with_input(
        changed.as_bytes(),
        ["import", "--as=gemeente-waterdam", "--format=json"],
    );
    let rows = run.exit(2).error_json()["rows"].clone();
    assert_eq!(rows[0]["kind"], "impossible");
    fresh.holds_nothing();
    fresh
        .run_with_input(written.as_bytes(), ["import", "--as=gemeente-waterdam"])
        .exit(0);
}

#[test]
fn with_keep_good_a_history_that_was_changed_is_left_out_and_can_be_mended() {
    let written = lived().run(EXPORT).out;
    let (one, other) = ("\"by\":\"wijkteam-oost\"", "\"by\":\"jgz-waterdam\"");
    let changed = written.replacen(one, other, 1);
    let row = changed.lines().zip(written.lines());
    let row = 1 + row.take_while(|(now, before)| now == before).count();
    let fresh = World::new().with_privacy_officer().at("2026-12-04T10:00");
    std::fs::write(fresh.path("old.jsonl"), &changed).unwrap();
    let run = fresh.run([
        "import",
        "--as=gemeente-waterdam",
        "old.jsonl",
        "--keep-good",
        "--format=jsonl",
    ]);
    let rows: Vec<serde_json::Value> = run
        .exit(6)
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let expected: Vec<u64> = (1..=3).filter(|number| *number != row as u64).collect();
    let told: Vec<u64> = rows
        .iter()
        .map(|row| row["row"].as_u64().unwrap())
        .collect();
    assert_eq!(told, expected);
    let rejects = std::fs::read_to_string(fresh.path("old.rejects.jsonl")).unwrap();
    assert_eq!(rejects.lines().count(), 1);
    assert!(rejects.contains("cannot have happened so"), "{rejects}");
    std::fs::write(fresh.path("mended.jsonl"), rejects.replacen(other, one, 1)).unwrap();
    fresh
        .run(["import", "--as=gemeente-waterdam", "mended.jsonl"])
        .exit(0)
        .said("1 signal recorded.");
    let signals = fresh.signals();
    assert_eq!(signals.len(), 3, "{signals:?}");
}

#[test]
fn an_export_without_words_cannot_be_read_back() {
    let written = lived()
        .run_as("gemeente-waterdam", ["export", "--format=jsonl"])
        .out;
    let fresh = World::new().with_privacy_officer().at("2026-12-04T10:00");
    let error = fresh.run_with_input(
        written.as_bytes(),
        ["import", "--as=gemeente-waterdam", "--format=json"],
    );
    assert_eq!(
        error.exit(2).error_json()["rows"][0]["kind"],
        "without-words"
    );
    fresh
        .run_with_input(written.as_bytes(), ["import", "--as=gemeente-waterdam"])
        .told("Only what was exported with --with-words can be read back.");
    let mixed = format!(
        "{{\"topics\":\"parenting\",\"discussed\":true,\"seen\":\"x\",\"sender\":\"kraamzorg-de-wieg\"}}\n{}",
        lived().run(EXPORT).out
    );
    fresh
        .run_with_input(mixed.as_bytes(), ["import", "--as=gemeente-waterdam"])
        .exit(2)
        .told("Import them as two files.");
    fresh.holds_nothing();
}

#[test]
fn a_reference_of_two_signals_of_which_one_was_withdrawn_comes_back_with_both() {
    let world = lived();
    let again = [
        "report",
        "--id=TERXTERX",
        "--topic=parenting",
        "--discussed",
        "--seen=Toch wel",
        "--reference=X 1",
    ];
    world.run_as("kraamzorg-de-wieg", again).exit(0);
    let written = world.run(EXPORT).exit(0).out.clone();
    assert_eq!(written.matches("\"reference\":\"X 1\"").count(), 2);
    let fresh = World::new().with_privacy_officer().at("2026-12-04T10:00");
    let import = |arguments: &[&str]| fresh.run_with_input(written.as_bytes(), arguments);
    import(&["import", "--as=gemeente-waterdam", "--dry-run"])
        .exit(0)
        .said("4 signals could be.");
    import(&["import", "--as=gemeente-waterdam"])
        .exit(0)
        .said("4 signals recorded.");
    assert_eq!(without_imports(&fresh.run(EXPORT).exit(0).out), written);
    import(&["import", "--as=gemeente-waterdam", "--dry-run"])
        .exit(0)
        .said("0 signals could be.")
        .said("4 were there already")
        .said("1 of those was withdrawn then, and stays so.");
}

/// Anybody could make one up, and so speak for others.
#[test]
fn a_history_is_brought_in_by_the_coordinator_of_the_map_alone() {
    let written = lived().run(EXPORT).out;
    let fresh = World::new().with_privacy_officer().at("2026-12-04T10:00");
    let line = written.lines().next().unwrap().as_bytes();
    for (by, exit, kind) in [
        (None, 2, "no-identity"),
        (Some("--as=vv-waterdam"), 3, "histories-for-coordinator"),
        (
            Some("--as=gemeente-veenbroek"),
            3,
            "histories-for-coordinator",
        ),
    ] {
        for dry_run in [None, Some("--dry-run")] {
            let typed = ["import", "--format=json"]
                .into_iter()
                .chain(by)
                .chain(dry_run);
            let run = fresh.run_with_input(line, typed);
            assert_eq!(run.exit(exit).error_json()["kind"], kind, "{by:?}");
        }
    }
    fresh.holds_nothing();
    fresh
        .run_with_input(line, ["import", "--as=gemeente-waterdam"])
        .exit(0);
}
