//! Very many reports: made ready one by one, kept in a file of their own, and then recorded in one
//! transaction.

use std::collections::{HashMap, HashSet};
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::database::{Transaction, Value};
use super::error::{FindError, RegisterError};
use super::fields::{Fields, Unreadable, rows};
use super::pen::Pen;
use super::receipt::Receipt;
use super::record::{age_of, text_of};
use super::report::Rows;
use super::seal::{Salts, Seal};
use super::statements;
use super::story::{find, words};
use crate::domain::codes::{Choice as _, OrganisationId};
use crate::domain::event::{Basis, Offer};
use crate::domain::signal::Signal;
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::time::Day;

/// Reports that are ready to be recorded. They hold words about families.
pub struct Batch {
    file: BufWriter<Box<dyn Storage>>,
    reports: u64,
    grounds: Grounds,
}

/// Where bytes are kept until they are read again.
pub trait Storage: Read + Write + Seek {}

impl<T: Read + Write + Seek> Storage for T {}

/// A report that is ready to be kept in a [`Batch`].
pub struct Prepared {
    bytes: Vec<u8>,
    reason: SealedReason,
    map_digest: Arc<str>,
}

/// Why was decided so, with the seal of the grounds: made once for the many reports with the same
/// decision.
#[derive(Debug, Clone)]
pub struct SealedReason {
    reason: Arc<str>,
    grounds: Seal,
}

/// A report as the file of the batch has it. The number of the signal is the first of its values.
#[derive(Serialize, Deserialize)]
struct Kept<'a> {
    row: u64,
    own_number: bool,
    #[serde(borrow)]
    rows: Rows<'a>,
}

/// What became of the reports of a batch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many were recorded.
    pub recorded: u64,
    /// Those that were there already, by their row.
    pub already: HashMap<u64, Already>,
    /// Those that were given another number than the one that was chosen, because it was taken by
    /// then.
    renumbered: HashMap<u64, SignalId>,
    /// Of the report that was recorded last; `None` when none was.
    pub receipt: Option<Receipt>,
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

/// Makes reports ready, on a thread of its own if need be.
pub struct Preparing {
    salts: Salts,
    map_digest: Arc<str>,
}

impl Preparing {
    /// With salts of its own, for decisions of this map.
    ///
    /// # Errors
    /// [`RegisterError::NoRandomness`].
    pub fn new(map_digest: &str) -> Result<Self, RegisterError> {
        Ok(Self {
            salts: Salts::new()?,
            map_digest: map_digest.into(),
        })
    }

    /// Seals why was decided so. `reason` as for [`Register::report`](super::Register::report).
    #[must_use]
    pub fn reason(&self, reason: &str) -> SealedReason {
        SealedReason {
            reason: reason.into(),
            grounds: Seal::of_grounds(&self.map_digest, reason),
        }
    }

    /// Makes one report ready. `own_number`: whether its number may not be changed. `reason`: of a
    /// decision by the same map.
    pub fn prepare(
        &mut self,
        row: u64,
        own_number: bool,
        signal: &Signal,
        offer: &Offer,
        reason: &SealedReason,
    ) -> Prepared {
        let kept = Kept {
            row,
            own_number,
            rows: Rows::of(signal, offer, reason.grounds, &mut self.salts),
        };
        Prepared {
            bytes: framed(&kept),
            reason: reason.clone(),
            map_digest: Arc::clone(&self.map_digest),
        }
    }
}

impl Batch {
    /// An empty batch, kept in `file`, and apart from it in `grounds` why was decided so. Both
    /// should be as private as the register.
    #[must_use]
    pub fn new(file: impl Storage + 'static, grounds: impl Storage + 'static) -> Self {
        Self {
            file: BufWriter::with_capacity(AT_ONCE, Box::new(file)),
            reports: 0,
            grounds: Grounds::new(Box::new(grounds)),
        }
    }

    /// Keeps a report.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn push(&mut self, prepared: &Prepared) -> io::Result<()> {
        self.grounds.keep(prepared)?;
        self.reports += 1;
        self.file.write_all(&prepared.bytes)
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
    pub fn lines(
        &mut self,
        outcome: Option<&Outcome>,
        each: &mut dyn FnMut(Line) -> io::Result<()>,
    ) -> io::Result<()> {
        for_each(whole(&mut self.file)?, self.reports, &mut |kept: Kept<
            '_,
        >| {
            each(
                line(&kept, outcome)
                    .map_err(|Unreadable| io::Error::from(io::ErrorKind::InvalidData))?,
            )
        })
    }
}

/// How many bytes are written and read together.
const AT_ONCE: usize = 1 << 18;

/// The file with all that was written to it.
fn whole(file: &mut BufWriter<Box<dyn Storage>>) -> io::Result<&mut dyn Storage> {
    file.flush()?;
    Ok(file.get_mut())
}

