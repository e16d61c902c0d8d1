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
//! address says when it is opened ([`database::Database`]). What is SQLite's own stays in [`sqlite`].

mod address;
mod batch;
#[cfg(test)]
mod batch_contract;
mod courses;
pub mod database;
pub mod error;
mod event_record;
mod exports;
mod fields;
mod filter;
mod list;
mod nightly;
mod pen;
mod place;
mod receipt;
mod record;
mod report;
mod restore;
mod scan;
mod seal;
pub mod sqlite;
mod statements;
mod step;
mod story;
mod verify;

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
#[cfg(test)]
mod verify_contract;

use std::ops::ControlFlow;
use std::path::Path;

use fields::Unreadable;
use pen::Pen;
use seal::Salts;

pub use address::Address;
pub use batch::{
    Already, Batch, BatchError, Line, Outcome, Prepared, Preparing, SealedReason, Storage,
};
pub use courses::Wanted;
pub use database::{Access, DatabaseInfo};
use database::{Database, Engine as _};
pub use error::{FindError, RegisterError, StepError, StepsError};
pub use exports::WordsLeft;
pub use filter::{Filter, Sort};
pub use list::Row;
pub use place::Place;
pub use receipt::{NotAReceipt, Receipt};
pub use record::Reported;
pub use report::Recorded;
use report::Report;
pub use restore::RestoreError;
pub use scan::{Stories, Whole};
pub use sqlite::{Kept, Left, Salvaged};
pub use story::{Part, Said, Story};
pub use verify::{Finding, Kind, Proof, Verified};

use crate::domain::case::{Case, State};
use crate::domain::codes::{Choice as _, OrganisationId};
use crate::domain::event::{Happened, Offer};
use crate::domain::lifecycle::Step;
use crate::domain::overview::{Course, Route};
use crate::domain::signal::Signal;
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::time::Moment;

/// A register, open.
pub struct Register {
    database: Database,
    /// Made when something is first written.
    salts: Option<Salts>,
}

