//! What the register asks of a database, and no more.

use std::borrow::Cow;
use std::fmt;
use std::ops::ControlFlow;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::register::error::RegisterError;
use crate::register::place::Place;

/// By which clock a run records, and a register was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The system's.
    System,
    /// One that was set for the run. A register that was made by it is there to try with.
    Set,
}

/// What a register is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Only to read: a register that is not there is not made.
    Read,
    /// Only to look whether it is sound, also at a copy: nothing is left beside it that was not
    /// there.
    Inspect,
    /// As [`Access::Inspect`], and what can be read of a damaged file is read: also of one that was
    /// cut off.
    Salvage,
    /// Also to record, by this clock: a register that is not there is made.
    Write(Clock),
}

/// A value as it goes into a statement and comes out of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SqlValue<'a> {
    Null,
    /// A BIGINT.
    Integer(i64),
    /// A TEXT.
    Text(#[serde(borrow)] Cow<'a, str>),
}

impl SqlValue<'_> {
    /// The same, without a text of its own.
    #[must_use]
    pub fn borrowed(&self) -> SqlValue<'_> {
        match self {
            SqlValue::Null => SqlValue::Null,
            SqlValue::Integer(number) => SqlValue::Integer(*number),
            SqlValue::Text(text) => SqlValue::Text(Cow::Borrowed(text)),
        }
    }

    /// The same, to keep.
    #[must_use]
    pub fn kept(&self) -> SqlValue<'static> {
        match self {
            SqlValue::Null => SqlValue::Null,
            SqlValue::Integer(number) => SqlValue::Integer(*number),
            SqlValue::Text(text) => SqlValue::Text(Cow::Owned(text.clone().into_owned())),
        }
    }
}

impl SqlValue<'static> {
    /// What a domain value is written as.
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

/// What is done with each row: go on, or stop reading.
pub type EachRow<'f> = dyn FnMut(&[SqlValue<'_>]) -> Result<ControlFlow<()>, RegisterError> + 'f;

/// The statements that are run inside one transaction. It promises:
///
/// - **Plain SQL.** A statement that SQLite and PostgreSQL both understand is understood.
///   Parameters are numbered `$1` to `$n`; one may occur more than once and in any order. A value is
///   NULL, an integer or text.
/// - **What was tried can be taken back.** After a statement has failed the transaction is good for
///   nothing but being abandoned, or rolled back to a savepoint that was set before: from there it
///   goes on as if nothing had been tried. Whoever goes on past a failure uses [`attempt`].
pub trait Transaction {
    /// Runs a statement and tells how many rows it changed.
    ///
    /// # Errors
    /// [`RegisterError`]; the transaction is then spoiled.
    fn execute(&mut self, sql: &str, with: &[SqlValue<'_>]) -> Result<u64, RegisterError>;

    /// Runs a statement and hands over its rows one by one, without ever holding them all.
    ///
    /// # Errors
    /// [`RegisterError`], also the one that `each` returns; no further row is then read, and the
    /// transaction is spoiled.
    fn query(
        &mut self,
        sql: &str,
        with: &[SqlValue<'_>],
        each: &mut EachRow<'_>,
    ) -> Result<(), RegisterError>;

    /// Hands over what the engine itself finds wrong with its database, at the moment that this
    /// transaction sees: pages and indexes, rows that refer to nothing, a schema that is another.
    /// Issues beyond some tens may be left out. A statement of its own that fails on what is damaged
    /// does not spoil the transaction.
    ///
    /// # Errors
    /// [`RegisterError`] when it could not look; that it cannot read what is damaged is an issue.
    fn check(&mut self, each: &mut dyn FnMut(IntegrityIssue)) -> Result<(), RegisterError>;

    /// Sets a savepoint, within one that is set already if there is one.
    ///
    /// # Errors
    /// [`RegisterError`].
    fn savepoint(&mut self) -> Result<(), RegisterError> {
        self.execute("SAVEPOINT attempt", &[]).map(drop)
    }

    /// Takes back everything since the newest savepoint, which stays, and mends a transaction that
    /// is spoiled. Gives whether it goes on: it does not when the engine itself has ended it, and
    /// what came before the savepoint is lost too.
    ///
    /// # Errors
    /// [`RegisterError`].
    fn rollback_to_savepoint(&mut self) -> Result<bool, RegisterError> {
        self.execute("ROLLBACK TO SAVEPOINT attempt", &[])?;
        Ok(true)
    }

    /// Forgets the newest savepoint; what was done since stays.
    ///
    /// # Errors
    /// [`RegisterError`].
    fn release_savepoint(&mut self) -> Result<(), RegisterError> {
        self.execute("RELEASE SAVEPOINT attempt", &[]).map(drop)
    }
}

/// Tries `work`, of which nothing stays when it fails: the transaction then goes on as if it had not
/// been tried. Gives what came of it.
///
/// # Errors
/// When the transaction cannot go on: of one that the engine has ended, why `work` failed.
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

/// Something that an engine finds wrong with its own database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IntegrityIssue {
    /// A page, a row or an index is damaged, in the engine's own technical words.
    Damage(String),
    /// So many rows of a table refer to a row of another that is not there.
    Dangling {
        /// The table.
        table: String,
        /// The table that they refer to.
        to: String,
        rows: u64,
    },
    /// A table, an index or a trigger is not as the schema says.
    Schema {
        name: String,
        /// What is the matter with it.
        how: SchemaDifference,
        /// Whether it is a table, without which what stands in it cannot be read.
        is_table: bool,
    },
}

/// In which way a part of the schema is not what it must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaDifference {
    /// It is not there.
    Missing,
    /// It is another.
    Changed,
    /// Nothing of that name belongs there.
    Unknown,
}

/// A database in which a register lives. An engine promises:
///
/// - **All or nothing.** What `write` runs is committed as a whole when it returns `Ok`, and leaves
///   no trace when it returns `Err`.
/// - **Recorded is recorded.** When `write` returns `Ok`, its rows survive a kill of the program
///   and a power cut.
/// - **It never guesses.** A failure after which the rows may or may not be there is
///   [`RegisterError::NotKnown`]; every other error means that they are certainly not.
/// - **One writer at a time.** What `write` reads does not change until it ends; two writers follow
///   on one another, the second sees what the first wrote. Who must wait too long gets
///   [`RegisterError::Busy`].
/// - **A reader sees one moment.** Everything that `read` reads is as it was at its first
///   statement, whatever others write.
/// - **The second lock.** The schema itself refuses what the rules of the work forbid, also to who
///   comes without seinhuis.
/// - **Nothing about a family in an error.** Errors name places, numbers and codes, never a value of
///   a row.
pub trait Engine {
    /// Runs `work` in one transaction that may write, and commits it when, and only when, it
    /// returns `Ok`.
    ///
    /// # Errors
    /// What `work` returns, or what the engine itself met.
    fn write<T, F: From<RegisterError>>(
        &mut self,
        work: impl FnOnce(&mut dyn Transaction) -> Result<T, F>,
    ) -> Result<T, F>;

