//! Decodes UTF-16, as Windows writes it, to UTF-8.

use std::io::{self, Cursor, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8};

use crate::domain::invariant::at;

const CHUNK_BYTES: usize = 1 << 14;
/// Replaces what is not UTF-16. It is never a byte of UTF-8, so the field cannot be read. The
/// character that most decoders put there would change the words.
const UNREADABLE: u8 = 0xff;

/// Decodes UTF-16 by its byte order mark, and leaves everything else as it is. Drops the mark.
pub fn decoded<'r>(mut source: impl Read + Send + 'r) -> io::Result<Box<dyn Read + Send + 'r>> {
    let mut first = Vec::new();
    source.by_ref().take(3).read_to_end(&mut first)?;
    let found = Encoding::for_bom(&first);
    let mark = found.map_or(0, |(_, length)| length);
    let rest = Cursor::new(first.split_off(mark)).chain(source);
    Ok(match found {
        Some((encoding, _)) if encoding != UTF_8 => Box::new(Utf16 {
            inner: rest,
            decoder: encoding.new_decoder_without_bom_handling(),
            ready: Cursor::default(),
            ended: false,
        }),
        Some(_) | None => Box::new(rest),
    })
}

/// UTF-16, read as UTF-8.
struct Utf16<R> {
    inner: R,
    decoder: Decoder,
    /// Decoded, and not yet read.
    ready: Cursor<Vec<u8>>,
    ended: bool,
}

impl<R: Read> Read for Utf16<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let given = self.ready.read(buffer)?;
            if given > 0 || buffer.is_empty() || self.ended {
                return Ok(given);
            }
            // A piece may be half a character, and then nothing is ready.
            let mut piece = [0; CHUNK_BYTES];
            let more = self.inner.read(&mut piece)?;
            self.ended = more == 0;
            self.decode(at(&piece, ..more));
        }
    }
}

impl<R> Utf16<R> {
    fn decode(&mut self, mut rest: &[u8]) {
        let (mut ready, mut text) = (Vec::new(), [0; 2 * CHUNK_BYTES]);
        loop {
            let decoder = &mut self.decoder;
            let (result, read, written) =
                decoder.decode_to_utf8_without_replacement(rest, &mut text, self.ended);
            ready.extend_from_slice(at(&text, ..written));
            rest = at(rest, read..);
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => ready.push(UNREADABLE),
            }
        }
        self.ready = Cursor::new(ready);
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
            self.0.read(&mut buffer[..most])
        }
    }

    fn whole(bytes: &[u8]) -> Vec<u8> {
        let in_pieces = |most| {
            let mut all = Vec::new();
            let mut decoded = super::decoded(Pieces(bytes, most)).unwrap();
            decoded.read_to_end(&mut all).unwrap();
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
        assert_eq!(whole(&utf_16(units, u16::to_le_bytes)), expected);
        assert_eq!(whole(&utf_16(units, u16::to_be_bytes)), expected);
    }

    #[test]
    fn half_a_unit_at_the_end_is_no_utf_16() {
        assert_eq!(whole(b"\xff\xfea\0b"), b"a\xff");
        assert_eq!(whole(b"\xff\xfea"), b"\xff");
    }

    #[rstest]
    #[case(b"", b"")]
    #[case(b"a", b"a")]
    #[case(b"\xef\xbb\xbfa\xff", b"a\xff")]
    #[case(b"\xef\xbbab", b"\xef\xbbab")]
    #[case(b"\xff\xfe", b"")]
    fn what_is_no_utf_16_stays_as_it_is(#[case] bytes: &[u8], #[case] expected: &[u8]) {
        assert_eq!(whole(bytes), expected);
    }

    proptest! {
        #[test]
        fn any_text_in_utf_16_is_read(text in any::<String>()) {
            let units: Vec<u16> = text.encode_utf16().collect();
            for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
                prop_assert_eq!(whole(&utf_16(&units, bytes)), text.as_bytes());
            }
        }
    }
}
