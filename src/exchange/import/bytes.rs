//! The bytes of a file as UTF-8. No row has more of them than any signal needs.

use std::io::{self, BufRead, BufReader, Read};

use crate::domain::invariant::at;
use crate::exchange::import::decode::decoded;

/// The most bytes of a row or line.
pub const MAX_ROW_BYTES: usize = 4 << 20;
const CHUNK_BYTES: usize = 1 << 16;

/// A decoded file: UTF-16 by its byte order mark, everything else as it is. Whether a row is UTF-8 is
/// checked when it is read.
pub struct DecodedFile {
    inner: BufReader<Box<dyn Read + Send>>,
    /// The beginning, which is read again with the rest.
    ahead: Vec<u8>,
}

/// A row is longer than any signal.
#[derive(Debug, Clone, Copy)]
pub struct EndlessRow;

impl DecodedFile {
    /// Reads up to the end of the [first line](DecodedFile::first_line).
    pub fn of(source: Box<dyn Read + Send>) -> io::Result<Self> {
        let mut decoded = decoded(source)?;
        let (mut ahead, mut piece) = (Vec::new(), vec![0; CHUNK_BYTES]);
        while ahead.len() < MAX_ROW_BYTES && !first_filled_line(&ahead).iter().any(ends_a_line) {
            match decoded.read(&mut piece)? {
                0 => break,
                read => ahead.extend_from_slice(at(&piece, ..read)),
            }
        }
        let all = io::Cursor::new(ahead.clone()).chain(decoded);
        Ok(Self {
            inner: BufReader::with_capacity(CHUNK_BYTES, Box::new(all)),
            ahead,
        })
    }

    /// At least the first line.
    #[must_use]
    pub fn beginning(&self) -> &[u8] {
        &self.ahead
    }

    /// The first line that is not empty.
    pub fn first_line(&self) -> &[u8] {
        let line = first_filled_line(&self.ahead);
        let end = line.iter().position(ends_a_line);
        at(line, ..end.unwrap_or(line.len()))
    }

    /// The next line without its end; `None` at the end of the file.
    ///
    /// # Errors
    /// Reading failed, or the line is too long.
    pub fn line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        self.inner
            .by_ref()
            .take(MAX_ROW_BYTES as u64 + 1)
            .read_until(b'\n', &mut line)?;
        if line.len() > MAX_ROW_BYTES {
            return Err(io::Error::new(io::ErrorKind::InvalidData, EndlessRow));
        }
        if line.is_empty() {
            return Ok(None);
        }
        while line.last().is_some_and(ends_a_line) {
            line.pop();
        }
        Ok(Some(line))
    }
}

impl Read for DecodedFile {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.inner.read(buffer)
    }
}

impl BufRead for DecodedFile {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.inner.fill_buf()
    }

    fn consume(&mut self, used: usize) {
        self.inner.consume(used);
    }
}

/// The bytes from the first line on that has more than spaces and delimiters, which spreadsheets
/// write for an empty row.
fn first_filled_line(bytes: &[u8]) -> &[u8] {
    let first = bytes
        .iter()
        .position(|byte| !byte.is_ascii_whitespace() && !matches!(byte, b',' | b';'));
    let before = at(bytes, ..first.unwrap_or(bytes.len()));
    let begins = before.iter().rposition(ends_a_line);
    at(bytes, begins.map_or(0, |end| end + 1)..)
}

fn ends_a_line(byte: &u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// Whether reading stopped because a row is too long.
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
