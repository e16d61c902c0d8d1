//! Opening a register: cheap when it is there, careful when it is not.

use std::io;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::register::Clock;
use crate::register::database::Access;
use crate::register::engines::sqlite::identity::{self, Identity};
use crate::register::engines::sqlite::{NAME, Sqlite, beside, faults};
use crate::register::error::RegisterError;

/// Older versions could corrupt a database in WAL mode.
const OLDEST_SQLITE: (i32, &str) = (3_051_003, "3.51.3");

/// How long to wait for the transaction of another program: normally milliseconds, or a part of a
/// large import.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// 64 KiB, in SQLite's notation. Lists and exports read nearly every page once: a small cache reuses
/// its memory, a large one asks the system for more.
const READ_CACHE: i64 = -64;

impl Sqlite {
    /// Opens the register in the file at `path`; [`Access::Write`] makes it when there is none.
    ///
    /// # Errors
    /// [`RegisterError`]. A damaged, newer or foreign file is left untouched.
    pub fn open(path: &Path, access: Access) -> Result<Self, RegisterError> {
        new_enough(rusqlite::version_number(), rusqlite::version())?;
        // SQLite would read a path that begins with "file:" as a URL with settings.
        let path = std::path::absolute(path).map_err(|error| faults::of_files(path, &error))?;
        check_file(&path, access)?;
        let (mut connection, identity) = connect_and_identify(&path, access)?;
        let made_by = match (identity, access) {
            (Identity::Register { made_by }, Access::Read | Access::Inspect | Access::Salvage) => {
                made_by
            }
            (Identity::Register { made_by }, Access::Write(clock)) => {
                check_clock(clock, made_by, &path)?;
                identity::set_wal(&connection, &path)?;
                made_by
            }
            (Identity::Empty, Access::Read | Access::Inspect | Access::Salvage) => {
                return Err(RegisterError::Missing {
                    place: path.as_path().into(),
                });
            }
            (Identity::Empty, Access::Write(clock)) => {
                identity::set_wal(&connection, &path)?;
                let made_by = identity::make(&mut connection, &path, clock)?;
                // Another program may have made it first, with another clock.
                check_clock(clock, made_by, &path)?;
                made_by
            }
        };
        Ok(Self {
            connection,
            path,
            made_by,
        })
    }
}

/// Makes the file when it is missing and may be made.
fn check_file(path: &Path, access: Access) -> Result<(), RegisterError> {
    let error = match std::fs::metadata(path) {
        Ok(file) if file.is_dir() => {
            return Err(RegisterError::Directory { place: path.into() });
        }
        Ok(_) => return Ok(()),
        Err(error) => error,
    };
    if error.kind() == io::ErrorKind::NotFound {
        // The link may lead to a disk that is not mounted: the register itself may well exist.
        if path.is_symlink() {
            return Err(RegisterError::Failed {
                place: path.into(),
                cause: "it is a link to a file that is not there".to_owned(),
            });
        }
        if matches!(access, Access::Write(_)) {
            return make_file(path);
        }
    }
    Err(faults::of_files(path, &error))
}

/// A set clock may not record in a real register: its times are not those of what happened.
fn check_clock(clock: Clock, made_by: Clock, path: &Path) -> Result<(), RegisterError> {
    match (clock, made_by) {
        (Clock::System, _) | (Clock::Set, Clock::Set) => Ok(()),
        (Clock::Set, Clock::System) => Err(RegisterError::NotATrial { place: path.into() }),
    }
}

/// Opens the file and reads what it is.
///
/// A program killed while making the register leaves a journal. Only a connection that may write
/// can roll it back, which must happen before reading.
fn connect_and_identify(
    path: &Path,
    access: Access,
) -> Result<(Connection, Identity), RegisterError> {
    match try_identify(path, access) {
        Err(read_only @ RegisterError::ReadOnly { .. }) if access == Access::Read => {
            try_identify(path, Access::Write(Clock::System)).map_err(|_| read_only)?;
            try_identify(path, access)
        }
        identified => identified,
    }
}

fn try_identify(path: &Path, access: Access) -> Result<(Connection, Identity), RegisterError> {
    let connection = connect(path, access)?;
    let identity = match identity(&connection, path) {
        // Checking and salvaging also work on a register with an unreadable origin.
        Err(RegisterError::Damaged { .. })
            if matches!(access, Access::Inspect | Access::Salvage) =>
        {
            Identity::Register {
                made_by: Clock::System,
            }
        }
        identity => identity?,
    };
    Ok((connection, identity))
}

