//! The criteria of a responsibility beyond topic and area, in one cache line: most candidates fail
//! here.

use crate::domain::age::AgeRange;
use crate::domain::signal::Urgency;
use crate::domain::time::Day;
use crate::routing::criterion::{Criteria, Question};
use crate::routing::map::{Hours, Responsibility};

/// The short form of a responsibility.
#[derive(Debug, Clone, Copy)]
pub(super) struct Prefilter {
    ages: Option<AgeRange>,
    valid_from: Option<Day>,
    valid_until: Option<Day>,
    pub(super) priority: i32,
    /// A bit for each urgency, by its place.
    urgency: u8,
    hours: Option<Hours>,
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
            urgency,
            senders,
            hours,
        } = criteria;
        let urgency = urgency.as_ref().map_or(u8::MAX, |these| {
            these.iter().fold(0, |bits, one| bits | bit(*one))
        });
        Self {
            ages: *ages,
            valid_from: *valid_from,
            valid_until: *valid_until,
            priority: *priority,
            urgency,
            hours: *hours,
            asks_sender: senders.is_some(),
        }
    }

    /// Whether everything holds, ignoring the sender.
    pub(super) fn admits(&self, asked: &Question, day: Day) -> bool {
        self.ages
            .is_none_or(|range| asked.age.is_some_and(|age| range.includes(age)))
            && self.urgency & bit(asked.urgency) != 0
            && self.hours.is_none_or(|hours| hours == asked.hours)
            && self.valid_from.is_none_or(|from| from <= day)
            && self.valid_until.is_none_or(|until| day <= until)
    }
}

fn bit(urgency: Urgency) -> u8 {
    1 << urgency as u8
}
