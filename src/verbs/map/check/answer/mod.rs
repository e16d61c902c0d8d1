//! The answer to `map check`: everything that the checks found, and how many findings that is.

mod checks;
mod finding;
mod text;

use serde::Serialize;
use serde_json::Value;

pub use checks::{CheckRow, ChecksView};
pub use finding::FindingView;

use crate::domain::codes::CodeEnum as _;
use crate::exit_code::Exit;
use crate::map_analysis::check::{Check, Finding, Severity};
use crate::map_file::{Files, MapFaults};
use crate::output::answer::{Answer, Data as _};
use crate::output::screen::RenderContext;
use crate::routing::map::{RouteMap, Text};

/// Later findings come without a line of the file: nobody reads them, and each line takes time.
const MAX_EXCERPTS: usize = 100;

/// A checked map. The first six fields are `None` for a map that cannot be read.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CheckView {
    name: Option<Text>,
    digest: Option<String>,
    organisations: Option<usize>,
    responsibilities: Option<usize>,
    topics: Option<usize>,
    areas: Option<usize>,
    errors: usize,
    warnings: usize,
    notes: usize,
    /// The codes of the checks that --allow named.
    skipped: Vec<&'static str>,
    findings: Vec<FindingView>,
    #[serde(skip)]
    map: Option<Box<RouteMap>>,
    /// Whether a warning is enough to fail.
    #[serde(skip)]
    strict: bool,
}

/// A map that can be read, with its files and findings; or the faults of one that cannot. The other
/// checks have to wait then.
#[derive(Debug)]
pub enum CheckedMap {
    Map {
        map: Box<RouteMap>,
        files: Files,
        findings: Vec<Finding>,
    },
    Faults(MapFaults),
}

impl CheckView {
    /// `path` is the path of the map, when it was typed.
    pub fn new(
        checked: CheckedMap,
        skipped: impl IntoIterator<Item = Check>,
        strict: bool,
        path: Option<&str>,
    ) -> Self {
        let (map, findings) = match checked {
            CheckedMap::Map {
                map,
                files,
                findings,
            } => {
                let findings = finding_views(findings, &files, &map, path);
                (Some(map), findings)
            }
            CheckedMap::Faults(faults) => {
                let faults = faults.faults.into_iter().map(FindingView::fault);
                (None, faults.collect())
            }
        };
        let settings = map.as_ref().map(|map| map.settings());
        Self {
            name: settings.map(|settings| settings.name.clone()),
            digest: settings.map(|settings| settings.digest.clone()),
            organisations: map.as_ref().map(|map| map.organisations().len()),
            responsibilities: map.as_ref().map(|map| map.responsibilities().len()),
            topics: map.as_ref().map(|map| map.topics().len()),
            areas: map.as_ref().map(|map| map.areas().len()),
            errors: count(&findings, Severity::Error),
            warnings: count(&findings, Severity::Warning),
            notes: count(&findings, Severity::Note),
            skipped: skipped.into_iter().map(Check::code).collect(),
            findings,
            map,
            strict,
        }
    }

    /// How many findings of each severity, and what was skipped.
    fn summary(&self, screen: &RenderContext<'_>) -> String {
        let counts: Vec<String> = [
            (Severity::Error, self.errors),
            (Severity::Warning, self.warnings),
            (Severity::Note, self.notes),
        ]
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| {
            screen.tr(
                &format!("check-count-{severity}"),
                &[("count", (*count).into())],
            )
        })
        .collect();
        let counts = counts.join(", ");
        let mut summary = match &self.map {
            Some(map) => {
                let size = [
                    ("name", screen.of_map(&map.settings().name).into()),
                    ("organisations", map.organisations().len().into()),
                    ("responsibilities", map.responsibilities().len().into()),
                    ("topics", map.topics().len().into()),
                    ("areas", map.areas().len().into()),
                ];
                let found = if counts.is_empty() {
                    screen.tr0("checked-nothing")
                } else {
                    screen.tr("checked-found", &[("counts", counts.into())])
                };
                format!("{} {found}", screen.tr("checked-map", &size))
            }
            None => screen.tr("checked-unreadable", &[("counts", counts.into())]),
        };
        if !self.skipped.is_empty() {
            let names = self.skipped.join(", ");
            summary.push('\n');
            summary.push_str(&screen.tr("checked-skipped", &[("names", names.into())]));
        }
        summary
    }
}

fn finding_views(
    findings: Vec<Finding>,
    files: &Files,
    map: &RouteMap,
    path: Option<&str>,
) -> Vec<FindingView> {
    findings
        .into_iter()
        .enumerate()
        .map(|(number, finding)| {
            let place = finding.place.as_ref().filter(|_| number < MAX_EXCERPTS);
            let excerpt = place.and_then(|place| files.excerpt(place));
            FindingView::new(finding, excerpt, map, path)
        })
        .collect()
}

fn count(findings: &[FindingView], severity: Severity) -> usize {
    findings
        .iter()
        .filter(|finding| finding.severity == severity)
        .count()
}

impl Answer for CheckView {
    fn rows(&self) -> Option<Vec<Value>> {
        Some(self.findings.iter().map(|finding| finding.json()).collect())
    }

    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let in_map = self.map.as_ref().map(|map| screen.with_map(map));
        let in_map = in_map.as_ref().unwrap_or(screen);
        let findings = self.findings.iter().map(|finding| finding.text(in_map));
        let parts: Vec<String> = findings.chain([self.summary(screen)]).collect();
        parts.join("\n\n")
    }

    fn exit(&self) -> Exit {
        if self.errors > 0 || (self.strict && self.warnings > 0) {
            Exit::MapInvalid
        } else {
            Exit::Done
        }
    }
}
