//! A program that is less careful than seinhuis, for the controls: a row for each run, acknowledged
//! by exit code 0.
//!
//! It is this very test program, run once more as its one test [`records_a_row`] with variables
//! that say where, what and how.

use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

/// How careful it is.
#[derive(Debug, Clone, Copy)]
pub struct Manner {
    /// SQLite's `journal_mode`.
    pub journal: &'static str,
    /// SQLite's `synchronous`.
    pub synchronous: &'static str,
    /// Whether it acknowledges before it commits.
    pub hasty: bool,
}

/// As seinhuis does it.
pub const CAREFUL: Manner = Manner {
    journal: "WAL",
    synchronous: "FULL",
    hasty: false,
};

/// What a hasty one says before it commits.
pub const ACKNOWLEDGED: &str = "acknowledged";

/// A run that records this row in this file.
pub fn command(
    register: &Path,
    row: &str,
    Manner {
        journal,
        synchronous,
        hasty,
    }: Manner,
) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.env_clear().args([
        "victim::records_a_row",
        "--exact",
        "--ignored",
        "--nocapture",
        "--test-threads=1",
    ]);
    command
        .env("VICTIM_REGISTER", register)
        .env("VICTIM_ROW", row);
    command
        .env("VICTIM_JOURNAL", journal)
        .env("VICTIM_SYNCHRONOUS", synchronous)
        .env("VICTIM_HASTY", hasty.to_string());
    command
}

#[test]
#[ignore = "is run by the controls"]
fn records_a_row() {
    let set = |name: &str| std::env::var(name).unwrap_or_default();
    let register = set("VICTIM_REGISTER");
    if register.is_empty() {
        return;
    }
    let connection = Connection::open(register).unwrap();
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)
        .unwrap();
    connection
        .query_row(
            &format!("PRAGMA journal_mode = {}", set("VICTIM_JOURNAL")),
            [],
            |_| Ok(()),
        )
        .unwrap();
    connection
        .execute_batch(&format!(
            "PRAGMA synchronous = {}",
            set("VICTIM_SYNCHRONOUS")
        ))
        .unwrap();
    connection
        .execute_batch("BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS kept (row TEXT PRIMARY KEY)")
        .unwrap();
    connection
        .execute(
            "INSERT INTO kept VALUES (?1) ON CONFLICT DO NOTHING",
            [set("VICTIM_ROW")],
        )
        .unwrap();
    if set("VICTIM_HASTY") == "true" {
        std::io::stdout()
            .write_all(format!("\n{ACKNOWLEDGED}\n").as_bytes())
            .unwrap();
    }
    connection.execute_batch("COMMIT").unwrap();
}

/// The rows that it holds.
pub fn recorded(register: &Path) -> Result<String, String> {
    let read = || -> rusqlite::Result<String> {
        let connection = Connection::open(register)?;
        let made: i64 =
            connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        let sound: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
        let rows = if made == 0 {
            "NULL"
        } else {
            "(SELECT group_concat(row) FROM (SELECT row FROM kept ORDER BY row))"
        };
        let rows: Option<String> =
            connection.query_row(&format!("SELECT {rows}"), [], |row| row.get(0))?;
        Ok(format!("{sound} {}", rows.unwrap_or_default()))
    };
    if register.exists() {
        read().map_err(|error| error.to_string())
    } else {
        Ok("ok ".to_owned())
    }
}
