//! How far the import of a file is. Kept for files with rows that have neither a number nor a
//! reference, and so cannot be recognised: the same file is still recorded once.
//!
//! A file of many thousands of rows is recorded in parts, so that an acute report does not wait for
//! it. A stopped import of the same file, map and options continues where it stopped.

use crate::register::Register;
use crate::register::audit::hash_chain::{ContentHash, Seal};
use crate::register::conflict::BatchError;
use crate::register::database::{Engine as _, Transaction};
use crate::register::error::RegisterError;
use crate::register::row::{DecodeError, ToColumn as _, insert, one};
use crate::register::tables::ImportRunRow;

/// The import of one file with certain options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportRun {
    file: Seal,
    options: Seal,
}

/// How far earlier runs came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ImportPosition {
    /// The number of reports handled, from the first.
    pub done: u64,
    /// The hash of their row numbers.
    pub rows: Seal,
    pub same_options: bool,
}

impl ImportRun {
    /// `file`: hash of the bytes. `options`: hash of everything else that determines the signals.
    #[must_use]
    pub fn new(file: &ContentHash, options: &ContentHash) -> Self {
        Self {
            file: file.seal(),
            options: options.seal(),
        }
    }
}

impl Register {
    /// Forgets how far the import of a file is: it begins again.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn forget_import(&mut self, run: &ImportRun) -> Result<(), RegisterError> {
        self.database.write(|tx| forget(tx, run))
    }
}

/// How far earlier runs came with this file; `None` when there were none.
pub(super) fn position(
    tx: &mut dyn Transaction,
    run: &ImportRun,
) -> Result<Option<ImportPosition>, RegisterError> {
    let row = one::<ImportRunRow>(
        tx,
        "FROM import_run WHERE file = $1",
        &[run.file.to_value()],
    )?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(ImportPosition {
        done: u64::try_from(row.done).map_err(|_| DecodeError)?,
        rows: row.row_numbers,
        same_options: row.options == run.options,
    }))
}

/// # Errors
/// [`BatchError::OtherRun`] when the file is not as far as this run left it.
pub(super) fn check_position(
    tx: &mut dyn Transaction,
    run: &ImportRun,
    expected: u64,
) -> Result<(), BatchError> {
    let done = position(tx, run)?.map_or(0, |position| position.done);
    if done == expected {
        Ok(())
    } else {
        Err(BatchError::OtherRun { done })
    }
}

pub(super) fn save_position(
    tx: &mut dyn Transaction,
    run: &ImportRun,
    done: u64,
    rows: Seal,
) -> Result<(), RegisterError> {
    forget(tx, run)?;
    let done = i64::try_from(done).map_err(|_| RegisterError::Fault {
        what: "an import counts more rows than there can be",
    })?;
    insert(
        tx,
        &ImportRunRow {
            file: run.file,
            options: run.options,
            row_numbers: rows,
            done,
        },
    )
}

fn forget(tx: &mut dyn Transaction, run: &ImportRun) -> Result<(), RegisterError> {
    let sql = "DELETE FROM import_run WHERE file = $1";
    tx.execute(sql, &[run.file.to_value()]).map(drop)
}
