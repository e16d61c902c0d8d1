//! An answer that nobody can read.

use crate::common::{PROGRAM, Run};

use super::*;

/// Runs the command with its answer going to this file.
#[cfg(target_os = "linux")]
fn shown_on(world: &World, file: &str, arguments: &[&str]) -> Run {
    let quoted = arguments
        .iter()
        .map(|word| format!("'{word}'"))
        .collect::<Vec<_>>()
        .join(" ");
    world.shell(&format!("\"$SEINHUIS\" {quoted} > {file}"))
}

/// Runs the command with nobody left to read its answer.
fn into_a_closed_pipe(world: &World, arguments: &[&str]) -> Run {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let ended = world
        .command(PROGRAM, arguments)
        .stdin(std::process::Stdio::null())
        .stdout(writer)
        .output()
        .unwrap();
    Run {
        code: ended.status.code().unwrap(),
        out: String::new(),
        err: String::from_utf8(ended.stderr).unwrap(),
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_report_whose_answer_cannot_be_shown_is_recorded_and_says_so() {
    let world = kraamhulp();
    let run = shown_on(&world, "/dev/full", &REPORT);
    run.exit(8)
        .told("Signal K7M4-Q2X8 is recorded, but the answer could not be shown.")
        .told("The disk is full.");
    run.told("hint: seinhuis show K7M4-Q2X8");
    assert_eq!(world.signals().len(), 1);
    let step = ["accept", "K7M4", "--as=jgz-waterdam"];
    shown_on(&world, "/dev/full", &step)
        .exit(8)
        .told("Signal K7M4-Q2X8 is recorded");
    assert_eq!(world.signals()[0]["state"], "accepted");
}

#[test]
fn a_report_into_a_closed_pipe_is_recorded_and_says_so() {
    let world = kraamhulp();
    into_a_closed_pipe(&world, &REPORT)
        .exit(8)
        .told("Signal K7M4-Q2X8 is recorded, but the answer could not be shown.");
    assert_eq!(world.signals().len(), 1);
}

#[test]
fn a_list_into_a_closed_pipe_is_quiet() {
    let world = kraamhulp().reported();
    for arguments in [
        &["list"][..],
        &["list", "--format=json"],
        &["show", "K7M4"],
        &["--help"],
    ] {
        into_a_closed_pipe(&world, arguments).exit(0).no_talk();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_list_onto_a_full_disk_has_failed() {
    let world = kraamhulp().reported();
    shown_on(&world, "/dev/full", &["list"])
        .exit(1)
        .told("The answer could not be shown.")
        .told("The disk is full.");
    shown_on(&world, "/dev/full", &["--help"]).exit(1);
}
