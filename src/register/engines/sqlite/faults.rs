//! Maps errors of SQLite and of the file system to errors of a register.

use std::io;
use std::path::Path;

use rusqlite::ErrorCode;
use rusqlite::ffi;

use crate::register::error::RegisterError;
use crate::register::place::Place;

/// `fault` for `map_err`.
pub(super) fn on(path: &Path) -> impl Fn(rusqlite::Error) -> RegisterError {
    move |error| fault(path, &error)
}

/// An error before the commit: nothing was recorded.
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "the codes are SQLite's, not ours: whatever is not told apart has failed"
)]
pub(super) fn fault(path: &Path, error: &rusqlite::Error) -> RegisterError {
    let place = Place::from(path);
    // The statements are ours and never change: when one does not fit, the tables were changed.
    if does_not_fit(error) {
        return RegisterError::Damaged { place };
    }
    let failed = RegisterError::Failed {
        place: path.into(),
        cause: error.to_string(),
    };
    let Some(code) = error.sqlite_error_code() else {
        return failed;
    };
    match code {
        ErrorCode::DatabaseBusy
        | ErrorCode::DatabaseLocked
        | ErrorCode::FileLockingProtocolFailed => RegisterError::Busy { place },
        ErrorCode::ReadOnly => RegisterError::ReadOnly { place },
        ErrorCode::PermissionDenied => RegisterError::NoPermission { place },
        ErrorCode::DiskFull => RegisterError::Full { place },
        ErrorCode::NotADatabase => RegisterError::NotADatabase { place },
        ErrorCode::DatabaseCorrupt => RegisterError::Damaged { place },
        ErrorCode::ConstraintViolation => RegisterError::SecondLock { rule: rule(error) },
        ErrorCode::CannotOpen => cannot_open(path).unwrap_or(failed),
        _ => failed,
    }
}

/// An error of the commit itself.
///
/// A broken rule, a lock and a full disk leave no complete commit in the log: its last frame is
/// written last, and counts only when it is whole. After any other error (of the disk, of fsync) it
/// may be there.
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "the codes are SQLite's, not ours: what is not certain is not known"
)]
pub(super) fn of_commit(path: &Path, error: &rusqlite::Error) -> RegisterError {
    match error.sqlite_error_code() {
        Some(ErrorCode::ConstraintViolation | ErrorCode::DatabaseBusy | ErrorCode::DiskFull) => {
            fault(path, error)
        }
        _ => RegisterError::NotKnown {
            place: path.into(),
            cause: error.to_string(),
        },
    }
}

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "the kinds are the standard library's: whatever is not told apart has failed"
)]
pub(super) fn of_files(path: &Path, error: &io::Error) -> RegisterError {
    let place = Place::from(path);
    match error.kind() {
        io::ErrorKind::NotFound => RegisterError::Missing { place },
        io::ErrorKind::PermissionDenied => RegisterError::NoPermission { place },
        io::ErrorKind::ReadOnlyFilesystem => RegisterError::ReadOnly { place },
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => RegisterError::Full { place },
        io::ErrorKind::IsADirectory => RegisterError::Directory { place },
        _ => RegisterError::Failed {
            place,
            cause: error.to_string(),
        },
    }
}

/// The error for a value that no STRICT table holds.
pub(super) fn not_text() -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_CORRUPT), None)
}

/// Asks the file system why SQLite cannot open a file or its log, which is in the same folder.
fn cannot_open(path: &Path) -> Option<RegisterError> {
    if let Err(error) = std::fs::metadata(path) {
        return Some(of_files(path, &error));
    }
    let folder = path.parent()?;
    if std::fs::metadata(folder).is_ok_and(|folder| folder.permissions().readonly()) {
        return Some(RegisterError::ReadOnly {
            place: folder.into(),
        });
    }
    if std::fs::metadata(path).is_ok_and(|file| file.permissions().readonly()) {
        return Some(RegisterError::NoPermission { place: path.into() });
    }
    let opened = std::fs::OpenOptions::new().read(true).open(path);
    opened.err().map(|error| of_files(path, &error))
}

/// Whether SQLite cannot compile a statement.
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "the errors are rusqlite's, not ours"
)]
fn does_not_fit(error: &rusqlite::Error) -> bool {
    match error {
        rusqlite::Error::SqlInputError { .. } => true,
        rusqlite::Error::SqliteFailure(code, _) => code.extended_code == ffi::SQLITE_ERROR,
        _ => false,
    }
}

/// The message of a trigger or check: text of the schema, never of a row.
fn rule(error: &rusqlite::Error) -> String {
    if let rusqlite::Error::SqliteFailure(_, Some(message)) = error {
        message.clone()
    } else {
        error.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn failed_with(code: i32) -> rusqlite::Error {
        rusqlite::Error::SqliteFailure(ffi::Error::new(code), Some("message".to_owned()))
    }

    #[rstest]
    #[case(ffi::SQLITE_IOERR_FSYNC)]
    #[case(ffi::SQLITE_IOERR_WRITE)]
    #[case(ffi::SQLITE_IOERR_DIR_FSYNC)]
    #[case(ffi::SQLITE_NOMEM)]
    fn whether_a_commit_that_the_disk_broke_off_is_recorded_is_not_known(#[case] code: i32) {
        assert!(matches!(
            of_commit(Path::new("r.db"), &failed_with(code)),
            RegisterError::NotKnown { .. }
        ));
    }

    #[rstest]
    #[case(ffi::SQLITE_FULL)]
    #[case(ffi::SQLITE_BUSY)]
    #[case(ffi::SQLITE_CONSTRAINT_FOREIGNKEY)]
    fn a_commit_that_was_never_completed_is_certainly_not_recorded(#[case] code: i32) {
        assert!(!matches!(
            of_commit(Path::new("r.db"), &failed_with(code)),
            RegisterError::NotKnown { .. }
        ));
    }

    #[test]
    fn a_statement_of_ours_that_does_not_fit_the_tables_tells_of_damage() {
        let connection = rusqlite::Connection::open_in_memory().unwrap();
        let error = connection
            .prepare("SELECT question FROM event")
            .unwrap_err();
        assert_eq!(
            fault(Path::new("r.db"), &error),
            RegisterError::Damaged {
                place: "r.db".into()
            }
        );
    }

    #[test]
    fn what_sqlite_refuses_is_told_apart() {
        let of = |code| fault(Path::new("r.db"), &failed_with(code));
        assert_eq!(
            of(ffi::SQLITE_PERM),
            RegisterError::NoPermission {
                place: "r.db".into()
            }
        );
        assert_eq!(
            of(ffi::SQLITE_READONLY),
            RegisterError::ReadOnly {
                place: "r.db".into()
            }
        );
        assert_eq!(
            of(ffi::SQLITE_CONSTRAINT_TRIGGER),
            RegisterError::SecondLock {
                rule: "message".to_owned()
            }
        );
    }

    #[test]
    fn the_file_systems_errors_are_told_apart() {
        let path = Path::new("r.db");
        let of = |kind: io::ErrorKind| of_files(path, &kind.into());
        assert_eq!(
            of(io::ErrorKind::PermissionDenied),
            RegisterError::NoPermission { place: path.into() }
        );
        assert_eq!(
            of(io::ErrorKind::ReadOnlyFilesystem),
            RegisterError::ReadOnly { place: path.into() }
        );
        assert_eq!(
            of(io::ErrorKind::IsADirectory),
            RegisterError::Directory { place: path.into() }
        );
        assert_eq!(
            of(io::ErrorKind::StorageFull),
            RegisterError::Full { place: path.into() }
        );
    }
}
