//! Signals and their events, written one after another for another program or a spreadsheet.

mod columns;
mod csv;
mod json;
mod record;
mod xlsx;

#[cfg(test)]
mod read_back_tests;
#[cfg(test)]
pub(crate) mod tests;

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

pub use record::ExportRecord;

use crate::domain::codes::code_enum;
use crate::domain::time::{Moment, Zone};
use crate::register::{RegisterError, Stories};

/// In which form signals are exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// A workbook (XLSX) with a sheet of signals and one of their events.
    Workbook,
    /// Text, which can go to a pipe too.
    Text(TextForm),
}

/// The forms that are text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextForm {
    /// A table for a Dutch spreadsheet, with a row for each of these.
    Csv(Sheet),
    /// A record on each line; `import` reads it back.
    Jsonl,
    /// The records in one array.
    Json,
}

impl ExportFormat {
    /// The form of a file whose name ends like this, in small or large letters; of a table, with a
    /// row for each of `rows`.
    #[must_use]
    pub fn by_ending(ending: &str, rows: Sheet) -> Option<Self> {
        match ending.to_ascii_lowercase().as_str() {
            "xlsx" => Some(ExportFormat::Workbook),
            "csv" => Some(ExportFormat::Text(TextForm::Csv(rows))),
            "jsonl" => Some(ExportFormat::Text(TextForm::Jsonl)),
            "json" => Some(ExportFormat::Text(TextForm::Json)),
            _ => None,
        }
    }

    /// The ending of such a file.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            ExportFormat::Workbook => "xlsx",
            ExportFormat::Text(TextForm::Csv(_)) => "csv",
            ExportFormat::Text(TextForm::Jsonl) => "jsonl",
            ExportFormat::Text(TextForm::Json) => "json",
        }
    }
}

code_enum! {
    /// What a row of a table is about.
    Sheet {
        /// A signal, where it stands now.
        Signals = "signals",
        /// An event of a signal.
        Events = "events",
    }
}

/// How moments are told.
#[derive(Debug, Clone, Copy)]
pub struct MomentForm {
    /// In which zone.
    pub zone: Zone,
    /// The moment of the export.
    pub now: Moment,
}

/// Why an export was not written to its end.
#[derive(Debug)]
pub enum NotExported {
    /// The register could not be read any further.
    Register(RegisterError),
    /// Where it was written to takes no more: a closed pipe, a full disk.
    Out(io::Error),
    /// A sheet of a workbook holds fewer rows than this.
    TooManyRows(u64),
}

impl From<RegisterError> for NotExported {
    fn from(error: RegisterError) -> Self {
        NotExported::Register(error)
    }
}

impl From<io::Error> for NotExported {
    fn from(error: io::Error) -> Self {
        NotExported::Out(error)
    }
}

/// Writes the stories as text.
///
/// # Errors
/// [`NotExported`]; what was written until then is whole lines, and not the whole.
pub fn write_text(
    form: TextForm,
    stories: &mut Stories<'_>,
    clock: MomentForm,
    out: &mut dyn Write,
) -> Result<(), NotExported> {
    match form {
        TextForm::Csv(sheet) => csv::write(sheet, stories, clock, out),
        TextForm::Jsonl => json::lines(stories, clock, out),
        TextForm::Json => json::array(stories, clock, out),
    }?;
    Ok(out.flush()?)
}

/// Writes the stories as a workbook. What does not fit in memory waits in files without a name in
/// `folder`.
///
/// # Errors
/// [`NotExported`]: too many rows is said before anything is written.
pub fn write_workbook(
    stories: &mut Stories<'_>,
    clock: MomentForm,
    folder: &Path,
    file: &mut File,
) -> Result<(), NotExported> {
    xlsx::write(stories, clock, folder, file)
}
