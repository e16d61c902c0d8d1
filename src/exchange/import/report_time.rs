//! When a row was reported.

use crate::domain::time::{Moment, WrittenTime, year_first};
use crate::exchange::import::field_error::{FIRST_YEAR, FieldError};
use crate::routing::map::RouteMap;

/// When a row was reported, and the moment by which to decide about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ReportTime {
    /// Never later than now.
    pub reported_at: Moment,
    /// Later than that when the row has today's date alone and the offices have yet to open.
    pub decided_at: Moment,
}

impl ReportTime {
    pub(super) fn exactly(at: Moment) -> Self {
        Self {
            reported_at: at,
            decided_at: at,
        }
    }

    /// Reads a moment, or a day alone, as spreadsheets and other programs write it.
    ///
    /// # Errors
    /// [`FieldError`]: it is not a moment, it has yet to come, or it is too long ago.
    pub(super) fn read(map: &RouteMap, now: Moment, text: &str) -> Result<Self, FieldError> {
        let written = map.settings().zone.written(&year_first(text));
        let time = match written.map_err(|_| FieldError::NotATime)? {
            WrittenTime::Moment(at) => Self::exactly(at),
            WrittenTime::Day(day) => {
                let at = map.reporting_moment(day).ok_or(FieldError::NotATime)?;
                Self {
                    reported_at: if day == map.day(now) { at.min(now) } else { at },
                    decided_at: at,
                }
            }
        };
        match not_a_report_time(map, now, time.reported_at) {
            Some(error) => Err(error),
            None => Ok(time),
        }
    }
}

/// Why nothing can have been reported at that moment; `None` when something can.
pub(super) fn not_a_report_time(map: &RouteMap, now: Moment, at: Moment) -> Option<FieldError> {
    if at > now {
        Some(FieldError::InTheFuture)
    } else if map.day(at).year() < FIRST_YEAR {
        Some(FieldError::TooLongAgo)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Zone;
    use crate::routing::sample::{at, map};
    use rstest::rstest;

    /// What is kept and by what is decided, on the clocks of Waterdam; or what is wrong.
    fn read(text: &str, now: &str) -> Result<(String, String), FieldError> {
        let map = map(&[]);
        let time = ReportTime::read(&map, at(now), text)?;
        let local = |at: Moment| at.in_zone(Zone::AMSTERDAM)[..16].to_owned();
        Ok((local(time.reported_at), local(time.decided_at)))
    }

    const MONDAY: &str = "2026-11-23T10:15";

    #[rstest]
    #[case::iso("2026-11-20T22:10", "2026-11-20T22:10")]
    #[case::midnight("2026-11-20 00:00", "2026-11-20T00:00")]
    #[case::dutch("20-11-2026 9:05", "2026-11-20T09:05")]
    #[case::slashes("3/2/2026 08:05:59", "2026-02-03T08:05")]
    #[case::with_an_offset("2026-11-20T09:05:00Z", "2026-11-20T10:05")]
    #[case::a_working_day("2026-11-20", "2026-11-20T08:30")]
    #[case::today("23-11-2026", "2026-11-23T08:30")]
    #[case::a_sunday("22-11-2026", "2026-11-22T00:00")]
    #[case::a_holiday("2025-12-25", "2025-12-25T00:00")]
    #[case::the_first_that_can_be("1990-01-01", "1990-01-01T00:00")]
    #[case::now(MONDAY, MONDAY)]
    fn a_moment_is_read_and_a_day_alone_is_when_the_offices_open(
        #[case] text: &str,
        #[case] at: &str,
    ) {
        assert_eq!(read(text, MONDAY), Ok((at.into(), at.into())));
    }

    #[test]
    fn today_before_the_offices_open_is_decided_as_when_they_do_and_kept_as_now() {
        let early = "2026-11-23T07:00";
        let opening = "2026-11-23T08:30".to_owned();
        assert_eq!(read("2026-11-23", early), Ok((early.into(), opening)));
    }

    #[rstest]
    #[case::in_two_digits("23-11-26", FieldError::NotATime)]
    #[case::in_two_digits_with_a_time("23-11-26 10:15", FieldError::NotATime)]
    #[case::in_two_digits_the_year_last("1-12-25 9:00", FieldError::NotATime)]
    #[case::in_two_digits_and_zeros("0026-11-23", FieldError::NotATime)]
    #[case::in_two_digits_and_zeros("22-11-0026", FieldError::NotATime)]
    #[case::the_first_year("0001-01-01T00:00:00", FieldError::NotATime)]
    #[case::the_first_year("0001-01-01T00:00:00Z", FieldError::NotATime)]
    #[case::a_number_of_days("46349", FieldError::NotATime)]
    #[case::the_month_first("11/23/2026", FieldError::NotATime)]
    #[case::day_0_of_a_spreadsheet("1899-12-30", FieldError::TooLongAgo)]
    #[case::day_0_of_a_spreadsheet("30-12-1899 00:00", FieldError::TooLongAgo)]
    #[case::second_0_of_a_computer("1970-01-01T00:00:00Z", FieldError::TooLongAgo)]
    #[case::the_last_that_cannot_be("1989-12-31T23:59", FieldError::TooLongAgo)]
    #[case::tomorrow("2026-11-24", FieldError::InTheFuture)]
    #[case::a_day_off_to_come("28-11-2026", FieldError::InTheFuture)]
    #[case::a_minute_from_now("2026-11-23T10:16", FieldError::InTheFuture)]
    fn what_is_no_moment_of_a_report_is_turned_down(#[case] text: &str, #[case] error: FieldError) {
        assert_eq!(read(text, MONDAY), Err(error));
    }
}
