//! The files of a map that was read, to show a line of them.

use crate::map_file::source::Source;
use crate::map_file::yaml::{self, Spot};
use crate::routing::map::Place;

/// The files of a map, as they were when it was read.
#[derive(Debug)]
pub struct Files {
    sources: Vec<Source>,
}

impl Files {
    pub(super) fn new(sources: Vec<Source>) -> Self {
        Self { sources }
    }

    /// The line at `place` with a mark under what stands there: plain text, safe to print.
    #[must_use]
    pub fn excerpt(&self, place: &Place) -> Option<String> {
        let source = self
            .sources
            .iter()
            .find(|source| source.name == place.file)?;
        yaml::excerpt(
            &yaml::text(&source.bytes).ok()?,
            Spot {
                line: place.line,
                column: place.column,
            },
        )
    }
}
