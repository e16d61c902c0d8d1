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

use std::io::{self, Write};

pub use record::ExportRecord;
pub use xlsx::write_workbook;

use crate::domain::access::Reader;
use crate::domain::codes::code_enum;
use crate::domain::time::{Moment, Zone};
use crate::register::{RegisterError, Stories};

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
    /// The format of a file with this ending, in any case; a table has a row for each of `rows`.
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

/// Who exports, when, and in which zone moments are written.
#[derive(Debug, Clone, Copy)]
pub struct ExportContext<'r> {
    pub zone: Zone,
    pub now: Moment,
    pub reader: &'r Reader,
}

/// Why an export was not written to its end.
#[derive(Debug)]
pub enum ExportError {
    Register(RegisterError),
    /// A closed pipe, a full disk.
    Out(io::Error),
    /// More rows than a sheet of a workbook holds.
    TooManyRows(u64),
}

impl From<RegisterError> for ExportError {
    fn from(error: RegisterError) -> Self {
        ExportError::Register(error)
    }
}

impl From<io::Error> for ExportError {
    fn from(error: io::Error) -> Self {
        ExportError::Out(error)
    }
}

/// Writes the stories as text. Gives how many events were told: their reader need not know of all.
///
/// # Errors
/// What was written until then ends with a whole line.
pub fn write_text(
    form: TextForm,
    stories: &mut Stories<'_>,
    context: ExportContext<'_>,
    out: &mut dyn Write,
) -> Result<u64, ExportError> {
    let events = match form {
        TextForm::Csv(sheet) => csv::write(sheet, stories, context, out),
        TextForm::Jsonl => json::lines(stories, context, out),
        TextForm::Json => json::array(stories, context, out),
    }?;
    out.flush()?;
    Ok(events)
}
