//! Resuming an import: skips the reports that earlier runs handled.

use crate::register::batch::{Batch, BatchProgress};
use crate::register::conflict::{BatchError, Conflict, ConflictWith};
use crate::register::database::Transaction;
use crate::register::error::RegisterError;
use crate::register::import_run::{self, ImportRun};
use crate::register::report::{ReportRows, find_existing, find_existing_by_reference};
use crate::register::spool::SpoolReader;

/// Skips the reports that earlier runs handled: each was recorded then, unless it is in conflict
/// with what is there.
///
/// # Errors
/// [`BatchError::Differs`].
pub(super) fn skip_recorded(
    tx: &mut dyn Transaction,
    batch: &mut Batch,
    run: &ImportRun,
) -> Result<BatchProgress, BatchError> {
    let mut progress = BatchProgress::default();
    if !batch.must_track_position() {
        return Ok(progress);
    }
    let Some(position) = import_run::position(tx, run)? else {
        return Ok(progress);
    };
    let done = position.done;
    if !position.same_options || batch.reports() < done {
        return Err(BatchError::Differs { done });
    }
    let mut reader = SpoolReader::begin(&mut batch.file, 0)?;
    for _ in 0..done {
        let spooled = reader.next()?;
        let report = spooled.report().map_err(RegisterError::from)?;
        let row = spooled.row;
        if let Some(with) = find_conflict(tx, &report, spooled.own_number)? {
            progress.outcome.conflicts.push(Conflict { row, with });
        }
        progress.count_row(row);
    }
    if progress.rows.seal() != position.rows {
        return Err(BatchError::Differs { done });
    }
    progress.outcome.earlier = done;
    progress.outcome.earlier_conflicts = progress.outcome.conflicts.len() as u64;
    progress.place = reader.place;
    Ok(progress)
}

/// The conflict of a report that an earlier run handled.
fn find_conflict(
    tx: &mut dyn Transaction,
    report: &ReportRows,
    own_number: bool,
) -> Result<Option<ConflictWith>, RegisterError> {
    // A number that was chosen for it was chosen anew when it was taken.
    let existing = if own_number {
        find_existing(tx, report)
    } else {
        find_existing_by_reference(tx, report)
    };
    let is_recognised = own_number || report.reference().is_some();
    match existing {
        Ok(Some(existing)) if existing.same => Ok(None),
        Ok(Some(existing)) => Ok(Some(ConflictWith::Reference(existing.id))),
        Ok(None) if is_recognised => Err(RegisterError::DamagedSignal {
            id: own_number.then_some(report.id),
        }),
        Ok(None) => Ok(None),
        Err(RegisterError::IdTaken { .. }) => Ok(Some(ConflictWith::Number)),
        Err(error) => Err(error),
    }
}
