//! The nightly job: alarms about broken promises, each once, whom to tell, and what a script sees
//! of it.

mod many;
mod script;

use crate::common::{PROGRAM, Run, World};
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
        "accept+3 jgz-waterdam",
        "accept+3 gemeente-waterdam",
        "feedback+1 gemeente-waterdam",
    ];
    let told = messages(&world, "2026-12-15", &[]);
    assert!(told.starts_with(&all.map(str::to_owned)), "{told:?}");
}

#[test]
fn of_alarms_about_one_promise_in_one_run_the_story_tells_the_furthest_with_all_who_were_told() {
    let missed = world(&STEPS.replace("tell: [owner]}", "tell: [owner, sender]}"));
    night(&missed, "2026-12-15", &[]).exit(6);
    let show = missed.run_as("kraamzorg-de-wieg", ["show", "K7M4"]);
    let about = |promise: &str| {
        let lines = show.exit(0).out.lines();
        let alarms = lines.filter_map(|line| line.split_once("Alarm: by "));
        let alarms = alarms.filter(|(_, alarm)| alarm.contains(promise));
        let told = alarms.filter_map(|(_, alarm)| alarm.split_once(". Told: "));
        told.map(|(_, told)| told.to_owned()).collect::<Vec<_>>()
    };
    let lines = show.out.matches("Alarm: by ").count();
    assert_eq!(lines, 2, "{show}");
    assert_eq!(
        about("whether they take it on"),
        ["Kraamzorg De Wieg, JGZ Waterdam, Gemeente Waterdam."]
    );
    assert_eq!(events(&missed, "escalated"), 3);
    // What sounds on another night is another alarm.
    let nights = world(STEPS);
    night(&nights, "2026-11-25", &[]).exit(6);
    night(&nights, "2026-11-27", &[]).exit(6);
    let show = nights.run_as("kraamzorg-de-wieg", ["show", "K7M4"]);
    assert_eq!(show.out.matches("said whether they take it on").count(), 2);
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

#[test]
fn an_alarm_breaks_no_silence() {
    let world = world(STEPS);
    let silent = || {
        world
            .run_as(
                "gemeente-waterdam",
                ["list", "--columns=silent_days,last_at", "--format=jsonl"],
            )
            .exit(0)
            .out
            .clone()
    };
    let before = silent();
    night(&world, "2026-11-25", &[]).exit(6);
    assert!(events(&world, "escalated") > 0, "an alarm sounded");
    assert_eq!(silent(), before);
}
