//! Opening a register: cheap when it is there, careful when it is not.

use std::io;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::register::Clock;
use crate::register::database::Access;
use crate::register::engines::sqlite::identity::{self, Identity};
use crate::register::engines::sqlite::{NAME, Sqlite, faults};
use crate::register::error::RegisterError;

/// Before this version SQLite could corrupt a database in WAL mode.
const OLDEST_SQLITE: (i32, &str) = (3_051_003, "3.51.3");

/// How long to wait for another program's transaction: milliseconds, or a part of a large import.
const PATIENCE: Duration = Duration::from_secs(10);

/// What SQLite may keep in memory of a register that is only read, in its way of saying 64 KiB.
/// Lists and exports meet nearly every page once: in a small cache it takes the place of one that
/// is done with, in a large one each asks the system for memory.
const WHILE_READING: i64 = -64;

impl Sqlite {
    /// Opens the register in the file at `path`; with [`Access::Write`], makes it when there is
    /// none.
    ///
    /// # Errors
    /// [`RegisterError`]; a file that is damaged, newer or not ours is left untouched.
    pub fn open(path: &Path, access: Access) -> Result<Self, RegisterError> {
        new_enough(rusqlite::version_number(), rusqlite::version())?;
        // A path that begins with "file:" would otherwise be read as a web address with settings in
        // it.
        let path = std::path::absolute(path).map_err(|error| faults::of_files(path, &error))?;
        match (std::fs::metadata(&path), access) {
            (Ok(file), _) if file.is_dir() => {
                return Err(RegisterError::Directory {
                    place: path.as_path().into(),
                });
            }
            (Ok(_), _) => {}
            // To a disk that is not there, say: then nobody must think that nothing was recorded.
            (Err(error), _) if error.kind() == io::ErrorKind::NotFound && path.is_symlink() => {
                return Err(RegisterError::Failed {
                    place: path.as_path().into(),
                    cause: "it is a link to a file that is not there".to_owned(),
                });
            }
            (Err(error), Access::Write(_)) if error.kind() == io::ErrorKind::NotFound => {
                make_file(&path)?
            }
            (Err(error), _) => return Err(faults::of_files(&path, &error)),
        }
        let (mut connection, identity) = identified(&path, access)?;
        let made_by = match (identity, access) {
            (Identity::Register { made_by }, Access::Read | Access::Inspect | Access::Salvage) => {
                made_by
            }
            (Identity::Register { made_by }, Access::Write(clock)) => {
                may_record(clock, made_by, &path)?;
                identity::keep_a_log(&connection, &path)?;
                made_by
            }
            (Identity::Empty, Access::Read | Access::Inspect | Access::Salvage) => {
                return Err(RegisterError::Missing {
                    place: path.as_path().into(),
                });
            }
            (Identity::Empty, Access::Write(clock)) => {
                identity::keep_a_log(&connection, &path)?;
                let made_by = identity::make(&mut connection, &path, clock)?;
                // Another program may have been first, by another clock.
                may_record(clock, made_by, &path)?;
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

/// What is recorded by a clock that was set is no record of what happened when.
fn may_record(clock: Clock, made_by: Clock, path: &Path) -> Result<(), RegisterError> {
    match (clock, made_by) {
        (Clock::System, _) | (Clock::Set, Clock::Set) => Ok(()),
        (Clock::Set, Clock::System) => Err(RegisterError::NotATrial { place: path.into() }),
    }
}

/// Opens the file and reads what it is.
///
/// Who was killed while making the register may have left a journal beside it. It is to be undone
/// before anything can be read, and only a connection that may write can do that.
fn identified(path: &Path, access: Access) -> Result<(Connection, Identity), RegisterError> {
    let look = |access| {
        let connection = connect(path, access)?;
        let identity = match identity(&connection, path) {
            // What is wrong with it is told, and what is left of it is looked for, also when its
            // origin cannot be read.
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
    };
    match look(access) {
        Err(read_only @ RegisterError::ReadOnly { .. }) if access == Access::Read => {
            look(Access::Write(Clock::System)).map_err(|_| read_only)?;
            look(access)
        }
        looked => looked,
    }
}

/// What the file is, all of it at one moment: another program may just be making it.
fn identity(connection: &Connection, path: &Path) -> Result<Identity, RegisterError> {
    let moment = connection
        .unchecked_transaction()
        .map_err(|error| faults::fault(path, &error))?;
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

/// Makes an empty file that only its owner can read, in a folder that only its owner can enter when
/// that is missing too.
///
/// The file appears whole and closed: closing it later would drop the locks of every connection
/// that this program has on it.
fn make_file(path: &Path) -> Result<(), RegisterError> {
    let Some(folder) = path.parent() else {
        return Err(RegisterError::Directory { place: path.into() });
    };
    make_folders(folder).map_err(|error| faults::of_files(folder, &error))?;
    // Temporary files are made with mode 0600.
    let made = tempfile::NamedTempFile::new_in(folder)
        .map_err(|error| faults::of_files(folder, &error))?;
    match made.into_temp_path().persist_noclobber(path) {
        Err(error) if error.error.kind() != io::ErrorKind::AlreadyExists => {
            Err(faults::of_files(path, &error.error))
        }
        // Another program was first: then its file will do.
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Makes the missing folders, for their owner alone, and waits until the disk knows them: a power
/// cut must not take away the folder of a signal that was acknowledged. (That the file itself stays
/// is seen to by SQLite, when it makes the log beside it.)
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
        // A folder that was there may have been made by a program that was killed right then; but
        // it need not be ours to open.
        if level < missing {
            synced?;
        }
    }
    Ok(())
}

fn connect(path: &Path, access: Access) -> Result<Connection, RegisterError> {
    // Who only reads makes a log when there is none, and cannot clear it away again.
    let has_none = || {
        !["-wal", "-journal"]
            .iter()
            .any(|log| crate::register::engines::sqlite::beside(path, log).exists())
    };
    let (mode, clears_away) = match access {
        Access::Write(_) => (OpenFlags::SQLITE_OPEN_READ_WRITE, false),
        Access::Inspect | Access::Salvage if has_none() => {
            (OpenFlags::SQLITE_OPEN_READ_WRITE, true)
        }
        Access::Read | Access::Inspect | Access::Salvage => {
            (OpenFlags::SQLITE_OPEN_READ_ONLY, false)
        }
    };
    let flags = mode | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let fault = |error| faults::fault(path, &error);
    let connection = Connection::open_with_flags(path, flags).map_err(fault)?;
    // SQLite opens what it cannot write for reading, and says so only at the first write.
    if matches!(access, Access::Write(_)) && connection.is_readonly("main").map_err(fault)? {
        return Err(RegisterError::NoPermission { place: path.into() });
    }
    set_up(&connection, access).map_err(fault)?;
    if clears_away {
        connection
            .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)
            .map_err(fault)?;
        connection
            .pragma_update(None, "query_only", true)
            .map_err(fault)?;
    }
    Ok(connection)
}

fn set_up(connection: &Connection, access: Access) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(
        DbConfig::SQLITE_DBCONFIG_DEFENSIVE,
        access != Access::Salvage,
    )?;
    if access == Access::Salvage {
        // Otherwise SQLite reads nothing of a file that is shorter than it says itself.
        connection.pragma_update(None, "writable_schema", true)?;
    }
    // How a statement is planned does not hang on its values: none is planned a second time when
    // they are known.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // Text that is quoted like a name is a name: a slip in a statement is an error, not a string.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    match access {
        Access::Read => connection.pragma_update(None, "cache_size", WHILE_READING),
        Access::Inspect | Access::Salvage => Ok(()),
        // SQLite's own checkpoint, within a commit, is for long imports (1,000 pages). A single
        // command leaves it to its close, so that the answer need not wait for it: see SMALL_LOG.
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
