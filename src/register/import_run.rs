//! How far a file is of which some rows cannot be known again, since they have neither a number nor
//! a reference: kept with what is recorded of it, so that the same file is recorded once.
//!
//! A file of many thousands of rows is recorded in parts: in one transaction an acute report would
//! wait for it. When such an import is broken off, the same file with the same map and options goes
//! on where it stopped.

use crate::register::Register;
use crate::register::audit::hash_chain::{ContentHash, Seal};
use crate::register::batch::{BatchError, BatchProgress};
use crate::register::database::{Engine as _, Transaction};
use crate::register::error::RegisterError;
use crate::register::row::{RowColumns as _, Stored as _, insert, one};
use crate::register::tables::ImportRunRow;

/// A file that is recorded, and how it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportRun {
    file: Seal,
    options: Seal,
}

/// How far a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reached {
    /// So many of its reports were looked at, from the first.
    pub done: u64,
    /// Of the numbers of their rows.
    pub rows: Seal,
    /// Whether it was with these options.
    pub same_options: bool,
}

impl ImportRun {
    /// `file`: of all its bytes. `options`: of everything else by which the same file could become
    /// other signals.
    #[must_use]
    pub fn new(file: &ContentHash, options: &ContentHash) -> Self {
        Self {
            file: file.seal(),
            options: options.seal(),
        }
    }
}

impl Register {
    /// Forgets what earlier runs recorded of a file: it begins again.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn forget(&mut self, run: &ImportRun) -> Result<(), RegisterError> {
        self.database.write(|tx| forget(tx, run))
    }
}

/// How far earlier runs came with this file; `None` when there were none.
pub(super) fn reached(
    tx: &mut dyn Transaction,
    run: &ImportRun,
) -> Result<Option<Reached>, RegisterError> {
    let columns = ImportRunRow::select();
    let sql = format!("SELECT {columns} FROM import_run WHERE file = $1");
    let row: Option<ImportRunRow> = one(tx, &sql, &[run.file.to_value()])?;
    row.map(|row| {
        let done = u64::try_from(row.done);
        Ok(Reached {
            done: done.map_err(|_| RegisterError::DamagedSignal { id: None })?,
            rows: row.row_numbers,
            same_options: row.options == run.options,
        })
    })
    .transpose()
}

/// Makes sure that the file is as far as this run left it: that no other run records it too.
///
/// # Errors
/// [`BatchError::OtherRun`].
pub(super) fn is_where_it_was(
    tx: &mut dyn Transaction,
    run: &ImportRun,
    progress: &BatchProgress,
) -> Result<(), BatchError> {
    let done = reached(tx, run)?.map_or(0, |reached| reached.done);
    if done == progress.done {
        Ok(())
    } else {
        Err(BatchError::OtherRun { done })
    }
}

/// Keeps how far this file is.
pub(super) fn keep(
    tx: &mut dyn Transaction,
    run: &ImportRun,
    progress: &BatchProgress,
) -> Result<(), RegisterError> {
    forget(tx, run)?;
    let done = i64::try_from(progress.done).map_err(|_| RegisterError::Fault {
        what: "an import counts more rows than there can be",
    })?;
    insert(
        tx,
        &ImportRunRow {
            file: run.file,
            options: run.options,
            row_numbers: progress.rows.seal(),
            done,
        },
    )
}

/// Forgets how far this file was.
fn forget(tx: &mut dyn Transaction, run: &ImportRun) -> Result<(), RegisterError> {
    let sql = "DELETE FROM import_run WHERE file = $1";
    tx.execute(sql, &[run.file.to_value()]).map(drop)
}
