//! The errors of a register, as kinds with data. The catalogue has their sentences.

use crate::domain::signal_id::SignalId;
use crate::register::place::Place;

/// An error of the register. Nothing was recorded, except perhaps after
/// [`RegisterError::NotKnown`].
///
/// Holds no text about a family: only places, numbers, codes and the engine's technical message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegisterError {
    /// There is no register at this place, and none was to be made.
    Missing { place: Place },
    /// The place is a folder.
    Directory { place: Place },
    /// The file is not a database of this engine.
    NotADatabase { place: Place },
    /// The file is a database of another program.
    Foreign { place: Place },
    /// An unreleased version of seinhuis made the register; this is another version.
    Unreleased { place: Place },
    /// The clock of this run is set, and the register is not a trial.
    NotATrial { place: Place },
    /// A newer seinhuis made or upgraded the register.
    Newer {
        place: Place,
        /// The version of its schema.
        version: u32,
        /// The newest version that this program knows.
        known: u32,
    },
    /// The database is damaged, or was changed from outside.
    Damaged { place: Place },
    /// The events of a stored signal could not have happened, or do not fold to its row.
    DamagedSignal {
        /// `None` when its number cannot be read.
        id: Option<SignalId>,
    },
    /// The user may not read or write there.
    NoPermission { place: Place },
    /// The file, its folder or its disk can only be read.
    ReadOnly { place: Place },
    /// No room is left on the disk.
    Full { place: Place },
    /// Others kept the register busy for too long.
    Busy { place: Place },
    /// The disk or file system cannot keep the log that survives a power cut.
    NotDurable {
        place: Place,
        /// The journal mode that the engine would use instead.
        journal: String,
        needs: &'static str,
    },
    /// The engine has a known fault that loses data.
    EngineTooOld {
        engine: &'static str,
        version: String,
        /// The oldest version without it.
        needs: &'static str,
    },
    /// A signal with this number, from another sender or with another content, is already there.
    IdTaken { id: SignalId },
    /// The sender gave the reference of a report to this signal, which has another content.
    ReferenceTaken { id: SignalId },
    /// The sender reported the same before, as this signal, and withdrew it.
    WithdrawnBefore { id: SignalId },
    /// The withdrawal that is to be taken back gave the reference to this signal.
    ReferenceGivenAway { id: SignalId },
    /// The schema refused a row: it and the program disagree about a rule, a fault in seinhuis.
    SecondLock {
        /// The rule, in the schema's words.
        rule: String,
    },
    /// A fault in seinhuis, in technical words.
    Fault { what: &'static str },
    /// The system had no random numbers to give.
    NoRandomness,
    /// Something else failed.
    Failed { place: Place, cause: String },
    /// The commit itself failed: it may or may not be recorded.
    NotKnown { place: Place, cause: String },
}

impl RegisterError {
    /// Names the register `of` when its copy is damaged.
    #[must_use]
    pub fn about(mut self, of: Place) -> Self {
        match &mut self {
            RegisterError::Damaged { place }
            | RegisterError::NotADatabase { place }
            | RegisterError::Foreign { place } => *place = of,
            RegisterError::Missing { .. }
            | RegisterError::Directory { .. }
            | RegisterError::Unreleased { .. }
            | RegisterError::NotATrial { .. }
            | RegisterError::Newer { .. }
            | RegisterError::DamagedSignal { .. }
            | RegisterError::NoPermission { .. }
            | RegisterError::ReadOnly { .. }
            | RegisterError::Full { .. }
            | RegisterError::Busy { .. }
            | RegisterError::NotDurable { .. }
            | RegisterError::EngineTooOld { .. }
            | RegisterError::IdTaken { .. }
            | RegisterError::ReferenceTaken { .. }
            | RegisterError::WithdrawnBefore { .. }
            | RegisterError::ReferenceGivenAway { .. }
            | RegisterError::SecondLock { .. }
            | RegisterError::Fault { .. }
            | RegisterError::NoRandomness
            | RegisterError::Failed { .. }
            | RegisterError::NotKnown { .. } => {}
        }
        self
    }
}

impl std::fmt::Display for RegisterError {
    /// For logs and tests; what a person reads comes from the catalogue.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for RegisterError {}

/// Why not exactly one signal was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindError {
    /// No number begins like this.
    NotFound,
    /// Several numbers begin like this: the first of them.
    Ambiguous(Vec<SignalId>),
    Register(RegisterError),
}

/// Why a step was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepError<R> {
    /// No number begins like this.
    NotFound,
    /// Several numbers begin like this: the first of them.
    Ambiguous(Vec<SignalId>),
    /// A rule of the work stands in the way.
    Refused(R),
    Register(RegisterError),
}

/// Why none of several steps was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepsError<R> {
    /// The error of each step that cannot be taken, by its place in the request.
    Refused(Vec<(usize, StepError<R>)>),
    Register(RegisterError),
}

impl<R> From<RegisterError> for StepsError<R> {
    fn from(error: RegisterError) -> Self {
        StepsError::Register(error)
    }
}

impl From<RegisterError> for FindError {
    fn from(error: RegisterError) -> Self {
        FindError::Register(error)
    }
}

impl<R> From<RegisterError> for StepError<R> {
    fn from(error: RegisterError) -> Self {
        StepError::Register(error)
    }
}

impl<R> From<FindError> for StepError<R> {
    fn from(error: FindError) -> Self {
        match error {
            FindError::NotFound => StepError::NotFound,
            FindError::Ambiguous(ids) => StepError::Ambiguous(ids),
            FindError::Register(error) => StepError::Register(error),
        }
    }
}
