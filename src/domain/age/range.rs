//! The ages that a responsibility holds for.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::domain::age::written::written;
use crate::domain::age::{Age, NotAnAge};

/// Ages from one birthday until another: half-open, so `0-4` ends the day before the fourth
/// birthday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "(Age, Option<Age>)", into = "(Age, Option<Age>)")]
pub struct AgeRange {
    from: Age,
    until: Option<Age>,
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

    /// Reads `0-4`, `18+`, `unborn`, `unborn-4`, `0-18m`, `17y6m-23`: years and months, because
    /// weeks and days would be rounded. Not `1-18m`: the 1 may be a year or a month.
    fn from_str(text: &str) -> Result<Self, NotAnAge> {
        let text = text.trim();
        if text == "unborn" {
            return Self::new(Age::Unborn, Some(Age::Months(0))).ok_or(NotAnAge);
        }
        if let Some(from) = text.strip_suffix('+') {
            return Self::new(bound(from)?, None).ok_or(NotAnAge);
        }
        let (from, until) = text.split_once('-').ok_or(NotAnAge)?;
        let range = Self::new(bound(from)?, Some(bound(until)?)).ok_or(NotAnAge)?;
        let without_unit = from.trim().chars().all(|c| c.is_ascii_digit());
        let in_months = written(until)?.in_months;
        if without_unit && in_months && range.from != Age::Months(0) {
            return Err(NotAnAge);
        }
        Ok(range)
    }
}

/// A bound in whole months.
fn bound(text: &str) -> Result<Age, NotAnAge> {
    let written = written(text)?;
    if written.to_the_day {
        return Err(NotAnAge);
    }
    Ok(written.age)
}
