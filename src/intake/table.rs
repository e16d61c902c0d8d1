//! A table: headings, and rows under them. Commas, semicolons or tabs, whichever the headings use.

use std::io;

use ::csv::{ByteRecord, Reader, ReaderBuilder};

use super::bytes::{Bytes, RowEnd};
use super::fault::{FileFault, Unfit};
use super::field::{Field, Need, REJECTED_BECAUSE};
use crate::domain::codes::Choice as _;
use crate::domain::invariant::{at, at_mut};

/// What a column of theirs means here: a field, or nothing, and then it is not read.
pub type Mapping = (String, Option<Field>);

/// A table whose headings were understood.
pub struct Table {
    reader: Reader<Bytes>,
    row_end: RowEnd,
    /// The headings as they stand in the file.
    pub headings: ByteRecord,
    /// What stands between two fields.
    pub delimiter: u8,
    /// Where each field stands.
    pub columns: Columns,
    /// The number of the row that was read last; the headings are row 1.
    row: u64,
}

/// Where the fields of a row stand.
#[derive(Debug, Clone)]
pub struct Columns {
    at: [Option<usize>; Field::COUNT],
    count: usize,
}

/// Why a table cannot be read at all.
#[derive(Debug)]
pub enum Unread {
    /// Its headings.
    File(Vec<FileFault>),
    /// The file itself.
    Input(io::Error),
}

impl Table {
    /// Reads the headings. `sender_known`: whether rows may leave out who sends.
    pub fn open(bytes: Bytes, mappings: &[Mapping], sender_known: bool) -> Result<Self, Unread> {
        let delimiter = delimiter(bytes.beginning());
        let row_end = bytes.row_end();
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(bytes);
        let mut headings = ByteRecord::new();
        let read = reader
            .read_byte_record(&mut headings)
            .map_err(|error| unread(error, 1))?;
        if !read || headings.iter().all(<[u8]>::is_empty) {
            return Err(Unread::File(vec![FileFault::Empty]));
        }
        row_end.reached();
        let columns = Columns::of(&headings, mappings, sender_known).map_err(Unread::File)?;
        Ok(Self {
            reader,
            row_end,
            headings,
            delimiter,
            columns,
            row: 1,
        })
    }

    /// The next row and its number.
    pub fn next(&mut self) -> Result<Option<(u64, ByteRecord)>, Unread> {
        let mut record = ByteRecord::with_capacity(256, self.columns.count);
        loop {
            self.row += 1;
            if !self
                .reader
                .read_byte_record(&mut record)
                .map_err(|error| unread(error, self.row))?
            {
                return Ok(None);
            }
            self.row_end.reached();
            // A spreadsheet leaves rows behind in which nothing stands.
            if record.iter().any(|field| !field.is_empty()) {
                return Ok(Some((self.row, record)));
            }
        }
    }
}

fn unread(error: ::csv::Error, row: u64) -> Unread {
    // Rows may be of any length and any bytes, so nothing else can go wrong in reading them.
    let ::csv::ErrorKind::Io(error) = error.into_kind() else {
        return Unread::Input(io::ErrorKind::InvalidData.into());
    };
    if super::bytes::is_endless(&error) {
        Unread::File(vec![FileFault::EndlessRow(row)])
    } else {
        Unread::Input(error)
    }
}

/// What stands most often between the headings.
fn delimiter(beginning: &[u8]) -> u8 {
    let line = beginning
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let often = |wanted: &u8| line.iter().filter(|byte| *byte == wanted).count();
    [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|wanted| (often(wanted), *wanted == b','))
        .unwrap_or(b',')
}

impl Columns {
    fn of(
        headings: &ByteRecord,
        mappings: &[Mapping],
        sender_known: bool,
    ) -> Result<Self, Vec<FileFault>> {
        let mut at = [None; Field::COUNT];
        let (mut unknown, mut more, mut faults) = (Vec::new(), 0, Vec::new());
        let names: Vec<String> = headings
            .iter()
            .map(|heading| String::from_utf8_lossy(heading).trim().to_owned())
            .collect();
        for (their, _) in mappings
            .iter()
            .filter(|(their, _)| !names.iter().any(|name| same(name, their)))
        {
            faults.push(FileFault::NoSuchColumn(their.clone()));
        }
        for (place, name) in names.iter().enumerate() {
            let mapped = mappings
                .iter()
                .find(|(their, _)| same(name, their))
                .map(|(_, field)| *field);
            let field = match mapped {
                Some(field) => field,
                None if name == REJECTED_BECAUSE => None,
                None => {
                    let field = Field::from_heading(name);
                    match field {
                        Some(_) => {}
                        None if unknown.len() < super::MOST_UNKNOWN => {
                            unknown.push((place + 1, name.clone(), Field::near(name)))
                        }
                        None => more += 1,
                    }
                    field
                }
            };
            if let Some(field) = field
                && at_mut(&mut at, field.place()).replace(place).is_some()
            {
                faults.push(FileFault::SameField(field));
            }
        }
        if !unknown.is_empty() {
            faults.push(FileFault::UnknownColumns(unknown));
            faults.extend((more > 0).then_some(FileFault::MoreColumns(more)));
        }
        let columns = Self {
            at,
            count: headings.len(),
        };
        let missing = columns.missing(sender_known);
        // Who wrote a heading wrong has not left it out.
        if !missing.is_empty() && faults.is_empty() {
            faults.push(FileFault::MissingColumns(missing));
        }
        if faults.is_empty() {
            Ok(columns)
        } else {
            Err(faults)
        }
    }

    fn missing(&self, sender_known: bool) -> Vec<Field> {
        let has = |field: Field| at(&self.at, field.place()).is_some();
        let needed = Field::ALL
            .iter()
            .copied()
            .filter(|field| match field.need() {
                Need::Always => true,
                Need::UnlessOfTheRun => !sender_known,
                Need::Unless(other) => !has(other),
                Need::Never => false,
            });
        needed.filter(|field| !has(*field)).collect()
    }

    /// What stands in a field of this row; `None` when nothing does.
    pub fn text<'r>(&self, record: &'r ByteRecord, field: Field) -> Result<Option<&'r str>, Unfit> {
        // A row with too few fields is told as that.
        let Some(bytes) = at(&self.at, field.place()).and_then(|place| record.get(place)) else {
            return Ok(None);
        };
        let text = std::str::from_utf8(bytes)
            .map_err(|_| Unfit::NotUtf8)?
            .trim();
        Ok(Some(text).filter(|text| !text.is_empty()))
    }

    /// What is wrong with the row as a whole.
    pub fn unfit(&self, record: &ByteRecord) -> Option<Unfit> {
        (record.len() != self.count).then_some(Unfit::Fields {
            found: record.len(),
            expected: self.count,
        })
    }
}

fn same(name: &str, their: &str) -> bool {
    name.to_lowercase() == their.trim().to_lowercase()
}
