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

/// Leads that compete in the same areas for the signals with the same topics.
#[derive(Debug)]
pub(super) struct LeadGroup {
    /// The topics that each signal has, at least two, and not too many for one signal.
    pub(super) topics: Vec<TopicIx>,
    /// The leads that cover all these topics, by place.
    pub(super) leads: Vec<ResponsibilityIx>,
    pub(super) areas: Rc<[Option<AreaIx>]>,
}

/// A responsibility that leads, with all topics it covers.
#[derive(Debug, Clone)]
pub(super) struct Lead<'a> {
    pub(super) ix: ResponsibilityIx,
    pub(super) claim: &'a Responsibility,
    pub(super) topics: Rc<BTreeSet<TopicIx>>,
}

/// Which leads compete in which areas. `wanted` gives the lists of topics to look at, from the
/// leads that meet in an area.
pub(super) fn lead_groups(
    map: &RouteMap,
    days: DayRange,
    wanted: impl Fn(&[Lead<'_>]) -> BTreeSet<BTreeSet<TopicIx>>,
) -> Vec<LeadGroup> {
    let all = Leads::new(map, days);
    let mut meetings: BTreeMap<BTreeSet<ResponsibilityIx>, Vec<Option<AreaIx>>> = BTreeMap::new();
    for area in map.area_ixs_and_none() {
        meetings.entry(all.at(area)).or_default().push(area);
    }
    let mut found = Vec::new();
    for (these, areas) in meetings {
        let leads = all.get(&these);
        let areas: Rc<[Option<AreaIx>]> = areas.into();
        for topics in wanted(&leads) {
            if topics.len() < 2 {
                continue;
            }
            let topics = if topics.len() <= Topics::MAX {
                topics.into_iter().collect()
            } else {
                choose_topics(&topics, leads.iter().map(|lead| lead.topics.as_ref()))
            };
            let covering = leads
                .iter()
                .filter(|lead| topics.iter().all(|topic| lead.topics.contains(topic)))
                .map(|lead| lead.ix)
                .collect();
            found.push(LeadGroup {
                topics,
                leads: covering,
                areas: Rc::clone(&areas),
            });
        }
    }
    found
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
            .filter(|ix| map.is_topic_in(*ix, list))
            .collect(),
    }
}

/// The responsibilities of a map that lead on one of the days.
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
            if !claim.leads || !days.overlap(claim.valid_from, claim.valid_until) {
                continue;
            }
            let topics = Rc::new(covered_topics(map, claim));
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
