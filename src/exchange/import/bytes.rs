//! The bytes of a file as UTF-8, never more of them for one row than any signal needs.

use std::io::{self, BufRead, BufReader, Read};

use crate::domain::invariant::at;
use crate::exchange::import::decode::decoded;

/// The most bytes that one row or line may take.
pub const LONGEST_ROW: usize = 4 << 20;
/// What is read at once.
const AT_ONCE: usize = 1 << 16;

/// A file, decoded: UTF-16 by its byte order mark, everything else as it is. What is not UTF-8 is
/// found later, row by row.
pub struct DecodedFile {
    inner: BufReader<Box<dyn Read + Send>>,
    /// What was read first, to see what it is; it is read again with the rest.
    ahead: Vec<u8>,
}

/// The row is longer than any signal.
#[derive(Debug, Clone, Copy)]
pub struct EndlessRow;

impl DecodedFile {
    /// Reads from `source`, until the end of its [first line](DecodedFile::first_line) to begin with.
    ///
    /// # Errors
    /// What the source says.
    pub fn of(source: Box<dyn Read + Send>) -> io::Result<Self> {
        let mut decoded = decoded(source)?;
        let (mut ahead, mut piece) = (Vec::new(), vec![0; AT_ONCE]);
        while ahead.len() < LONGEST_ROW && !something(&ahead).iter().any(ends_a_line) {
            match decoded.read(&mut piece)? {
                0 => break,
                read => ahead.extend_from_slice(at(&piece, ..read)),
            }
        }
        let all = io::Cursor::new(ahead.clone()).chain(decoded);
        Ok(Self {
            inner: BufReader::with_capacity(AT_ONCE, Box::new(all)),
            ahead,
        })
    }

    /// The beginning of the file: its first line, and what came with it.
    #[must_use]
    pub fn beginning(&self) -> &[u8] {
        &self.ahead
    }

    /// The first line of the file in which something stands.
    pub fn first_line(&self) -> &[u8] {
        let line = something(&self.ahead);
        let end = line.iter().position(ends_a_line);
        at(line, ..end.unwrap_or(line.len()))
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

/// What begins with the first line in which something stands: more than spaces and delimiters,
/// which a spreadsheet writes for a row without anything.
fn something(bytes: &[u8]) -> &[u8] {
    let nothing = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b',' | b';');
    let first = bytes.iter().position(|byte| !nothing(byte));
    let before = at(bytes, ..first.unwrap_or(bytes.len()));
    let begins = before.iter().rposition(ends_a_line);
    at(bytes, begins.map_or(0, |end| end + 1)..)
}

fn ends_a_line(byte: &u8) -> bool {
    matches!(byte, b'\n' | b'\r')
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
