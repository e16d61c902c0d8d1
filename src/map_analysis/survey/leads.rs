//! Signals with several topics, for which the responsibilities that lead compete first.
//!
//! A lead stands in some such signal exactly if it stands in the one with all topics it covers:
//! more topics mean fewer rivals that cover them all, and another lead can only push it aside. Two
//! leads stand together in some such signal exactly if they do in the one with all topics that both
//! cover. So there are few lists of topics to look at.
//!
//! A signal has at most [`Topics::MAX`] topics. Where leads cover more, those are chosen that keep
//! out the leads that do not cover them all. One topic keeps out at least one lead, so they suffice
//! unless more than that many other leads, each for other parts of nearly everything, meet in one
//! area.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use rustc_hash::FxBuildHasher;

use crate::domain::invariant::{Invariant as _, at};
use crate::domain::signal::Topics;
use crate::map_analysis::survey::days::DayRange;
use crate::routing::map::{AreaIx, Responsibility, ResponsibilityIx, RouteMap, TopicIx};

/// A responsibility that leads, with all topics it covers.
#[derive(Debug, Clone)]
pub(super) struct Lead<'a> {
    pub(super) ix: ResponsibilityIx,
    pub(super) claim: &'a Responsibility,
    pub(super) topics: Rc<BTreeSet<TopicIx>>,
}

/// For each lead of each area the leads, by place, that compete with it for the signals with as many
/// of its topics as keep the others out, and on which days.
pub(super) fn fewest_rivals(
    map: &RouteMap,
    days: DayRange,
) -> BTreeSet<(DayRange, Vec<ResponsibilityIx>)> {
    let mut lists = BTreeSet::new();
    for days in with_the_same_topics(map, days) {
        for Meeting { leads, areas } in Leads::new(map, days).meetings() {
            let there = areas.iter().filter_map(|area| days_in(map, *area, days));
            let there: BTreeSet<DayRange> = there.collect();
            for lead in leads.iter().filter(|lead| lead.topics.len() > 1) {
                let topics = at_most_of_one_signal(&lead.topics, &leads);
                let rivals: Vec<_> = covering(&leads, &topics).map(|lead| lead.ix).collect();
                lists.extend(there.iter().map(|days| (*days, rivals.clone())));
            }
        }
    }
    lists
}

/// The days, cut where a topic begins or is no more.
pub(super) fn with_the_same_topics(map: &RouteMap, days: DayRange) -> Vec<DayRange> {
    days.cut(map.topics().iter().flat_map(|topic| topic.valid.turns()))
}

/// Those of the days on which the area is there.
pub(super) fn days_in(map: &RouteMap, area: Option<AreaIx>, days: DayRange) -> Option<DayRange> {
    area.map_or(Some(days), |ix| days.during(map.area_at(ix).valid))
}

/// These topics, or as many of them as a signal may have.
pub(super) fn at_most_of_one_signal(
    topics: &BTreeSet<TopicIx>,
    leads: &[Lead<'_>],
) -> Vec<TopicIx> {
    if topics.len() <= Topics::MAX {
        topics.iter().copied().collect()
    } else {
        choose_topics(topics, leads.iter().map(|lead| lead.topics.as_ref()))
    }
}

/// The leads that cover all these topics.
pub(super) fn covering<'l, 'a>(
    leads: &'l [Lead<'a>],
    topics: &[TopicIx],
) -> impl Iterator<Item = &'l Lead<'a>> {
    let covers = |lead: &&Lead<'_>| topics.iter().all(|topic| lead.topics.contains(topic));
    leads.iter().filter(covers)
}

/// Leads that meet in the same areas.
pub(super) struct Meeting<'a> {
    pub(super) leads: Vec<Lead<'a>>,
    pub(super) areas: Vec<Option<AreaIx>>,
}

