//! The cases that test a map: from YAML to [`MapCase`]s, or all faults in them.

mod format;
mod read;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::domain::time::Moment;
use crate::map_analysis::expectation::MapCase;
use crate::map_file::faults::FaultCollector;
use crate::map_file::problem::MapFaults;
use crate::map_file::source::{self, FileSelection};
use crate::map_file::yaml;
use crate::routing::map::RouteMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cases {
    /// The names of the files, as given or inside the folder.
    pub files: Vec<Arc<str>>,
    /// In the order of the files.
    pub all: Vec<MapCase>,
}

/// The path of the cases of a map: `routes.test.yaml` beside `routes.yaml`. For a folder it is the
/// folder itself.
#[must_use]
pub fn cases_of(map: &Path) -> PathBuf {
    if map.is_dir() {
        return map.to_owned();
    }
    let short = map.with_extension("test.yml");
    if short.is_file() {
        short
    } else {
        map.with_extension("test.yaml")
    }
}

/// Reads the cases at `path` for a map: one YAML file, or the `*.test.yaml` and `*.test.yml` files of
/// a folder and of the folders inside it.
pub fn load_cases(path: &Path, map: &RouteMap, now: Moment) -> Result<Cases, MapFaults> {
    let sources = source::gather(path, FileSelection::Cases)?;
    let mut faults = FaultCollector::new(&sources);
    let mut files = Vec::with_capacity(sources.len());
    for (number, source) in sources.iter().enumerate() {
        match yaml::read::<format::CasesFile>(&source.bytes) {
            Ok(file) => files.push((number, file)),
            Err(fault) => faults.add_from_yaml(number, fault),
        }
    }
    let mut reader = read::CaseReader::new(map, now);
    for (number, file) in &files {
        reader.file(*number, file, &mut faults);
    }
    if faults.any() {
        return Err(faults.finish());
    }
    Ok(Cases {
        files: sources.iter().map(|source| source.name.clone()).collect(),
        all: reader.cases,
    })
}
