//! The database engines. This module and [`Address`] know which there are.

pub mod sqlite;

use std::path::Path;

use crate::register::address::Address;
use crate::register::database::{Access, Clock, CopyKind, DatabaseInfo, Engine, Transaction};
use crate::register::error::RegisterError;
use sqlite::Sqlite;

/// A database of the engine that the address chose.
pub enum Database {
    Sqlite(Sqlite),
}

impl Database {
    /// Opens the database at this address; [`Access::Write`] makes it when there is none.
    ///
    /// # Errors
    /// [`RegisterError`]. A damaged, newer or foreign file is left untouched.
    pub fn open(address: &Address, access: Access) -> Result<Self, RegisterError> {
        match address {
            Address::File(path) => Sqlite::open(path, access).map(Database::Sqlite),
        }
    }
}

impl Engine for Database {
    fn write<T, F: From<RegisterError>>(
        &mut self,
        work: impl FnOnce(&mut dyn Transaction) -> Result<T, F>,
    ) -> Result<T, F> {
        match self {
            Database::Sqlite(sqlite) => sqlite.write(work),
        }
    }

    fn read<T, F: From<RegisterError>>(
        &mut self,
        work: impl FnOnce(&mut dyn Transaction) -> Result<T, F>,
    ) -> Result<T, F> {
        match self {
            Database::Sqlite(sqlite) => sqlite.read(work),
        }
    }

    fn expect_many(&mut self) -> Result<(), RegisterError> {
        match self {
            Database::Sqlite(sqlite) => sqlite.expect_many(),
        }
    }

    fn made_by(&self) -> Clock {
        match self {
            Database::Sqlite(sqlite) => sqlite.made_by(),
        }
    }

    fn info(&mut self) -> Result<DatabaseInfo, RegisterError> {
        match self {
            Database::Sqlite(sqlite) => sqlite.info(),
        }
    }

    fn copy(&self, into: &Path, name: &Path, kept: CopyKind) -> Result<(), RegisterError> {
        match self {
            Database::Sqlite(sqlite) => sqlite.copy(into, name, kept),
        }
    }

    fn checkpoint_and_close(self) -> Result<(), RegisterError> {
        match self {
            Database::Sqlite(sqlite) => sqlite.checkpoint_and_close(),
        }
    }

    fn close_fast(self) {
        match self {
            Database::Sqlite(sqlite) => sqlite.close_fast(),
        }
    }
}
