//! Ages and the ranges of age that an organisation works for.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The age of the person the worry is about, in whole months. Never a birth date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Option<u16>", into = "Option<u16>")]
pub enum Age {
    /// Not born yet.
    Unborn,
    /// Completed months since birth; 130 years at most.
    Months(u16),
}

/// The text is not an age, or not a range of ages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAnAge;

/// Ages from one birthday until another: half-open, so `0-4` ends the day before the fourth
/// birthday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "(Age, Option<Age>)", into = "(Age, Option<Age>)")]
pub struct AgeRange {
    from: Age,
    until: Option<Age>,
}

const OLDEST_MONTHS: u32 = 130 * 12;

impl Age {
    /// An age in completed years.
    ///
    /// # Errors
    /// [`NotAnAge`] above 130.
    pub fn years(years: u32) -> Result<Self, NotAnAge> {
        Self::months(years.checked_mul(12).ok_or(NotAnAge)?)
    }

    /// An age in completed months.
    ///
    /// # Errors
    /// [`NotAnAge`] above 130 years.
    pub fn months(months: u32) -> Result<Self, NotAnAge> {
        if months > OLDEST_MONTHS {
            return Err(NotAnAge);
        }
        u16::try_from(months)
            .map(Self::Months)
            .map_err(|_| NotAnAge)
    }
}

impl From<Age> for Option<u16> {
    fn from(age: Age) -> Self {
        match age {
            Age::Unborn => None,
            Age::Months(months) => Some(months),
        }
    }
}

impl TryFrom<Option<u16>> for Age {
    type Error = NotAnAge;

    fn try_from(months: Option<u16>) -> Result<Self, NotAnAge> {
        months.map_or(Ok(Age::Unborn), |months| Age::months(months.into()))
    }
}

impl fmt::Display for NotAnAge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an age")
    }
}

impl fmt::Display for Age {
    /// Writes what [`Age::from_str`] reads: `unborn`, `8m`, `17y10m`, `34`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Age::Unborn => f.write_str("unborn"),
            Age::Months(m) if m % 12 == 0 => write!(f, "{}", m / 12),
            Age::Months(m) if *m < 12 => write!(f, "{m}m"),
            Age::Months(m) => write!(f, "{}y{}m", m / 12, m % 12),
        }
    }
}

impl FromStr for Age {
    type Err = NotAnAge;

    /// Reads years (`34`), or numbers with units in English or Dutch (`5 days`, `8m`, `17y10m`, `3
    /// weken`, `17 jaar en 10 maanden`), or `unborn` / `ongeboren`.
    fn from_str(text: &str) -> Result<Self, NotAnAge> {
        let text = text.trim().to_lowercase();
        if matches!(text.as_str(), "unborn" | "ongeboren") {
            return Ok(Age::Unborn);
        }
        if let Ok(years) = text.parse() {
            return Age::years(years);
        }
        let mut rest = text.as_str();
        let (mut months, mut days) = (0u32, 0u32);
        while !rest.is_empty() {
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let (number, tail) = rest.split_at(digits);
            let number: u32 = number.parse().map_err(|_| NotAnAge)?;
            let tail = tail.trim_start();
            let letters = tail
                .find(|c: char| !c.is_alphabetic())
                .unwrap_or(tail.len());
            let (unit, tail) = tail.split_at(letters);
            let (whole, part) = match unit {
                "y" | "yr" | "year" | "years" | "j" | "jr" | "jaar" | "jaren" => (12, 0),
                "m" | "mo" | "mnd" | "month" | "months" | "maand" | "maanden" => (1, 0),
                "w" | "wk" | "week" | "weeks" | "weken" => (0, 7),
                "d" | "day" | "days" | "dag" | "dagen" => (0, 1),
                _ => return Err(NotAnAge),
            };
            months = number
                .checked_mul(whole)
                .and_then(|m| m.checked_add(months))
                .ok_or(NotAnAge)?;
            days = number
                .checked_mul(part)
                .and_then(|d| d.checked_add(days))
                .ok_or(NotAnAge)?;
            let tail = tail.trim_start().trim_start_matches(',');
            let tail = tail
                .strip_prefix("and ")
                .or_else(|| tail.strip_prefix("en "))
                .unwrap_or(tail);
            rest = tail.trim_start();
        }
        if text.is_empty() {
            return Err(NotAnAge);
        }
        // A month has 30.44 days; the part of a month that is left does not count.
        let more = u32::try_from(u64::from(days) * 100 / 3044).map_err(|_| NotAnAge)?;
        Age::months(months.checked_add(more).ok_or(NotAnAge)?)
    }
}

