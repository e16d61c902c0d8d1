//! Registers that earlier versions made are read, found sound and gone on with. They are never made
//! anew: a test that no longer likes one has found a change that would hurt everybody who has such
//! a register.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails says so by panicking"
)]

mod common;

use common::World;

/// The life of `tests/round_trip.rs`, recorded with version 1 of the schema, and closed as a run
/// closes it.
const VERSION_1: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/frozen/version-1.db");
/// Its receipt, given then.
const RECEIPT_1: &str = "14-fd54-80b2-a2c9-27f0";

fn frozen() -> World {
    let world = World::new();
    std::fs::copy(VERSION_1, world.path("register.db")).unwrap();
    world.at("2026-11-27T09:00")
}

#[test]
fn a_register_of_version_1_is_sound_and_its_receipt_still_holds() {
    frozen()
        .run(["register", "verify", "--receipt", RECEIPT_1])
        .exit(0)
        .said("is sound: 3 signals, 14 steps.")
        .said("still there");
}

#[test]
fn its_signals_tell_their_stories() {
    let world = frozen();
    let all = [
        "list",
        "--state=offered,accepted,answered,closed,withdrawn",
        "--format=json",
    ];
    let rows = world.run_as("gemeente-waterdam", all).exit(0).json();
    let mut stand: Vec<(&str, &str)> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["id"].as_str().unwrap(), row["state"].as_str().unwrap()))
        .collect();
    stand.sort_unstable();
    assert_eq!(
        stand,
        [
            ("GAT0GAT0", "offered"),
            ("K7M4Q2X8", "closed"),
            ("WEG0WEG0", "withdrawn")
        ]
    );
    world
        .run_as("kraamzorg-de-wieg", ["show", "K7M4"])
        .exit(0)
        .said("Friday; the father is there.")
        .said("=Every week");
}

#[test]
fn it_is_gone_on_with_and_taken_over_whole() {
    let world = frozen();
    world
        .run_as(
            "kraamzorg-de-wieg",
            ["reopen", "K7M4", "Still not sleeping"],
        )
        .exit(0)
        .said("Receipt 15-");
    world
        .run(["register", "verify", "--receipt", RECEIPT_1])
        .exit(0)
        .said("15 steps");
    let lines = world
        .run_as(
            "gemeente-waterdam",
            ["export", "--with-words", "--format=jsonl"],
        )
        .exit(0)
        .out
        .clone();
    let other = World::new()
        .at("2026-11-27T09:00")
        .file("all.jsonl", lines.clone());
    other
        .run_as("gemeente-waterdam", ["import", "all.jsonl"])
        .exit(0);
    assert_eq!(
        other
            .run_as(
                "gemeente-waterdam",
                ["export", "--with-words", "--format=jsonl"]
            )
            .exit(0)
            .out,
        lines
    );
}
