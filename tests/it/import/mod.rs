//! import: a file of signals is recorded whole or not at all, and what is wrong is told by row and
//! column, never in anybody's words.

mod fields;
mod lines;
mod many;
mod moments;
mod references;
mod rejects;
mod tables;
mod told;

use std::fmt::Write as _;

use crate::common::{Run, World};
use rstest::rstest;
use serde_json::{Value, json};

const HEADINGS: &str = "reference,topics,age,area,discussed,why_not_discussed,seen\n";
const GOOD: &str = "R1,parenting/attachment,5 days,3004,yes,,Mother cries a lot.\n";

fn school() -> World {
    World::new().as_("kraamzorg-de-wieg")
}

fn imported(rows: &str) -> (World, Run) {
    let world = school().file("in.csv", format!("{HEADINGS}{rows}"));
    let run = world.run(["import", "in.csv"]);
    (world, run)
}

#[test]
fn each_signal_of_a_table_is_recorded_with_its_owner() {
    let rows = format!(
        "{GOOD}R2,\"housing/hoarding\",60,3012,no,She was not at home.,The stairs are full.\n"
    );
    let (world, run) = imported(&rows);
    run.exit(0)
        .said("2 signals recorded.")
        .said("1  JGZ Waterdam")
        .said("1  Gemeente Waterdam (gap)")
        .no_talk();
    let signals = world.signals();
    assert_eq!(signals.len(), 2);
    assert_eq!(signals[0]["owner"], "jgz-waterdam");
    // What was reported is read like any other signal.
    let id = signals[1]["id"].as_str().unwrap();
    world
        .run(["show", id])
        .exit(0)
        .said("The stairs are full.")
        .said("She was not at home.");
}

#[rstest]
#[case("R1,parentign,5,3004,yes,,x", "topics", "unknown-topic")]
#[case("R1,,5,3004,yes,,x", "topics", "missing")]
#[case("R1,parenting,old,3004,yes,,x", "age", "not-an-age")]
#[case("R1,parenting,5,Atlantis,yes,,x", "area", "unknown-area")]
#[case("R1,parenting,5,3004,perhaps,,x", "discussed", "not-yes-or-no")]
#[case("R1,parenting,5,3004,,,x", "discussed", "missing")]
#[case("R1,parenting,5,3004,no,,x", "why_not_discussed", "missing")]
#[case(
    "R1,parenting,5,3004,yes,because,x",
    "why_not_discussed",
    "discussed-and-why-not"
)]
#[case("R1,parenting,5,3004,yes,,", "seen", "missing")]
#[case("R1,parenting,5,3004,yes,,bsn 111222333", "seen", "words-bsn")]
#[case(
    "R1,parenting,5,3004,yes,,a\u{1b}[2Jb",
    "seen",
    "words-control-character"
)]
#[case("R0,parenting,5,3004,yes,,x", "reference", "again")]
fn a_row_that_cannot_be_recorded_is_told_by_row_and_column(
    #[case] row: &str,
    #[case] column: &str,
    #[case] kind: &str,
) {
    let world = school().file(
        "in.csv",
        format!("{HEADINGS}R0,parenting,5,3004,yes,,Tired.\n{row}\n"),
    );
    let told = world.run(["import", "in.csv", "--format=json"]);
    let error = told.exit(2).no_answer().error_json();
    assert_eq!(error["kind"], "import-rows");
    assert_eq!(
        error["rows"],
        json!([{"row": 3, "column": column, "kind": kind}])
    );
    world
        .run(["import", "in.csv"])
        .exit(2)
        .told("1 of 2 rows cannot be imported; nothing was recorded.")
        .told(&format!("row 3, {column}: "));
    world.holds_nothing();
}

#[test]
fn every_fault_of_every_row_is_told_at_once() {
    let (world, run) =
        imported("R1,parentign,old,3004,yes,,x\nR2,parenting,5,3004,yes\nR3,parenting,5,3004,,,\n");
    run.exit(2)
        .told("3 of 3 rows")
        .told("row 2, topics: The map has no such topic. Did you mean parenting?")
        .told("row 2, age: ");
    run.told("row 3: It has 5 fields under 7 headings.")
        .told("row 4, discussed: ")
        .told("row 4, seen: ");
    world.holds_nothing();
}

#[rstest]
#[case("en")]
#[case("nl")]
fn words_about_a_family_are_never_repeated(#[case] language: &str) {
    let secret = "Geheim verhaal";
    // Also where a column has slipped, and words stand where a code belongs.
    let row = format!(
        "{secret} over het gezin,{secret} twee,{secret},{secret},{secret},{secret},{secret} 111222333\n"
    );
    let world = school()
        .lang(language)
        .file("in.csv", format!("{HEADINGS}{row}"))
        .file("none.csv", row.clone());
    world.run(["import", "in.csv"]).exit(2).never_shows(secret);
    world
        .run(["import", "in.csv", "--format=json"])
        .exit(2)
        .never_shows(secret);
    world
        .run(["import", "none.csv"])
        .exit(2)
        .never_shows(secret);
    let lines =
        format!("{{\"{secret}\": 1, \"seen\": {{\"{secret}\": 2}}}}\n{{\"seen\": \"{secret}\n");
    world
        .run_with_input(lines.as_bytes(), ["import", "--from=jsonl"])
        .exit(2)
        .never_shows(secret);
}

