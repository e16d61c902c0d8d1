//! Recording the histories of a file: in one transaction, or in parts when much happened in them.

use std::io;

use crate::context::Context;
use crate::domain::event::Via;
use crate::errors::cli_error::CliError;
use crate::exchange::import::{Field, FieldError, History, RowFault, RowSpool};
use crate::register::{
    Importer, NotRestored, OnConflict, Receipt, Register, RestoreError, RestoreOutcome, Story,
    StoryText,
};
use crate::routing::map::RouteMap;
use crate::verbs::import::not_recorded;
use crate::verbs::import::record::{PartRules, in_parts, recording_progress};

/// The histories of a file.
#[derive(Debug, Default)]
pub struct Histories {
    /// The row of each.
    rows: Vec<u64>,
    /// Of all of them together.
    events: u64,
}

impl Histories {
    pub fn push(&mut self, row: u64, events: u32) {
        self.rows.push(row);
        self.events += u64::from(events);
    }

    pub fn len(&self) -> u64 {
        self.rows.len() as u64
    }

    pub fn events(&self) -> u64 {
        self.events
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// What is wrong with those that were not recorded.
    pub fn faults(&self, restored: &[RestoreOutcome]) -> Vec<RowFault> {
        let mut faults = Vec::new();
        for (row, restored) in self.rows.iter().zip(restored) {
            let (field, error) = match restored {
                Ok(_) => continue,
                Err(NotRestored::IdTaken) => (Some(Field::Id), FieldError::IdTaken),
                Err(NotRestored::ReferenceTaken(id)) => {
                    (Some(Field::Reference), FieldError::ReferenceTaken(*id))
                }
                Err(NotRestored::OtherStory) => (Some(Field::Id), FieldError::OtherStory),
                Err(NotRestored::Impossible) => (None, FieldError::Impossible(None)),
            };
            faults.push(RowFault {
                row: *row,
                field,
                error,
            });
        }
        faults
    }
}

/// A history speaks for everybody in it: whoever brings one in answers for it as the coordinator of the
/// map.
///
/// # Errors
/// [`CliError::HistoriesForCoordinator`], and that nobody is named.
pub fn importer(context: &Context, map: &RouteMap) -> Result<Importer, CliError> {
    let coordinator = map.own_coordinator(map.day(context.now));
    if context.acting_as()? != *coordinator {
        return Err(CliError::HistoriesForCoordinator {
            coordinator: coordinator.clone(),
        });
    }
    Ok(Importer {
        actor: map.actor(coordinator, context.person()?, Via::Import),
        at: context.now,
    })
}

/// Looks what would become of every history.
///
/// # Errors
/// As [`restore`].
pub fn rehearse(
    register: &mut Register,
    spool: &mut RowSpool,
    histories: &Histories,
    on_conflict: OnConflict,
) -> Result<Vec<RestoreOutcome>, CliError> {
    let rules = PartRules::new(histories.events, histories.len(), on_conflict);
    let mut restored = Vec::with_capacity(histories.rows.len());
    let looked = register.rehearse_restore(&mut stories(spool)?, rules.on_conflict, &mut restored);
    looked.map_err(|error| not_restored(error, histories, &restored))?;
    Ok(restored)
}

/// Why no history was restored.
fn not_restored(
    error: RestoreError,
    histories: &Histories,
    restored: &[RestoreOutcome],
) -> CliError {
    match error {
        RestoreError::Register(error) => not_recorded(error),
        RestoreError::File(error) => CliError::Spool(error),
        RestoreError::NotRestored => CliError::Rows {
            faults: histories.faults(restored),
            rows: histories.len(),
        },
    }
}

/// Records every history. In parts, what cannot be recorded is always left out. A run that was
/// broken off goes on when it gets the same file: signals that are there are known by their numbers.
///
/// # Errors
/// In one transaction nothing was then recorded. In parts the error says how much was.
pub fn restore(
    context: &Context,
    register: &mut Register,
    spool: &mut RowSpool,
    histories: &Histories,
    on_conflict: OnConflict,
) -> Result<(Vec<RestoreOutcome>, Option<Receipt>), CliError> {
    let importer = importer(context, context.map()?)?;
    let signals = histories.len();
    let progress = recording_progress(context, signals);
    let rules = PartRules::new(histories.events, signals, on_conflict);
    let into = (register, &importer);
    restore_parts(into, spool, histories, rules, &mut |done| {
        progress.at(done);
    })
}

fn restore_parts(
    (register, importer): (&mut Register, &Importer),
    spool: &mut RowSpool,
    histories: &Histories,
    rules: PartRules,
    shown: &mut dyn FnMut(u64),
) -> Result<(Vec<RestoreOutcome>, Option<Receipt>), CliError> {
    let signals = histories.len();
    let (mut restored, mut receipt) = (Vec::with_capacity(histories.rows.len()), None);
    let mut stories = stories(spool)?;
    in_parts(signals, 0, rules.size, shown, &mut |enough| {
        let conflicts = rules.on_conflict;
        let part = register.restore(&mut stories, Some(importer), conflicts, &mut |one| {
            restored.push(one);
            enough(restored.len() as u64)
        });
        let part = part.map_err(|error| not_restored(error, histories, &restored))?;
        receipt = part.or(receipt);
        Ok(restored.len() as u64)
    })?;
    Ok((restored, receipt))
}

fn stories(
    spool: &mut RowSpool,
) -> Result<impl Iterator<Item = io::Result<(Story, Vec<StoryText>)>>, CliError> {
    let histories = spool.histories().map_err(CliError::Spool)?;
    Ok(histories.map(|history| {
        let (_, History { story, words }) = history?;
        Ok((story, words))
    }))
}

#[cfg(test)]
mod tests;
