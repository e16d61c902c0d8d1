//! Where something stands in the map's files.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize};

use crate::domain::stored::{LastText, from_bytes};

/// Where something stands in the map's files. Lines and columns count from 1.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MapPosition {
    /// The file as it was named on the command line, or inside the map's folder.
    #[serde(deserialize_with = "file_name")]
    pub file: Arc<str>,
    /// The line.
    pub line: u32,
    /// The column, in characters.
    pub column: u32,
}

thread_local! {
    static LAST_FILE: LastText = LastText::default();
}

fn file_name<'de, D: Deserializer<'de>>(from: D) -> Result<Arc<str>, D::Error> {
    from_bytes(from, "file", |bytes| {
        LAST_FILE.with(|last| last.shared(bytes, |_| true))
    })
}

/// A line of the map. Lines count from 1.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MapLine {
    pub file: String,
    pub line: u32,
}

impl fmt::Display for MapPosition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_line(&self.file, self.line, f)
    }
}

impl fmt::Display for MapLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_line(&self.file, self.line, f)
    }
}

/// `routes.yaml:88`
fn write_line(file: &str, line: u32, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{file}:{line}")
}

impl From<&MapPosition> for MapLine {
    fn from(position: &MapPosition) -> Self {
        Self {
            file: position.file.to_string(),
            line: position.line,
        }
    }
}
