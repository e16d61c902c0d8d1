//! What went wrong with the register.

use crate::exit_code::Exit;
use crate::output::error_report::ErrorReport;
use crate::output::i18n::{Arg, Texts};
use crate::register::{Place, RegisterError};

/// The kind is also the key of the sentence and, with `-hint` added, of the hint.
#[must_use]
pub fn register(error: &RegisterError, texts: &Texts) -> ErrorReport {
    let kind = kind(error);
    let (args, cause) = args_and_cause(error);
    let mut report = ErrorReport::new(kind, exit(error), texts.tr(kind, &args))
        .hint(texts.tr(&format!("{kind}-hint"), &args));
    report.because.extend(cause.map(str::to_owned));
    report
}

/// The stable code of the error, for scripts.
fn kind(error: &RegisterError) -> &'static str {
    match error {
        RegisterError::Missing { .. } => "register-missing",
        RegisterError::Directory { .. } => "register-directory",
        RegisterError::NotADatabase { .. } => "register-not-a-database",
        RegisterError::Foreign { .. } => "register-foreign",
        RegisterError::Unreleased { .. } => "register-unreleased",
        RegisterError::NotATrial { .. } => "register-not-a-trial",
        RegisterError::Newer { .. } => "register-newer",
        RegisterError::Damaged { .. } => "register-damaged",
        RegisterError::DamagedSignal { id: Some(_) } => "register-damaged-signal",
        RegisterError::DamagedSignal { id: None } => "register-damaged-row",
        RegisterError::NoPermission { .. } => "register-no-permission",
        RegisterError::ReadOnly { .. } => "register-read-only",
        RegisterError::Full { .. } => "register-full",
        RegisterError::Busy { .. } => "register-busy",
        RegisterError::NotDurable { .. } => "register-not-durable",
        RegisterError::EngineTooOld { .. } => "register-engine-too-old",
        RegisterError::IdTaken { .. } => "register-id-taken",
        RegisterError::ReferenceTaken { .. } => "reference-taken",
        RegisterError::WithdrawnBefore { .. } => "withdrawn-before",
        RegisterError::ReferenceGivenAway { .. } => "reference-given-away",
        RegisterError::SecondLock { .. } => "register-second-lock",
        RegisterError::Fault { .. } => "register-fault",
        RegisterError::NoRandomness => "register-no-randomness",
        RegisterError::Failed { .. } => "register-failed",
        RegisterError::NotKnown { .. } => "register-not-known",
    }
}

fn exit(error: &RegisterError) -> Exit {
    match error {
        RegisterError::NotADatabase { .. }
        | RegisterError::Foreign { .. }
        | RegisterError::Unreleased { .. }
        | RegisterError::Newer { .. }
        | RegisterError::Damaged { .. }
        | RegisterError::DamagedSignal { .. } => Exit::RegisterUnfit,
        RegisterError::NotATrial { .. } => Exit::Usage,
        RegisterError::IdTaken { .. }
        | RegisterError::ReferenceTaken { .. }
        | RegisterError::WithdrawnBefore { .. }
        | RegisterError::ReferenceGivenAway { .. } => Exit::Refused,
        RegisterError::NotKnown { .. } => Exit::NotKnown,
        RegisterError::Missing { .. }
        | RegisterError::Directory { .. }
        | RegisterError::NoPermission { .. }
        | RegisterError::ReadOnly { .. }
        | RegisterError::Full { .. }
        | RegisterError::Busy { .. }
        | RegisterError::NotDurable { .. }
        | RegisterError::EngineTooOld { .. }
        | RegisterError::SecondLock { .. }
        | RegisterError::Fault { .. }
        | RegisterError::NoRandomness
        | RegisterError::Failed { .. } => Exit::Failed,
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
        | RegisterError::WithdrawnBefore { id }
        | RegisterError::ReferenceGivenAway { id } => {
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

    /// An example of each error: each leads to the next, so a new one does not compile without its
    /// own.
    fn every_error() -> Vec<RegisterError> {
        let place = Place::from("/home/noor/register.db");
        let first = RegisterError::Missing { place };
        std::iter::successors(Some(first), next_example).collect()
    }

    fn next_example(error: &RegisterError) -> Option<RegisterError> {
        let place = Place::from("/home/noor/register.db");
        let id = SignalId::from_random([1, 2, 3, 4, 5]);
        let cause = "disk I/O error".to_owned();
        Some(match error {
            RegisterError::Missing { .. } => RegisterError::Directory { place },
            RegisterError::Directory { .. } => RegisterError::NotADatabase { place },
            RegisterError::NotADatabase { .. } => RegisterError::Foreign { place },
            RegisterError::Foreign { .. } => RegisterError::Unreleased { place },
            RegisterError::Unreleased { .. } => RegisterError::NotATrial { place },
            RegisterError::NotATrial { .. } => RegisterError::Newer {
                place,
                version: 2,
                known: 1,
            },
            RegisterError::Newer { .. } => RegisterError::Damaged { place },
            RegisterError::Damaged { .. } => RegisterError::DamagedSignal { id: Some(id) },
            RegisterError::DamagedSignal { id: Some(_) } => {
                RegisterError::DamagedSignal { id: None }
            }
            RegisterError::DamagedSignal { id: None } => RegisterError::NoPermission { place },
            RegisterError::NoPermission { .. } => RegisterError::ReadOnly { place },
            RegisterError::ReadOnly { .. } => RegisterError::Full { place },
            RegisterError::Full { .. } => RegisterError::Busy { place },
            RegisterError::Busy { .. } => RegisterError::NotDurable {
                place,
                journal: "delete".to_owned(),
                needs: "wal",
            },
            RegisterError::NotDurable { .. } => RegisterError::EngineTooOld {
                engine: "SQLite",
                version: "3.40.1".to_owned(),
                needs: "3.51.3",
            },
            RegisterError::EngineTooOld { .. } => RegisterError::IdTaken { id },
            RegisterError::IdTaken { .. } => RegisterError::ReferenceTaken { id },
            RegisterError::ReferenceTaken { .. } => RegisterError::WithdrawnBefore { id },
            RegisterError::WithdrawnBefore { .. } => RegisterError::ReferenceGivenAway { id },
            RegisterError::ReferenceGivenAway { .. } => RegisterError::NoRandomness,
            RegisterError::NoRandomness => RegisterError::Fault {
                what: "a finding names no row",
            },
            RegisterError::Fault { .. } => RegisterError::SecondLock {
                rule: "an event has the next number".to_owned(),
            },
            RegisterError::SecondLock { .. } => RegisterError::Failed { place, cause },
            RegisterError::Failed { .. } => RegisterError::NotKnown { place, cause },
            RegisterError::NotKnown { .. } => return None,
        })
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