fn for_each<F: From<io::Error>>(
    file: &mut dyn Storage,
    reports: u64,
    each: &mut dyn FnMut(Kept<'_>) -> Result<(), F>,
) -> Result<(), F> {
    file.seek(SeekFrom::Start(0))?;
    let mut file = BufReader::with_capacity(AT_ONCE, file);
    let mut bytes = Vec::new();
    for _ in 0..reports {
        read_framed(&mut file, &mut bytes)?;
        each(
            postcard::from_bytes(&bytes)
                .map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?,
        )?;
    }
    Ok(())
}

/// What is kept, behind how many bytes it takes. Writing to memory does not fail.
fn framed(kept: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(1024);
    bytes.resize(4, 0);
    let mut bytes = postcard::to_extend(kept, bytes).unwrap_or_default();
    let length = u32::try_from(bytes.len().saturating_sub(4))
        .unwrap_or(0)
        .to_le_bytes();
    bytes
        .iter_mut()
        .zip(length)
        .for_each(|(byte, length)| *byte = length);
    bytes
}

fn read_framed(file: &mut dyn Read, bytes: &mut Vec<u8>) -> io::Result<()> {
    let mut length = [0; 4];
    file.read_exact(&mut length)?;
    bytes.resize(u32::from_le_bytes(length) as usize, 0);
    file.read_exact(bytes)
}

/// Why was decided so, each only once: the decisions of a million reports have few different
/// grounds.
struct Grounds {
    file: Box<dyn Storage>,
    end: u64,
    places: HashMap<Seal, u64>,
}

impl Grounds {
    fn new(file: Box<dyn Storage>) -> Self {
        Self {
            file,
            end: 0,
            places: HashMap::new(),
        }
    }

    fn keep(&mut self, prepared: &Prepared) -> io::Result<()> {
        let Prepared {
            reason: SealedReason { reason, grounds },
            map_digest,
            bytes: _,
        } = prepared;
        if self.places.contains_key(grounds) {
            return Ok(());
        }
        let kept = framed(&(&**map_digest, &**reason));
        self.places.insert(*grounds, self.end);
        self.end += kept.len() as u64;
        self.file.write_all(&kept)
    }

    /// The number of the grounds with this seal in the register, where they are recorded when they
    /// are not yet.
    fn recorded(&mut self, seal: Seal, pen: &mut Pen<'_>) -> Result<i64, BatchError> {
        let invalid = || io::Error::from(io::ErrorKind::InvalidData);
        let place = self.places.get(&seal).copied().ok_or_else(invalid)?;
        self.file.seek(SeekFrom::Start(place))?;
        let mut bytes = Vec::new();
        read_framed(&mut self.file, &mut bytes)?;
        let (map_digest, reason): (&str, &str) =
            postcard::from_bytes(&bytes).map_err(|_| invalid())?;
        Ok(pen.grounds(seal, map_digest, reason)?)
    }
}

/// Records every report of the batch. `fresh` chooses a number; `told` hears now and then how many
/// are done.
pub(super) fn record(
    pen: &mut Pen<'_>,
    batch: &mut Batch,
    fresh: &dyn Fn() -> Option<SignalId>,
    told: &mut dyn FnMut(u64),
) -> Result<Outcome, BatchError> {
    let Batch {
        file,
        reports,
        grounds,
    } = batch;
    let (mut outcome, mut taken, mut done) = (Outcome::default(), Vec::new(), 0);
    // Nobody else writes until this is done, so the places follow on one another.
    let last = rows(pen.tx, statements::LAST_PLACE, &[], |row| {
        row.optional_number::<i64>()
    })?
    .into_iter()
    .flatten()
    .next();
    let mut seq = last.unwrap_or(0);
    let (mut numbers, mut known) = (HashSet::new(), HashMap::new());
    for_each(whole(file)?, *reports, &mut |mut kept: Kept<'_>| {
        match insert_signal(pen.tx, &mut kept, seq + 1, &mut numbers, fresh)? {
            Inserted::New { id, renumbered } => {
                seq += 1;
                let seal = kept.rows.grounds;
                let number = match known.get(&seal) {
                    Some(number) => *number,
                    None => {
                        let number = grounds.recorded(seal, pen)?;
                        known.insert(seal, number);
                        number
                    }
                };
                kept.rows.insert(pen, seq, id, number)?;
                outcome.recorded += 1;
                if renumbered {
                    outcome.renumbered.insert(kept.row, id);
                }
            }
            Inserted::Already(already) => {
                outcome.already.insert(kept.row, already);
            }
            Inserted::Taken => taken.push(kept.row),
        }
        done += 1;
        told(done);
        Ok::<_, BatchError>(())
    })?;
    outcome.receipt = pen.receipt();
    if taken.is_empty() {
        Ok(outcome)
    } else {
        Err(BatchError::IdsTaken(taken))
    }
}

enum Inserted {
    /// Now, under this number: another than was chosen when that one was taken.
    New {
        id: SignalId,
        renumbered: bool,
    },
    Already(Already),
    /// Its own number belongs to another signal.
    Taken,
}

