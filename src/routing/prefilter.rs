//! The criteria of a responsibility beyond topic and area, in one cache line: most candidates fail
//! here.

use crate::domain::time::Day;
use crate::routing::ages::AgeLimits;
use crate::routing::choice::Choices;
use crate::routing::criterion::{Criteria, Question};
use crate::routing::map::Responsibility;

/// The short form of a responsibility.
#[derive(Debug, Clone, Copy)]
pub(super) struct Prefilter {
    ages: AgeLimits,
    valid_from: Option<Day>,
    valid_until: Option<Day>,
    pub(super) priority: i32,
    allowed: Choices,
    /// Whether it also limits senders: then the responsibility itself must be checked.
    pub(super) asks_sender: bool,
}

impl Prefilter {
    pub(super) fn of(responsibility: &Responsibility) -> Self {
        let Responsibility {
            criteria,
            valid_from,
            valid_until,
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
            valid_from: *valid_from,
            valid_until: *valid_until,
            priority: *priority,
            allowed: choices.allowed(),
            asks_sender: senders.is_some(),
        }
    }

    /// Whether everything holds, ignoring the sender.
    pub(super) fn admits(&self, asked: &Question, day: Day) -> bool {
        self.ages
            .iter()
            .all(|(subject, range)| asked.age_lies_in(range, subject) == Some(true))
            && asked.choices.are_among(&self.allowed)
            && self.valid_from.is_none_or(|from| from <= day)
            && self.valid_until.is_none_or(|until| day <= until)
    }
}
