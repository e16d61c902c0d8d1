//! What was said to be recorded is kept, and nothing is ever half recorded: on a disk that fails,
//! fills up or loses its power, when the program is killed at any moment, and with a crowd at the
//! door.
//!
//! `cargo test --test faults` tries a part of it within a minute; with `-- --ignored --nocapture`
//! all of it, in hours, and prints what was tried; `FAULTS_EVERY=4` before it tries one
//! call, or kill, in four. docs/reliability.md tells what came of it. A
//! harness that finds nothing proves nothing: so every part has a control, something that must
//! lose, and the test fails when it does not.
#![cfg(all(target_os = "linux", target_env = "gnu", target_pointer_width = "64"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails says so by panicking"
)]

#[path = "../common/mod.rs"]
mod common;

mod clocks;
mod crowd;
mod cut;
mod damage;
mod disks;
mod folders;
mod judge;
mod kills;
mod life;
mod power;
mod shim;
mod sweep;
mod victim;
mod world;

/// One in so many is tried by the tests that try every call, or ten thousand kills: for who has no
/// hours.
fn every() -> usize {
    match std::env::var("FAULTS_EVERY") {
        Ok(every) => every.parse().unwrap(),
        Err(_) => 1,
    }
}

/// Says what was tried: `cargo test --test faults -- --nocapture` shows it.
#[allow(clippy::print_stderr, reason = "the figures of docs/reliability.md")]
fn tried(what: &str) {
    eprintln!("tried: {what}");
}
