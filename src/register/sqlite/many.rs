//! Recording very many signals in one transaction.
//!
//! The triggers and checks look at every row, and every index is looked up for every row in an
//! order of its own. For a million rows it is several times faster to set them aside inside the
//! transaction, to build the indexes in one go, and to ask the rules of all rows together. Whoever
//! reads meanwhile sees the register as it was; whoever wants to write waits; and if anything
//! fails, all of it was never there.

use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, TransactionBehavior};

use super::super::database::Transaction;
use super::super::error::RegisterError;
use super::super::statements;
use super::{Inside, faults};

/// From so many signals on it is worth it.
pub(super) const MANY: u64 = 2_000;

const WHILE_MANY: &str = "PRAGMA foreign_keys = OFF;";
/// As it is otherwise: see `open.rs`. The cache is SQLite's own default.
const AFTERWARDS: &str =
    "PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF; PRAGMA cache_size = -2000;";

/// What SQLite may keep in memory of the file, in KiB. What is written in one go into an empty
/// register gains nothing by more than a little, and is slower by what falls out of the processor's
/// own cache; where indexes are kept, every row is looked up in them.
fn cache(stored: u64) -> i64 {
    if stored == 0 { 8_192 } else { 32_768 }
}

/// See [`Engine::write_many`](super::super::database::Engine::write_many).
pub(super) fn write<T, F: From<RegisterError>>(
    connection: &mut Connection,
    path: &PathBuf,
    signals: u64,
    work: impl FnOnce(&mut dyn Transaction) -> Result<T, F>,
) -> Result<T, F> {
    let fault = |error| faults::fault(path, &error);
    // Whether foreign keys are looked at cannot change inside a transaction; what they would find
    // is among the violations.
    connection.execute_batch(WHILE_MANY).map_err(fault)?;
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)
        .map_err(fault)?;
    let done = within(connection, path, signals, work);
    // What was committed is recorded, whatever becomes of the settings of this connection.
    let _ = connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, true);
    let _ = connection.execute_batch(AFTERWARDS);
    done
}

fn within<T, F: From<RegisterError>>(
    connection: &mut Connection,
    path: &PathBuf,
    signals: u64,
    work: impl FnOnce(&mut dyn Transaction) -> Result<T, F>,
) -> Result<T, F> {
    let fault = |error| faults::fault(path, &error);
    let transaction = begin(connection, path)?;
    let _at_work = AtWork::begin(path).map_err(|error| faults::of_files(path, &error))?;
    let last: Option<i64> = transaction
        .query_row(statements::LAST_PLACE, [], |row| row.get(0))
        .map_err(fault)?;
    let last = last.unwrap_or(0);
    let stored = u64::try_from(last).unwrap_or(0);
    transaction
        .pragma_update(None, "cache_size", -cache(stored))
        .map_err(fault)?;
    transaction
        .pragma_update(None, "ignore_check_constraints", true)
        .map_err(fault)?;
    let aside = set_aside(&transaction, stored, signals).map_err(fault)?;
    let done = work(&mut Inside::of(&transaction, path))?;
    for sql in aside {
        transaction.execute_batch(&sql).map_err(fault)?;
    }
    let of = |table| wrong(&transaction, table).map_err(fault);
    let question = statements::broken_rule(&of("signal")?, &of("event")?, &of("words")?);
    let broken: Option<String> = transaction
        .query_row(&question.replace('$', "?"), [last], |row| row.get(0))
        .map_err(fault)?;
    if let Some(rule) = broken {
        return Err(RegisterError::SecondLock { rule }.into());
    }
    transaction
        .commit()
        .map_err(|error| faults::of_commit(path, &error))?;
    Ok(done)
}

