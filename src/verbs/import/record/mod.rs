//! Recording the reports of a file: in one transaction, or in parts when they are many.

use std::thread;
use std::time::Duration;

use crate::context::Context;
use crate::context::clock::Stopwatch;
use crate::context::fresh_id::fresh_ids;
use crate::context::progress::ProgressLine;
use crate::errors::cli_error::CliError;
use crate::register::{Batch, BatchError, BatchOutcome, ImportRun, OnConflict, Register};
use crate::verbs::import::rejects::conflicts;

/// So many events are recorded in one transaction: all of them, or none. A report is one event.
const AT_ONCE: u64 = 20_000;

/// A part takes about so long: somebody who reports waits no longer than for one.
const PART: Duration = Duration::from_secs(2);

/// Between two parts whoever waits gets its turn: SQLite looks at most a tenth of a second apart.
const PAUSE: Duration = Duration::from_millis(120);

/// Records everything that was decided; gives what became of it. In parts what is in conflict with
/// something that is there is always left out.
///
/// # Errors
/// In one transaction nothing was then recorded. In parts what went before was: the failure says
/// how much.
pub fn record(
    context: &Context,
    register: &mut Register,
    batch: &mut Batch,
    run: &ImportRun,
    on_conflict: OnConflict,
    anew: bool,
) -> Result<BatchOutcome, CliError> {
    let of = batch.reports();
    let shown = ProgressLine::begin(
        context.terminal.shows_progress(),
        Some(of),
        context.texts.tr0("import-recording"),
    );
    if anew {
        register.forget(run).map_err(CliError::Register)?;
    }
    let mut text = |done| shown.at(done);
    let (on_conflict, at_once) = together(of, of, on_conflict);
    parts(register, batch, run, on_conflict, at_once, &mut text)
}

/// Whether so many events are recorded in parts.
pub fn goes_in_parts(events: u64) -> bool {
    events > AT_ONCE
}

/// How `of` signals with so many events are recorded: what is done with those that are in conflict,
/// and how many go together. In parts what is in conflict is always left out.
pub fn together(events: u64, of: u64, on_conflict: OnConflict) -> (OnConflict, u64) {
    if goes_in_parts(events) {
        (OnConflict::LeaveOut, AT_ONCE)
    } else {
        (on_conflict, of)
    }
}

/// Goes on behind what earlier runs recorded, at most `at_once` together.
fn parts(
    register: &mut Register,
    batch: &mut Batch,
    run: &ImportRun,
    on_conflict: OnConflict,
    at_once: u64,
    text: &mut dyn FnMut(u64),
) -> Result<BatchOutcome, CliError> {
    let (of, fresh) = (batch.reports(), fresh_ids());
    let progress = register.go_by(batch, run, on_conflict);
    let mut progress = progress.map_err(|error| refused(error, of))?;
    in_parts(of, (progress.done, at_once), text, &mut |enough| {
        let part = register.report_part(batch, &mut progress, run, on_conflict, &fresh, enough);
        part.map_err(|error| refused(error, of))?;
        Ok(progress.done)
    })?;
    Ok(progress.outcome)
}

/// Records in one transaction what comes next until it hears `true`, which it asks with how many
/// are done; gives how many those are.
pub type Part<'a> = dyn FnMut(&mut dyn FnMut(u64) -> bool) -> Result<u64, CliError> + 'a;

/// Records what comes behind `earlier` part by part, at most `at_once` together.
///
/// # Errors
/// What a part met; [`CliError::ImportStopped`] with it when something was recorded before.
pub fn in_parts(
    of: u64,
    (earlier, at_once): (u64, u64),
    text: &mut dyn FnMut(u64),
    part: &mut Part<'_>,
) -> Result<(), CliError> {
    let mut done = earlier;
    while done < of {
        if done > earlier {
            thread::sleep(PAUSE);
        }
        let watch = Stopwatch::start();
        let mut enough = |at: u64| {
            text(at);
            // All of them, or none, are never fewer than all of them.
            let late = at_once < of && watch.elapsed() >= PART;
            at - done >= at_once || late
        };
        done = part(&mut enough).map_err(|failure| match done {
            0 => failure,
            done => CliError::ImportStopped {
                done,
                of,
                because: Box::new(failure),
            },
        })?;
    }
    Ok(())
}

/// Why nothing of it was recorded, or that this is not known.
fn refused(error: BatchError, rows: u64) -> CliError {
    match error {
        BatchError::Conflicts(found) => CliError::Rows {
            faults: conflicts(&found).collect(),
            rows,
        },
        BatchError::Differs { done } => CliError::ImportDiffers { done, of: rows },
        BatchError::OtherRun { done } => CliError::ImportOtherRun { done, of: rows },
        BatchError::NoNumber => CliError::IdUnavailable,
        BatchError::File(error) => CliError::Spool(error),
        BatchError::Register(error) => crate::verbs::import::not_recorded(error),
    }
}

#[cfg(test)]
mod tests;
