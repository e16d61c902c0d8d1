//! All that the register asks of a database.

use std::borrow::Cow;
use std::fmt;
use std::ops::ControlFlow;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::register::error::RegisterError;
use crate::register::place::Place;

/// The clock of a run, or of the run that made a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    System,
    /// Set for the run. A register made with it is a trial.
    Set,
}

/// What a register is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To read. A missing register is not made.
    Read,
    /// To check, also a copy: leaves no new files beside it.
    Inspect,
    /// As [`Access::Inspect`]; reads what it can of a damaged or truncated file.
    Salvage,
    /// To record, with this clock. A missing register is made.
    Write(Clock),
}

/// A parameter of a statement, or a value of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SqlValue<'a> {
    Null,
    /// A BIGINT.
    Integer(i64),
    /// A TEXT.
    Text(#[serde(borrow)] Cow<'a, str>),
}

impl SqlValue<'_> {
    #[must_use]
    pub fn borrowed(&self) -> SqlValue<'_> {
        match self {
            SqlValue::Null => SqlValue::Null,
            SqlValue::Integer(number) => SqlValue::Integer(*number),
            SqlValue::Text(text) => SqlValue::Text(Cow::Borrowed(text)),
        }
    }

    #[must_use]
    pub fn to_static(&self) -> SqlValue<'static> {
        match self {
            SqlValue::Null => SqlValue::Null,
            SqlValue::Integer(number) => SqlValue::Integer(*number),
            SqlValue::Text(text) => SqlValue::Text(Cow::Owned(text.clone().into_owned())),
        }
    }
}

impl SqlValue<'static> {
    pub fn of(value: impl fmt::Display) -> Self {
        SqlValue::Text(Cow::Owned(value.to_string()))
    }
}

impl<'a> From<&'a str> for SqlValue<'a> {
    fn from(text: &'a str) -> Self {
        SqlValue::Text(Cow::Borrowed(text))
    }
}

impl From<i64> for SqlValue<'_> {
    fn from(number: i64) -> Self {
        SqlValue::Integer(number)
    }
}

impl From<u32> for SqlValue<'_> {
    fn from(number: u32) -> Self {
        SqlValue::Integer(number.into())
    }
}

impl<'a, T: Into<SqlValue<'a>>> From<Option<T>> for SqlValue<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(SqlValue::Null, Into::into)
    }
}

/// Handles a row, and says whether to continue.
pub type EachRow<'f> = dyn FnMut(&[SqlValue<'_>]) -> Result<ControlFlow<()>, RegisterError> + 'f;

