//! Who leads signals with several topics, by two maps.
//!
//! Which leads compete for a signal depends only on who covers all of its topics. So among the lists
//! of topics with the same leads, the longest represents the others: the topics that all these leads
//! cover. Each such list is labelled once, as a region of signals that have all of its topics. The
//! label also holds for signals with some of those topics, unless they belong to the list of other
//! leads. When one map has no lead for them, the list is that of the other map.
//!
//! A list may be longer than a signal's list of topics can be. Then some part of it has the same
//! leads, unless more other leads than a signal has topics each leave out a different one.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

use crate::domain::invariant::{Invariant as _, number};
use crate::map_analysis::region::Region;
use crate::map_analysis::survey::areas::AreaDetail;
use crate::map_analysis::survey::cells::{CandidateList, CellGroup, SubjectCell};
use crate::map_analysis::survey::chart::{ChartEntry, Subjects, chart};
use crate::map_analysis::survey::days::DayRange;
use crate::map_analysis::survey::leads::{Lead, Leads, days_in, with_the_same_topics};
use crate::map_analysis::survey::pair::Pair;
use crate::routing::map::{AreaIx, ResponsibilityIx, TopicIx};

/// No more lists of topics than this are looked at in one area. To reach it, different leads would
/// have to share each of them.
const MAX_LISTS: usize = 256;

/// A lead, with the topics it covers that both maps know.
type SharedLead = (ResponsibilityIx, BTreeSet<TopicIx>);

impl Pair<'_> {
    /// Labels every signal with several topics that both maps know, by who competes to lead it in
    /// the old map and in the new.
    pub fn survey_leads<L: Ord + Hash + Clone>(
        &self,
        days: DayRange,
        label: impl FnMut(&[ChartEntry<'_>]) -> Vec<Option<L>>,
    ) -> Vec<(L, Vec<Region>)> {
        let ranges = with_the_same_topics(&self.shared, days);
        let found = ranges.into_iter().flat_map(|days| self.lead_groups(days));
        let found: Vec<(Vec<TopicIx>, CellGroup<'_>)> = found.collect();
        let lists: BTreeSet<Vec<TopicIx>> =
            found.iter().map(|(topics, _)| topics.clone()).collect();
        let lists: Vec<Vec<TopicIx>> = lists.into_iter().collect();
        let mut groups = Vec::new();
        for (topics, mut group) in found {
            let place = lists.binary_search(&topics);
            let subject = number(place.certain("the topics of each group are listed"));
            for cell in &mut group.cells {
                cell.subject = subject;
            }
            groups.push(group);
        }
        chart(&groups, Subjects::Together(&lists), &self.shared, label)
    }

    /// The leads of both maps that compete, where they differ, by list of topics, on days on which the
    /// same topics are there. The subject of the
    /// cells is still open.
    fn lead_groups(&self, days: DayRange) -> Vec<(Vec<TopicIx>, CellGroup<'_>)> {
        let (old, new) = (Leads::new(self.old, days), Leads::new(self.new, days));
        let (in_old_map, in_new_map) =
            (CandidateList::none(self.old), CandidateList::none(self.new));
        let (by_old, by_new): (HashMap<_, _>, HashMap<_, _>) = self
            .shared
            .topic_ixs()
            .zip(&self.topics)
            .filter(|(shared, _)| self.shared.topic_at(*shared).valid.include(days.from))
            .map(|(shared, (old, new))| ((*old, shared), (*new, shared)))
            .unzip();
        let mut meetings: BTreeMap<_, Vec<Option<AreaIx>>> = BTreeMap::new();
        for area in self.shared.area_ixs_and_none() {
            let (in_old, in_new) = self.places_of(area);
            let meeting = (old.at(in_old), new.at(in_new));
            meetings.entry(meeting).or_default().push(area);
        }
        let mut found = Vec::new();
        for ((of_old, of_new), areas) in &meetings {
            let of_old = in_shared(old.get(of_old), &by_old);
            let of_new = in_shared(new.get(of_new), &by_new);
            for topics in shared_lists(of_old.iter().chain(&of_new).map(|(_, topics)| topics)) {
                let lists = vec![
                    in_old_map.with_list(covering(&of_old, &topics)),
                    in_new_map.with_list(covering(&of_new, &topics)),
                ];
                if self.have_same_candidates(&lists) {
                    continue;
                }
                let mut by_days: BTreeMap<DayRange, Vec<SubjectCell>> = BTreeMap::new();
                for area in areas.iter().copied() {
                    if let Some(days) = days_in(&self.shared, area, days) {
                        let cell = SubjectCell { subject: 0, area };
                        by_days.entry(days).or_default().push(cell);
                    }
                }
                for (days, cells) in by_days {
                    let group = CellGroup {
                        lists: lists.clone(),
                        when: vec![(days, AreaDetail::Place)],
                        cells,
                    };
                    found.push((topics.iter().copied().collect(), group));
                }
            }
        }
        found
    }
}

fn in_shared(leads: Vec<Lead<'_>>, places: &HashMap<TopicIx, TopicIx>) -> Vec<SharedLead> {
    leads
        .into_iter()
        .map(|lead| {
            let shared = lead.topics.iter().filter_map(|topic| places.get(topic));
            (lead.ix, shared.copied().collect())
        })
        .collect()
}

/// The leads that cover all these topics.
fn covering(leads: &[SharedLead], topics: &BTreeSet<TopicIx>) -> Vec<ResponsibilityIx> {
    leads
        .iter()
        .filter(|(_, covered)| covered.is_superset(topics))
        .map(|(ix, _)| *ix)
        .collect()
}

/// The topics that some of these cover together, for every choice of some. At least two topics.
pub(super) fn shared_lists<'a>(
    covered: impl Iterator<Item = &'a BTreeSet<TopicIx>>,
) -> BTreeSet<BTreeSet<TopicIx>> {
    let all: BTreeSet<&BTreeSet<TopicIx>> = covered.filter(|topics| topics.len() > 1).collect();
    let mut lists: BTreeSet<BTreeSet<TopicIx>> = BTreeSet::new();
    for one in all {
        let mut with_it: Vec<BTreeSet<TopicIx>> = lists.iter().map(|list| list & one).collect();
        with_it.retain(|list| list.len() > 1);
        lists.insert(one.clone());
        with_it.truncate(MAX_LISTS.saturating_sub(lists.len()));
        lists.extend(with_it);
    }
    lists
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::what_two_share("1 2 3, 2 3 4", "1 2 3, 2 3, 2 3 4")]
    #[case::one_topic_is_no_list("1 2, 2 3", "1 2, 2 3")]
    #[case::what_all_share(
        "1 2 3 4, 2 3 4 5, 3 4 5 6",
        "1 2 3 4, 2 3 4, 2 3 4 5, 3 4, 3 4 5, 3 4 5 6"
    )]
    fn topics_are_listed_for_every_choice_of_those_that_cover_them(
        #[case] covered: &str,
        #[case] lists: &str,
    ) {
        let read = |text: &str| -> BTreeSet<BTreeSet<TopicIx>> {
            let topics = |list: &str| {
                list.split_whitespace()
                    .map(|ix| TopicIx(ix.parse().unwrap()))
                    .collect()
            };
            text.split(',').map(topics).collect()
        };
        assert_eq!(shared_lists(read(covered).iter()), read(lists));
    }
}
