//! Working days and terms: when a promise falls due.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::domain::time::{Day, Weekday, easter};

/// A term as an agreement states it: `2 working days`, `14 days`, `6 weeks` or `at once`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Term {
    /// How many; 0 is "at once": the same day.
    pub count: u16,
    /// Of what.
    pub unit: TermUnit,
}

impl Term {
    /// The same day.
    pub const AT_ONCE: Term = Term {
        count: 0,
        unit: TermUnit::WorkingDays,
    };
}

/// What a term counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TermUnit {
    /// Only days on which is worked count.
    WorkingDays,
    /// Every day counts; the last one must be a working day.
    Days,
    /// Seven days each; the last one must be a working day.
    Weeks,
}

/// The text is not a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotATerm;

/// Which days count as working days: Monday to Friday, less the holidays, with the map's own
/// exceptions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// Whether the days of the Algemene termijnenwet are free.
    pub dutch_holidays: bool,
    /// Further days on which nobody works.
    pub closed_days: BTreeSet<Day>,
    /// Days on which is worked although they would be free.
    pub open_days: BTreeSet<Day>,
}

impl Calendar {
    /// Whether `day` counts as a working day.
    #[must_use]
    pub fn is_working_day(&self, day: Day) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        self.open_days.contains(&day) || !(weekend || self.is_holiday(day))
    }

    /// Whether nobody works on `day` for another reason than the day of the week.
    #[must_use]
    pub fn is_holiday(&self, day: Day) -> bool {
        !self.open_days.contains(&day)
            && (self.closed_days.contains(&day) || (self.dutch_holidays && is_dutch_holiday(day)))
    }

    /// The day on which a term that starts on `from` ends.
    ///
    /// Day 1 is the first (working) day after `from`. A term in days or weeks that would end on a
    /// day that is not a working day runs to the next one (Algemene termijnenwet, article 1).
    #[must_use]
    pub fn due(&self, from: Day, term: Term) -> Day {
        match term.unit {
            TermUnit::WorkingDays => {
                (0..term.count).fold(from, |day, _| self.working_day_from(day.plus(1)))
            }
            TermUnit::Days | TermUnit::Weeks if term.count == 0 => from,
            TermUnit::Days => self.working_day_from(from.plus(i64::from(term.count))),
            TermUnit::Weeks => self.working_day_from(from.plus(7 * i64::from(term.count))),
        }
    }

    /// How many working days lie after `from`, up to and including `to`; 0 when `to` is not later.
    #[must_use]
    pub fn working_days_between(&self, from: Day, to: Day) -> u32 {
        let days = 1..=to.days_since(from).max(0);
        days.fold(0, |count, n| {
            count + u32::from(self.is_working_day(from.plus(n)))
        })
    }

    /// The last day after which, up to and including `to`, so many working days lie; a century back
    /// at the most.
    #[must_use]
    pub fn working_days_before(&self, to: Day, count: u32) -> Day {
        let (mut day, mut left) = (to, count);
        while left > 0 && to.days_since(day) < 36_525 {
            left -= u32::from(self.is_working_day(day));
            day = day.plus(-1);
        }
        day
    }

    /// The first working day after this one.
    #[must_use]
    pub fn next_working_day(&self, day: Day) -> Day {
        self.working_day_from(day.plus(1))
    }

    /// The last working day before this one. A map that closes ten years on end gets the day before.
    #[must_use]
    pub fn working_day_before(&self, day: Day) -> Day {
        (1..3660)
            .map(|n| day.plus(-n))
            .find(|d| self.is_working_day(*d))
            .unwrap_or(day.plus(-1))
    }

    /// `day`, or the first working day after it. A map that closes ten years on end gets the day
    /// itself.
    fn working_day_from(&self, day: Day) -> Day {
        (0..3660)
            .map(|n| day.plus(n))
            .find(|d| self.is_working_day(*d))
            .unwrap_or(day)
    }
}

/// The days that article 3 of the Algemene termijnenwet names; Good Friday is treated alike.
fn is_dutch_holiday(day: Day) -> bool {
    match (day.month(), day.day_of_month()) {
        (1, 1) | (5, 5) | (12, 25 | 26) => return true,
        // King's Day gives way when it falls on a Sunday.
        (4, 27) if day.weekday() != Weekday::Sunday => return true,
        (4, 26) if day.weekday() == Weekday::Saturday => return true,
        // Good Friday is on 20 March at the earliest, Whit Monday on 14 June at the latest.
        (3..=6, _) => {}
        _ => return false,
    }
    // Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday and Monday.
    easter(day.year())
        .is_some_and(|sunday| matches!(day.days_since(sunday), -2 | 0 | 1 | 39 | 49 | 50))
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Term { count, unit } = self;
        match (count, unit) {
            (0, _) => f.write_str("at once"),
            (1, TermUnit::WorkingDays) => f.write_str("1 working day"),
            (1, TermUnit::Days) => f.write_str("1 day"),
            (1, TermUnit::Weeks) => f.write_str("1 week"),
            (n, TermUnit::WorkingDays) => write!(f, "{n} working days"),
            (n, TermUnit::Days) => write!(f, "{n} days"),
            (n, TermUnit::Weeks) => write!(f, "{n} weeks"),
        }
    }
}

impl FromStr for Term {
    type Err = NotATerm;

