//! Counting courses.

use std::collections::{BTreeMap, HashMap};

use crate::domain::calendar::Calendar;
use crate::domain::codes::TopicId;
use crate::domain::invariant::at_mut;
use crate::domain::time::{Day, Moment, Zone};
use crate::overview::outcome_history::{Bounce, OutcomeGroup, OutcomeHistory, RouteIx};
use crate::overview::spread::DayCounts;

/// What the signals of one route, or of several together, have come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    pub signals: u32,
    pub took: DayCounts,
    pub promised: DayCounts,
    pub late: u32,
    pub came_back: u32,
    pub something_else: u32,
    pub unseen: u32,
    pub bounced: BTreeMap<Bounce, u32>,
    pub added: BTreeMap<TopicId, u32>,
}

impl Tally {
    /// The same, and those of another.
    pub fn add(&mut self, other: &Self) {
        let Self {
            signals,
            took,
            promised,
            late,
            came_back,
            something_else,
            unseen,
            bounced,
            added,
        } = other;
        self.signals += signals;
        self.took.add(took);
        self.promised.add(promised);
        self.late += late;
        self.came_back += came_back;
        self.something_else += something_else;
        self.unseen += unseen;
        bounced
            .iter()
            .for_each(|(way, count)| *self.bounced.entry(*way).or_default() += count);
        added
            .iter()
            .for_each(|(topic, count)| *self.added.entry(topic.clone()).or_default() += count);
    }
}

/// By what time is measured: days of the map's zone, working days of its calendar, and what day it
/// is.
pub struct Yardstick<'m> {
    zone: Zone,
    calendar: &'m Calendar,
    today: Day,
    /// What was measured before: a million signals have a few thousand pairs of days.
    known: HashMap<(Day, Day), u32>,
}

impl<'m> Yardstick<'m> {
    /// For a zone and a calendar, on a day.
    #[must_use]
    pub fn new(zone: Zone, calendar: &'m Calendar, today: Day) -> Self {
        Self {
            zone,
            calendar,
            today,
            known: HashMap::new(),
        }
    }

    fn day(&self, at: Moment) -> Day {
        self.zone.day(at)
    }

    fn working_days(&mut self, from: Day, to: Day) -> u32 {
        let calendar = self.calendar;
        *self
            .known
            .entry((from, to))
            .or_insert_with(|| calendar.working_days_between(from, to))
    }
}

/// The tallies of all routes, while signals come in.
pub struct Tallies<'m> {
    yardstick: Yardstick<'m>,
    by_route: Vec<Tally>,
}

impl<'m> Tallies<'m> {
    /// None yet.
    #[must_use]
    pub fn new(yardstick: Yardstick<'m>) -> Self {
        Self {
            yardstick,
            by_route: Vec::new(),
        }
    }

    /// One more signal.
    pub fn count(&mut self, course: OutcomeHistory) {
        let OutcomeHistory {
            route: RouteIx(route),
            reported_at,
            promised,
            answered_at,
            withdrawn,
            bounced,
            came_back,
            ..
        } = course;
        let OutcomeHistory {
            something_else,
            added,
            unseen,
            ..
        } = course;
        if self.by_route.len() <= route {
            self.by_route.resize_with(route + 1, Tally::default);
        }
        let tally = at_mut(&mut self.by_route, route);
        let measure = &mut self.yardstick;
        let reported = measure.day(reported_at);
        let answered = answered_at.map(|at| measure.day(at));
        tally.signals += 1;
        tally.promised.one(measure.working_days(reported, promised));
        if let Some(answered) = answered {
            tally.took.one(measure.working_days(reported, answered));
        }
        // Whoever still waits when the day has passed was promised too much; who took the signal
        // back waits no longer.
        let waits_until = if withdrawn { None } else { Some(measure.today) };
        tally.late += u32::from(answered.or(waits_until).is_some_and(|day| day > promised));
        tally.came_back += u32::from(came_back);
        tally.something_else += u32::from(something_else);
        tally.unseen += u32::from(unseen);
        if let Some(way) = bounced {
            *tally.bounced.entry(way).or_default() += 1;
        }
        for topic in added {
            *tally.added.entry(topic).or_default() += 1;
        }
    }

    /// The tallies, each with its route. `routes` is the list that came with the courses.
    #[must_use]
    pub fn with(self, routes: Vec<OutcomeGroup>) -> BTreeMap<OutcomeGroup, Tally> {
        routes
            .into_iter()
            .zip(self.by_route)
            .filter(|(_, tally)| tally.signals > 0)
            .collect()
    }
}
