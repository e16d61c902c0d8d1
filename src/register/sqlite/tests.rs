//! The contract on SQLite, and what is SQLite's own: files, plans and the second lock.

mod changed;
mod damaged;
mod files;
mod kinds;
mod locks;
mod plans;
mod seals;
mod told;

use std::path::PathBuf;

use super::{Access, Sqlite};
use crate::register::contract::every_promise;
use crate::register::examples::World;
use crate::register::{Place, Register};

/// A folder of its own with a register in it.
pub(super) struct Folder {
    folder: tempfile::TempDir,
}

impl Folder {
    pub(super) fn path(&self) -> PathBuf {
        self.folder.path().join("register.db")
    }

    /// By which errors name it.
    pub(super) fn place(&self) -> Place {
        Place::from(self.path().as_path())
    }
}

impl World for Folder {
    type Engine = Sqlite;

    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn open(&self) -> Register {
        Register::open(&self.path(), Access::Write).unwrap()
    }
}

every_promise!(Folder);
