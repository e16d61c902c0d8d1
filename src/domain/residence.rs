//! Where the person is registered whom a signal is about.

use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::codes::AreaId;
use crate::domain::stored::as_text;

/// The four digits of a Dutch postcode: `1000` to `9999`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode(u16);

/// The text is not four digits from 1000.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAPostcode;

impl Postcode {
    /// A postcode as people write it, with or without its two letters: `3012`, `3012 AB`. The
    /// letters are dropped.
    #[must_use]
    pub fn written(text: &str) -> Option<Self> {
        let (digits, letters) = text.trim().split_at_checked(4)?;
        let letters = letters.trim_start();
        let are_letters = letters.is_empty()
            || (letters.len() == 2 && letters.bytes().all(|b| b.is_ascii_alphabetic()));
        digits.parse().ok().filter(|_| are_letters)
    }

    #[must_use]
    pub fn number(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl FromStr for Postcode {
    type Err = NotAPostcode;

    fn from_str(text: &str) -> Result<Self, NotAPostcode> {
        let is_digits = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
        let number = text.parse().ok().filter(|_| is_digits);
        let number = number.filter(|number| *number >= 1000);
        number.map(Self).ok_or(NotAPostcode)
    }
}

as_text!(Postcode);

/// Where a person is registered, as far as a map can say it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Residence {
    /// In this area of the map.
    Area(AreaId),
    /// At this postcode, which the map held in no area when it was told.
    Outside(Postcode),
}

/// Both an area of the map and a postcode outside it: nobody lives in two places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AreaAndPlace;

impl fmt::Display for AreaAndPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an area of the map or a place outside it")
    }
}

impl Residence {
    /// From two columns or keys of which one at most is filled.
    ///
    /// # Errors
    /// [`AreaAndPlace`]
    pub fn of(area: Option<AreaId>, place: Option<Postcode>) -> Result<Option<Self>, AreaAndPlace> {
        match (area, place) {
            (Some(_), Some(_)) => Err(AreaAndPlace),
            (area, None) => Ok(area.map(Self::Area)),
            (None, Some(postcode)) => Ok(Some(Self::Outside(postcode))),
        }
    }

    #[must_use]
    pub fn area(&self) -> Option<&AreaId> {
        match self {
            Self::Area(area) => Some(area),
            Self::Outside(_) => None,
        }
    }

    /// The postcode outside the map.
    #[must_use]
    pub fn place(&self) -> Option<Postcode> {
        match self {
            Self::Area(_) => None,
            Self::Outside(postcode) => Some(*postcode),
        }
    }
}

impl fmt::Display for Residence {
    /// As it can be typed again.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Area(area) => area.fmt(f),
            Self::Outside(postcode) => postcode.fmt(f),
        }
    }
}

/// The keys of a residence in JSON.
#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ResidenceKeys {
    area: Option<AreaId>,
    #[serde(default)]
    place: Option<Postcode>,
}

pub(super) fn write_keys<S: Serializer>(
    residence: &Option<Residence>,
    to: S,
) -> Result<S::Ok, S::Error> {
    let residence = residence.as_ref();
    let keys = ResidenceKeys {
        area: residence.and_then(Residence::area).cloned(),
        place: residence.and_then(Residence::place),
    };
    keys.serialize(to)
}

pub(super) fn read_keys<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Residence>, D::Error> {
    let ResidenceKeys { area, place } = ResidenceKeys::deserialize(from)?;
    Residence::of(area, place).map_err(D::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::digits("3012", Some(3012))]
    #[case::letters("3012 AB", Some(3012))]
    #[case::close_together(" 3012ab ", Some(3012))]
    #[case::the_first("1000", Some(1000))]
    #[case::the_last("9999 ZZ", Some(9999))]
    #[case::a_zero_before("0999", None)]
    #[case::three_digits("301", None)]
    #[case::five_digits("30123", None)]
    #[case::one_letter("3012 A", None)]
    #[case::three_letters("3012 ABC", None)]
    #[case::a_sign("+301", None)]
    #[case::other_digits("３０１２", None)]
    #[case::an_accent("3012 é", None)]
    #[case::wide_characters("€€€€", None)]
    #[case::nothing("", None)]
    fn a_postcode_is_four_digits_from_1000(#[case] text: &str, #[case] number: Option<u16>) {
        assert_eq!(Postcode::written(text).map(Postcode::number), number);
    }

    #[test]
    fn nobody_lives_in_two_places() {
        let (area, place) = ("waterdam".parse().ok(), "9999".parse().ok());
        assert_eq!(Residence::of(area, place), Err(AreaAndPlace));
        assert_eq!(Residence::of(None, None), Ok(None));
    }

    #[test]
    fn only_the_digits_are_kept() {
        let postcode = Postcode::written("3012 AB").unwrap();
        assert_eq!(postcode.to_string(), "3012");
        assert_eq!("3012".parse(), Ok(postcode));
        assert_eq!("3012 AB".parse::<Postcode>(), Err(NotAPostcode));
    }
}
