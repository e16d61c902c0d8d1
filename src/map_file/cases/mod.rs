//! The cases by which a map is tested: from YAML to [`MapCase`]s, or everything that is wrong with
//! them.

mod format;
mod read;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::map_analysis::expectation::MapCase;
use crate::map_file::faults::FaultCollector;
use crate::map_file::problem::MapFaults;
use crate::map_file::source::{self, FileSelection};
use crate::map_file::yaml;
use crate::routing::map::RouteMap;

/// The cases of one or more files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cases {
    /// The files, as they were named or by their name inside the folder.
    pub files: Vec<Arc<str>>,
    /// The cases, in the order of the files.
    pub all: Vec<MapCase>,
}

/// Where the cases of the map at `map` stand: `routes.test.yaml` beside `routes.yaml`; of a folder,
/// the folder itself.
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

/// Reads the cases at `path`, for this map: one YAML file, or the `*.test.yaml` and `*.test.yml`
/// files of a folder and of the folders inside it.
///
/// # Errors
/// [`MapFaults`]: why the files cannot be read, or all that is wrong in them, by place.
pub fn load_cases(path: &Path, map: &RouteMap) -> Result<Cases, MapFaults> {
    let sources = source::gather(path, FileSelection::Cases)?;
    let mut faults = FaultCollector::new(&sources);
    let mut files = Vec::with_capacity(sources.len());
    for (number, source) in sources.iter().enumerate() {
        match yaml::read::<format::CasesFile>(&source.bytes) {
            Ok(file) => files.push((number, file)),
            Err(fault) => faults.add_from_yaml(number, fault),
        }
    }
    let mut reader = read::CaseReader::new(map);
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
