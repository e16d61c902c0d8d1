//! Many at once: nobody is turned away, nobody overwrites another, and of those who want the same
//! one gets it.

use std::collections::BTreeSet;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::common::Run;
use crate::life::{Call, REPORT, chapter, world_of};
use crate::tried;
use crate::world::{Kept, World};

/// Runs it; where it is told that others keep the register busy, it does what the hint says: the
/// same once more. On a machine that has much else to do, ten seconds are not long. `waited` counts
/// how often.
fn patiently(mut command: Command, waited: &AtomicUsize) -> Run {
    for _ in 0..100 {
        let run = Run::of(&mut command, b"");
        if run.code != 1 || !run.err.contains("\"register-busy\"") {
            return run;
        }
        waited.fetch_add(1, Ordering::Relaxed);
    }
    panic!("turned away a hundred times");
}

/// Runs so many at once, each with words of its own; gives how each ended, and how often one was
/// turned away at first.
fn at_once(
    world: &World,
    many: usize,
    call: Call,
    own: impl Fn(usize) -> Vec<String> + Sync,
) -> (Vec<Run>, usize) {
    let waited = AtomicUsize::new(0);
    let (own, counted) = (&own, &waited);
    let runs = thread::scope(|scope| {
        let command = |number| {
            let mut command = world.command(&call);
            command.args(own(number));
            command
        };
        let start = |number| scope.spawn(move || patiently(command(number), counted));
        let running: Vec<_> = (0..many).map(start).collect();
        running.into_iter().map(|run| run.join().unwrap()).collect()
    });
    (runs, waited.into_inner())
}

#[test]
fn of_fifty_who_accept_one_signal_one_does_and_the_others_are_refused_by_the_rules() {
    let accept = chapter("accept");
    let world = world_of(&accept.before);
    let (runs, waited) = at_once(&world, 50, accept.call, |_| Vec::new());
    let codes = |code| runs.iter().filter(|run| run.code == code).count();
    assert_eq!((codes(0), codes(3)), (1, 49), "{}", runs[0]);
    assert_eq!(world.recorded().as_ref(), Ok(&accept.held[1]));
    tried(&format!(
        "50 processes accept one signal: 1 did, 49 refused by the rules; {waited} told to wait first"
    ));
}

#[test]
fn two_hundred_who_report_at_once_all_do_and_the_register_is_made_once() {
    let world = world_of(&Kept::new());
    let report = Call {
        words: &["report", "--topic=parenting", "--discussed"],
        ..REPORT
    };
    let text = |number| format!("seen by number {number}.");
    let (runs, waited) = at_once(&world, 200, report, |number| {
        vec![format!("--seen={}", text(number))]
    });
    let numbers: BTreeSet<String> = runs
        .iter()
        .map(|run| run.exit(0).json()["id"].to_string())
        .collect();
    assert_eq!(numbers.len(), 200);
    let held = world.recorded().unwrap();
    assert!((0..200).all(|number| held.contains(&text(number))));
    tried(&format!(
        "200 processes report at once into no register yet: all 200 recorded; {waited} told to wait first"
    ));
}

/// Each of `many` goes on so often about the same signal.
fn all_go_on(many: usize, times: usize) {
    let world = world_of(&chapter("ask").before);
    let interim = Call {
        words: &["feedback", "K7M4", "--interim"],
        ..chapter("ask").call
    };
    let text = |number: usize, time: usize| format!("time {time} of number {number}.");
    let waited = AtomicUsize::new(0);
    thread::scope(|scope| {
        for number in 0..many {
            let (world, waited) = (&world, &waited);
            scope.spawn(move || {
                for time in 0..times {
                    let mut command = world.command(&interim);
                    command.arg(text(number, time));
                    patiently(command, waited).exit(0);
                }
            });
        }
    });
    let held = world.recorded().unwrap();
    assert!(
        (0..many).all(|number| (0..times).all(|time| held.contains(&text(number, time)))),
        "each is there"
    );
    let numbers_of = |world: &World| -> Vec<u64> {
        let shown = world
            .run(&Call {
                words: &["show", "K7M4"],
                ..interim
            })
            .exit(0)
            .json();
        shown["events"]
            .as_array()
            .unwrap()
            .iter()
            .map(|event| event["number"].as_u64().unwrap())
            .collect()
    };
    let before = numbers_of(&world_of(&chapter("ask").before)).len();
    let all = many * times;
    assert_eq!(
        numbers_of(&world),
        (1..=(before + all) as u64).collect::<Vec<_>>()
    );
    let waited = waited.into_inner();
    tried(&format!(
        "{many} processes go on {times} times each about one signal: all {all} there, numbered without a gap; {waited} told to wait first"
    ));
}

#[test]
fn ten_who_go_on_about_one_signal_leave_each_step_in_a_row() {
    all_go_on(10, 20);
}

#[test]
#[ignore = "takes a minute"]
fn fifty_who_go_on_about_one_signal_leave_each_step_in_a_row() {
    all_go_on(50, 20);
}
