//! Recording the reports of a file: in one transaction, or in parts when they are many.

use std::thread;
use std::time::Duration;

use super::rejects::conflicts;
use crate::cli::clock::Stopwatch;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::fresh_id::fresh_ids;
use crate::cli::progress::Progress;
use crate::register::{Batch, BatchError, Earlier, ImportRun, OnConflict, Outcome, Register};

/// So many events are recorded in one transaction: all of them, or none. A report is one event.
pub const AT_ONCE: u64 = 20_000;

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
) -> Result<Outcome, Failure> {
    let of = batch.reports();
    let shown = Progress::begin(
        context.terminal.shows_progress(),
        Some(of),
        context.texts.plain("import-recording"),
    );
    let mut told = |done| shown.at(done);
    if of <= AT_ONCE {
        let outcome = register.report_all(batch, on_conflict, &fresh_ids(), &mut told);
        return outcome.map_err(|error| refused(error, of));
    }
    let earlier = match register.earlier(run).map_err(Failure::Register)? {
        Earlier::None => 0,
        Earlier::Done(_) | Earlier::OtherOptions(_) if anew => {
            register.forget(run).map_err(Failure::Register)?;
            0
        }
        Earlier::Done(done) => done,
        Earlier::OtherOptions(done) => return Err(Failure::ImportDiffers { done, of }),
    };
    parts(register, batch, run, (earlier, AT_ONCE), &mut told)
}

/// Goes on behind `earlier`, at most `at_once` together.
fn parts(
    register: &mut Register,
    batch: &mut Batch,
    run: &ImportRun,
    (earlier, at_once): (u64, u64),
    told: &mut dyn FnMut(u64),
) -> Result<Outcome, Failure> {
    let (of, fresh) = (batch.reports(), fresh_ids());
    let done = register.go_by(batch, earlier);
    let mut done = done.map_err(|error| refused(error, of))?;
    in_parts(of, (earlier, at_once), told, &mut |enough| {
        let part = register.report_part(batch, &mut done, run, &fresh, enough);
        part.map_err(|error| refused(error, of))?;
        Ok(done.done)
    })?;
    Ok(done.outcome)
}

/// Records in one transaction what comes next until it hears `true`, which it asks with how many
/// are done; gives how many those are.
pub type Part<'a> = dyn FnMut(&mut dyn FnMut(u64) -> bool) -> Result<u64, Failure> + 'a;

/// Records what comes behind `earlier` part by part, at most `at_once` together.
///
/// # Errors
/// What a part met; [`Failure::ImportStopped`] with it when something was recorded before.
pub fn in_parts(
    of: u64,
    (earlier, at_once): (u64, u64),
    told: &mut dyn FnMut(u64),
    part: &mut Part<'_>,
) -> Result<(), Failure> {
    let mut done = earlier;
    while done < of {
        if done > earlier {
            thread::sleep(PAUSE);
        }
        let watch = Stopwatch::start();
        let mut enough = |at: u64| {
            told(at);
            at - done >= at_once || watch.elapsed() >= PART
        };
        done = part(&mut enough).map_err(|failure| match done {
            0 => failure,
            done => Failure::ImportStopped {
                done,
                of,
                because: Box::new(failure),
            },
        })?;
    }
    Ok(())
}

/// Why nothing of it was recorded, or that this is not known.
fn refused(error: BatchError, rows: u64) -> Failure {
    match error {
        BatchError::Conflicts(found) => Failure::Rows {
            faults: conflicts(&found).collect(),
            rows,
        },
        BatchError::NoNumber => Failure::IdUnavailable,
        BatchError::File(error) => Failure::Input(error),
        BatchError::Register(error) => super::not_recorded(error),
    }
}

#[cfg(test)]
mod tests;
