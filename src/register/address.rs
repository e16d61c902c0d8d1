//! The address of a register.

use std::io;
use std::path::{Path, PathBuf};

use crate::register::engines::sqlite::files_of;
use crate::register::error::RegisterError;
use crate::register::place::Place;

/// The address of a register. It determines the engine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A file of this computer.
    File(PathBuf),
}

impl Address {
    /// Reads an address as typed or from the settings. A path is relative to `folder`.
    #[must_use]
    pub fn read(text: &str, folder: &Path) -> Self {
        Address::File(folder.join(text))
    }

    /// The same register from any working directory.
    ///
    /// # Errors
    /// An empty path, or an unknown working directory.
    pub fn absolute(self) -> io::Result<Self> {
        match self {
            Address::File(path) => std::path::absolute(path).map(Address::File),
        }
    }

    /// What [`Address::read`] reads; `None` when it is not text. To show it, use
    /// [`Address::place`].
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Address::File(path) => path.to_str(),
        }
    }

    #[must_use]
    pub fn place(&self) -> Place {
        match self {
            Address::File(path) => Place::from(path.as_path()),
        }
    }

    /// The file of the register.
    ///
    /// # Errors
    /// [`RegisterError`] when its engine has no files.
    pub fn file(&self) -> Result<&Path, RegisterError> {
        match self {
            Address::File(path) => Ok(path),
        }
    }

    /// Whether something is there, as far as can be seen without opening it.
    #[must_use]
    pub fn exists(&self) -> bool {
        match self {
            Address::File(path) => path.exists(),
        }
    }

    /// The folder of the register, as private as it is: words about families may wait there.
    #[must_use]
    pub fn spool_folder(&self) -> Option<&Path> {
        match self {
            Address::File(path) => path
                .parent()
                .map(or_current)
                .filter(|folder| folder.is_dir()),
        }
    }

    /// The files of a register at this address. Where one of them exists, no register can be made.
    #[must_use]
    pub fn files(&self) -> Vec<PathBuf> {
        match self {
            Address::File(path) => files_of(path).to_vec(),
        }
    }
}

fn or_current(folder: &Path) -> &Path {
    if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(unix)]
    use rstest::rstest;

    #[cfg(unix)]
    #[rstest]
    #[case::a_name("register.db", "/etc/seinhuis/register.db")]
    #[case::a_way_from_there("../r.db", "/etc/seinhuis/../r.db")]
    #[case::a_whole_path("/srv/r.db", "/srv/r.db")]
    fn a_path_counts_from_the_folder_and_is_read_again_from_its_text(
        #[case] text: &str,
        #[case] path: &str,
    ) {
        let address = Address::read(text, Path::new("/etc/seinhuis"));
        assert_eq!(address.file(), Ok(Path::new(path)));
        assert_eq!(address.place(), Place::from(path));
        let again = Address::read(address.text().unwrap(), Path::new("/elsewhere"));
        assert_eq!(again, address);
    }

    #[test]
    fn what_is_typed_names_the_same_register_from_anywhere_once_it_is_absolute() {
        let typed = Address::read("register.db", Path::new(""));
        let here = std::env::current_dir().unwrap().join("register.db");
        assert_eq!(typed.absolute().unwrap(), Address::File(here));
        assert!(Address::read("", Path::new("")).absolute().is_err());
    }

    #[test]
    fn words_may_wait_in_the_folder_of_the_register_and_in_no_other() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let beside = Address::read("register.db", folder);
        assert_eq!(beside.spool_folder(), Some(folder));
        let not_yet = Address::read("not/yet/register.db", folder);
        assert_eq!(not_yet.spool_folder(), None);
        let here = Address::read("register.db", Path::new(""));
        assert_eq!(here.spool_folder(), Some(Path::new(".")));
    }
}
