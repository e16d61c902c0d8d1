//! The digest of a map: one hash over the names and contents of its files. The only module that
//! knows the hash.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::domain::invariant::at;
use crate::map_file::source::{FoundFile, MapSource};
use crate::map_file::yaml::MAX_BYTES;

/// Large files are read in chunks: large enough for the hash to use the whole processor, small enough
/// for its cache.
const CHUNK_BYTES: usize = 256 * 1024;

/// BLAKE3 in hexadecimal over the name and the content of every file, followed by their lengths.
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

/// The same, without keeping the files in memory. `None` when they cannot be read, or are larger than
/// a map may be.
pub(super) fn of_files(files: &[FoundFile]) -> Option<String> {
    let (mut hash, mut buffer, mut room) = (blake3::Hasher::new(), Vec::new(), MAX_BYTES);
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

/// Hashes a file, at most one byte more than there is room for. Gives the number of bytes.
fn hash_content(
    path: &Path,
    room: usize,
    hash: &mut blake3::Hasher,
    buffer: &mut Vec<u8>,
) -> io::Result<usize> {
    let file = File::open(path)?;
    // The file may grow, and a pipe has no length, so it is read to its end in any case.
    let chunk = usize::try_from(file.metadata()?.len())
        .unwrap_or(CHUNK_BYTES)
        .clamp(4096, CHUNK_BYTES);
    if buffer.len() < chunk {
        *buffer = vec![0; chunk];
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

/// The hash of some bytes, in hexadecimal.
pub(super) fn of_bytes(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_string()
}
