//! Signals with several topics, for which those that take the lead compete first.
//!
//! A lead stands in some such signal exactly if it stands in the one that has all topics it covers:
//! the more topics, the fewer others cover them all, and another lead can only push aside. Two
//! leads stand together in some such signal exactly if they do in the one that has all topics that
//! both cover. So there are few lists of topics to look at.
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
use crate::map_analysis::survey::cells::each_and_none;
use crate::map_analysis::survey::days::DayRange;
use crate::routing::map::{AreaIx, Responsibility, ResponsibilityIx, RouteMap, TopicIx};

/// Leads that compete in the same areas for the signals with the same topics.
#[derive(Debug)]
pub(super) struct Leading {
    /// The topics that the signals have, all of them at once: at least two, and not too many for
    /// one signal.
    pub(super) topics: Vec<TopicIx>,
    /// The leads that cover all these topics, by place.
    pub(super) leads: Vec<ResponsibilityIx>,
    /// The areas; `None` where it is not known.
    pub(super) areas: Rc<[Option<AreaIx>]>,
}

/// A responsibility that takes the lead, with all topics it covers.
#[derive(Debug, Clone)]
pub(super) struct Lead<'a> {
    pub(super) ix: ResponsibilityIx,
    pub(super) claim: &'a Responsibility,
    pub(super) topics: Rc<BTreeSet<TopicIx>>,
}

/// Who leads for which topics: in all areas, for the lists of topics that are wanted of the leads
/// that meet there.
pub(super) fn leading(
    map: &RouteMap,
    days: DayRange,
    wanted: impl Fn(&[Lead<'_>]) -> BTreeSet<BTreeSet<TopicIx>>,
) -> Vec<Leading> {
    let mut found = Vec::new();
    for (meeting, areas) in meetings(map, days) {
        let areas: Rc<[Option<AreaIx>]> = areas.into();
        for topics in wanted(&meeting)
            .into_iter()
            .filter(|topics| topics.len() > 1)
        {
            let covered = || meeting.iter().map(|lead| lead.topics.as_ref());
            let topics = if topics.len() <= Topics::MAX {
                topics.into_iter().collect()
            } else {
                fewest(&topics, covered())
            };
            let covers_all =
                |lead: &&Lead<'_>| topics.iter().all(|topic| lead.topics.contains(topic));
            let leads = meeting
                .iter()
                .filter(covers_all)
                .map(|lead| lead.ix)
                .collect();
            found.push(Leading {
                topics,
                leads,
                areas: Rc::clone(&areas),
            });
        }
    }
    found
}

/// As few of these topics as keep out whoever does not cover them all: two at least, and not too
/// many for one signal.
pub(in crate::map_analysis) fn fewest<'a>(
    topics: &BTreeSet<TopicIx>,
    covered: impl Iterator<Item = &'a BTreeSet<TopicIx>>,
) -> Vec<TopicIx> {
    let mut to_keep_out: Vec<&BTreeSet<TopicIx>> = covered
        .filter(|covered| !covered.is_superset(topics))
        .collect();
    let mut left: Vec<TopicIx> = topics.iter().copied().collect();
    let mut chosen = Vec::new();
    while chosen.len() < Topics::MAX && (chosen.len() < 2 || !to_keep_out.is_empty()) {
        let keeps_out = |topic: &TopicIx| {
            to_keep_out
                .iter()
                .filter(|covered| !covered.contains(topic))
                .count()
        };
        let Some(place) = (0..left.len())
            .rev()
            .max_by_key(|place| keeps_out(at(&left, *place)))
        else {
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
pub(in crate::map_analysis) fn covered(
    map: &RouteMap,
    claim: &Responsibility,
) -> BTreeSet<TopicIx> {
    let all = (0..).map(TopicIx).take(map.topics().len());
    let Some(written) = &claim.criteria.topics else {
        return all.collect();
    };
    all.filter(|topic| {
        map.topic_and_above(*topic)
            .any(|topic| written.contains(&topic))
    })
    .collect()
}

/// The responsibilities of a map that take the lead on one of the days.
pub(super) struct Leads<'a> {
    map: &'a RouteMap,
    leads: HashMap<ResponsibilityIx, Lead<'a>, FxBuildHasher>,
    by_area: HashMap<Option<AreaIx>, Vec<ResponsibilityIx>, FxBuildHasher>,
}

impl<'a> Leads<'a> {
    pub(super) fn new(map: &'a RouteMap, days: DayRange) -> Self {
        let mut leads: HashMap<ResponsibilityIx, Lead<'_>, FxBuildHasher> = HashMap::default();
        let mut by_area: HashMap<Option<AreaIx>, Vec<ResponsibilityIx>, FxBuildHasher> =
            HashMap::default();
        let active = |claim: &&Responsibility| {
            claim.leads && days.overlap(claim.valid_from, claim.valid_until)
        };
        for (ix, claim) in (0..)
            .map(ResponsibilityIx)
            .zip(map.responsibilities().iter())
            .filter(|(_, claim)| active(claim))
        {
            leads.insert(
                ix,
                Lead {
                    ix,
                    claim,
                    topics: Rc::new(covered(map, claim)),
                },
            );
            match &claim.criteria.areas {
                Some(areas) => areas
                    .iter()
                    .for_each(|area| by_area.entry(Some(*area)).or_default().push(ix)),
                None => by_area.entry(None).or_default().push(ix),
            }
        }
        Self {
            map,
            leads,
            by_area,
        }
    }

    /// Which of them cover this area.
    pub(super) fn at(&self, area: Option<AreaIx>) -> BTreeSet<ResponsibilityIx> {
        let around = area
            .into_iter()
            .flat_map(|area| self.map.area_and_above(area))
            .map(Some)
            .chain([None]);
        around
            .filter_map(|area| self.by_area.get(&area))
            .flatten()
            .copied()
            .collect()
    }

    /// These, with what they cover.
    pub(super) fn named(&self, these: &BTreeSet<ResponsibilityIx>) -> Vec<Lead<'a>> {
        these
            .iter()
            .map(|ix| self.leads.get(ix).certain("it takes the lead").clone())
            .collect()
    }
}

/// The leads that cover the same areas, with those areas.
fn meetings(map: &RouteMap, days: DayRange) -> Vec<(Vec<Lead<'_>>, Vec<Option<AreaIx>>)> {
    let leads = Leads::new(map, days);
    let mut meetings: BTreeMap<BTreeSet<ResponsibilityIx>, Vec<Option<AreaIx>>> = BTreeMap::new();
    for area in each_and_none(map.areas().len()).map(|area| area.map(AreaIx)) {
        meetings.entry(leads.at(area)).or_default().push(area);
    }
    meetings
        .into_iter()
        .map(|(these, areas)| (leads.named(&these), areas))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topics(all: impl IntoIterator<Item = u32>) -> BTreeSet<TopicIx> {
        all.into_iter().map(TopicIx).collect()
    }

    #[test]
    fn two_topics_are_enough_when_nobody_is_to_be_kept_out() {
        assert_eq!(fewest(&topics(1..=5), [].iter()).len(), 2);
        assert_eq!(
            fewest(&topics(1..=5), [topics(1..=4)].iter()).len(),
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
        assert_eq!(fewest(&topics(all), each_but_one.iter()).len(), Topics::MAX);
    }
}
