//! A table: headings, and rows under them. Commas, semicolons or tabs, whichever the headings use.

use ::csv::ByteRecord;

use crate::domain::codes::CodeEnum as _;
use crate::domain::invariant::{at, at_mut};
use crate::exchange::import::bytes::DecodedFile;
use crate::exchange::import::field::{Field, Need, REJECTED_BECAUSE};
use crate::exchange::import::field_error::{FieldError, FileFault};
use crate::exchange::import::records::Records;
use crate::exchange::import::source::Unopened;

/// What a column of theirs means here: a field, or nothing, and then it is not read.
pub type Mapping = (String, Option<Field>);

/// A table whose headings were understood.
pub struct ImportTable {
    records: Records,
    /// The headings as they stand in the file.
    pub headings: ByteRecord,
    /// What stands between two fields.
    pub delimiter: u8,
    /// Where each field stands.
    pub columns: FieldColumns,
}

/// Where the fields of a row stand.
#[derive(Debug, Clone)]
pub struct FieldColumns {
    at: [Option<usize>; Field::COUNT],
    count: usize,
    /// Where an earlier import wrote why it turned a row down.
    because: Option<usize>,
}

impl ImportTable {
    /// Reads the headings. `sender_known`: whether rows may leave out who sends.
    pub fn open(
        bytes: DecodedFile,
        mappings: &[Mapping],
        sender_known: bool,
    ) -> Result<Self, Unopened> {
        let delimiter = delimiter(bytes.first_line());
        let mut records = Records::of(bytes, delimiter);
        let mut headings = ByteRecord::new();
        if something(&mut records, &mut headings)?.is_none() {
            return Err(Unopened::File(vec![FileFault::Empty]));
        }
        let columns =
            FieldColumns::of(&headings, mappings, sender_known).map_err(Unopened::File)?;
        Ok(Self {
            records,
            headings,
            delimiter,
            columns,
        })
    }

    /// The next row and its number, as a spreadsheet counts: from 1, the headings with it, and rows
    /// in which nothing stands.
    pub fn next(&mut self) -> Result<Option<(u64, ByteRecord)>, Unopened> {
        let mut record = ByteRecord::with_capacity(256, self.columns.count);
        let row = something(&mut self.records, &mut record)?;
        Ok(row.map(|row| (row, record)))
    }
}

/// Reads the next row in which something stands; its number. A spreadsheet leaves rows behind in
/// which nothing does.
fn something(records: &mut Records, record: &mut ByteRecord) -> Result<Option<u64>, Unopened> {
    loop {
        let row = records.next(record)?;
        if row.is_none() || record.iter().any(|field| !field.trim_ascii().is_empty()) {
            return Ok(row);
        }
    }
}

/// What stands most often between the headings.
fn delimiter(line: &[u8]) -> u8 {
    let often = |wanted: u8| {
        let mut quoted = false;
        let between = line.iter().filter(|byte| {
            quoted ^= **byte == b'"';
            **byte == wanted && !quoted
        });
        between.count()
    };
    [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|wanted| (often(*wanted), *wanted == b','))
        .unwrap_or(b',')
}

impl FieldColumns {
    fn of(
        headings: &ByteRecord,
        mappings: &[Mapping],
        sender_known: bool,
    ) -> Result<Self, Vec<FileFault>> {
        let (mut at, mut because) = ([None; Field::COUNT], None);
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
                None if same(name, REJECTED_BECAUSE) => {
                    because = Some(place);
                    None
                }
                None => {
                    let field = Field::from_heading(name);
                    match field {
                        Some(_) => {}
                        None if unknown.len() < crate::exchange::import::MOST_UNKNOWN => {
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
            because,
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
    pub fn text<'r>(
        &self,
        record: &'r ByteRecord,
        field: Field,
    ) -> Result<Option<&'r str>, FieldError> {
        // A row with too few fields is told as that.
        let Some(bytes) = at(&self.at, field.place()).and_then(|place| record.get(place)) else {
            return Ok(None);
        };
        let text = std::str::from_utf8(bytes)
            .map_err(|_| FieldError::NotUtf8)?
            .trim();
        Ok(Some(text).filter(|text| !text.is_empty()))
    }

    /// How many headings there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The column in which an earlier import wrote why it turned a row down, when there is one.
    pub fn because(&self) -> Option<usize> {
        self.because
    }

    /// What is wrong with the row as a whole.
    pub fn unfit(&self, record: &ByteRecord) -> Option<FieldError> {
        (record.len() != self.count).then_some(FieldError::Fields {
            found: record.len(),
            expected: self.count,
        })
    }
}

fn same(name: &str, their: &str) -> bool {
    name.to_lowercase() == their.trim().to_lowercase()
}
