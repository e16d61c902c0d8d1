//! Where several organisations lead the same signals with several topics.
//!
//! Who competes for a signal are the leads that hold for it and cover all its topics. So of the
//! lists of topics with the same leads the longest represents the others, at each point: the topics
//! that all these leads cover.
//!
//! Claims that dispute a topic alone dispute every signal with that topic for which they compete:
//! that dispute is told already. What is left are the topics that they do not all claim alone.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rustc_hash::FxBuildHasher;

use crate::domain::invariant::at;
use crate::map_analysis::region::Region;
use crate::map_analysis::survey::areas::AreaDetail;
use crate::map_analysis::survey::cells::{
    CandidateList, CellGroup, CellGroups, Cover, SubjectCell,
};
use crate::map_analysis::survey::chart::{Apart, ChartEntry, Subjects, chart};
use crate::map_analysis::survey::days::DayRange;
use crate::map_analysis::survey::disputes::have_several_owners;
use crate::map_analysis::survey::grid::Grid;
use crate::map_analysis::survey::leads::{
    Lead, Leads, choose_topics, covering, with_the_same_topics,
};
use crate::map_analysis::survey::pair_leads::shared_lists;
use crate::map_analysis::survey::senders::SenderSets;
use crate::routing::map::{ResponsibilityIx, RouteMap, TopicIx, ValidDays};

/// The leads that stand together, and all topics for which they do.
type LeadDispute = (Vec<ResponsibilityIx>, Vec<TopicIx>);

/// The disputes of leads about several topics, with the regions of each set of claims.
pub(super) fn disputes_of_leads(
    map: &RouteMap,
    cover: &Cover<'_>,
    days: DayRange,
) -> BTreeMap<Vec<ResponsibilityIx>, Vec<Region>> {
    let mut all: BTreeMap<Vec<ResponsibilityIx>, Vec<Region>> = BTreeMap::new();
    for days in with_the_same_topics(map, days) {
        for (claims, regions) in disputes_about_the_topics_of(map, cover, days) {
            all.entry(claims).or_default().extend(regions);
        }
    }
    all
}

/// Those on days on which the same topics are there.
fn disputes_about_the_topics_of(
    map: &RouteMap,
    cover: &Cover<'_>,
    days: DayRange,
) -> BTreeMap<Vec<ResponsibilityIx>, Vec<Region>> {
    let mut disputed = Vec::new();
    let mut sets = SenderSets::new(map.organisation_ids());
    for meeting in Leads::new(map, days).meetings() {
        let topics = disputed_topics(map, cover, days, &meeting.leads, &mut sets);
        if !topics.is_empty() {
            disputed.push((meeting, topics));
        }
    }
    let mut groups = CellGroups::new(map, days);
    let mut lists = Vec::new();
    for (n, (meeting, topics)) in (0..).zip(&disputed) {
        for area in meeting.areas.iter().copied() {
            let mut numbers = BTreeMap::new();
            for topic in topics {
                numbers.insert(*topic, cover.number(Some(*topic), area));
            }
            let key = std::iter::once(n).chain(numbers.values().copied());
            let cell = SubjectCell { subject: 0, area };
            groups.add(cell, ValidDays::default(), key.collect(), |_| {
                let found = LeadLists::new(&meeting.leads, &numbers);
                let each = found.each(cover);
                lists.push(found);
                each
            });
        }
    }
    let groups: Vec<CellGroup<'_>> = groups.finish();
    let labelled = chart(&groups, Subjects::Labelled, map, |answers| {
        let disputes = answers
            .iter()
            .map(|answer| at(&lists, answer.group).disputes(answer));
        disputes
            .map(|disputes| Some(disputes).filter(|disputes| !disputes.is_empty()))
            .collect()
    });
    let mut all: BTreeMap<Vec<ResponsibilityIx>, Vec<Region>> = BTreeMap::new();
    for (disputes, regions) in labelled {
        for (claims, topics) in disputes {
            let regions = regions.iter().map(|region| Region {
                topics: topics.clone(),
                ..region.clone()
            });
            all.entry(claims).or_default().extend(regions);
        }
    }
    all
}