/// As few of these topics as keep out every lead that does not cover them all: at least two, and
/// not too many for one signal.
pub(in crate::map_analysis) fn choose_topics<'a>(
    topics: &BTreeSet<TopicIx>,
    covered: impl Iterator<Item = &'a BTreeSet<TopicIx>>,
) -> Vec<TopicIx> {
    let mut to_keep_out: Vec<&BTreeSet<TopicIx>> = covered
        .filter(|covered| !covered.is_superset(topics))
        .collect();
    let mut left: Vec<TopicIx> = topics.iter().copied().collect();
    let mut chosen = Vec::new();
    while chosen.len() < Topics::MAX && (chosen.len() < 2 || !to_keep_out.is_empty()) {
        let best = (0..left.len()).rev().max_by_key(|place| {
            let topic = at(&left, *place);
            let kept_out = to_keep_out.iter().filter(|lead| !lead.contains(topic));
            kept_out.count()
        });
        let Some(place) = best else {
            break;
        };
        let topic = left.remove(place);
        to_keep_out.retain(|covered| covered.contains(&topic));
        chosen.push(topic);
    }
    chosen.sort_unstable();
    chosen
}

/// The topics that a responsibility covers, the parts of a topic included.
pub(in crate::map_analysis) fn covered_topics(
    map: &RouteMap,
    claim: &Responsibility,
) -> BTreeSet<TopicIx> {
    match &claim.criteria.topics {
        None => map.topic_ixs().collect(),
        Some(list) => map
            .topic_ixs()
            .filter(|ix| map.topic_tree().is_in(*ix, list))
            .collect(),
    }
}

/// The responsibilities of a map that lead on one of the days, on all of which the same topics are
/// there.
pub(super) struct Leads<'a> {
    map: &'a RouteMap,
    leads: HashMap<ResponsibilityIx, Lead<'a>, FxBuildHasher>,
    by_area: HashMap<Option<AreaIx>, Vec<ResponsibilityIx>, FxBuildHasher>,
}

impl<'a> Leads<'a> {
    pub(super) fn new(map: &'a RouteMap, days: DayRange) -> Self {
        let mut all = Self {
            map,
            leads: HashMap::default(),
            by_area: HashMap::default(),
        };
        for (ix, claim) in map.numbered_responsibilities() {
            if !claim.leads || !days.overlap(claim.valid) {
                continue;
            }
            let mut topics = covered_topics(map, claim);
            topics.retain(|ix| map.topic_at(*ix).valid.include(days.from));
            let topics = Rc::new(topics);
            all.leads.insert(ix, Lead { ix, claim, topics });
            match &claim.criteria.areas {
                Some(areas) => {
                    for area in areas {
                        all.by_area.entry(Some(*area)).or_default().push(ix);
                    }
                }
                None => all.by_area.entry(None).or_default().push(ix),
            }
        }
        all
    }

    /// The leads that cover an area.
    pub(super) fn at(&self, area: Option<AreaIx>) -> BTreeSet<ResponsibilityIx> {
        area.into_iter()
            .flat_map(|area| self.map.area_and_above(area))
            .map(Some)
            .chain([None])
            .filter_map(|area| self.by_area.get(&area))
            .flatten()
            .copied()
            .collect()
    }

    /// The leads that meet somewhere, by place.
    pub(super) fn meetings(&self) -> Vec<Meeting<'a>> {
        let mut meetings: BTreeMap<_, Vec<Option<AreaIx>>> = BTreeMap::new();
        for area in self.map.area_ixs_and_none() {
            meetings.entry(self.at(area)).or_default().push(area);
        }
        let mut found = Vec::new();
        for (these, areas) in meetings {
            let leads = self.get(&these);
            found.push(Meeting { leads, areas });
        }
        found
    }

    pub(super) fn get(&self, these: &BTreeSet<ResponsibilityIx>) -> Vec<Lead<'a>> {
        these
            .iter()
            .map(|ix| self.leads.get(ix).certain("it leads").clone())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topics(all: impl IntoIterator<Item = u32>) -> BTreeSet<TopicIx> {
        all.into_iter().map(TopicIx).collect()
    }

    #[test]
    fn two_topics_are_enough_when_nobody_is_to_be_kept_out() {
        assert_eq!(choose_topics(&topics(1..=5), [].iter()).len(), 2);
        assert_eq!(
            choose_topics(&topics(1..=5), [topics(1..=4)].iter()).len(),
            2,
            "the fifth keeps that one out"
        );
    }

    #[test]
    fn no_more_topics_are_chosen_than_a_signal_may_have() {
        let all = 1..=40;
        let each_but_one: Vec<_> = all
            .clone()
            .map(|one| topics(all.clone().filter(|topic| *topic != one)))
            .collect();
        assert_eq!(
            choose_topics(&topics(all), each_but_one.iter()).len(),
            Topics::MAX
        );
    }
}
