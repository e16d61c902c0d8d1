//! Two maps at once: what both answer to every signal that both can be asked about.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use crate::domain::codes::OrganisationId;
use crate::domain::invariant::{at, number};
use crate::map_analysis::region::Region;
use crate::map_analysis::survey::cells::{CellCandidates, Cover};
use crate::map_analysis::survey::chart::{ChartEntry, LabelDemand, Subjects, chart, groups};
use crate::map_analysis::survey::days::DayRange;
use crate::routing::criterion::{Criteria, Senders};
use crate::routing::map::{Area, AreaIx, MapParts, Responsibility, RouteMap, Topic, TopicIx};

/// Two maps side by side. Topics, areas and organisations are the same when their codes are.
#[derive(Debug)]
pub struct Pair<'a> {
    /// The one map.
    pub old: &'a RouteMap,
    /// The other.
    pub new: &'a RouteMap,
    /// What both know, named and placed as the new one does. Regions are told in it.
    pub shared: RouteMap,
    /// The place of each shared topic in the old map and in the new.
    pub(super) topics: Vec<(TopicIx, TopicIx)>,
    /// The place of each shared area in the old map and in the new.
    areas: Vec<(AreaIx, AreaIx)>,
    /// Whether topics and areas have equal places and trees, so that equal criteria are for the
    /// same signals.
    same_trees: bool,
    /// Which limits to senders are equal, by where they lie in memory: few are, and many name the
    /// same.
    same_senders: RefCell<HashMap<(usize, usize), bool, FxBuildHasher>>,
}

impl<'a> Pair<'a> {
    /// These two.
    #[must_use]
    pub fn new(old: &'a RouteMap, new: &'a RouteMap) -> Self {
        let topics: Vec<(TopicIx, TopicIx)> = new
            .topics()
            .iter()
            .zip((0..).map(TopicIx))
            .filter_map(|(topic, ix)| Some((old.topic_ix(&topic.id)?, ix)))
            .collect();
        let areas: Vec<(AreaIx, AreaIx)> = new
            .areas()
            .iter()
            .zip((0..).map(AreaIx))
            .filter_map(|(area, ix)| Some((old.area_ix(&area.id)?, ix)))
            .collect();
        let shared_topic = |ix: TopicIx| {
            let place = topics.binary_search_by_key(&ix, |(_, new)| *new).ok()?;
            Some(TopicIx(number(place)))
        };
        let shared_area = |ix: AreaIx| {
            let place = areas.binary_search_by_key(&ix, |(_, new)| *new).ok()?;
            Some(AreaIx(number(place)))
        };
        let topic = |(_, ix): &(TopicIx, TopicIx)| Topic {
            parent: new.topic_and_above(*ix).skip(1).find_map(shared_topic),
            ..new.topic_at(*ix).clone()
        };
        let area = |(_, ix): &(AreaIx, AreaIx)| Area {
            parent: new.area_and_above(*ix).skip(1).find_map(shared_area),
            ..new.area_at(*ix).clone()
        };
        let shared = RouteMap::new(MapParts {
            settings: new.settings().clone(),
            topics: topics.iter().map(topic).collect(),
            areas: areas.iter().map(area).collect(),
            organisations: new
                .organisations()
                .iter()
                .filter(|one| old.organisation(&one.id).is_some())
                .cloned()
                .collect(),
            responsibilities: Vec::new(),
            open_points: Vec::new(),
        });
        let topics_of = |map: &RouteMap| {
            map.topics()
                .iter()
                .map(|topic| (topic.id.clone(), topic.parent))
                .collect::<Vec<_>>()
        };
        let areas_of = |map: &RouteMap| {
            map.areas()
                .iter()
                .map(|area| (area.id.clone(), area.parent))
                .collect::<Vec<_>>()
        };
        let same_trees = topics_of(old) == topics_of(new) && areas_of(old) == areas_of(new);
        Self {
            old,
            new,
            shared,
            topics,
            areas,
            same_trees,
            same_senders: RefCell::default(),
        }
    }

