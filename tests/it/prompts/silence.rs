//! Where nothing is ever asked.

use crate::common::Run;

use super::*;

#[test]
fn with_no_input_or_json_nothing_is_asked_at_a_terminal_either() {
    for option in [
        "--no-input",
        "--format=json",
        "--format=jsonl",
        "--format=csv",
    ] {
        let (code, seen) = Person::at_a_terminal(&World::new(), &["report", option]).ends();
        assert_eq!(code, 2, "{seen}");
        assert!(
            seen.contains("--topic") && seen.contains("--seen") && questions(&seen) == 0,
            "{seen}"
        );
    }
}

/// Runs a command in a shell at a terminal.
fn in_a_shell(world: &World, script: &str) -> (i32, String) {
    let mut command = world.command("/bin/sh", ["-c", script]);
    command.env("SEINHUIS", PROGRAM);
    let mut session = Session::spawn(command).unwrap();
    session.set_expect_timeout(Some(Duration::from_secs(20)));
    Person {
        session,
        seen: String::new(),
    }
    .ends()
}

#[rstest]
#[case::from_a_file("$SEINHUIS report < routes.yaml")]
#[case::from_nothing("$SEINHUIS report < /dev/null")]
#[case::into_a_file("$SEINHUIS report > answer.txt")]
#[case::into_a_pipe("$SEINHUIS report | cat; exit 2")]
#[case::with_its_talk_in_a_file("$SEINHUIS report 2> talk.txt; code=$?; cat talk.txt; exit $code")]
#[case::feedback_into_a_file("$SEINHUIS feedback K7M4 --as=jgz-waterdam > answer.txt")]
fn with_one_end_not_at_a_terminal_nothing_is_asked(#[case] script: &str) {
    let (code, seen) = in_a_shell(&World::new(), script);
    assert_eq!((code, questions(&seen)), (2, 0), "{seen}");
    assert!(seen.contains("Something is missing: "), "{seen}");
}

#[test]
fn in_a_pipe_every_command_that_could_ask_says_what_is_missing() {
    let world = World::new().as_("jgz-waterdam").reported();
    for verb in ["feedback", "ask", "reply", "reject", "reopen", "withdraw"] {
        let run: Run = world.run([verb, "K7M4"]);
        run.exit(2)
            .no_answer()
            .told("error: Something is missing: ");
    }
    world
        .run(["assign", "K7M4", "--to=cjg-waterdam"])
        .exit(2)
        .told("Something is missing: REASON.");
}
