//! Which map this is: one hash over the names and contents of its files. The only room that knows the hash.

use sha2::{Digest, Sha256};

use super::source::Source;

/// SHA-256 over every file's name and content, each after its length, in hexadecimal.
pub(super) fn digest(sources: &[Source]) -> String {
    let mut hash = Sha256::new();
    for Source { name: _, own_name, bytes } in sources {
        for part in [own_name.as_bytes(), bytes] {
            hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
            hash.update(part);
        }
    }
    hexadecimal(hash)
}

/// SHA-256 of these bytes, in hexadecimal.
pub(super) fn of_bytes(bytes: &[u8]) -> String {
    hexadecimal(Sha256::new_with_prefix(bytes))
}

fn hexadecimal(hash: Sha256) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
