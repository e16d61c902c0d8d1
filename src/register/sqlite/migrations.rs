//! The versions of the schema, in order. One that was shipped is never edited.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};

use super::super::error::RegisterError;
use super::faults;

/// What brings a register from each version to the next; the first makes it.
const MIGRATIONS: &[&str] = &[include_str!("schema.sql")];

/// The version that this program writes.
pub(super) const CURRENT: u32 = 1;
const _: () = assert!(
    MIGRATIONS.len() == CURRENT as usize,
    "every version has its migration"
);

/// "Sein", in the file's header: by this a register is known.
const APPLICATION_ID: i64 = 0x5365_696E;

/// What the header says that a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Identity {
    /// A register of this version.
    Current,
    /// A register of an older version.
    Older(u32),
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
        (APPLICATION_ID, Ok(CURRENT)) => Ok(Identity::Current),
        (APPLICATION_ID, Ok(version)) if version > CURRENT => Err(RegisterError::Newer {
            place: path.into(),
            version,
            known: CURRENT,
        }),
        (APPLICATION_ID, Ok(version)) if version > 0 => Ok(Identity::Older(version)),
        (APPLICATION_ID, _) => Err(RegisterError::Damaged { place: path.into() }),
        (0, Ok(0)) if number("SELECT count(*) FROM sqlite_schema")? == 0 => Ok(Identity::Empty),
        _ => Err(RegisterError::Foreign { place: path.into() }),
    }
}

/// Makes or upgrades the register. The version is read again inside the transaction: another
/// program may have been first.
pub(super) fn bring_up_to_date(
    connection: &mut Connection,
    path: &Path,
) -> Result<(), RegisterError> {
    let fault = |error| faults::fault(path, &error);
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(fault)?;
    let done = match identify(&transaction, path)? {
        Identity::Current => return Ok(()),
        Identity::Older(version) => version as usize,
        Identity::Empty => 0,
    };
    migrate(&transaction, done).map_err(fault)?;
    let header =
        format!("PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {CURRENT};");
    transaction.execute_batch(&header).map_err(fault)?;
    // Whether the tables are there or not: of what anybody reported nothing is recorded yet, for
    // certain.
    transaction.commit().map_err(fault)
}

/// Makes the tables of a register in an empty database, to compare with.
pub(super) fn make(connection: &Connection) -> rusqlite::Result<()> {
    migrate(connection, 0)
}

fn migrate(connection: &Connection, done: usize) -> rusqlite::Result<()> {
    MIGRATIONS
        .iter()
        .skip(done)
        .try_for_each(|migration| connection.execute_batch(migration))
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
        };
        assert_eq!(
            keep_a_log(&Connection::open_in_memory().unwrap(), path),
            Err(refused)
        );
    }
}
