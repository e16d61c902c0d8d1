//! Recording the histories of a file: in one transaction, or in parts when much happened in them.

use super::not_recorded;
use super::record::{AT_ONCE, in_parts};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::progress::Progress;
use crate::domain::invariant::Invariant as _;
use crate::intake::{Field, History, Kept, RowFault, Unfit};
use crate::register::{NotRestored, OnConflict, Receipt, Register, RestoreError, Said, Story};
use crate::render::imported::Restored;

/// The histories of a file that can be recorded.
#[derive(Debug, Default)]
pub struct Histories {
    /// The row of each.
    rows: Vec<u64>,
    /// How many events there are in all of them.
    events: u64,
}

impl Histories {
    /// Adds the one of this row.
    pub fn push(&mut self, row: u64, events: u32) {
        self.rows.push(row);
        self.events += u64::from(events);
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// What is wrong with those that were not recorded.
    pub fn faults(&self, restored: &[Restored]) -> Vec<RowFault> {
        let mut faults = Vec::new();
        for (row, restored) in self.rows.iter().zip(restored) {
            let (field, unfit) = match restored {
                Ok(_) => continue,
                Err(NotRestored::IdTaken) => (Some(Field::Id), Unfit::IdTaken),
                Err(NotRestored::Impossible) => (None, Unfit::Impossible(0)),
            };
            faults.push(RowFault {
                row: *row,
                field,
                unfit,
            });
        }
        faults
    }
}

/// Records every history; gives what became of each. In parts what cannot be recorded is always
/// left out. A run that was broken off goes on when it is given the same file: the signals that are
/// there are known by their numbers.
///
/// # Errors
/// In one transaction nothing was then recorded. In parts what went before was: the failure says
/// how much.
pub fn restore(
    context: &Context,
    register: &mut Register,
    kept: &mut Kept,
    histories: &Histories,
    on_conflict: OnConflict,
) -> Result<(Vec<Restored>, Option<Receipt>), Failure> {
    let of = histories.rows.len() as u64;
    let shown = Progress::begin(
        context.terminal.shows_progress(),
        Some(of),
        context.texts.plain("import-recording"),
    );
    let mut told = |done| shown.at(done);
    if histories.events > AT_ONCE {
        return parts(register, kept, of, AT_ONCE, &mut told);
    }
    match on_conflict {
        OnConflict::RecordNothing => all(register, kept, histories, &mut told),
        OnConflict::LeaveOut => parts(register, kept, of, of, &mut told),
    }
}

/// All of them, or none.
fn all(
    register: &mut Register,
    kept: &mut Kept,
    histories: &Histories,
    told: &mut dyn FnMut(u64),
) -> Result<(Vec<Restored>, Option<Receipt>), Failure> {
    let mut restored = Vec::with_capacity(histories.rows.len());
    let mut stories = stories(kept)?;
    let receipt = register.restore_all(&mut stories, &mut |one| {
        restored.push(one);
        told(restored.len() as u64);
    });
    match receipt {
        Ok(receipt) => Ok((restored, receipt)),
        Err(RestoreError::Register(error)) => Err(not_recorded(error)),
        Err(RestoreError::NotRestored) => Err(Failure::Rows {
            faults: histories.faults(&restored),
            rows: histories.rows.len() as u64,
        }),
    }
}

/// Those that can be, at most `at_once` together.
fn parts(
    register: &mut Register,
    kept: &mut Kept,
    of: u64,
    at_once: u64,
    told: &mut dyn FnMut(u64),
) -> Result<(Vec<Restored>, Option<Receipt>), Failure> {
    let (mut restored, mut receipt) = (Vec::new(), None);
    let mut stories = stories(kept)?;
    in_parts(of, (0, at_once), told, &mut |enough| {
        let part = register.restore(&mut stories, &mut |one| {
            restored.push(one);
            enough(restored.len() as u64)
        });
        receipt = part.map_err(not_recorded)?.or(receipt);
        Ok(restored.len() as u64)
    })?;
    Ok((restored, receipt))
}

/// What was kept, with its words.
fn stories(kept: &mut Kept) -> Result<impl Iterator<Item = (Story, Vec<Said>)>, Failure> {
    let histories = kept.histories().map_err(Failure::Input)?;
    // Nothing is recorded when one of them cannot be read again.
    Ok(histories.map(|history| {
        let (_, History { story, words }) = history.certain("what was kept is read again");
        (story, words)
    }))
}

#[cfg(test)]
mod tests;
