//! Where a register is, as somebody said it.

use std::path::{Path, PathBuf};

use super::engines::sqlite::files_of;
use super::place::Place;

/// By which a register is opened; which engine it has follows from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A file of this computer.
    File(PathBuf),
}

impl Address {
    /// Whether something is there already, as far as can be seen without opening it.
    #[must_use]
    pub fn exists(&self) -> bool {
        match self {
            Address::File(path) => path.exists(),
        }
    }

    /// The folder that it is in, which is as private as the register; `None` when it is in none.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        match self {
            Address::File(path) => path.parent(),
        }
    }

    /// The files of a register at this address: where one of them is, no other register can be made.
    #[must_use]
    pub fn files(&self) -> Vec<PathBuf> {
        match self {
            Address::File(path) => files_of(path).to_vec(),
        }
    }

    /// By which a person knows it.
    #[must_use]
    pub fn place(&self) -> Place {
        match self {
            Address::File(path) => Place::from(path.as_path()),
        }
    }
}

impl From<&str> for Address {
    /// Reads what was typed or set.
    fn from(text: &str) -> Self {
        Address::File(PathBuf::from(text))
    }
}
