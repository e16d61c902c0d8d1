//! Collects faults, and sorts them by their place in the files.

use crate::domain::invariant;
use crate::domain::suggestion::nearest;
use crate::map_file::problem::{CodeKind, MapFault, MapFaults, MapProblem};
use crate::map_file::source::MapSource;
use crate::map_file::yaml::{self, Position};
use crate::routing::map::MapPosition;

/// An excerpt searches its line from the top of the file, and a suggestion looks at every code, so
/// later faults get neither.
const MAX_EXCERPTS: usize = 100;

/// The place of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct At {
    pub file: usize,
    pub position: Position,
}

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
        // A fault of a whole file gets the place of its first line, so that the file is named.
        let position = fault.at.unwrap_or(Position { line: 1, column: 1 });
        self.found
            .push((Some(At { file, position }), MapProblem::Yaml(fault.problem)));
    }

    /// A code that the map does not have, with the nearest that it has.
    pub(super) fn unknown<'k>(
        &mut self,
        at: At,
        called: CodeKind,
        code: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) {
        let did_you_mean = if self.found.len() < MAX_EXCERPTS {
            nearest(code, known).map(str::to_owned)
        } else {
            None
        };
        let code = yaml::brief(code);
        let problem = MapProblem::Unknown {
            called,
            code,
            did_you_mean,
        };
        self.add(at, problem);
    }

    pub(super) fn place(&self, at: At) -> MapPosition {
        MapPosition {
            file: invariant::at(self.sources, at.file).name.clone(),
            line: at.position.line,
            column: at.position.column,
        }
    }

    pub(super) fn finish(self) -> MapFaults {
        let texts: Vec<_> = self
            .sources
            .iter()
            .map(|source| yaml::text(&source.bytes).unwrap_or_default())
            .collect();
        let mut found = self.found.clone();
        found.sort_by_key(|(at, _)| at.map(|at| (at.file, at.position)));
        let mut faults = Vec::with_capacity(found.len());
        for (number, (at, problem)) in found.into_iter().enumerate() {
            let nothing = [
                MapProblem::EmptyFile,
                MapProblem::Yaml(yaml::YamlProblem::Empty),
            ];
            let has_excerpt = number < MAX_EXCERPTS && !nothing.contains(&problem);
            faults.push(MapFault {
                place: at.map(|at| self.place(at)),
                excerpt: at
                    .filter(|_| has_excerpt)
                    .and_then(|at| yaml::excerpt(texts.get(at.file)?, at.position)),
                problem,
            });
        }
        MapFaults { faults }
    }
}
