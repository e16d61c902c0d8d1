//! The sentence, the causes and the hints of each error.

use std::io::Error;
use std::path::Path;

use crate::domain::invariant::Invariant as _;
use crate::domain::signal_id::SignalId;
use crate::domain::words::Words;
use crate::errors::cli_error::CliError;
use crate::errors::cli_error::lookup::{codes_of_the_map, not_in_map};
use crate::errors::cli_error::words::{option_text, words_error, words_refused};
use crate::errors::setting::{KEYS, SettingSource, variable_name};
use crate::errors::{self, failed, path_text, usage};
use crate::exit_code::Exit;
use crate::output::error_report::ErrorReport;
use crate::output::escape;
use crate::output::i18n::{Arg, Texts};
use crate::output::screen::RenderContext;
use crate::register::RegisterError;

impl CliError {
    #[must_use]
    pub fn error_report(&self, screen: &RenderContext<'_>) -> ErrorReport {
        let t = screen.texts;
        match self {
            Self::Usage(report) => (**report).clone(),
            Self::Config { path, fault } => usage(
                "config-invalid",
                t.tr1("error-config", "path", path_text(path)),
            )
            .because(errors::yaml_fault(&path_text(path), fault, t))
            .hint(t.tr0("hint-config-keys")),
            Self::ConfigUnreadable { path, error } => {
                let sentence = t.tr1("error-config-unreadable", "path", path_text(path));
                failed("config-unreadable", sentence).because(errors::io::describe(error, t))
            }
            Self::BadSetting {
                key,
                value,
                known,
                from,
                file,
            } => {
                let args = [
                    ("key", (*key).into()),
                    ("value", escape::line(value).into()),
                ];
                let mut report = usage("bad-setting", t.tr("error-bad-setting", &args));
                report
                    .because
                    .extend(setting_source(key, *from, file.as_deref(), t));
                report.hint(one_of(known, t))
            }
            Self::UnknownSetting { key } => usage(
                "unknown-setting",
                t.tr1("error-unknown-setting", "key", escape::line(key)),
            )
            .hint(one_of(KEYS, t)),
            Self::NotText { what } => usage("not-text", t.tr1("error-not-text", "what", what))
                .hint(t.tr0("hint-plain-path")),
            Self::NoHome { variable } => failed("no-home", t.tr0("error-no-home")).hint(t.tr1(
                "hint-set-variable",
                "variable",
                *variable,
            )),
            Self::BadNow { value } => usage(
                "bad-now",
                t.tr1("error-bad-now", "value", escape::line(value)),
            ),
            Self::NoIdentity => no_identity(screen),
            Self::Map(faults) => errors::map_invalid(faults, t),
            Self::OneOfTwoMaps { path, faults } => {
                let which = t.tr1("because-which-map", "path", escape::line(path));
                let mut report = errors::map_invalid(faults, t);
                report.because.insert(0, which);
                report
            }
            Self::Cases(faults) => errors::cases_invalid(faults, t),
            Self::Register(error) => errors::register(error, t),
            Self::RegisterCopy(error) => errors::register_copy(error, t),
            Self::NotInMap {
                option,
                typed,
                missing,
            } => not_in_map(option, typed, missing, screen),
            Self::Words { option, refused } => words_refused(option, *refused, screen),
            Self::TooLong { option } => words_error(option, "words-too-long", screen)
                .because(t.tr1("words-far-too-long", "most", Words::MAX))
                .hint(t.tr0("hint-words-too-long")),
            Self::Refused { id, refusal } => errors::refusal(*id, refusal, screen),
            Self::MayNotRead { id, may } => {
                let may = screen.organisations(may);
                ErrorReport::new(
                    "may-not-read",
                    Exit::Refused,
                    t.tr1("error-may-not-read", "id", id.to_string()),
                )
                .because(t.tr1("because-may-read", "may", may))
                .hint(t.tr0("hint-as"))
            }
            Self::NoSuchSignal { typed } => ErrorReport::new(
                "no-such-signal",
                Exit::NoSuchSignal,
                t.tr1("error-no-such-signal", "typed", escape::name(typed)),
            )
            .hint(t.tr0("hint-list")),
            Self::Ambiguous { typed, ids } => {
                let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
                ErrorReport::new(
                    "ambiguous-signal",
                    Exit::NoSuchSignal,
                    t.tr1("error-ambiguous", "typed", escape::name(typed)),
                )
                .because(t.tr1("because-ambiguous", "ids", ids.join(", ")))
                .hint(t.tr0("hint-more-characters"))
            }
            Self::Missing(options) => {
                let options: Vec<String> = options
                    .iter()
                    .map(|option| option_text(option, screen))
                    .collect();
                usage(
                    "missing",
                    t.tr1("error-missing", "options", options.join(", ")),
                )
                .hint(t.tr0("hint-missing"))
            }
            Self::BadValue { option, expected } => {
                usage("bad-value", t.tr1("error-bad-value", "option", *option))
                    .hint(t.tr0(expected))
            }
            Self::MatrixTooLarge {
                topics,
                organisations,
            } => {
                let args = [
                    ("topics", (*topics).into()),
                    ("organisations", (*organisations).into()),
                ];
                usage("picture-too-large", t.tr("error-picture-too-large", &args))
                    .hint(t.tr0("hint-smaller-picture"))
            }
            Self::FileNotWritten { path, error } => {
                let sentence = t.tr1("error-file-not-written", "path", path_text(path));
                failed("file-not-written", sentence).because(errors::io::describe(error, t))
            }
            Self::Export(error) => errors::export(error, t),
            Self::OutputConflict(conflict) => errors::output_conflict(conflict, t),
            Self::FileNotRead { path, error } => {
                let sentence = t.tr1("error-file-not-read", "path", path_text(path));
                failed("file-not-read", sentence).because(errors::io::describe(error, t))
            }
            Self::ImportFile(faults) => errors::import_file(faults, screen),
            Self::Rows { faults, rows } => errors::import_rows(faults, *rows, screen),
            Self::ImportCommitUnknown { error } => {
                register_report(error, t.tr0("hint-import-again"), t)
            }
            Self::ImportDiffers { done, of } => {
                let sentence = t.tr("error-import-differs", &progress_args(*done, *of));
                usage("import-differs", sentence).hint(t.tr0("hint-import-differs"))
            }
            Self::ImportOtherRun { done, of } => {
                let sentence = t.tr("error-import-other-run", &progress_args(*done, *of));
                failed("import-other-run", sentence).hint(t.tr0("hint-import-other-run"))
            }
            Self::ImportStopped { done, of, because } => {
                let key = if matches!(**because, Self::ImportCommitUnknown { .. }) {
                    "error-import-stopped-not-known"
                } else {
                    "error-import-stopped"
                };
                let sentence = t.tr(key, &progress_args(*done, *of));
                let report = ErrorReport::new("import-stopped", Exit::NotKnown, sentence);
                because_of(report, because, screen).hint(t.tr0("hint-import-stopped"))
            }
            Self::RejectsNotWritten(cause) => {
                let sentence = t.tr0("error-rejects-not-named");
                let report = ErrorReport::new("rejects-not-written", Exit::NotShown, sentence);
                because_of(report, cause, screen).hint(t.tr0("hint-import-again"))
            }
            Self::ManyNotShown { error } => {
                ErrorReport::new("not-shown", Exit::NotShown, t.tr0("error-many-not-shown"))
                    .because(errors::io::describe(error, t))
                    .hint(t.tr0("hint-list"))
            }
            Self::Cancelled => failed("cancelled", t.tr0("error-cancelled")),
            Self::Spool(error) => {
                failed("spool", t.tr0("error-spool")).because(errors::io::describe(error, t))
            }
            Self::Input(error) => {
                failed("input", t.tr0("error-input")).because(errors::io::describe(error, t))
            }
            Self::Editor { command } => failed(
                "editor",
                t.tr1("error-editor", "command", escape::line(command)),
            )
            .hint(t.tr0("hint-editor")),
            Self::IdUnavailable => failed("no-random", t.tr0("error-no-random")),
            Self::ReportCommitUnknown { id, error } => {
                register_report(error, t.tr1("hint-repeat-with-id", "id", id.to_string()), t)
            }
            Self::AlarmsCommitUnknown(error) => {
                let mut report = register_report(error, t.tr0("hint-alarms-again"), t);
                report.exit = Exit::NotKnown;
                report
            }
            Self::StepCommitUnknown { typed, error } => register_report(
                error,
                t.tr1("hint-look-first", "id", escape::line(typed)),
                t,
            ),
            Self::NotShown { id, error } => not_shown(*id, error, t),
            Self::Several { of, failures } => several(*of, failures, screen),
        }
    }
}

