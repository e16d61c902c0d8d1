//! The sentence, the causes and the hints of each error: here, or in the file that its function is in.

use std::io;

use crate::domain::invariant::Invariant as _;
use crate::domain::signal_id::SignalId;
use crate::errors::cli_error::CliError;
use crate::errors::cli_error::lookup::{
    ambiguous, may_not_read, no_such_signal, not_in_map, several_in_map,
};
use crate::errors::cli_error::many::{
    import_differs, import_other_run, import_stopped, many_not_shown, rejects_not_written,
};
use crate::errors::cli_error::settings::{
    bad_now, bad_setting, config, config_unreadable, no_home, no_identity, no_person,
    unknown_setting,
};
use crate::errors::cli_error::words::{option_text, too_long, words_refused};
use crate::errors::{self, failed, path_text, usage};
use crate::exit_code::Exit;
use crate::map_file::MapFaults;
use crate::output::error_report::ErrorReport;
use crate::output::escape;
use crate::output::i18n::Texts;
use crate::output::option_names::shown;
use crate::output::screen::RenderContext;
use crate::register::RegisterError;

impl CliError {
    /// What the screen and a script show of it.
    #[must_use]
    pub fn error_report(&self, screen: &RenderContext<'_>) -> ErrorReport {
        let t = screen.texts;
        match self {
            Self::Usage(report) => (**report).clone(),
            Self::Config { path, fault } => config(path, fault, t),
            Self::ConfigUnreadable { path, error } => config_unreadable(path, error, t),
            Self::BadSetting(setting) => bad_setting(setting, t),
            Self::UnknownSetting { key } => unknown_setting(key, t),
            Self::NoHome { variable } => no_home(variable, t),
            Self::BadNow { value } => bad_now(value, t),
            Self::NoIdentity => no_identity(screen),
            Self::NoPerson { organisation } => no_person(organisation, screen),
            Self::NotText { what } => not_text(what, t),
            Self::Map(faults) => errors::map_invalid(faults, t),
            Self::OneOfTwoMaps { path, faults } => one_of_two_maps(path, faults, t),
            Self::Cases(faults) => errors::cases_invalid(faults, t),
            Self::Register(error) => errors::register(error, t),
            Self::RegisterCopy(error) => errors::register_copy(error, t),
            Self::NotInMap {
                option,
                typed,
                missing,
            } => not_in_map(option, typed, missing, screen),
            Self::SeveralInMap {
                option,
                typed,
                several,
            } => several_in_map(option, typed, several, screen),
            Self::Words { option, refused } => words_refused(option, *refused, screen),
            Self::TooLong { option } => too_long(option, screen),
            Self::Refused {
                id,
                refusal,
                instead,
            } => errors::refusal(*id, refusal, instead, screen),
            Self::HistoriesForCoordinator { coordinator } => {
                let name = screen.organisation(coordinator);
                let error = screen.tr1("error-histories-for-coordinator", "coordinator", name);
                let code = coordinator.as_str();
                ErrorReport::new("histories-for-coordinator", Exit::Refused, error)
                    .hint(screen.tr1("hint-histories-for-coordinator", "coordinator", code))
            }
            Self::MayNotRead { id, may_undo } => may_not_read(*id, *may_undo, t),
            Self::NoSuchSignal { typed } => no_such_signal(typed, t),
            Self::Ambiguous { typed, ids } => ambiguous(typed, ids, t),
            Self::Missing(options) => missing(options, screen),
            Self::BadValue { option, hint_key } => bad_value(option, hint_key, screen),
            Self::PictureTooLarge {
                topics,
                organisations,
            } => picture_too_large(*topics, *organisations, t),
            Self::FileNotWritten { path, error } => {
                let sentence = t.tr1("error-file-not-written", "path", path_text(path));
                io_failed("file-not-written", sentence, error, t)
            }
            Self::FileNotRead { path, error } => {
                let sentence = t.tr1("error-file-not-read", "path", path_text(path));
                io_failed("file-not-read", sentence, error, t)
            }
            Self::Export(error) => errors::export(error, t),
            Self::OutputConflict(conflict) => errors::output_conflict(conflict, t),
            Self::ImportFile(faults) => errors::import_file(faults, screen),
            Self::Rows { faults, rows } => errors::import_rows(faults, *rows, screen),
            Self::ImportCommitUnknown { error } => {
                register_report(error, t.tr0("hint-import-again"), t)
            }
            Self::ImportDiffers { done, of } => import_differs(*done, *of, t),
            Self::ImportOtherRun { done, of } => import_other_run(*done, *of, t),
            Self::ImportStopped { done, of, because } => {
                import_stopped(*done, *of, because, screen)
            }
            Self::RejectsNotWritten(cause) => rejects_not_written(cause, screen),
            Self::ManyNotShown { error } => many_not_shown(error, t),
            Self::Cancelled => failed("cancelled", t.tr0("error-cancelled")),
            Self::Spool(error) => io_failed("spool", t.tr0("error-spool"), error, t),
            Self::Input(error) => io_failed("input", t.tr0("error-input"), error, t),
            Self::Editor { command } => editor(command, t),
            Self::IdUnavailable => failed("no-random", t.tr0("error-no-random")),
            Self::ReportCommitUnknown { id, error } => {
                register_report(error, t.tr1("hint-repeat-with-id", "id", id.to_string()), t)
            }
            Self::AlarmsCommitUnknown(error) => alarms_commit_unknown(error, t),
            Self::StepCommitUnknown { typed, error } => {
                let hint = t.tr1("hint-look-first", "id", escape::line(typed));
                register_report(error, hint, t)
            }
            Self::NotShown { id, error } => not_shown(*id, error, t),
            Self::Several { of, failures } => several(*of, failures, screen),
        }
    }
}

