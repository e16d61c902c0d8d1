//! After a change of the map: what moves, what stays, and what nobody hears who may not.

use crate::common;
use crate::common::{REPORT, World};
use serde_json::{Value, json};

const REROUTE: [&str; 3] = ["reroute", "K7M4", "--reason=The map is another"];

/// K7M4-Q2X8 was reported for the JGZ; since then the map says the CJG for the same ages.
fn with_another_map(world: World) -> World {
    world.reported().map_with("  jgz-waterdam:\n    name: JGZ Waterdam", "  jgz-old:\n    name: JGZ Old").map_with(
        "  cjg-waterdam:\n    name: CJG Waterdam",
        "  jgz-waterdam:\n    name: JGZ Waterdam\n    kind: jgz\n  cjg-waterdam:\n    name: CJG Waterdam",
    )
}

fn as_coordinator(world: &World, arguments: &[&str]) -> common::Run {
    world.run_as("gemeente-waterdam", arguments)
}

#[test]
fn nothing_moves_by_itself_and_the_promise_to_the_sender_stays_when_it_does() {
    let world = with_another_map(World::new()).at("2026-11-24T09:00");
    assert_eq!(world.signals()[0]["owner"], "jgz-waterdam");
    as_coordinator(&world, &REROUTE)
        .exit(0)
        .no_talk()
        .said("It goes from JGZ Waterdam to JGZ Old")
        .said("still hears by Wednesday 25 November");
    let after = &world.signals()[0];
    assert_eq!(
        (&after["owner"], &after["state"], &after["feedback_by"]),
        (&json!("jgz-old"), &json!("offered"), &json!("2026-11-25"))
    );
    as_coordinator(&world, &REROUTE)
        .exit(0)
        .said("stays with JGZ Old")
        .said("Nothing was recorded.");
    world.run_as("jgz-waterdam", ["show", "K7M4"]).exit(3);
}

#[test]
fn a_promise_that_has_passed_is_told_as_late_and_binds_the_new_owner_to_no_day_in_the_past() {
    let world = with_another_map(World::new()).at("2026-12-03T09:00");
    let told = as_coordinator(&world, &REROUTE);
    told.exit(0)
        .said("who says by Friday 4 December")
        .said("still hears by Wednesday 25 November (6 working days late)");
}

#[test]
fn a_rehearsal_says_the_same_and_records_nothing() {
    let world = with_another_map(World::new());
    let dry = as_coordinator(&world, &["reroute", "K7M4", "--dry-run", "--format=json"])
        .exit(0)
        .json();
    assert_eq!(world.signals()[0]["owner"], "jgz-waterdam");
    let wet = as_coordinator(&world, &[&REROUTE[..], &["--format=json"]].concat())
        .exit(0)
        .json();
    assert_eq!(
        (&dry[0]["recorded"], &wet[0]["recorded"]),
        (&json!(false), &json!(true))
    );
    assert_eq!(
        (dry[0]["receipt"].is_null(), wet[0]["receipt"].is_string()),
        (true, true)
    );
    let without = |answer: &Value| {
        let mut one = answer[0].clone();
        let fields = one.as_object_mut().unwrap();
        for key in ["recorded", "receipt"] {
            fields.remove(key).unwrap();
        }
        one
    };
    assert_eq!(without(&dry), without(&wet));
}

#[test]
fn the_story_has_both_decisions_with_their_maps() {
    let world = with_another_map(World::new());
    let show = |world: &World| {
        world
            .run_as("kraamzorg-de-wieg", ["show", "K7M4", "--format=json"])
            .exit(0)
            .json()
    };
    let before = show(&world);
    as_coordinator(&world, &REROUTE).exit(0);
    let after = show(&world);
    assert_eq!(
        after["earlier_reasons"],
        json!([{"event": 1, "reason": before["reason"], "map_digest": before["map_digest"]}])
    );
    assert_ne!(after["map_digest"], before["map_digest"]);
    assert_eq!(after["reason"]["reasons"][0]["organisation"], "jgz-old");
    assert_eq!(
        (&after["events"][0], &before["earlier_reasons"]),
        (&before["events"][0], &json!([]))
    );
    assert_eq!(
        (
            &after["events"][1]["event"],
            &after["events"][1]["feedback_by"]
        ),
        (&json!("rerouted"), &before["feedback_by"])
    );
    assert_eq!(
        after["events"][1]["words"],
        json!({"said": "The map is another"})
    );
}

#[test]
fn what_the_map_no_longer_knows_is_named_with_what_to_do() {
    let gone = [
        ("attachment", "bonding", "parenting/attachment"),
        ("waterdam-noord", "waterdam-north", "waterdam-noord"),
    ];
    for (one, other, code) in gone {
        let world = World::new().reported();
        let map = std::fs::read_to_string(world.path("routes.yaml"))
            .unwrap()
            .replace(one, other);
        let world = world.file("routes.yaml", map);
        let told = as_coordinator(&world, &REROUTE);
        told.exit(3)
            .no_answer()
            .told(&format!("The map of today does not know {code},"));
        told.told("hint: seinhuis assign K7M4-Q2X8 --to ORGANISATION");
        assert_eq!(
            told.err.contains("seinhuis amend K7M4-Q2X8 --topics"),
            code.contains("attachment"),
            "{told}"
        );
        let stranger = world.run_as("basisschool-de-sluis", REROUTE);
        stranger
            .exit(3)
            .told("This is for the coordinator")
            .never_shows(code);
        assert_eq!(world.signals()[0]["owner"], "jgz-waterdam");
    }
}

