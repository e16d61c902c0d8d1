//! Very many reports: made ready one by one, kept in a file of their own, and then recorded, each as
//! any other report is.

use std::collections::HashMap;
use std::io::{self, BufWriter, Write as _};
use std::sync::Arc;

use super::conflict::{Conflict, ConflictWith};
use super::error::RegisterError;
use super::event_writer::EventWriter;
use super::receipt::Receipt;
use super::report::{Recorded, Report, record};
use super::row::DecodeError;
use super::seal::{Salts, Seal};
use super::spool::{AT_ONCE, Kept, Reading, Reasons, Storage, framed, invalid};
use crate::domain::codes::OrganisationId;
use crate::domain::event::{Actor, Basis, Grounds, Offer};
use crate::domain::signal::Signal;
use crate::domain::signal_id::SignalId;
use crate::domain::time::Day;

/// Reports that are ready to be recorded. They hold words about families.
pub struct Batch {
    pub(super) file: BufWriter<Box<dyn Storage>>,
    reports: u64,
    reasons: Reasons,
}

/// A report that is ready to be kept in a [`Batch`].
pub struct Prepared {
    /// `None` when it could not be written down.
    bytes: Option<Vec<u8>>,
    reason: SealedReason,
}

/// Why was decided so, with its seal: made once for the many reports with the same decision.
#[derive(Debug, Clone)]
pub struct SealedReason {
    pub(super) reason: Arc<str>,
    pub(super) seal: Seal,
}

/// What became of the reports of a batch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many were recorded.
    pub recorded: u64,
    /// Those that were there already, by their row.
    pub already: HashMap<u64, SignalId>,
    /// Those that stand in the way of what is there already, in the order of the batch.
    pub conflicts: Vec<Conflict>,
    /// Those that were given another number than the one that was chosen, because it was taken by
    /// then.
    pub(super) renumbered: HashMap<u64, SignalId>,
    /// How many reports, from the first, an earlier run had recorded: under which number is not
    /// known, unless it came with the report.
    pub earlier: u64,
    /// Of the report that was recorded last; `None` when none was.
    pub receipt: Option<Receipt>,
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
    pub already: bool,
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
    /// These reports stand in the way of what is there already.
    Conflicts(Vec<Conflict>),
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

    /// Why was decided so. `reason` as for [`Register::report`](super::Register::report).
    #[must_use]
    pub fn reason(&self, reason: &str) -> SealedReason {
        SealedReason {
            reason: reason.into(),
            seal: Seal::of_grounds(&self.map_digest, reason),
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
        actor: &Actor,
        reason: &SealedReason,
    ) -> Prepared {
        let report = Report::new(signal, offer, actor, &mut self.salts);
        let kept = Kept::of(row, own_number, &report, reason.seal);
        Prepared {
            bytes: framed(&kept).ok(),
            reason: reason.clone(),
        }
    }
}

impl Batch {
    /// An empty batch of decisions by one map, kept in `file`, and apart from it in `reasons` why
    /// was decided so. Both should be as private as the register.
    #[must_use]
    pub fn new(
        file: impl Storage + 'static,
        reasons: impl Storage + 'static,
        map_digest: &str,
    ) -> Self {
        Self {
            file: BufWriter::with_capacity(AT_ONCE, Box::new(file)),
            reports: 0,
            reasons: Reasons::new(Box::new(reasons), map_digest),
        }
    }

    /// Keeps a report.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn push(&mut self, prepared: &Prepared) -> io::Result<()> {
        let bytes = prepared.bytes.as_ref().ok_or_else(invalid)?;
        self.reasons.keep(&prepared.reason)?;
        self.reports += 1;
        self.file.write_all(bytes)
    }

    /// How many reports it holds.
    #[must_use]
    pub fn reports(&self) -> u64 {
        self.reports
    }

    /// Hands over the reports one by one, as an answer tells them; those that are in conflict with
    /// what is there are left out.
    ///
    /// # Errors
    /// What `each` returns, or that the file cannot be read.
    pub fn lines(
        &mut self,
        outcome: Option<&Outcome>,
        each: &mut dyn FnMut(Line) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut reading = Reading::begin(&mut self.file, 0)?;
        let conflicts = outcome.map_or(&[][..], |outcome| &outcome.conflicts);
        let mut conflicts = conflicts.iter().peekable();
        for number in 0..self.reports {
            let kept = reading.next()?;
            if conflicts
                .next_if(|conflict| conflict.row == kept.row)
                .is_some()
            {
                continue;
            }
            let earlier = outcome.is_some_and(|outcome| number < outcome.earlier);
            let line = line(&kept, outcome, earlier);
            each(line.map_err(|DecodeError| invalid())?)?;
        }
        Ok(())
    }
}

