//! Shows lines of the files of a map.

use crate::map_file::source::MapSource;
use crate::map_file::yaml::{self, Position};
use crate::routing::map::MapPosition;

/// The files of a map, as they were read.
#[derive(Debug)]
pub struct Files {
    sources: Vec<MapSource>,
}

impl Files {
    pub(super) fn new(sources: Vec<MapSource>) -> Self {
        Self { sources }
    }

    /// The line at `place`, with a mark. Plain text, safe to print.
    #[must_use]
    pub fn excerpt(&self, place: &MapPosition) -> Option<String> {
        let source = self
            .sources
            .iter()
            .find(|source| source.name == place.file)?;
        let position = Position {
            line: place.line,
            column: place.column,
        };
        yaml::excerpt(&yaml::text(&source.bytes).ok()?, position)
    }
}
