//! What ends the recording of many signals, or the showing of it.

use std::io;

use crate::errors::cli_error::CliError;
use crate::errors::{self, failed, usage};
use crate::exit_code::Exit;
use crate::output::error_report::ErrorReport;
use crate::output::i18n::{Arg, Texts};
use crate::output::screen::RenderContext;

/// How many rows of a file are recorded.
fn progress_args(done: u64, of: u64) -> [(&'static str, Arg<'static>); 2] {
    [("done", done.into()), ("of", of.into())]
}

pub(super) fn import_differs(done: u64, of: u64, t: &Texts) -> ErrorReport {
    let sentence = t.tr("error-import-differs", &progress_args(done, of));
    usage("import-differs", sentence).hint(t.tr0("hint-import-differs"))
}

pub(super) fn import_other_run(done: u64, of: u64, t: &Texts) -> ErrorReport {
    let sentence = t.tr("error-import-other-run", &progress_args(done, of));
    failed("import-other-run", sentence).hint(t.tr0("hint-import-other-run"))
}

/// Ends with 7 whatever the cause: the code by which a script repeats the same command, which then
/// goes on where this one stopped.
pub(super) fn import_stopped(
    done: u64,
    of: u64,
    cause: &CliError,
    screen: &RenderContext<'_>,
) -> ErrorReport {
    let key = if matches!(cause, CliError::ImportCommitUnknown { .. }) {
        "error-import-stopped-not-known"
    } else {
        "error-import-stopped"
    };
    let sentence = screen.tr(key, &progress_args(done, of));
    let report = ErrorReport::new("import-stopped", Exit::NotKnown, sentence);
    because_of(report, cause, screen).hint(screen.tr0("hint-import-stopped"))
}

pub(super) fn rejects_not_written(cause: &CliError, screen: &RenderContext<'_>) -> ErrorReport {
    let sentence = screen.tr0("error-rejects-not-named");
    let report = ErrorReport::new("rejects-not-written", Exit::NotShown, sentence);
    because_of(report, cause, screen).hint(screen.tr0("hint-import-again"))
}

pub(super) fn many_not_shown(error: &io::Error, t: &Texts) -> ErrorReport {
    ErrorReport::new("not-shown", Exit::NotShown, t.tr0("error-many-not-shown"))
        .because(errors::io::describe(error, t))
        .hint(t.tr0("hint-list"))
}

/// Adds another error as the cause. Its exit code and its hints are left out: part of the file is
/// recorded, and the report around it says how to go on.
fn because_of(report: ErrorReport, cause: &CliError, screen: &RenderContext<'_>) -> ErrorReport {
    let ErrorReport {
        kind: _,
        exit: _,
        error,
        because,
        hints: _,
        rows: _,
    } = cause.error_report(screen);
    because
        .into_iter()
        .fold(report.because(error), ErrorReport::because)
}
