//! A range of days.

use crate::domain::time::Day;
use crate::routing::choice::{Choice, Values};
use crate::routing::map::{RouteMap, ValidDays};

/// Every weekday occurs in a year, and every holiday.
const A_YEAR: i64 = 366;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayRange {
    pub from: Day,
    /// The last day; `None` when there is none.
    pub until: Option<Day>,
}

impl DayRange {
    #[must_use]
    pub fn only(day: Day) -> Self {
        Self {
            from: day,
            until: Some(day),
        }
    }

    #[must_use]
    pub fn since(day: Day) -> Self {
        Self {
            from: day,
            until: None,
        }
    }

    /// Whether something that is valid on `valid` holds on one of these days.
    #[must_use]
    pub fn overlap(self, valid: ValidDays) -> bool {
        let ValidDays { from, until } = valid;
        let starts_in_time = from.is_none_or(|from| self.until.is_none_or(|end| from <= end));
        let ends_in_time = until.is_none_or(|until| self.from <= until);
        let holds_at_all = from.zip(until).is_none_or(|(from, until)| from <= until);
        starts_in_time && ends_in_time && holds_at_all
    }

    /// Those of these days on which something is there that is valid on `valid`.
    #[must_use]
    pub fn during(self, valid: ValidDays) -> Option<Self> {
        let lasts = self.until.into_iter().chain(valid.until);
        let both = Self {
            from: valid.from.map_or(self.from, |from| from.max(self.from)),
            until: lasts.min(),
        };
        (both.until.is_none_or(|until| both.from <= until)).then_some(both)
    }

    /// Each of the days; of a range without end so many that all kinds of hours occur on them.
    pub fn each(self, map: &RouteMap) -> impl Iterator<Item = Day> {
        let closed_days = &map.settings().calendar.closed_days;
        // After the last closed day only weekends and holidays are left.
        let last = closed_days.last().copied().unwrap_or(self.from);
        let last = self.until.unwrap_or(self.from.max(last).plus(A_YEAR));
        (0..=last.days_since(self.from)).map(move |later| self.from.plus(later))
    }

    /// The hours that occur on these days: on a holiday there is no office time.
    #[must_use]
    pub fn hours(self, map: &RouteMap) -> Values {
        let mut found = Values::default();
        for day in self.each(map) {
            found |= map.hours_on(day).iter().copied().map(Values::of).collect();
            if found == Values::all(Choice::Hours) {
                break;
            }
        }
        found
    }

    /// The range, cut before each of these days. Days outside it make no cut.
    pub(in crate::map_analysis) fn cut(self, firsts: impl Iterator<Item = Day>) -> Vec<DayRange> {
        let mut firsts: Vec<Day> = firsts
            .filter(|day| self.from < *day && self.until.is_none_or(|until| *day <= until))
            .collect();
        firsts.sort_unstable();
        firsts.dedup();
        let mut ranges = Vec::new();
        let mut from = self.from;
        for next in firsts {
            let until = Some(next.plus(-1));
            ranges.push(DayRange { from, until });
            from = next;
        }
        ranges.push(DayRange { from, ..self });
        ranges
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::always(None, None, true)]
    #[case::from_the_last_day(Some("2026-12-31"), None, true)]
    #[case::from_the_day_after(Some("2027-01-01"), None, false)]
    #[case::until_the_first_day(None, Some("2026-12-01"), true)]
    #[case::until_the_day_before(None, Some("2026-11-30"), false)]
    #[case::ended_before_it_began(Some("2026-12-20"), Some("2026-12-10"), false)]
    fn what_holds_on_one_of_the_days_overlaps(
        #[case] from: Option<&str>,
        #[case] until: Option<&str>,
        #[case] overlaps: bool,
    ) {
        let day = |text: &str| text.parse().unwrap();
        let december = DayRange {
            from: day("2026-12-01"),
            until: Some(day("2026-12-31")),
        };
        assert_eq!(
            december.overlap(ValidDays {
                from: from.map(day),
                until: until.map(day)
            }),
            overlaps
        );
    }
}
