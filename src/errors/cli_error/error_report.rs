//! The sentence of each failure.

use std::path::Path;

use crate::domain::invariant::Invariant as _;
use crate::domain::words::Words;
use crate::errors::cli_error::CliError;
use crate::errors::cli_error::lookup::{codes_of_the_map, not_in_map};
use crate::errors::cli_error::words::{option_text, unfit, words};
use crate::errors::setting::{KEYS, SettingSource, variable_name};
use crate::exit_code::Exit;
use crate::output::error_report::ErrorReport;
use crate::output::escape;
use crate::output::screen::RenderContext;

impl CliError {
    /// The failure, told.
    #[must_use]
    pub fn error_report(&self, screen: &RenderContext<'_>) -> ErrorReport {
        let t = screen.texts;
        let usage = |kind, key: &str, args: &[(&str, crate::output::i18n::Arg<'_>)]| {
            ErrorReport::new(kind, Exit::Usage, t.tr(key, args))
        };
        match self {
            CliError::Usage(error_report) => (**error_report).clone(),
            CliError::Config { path, fault } => {
                let path = shown(path);
                let text = crate::errors::yaml_fault(&path, fault, t);
                usage("config-invalid", "error-config", &[("path", path.into())])
                    .because(text)
                    .hint(t.tr0("hint-config-keys"))
            }
            CliError::ConfigUnreadable { path, error } => ErrorReport::new(
                "config-unreadable",
                Exit::Failed,
                t.tr("error-config-unreadable", &[("path", shown(path).into())]),
            )
            .because(crate::errors::io::describe(error, t)),
            CliError::BadSetting {
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
                let place = match from {
                    SettingSource::Variable => {
                        Some(("because-setting-variable", variable_name(key)))
                    }
                    SettingSource::File => file
                        .as_deref()
                        .map(|file| ("because-setting-file", shown(file))),
                    SettingSource::Flag | SettingSource::Default => None,
                };
                let mut error_report = usage("bad-setting", "error-bad-setting", &args);
                error_report
                    .because
                    .extend(place.map(|(key, place)| t.tr(key, &[("place", place.into())])));
                error_report.hint(t.tr("hint-one-of", &[("known", known.join(", ").into())]))
            }
            CliError::UnknownSetting { key } => usage(
                "unknown-setting",
                "error-unknown-setting",
                &[("key", escape::line(key).into())],
            )
            .hint(t.tr("hint-one-of", &[("known", KEYS.join(", ").into())])),
            CliError::NotText { what } => {
                usage("not-text", "error-not-text", &[("what", what.into())])
                    .hint(t.tr0("hint-plain-path"))
            }
            CliError::NoHome { variable } => {
                ErrorReport::new("no-home", Exit::Failed, t.tr0("error-no-home"))
                    .hint(t.tr("hint-set-variable", &[("variable", (*variable).into())]))
            }
            CliError::BadNow { value } => usage(
                "bad-now",
                "error-bad-now",
                &[("value", escape::line(value).into())],
            ),
            CliError::NoIdentity => {
                let error_report =
                    usage("no-identity", "error-no-identity", &[]).hint(t.tr0("hint-identity"));
                match screen.map {
                    Some(map) => {
                        let mut known: Vec<String> = map
                            .organisations()
                            .iter()
                            .map(|organisation| organisation.id.to_string())
                            .collect();
                        known.sort_unstable();
                        error_report.hint(codes_of_the_map(&known, screen))
                    }
                    None => error_report,
                }
            }
            CliError::Map(faults) => crate::errors::map_invalid(faults, t),
            CliError::OneOfTwoMaps { path, faults } => {
                let mut error_report = crate::errors::map_invalid(faults, t);
                error_report.because.insert(
                    0,
                    t.tr("because-which-map", &[("path", escape::line(path).into())]),
                );
                error_report
            }
            CliError::Cases(faults) => crate::errors::cases_invalid(faults, t),
            CliError::Register(error) => crate::errors::register(error, t),
            CliError::Keeping(not_kept) => crate::errors::not_kept(not_kept, t),
            CliError::NotInMap {
                option,
                typed,
                missing,
            } => not_in_map(option, typed, missing, screen),
            CliError::Words { option, refused } => words(option, *refused, screen),
            CliError::TooLong { option } => unfit(option, "words-too-long", screen)
                .because(t.tr("words-far-too-long", &[("most", Words::MAX.into())]))
                .hint(t.tr0("hint-words-too-long")),
            CliError::Refused { id, refusal } => crate::errors::refused(*id, refusal, screen),
            CliError::MayNotRead { id, may } => {
                let may = screen.organisations(may);
                ErrorReport::new(
                    "may-not-read",
                    Exit::Refused,
                    t.tr("error-may-not-read", &[("id", id.to_string().into())]),
                )
                .because(t.tr("because-may-read", &[("may", may.into())]))
                .hint(t.tr0("hint-as"))
            }
            CliError::NoSuchSignal { typed } => {
                let typed = escape::name(typed);
                ErrorReport::new(
                    "no-such-signal",
                    Exit::NoSuchSignal,
                    t.tr("error-no-such-signal", &[("typed", typed.into())]),
                )
                .hint(t.tr0("hint-list"))
            }
            CliError::Ambiguous { typed, ids } => {
                let typed = escape::name(typed);
                let ids = ids
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join(", ");
                ErrorReport::new(
                    "ambiguous-signal",
                    Exit::NoSuchSignal,
                    t.tr("error-ambiguous", &[("typed", typed.into())]),
                )
                .because(t.tr("because-ambiguous", &[("ids", ids.into())]))
                .hint(t.tr0("hint-more-characters"))
            }
            CliError::Missing(options) => {
                let options: Vec<String> = options
                    .iter()
                    .map(|option| option_text(option, screen))
                    .collect();
                usage(
                    "missing",
                    "error-missing",
                    &[("options", options.join(", ").into())],
                )
                .hint(t.tr0("hint-missing"))
            }
            CliError::BadValue { option, expected } => usage(
                "bad-value",
                "error-bad-value",
                &[("option", (*option).into())],
            )
            .hint(t.tr0(expected)),
            CliError::PictureTooLarge {
                topics,
                organisations,
            } => {
                let args = [
                    ("topics", (*topics).into()),
                    ("organisations", (*organisations).into()),
                ];
                usage("picture-too-large", "error-picture-too-large", &args)
                    .hint(t.tr0("hint-smaller-picture"))
            }
            CliError::FileNotWritten { path, error } => ErrorReport::new(
                "file-not-written",
                Exit::Failed,
                t.tr("error-file-not-written", &[("path", shown(path).into())]),
            )
            .because(crate::errors::io::describe(error, t)),
            CliError::NotThus(not_thus) => crate::errors::not_thus(not_thus, t),
            CliError::InTheWay(in_the_way) => crate::errors::in_the_way(in_the_way, t),
            CliError::FileNotRead { path, error } => ErrorReport::new(
                "file-not-read",
                Exit::Failed,
                t.tr("error-file-not-read", &[("path", shown(path).into())]),
            )
            .because(crate::errors::io::describe(error, t)),
            CliError::ImportFile(faults) => crate::errors::import_file(faults, screen),
            CliError::Rows { faults, rows } => crate::errors::import_rows(faults, *rows, screen),
            CliError::ImportNotKnown { error } => {
                let mut error_report = crate::errors::register(error, t);
                error_report.hints = vec![t.tr0("hint-import-again")];
                error_report
            }
            CliError::ImportDiffers { done, of } => {
                let args = [("done", (*done).into()), ("of", (*of).into())];
                usage("import-differs", "error-import-differs", &args)
                    .hint(t.tr0("hint-import-differs"))
            }
            CliError::ImportOtherRun { done, of } => {
                let args = [("done", (*done).into()), ("of", (*of).into())];
                let said = t.tr("error-import-other-run", &args);
                ErrorReport::new("import-other-run", Exit::Failed, said)
                    .hint(t.tr0("hint-import-other-run"))
            }
            CliError::ImportStopped { done, of, because } => {
                let args = [("done", (*done).into()), ("of", (*of).into())];
                let key = if matches!(**because, CliError::ImportNotKnown { .. }) {
                    "error-import-stopped-not-known"
                } else {
                    "error-import-stopped"
                };
                let ErrorReport { error, because, .. } = because.error_report(screen);
                let said = t.tr(key, &args);
                let mut error_report =
                    ErrorReport::new("import-stopped", Exit::NotKnown, said).because(error);
                error_report.because.extend(because);
                error_report.hint(t.tr0("hint-import-stopped"))
            }
            CliError::RejectsNotNamed(failure) => {
                let ErrorReport { error, because, .. } = failure.error_report(screen);
                let mut error_report = ErrorReport::new(
                    "rejects-not-written",
                    Exit::NotShown,
                    t.tr0("error-rejects-not-named"),
                )
                .because(error);
                error_report.because.extend(because);
                error_report.hint(t.tr0("hint-import-again"))
            }
            CliError::ManyNotShown { error } => {
                ErrorReport::new("not-shown", Exit::NotShown, t.tr0("error-many-not-shown"))
                    .because(crate::errors::io::describe(error, t))
                    .hint(t.tr0("hint-list"))
            }
            CliError::Cancelled => {
                ErrorReport::new("cancelled", Exit::Failed, t.tr0("error-cancelled"))
            }
            CliError::Spool(error) => ErrorReport::new("spool", Exit::Failed, t.tr0("error-spool"))
                .because(crate::errors::io::describe(error, t)),
            CliError::Input(error) => ErrorReport::new("input", Exit::Failed, t.tr0("error-input"))
                .because(crate::errors::io::describe(error, t)),
            CliError::Editor { command } => {
                let command = escape::line(command);
                ErrorReport::new(
                    "editor",
                    Exit::Failed,
                    t.tr("error-editor", &[("command", command.into())]),
                )
                .hint(t.tr0("hint-editor"))
            }
            CliError::IdUnavailable => {
                ErrorReport::new("no-random", Exit::Failed, t.tr0("error-no-random"))
            }
            CliError::NotKnown { id, error } => {
                let mut error_report = crate::errors::register(error, t);
                error_report.hints =
                    vec![t.tr("hint-repeat-with-id", &[("id", id.to_string().into())])];
                error_report
            }
            CliError::AlarmsNotKnown(error) => {
                let mut error_report = crate::errors::register(error, t);
                error_report.exit = Exit::NotKnown;
                error_report.hints = vec![t.tr0("hint-alarms-again")];
                error_report
            }
            CliError::StepNotKnown { typed, error } => {
                let mut error_report = crate::errors::register(error, t);
                error_report.hints =
                    vec![t.tr("hint-look-first", &[("id", escape::line(typed).into())])];
                error_report
            }
            CliError::NotShown {
                id: Some(id),
                error,
            } => ErrorReport::new(
                "not-shown",
                Exit::NotShown,
                t.tr("error-not-shown", &[("id", id.to_string().into())]),
            )
            .because(crate::errors::io::describe(error, t))
            .hint(t.tr("hint-show", &[("id", id.to_string().into())])),
            CliError::Together { of, failures } => {
                let text: Vec<ErrorReport> = failures
                    .iter()
                    .map(|failure| failure.error_report(screen))
                    .collect();
                let exit = text
                    .iter()
                    .map(|error_report| error_report.exit)
                    .max_by_key(|exit| exit.code())
                    .certain("what fails together is at least one");
                let args = [("count", text.len().into()), ("of", (*of).into())];
                let mut together = ErrorReport::new(
                    "none-of-several",
                    exit,
                    t.tr("error-none-of-several", &args),
                );
                for ErrorReport {
                    kind: _,
                    exit: _,
                    error,
                    because,
                    hints,
                    rows: _,
                } in text
                {
                    together
                        .because
                        .extend(std::iter::once(error).chain(because));
                    together.hints.extend(
                        hints
                            .into_iter()
                            .filter(|hint| !together.hints.contains(hint))
                            .collect::<Vec<_>>(),
                    );
                }
                together
            }
            CliError::NotShown { id: None, error } => {
                ErrorReport::new("not-shown", Exit::Failed, t.tr0("error-answer-lost"))
                    .because(crate::errors::io::describe(error, t))
            }
        }
    }
}

/// A path, harmless on a screen.
fn shown(path: &Path) -> String {
    escape::line(&path.to_string_lossy())
}
