//! How far a file is that is recorded in parts: kept with each part, and gone with the last.
//!
//! A file of many thousands of rows is not recorded in one transaction: an acute report would wait
//! for it. When such an import is broken off, the same file with the same map and options goes on
//! where it stopped.

use super::Register;
use super::database::{Engine as _, Transaction};
use super::error::RegisterError;
use super::row::{Columns as _, Stored as _, insert, one};
use super::seal::{ContentHash, Seal};
use super::tables::ImportRunRow;

/// A file that is recorded in parts, and how it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportRun {
    file: Seal,
    options: Seal,
}

/// What an earlier run left of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Earlier {
    /// Nothing: none was broken off.
    None,
    /// So many of its reports are recorded, from the first.
    Done(u64),
    /// Some are, but by another map or with other options.
    OtherOptions(u64),
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
    /// What an earlier run that was broken off left of a file that is recorded in parts.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn earlier(&mut self, run: &ImportRun) -> Result<Earlier, RegisterError> {
        self.database.read(|tx| earlier(tx, run))
    }

    /// Forgets what an earlier run left of a file: it begins again.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn forget(&mut self, run: &ImportRun) -> Result<(), RegisterError> {
        self.database.write(|tx| forget(tx, run))
    }
}

/// What an earlier run left of this file.
fn earlier(tx: &mut dyn Transaction, run: &ImportRun) -> Result<Earlier, RegisterError> {
    let columns = ImportRunRow::select();
    let sql = format!("SELECT {columns} FROM import_run WHERE file = $1");
    let row: Option<ImportRunRow> = one(tx, &sql, &[run.file.to_value()])?;
    let Some(row) = row else {
        return Ok(Earlier::None);
    };
    let done = u64::try_from(row.done).map_err(|_| RegisterError::DamagedSignal { id: None })?;
    Ok(if row.options == run.options {
        Earlier::Done(done)
    } else {
        Earlier::OtherOptions(done)
    })
}

/// Keeps how many reports of this file are recorded; nothing once all of them are.
pub(super) fn keep(
    tx: &mut dyn Transaction,
    run: &ImportRun,
    done: u64,
    of: u64,
) -> Result<(), RegisterError> {
    forget(tx, run)?;
    if done == of {
        return Ok(());
    }
    let done = i64::try_from(done).map_err(|_| RegisterError::Fault {
        what: "an import counts more rows than there can be",
    })?;
    insert(
        tx,
        &ImportRunRow {
            file: run.file,
            options: run.options,
            done,
        },
    )
}

/// Forgets how far this file was.
fn forget(tx: &mut dyn Transaction, run: &ImportRun) -> Result<(), RegisterError> {
    let sql = "DELETE FROM import_run WHERE file = $1";
    tx.execute(sql, &[run.file.to_value()]).map(drop)
}
