//! The register in an SQLite file: the only room that knows rusqlite.
//!
//! WAL with synchronous=FULL: a rollback journal, and WAL with synchronous=NORMAL, were both seen
//! to lose acknowledged signals in a power cut. A close leaves the log as it is while it is small,
//! which saves most of the waiting for the disk; so a copy of the file alone is no backup.

mod check;
mod copy;
mod faults;
mod identity;
mod open;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, Row, Statement, ToSql, TransactionBehavior};

use crate::register::Clock;
use crate::register::database::{
    CopyKind, DatabaseInfo, EachRow, Engine, IntegrityIssue, SqlValue, Transaction,
};
use crate::register::error::RegisterError;

/// An SQLite file, open.
pub struct Sqlite {
    connection: Connection,
    path: PathBuf,
    made_by: Clock,
}

/// What the engine calls itself.
const NAME: &str = "SQLite";

/// What SQLite may keep in memory while much is written, in its way of saying 32 MiB: the pages of
/// a part with those of its indexes, so that few are written twice.
const WHILE_MANY: i64 = -32_768;

/// How long the log may be when a register is closed without moving it into the database: 64 pages
/// of 4 KiB.
const SMALL_LOG: u64 = 64 * 4096;

impl Sqlite {
    /// The file in which SQLite logs what is not in the database yet.
    fn log(&self) -> PathBuf {
        beside(&self.path, "-wal")
    }

    /// How long the log is; it need not be there.
    fn log_bytes(&self) -> Result<u64, RegisterError> {
        match std::fs::metadata(self.log()) {
            Ok(log) => Ok(log.len()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(0),
            Err(error) => Err(faults::of_files(&self.log(), &error)),
        }
    }

    fn has_a_long_log(&self) -> bool {
        std::fs::metadata(self.log()).is_ok_and(|log| log.len() > SMALL_LOG)
    }

    /// Waits until the disk has the log. A program that was killed in the middle of its commit
    /// leaves in it what can be read, and what a power cut can still take away; a commit that has
    /// nothing to write does not wait for it.
    fn sync(&self) -> Result<(), RegisterError> {
        let synced = || {
            std::fs::OpenOptions::new()
                .append(true)
                .open(self.log())?
                .sync_all()?;
            // The name of the log, and that of the register.
            #[cfg(unix)]
            std::fs::File::open(self.path.parent().ok_or(ErrorKind::NotADirectory)?)?.sync_all()?;
            Ok(())
        };
        synced().map_err(|error: std::io::Error| RegisterError::NotKnown {
            place: self.path.as_path().into(),
            cause: error.to_string(),
        })
    }
}

/// The files of a database at this path: itself and what SQLite puts beside it. It takes a log that
/// is left there for its own.
pub fn files_of(path: &Path) -> [PathBuf; 4] {
    ["", "-wal", "-shm", "-journal"].map(|ending| beside(path, ending))
}

/// A file that lies beside a database, named after it.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut beside = path.as_os_str().to_owned();
    beside.push(ending);
    PathBuf::from(beside)
}

impl Drop for Sqlite {
    /// Lets the close clear away a log that has become long.
    ///
    /// Only the close can: how much of a log is already in the database stands in shared memory,
    /// which ends with the last program. Without this every next program would find the log longer,
    /// and move all of it once more.
    fn drop(&mut self) {
        if self.has_a_long_log() && matches!(self.connection.is_readonly("main"), Ok(false)) {
            // If it fails, the log waits for the next close.
            let _ = self
                .connection
                .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false);
        }
    }
}

impl Engine for Sqlite {
    fn write<T, F: From<RegisterError>>(
        &mut self,
        work: impl FnOnce(&mut dyn Transaction) -> Result<T, F>,
    ) -> Result<T, F> {
        let path = &self.path;
        let before = self.connection.total_changes();
        // Unchecked: there is never a transaction inside a transaction here.
        let begun =
            rusqlite::Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate);
        let transaction = begun.map_err(|error| faults::fault(path, &error))?;
        let done = work(&mut Inside::of(&transaction, path));
        if self.connection.total_changes() == before {
            // It is there already, or a rule stands in the way: then what it stands on must stay
            // too.
            drop(transaction);
            self.sync()?;
            return done;
        }
        // An early return drops the transaction, which rolls it back.
        let done = done?;
        transaction
            .commit()
            .map_err(|error| faults::of_commit(path, &error))?;
        Ok(done)
    }

    fn read<T, F: From<RegisterError>>(
        &mut self,
        work: impl FnOnce(&mut dyn Transaction) -> Result<T, F>,
    ) -> Result<T, F> {
        let path = &self.path;
        let begun = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Deferred);
        let transaction = begun.map_err(|error| faults::fault(path, &error))?;
        // Never committed: what would be written in it by mistake is rolled back.
        work(&mut Inside {
            only_reads: true,
            ..Inside::of(&transaction, path)
        })
    }

    fn expect_many(&mut self) -> Result<(), RegisterError> {
        self.connection
            .pragma_update(None, "cache_size", WHILE_MANY)
            .map_err(|error| faults::fault(&self.path, &error))
    }

    fn made_by(&self) -> Clock {
        self.made_by
    }

    fn info(&mut self) -> Result<DatabaseInfo, RegisterError> {
        let pragma = |name: &str| {
            self.connection
                .pragma_query_value(None, name, |row| row.get::<_, String>(0))
        };
        let journal = pragma("journal_mode").map_err(|error| faults::fault(&self.path, &error))?;
        let file = std::fs::metadata(&self.path)
            .map_err(|error| faults::of_files(&self.path, &error))?
            .len();
        Ok(DatabaseInfo {
            place: self.path.as_path().into(),
            schema: identity::VERSION,
            made_by: self.made_by,
            engine: format!("{NAME} {}", rusqlite::version()),
            journal,
            bytes: file + self.log_bytes()?,
        })
    }

    fn copy(&self, into: &Path, name: &Path, kept: CopyKind) -> Result<(), RegisterError> {
        self.copy_into(into, name, kept)
    }

    fn checkpoint_and_close(self) -> Result<(), RegisterError> {
        self.checkpoint()
    }

    fn close_fast(self) {
        if !self.has_a_long_log() {
            std::mem::forget(self);
        }
    }
}

