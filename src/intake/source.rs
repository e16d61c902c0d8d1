//! A file of signals, row by row, whichever its form.

use crate::domain::invariant::Invariant as _;
use std::io;
use std::sync::Arc;

use ::csv::ByteRecord;

use super::bytes::{self, Bytes};
use super::fault::{FileFault, RowFault, Unfit};
use super::table::{Columns, Mapping, Table};

/// The form of a file of signals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Headings and rows.
    Table,
    /// A JSON object on each line.
    Lines,
}

/// A file of signals, open.
pub struct Source {
    rows: Rows,
}

enum Rows {
    Table {
        table: Box<Table>,
        columns: Arc<Columns>,
    },
    Lines {
        bytes: Bytes,
        line: u64,
    },
}

/// A row as it stands in the file.
pub struct Raw {
    /// Its number; see [`RowFault::row`].
    pub row: u64,
    pub(super) content: Content,
}

/// What stands in a row.
pub(super) enum Content {
    Record(ByteRecord, Arc<Columns>),
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

impl Form {
    /// The form that a file seems to have: lines when it begins with a brace.
    #[must_use]
    pub fn of(bytes: &Bytes) -> Self {
        let first = bytes
            .beginning()
            .iter()
            .find(|byte| !byte.is_ascii_whitespace());
        if first == Some(&b'{') {
            Form::Lines
        } else {
            Form::Table
        }
    }
}

impl Source {
    /// Opens a file of this form, and reads its headings. `sender_known`: whether rows may leave
    /// out who sends.
    ///
    /// # Errors
    /// [`Unopened`]: headings that are not understood, or a file that cannot be read.
    pub fn open(
        bytes: Bytes,
        form: Form,
        mappings: &[Mapping],
        sender_known: bool,
    ) -> Result<Self, Unopened> {
        // Workbooks are archives, and archives begin so.
        if bytes.beginning().starts_with(b"PK\x03\x04") {
            return Err(Unopened::File(vec![FileFault::Workbook]));
        }
        match form {
            Form::Table => {
                let table = Table::open(bytes, mappings, sender_known)?;
                let columns = Arc::new(table.columns.clone());
                Ok(Self {
                    rows: Rows::Table {
                        table: Box::new(table),
                        columns,
                    },
                })
            }
            Form::Lines => {
                if bytes.beginning().is_empty() {
                    return Err(Unopened::File(vec![FileFault::Empty]));
                }
                Ok(Self {
                    rows: Rows::Lines { bytes, line: 0 },
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
            Rows::Table { table, columns } => {
                let next = table.next()?;
                Ok(next.map(|(row, record)| Raw {
                    row,
                    content: Content::Record(record, Arc::clone(columns)),
                }))
            }
            Rows::Lines { bytes, line } => loop {
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
            Rows::Table { table, columns: _ } => {
                let already = table
                    .headings
                    .iter()
                    .any(|heading| heading == super::REJECTED_BECAUSE.as_bytes());
                let because = (!already).then_some(super::REJECTED_BECAUSE.as_bytes());
                Some(written(
                    table.headings.iter().chain(because),
                    table.delimiter,
                ))
            }
            Rows::Lines { .. } => None,
        }
    }

    /// How to write a row that was turned down: with why behind it, so that it can be mended and
    /// read again.
    #[must_use]
    pub fn rejects(&self) -> Rejects {
        match &self.rows {
            Rows::Table { table, columns: _ } => Rejects {
                delimiter: table.delimiter,
                because_at: table
                    .headings
                    .iter()
                    .position(|heading| heading == super::REJECTED_BECAUSE.as_bytes()),
            },
            Rows::Lines { .. } => Rejects {
                delimiter: b',',
                because_at: None,
            },
        }
    }
}

/// How rows that were turned down are written.
#[derive(Debug, Clone, Copy)]
pub struct Rejects {
    delimiter: u8,
    because_at: Option<usize>,
}

impl Rejects {
    /// The row as it was, with why it was turned down.
    #[must_use]
    pub fn row(&self, raw: &Raw, because: &str) -> Vec<u8> {
        match &raw.content {
            // With too many or too few fields the reason would stand in a column of another
            // meaning.
            Content::Record(record, columns) if columns.unfit(record).is_some() => {
                written(record.iter(), self.delimiter)
            }
            Content::Record(record, _) => match self.because_at {
                Some(at) => {
                    let field = |(place, field)| {
                        if place == at {
                            because.as_bytes()
                        } else {
                            field
                        }
                    };
                    written(record.iter().enumerate().map(field), self.delimiter)
                }
                None => written(record.iter().chain([because.as_bytes()]), self.delimiter),
            },
            Content::Line(line) => with_key(line, because),
        }
    }
}

/// A line of a table.
pub(super) fn written<'a>(fields: impl Iterator<Item = &'a [u8]>, delimiter: u8) -> Vec<u8> {
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(Vec::new());
    let written = writer.write_record(fields);
    written.certain("writing to memory does not fail");
    writer
        .into_inner()
        .certain("writing to memory does not fail")
}

/// The object with one more key behind the others, which stay as they were written; a line that is
/// no object stays as it is.
fn with_key(line: &[u8], because: &str) -> Vec<u8> {
    let object: Option<serde_json::Map<String, serde_json::Value>> =
        serde_json::from_slice(line).ok();
    let open = line
        .trim_ascii_end()
        .strip_suffix(b"}")
        .filter(|_| object.as_ref().is_some_and(|object| !object.is_empty()));
    let because = serde_json::Value::from(because);
    match open {
        Some(open) => [
            open,
            format!(",\"{}\":{because}}}\n", super::REJECTED_BECAUSE).as_bytes(),
        ]
        .concat(),
        None => [line, b"\n"].concat(),
    }
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
    pub(super) fn fault(&self, field: Option<super::Field>, unfit: Unfit) -> RowFault {
        RowFault {
            row: self.row,
            field,
            unfit,
        }
    }
}
