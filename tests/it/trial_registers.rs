//! A register that was made while SEINHUIS_NOW was set is there to try with, and says so; any other
//! register records nothing by a clock that was set.

use crate::common::{REPORT, Run, World};
use clap::CommandFactory as _;
use seinhuis::cli::args::Cli;

pub const SENDER: &str = "kraamzorg-de-wieg";
pub const OWNER: &str = "jgz-waterdam";
const OTHER: &str = "wijkteam-noord";
pub const COORDINATOR: &str = "gemeente-waterdam";

const WARNING: &str = "This is a trial register: it was made with SEINHUIS_NOW set.";
const REFUSAL: &str = "SEINHUIS_NOW is set, and";

const FINAL: &[&str] = &["feedback", "K7M4", "--outcome=taken-up", "--by=phone", "x"];

/// A call of each verb that records, in an order in which each may follow: who calls, and what is
/// typed.
pub const RECORDS: &[(&str, &[&str])] = &[
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
    (OTHER, &["transfer", "refuse", "K7M4"]),
    (
        OWNER,
        &["transfer", "propose", "K7M4", "--to=wijkteam-noord"],
    ),
    (OWNER, &["transfer", "end", "K7M4"]),
    (
        OWNER,
        &["transfer", "propose", "K7M4", "--to=wijkteam-noord"],
    ),
    (OTHER, &["transfer", "take", "K7M4"]),
    (OTHER, &["decline", "K7M4", "--reason=no-capacity"]),
    (
        COORDINATOR,
        &["assign", "K7M4", "--to=wijkteam-noord", "Please"],
    ),
    (COORDINATOR, &["reroute", "K7M4", "--reason=The map again"]),
    (OWNER, FINAL),
    (SENDER, &["reject", "K7M4", "Not right"]),
    (
        SENDER,
        &["heard", "K7M4", "--outcome=taken-up", "They phoned"],
    ),
    (OWNER, &["reject", "K7M4", "We did not"]),
    (OWNER, FINAL),
    (SENDER, &["confirm", "K7M4"]),
    (SENDER, &["reopen", "K7M4", "Once more"]),
    (SENDER, &["withdraw", "ABCD", "No longer"]),
    (SENDER, &["undo", "ABCD"]),
    (COORDINATOR, &["import", "signals.csv"]),
    (COORDINATOR, &["export", "--with-words", "--format=jsonl"]),
];

/// What records only once a promise has passed.
pub const LATE: &[(&str, &[&str])] = &[(OWNER, &["close", "K7M4"]), (COORDINATOR, &["escalate"])];

/// Verbs that only read, and what is asked without being recorded.
pub const READS: &[(&str, &[&str])] = &[
    (OWNER, &["list"]),
    (OWNER, &["show", "K7M4"]),
    (SENDER, &["route", "--topic=parenting"]),
    (COORDINATOR, &["export", "--format=jsonl"]),
    (COORDINATOR, &["overview"]),
    (COORDINATOR, &["import", "signals.csv", "--dry-run"]),
    (COORDINATOR, &["escalate", "--dry-run"]),
    (COORDINATOR, &["reroute", "K7M4", "--reason=x", "--dry-run"]),
    (COORDINATOR, &["map", "check"]),
    (COORDINATOR, &["register", "info"]),
    (COORDINATOR, &["register", "verify"]),
];

/// Verbs that make a register out of another, or need none.
const OTHERS: &[&str] = &[
    "register backup",
    "register restore",
    "register salvage",
    "map",
    "config",
    "completions",
    "man",
];

/// The verbs that can be typed, with their path.
fn verbs(command: &clap::Command, path: &str, found: &mut Vec<String>) {
    if !command.is_subcommand_required_set() && !path.is_empty() {
        found.push(path.to_owned());
    }
    for below in command.get_subcommands() {
        verbs(below, format!("{path} {}", below.get_name()).trim(), found);
    }
}

