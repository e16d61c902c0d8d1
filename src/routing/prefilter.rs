//! The criteria of a responsibility beyond topic and area, in one cache line: most candidates fail
//! here.

use crate::domain::time::Day;
use crate::map_parts::Responsibility;
use crate::map_parts::ages::AgeLimits;
use crate::map_parts::choice::ChoiceLimits;
use crate::map_parts::criterion::{Criteria, Question, unmet};
use crate::map_parts::valid_days::ValidDays;

/// The short form of a responsibility.
#[derive(Debug, Clone, Copy)]
pub(super) struct Prefilter {
    ages: AgeLimits,
    choices: ChoiceLimits,
    valid: ValidDays,
    pub(super) priority: i32,
    /// Whether it also limits senders: then the responsibility itself must be checked.
    pub(super) asks_sender: bool,
}

/// In bytes.
const CACHE_LINE: usize = 64;

const _: () = assert!(size_of::<Prefilter>() <= CACHE_LINE);

impl Prefilter {
    pub(super) fn of(responsibility: &Responsibility) -> Self {
        let Responsibility {
            criteria,
            valid,
            priority,
            ..
        } = responsibility;
        // The index checks topics and areas.
        let Criteria {
            topics: _,
            ages,
            areas: _,
            senders,
            choices,
        } = criteria;
        Self {
            ages: *ages,
            choices: *choices,
            valid: *valid,
            priority: *priority,
            asks_sender: senders.is_some(),
        }
    }

    /// Whether everything holds, ignoring the sender.
    pub(super) fn admits(&self, asked: &Question, day: Day) -> bool {
        self.valid.include(day) && unmet(&self.ages, &self.choices, asked).next().is_none()
    }
}
