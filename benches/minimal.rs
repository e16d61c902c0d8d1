//! The least that a program must do to record something for good: open an SQLite file with a log
//! and synchronous=FULL, insert one row in one transaction, close. `report` is measured against it.
//! It is a program of its own, so that it starts as quickly as it can.

#![allow(
    clippy::expect_used,
    reason = "what cannot be recorded must not be measured"
)]

use rusqlite::Connection;

fn main() {
    // Cargo also starts it by itself, and then it has nothing to do.
    let Some(path) = std::env::args()
        .nth(1)
        .filter(|argument| !argument.starts_with("--"))
    else {
        return;
    };
    let mut connection = Connection::open(path).expect("it opens");
    connection
        .execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        .expect("it keeps a log");
    connection.execute_batch("CREATE TABLE IF NOT EXISTS signal (seq INTEGER PRIMARY KEY, id TEXT, at TEXT, seen TEXT)").expect("a table");
    let transaction = connection.transaction().expect("it begins");
    let row = (
        "K7M4Q2X8",
        "2026-11-23T10:15:00.000Z",
        "Tired, no lunch, for the third time this month.",
    );
    transaction
        .execute("INSERT INTO signal (id, at, seen) VALUES (?1, ?2, ?3)", row)
        .expect("it inserts");
    transaction.commit().expect("it commits");
    connection.close().expect("it closes");
}