/// How far recording a batch has come.
#[derive(Debug, Default)]
pub struct Progress {
    /// How many reports were looked at.
    pub done: u64,
    /// What became of them.
    pub outcome: Outcome,
    pub(super) place: u64,
}

/// Records the reports of the batch from where `progress` stands, until `enough`. `fresh` chooses a
/// number.
pub(super) fn record_part(
    writer: &mut EventWriter<'_>,
    batch: &mut Batch,
    progress: &mut Progress,
    fresh: &dyn Fn() -> Option<SignalId>,
    enough: &mut dyn FnMut(u64) -> bool,
) -> Result<(), BatchError> {
    let Batch {
        file,
        reports,
        reasons,
    } = batch;
    let mut reading = Reading::begin(file, progress.place)?;
    let mut known: HashMap<[u8; Seal::LENGTH], Grounds> = HashMap::new();
    while progress.done < *reports {
        let kept = reading.next()?;
        let (row, own_number) = (kept.row, kept.own_number);
        let report = kept.report().map_err(RegisterError::from)?;
        if !known.contains_key(&kept.reason) {
            // Few at a time are held: a file may have another reason in every row.
            if known.len() == MOST_KNOWN {
                known.clear();
            }
            known.insert(kept.reason, reasons.grounds(kept.reason)?);
        }
        let grounds = known.get(&kept.reason).ok_or_else(invalid)?;
        record_one(writer, report, (row, own_number), grounds, progress, fresh)?;
        progress.done += 1;
        progress.place = reading.place;
        if enough(progress.done) {
            break;
        }
    }
    progress.outcome.receipt = writer.receipt().or(progress.outcome.receipt);
    Ok(())
}

/// More grounds than this are not kept at hand.
const MOST_KNOWN: usize = 1 << 12;

/// A chosen number that is taken by then is chosen again; a number that came with the report is
/// not.
fn record_one(
    writer: &mut EventWriter<'_>,
    mut report: Report,
    (row, own_number): (u64, bool),
    grounds: &Grounds,
    progress: &mut Progress,
    fresh: &dyn Fn() -> Option<SignalId>,
) -> Result<(), BatchError> {
    let mut renumbered = false;
    loop {
        match record(writer, report.clone(), grounds) {
            Ok(Recorded::New) => {
                progress.outcome.recorded += 1;
                if renumbered {
                    progress.outcome.renumbered.insert(row, report.id);
                }
            }
            Ok(Recorded::Already { id, same: _ }) if !own_number && id == report.id => {
                // Chosen for this row: another signal that says the same has it.
                report = renumber(report, fresh)?;
                renumbered = true;
                continue;
            }
            Ok(Recorded::Already { id, same: true }) => {
                progress.outcome.already.insert(row, id);
            }
            Ok(Recorded::Already { id, same: false }) => {
                progress.outcome.conflicts.push(Conflict {
                    row,
                    with: ConflictWith::Reference(id),
                });
            }
            Err(RegisterError::IdTaken { .. }) if own_number => {
                progress.outcome.conflicts.push(Conflict {
                    row,
                    with: ConflictWith::Number,
                });
            }
            Err(RegisterError::IdTaken { .. }) => {
                report = renumber(report, fresh)?;
                renumbered = true;
                continue;
            }
            Err(error) => return Err(error.into()),
        }
        return Ok(());
    }
}

fn renumber(report: Report, fresh: &dyn Fn() -> Option<SignalId>) -> Result<Report, BatchError> {
    let id = fresh().ok_or(BatchError::NoNumber)?;
    let mut report = Report { id, ..report };
    report.record.event.id = Some(id);
    Ok(report)
}

/// The report as an answer tells it.
fn line(kept: &Kept<'_>, outcome: Option<&Outcome>, earlier: bool) -> Result<Line, DecodeError> {
    let Report { id, record, .. } = kept.report()?;
    let offer = record.event.offer()?;
    let already = outcome.and_then(|outcome| outcome.already.get(&kept.row).copied());
    let renumbered = outcome.and_then(|outcome| outcome.renumbered.get(&kept.row).copied());
    let known = kept.own_number || (outcome.is_some() && !earlier);
    let id = already.or(renumbered).or(known.then_some(id));
    let reference = record.facts.and_then(|facts| facts.reference);
    Ok(Line {
        row: kept.row,
        id,
        reference: reference.map(|reference| reference.as_str().to_owned()),
        already: already.is_some(),
        owner: offer.owner,
        basis: offer.basis,
        accept_by: Some(offer.accept_by),
        feedback_by: offer.feedback_by,
    })
}