#[test]
fn of_several_signals_all_are_done_or_none() {
    let world = with_another_map(World::new());
    let both = |which: &str| {
        as_coordinator(&world, &["reroute", "K7M4", which, "--reason=x"])
            .exit(5)
            .err
            .clone()
    };
    assert!(
        both("ZZZZ")
            .contains("error: Nothing was recorded: for 1 of 2 signals it is not possible.")
    );
    assert!(both("no number").contains("There is no signal"));
    assert_eq!(world.signals()[0]["owner"], "jgz-waterdam");
    let error = as_coordinator(
        &world,
        &["reroute", "K7M4", "ZZZZ", "--reason=x", "--format=json"],
    )
    .error_json();
    assert_eq!(
        (&error["kind"], &error["exit"]),
        (&json!("none-of-several"), &json!(5))
    );
}

#[test]
fn a_signal_that_has_ended_is_refused() {
    let world = with_another_map(World::new());
    world
        .run_as("kraamzorg-de-wieg", ["withdraw", "K7M4", "A mistake"])
        .exit(0);
    as_coordinator(&world, &REROUTE)
        .exit(3)
        .told("Signal K7M4-Q2X8 is withdrawn");
}

#[test]
fn a_reason_is_needed_and_nobody_is_asked_for_one_in_a_script() {
    let world = with_another_map(World::new());
    as_coordinator(&world, &["reroute", "K7M4"])
        .exit(2)
        .told("Something is missing: --reason.");
    as_coordinator(&world, &["reroute", "--reason=x"]).exit(2);
    world
        .run_with_input(
            b"From standard input",
            ["reroute", "K7M4", "--reason=-", "--as=gemeente-waterdam"],
        )
        .exit(0);
    world
        .run_as("kraamzorg-de-wieg", ["show", "K7M4"])
        .said("From standard input");
}

#[test]
fn the_coordinator_is_told_of_it_only_when_the_map_says_another_owner() {
    let world = World::new().reported();
    as_coordinator(&world, &["show", "K7M4"])
        .exit(0)
        .said("seinhuis assign")
        .never_shows("seinhuis reroute");
    let world = with_another_map(World::new());
    as_coordinator(&world, &["show", "K7M4"])
        .exit(0)
        .said("seinhuis reroute K7M4-Q2X8 --reason");
}

#[test]
fn what_nobody_owns_any_more_goes_to_the_coordinator_and_is_said_plainly() {
    let world = World::new().reported();
    let map = std::fs::read_to_string(world.path("routes.yaml"))
        .unwrap()
        .replace(
            "topics: [parenting, physical-health/growth]",
            "topics: [physical-health/growth]",
        )
        .replace("topics: [parenting]", "topics: [time-use]");
    let world = world.file("routes.yaml", map);
    let told = as_coordinator(&world, &REROUTE);
    told.exit(0)
        .said("to Gemeente Waterdam")
        .said("Nobody has agreed to own this.");
    as_coordinator(&world, &["show", "K7M4"])
        .said("Follow-up: Gemeente Waterdam, as coordinator (gap).")
        .said("Mother cries");
}

#[test]
fn a_sender_who_may_only_hear_the_status_sees_who_owns_it_now_and_not_why() {
    let world = World::new();
    let report = [
        &[
            "report",
            "--topic=parenting",
            "--age=9",
            "--area=3004",
            "--id=K7M4Q2X8",
        ],
        &REPORT[4..8],
    ]
    .concat();
    world.run_as("vv-waterdam", report).exit(0).said("not what");
    world
        .run_as(
            "cjg-waterdam",
            ["amend", "K7M4", "--topics=finances/debts,parenting"],
        )
        .exit(0);
    let told = as_coordinator(&world, &REROUTE);
    told.exit(0).never_shows("hears from now on");
    let show = world.run_as("vv-waterdam", ["show", "K7M4", "--format=json"]);
    show.exit(0)
        .never_shows("rerouted")
        .never_shows("debts")
        .never_shows("The map is another");
    let shown = show.json();
    assert_eq!(
        (&shown["owner"], &shown["involved"], &shown["level"]),
        (
            &world.signals()[0]["owner"],
            &Value::Null,
            &json!("status-only")
        )
    );
    assert_ne!(shown["owner"], "cjg-waterdam");
    assert_eq!(shown["events"].as_array().unwrap().len(), 1);
    assert_eq!(shown["earlier_reasons"], json!([]));
    assert_eq!(
        shown["reason"]["reasons"][0]["organisation"],
        "cjg-waterdam"
    );
}

#[test]
fn a_sender_who_may_hear_less_from_now_on_is_named() {
    let world = World::new().reported();
    let world = world.map_with("        senders: [kraamzorg]           # kinds, or codes of organisations", "        senders: [school]")
        .map_with("  cjg-waterdam:\n    name: CJG Waterdam", "  jgz-two:\n    name: JGZ Two\n    kind: jgz\n    contact: {phone: 010-555 01 29}\n    owns:\n      - {topics: [parenting/attachment], areas: [waterdam], ages: unborn-4, feedback: status-only}\n  cjg-waterdam:\n    name: CJG Waterdam");
    as_coordinator(&world, &REROUTE)
        .exit(0)
        .said("Kraamzorg De Wieg hears from now on that something is done, not what");
    world
        .run_as("kraamzorg-de-wieg", ["show", "K7M4"])
        .exit(0)
        .said("Mother cries")
        .never_shows("The map is another");
}
