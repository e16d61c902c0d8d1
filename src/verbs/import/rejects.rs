//! The file of rows that were turned down, each with the reason, to mend and import again. It holds
//! words about families.

use std::io::{self, BufWriter, Write as _};
use std::path::PathBuf;

use crate::context::new_file::{self, FileReaders, NewFile};
use crate::domain::invariant::broken;
use crate::errors::cli_error::CliError;
use crate::errors::{ExportRefusal, row_fault};
use crate::exchange::import::{Field, FieldError, ImportSource, Raw, Rejects, RowFault, RowSpool};
use crate::output::screen::RenderContext;
use crate::register::{Conflict, ConflictWith};

/// A new file that appears whole, readable by its owner alone.
pub struct RejectsFile {
    path: PathBuf,
    /// `None` before it was begun.
    file: Option<BufWriter<NewFile>>,
    rejects: Rejects,
    headings: Option<Vec<u8>>,
    rows: u64,
}

impl RejectsFile {
    /// Makes no file yet.
    pub fn new(path: PathBuf, source: &ImportSource) -> Self {
        Self {
            path,
            file: None,
            rejects: source.rejects(),
            headings: source.reject_headings(),
            rows: 0,
        }
    }

    /// Fails when something of its name is there.
    pub fn is_free(&self) -> Result<(), CliError> {
        if new_file::is_taken(&self.path) {
            let path = self.path.clone();
            return Err(CliError::Export(ExportRefusal::FileExists { path }));
        }
        Ok(())
    }

    /// Begins the file, still without its name. Nothing is ever overwritten.
    pub fn begin(&mut self) -> Result<(), CliError> {
        if self.file.is_some() {
            return Ok(());
        }
        self.is_free()?;
        let file = NewFile::begin(&self.path, FileReaders::Owner)
            .map_err(|error| self.not_written(error))?;
        self.file = Some(BufWriter::new(file));
        Ok(())
    }

    /// Adds a row, and why it is turned down. [`begin`](RejectsFile::begin) must have been called.
    pub fn push(&mut self, raw: &Raw, reason: &str) -> io::Result<()> {
        let file = self.file.as_mut().ok_or(io::ErrorKind::NotFound)?;
        if let Some(headings) = self.headings.take() {
            file.write_all(&headings)?;
        }
        self.rows += 1;
        file.write_all(&self.rejects.row(raw, reason))
    }

    /// Waits until the disk has all of it.
    pub fn sync(&mut self) -> Result<(), CliError> {
        let synced = self.file.as_mut().map_or(Ok(()), |file| {
            file.flush()?;
            file.get_mut().sync()
        });
        synced.map_err(|error| self.not_written(error))
    }

    /// Gives it its name; `None` when no row was turned down.
    pub fn named(mut self) -> Result<Option<PathBuf>, CliError> {
        self.sync()?;
        let Self {
            path, file, rows, ..
        } = self;
        let Some(file) = file.filter(|_| rows > 0) else {
            return Ok(None);
        };
        let named = file
            .into_inner()
            .map_err(io::IntoInnerError::into_error)
            .and_then(NewFile::publish);
        named
            .map(Some)
            .map_err(|error| CliError::FileNotWritten { path, error })
    }

    pub fn not_written(&self, error: io::Error) -> CliError {
        CliError::FileNotWritten {
            path: self.path.clone(),
            error,
        }
    }
}

/// What is wrong with the rows that conflict with what is there.
pub fn conflicts(found: &[Conflict]) -> impl Iterator<Item = RowFault> {
    found.iter().map(|Conflict { row, with }| {
        let (field, error) = match with {
            ConflictWith::IdTaken => (Field::Id, FieldError::IdTaken),
            ConflictWith::ReferenceTaken(id) => (Field::Reference, FieldError::ReferenceTaken(*id)),
        };
        RowFault {
            row: *row,
            field: Some(field),
            error,
        }
    })
}

/// Why a row is turned down, as the file of rejects says it.
pub fn reason_text(faults: &[RowFault], screen: &RenderContext<'_>) -> String {
    let faults: Vec<String> = faults
        .iter()
        .map(|fault| row_fault(fault, screen))
        .collect();
    faults.join(" ")
}

/// Turns down these rows, in their order. Each was spooled.
pub fn turn_down(
    rejects: &mut RejectsFile,
    spool: &mut RowSpool,
    faults: Vec<RowFault>,
    screen: &RenderContext<'_>,
) -> Result<(), CliError> {
    rejects.begin()?;
    let mut faults = faults.into_iter().peekable();
    for raw in spool.rows().map_err(CliError::Spool)? {
        let raw = raw.map_err(CliError::Spool)?;
        if let Some(fault) = faults.next_if(|fault| fault.row == raw.row) {
            rejects
                .push(&raw, &reason_text(&[fault], screen))
                .map_err(|error| rejects.not_written(error))?;
        }
    }
    if faults.next().is_some() {
        broken("each row that can be turned down was spooled");
    }
    Ok(())
}