/// Reads in one transaction: another program may be making the register.
fn identity(connection: &Connection, path: &Path) -> Result<Identity, RegisterError> {
    let moment = connection
        .unchecked_transaction()
        .map_err(faults::on(path))?;
    identity::identify(&moment, path)
}

fn new_enough(number: i32, version: &str) -> Result<(), RegisterError> {
    let (oldest, needs) = OLDEST_SQLITE;
    if number < oldest {
        Err(RegisterError::EngineTooOld {
            engine: NAME,
            version: version.to_owned(),
            needs,
        })
    } else {
        Ok(())
    }
}

/// Makes an empty file that only its owner can read; missing folders are made for the owner alone.
///
/// The file appears closed: closing it later would drop the locks of every connection that this
/// program has on it.
fn make_file(path: &Path) -> Result<(), RegisterError> {
    let Some(folder) = path.parent() else {
        return Err(RegisterError::Directory { place: path.into() });
    };
    make_folders(folder).map_err(|error| faults::of_files(folder, &error))?;
    // Temporary files have mode 0600.
    let made = tempfile::NamedTempFile::new_in(folder)
        .map_err(|error| faults::of_files(folder, &error))?;
    match made.into_temp_path().persist_noclobber(path) {
        Err(error) if error.error.kind() != io::ErrorKind::AlreadyExists => {
            Err(faults::of_files(path, &error.error))
        }
        // `AlreadyExists`: another program was first, and its file will do.
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Makes the missing folders and syncs them: a power cut must not lose the folder of an acknowledged
/// signal. (SQLite syncs the file itself when it makes the log.)
fn make_folders(folder: &Path) -> io::Result<()> {
    let missing = folder
        .ancestors()
        .take_while(|folder| !folder.exists())
        .count();
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    #[cfg(unix)]
    for (level, parent) in folder.ancestors().skip(1).enumerate() {
        let synced = std::fs::File::open(parent).and_then(|folder| folder.sync_all());
        // An existing folder is synced too, in case its maker was killed; it may not be ours to open.
        if level < missing {
            synced?;
        }
    }
    Ok(())
}

fn connect(path: &Path, access: Access) -> Result<Connection, RegisterError> {
    // A reader creates a missing log, and cannot remove it.
    let (mode, removes_log) = match access {
        Access::Write(_) => (OpenFlags::SQLITE_OPEN_READ_WRITE, false),
        Access::Inspect | Access::Salvage if !has_log(path) => {
            (OpenFlags::SQLITE_OPEN_READ_WRITE, true)
        }
        Access::Read | Access::Inspect | Access::Salvage => {
            (OpenFlags::SQLITE_OPEN_READ_ONLY, false)
        }
    };
    let flags = mode | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(faults::on(path))?;
    if matches!(access, Access::Write(_)) {
        // SQLite opens a file that it cannot write for reading, and fails at the first write.
        let read_only = connection.is_readonly("main");
        if read_only.map_err(faults::on(path))? {
            return Err(RegisterError::NoPermission { place: path.into() });
        }
    }
    set_up(&connection, access).map_err(faults::on(path))?;
    if removes_log {
        connection
            .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)
            .and_then(|_| connection.pragma_update(None, "query_only", true))
            .map_err(faults::on(path))?;
    }
    Ok(connection)
}

fn has_log(path: &Path) -> bool {
    let logs = ["-wal", "-journal"];
    logs.iter().any(|log| beside(path, log).exists())
}

fn set_up(connection: &Connection, access: Access) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(
        DbConfig::SQLITE_DBCONFIG_DEFENSIVE,
        access != Access::Salvage,
    )?;
    if access == Access::Salvage {
        // Otherwise SQLite reads nothing of a truncated file.
        connection.pragma_update(None, "writable_schema", true)?;
    }
    // Plans do not depend on parameter values, so no statement is planned twice.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // A misspelt name in double quotes is an error, not a string.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    match access {
        Access::Read => connection.pragma_update(None, "cache_size", READ_CACHE),
        Access::Inspect | Access::Salvage => Ok(()),
        // The checkpoint within a commit (after 1,000 pages) is for long imports. A single command
        // leaves it to the close, so the answer does not wait for it: see MAX_KEPT_LOG.
        Access::Write(_) => {
            connection.execute_batch("PRAGMA wal_autocheckpoint = 1000; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_sqlite_that_can_lose_data_is_refused() {
        assert_eq!(new_enough(3_051_003, "3.51.3"), Ok(()));
        let refused = RegisterError::EngineTooOld {
            engine: "SQLite",
            version: "3.51.2".to_owned(),
            needs: "3.51.3",
        };
        assert_eq!(new_enough(3_051_002, "3.51.2"), Err(refused));
    }
}
