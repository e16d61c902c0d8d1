//! The sentence of each failure.

use std::path::Path;

use super::Failure;
use super::lookup::{codes_of_the_map, not_in_map};
use crate::cli::settings::{self, Source};
use crate::domain::invariant::Invariant as _;
use crate::domain::words::{Words, WordsRefused};
use crate::exit_code::Exit;
use crate::render::complaint::Complaint;
use crate::render::screen::Screen;
use crate::render::{complaints, harmless};

impl Failure {
    /// The failure, told.
    #[must_use]
    pub fn complaint(&self, screen: &Screen<'_>) -> Complaint {
        let t = screen.texts;
        let usage = |kind, key: &str, args: &[(&str, crate::render::texts::Arg<'_>)]| {
            Complaint::new(kind, Exit::Usage, t.say(key, args))
        };
        match self {
            Failure::Usage(complaint) => (**complaint).clone(),
            Failure::Config { path, fault } => {
                let path = shown(path);
                let told = complaints::yaml_fault(&path, fault, t);
                usage("config-invalid", "error-config", &[("path", path.into())])
                    .because(told)
                    .hint(t.plain("hint-config-keys"))
            }
            Failure::ConfigUnreadable { path, error } => Complaint::new(
                "config-unreadable",
                Exit::Failed,
                t.say("error-config-unreadable", &[("path", shown(path).into())]),
            )
            .because(complaints::io::told(error, t)),
            Failure::BadSetting {
                key,
                value,
                known,
                from,
                file,
            } => {
                let args = [
                    ("key", (*key).into()),
                    ("value", harmless::line(value).into()),
                ];
                let place = match from {
                    Source::Variable => {
                        Some(("because-setting-variable", settings::variable_name(key)))
                    }
                    Source::File => file
                        .as_deref()
                        .map(|file| ("because-setting-file", shown(file))),
                    Source::Flag | Source::Default => None,
                };
                let mut complaint = usage("bad-setting", "error-bad-setting", &args);
                complaint
                    .because
                    .extend(place.map(|(key, place)| t.say(key, &[("place", place.into())])));
                complaint.hint(t.say("hint-one-of", &[("known", known.join(", ").into())]))
            }
            Failure::UnknownSetting { key } => usage(
                "unknown-setting",
                "error-unknown-setting",
                &[("key", harmless::line(key).into())],
            )
            .hint(t.say(
                "hint-one-of",
                &[("known", settings::KEYS.join(", ").into())],
            )),
            Failure::NotText { what } => {
                usage("not-text", "error-not-text", &[("what", what.into())])
                    .hint(t.plain("hint-plain-path"))
            }
            Failure::NoHome { variable } => {
                Complaint::new("no-home", Exit::Failed, t.plain("error-no-home"))
                    .hint(t.say("hint-set-variable", &[("variable", (*variable).into())]))
            }
            Failure::BadNow { value } => usage(
                "bad-now",
                "error-bad-now",
                &[("value", harmless::line(value).into())],
            ),
            Failure::NoIdentity => {
                let complaint =
                    usage("no-identity", "error-no-identity", &[]).hint(t.plain("hint-identity"));
                match screen.map {
                    Some(map) => {
                        let mut known: Vec<String> = map
                            .organisations()
                            .iter()
                            .map(|organisation| organisation.id.to_string())
                            .collect();
                        known.sort_unstable();
                        complaint.hint(codes_of_the_map(&known, screen))
                    }
                    None => complaint,
                }
            }
            Failure::Map(faults) => complaints::map_invalid(faults, t),
            Failure::OneOfTwoMaps { path, faults } => {
                let mut complaint = complaints::map_invalid(faults, t);
                complaint.because.insert(
                    0,
                    t.say(
                        "because-which-map",
                        &[("path", harmless::line(path).into())],
                    ),
                );
                complaint
            }
            Failure::Cases(faults) => complaints::cases_invalid(faults, t),
            Failure::Register(error) => complaints::register(error, t),
            Failure::Keeping(not_kept) => complaints::not_kept(not_kept, t),
            Failure::NotInMap {
                option,
                typed,
                missing,
            } => not_in_map(option, typed, missing, screen),
            Failure::Words { option, refused } => words(option, *refused, screen),
            Failure::TooLong { option } => unfit(option, "words-too-long", screen)
                .because(t.say("words-far-too-long", &[("most", Words::MOST.into())]))
                .hint(t.plain("hint-words-too-long")),
            Failure::Refused { id, refusal } => complaints::refused(*id, refusal, screen),
            Failure::MayNotRead { id, may } => {
                let may = screen.organisations(may);
                Complaint::new(
                    "may-not-read",
                    Exit::Refused,
                    t.say("error-may-not-read", &[("id", id.to_string().into())]),
                )
                .because(t.say("because-may-read", &[("may", may.into())]))
                .hint(t.plain("hint-as"))
            }
            Failure::NoSuchSignal { typed } => {
                let typed = harmless::name(typed);
                Complaint::new(
                    "no-such-signal",
                    Exit::NoSuchSignal,
                    t.say("error-no-such-signal", &[("typed", typed.into())]),
                )
                .hint(t.plain("hint-list"))
            }
            Failure::Ambiguous { typed, ids } => {
                let typed = harmless::name(typed);
                let ids = ids
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join(", ");
                Complaint::new(
                    "ambiguous-signal",
                    Exit::NoSuchSignal,
                    t.say("error-ambiguous", &[("typed", typed.into())]),
                )
                .because(t.say("because-ambiguous", &[("ids", ids.into())]))
                .hint(t.plain("hint-more-characters"))
            }
            Failure::Missing(options) => {
                let options: Vec<String> = options
                    .iter()
                    .map(|option| option_told(option, screen))
                    .collect();
                usage(
                    "missing",
                    "error-missing",
                    &[("options", options.join(", ").into())],
                )
                .hint(t.plain("hint-missing"))
            }
            Failure::BadValue { option, expected } => usage(
                "bad-value",
                "error-bad-value",
                &[("option", (*option).into())],
            )
            .hint(t.plain(expected)),
            Failure::PictureTooLarge {
                topics,
                organisations,
            } => {
                let args = [
                    ("topics", (*topics).into()),
                    ("organisations", (*organisations).into()),
                ];
                usage("picture-too-large", "error-picture-too-large", &args)
                    .hint(t.plain("hint-smaller-picture"))
            }
            Failure::FileNotWritten { path, error } => Complaint::new(
                "file-not-written",
                Exit::Failed,
                t.say("error-file-not-written", &[("path", shown(path).into())]),
            )
            .because(complaints::io::told(error, t)),
            Failure::NotThus(not_thus) => complaints::not_thus(not_thus, t),
            Failure::InTheWay(in_the_way) => complaints::in_the_way(in_the_way, t),
            Failure::FileNotRead { path, error } => Complaint::new(
                "file-not-read",
                Exit::Failed,
                t.say("error-file-not-read", &[("path", shown(path).into())]),
            )
            .because(complaints::io::told(error, t)),
            Failure::ImportFile(faults) => complaints::import_file(faults, screen),
            Failure::Rows { faults, rows } => complaints::import_rows(faults, *rows, screen),
            Failure::ImportNotKnown { error } => {
                let mut complaint = complaints::register(error, t);
                complaint.hints = vec![t.plain("hint-import-again")];
                complaint
            }
            Failure::ImportDiffers { done, of } => {
                let args = [("done", (*done).into()), ("of", (*of).into())];
                usage("import-differs", "error-import-differs", &args)
                    .hint(t.plain("hint-import-differs"))
            }
            Failure::ImportOtherRun { done, of } => {
                let args = [("done", (*done).into()), ("of", (*of).into())];
                let said = t.say("error-import-other-run", &args);
                Complaint::new("import-other-run", Exit::Failed, said)
                    .hint(t.plain("hint-import-other-run"))
            }
            Failure::ImportStopped { done, of, because } => {
                let args = [("done", (*done).into()), ("of", (*of).into())];
                let key = if matches!(**because, Failure::ImportNotKnown { .. }) {
                    "error-import-stopped-not-known"
                } else {
                    "error-import-stopped"
                };
                let Complaint { error, because, .. } = because.complaint(screen);
                let said = t.say(key, &args);
                let mut complaint =
                    Complaint::new("import-stopped", Exit::NotKnown, said).because(error);
                complaint.because.extend(because);
                complaint.hint(t.plain("hint-import-stopped"))
            }
            Failure::RejectsNotNamed(failure) => {
                let Complaint { error, because, .. } = failure.complaint(screen);
                let mut complaint = Complaint::new(
                    "rejects-not-written",
                    Exit::NotShown,
                    t.plain("error-rejects-not-named"),
                )
                .because(error);
                complaint.because.extend(because);
                complaint.hint(t.plain("hint-import-again"))
            }
            Failure::ManyNotShown { error } => {
                Complaint::new("not-shown", Exit::NotShown, t.plain("error-many-not-shown"))
                    .because(complaints::io::told(error, t))
                    .hint(t.plain("hint-list"))
            }
            Failure::Cancelled => {
                Complaint::new("cancelled", Exit::Failed, t.plain("error-cancelled"))
            }
            Failure::Spool(error) => Complaint::new("spool", Exit::Failed, t.plain("error-spool"))
                .because(complaints::io::told(error, t)),
            Failure::Input(error) => Complaint::new("input", Exit::Failed, t.plain("error-input"))
                .because(complaints::io::told(error, t)),
            Failure::Editor { command } => {
                let command = harmless::line(command);
                Complaint::new(
                    "editor",
                    Exit::Failed,
                    t.say("error-editor", &[("command", command.into())]),
                )
                .hint(t.plain("hint-editor"))
            }
            Failure::IdUnavailable => {
                Complaint::new("no-random", Exit::Failed, t.plain("error-no-random"))
            }
            Failure::NotKnown { id, error } => {
                let mut complaint = complaints::register(error, t);
                complaint.hints =
                    vec![t.say("hint-repeat-with-id", &[("id", id.to_string().into())])];
                complaint
            }
            Failure::AlarmsNotKnown(error) => {
                let mut complaint = complaints::register(error, t);
                complaint.exit = Exit::NotKnown;
                complaint.hints = vec![t.plain("hint-alarms-again")];
                complaint
            }
            Failure::StepNotKnown { typed, error } => {
                let mut complaint = complaints::register(error, t);
                complaint.hints =
                    vec![t.say("hint-look-first", &[("id", harmless::line(typed).into())])];
                complaint
            }
            Failure::NotShown {
                id: Some(id),
                error,
            } => Complaint::new(
                "not-shown",
                Exit::NotShown,
                t.say("error-not-shown", &[("id", id.to_string().into())]),
            )
            .because(complaints::io::told(error, t))
            .hint(t.say("hint-show", &[("id", id.to_string().into())])),
            Failure::Together { of, failures } => {
                let told: Vec<Complaint> = failures
                    .iter()
                    .map(|failure| failure.complaint(screen))
                    .collect();
                let exit = told
                    .iter()
                    .map(|complaint| complaint.exit)
                    .max_by_key(|exit| exit.code())
                    .certain("what fails together is at least one");
                let args = [("count", told.len().into()), ("of", (*of).into())];
                let mut together = Complaint::new(
                    "none-of-several",
                    exit,
                    t.say("error-none-of-several", &args),
                );
                for Complaint {
                    kind: _,
                    exit: _,
                    error,
                    because,
                    hints,
                    rows: _,
                } in told
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
            Failure::NotShown { id: None, error } => {
                Complaint::new("not-shown", Exit::Failed, t.plain("error-answer-lost"))
                    .because(complaints::io::told(error, t))
            }
        }
    }
}

/// A path, harmless on a screen.
fn shown(path: &Path) -> String {
    harmless::line(&path.to_string_lossy())
}

/// Options as they are typed, and the names of values (`WORDS`) as the help of this language calls
/// them.
fn option_told(option: &str, screen: &Screen<'_>) -> String {
    let word = |word: &str| match word {
        "/" => screen.plain("or"),
        value if value.chars().all(char::is_uppercase) && !value.is_empty() => {
            screen.plain(&format!("value-{}", value.to_lowercase()))
        }
        option => option.to_owned(),
    };
    option.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Words that cannot be recorded; why is still to be said.
fn unfit(option: &str, kind: &'static str, screen: &Screen<'_>) -> Complaint {
    Complaint::new(
        kind,
        Exit::Usage,
        screen.say(
            "error-words",
            &[("option", option_told(option, screen).into())],
        ),
    )
}

fn words(option: &str, refused: WordsRefused, screen: &Screen<'_>) -> Complaint {
    let complaint = |kind, key: &str, args: &[(&str, crate::render::texts::Arg<'_>)]| {
        unfit(option, kind, screen).because(screen.say(key, args))
    };
    match refused {
        WordsRefused::Empty => complaint("words-empty", "words-empty", &[]),
        WordsRefused::TooLong { characters, most } => complaint(
            "words-too-long",
            "words-too-long",
            &[("characters", characters.into()), ("most", most.into())],
        )
        .hint(screen.plain("hint-words-too-long")),
        WordsRefused::ControlCharacter => {
            complaint("words-control-character", "words-control", &[])
                .hint(screen.plain("hint-type-again"))
        }
        WordsRefused::HiddenCharacter => complaint("words-hidden-character", "words-hidden", &[])
            .hint(screen.plain("hint-type-again")),
        WordsRefused::CombiningMarks => complaint("words-combining-marks", "words-combining", &[])
            .hint(screen.plain("hint-type-again")),
        WordsRefused::Bsn => {
            complaint("words-bsn", "words-bsn", &[]).hint(screen.plain("hint-no-bsn"))
        }
    }
}
