//! What went wrong with the register.

use crate::exit_code::Exit;
use crate::output::error_report::ErrorReport;
use crate::output::i18n::{Arg, Texts};
use crate::register::{Place, RegisterError};

/// Tells what went wrong with the register, and what to do next.
#[must_use]
pub fn register(error: &RegisterError, texts: &Texts) -> ErrorReport {
    let Sentence {
        kind,
        exit,
        args,
        cause,
    } = describe(error);
    let error_report = ErrorReport::new(kind, exit, texts.tr(kind, &args))
        .hint(texts.tr(&format!("{kind}-hint"), &args));
    match cause {
        Some(cause) => error_report.because(cause),
        None => error_report,
    }
}

struct Sentence<'a> {
    /// Also the key of the sentence; with `-hint` behind it, of what to do next.
    kind: &'static str,
    exit: Exit,
    args: Vec<(&'static str, Arg<'a>)>,
    /// The engine's own message.
    cause: Option<&'a str>,
}

fn describe(error: &RegisterError) -> Sentence<'_> {
    let at = |kind, exit, place: &Place| Sentence {
        kind,
        exit,
        args: vec![("path", place.to_string().into())],
        cause: None,
    };
    match error {
        RegisterError::Missing { place } => at("register-missing", Exit::Failed, place),
        RegisterError::Directory { place } => at("register-directory", Exit::Failed, place),
        RegisterError::NotADatabase { place } => {
            at("register-not-a-database", Exit::RegisterUnfit, place)
        }
        RegisterError::Foreign { place } => at("register-foreign", Exit::RegisterUnfit, place),
        RegisterError::Unreleased { place } => {
            at("register-unreleased", Exit::RegisterUnfit, place)
        }
        RegisterError::NotATrial { place } => at("register-not-a-trial", Exit::Usage, place),
        RegisterError::Newer {
            place,
            version,
            known,
        } => {
            let args = vec![
                ("path", place.to_string().into()),
                ("version", (*version).into()),
                ("known", (*known).into()),
            ];
            Sentence {
                kind: "register-newer",
                exit: Exit::RegisterUnfit,
                args,
                cause: None,
            }
        }
        RegisterError::Damaged { place } => at("register-damaged", Exit::RegisterUnfit, place),
        RegisterError::DamagedSignal { id: Some(id) } => Sentence {
            kind: "register-damaged-signal",
            exit: Exit::RegisterUnfit,
            args: vec![("id", id.to_string().into())],
            cause: None,
        },
        RegisterError::DamagedSignal { id: None } => Sentence {
            kind: "register-damaged-row",
            exit: Exit::RegisterUnfit,
            args: Vec::new(),
            cause: None,
        },
        RegisterError::NoPermission { place } => at("register-no-permission", Exit::Failed, place),
        RegisterError::ReadOnly { place } => at("register-read-only", Exit::Failed, place),
        RegisterError::Full { place } => at("register-full", Exit::Failed, place),
        RegisterError::Busy { place } => at("register-busy", Exit::Failed, place),
        RegisterError::NotDurable {
            place,
            journal,
            needs,
        } => {
            let args = vec![
                ("path", place.to_string().into()),
                ("journal", journal.into()),
                ("needs", (*needs).into()),
            ];
            Sentence {
                kind: "register-not-durable",
                exit: Exit::Failed,
                args,
                cause: None,
            }
        }
        RegisterError::EngineTooOld {
            engine,
            version,
            needs,
        } => {
            let args = vec![
                ("engine", (*engine).into()),
                ("version", version.into()),
                ("needs", (*needs).into()),
            ];
            Sentence {
                kind: "register-engine-too-old",
                exit: Exit::Failed,
                args,
                cause: None,
            }
        }
        RegisterError::IdTaken { id } => Sentence {
            kind: "register-id-taken",
            exit: Exit::Refused,
            args: vec![("id", id.to_string().into())],
            cause: None,
        },
        RegisterError::SecondLock { rule } => Sentence {
            kind: "register-second-lock",
            exit: Exit::Failed,
            args: Vec::new(),
            cause: Some(rule),
        },
        RegisterError::Fault { what } => Sentence {
            kind: "register-fault",
            exit: Exit::Failed,
            args: Vec::new(),
            cause: Some(what),
        },
        RegisterError::NoRandomness => Sentence {
            kind: "register-no-randomness",
            exit: Exit::Failed,
            args: Vec::new(),
            cause: None,
        },
        RegisterError::Failed { place, cause } => Sentence {
            cause: Some(cause),
            ..at("register-failed", Exit::Failed, place)
        },
        RegisterError::NotKnown { place, cause } => Sentence {
            cause: Some(cause),
            ..at("register-not-known", Exit::NotKnown, place)
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::signal_id::SignalId;
    use crate::output::i18n::Language;

    fn every_error() -> Vec<RegisterError> {
        let place = || Place::from("/home/noor/register.db");
        let id = SignalId::from_random([1, 2, 3, 4, 5]);
        vec![
            RegisterError::Missing { place: place() },
            RegisterError::Directory { place: place() },
            RegisterError::NotADatabase { place: place() },
            RegisterError::Foreign { place: place() },
            RegisterError::Unreleased { place: place() },
            RegisterError::NotATrial { place: place() },
            RegisterError::Newer {
                place: place(),
                version: 2,
                known: 1,
            },
            RegisterError::Damaged { place: place() },
            RegisterError::DamagedSignal { id: Some(id) },
            RegisterError::DamagedSignal { id: None },
            RegisterError::NoPermission { place: place() },
            RegisterError::ReadOnly { place: place() },
            RegisterError::Full { place: place() },
            RegisterError::Busy { place: place() },
            RegisterError::NotDurable {
                place: place(),
                journal: "delete".to_owned(),
                needs: "wal",
            },
            RegisterError::EngineTooOld {
                engine: "SQLite",
                version: "3.40.1".to_owned(),
                needs: "3.51.3",
            },
            RegisterError::IdTaken { id },
            RegisterError::NoRandomness,
            RegisterError::Fault {
                what: "a finding names no row",
            },
            RegisterError::SecondLock {
                rule: "an event has the next number".to_owned(),
            },
            RegisterError::Failed {
                place: place(),
                cause: "disk I/O error".to_owned(),
            },
            RegisterError::NotKnown {
                place: place(),
                cause: "disk I/O error".to_owned(),
            },
        ]
    }

    #[test]
    fn every_error_is_a_filled_in_sentence_with_a_hint_in_both_languages() {
        for texts in [Texts::new(Language::Nl), Texts::new(Language::En)] {
            for error in every_error() {
                let error_report = register(&error, &texts);
                for sentence in std::iter::once(&error_report.error).chain(&error_report.hints) {
                    assert!(
                        sentence.ends_with('.')
                            && !sentence.contains("register-")
                            && !sentence.contains('{'),
                        "{sentence}"
                    );
                }
                assert_eq!(error_report.hints.len(), 1);
            }
        }
    }

    #[test]
    fn an_unfit_register_an_unknown_commit_and_a_failure_end_differently() {
        let texts = Texts::new(Language::En);
        let exit = |error: &RegisterError| register(error, &texts).exit;
        let place = Place::from("register.db");
        assert_eq!(
            exit(&RegisterError::Newer {
                place: place.clone(),
                version: 2,
                known: 1
            }),
            Exit::RegisterUnfit
        );
        assert_eq!(
            exit(&RegisterError::NotKnown {
                place: place.clone(),
                cause: String::new()
            }),
            Exit::NotKnown
        );
        assert_eq!(exit(&RegisterError::Full { place }), Exit::Failed);
    }
}
