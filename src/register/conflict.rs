//! Conflicts of a batch with what is recorded already, and the other reasons not to record it.

use std::io;

use crate::domain::signal_id::SignalId;
use crate::register::error::RegisterError;

/// A report that is not recorded, because something else is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conflict {
    /// The row it came from.
    pub row: u64,
    pub with: ConflictWith,
}

/// What is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConflictWith {
    /// Another signal with the number that came with the report.
    IdTaken,
    /// The signal with this number: same sender and reference, other content.
    ReferenceTaken(SignalId),
}

impl ConflictWith {
    /// # Errors
    /// An error that is no conflict.
    pub(super) fn of(error: RegisterError) -> Result<Self, RegisterError> {
        if matches!(error, RegisterError::IdTaken { .. }) {
            Ok(ConflictWith::IdTaken)
        } else if let RegisterError::ReferenceTaken { id } = error {
            Ok(ConflictWith::ReferenceTaken(id))
        } else {
            Err(error)
        }
    }
}

/// What is recorded of a batch with conflicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnConflict {
    RecordNothing,
    /// The other reports.
    LeaveOut,
}

/// Why a batch was not recorded.
#[derive(Debug)]
pub enum BatchError {
    /// These reports are in conflict with what is there.
    Conflicts(Vec<Conflict>),
    /// An earlier run recorded `done` reports of the file with another map, other options, or on a
    /// day on which other rows were valid.
    Differs {
        done: u64,
    },
    /// Another run records the file too, and has recorded `done` reports.
    OtherRun {
        done: u64,
    },
    /// No number could be chosen.
    NoNumber,
    /// The file of the batch could not be written or read.
    File(io::Error),
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
