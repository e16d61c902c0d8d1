//! The register: every signal that was recorded, what happened to it, and where it stands.
//!
//! It promises:
//!
//! - **A signal is recorded once.** Reporting it again, with the same number or the same reference
//!   of the same sender, records nothing and finds what is there.
//! - **What happened stays.** Events and words are appended, never changed and never removed; where
//!   a signal stands is their fold, and a signal that does not stand where its story ends is
//!   reported as damaged, never repaired in silence.
//! - **One step at a time.** A step is decided on the signal as it is inside the transaction that
//!   records it: of two organisations that take the same step at once, one takes it and the other
//!   decides again on what the first left.
//! - **A refusal leaves no trace.**
//! - **Certain or said to be uncertain.** An error means that nothing was recorded, but for
//!   [`RegisterError::NotKnown`].
//! - **Lists know no words.** Only [`Register::words`] reads what people wrote, and only
//!   [`Register::story`] how to reach a sender; and [`Register::scan`] of many signals at once, of
//!   which a trace stays when it is for an export: [`Register::let_words_leave`].
//!
//! It is written once, in plain SQL, over the narrow [`database::Engine`]; which engine it is, the
//! address says when it is opened ([`engines::Database`]). What is SQLite's own stays in
//! [`engines::sqlite`].

mod address;
mod audit;
mod batch;
#[cfg(test)]
mod batch_contract;
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
mod outcome;
mod outcome_history;
mod place;
mod register_info;
mod report;
mod reported;
mod restore;
#[cfg(test)]
mod restore_contract;
mod row;
mod salvage;
mod scan;
mod signal_record;
mod signal_row;
mod spool;

mod step;
mod story;
mod tables;

#[cfg(test)]
mod any_life;
#[cfg(test)]
mod contract;
#[cfg(test)]
mod examples;
#[cfg(test)]
mod learned;
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
pub use audit::verify::{Kind, Proof, RegisterFinding, Verified};
pub use batch::{Batch, BatchError, BatchProgress, PreparedReport, Preparing, SealedReason};
pub use conflict::{Conflict, ConflictWith, OnConflict};
use database::Engine as _;
pub use database::{Access, Clock, CopyKind, DatabaseInfo};
use engines::Database;
pub use error::{FindError, RegisterError, StepError, StepsError};
pub use exports::WordsLeft;
pub use filter::{Filter, Sort};
pub use import_run::ImportRun;
pub use list::ListRow;
pub use outcome::{BatchOutcome, OutcomeLine};
pub use outcome_history::OutcomeFilter;
pub use place::Place;
pub use register_info::RegisterInfo;
use report::ReportRows;
pub use report::{Already, Recorded};
pub use reported::Reported;
pub use restore::{NotRestored, RestoreError, Restored};
pub use salvage::{Left, Salvaged};
pub use scan::{Stories, Whole};
pub use spool::Storage;
pub use story::{Part, Story, StoryText};

use crate::domain::codes::OrganisationId;
use crate::domain::event::{Actor, AsWas, DecisionRecord, Offer};
use crate::domain::lifecycle::Step;
use crate::domain::signal::Signal;
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::signal_state::SignalState;
use crate::domain::time::Moment;

/// A register, open.
pub struct Register {
    database: Database,
    /// Made when something is first written.
    salts: Option<Salts>,
}

impl Register {
    /// Opens the register at this address; with [`Access::Write`], makes it when there is none.
    ///
    /// # Errors
    /// [`RegisterError`]; what is damaged, newer or not ours is left untouched.
    pub fn open(address: &Address, access: Access) -> Result<Self, RegisterError> {
        Ok(Self {
            database: Database::open(address, access)?,
            salts: None,
        })
    }

    /// Copies the register into the empty file `into`, which will be called `name`.
    ///
    /// # Errors
    /// As [`database::Engine::copy`].
    pub fn copy(&self, into: &Path, name: &Path, kept: CopyKind) -> Result<(), RegisterError> {
        self.database.copy(into, name, kept)
    }

