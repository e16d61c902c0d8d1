//! Reading a file while counting and hashing it.

use std::io::{self, Read};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::register::ContentHash;

/// Counts what is read, for the progress, and hashes it, to know the file again.
pub struct CountingReader {
    pub inner: Box<dyn Read + Send>,
    pub read: Arc<AtomicU64>,
    pub hash: Arc<Mutex<ContentHash>>,
}

impl Read for CountingReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        let mut hash = self.hash.lock().unwrap_or_else(PoisonError::into_inner);
        // A reader never says that it read more than there is room for.
        hash.update(buffer.get(..read).ok_or(io::ErrorKind::InvalidData)?);
        self.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}
