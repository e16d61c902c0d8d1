//! Recording the histories of a file.

use super::not_recorded;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::progress::Progress;
use crate::domain::invariant::Invariant as _;
use crate::domain::signal_id::SignalId;
use crate::intake::{Field, History, Kept, RowFault, Unfit};
use crate::register::{Receipt, Recorded, Register, RestoreError};

/// Every history, in one transaction; what became of each.
pub fn restore(
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
    let (id, field, unfit) = match done {
        Ok(receipt) => return Ok((restored, receipt)),
        Err(RestoreError::Register(error)) => return Err(not_recorded(error)),
        Err(RestoreError::IdTaken(id)) => (id, Some(Field::Id), Unfit::IdTaken),
        Err(RestoreError::Impossible(id)) => (id, None, Unfit::Impossible(0)),
    };
    let row = histories.iter().find(|(_, number)| *number == id);
    let (row, _) = row.certain("only what was read is restored");
    Err(Failure::Rows {
        faults: vec![RowFault {
            row: *row,
            field,
            unfit,
        }],
        rows: histories.len() as u64,
    })
}
