//! Which map this is: one hash over the names and contents of its files. The only room that knows
//! the hash.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::domain::invariant::at;
use crate::map_file::source::{FoundFile, MapSource};
use crate::map_file::yaml::MOST_BYTES;

/// Of a large file so many bytes are read together: enough for the hash to use all that the
/// processor has, few enough to stay in its cache.
const AT_ONCE: usize = 256 * 1024;

/// BLAKE3 over every file's name and content, each before its length, in hexadecimal.
pub(super) fn digest(sources: &[MapSource]) -> String {
    let mut hash = blake3::Hasher::new();
    for MapSource {
        name: _,
        own_name,
        bytes,
    } in sources
    {
        hash.update(own_name.as_bytes()).update(bytes);
        end_of_file(&mut hash, own_name, bytes.len());
    }
    hash.finalize().to_string()
}

/// The same of files that are not kept in memory. `None` when they cannot be read, or are larger
/// than a map may be.
pub(super) fn of_files(files: &[FoundFile]) -> Option<String> {
    let (mut hash, mut buffer, mut room) = (blake3::Hasher::new(), Vec::new(), MOST_BYTES);
    for FoundFile {
        name: _,
        own_name,
        path,
    } in files
    {
        hash.update(own_name.as_bytes());
        let length = hash_content(path, room, &mut hash, &mut buffer).ok()?;
        room = room.checked_sub(length)?;
        end_of_file(&mut hash, own_name, length);
    }
    Some(hash.finalize().to_string())
}

/// Hashes at most one byte more than there is room for, and says how many.
fn hash_content(
    path: &Path,
    room: usize,
    hash: &mut blake3::Hasher,
    buffer: &mut Vec<u8>,
) -> io::Result<usize> {
    let file = File::open(path)?;
    // A file may still grow, and what is no file has no length: it is read to its end whatever the
    // length says.
    let at_once = usize::try_from(file.metadata()?.len())
        .unwrap_or(AT_ONCE)
        .clamp(4096, AT_ONCE);
    if buffer.len() < at_once {
        *buffer = vec![0; at_once];
    }
    let mut content = file.take((room as u64).saturating_add(1));
    let mut length = 0;
    loop {
        match content.read(buffer) {
            Ok(0) => return Ok(length),
            Ok(count) => {
                hash.update(at(buffer, ..count));
                length += count;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn end_of_file(hash: &mut blake3::Hasher, own_name: &str, length: usize) {
    for length in [own_name.len(), length] {
        hash.update(&(length as u64).to_le_bytes());
    }
}

/// The hash of these bytes, in hexadecimal.
pub(super) fn of_bytes(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_string()
}
