//! The same report again, and another one under its number.

use crate::common;
use crate::common::REPORT;

use serde_json::{Value, json};

use super::*;

#[test]
fn the_same_report_with_the_same_number_is_recorded_once_and_answered_alike() {
    let world = kraamhulp();
    let first = world.run(REPORT);
    first
        .exit(0)
        .said("Signal K7M4-Q2X8 recorded.")
        .said("JGZ Waterdam");
    let later = kraamhulp_later(&world);
    later
        .exit(0)
        .said("Signal K7M4-Q2X8 had been recorded before.")
        .no_talk();
    let without_heading = |run: &Run| run.out.split_once('\n').map(|(_, rest)| rest.to_owned());
    assert_eq!(without_heading(&first), without_heading(&later));
    assert_eq!(world.signals().len(), 1);
}

/// The same report, two days later, in the same folder.
fn kraamhulp_later(world: &World) -> Run {
    Run::of(
        world
            .command(common::PROGRAM, REPORT)
            .env("SEINHUIS_NOW", "2026-11-25T09:00:00+01:00"),
        b"",
    )
}

#[test]
fn a_number_that_is_taken_by_another_signal_is_refused() {
    let world = kraamhulp().reported();
    let run = world.run([
        "report",
        "--topic=parenting",
        "--discussed",
        "--seen=something else",
        "--id=K7M4-Q2X8",
    ]);
    run.exit(3)
        .no_answer()
        .told("The number K7M4-Q2X8 already belongs to another signal");
    assert_eq!(world.signals().len(), 1);
}

/// A report of a child of one, with a reference.
fn referenced<'a>(area: &'a str, seen: &'a str) -> [&'a str; 10] {
    [
        "report",
        "--topic=parenting",
        "--age=1",
        "--discussed",
        "--reference=ZD-1",
        "--format=json",
        "--area",
        area,
        "--seen",
        seen,
    ]
}

#[test]
fn the_same_reference_is_recorded_once_and_said_as_it_stands_today() {
    let world = kraamhulp();
    let first = world.run(referenced("3004", "Mother cries")).exit(0).json();
    assert_eq!(first["state"], "offered");
    let id = first["id"].as_str().unwrap();
    let again = || {
        let again = world.run(referenced("3004", "Mother cries"));
        again.exit(0).no_talk();
        let again = again.json();
        assert_eq!(
            (&again["id"], &again["already_recorded"]),
            (&first["id"], &json!(true))
        );
        again
    };
    assert_eq!(again()["state"], "offered");

    world.run(["accept", id, "--as=jgz-waterdam"]).exit(0);
    let accepted = again();
    assert_eq!(
        (&accepted["state"], &accepted["accept_by"]),
        (&json!("accepted"), &Value::Null)
    );
    assert_eq!(accepted["reasons"], first["reasons"]);

    let cjg = "--to=cjg-waterdam";
    world
        .run(["assign", id, cjg, "Close by.", "--as=gemeente-waterdam"])
        .exit(0);
    let assigned = again();
    assert_eq!(
        (&assigned["owner"]["id"], &assigned["reasons"]),
        (&json!("cjg-waterdam"), &json!([]))
    );
    let mut in_words = referenced("3004", "Mother cries");
    in_words[5] = "--format=table";
    world
        .run(in_words)
        .exit(0)
        .said("Nothing was recorded again. It is now: offered.")
        .said("CJG Waterdam")
        .never_shows("JGZ");
    assert_eq!(world.signals().len(), 1);
}

#[test]
fn other_content_under_a_reference_is_refused_and_names_the_signal() {
    let world = kraamhulp();
    let first = world.run(referenced("3004", "Mother cries")).exit(0).json();
    let id = first["id"].as_str().unwrap();
    for other in [
        referenced("3004", "Father cries"),
        referenced("3012", "Mother cries"),
    ] {
        let run = world.run(other);
        run.exit(3).no_answer().never_shows("Father");
        let error = run.error_json();
        assert_eq!(error["kind"], "reference-taken");
        let sentence = error["error"].as_str().unwrap();
        assert!(sentence.contains(&id[..4]), "{error}");
    }
    let mut acute = referenced("3004", "He hits her").to_vec();
    acute.push("--urgency=acute");
    world
        .run(acute)
        .exit(3)
        .no_answer()
        .told("Danger now? Call first:")
        .told("\"kind\":\"reference-taken\"");
    assert_eq!(world.signals().len(), 1);
    // Under a reference of its own it is another signal.
    let mut own = referenced("3004", "Father cries").to_vec();
    own[4] = "--reference=ZD-2";
    world.run(own).exit(0);
    assert_eq!(world.signals().len(), 2);
}

#[test]
fn what_was_withdrawn_is_not_reported_again_but_its_correction_is() {
    let world = kraamhulp();
    let first = world.run(referenced("3012", "Mother cries")).exit(0).json();
    let id = first["id"].as_str().unwrap();
    world.run(["withdraw", id, "Wrong postcode."]).exit(0);
    let same = || {
        let run = world.run(referenced("3012", "Mother cries"));
        run.exit(3).no_answer();
        let error = run.error_json();
        assert_eq!(error["kind"], "withdrawn-before");
        assert!(
            error["error"].as_str().unwrap().contains(&id[..4]),
            "{error}"
        );
    };
    same();
    let corrected = world.run(referenced("3004", "Mother cries")).exit(0).json();
    assert_eq!(
        (&corrected["already_recorded"], &corrected["state"]),
        (&json!(false), &json!("offered"))
    );
    assert_ne!(corrected["id"], first["id"]);
    same();
    let again = world.run(referenced("3004", "Mother cries")).exit(0).json();
    assert_eq!(again["id"], corrected["id"]);
    // Each is found by its number, and the sender still has one in her list.
    let list = world
        .run(["list", "--mine", "--format=json"])
        .exit(0)
        .json();
    assert_eq!(list.as_array().unwrap().len(), 1);
    for (signal, state) in [(&first, "withdrawn"), (&corrected, "offered")] {
        let id = signal["id"].as_str().unwrap();
        let shown = world.run(["show", id, "--format=json"]).exit(0).json();
        assert_eq!(
            (&shown["state"], &shown["reference"]),
            (&json!(state), &json!("ZD-1"))
        );
    }
}

#[test]
fn a_number_of_a_signal_that_was_withdrawn_is_not_reported_again() {
    let world = kraamhulp().reported();
    world.run(["withdraw", "K7M4", "Twice."]).exit(0);
    let run = world.run(REPORT);
    run.exit(3).no_answer().told("and withdrew it");
}
