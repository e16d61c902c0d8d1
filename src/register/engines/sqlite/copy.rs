//! A copy of a register as it is at one moment, while others go on writing.
//!
//! SQLite copies page by page within one read transaction: who writes goes on in the log, and the
//! copy never starts anew. What is damaged is copied as it is, so that it is found in the copy.

use std::path::Path;
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::register::database::CopyKind;
use crate::register::engines::sqlite::{Sqlite, faults};
use crate::register::error::RegisterError;

/// More often than this is not waited for others.
const PATIENCE: u32 = 100;

impl Sqlite {
    /// See [`Engine::copy`](crate::register::database::Engine::copy).
    pub(super) fn copy_into(
        &self,
        into: &Path,
        name: &Path,
        kept: CopyKind,
    ) -> Result<(), RegisterError> {
        let fault = |error| faults::fault(name, &error);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut copy = Connection::open_with_flags(into, flags).map_err(fault)?;
        // Whoever asked for the copy waits for the disk when all of it stands there.
        copy.execute_batch("PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF;")
            .map_err(fault)?;
        self.pages(&mut copy)
            .map_err(|error| of_either(self, name, &error))?;
        let mode = match kept {
            CopyKind::Aside => "delete",
            CopyKind::AtHand => "wal",
        };
        let journal: String = copy
            .query_row(&format!("PRAGMA journal_mode = {mode}"), [], |row| {
                row.get(0)
            })
            .map_err(fault)?;
        if journal != mode {
            return Err(RegisterError::NotDurable {
                place: name.into(),
                journal,
                needs: mode,
            });
        }
        copy.close().map_err(|(_, error)| fault(error))
    }

    fn pages(&self, copy: &mut Connection) -> rusqlite::Result<()> {
        let copying = Backup::new(&self.connection, copy)?;
        for _ in 0..PATIENCE {
            if copying.step(-1)? == StepResult::Done {
                return Ok(());
            }
            // Another program just recovers or clears away the log.
            std::thread::sleep(Duration::from_millis(100));
        }
        Err(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY),
            None,
        ))
    }

    /// Moves all that stands in the log into the file, and clears it away when it is closed.
    pub(super) fn checkpoint(&self) -> Result<(), RegisterError> {
        let fault = |error| faults::fault(&self.path, &error);
        let busy: i64 = self
            .connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
            .map_err(fault)?;
        if busy != 0 {
            return Err(RegisterError::Busy {
                place: self.path.as_path().into(),
            });
        }
        self.connection
            .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)
            .map(drop)
            .map_err(fault)
    }
}

/// The copy has no room or may not be written; whatever else goes wrong is most likely about the
/// register that is read.
fn of_either(register: &Sqlite, name: &Path, error: &rusqlite::Error) -> RegisterError {
    use rusqlite::ErrorCode::{DiskFull, PermissionDenied, ReadOnly, SystemIoFailure};
    let of_the_copy = matches!(
        error.sqlite_error_code(),
        Some(DiskFull | PermissionDenied | ReadOnly | SystemIoFailure)
    );
    faults::fault(if of_the_copy { name } else { &register.path }, error)
}
