//! The files of a map that was read, to show a line of them.

use crate::map_file::source::MapSource;
use crate::map_file::yaml::{self, Position};
use crate::routing::map::MapPosition;

/// The files of a map, as they were when it was read.
#[derive(Debug)]
pub struct Files {
    sources: Vec<MapSource>,
}

impl Files {
    pub(super) fn new(sources: Vec<MapSource>) -> Self {
        Self { sources }
    }

    /// The line at `place` with a mark under what stands there: plain text, safe to print.
    #[must_use]
    pub fn excerpt(&self, place: &MapPosition) -> Option<String> {
        let source = self
            .sources
            .iter()
            .find(|source| source.name == place.file)?;
        yaml::excerpt(
            &yaml::text(&source.bytes).ok()?,
            Position {
                line: place.line,
                column: place.column,
            },
        )
    }
}