/// `numbers`: those of the batch so far. The engine may have set aside what would find one of them
/// twice.
fn insert_signal(
    tx: &mut dyn Transaction,
    kept: &mut Kept<'_>,
    seq: i64,
    numbers: &mut HashSet<SignalId>,
    fresh: &dyn Fn() -> Option<SignalId>,
) -> Result<Inserted, BatchError> {
    let mut id: SignalId = Fields::of(&kept.rows.signal)
        .parsed()
        .map_err(RegisterError::from)?;
    let mut renumbered = false;
    kept.rows.signal.push(seq.into());
    loop {
        let new = numbers.insert(id);
        if new && tx.execute(statements::INSERT_SIGNAL_AT, &kept.rows.signal)? > 0 {
            return Ok(Inserted::New { id, renumbered });
        }
        if !new && kept.own_number {
            return Ok(Inserted::Taken);
        }
        if new && let Some(there) = there(tx, kept)? {
            let same = is_same(tx, there, kept)?;
            let other = kept.own_number && there == id && !same;
            return Ok(if other {
                Inserted::Taken
            } else {
                Inserted::Already(Already { id: there, same })
            });
        }
        id = fresh().ok_or(BatchError::NoNumber)?;
        renumbered = true;
        if let Some(number) = kept.rows.signal.first_mut() {
            *number = Value::of(id.as_str());
        }
    }
}

/// The signal that stands in the way: with the reference of this sender, or with the number that
/// came with the report. `None` when only the number that was chosen is taken.
fn there(tx: &mut dyn Transaction, kept: &Kept<'_>) -> Result<Option<SignalId>, RegisterError> {
    let mut fields = Fields::of(&kept.rows.signal);
    let (id, sender, _, reference) = (
        fields.parsed()?,
        fields.text()?,
        fields.optional_text()?,
        fields.optional_text()?,
    );
    let by_number = if kept.own_number {
        found(tx, id)?.map(|_| id)
    } else {
        None
    };
    if by_number.is_some() || reference.is_none() {
        return Ok(by_number);
    }
    Ok(rows(
        tx,
        statements::ID_BY_REFERENCE,
        &[sender.into(), reference.into()],
        |row| row.parsed(),
    )?
    .pop())
}

fn found(
    tx: &mut dyn Transaction,
    id: SignalId,
) -> Result<Option<super::story::Found>, RegisterError> {
    match find(tx, &IdPrefix::from(id)) {
        Ok(found) => Ok(Some(found)),
        Err(FindError::NotFound) => Ok(None),
        Err(FindError::Ambiguous(_)) => Err(RegisterError::DamagedSignal { id: Some(id) }),
        Err(FindError::Register(error)) => Err(error),
    }
}

/// Whether the stored signal says what the report says, whenever it was said and however the sender
/// can be reached.
fn is_same(tx: &mut dyn Transaction, id: SignalId, kept: &Kept<'_>) -> Result<bool, RegisterError> {
    let Some(stored) = found(tx, id)?.map(|found| found.reported) else {
        return Ok(false);
    };
    let mut fields = Fields::of(&kept.rows.signal);
    let (_, sender, _, reference) = (
        fields.text()?,
        fields.text()?,
        fields.optional_text()?,
        fields.optional_text()?,
    );
    let (_, age, area, urgency) = (
        fields.text()?,
        age_of(fields.optional_number()?)?,
        fields.optional_text()?,
        fields.text()?,
    );
    let topics = kept.rows.signal.get(13);
    let facts = stored.sender.as_str() == sender
        && stored
            .reference
            .as_ref()
            .map(|reference| reference.as_str())
            == reference
        && Some(&Value::of(text_of(&stored.topics))) == topics
        && stored.age == age
        && stored.area.as_ref().map(|area| area.as_str()) == area
        && stored.urgency.code() == urgency;
    let said = words(tx, id)?;
    let said = said
        .iter()
        .filter(|said| said.number == 1)
        .map(|said| (said.part.code(), said.words.as_str()));
    Ok(facts
        && said.eq(kept
            .rows
            .written
            .iter()
            .map(|written| (written.part, written.text))))
}

/// The report as an answer tells it, in the order of the values that record a signal.
fn line(kept: &Kept<'_>, outcome: Option<&Outcome>) -> Result<Line, Unreadable> {
    let mut fields = Fields::of(&kept.rows.signal);
    let (id, _, _) = (fields.parsed()?, fields.text()?, fields.optional_text()?);
    let reference = fields.optional_text()?.map(str::to_owned);
    let mut fields = Fields::of(kept.rows.signal.get(9..).unwrap_or_default());
    let (owner, _, basis, _, _) = (
        fields.parsed()?,
        fields.text()?,
        fields.choice()?,
        fields.text()?,
        fields.text()?,
    );
    let already = outcome.and_then(|outcome| outcome.already.get(&kept.row).copied());
    let recorded = outcome.map(|outcome| outcome.renumbered.get(&kept.row).copied().unwrap_or(id));
    let id = already
        .map(|already| already.id)
        .or(recorded)
        .or_else(|| kept.own_number.then_some(id));
    Ok(Line {
        row: kept.row,
        id,
        reference,
        already,
        owner,
        basis,
        accept_by: fields.optional()?,
        feedback_by: fields.parsed()?,
    })
}
