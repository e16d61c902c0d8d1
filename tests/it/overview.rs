//! `overview`, as it is typed.

use crate::common;
use crate::common::World;
use rstest::rstest;
use serde_json::{Value, json};

/// The number of the `n`th signal.
fn id(n: u32) -> String {
    format!("AAAA{n:04}")
}

/// Reports signals with these numbers, about a topic, in an area.
fn report(world: &World, numbers: std::ops::Range<u32>, topic: &str, age: &str, area: &str) {
    for n in numbers {
        let arguments = [
            "report",
            "--topic",
            topic,
            "--age",
            age,
            "--area",
            area,
            "--discussed",
            "--seen",
            "Mother cries",
            "--id",
            &id(n),
        ];
        world.run_as("kraamzorg-de-wieg", arguments).exit(0);
    }
}

/// Twelve signals for the JGZ, of which six are declined and one is answered; four that nobody
/// owns.
fn world() -> World {
    let world = World::new();
    report(&world, 0..12, "parenting/attachment", "5 days", "3004");
    report(&world, 12..16, "housing/hoarding", "60", "3012");
    for n in 0..6 {
        world
            .run_as("jgz-waterdam", ["decline", &id(n), "--reason=other-area"])
            .exit(0);
    }
    world
        .run_as(
            "jgz-waterdam",
            [
                "feedback",
                &id(6),
                "--outcome=something-else-found",
                "--by=phone",
                "Secret words",
            ],
        )
        .exit(0);
    world
}

fn overview(world: &World, arguments: &[&str]) -> Value {
    world
        .run_as(
            "gemeente-waterdam",
            [&["overview", "--format=json"], arguments].concat(),
        )
        .exit(0)
        .json()
}

/// What a row is of, and how many.
fn told(row: &Value) -> Value {
    json!([
        row["basis"],
        row["owner"],
        row["topic"],
        row["signals"]["least"],
        row["signals"]["most"]
    ])
}

#[test]
fn signals_are_counted_by_what_was_agreed_and_by_topic() {
    let answer = overview(&world(), &[]);
    let rows: Vec<Value> = answer["given"]
        .as_array()
        .unwrap()
        .iter()
        .map(told)
        .collect();
    assert_eq!(
        rows,
        [
            json!(["rule", "jgz-waterdam", "parenting/attachment", 12, 12]),
            json!(["gap", null, null, 0, 4])
        ]
    );
    assert_eq!(answer["given"][0]["in_map"], true);
    let bounced = &answer["bounced"];
    assert_eq!(bounced.as_array().unwrap().len(), 1);
    assert_eq!(
        json!([
            bounced[0]["by"],
            bounced[0]["reason"],
            bounced[0]["signals"]
        ]),
        json!(["declined", "other-area", {"least": 6, "most": 6}])
    );
}

#[test]
fn what_is_too_few_is_told_nowhere() {
    let world = world();
    let few = json!({"least": 0, "most": 4});
    assert_eq!(
        overview(&world, &[])["given"][0]["something_else"],
        few,
        "one of them"
    );
    assert_eq!(
        overview(&world, &[])["given"][0]["feedback_days"],
        Value::Null
    );
    let gap = &overview(&world, &["--topic=housing"])["given"][0];
    assert_eq!(
        (&gap["signals"], &gap["late"], &gap["promised_days"]),
        (&few, &Value::Null, &Value::Null)
    );
    for arguments in [
        &["overview"][..],
        &["overview", "--format=csv"],
        &["overview", "--format=jsonl"],
        &["overview", "--lang=nl"],
    ] {
        world
            .run_as("gemeente-waterdam", arguments)
            .exit(0)
            .never_shows("Secret")
            .never_shows("Mother")
            .never_shows("AAAA");
        world
            .run_as("gemeente-waterdam", arguments)
            .never_shows("hoarding")
            .never_shows("kraamzorg-de-wieg");
    }
}

#[test]
fn a_promise_that_passed_while_nobody_answered_is_late() {
    let world = world().at("2026-12-24T10:00");
    assert_eq!(
        overview(&world, &[])["given"][0]["late"],
        json!({"least": 8, "most": 12})
    );
}

