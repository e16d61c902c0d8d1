//! Where a batch keeps its reports until they are recorded: each as the values of its rows. The
//! reasons of the decisions are kept apart.

use std::collections::HashMap;
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::event::{AsWas, DecisionRecord};
use crate::register::audit::hash_chain::Seal;
use crate::register::database::SqlValue;
use crate::register::event_row::EventRow;
use crate::register::event_writer::Record;
use crate::register::report::ReportRows;
use crate::register::row::{DecodeError, RowColumns, RowReader, TableRow};

/// A place for bytes, such as a temporary file.
pub trait Storage: Read + Write + Seek {}

impl<T: Read + Write + Seek> Storage for T {}

/// A report as the values of its rows.
#[derive(Serialize, Deserialize)]
pub(super) struct SpooledReport<'a> {
    pub row: u64,
    pub own_number: bool,
    pub reason: [u8; Seal::LENGTH],
    #[serde(borrow)]
    event: Vec<SqlValue<'a>>,
    #[serde(borrow)]
    facts: Option<Vec<SqlValue<'a>>>,
    #[serde(borrow)]
    contact: Option<Vec<SqlValue<'a>>>,
    #[serde(borrow)]
    words: Vec<Vec<SqlValue<'a>>>,
    name: Option<&'a str>,
    phone: Option<&'a str>,
    email: Option<&'a str>,
}

impl<'a> SpooledReport<'a> {
    pub fn of(row: u64, own_number: bool, report: &'a ReportRows, reason: Seal) -> Self {
        let Record {
            event,
            facts,
            contact,
            words,
        } = &report.record;
        let as_was = report.as_was.as_ref();
        Self {
            row,
            own_number,
            reason: reason.bytes(),
            event: event.values(),
            facts: facts.as_ref().map(TableRow::values),
            contact: contact.as_ref().map(TableRow::values),
            words: words.iter().map(TableRow::values).collect(),
            name: as_was.map(|as_was| as_was.name.as_str()),
            phone: as_was.and_then(|as_was| as_was.phone.as_deref()),
            email: as_was.and_then(|as_was| as_was.email.as_deref()),
        }
    }

    /// # Errors
    /// [`DecodeError`] when the file is not as it was written.
    pub fn report(&self) -> Result<ReportRows, DecodeError> {
        let event: EventRow = read(&self.event)?;
        let as_was = self.name.map(|name| AsWas {
            name: name.to_owned(),
            phone: self.phone.map(ToOwned::to_owned),
            email: self.email.map(ToOwned::to_owned),
        });
        Ok(ReportRows {
            id: event.id.ok_or(DecodeError)?,
            record: Record {
                event,
                facts: self.facts.as_deref().map(read).transpose()?,
                contact: self.contact.as_deref().map(read).transpose()?,
                words: self
                    .words
                    .iter()
                    .map(|row| read(row))
                    .collect::<Result<_, _>>()?,
            },
            as_was,
        })
    }
}

fn read<'r, T: RowColumns<'r>>(values: &'r [SqlValue<'r>]) -> Result<T, DecodeError> {
    T::read(&mut RowReader::new(values))
}

pub(super) const BUFFER_BYTES: usize = 1 << 18;

/// The error that the file is not as it was written.
pub(super) fn invalid() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

/// Reads the reports of a batch.
pub(super) struct SpoolReader<'f> {
    file: BufReader<&'f mut Box<dyn Storage>>,
    bytes: Vec<u8>,
    /// In bytes from the start of the file.
    pub place: u64,
}

impl<'f> SpoolReader<'f> {
    pub fn begin(file: &'f mut BufWriter<Box<dyn Storage>>, place: u64) -> io::Result<Self> {
        file.flush()?;
        let file = file.get_mut();
        file.seek(SeekFrom::Start(place))?;
        Ok(Self {
            file: BufReader::with_capacity(BUFFER_BYTES, file),
            bytes: Vec::new(),
            place,
        })
    }

    pub fn next(&mut self) -> io::Result<SpooledReport<'_>> {
        self.place += read_framed(&mut self.file, &mut self.bytes)?;
        postcard::from_bytes(&self.bytes).map_err(|_| invalid())
    }
}

/// The bytes of `value`, after their number.
pub(super) fn framed(value: &impl Serialize) -> io::Result<Vec<u8>> {
    let bytes = postcard::to_stdvec(value).map_err(|_| invalid())?;
    let length = u32::try_from(bytes.len()).map_err(|_| invalid())?;
    Ok([&length.to_le_bytes()[..], &bytes].concat())
}

/// Gives the number of bytes read.
fn read_framed(file: &mut dyn Read, bytes: &mut Vec<u8>) -> io::Result<u64> {
    let mut length = [0; 4];
    file.read_exact(&mut length)?;
    let length = u32::from_le_bytes(length);
    bytes.resize(length as usize, 0);
    file.read_exact(bytes)?;
    Ok(4 + u64::from(length))
}

/// Why the map decided, with the seal: made once for many reports with the same decision.
#[derive(Debug, Clone)]
pub struct SealedReason {
    pub(super) reason: Arc<str>,
    pub(super) seal: Seal,
}

/// The reasons of decisions, each stored once: a million reports have few different ones.
pub(super) struct Reasons {
    file: Box<dyn Storage>,
    end: u64,
    places: HashMap<[u8; Seal::LENGTH], u64>,
    map_digest: String,
}

impl Reasons {
    pub fn new(file: Box<dyn Storage>, map_digest: &str) -> Self {
        Self {
            file,
            end: 0,
            places: HashMap::new(),
            map_digest: map_digest.to_owned(),
        }
    }

    pub fn keep(&mut self, reason: &SealedReason) -> io::Result<()> {
        let SealedReason { reason, seal } = reason;
        if self.places.contains_key(&seal.bytes()) {
            return Ok(());
        }
        let bytes = framed(&&**reason)?;
        self.places.insert(seal.bytes(), self.end);
        self.end += bytes.len() as u64;
        self.file.write_all(&bytes)
    }

    /// The decision with this seal.
    ///
    /// # Errors
    /// When the file is not as it was written.
    pub fn decision(&mut self, seal: [u8; Seal::LENGTH]) -> io::Result<DecisionRecord> {
        let place = self.places.get(&seal).copied().ok_or_else(invalid)?;
        self.file.seek(SeekFrom::Start(place))?;
        let mut bytes = Vec::new();
        read_framed(&mut self.file, &mut bytes)?;
        let reason: String = postcard::from_bytes(&bytes).map_err(|_| invalid())?;
        if Seal::of_decision(&self.map_digest, &reason).bytes() != seal {
            return Err(invalid());
        }
        Ok(DecisionRecord {
            reason,
            map_digest: self.map_digest.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::register::batch::ReportPreparer;

    #[test]
    fn a_reason_that_is_another_than_was_kept_is_no_ground_of_a_decision() {
        let reason = ReportPreparer::new("map").unwrap().reason("because");
        let mut reasons = Reasons::new(Box::new(Cursor::new(Vec::new())), "map");
        reasons.keep(&reason).unwrap();
        let seal = reason.seal.bytes();
        assert_eq!(reasons.decision(seal).unwrap().reason, "because");
        reasons.file.seek(SeekFrom::End(-1)).unwrap();
        reasons.file.write_all(b"E").unwrap();
        assert!(reasons.decision(seal).is_err());
    }
}
