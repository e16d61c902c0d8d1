//! Ages and the ranges of age that an organisation works for.

mod days;
mod number_words;
mod range;
mod written;
mod youngest;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

pub use range::AgeRange;
pub use youngest::YoungestChild;

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

    /// Whether so many months later it is another age, as it is written: to the month below two years
    /// and where months were told, otherwise to the year.
    #[must_use]
    pub fn has_passed_after(self, later: u32) -> bool {
        match self {
            Age::Unborn => later > 0,
            Age::Months(months) if months < 24 || !months.is_multiple_of(12) => later > 0,
            Age::Months(_) => later >= 12,
        }
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

    /// Reads years (`34`), or numbers with units in English or Dutch (`5 days`, `8m`, `17y10m`,
    /// `drie weken`, `17 jaar en 10 maanden`), or a word such as `unborn`, `zwanger` or `newborn`.
    fn from_str(text: &str) -> Result<Self, NotAnAge> {
        written::written(text).map(|written| written.age)
    }
}

impl Age {
    /// Whether a text begins with a number, in digits or as a word, as most ages do.
    #[must_use]
    pub fn may_begin(text: &str) -> bool {
        written::begins_with_a_number(text)
    }
}

#[cfg(test)]
mod tests;
