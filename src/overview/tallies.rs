//! Counts outcome histories.

use std::collections::{BTreeMap, HashMap};

use crate::domain::calendar::Calendar;
use crate::domain::codes::TopicId;
use crate::domain::invariant::at_mut;
use crate::domain::time::{Day, Moment, Zone};
use crate::overview::outcome_history::{Bounce, GroupIx, OutcomeGroup, OutcomeHistory};
use crate::overview::spread::DayCounts;

/// The counts of one group, or of several together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    pub signals: u32,
    pub took: DayCounts,
    pub promised: DayCounts,
    pub late: u32,
    pub came_back: u32,
    pub something_else: u32,
    pub unseen: u32,
    pub heard: u32,
    pub undone: u32,
    pub bounced: BTreeMap<Bounce, u32>,
    pub added: BTreeMap<TopicId, u32>,
}

impl Tally {
    pub fn add(&mut self, other: &Self) {
        let Self {
            signals,
            took,
            promised,
            late,
            came_back,
            something_else,
            unseen,
            heard,
            undone,
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
        self.heard += heard;
        self.undone += undone;
        bounced
            .iter()
            .for_each(|(way, count)| *self.bounced.entry(*way).or_default() += count);
        added
            .iter()
            .for_each(|(topic, count)| *self.added.entry(topic.clone()).or_default() += count);
    }
}

/// Counts working days by the zone and calendar of a map.
pub struct WorkingDayCounter<'m> {
    zone: Zone,
    calendar: &'m Calendar,
    today: Day,
    /// Earlier results: a million signals have a few thousand pairs of days.
    known: HashMap<(Day, Day), u32>,
}

impl<'m> WorkingDayCounter<'m> {
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

/// The tallies of all groups.
pub struct Tallies<'m> {
    days: WorkingDayCounter<'m>,
    by_group: Vec<Tally>,
}

impl<'m> Tallies<'m> {
    #[must_use]
    pub fn new(days: WorkingDayCounter<'m>) -> Self {
        Self {
            days,
            by_group: Vec::new(),
        }
    }

    pub fn count(&mut self, history: OutcomeHistory) {
        let OutcomeHistory {
            group: GroupIx(group),
            reported_at,
            promised,
            answered_at,
            heard,
            withdrawn,
            bounced,
            came_back,
            something_else,
            added,
            unseen,
            undone,
        } = history;
        if self.by_group.len() <= group {
            self.by_group.resize_with(group + 1, Tally::default);
        }
        let tally = at_mut(&mut self.by_group, group);
        let days = &mut self.days;
        let reported = days.day(reported_at);
        let answered = answered_at.map(|at| days.day(at));
        tally.signals += 1;
        tally.promised.one(days.working_days(reported, promised));
        if let Some(answered) = answered {
            tally.took.one(days.working_days(reported, answered));
        }
        // A sender who still waits when the day has passed counts; one who withdrew waits no longer.
        let waits_until = if withdrawn { None } else { Some(days.today) };
        tally.late += u32::from(answered.or(waits_until).is_some_and(|day| day > promised));
        tally.came_back += u32::from(came_back);
        tally.something_else += u32::from(something_else);
        tally.unseen += u32::from(unseen);
        tally.heard += u32::from(heard);
        tally.undone += u32::from(undone);
        if let Some(way) = bounced {
            *tally.bounced.entry(way).or_default() += 1;
        }
        for topic in added {
            *tally.added.entry(topic).or_default() += 1;
        }
    }

    /// `groups`: the list that came with the histories.
    #[must_use]
    pub fn by_group(self, groups: Vec<OutcomeGroup>) -> BTreeMap<OutcomeGroup, Tally> {
        groups
            .into_iter()
            .zip(self.by_group)
            .filter(|(_, tally)| tally.signals > 0)
            .collect()
    }
}
