//! Recording very many signals in one transaction.
//!
//! The triggers and checks look at every row, and every index is looked up for every row in an order of its own. For a million rows it is
//! several times faster to set them aside inside the transaction, to build the indexes in one go, and to ask the rules of all rows together.
//! Whoever reads meanwhile sees the register as it was; whoever wants to write waits; and if anything fails, all of it was never there.

use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};

use super::super::engine::Transaction;
use super::super::error::RegisterError;
use super::super::statements;
use super::{Inside, faults};

/// From so many signals on it is worth it.
pub(super) const MANY: u64 = 2_000;

/// What SQLite may keep in memory of the file, in KiB; and how many threads beside this one may sort what goes into an index.
const WHILE_MANY: &str = "PRAGMA foreign_keys = OFF; PRAGMA cache_size = -32768; PRAGMA threads = 1;";
/// As it is otherwise: see `open.rs`. The cache is SQLite's own default.
const AFTERWARDS: &str = "PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF; PRAGMA cache_size = -2000; PRAGMA threads = 0;";

/// See [`Engine::write_many`](super::super::engine::Engine::write_many).
pub(super) fn write<T, F: From<RegisterError>>(
    connection: &mut Connection,
    path: &PathBuf,
    signals: u64,
    work: impl FnOnce(&mut dyn Transaction) -> Result<T, F>,
) -> Result<T, F> {
    let fault = |error| faults::fault(path, &error);
    // Whether foreign keys are looked at cannot change inside a transaction; what they would find is among the violations.
    connection.execute_batch(WHILE_MANY).map_err(fault)?;
    let done = within(connection, path, signals, work);
    connection.execute_batch(AFTERWARDS).map_err(fault)?;
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
    let last: Option<i64> = transaction.query_row(statements::LAST_PLACE, [], |row| row.get(0)).map_err(fault)?;
    let last = last.unwrap_or(0);
    let stored = u64::try_from(last).unwrap_or(0);
    // To build an index, and to check a table as a whole, takes time for what is stored too.
    let as_a_whole = stored <= 2 * signals;
    transaction.pragma_update(None, "ignore_check_constraints", as_a_whole).map_err(fault)?;
    let aside = set_aside(&transaction, stored, as_a_whole).map_err(fault)?;
    let done = work(&mut Inside { connection: &transaction, path })?;
    for sql in aside {
        transaction.execute_batch(&sql).map_err(fault)?;
    }
    if as_a_whole {
        transaction.pragma_update(None, "ignore_check_constraints", false).map_err(fault)?;
        check(&transaction, path)?;
    }
    for (rule, sql) in statements::VIOLATIONS {
        let broken: i64 = transaction.query_row(sql, [last], |row| row.get(0)).map_err(fault)?;
        if broken != 0 {
            return Err(RegisterError::SecondLock { rule: (*rule).to_owned() }.into());
        }
    }
    transaction.commit().map_err(|error| faults::of_commit(path, &error))?;
    Ok(done)
}

/// Begins a transaction that may write. Who is told that the register is busy waits on for as long as many signals are being recorded.
pub(super) fn begin<'c>(connection: &'c Connection, path: &Path) -> Result<rusqlite::Transaction<'c>, RegisterError> {
    loop {
        // Unchecked: there is never a transaction inside a transaction here.
        let begun = rusqlite::Transaction::new_unchecked(connection, TransactionBehavior::Immediate);
        let begun = begun.map_err(|error| faults::fault(path, &error));
        if !matches!(begun, Err(RegisterError::Busy { .. })) || !AtWork::by_another(path) {
            return begun;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Many signals are being recorded: a lock on a file beside the register, which the system takes away when the program ends, however.
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
        File::open(beside(register)).is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
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

/// Looks whether every row of every table keeps the checks of its columns.
fn check(connection: &Connection, path: &Path) -> Result<(), RegisterError> {
    let fault = |error| faults::fault(path, &error);
    let mut statement = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").map_err(fault)?;
    let tables = statement.query_map([], |row| row.get::<_, String>(0)).and_then(Iterator::collect::<rusqlite::Result<Vec<_>>>);
    for table in tables.map_err(fault)? {
        // It tells of the first row that breaks one, by the name of the table; or `ok`.
        let told: String = connection.query_row(&format!("PRAGMA quick_check({table})"), [], |row| row.get(0)).map_err(fault)?;
        if told != "ok" {
            return Err(RegisterError::SecondLock { rule: told });
        }
    }
    Ok(())
}

/// Drops the triggers, and the indexes that are then built faster than kept; gives the statements that make them again, in order.
fn set_aside(connection: &Connection, stored: u64, as_a_whole: bool) -> rusqlite::Result<Vec<String>> {
    // By a unique index is found what is there already, unless nothing is.
    let indexes = match (stored, as_a_whole) {
        (0, _) => "type = 'index'",
        (_, true) => "type = 'index' AND sql NOT LIKE 'CREATE UNIQUE%'",
        (_, false) => "FALSE",
    };
    let sql = format!(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND (type = 'trigger' OR ({indexes})) ORDER BY type, rowid"
    );
    let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?));
    let found = connection.prepare(&sql)?.query_map([], read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    for (kind, name, _) in &found {
        connection.execute_batch(&format!("DROP {kind} {name}"))?;
    }
    Ok(found.into_iter().map(|(_, _, sql)| sql).collect())
}
