//! Reads a file of signals row by row, in either format.

use std::sync::Arc;

use ::csv::ByteRecord;

use crate::domain::invariant::Invariant as _;
use crate::exchange::import::bytes::{self, DecodedFile};
use crate::exchange::import::field::{Field, REJECTED_BECAUSE};
use crate::exchange::import::field_error::{FieldError, RowFault};
use crate::exchange::import::file_fault::{FileFault, SourceError};
use crate::exchange::import::table::{FieldColumns, ImportTable, Mapping};

/// The format of a file of signals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportFormat {
    /// Headings and rows.
    Table,
    /// A JSON object on each line.
    Lines,
}

/// An open file of signals.
pub struct ImportSource {
    rows: SourceRows,
}

enum SourceRows {
    Table {
        table: Box<ImportTable>,
        columns: Arc<FieldColumns>,
    },
    Lines {
        bytes: DecodedFile,
        line: u64,
    },
}

/// A row as it is in the file.
pub struct Raw {
    /// Its number; see [`RowFault::row`].
    pub row: u64,
    pub(crate) content: Content,
}

pub(crate) enum Content {
    Record(ByteRecord, Arc<FieldColumns>),
    Line(Vec<u8>),
}

impl ImportFormat {
    /// Guesses the format: lines when the file begins with a brace.
    #[must_use]
    pub fn of(bytes: &DecodedFile) -> Self {
        match bytes.beginning().trim_ascii_start().first() {
            Some(b'{') => ImportFormat::Lines,
            Some(_) | None => ImportFormat::Table,
        }
    }
}

impl ImportSource {
    /// Opens a file of this format, and reads its headings. `sender_known`: whether rows may leave
    /// out the sender.
    pub fn open(
        bytes: DecodedFile,
        format: ImportFormat,
        mappings: &[Mapping],
        sender_known: bool,
    ) -> Result<Self, SourceError> {
        // A workbook is a zip archive.
        if bytes.beginning().starts_with(b"PK\x03\x04") {
            return Err(FileFault::Workbook.into());
        }
        let rows = match format {
            ImportFormat::Table => {
                let table = ImportTable::open(bytes, mappings, sender_known)?;
                let columns = Arc::new(table.columns.clone());
                let table = Box::new(table);
                SourceRows::Table { table, columns }
            }
            ImportFormat::Lines if !mappings.is_empty() => {
                return Err(FileFault::MappingWithoutColumns.into());
            }
            ImportFormat::Lines if bytes.beginning().is_empty() => {
                return Err(FileFault::Empty.into());
            }
            ImportFormat::Lines => SourceRows::Lines { bytes, line: 0 },
        };
        Ok(Self { rows })
    }

    /// The next row; `None` at the end.
    pub fn next_row(&mut self) -> Result<Option<Raw>, SourceError> {
        match &mut self.rows {
            SourceRows::Table { table, columns } => {
                let next = table.next()?;
                Ok(next.map(|(row, record)| Raw {
                    row,
                    content: Content::Record(record, Arc::clone(columns)),
                }))
            }
            SourceRows::Lines { bytes, line } => loop {
                *line += 1;
                let text = bytes.line().map_err(|error| {
                    if bytes::is_endless(&error) {
                        FileFault::EndlessRow(*line).into()
                    } else {
                        SourceError::Input(error)
                    }
                })?;
                let Some(text) = text else {
                    return Ok(None);
                };
                if !text.trim_ascii().is_empty() {
                    return Ok(Some(Raw {
                        row: *line,
                        content: Content::Line(text),
                    }));
                }
            },
        }
    }

    /// The first line of a file of rejected rows: the headings, and the reason. `None` when the
    /// format has no headings.
    #[must_use]
    pub fn reject_headings(&self) -> Option<Vec<u8>> {
        let SourceRows::Table { table, columns } = &self.rows else {
            return None;
        };
        let reason = match columns.because() {
            Some(_) => None,
            None => Some(REJECTED_BECAUSE.as_bytes()),
        };
        let headings = table.headings.iter().chain(reason);
        Some(csv_line(headings, table.delimiter))
    }

    /// How to write a rejected row, so that it can be mended and read again.
    #[must_use]
    pub fn rejects(&self) -> Rejects {
        Rejects {
            delimiter: match &self.rows {
                SourceRows::Table { table, columns: _ } => table.delimiter,
                SourceRows::Lines { .. } => b',',
            },
        }
    }
}

/// Writes rejected rows.
#[derive(Debug, Clone, Copy)]
pub struct Rejects {
    delimiter: u8,
}

impl Rejects {
    /// The row as it was, with the reason.
    #[must_use]
    pub fn row(&self, raw: &Raw, because: &str) -> Vec<u8> {
        match &raw.content {
            Content::Record(record, columns) => {
                csv_line(with_field(record, columns, because), self.delimiter)
            }
            Content::Line(line) => with_key(line, because),
        }
    }
}

/// The fields of a row and the reason: in its own column if there is one and the row fits the
/// headings, otherwise at the end. A row that did not fit the headings must not fit them with the
/// reason, or the reason would be read as another field.
fn with_field<'a>(
    record: &'a ByteRecord,
    columns: &FieldColumns,
    because: &'a str,
) -> Vec<&'a [u8]> {
    let mut fields: Vec<&[u8]> = record.iter().collect();
    let fits = columns.length_error(record).is_none();
    let own_column = columns.because().filter(|_| fits);
    match own_column.and_then(|place| fields.get_mut(place)) {
        Some(field) => *field = because.as_bytes(),
        None => fields.push(because.as_bytes()),
    }
    if columns.because().is_some() && columns.count() == record.len() + 1 {
        fields.push(b"");
    }
    fields
}

pub(crate) fn csv_line<'a>(fields: impl IntoIterator<Item = &'a [u8]>, delimiter: u8) -> Vec<u8> {
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(Vec::new());
    let written = writer.write_record(fields);
    written.certain("writing to memory does not fail");
    writer
        .into_inner()
        .certain("writing to memory does not fail")
}

/// The object with the reason after its keys, which stay as they were. An earlier reason at the end
/// goes. A line that is not an object stays as it is.
fn with_key(line: &[u8], because: &str) -> Vec<u8> {
    let object: Option<serde_json::Map<String, serde_json::Value>> =
        serde_json::from_slice(line).ok();
    let open = std::str::from_utf8(line)
        .ok()
        .and_then(|line| line.trim_ascii_end().strip_suffix('}'))
        .filter(|_| object.is_some_and(|object| !object.is_empty()));
    let Some(open) = open else {
        return [line, b"\n"].concat();
    };
    let key = format!(",\"{REJECTED_BECAUSE}\":");
    let before = match open.rsplit_once(&key) {
        Some((before, value)) if serde_json::from_str::<String>(value).is_ok() => before,
        _ => open,
    };
    let because = serde_json::Value::from(because);
    format!("{before}{key}{because}}}\n").into_bytes()
}

impl Raw {
    /// The length of the row.
    #[must_use]
    pub fn bytes(&self) -> usize {
        match &self.content {
            Content::Record(record, _) => record.as_slice().len(),
            Content::Line(line) => line.len(),
        }
    }

    pub(crate) fn fault(&self, field: Option<Field>, error: FieldError) -> RowFault {
        RowFault {
            row: self.row,
            field,
            error,
        }
    }
}
