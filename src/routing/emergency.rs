//! Danger first: whom to call, before any question.

use crate::domain::age::Age;
use crate::domain::time::Moment;
use crate::routing::map::{EmergencyLine, RouteMap};

impl RouteMap {
    /// The emergency lines for someone of this age at that moment, in the map's order. An unknown
    /// age keeps every line.
    pub fn emergency_at(
        &self,
        age: Option<Age>,
        at: Moment,
    ) -> impl Iterator<Item = &EmergencyLine> {
        let hours = self.hours_at(at);
        self.settings().emergency.iter().filter(move |line| {
            let for_age = line
                .ages
                .is_none_or(|ages| age.is_none_or(|age| ages.includes(age)));
            for_age && line.hours.is_none_or(|line| line == hours)
        })
    }
}
