//! The map as it was read, kept for the next run.
//!
//! The whole map is written in its own types, and read whole: nothing is looked up in the file
//! later. What is kept is used only when it was written by this very build of the program, is of
//! exactly this content, has its checksum, and refers to nothing that is not in it. In every other
//! case the files are read: slower, never wrong. A file appears whole, under its name, or not at
//! all, so two runs may write it at once.

mod file;

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use crate::map_file::digest;
use crate::routing::map::{MapParts, RouteMap};

/// The first line: which build of the program wrote the file. `SEINHUIS_BUILD` comes from build.rs.
const BUILD: &str = concat!(
    "seinhuis map ",
    env!("CARGO_PKG_VERSION"),
    " ",
    env!("SEINHUIS_BUILD"),
    "\n"
);
/// The length of a digest in hexadecimal.
const DIGEST: usize = 64;
/// More is neither written nor read.
const MOST_BYTES: u64 = 128 * 1024 * 1024;

/// The file in which the map at `path` is kept; `None` when the path cannot be resolved. A map that
/// is named in another way has another file: its places tell the name that was typed.
pub(super) fn file_of(folder: &Path, path: &Path) -> Option<PathBuf> {
    let whole = fs::canonicalize(path).ok()?;
    let names = [
        whole.as_os_str().as_encoded_bytes(),
        path.as_os_str().as_encoded_bytes(),
    ];
    let name = digest::of_bytes(&names.join(&0));
    Some(folder.join(format!("{}.map", name.get(..24)?)))
}

/// The map from its file, when that is of this build and of exactly this content.
pub(super) fn read(path: &Path, digest: &str) -> Option<RouteMap> {
    let (mut file, length) = file::open(path, MOST_BYTES).ok()?;
    let mut head = vec![0; BUILD.len() + DIGEST];
    file.read_exact(&mut head).ok()?;
    if head != head_of(digest).as_bytes() {
        return None;
    }
    let mut rest = Vec::with_capacity(usize::try_from(length).ok()?);
    file.take(length).read_to_end(&mut rest).ok()?;
    let (checksum, content) = rest.split_at_checked(DIGEST)?;
    if checksum != digest::of_bytes(content).as_bytes() {
        return None;
    }
    parts_of(content, digest).map(RouteMap::new)
}

/// The whole of what was kept, or none of it.
fn parts_of(content: &[u8], digest: &str) -> Option<MapParts> {
    let (mut parts, left): (MapParts, _) = postcard::take_from_bytes(content).ok()?;
    if !left.is_empty() || parts.settings.digest != digest || !parts.is_whole() {
        return None;
    }
    parts.find_senders();
    Some(parts)
}

/// Keeps the map that these parts are.
///
/// # Errors
/// The map is too large, the folder cannot be made or is not to be used, or the file cannot be
/// written there.
pub(super) fn write(path: &Path, parts: &MapParts) -> io::Result<()> {
    let content = postcard::to_stdvec(parts).map_err(io::Error::other)?;
    let most = usize::try_from(MOST_BYTES).map_err(io::Error::other)?;
    if content.len() > most - BUILD.len() - 2 * DIGEST {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    file::make_folder(folder)?;
    let mut new = tempfile::NamedTempFile::new_in(folder)?;
    new.write_all(head_of(&parts.settings.digest).as_bytes())?;
    new.write_all(digest::of_bytes(&content).as_bytes())?;
    new.write_all(&content)?;
    // Not synced: after a power cut the checksum tells a torn file, and it is made again.
    new.persist(path).map(drop).map_err(|failed| failed.error)
}

fn head_of(digest: &str) -> String {
    format!("{BUILD}{digest}")
}

#[cfg(test)]
mod tests;
