//! Recording the reports of a file: in one transaction, or in parts when they are many.

use std::thread;
use std::time::Duration;

use crate::context::Context;
use crate::context::clock::Stopwatch;
use crate::context::fresh_id::fresh_ids;
use crate::context::progress::ProgressLine;
use crate::domain::access::Reader;
use crate::errors::cli_error::CliError;
use crate::register::{
    Batch, BatchError, BatchOutcome, BatchRules, ImportRun, OnConflict, Register,
};
use crate::verbs::import::not_recorded;
use crate::verbs::import::rejects::conflicts;

/// Events in one transaction: all are recorded, or none. A report is one event.
const BATCH_EVENTS: u64 = 20_000;

/// How long somebody who reports waits for a part, about.
const PART_TIME: Duration = Duration::from_secs(2);

/// Between two parts those who wait get their turn: SQLite looks at most a tenth of a second apart.
const PAUSE: Duration = Duration::from_millis(120);

/// Records all reports. In parts, a report that conflicts with what is there is always left out.
///
/// # Errors
/// In one transaction nothing was then recorded. In parts the error says how much was.
pub fn record(
    context: &Context,
    register: &mut Register,
    batch: &mut Batch,
    (run, on_conflict, hearer): (&ImportRun, OnConflict, Option<&Reader>),
) -> Result<BatchOutcome, CliError> {
    let reports = batch.reports();
    let progress = recording_progress(context, reports);
    let rules = PartRules::new(reports, reports, on_conflict);
    let mut shown = |done| progress.at(done);
    record_parts(register, batch, (run, hearer), rules, &mut shown)
}

/// Looks what would become of the reports; `run` is `None` to look at all of them anew.
///
/// # Errors
/// As [`record`].
pub fn rehearse(
    register: &mut Register,
    batch: &mut Batch,
    run: Option<&ImportRun>,
    on_conflict: OnConflict,
    hearer: Option<&Reader>,
) -> Result<BatchOutcome, CliError> {
    let reports = batch.reports();
    let rules = PartRules::new(reports, reports, on_conflict);
    let outcome = register.rehearse(batch, run, rules.on_conflict, hearer);
    outcome.map_err(|error| batch_error(error, reports))
}

pub fn recording_progress(context: &Context, signals: u64) -> ProgressLine {
    ProgressLine::begin(
        context.terminal.shows_progress(),
        Some(signals),
        context.texts.tr0("import-recording"),
    )
}

pub fn goes_in_parts(events: u64) -> bool {
    events > BATCH_EVENTS
}

/// How a file is recorded part by part.
#[derive(Debug, Clone, Copy)]
pub struct PartRules {
    /// The number of signals in a part.
    pub size: u64,
    pub on_conflict: OnConflict,
}

impl PartRules {
    /// For a file of `signals`, with `events` in all.
    #[must_use]
    pub fn new(events: u64, signals: u64, on_conflict: OnConflict) -> Self {
        if goes_in_parts(events) {
            Self {
                size: BATCH_EVENTS,
                on_conflict: OnConflict::LeaveOut,
            }
        } else {
            Self {
                size: signals,
                on_conflict,
            }
        }
    }
}

/// Goes on after what earlier runs recorded.
fn record_parts(
    register: &mut Register,
    batch: &mut Batch,
    (run, hearer): (&ImportRun, Option<&Reader>),
    rules: PartRules,
    shown: &mut dyn FnMut(u64),
) -> Result<BatchOutcome, CliError> {
    let (reports, fresh) = (batch.reports(), fresh_ids());
    let progress = register.skip_recorded(batch, run, rules.on_conflict);
    let mut progress = progress.map_err(|error| batch_error(error, reports))?;
    let batch_rules = BatchRules {
        run,
        on_conflict: rules.on_conflict,
        fresh_id: &fresh,
        hearer,
    };
    in_parts(reports, progress.done, rules.size, shown, &mut |enough| {
        let part = register.report_part(batch, &mut progress, &batch_rules, enough);
        part.map_err(|error| batch_error(error, reports))?;
        Ok(progress.done)
    })?;
    Ok(progress.outcome)
}

/// Records one part: goes on until its argument, asked with how many signals are done, says that it
/// is enough. Gives how many are done.
pub type RecordPart<'a> = dyn FnMut(&mut dyn FnMut(u64) -> bool) -> Result<u64, CliError> + 'a;

/// Records the signals after `earlier` part by part, at most `part_size` in each.
///
/// # Errors
/// What a part met; [`CliError::ImportStopped`] with it when something was recorded before.
pub fn in_parts(
    signals: u64,
    earlier: u64,
    part_size: u64,
    shown: &mut dyn FnMut(u64),
    part: &mut RecordPart<'_>,
) -> Result<(), CliError> {
    let mut done = earlier;
    while done < signals {
        if done > earlier {
            thread::sleep(PAUSE);
        }
        let watch = Stopwatch::start();
        let recorded = part(&mut |at| {
            shown(at);
            // What goes in one transaction is never cut short.
            let is_late = part_size < signals && watch.elapsed() >= PART_TIME;
            at - done >= part_size || is_late
        });
        done = recorded.map_err(|failure| match done {
            0 => failure,
            done => CliError::ImportStopped {
                done,
                of: signals,
                because: Box::new(failure),
            },
        })?;
    }
    Ok(())
}

/// Why nothing was recorded, or that this is not known.
fn batch_error(error: BatchError, rows: u64) -> CliError {
    match error {
        BatchError::Conflicts(found) => CliError::Rows {
            faults: conflicts(&found).collect(),
            rows,
        },
        BatchError::Differs { done } => CliError::ImportDiffers { done, of: rows },
        BatchError::OtherRun { done } => CliError::ImportOtherRun { done, of: rows },
        BatchError::NoNumber => CliError::IdUnavailable,
        BatchError::File(error) => CliError::Spool(error),
        BatchError::Register(error) => not_recorded(error),
    }
}

#[cfg(test)]
mod tests;
