//! What can go wrong with a register, as kinds with data. Their sentences stand in the catalogue.

use std::path::{Path, PathBuf};

use crate::domain::signal_id::SignalId;

/// What went wrong with the register. After every kind but [`RegisterError::NotKnown`] nothing was
/// recorded, for certain.
///
/// Never holds text about a family: only paths, numbers, codes and the engine's own technical
/// message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegisterError {
    /// There is no register at this path, and this was no occasion to make one.
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// The path is a folder.
    Directory {
        /// Which.
        path: PathBuf,
    },
    /// The file is no SQLite database at all.
    NotADatabase {
        /// Which.
        path: PathBuf,
    },
    /// The file is a database of another program.
    Foreign {
        /// Which.
        path: PathBuf,
    },
    /// A newer seinhuis made or upgraded the register.
    Newer {
        /// Which.
        path: PathBuf,
        /// The version of its schema.
        version: u32,
        /// The newest version that this program knows.
        known: u32,
    },
    /// The database is damaged, or was changed from outside.
    Damaged {
        /// Which.
        path: PathBuf,
    },
    /// A stored signal does not tell a story that could have happened, or does not stand where its
    /// story ends.
    DamagedSignal {
        /// Which one, when its number at least can be read.
        id: Option<SignalId>,
    },
    /// The user may not read or write there.
    NoPermission {
        /// Where.
        path: PathBuf,
    },
    /// The file, its folder or its disk can only be read.
    ReadOnly {
        /// Which.
        path: PathBuf,
    },
    /// No room is left on the disk.
    Full {
        /// Which file could not grow.
        path: PathBuf,
    },
    /// Others kept the register busy for too long.
    Busy {
        /// Which.
        path: PathBuf,
    },
    /// The disk or file system cannot keep the log that survives a power cut.
    NotDurable {
        /// Which.
        path: PathBuf,
        /// How the engine would have kept it instead.
        journal: String,
    },
    /// The engine is older than the version in which a fault that loses data was mended.
    EngineTooOld {
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
    /// The system had no random numbers to give.
    NoRandomness,
    /// Something else failed.
    Failed {
        /// Which register.
        path: PathBuf,
        /// The technical message.
        cause: String,
    },
    /// The commit itself failed: it may or may not be recorded.
    NotKnown {
        /// Which register.
        path: PathBuf,
        /// The technical message.
        cause: String,
    },
}

impl RegisterError {
    /// The same, when what is damaged is a copy of the register `of`.
    #[must_use]
    pub fn about(mut self, of: &Path) -> Self {
        match &mut self {
            RegisterError::Damaged { path }
            | RegisterError::NotADatabase { path }
            | RegisterError::Foreign { path } => *path = of.to_owned(),
            RegisterError::Missing { .. }
            | RegisterError::Directory { .. }
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
