//! A table: headings, and rows under them, separated by commas, semicolons or tabs.

use ::csv::ByteRecord;

use crate::domain::codes::CodeEnum as _;
use crate::domain::invariant::{at, at_mut};
use crate::exchange::import::bytes::DecodedFile;
use crate::exchange::import::field::{Field, MAX_UNKNOWN, Need, REJECTED_BECAUSE};
use crate::exchange::import::field_error::FieldError;
use crate::exchange::import::file_fault::{FileFault, SourceError, UnknownColumn};
use crate::exchange::import::records::Records;

/// A heading of the file, and its field here; `None` for a column to skip.
pub type Mapping = (String, Option<Field>);

/// A table with known headings.
pub struct ImportTable {
    records: Records,
    /// As they are in the file.
    pub headings: ByteRecord,
    pub delimiter: u8,
    pub columns: FieldColumns,
}

/// The column of each field.
#[derive(Debug, Clone)]
pub struct FieldColumns {
    at: [Option<usize>; Field::COUNT],
    count: usize,
    /// The column where an earlier import wrote why it rejected a row.
    because: Option<usize>,
}

impl ImportTable {
    /// Reads the headings. `sender_known`: whether rows may leave out the sender.
    pub fn open(
        bytes: DecodedFile,
        mappings: &[Mapping],
        sender_known: bool,
    ) -> Result<Self, SourceError> {
        let delimiter = delimiter(bytes.first_line());
        let mut records = Records::new(bytes, delimiter);
        let mut headings = ByteRecord::new();
        if next_filled(&mut records, &mut headings)?.is_none() {
            return Err(FileFault::Empty.into());
        }
        let columns =
            FieldColumns::new(&headings, mappings, sender_known).map_err(SourceError::File)?;
        Ok(Self {
            records,
            headings,
            delimiter,
            columns,
        })
    }

    /// The next row and its number, counted as a spreadsheet does: from 1, with the headings and
    /// empty rows.
    pub fn next(&mut self) -> Result<Option<(u64, ByteRecord)>, SourceError> {
        let mut record = ByteRecord::with_capacity(256, self.columns.count);
        let row = next_filled(&mut self.records, &mut record)?;
        Ok(row.map(|row| (row, record)))
    }
}

/// Reads the next row that is not empty, and gives its number. Spreadsheets leave empty rows behind.
fn next_filled(records: &mut Records, record: &mut ByteRecord) -> Result<Option<u64>, SourceError> {
    loop {
        let row = records.next(record)?;
        if row.is_none() || record.iter().any(|field| !field.trim_ascii().is_empty()) {
            return Ok(row);
        }
    }
}

/// The most frequent delimiter of the headings. Among equals the last one of the list wins.
fn delimiter(line: &[u8]) -> u8 {
    [b';', b'\t', b',']
        .into_iter()
        .max_by_key(|byte| count_unquoted(line, *byte))
        .unwrap_or(b',')
}

fn count_unquoted(line: &[u8], wanted: u8) -> usize {
    let mut quoted = false;
    let unquoted = line.iter().filter(|byte| {
        quoted ^= **byte == b'"';
        **byte == wanted && !quoted
    });
    unquoted.count()
}

impl FieldColumns {
    fn new(
        headings: &ByteRecord,
        mappings: &[Mapping],
        sender_known: bool,
    ) -> Result<Self, Vec<FileFault>> {
        let names: Vec<String> = headings
            .iter()
            .map(|heading| String::from_utf8_lossy(heading).trim().to_owned())
            .collect();
        let mut faults = Vec::new();
        for (heading, _) in mappings {
            if !names.iter().any(|name| is_same(name, heading)) {
                faults.push(FileFault::NoSuchColumn(heading.clone()));
            }
        }
        let mut columns = Self {
            at: [None; Field::COUNT],
            count: headings.len(),
            because: None,
        };
        let mut unknown = Vec::new();
        for (place, name) in names.iter().enumerate() {
            let field = match mappings.iter().find(|(heading, _)| is_same(name, heading)) {
                Some((_, field)) => *field,
                None if is_same(name, REJECTED_BECAUSE) => {
                    columns.because = Some(place);
                    None
                }
                None => {
                    let field = Field::from_heading(name);
                    unknown.extend(field.is_none().then_some((place + 1, name)));
                    field
                }
            };
            if let Some(field) = field
                && at_mut(&mut columns.at, field.place())
                    .replace(place)
                    .is_some()
            {
                faults.push(FileFault::SameField(field));
            }
        }
        faults.extend(unknown_columns(unknown));
        let missing = columns.missing(sender_known);
        // A column with another fault may be the missing one.
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
        let mut missing = Field::ALL.to_vec();
        missing.retain(|field| {
            let is_needed = match field.need() {
                Need::Always => true,
                Need::UnlessOfTheRun => !sender_known,
                Need::Unless(other) => !self.has(other),
                Need::Never => false,
            };
            is_needed && !self.has(*field)
        });
        missing
    }

    fn has(&self, field: Field) -> bool {
        at(&self.at, field.place()).is_some()
    }

    /// The text of a field; `None` when it is empty, or when the row is too short.
    pub fn text<'r>(
        &self,
        record: &'r ByteRecord,
        field: Field,
    ) -> Result<Option<&'r str>, FieldError> {
        let Some(bytes) = at(&self.at, field.place()).and_then(|place| record.get(place)) else {
            return Ok(None);
        };
        let text = std::str::from_utf8(bytes).map_err(|_| FieldError::NotUtf8)?;
        Ok(Some(text.trim()).filter(|text| !text.is_empty()))
    }

    /// The number of headings.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The column where an earlier import wrote why it rejected a row.
    pub fn because(&self) -> Option<usize> {
        self.because
    }

    /// The error of a row with too many or too few fields.
    pub fn length_error(&self, record: &ByteRecord) -> Option<FieldError> {
        (record.len() != self.count).then_some(FieldError::WrongFieldCount {
            found: record.len(),
            expected: self.count,
        })
    }
}

/// The faults of unknown columns, numbered from 1.
fn unknown_columns(unknown: Vec<(usize, &String)>) -> Vec<FileFault> {
    let more = unknown.len().saturating_sub(MAX_UNKNOWN);
    let named: Vec<UnknownColumn> = unknown
        .into_iter()
        .take(MAX_UNKNOWN)
        .map(|(number, name)| UnknownColumn {
            number,
            heading: name.clone(),
            near: Field::near(name),
        })
        .collect();
    let mut faults = Vec::new();
    if !named.is_empty() {
        faults.push(FileFault::UnknownColumns(named));
    }
    if more > 0 {
        faults.push(FileFault::MoreColumns(more));
    }
    faults
}

fn is_same(name: &str, heading: &str) -> bool {
    name.to_lowercase() == heading.trim().to_lowercase()
}
