//! A moment as a map sees it: by its zone, its calendar and its office hours.

use crate::domain::time::{Day, Moment};
use crate::routing::map::{Hours, MapSettings, RouteMap};

/// A moment, as far as deciding looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The day, in the map's zone.
    pub day: Day,
    /// Whether the offices of the map are open.
    pub hours: Hours,
}

impl RouteMap {
    /// Whether it is office time at that moment.
    #[must_use]
    pub fn hours_at(&self, at: Moment) -> Hours {
        self.when(at).hours
    }

    /// What the rules see of this moment.
    #[must_use]
    pub fn when(&self, at: Moment) -> When {
        let settings = self.settings();
        let (day, clock) = settings.zone.day_and_clock(at);
        let in_hours = self.is_office_day(day) && settings.office_hours.include(clock);
        When {
            day,
            hours: if in_hours {
                Hours::Office
            } else {
                Hours::Outside
            },
        }
    }

    /// Whether the offices are open at some time of that day. They may be open on Saturdays; a day
    /// that the map opens counts whatever its weekday.
    pub(crate) fn is_office_day(&self, day: Day) -> bool {
        let MapSettings {
            calendar,
            office_hours,
            ..
        } = self.settings();
        calendar.open_days.contains(&day)
            || (office_hours.days.contains(&day.weekday()) && !calendar.is_holiday(day))
    }

    /// The kinds of hours that occur on that day.
    #[must_use]
    pub fn hours_on(&self, day: Day) -> &'static [Hours] {
        let all_day = self.settings().office_hours.are_all_day();
        match (self.is_office_day(day), all_day) {
            (false, _) => &[Hours::Outside],
            (true, false) => &[Hours::Office, Hours::Outside],
            (true, true) => &[Hours::Office],
        }
    }

    /// The day on which it is `at` in the map's zone.
    #[must_use]
    pub fn day(&self, at: Moment) -> Day {
        self.settings().zone.day(at)
    }
}
