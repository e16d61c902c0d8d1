//! Bits that flip in the file, and a log that is cut short, changed or taken away: it is refused,
//! or found by `register verify`, or nothing that anybody reads is different. Never silently
//! different.
//!
//! A lost end of the log is a register as it was a while ago, and sound: only a receipt, kept
//! elsewhere, tells that more was there.

use std::path::{Path, PathBuf};

use crate::common::Run;
use crate::life::{Call, Chapter, LIFE, has_a_log, world_of};
use crate::tried;
use crate::world::{Kept, World, read};

const LIST: Call = Call {
    at: "2027-02-02T12:00",
    by: "gemeente-waterdam",
    words: &["list", "--state=offered,accepted,answered,closed,withdrawn"],
};
const SHOW: Call = Call {
    words: &["show", "K7M4"],
    by: "kraamzorg-de-wieg",
    ..LIST
};
const VERIFY: Call = Call {
    words: &["register", "verify"],
    ..LIST
};

/// How the trials came out.
#[derive(Debug, Default)]
struct Tally {
    trials: u32,
    /// The program refused to read on, and so did the check.
    refused: u32,
    /// The program answered as if nothing was wrong; the check found it.
    found: u32,
    /// Of those, the answers that were different.
    different: u32,
    /// Nothing that anybody reads was different.
    same: u32,
}

impl Tally {
    fn tell(&self, what: &str) {
        let Self {
            trials,
            refused,
            found,
            different,
            same,
        } = self;
        tried(&format!(
            "{what}: {trials}; {refused} refused, {found} found by verify alone (of which {different} gave other answers), {same} changed nothing; 0 silently different"
        ));
    }
}

/// What is asked of a register: everything that it holds, and what `list` and `show` answer.
fn asked(world: &World) -> (Result<String, String>, [Run; 2]) {
    (
        read(&world.register()),
        [LIST, SHOW].map(|call| world.run(&call)),
    )
}

/// Judges a damaged register against what it said when it was whole. `receipt` is the last one that
/// was given.
fn judge(
    world: &World,
    damaged: &Kept,
    whole: &(Result<String, String>, [Run; 2]),
    receipt: Option<&str>,
    tally: &mut Tally,
) -> Result<(), String> {
    world.put_back(damaged);
    let (held, answers) = asked(world);
    let mut verify = world.command(&VERIFY);
    let verified = Run::of(
        verify.args(receipt.iter().flat_map(|receipt| ["--receipt", receipt])),
        b"",
    );
    tally.trials += 1;
    if let Some(run) = answers.iter().find(|run| ![0, 5, 9].contains(&run.code)) {
        return Err(format!("neither an answer nor a refusal: {run}"));
    }
    let refused = held.is_err() || answers.iter().any(|run| run.code == 9);
    let different = held != whole.0
        || answers
            .iter()
            .zip(&whole.1)
            .any(|(is, was)| (is.code, &is.out) != (was.code, &was.out));
    match verified.code {
        9 if verified.out.is_empty() && verified.err.is_empty() => {
            return Err("verify finds something and says nothing".to_owned());
        }
        9 if refused => tally.refused += 1,
        9 => {
            tally.found += 1;
            tally.different += u32::from(different);
        }
        0 if !different => tally.same += 1,
        _ => {
            return Err(format!(
                "silently different (refused: {refused}): {verified}"
            ));
        }
    }
    Ok(())
}

/// A register with a life in it, and everything in its file.
fn whole() -> (World, Kept) {
    let last = LIFE.last().unwrap();
    let world = world_of(&last.before);
    world.run(&last.call).exit(0);
    rusqlite::Connection::open(world.register())
        .unwrap()
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
    let kept = world.keep();
    (world, kept)
}

/// The file of this name.
fn of<'k>(kept: &'k Kept, ending: &str) -> (&'k Path, &'k Vec<u8>) {
    kept.iter()
        .find(|(path, _)| path.to_string_lossy().ends_with(ending))
        .map(|(path, bytes)| (&**path, bytes))
        .unwrap()
}

/// Numbers that look random; the same ones every time.
fn numbers() -> impl Iterator<Item = usize> {
    let next = |state: &u64| {
        Some(
            state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407),
        )
    };
    std::iter::successors(Some(1_u64), next).map(|state| usize::try_from(state >> 33).unwrap())
}

/// The same with one bit of this file flipped.
fn flipped(kept: &Kept, path: &Path, place: usize) -> Kept {
    let mut damaged = kept.clone();
    let bytes = damaged.get_mut(path).unwrap();
    let bit = place % (bytes.len() * 8);
    bytes[bit / 8] ^= 1 << (bit % 8);
    damaged
}

fn bits_flip(times: usize) {
    let (world, kept) = whole();
    let (path, _) = of(&kept, "register.db");
    let before = asked(&world);
    let mut tally = Tally::default();
    for place in numbers().take(times) {
        judge(
            &world,
            &flipped(&kept, path, place),
            &before,
            None,
            &mut tally,
        )
        .unwrap_or_else(|wrong| panic!("bit {place}: {wrong}"));
    }
    tally.tell("bits flipped in the register");
    assert!(
        tally.different > 0,
        "some flips would be silently different, were it not for verify"
    );
}

#[test]
fn of_three_hundred_bits_that_flip_none_makes_a_silent_difference() {
    bits_flip(300);
}

#[test]
#[ignore = "takes minutes"]
fn of_three_thousand_bits_that_flip_none_makes_a_silent_difference() {
    bits_flip(3_000);
}

#[test]
fn a_register_that_is_whole_is_found_to_be() {
    let (world, _) = whole();
    world.run(&VERIFY).exit(0);
}

/// A log that is taken away, cut short and changed, so often each.
fn the_log_suffers(times: usize) {
    let with_a_log = |chapters: &&[Chapter]| has_a_log(&chapters[1].before);
    let chapter = &LIFE[13..].windows(2).find(with_a_log).unwrap()[0];
    let world = world_of(&chapter.before);
    let receipt = world.run(&chapter.call).exit(0).json()["receipt"]
        .as_str()
        .unwrap()
        .to_owned();
    let kept = world.keep();
    let (log, bytes): (PathBuf, usize) = {
        let (path, bytes) = of(&kept, "-wal");
        (path.to_owned(), bytes.len())
    };
    let before = asked(&world);
    let mut tally = Tally::default();
    let mut try_it = |damaged: &Kept, what: &str| {
        judge(&world, damaged, &before, Some(&receipt), &mut tally)
            .unwrap_or_else(|wrong| panic!("{what}: {wrong}"));
    };
    let mut gone = kept.clone();
    gone.remove(&log);
    try_it(&gone, "taken away");
    for place in numbers().take(times) {
        let mut short = kept.clone();
        short.get_mut(&log).unwrap().truncate(place % bytes);
        try_it(&short, "cut short");
        try_it(&flipped(&kept, &log, place), "changed");
    }
    tally.tell("logs taken away, cut short, changed");
    assert!(
        tally.different > 0,
        "some would be silently different, were it not for the receipt"
    );
}

#[test]
fn what_a_log_loses_is_found_by_the_receipt() {
    the_log_suffers(20);
}

#[test]
#[ignore = "takes minutes"]
fn whatever_a_log_loses_is_found_by_the_receipt() {
    the_log_suffers(500);
}