#[test]
fn every_verb_is_tried_here_or_records_nothing() {
    let mut all = Vec::new();
    verbs(&Cli::command(), "", &mut all);
    let is_tried = |verb: &String| {
        let mut tried = RECORDS.iter().chain(READS).chain(LATE);
        tried.any(|(_, typed)| typed.join(" ").starts_with(verb.as_str()))
    };
    let is_other = |verb: &String| OTHERS.iter().any(|other| verb.starts_with(other));
    let forgotten: Vec<&String> = all
        .iter()
        .filter(|verb| !is_tried(verb) && !is_other(verb))
        .collect();
    assert_eq!(forgotten, Vec::<&String>::new());
}

fn world() -> World {
    World::new().file(
        "signals.csv",
        "sender,reference,topics,area,discussed,seen\nkraamzorg-de-wieg,R1,parenting,3004,yes,x\n",
    )
}

/// By the clock of the system.
fn in_earnest(world: World) -> World {
    world.without("SEINHUIS_NOW")
}

fn recorded(world: &World) -> u64 {
    let verified = world.run(["register", "verify", "--format=json"]);
    verified.exit(0).json()["steps"].as_u64().unwrap()
}

fn warnings(run: &Run) -> usize {
    run.err.matches(WARNING).count()
}

#[test]
fn every_verb_that_records_in_a_trial_register_in_earnest_warns_once() {
    let world = in_earnest(world().reported());
    for &(by, typed) in RECORDS {
        let run = world.run_as(by, typed);
        assert_eq!((run.code, warnings(&run)), (0, 1), "{typed:?}\n{run}");
        assert!(!run.out.contains(WARNING), "{run}");
    }
}

#[test]
fn what_only_reads_a_trial_register_is_silent() {
    let world = in_earnest(world().reported());
    for &(by, typed) in READS {
        let run = world.run_as(by, typed);
        assert!([0, 6].contains(&run.code), "{typed:?}\n{run}");
        assert_eq!(warnings(&run), 0, "{typed:?}\n{run}");
    }
}

#[test]
fn under_the_clock_that_was_set_a_trial_register_is_silent() {
    let world = world().reported();
    for &(by, typed) in RECORDS.iter().chain(READS) {
        let run = world.run_as(by, typed);
        assert!([0, 6].contains(&run.code), "{typed:?}\n{run}");
        assert_eq!(warnings(&run), 0, "{typed:?}\n{run}");
    }
}

#[test]
fn the_warning_is_dutch_on_a_dutch_screen_and_stays_beside_json() {
    let world = in_earnest(world().reported());
    world
        .run_as(OWNER, ["accept", "K7M4", "--lang=nl"])
        .exit(0)
        .told("Dit is een oefenregister: het is gemaakt terwijl SEINHUIS_NOW gezet was.");
    let run = world.run_as(OWNER, ["ask", "K7M4", "Where?", "--format=json"]);
    run.exit(0).told(WARNING);
    assert!(run.json().is_object());
}

#[test]
fn alarms_and_what_ends_unconfirmed_warn_in_a_trial_register() {
    // Reported long ago by the clock of the trial: every promise has passed today.
    let world = world().at("2020-01-06T10:00").reported();
    world.run_as(OWNER, FINAL).exit(0);
    world
        .run_as(
            SENDER,
            [
                "report",
                "--topic=parenting",
                "--discussed",
                "--seen=x",
                "--id=ABCD-1234",
            ],
        )
        .exit(0);
    let world = in_earnest(world);
    for typed in [&["escalate"][..], &["close", "K7M4"]] {
        let by = if typed[0] == "close" {
            OWNER
        } else {
            COORDINATOR
        };
        let run = world.run_as(by, typed);
        assert!([0, 6].contains(&run.code), "{typed:?}\n{run}");
        assert_eq!(warnings(&run), 1, "{typed:?}\n{run}");
    }
}