/// The inside of a transaction.
struct Inside<'c> {
    connection: &'c Connection,
    path: &'c PathBuf,
    only_reads: bool,
    /// The statements that were run so far, the first one first. (rusqlite's cache of statements
    /// compiles for a long life, without the memory that SQLite lays ready, and takes longer to
    /// look one up than a row takes to be recorded.)
    ready: Vec<(String, Statement<'c>)>,
}

/// More statements than this are not kept ready.
const MOST_READY: usize = 32;

impl<'c> Inside<'c> {
    fn of(connection: &'c Connection, path: &'c PathBuf) -> Self {
        Self {
            connection,
            path,
            only_reads: false,
            ready: Vec::new(),
        }
    }

    fn prepared(
        &mut self,
        sql: &str,
        with: &[SqlValue<'_>],
    ) -> rusqlite::Result<&mut Statement<'c>> {
        let place = match self.ready.iter().position(|(known, _)| known == sql) {
            Some(place) => place,
            None => {
                if self.ready.len() == MOST_READY {
                    self.ready.remove(0);
                }
                // To SQLite `$1` is a name, numbered by where it first occurs; `?1` is the first
                // parameter.
                self.ready.push((
                    sql.to_owned(),
                    self.connection.prepare(&sql.replace('$', "?"))?,
                ));
                self.ready.len() - 1
            }
        };
        let (_, statement) = self
            .ready
            .get_mut(place)
            .ok_or(rusqlite::Error::InvalidQuery)?;
        if statement.parameter_count() != with.len() {
            return Err(rusqlite::Error::InvalidParameterCount(
                with.len(),
                statement.parameter_count(),
            ));
        }
        for (number, value) in (1..).zip(with) {
            statement.raw_bind_parameter(number, value)?;
        }
        Ok(statement)
    }

    fn for_each_row(
        &mut self,
        sql: &str,
        with: &[SqlValue<'_>],
        each: &mut EachRow<'_>,
    ) -> rusqlite::Result<Result<(), RegisterError>> {
        let statement = self.prepared(sql, with)?;
        let columns = statement.column_count();
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            match each(&values_of(row, columns)?) {
                Ok(flow) if flow.is_continue() => {}
                Ok(_) => return Ok(Ok(())),
                Err(error) => return Ok(Err(error)),
            }
        }
        Ok(Ok(()))
    }
}

impl Transaction for Inside<'_> {
    fn execute(&mut self, sql: &str, with: &[SqlValue<'_>]) -> Result<u64, RegisterError> {
        let changed = self
            .prepared(sql, with)
            .and_then(|statement| statement.raw_execute());
        changed
            .map(|rows| rows as u64)
            .map_err(|error| faults::fault(self.path, &error))
    }

    fn query(
        &mut self,
        sql: &str,
        with: &[SqlValue<'_>],
        each: &mut EachRow<'_>,
    ) -> Result<(), RegisterError> {
        self.for_each_row(sql, with, each)
            .map_err(|error| faults::fault(self.path, &error))?
    }

    fn check(&mut self, each: &mut dyn FnMut(IntegrityIssue)) -> Result<(), RegisterError> {
        check::check(self.connection, each).map_err(|error| faults::fault(self.path, &error))
    }

    /// After an error of the disk SQLite has ended the transaction by itself. Who only reads can
    /// begin another: what is read in it is as it is at that moment.
    fn rollback_to_savepoint(&mut self) -> Result<bool, RegisterError> {
        let sql = match (self.connection.is_autocommit(), self.only_reads) {
            (false, _) => "ROLLBACK TO SAVEPOINT attempt",
            (true, true) => "BEGIN; SAVEPOINT attempt",
            (true, false) => return Ok(false),
        };
        let rolled = self.connection.execute_batch(sql);
        rolled.map_err(|error| faults::fault(self.path, &error))?;
        Ok(true)
    }
}

impl ToSql for SqlValue<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            SqlValue::Null => ValueRef::Null,
            SqlValue::Integer(number) => ValueRef::Integer(*number),
            SqlValue::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}

/// The values of a row, of which there are so many.
fn values_of<'r>(row: &'r Row<'_>, columns: usize) -> rusqlite::Result<Vec<SqlValue<'r>>> {
    let mut values = Vec::with_capacity(columns);
    for column in 0..columns {
        values.push(value_of(row.get_ref(column)?)?);
    }
    Ok(values)
}

/// STRICT tables hold nothing else than these three; another type, or text that is no text, is
/// damage.
fn value_of(value: ValueRef<'_>) -> rusqlite::Result<SqlValue<'_>> {
    match value {
        ValueRef::Null => Ok(SqlValue::Null),
        ValueRef::Integer(number) => Ok(SqlValue::Integer(number)),
        ValueRef::Text(_) => Ok(SqlValue::Text(Cow::Borrowed(
            value.as_str().map_err(|_| faults::not_text())?,
        ))),
        ValueRef::Real(_) | ValueRef::Blob(_) => Err(faults::not_text()),
    }
}
