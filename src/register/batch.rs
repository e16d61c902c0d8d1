//! Very many reports: made ready one by one, kept in a file of their own, and then recorded in one transaction.

use std::collections::HashMap;
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};

use serde::{Deserialize, Serialize};

use super::engine::{Transaction, Value};
use super::error::{FindError, RegisterError};
use super::event_record::event_values;
use super::fields::{Fields, Unreadable, rows};
use super::record::{age_of, signal_values, text_of};
use super::report::{Report, insert_decision, parts};
use super::statements;
use super::story::{find, words};
use crate::domain::codes::{Choice as _, OrganisationId};
use crate::domain::event::{Basis, Event, Happened};
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::time::Day;

/// Reports that are ready to be recorded. They hold words about families.
pub struct Batch {
    file: Box<dyn Storage>,
    reports: u64,
}

/// Where bytes are kept until they are read again.
pub trait Storage: Read + Write + Seek {}

impl<T: Read + Write + Seek> Storage for T {}

/// A report as its rows will be written. The number of the signal is the first of its values.
#[derive(Serialize, Deserialize)]
struct Prepared<'a> {
    row: u64,
    own_number: bool,
    #[serde(borrow)]
    signal: Vec<Value<'a>>,
    #[serde(borrow)]
    event: Vec<Value<'a>>,
    #[serde(borrow)]
    words: Vec<(&'a str, &'a str)>,
    reason: &'a str,
    map_digest: &'a str,
}

/// What became of the reports of a batch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many were recorded.
    pub recorded: u64,
    /// Those that were there already, by their row.
    pub already: HashMap<u64, Already>,
    /// Those that were given another number than the one that was chosen, because it was taken by then.
    renumbered: HashMap<u64, SignalId>,
}

/// A signal that was there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Already {
    /// Under this number.
    pub id: SignalId,
    /// Whether the sender said the same then.
    pub same: bool,
}

/// A report of a batch, as an answer tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The row it came from.
    pub row: u64,
    /// The number of the signal; `None` when none was given or recorded.
    pub id: Option<SignalId>,
    /// The number in the sender's own system.
    pub reference: Option<String>,
    /// Whether it was recorded before.
    pub already: Option<Already>,
    /// Who owns the follow-up.
    pub owner: OrganisationId,
    /// Why.
    pub basis: Basis,
    /// The last day to say whether they take it on; `None` when they have said so.
    pub accept_by: Option<Day>,
    /// The last day on which the sender hears what was done.
    pub feedback_by: Day,
}

/// Why a batch was not recorded.
#[derive(Debug)]
pub enum BatchError {
    /// In these rows stand numbers of other signals that are there already.
    IdsTaken(Vec<u64>),
    /// No number could be chosen.
    NoNumber,
    /// The file of the batch could not be written or read.
    File(io::Error),
    /// See [`RegisterError`].
    Register(RegisterError),
}

impl From<RegisterError> for BatchError {
    fn from(error: RegisterError) -> Self {
        BatchError::Register(error)
    }
}

impl From<io::Error> for BatchError {
    fn from(error: io::Error) -> Self {
        BatchError::File(error)
    }
}

/// Makes one report ready: the bytes by which [`Batch::push`] keeps it. `own_number`: whether its number may not be changed.
#[must_use]
pub fn prepare(row: u64, own_number: bool, report: &Report<'_>) -> Vec<u8> {
    let Report { signal, offer, reason, map_digest } = *report;
    let event = Event::Reported(offer.clone());
    let happened = Happened { number: 1, at: signal.reported_at, by: signal.sender.clone(), event };
    let words: Vec<(&str, &str)> = parts(&signal.words).into_iter().map(|(part, words)| (part.code(), words.as_str())).collect();
    let event = event_values(0, &happened, &signal.topics).into();
    let prepared = Prepared { row, own_number, signal: signal_values(signal, offer).into(), event, words, reason, map_digest };
    // The first bytes tell how many follow. Writing to memory does not fail.
    let mut bytes = postcard::to_extend(&prepared, vec![0; 4]).unwrap_or_default();
    let length = u32::try_from(bytes.len().saturating_sub(4)).unwrap_or(0).to_le_bytes();
    bytes.iter_mut().zip(length).for_each(|(byte, length)| *byte = length);
    bytes
}

