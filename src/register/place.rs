//! Where a register or a file is, for people.

use std::fmt;
use std::path::Path;

/// Where a register or a file is, for people: a path, or an address without its password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place(String);

impl From<&Path> for Place {
    fn from(path: &Path) -> Self {
        Place(path.display().to_string())
    }
}

impl From<&str> for Place {
    fn from(text: &str) -> Self {
        Place(text.to_owned())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
