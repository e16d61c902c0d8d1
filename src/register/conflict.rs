//! Reports of a batch that are in conflict with what is there already.

use super::batch::{Batch, BatchError, Outcome, Progress};
use super::database::Transaction;
use super::error::RegisterError;
use super::report::{Recorded, already, already_by_reference};
use super::spool::Reading;
use crate::domain::signal_id::SignalId;

/// A report that is not recorded, since something else is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conflict {
    /// The row it came from.
    pub row: u64,
    /// With what.
    pub with: ConflictWith,
}

/// What is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConflictWith {
    /// Another signal with the number that came with the report.
    Number,
    /// The signal with this number, to which the same sender gave the same reference, with another
    /// content.
    Reference(SignalId),
}

/// What is recorded of a batch in which there are conflicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnConflict {
    /// Nothing.
    RecordNothing,
    /// The other reports.
    LeaveOut,
}

impl Outcome {
    /// The same, unless there are conflicts in which nothing is to be recorded.
    pub(super) fn unless(self, on_conflict: OnConflict) -> Result<Self, BatchError> {
        match on_conflict {
            OnConflict::RecordNothing if !self.conflicts.is_empty() => {
                Err(BatchError::Conflicts(self.conflicts))
            }
            OnConflict::RecordNothing | OnConflict::LeaveOut => Ok(self),
        }
    }
}

/// Goes by the reports of which an earlier run recorded so many, from the first: each was recorded
/// then, unless it stands in the way of what is there.
pub(super) fn go_by(
    tx: &mut dyn Transaction,
    batch: &mut Batch,
    earlier: u64,
) -> Result<Progress, BatchError> {
    let mut reading = Reading::begin(&mut batch.file, 0)?;
    let mut conflicts = Vec::new();
    for _ in 0..earlier {
        let kept = reading.next()?;
        let (row, own_number) = (kept.row, kept.own_number);
        let report = kept.report().map_err(RegisterError::from)?;
        // A number that was chosen for it was chosen anew when it was taken.
        let found = if own_number {
            already(tx, &report)
        } else {
            already_by_reference(tx, &report)
        };
        match found {
            Ok(Some(Recorded::Already { id, same: false })) => conflicts.push(Conflict {
                row,
                with: ConflictWith::Reference(id),
            }),
            Ok(Some(Recorded::Already { .. } | Recorded::New) | None) => {}
            Err(RegisterError::IdTaken { .. }) => conflicts.push(Conflict {
                row,
                with: ConflictWith::Number,
            }),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(Progress {
        done: earlier,
        outcome: Outcome {
            earlier,
            conflicts,
            ..Outcome::default()
        },
        place: reading.place,
    })
}