impl Batch {
    /// An empty batch, kept in `file`, which should be as private as the register.
    #[must_use]
    pub fn new(file: impl Storage + 'static) -> Self {
        Self { file: Box::new(file), reports: 0 }
    }

    /// Keeps reports that were [prepared](prepare).
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn push(&mut self, prepared: &[u8], reports: u64) -> io::Result<()> {
        self.reports += reports;
        self.file.write_all(prepared)
    }

    /// How many reports it holds.
    #[must_use]
    pub fn reports(&self) -> u64 {
        self.reports
    }

    /// Hands over the reports one by one, as an answer tells them.
    ///
    /// # Errors
    /// What `each` returns, or that the file cannot be read.
    pub fn lines(&mut self, outcome: Option<&Outcome>, each: &mut dyn FnMut(Line) -> io::Result<()>) -> io::Result<()> {
        self.for_each(&mut |prepared: Prepared<'_>| {
            each(line(&prepared, outcome).map_err(|Unreadable| io::Error::from(io::ErrorKind::InvalidData))?)
        })
    }

    fn for_each<F: From<io::Error>>(&mut self, each: &mut dyn FnMut(Prepared<'_>) -> Result<(), F>) -> Result<(), F> {
        self.file.seek(SeekFrom::Start(0))?;
        let mut file = BufReader::with_capacity(1 << 18, &mut self.file);
        let (mut length, mut bytes) = ([0; 4], Vec::new());
        for _ in 0..self.reports {
            file.read_exact(&mut length)?;
            bytes.resize(u32::from_le_bytes(length) as usize, 0);
            file.read_exact(&mut bytes)?;
            each(postcard::from_bytes(&bytes).map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?)?;
        }
        Ok(())
    }
}

/// Records every report of the batch. `fresh` chooses a number; `told` hears now and then how many are done.
pub(super) fn record(
    tx: &mut dyn Transaction,
    batch: &mut Batch,
    fresh: &dyn Fn() -> Option<SignalId>,
    told: &mut dyn FnMut(u64),
) -> Result<Outcome, BatchError> {
    let (mut outcome, mut taken, mut done) = (Outcome::default(), Vec::new(), 0);
    // Nobody else writes until this is done, so the places follow on one another.
    let last = rows(tx, statements::LAST_PLACE, &[], |row| row.optional_number::<i64>())?.into_iter().flatten().next();
    let mut seq = last.unwrap_or(0);
    batch.for_each(&mut |mut prepared: Prepared<'_>| {
        let inserted = insert(tx, &mut prepared, seq + 1, fresh)?;
        seq += i64::from(matches!(inserted, Inserted::New(_)));
        match inserted {
            Inserted::New(None) => outcome.recorded += 1,
            Inserted::New(Some(id)) => {
                outcome.recorded += 1;
                outcome.renumbered.insert(prepared.row, id);
            }
            Inserted::Already(already) => {
                outcome.already.insert(prepared.row, already);
            }
            Inserted::Taken => taken.push(prepared.row),
        }
        done += 1;
        told(done);
        Ok::<_, BatchError>(())
    })?;
    if taken.is_empty() { Ok(outcome) } else { Err(BatchError::IdsTaken(taken)) }
}

enum Inserted {
    /// Now, under another number when the one that was chosen is taken.
    New(Option<SignalId>),
    Already(Already),
    /// Its own number belongs to another signal.
    Taken,
}

fn insert(
    tx: &mut dyn Transaction,
    prepared: &mut Prepared<'_>,
    seq: i64,
    fresh: &dyn Fn() -> Option<SignalId>,
) -> Result<Inserted, BatchError> {
    let mut renumbered = None;
    prepared.signal.push(seq.into());
    while tx.execute(statements::INSERT_SIGNAL_AT, &prepared.signal)? == 0 {
        if let Some(id) = there(tx, prepared)? {
            let same = is_same(tx, id, prepared)?;
            let other = prepared.own_number && Ok(id) == Fields::of(&prepared.signal).parsed() && !same;
            return Ok(if other { Inserted::Taken } else { Inserted::Already(Already { id, same }) });
        }
        let id = fresh().ok_or(BatchError::NoNumber)?;
        renumbered = Some(id);
        if let Some(number) = prepared.signal.first_mut() {
            *number = Value::of(id.as_str());
        }
    }
    insert_decision(tx, seq, 1, prepared.reason, prepared.map_digest)?;
    for (part, text) in &prepared.words {
        tx.execute(statements::INSERT_WORDS, &[seq.into(), 1_u32.into(), (*part).into(), (*text).into()])?;
    }
    if let Some(place) = prepared.event.first_mut() {
        *place = seq.into();
    }
    tx.execute(statements::INSERT_EVENT, &prepared.event)?;
    Ok(Inserted::New(renumbered))
}