/// How many rows of a file are recorded.
fn progress_args(done: u64, of: u64) -> [(&'static str, Arg<'static>); 2] {
    [("done", done.into()), ("of", of.into())]
}

fn one_of(known: &[&str], t: &Texts) -> String {
    t.tr1("hint-one-of", "known", known.join(", "))
}

/// Where the value of a setting came from, unless a person typed it just now.
fn setting_source(
    key: &str,
    from: SettingSource,
    file: Option<&Path>,
    t: &Texts,
) -> Option<String> {
    let (key, place) = match from {
        SettingSource::Variable => ("because-setting-variable", variable_name(key)),
        SettingSource::File => ("because-setting-file", path_text(file?)),
        SettingSource::Flag | SettingSource::Default => return None,
    };
    Some(t.tr1(key, "place", place))
}

fn no_identity(screen: &RenderContext<'_>) -> ErrorReport {
    let report =
        usage("no-identity", screen.tr0("error-no-identity")).hint(screen.tr0("hint-identity"));
    let Some(map) = screen.map else {
        return report;
    };
    let mut known: Vec<String> = map
        .organisations()
        .iter()
        .map(|organisation| organisation.id.to_string())
        .collect();
    known.sort_unstable();
    report.hint(codes_of_the_map(&known, screen))
}

/// The report of the register, with another hint.
fn register_report(error: &RegisterError, hint: String, t: &Texts) -> ErrorReport {
    let mut report = errors::register(error, t);
    report.hints = vec![hint];
    report
}

fn because_of(report: ErrorReport, cause: &CliError, screen: &RenderContext<'_>) -> ErrorReport {
    let ErrorReport { error, because, .. } = cause.error_report(screen);
    because
        .into_iter()
        .fold(report.because(error), ErrorReport::because)
}

fn not_shown(id: Option<SignalId>, error: &Error, t: &Texts) -> ErrorReport {
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
