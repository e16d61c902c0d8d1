//! A report is one transaction: seen in SQLite's own log, where the last page of every commit is
//! marked.

use std::path::Path;
use std::process::Command;

/// How many commits the write-ahead log holds. Its format:
/// <https://www.sqlite.org/fileformat2.html#walformat>.
fn commits(log: &Path) -> usize {
    let bytes = std::fs::read(log).unwrap();
    let (header, frames) = bytes.split_at(32);
    let page_size = u32::from_be_bytes(header[8..12].try_into().unwrap()) as usize;
    let salts = &header[16..24];
    let of_this_log = frames
        .chunks_exact(24 + page_size)
        .take_while(|frame| &frame[8..16] == salts);
    // The size of the database after the commit stands in the frame that ends one; elsewhere there
    // is zero.
    of_this_log.filter(|frame| frame[4..8] != [0; 4]).count()
}

fn seinhuis(register: &Path, arguments: &[&str]) {
    let home = register.parent().unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_seinhuis"))
        .args(arguments)
        .env_clear()
        .env("SEINHUIS_CONFIG", home.join("config.yaml"))
        .env("SEINHUIS_REGISTER", register)
        .env("SEINHUIS_CACHE", register.with_file_name("cache"))
        .env("SEINHUIS_NOW", "2026-11-23T10:15:00+01:00")
        .env("SEINHUIS_LANG", "en")
        .output()
        .unwrap();
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
}

#[test]
fn a_report_and_a_step_are_one_transaction_each() {
    let home = tempfile::tempdir().unwrap();
    let register = home.path().join("register.db");
    let log = home.path().join("register.db-wal");
    let report = [
        "report",
        "--as",
        "kraamzorg-de-wieg",
        "--topic",
        "parenting",
        "--age",
        "0",
        "--area",
        "3012",
        "--discussed",
        "--seen",
        "x",
    ];
    seinhuis(&register, &[&report[..], &["--id", "K7M4Q2X8"]].concat());
    // What makes a register is nearly so much that a close clears the log away: away with it.
    let visitor = rusqlite::Connection::open(&register).unwrap();
    visitor
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
    drop(visitor);
    seinhuis(&register, &report);
    assert_eq!(commits(&log), 1, "a report");
    seinhuis(&register, &["accept", "K7M4", "--as", "jgz-waterdam"]);
    assert_eq!(commits(&log), 2, "a step");
    seinhuis(&register, &["show", "K7M4", "--as", "jgz-waterdam"]);
    seinhuis(&register, &["list", "--as", "jgz-waterdam"]);
    assert_eq!(commits(&log), 2, "reading");
}
