//! The nightly job: alarms about broken promises, each once, whom to tell, and what a script sees
//! of it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails says so by panicking"
)]

mod common;

use std::collections::BTreeMap;
use std::process::Stdio;

use common::{PROGRAM, REPORT, Run, World};
use rstest::rstest;
use serde_json::Value;

/// Three steps: the owner hears, the coordinator takes over, the sender hears.
const STEPS: &str = "escalation:
  - {past: accept, after: 1 working day, tell: [owner]}
  - {past: accept, after: 3 working days, tell: [owner], takes_over: true}
  - {past: feedback, after: 1 working day, tell: [owner, sender]}
";

/// The example map with other steps, and one signal: JGZ Waterdam says by Tuesday 24 November
/// whether they take it on, and the sender hears by Wednesday.
fn world(steps: &str) -> World {
    let map = std::fs::read_to_string("routes.yaml").unwrap();
    let without = map.split("\nescalation:").next().unwrap();
    World::new()
        .file("routes.yaml", format!("{without}\n{steps}"))
        .reported()
}

/// The nightly job, at three in the morning of this day.
fn night(world: &World, day: &str, options: &[&str]) -> Run {
    let now = format!("{day}T03:00:00+01:00");
    Run::of(
        world
            .command(PROGRAM, ["escalate"].iter().chain(options))
            .env("SEINHUIS_NOW", now),
        b"",
    )
}

/// `accept+1 jgz-waterdam`, for each message of this night.
fn messages(world: &World, day: &str, options: &[&str]) -> Vec<String> {
    let run = night(world, day, &[options, &["--format=jsonl"]].concat());
    assert!(run.code == 0 || run.code == 6, "{run}");
    run.no_talk();
    let message = |line: &str| serde_json::from_str::<Value>(line).unwrap();
    run.out
        .lines()
        .map(message)
        .map(|told| {
            format!(
                "{}+{} {}",
                told["promise"].as_str().unwrap(),
                told["after"],
                told["tell"]["id"].as_str().unwrap()
            )
        })
        .collect()
}

fn story(world: &World) -> Value {
    world
        .run_as("kraamzorg-de-wieg", ["show", "K7M4", "--format=json"])
        .exit(0)
        .json()
}

fn events(world: &World, event: &str) -> usize {
    story(world)["events"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|told| told["event"] == event)
        .count()
}

#[test]
fn each_night_sounds_what_is_due_and_nothing_twice() {
    let world = world(STEPS);
    assert_eq!(
        messages(&world, "2026-11-24", &[]),
        [""; 0],
        "the last day is not late"
    );
    assert_eq!(
        messages(&world, "2026-11-25", &[]),
        ["accept+1 jgz-waterdam"]
    );
    assert_eq!(messages(&world, "2026-11-25", &[]), [""; 0]);
    assert_eq!(
        messages(&world, "2026-11-26", &[]),
        ["feedback+1 jgz-waterdam", "feedback+1 kraamzorg-de-wieg"]
    );
    assert_eq!(
        messages(&world, "2026-11-27", &[]),
        ["accept+3 jgz-waterdam", "accept+3 gemeente-waterdam"]
    );
    for day in ["2026-11-27", "2026-11-28", "2026-11-29"] {
        assert_eq!(messages(&world, day, &[]), [""; 0], "{day}");
    }
    assert_eq!(events(&world, "escalated"), 3);
}

#[test]
fn nights_that_were_missed_are_made_up_for_at_once() {
    let world = world(STEPS);
    let all = [
        "accept+1 jgz-waterdam",
        "accept+3 jgz-waterdam",
        "accept+3 gemeente-waterdam",
        "feedback+1 gemeente-waterdam",
    ];
    let told = messages(&world, "2026-12-15", &[]);
    assert!(told.starts_with(&all.map(str::to_owned)), "{told:?}");
}

#[test]
fn the_coordinator_takes_over_in_the_same_moment_and_the_sender_keeps_the_promise() {
    let world = world(STEPS);
    let promised = story(&world)["feedback_by"].clone();
    night(&world, "2026-11-27", &[])
        .exit(6)
        .said("Follow-up   Gemeente Waterdam takes it over");
    let told = story(&world);
    assert_eq!(
        (&told["owner"], &told["state"], &told["feedback_by"]),
        (&"gemeente-waterdam".into(), &"offered".into(), &promised)
    );
    let all = told["events"].as_array().unwrap();
    let at = |event: &str| {
        all.iter()
            .filter(|told| told["event"] == event)
            .map(|told| &told["at"])
            .collect::<Vec<_>>()
    };
    assert_eq!(at("assigned").len(), 1);
    assert!(at("escalated").contains(&at("assigned")[0]));
    let show = Run::of(
        world
            .command(PROGRAM, ["show", "K7M4", "--as=kraamzorg-de-wieg"])
            .env("SEINHUIS_NOW", "2026-11-27T09:00:00+01:00"),
        b"",
    );
    show.exit(0)
        .said("Alarm: by Tuesday 24 November the owner had not said whether they take it on. Told: JGZ Waterdam, Gemeente Waterdam.")
        .said("Taken over automatically: a promise about this signal had been broken for too long.");
}

