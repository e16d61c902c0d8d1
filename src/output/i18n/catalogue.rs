//! Where each text stands in a catalogue. That is found out while the program is built: a run that
//! says ten texts of a thousand does not look through all of them.
#![allow(
    clippy::indexing_slicing,
    reason = "what lies outside a slice here is an error of the build, not of a run"
)]
#![allow(
    long_running_const_eval,
    reason = "a hundred thousand bytes, byte by byte, take the build a moment"
)]

/// The texts of one language, in the order of their keys.
pub(crate) struct Catalogue {
    written: &'static str,
    places: &'static [TextRange],
}

/// The bytes of a text in the catalogue, its key included: from `start` up to `end`.
#[derive(Clone, Copy)]
struct TextRange {
    start: usize,
    end: usize,
}

pub(crate) static NL: Catalogue = {
    const WRITTEN: &str = include_str!(concat!(env!("OUT_DIR"), "/nl.ftl"));
    static PLACES: [TextRange; count(WRITTEN)] = places(WRITTEN);
    Catalogue {
        written: WRITTEN,
        places: &PLACES,
    }
};

pub(crate) static EN: Catalogue = {
    const WRITTEN: &str = include_str!(concat!(env!("OUT_DIR"), "/en.ftl"));
    static PLACES: [TextRange; count(WRITTEN)] = places(WRITTEN);
    Catalogue {
        written: WRITTEN,
        places: &PLACES,
    }
};

impl Catalogue {
    /// The text with this key, its key included.
    pub(crate) fn text(&self, key: &str) -> Option<&'static str> {
        let found = self.places.binary_search_by_key(&key, |place| {
            self.at(place).split(' ').next().unwrap_or_default()
        });
        self.places.get(found.ok()?).map(|place| self.at(place))
    }

    fn at(&self, place: &TextRange) -> &'static str {
        self.written.get(place.start..place.end).unwrap_or_default()
    }

    /// All texts of the language, as they were written.
    #[cfg(test)]
    pub(crate) fn written(&self) -> &'static str {
        self.written
    }
}

/// Whether a text, or a comment, begins here: with a letter or a `#` at the begin of a line.
const fn begins(written: &[u8], at: usize) -> bool {
    (at == 0 || written[at - 1] == b'\n')
        && (written[at].is_ascii_alphabetic() || written[at] == b'#')
}

/// How many texts there are.
const fn count(written: &str) -> usize {
    let written = written.as_bytes();
    let (mut at, mut texts) = (0, 0);
    while at < written.len() {
        if begins(written, at) && written[at] != b'#' {
            texts += 1;
        }
        at += 1;
    }
    texts
}

/// Their places, in the order of their keys.
const fn places<const N: usize>(written: &str) -> [TextRange; N] {
    let written = written.as_bytes();
    let mut places = [TextRange { start: 0, end: 0 }; N];
    let (mut start, mut texts) = (0, 0);
    while start < written.len() {
        let mut end = start + 1;
        while end < written.len() && !begins(written, end) {
            end += 1;
        }
        if begins(written, start) && written[start] != b'#' {
            let mut place = texts;
            while place > 0 && stands_before(written, start, places[place - 1].start) {
                places[place] = places[place - 1];
                place -= 1;
            }
            places[place] = TextRange { start, end };
            texts += 1;
        }
        start = end;
    }
    places
}

/// Whether the key that begins at `one` comes before the key that begins at `other`. A key ends
/// with a space, which comes before every letter and sign of a key.
const fn stands_before(written: &[u8], one: usize, other: usize) -> bool {
    let mut at = 0;
    while written[one + at] == written[other + at] && written[one + at] != b' ' {
        at += 1;
    }
    written[one + at] < written[other + at]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_key_is_not_found() {
        for key in ["", "zzz", "no-such-text", " ", "#"] {
            assert_eq!(EN.text(key), None, "{key:?}");
        }
    }
}
