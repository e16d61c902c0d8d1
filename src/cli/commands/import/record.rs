//! Everything that was checked, recorded in one transaction.

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::fresh_id::fresh_ids;
use crate::cli::progress::Progress;
use crate::domain::invariant::Invariant as _;
use crate::domain::signal_id::SignalId;
use crate::intake::{Field, History, Kept, RowFault, Unfit};
use crate::register::{
    Batch, BatchError, Outcome, Receipt, Recorded, Register, RegisterError, RestoreError,
};

/// Everything that was decided, in one transaction.
pub(super) fn record(
    context: &Context,
    register: &mut Register,
    batch: &mut Batch,
) -> Result<Outcome, Failure> {
    let rows = batch.reports();
    let progress = Progress::begin(
        context.terminal.shows_progress(),
        Some(rows),
        context.texts.plain("import-recording"),
    );
    register
        .report_all(batch, &fresh_ids(), &mut |done| progress.at(done))
        .map_err(|error| match error {
            BatchError::IdsTaken(taken) => {
                let fault = |row| RowFault {
                    row,
                    field: Some(Field::Id),
                    unfit: Unfit::IdTaken,
                };
                Failure::Rows {
                    faults: taken.into_iter().map(fault).collect(),
                    rows,
                }
            }
            BatchError::NoNumber => Failure::IdUnavailable,
            BatchError::File(error) => Failure::Input(error),
            BatchError::Register(error) => not_recorded(error),
        })
}

/// Every history, in one transaction; what became of each.
pub(super) fn restore(
    context: &Context,
    register: &mut Register,
    kept: &mut Kept,
    histories: &[(u64, SignalId)],
) -> Result<(Vec<Recorded>, Option<Receipt>), Failure> {
    let progress = Progress::begin(
        context.terminal.shows_progress(),
        Some(histories.len() as u64),
        context.texts.plain("import-recording"),
    );
    let mut restored = Vec::with_capacity(histories.len());
    let stories = kept
        .histories()
        .map_err(Failure::Input)?
        // Nothing is recorded when one of them cannot be read again.
        .map(|history| {
            let History { story, words } = history.certain("what was kept is read again");
            (story, words)
        });
    let done = register.restore(stories, &mut |_, recorded| {
        restored.push(recorded);
        progress.at(restored.len() as u64);
    });
    let row = |id| {
        histories
            .iter()
            .find(|(_, number)| *number == id)
            .map(|(row, _)| *row)
            .certain("only what was read is restored")
    };
    match done {
        Ok(receipt) => Ok((restored, receipt)),
        Err(RestoreError {
            id: Some(id),
            error,
        }) => {
            let impossible = matches!(
                error,
                RegisterError::SecondLock { .. } | RegisterError::DamagedSignal { .. }
            );
            let taken = matches!(error, RegisterError::IdTaken { .. });
            let (field, unfit) = match (taken, impossible) {
                (true, _) => (Some(Field::Id), Unfit::IdTaken),
                (false, true) => (None, Unfit::Impossible(0)),
                (false, false) => return Err(not_recorded(error)),
            };
            Err(Failure::Rows {
                faults: vec![RowFault {
                    row: row(id),
                    field,
                    unfit,
                }],
                rows: histories.len() as u64,
            })
        }
        Err(RestoreError { id: None, error }) => Err(not_recorded(error)),
    }
}

fn not_recorded(error: RegisterError) -> Failure {
    if matches!(error, RegisterError::NotKnown { .. }) {
        Failure::ImportNotKnown { error }
    } else {
        Failure::Register(error)
    }
}
