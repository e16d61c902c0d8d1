//! The register: every signal that was recorded, what happened to it, and where it stands.
//!
//! It promises:
//!
//! - **A signal is recorded once.** Reporting it again, with the same number or the same reference
//!   of the same sender, records nothing and finds what is there. Another content under either of
//!   them is refused; only a signal that was withdrawn gives up its reference.
//! - **What happened stays.** Events and words are appended, never changed and never removed. The
//!   state of a signal is the fold of its events; a signal whose row differs from the fold is
//!   reported as damaged, never repaired silently.
//! - **One step at a time.** A step is decided on the signal as it is inside the transaction that
//!   records it. When two organisations take the same step, the second decides again on what the
//!   first left.
//! - **A refusal leaves no trace.**
//! - **No false certainty.** An error means that nothing was recorded, except
//!   [`RegisterError::NotKnown`].
//! - **Lists hold no words.** Only [`Register::words`] and [`Register::scan`] read what people
//!   wrote, and only they and [`Register::story`] read how to reach a sender. A scan for an export
//!   leaves a trace: [`Register::record_export`].
//!
//! It is written once, in plain SQL, over the narrow [`database::Engine`]. The address chooses the
//! engine ([`engines::Database`]); what only SQLite knows stays in [`engines::sqlite`].

mod address;
mod audit;
mod batch;
#[cfg(test)]
mod batch_contract;
mod batch_outcome;
mod codes_in_use;
mod column;
mod conflict;
pub mod database;
mod dialect;
pub mod engines;
pub mod error;
mod event_row;
mod event_writer;
mod exports;
mod filter;
mod import_run;
mod list;
mod nightly;
mod original_report;
mod outcome_reader;
mod place;
mod recorded_map;
mod register_info;
mod report;
mod restore;
#[cfg(test)]
mod restore_contract;
mod resume;
mod row;
mod salvage;
mod scan;
mod signal_record;
mod signal_row;
mod spool;
mod step;
mod stored_event;
mod story;
mod story_text;
mod tables;

#[cfg(test)]
pub(crate) mod any_life;
#[cfg(test)]
mod contract;
#[cfg(test)]
pub(crate) mod examples;
#[cfg(test)]
mod list_contract;
#[cfg(test)]
mod scan_contract;

use std::path::Path;

use audit::hash_chain::Salts;
use event_writer::EventWriter;

pub use address::Address;
pub use audit::hash_chain::ContentHash;
pub use audit::receipt::{NotAReceipt, Receipt};
pub use audit::verify::{FindingKind, ReceiptStatus, RegisterFinding, VerifyReport};
pub use batch::{Batch, BatchProgress, BatchRules, PreparedReport, ReportPreparer};
pub use batch_outcome::{BatchOutcome, OutcomeLine};
pub use codes_in_use::CodesInUse;
pub use conflict::{BatchError, Conflict, ConflictWith, OnConflict};
use database::Engine as _;
pub use database::{Access, Clock, CopyKind, DatabaseInfo};
use engines::Database;
pub use error::{FindError, RegisterError, StepError, StepsError};
pub use exports::ExportTrace;
pub use filter::{Filter, Sort};
pub use import_run::ImportRun;
pub use list::{AsReported, ListRow};
pub use original_report::OriginalReport;
pub use outcome_reader::OutcomeFilter;
pub use place::Place;
pub use register_info::RegisterInfo;
pub use report::{ExistingSignal, ReportOutcome, ToldSignal};
pub use restore::{Importer, NotRestored, RestoreError, RestoreOutcome};
pub use salvage::{SalvageReport, SkippedSignals};
pub use scan::{FullStory, Stories};
pub use signal_record::Contacts;
pub use spool::{SealedReason, Storage};
pub use step::SteppedSignal;
pub use story::Story;
pub use story_text::StoryText;

use crate::domain::access::Reader;
use crate::domain::codes::OrganisationId;
use crate::domain::event::{Actor, AsWas, DecisionRecord, Offer};
use crate::domain::lifecycle::Step;
pub use crate::domain::signal::Part;
use crate::domain::signal::Signal;
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::signal_state::{SignalState, State};
use crate::domain::time::Moment;

/// An open register.
pub struct Register {
    database: Database,
    /// Made on the first write.
    salts: Option<Salts>,
    /// The map that a register without one has from its first event on.
    first_map: Option<String>,
}

impl Register {
    /// Opens the register at this address; [`Access::Write`] makes it when there is none.
    ///
    /// # Errors
    /// [`RegisterError`]. A damaged, newer or foreign file is left untouched.
    pub fn open(address: &Address, access: Access) -> Result<Self, RegisterError> {
        Ok(Self {
            database: Database::open(address, access)?,
            salts: None,
            first_map: None,
        })
    }