impl AgeRange {
    /// Every age: from before birth, without an end.
    pub const ALL: AgeRange = AgeRange {
        from: Age::Unborn,
        until: None,
    };

    /// From `from` until `until`, which is not in it; `None` when no age is left.
    #[must_use]
    pub fn new(from: Age, until: Option<Age>) -> Option<Self> {
        until
            .is_none_or(|until| from < until)
            .then_some(Self { from, until })
    }

    /// Whether someone of this age falls in the range.
    #[must_use]
    pub fn includes(self, age: Age) -> bool {
        self.from <= age && self.until.is_none_or(|until| age < until)
    }

    /// Whether every age of `other` falls in this range.
    #[must_use]
    pub fn contains(self, other: AgeRange) -> bool {
        let ends_later = match (self.until, other.until) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(mine), Some(theirs)) => mine >= theirs,
        };
        self.from <= other.from && ends_later
    }

    /// The ages that also fall in `other`, and those that do not: younger and older.
    #[must_use]
    pub fn split(self, other: AgeRange) -> (Option<AgeRange>, Vec<AgeRange>) {
        let shared = AgeRange::new(
            self.from.max(other.from),
            first_end(self.until, other.until),
        );
        let younger = AgeRange::new(self.from, first_end(self.until, Some(other.from)));
        let older = other
            .until
            .and_then(|end| AgeRange::new(self.from.max(end), self.until));
        (shared, younger.into_iter().chain(older).collect())
    }

    /// The first age in the range.
    #[must_use]
    pub fn from(self) -> Age {
        self.from
    }

    /// The first age past the range; `None` when it has no end.
    #[must_use]
    pub fn until(self) -> Option<Age> {
        self.until
    }
}

/// The earlier end; `None` is no end.
fn first_end(a: Option<Age>, b: Option<Age>) -> Option<Age> {
    a.into_iter().chain(b).min()
}

impl From<AgeRange> for (Age, Option<Age>) {
    fn from(range: AgeRange) -> Self {
        (range.from, range.until)
    }
}

impl TryFrom<(Age, Option<Age>)> for AgeRange {
    type Error = NotAnAge;

    fn try_from((from, until): (Age, Option<Age>)) -> Result<Self, NotAnAge> {
        Self::new(from, until).ok_or(NotAnAge)
    }
}

impl fmt::Display for AgeRange {
    /// Writes what [`AgeRange::from_str`] reads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.from, self.until) {
            (Age::Unborn, Some(Age::Months(0))) => f.write_str("unborn"),
            (from, None) => write!(f, "{from}+"),
            (from, Some(until)) => write!(f, "{from}-{until}"),
        }
    }
}

impl FromStr for AgeRange {
    type Err = NotAnAge;

