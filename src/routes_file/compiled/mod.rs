//! The compiled map: what was read from the files, kept in tables in which a single decision looks
//! up the little that it needs.
//!
//! It is kept in the folder for what may be thrown away, one file per map. It says of which content
//! it is (the map's digest), so an edited map is never answered from the old one; and it ends where
//! its checksum says, so a damaged one is not used. It appears whole, under its name, or not at
//! all: two runs may compile at once. When it is missing, stale, damaged, unreadable or of another
//! version, the files are read instead: slower, never wrong.

mod head;
mod records;
mod tables;

use std::fs;
use std::hash::Hasher as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustc_hash::FxHasher;

use super::digest;
use super::source::Source;
use crate::routing::map::RouteMap;
use tables::{Sections, Tables};

/// What the file begins with: the name of the format, and the version of its layout. A change of
/// anything that is written needs a new one.
const MAGIC: &[u8; 20] = b"seinhuis compiled 3\n";
/// Magic, checksum of the rest, digest in hexadecimal.
const PREFIX: usize = MAGIC.len() + 8 + 64;

/// Where the map at `path` is kept compiled; `None` when the path cannot be resolved.
pub(super) fn file_of(folder: &Path, path: &Path) -> Option<PathBuf> {
    let whole = fs::canonicalize(path).ok()?;
    let name = digest::of_bytes(whole.as_os_str().as_encoded_bytes());
    Some(folder.join(format!("{}.map", name.get(..24)?)))
}

/// The map from its compiled file, when that is of exactly this content. `names` are what its files
/// are called in this run.
pub(super) fn read(file: &Path, names: Vec<Arc<str>>, digest: &str) -> Option<RouteMap> {
    let bytes = fs::read(file).ok()?;
    let (prefix, rest) = bytes.split_at_checked(PREFIX)?;
    let (magic, prefix) = prefix.split_at_checked(MAGIC.len())?;
    let (checksum, of) = prefix.split_at_checked(8)?;
    if magic != MAGIC || of != digest.as_bytes() || checksum != checksum_of(rest) {
        return None;
    }
    Tables::open(bytes, PREFIX, names)?.into_map(digest)
}

/// Keeps the map compiled.
///
/// # Errors
/// The folder cannot be made, or the file cannot be written there.
pub(super) fn write(file: &Path, map: &RouteMap, sources: &[Source]) -> io::Result<()> {
    let names: Vec<Arc<str>> = sources
        .iter()
        .map(|source| Arc::clone(&source.name))
        .collect();
    let sections = Sections::of(map, &names).ok_or(io::ErrorKind::InvalidData)?;
    let rest = sections.bytes().ok_or(io::ErrorKind::InvalidData)?;
    let folder = file.parent().ok_or(io::ErrorKind::InvalidInput)?;
    fs::create_dir_all(folder)?;
    let mut new = tempfile::NamedTempFile::new_in(folder)?;
    for part in [
        &MAGIC[..],
        &checksum_of(&rest),
        map.settings().digest.as_bytes(),
        &rest,
    ] {
        new.write_all(part)?;
    }
    // Not synced: after a power cut the checksum tells a torn file, and it is made again.
    new.persist(file).map(drop).map_err(|failed| failed.error)
}

/// Tells whether a file was written to its end. It is no lock: who can write in this folder can
/// write a right checksum too.
fn checksum_of(bytes: &[u8]) -> [u8; 8] {
    // This one asks the processor nothing; what a faster one asks at its first use takes longer
    // than a usual map.
    let mut hasher = FxHasher::default();
    hasher.write(bytes);
    hasher.finish().to_le_bytes()
}

#[cfg(test)]
mod tests;
