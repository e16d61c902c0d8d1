//! The file of a map, or its folder of files: from YAML to a [`RouteMap`], or all its faults.
//!
//! A file that is not YAML, or does not have the shape of the format, gives one fault: the first.
//! Faults in references and values are collected, so that a coordinator can mend a map in one round.

mod areas;
mod build;
mod cache;
mod cases;
mod digest;
mod entry_reader;
mod escalation;
mod faults;
mod files;
mod format;
mod former_codes;
mod handover;
mod merge;
mod named_files;
mod open_points;
mod organisations;
mod postcodes;
mod problem;
mod problem_check;
mod responsibilities;
mod settings;
mod source;
mod topics;
pub mod yaml;

use std::path::Path;

pub use cases::{Cases, cases_of, load_cases};
pub use files::Files;
pub use problem::{CodeKind, MapFault, MapFaults, MapProblem};

use crate::routing::map::{MapParts, RouteMap};

/// The JSON Schema (draft 2020-12) of a file of the map, for editors. A test compares it with the
/// reader.
pub const SCHEMA: &str = include_str!("schema.json");

/// The map at `path`, as [`load`] reads it. Comes from the folder `cache` when an earlier run left
/// the same content there; otherwise the files are read and the map is left there for the next run.
/// When the folder cannot be used, every run reads the files.
pub fn open(path: &Path, cache: Option<&Path>) -> Result<RouteMap, MapFaults> {
    let files = source::list(path, source::FileSelection::Map)?;
    let kept = cache.and_then(|folder| cache::file_of(folder, path));
    if let Some(map) = kept
        .as_ref()
        .and_then(|kept| cache::read(kept, &digest::of_files(&files)?))
    {
        return Ok(map);
    }
    // The digest is of what is read now, because the files may have changed meanwhile.
    let parts = parse(&source::read_all(&files, source::FileSelection::Map)?)?;
    if let Some(kept) = kept {
        // A cache only saves time, so a failure does not matter.
        let _ = cache::write(&kept, &parts);
    }
    Ok(RouteMap::new(parts))
}

/// Reads the map at `path`: one YAML file, or a folder of `*.yaml` and `*.yml` files (its
/// sub-folders too, one level deep; hidden files and `*.test.yaml` are skipped).
pub fn load(path: &Path) -> Result<RouteMap, MapFaults> {
    load_with_files(path).map(|(map, _)| map)
}

/// The same, with the files, to show lines of them.
pub fn load_with_files(path: &Path) -> Result<(RouteMap, Files), MapFaults> {
    let sources = source::gather(path, source::FileSelection::Map)?;
    let map = RouteMap::new(parse(&sources)?);
    Ok((map, Files::new(sources)))
}

/// Reads the map from the bytes of one file with this name.
pub fn of_bytes(name: &str, bytes: Vec<u8>) -> Result<RouteMap, MapFaults> {
    let sources = [source::MapSource {
        name: name.into(),
        own_name: name.to_owned(),
        bytes,
    }];
    parse(&sources).map(RouteMap::new)
}

fn parse(sources: &[source::MapSource]) -> Result<MapParts, MapFaults> {
    let mut faults = faults::FaultCollector::new(sources);
    let mut files = Vec::with_capacity(sources.len());
    for (number, source) in sources.iter().enumerate() {
        match yaml::read::<format::MapFile>(&source.bytes) {
            Ok(file) => files.push((number, file)),
            Err(fault) if fault.problem == yaml::YamlProblem::Empty && sources.len() > 1 => {
                let position = yaml::Position { line: 1, column: 1 };
                let at = faults::At {
                    file: number,
                    position,
                };
                faults.add(at, MapProblem::EmptyFile);
            }
            Err(fault) => faults.add_from_yaml(number, fault),
        }
    }
    // The codes of a file with a fault are unknown, and would all be reported as missing.
    if faults.any() {
        return Err(faults.finish());
    }
    let entries = merge::merge(&files, &mut faults);
    if !named_files::are_there(entries.files, sources, &mut faults)
        || !named_files::are_whole(entries.files, sources, &mut faults)
    {
        return Err(faults.finish());
    }
    let parts = build::parts(entries, digest::digest(sources), &mut faults);
    match parts {
        Some(mut parts) if !faults.any() => {
            parts.find_senders();
            Ok(parts)
        }
        Some(_) | None => Err(faults.finish()),
    }
}

#[cfg(test)]
mod tests;
