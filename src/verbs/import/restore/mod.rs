//! Recording the histories of a file: in one transaction, or in parts when much happened in them.

use std::io;

use crate::context::Context;
use crate::context::progress::ProgressLine;
use crate::errors::cli_error::CliError;
use crate::exchange::import::{Field, FieldError, History, RowFault, RowSpool};
use crate::register::{
    NotRestored, OnConflict, Receipt, Register, RestoreError, Restored, Story, StoryText,
};
use crate::verbs::import::not_recorded;
use crate::verbs::import::record::{in_parts, together};

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

    pub fn len(&self) -> u64 {
        self.rows.len() as u64
    }

    /// How many events there are in all of them.
    pub fn events(&self) -> u64 {
        self.events
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
                Err(NotRestored::IdTaken) => (Some(Field::Id), FieldError::IdTaken),
                Err(NotRestored::ReferenceTaken(id)) => {
                    (Some(Field::Reference), FieldError::ReferenceTaken(*id))
                }
                Err(NotRestored::OtherStory) => (Some(Field::Id), FieldError::OtherStory),
                Err(NotRestored::Impossible) => (None, FieldError::Impossible(0)),
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
    kept: &mut RowSpool,
    histories: &Histories,
    on_conflict: OnConflict,
) -> Result<(Vec<Restored>, Option<Receipt>), CliError> {
    let of = histories.len();
    let shown = ProgressLine::begin(
        context.terminal.shows_progress(),
        Some(of),
        context.texts.tr0("import-recording"),
    );
    let mut text = |done| shown.at(done);
    let (on_conflict, at_once) = together(histories.events, of, on_conflict);
    parts(register, kept, histories, on_conflict, at_once, &mut text)
}

/// At most `at_once` together.
fn parts(
    register: &mut Register,
    kept: &mut RowSpool,
    histories: &Histories,
    on_conflict: OnConflict,
    at_once: u64,
    text: &mut dyn FnMut(u64),
) -> Result<(Vec<Restored>, Option<Receipt>), CliError> {
    let of = histories.len();
    let (mut restored, mut receipt) = (Vec::with_capacity(histories.rows.len()), None);
    let mut stories = stories(kept)?;
    in_parts(of, (0, at_once), text, &mut |enough| {
        let part = register.restore(&mut stories, on_conflict, &mut |one| {
            restored.push(one);
            enough(restored.len() as u64)
        });
        receipt = match part {
            Ok(part) => part.or(receipt),
            Err(RestoreError::Register(error)) => return Err(not_recorded(error)),
            Err(RestoreError::File(error)) => return Err(CliError::Spool(error)),
            Err(RestoreError::NotRestored) => {
                return Err(CliError::Rows {
                    faults: histories.faults(&restored),
                    rows: of,
                });
            }
        };
        Ok(restored.len() as u64)
    })?;
    Ok((restored, receipt))
}

fn stories(
    kept: &mut RowSpool,
) -> Result<impl Iterator<Item = io::Result<(Story, Vec<StoryText>)>>, CliError> {
    let histories = kept.histories().map_err(CliError::Spool)?;
    Ok(histories.map(|history| {
        let (_, History { story, words }) = history?;
        Ok((story, words))
    }))
}

#[cfg(test)]
mod tests;
