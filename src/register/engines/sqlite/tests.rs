//! The contract on SQLite, and what is SQLite's own: files, plans and the second lock.

mod agree;
mod changed;
mod coordination;
mod damaged;
mod described;
mod files;
mod full;
mod kinds;
mod locks;
mod others;
mod plans;
mod reports;
mod rules;
mod seals;
mod spoiled;
mod statements;
mod visit;
mod visitors;

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::register::contract::every_promise;
use crate::register::engines::Database;
use crate::register::examples::World;
use crate::register::{Access, Address, Clock, Place, Register, RegisterError};

/// A folder of its own with a register in it.
pub(super) struct Folder {
    folder: tempfile::TempDir,
}

impl Folder {
    pub(super) fn path(&self) -> PathBuf {
        self.folder.path().join("register.db")
    }

    pub(super) fn address(&self) -> Address {
        Address::File(self.path())
    }

    /// By which errors name it.
    pub(super) fn place(&self) -> Place {
        Place::from(self.path().as_path())
    }
}

impl World for Folder {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn open(&self) -> Register {
        Register::open(&self.address(), Access::Write(Clock::System)).unwrap()
    }
}

/// The connection of a register that is open, to look past its statements.
pub(super) fn connection_of(register: &Register) -> &Connection {
    let Database::Sqlite(sqlite) = &register.database;
    &sqlite.connection
}

/// The register in this file.
pub(super) fn opened(path: &Path, access: Access) -> Result<Register, RegisterError> {
    Register::open(&Address::File(path.to_owned()), access)
}

every_promise!(Folder);