    /// Closes it in one file, with no log beside it.
    ///
    /// # Errors
    /// As [`database::Engine::checkpoint_and_close`].
    pub fn checkpoint_and_close(self) -> Result<(), RegisterError> {
        self.database.checkpoint_and_close()
    }

    /// Closes the register at the end of a run, sooner than by dropping it.
    pub fn close_fast(self) {
        self.database.close_fast();
    }

    /// Runs `work` in one transaction that writes, and gives the receipt of what it wrote last.
    fn write<T, F: From<RegisterError>>(
        &mut self,
        work: impl FnOnce(&mut EventWriter<'_>) -> Result<T, F>,
    ) -> Result<(T, Option<Receipt>), F> {
        let salts = of_this_run(&mut self.salts)?;
        self.database.write(|tx| {
            let mut writer = EventWriter::new(tx, salts);
            let done = work(&mut writer)?;
            Ok((done, writer.receipt()))
        })
    }

    /// Records a signal that `actor` sends, with the decision about its owner, once; gives the
    /// receipt also of one that was there already. The reason in `grounds` is kept as it is and
    /// given back by [`Register::story`].
    ///
    /// # Errors
    /// [`RegisterError::IdTaken`] when the number belongs to another sender or another content, or
    /// what the engine met.
    pub fn report(
        &mut self,
        signal: &Signal,
        offer: &Offer,
        grounds: &DecisionRecord,
        actor: &Actor,
    ) -> Result<(Recorded, Option<Receipt>), RegisterError> {
        let (recorded, _) = self.write(|writer| {
            let report = ReportRows::new(signal, offer, actor, writer.salts);
            let recorded = report::record(writer, report, grounds)?;
            let receipt = match &recorded {
                Recorded::New => writer.receipt(),
                Recorded::Already(Already { id, .. }) => report::receipt_of_report(writer.tx, *id)?,
            };
            Ok::<_, RegisterError>((recorded, receipt))
        })?;
        Ok(recorded)
    }

    /// By which clock it was made.
    pub fn made_by(&self) -> Clock {
        self.database.made_by()
    }

    /// Goes by the reports of the batch that earlier runs recorded of this file.
    ///
    /// # Errors
    /// [`BatchError`].
    pub fn go_by(
        &mut self,
        batch: &mut Batch,
        run: &ImportRun,
        on_conflict: OnConflict,
    ) -> Result<BatchProgress, BatchError> {
        let mut progress = self.database.read(|tx| conflict::go_by(tx, batch, run))?;
        progress.outcome.unless(on_conflict)?;
        Ok(progress)
    }

    /// Records the next reports of the batch in one transaction, from where `progress` stands until
    /// `enough`, which hears how many are done; and with them how far the file is. `fresh` chooses
    /// a number for a signal whose chosen number is taken meanwhile. What stands in the way of
    /// something that is there is left out, and named in `progress`.
    ///
    /// # Errors
    /// [`BatchError`]; then none of this part was recorded and `progress` is of no use any more,
    /// unless the register says that this is not known.
    pub fn report_part(
        &mut self,
        batch: &mut Batch,
        progress: &mut BatchProgress,
        run: &ImportRun,
        on_conflict: OnConflict,
        fresh: &dyn Fn() -> Option<SignalId>,
        enough: &mut dyn FnMut(u64) -> bool,
    ) -> Result<(), BatchError> {
        self.database.expect_many()?;
        let recorded = self.write(|writer| {
            let run = batch.needs(run);
            if let Some(run) = run {
                import_run::is_where_it_was(writer.tx, run, progress)?;
            }
            batch::record_part(writer, batch, progress, fresh, enough)?;
            if let Some(run) = run {
                import_run::keep(writer.tx, run, progress)?;
            }
            progress.outcome.unless(on_conflict)
        });
        recorded.map(drop)
    }

    /// Takes the next step with the one signal whose number begins with `which`, as `decide` says
    /// on the signal as it is now.
    ///
    /// # Errors
    /// [`StepError::Refused`] with what `decide` refused; otherwise why the signal was not found or
    /// not recorded.
    pub fn step<R>(
        &mut self,
        which: &IdPrefix,
        at: Moment,
        actor: &Actor,
        decide: impl FnOnce(&SignalState, &Reported) -> Result<Vec<Step>, R>,
    ) -> Result<(SignalState, Option<Receipt>), StepError<R>> {
        self.write(|writer| {
            let found = story::find(writer.tx, which)?;
            let steps = decide(&found.case, &found.reported).map_err(StepError::Refused)?;
            Ok(step::take(writer, found, at, actor, steps)?)
        })
    }

    /// Takes a step with each of these signals in one transaction: with all of them, or with none.
    /// `decide` leaves a signal as it is by giving no steps.
    ///
    /// # Errors
    /// [`StepsError::Refused`] with everything that stands in the way; otherwise why nothing was
    /// recorded.
    pub fn steps<R>(
        &mut self,
        which: &[IdPrefix],
        at: Moment,
        actor: &Actor,
        mut decide: impl FnMut(&SignalState, &Reported) -> Result<Vec<Step>, R>,
    ) -> Result<(Vec<SignalState>, Option<Receipt>), StepsError<R>> {
        self.write(|writer| {
            let (mut cases, mut refused) = (Vec::new(), Vec::new());
            for (place, which) in which.iter().enumerate() {
                let found = match story::find(writer.tx, which) {
                    Ok(found) => found,
                    Err(FindError::Register(error)) => return Err(StepsError::Register(error)),
                    Err(FindError::NotFound) => {
                        refused.push((place, StepError::NotFound));
                        continue;
                    }
                    Err(FindError::Ambiguous(ids)) => {
                        refused.push((place, StepError::Ambiguous(ids)));
                        continue;
                    }
                };
                match decide(&found.case, &found.reported) {
                    Ok(steps) => cases.push(step::take(writer, found, at, actor, steps)?),
                    Err(refusal) => refused.push((place, StepError::Refused(refusal))),
                }
            }
            if refused.is_empty() {
                Ok(cases)
            } else {
                Err(StepsError::Refused(refused))
            }
        })
    }

    /// Records that the words of these signals are about to leave in an export, and of how many
    /// they are.
    ///
    /// # Errors
    /// [`RegisterError`]; then they must not leave.
    pub fn let_words_leave(
        &mut self,
        filter: &Filter,
        at: Moment,
        by: &OrganisationId,
    ) -> Result<WordsLeft, RegisterError> {
        self.database
            .write(|tx| exports::record(tx, filter, at, by))
    }

    /// Takes the steps that `decide` gives for each of these signals, on behalf of its coordinator
    /// and on the signal as it is now: all of them in one transaction, or none.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn each_step(
        &mut self,
        which: &[SignalId],
        at: Moment,
        as_was: &dyn Fn(&OrganisationId) -> Option<AsWas>,
        mut decide: impl FnMut(&SignalState) -> Vec<Step>,
    ) -> Result<Option<Receipt>, RegisterError> {
        let ((), receipt) =
            self.write(|writer| nightly::each_step(writer, which, at, as_was, &mut decide))?;
        Ok(receipt)
    }

    /// Takes over into `new`, which is empty, each signal that is sound, with its whole history,
    /// and tells which are not. What cannot be read is passed by.
    ///
    /// # Errors
    /// [`RegisterError`] when nothing can be read, or what is sound cannot be recorded.
    pub fn salvage(&mut self, new: &mut Register) -> Result<Salvaged, RegisterError> {
        self.database.read(|tx| salvage::salvage(tx, new))
    }
}

/// The salts of this run, made when they are first needed.
fn of_this_run(salts: &mut Option<Salts>) -> Result<&mut Salts, RegisterError> {
    match salts {
        Some(salts) => Ok(salts),
        None => Ok(salts.insert(Salts::new()?)),
    }
}