    /// Reads `0-4`, `18+`, `unborn`, `unborn-4`, `0-18m`, `17y6m-23`.
    fn from_str(text: &str) -> Result<Self, NotAnAge> {
        let text = text.trim();
        let range = if text == "unborn" {
            AgeRange {
                from: Age::Unborn,
                until: Some(Age::Months(0)),
            }
        } else if let Some(from) = text.strip_suffix('+') {
            AgeRange {
                from: from.parse()?,
                until: None,
            }
        } else {
            let (from, until) = text.split_once('-').ok_or(NotAnAge)?;
            AgeRange {
                from: from.parse()?,
                until: Some(until.parse()?),
            }
        };
        if range.until.is_some_and(|until| until <= range.from) {
            Err(NotAnAge)
        } else {
            Ok(range)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("unborn", Age::Unborn)]
    #[case("ongeboren", Age::Unborn)]
    #[case("0", Age::Months(0))]
    #[case("5 days", Age::Months(0))]
    #[case("5 dagen", Age::Months(0))]
    #[case("6 weken", Age::Months(1))]
    #[case("8m", Age::Months(8))]
    #[case("34", Age::Months(408))]
    #[case("130", Age::Months(1560))]
    #[case("17y10m", Age::Months(214))]
    #[case("17 jaar en 10 maanden", Age::Months(214))]
    fn an_age_is_read(#[case] text: &str, #[case] age: Age) {
        assert_eq!(text.parse(), Ok(age));
    }

    #[rstest]
    #[case(Age::Unborn, "unborn")]
    #[case(Age::Months(0), "0")]
    #[case(Age::Months(11), "11m")]
    #[case(Age::Months(12), "1")]
    #[case(Age::Months(214), "17y10m")]
    fn an_age_is_written_as_shortly_as_it_can_be(#[case] age: Age, #[case] text: &str) {
        assert_eq!(age.to_string(), text);
    }

    #[rstest]
    #[case("")]
    #[case("old")]
    #[case("-3")]
    #[case("131")]
    #[case("99999999999")]
    #[case("3 parsecs")]
    #[case("4-")]
    #[case("12-03-2021")]
    fn what_is_not_an_age_is_refused(#[case] text: &str) {
        assert_eq!(text.parse::<Age>(), Err(NotAnAge));
    }

    #[rstest]
    #[case("0-4", "0", true)]
    #[case("0-4", "3y11m", true)]
    #[case("0-4", "4", false)]
    #[case("0-4", "unborn", false)]
    #[case("unborn-4", "unborn", true)]
    #[case("unborn", "0", false)]
    #[case("18+", "17y10m", false)]
    #[case("18+", "18", true)]
    fn a_range_runs_from_the_birthday_until_the_birthday(
        #[case] range: &str,
        #[case] age: &str,
        #[case] inside: bool,
    ) {
        assert_eq!(
            range
                .parse::<AgeRange>()
                .unwrap()
                .includes(age.parse().unwrap()),
            inside
        );
    }

    #[rstest]
    #[case("4-0")]
    #[case("4-4")]
    #[case("unborn-unborn")]
    #[case("4")]
    fn an_empty_or_unfinished_range_is_refused(#[case] text: &str) {
        assert_eq!(text.parse::<AgeRange>(), Err(NotAnAge));
    }

    fn any_age() -> impl Strategy<Value = Age> {
        prop_oneof![Just(Age::Unborn), (0u16..1560).prop_map(Age::Months)]
    }

    fn any_range() -> impl Strategy<Value = AgeRange> {
        (any_age(), proptest::option::of(any_age()))
            .prop_filter("not empty", |(from, until)| until.is_none_or(|u| u > *from))
            .prop_map(|(from, until)| AgeRange { from, until })
    }

    proptest! {
        #[test]
        fn an_age_and_a_range_are_read_back_as_they_were_written(age in any_age(), range in any_range()) {
            prop_assert_eq!(age.to_string().parse(), Ok(age));
            prop_assert_eq!(range.to_string().parse(), Ok(range));
        }

        #[test]
        fn a_range_is_split_into_what_another_shares_and_what_it_does_not(a in any_range(), b in any_range(), age in any_age()) {
            let (shared, others) = a.split(b);
            prop_assert_eq!(shared.is_some_and(|shared| shared.includes(age)), a.includes(age) && b.includes(age));
            let outside = others.iter().filter(|other| other.includes(age)).count();
            prop_assert_eq!(outside, usize::from(a.includes(age) && !b.includes(age)));
        }

        #[test]
        fn a_range_contains_another_when_it_includes_all_its_ages(a in any_range(), b in any_range(), age in any_age()) {
            if a.contains(b) && b.includes(age) {
                prop_assert!(a.includes(age));
            }
        }
    }
}
