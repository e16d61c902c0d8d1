//! Who leads signals with several topics, by two maps.
//!
//! Which leads compete for a signal depends on its topics only by who covers all of them. So of all
//! lists of topics with the same leads the longest stands for the others: the topics that all these
//! leads cover. Each such list is labelled once, as a region of signals that have all of its
//! topics; it holds for every signal with fewer of them for which no longer list of other leads is
//! meant. When one map has no lead for them, the list is that of the other.
//!
//! A list may be longer than a signal's list of topics can be. Then some part of it has the same
//! leads, unless more other leads than a signal has topics each leave out another one.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

use crate::domain::invariant::{Invariant as _, number};
use crate::map_analysis::region::Region;
use crate::map_analysis::survey::areas::AreaAsked;
use crate::map_analysis::survey::cells::{CellCandidates, CellGroup, SubjectCell, each_and_none};
use crate::map_analysis::survey::chart::{ChartEntry, LabelDemand, Subjects, chart};
use crate::map_analysis::survey::days::DayRange;
use crate::map_analysis::survey::leads::{Lead, Leads};
use crate::map_analysis::survey::pair::Pair;
use crate::routing::map::{AreaIx, ResponsibilityIx, TopicIx};

/// More lists of topics than this in one area are not looked at: they would all have to be shared
/// by different leads.
const MOST_LISTS: usize = 256;

/// Who leads in some areas, by the old map and by the new.
type Meeting = (BTreeSet<ResponsibilityIx>, BTreeSet<ResponsibilityIx>);

impl Pair<'_> {
    /// Labels every signal with several topics that both maps know, by who competes to lead it in
    /// the old map and in the new.
    pub fn survey_leads<L: Ord + Hash + Clone>(
        &self,
        days: DayRange,
        label: impl FnMut(LabelDemand, &[ChartEntry<'_>]) -> Vec<Option<L>>,
    ) -> Vec<(L, Vec<Region>)> {
        let (old, new) = (Leads::new(self.old, days), Leads::new(self.new, days));
        let (ask_old, ask_new) = (
            CellCandidates::of_nobody(self.old),
            CellCandidates::of_nobody(self.new),
        );
        let (by_old, by_new): (HashMap<_, _>, HashMap<_, _>) = (0..)
            .map(TopicIx)
            .zip(&self.topics)
            .map(|(shared, (old, new))| ((*old, shared), (*new, shared)))
            .unzip();
        let mut meetings: BTreeMap<Meeting, Vec<Option<AreaIx>>> = BTreeMap::new();
        for area in each_and_none(self.shared.areas().len()).map(|area| area.map(AreaIx)) {
            let (in_old, in_new) = self.places_of(area);
            meetings
                .entry((old.at(in_old), new.at(in_new)))
                .or_default()
                .push(area);
        }
        let mut found: Vec<(Vec<TopicIx>, CellGroup<'_>)> = Vec::new();
        for ((of_old, of_new), areas) in &meetings {
            let of_old = in_shared(old.named(of_old), &by_old);
            let of_new = in_shared(new.named(of_new), &by_new);
            for topics in shared_lists(of_old.iter().chain(&of_new).map(|(_, topics)| topics)) {
                let covering = |all: &[(ResponsibilityIx, BTreeSet<TopicIx>)]| {
                    all.iter()
                        .filter(|(_, covered)| covered.is_superset(&topics))
                        .map(|(ix, _)| *ix)
                        .collect()
                };
                let asks = vec![
                    ask_old.of_only(covering(&of_old)),
                    ask_new.of_only(covering(&of_new)),
                ];
                if !self.say_the_same(&asks) {
                    let cells = areas
                        .iter()
                        .map(|area| SubjectCell {
                            subject: 0,
                            area: *area,
                        })
                        .collect();
                    found.push((
                        topics.into_iter().collect(),
                        CellGroup {
                            asks,
                            area: AreaAsked::Place,
                            cells,
                        },
                    ));
                }
            }
        }
        let lists: Vec<Vec<TopicIx>> = found
            .iter()
            .map(|(topics, _)| topics.clone())
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        let numbered = found.into_iter().map(|(topics, mut group)| {
            let place = lists.binary_search(&topics);
            let subject = number(place.certain("the topics of each group are listed"));
            group
                .cells
                .iter_mut()
                .for_each(|cell| cell.subject = subject);
            group
        });
        let groups: Vec<CellGroup<'_>> = numbered.collect();
        chart(
            &groups,
            Subjects::Together(&lists),
            days,
            self.organisations(),
            label,
        )
    }
}

/// Each lead with the topics it covers, as far as both maps know them.
fn in_shared(
    leads: Vec<Lead<'_>>,
    places: &HashMap<TopicIx, TopicIx>,
) -> Vec<(ResponsibilityIx, BTreeSet<TopicIx>)> {
    leads
        .into_iter()
        .map(|lead| {
            (
                lead.ix,
                lead.topics
                    .iter()
                    .filter_map(|topic| places.get(topic).copied())
                    .collect(),
            )
        })
        .collect()
}

/// The topics that some of these cover together, for every choice of some; two topics at least.
fn shared_lists<'a>(
    covered: impl Iterator<Item = &'a BTreeSet<TopicIx>>,
) -> BTreeSet<BTreeSet<TopicIx>> {
    let all: BTreeSet<&BTreeSet<TopicIx>> = covered.filter(|topics| topics.len() > 1).collect();
    let mut lists: BTreeSet<BTreeSet<TopicIx>> = BTreeSet::new();
    for one in all {
        let with_it: Vec<BTreeSet<TopicIx>> = lists
            .iter()
            .map(|list| list & one)
            .filter(|list| list.len() > 1)
            .collect();
        lists.insert(one.clone());
        lists.extend(
            with_it
                .into_iter()
                .take(MOST_LISTS.saturating_sub(lists.len())),
        );
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
