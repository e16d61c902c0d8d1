//! A set of signals in the words of a coordinator: these topics, ages, areas, senders, urgencies
//! and hours, on these days.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::domain::signal::Facts;
use crate::domain::time::{Day, Moment};
use crate::map_analysis::age_sets::AgeSets;
use crate::map_analysis::survey::DayRange;
use crate::routing::ages::AgeSubject;
use crate::routing::choice::{Choice, Choices, Values};
use crate::routing::criterion::Criteria;
#[cfg(test)]
use crate::routing::criterion::Question;
use crate::routing::map::{AreaIx, RouteMap, TopicIx};

/// A block of signals: every combination of what is listed. Never empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region {
    /// Sorted. A topic does not include its parts here.
    pub topics: Vec<TopicIx>,
    /// Whether each signal has several of these topics at once; otherwise it has one of them.
    pub several: bool,
    /// Sorted. A municipality does not include its districts here.
    pub areas: Vec<AreaIx>,
    /// Whether signals without a known area are in it too.
    pub area_unknown: bool,
    /// The ages of the person, and of the youngest child.
    pub ages: AgeSets,
    /// The urgencies and hours.
    pub choices: Choices,
    /// The organisations that send. Shared, because many regions have all of them.
    pub senders: Arc<BTreeSet<OrganisationId>>,
    pub from: Day,
    /// The last day; `None` when there is none.
    pub until: Option<Day>,
}

/// One signal of a region, ready to be routed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    pub facts: Facts,
    /// The moment, when the answer differs at other hours or on other days.
    pub at: Option<Moment>,
}

impl Region {
    /// Every signal with one topic, from that day on.
    pub(super) fn everything(map: &RouteMap, from: Day) -> Self {
        let days = DayRange::since(from);
        let organisations = map.organisations().iter();
        let there = organisations.filter(|one| days.overlap(one.valid));
        Self {
            topics: (map.topic_ixs())
                .filter(|ix| days.overlap(map.topic_at(*ix).valid))
                .collect(),
            several: false,
            areas: (map.area_ixs())
                .filter(|ix| days.overlap(map.area_at(*ix).valid))
                .collect(),
            area_unknown: true,
            ages: AgeSets::ALL,
            choices: Choices::all(),
            senders: Arc::new(there.map(|one| one.id.clone()).collect()),
            from,
            until: None,
        }
    }

    /// The part for which the criteria hold, and the parts for which they do not. The parts do not
    /// overlap, and together they are the region.
    #[must_use]
    pub(super) fn split(
        &self,
        criteria: &Criteria,
        map: &RouteMap,
    ) -> (Option<Region>, Vec<Region>) {
        let Criteria {
            topics,
            ages,
            areas,
            senders,
            choices,
        } = criteria;
        let mut inside = self.clone();
        let mut outside = Vec::new();
        if let Some(list) = topics {
            let (covered, others): (Vec<_>, Vec<_>) = self
                .topics
                .iter()
                .partition(|ix| map.topic_tree().is_in(**ix, list));
            // A signal with several topics is one signal: it is inside when all of them are.
            if self.several && !others.is_empty() {
                return (None, vec![self.clone()]);
            }
            outside.push(inside.with(|rest| rest.topics = others));
            inside.topics = covered;
        }
        if let Some(list) = areas {
            let (covered, others) = self
                .areas
                .iter()
                .partition(|ix| map.area_tree().is_in(**ix, list));
            outside.push(inside.with(|rest| rest.areas = others));
            (inside.areas, inside.area_unknown) = (covered, false);
        }
        outside.extend(inside.cut_ages(&AgeSets::allowed(ages)));
        outside.extend(inside.cut_choices(&choices.allowed()));
        if let Some(these) = senders {
            let these = &*these.organisations;
            outside.push(inside.with(|rest| rest.senders = Arc::new(&*self.senders - these)));
            inside.senders = Arc::new(&*self.senders & these);
        }
        if inside.is_empty() {
            return (None, vec![self.clone()]);
        }
        outside.retain(|rest| !rest.is_empty());
        (Some(inside), outside)
    }

    /// Whether one of its hours occurs on one of its days: on a holiday there is no office time.
    pub(super) fn occurs(&self, map: &RouteMap) -> bool {
        let hours = self.choices.get(Choice::Hours);
        let days = DayRange {
            from: self.from,
            until: self.until,
        };
        hours == Values::all(Choice::Hours) || !(days.hours(map) & hours).is_empty()
    }

    /// Keeps the ages that are among these, and gives what this leaves.
    pub(super) fn cut_ages(&mut self, these: &AgeSets) -> Vec<Region> {
        let mut rest = Vec::new();
        for subject in AgeSubject::ALL.iter().copied() {
            let (kept, others) = self.ages.get(subject).split(these.get(subject));
            for ages in others {
                rest.push(self.with(|rest| rest.ages = rest.ages.with(subject, ages)));
            }
            self.ages = self.ages.with(subject, kept);
        }
        rest
    }

    /// Keeps the values that are among these, and gives what this leaves.
    pub(super) fn cut_choices(&mut self, these: &Choices) -> Vec<Region> {
        let mut rest = Vec::new();
        let all = self.choices;
        for (choice, values) in all.iter() {
            let kept = values & these.get(choice);
            let others = self.choices.with(choice, values - kept);
            rest.push(self.with(|rest| rest.choices = others));
            self.choices = self.choices.with(choice, kept);
        }
        rest
    }

    /// A changed copy.
    pub(super) fn with(&self, change: impl FnOnce(&mut Region)) -> Region {
        let mut copy = self.clone();
        change(&mut copy);
        copy
    }

    pub(super) fn is_empty(&self) -> bool {
        self.topics.is_empty()
            || (self.areas.is_empty() && !self.area_unknown)
            || self.ages.is_empty()
            || self.choices.is_empty()
            || self.senders.is_empty()
    }
}

#[cfg(test)]
impl Region {
    /// Whether what is asked on that day is in it, its topics apart. By hand.
    pub(crate) fn fits(&self, asked: &Question, day: Day) -> bool {
        let Question {
            topic: _,
            age: _,
            youngest: _,
            area,
            sender,
            choices,
        } = asked;
        self.ages.include(asked)
            && area.map_or(self.area_unknown, |area| self.areas.contains(&area))
            && self.from <= day
            && self.until.is_none_or(|until| day <= until)
            && sender.as_ref().is_some_and(|id| self.senders.contains(id))
            && choices.are_among(&self.choices)
    }
}
