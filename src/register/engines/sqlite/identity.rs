//! Identifies a file, and makes a register in an empty one.
//!
//! Until the first release the schema is a draft: a register of another draft is refused, never
//! upgraded.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, Row, TransactionBehavior};

use crate::register::Clock;
use crate::register::audit::hash_chain::Seal;
use crate::register::engines::sqlite::{faults, values_of};
use crate::register::error::RegisterError;
use crate::register::row::{RowColumns as _, RowReader, row};

const SCHEMA: &str = include_str!("schema.sql");

/// No version of the schema is released yet.
pub(super) const VERSION: u32 = 0;

/// "Sein", in the header of the file.
const APPLICATION_ID: i64 = 0x5365_696E;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Identity {
    /// A register of this draft.
    Register { made_by: Clock },
    /// A database without tables.
    Empty,
}

pub(super) fn identify(connection: &Connection, path: &Path) -> Result<Identity, RegisterError> {
    let application = query_number(connection, path, "PRAGMA application_id")?;
    let version = query_number(connection, path, "PRAGMA user_version")?;
    match (application, u32::try_from(version)) {
        (APPLICATION_ID, Ok(VERSION)) => origin(connection, path),
        // Made before there was a draft.
        (APPLICATION_ID, Ok(1)) => Err(RegisterError::Unreleased { place: path.into() }),
        (APPLICATION_ID, Ok(version)) => Err(RegisterError::Newer {
            place: path.into(),
            version,
            known: VERSION,
        }),
        (APPLICATION_ID, Err(_)) => Err(RegisterError::Damaged { place: path.into() }),
        (0, Ok(0)) if has_no_tables(connection, path)? => Ok(Identity::Empty),
        _ => Err(RegisterError::Foreign { place: path.into() }),
    }
}

fn has_no_tables(connection: &Connection, path: &Path) -> Result<bool, RegisterError> {
    query_number(connection, path, "SELECT count(*) FROM sqlite_schema").map(|count| count == 0)
}

fn query_number(connection: &Connection, path: &Path, sql: &str) -> Result<i64, RegisterError> {
    connection
        .query_row(sql, [], |row| row.get(0))
        .map_err(faults::on(path))
}

row! {
    /// How a register was made.
    pub(super) struct Origin {
        one: i64,
        schema: String,
        trial: String,
    }
}

impl Origin {
    pub(super) fn statement() -> String {
        format!("SELECT {} FROM origin", Self::select())
    }

    /// Reads a row of that statement; `None` when it is not valid.
    pub(super) fn of(row: &Row<'_>) -> Option<Self> {
        let values = values_of(row, Self::COLUMNS.len()).ok()?;
        Self::read(&mut RowReader::new(&values)).ok()
    }
}

fn origin(connection: &Connection, path: &Path) -> Result<Identity, RegisterError> {
    let found = match connection.query_row(&Origin::statement(), [], |row| Ok(Origin::of(row))) {
        Err(rusqlite::Error::QueryReturnedNoRows) => None,
        found => found.map_err(faults::on(path))?,
    };
    let damaged = RegisterError::Damaged { place: path.into() };
    let Some(Origin { schema, trial, .. }) = found else {
        return Err(damaged);
    };
    if schema != draft().to_string() {
        return Err(RegisterError::Unreleased { place: path.into() });
    }
    match clock(&trial) {
        Some(made_by) => Ok(Identity::Register { made_by }),
        None => Err(damaged),
    }
}

/// The clock of a register with this `trial`.
pub(super) fn clock(trial: &str) -> Option<Clock> {
    match trial {
        "yes" => Some(Clock::Set),
        "no" => Some(Clock::System),
        _ => None,
    }
}

pub(super) fn draft() -> Seal {
    Seal::of_schema(SCHEMA)
}

/// Makes the register, unless another program was first. Gives its clock.
pub(super) fn make(
    connection: &mut Connection,
    path: &Path,
    clock: Clock,
) -> Result<Clock, RegisterError> {
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(faults::on(path))?;
    if let Identity::Register { made_by } = identify(&transaction, path)? {
        return Ok(made_by);
    }
    let header =
        format!("PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};");
    make_tables(&transaction)
        .and_then(|()| make_origin(&transaction, clock))
        .and_then(|()| transaction.execute_batch(&header))
        // A failed commit leaves it uncertain whether there are tables; no signal is recorded yet.
        .and_then(|()| transaction.commit())
        .map_err(faults::on(path))?;
    Ok(clock)
}

pub(super) fn make_tables(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(SCHEMA)
}

pub(super) fn make_origin(connection: &Connection, clock: Clock) -> rusqlite::Result<()> {
    let trial = match clock {
        Clock::System => "no",
        Clock::Set => "yes",
    };
    let insert = "INSERT INTO origin (one, schema, trial) VALUES (1, ?1, ?2)";
    connection
        .execute(insert, [draft().to_string().as_str(), trial])
        .map(drop)
}

/// Sets the write-ahead log. Only the first time changes anything.
pub(super) fn set_wal(connection: &Connection, path: &Path) -> Result<(), RegisterError> {
    // Two programs that do this to a new file can block each other; SQLite does not wait then.
    for _ in 0..200 {
        let mode = connection.query_row("PRAGMA journal_mode = WAL", [], |row| {
            row.get::<_, String>(0)
        });
        match mode.map_err(faults::on(path)) {
            Ok(mode) if mode == "wal" => return Ok(()),
            Ok(journal) => {
                return Err(RegisterError::NotDurable {
                    place: path.into(),
                    journal,
                    needs: "wal",
                });
            }
            Err(RegisterError::Busy { .. }) => std::thread::sleep(Duration::from_millis(50)),
            Err(error) => return Err(error),
        }
    }
    Err(RegisterError::Busy { place: path.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_have_a_log_is_refused() {
        let path = Path::new("register.db");
        let refused = RegisterError::NotDurable {
            place: path.into(),
            journal: "memory".to_owned(),
            needs: "wal",
        };
        assert_eq!(
            set_wal(&Connection::open_in_memory().unwrap(), path),
            Err(refused)
        );
    }
}
