//! What is read of a register: each answer is of one moment.

use std::ops::ControlFlow;

use crate::domain::codes::CodeEnum as _;
use crate::domain::event::RecordedEvent;
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::signal_state::{SignalState, State};
use crate::overview::{OutcomeGroup, OutcomeHistory};
use crate::register::audit::receipt::Receipt;
use crate::register::audit::verify::{self, Verified};
use crate::register::database::DatabaseInfo;
use crate::register::database::Engine as _;
use crate::register::error::{FindError, RegisterError};
use crate::register::exports::WordsLeft;
use crate::register::filter::Filter;
use crate::register::list::{self, ListRow};
use crate::register::outcome_history::{self, OutcomeFilter};
use crate::register::scan::Stories;
use crate::register::story::{self, Story, StoryText};
use crate::register::{Register, exports, nightly};

/// What `register info` tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterInfo {
    /// What the engine tells of itself.
    pub database: DatabaseInfo,
    /// How many signals stand where, in the order of [`State`].
    pub counts: Vec<(State, u64)>,
    /// Each time that the words left in an export, oldest first.
    pub exports: Vec<WordsLeft>,
}

impl Register {
    /// The whole story, without words, of the one signal whose number begins with `which`.
    ///
    /// # Errors
    /// [`FindError`].
    pub fn story(&mut self, which: &IdPrefix) -> Result<Story, FindError> {
        self.database.read(|tx| story::story(tx, which))
    }

    /// What people wrote about a signal: show only what the [reading](SignalState::reading) of the reader
    /// allows.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn words(&mut self, id: SignalId) -> Result<Vec<StoryText>, RegisterError> {
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
        each: &mut dyn FnMut(ListRow) -> ControlFlow<()>,
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
        wanted: &OutcomeFilter,
        each: &mut dyn FnMut(OutcomeHistory),
    ) -> Result<Vec<OutcomeGroup>, RegisterError> {
        self.database
            .read(|tx| outcome_history::histories(tx, wanted, each))
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
        each: &mut dyn FnMut(SignalState, Vec<RecordedEvent>),
    ) -> Result<(), RegisterError> {
        self.database.read(|tx| nightly::cases(tx, filter, each))
    }

    /// Looks whether every row is as it was recorded, as they are at one moment, and whether the
    /// step of each receipt is still there.
    ///
    /// # Errors
    /// [`RegisterError`] when it could not look. What is wrong is no error: see [`Verified`].
    pub fn verify(&mut self, receipts: &[Receipt]) -> Result<Verified, RegisterError> {
        self.database.read(|tx| verify::verify(tx, receipts))
    }

    /// What there is to tell about the register itself. Counting takes time in a large register.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn info(&mut self) -> Result<RegisterInfo, RegisterError> {
        let database = self.database.info()?;
        self.database.read(|tx| {
            let mut counts = Vec::with_capacity(State::ALL.len());
            for state in State::ALL {
                counts.push((*state, list::count_in(tx, *state)?));
            }
            Ok(RegisterInfo {
                database,
                counts,
                exports: exports::all(tx)?,
            })
        })
    }
}
