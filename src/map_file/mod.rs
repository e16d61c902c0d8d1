//! The map's file, or folder of files: from YAML to a [`RouteMap`], or everything that is wrong
//! with it.
//!
//! A file that is no YAML, or has another shape than the format, stops that file at the first
//! fault. All that is wrong with references and values is collected and told together, so that a
//! coordinator mends a map in one round.

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
mod merge;
mod open_points;
mod organisations;
mod postcodes;
mod problem;
mod responsibilities;
mod settings;
mod source;
mod topics;
pub mod yaml;

use std::path::Path;

pub use cases::{Cases, cases_of, load_cases};
pub use files::Files;
pub use problem::{Called, MapFault, MapFaults, MapProblem};

use crate::routing::map::{MapParts, RouteMap};

/// The JSON Schema (draft 2020-12) of a file of the map, for editors. A test holds it against the
/// reader.
pub const SCHEMA: &str = include_str!("schema.json");

/// The map at `path`, as [`load`] reads it; as an earlier run kept it in the folder `cache` when
/// that is of the same content. Else the files are read, and the map is kept for the next run;
/// where that folder cannot be used, every run reads the files.
///
/// # Errors
/// As [`load`].
pub fn open(path: &Path, cache: Option<&Path>) -> Result<RouteMap, MapFaults> {
    let files = source::list(path, source::FileSelection::Map)?;
    let kept = cache.and_then(|folder| cache::file_of(folder, path));
    if let Some(map) = kept
        .as_ref()
        .and_then(|kept| cache::read(kept, &digest::of_files(&files)?))
    {
        return Ok(map);
    }
    // The digest is of what is read now: the files may have changed meanwhile.
    let parts = parse(&source::read_all(&files, source::FileSelection::Map)?)?;
    if let Some(kept) = kept {
        // It only saves time.
        let _ = cache::write(&kept, &parts);
    }
    Ok(RouteMap::new(parts))
}

/// Reads the map at `path`: one YAML file, or a folder of `*.yaml` and `*.yml` files (its
/// sub-folders too, one level deep; hidden files and `*.test.yaml` are left alone).
///
/// # Errors
/// [`MapFaults`]: why the files cannot be read, or all that is wrong in them, by place.
pub fn load(path: &Path) -> Result<RouteMap, MapFaults> {
    load_with_files(path).map(|(map, _)| map)
}

/// The same, and the files themselves, to show a line of them.
///
/// # Errors
/// As [`load`].
pub fn load_with_files(path: &Path) -> Result<(RouteMap, Files), MapFaults> {
    let sources = source::gather(path, source::FileSelection::Map)?;
    let map = RouteMap::new(parse(&sources)?);
    Ok((map, Files::new(sources)))
}

/// The map that these bytes are, as the file of this name.
///
/// # Errors
/// As [`load`].
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
            // An empty file in a folder is the start of an organisation's own file.
            Err(fault) if fault.problem == yaml::YamlProblem::Empty && sources.len() > 1 => {}
            Err(fault) => faults.add_from_yaml(number, fault),
        }
    }
    // What another file holds is unknown now: its codes would all be told as missing.
    if faults.any() {
        return Err(faults.finish());
    }
    let merged = merge::merge(&files, &mut faults);
    let parts = build::parts(merged, digest::digest(sources), &mut faults);
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