/// Begins a transaction that may write. Who is told that the register is busy waits on for as long
/// as many signals are being recorded.
pub(super) fn begin<'c>(
    connection: &'c Connection,
    path: &Path,
) -> Result<rusqlite::Transaction<'c>, RegisterError> {
    let mut waited = false;
    loop {
        // Unchecked: there is never a transaction inside a transaction here.
        let begun =
            rusqlite::Transaction::new_unchecked(connection, TransactionBehavior::Immediate);
        let begun = begun.map_err(|error| faults::fault(path, &error));
        let busy = matches!(begun, Err(RegisterError::Busy { .. }));
        let at_work = busy && AtWork::by_another(path);
        // Who waited for an import that has just ended tries once more.
        let goes_on = at_work || (busy && waited);
        if !goes_on {
            return begun;
        }
        waited = at_work;
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Many signals are being recorded: a lock on a file beside the register, which the system takes
/// away when the program ends, however.
pub(super) struct AtWork {
    path: PathBuf,
    /// Locked as long as it is open.
    _file: File,
}

impl AtWork {
    pub(super) fn begin(register: &Path) -> io::Result<Self> {
        let path = beside(register);
        let file = File::options().create(true).append(true).open(&path)?;
        file.lock()?;
        Ok(Self { path, _file: file })
    }

    fn by_another(register: &Path) -> bool {
        File::open(beside(register))
            .is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        // Who looks for it finds it gone, or unlocked: both mean the same.
        let _ = std::fs::remove_file(&self.path);
    }
}

fn beside(register: &Path) -> PathBuf {
    let mut path = register.as_os_str().to_owned();
    path.push("-import");
    PathBuf::from(path)
}

/// The condition that a row of this table breaks one of its checks.
pub(super) fn wrong(connection: &Connection, table: &str) -> rusqlite::Result<String> {
    let schema = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1";
    let sql: String = connection.query_row(schema, [table], |row| row.get(0))?;
    // A check is broken when it is false; one that is NULL is kept, as each is that asks something
    // of an empty column.
    let left_out = |check: &str| table == "event" && asks_of_what_is_empty(check);
    let broken: Vec<String> = checks(&sql)
        .filter(|check| !left_out(check))
        .map(|check| format!("NOT ({check})"))
        .collect();
    Ok(format!("({})", broken.join(" OR ")))
}

/// Whether a check of an event asks something of a column that a report leaves empty.
fn asks_of_what_is_empty(check: &str) -> bool {
    let mut words = check.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    words.any(|word| statements::EMPTY_IN_A_REPORT.contains(&word))
}

/// The conditions of the checks in the statement that made a table: what stands between the
/// brackets behind each `CHECK`.
fn checks(sql: &str) -> impl Iterator<Item = &str> {
    sql.split("CHECK (").skip(1).filter_map(|rest| {
        let mut open = 1_u32;
        let end = rest.bytes().position(|byte| {
            open = open + u32::from(byte == b'(') - u32::from(byte == b')');
            open == 0
        });
        rest.get(..end?)
    })
}

/// Drops the indexes that are then built faster than kept; gives the statements that make them
/// again, in order.
fn set_aside(connection: &Connection, stored: u64, signals: u64) -> rusqlite::Result<Vec<String>> {
    // Building an index takes time for what is stored too. By a unique one is found what is there
    // already, unless nothing is.
    let indexes = match stored {
        0 => "TRUE",
        stored if stored <= 2 * signals => "sql NOT LIKE 'CREATE UNIQUE%'",
        _ => "FALSE",
    };
    // Steps are recorded in their order, and so the index of steps only grows at its end.
    let sql = format!(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND name <> 'in_order' AND {indexes} ORDER BY rowid"
    );
    let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?));
    let found = connection
        .prepare(&sql)?
        .query_map([], read)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut aside = Vec::new();
    for (name, sql) in found {
        if grows(connection, &sql)? {
            connection.execute_batch(&format!("DROP INDEX {name}"))?;
            aside.push(sql);
        }
    }
    Ok(aside)
}

/// Whether a signal that was just reported, or its event, has a place in the index that this
/// statement makes. One that stays as it is is kept: to build it again, all that is stored would be
/// read.
fn grows(connection: &Connection, sql: &str) -> rusqlite::Result<bool> {
    const REPORTED: &str = "SELECT 'offered' AS state, 'R1' AS reference, NULL AS proposed, NULL AS asked, 'reported' AS kind";
    let Some((_, condition)) = sql.split_once(" WHERE ") else {
        return Ok(true);
    };
    connection.query_row(
        &format!("SELECT count(*) > 0 FROM ({REPORTED}) WHERE {condition}"),
        [],
        |row| row.get(0),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_that_is_left_out_is_kept_by_a_column_that_is_empty() {
        let schema = include_str!("schema.sql");
        let (_, event) = schema.split_once("CREATE TABLE event (").unwrap();
        let (event, _) = event.split_once(") STRICT").unwrap();
        let left_out: Vec<&str> = checks(event)
            .filter(|check| asks_of_what_is_empty(check))
            .collect();
        assert!(
            left_out.len() > 5 && left_out.len() < checks(event).count(),
            "{left_out:?}"
        );
        let connection = Connection::open_in_memory().unwrap();
        let empty = statements::EMPTY_IN_A_REPORT
            .map(|column| format!("NULL AS {column}"))
            .join(", ");
        for check in left_out {
            let asked = format!(
                "SELECT ({check}) IS NOT FALSE FROM (SELECT {empty}, 1 AS number, 'x' AS words, 'x' AS level)"
            );
            assert!(
                connection
                    .query_row(&asked, [], |row| row.get::<_, bool>(0))
                    .unwrap(),
                "{check}"
            );
        }
    }

    #[test]
    fn every_check_of_the_schema_is_found_whole() {
        let sql = "CREATE TABLE t (a TEXT CHECK (length(a) BETWEEN 1 AND 9), -- a remark\n b TEXT CHECK (b IN ('x', 'y')),\n \
                   CHECK ((a IS NULL) = (b IS NULL)))";
        let found: Vec<&str> = checks(sql).collect();
        assert_eq!(
            found,
            [
                "length(a) BETWEEN 1 AND 9",
                "b IN ('x', 'y')",
                "(a IS NULL) = (b IS NULL)"
            ]
        );
        let schema = include_str!("schema.sql");
        assert_eq!(checks(schema).count(), schema.matches("CHECK (").count());
        assert!(checks(schema).count() > 40, "they were found");
    }
}
