//! What went wrong with the register.

use crate::exit_code::Exit;
use crate::output::error_report::ErrorReport;
use crate::output::i18n::{Arg, Texts};
use crate::register::{Place, RegisterError};

/// The kind is also the key of the sentence; with `-hint` behind it, of the hint.
#[must_use]
pub fn register(error: &RegisterError, texts: &Texts) -> ErrorReport {
    let (kind, exit) = kind_and_exit(error);
    let (args, cause) = args_and_cause(error);
    let mut report = ErrorReport::new(kind, exit, texts.tr(kind, &args))
        .hint(texts.tr(&format!("{kind}-hint"), &args));
    report.because.extend(cause.map(str::to_owned));
    report
}

fn kind_and_exit(error: &RegisterError) -> (&'static str, Exit) {
    match error {
        RegisterError::Missing { .. } => ("register-missing", Exit::Failed),
        RegisterError::Directory { .. } => ("register-directory", Exit::Failed),
        RegisterError::NotADatabase { .. } => ("register-not-a-database", Exit::RegisterUnfit),
        RegisterError::Foreign { .. } => ("register-foreign", Exit::RegisterUnfit),
        RegisterError::Unreleased { .. } => ("register-unreleased", Exit::RegisterUnfit),
        RegisterError::NotATrial { .. } => ("register-not-a-trial", Exit::Usage),
        RegisterError::Newer { .. } => ("register-newer", Exit::RegisterUnfit),
        RegisterError::Damaged { .. } => ("register-damaged", Exit::RegisterUnfit),
        RegisterError::DamagedSignal { id: Some(_) } => {
            ("register-damaged-signal", Exit::RegisterUnfit)
        }
        RegisterError::DamagedSignal { id: None } => ("register-damaged-row", Exit::RegisterUnfit),
        RegisterError::NoPermission { .. } => ("register-no-permission", Exit::Failed),
        RegisterError::ReadOnly { .. } => ("register-read-only", Exit::Failed),
        RegisterError::Full { .. } => ("register-full", Exit::Failed),
        RegisterError::Busy { .. } => ("register-busy", Exit::Failed),
        RegisterError::NotDurable { .. } => ("register-not-durable", Exit::Failed),
        RegisterError::EngineTooOld { .. } => ("register-engine-too-old", Exit::Failed),
        RegisterError::IdTaken { .. } => ("register-id-taken", Exit::Refused),
        RegisterError::ReferenceTaken { .. } => ("reference-taken", Exit::Refused),
        RegisterError::WithdrawnBefore { .. } => ("withdrawn-before", Exit::Refused),
        RegisterError::SecondLock { .. } => ("register-second-lock", Exit::Failed),
        RegisterError::Fault { .. } => ("register-fault", Exit::Failed),
        RegisterError::NoRandomness => ("register-no-randomness", Exit::Failed),
        RegisterError::Failed { .. } => ("register-failed", Exit::Failed),
        RegisterError::NotKnown { .. } => ("register-not-known", Exit::NotKnown),
    }
}

fn args_and_cause(error: &RegisterError) -> (Vec<(&'static str, Arg<'_>)>, Option<&str>) {
    let args = match error {
        RegisterError::Missing { place }
        | RegisterError::Directory { place }
        | RegisterError::NotADatabase { place }
        | RegisterError::Foreign { place }
        | RegisterError::Unreleased { place }
        | RegisterError::NotATrial { place }
        | RegisterError::Damaged { place }
        | RegisterError::NoPermission { place }
        | RegisterError::ReadOnly { place }
        | RegisterError::Full { place }
        | RegisterError::Busy { place } => vec![path_arg(place)],
        RegisterError::Newer {
            place,
            version,
            known,
        } => vec![
            path_arg(place),
            ("version", (*version).into()),
            ("known", (*known).into()),
        ],
        RegisterError::NotDurable {
            place,
            journal,
            needs,
        } => vec![
            path_arg(place),
            ("journal", journal.into()),
            ("needs", (*needs).into()),
        ],
        RegisterError::EngineTooOld {
            engine,
            version,
            needs,
        } => vec![
            ("engine", (*engine).into()),
            ("version", version.into()),
            ("needs", (*needs).into()),
        ],
        RegisterError::DamagedSignal { id: Some(id) }
        | RegisterError::IdTaken { id }
        | RegisterError::ReferenceTaken { id }
        | RegisterError::WithdrawnBefore { id } => {
            vec![("id", id.to_string().into())]
        }
        RegisterError::DamagedSignal { id: None } | RegisterError::NoRandomness => Vec::new(),
        RegisterError::SecondLock { rule } => return (Vec::new(), Some(rule)),
        RegisterError::Fault { what } => return (Vec::new(), Some(what)),
        RegisterError::Failed { place, cause } | RegisterError::NotKnown { place, cause } => {
            return (vec![path_arg(place)], Some(cause));
        }
    };
    (args, None)
}

fn path_arg(place: &Place) -> (&'static str, Arg<'static>) {
    ("path", place.to_string().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::signal_id::SignalId;
    use crate::output::i18n::Language;

    fn exit(error: RegisterError) -> Exit {
        register(&error, &Texts::new(Language::En)).exit
    }

    fn every_error() -> Vec<RegisterError> {
        let place = Place::from("/home/noor/register.db");
        let id = SignalId::from_random([1, 2, 3, 4, 5]);
        vec![
            RegisterError::Missing {
                place: place.clone(),
            },
            RegisterError::Directory {
                place: place.clone(),
            },
            RegisterError::NotADatabase {
                place: place.clone(),
            },
            RegisterError::Foreign {
                place: place.clone(),
            },
            RegisterError::Unreleased {
                place: place.clone(),
            },
            RegisterError::NotATrial {
                place: place.clone(),
            },
            RegisterError::Newer {
                place: place.clone(),
                version: 2,
                known: 1,
            },
            RegisterError::Damaged {
                place: place.clone(),
            },
            RegisterError::DamagedSignal { id: Some(id) },
            RegisterError::DamagedSignal { id: None },
            RegisterError::NoPermission {
                place: place.clone(),
            },
            RegisterError::ReadOnly {
                place: place.clone(),
            },
            RegisterError::Full {
                place: place.clone(),
            },
            RegisterError::Busy {
                place: place.clone(),
            },
            RegisterError::NotDurable {
                place: place.clone(),
                journal: "delete".to_owned(),
                needs: "wal",
            },
            RegisterError::EngineTooOld {
                engine: "SQLite",
                version: "3.40.1".to_owned(),
                needs: "3.51.3",
            },
            RegisterError::IdTaken { id },
            RegisterError::ReferenceTaken { id },
            RegisterError::WithdrawnBefore { id },
            RegisterError::NoRandomness,
            RegisterError::Fault {
                what: "a finding names no row",
            },
            RegisterError::SecondLock {
                rule: "an event has the next number".to_owned(),
            },
            RegisterError::Failed {
                place: place.clone(),
                cause: "disk I/O error".to_owned(),
            },
            RegisterError::NotKnown {
                place: place.clone(),
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
        let place = Place::from("register.db");
        assert_eq!(
            exit(RegisterError::Newer {
                place: place.clone(),
                version: 2,
                known: 1
            }),
            Exit::RegisterUnfit
        );
        assert_eq!(
            exit(RegisterError::NotKnown {
                place: place.clone(),
                cause: String::new()
            }),
            Exit::NotKnown
        );
        assert_eq!(exit(RegisterError::Full { place }), Exit::Failed);
    }
}
