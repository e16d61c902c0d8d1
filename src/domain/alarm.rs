//! Alarms about broken promises: which promise, and how long after it.

use serde::{Deserialize, Serialize};

use crate::domain::calendar::{Calendar, Term, TermUnit};
use crate::domain::codes::code_enum;
use crate::domain::time::Day;

code_enum! {
    /// A promise that runs while a signal is open.
    Promise {
        /// The owner says whether they take it on.
        Accept = "accept",
        /// The sender hears what was done.
        Feedback = "feedback",
        /// The sender says whether that is right.
        Confirm = "confirm",
    }
}

/// A step of the escalation: a number of working days past a promise.
///
/// What it is about is its name: steps can be put in another order, or between others, and none
/// sounds twice or is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AlarmStep {
    /// Past which promise.
    pub past: Promise,
    /// After how many working days; 0 is the first night after the day of the promise.
    pub after: u8,
}

impl AlarmStep {
    /// Whether it is time today for this step, about a promise that ran until and with `promised`.
    #[must_use]
    pub fn is_due(self, promised: Day, today: Day, calendar: &Calendar) -> bool {
        let after = Term {
            count: self.after.into(),
            unit: TermUnit::WorkingDays,
        };
        promised < today && calendar.due(promised, after) <= today
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::the_last_day_is_not_late(0, "2026-11-25", false)]
    #[case::at_once_is_the_first_night_after(0, "2026-11-26", true)]
    #[case::one_working_day(1, "2026-11-26", true)]
    #[case::two_on_the_friday(2, "2026-11-27", true)]
    #[case::three_not_in_the_weekend(3, "2026-11-29", false)]
    #[case::three_on_the_monday(3, "2026-11-30", true)]
    #[case::a_clock_that_stands_still_in_2001(0, "2001-01-01", false)]
    #[case::a_clock_that_jumped_to_2099(255, "2099-01-01", true)]
    fn a_step_past_a_wednesday_is_due(#[case] after: u8, #[case] today: &str, #[case] due: bool) {
        let step = AlarmStep {
            past: Promise::Accept,
            after,
        };
        assert_eq!(
            step.is_due(
                "2026-11-25".parse().unwrap(),
                today.parse().unwrap(),
                &Calendar::default()
            ),
            due
        );
    }
}