#[test]
fn who_owns_it_as_coordinator_already_takes_nothing_over() {
    let world = world(STEPS);
    world
        .run_as(
            "gemeente-waterdam",
            ["assign", "K7M4", "--to=gemeente-waterdam", "We do it"],
        )
        .exit(0);
    night(&world, "2026-12-15", &[])
        .exit(6)
        .never_shows("takes it over");
    assert_eq!(events(&world, "assigned"), 1, "the one by hand");
}

#[test]
fn feedback_that_came_silences_the_alarms_and_a_sender_who_is_silent_is_told() {
    let world = world(
        "escalation:\n  - {past: feedback, after: at once, tell: [owner]}\n  - {past: confirm, after: 1 working day, tell: [sender]}\n",
    );
    world
        .run_as(
            "jgz-waterdam",
            [
                "feedback",
                "K7M4",
                "--outcome=taken-up",
                "--by=phone",
                "We went there",
            ],
        )
        .exit(0);
    assert_eq!(messages(&world, "2026-12-07", &[]), [""; 0]);
    night(&world, "2026-12-07", &[])
        .exit(0)
        .said("No promise is late.");
    assert_eq!(
        messages(&world, "2026-12-09", &[]),
        ["confirm+1 kraamzorg-de-wieg"]
    );
}

#[test]
fn another_order_of_the_steps_and_a_new_one_between_them_sounds_the_new_one_alone() {
    let world = world(STEPS);
    assert_eq!(messages(&world, "2026-11-26", &[]).len(), 3);
    let map = std::fs::read_to_string(world.path("routes.yaml")).unwrap();
    let other = "escalation:
  - {past: feedback, after: 1 working day, tell: [coordinator]}
  - {past: accept, after: 2 working days, tell: [veilig-thuis-rijnmeer]}
  - {past: accept, after: 1 working day, tell: [owner, sender]}
";
    let world = world.file("routes.yaml", map.replace(STEPS, other));
    assert_eq!(
        messages(&world, "2026-11-26", &[]),
        ["accept+2 veilig-thuis-rijnmeer"]
    );
}

// ---- The clock ----

#[test]
fn a_clock_that_fell_back_to_2001_finds_nothing_late() {
    let world = world(STEPS);
    night(&world, "2001-01-01", &[])
        .exit(0)
        .said("No new alarm.")
        .said("No promise is late.");
    assert_eq!(events(&world, "escalated"), 0);
}

#[test]
fn a_clock_that_jumped_to_2099_for_a_night_brings_no_flood_afterwards() {
    let world = world(STEPS);
    assert!(!messages(&world, "2099-06-01", &[]).is_empty());
    let sounded = events(&world, "escalated");
    assert_eq!(sounded, 3);
    for day in ["2026-11-25", "2026-11-27", "2026-12-01", "2027-01-04"] {
        assert_eq!(messages(&world, day, &[]), [""; 0], "{day}");
    }
    assert_eq!(events(&world, "escalated"), sounded);
}

// ---- What a script sees ----

#[test]
fn it_ends_with_6_as_long_as_somebody_must_act_and_with_0_when_nothing_is_late() {
    let world = world(STEPS);
    night(&world, "2026-11-24", &[]).exit(0).no_talk();
    night(&world, "2026-11-25", &[])
        .exit(6)
        .said("One alarm sounded.");
    night(&world, "2026-11-25", &[])
        .exit(6)
        .said("No new alarm.")
        .said("A promise is late about one signal");
    night(&world, "2026-11-25", &["--format=jsonl"])
        .exit(6)
        .no_answer()
        .no_talk();
    world
        .run_as(
            "jgz-waterdam",
            [
                "feedback",
                "K7M4",
                "--outcome=taken-up",
                "--by=phone",
                "We went there",
            ],
        )
        .exit(0);
    night(&world, "2026-11-25", &[])
        .exit(0)
        .said("No promise is late.");
}

