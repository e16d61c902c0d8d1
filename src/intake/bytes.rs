//! The bytes of a file as UTF-8, never more of them for one row than any signal needs.

use crate::domain::invariant::at;
use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::decoded::Decoded;

/// The most bytes that one row or line may take.
const LONGEST_ROW: usize = 4 << 20;
/// What is read at once.
const AT_ONCE: usize = 1 << 16;

/// A file, decoded: UTF-16 by its byte order mark, everything else as it is. What is not UTF-8 is
/// found later, row by row.
pub struct Bytes {
    inner: BufReader<Box<dyn Read + Send>>,
    /// What was read first, to see what it is; it is read again with the rest.
    ahead: Vec<u8>,
    since_row: Arc<AtomicUsize>,
}

/// Tells [`Bytes`] that a row has ended.
#[derive(Clone)]
pub struct RowEnd(Arc<AtomicUsize>);

/// The row is longer than any signal.
#[derive(Debug, Clone, Copy)]
pub struct EndlessRow;

impl Bytes {
    /// Reads from `source`, until the end of the first line to begin with.
    ///
    /// # Errors
    /// What the source says.
    pub fn of(source: Box<dyn Read + Send>) -> io::Result<Self> {
        let mut decoded = Decoded::of(source);
        let (mut ahead, mut piece) = (Vec::new(), vec![0; AT_ONCE]);
        while ahead.len() < LONGEST_ROW && !ahead.contains(&b'\n') {
            match decoded.read(&mut piece)? {
                0 => break,
                read => ahead.extend_from_slice(at(&piece, ..read)),
            }
        }
        let all = io::Cursor::new(ahead.clone()).chain(decoded);
        Ok(Self {
            inner: BufReader::with_capacity(AT_ONCE, Box::new(all)),
            ahead,
            since_row: Arc::default(),
        })
    }

    /// The beginning of the file: its first line, and what came with it.
    #[must_use]
    pub fn beginning(&self) -> &[u8] {
        &self.ahead
    }

    /// By what the reader of rows tells that one has ended.
    #[must_use]
    pub fn row_end(&self) -> RowEnd {
        RowEnd(Arc::clone(&self.since_row))
    }

    /// The next line without its end; `None` when there is none.
    ///
    /// # Errors
    /// What the source says, or that the line has no end.
    pub fn line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        self.inner
            .by_ref()
            .take(LONGEST_ROW as u64 + 1)
            .read_until(b'\n', &mut line)?;
        if line.len() > LONGEST_ROW {
            return Err(endless());
        }
        if line.is_empty() {
            return Ok(None);
        }
        while line
            .last()
            .is_some_and(|byte| matches!(byte, b'\n' | b'\r'))
        {
            line.pop();
        }
        Ok(Some(line))
    }
}

impl Read for Bytes {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        let since = self.since_row.fetch_add(read, Ordering::Relaxed) + read;
        if since > LONGEST_ROW + AT_ONCE {
            Err(endless())
        } else {
            Ok(read)
        }
    }
}

impl RowEnd {
    /// A row has ended.
    pub fn reached(&self) {
        self.0.store(0, Ordering::Relaxed);
    }
}

fn endless() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, EndlessRow)
}

/// Whether reading stopped because a row has no end.
#[must_use]
pub fn is_endless(error: &io::Error) -> bool {
    error
        .get_ref()
        .is_some_and(|inner| inner.is::<EndlessRow>())
}

impl std::fmt::Display for EndlessRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a row has no end")
    }
}

impl std::error::Error for EndlessRow {}