#[test]
fn no_verb_records_in_a_real_register_by_a_clock_that_was_set() {
    let world = in_earnest(world()).reported().at("2036-11-24T10:15");
    let before = recorded(&world);
    for &(by, typed) in RECORDS.iter().chain(LATE) {
        let run = world.run_as(by, typed);
        run.exit(2).no_answer().told(REFUSAL).told("--register");
        assert_eq!(warnings(&run), 0, "{run}");
        let told = world.run_as(by, typed.iter().chain(&["--format=json"]));
        if !typed.contains(&"--format=jsonl") {
            assert_eq!(told.exit(2).error_json()["kind"], "register-not-a-trial");
        }
    }
    world
        .run_as(OWNER, ["accept", "K7M4", "--lang=nl"])
        .exit(2)
        .told("SEINHUIS_NOW is gezet, en")
        .told("is geen oefenregister: er is niets vastgelegd.");
    assert_eq!(recorded(&world), before);
}

#[test]
fn a_real_register_is_read_under_a_clock_that_was_set() {
    let world = in_earnest(world()).reported().at("2036-11-24T10:15");
    for &(by, typed) in READS {
        let run = world.run_as(by, typed);
        // The map has lapsed by then.
        assert!([0, 4, 6].contains(&run.code), "{typed:?}\n{run}");
        run.never_shows(REFUSAL);
    }
}

#[test]
fn a_real_register_is_gone_on_with_in_silence() {
    let world = in_earnest(world()).reported();
    for &(by, typed) in RECORDS {
        let run = world.run_as(by, typed);
        assert_eq!((run.code, warnings(&run)), (0, 0), "{typed:?}\n{run}");
    }
}

#[test]
fn what_a_register_is_stands_in_register_info() {
    for (world, trial) in [(World::new(), true), (in_earnest(World::new()), false)] {
        let world = world.reported();
        let told = world.run(["register", "info", "--format=json"]);
        let told = told.exit(0).json();
        assert_eq!(
            (&told["trial"], &told["schema"]),
            (&trial.into(), &0.into())
        );
        for (language, draft, name) in [
            ("en", "draft, until the first release", "trial register"),
            ("nl", "concept, tot de eerste uitgave", "oefenregister"),
        ] {
            let run = world.run(["register", "info", "--lang", language]);
            run.exit(0).said(draft);
            assert_eq!(run.out.contains(name), trial, "{run}");
        }
    }
}

#[test]
fn a_backup_and_what_is_salvaged_stay_what_they_were_made_of() {
    let world = World::new().reported();
    world.run(["register", "backup", "backup.db"]).exit(0);
    let world = in_earnest(world);
    world
        .run(["register", "restore", "backup.db", "--register=restored.db"])
        .exit(0);
    world
        .run(["register", "salvage", "backup.db", "salvaged.db"])
        .exit(0);
    for file in ["backup.db", "restored.db", "salvaged.db"] {
        let told = world.run(["register", "info", "--format=json", "--register", file]);
        assert_eq!(told.exit(0).json()["trial"], true, "{file}");
    }
    // And the other way round: a clock that is set while copying makes no trial of what is real.
    let world = in_earnest(World::new()).reported().at("2036-11-24T10:15");
    world.run(["register", "backup", "backup.db"]).exit(0);
    world
        .run(["register", "salvage", "backup.db", "salvaged.db"])
        .exit(0);
    for file in ["backup.db", "salvaged.db"] {
        let told = world.run(["register", "info", "--format=json", "--register", file]);
        assert_eq!(told.exit(0).json()["trial"], false, "{file}");
    }
}

#[test]
fn the_first_report_decides_what_the_register_is() {
    let world = in_earnest(World::new());
    let run = world.run_as(SENDER, REPORT);
    assert_eq!((run.exit(0).code, warnings(&run)), (0, 0), "{run}");
}