    /// Runs `work` on the register as it is at one moment. Nothing can be written in it.
    ///
    /// # Errors
    /// What `work` returns, or what the engine itself met.
    fn read<T, F: From<RegisterError>>(
        &mut self,
        work: impl FnOnce(&mut dyn Transaction) -> Result<T, F>,
    ) -> Result<T, F>;

    /// Much is going to be written: the engine may take more memory for it.
    ///
    /// # Errors
    /// [`RegisterError`] when it cannot be told.
    fn expect_many(&mut self) -> Result<(), RegisterError>;

    /// By which clock the register was made.
    fn made_by(&self) -> Clock;

    /// What there is to tell about the database itself.
    ///
    /// # Errors
    /// [`RegisterError`] when it cannot be read.
    fn info(&mut self) -> Result<DatabaseInfo, RegisterError>;

    /// Copies the register, as it is at one moment, into the empty file `into`, which will be called
    /// `name`; others go on writing. The copy is whole, in that one file, and still has to be
    /// written to the disk.
    ///
    /// # Errors
    /// [`RegisterError`]; what stands in the file then is nothing to keep. An engine that keeps no
    /// files refuses.
    fn copy(&self, into: &Path, name: &Path, kept: CopyKind) -> Result<(), RegisterError>;

    /// Closes it in one file, with no log beside it.
    ///
    /// # Errors
    /// [`RegisterError`]; then the log may still be beside it. An engine that keeps no files
    /// refuses.
    fn checkpoint_and_close(self) -> Result<(), RegisterError>;

    /// Closes it at the end of a run: what the system takes back when the program ends need not be
    /// given back piece by piece.
    fn close_fast(self);
}

/// How a copy is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyKind {
    /// To be laid aside: one file, and reading it makes no other.
    Aside,
    /// To be worked with.
    AtHand,
}

/// What there is to tell about the database itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatabaseInfo {
    /// Where it is.
    pub place: Place,
    /// The version of the register's schema.
    pub schema: u32,
    /// By which clock it was made.
    pub made_by: Clock,
    /// The engine and its version, for example `SQLite 3.54.1`.
    pub engine: String,
    /// How it keeps what is recorded, in the engine's own word, for example `wal`.
    pub journal: String,
    /// How many bytes it takes, its log included.
    pub bytes: u64,
}