#[test]
fn a_dry_run_shows_the_same_and_records_nothing() {
    let world = world(STEPS);
    let shown = messages(&world, "2026-11-27", &["--dry-run"]);
    night(&world, "2026-11-27", &["--dry-run"])
        .exit(6)
        .said("alarms would sound. Nothing was recorded.");
    assert_eq!(events(&world, "escalated"), 0);
    assert_eq!(messages(&world, "2026-11-27", &[]), shown);
}

#[test]
fn a_job_that_finds_no_register_does_not_say_that_all_is_well() {
    let world = World::new();
    world
        .run(["escalate"])
        .exit(1)
        .no_answer()
        .told("There is no register at");
    assert!(!world.register().exists());
}

#[test]
fn a_map_without_steps_says_so_and_still_counts_what_is_late() {
    let world = world("");
    night(&world, "2026-11-25", &[])
        .exit(6)
        .told("no alarm ever sounds")
        .said("A promise is late about one signal");
}

#[test]
fn a_message_has_all_that_a_mail_needs_and_no_word_about_a_family() {
    let world = world(STEPS);
    let run = night(&world, "2026-11-26", &["--format=json"]);
    run.exit(6).never_shows("Mother");
    let told = run.json();
    assert_eq!(
        (&told["recorded"], &told["late"], &told["more"]),
        (&true.into(), &1.into(), &false.into())
    );
    let first = &told["messages"][0];
    assert_eq!(
        (&first["promised"], &first["days_late"]),
        (&"2026-11-24".into(), &2.into())
    );
    assert_eq!(first["tell"]["email"], "signalen@jgz.waterdam.example");
    let csv = night(&world, "2026-11-26", &["--again", "--format=csv"]);
    csv.exit(6).said("\"tell.email\"").never_shows("Mother");
    assert_eq!(
        csv.out.lines().count(),
        4,
        "a heading and three messages\n{csv}"
    );
}

