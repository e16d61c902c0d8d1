//! Collecting what is wrong, and telling it in the order of the files.

use crate::domain::invariant;
use crate::domain::suggestion::nearest;
use crate::map_file::problem::{Called, MapFault, MapFaults, MapProblem};
use crate::map_file::source::MapSource;
use crate::map_file::yaml::{self, Position};
use crate::routing::map::MapPosition;

/// An excerpt looks for its line from the top of the file, and a suggestion at every code: enough
/// is enough.
const MOST_EXCERPTS: usize = 100;

/// Where a word stands: the number of its file, and the spot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct At {
    pub file: usize,
    pub spot: Position,
}

/// What was found so far.
pub(super) struct FaultCollector<'a> {
    sources: &'a [MapSource],
    found: Vec<(Option<At>, MapProblem)>,
}

impl<'a> FaultCollector<'a> {
    pub(super) fn new(sources: &'a [MapSource]) -> Self {
        Self {
            sources,
            found: Vec::new(),
        }
    }

    pub(super) fn count(&self) -> usize {
        self.found.len()
    }

    pub(super) fn any(&self) -> bool {
        self.count() > 0
    }

    pub(super) fn add(&mut self, at: At, problem: MapProblem) {
        self.found.push((Some(at), problem));
    }

    /// About the map as a whole.
    pub(super) fn add_general(&mut self, problem: MapProblem) {
        self.found.push((None, problem));
    }

    pub(super) fn add_from_yaml(&mut self, file: usize, fault: yaml::Fault) {
        // A fault of a whole file is told at its first line: otherwise nobody knows which file.
        let spot = fault.at.unwrap_or(Position { line: 1, column: 1 });
        self.found
            .push((Some(At { file, spot }), MapProblem::Yaml(fault.problem)));
    }

    /// A code that the map does not have, with the nearest that it has.
    pub(super) fn unknown<'k>(
        &mut self,
        at: At,
        called: Called,
        code: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) {
        let did_you_mean = if self.found.len() < MOST_EXCERPTS {
            nearest(code, known).map(str::to_owned)
        } else {
            None
        };
        self.add(
            at,
            MapProblem::Unknown {
                called,
                code: yaml::brief(code),
                did_you_mean,
            },
        );
    }

    pub(super) fn place(&self, at: At) -> MapPosition {
        MapPosition {
            file: invariant::at(self.sources, at.file).name.clone(),
            line: at.spot.line,
            column: at.spot.column,
        }
    }

    pub(super) fn finish(self) -> MapFaults {
        let mut found = self.found.clone();
        found.sort_by_key(|(at, _)| at.map(|at| (at.file, at.spot)));
        let texts: Vec<_> = self
            .sources
            .iter()
            .map(|source| yaml::text(&source.bytes).unwrap_or_default())
            .collect();
        let describe = |(number, (at, problem)): (usize, (Option<At>, MapProblem))| {
            let shown =
                number < MOST_EXCERPTS && problem != MapProblem::Yaml(yaml::YamlProblem::Empty);
            let line = |at: At| yaml::excerpt(texts.get(at.file)?, at.spot);
            MapFault {
                place: at.map(|at| self.place(at)),
                excerpt: at.filter(|_| shown).and_then(line),
                problem,
            }
        };
        MapFaults {
            faults: found.into_iter().enumerate().map(describe).collect(),
        }
    }
}