    /// Copies the register into the empty file `into`, to be renamed to `name`.
    ///
    /// # Errors
    /// As [`database::Engine::copy`].
    pub fn copy(&self, into: &Path, name: &Path, kept: CopyKind) -> Result<(), RegisterError> {
        self.database.copy(into, name, kept)
    }

    /// Closes it as one file, without a log.
    ///
    /// # Errors
    /// As [`database::Engine::checkpoint_and_close`].
    pub fn checkpoint_and_close(self) -> Result<(), RegisterError> {
        self.database.checkpoint_and_close()
    }

    /// Closes the register at the end of a run, faster than dropping it.
    pub fn close_fast(self) {
        self.database.close_fast();
    }

    /// The clock that the register was made with.
    pub fn made_by(&self) -> Clock {
        self.database.made_by()
    }

    /// Runs `work` in one transaction that writes; gives the receipt of the last event written.
    fn write<T, F: From<RegisterError>>(
        &mut self,
        work: impl FnOnce(&mut EventWriter<'_>) -> Result<T, F>,
    ) -> Result<(T, Option<Receipt>), F> {
        let salts = match &mut self.salts {
            Some(salts) => salts,
            empty => empty.insert(Salts::new()?),
        };
        let first_map = &self.first_map;
        let (done, receipt) = self.database.write(|tx| {
            let mut writer = EventWriter::new(tx, salts);
            let done = work(&mut writer)?;
            let receipt = writer.receipt();
            if let (Some(map), Some(_)) = (first_map, receipt) {
                recorded_map::keep_first(tx, map)?;
            }
            Ok::<_, F>((done, receipt))
        })?;
        self.first_map = self.first_map.take().filter(|_| receipt.is_none());
        Ok((done, receipt))
    }

    /// Records a signal that `actor` sends, once, with the decision about its owner. Gives the
    /// receipt of the report, also when it was recorded before.
    ///
    /// # Errors
    /// [`RegisterError::IdTaken`] when the number belongs to another sender or another content,
    /// [`RegisterError::ReferenceTaken`] when the reference belongs to another content, and
    /// [`RegisterError::WithdrawnBefore`] when the signal that is there was withdrawn.
    pub fn report(
        &mut self,
        signal: &Signal,
        offer: &Offer,
        decision: &DecisionRecord,
        actor: &Actor,
    ) -> Result<(ReportOutcome, Option<Receipt>), RegisterError> {
        self.report_with(signal, offer, decision, actor, false)
    }

    /// As [`Register::report`], by a sender who told the owner which family it is.
    ///
    /// # Errors
    /// As there.
    pub fn report_told(
        &mut self,
        signal: &Signal,
        offer: &Offer,
        decision: &DecisionRecord,
        actor: &Actor,
    ) -> Result<(ReportOutcome, Option<Receipt>), RegisterError> {
        self.report_with(signal, offer, decision, actor, true)
    }

    fn report_with(
        &mut self,
        signal: &Signal,
        offer: &Offer,
        decision: &DecisionRecord,
        actor: &Actor,
        told: bool,
    ) -> Result<(ReportOutcome, Option<Receipt>), RegisterError> {
        let (done, _) = self.write(|writer| {
            let report = report::ReportRows::new(signal, offer, actor, writer.salts);
            let outcome = report::record(writer, report, decision)?;
            if told && outcome == ReportOutcome::New {
                step::family_known(writer, signal.id, signal.reported_at, actor)?;
            }
            let receipt = match &outcome {
                ReportOutcome::New => writer.receipt(),
                ReportOutcome::Existing(existing) if existing.state == State::Withdrawn => {
                    return Err(RegisterError::WithdrawnBefore { id: existing.id });
                }
                ReportOutcome::Existing(existing) => {
                    report::receipt_of_report(writer.tx, existing.id)?
                }
            };
            Ok::<_, RegisterError>((outcome, receipt))
        })?;
        Ok(done)
    }

    /// Skips the reports of the batch that earlier runs recorded.
    ///
    /// # Errors
    /// [`BatchError`].
    pub fn skip_recorded(
        &mut self,
        batch: &mut Batch,
        run: &ImportRun,
        on_conflict: OnConflict,
    ) -> Result<BatchProgress, BatchError> {
        let mut progress = self
            .database
            .read(|tx| resume::skip_recorded(tx, batch, run))?;
        progress.outcome.check_conflicts(on_conflict)?;
        Ok(progress)
    }

    /// Looks what would become of the reports of the batch, and records nothing. `run` as for
    /// [`skip_recorded`](Register::skip_recorded); `None` to look at all of them anew. `hearer`: who
    /// hears of what is there already.
    ///
    /// # Errors
    /// [`BatchError`].
    pub fn rehearse(
        &mut self,
        batch: &mut Batch,
        run: Option<&ImportRun>,
        on_conflict: OnConflict,
        hearer: Option<&Reader>,
    ) -> Result<BatchOutcome, BatchError> {
        self.database.read(|tx| {
            let mut progress = match run {
                Some(run) => resume::skip_recorded(tx, batch, run)?,
                None => BatchProgress::default(),
            };
            resume::rehearse(tx, batch, &mut progress, hearer)?;
            progress.outcome.check_conflicts(on_conflict)?;
            Ok(progress.outcome)
        })
    }

    /// Records the next reports of the batch, from where `progress` is until `is_enough` of the
    /// number done, in one transaction; with them how far the file is. Conflicts are left out and
    /// named in `progress`.
    ///
    /// # Errors
    /// [`BatchError`]; then nothing of this part was recorded, unless the register says that this is
    /// not known, and `progress` is of no use any more.
    pub fn report_part(
        &mut self,
        batch: &mut Batch,
        progress: &mut BatchProgress,
        rules: &BatchRules<'_>,
        is_enough: &mut dyn FnMut(u64) -> bool,
    ) -> Result<(), BatchError> {
        let (run, on_conflict) = (rules.run, rules.on_conflict);
        self.database.expect_many()?;
        let tracked = batch.must_track_position();
        let recorded = self.write(|writer| {
            if tracked {
                import_run::check_position(writer.tx, run, progress.done)?;
            }
            batch::record_part(writer, batch, progress, rules, is_enough)?;
            if tracked {
                let rows = progress.rows.seal();
                import_run::save_position(writer.tx, run, progress.done, rows)?;
            }
            progress.outcome.check_conflicts(on_conflict)
        });
        recorded.map(drop)
    }

    /// Takes the next step with the one signal whose number begins with `prefix`, as `decide` says
    /// on the signal as it is now.
    ///
    /// # Errors
    /// [`StepError::Refused`] with what `decide` refused; otherwise why the signal was not found or
    /// not recorded.
    pub fn step<R>(
        &mut self,
        prefix: &IdPrefix,
        at: Moment,
        actor: &Actor,
        decide: impl FnOnce(&SignalState) -> Result<Vec<Step>, R>,
    ) -> Result<(SteppedSignal, Option<Receipt>), StepError<R>> {
        self.write(|writer| step::find_and_take(writer, prefix, at, actor, decide))
    }

    /// Takes a step with each of these signals in one transaction: with all of them, or with none.
    /// `decide` gives no steps to leave a signal as it is.
    ///
    /// # Errors
    /// [`StepsError::Refused`] with every refusal; otherwise why nothing was recorded.
    pub fn steps<R>(
        &mut self,
        prefixes: &[IdPrefix],
        at: Moment,
        actor: &Actor,
        mut decide: impl FnMut(&SignalState) -> Result<Vec<Step>, R>,
    ) -> Result<(Vec<SignalState>, Option<Receipt>), StepsError<R>> {
        self.write(|writer| {
            let (mut cases, mut refused) = (Vec::new(), Vec::new());
            for (place, prefix) in prefixes.iter().enumerate() {
                match step::find_and_take(writer, prefix, at, actor, &mut decide) {
                    Ok(stepped) => cases.push(stepped.case),
                    Err(StepError::Register(error)) => return Err(StepsError::Register(error)),
                    Err(error) => refused.push((place, error)),
                }
            }
            if refused.is_empty() {
                Ok(cases)
            } else {
                Err(StepsError::Refused(refused))
            }
        })
    }

    /// Takes the steps that `decide` gives for each of these signals as it is now, on behalf of the
    /// organisation that it gives, in one transaction.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn nightly_steps(
        &mut self,
        ids: &[SignalId],
        at: Moment,
        as_was: &dyn Fn(&OrganisationId) -> Option<AsWas>,
        mut decide: impl FnMut(&SignalState) -> (OrganisationId, Vec<Step>),
    ) -> Result<Option<Receipt>, RegisterError> {
        let ((), receipt) =
            self.write(|writer| nightly::take_steps(writer, ids, at, as_was, &mut decide))?;
        Ok(receipt)
    }

    /// Copies each sound signal, with its whole history, into `new`, which is empty. Reports the
    /// others, and skips what cannot be read.
    ///
    /// # Errors
    /// [`RegisterError`] when nothing can be read, or a sound signal cannot be recorded.
    pub fn salvage(&mut self, new: &mut Register) -> Result<SalvageReport, RegisterError> {
        self.database.read(|tx| salvage::salvage(tx, new))
    }
}
