//! Very many reports: made ready one by one, kept in a file of their own, and then recorded, each as
//! any other report is.

use std::collections::HashMap;
use std::io::{self, BufWriter, Write as _};
use std::sync::Arc;

use crate::domain::event::{Actor, DecisionRecord, Offer};
use crate::domain::invariant::Invariant as _;
use crate::domain::signal::Signal;
use crate::domain::signal_id::SignalId;
use crate::register::audit::hash_chain::{ContentHash, Salts, Seal};
use crate::register::conflict::{Conflict, ConflictWith};
use crate::register::error::RegisterError;
use crate::register::event_writer::EventWriter;
use crate::register::import_run::ImportRun;
use crate::register::outcome::{BatchOutcome, OutcomeLine, line};
use crate::register::report::{Recorded, ReportRows, record};
use crate::register::spool::{
    AT_ONCE, Reasons, SpoolReader, SpooledReport, Storage, framed, invalid,
};

/// Reports that are ready to be recorded. They hold words about families.
pub struct Batch {
    pub(super) file: BufWriter<Box<dyn Storage>>,
    reports: u64,
    reasons: Reasons,
    /// Whether each report can be known again: by its own number, or by the sender's reference.
    all_known_again: bool,
}

/// A report that is ready to be kept in a [`Batch`].
pub struct PreparedReport {
    bytes: Vec<u8>,
    reason: SealedReason,
    known_again: bool,
}

/// Why was decided so, with its seal: made once for the many reports with the same decision.
#[derive(Debug, Clone)]
pub struct SealedReason {
    pub(super) reason: Arc<str>,
    pub(super) seal: Seal,
}

/// Why a batch was not recorded.
#[derive(Debug)]
pub enum BatchError {
    /// These reports stand in the way of what is there already.
    Conflicts(Vec<Conflict>),
    /// An earlier run recorded so many reports of the file, by another map or with other options,
    /// or on a day on which other rows of it could be recorded.
    Differs { done: u64 },
    /// Another run records the file too, and has come so far.
    OtherRun {
        /// How many reports it has recorded.
        done: u64,
    },
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
    ) -> PreparedReport {
        let report = ReportRows::new(signal, offer, actor, &mut self.salts);
        let kept = SpooledReport::of(row, own_number, &report, reason.seal);
        PreparedReport {
            bytes: framed(&kept).certain("a report can be written down"),
            reason: reason.clone(),
            known_again: own_number || signal.reference.is_some(),
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
            all_known_again: true,
            reasons: Reasons::new(Box::new(reasons), map_digest),
        }
    }

    /// Keeps a report.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn push(&mut self, prepared: &PreparedReport) -> io::Result<()> {
        self.reasons.keep(&prepared.reason)?;
        self.reports += 1;
        self.all_known_again &= prepared.known_again;
        self.file.write_all(&prepared.bytes)
    }

    /// How many reports it holds.
    #[must_use]
    pub fn reports(&self) -> u64 {
        self.reports
    }

    /// The file of which this run tells how far it is; `None` when no report needs that to be
    /// recorded once.
    pub(super) fn needs<'r>(&self, run: &'r ImportRun) -> Option<&'r ImportRun> {
        Some(run).filter(|_| !self.all_known_again)
    }

    /// Hands over the reports one by one, as an answer tells them; those that are in conflict with
    /// what is there are left out, and those that earlier runs looked at.
    ///
    /// # Errors
    /// What `each` returns, or that the file cannot be read.
    pub fn lines(
        &mut self,
        outcome: Option<&BatchOutcome>,
        each: &mut dyn FnMut(OutcomeLine) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut reading = SpoolReader::begin(&mut self.file, 0)?;
        let nothing = BatchOutcome::default();
        let of = outcome.unwrap_or(&nothing);
        let mut conflicts = of.conflicts.iter().peekable();
        let mut already = of.already.iter().peekable();
        for number in 0..self.reports {
            let kept = reading.next()?;
            let in_conflict = conflicts.next_if(|conflict| conflict.row == kept.row);
            if in_conflict.is_some() || number < of.earlier {
                continue;
            }
            let already = already.next_if(|(row, _)| *row == kept.row);
            let line = match already {
                Some((_, already)) => line(&kept)?.of(already),
                None => {
                    let renumbered = of.renumbered.get(&kept.row).copied();
                    let line = line(&kept)?;
                    let id = line.id.filter(|_| kept.own_number || outcome.is_some());
                    OutcomeLine {
                        id: renumbered.or(id),
                        ..line
                    }
                }
            };
            each(line)?;
        }
        Ok(())
    }
}

/// How far recording a batch has come.
#[derive(Debug, Default)]
pub struct BatchProgress {
    /// How many reports were looked at.
    pub done: u64,
    /// Of the numbers of their rows.
    pub(super) rows: ContentHash,
    /// What became of them.
    pub outcome: BatchOutcome,
    pub(super) place: u64,
}

impl BatchProgress {
    pub(super) fn looked_at(&mut self, row: u64) {
        self.done += 1;
        self.rows.update(&row.to_le_bytes());
    }
}

/// Records the reports of the batch from where `progress` stands, until `enough`. `fresh` chooses a
/// number.
pub(super) fn record_part(
    writer: &mut EventWriter<'_>,
    batch: &mut Batch,
    progress: &mut BatchProgress,
    fresh: &dyn Fn() -> Option<SignalId>,
    enough: &mut dyn FnMut(u64) -> bool,
) -> Result<(), BatchError> {
    let Batch {
        file,
        reports,
        reasons,
        all_known_again: _,
    } = batch;
    let mut reading = SpoolReader::begin(file, progress.place)?;
    let mut known: HashMap<[u8; Seal::LENGTH], DecisionRecord> = HashMap::new();
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
        progress.looked_at(row);
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
    mut report: ReportRows,
    (row, own_number): (u64, bool),
    grounds: &DecisionRecord,
    progress: &mut BatchProgress,
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
            Ok(Recorded::Already(there)) if !own_number && there.id == report.id => {
                // Chosen for this row: another signal that says the same has it.
                report = renumber(report, fresh)?;
                renumbered = true;
                continue;
            }
            Ok(Recorded::Already(there)) if there.same => {
                progress.outcome.already.push((row, there));
            }
            Ok(Recorded::Already(there)) => {
                progress.outcome.conflicts.push(Conflict {
                    row,
                    with: ConflictWith::Reference(there.id),
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

fn renumber(
    report: ReportRows,
    fresh: &dyn Fn() -> Option<SignalId>,
) -> Result<ReportRows, BatchError> {
    let id = fresh().ok_or(BatchError::NoNumber)?;
    let mut report = ReportRows { id, ..report };
    report.record.event.id = Some(id);
    Ok(report)
}
