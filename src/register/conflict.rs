//! Reports of a batch that are in conflict with what is there already.

use crate::domain::signal_id::SignalId;
use crate::register::batch::{Batch, BatchError, BatchProgress};
use crate::register::database::Transaction;
use crate::register::error::RegisterError;
use crate::register::import_run::{ImportRun, Reached, reached};
use crate::register::report::{ReportRows, already, already_by_reference};
use crate::register::spool::SpoolReader;

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
    RecordNothing,
    /// The other reports.
    LeaveOut,
}

/// Goes by the reports that earlier runs looked at: each was recorded then, unless it stands in the
/// way of what is there.
///
/// # Errors
/// [`BatchError::Differs`].
pub(super) fn go_by(
    tx: &mut dyn Transaction,
    batch: &mut Batch,
    run: &ImportRun,
) -> Result<BatchProgress, BatchError> {
    let mut progress = BatchProgress::default();
    let reached = batch.needs(run).map(|run| reached(tx, run)).transpose()?;
    let Some(Reached {
        done,
        rows,
        same_options,
    }) = reached.flatten()
    else {
        return Ok(progress);
    };
    if !same_options || batch.reports() < done {
        return Err(BatchError::Differs { done });
    }
    let mut reading = SpoolReader::begin(&mut batch.file, 0)?;
    for _ in 0..done {
        let kept = reading.next()?;
        let report = kept.report().map_err(RegisterError::from)?;
        let found = look(tx, &report, kept.own_number)?;
        progress
            .outcome
            .conflicts
            .extend(found.map(|with| Conflict {
                row: kept.row,
                with,
            }));
        progress.looked_at(kept.row);
    }
    if progress.rows.seal() != rows {
        return Err(BatchError::Differs { done });
    }
    progress.outcome.earlier = done;
    progress.outcome.turned_down_earlier = progress.outcome.conflicts.len() as u64;
    progress.place = reading.place;
    Ok(progress)
}

/// What stands in the way of a report that was looked at before.
fn look(
    tx: &mut dyn Transaction,
    report: &ReportRows,
    own_number: bool,
) -> Result<Option<ConflictWith>, RegisterError> {
    // A number that was chosen for it was chosen anew when it was taken.
    let found = if own_number {
        already(tx, report)
    } else {
        already_by_reference(tx, report)
    };
    let known_again = own_number || report.reference().is_some();
    match found {
        Ok(Some(there)) if there.same => Ok(None),
        Ok(Some(there)) => Ok(Some(ConflictWith::Reference(there.id))),
        Ok(None) if known_again => Err(RegisterError::DamagedSignal {
            id: own_number.then_some(report.id),
        }),
        Ok(None) => Ok(None),
        Err(RegisterError::IdTaken { .. }) => Ok(Some(ConflictWith::Number)),
        Err(error) => Err(error),
    }
}
