//! The same report again, and another one under its number.

use crate::common;
use crate::common::REPORT;

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

#[test]
fn the_same_reference_is_recorded_once_and_other_content_is_not_lost_in_silence() {
    let world = kraamhulp();
    let report = |seen| {
        [
            "report",
            "--topic=parenting",
            "--age=1",
            "--area=3004",
            "--discussed",
            "--reference=ZD-1",
            "--format=json",
            "--seen",
            seen,
        ]
    };
    let first = world.run(report("Mother cries")).exit(0).json();
    let again = world.run(report("Mother cries"));
    again.exit(0).no_talk();
    assert_eq!(
        (&again.json()["id"], &again.json()["already_recorded"]),
        (&first["id"], &serde_json::json!(true))
    );
    let other = world.run(report("Father cries"));
    other
        .exit(0)
        .told("What you wrote now is not recorded.")
        .never_shows("Father");
    assert_eq!(world.signals().len(), 1);
}
