//! What a script may count on, of every verb that there is: JSON on standard output, an error as
//! JSON on standard error, and no question, colour, pager or bar. The verbs are those of the
//! command line itself, so that none can be forgotten.

use std::collections::BTreeSet;

use crate::common;
use crate::common::{REPORT, World};
use clap::CommandFactory as _;
use rstest::rstest;
use seinhuis::cli::args::Cli;
use serde_json::Value;

const SENDER: &str = "kraamzorg-de-wieg";
const OWNER: &str = "jgz-waterdam";
const COORDINATOR: &str = "gemeente-waterdam";

/// A call of each verb that does something, in an order in which each may follow: who calls, and
/// what is typed.
const CALLS: &[(&str, &[&str])] = &[
    (
        SENDER,
        &[
            "report",
            "--topic=parenting",
            "--discussed",
            "--seen=x",
            "--id=ABCD-1234",
        ],
    ),
    (SENDER, &["route", "--topic=parenting"]),
    (OWNER, &["list"]),
    (OWNER, &["show", "K7M4"]),
    (OWNER, &["accept", "K7M4"]),
    (OWNER, &["family-known", "K7M4"]),
    (OWNER, &["involve", "K7M4", "--organisation=wijkteam-noord"]),
    (OWNER, &["ask", "K7M4", "Where?"]),
    (SENDER, &["reply", "K7M4", "There."]),
    (OWNER, &["amend", "K7M4", "--topics=parenting,finances"]),
    (
        OWNER,
        &["transfer", "propose", "K7M4", "--to=wijkteam-noord"],
    ),
    ("wijkteam-noord", &["transfer", "refuse", "K7M4"]),
    (
        OWNER,
        &["transfer", "propose", "K7M4", "--to=wijkteam-noord"],
    ),
    (OWNER, &["transfer", "end", "K7M4"]),
    (
        OWNER,
        &["transfer", "propose", "K7M4", "--to=wijkteam-noord"],
    ),
    ("wijkteam-noord", &["transfer", "take", "K7M4"]),
    (
        "wijkteam-noord",
        &["decline", "K7M4", "--reason=no-capacity"],
    ),
    (
        COORDINATOR,
        &["assign", "K7M4", "--to=jgz-waterdam", "Please"],
    ),
    (
        COORDINATOR,
        &["reroute", "K7M4", "--reason=Another map", "--dry-run"],
    ),
    (
        OWNER,
        &[
            "feedback",
            "K7M4",
            "--outcome=taken-up",
            "--by=phone",
            "Done",
        ],
    ),
    (SENDER, &["reject", "K7M4", "Not right"]),
    (
        SENDER,
        &["heard", "K7M4", "--outcome=taken-up", "They phoned"],
    ),
    (OWNER, &["reject", "K7M4", "We did not"]),
    (
        OWNER,
        &[
            "feedback",
            "K7M4",
            "--outcome=taken-up",
            "--by=phone",
            "Done",
        ],
    ),
    (SENDER, &["confirm", "K7M4"]),
    (SENDER, &["reopen", "K7M4", "Once more"]),
    (
        OWNER,
        &[
            "feedback",
            "K7M4",
            "--outcome=taken-up",
            "--by=phone",
            "Done",
        ],
    ),
    (OWNER, &["close", "K7M4"]),
    (SENDER, &["withdraw", "ABCD", "No longer"]),
    (SENDER, &["undo", "ABCD"]),
    (COORDINATOR, &["import", "signals.csv"]),
    (COORDINATOR, &["escalate"]),
    (COORDINATOR, &["export"]),
    (COORDINATOR, &["overview"]),
    (COORDINATOR, &["map", "check"]),
    (COORDINATOR, &["map", "test", "routes.test.yaml"]),
    (COORDINATOR, &["map", "diff", "routes.yaml", "routes.yaml"]),
    (COORDINATOR, &["map", "show"]),
    (COORDINATOR, &["map", "graph", "--area=waterdam"]),
    (COORDINATOR, &["map", "schema"]),
    (COORDINATOR, &["register", "info"]),
    (COORDINATOR, &["register", "verify"]),
    (COORDINATOR, &["register", "backup", "backup.db"]),
    (
        COORDINATOR,
        &[
            "register",
            "restore",
            "backup.db",
            "--register",
            "restored.db",
        ],
    ),
    (
        COORDINATOR,
        &["register", "salvage", "backup.db", "salvaged.db"],
    ),
    (COORDINATOR, &["config"]),
    (COORDINATOR, &["config", "set", "lang", "en"]),
    (COORDINATOR, &["completions", "bash"]),
    (COORDINATOR, &["man"]),
];

