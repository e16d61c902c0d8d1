//! Many signals, several jobs at once, and a job that is cut short.

use std::collections::BTreeMap;
use std::process::Stdio;

use crate::common::REPORT;

use super::*;

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
    assert_eq!(told.len(), 8 * 4);
    told.sort();
    told.dedup();
    assert_eq!(told.len(), 8 * 4, "no message twice");
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