#[test]
fn the_good_rows_are_recorded_and_the_others_can_be_mended_and_imported() {
    let bad = "R2,parentign,40,3012,yes,,\"Cold, dark\"\n";
    let world = school().file("in.csv", format!("{HEADINGS}{bad}{GOOD}"));
    let run = world.run(["import", "in.csv", "--keep-good"]);
    run.exit(6)
        .said("1 signal recorded.")
        .said("1 row was turned down.")
        .said("in.rejects.csv");
    let rejects = std::fs::read_to_string(world.path("in.rejects.csv")).unwrap();
    let because = "\"row 2, topics: The map has no such topic. Did you mean parenting?\"";
    assert!(
        rejects.contains("rejected_because")
            && rejects.contains("\"Cold, dark\"")
            && !rejects.contains("cries"),
        "{rejects}"
    );
    assert!(rejects.contains(because.trim_matches('"')), "{rejects}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(
            std::fs::metadata(world.path("in.rejects.csv"))
                .unwrap()
                .permissions()
                .mode()
                & 0o777,
            0o600
        );
    }
    // What is there is never overwritten, and then nothing is recorded either.
    world
        .run(["import", "in.csv", "--keep-good"])
        .exit(2)
        .told("in.rejects.csv is there already; nothing was written.");
    let world = world.file("mended.csv", rejects.replace("parentign", "parenting"));
    world
        .run(["import", "mended.csv"])
        .exit(0)
        .said("1 signal recorded.");
    assert_eq!(world.signals().len(), 2);
}

#[test]
fn a_file_that_is_imported_twice_is_recorded_once() {
    let (world, run) = imported(GOOD);
    run.exit(0);
    world
        .run(["import", "in.csv"])
        .exit(0)
        .said("0 signals recorded.")
        .said("1 was there already");
    assert_eq!(world.signals().len(), 1);
}

#[test]
fn a_number_that_belongs_to_another_signal_is_refused() {
    let world = school().reported();
    let rows =
        "id,topics,discussed,seen\nABCD1234,parenting,yes,Tired.\nK7M4Q2X8,parenting,yes,Tired.\n";
    let run = world.run_with_input(rows.as_bytes(), ["import"]);
    run.exit(2)
        .told("row 3, id: Another signal has this number already.");
    assert_eq!(world.signals().len(), 1);
}

#[test]
fn a_promise_runs_from_the_day_of_the_report() {
    let rows = "topics,discussed,seen,age,area,reported_at\nparenting,yes,Tired.,9,3012,2026-11-16T09:00\n";
    let world = school();
    world.run_with_input(rows.as_bytes(), ["import"]).exit(0);
    let signal = &world.signals()[0];
    assert_eq!(
        (
            signal["reported_at"].as_str().unwrap(),
            signal["late"].as_bool().unwrap()
        ),
        ("2026-11-16T09:00:00+01:00", true)
    );
    let later = rows.replace("2026-11-16T09:00", "2026-11-23T10:16");
    world
        .run_with_input(later.as_bytes(), ["import"])
        .exit(2)
        .told("row 2, reported_at: This moment has yet to come.");
}

#[test]
fn who_only_checks_records_nothing_and_makes_nothing() {
    let world = school().file("in.csv", format!("{HEADINGS}{GOOD}"));
    world
        .run(["import", "in.csv", "--dry-run"])
        .exit(0)
        .said("Nothing was recorded. 1 signal could be.")
        .said("JGZ Waterdam");
    let rows = world
        .run(["import", "in.csv", "--dry-run", "--format=jsonl"])
        .exit(0)
        .json();
    assert_eq!(rows["owner"], "jgz-waterdam");
    assert_eq!(
        (
            rows["id"].clone(),
            rows["recorded"].clone(),
            rows["reference"].clone()
        ),
        (Value::Null, json!(false), json!("R1"))
    );
    assert!(!world.register().exists());
}

#[test]
fn a_script_hears_of_each_signal_which_number_it_has() {
    let (world, _) = imported(GOOD);
    let rows = world.run(["import", "in.csv", "--format=csv"]);
    rows.exit(0)
        .said("\"row\",\"id\",\"reference\",\"recorded\",\"already_recorded\",\"state\",\"owner\"");
    let id = world.signals()[0]["id"].as_str().unwrap().to_owned();
    rows.said(&format!(
        "\"2\",\"{id}\",\"R1\",\"true\",\"true\",\"offered\",\"jgz-waterdam\""
    ));
}

#[test]
fn who_imports_acute_signals_is_told_to_call() {
    let rows = "topics,urgency,discussed,seen\nsafety/violence,acuut,ja,Hij gooide een stoel.\nparenting,dringend,ja,Moe.\n";
    let world = school();
    world
        .run_with_input(rows.as_bytes(), ["import"])
        .exit(0)
        .told("1 signal in this file is acute. Recording it is not enough: call.")
        .told("112");
    assert_eq!(
        world
            .signals()
            .iter()
            .filter(|signal| signal["urgency"] == "urgent")
            .count(),
        1
    );
}

#[test]
fn what_was_reported_last_is_listed_first_whatever_the_order_of_the_file() {
    let rows = "reference,topics,discussed,seen,reported_at\nA,parenting,ja,x,2026-11-18\nB,parenting,ja,x,2026-11-20\nC,parenting,ja,x,2026-11-19\n";
    let world = school();
    world.run_with_input(rows.as_bytes(), ["import"]).exit(0);
    let listed = world.run_as(
        "gemeente-waterdam",
        ["list", "--sort=reported", "--columns=reported_at"],
    );
    let days: Vec<&str> = listed
        .exit(0)
        .out
        .lines()
        .filter_map(|line| line.get(..10))
        .collect();
    assert_eq!(days, ["2026-11-20", "2026-11-19", "2026-11-18"]);
}
