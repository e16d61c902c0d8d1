//! A signal's number: eight letters and digits that survive being read aloud.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::domain::invariant::{Invariant as _, at};
use crate::domain::stored::text_schema;

/// Crockford's base 32: no I, L, O or U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The number of a signal: 40 random bits, shown as `K7M4-Q2X8`, kept as `K7M4Q2X8`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SignalId([u8; Self::LEN]);

/// The first four to eight characters of a signal's number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdPrefix(String);

/// The text is not a signal's number, or too short a piece of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAnId;

impl SignalId {
    /// How many characters a whole number has.
    pub const LEN: usize = 8;

    /// The number that five random bytes stand for.
    #[must_use]
    pub fn from_random(bytes: [u8; 5]) -> Self {
        let bits = bytes
            .iter()
            .fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
        let mut id = [b'0'; Self::LEN];
        for (place, character) in id.iter_mut().rev().enumerate() {
            let five = usize::try_from(bits >> (5 * place) & 31);
            *character = *at(ALPHABET, five.certain("five bits are a small number"));
        }
        Self(id)
    }

    /// The number without its hyphen, as the register and the JSON keep it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).certain("a number is of letters and digits")
    }
}

impl Serialize for SignalId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}
text_schema!(SignalId);

impl fmt::Display for SignalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (left, right) = self.as_str().split_at(Self::LEN / 2);
        f.pad(&format!("{left}-{right}"))
    }
}

impl FromStr for SignalId {
    type Err = NotAnId;

    /// Reads the eight characters in either case, with or without hyphens or spaces; O is read as
    /// 0, I and L as 1.
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let as_kept: Result<[u8; Self::LEN], _> = text.as_bytes().try_into();
        if let Ok(id) = as_kept
            && id.iter().all(|c| ALPHABET.contains(c))
        {
            return Ok(Self(id));
        }
        canonical(text)?
            .as_bytes()
            .try_into()
            .map(Self)
            .map_err(|_| NotAnId)
    }
}

impl IdPrefix {
    /// The characters, in the register's spelling.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The whole number, when all eight characters are there.
    #[must_use]
    pub fn whole(&self) -> Option<SignalId> {
        self.0.parse().ok()
    }
}

impl From<SignalId> for IdPrefix {
    fn from(id: SignalId) -> Self {
        Self(id.as_str().to_owned())
    }
}

impl fmt::Display for IdPrefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.split_at_checked(SignalId::LEN / 2) {
            Some((left, right)) if !right.is_empty() => f.pad(&format!("{left}-{right}")),
            _ => f.pad(&self.0),
        }
    }
}

impl FromStr for IdPrefix {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let prefix = canonical(text)?;
        if (4..=SignalId::LEN).contains(&prefix.len()) {
            Ok(Self(prefix))
        } else {
            Err(NotAnId)
        }
    }
}

/// The characters that count, in the alphabet's spelling.
fn canonical(text: &str) -> Result<String, NotAnId> {
    let counted = text.trim().chars().filter(|c| !matches!(c, '-' | ' '));
    counted
        .map(|c| match c.to_ascii_uppercase() {
            'O' => Ok('0'),
            'I' | 'L' => Ok('1'),
            c if c.is_ascii() && ALPHABET.contains(&(c as u8)) => Ok(c),
            _ => Err(NotAnId),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("K7M4-Q2X8")]
    #[case("k7m4q2x8")]
    #[case(" K7M4 Q2X8 ")]
    fn a_number_is_read_as_people_type_it(#[case] text: &str) {
        assert_eq!(text.parse::<SignalId>().unwrap().to_string(), "K7M4-Q2X8");
    }

    #[test]
    fn letters_that_look_like_digits_are_read_as_digits() {
        assert_eq!(
            "oil0-LIO1".parse::<SignalId>().unwrap().as_str(),
            "01101101"
        );
    }

    #[rstest]
    #[case("k7m4", "K7M4")]
    #[case("k7m4q", "K7M4-Q")]
    #[case("k7m4q2x8", "K7M4-Q2X8")]
    fn a_piece_of_a_number_is_written_with_the_hyphen_of_the_whole(
        #[case] typed: &str,
        #[case] written: &str,
    ) {
        assert_eq!(typed.parse::<IdPrefix>().unwrap().to_string(), written);
    }

    #[rstest]
    #[case("K7M")]
    #[case("K7M4-Q2X8-1")]
    #[case("K7MU")]
    #[case("K7M4é")]
    #[case("")]
    fn what_is_not_a_piece_of_a_number_is_refused(#[case] text: &str) {
        assert_eq!(text.parse::<IdPrefix>(), Err(NotAnId));
    }

    proptest! {
        #[test]
        fn every_five_bytes_have_a_number_of_their_own(a: [u8; 5], b: [u8; 5]) {
            let (x, y) = (SignalId::from_random(a), SignalId::from_random(b));
            prop_assert_eq!(x == y, a == b);
            prop_assert_eq!(x.to_string().parse(), Ok(x));
        }
    }
}
