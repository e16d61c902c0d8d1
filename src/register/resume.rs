//! Looking up the reports of a batch: those that earlier runs handled are skipped when an import
//! resumes, and all of them when it only looks.

use crate::domain::access::Reader;
use crate::register::batch::{Batch, BatchProgress};
use crate::register::conflict::{BatchError, Conflict, ConflictWith};
use crate::register::database::Transaction;
use crate::register::error::RegisterError;
use crate::register::import_run::{self, ImportRun};
use crate::register::report::{ExistingSignal, ReportRows, find_by_reference, find_existing};
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
        let (row, own_number) = (spooled.row, spooled.own_number);
        let is_recognised = own_number || report.reference().is_some();
        match look_up(tx, &report, own_number)? {
            Ok(None) if is_recognised => {
                return Err(RegisterError::DamagedSignal {
                    id: own_number.then_some(report.id),
                }
                .into());
            }
            Ok(_) => {}
            Err(with) => progress.outcome.conflicts.push(Conflict { row, with }),
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

/// Looks what would become of the reports after those that earlier runs handled. Those that would be
/// recorded are counted as if they were. `hearer` is told of what is there already.
pub(super) fn rehearse(
    tx: &mut dyn Transaction,
    batch: &mut Batch,
    progress: &mut BatchProgress,
    hearer: Option<&Reader>,
) -> Result<(), BatchError> {
    let reports = batch.reports();
    let mut reader = SpoolReader::begin(&mut batch.file, progress.place)?;
    while progress.done < reports {
        let spooled = reader.next()?;
        let report = spooled.report().map_err(RegisterError::from)?;
        let (row, outcome) = (spooled.row, &mut progress.outcome);
        match look_up(tx, &report, spooled.own_number)? {
            Ok(None) => outcome.recorded += 1,
            Ok(Some(existing)) => outcome.already.push((row, existing.told_to(hearer))),
            Err(with) => outcome.conflicts.push(Conflict { row, with }),
        }
        progress.count_row(row);
    }
    progress.outcome.is_rehearsal = true;
    Ok(())
}

/// The signal that a report would record again, or what it is in conflict with. A number that was
/// only chosen says nothing: another is chosen when it is taken.
fn look_up(
    tx: &mut dyn Transaction,
    report: &ReportRows,
    own_number: bool,
) -> Result<Result<Option<ExistingSignal>, ConflictWith>, RegisterError> {
    let existing = if own_number {
        find_existing(tx, report)
    } else {
        find_by_reference(tx, report)
    };
    match existing {
        Ok(existing) => Ok(Ok(existing)),
        Err(error) => ConflictWith::of(error).map(Err),
    }
}
