//! Reading a register: each answer is of one moment.

use std::ops::ControlFlow;

use crate::domain::codes::CodeEnum as _;
use crate::domain::event::RecordedEvent;
use crate::domain::signal::Particulars;
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::signal_state::{SignalState, State};
use crate::overview::{OutcomeGroup, OutcomeHistory};
use crate::register::audit::receipt::Receipt;
use crate::register::audit::verify::{self, VerifyReport};
use crate::register::database::{DatabaseInfo, Engine as _};
use crate::register::error::{FindError, RegisterError};
use crate::register::exports::{self, ExportTrace};
use crate::register::filter::Filter;
use crate::register::list::{self, ListRow};
use crate::register::outcome_reader::{self, OutcomeFilter};
use crate::register::scan::Stories;
use crate::register::story::{self, Story};
use crate::register::story_text::StoryText;
use crate::register::{Register, nightly, recorded_map};

/// The answer of `register info`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterInfo {
    pub database: DatabaseInfo,
    /// The number of signals by state, in the order of [`State`].
    pub counts: Vec<(State, u64)>,
    /// Which map it is recorded with; `None` while nothing is.
    pub map: Option<String>,
    /// The exports with words, oldest first.
    pub exports: Vec<ExportTrace>,
}

impl Register {
    /// The whole story, without words, of the one signal whose number begins with `prefix`.
    ///
    /// # Errors
    /// [`FindError`].
    pub fn story(&mut self, prefix: &IdPrefix) -> Result<Story, FindError> {
        self.database.read(|tx| story::story(tx, prefix))
    }

    /// What people wrote about a signal. Show only what the
    /// [access level](SignalState::access_level) of the reader allows.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn words(&mut self, id: SignalId) -> Result<Vec<StoryText>, RegisterError> {
        self.database.read(|tx| story::words(tx, id))
    }

    /// Hands over the signals that the filter lets through, as they are at one moment, until `each`
    /// breaks. A slow reader delays nobody, except that the engine's log grows meanwhile.
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

    /// Hands over the outcome history of each wanted signal. Gives the groups that the histories
    /// name by number.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn outcome_histories(
        &mut self,
        wanted: &OutcomeFilter,
        each: &mut dyn FnMut(OutcomeHistory),
    ) -> Result<Vec<OutcomeGroup>, RegisterError> {
        self.database
            .read(|tx| outcome_reader::histories(tx, wanted, each))
    }

    /// Gives `work` the stories of the signals that the filter selects, in the order of recording
    /// and as they are at one moment. The order and limit of the filter do not count.
    ///
    /// # Errors
    /// What `work` returns, or [`RegisterError`].
    pub fn scan<T, F: From<RegisterError>>(
        &mut self,
        filter: &Filter,
        with_words: bool,
        work: impl FnOnce(&mut Stories<'_>) -> Result<T, F>,
    ) -> Result<T, F> {
        self.database
            .read(|tx| work(&mut Stories::select(tx, filter, with_words)?))
    }

    /// The number of signals that the filter lets through, ignoring its limit.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn count(&mut self, filter: &Filter) -> Result<u64, RegisterError> {
        self.database.read(|tx| list::count(tx, filter))
    }

    /// Hands over the state and the events, without words, of each signal that the filter lets
    /// through.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn signal_states(
        &mut self,
        filter: &Filter,
        each: &mut dyn FnMut(&Particulars, SignalState, Vec<RecordedEvent>),
    ) -> Result<(), RegisterError> {
        self.database
            .read(|tx| nightly::signal_states(tx, filter, each))
    }

    /// Checks every row as of one moment, and looks for the step of each receipt.
    ///
    /// # Errors
    /// [`RegisterError`] when it could not look. What is wrong is no error: see [`VerifyReport`].
    pub fn verify(&mut self, receipts: &[Receipt]) -> Result<VerifyReport, RegisterError> {
        self.database.read(|tx| verify::verify(tx, receipts))
    }

    /// Facts about the register itself. Counting takes time in a large register.
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
                map: recorded_map::kept(tx)?,
                exports: exports::all(tx)?,
            })
        })
    }
}
