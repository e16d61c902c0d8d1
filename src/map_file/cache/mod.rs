//! Keeps a map for the next run.
//!
//! The whole map is written in its own types, and read whole. It is used only when this build of the
//! program wrote it, from exactly this content, with a right checksum and without references to
//! missing parts. Otherwise the files are read, which is slower but never wrong. A file appears
//! whole or not at all, so two runs may write it at the same time.

mod file;
mod references;

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use crate::map_file::digest;
use crate::routing::map::{MapParts, RouteMap};

/// The first line names the build that wrote the file. `SEINHUIS_BUILD` comes from build.rs.
const BUILD: &str = concat!(
    "seinhuis map ",
    env!("CARGO_PKG_VERSION"),
    " ",
    env!("SEINHUIS_BUILD"),
    "\n"
);
/// The length of a digest in hexadecimal.
const DIGEST_LENGTH: usize = 64;
/// Larger files are neither written nor read.
const MAX_BYTES: u64 = 128 * 1024 * 1024;

/// The file for the map at `path`; `None` when the path cannot be resolved. The same map under
/// another name has another file, because its places have the name that was typed.
pub(super) fn file_of(folder: &Path, path: &Path) -> Option<PathBuf> {
    let whole = fs::canonicalize(path).ok()?;
    let names = [
        whole.as_os_str().as_encoded_bytes(),
        path.as_os_str().as_encoded_bytes(),
    ];
    let name = digest::of_bytes(&names.join(&0));
    Some(folder.join(format!("{}.map", name.get(..24)?)))
}

/// The map, when this build kept it and it has this content.
pub(super) fn read(path: &Path, digest: &str) -> Option<RouteMap> {
    let (mut file, length) = file::open(path, MAX_BYTES).ok()?;
    let mut head = vec![0; BUILD.len() + DIGEST_LENGTH];
    file.read_exact(&mut head).ok()?;
    if head != head_of(digest).as_bytes() {
        return None;
    }
    let mut rest = Vec::with_capacity(usize::try_from(length).ok()?);
    file.take(length).read_to_end(&mut rest).ok()?;
    let (checksum, content) = rest.split_at_checked(DIGEST_LENGTH)?;
    if checksum != digest::of_bytes(content).as_bytes() {
        return None;
    }
    parts_of(content, digest).map(RouteMap::new)
}

fn parts_of(content: &[u8], digest: &str) -> Option<MapParts> {
    let (mut parts, left): (MapParts, _) = postcard::take_from_bytes(content).ok()?;
    if !left.is_empty() || parts.settings.digest != digest || !references::are_whole(&parts) {
        return None;
    }
    parts.find_senders();
    Some(parts)
}

/// Keeps a map.
///
/// # Errors
/// The map is too large, the folder cannot be made or is not private, or the file cannot be written.
pub(super) fn write(path: &Path, parts: &MapParts) -> io::Result<()> {
    let content = postcard::to_stdvec(parts).map_err(io::Error::other)?;
    let most = usize::try_from(MAX_BYTES).map_err(io::Error::other)?;
    if content.len() > most - BUILD.len() - 2 * DIGEST_LENGTH {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    file::make_folder(folder)?;
    let mut new = tempfile::NamedTempFile::new_in(folder)?;
    new.write_all(head_of(&parts.settings.digest).as_bytes())?;
    new.write_all(digest::of_bytes(&content).as_bytes())?;
    new.write_all(&content)?;
    // Not synced: after a power cut the checksum shows a torn file, and it is made again.
    new.persist(path).map(drop).map_err(|failed| failed.error)
}

fn head_of(digest: &str) -> String {
    format!("{BUILD}{digest}")
}

#[cfg(test)]
mod tests;