/// What `register info` tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Info {
    /// What the engine tells of itself.
    pub database: DatabaseInfo,
    /// How many signals stand where, in the order of [`State`].
    pub counts: Vec<(State, u64)>,
    /// Each time that the words left in an export, oldest first.
    pub exports: Vec<WordsLeft>,
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

    /// Copies the register, as it is at one moment, into the empty file `into`, which will be
    /// called `name`; others go on writing. The copy is whole, in one file, and still has to be
    /// written to the disk.
    ///
    /// # Errors
    /// [`RegisterError`]; what stands in the file then is nothing to keep.
    pub fn copy(&self, into: &Path, name: &Path, kept: Kept) -> Result<(), RegisterError> {
        match &self.database {
            Database::Sqlite(sqlite) => sqlite.copy(into, name, kept),
        }
    }

    /// Closes it in one file, with no log beside it.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn checkpoint_and_close(self) -> Result<(), RegisterError> {
        match self.database {
            Database::Sqlite(sqlite) => sqlite.checkpoint_and_close(),
        }
    }

    /// Closes the register at the end of a run, sooner than by dropping it.
    pub fn close_fast(self) {
        self.database.close_fast();
    }

    /// Runs `work` in one transaction with a pen, and gives the receipt of what it wrote last.
    fn write<T, F: From<RegisterError>>(
        &mut self,
        work: impl FnOnce(&mut Pen<'_>) -> Result<T, F>,
    ) -> Result<(T, Option<Receipt>), F> {
        let salts = of_this_run(&mut self.salts)?;
        self.database.write(|tx| {
            let mut pen = Pen::new(tx, salts);
            let done = work(&mut pen)?;
            Ok((done, pen.receipt()))
        })
    }

    /// Records a signal with the decision about its owner, once; gives the receipt also of one that
    /// was there already. `reason` is kept as it is and given back by [`Register::story`].
    ///
    /// # Errors
    /// [`RegisterError::IdTaken`] when the number belongs to another sender or another content, or
    /// what the engine met.
    pub fn report(
        &mut self,
        signal: &Signal,
        offer: &Offer,
        reason: &str,
        map_digest: &str,
    ) -> Result<(Recorded, Option<Receipt>), RegisterError> {
        Ok(self
            .write(|pen| {
                report::record(
                    pen,
                    &Report {
                        signal,
                        offer,
                        reason,
                        map_digest,
                    },
                )
            })?
            .0)
    }

    /// Records every report of the batch in one transaction: all of them that are not there
    /// already, or none. `fresh` chooses a number for a signal whose chosen number is taken
    /// meanwhile; `told` hears after each report how many are done.
    ///
    /// # Errors
    /// [`BatchError`]; then nothing was recorded, unless the register says that this is not known.
    pub fn report_all(
        &mut self,
        batch: &mut Batch,
        fresh: &dyn Fn() -> Option<SignalId>,
        told: &mut dyn FnMut(u64),
    ) -> Result<Outcome, BatchError> {
        let salts = of_this_run(&mut self.salts)?;
        self.database.write_many(batch.reports(), |tx| {
            let mut pen = Pen::new(tx, salts);
            batch::record(&mut pen, batch, fresh, told)
        })
    }

    /// Takes over signals of another register with all that happened to them: all that are not
    /// there already, or none. `each` hears what became of each of them.
    ///
    /// # Errors
    /// [`RestoreError`] with the signal whose story the second lock does not let through; then
    /// nothing was recorded, unless the register says that this is not known.
    pub fn restore(
        &mut self,
        stories: impl Iterator<Item = (Story, Vec<Said>)>,
        each: &mut dyn FnMut(&Story, Recorded),
    ) -> Result<Option<Receipt>, RestoreError> {
        let ((), receipt) = self.write(|pen| {
            for (story, words) in stories {
                let recorded = restore::restore(pen, &story, &words);
                each(
                    &story,
                    recorded.map_err(|error| RestoreError {
                        id: Some(story.reported.id),
                        error,
                    })?,
                );
            }
            Ok::<_, RestoreError>(())
        })?;
        Ok(receipt)
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
        by: &OrganisationId,
        decide: impl FnOnce(&Case, &Reported) -> Result<Vec<Step>, R>,
    ) -> Result<(Case, Option<Receipt>), StepError<R>> {
        self.write(|pen| {
            let found = story::find(pen.tx, which)?;
            let steps = decide(&found.case, &found.reported).map_err(StepError::Refused)?;
            Ok(step::take(pen, found, at, by, steps)?)
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
        by: &OrganisationId,
        mut decide: impl FnMut(&Case, &Reported) -> Result<Vec<Step>, R>,
    ) -> Result<(Vec<Case>, Option<Receipt>), StepsError<R>> {
        self.write(|pen| {
            let (mut cases, mut refused) = (Vec::new(), Vec::new());
            for (place, which) in which.iter().enumerate() {
                let found = match story::find(pen.tx, which) {
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
                    Ok(steps) => cases.push(step::take(pen, found, at, by, steps)?),
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

    /// The whole story, without words, of the one signal whose number begins with `which`.
    ///
    /// # Errors
    /// [`FindError`].
    pub fn story(&mut self, which: &IdPrefix) -> Result<Story, FindError> {
        self.database.read(|tx| {
            let found = story::find(tx, which)?;
            Ok(story::tell(tx, found)?)
        })
    }

    /// What people wrote about a signal: show only what the [reading](Case::reading) of the reader
    /// allows.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn words(&mut self, id: SignalId) -> Result<Vec<Said>, RegisterError> {
        self.database.read(|tx| story::words(tx, id))
    }

    /// Hands over the signals that the filter lets through, one by one, until `each` breaks. They
    /// are as they were at one moment: who takes long to read them delays nobody, but for the
    /// clearing away of the engine's log.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn list(
        &mut self,
        filter: &Filter,
        each: &mut dyn FnMut(Row) -> ControlFlow<()>,
    ) -> Result<(), RegisterError> {
        self.database.read(|tx| list::list(tx, filter, each))
    }

    /// Hands over how each signal that is wanted went, without words. Gives the routes that the
    /// courses name by number.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn courses(
        &mut self,
        wanted: &Wanted,
        each: &mut dyn FnMut(Course),
    ) -> Result<Vec<Route>, RegisterError> {
        self.database.read(|tx| courses::courses(tx, wanted, each))
    }

    /// Hands over the whole stories of the signals that the filter chooses, in the order in which
    /// they were recorded, as they are at one moment. The order and the limit of the filter do not
    /// matter.
    ///
    /// # Errors
    /// What `work` returns, or [`RegisterError`]; a signal that does not stand where its story ends
    /// is [`RegisterError::DamagedSignal`].
    pub fn scan<T, F: From<RegisterError>>(
        &mut self,
        filter: &Filter,
        with_words: bool,
        work: impl FnOnce(&mut Stories<'_>) -> Result<T, F>,
    ) -> Result<T, F> {
        self.database
            .read(|tx| work(&mut Stories::choose(tx, filter, with_words)?))
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

    /// How many signals the filter lets through, whatever its limit.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn count(&mut self, filter: &Filter) -> Result<u64, RegisterError> {
        self.database.read(|tx| list::count(tx, filter))
    }

    /// Hands over where each signal stands that the filter lets through, and what happened to it:
    /// without a word about a family.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn cases(
        &mut self,
        filter: &Filter,
        each: &mut dyn FnMut(Case, Vec<Happened>),
    ) -> Result<(), RegisterError> {
        self.database.read(|tx| nightly::cases(tx, filter, each))
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
        mut decide: impl FnMut(&Case) -> Vec<Step>,
    ) -> Result<Option<Receipt>, RegisterError> {
        let ((), receipt) = self.write(|pen| nightly::each_step(pen, which, at, &mut decide))?;
        Ok(receipt)
    }

    /// Looks whether every row is as it was recorded, as they are at one moment, and whether the
    /// step of each receipt is still there.
    ///
    /// # Errors
    /// [`RegisterError`] when it could not look. What is wrong is no error: see [`Verified`].
    pub fn verify(&mut self, receipts: &[Receipt]) -> Result<Verified, RegisterError> {
        self.database.read(|tx| verify::verify(tx, receipts))
    }

    /// Takes over into `new`, which is empty, each signal that is sound, with its whole history,
    /// and tells which are not. What cannot be read is passed by.
    ///
    /// # Errors
    /// [`RegisterError`] when nothing can be read, or what is sound cannot be recorded.
    pub fn salvage(&mut self, new: &mut Register) -> Result<Salvaged, RegisterError> {
        match &mut self.database {
            Database::Sqlite(sqlite) => sqlite.salvage(new),
        }
    }

    /// What there is to tell about the register itself. Counting takes time in a large register.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn info(&mut self) -> Result<Info, RegisterError> {
        let database = self.database.info()?;
        self.database.read(|tx| {
            let mut counts = Vec::new();
            for state in State::ALL {
                let mut counted =
                    fields::rows(tx, &statements::count(*state), &[], |row| row.number())?;
                let count = counted.pop().ok_or(Unreadable)?;
                counts.push((*state, count));
            }
            Ok(Info {
                database,
                counts,
                exports: exports::all(tx)?,
            })
        })
    }
}

/// The salts of this run, made when they are first needed.
fn of_this_run(salts: &mut Option<Salts>) -> Result<&mut Salts, RegisterError> {
    match salts {
        Some(salts) => Ok(salts),
        None => Ok(salts.insert(Salts::new()?)),
    }
}