#[test]
fn an_owner_that_left_the_map_is_told_of_by_its_code() {
    let world = world(STEPS);
    let map = std::fs::read_to_string(world.path("routes.yaml"))
        .unwrap()
        .replace("jgz-waterdam", "jgz-anders");
    let told = night(
        &world.file("routes.yaml", map),
        "2026-11-25",
        &["--format=json"],
    )
    .json();
    assert_eq!(
        told["messages"][0]["tell"],
        serde_json::json!({ "id": "jgz-waterdam", "name": "jgz-waterdam", "phone": null, "email": null })
    );
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_was_lost_is_told_again() {
    let world = world(STEPS).at("2026-11-27T03:00");
    let lost = world.shell("$SEINHUIS escalate --format=jsonl > /dev/full");
    lost.exit(8);
    assert_eq!(
        messages(&world, "2026-11-27", &[]),
        [""; 0],
        "it was recorded"
    );
    let again = messages(&world, "2026-11-27", &["--again"]);
    assert_eq!(
        again,
        [
            "accept+1 jgz-waterdam",
            "accept+3 jgz-waterdam",
            "accept+3 gemeente-waterdam",
            "feedback+1 gemeente-waterdam",
            "feedback+1 kraamzorg-de-wieg"
        ]
    );
    assert_eq!(
        messages(&world, "2026-11-28", &["--again"]),
        [""; 0],
        "of today alone"
    );
}

/// A file that may not grow stands for a disk that fails in the middle of a commit, as in
/// tests/exit_codes.rs.
#[cfg(target_os = "linux")]
#[test]
fn when_it_is_not_known_whether_alarms_sounded_the_hint_says_how_to_find_out() {
    let world = world(STEPS).at("2026-11-25T03:00");
    let log = std::fs::metadata(world.path("register.db-wal"))
        .unwrap()
        .len();
    let first = u32::try_from(log / 512).unwrap();
    let job = |blocks: u32| {
        world.shell(&format!(
            "trap '' XFSZ; ulimit -f {blocks}; $SEINHUIS escalate"
        ))
    };
    let unknown = (first / 2..first + 40)
        .map(job)
        .find(|run| run.code != 1)
        .unwrap();
    unknown
        .exit(7)
        .no_answer()
        .told("hint: Look first with seinhuis escalate --again whether it was recorded");
    let again = messages(&world, "2026-11-25", &["--again"]);
    let after = messages(&world, "2026-11-25", &[]);
    assert_eq!(
        [again, after].concat(),
        ["accept+1 jgz-waterdam"],
        "told once, whether it was recorded or not"
    );
}

#[rstest]
#[case::a_broken_map(|world: World| world.file("routes.yaml", "seinhuis: 2"), 4)]
#[case::a_register_that_is_not_ours(|world: World| world.file("register.db", "my shopping list"), 9)]
fn what_is_broken_stops_it(#[case] broken: fn(World) -> World, #[case] code: i32) {
    let run = night(&broken(World::new()), "2026-11-25", &["--format=json"]);
    assert_eq!(run.exit(code).no_answer().error_json()["exit"], code);
}

// ---- Many, several at once, and cut short ----

#[test]
fn more_signals_than_one_transaction_holds_are_told_in_one_answer() {
    let mut rows = "sender,reference,reported_at,topics,age,area,discussed,seen\n".to_owned();
    (0..600).for_each(|n| {
        rows += &format!(
            "kraamzorg-de-wieg,R{n},2026-11-23T10:15,parenting/attachment,5 days,3004,yes,x\n"
        )
    });
    let world = world(STEPS)
        .file("signals.csv", rows)
        .at("2026-11-23T12:00");
    world.run(["import", "signals.csv"]).exit(0);
    let told = messages(&world, "2026-11-25", &[]);
    assert_eq!(told, vec!["accept+1 jgz-waterdam"; 601]);
    assert_eq!(messages(&world, "2026-11-25", &[]), [""; 0]);
}

/// Eight late signals.
fn eight() -> World {
    let world = world(STEPS);
    for number in 10..17 {
        let id = format!("--id=ABCD-12{number}");
        world
            .run_as(
                "kraamzorg-de-wieg",
                REPORT[..8].iter().copied().chain([id.as_str()]),
            )
            .exit(0);
    }
    world
}

/// How often each step sounded about each signal.
fn sounded(world: &World) -> BTreeMap<String, usize> {
    let mut sounded = BTreeMap::new();
    for signal in world.signals() {
        let id = signal["id"].as_str().unwrap();
        let story = world
            .run_as("kraamzorg-de-wieg", ["show", id, "--format=json"])
            .json();
        for event in story["events"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|event| event["event"] == "escalated")
        {
            *sounded
                .entry(format!("{id} {} {}", event["promise"], event["after"]))
                .or_default() += 1;
        }
    }
    sounded
}

#[test]
fn of_jobs_that_run_at_once_one_tells_each_message() {
    let world = eight();
    let start = || {
        let mut job = world.command(PROGRAM, ["escalate", "--format=jsonl"]);
        job.env("SEINHUIS_NOW", "2026-11-27T03:00:00+01:00")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    };
    let jobs: Vec<_> = (0..6).map(|_| start()).collect();
    let mut told: Vec<String> = Vec::new();
    for job in jobs {
        let ended = job.wait_with_output().unwrap();
        assert_eq!(
            (
                ended.status.code(),
                String::from_utf8_lossy(&ended.stderr).as_ref()
            ),
            (Some(6), "")
        );
        told.extend(
            String::from_utf8(ended.stdout)
                .unwrap()
                .lines()
                .map(str::to_owned),
        );
    }
    assert_eq!(told.len(), 8 * 5);
    told.sort();
    told.dedup();
    assert_eq!(told.len(), 8 * 5, "no message twice");
    assert!(sounded(&world).values().all(|times| *times == 1));
}

#[cfg(unix)]
#[test]
fn a_job_that_is_killed_leaves_all_or_nothing_and_the_next_one_does_the_rest() {
    for after in [0, 5, 10, 20, 40] {
        let world = eight();
        let mut job = world.command(PROGRAM, ["escalate"]);
        let mut job = job
            .env("SEINHUIS_NOW", "2026-11-27T03:00:00+01:00")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(after));
        let _ = job.kill();
        job.wait().unwrap();
        let left = sounded(&world).len();
        assert!(left == 0 || left == 24, "{left} alarms after {after} ms");
        night(&world, "2026-11-27", &[]).exit(6);
        let all = sounded(&world);
        assert_eq!((all.len(), all.values().max()), (24, Some(&1)));
    }
}

#[test]
fn an_alarm_breaks_no_silence() {
    let world = world(STEPS);
    let silent = || {
        world
            .run(["list", "--columns=silent_days,last_at", "--format=jsonl"])
            .exit(0)
            .out
            .clone()
    };
    let before = silent();
    night(&world, "2026-11-25", &[]).exit(6);
    assert!(events(&world, "escalated") > 0, "an alarm sounded");
    assert_eq!(silent(), before);
}