fn one_of_two_maps(path: &str, faults: &MapFaults, t: &Texts) -> ErrorReport {
    let which = t.tr1("because-which-map", "path", escape::line(path));
    let mut report = errors::map_invalid(faults, t);
    report.because.insert(0, which);
    report
}

fn not_text(what: &str, t: &Texts) -> ErrorReport {
    usage("not-text", t.tr1("error-not-text", "what", shown(what, t)))
        .hint(t.tr0("hint-plain-path"))
}

fn bad_value(option: &str, hint_key: &str, screen: &RenderContext<'_>) -> ErrorReport {
    let option = option_text(option, screen);
    let sentence = screen.tr1("error-bad-value", "option", option);
    usage("bad-value", sentence).hint(screen.tr0(hint_key))
}

fn io_failed(kind: &'static str, sentence: String, error: &io::Error, t: &Texts) -> ErrorReport {
    failed(kind, sentence).because(errors::io::describe(error, t))
}

/// Some alarms may have sounded before the register failed, so the run always ends with 7.
fn alarms_commit_unknown(error: &RegisterError, t: &Texts) -> ErrorReport {
    let mut report = register_report(error, t.tr0("hint-alarms-again"), t);
    report.exit = Exit::NotKnown;
    report
}

fn missing(options: &[&'static str], screen: &RenderContext<'_>) -> ErrorReport {
    let options: Vec<String> = options
        .iter()
        .map(|option| option_text(option, screen))
        .collect();
    let sentence = screen.tr1("error-missing", "options", options.join(", "));
    usage("missing", sentence).hint(screen.tr0("hint-missing"))
}

fn picture_too_large(topics: usize, organisations: usize, t: &Texts) -> ErrorReport {
    let args = [
        ("topics", topics.into()),
        ("organisations", organisations.into()),
    ];
    usage("picture-too-large", t.tr("error-picture-too-large", &args))
        .hint(t.tr0("hint-smaller-picture"))
}

fn editor(command: &str, t: &Texts) -> ErrorReport {
    let sentence = t.tr1("error-editor", "command", escape::line(command));
    failed("editor", sentence).hint(t.tr0("hint-editor"))
}

/// The report of the register, with another hint.
fn register_report(error: &RegisterError, hint: String, t: &Texts) -> ErrorReport {
    let mut report = errors::register(error, t);
    report.hints = vec![hint];
    report
}

/// Without an id nothing was recorded, so the run may be repeated: another exit code for the same
/// kind.
fn not_shown(id: Option<SignalId>, error: &io::Error, t: &Texts) -> ErrorReport {
    let cause = errors::io::describe(error, t);
    let Some(id) = id.map(|id| id.to_string()) else {
        return failed("not-shown", t.tr0("error-answer-lost")).because(cause);
    };
    let sentence = t.tr1("error-not-shown", "id", &id);
    ErrorReport::new("not-shown", Exit::NotShown, sentence)
        .because(cause)
        .hint(t.tr1("hint-show", "id", &id))
}

fn several(of: usize, failures: &[CliError], screen: &RenderContext<'_>) -> ErrorReport {
    let reports: Vec<ErrorReport> = failures
        .iter()
        .map(|failure| failure.error_report(screen))
        .collect();
    let exit = reports
        .iter()
        .map(|report| report.exit)
        .max_by_key(|exit| exit.code())
        .certain("what fails together is at least one");
    let args = [("count", reports.len().into()), ("of", of.into())];
    let sentence = screen.tr("error-none-of-several", &args);
    let mut all = ErrorReport::new("none-of-several", exit, sentence);
    for ErrorReport {
        kind: _,
        exit: _,
        error,
        because,
        hints,
        rows: _,
    } in reports
    {
        all.because.push(error);
        all.because.extend(because);
        for hint in hints {
            if !all.hints.contains(&hint) {
                all.hints.push(hint);
            }
        }
    }
    all
}
