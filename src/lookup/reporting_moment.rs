//! When a report was made, also when only the day is known.

use crate::domain::time::{ClockTime, Day, Moment, NotATime, WrittenTime, year_first};
use crate::routing::map::{MapSettings, RouteMap};

impl RouteMap {
    /// Reads when a report was made, with the year first or as the Dutch write it. A day without a time is [within office
    /// hours](Self::reporting_moment).
    ///
    /// # Errors
    /// [`NotATime`], as of [`Zone::written`](crate::domain::time::Zone::written).
    pub fn read_moment(&self, text: &str) -> Result<Moment, NotATime> {
        match self.settings().zone.written(&year_first(text))? {
            WrittenTime::Moment(at) => Ok(at),
            WrittenTime::Day(day) => self.reporting_moment(day).ok_or(NotATime),
        }
    }

    /// The moment that stands for a report with only a day: when the offices open on
    /// that day, or the start of a day on which they do not. `None` where the calendar ends.
    #[must_use]
    pub fn reporting_moment(&self, day: Day) -> Option<Moment> {
        let MapSettings {
            zone, office_hours, ..
        } = self.settings();
        let clock = if self.is_office_day(day) {
            office_hours.from
        } else {
            ClockTime::START
        };
        zone.at(day, clock)
    }
}

#[cfg(test)]
mod tests {
    use crate::routing::map::Hours;
    use crate::routing::sample::{at, map};

    #[test]
    fn a_day_alone_is_within_office_hours_when_it_has_any() {
        let map = map(&[]);
        for number in 0..1500 {
            let day = map.day(at("2024-01-01")).plus(number);
            let hours = map.hours_at(map.reporting_moment(day).unwrap());
            let has_office_hours = map.hours_on(day).contains(&Hours::Office);
            assert_eq!(hours == Hours::Office, has_office_hours, "{day}");
            assert_eq!(map.day(map.reporting_moment(day).unwrap()), day);
        }
    }
}