/// The calls, each a day after the one before, so that promises pass: in this form.
fn called(form: &str) -> Vec<(Vec<&'static str>, common::Run)> {
    let world = World::new()
        .reported()
        .with("CLICOLOR_FORCE", "")
        .with("PAGER", "false");
    std::fs::copy("routes.test.yaml", world.path("routes.test.yaml")).unwrap();
    let world = world.file(
        "signals.csv",
        "sender,reference,topics,area,discussed,seen\nkraamzorg-de-wieg,R1,parenting,3004,yes,x\n",
    );
    let call = |(number, (by, typed)): (usize, &(&str, &'static [&'static str]))| {
        // The sender's fortnight to confirm passes before the call that closes.
        let day = if typed[0] == "close" {
            "2027-02-01".to_owned()
        } else {
            format!("2026-11-{:02}", 23 + number / 12)
        };
        let mut command = world.command(
            common::PROGRAM,
            typed.iter().copied().chain(["--format", form]),
        );
        let run = common::Run::of(
            command
                .env("SEINHUIS_AS", by)
                .env("SEINHUIS_NOW", format!("{day}T12:00:00+01:00")),
            b"",
        );
        (typed.to_vec(), run)
    };
    CALLS.iter().enumerate().map(call).collect()
}

/// The verbs that can be typed, with their path: `transfer propose`. One that does something by
/// itself and has others under it is there too.
fn verbs(command: &clap::Command, path: &str, found: &mut BTreeSet<String>) {
    if !command.is_subcommand_required_set() && !path.is_empty() {
        found.insert(path.to_owned());
    }
    for below in command.get_subcommands() {
        verbs(below, format!("{path} {}", below.get_name()).trim(), found);
    }
}

#[test]
fn every_verb_of_the_command_line_is_called_here() {
    let mut all = BTreeSet::new();
    verbs(&Cli::command(), "", &mut all);
    let is_called = |verb: &&String| {
        CALLS
            .iter()
            .any(|(_, typed)| typed.join(" ").starts_with(verb.as_str()))
    };
    let forgotten: Vec<&String> = all.iter().filter(|verb| !is_called(verb)).collect();
    assert_eq!(
        forgotten,
        Vec::<&String>::new(),
        "call them in tests/it/every_verb.rs too"
    );
    assert!(all.len() > 30, "the verbs were found");
}

#[test]
fn every_verb_answers_with_one_json_value_and_nothing_else() {
    for (typed, run) in called("json") {
        assert!(
            run.code == 0 || (run.code == 6 && typed[0] == "escalate"),
            "{typed:?}\n{run}"
        );
        run.no_talk();
        serde_json::from_str::<Value>(&run.out)
            .unwrap_or_else(|error| panic!("{typed:?}: {error}\n{run}"));
    }
}

#[test]
fn every_verb_answers_with_a_json_value_on_each_line() {
    for (typed, run) in called("jsonl") {
        run.no_talk();
        for line in run.out.lines() {
            serde_json::from_str::<Value>(line)
                .unwrap_or_else(|error| panic!("{typed:?}: {error}\n{run}"));
        }
    }
}

#[test]
fn no_verb_colours_asks_or_pages_in_a_pipe() {
    for (typed, run) in called("table").into_iter().chain(called("csv")) {
        // An export has no form for a person to read: it asks for another.
        assert!(
            [0, 6].contains(&run.code) || (typed[0] == "export" && run.code == 2),
            "{typed:?}\n{run}"
        );
        for mark in ["\u{1b}", "\r\u{1b}", "\u{8}"] {
            run.never_shows(mark);
        }
        // A bar goes back to the start of its line; in CSV a line ends so.
        assert!(
            !run.out.replace("\r\n", "").contains('\r'),
            "{typed:?}\n{run}"
        );
    }
}

#[rstest]
fn every_verb_tells_a_mistake_as_one_json_object(#[values("json", "jsonl")] form: &str) {
    let world = World::new();
    let mut all = BTreeSet::new();
    verbs(&Cli::command(), "", &mut all);
    for verb in all {
        let run = world.run(
            verb.split(' ')
                .chain(["--no-such-option", "--format", form]),
        );
        let error = run.exit(2).no_answer().error_json();
        assert_eq!(
            (&error["kind"], &error["exit"]),
            (&"unknown-option".into(), &2.into()),
            "{verb}\n{run}"
        );
        assert_eq!(run.err.lines().count(), 1, "{verb}\n{run}");
    }
}

#[test]
fn every_verb_tells_what_is_broken_as_one_json_object() {
    // Nothing that a verb may want is right: no map, no register of ours.
    let world = World::new()
        .file("routes.yaml", "seinhuis: 2")
        .file("register.db", "my shopping list")
        .as_(OWNER);
    for (_, typed) in CALLS {
        let run = world.run(typed.iter().copied().chain(["--format=json"]));
        if run.code == 0 {
            // What needs neither.
            assert!(
                ["config", "completions", "man"].contains(&typed[0]) || typed == &["map", "schema"],
                "{typed:?}\n{run}"
            );
            continue;
        }
        if typed == &["map", "check"] {
            run.exit(4).no_talk();
            run.json();
            continue;
        }
        let error = run.no_answer().error_json();
        assert_eq!(error["exit"], run.code, "{typed:?}\n{run}");
        for key in ["kind", "error", "because", "hints"] {
            assert!(!error[key].is_null(), "{typed:?} lacks {key}\n{run}");
        }
    }
}

#[test]
fn a_report_that_lacks_something_is_refused_and_nobody_is_asked() {
    let run = World::new().as_(SENDER).run(["report", "--format=json"]);
    assert_eq!(run.exit(2).no_answer().error_json()["kind"], "missing");
    World::new().as_(SENDER).run(REPORT).exit(0);
}
