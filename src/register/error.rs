//! What can go wrong with a register, as kinds with data. Their sentences stand in the catalogue.

use crate::domain::signal_id::SignalId;
use crate::register::place::Place;

/// What went wrong with the register. After every kind but [`RegisterError::NotKnown`] nothing was
/// recorded, for certain.
///
/// Never holds text about a family: only places, numbers, codes and the engine's own technical
/// message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegisterError {
    /// There is no register at this place, and this was no occasion to make one.
    Missing {
        /// Where it was looked for.
        place: Place,
    },
    /// The place is a folder.
    Directory { place: Place },
    /// The file is no database of this engine at all.
    NotADatabase { place: Place },
    /// The file is a database of another program.
    Foreign { place: Place },
    /// A version of seinhuis that was never released made the register, and this is another.
    Unreleased { place: Place },
    /// The clock of this run is set, and the register is not there to try with.
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
    /// A stored signal does not tell a story that could have happened, or does not stand where its
    /// story ends.
    DamagedSignal {
        /// Which one, when its number at least can be read.
        id: Option<SignalId>,
    },
    /// The user may not read or write there.
    NoPermission { place: Place },
    /// The file, its folder or its disk can only be read.
    ReadOnly { place: Place },
    /// No room is left on the disk.
    Full {
        /// Which file could not grow.
        place: Place,
    },
    /// Others kept the register busy for too long.
    Busy { place: Place },
    /// The disk or file system cannot keep the log that survives a power cut.
    NotDurable {
        place: Place,
        /// How the engine would have kept it instead, in its own word.
        journal: String,
        /// How it must be kept.
        needs: &'static str,
    },
    /// The engine is older than the version in which a fault that loses data was mended.
    EngineTooOld {
        /// What it calls itself.
        engine: &'static str,
        /// Its version.
        version: String,
        /// The oldest version that will do.
        needs: &'static str,
    },
    /// A signal with this number, from another sender or with another content, is already there.
    IdTaken {
        /// The number.
        id: SignalId,
    },
    /// The schema refused what the program meant to write: the two disagree about a rule, which is
    /// a fault in seinhuis.
    SecondLock {
        /// The rule, in the schema's words.
        rule: String,
    },
    /// What cannot be was met all the same: a fault in seinhuis.
    Fault {
        /// What was met, in technical words.
        what: &'static str,
    },
    /// The system had no random numbers to give.
    NoRandomness,
    /// Something else failed.
    Failed {
        /// Which register.
        place: Place,
        /// The technical message.
        cause: String,
    },
    /// The commit itself failed: it may or may not be recorded.
    NotKnown {
        /// Which register.
        place: Place,
        /// The technical message.
        cause: String,
    },
}

impl RegisterError {
    /// The same, when what is damaged is a copy of the register `of`.
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

/// Why no signal was found, or not just one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindError {
    /// No signal's number begins like this.
    NotFound,
    /// The numbers of several signals begin like this; the first of them.
    Ambiguous(Vec<SignalId>),
    /// See [`RegisterError`].
    Register(RegisterError),
}

/// Why a step was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepError<R> {
    /// No signal's number begins like this.
    NotFound,
    /// The numbers of several signals begin like this; the first of them.
    Ambiguous(Vec<SignalId>),
    /// A rule of the work stands in the way.
    Refused(R),
    /// See [`RegisterError`].
    Register(RegisterError),
}

/// Why none of several steps was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepsError<R> {
    /// What stands in the way of each that cannot be taken, by its place among those that were
    /// asked for.
    Refused(Vec<(usize, StepError<R>)>),
    /// See [`RegisterError`].
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
