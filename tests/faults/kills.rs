//! The program is killed at any moment, as `kill -9` does it: what it acknowledged is there.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::common::Run;
use crate::judge::{KILLED, Says};
use crate::life::{Call, LIFE, REPORT, world_of};
use crate::shim::{self, Fault, Kind};
use crate::victim::{self, ACKNOWLEDGED, CAREFUL, Manner};
use crate::world::{Kept, World};
use crate::{every, tried};

/// So many programs write at once.
const WRITERS: usize = 2;

/// After so many kills the next register is begun.
const OF_A_REGISTER: usize = 50;

#[derive(Debug, Default)]
struct Tally {
    kills: usize,
    /// Of the killed, those that had already written their whole answer.
    acknowledged: usize,
    /// Of the others, those whose work was there all the same.
    recorded: usize,
}

/// What a writer was asked to record, found again by its text.
struct Promise {
    text: String,
    /// The number of the signal that was to be reported; of a question there is none.
    id: Option<String>,
    /// Whether the register has to hold it from now on.
    binds: bool,
}

impl Promise {
    /// The first writer reports signals, the others ask about the one that is there.
    fn of(writer: usize, turn: usize) -> Self {
        let id = (writer == 0).then(|| format!("--id=KKKK-{turn:04}"));
        Self {
            text: format!("turn {turn} of writer {writer}."),
            id,
            binds: false,
        }
    }

    fn command(&self, world: &World) -> Command {
        match &self.id {
            Some(id) => {
                let mut command = world.command(&Call {
                    words: &["report", "--topic=parenting", "--discussed"],
                    ..REPORT
                });
                command.args([id, "--seen", &self.text]);
                command
            }
            None => {
                let mut command = world.command(&Call {
                    words: &["ask", "K7M4"],
                    by: "jgz-waterdam",
                    ..REPORT
                });
                command.arg(&self.text);
                command
            }
        }
    }

    /// What was answered is there. What was not, may be, and then it stays; a report is repeated,
    /// and recorded once.
    fn is_kept(&mut self, world: &World, held: &str) {
        let is_there = held.contains(&self.text);
        assert!(
            is_there || !self.binds,
            "acknowledged, and lost: {}",
            self.text
        );
        if self.id.is_some() && !self.binds {
            let told = format!("\"already_recorded\": {is_there}");
            Run::of(&mut self.command(world), b"").exit(0).said(&told);
        }
        self.binds = is_there || self.id.is_some();
    }
}

/// Kills them at random moments. A kill that came too late makes the next one come sooner, and the
/// other way round: so it needs no clock.
#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "microseconds to wait"
)]
fn killed(kills: usize) -> Tally {
    let (mut tally, mut span, mut random) = (Tally::default(), 20_000.0_f64, 1_u64);
    while tally.kills < kills {
        let world = world_of(&LIFE[1].before);
        let mut promised: Vec<Promise> = Vec::new();
        for turn in 0..OF_A_REGISTER / WRITERS {
            let start = |promise: &Promise| {
                promise
                    .command(&world)
                    .stdin(Stdio::null())
                    .stdout(Stdio::piped())
                    .stderr(Stdio::null())
                    .spawn()
                    .unwrap()
            };
            let promises: Vec<Promise> = (0..WRITERS)
                .map(|writer| Promise::of(writer, turn))
                .collect();
            let mut started: Vec<Child> = promises.iter().map(start).collect();
            random = random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            std::thread::sleep(Duration::from_micros(
                (span * (random >> 40) as f64 / f64::from(1 << 24)) as u64,
            ));
            started.iter_mut().for_each(|child| child.kill().unwrap());
            for (child, mut promise) in started.into_iter().zip(promises) {
                let ended = child.wait_with_output().unwrap();
                promise.binds = serde_json::from_slice::<serde_json::Value>(&ended.stdout).is_ok();
                let killed = ended.status.code().is_none();
                span = (span * if killed { 1.02 } else { 0.96 }).clamp(2_000.0, 2_000_000.0);
                tally.kills += usize::from(killed);
                tally.acknowledged += usize::from(killed && promise.binds);
                tally.recorded += usize::from(
                    killed && !promise.binds && world.recorded().unwrap().contains(&promise.text),
                );
                promised.push(promise);
            }
            let held = world.recorded().unwrap();
            promised
                .iter_mut()
                .for_each(|promise| promise.is_kept(&world, &held));
        }
    }
    tally
}

fn tell(kills: usize) {
    let Tally {
        kills,
        acknowledged,
        recorded,
    } = killed(kills);
    tried(&format!(
        "{kills} kills, {acknowledged} of them after the whole answer, {recorded} before it and recorded all the same; 0 lost"
    ));
    assert!(
        recorded + acknowledged > 0,
        "some were killed after their commit"
    );
}

#[test]
fn five_hundred_kills_take_nothing_that_was_acknowledged() {
    tell(500);
}

#[test]
#[ignore = "takes minutes"]
fn ten_thousand_kills_take_nothing_that_was_acknowledged() {
    tell(10_000 / every());
}

#[test]
fn a_program_that_acknowledges_before_it_commits_loses_when_it_is_killed() {
    let (world, hasty) = (
        World::new(),
        Manner {
            hasty: true,
            ..CAREFUL
        },
    );
    let register = world.path("store/victim.db");
    Run::of(&mut victim::command(&register, "first", CAREFUL), b"").exit(0);
    let before: Kept = world.keep();
    let mut lost = 0;
    for at in 1.. {
        world.put_back(&before);
        let mut command = victim::command(&register, "second", hasty);
        Fault {
            kind: Kind::Kill,
            at,
            lasting: false,
        }
        .strike(shim::watch(&mut command, &world.files()));
        let run = Run::of(&mut command, b"");
        if Says::of(run.code, false) == Ok(Says::Recorded) {
            break;
        }
        assert_eq!(run.code, KILLED);
        lost += u32::from(
            run.out.contains(ACKNOWLEDGED)
                && !victim::recorded(&register).unwrap().contains("second"),
        );
    }
    tried(&format!(
        "control: a hasty program, killed at every call: {lost} lost"
    ));
    assert!(lost > 0);
}
