//! The answer to `map check`: everything that the checks found, and how many that is.

mod about;
mod data;
mod finding;
mod listed;

use serde_json::{Value, json};

pub use listed::Checks;

use crate::domain::codes::CodeEnum as _;
use crate::domain::invariant::Invariant as _;
use crate::exit_code::Exit;
use crate::map_analysis::check::{Check, Finding, Severity};
use crate::map_file::{Files, MapFaults};
use crate::output::answer::{Answer, Data};
use crate::output::screen::RenderContext;
use crate::routing::map::RouteMap;

/// More findings than this with a line of the file are not read, and each line costs time.
const MOST_EXCERPTS: usize = 100;

/// What the checks found in a map.
#[derive(Debug)]
pub struct CheckView {
    /// What was checked.
    pub what: CheckedMap,
    /// The checks that were skipped because somebody asked for it.
    pub skipped: Vec<Check>,
    /// Whether a warning is enough to fail.
    pub strict: bool,
    /// The path of the map, when it was typed.
    pub path: Option<String>,
}

/// A map that can be read, or not.
#[derive(Debug)]
pub enum CheckedMap {
    /// A map, its files, and what was found in it.
    Map {
        /// The map.
        map: Box<RouteMap>,
        /// Its files.
        files: Files,
        /// What was found.
        findings: Vec<Finding>,
    },
    /// What is wrong with a map that cannot be read. The other checks have to wait.
    Faults(MapFaults),
}

impl CheckView {
    /// How many findings of that severity there are.
    fn count(&self, severity: Severity) -> usize {
        match &self.what {
            CheckedMap::Map { findings, .. } => findings
                .iter()
                .filter(|finding| finding.severity == severity)
                .count(),
            CheckedMap::Faults(faults) if severity == Severity::Error => faults.faults.len(),
            CheckedMap::Faults(_) => 0,
        }
    }

    /// How many there are of each, and what was skipped.
    fn summary(&self, screen: &RenderContext<'_>) -> String {
        let counts = Severity::ALL
            .iter()
            .filter(|severity| self.count(**severity) > 0);
        let describe = |severity: &Severity| {
            screen.tr(
                &format!("check-count-{severity}"),
                &[("count", self.count(*severity).into())],
            )
        };
        let counts = counts.map(describe).collect::<Vec<_>>().join(", ");
        let mut lines = match &self.what {
            CheckedMap::Map { map, .. } => {
                let counted = screen.tr(
                    "checked-map",
                    &[
                        ("name", (&map.settings().name).into()),
                        ("organisations", map.organisations().len().into()),
                        ("responsibilities", map.responsibilities().len().into()),
                        ("topics", map.topics().len().into()),
                        ("areas", map.areas().len().into()),
                    ],
                );
                let found = if counts.is_empty() {
                    screen.tr0("checked-nothing")
                } else {
                    screen.tr("checked-found", &[("counts", counts.into())])
                };
                vec![format!("{counted} {found}")]
            }
            CheckedMap::Faults(_) => {
                vec![screen.tr("checked-unreadable", &[("counts", counts.into())])]
            }
        };
        if !self.skipped.is_empty() {
            let names = self
                .skipped
                .iter()
                .map(|check| check.code())
                .collect::<Vec<_>>()
                .join(", ");
            lines.push(screen.tr("checked-skipped", &[("names", names.into())]));
        }
        lines.join("\n")
    }
}

impl Data for CheckView {
    fn json(&self) -> Value {
        let map = match &self.what {
            CheckedMap::Map { map, .. } => Some(map),
            CheckedMap::Faults(_) => None,
        };
        json!({
            "name": map.map(|map| map.settings().name.clone()),
            "digest": map.map(|map| map.settings().digest.clone()),
            "organisations": map.map(|map| map.organisations().len()),
            "responsibilities": map.map(|map| map.responsibilities().len()),
            "topics": map.map(|map| map.topics().len()),
            "areas": map.map(|map| map.areas().len()),
            "errors": self.count(Severity::Error),
            "warnings": self.count(Severity::Warning),
            "notes": self.count(Severity::Note),
            "skipped": self.skipped.iter().map(|check| check.code()).collect::<Vec<_>>(),
            "findings": self.rows().certain("what was checked has rows"),
        })
    }
}

impl Answer for CheckView {
    fn rows(&self) -> Option<Vec<Value>> {
        Some(match &self.what {
            CheckedMap::Map {
                map,
                files,
                findings,
            } => {
                let excerpt = |number: usize, finding: &Finding| {
                    files.excerpt(finding.place.as_ref().filter(|_| number < MOST_EXCERPTS)?)
                };
                let row = |(number, finding): (usize, &Finding)| {
                    data::finding(finding, excerpt(number, finding), map, self.path.as_deref())
                };
                findings.iter().enumerate().map(row).collect()
            }
            CheckedMap::Faults(faults) => faults.faults.iter().map(data::fault).collect(),
        })
    }

    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let mut said = match &self.what {
            CheckedMap::Map {
                map,
                files,
                findings,
            } => {
                let screen = screen.with_map(map);
                let excerpt = |number: usize, finding: &Finding| {
                    files.excerpt(finding.place.as_ref().filter(|_| number < MOST_EXCERPTS)?)
                };
                let describe = |(number, finding): (usize, &Finding)| {
                    finding::describe(
                        finding,
                        excerpt(number, finding),
                        map,
                        self.path.as_deref(),
                        &screen,
                    )
                };
                findings
                    .iter()
                    .enumerate()
                    .map(describe)
                    .collect::<Vec<_>>()
            }
            CheckedMap::Faults(faults) => faults
                .faults
                .iter()
                .map(|fault| finding::fault(fault, screen))
                .collect(),
        };
        said.push(self.summary(screen));
        said.join("\n\n")
    }

    fn exit(&self) -> Exit {
        let failed =
            self.count(Severity::Error) > 0 || (self.strict && self.count(Severity::Warning) > 0);
        if failed { Exit::MapInvalid } else { Exit::Done }
    }
}