    /// Labels every signal with one topic that both maps can be asked about, as [`super::survey`]
    /// does for one map. The first contest of an answer is that of the old map, the second that of
    /// the new.
    ///
    /// Signals for which both maps say the same, in the same words, are not labelled.
    pub fn survey<L: Ord + Hash + Clone>(
        &self,
        days: DayRange,
        label: impl FnMut(LabelDemand, &[ChartEntry<'_>]) -> Vec<Option<L>>,
    ) -> Vec<(L, Vec<Region>)> {
        let (old, new) = (Cover::new(self.old, days), Cover::new(self.new, days));
        let numbers = |topic: TopicIx, area: Option<AreaIx>| {
            let (old_topic, new_topic) = *at(&self.topics, topic.0 as usize);
            let (old_area, new_area) = self.places_of(area);
            vec![
                old.number(Some(old_topic), old_area),
                new.number(Some(new_topic), new_area),
            ]
        };
        let asks = |numbers: &[u32]| {
            [&old, &new]
                .iter()
                .zip(numbers)
                .map(|(cover, number)| cover.ask(*number))
                .collect()
        };
        let mut groups = groups(&self.shared, numbers, asks);
        groups.retain(|group| !self.say_the_same(&group.asks));
        chart(
            &groups,
            Subjects::OneTopic,
            days,
            self.organisations(),
            label,
        )
    }

    /// The place of a shared area in the old map and in the new.
    pub fn places_of(&self, area: Option<AreaIx>) -> (Option<AreaIx>, Option<AreaIx>) {
        area.map(|area| *at(&self.areas, area.0 as usize)).unzip()
    }

    pub(super) fn organisations(&self) -> impl Iterator<Item = OrganisationId> {
        self.shared
            .organisations()
            .iter()
            .map(|organisation| organisation.id.clone())
    }

    /// Whether the candidates of the two maps are the same, one by one. When they are, so is every
    /// answer.
    pub(super) fn say_the_same(&self, asks: &[CellCandidates<'_>]) -> bool {
        let [old, new] = asks else { return false };
        let each = || old.candidates().zip(new.candidates());
        self.same_trees
            && old.list.len() == new.list.len()
            && each().all(|((_, old), (_, new))| self.is_said_again(old, new))
    }

    fn is_said_again(&self, old: &Responsibility, new: &Responsibility) -> bool {
        // Why it was agreed and where that is written changes no answer. Whether it leads is
        // another contest.
        let Responsibility {
            owner,
            criteria,
            priority,
            valid_from,
            valid_until,
            accept_within,
            feedback_within,
            level,
            involve,
            leads: _,
            because: _,
            place: _,
        } = old;
        let Criteria {
            topics,
            ages,
            areas,
            urgency,
            senders,
            hours,
        } = criteria;
        let same_senders = match (senders, &new.criteria.senders) {
            (None, None) => true,
            (Some(old), Some(new)) => self.are_the_same(old, new),
            (Some(_), None) | (None, Some(_)) => false,
        };
        same_senders
            && (owner, priority, level) == (&new.owner, &new.priority, &new.level)
            && (topics, ages, areas)
                == (
                    &new.criteria.topics,
                    &new.criteria.ages,
                    &new.criteria.areas,
                )
            && (urgency, hours) == (&new.criteria.urgency, &new.criteria.hours)
            && (valid_from, valid_until) == (&new.valid_from, &new.valid_until)
            && (accept_within, feedback_within, involve)
                == (&new.accept_within, &new.feedback_within, &new.involve)
    }

    fn are_the_same(&self, old: &Senders, new: &Senders) -> bool {
        let address = |senders: &Senders| Arc::as_ptr(&senders.organisations).addr();
        let compare = || old.organisations == new.organisations;
        *self
            .same_senders
            .borrow_mut()
            .entry((address(old), address(new)))
            .or_insert_with(compare)
    }
}
