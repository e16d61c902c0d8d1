//! A file of signals, row by row, whichever its form.

use crate::domain::invariant::Invariant as _;
use std::io;
use std::sync::Arc;

use ::csv::ByteRecord;

use crate::exchange::import::bytes::{self, DecodedFile};
use crate::exchange::import::field_error::{FieldError, FileFault, RowFault};
use crate::exchange::import::table::{FieldColumns, ImportTable, Mapping};

/// The form of a file of signals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportFormat {
    /// Headings and rows.
    Table,
    /// A JSON object on each line.
    Lines,
}

/// A file of signals, open.
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

/// A row as it stands in the file.
pub struct Raw {
    /// Its number; see [`RowFault::row`].
    pub row: u64,
    pub(crate) content: Content,
}

/// What stands in a row.
pub(crate) enum Content {
    Record(ByteRecord, Arc<FieldColumns>),
    Line(Vec<u8>),
}

/// Why a file cannot be read, or not further.
#[derive(Debug)]
pub enum Unopened {
    /// What is wrong with it.
    File(Vec<FileFault>),
    /// It cannot be read at all.
    Input(io::Error),
}

impl ImportFormat {
    /// The form that a file seems to have: lines when it begins with a brace.
    #[must_use]
    pub fn of(bytes: &DecodedFile) -> Self {
        let first = bytes
            .beginning()
            .iter()
            .find(|byte| !byte.is_ascii_whitespace());
        if first == Some(&b'{') {
            ImportFormat::Lines
        } else {
            ImportFormat::Table
        }
    }
}

impl ImportSource {
    /// Opens a file of this form, and reads its headings. `sender_known`: whether rows may leave
    /// out who sends.
    ///
    /// # Errors
    /// [`Unopened`]: headings that are not understood, or a file that cannot be read.
    pub fn open(
        bytes: DecodedFile,
        form: ImportFormat,
        mappings: &[Mapping],
        sender_known: bool,
    ) -> Result<Self, Unopened> {
        // Workbooks are archives, and archives begin so.
        if bytes.beginning().starts_with(b"PK\x03\x04") {
            return Err(Unopened::File(vec![FileFault::Workbook]));
        }
        match form {
            ImportFormat::Table => {
                let table = ImportTable::open(bytes, mappings, sender_known)?;
                let columns = Arc::new(table.columns.clone());
                Ok(Self {
                    rows: SourceRows::Table {
                        table: Box::new(table),
                        columns,
                    },
                })
            }
            ImportFormat::Lines => {
                if !mappings.is_empty() {
                    return Err(Unopened::File(vec![FileFault::NoColumns]));
                }
                if bytes.beginning().is_empty() {
                    return Err(Unopened::File(vec![FileFault::Empty]));
                }
                Ok(Self {
                    rows: SourceRows::Lines { bytes, line: 0 },
                })
            }
        }
    }

    /// The next row; `None` when there is none.
    ///
    /// # Errors
    /// [`Unopened`]: what stands further on in the file cannot be read.
    pub fn next_row(&mut self) -> Result<Option<Raw>, Unopened> {
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
                let read = bytes
                    .line()
                    .map_err(|error| match bytes::is_endless(&error) {
                        true => Unopened::File(vec![FileFault::EndlessRow(*line)]),
                        false => Unopened::Input(error),
                    })?;
                match read {
                    Some(text) if text.iter().all(u8::is_ascii_whitespace) => {}
                    Some(text) => {
                        return Ok(Some(Raw {
                            row: *line,
                            content: Content::Line(text),
                        }));
                    }
                    None => return Ok(None),
                }
            },
        }
    }

    /// The first line of a file of rows that were turned down, when such a file has one: the
    /// headings, and why.
    #[must_use]
    pub fn headings_of_rejects(&self) -> Option<Vec<u8>> {
        match &self.rows {
            SourceRows::Table { table, columns } => {
                let because = match columns.because() {
                    Some(_) => None,
                    None => Some(super::REJECTED_BECAUSE.as_bytes()),
                };
                Some(written(
                    table.headings.iter().chain(because),
                    table.delimiter,
                ))
            }
            SourceRows::Lines { .. } => None,
        }
    }

    /// How to write a row that was turned down: with why behind it, so that it can be mended and
    /// read again.
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

/// How rows that were turned down are written.
#[derive(Debug, Clone, Copy)]
pub struct Rejects {
    delimiter: u8,
}

impl Rejects {
    /// The row as it was, with why it was turned down.
    #[must_use]
    pub fn row(&self, raw: &Raw, because: &str) -> Vec<u8> {
        match &raw.content {
            Content::Record(record, columns) => {
                written(with_field(record, columns, because), self.delimiter)
            }
            Content::Line(line) => with_key(line, because),
        }
    }
}

/// The fields of a row and why it was turned down: in its column when there is one and the row fits
/// its headings, else behind them. A row that fitted no headings fits none with the reason either,
/// or the reason would be read as something else.
fn with_field<'a>(
    record: &'a ByteRecord,
    columns: &FieldColumns,
    because: &'a str,
) -> impl Iterator<Item = &'a [u8]> {
    let fits = columns.unfit(record).is_none();
    let replaced = columns.because().filter(|_| fits);
    let one_short = columns.because().is_some() && columns.count() == record.len() + 1;
    let field = move |(place, field)| match replaced {
        Some(replaced) if place == replaced => because.as_bytes(),
        Some(_) | None => field,
    };
    let behind = replaced.is_none().then_some(because.as_bytes());
    let more = one_short.then_some(b"".as_slice());
    record
        .iter()
        .enumerate()
        .map(field)
        .chain(behind)
        .chain(more)
}

/// A line of a table.
pub(crate) fn written<'a>(fields: impl Iterator<Item = &'a [u8]>, delimiter: u8) -> Vec<u8> {
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(Vec::new());
    let written = writer.write_record(fields);
    written.certain("writing to memory does not fail");
    writer
        .into_inner()
        .certain("writing to memory does not fail")
}

/// The object with why it was turned down behind the keys it has, which stay as they were written;
/// what was written so before goes. A line that is no object stays as it is.
fn with_key(line: &[u8], because: &str) -> Vec<u8> {
    let object: Option<serde_json::Map<String, serde_json::Value>> =
        serde_json::from_slice(line).ok();
    let open = std::str::from_utf8(line)
        .ok()
        .and_then(|line| line.trim_ascii_end().strip_suffix('}'))
        .filter(|_| object.as_ref().is_some_and(|object| !object.is_empty()));
    let Some(open) = open else {
        return [line, b"\n"].concat();
    };
    let key = format!(",\"{}\":", crate::exchange::import::REJECTED_BECAUSE);
    let is_text = |value: &str| serde_json::from_str::<String>(value).is_ok();
    let before = open
        .rsplit_once(&key)
        .filter(|(_, value)| is_text(value))
        .map_or(open, |(before, _)| before);
    let because = serde_json::Value::from(because);
    format!("{before}{key}{because}}}\n").into_bytes()
}

impl Raw {
    /// How many bytes stand in it.
    #[must_use]
    pub fn bytes(&self) -> usize {
        match &self.content {
            Content::Record(record, _) => record.as_slice().len(),
            Content::Line(line) => line.len(),
        }
    }

    /// The fault of this row.
    pub(crate) fn fault(
        &self,
        field: Option<crate::exchange::import::Field>,
        unfit: FieldError,
    ) -> RowFault {
        RowFault {
            row: self.row,
            field,
            unfit,
        }
    }
}
