//! When the offices of a map are open.

use serde::{Deserialize, Serialize};

use crate::domain::codes::code_enum;
use crate::domain::time::{ClockTime, ClosingTime, Weekday};

code_enum! {
    /// Whether it is office time, by the map's office hours and holidays.
    Hours {
        /// On an office day within office hours.
        Office = "office",
        /// At any other time.
        Outside = "outside",
    }
}

/// When the offices of the map are open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeHours {
    /// On which days of the week.
    pub days: Vec<Weekday>,
    /// From this time,
    pub from: ClockTime,
    /// until this time, which is later.
    pub to: ClosingTime,
}

impl OfficeHours {
    /// Whether the offices are open at this time of an office day.
    #[must_use]
    pub fn include(&self, time: ClockTime) -> bool {
        self.from <= time && self.to.is_after(time)
    }

    /// Whether an office day has no other hours.
    #[must_use]
    pub fn are_all_day(&self) -> bool {
        self.from == ClockTime::START && self.to == ClosingTime::Midnight
    }
}
