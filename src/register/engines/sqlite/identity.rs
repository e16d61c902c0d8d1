//! What a file is, and making a register of an empty one.
//!
//! Until the first release the schema is a draft: a register that another draft made is refused,
//! never upgraded.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, Row, TransactionBehavior};

use crate::register::Clock;
use crate::register::audit::hash_chain::Seal;
use crate::register::engines::sqlite::faults;
use crate::register::error::RegisterError;
use crate::register::row::{RowColumns as _, RowReader, row};

/// The draft.
const SCHEMA: &str = include_str!("schema.sql");

/// The version of the schema that this program writes: none is released yet.
pub(super) const VERSION: u32 = 0;

/// "Sein", in the file's header: by this a register is known.
const APPLICATION_ID: i64 = 0x5365_696E;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Identity {
    /// A register of this draft.
    Register {
        /// By which clock it was made.
        made_by: Clock,
    },
    /// A database without anything in it.
    Empty,
}

/// Reads what the file is.
pub(super) fn identify(connection: &Connection, path: &Path) -> Result<Identity, RegisterError> {
    let number = |sql: &str| {
        connection
            .query_row(sql, [], |row| row.get::<_, i64>(0))
            .map_err(|error| faults::fault(path, &error))
    };
    let (application, version) = (
        number("PRAGMA application_id")?,
        number("PRAGMA user_version")?,
    );
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
        (0, Ok(0)) if number("SELECT count(*) FROM sqlite_schema")? == 0 => Ok(Identity::Empty),
        _ => Err(RegisterError::Foreign { place: path.into() }),
    }
}

row! {
    /// What a register says of itself.
    pub(super) struct Origin {
        one: i64,
        schema: String,
        trial: String,
    }
}

impl Origin {
    /// The statement that reads it.
    pub(super) fn statement() -> String {
        format!("SELECT {} FROM origin", Self::select())
    }

    /// From a row of that statement; `None` when something else stands there.
    pub(super) fn of(row: &Row<'_>) -> Option<Self> {
        let values = crate::register::engines::sqlite::values_of(row, Self::COLUMNS.len()).ok()?;
        Self::read(&mut RowReader::new(&values)).ok()
    }
}

/// Reads by which draft and by which clock a register was made.
fn origin(connection: &Connection, path: &Path) -> Result<Identity, RegisterError> {
    let damaged = || RegisterError::Damaged { place: path.into() };
    let read = |row: &Row<'_>| Ok(Origin::of(row));
    let found = match connection.query_row(&Origin::statement(), [], read) {
        Err(rusqlite::Error::QueryReturnedNoRows) => None,
        found => found.map_err(|error| faults::fault(path, &error))?,
    };
    let Origin {
        one: _,
        schema,
        trial,
    } = found.ok_or_else(damaged)?;
    if schema != draft().to_string() {
        return Err(RegisterError::Unreleased { place: path.into() });
    }
    let made_by = clock(&trial).ok_or_else(damaged)?;
    Ok(Identity::Register { made_by })
}

/// By which clock a register was made that says this of being a trial.
pub(super) fn clock(trial: &str) -> Option<Clock> {
    match trial {
        "yes" => Some(Clock::Set),
        "no" => Some(Clock::System),
        _ => None,
    }
}

/// The digest of the draft.
pub(super) fn draft() -> Seal {
    Seal::of_schema(SCHEMA)
}

/// Makes the register in an empty file. Whether it is empty is read again inside the transaction:
/// another program may have been first.
pub(super) fn make(
    connection: &mut Connection,
    path: &Path,
    clock: Clock,
) -> Result<Clock, RegisterError> {
    let fault = |error| faults::fault(path, &error);
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(fault)?;
    if let Identity::Register { made_by } = identify(&transaction, path)? {
        return Ok(made_by);
    }
    make_tables(&transaction).map_err(fault)?;
    make_origin(&transaction, clock).map_err(fault)?;
    let header =
        format!("PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};");
    transaction.execute_batch(&header).map_err(fault)?;
    // Whether the tables are there or not: of what anybody reported nothing is recorded yet, for
    // certain.
    transaction.commit().map_err(fault)?;
    Ok(clock)
}

/// Makes the tables of a register in an empty database.
pub(super) fn make_tables(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(SCHEMA)
}

/// Records by which draft and by which clock a register is made.
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

/// Makes sure that the file is kept with a write-ahead log. Does nothing when it is, which is
/// always but for the first time.
pub(super) fn keep_a_log(connection: &Connection, path: &Path) -> Result<(), RegisterError> {
    // Two programs that do this to a new file at once can lock each other out, and SQLite then does
    // not wait by itself.
    for _ in 0..200 {
        let mode = connection.query_row("PRAGMA journal_mode = WAL", [], |row| {
            row.get::<_, String>(0)
        });
        match mode.map_err(|error| faults::fault(path, &error)) {
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
            keep_a_log(&Connection::open_in_memory().unwrap(), path),
            Err(refused)
        );
    }
}
