//! A batch of reports: prepared one by one, kept in a file, then recorded as any other report is.

use std::collections::HashMap;
use std::io::{self, BufWriter, Write as _};
use std::sync::Arc;

use crate::domain::access::Reader;
use crate::domain::event::{Actor, DecisionRecord, Offer};
use crate::domain::invariant::Invariant as _;
use crate::domain::signal::Signal;
use crate::domain::signal_id::SignalId;
use crate::register::audit::hash_chain::{ContentHash, Salts, Seal};
use crate::register::batch_outcome::{BatchOutcome, OutcomeLine};
use crate::register::conflict::{BatchError, Conflict, ConflictWith, OnConflict};
use crate::register::error::RegisterError;
use crate::register::event_writer::EventWriter;
use crate::register::import_run::ImportRun;
use crate::register::report::{ReportOutcome, ReportRows, record};
use crate::register::spool::{
    BUFFER_BYTES, Reasons, SealedReason, SpoolReader, SpooledReport, Storage, framed, invalid,
};

/// Reports that are ready to be recorded. They hold words about families.
pub struct Batch {
    pub(super) file: BufWriter<Box<dyn Storage>>,
    reports: u64,
    reasons: Reasons,
    /// Whether each report has a number or a reference of its own, and so is recognised when it
    /// comes again.
    all_recognised: bool,
}

/// A report that is ready for a [`Batch`].
pub struct PreparedReport {
    bytes: Vec<u8>,
    reason: SealedReason,
    recognised: bool,
}

/// Prepares reports, on a thread of its own if need be.
pub struct ReportPreparer {
    salts: Salts,
    map_digest: Arc<str>,
}

impl ReportPreparer {
    /// For decisions of the map with this digest.
    ///
    /// # Errors
    /// [`RegisterError::NoRandomness`].
    pub fn new(map_digest: &str) -> Result<Self, RegisterError> {
        Ok(Self {
            salts: Salts::new()?,
            map_digest: map_digest.into(),
        })
    }

    /// `reason` as in [`DecisionRecord`].
    #[must_use]
    pub fn reason(&self, reason: &str) -> SealedReason {
        SealedReason {
            reason: reason.into(),
            seal: Seal::of_decision(&self.map_digest, reason),
        }
    }

    /// `own_number`: the number came with the report and may not be changed.
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
        let spooled = SpooledReport::of(row, own_number, &report, reason.seal);
        PreparedReport {
            bytes: framed(&spooled).certain("a report can be written down"),
            reason: reason.clone(),
            recognised: own_number || signal.reference.is_some(),
        }
    }
}

impl Batch {
    /// An empty batch of decisions by one map. `file` keeps the reports, `reasons` the reasons of
    /// the decisions; both should be as private as the register.
    #[must_use]
    pub fn new(
        file: impl Storage + 'static,
        reasons: impl Storage + 'static,
        map_digest: &str,
    ) -> Self {
        Self {
            file: BufWriter::with_capacity(BUFFER_BYTES, Box::new(file)),
            reports: 0,
            all_recognised: true,
            reasons: Reasons::new(Box::new(reasons), map_digest),
        }
    }

    /// # Errors
    /// When a file cannot be written.
    pub fn push(&mut self, prepared: &PreparedReport) -> io::Result<()> {
        self.reasons.keep(&prepared.reason)?;
        self.reports += 1;
        self.all_recognised &= prepared.recognised;
        self.file.write_all(&prepared.bytes)
    }

    /// The number of reports.
    #[must_use]
    pub fn reports(&self) -> u64 {
        self.reports
    }

    /// Whether the register must keep how far the file is, to record each report once.
    pub(super) fn must_track_position(&self) -> bool {
        !self.all_recognised
    }

    /// Hands over a line for each report, except those in conflict and those that earlier runs
    /// handled.
    ///
    /// # Errors
    /// What `each` returns, or that the file cannot be read.
    pub fn lines(
        &mut self,
        outcome: &BatchOutcome,
        each: &mut dyn FnMut(OutcomeLine) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut reader = SpoolReader::begin(&mut self.file, 0)?;
        let mut conflicts = outcome.conflicts.iter().peekable();
        let mut already = outcome.already.iter().peekable();
        for number in 0..self.reports {
            let spooled = reader.next()?;
            let row = spooled.row;
            let conflict = conflicts.next_if(|conflict| conflict.row == row);
            if conflict.is_some() || number < outcome.earlier {
                continue;
            }
            let mut line = OutcomeLine::of_spooled(&spooled)?;
            if let Some((_, existing)) = already.next_if(|(of, _)| *of == row) {
                line = line.of(existing.clone());
            } else if let Some(id) = outcome.renumbered.get(&row) {
                line.signal.id = *id;
            } else if outcome.is_rehearsal && !spooled.own_number {
                line.has_own_number = false;
            }
            each(line)?;
        }
        Ok(())
    }
}

