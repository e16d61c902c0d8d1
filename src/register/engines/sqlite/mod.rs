//! The register in an SQLite file: the only module that knows rusqlite.
//!
//! WAL with synchronous=FULL: a rollback journal and WAL with synchronous=NORMAL both lost
//! acknowledged signals in a simulated power cut. Closing keeps a small log, which saves most of
//! the waiting for the disk; so a copy of the file alone is no backup.

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

/// An open SQLite file.
pub struct Sqlite {
    connection: Connection,
    path: PathBuf,
    made_by: Clock,
}

const NAME: &str = "SQLite";

/// 32 MiB, in SQLite's notation: holds the pages of a part with its indexes, so that few are written
/// twice.
const WRITE_CACHE: i64 = -32_768;

/// A longer log is moved into the database on close: 80 pages of 4 KiB. A register that was just made
/// takes some 64 of them, and its first report does not wait for the move.
const MAX_KEPT_LOG: u64 = 80 * 4096;

impl Sqlite {
    fn log(&self) -> PathBuf {
        beside(&self.path, "-wal")
    }

    fn log_bytes(&self) -> Result<u64, RegisterError> {
        match std::fs::metadata(self.log()) {
            Ok(log) => Ok(log.len()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(0),
            Err(error) => Err(faults::of_files(&self.log(), &error)),
        }
    }

    fn has_a_long_log(&self) -> bool {
        std::fs::metadata(self.log()).is_ok_and(|log| log.len() > MAX_KEPT_LOG)
    }

    /// Syncs the log. A program killed during its commit may leave a log that can be read but is not
    /// on the disk yet; a commit with nothing to write does not sync it.
    fn sync(&self) -> Result<(), RegisterError> {
        self.sync_files().map_err(|error| RegisterError::NotKnown {
            place: self.path.as_path().into(),
            cause: error.to_string(),
        })
    }

    fn sync_files(&self) -> std::io::Result<()> {
        let log = std::fs::OpenOptions::new().append(true).open(self.log())?;
        log.sync_all()?;
        // The folder holds the names of both files.
        #[cfg(unix)]
        std::fs::File::open(self.path.parent().ok_or(ErrorKind::NotADirectory)?)?.sync_all()?;
        Ok(())
    }
}

/// A database and the files that SQLite puts beside it. SQLite uses any log that it finds there.
pub fn files_of(path: &Path) -> [PathBuf; 4] {
    ["", "-wal", "-shm", "-journal"].map(|ending| beside(path, ending))
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut beside = path.as_os_str().to_owned();
    beside.push(ending);
    PathBuf::from(beside)
}

impl Drop for Sqlite {
    /// Lets the close remove a long log.
    ///
    /// Only the close can: how much of the log is in the database already is known in shared memory,
    /// which ends with the last program. Otherwise every program would find a longer log and move
    /// all of it again.
    fn drop(&mut self) {
        if self.has_a_long_log() && matches!(self.connection.is_readonly("main"), Ok(false)) {
            // If this fails, the next close does it.
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
        // Unchecked: transactions are never nested here.
        let transaction =
            rusqlite::Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)
                .map_err(faults::on(path))?;
        let done = work(&mut SqliteTransaction::of(&transaction, path));
        if self.connection.total_changes() == before {
            // The answer depends on what is recorded already, which must survive too.
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
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Deferred)
            .map_err(faults::on(path))?;
        // Never committed: anything written by mistake is rolled back.
        work(&mut SqliteTransaction {
            only_reads: true,
            ..SqliteTransaction::of(&transaction, path)
        })
    }

    fn expect_many(&mut self) -> Result<(), RegisterError> {
        self.connection
            .pragma_update(None, "cache_size", WRITE_CACHE)
            .map_err(faults::on(&self.path))
    }

    fn made_by(&self) -> Clock {
        self.made_by
    }

    fn info(&mut self) -> Result<DatabaseInfo, RegisterError> {
        let journal = self
            .connection
            .pragma_query_value(None, "journal_mode", |row| row.get(0))
            .map_err(faults::on(&self.path))?;
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

struct SqliteTransaction<'c> {
    connection: &'c Connection,
    path: &'c PathBuf,
    only_reads: bool,
    /// The statements run so far, oldest first. (rusqlite's own cache compiles for a long life,
    /// without SQLite's lookaside memory, and a lookup in it takes longer than recording a row.)
    statements: Vec<(String, Statement<'c>)>,
}

const MAX_STATEMENTS: usize = 32;

impl<'c> SqliteTransaction<'c> {
    fn of(connection: &'c Connection, path: &'c PathBuf) -> Self {
        Self {
            connection,
            path,
            only_reads: false,
            statements: Vec::new(),
        }
    }

    fn prepare(
        &mut self,
        sql: &str,
        with: &[SqlValue<'_>],
    ) -> rusqlite::Result<&mut Statement<'c>> {
        let place = match self.statements.iter().position(|(known, _)| known == sql) {
            Some(place) => place,
            None => {
                if self.statements.len() == MAX_STATEMENTS {
                    self.statements.remove(0);
                }
                // SQLite numbers `$1` by its first occurrence; `?1` is the first parameter.
                let statement = self.connection.prepare(&sql.replace('$', "?"))?;
                self.statements.push((sql.to_owned(), statement));
                self.statements.len() - 1
            }
        };
        let statement = self.statements.get_mut(place);
        let (_, statement) = statement.ok_or(rusqlite::Error::InvalidQuery)?;
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
        let statement = self.prepare(sql, with)?;
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

impl Transaction for SqliteTransaction<'_> {
    fn execute(&mut self, sql: &str, with: &[SqlValue<'_>]) -> Result<u64, RegisterError> {
        let path = self.path;
        self.prepare(sql, with)
            .and_then(|statement| statement.raw_execute())
            .map(|rows| rows as u64)
            .map_err(faults::on(path))
    }

    fn query(
        &mut self,
        sql: &str,
        with: &[SqlValue<'_>],
        each: &mut EachRow<'_>,
    ) -> Result<(), RegisterError> {
        self.for_each_row(sql, with, each)
            .map_err(faults::on(self.path))?
    }

    fn check(&mut self, each: &mut dyn FnMut(IntegrityIssue)) -> Result<(), RegisterError> {
        check::check(self.connection, each).map_err(faults::on(self.path))
    }

    /// After a disk error SQLite ends the transaction by itself. A reader can begin another, which
    /// sees the database as it is then.
    fn rollback_to_savepoint(&mut self) -> Result<bool, RegisterError> {
        let sql = match (self.connection.is_autocommit(), self.only_reads) {
            (false, _) => "ROLLBACK TO SAVEPOINT attempt",
            (true, true) => "BEGIN; SAVEPOINT attempt",
            (true, false) => return Ok(false),
        };
        let rolled_back = self.connection.execute_batch(sql);
        rolled_back.map_err(faults::on(self.path))?;
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

fn values_of<'r>(row: &'r Row<'_>, columns: usize) -> rusqlite::Result<Vec<SqlValue<'r>>> {
    let mut values = Vec::with_capacity(columns);
    for column in 0..columns {
        values.push(value_of(row.get_ref(column)?)?);
    }
    Ok(values)
}

/// STRICT tables hold only these three types. Another type or invalid UTF-8 is damage.
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