/// The signal that stands in the way: with the reference of this sender, or with the number that came with the report. `None` when only
/// the number that was chosen is taken.
fn there(tx: &mut dyn Transaction, prepared: &Prepared<'_>) -> Result<Option<SignalId>, RegisterError> {
    let mut fields = Fields::of(&prepared.signal);
    let (id, sender, _, reference) = (fields.parsed()?, fields.text()?, fields.optional_text()?, fields.optional_text()?);
    let by_number = if prepared.own_number { found(tx, id)?.map(|_| id) } else { None };
    if by_number.is_some() || reference.is_none() {
        return Ok(by_number);
    }
    Ok(rows(tx, statements::ID_BY_REFERENCE, &[sender.into(), reference.into()], |row| row.parsed())?.pop())
}

fn found(tx: &mut dyn Transaction, id: SignalId) -> Result<Option<super::story::Found>, RegisterError> {
    match find(tx, &IdPrefix::from(id)) {
        Ok(found) => Ok(Some(found)),
        Err(FindError::NotFound) => Ok(None),
        Err(FindError::Ambiguous(_)) => Err(RegisterError::DamagedSignal { id: Some(id) }),
        Err(FindError::Register(error)) => Err(error),
    }
}

/// Whether the stored signal says what the report says, whenever it was said and however the sender can be reached.
fn is_same(tx: &mut dyn Transaction, id: SignalId, prepared: &Prepared<'_>) -> Result<bool, RegisterError> {
    let Some(stored) = found(tx, id)?.map(|found| found.reported) else { return Ok(false) };
    let mut fields = Fields::of(&prepared.signal);
    let (_, sender, _, reference) = (fields.text()?, fields.text()?, fields.optional_text()?, fields.optional_text()?);
    let (_, age, area, urgency) = (fields.text()?, age_of(fields.optional_number()?)?, fields.optional_text()?, fields.text()?);
    let topics = prepared.signal.get(13);
    let facts = stored.sender.as_str() == sender
        && stored.reference.as_ref().map(|reference| reference.as_str()) == reference
        && Some(&Value::of(text_of(&stored.topics))) == topics
        && stored.age == age
        && stored.area.as_ref().map(|area| area.as_str()) == area
        && stored.urgency.code() == urgency;
    let said = words(tx, id)?;
    let said = said.iter().filter(|said| said.number == 1).map(|said| (said.part.code(), said.words.as_str()));
    Ok(facts && said.eq(prepared.words.iter().copied()))
}

/// The report as an answer tells it, in the order of the values that record a signal.
fn line(prepared: &Prepared<'_>, outcome: Option<&Outcome>) -> Result<Line, Unreadable> {
    let mut fields = Fields::of(&prepared.signal);
    let (id, _, _) = (fields.parsed()?, fields.text()?, fields.optional_text()?);
    let reference = fields.optional_text()?.map(str::to_owned);
    let mut fields = Fields::of(prepared.signal.get(9..).unwrap_or_default());
    let (owner, _, basis, _, _) = (fields.parsed()?, fields.text()?, fields.choice()?, fields.text()?, fields.text()?);
    let already = outcome.and_then(|outcome| outcome.already.get(&prepared.row).copied());
    let recorded = outcome.map(|outcome| outcome.renumbered.get(&prepared.row).copied().unwrap_or(id));
    let id = already.map(|already| already.id).or(recorded).or_else(|| prepared.own_number.then_some(id));
    Ok(Line { row: prepared.row, id, reference, already, owner, basis, accept_by: fields.optional()?, feedback_by: fields.parsed()? })
}
