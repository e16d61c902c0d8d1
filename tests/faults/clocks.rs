//! Clocks that jump, decades back and decades on: order is by what was recorded first, whatever the
//! clocks said.

use crate::common::Run;
use crate::life::{Call, LIFE, REPORT, world_of};
use crate::world::World;

const THEN: &str = "2001-01-01T00:00";
const NOW: &str = REPORT.at;
const FAR: &str = "2099-12-31T23:59";

const SENDER: &str = "kraamzorg-de-wieg";
const OWNER: &str = "jgz-waterdam";

/// The life of K7M4, with a clock that jumps with every step, and the event that each step records.
const STEPS: &[(Call, &str)] = &[
    (
        Call {
            at: THEN,
            by: OWNER,
            words: &["accept", "K7M4"],
        },
        "accepted",
    ),
    (
        Call {
            at: FAR,
            by: OWNER,
            words: &["ask", "K7M4", "Where?"],
        },
        "asked",
    ),
    (
        Call {
            at: THEN,
            by: SENDER,
            words: &["reply", "K7M4", "There."],
        },
        "replied",
    ),
    (
        Call {
            at: FAR,
            by: OWNER,
            words: &["feedback", "K7M4", "--interim", "We know her"],
        },
        "feedback-interim",
    ),
    (
        Call {
            at: THEN,
            by: OWNER,
            words: &["feedback", "K7M4", "--outcome=taken-up", "Done"],
        },
        "feedback-final",
    ),
    (
        Call {
            at: FAR,
            by: SENDER,
            words: &["reject", "K7M4", "No"],
        },
        "rejected",
    ),
    (
        Call {
            at: THEN,
            by: OWNER,
            words: &["feedback", "K7M4", "--outcome=taken-up", "Done now"],
        },
        "feedback-final",
    ),
    (
        Call {
            at: THEN,
            by: SENDER,
            words: &["confirm", "K7M4"],
        },
        "confirmed",
    ),
];

/// The numbers of the signals that a list shows.
fn listed(world: &World, at: &'static str, words: &'static [&'static str]) -> Vec<String> {
    let rows = world
        .run(&Call {
            at,
            by: SENDER,
            words,
        })
        .exit(0)
        .json();
    let mut numbers: Vec<String> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["id"].as_str().unwrap().to_owned())
        .collect();
    numbers.sort_unstable();
    numbers
}

#[test]
fn every_step_is_taken_and_stays_in_its_order() {
    let world = world_of(&LIFE[2].before);
    let mut happened = vec!["reported"];
    for (call, event) in STEPS {
        world.run(call).exit(0);
        happened.push(*event);
        for at in [THEN, NOW, FAR] {
            let shown = world
                .run(&Call {
                    at,
                    words: &["show", "K7M4"],
                    ..*call
                })
                .exit(0)
                .json();
            let events: Vec<&str> = shown["events"]
                .as_array()
                .unwrap()
                .iter()
                .map(|event| event["event"].as_str().unwrap())
                .collect();
            assert_eq!(events, happened);
        }
    }
    assert_eq!(
        listed(&world, THEN, &["list", "--state=closed"]),
        ["K7M4Q2X8"]
    );
    world.recorded().unwrap();
}

#[test]
fn reports_lists_and_alarms_go_on() {
    let world = world_of(&LIFE[2].before);
    for (at, id, ends) in [
        (THEN, "--id=TTTT0001", 0),
        (FAR, "--id=TTTT0002", 6),
        (THEN, "--id=TTTT0003", 0),
    ] {
        let report = Call {
            at,
            by: SENDER,
            words: &["report", "--topic=parenting", "--discussed", "--seen=x"],
        };
        Run::of(world.command(&report).arg(id), b"")
            .exit(0)
            .said("\"recorded\": true");
        world
            .run(&Call {
                at,
                by: "gemeente-waterdam",
                words: &["escalate"],
            })
            .exit(ends);
    }
    let all = ["ABCD1234", "K7M4Q2X8", "TTTT0001", "TTTT0002", "TTTT0003"];
    for at in [THEN, NOW, FAR] {
        assert_eq!(listed(&world, at, &["list"]), all);
    }
    assert_eq!(
        listed(&world, FAR, &["list", "--late"]),
        ["ABCD1234", "K7M4Q2X8", "TTTT0001", "TTTT0003"]
    );
    assert_eq!(
        listed(&world, THEN, &["list", "--late"]),
        Vec::<String>::new()
    );
    world.recorded().unwrap();
}