#[rstest]
#[case::before_any(&["--until=2026-11-22"], 0)]
#[case::until_that_day(&["--until=2026-11-23"], 2)]
#[case::from_that_day(&["--since=2026-11-23"], 2)]
#[case::after_all(&["--since=2026-11-24"], 0)]
#[case::a_topic_with_its_parts(&["--topic=parenting"], 1)]
#[case::a_region_with_what_lies_in_it(&["--area=rijnmeer"], 2)]
#[case::another_area(&["--area=veenbroek"], 0)]
#[case::together(&["--area=waterdam", "--topic=Huisvesting", "--since=2026-11-01"], 1)]
fn a_filter_leaves(#[case] filter: &[&str], #[case] rows: usize) {
    assert_eq!(
        overview(&world(), filter)["given"]
            .as_array()
            .unwrap()
            .len(),
        rows
    );
}

#[test]
fn a_responsibility_is_the_same_when_the_lines_of_the_map_move_and_kept_when_it_is_no_longer_there()
{
    let world = world().map_with("topics:\n", "# another line\ntopics:\n");
    report(&world, 20..22, "parenting/attachment", "5 days", "3004");
    assert_eq!(
        told(&overview(&world, &[])["given"][0]),
        json!(["rule", "jgz-waterdam", "parenting/attachment", 14, 14])
    );
    let world = world.map_with(
        "senders: [kraamzorg]",
        "senders: [kraamzorg, huisartsen-waterdam]",
    );
    let gone = &overview(&world, &[])["given"][0];
    assert_eq!(
        (&gone["in_map"], &gone["signals"]["least"]),
        (&json!(false), &json!(14))
    );
    world
        .run_as("gemeente-waterdam", ["overview", "--lang=nl"])
        .exit(0)
        .said("rule\tjgz-waterdam\ttopic:parenting,");
}

#[test]
fn before_the_first_report_there_is_nothing_to_learn() {
    let world = World::new();
    assert_eq!(overview(&world, &[])["given"], json!([]));
    world
        .run_as("gemeente-waterdam", ["overview"])
        .exit(0)
        .no_answer()
        .told("no register");
}

#[test]
fn in_a_pipe_it_has_columns_that_stay() {
    let out = world()
        .run_as("gemeente-waterdam", ["overview", "--lang=nl"])
        .exit(0)
        .out
        .clone();
    let row = "given\trule\tjgz-waterdam\ttopic:parenting,physical-health/growth age:unborn-4 area:waterdam sender:kraamzorg\t\
               parenting/attachment\t12\t\t\t\t2\t0-4\t0-4\t0-4\t0-4\t0-4\t0-4\t\t\t";
    assert_eq!(out.lines().next().unwrap(), row);
    assert!(
        out.lines().all(|line| line.split('\t').count() == 19),
        "{out}"
    );
}

#[rstest]
#[case(&["--since=yesterday"], "bad-value")]
#[case(&["--topic=nothing-like-it"], "unknown-topic")]
#[case(&["--area=9999"], "unknown-postcode")]
#[case(&["--html=no/such/folder/overview.html"], "file-not-written")]
fn what_cannot_be_done_is_said(#[case] arguments: &[&str], #[case] kind: &str) {
    let run = World::new().run_as(
        "gemeente-waterdam",
        [&["overview", "--format=json", "--quiet"], arguments].concat(),
    );
    assert_eq!(run.no_answer().error_json()["kind"], kind);
}

#[cfg(unix)]
#[test]
fn the_page_holds_no_words_and_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let world = world();
    let run = world.run_as(
        "gemeente-waterdam",
        ["overview", "--html=overview.html", "--format=json"],
    );
    assert_eq!(run.exit(0).json()["file"], "overview.html");
    let page = String::from_utf8(common::bytes(&world.path("overview.html"))).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"));
    for kept in ["Secret", "Mother", "AAAA", "http://", "https://", "<script"] {
        assert!(
            !page
                .replace("http://www.w3.org/2000/svg", "")
                .contains(kept),
            "the page holds {kept}"
        );
    }
    assert_eq!(
        std::fs::metadata(world.path("overview.html"))
            .unwrap()
            .permissions()
            .mode()
            & 0o777,
        0o600
    );
}