    /// Reads `at once`, `N working days`, `N days` or `N weeks`; a year is the longest term.
    fn from_str(text: &str) -> Result<Self, NotATerm> {
        if text == "at once" {
            return Ok(Term {
                count: 0,
                unit: TermUnit::WorkingDays,
            });
        }
        let (count, unit) = text.split_once(' ').ok_or(NotATerm)?;
        let count: u16 = count.parse().map_err(|_| NotATerm)?;
        let (unit, most) = match unit.trim_start() {
            "working day" | "working days" => (TermUnit::WorkingDays, 260),
            "day" | "days" => (TermUnit::Days, 366),
            "week" | "weeks" => (TermUnit::Weeks, 52),
            _ => return Err(NotATerm),
        };
        if (1..=most).contains(&count) {
            Ok(Term { count, unit })
        } else {
            Err(NotATerm)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn nl() -> Calendar {
        Calendar {
            dutch_holidays: true,
            ..Calendar::default()
        }
    }

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn the_holidays_of_2024_to_2035_are_those_of_the_fixture_and_no_others() {
        let fixture: BTreeSet<Day> = include_str!("dutch_holidays_2024_2035.csv")
            .lines()
            .skip(1)
            .map(|line| day(line.split(',').next().unwrap()))
            .collect();
        assert_eq!(
            fixture.len(),
            12 * 11,
            "eleven days a year, none of which coincide in these years"
        );
        let mut d = day("2024-01-01");
        while d < day("2036-01-01") {
            assert_eq!(is_dutch_holiday(d), fixture.contains(&d), "{d}");
            d = d.plus(1);
        }
    }

    #[rstest]
    #[case::over_a_weekend("2026-11-20", "2 working days", "2026-11-24")]
    #[case::from_a_saturday("2026-11-21", "1 working day", "2026-11-23")]
    #[case::over_christmas("2026-12-23", "2 working days", "2026-12-28")]
    #[case::over_kings_day("2026-04-24", "1 working day", "2026-04-28")]
    #[case::over_ascension_day("2026-05-13", "1 working day", "2026-05-15")]
    #[case::over_liberation_day_each_year("2026-05-04", "1 working day", "2026-05-06")]
    #[case::days_that_end_on_a_sunday("2026-11-16", "6 days", "2026-11-23")]
    #[case::days_that_end_on_good_friday("2026-03-27", "7 days", "2026-04-07")]
    #[case::weeks("2026-11-23", "6 weeks", "2027-01-04")]
    #[case::weeks_to_new_years_day("2026-12-18", "2 weeks", "2027-01-04")]
    #[case::at_once_on_a_saturday("2026-11-28", "at once", "2026-11-28")]
    fn a_term_ends_on(#[case] from: &str, #[case] term: &str, #[case] ends: &str) {
        assert_eq!(nl().due(day(from), term.parse().unwrap()), day(ends));
    }

    #[rstest]
    #[case(TermUnit::WorkingDays)]
    #[case(TermUnit::Days)]
    #[case(TermUnit::Weeks)]
    fn none_of_any_unit_is_at_once_also_on_a_saturday(#[case] unit: TermUnit) {
        assert_eq!(
            nl().due(day("2026-11-28"), Term { count: 0, unit }),
            day("2026-11-28")
        );
    }

    #[test]
    fn the_map_may_close_a_working_day_and_open_a_holiday() {
        let mut calendar = nl();
        calendar.closed_days.insert(day("2026-12-24"));
        calendar.open_days.insert(day("2026-05-05"));
        assert_eq!(
            calendar.due(day("2026-12-23"), "1 working day".parse().unwrap()),
            day("2026-12-28")
        );
        assert_eq!(
            calendar.due(day("2026-05-04"), "1 working day".parse().unwrap()),
            day("2026-05-05")
        );
    }

    #[test]
    fn working_days_between_counts_the_last_day_and_not_the_first() {
        assert_eq!(
            nl().working_days_between(day("2026-11-20"), day("2026-11-24")),
            2
        );
        assert_eq!(
            nl().working_days_between(day("2026-11-24"), day("2026-11-20")),
            0
        );
    }

    #[test]
    fn so_many_working_days_before_a_day_is_the_last_day_from_which_they_count() {
        let to = day("2026-05-18");
        for count in 0..40 {
            let from = nl().working_days_before(to, count);
            assert_eq!(nl().working_days_between(from, to), count, "{from}");
            assert!(nl().working_days_between(from.plus(1), to) < count || count == 0);
        }
        assert_eq!(
            nl().working_days_before(to, u32::MAX),
            to.plus(-36_525),
            "a century back at the most"
        );
    }

    #[rstest]
    #[case("2 working days")]
    #[case("1 week")]
    #[case("14 days")]
    #[case("at once")]
    fn a_term_is_written_as_it_was_read(#[case] text: &str) {
        assert_eq!(text.parse::<Term>().unwrap().to_string(), text);
    }

    #[rstest]
    #[case("two days")]
    #[case("0 days")]
    #[case("5")]
    #[case("99999 weeks")]
    #[case("-1 days")]
    #[case("5 months")]
    fn what_is_not_a_term_is_refused(#[case] text: &str) {
        assert_eq!(text.parse::<Term>(), Err(NotATerm));
    }
}