/// Runs statements inside one transaction. It promises:
///
/// - **Plain SQL.** It understands what SQLite and PostgreSQL both understand. Parameters are
///   numbered `$1` to `$n` and may occur several times, in any order. A value is NULL, an integer
///   or text.
/// - **A failure can be undone.** A failed statement spoils the transaction: it can only be
///   abandoned, or rolled back to a savepoint and then continue. To continue past a failure, use
///   [`attempt`].
pub trait Transaction {
    /// Runs a statement; gives the number of rows changed.
    ///
    /// # Errors
    /// [`RegisterError`]; the transaction is then spoiled.
    fn execute(&mut self, sql: &str, with: &[SqlValue<'_>]) -> Result<u64, RegisterError>;

    /// Runs a statement and hands over its rows one by one.
    ///
    /// # Errors
    /// [`RegisterError`], also from `each`; the transaction is then spoiled.
    fn query(
        &mut self,
        sql: &str,
        with: &[SqlValue<'_>],
        each: &mut EachRow<'_>,
    ) -> Result<(), RegisterError>;

    /// Hands over what the engine itself finds wrong, as of the moment of this transaction: pages and
    /// indexes, dangling references, a changed schema. Issues beyond some tens may be left out.
    /// Reading damage does not spoil the transaction.
    ///
    /// # Errors
    /// [`RegisterError`] when it could not check. Unreadable damage is an issue, not an error.
    fn check(&mut self, each: &mut dyn FnMut(IntegrityIssue)) -> Result<(), RegisterError>;

    /// Sets a savepoint; savepoints can be nested.
    ///
    /// # Errors
    /// [`RegisterError`].
    fn savepoint(&mut self) -> Result<(), RegisterError> {
        self.execute("SAVEPOINT attempt", &[]).map(drop)
    }

    /// Undoes everything since the newest savepoint, which stays, and repairs a spoiled transaction.
    /// Gives `false` when the engine has ended the transaction, with what preceded the savepoint.
    ///
    /// # Errors
    /// [`RegisterError`].
    fn rollback_to_savepoint(&mut self) -> Result<bool, RegisterError> {
        self.execute("ROLLBACK TO SAVEPOINT attempt", &[])?;
        Ok(true)
    }

    /// Removes the newest savepoint and keeps what was done since.
    ///
    /// # Errors
    /// [`RegisterError`].
    fn release_savepoint(&mut self) -> Result<(), RegisterError> {
        self.execute("RELEASE SAVEPOINT attempt", &[]).map(drop)
    }
}

/// Runs `work`; when it fails, its changes are undone and the transaction continues.
///
/// # Errors
/// When the transaction cannot continue: if the engine has ended it, why `work` failed.
pub fn attempt<T, F: From<RegisterError>>(
    tx: &mut dyn Transaction,
    work: impl FnOnce(&mut dyn Transaction) -> Result<T, F>,
) -> Result<Result<T, F>, F> {
    tx.savepoint()?;
    let done = work(tx);
    if done.is_err() && !tx.rollback_to_savepoint()? {
        return done.map(Ok);
    }
    tx.release_savepoint()?;
    Ok(done)
}

/// A fault that an engine finds in its own database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IntegrityIssue {
    /// A damaged page, row or index, in the engine's own words.
    Damage(String),
    /// Rows of `table` refer to missing rows of `to`.
    Dangling {
        table: String,
        to: String,
        rows: u64,
    },
    /// A table, index or trigger differs from the schema.
    Schema {
        name: String,
        difference: SchemaDifference,
        /// Whether it is a table: without it its rows cannot be read.
        is_table: bool,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaDifference {
    Missing,
    Changed,
    /// The schema has no part of that name.
    Unknown,
}

/// A database that holds a register. An engine promises:
///
/// - **All or nothing.** What `write` runs is committed as a whole on `Ok` and leaves no trace on
///   `Err`.
/// - **Durable.** After `Ok` the rows survive a kill of the program and a power cut.
/// - **It never guesses.** [`RegisterError::NotKnown`] means that the rows may be there; every
///   other error means that they are not.
/// - **One writer at a time.** What `write` reads does not change until it ends. A second writer
///   sees what the first wrote, or gets [`RegisterError::Busy`] after waiting too long.
/// - **A reader sees one moment.** `read` sees the register as of its first statement.
/// - **The second lock.** The schema itself refuses what the rules forbid, also without seinhuis.
/// - **No family in an error.** Errors name places, numbers and codes, never a value of a row.
pub trait Engine {
    /// Runs `work` in one transaction and commits it if `work` returns `Ok`.
    ///
    /// # Errors
    /// What `work` returns, or an error of the engine.
    fn write<T, F: From<RegisterError>>(
        &mut self,
        work: impl FnOnce(&mut dyn Transaction) -> Result<T, F>,
    ) -> Result<T, F>;

    /// Runs `work` on the register as it is at one moment. It cannot write.
    ///
    /// # Errors
    /// What `work` returns, or an error of the engine.
    fn read<T, F: From<RegisterError>>(
        &mut self,
        work: impl FnOnce(&mut dyn Transaction) -> Result<T, F>,
    ) -> Result<T, F>;

    /// Announces many writes: the engine may use more memory.
    ///
    /// # Errors
    /// [`RegisterError`].
    fn expect_many(&mut self) -> Result<(), RegisterError>;

    fn made_by(&self) -> Clock;

    /// Facts about the database itself.
    ///
    /// # Errors
    /// [`RegisterError`] when it cannot be read.
    fn info(&mut self) -> Result<DatabaseInfo, RegisterError>;

    /// Copies the register, as it is at one moment, into the empty file `into`; errors call it
    /// `name`. Others can write meanwhile. The copy is one file that still has to be synced.
    ///
    /// # Errors
    /// [`RegisterError`]; the file is then useless. An engine without files refuses.
    fn copy(&self, into: &Path, name: &Path, kept: CopyKind) -> Result<(), RegisterError>;

    /// Closes it as one file, without a log.
    ///
    /// # Errors
    /// [`RegisterError`]; the log may then still be there. An engine without files refuses.
    fn checkpoint_and_close(self) -> Result<(), RegisterError>;

    /// Closes it at the end of a run, and leaves freeing memory to the system.
    fn close_fast(self);
}

/// The use of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyKind {
    /// A backup: one file, and reading it makes no other.
    Aside,
    /// A working copy.
    AtHand,
}

/// Facts about the database itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatabaseInfo {
    pub place: Place,
    /// The version of the register's schema.
    pub schema: u32,
    pub made_by: Clock,
    /// The engine and its version, for example `SQLite 3.54.1`.
    pub engine: String,
    /// The journal mode in the engine's own word, for example `wal`.
    pub journal: String,
    /// Its size, including the log.
    pub bytes: u64,
}