/// How far recording a batch has come.
#[derive(Debug, Default)]
pub struct BatchProgress {
    /// The number of reports handled.
    pub done: u64,
    /// The hash of their row numbers.
    pub(super) rows: ContentHash,
    pub outcome: BatchOutcome,
    /// In the file of the batch, in bytes.
    pub(super) place: u64,
}

impl BatchProgress {
    pub(super) fn count_row(&mut self, row: u64) {
        self.done += 1;
        self.rows.update(&row.to_le_bytes());
    }
}

/// How the reports of a batch are recorded.
pub struct BatchRules<'r> {
    /// The file that they come from.
    pub run: &'r ImportRun,
    pub on_conflict: OnConflict,
    /// Chooses another number for a report whose chosen one is taken meanwhile.
    pub fresh_id: &'r dyn Fn() -> Option<SignalId>,
    /// Who hears of what is there already; `None`: nobody in particular.
    pub hearer: Option<&'r Reader>,
}

/// At most this many decisions are kept in memory: a file may have another in every row.
const MAX_CACHED_DECISIONS: usize = 1 << 12;

/// Records the reports of the batch from where `progress` is, until `is_enough`.
pub(super) fn record_part(
    writer: &mut EventWriter<'_>,
    batch: &mut Batch,
    progress: &mut BatchProgress,
    rules: &BatchRules<'_>,
    is_enough: &mut dyn FnMut(u64) -> bool,
) -> Result<(), BatchError> {
    let mut reader = SpoolReader::begin(&mut batch.file, progress.place)?;
    let mut decisions: HashMap<[u8; Seal::LENGTH], DecisionRecord> = HashMap::new();
    while progress.done < batch.reports {
        let spooled = reader.next()?;
        if !decisions.contains_key(&spooled.reason) {
            if decisions.len() == MAX_CACHED_DECISIONS {
                decisions.clear();
            }
            decisions.insert(spooled.reason, batch.reasons.decision(spooled.reason)?);
        }
        let decision = decisions.get(&spooled.reason).ok_or_else(invalid)?;
        record_one(writer, &spooled, decision, &mut progress.outcome, rules)?;
        progress.count_row(spooled.row);
        progress.place = reader.place;
        if is_enough(progress.done) {
            break;
        }
    }
    progress.outcome.receipt = writer.receipt().or(progress.outcome.receipt);
    Ok(())
}

/// Chooses another number when a chosen one is taken; a number that came with the report stays.
fn record_one(
    writer: &mut EventWriter<'_>,
    spooled: &SpooledReport<'_>,
    decision: &DecisionRecord,
    outcome: &mut BatchOutcome,
    rules: &BatchRules<'_>,
) -> Result<(), BatchError> {
    let (row, own_number) = (spooled.row, spooled.own_number);
    let mut report = spooled.report().map_err(RegisterError::from)?;
    let mut renumbered = false;
    loop {
        match record(writer, report.clone(), decision) {
            Ok(ReportOutcome::New) => {
                outcome.recorded += 1;
                if renumbered {
                    outcome.renumbered.insert(row, report.id);
                }
            }
            // A number chosen for this row belongs to another signal; an existing signal with it
            // only happens to have the same content.
            Ok(ReportOutcome::Existing(existing)) if !own_number && existing.id == report.id => {
                renumber(&mut report, rules.fresh_id)?;
                renumbered = true;
                continue;
            }
            Err(RegisterError::IdTaken { .. }) if !own_number => {
                renumber(&mut report, rules.fresh_id)?;
                renumbered = true;
                continue;
            }
            Ok(ReportOutcome::Existing(existing)) => {
                outcome.already.push((row, existing.told_to(rules.hearer)));
            }
            Err(error) => {
                let with = ConflictWith::of(error)?;
                outcome.conflicts.push(Conflict { row, with });
            }
        }
        return Ok(());
    }
}

fn renumber(
    report: &mut ReportRows,
    fresh_id: &dyn Fn() -> Option<SignalId>,
) -> Result<(), BatchError> {
    report.id = fresh_id().ok_or(BatchError::NoNumber)?;
    report.record.event.id = Some(report.id);
    Ok(())
}
