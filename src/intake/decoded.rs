//! A file as UTF-8 that may be UTF-16, as Windows writes it.

use std::io::{self, Read};

use crate::domain::invariant::{at, at_mut};

/// What is read of UTF-16 at once.
const AT_ONCE: usize = 1 << 14;
/// Stands where UTF-16 cannot be read. It is never a byte of UTF-8, so that whoever reads the field
/// finds that it cannot be. A sign in its place, as most decoders write, would be other words.
const UNREADABLE: u8 = 0xff;

/// What `R` holds: UTF-16 by its byte order mark, everything else as it is; without that mark.
pub struct Decoded<R> {
    inner: R,
    encoding: Encoding,
    /// Read and not decoded: at most one sign of UTF-16.
    read: Vec<u8>,
    /// Decoded and not handed over: from `given` on.
    ready: Vec<u8>,
    given: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    /// Nothing was read.
    Unknown,
    /// No UTF-16.
    AsItIs,
    LittleEndian,
    BigEndian,
}

impl<R: Read> Decoded<R> {
    pub fn of(inner: R) -> Self {
        Self {
            inner,
            encoding: Encoding::Unknown,
            read: Vec::new(),
            ready: Vec::new(),
            given: 0,
        }
    }

    /// Reads the byte order mark, when there is one.
    fn begin(&mut self) -> io::Result<()> {
        let mut first = Vec::new();
        self.inner.by_ref().take(3).read_to_end(&mut first)?;
        (self.encoding, self.read, self.ready) = match first.as_slice() {
            [0xff, 0xfe, rest @ ..] => (Encoding::LittleEndian, rest.to_vec(), Vec::new()),
            [0xfe, 0xff, rest @ ..] => (Encoding::BigEndian, rest.to_vec(), Vec::new()),
            [0xef, 0xbb, 0xbf] => (Encoding::AsItIs, Vec::new(), Vec::new()),
            _ => (Encoding::AsItIs, Vec::new(), first),
        };
        Ok(())
    }

    /// Reads a piece of UTF-16 and decodes it; at the end of the file what is left.
    fn decode(&mut self, unit: fn([u8; 2]) -> u16) -> io::Result<()> {
        let mut piece = [0; AT_ONCE];
        let more = self.inner.read(&mut piece)?;
        self.read.extend_from_slice(at(&piece, ..more));
        let (pairs, odd) = self.read.as_chunks::<2>();
        let mut units: Vec<u16> = pairs.iter().copied().map(unit).collect();
        let mut kept = odd.to_vec();
        let half = |unit: &u16| (0xd800..0xdc00).contains(unit);
        if more > 0 && units.last().is_some_and(half) {
            // Its other half may come yet.
            units.pop();
            kept = [pairs.last().map_or([].as_slice(), |pair| pair), odd].concat();
        }
        for sign in char::decode_utf16(units) {
            match sign {
                Ok(sign) => {
                    let mut bytes = [0; 4];
                    let bytes = sign.encode_utf8(&mut bytes).as_bytes();
                    self.ready.extend_from_slice(bytes);
                }
                Err(_) => self.ready.push(UNREADABLE),
            }
        }
        if more == 0 && !kept.is_empty() {
            kept.clear();
            self.ready.push(UNREADABLE);
        }
        self.read = kept;
        Ok(())
    }

    /// Hands over what is ready.
    fn hand_over(&mut self, buffer: &mut [u8]) -> usize {
        let ready = at(&self.ready, self.given..);
        let given = ready.len().min(buffer.len());
        at_mut(buffer, ..given).copy_from_slice(at(ready, ..given));
        self.given += given;
        if self.given == self.ready.len() {
            self.ready.clear();
            self.given = 0;
        }
        given
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.encoding == Encoding::Unknown {
            self.begin()?;
        }
        loop {
            if !self.ready.is_empty() {
                return Ok(self.hand_over(buffer));
            }
            let unit = match self.encoding {
                Encoding::Unknown | Encoding::AsItIs => return self.inner.read(buffer),
                Encoding::LittleEndian => u16::from_le_bytes,
                Encoding::BigEndian => u16::from_be_bytes,
            };
            self.decode(unit)?;
            // Of what was read last nothing may be ready: half a sign.
            if self.ready.is_empty() && self.read.is_empty() {
                return Ok(0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    /// Gives a few bytes at a time.
    struct Pieces<'a>(&'a [u8], usize);

    impl Read for Pieces<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let most = buffer.len().min(self.1);
            self.0.read(at_mut(buffer, ..most))
        }
    }

    fn decoded(bytes: &[u8]) -> Vec<u8> {
        let in_pieces = |most| {
            let mut all = Vec::new();
            Decoded::of(Pieces(bytes, most))
                .read_to_end(&mut all)
                .unwrap();
            all
        };
        let whole = in_pieces(usize::MAX);
        for most in 1..=5 {
            assert_eq!(in_pieces(most), whole, "{most} at a time");
        }
        whole
    }

    fn utf_16(units: &[u16], bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        let marked = [&[0xfeff], units].concat();
        marked.into_iter().flat_map(bytes).collect()
    }

    #[rstest]
    #[case::lone_first_half(&[0x61, 0xd83d, 0x62], b"a\xffb")]
    #[case::lone_second_half(&[0x61, 0xde00, 0x62], b"a\xffb")]
    #[case::two_first_halves(&[0xd83d, 0xd83d, 0xde00], b"\xff\xf0\x9f\x98\x80")]
    #[case::first_half_at_the_end(&[0x61, 0xd83d], b"a\xff")]
    fn what_is_no_utf_16_becomes_what_is_no_utf_8(#[case] units: &[u16], #[case] expected: &[u8]) {
        assert_eq!(decoded(&utf_16(units, u16::to_le_bytes)), expected);
        assert_eq!(decoded(&utf_16(units, u16::to_be_bytes)), expected);
    }

    #[test]
    fn half_a_unit_at_the_end_is_no_utf_16() {
        assert_eq!(decoded(b"\xff\xfea\0b"), b"a\xff");
        assert_eq!(decoded(b"\xff\xfea"), b"\xff");
    }

    #[rstest]
    #[case(b"", b"")]
    #[case(b"a", b"a")]
    #[case(b"\xef\xbb\xbfa\xff", b"a\xff")]
    #[case(b"\xef\xbbab", b"\xef\xbbab")]
    #[case(b"\xff\xfe", b"")]
    fn what_is_no_utf_16_stays_as_it_is(#[case] bytes: &[u8], #[case] expected: &[u8]) {
        assert_eq!(decoded(bytes), expected);
    }

    proptest! {
        #[test]
        fn any_text_in_utf_16_is_read(text in any::<String>()) {
            let units: Vec<u16> = text.encode_utf16().collect();
            for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
                prop_assert_eq!(decoded(&utf_16(&units, bytes)), text.as_bytes());
            }
        }
    }
}
