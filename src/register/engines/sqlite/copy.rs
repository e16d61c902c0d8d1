//! Copies a register as it is at one moment, while others go on writing.
//!
//! SQLite copies page by page within one read transaction: writers continue in the log, and the
//! copy never restarts. Damage is copied too, so that it is found in the copy.

use std::path::Path;
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::register::database::CopyKind;
use crate::register::engines::sqlite::{Sqlite, faults};
use crate::register::error::RegisterError;

/// Attempts, a tenth of a second apart.
const MAX_ATTEMPTS: u32 = 100;

impl Sqlite {
    /// See [`Engine::copy`](crate::register::database::Engine::copy).
    pub(super) fn copy_into(
        &self,
        into: &Path,
        name: &Path,
        kept: CopyKind,
    ) -> Result<(), RegisterError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut copy = Connection::open_with_flags(into, flags).map_err(faults::on(name))?;
        // The caller syncs the finished copy.
        copy.execute_batch("PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF;")
            .map_err(faults::on(name))?;
        self.copy_pages(&mut copy)
            .map_err(|error| fault_of_either(self, name, &error))?;
        let mode = match kept {
            CopyKind::Aside => "delete",
            CopyKind::AtHand => "wal",
        };
        let journal: String = copy
            .query_row(&format!("PRAGMA journal_mode = {mode}"), [], |row| {
                row.get(0)
            })
            .map_err(faults::on(name))?;
        if journal != mode {
            return Err(RegisterError::NotDurable {
                place: name.into(),
                journal,
                needs: mode,
            });
        }
        copy.close()
            .map_err(|(_, error)| faults::fault(name, &error))
    }

    fn copy_pages(&self, copy: &mut Connection) -> rusqlite::Result<()> {
        let copying = Backup::new(&self.connection, copy)?;
        for _ in 0..MAX_ATTEMPTS {
            if copying.step(-1)? == StepResult::Done {
                return Ok(());
            }
            // Another program is recovering or removing the log.
            std::thread::sleep(Duration::from_millis(100));
        }
        Err(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY),
            None,
        ))
    }

    /// Moves the log into the file; closing removes it.
    pub(super) fn checkpoint(&self) -> Result<(), RegisterError> {
        let busy: i64 = self
            .connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
            .map_err(faults::on(&self.path))?;
        if busy != 0 {
            return Err(RegisterError::Busy {
                place: self.path.as_path().into(),
            });
        }
        self.connection
            .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)
            .map(drop)
            .map_err(faults::on(&self.path))
    }
}

/// No room, no permission and I/O errors are about the copy; anything else is most likely about the
/// register.
fn fault_of_either(register: &Sqlite, name: &Path, error: &rusqlite::Error) -> RegisterError {
    use rusqlite::ErrorCode::{DiskFull, PermissionDenied, ReadOnly, SystemIoFailure};
    let of_the_copy = matches!(
        error.sqlite_error_code(),
        Some(DiskFull | PermissionDenied | ReadOnly | SystemIoFailure)
    );
    faults::fault(if of_the_copy { name } else { &register.path }, error)
}