/// The topics that two leads share which stand together where they have the fewest rivals: with all
/// the topics that they share.
fn disputed_topics(
    map: &RouteMap,
    cover: &Cover<'_>,
    days: DayRange,
    leads: &[Lead<'_>],
    sets: &mut SenderSets,
) -> BTreeSet<TopicIx> {
    let mut shared = BTreeSet::new();
    for (place, one) in leads.iter().enumerate() {
        for other in leads.iter().take(place) {
            if one.claim.owner != other.claim.owner {
                shared.insert(&*one.topics & &*other.topics);
            }
        }
    }
    let mut disputed = BTreeSet::new();
    for topics in shared.into_iter().filter(|topics| topics.len() > 1) {
        let list: Vec<TopicIx> = topics.iter().copied().collect();
        let rivals = covering(leads, &list).map(|lead| lead.ix).collect();
        let lists = [cover.list_of(rivals)];
        let when = [(days, AreaDetail::Place)];
        let grid = Grid::new(&lists, &when, Apart::default(), map, sets);
        let held = grid.holding().sets;
        let mut standing = held.iter().flat_map(|held| grid.standing(held));
        if standing.any(|claims| have_several_owners(map, &claims)) {
            disputed.extend(topics);
        }
    }
    disputed
}

/// The lists of candidates of a group of cells: first that of all leads, then those of each topic
/// alone.
struct LeadLists<'l, 'a> {
    leads: &'l [Lead<'a>],
    /// Numbers of the lists of the [`Cover`] for a topic, each once.
    numbers: Vec<u32>,
    /// The place of the list of each topic among all lists.
    alone: BTreeMap<TopicIx, usize>,
}

impl<'l, 'a> LeadLists<'l, 'a> {
    /// `numbers` are those of the lists that cover each topic.
    fn new(leads: &'l [Lead<'a>], numbers: &BTreeMap<TopicIx, u32>) -> Self {
        let mut own = Vec::new();
        let mut places: HashMap<u32, usize, FxBuildHasher> = HashMap::default();
        let mut alone = BTreeMap::new();
        for (topic, number) in numbers {
            let place = *places.entry(*number).or_insert_with(|| {
                own.push(*number);
                own.len()
            });
            alone.insert(*topic, place);
        }
        Self {
            leads,
            numbers: own,
            alone,
        }
    }

    fn each<'c>(&self, cover: &Cover<'c>) -> Vec<CandidateList<'c>> {
        let all = self.leads.iter().map(|lead| lead.ix).collect();
        let alone = self.numbers.iter().map(|number| cover.list(*number));
        std::iter::once(cover.list_of(all)).chain(alone).collect()
    }

    /// The disputes at a point.
    fn disputes(&self, answer: &ChartEntry<'_>) -> Vec<LeadDispute> {
        let holding = answer.holding_in_first();
        let holding: Vec<&Lead<'a>> = (self.leads.iter())
            .filter(|lead| holding.contains(&lead.ix))
            .collect();
        if holding.len() < 2 {
            return Vec::new();
        }
        let mut shared = BTreeSet::new();
        for (place, one) in holding.iter().enumerate() {
            for other in holding.iter().take(place) {
                if one.claim.owner != other.claim.owner {
                    shared.insert(&*one.topics & &*other.topics);
                }
            }
        }
        let standing = answer.standing();
        shared_lists(shared.iter())
            .into_iter()
            .filter_map(|topics| self.dispute(answer, &standing, &holding, topics))
            .collect()
    }

    /// The dispute of the leads that cover all these topics, about those of the topics that they do
    /// not dispute alone. `None` when other leads cover these too: then it is not about them.
    fn dispute(
        &self,
        answer: &ChartEntry<'_>,
        standing: &[Vec<ResponsibilityIx>],
        holding: &[&Lead<'a>],
        mut topics: BTreeSet<TopicIx>,
    ) -> Option<LeadDispute> {
        let rivals = covering_of(holding, &topics);
        let claims = answer.standing_among(|ix| rivals.contains(&ix));
        let standing_leads = holding.iter().filter(|lead| claims.contains(&lead.ix));
        let owners: BTreeSet<_> = standing_leads.map(|lead| &lead.claim.owner).collect();
        if owners.len() < 2 {
            return None;
        }
        topics.retain(|topic| {
            let alone = self.alone.get(topic).map(|place| at(standing, *place));
            alone.is_some_and(|alone| !claims.iter().all(|claim| alone.contains(claim)))
        });
        if topics.len() < 2 {
            return None;
        }
        let covered = holding.iter().map(|lead| lead.topics.as_ref());
        let chosen = choose_topics(&topics, covered).into_iter().collect();
        (covering_of(holding, &chosen) == rivals).then(|| (claims, topics.into_iter().collect()))
    }
}

/// Those that cover all these topics.
fn covering_of(leads: &[&Lead<'_>], topics: &BTreeSet<TopicIx>) -> Vec<ResponsibilityIx> {
    let covering = leads.iter().filter(|lead| lead.topics.is_superset(topics));
    covering.map(|lead| lead.ix).collect()
}
