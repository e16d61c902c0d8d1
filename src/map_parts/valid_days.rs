//! The days on which an agreement is valid.

use serde::{Deserialize, Serialize};

use crate::domain::time::Day;

/// From a first day through a last one. `None`: always so far, or without an end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValidDays {
    pub from: Option<Day>,
    /// The last day, which is one of them.
    pub until: Option<Day>,
}

/// Whether an agreement is valid on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity {
    Holds,
    /// It holds from this day on.
    NotYet(Day),
    /// This was its last day.
    Lapsed(Day),
}

impl Validity {
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Validity::Holds => "holds",
            Validity::NotYet(_) => "not-yet",
            Validity::Lapsed(_) => "lapsed",
        }
    }
}

impl ValidDays {
    #[must_use]
    pub fn on(self, day: Day) -> Validity {
        match (self.from.filter(|from| day < *from), self.until) {
            (Some(from), _) => Validity::NotYet(from),
            (None, Some(until)) if until < day => Validity::Lapsed(until),
            (None, _) => Validity::Holds,
        }
    }

    /// Whether the day is one of them.
    #[must_use]
    pub fn include(self, day: Day) -> bool {
        self.on(day) == Validity::Holds
    }

    /// Whether the day or a later one is one of them.
    #[must_use]
    pub fn last_through(self, day: Day) -> bool {
        self.until.is_none_or(|until| day <= until)
    }

    /// The days that are among these and among the others; perhaps none.
    #[must_use]
    pub fn and(self, others: Self) -> Self {
        let lasts = self.until.into_iter().chain(others.until);
        Self {
            from: self.from.max(others.from),
            until: lasts.min(),
        }
    }

    /// Whether each of the others is one of them.
    #[must_use]
    pub fn cover(self, others: Self) -> bool {
        self.and(others) == others
    }

    /// Whether they end before they begin.
    #[must_use]
    pub fn is_never(self) -> bool {
        (self.from.zip(self.until)).is_some_and(|(from, until)| until < from)
    }

    /// The days on which something begins or is no more.
    pub fn turns(self) -> impl Iterator<Item = Day> {
        let ended = self.until.map(|last| last.plus(1));
        self.from.into_iter().chain(ended)
    }

    /// Whether their last day is before that of the others.
    #[must_use]
    pub fn end_before(self, others: Self) -> bool {
        self.until
            .is_some_and(|until| others.until.is_none_or(|last| until < last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn read(day: &str) -> Day {
        day.parse().unwrap()
    }

    const NOT_YET: &str = "not-yet 2026-11-22";
    const LAPSED: &str = "lapsed 2026-11-24";

    #[rstest]
    #[case::the_day_before("2026-11-21", [NOT_YET, "holds", NOT_YET, "holds"])]
    #[case::the_first_day("2026-11-22", ["holds"; 4])]
    #[case::between("2026-11-23", ["holds"; 4])]
    #[case::the_last_day("2026-11-24", ["holds"; 4])]
    #[case::the_day_after("2026-11-25", [LAPSED, LAPSED, "holds", "holds"])]
    fn both_ends_are_days_on_which_it_holds(#[case] day: &str, #[case] expected: [&str; 4]) {
        let (from, until) = (Some(read("2026-11-22")), Some(read("2026-11-24")));
        let (begins, ends) = ([from, None, from, None], [until, until, None, None]);
        let said = begins.into_iter().zip(ends).map(|(from, until)| {
            let days = ValidDays { from, until };
            let validity = days.on(read(day));
            assert_eq!(days.include(read(day)), validity == Validity::Holds);
            match validity {
                Validity::Holds => validity.code().to_owned(),
                Validity::NotYet(from) => format!("not-yet {from}"),
                Validity::Lapsed(until) => format!("lapsed {until}"),
            }
        });
        assert_eq!(said.collect::<Vec<_>>(), expected);
    }

    #[rstest]
    #[case::it_began("2026-11-01", "2026-11-23", true)]
    #[case::it_has_not_begun("2026-12-01", "2026-12-31", true)]
    #[case::it_ended("2026-11-01", "2026-11-22", false)]
    fn it_lasts_through_a_day_when_it_ends_later(
        #[case] from: &str,
        #[case] until: &str,
        #[case] lasts: bool,
    ) {
        let (from, until) = (Some(read(from)), Some(read(until)));
        let days = ValidDays { from, until };
        assert_eq!(days.last_through(read("2026-11-23")), lasts);
    }
}
