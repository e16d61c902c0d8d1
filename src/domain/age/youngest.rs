//! The youngest child in a home.

use std::fmt;
use std::str::FromStr;

use crate::domain::age::{Age, NotAnAge};
use crate::domain::spelling::plain;
use crate::domain::stored::as_text;

/// The youngest child in the home of the person the worry is about. Who sees an adult asks whether
/// there are children (the *kindcheck* of the meldcode).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum YoungestChild {
    /// There is no child in the home.
    NoChild,
    /// A child of this age, born or not.
    Aged(Age),
}

impl YoungestChild {
    /// How it is written that there is none, in JSON and in the map.
    pub const NONE: &'static str = "none";

    /// `None` when there is no child.
    #[must_use]
    pub fn age(self) -> Option<Age> {
        match self {
            YoungestChild::NoChild => None,
            YoungestChild::Aged(age) => Some(age),
        }
    }
}

impl fmt::Display for YoungestChild {
    /// Writes what [`YoungestChild::from_str`] reads: `none`, or an age.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            YoungestChild::NoChild => f.write_str(Self::NONE),
            YoungestChild::Aged(age) => age.fmt(f),
        }
    }
}

impl FromStr for YoungestChild {
    type Err = NotAnAge;

    /// Reads `none` or `geen`, or an age as [`Age::from_str`] does.
    fn from_str(text: &str) -> Result<Self, NotAnAge> {
        match plain(text).as_str() {
            Self::NONE | "geen" => Ok(YoungestChild::NoChild),
            _ => text.parse().map(YoungestChild::Aged),
        }
    }
}

as_text!(YoungestChild);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("none", Some("none"))]
    #[case(" Geen ", Some("none"))]
    #[case("5 dagen", Some("0"))]
    #[case("zwanger", Some("unborn"))]
    #[case("17 jaar en 11 maanden", Some("17y11m"))]
    #[case("", None)]
    #[case("nee", None)]
    #[case("geen 3", None)]
    fn a_child_has_an_age_or_is_not_there(#[case] text: &str, #[case] read: Option<&str>) {
        let youngest = text.parse::<YoungestChild>().ok();
        assert_eq!(youngest.map(|one| one.to_string()).as_deref(), read);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(months in proptest::option::of(0u32..1561)) {
            let youngest = match months {
                None => YoungestChild::NoChild,
                Some(months) => YoungestChild::Aged(Age::months(months).unwrap()),
            };
            prop_assert_eq!(youngest.to_string().parse(), Ok(youngest));
        }
    }
}
