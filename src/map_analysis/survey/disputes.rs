//! Where several organisations claim the same signals.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::domain::invariant::{Invariant as _, number};
use crate::domain::time::Day;
use crate::map_analysis::region::Region;
use crate::map_analysis::survey::cells::{CellGroup, CellGroups, Cover, SubjectCell};
use crate::map_analysis::survey::chart::{ChartEntry, Subjects, chart, survey_cover};
use crate::map_analysis::survey::days::DayRange;
use crate::map_analysis::survey::grid::Grid;
use crate::map_analysis::survey::leads::{Lead, LeadGroup, lead_groups};
use crate::map_analysis::survey::senders::SenderSets;
use crate::routing::map::{ResponsibilityIx, RouteMap, TopicIx};

/// Responsibilities of several organisations that stand together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dispute {
    /// All that stand, by place.
    pub claims: Vec<ResponsibilityIx>,
    /// From today on.
    pub regions: Vec<Region>,
}

/// All disputes from `today` on, one for each set of claims.
///
/// Signals with several topics have regions of their own ([`Region::several`]), for claims that
/// lead all those topics at once, unless those claims dispute one of the topics alone already.
#[must_use]
pub fn disputes(map: &RouteMap, today: Day) -> Vec<Dispute> {
    let days = DayRange::since(today);
    let cover = Cover::new(map, days);
    let of_one_topic = survey_cover(map, &cover, days, |_, answers| {
        answers
            .iter()
            .map(|answer| answer.standing().concat())
            .map(|claims| Some(claims).filter(|claims| have_several_owners(map, claims)))
            .collect()
    });
    let mut all: BTreeMap<Vec<ResponsibilityIx>, Vec<Region>> = of_one_topic.into_iter().collect();
    for (claims, regions) in disputes_of_leads(map, &cover, days) {
        all.entry(claims).or_default().extend(regions);
    }
    all.into_iter()
        .map(|(claims, regions)| Dispute { claims, regions })
        .collect()
}

fn disputes_of_leads(
    map: &RouteMap,
    cover: &Cover<'_>,
    days: DayRange,
) -> Vec<(Vec<ResponsibilityIx>, Vec<Region>)> {
    let mut leading = lead_groups(map, days, topics_of_two);
    let mut sets = SenderSets::new(map.organisation_ids());
    leading.retain(|LeadGroup { leads, .. }| {
        let asks = [cover.ask_only(leads.clone())];
        let grid = Grid::new(&asks, days, &mut sets);
        let held = grid.holding().sets;
        held.iter()
            .flat_map(|held| grid.standing(held))
            .any(|claims| have_several_owners(map, &claims))
    });
    let topics: BTreeSet<Vec<TopicIx>> = leading.iter().map(|group| group.topics.clone()).collect();
    let topics: Vec<Vec<TopicIx>> = topics.into_iter().collect();
    chart(
        &groups_of_leads(map, cover, &leading, &topics),
        Subjects::Together(&topics),
        days,
        map.organisation_ids(),
        |_, answers| {
            answers
                .iter()
                .map(|answer| new_dispute(map, answer))
                .collect()
        },
    )
}

/// The leads that stand, when two of them dispute no single topic. The first contest is about all
/// topics together, the others are about one each.
fn new_dispute(map: &RouteMap, answer: &ChartEntry<'_>) -> Option<Vec<ResponsibilityIx>> {
    let standing = answer.standing();
    let (claims, alone) = standing.split_first()?;
    for a in claims {
        for b in claims {
            let is_known = alone.iter().any(|one| one.contains(a) && one.contains(b));
            if !is_known && have_several_owners(map, &[*a, *b]) {
                return Some(claims.clone());
            }
        }
    }
    None
}

/// The contest of the leads in each area, with the contests about each of their topics alone.
fn groups_of_leads<'a>(
    map: &RouteMap,
    cover: &Cover<'a>,
    leading: &[LeadGroup],
    lists: &[Vec<TopicIx>],
) -> Vec<CellGroup<'a>> {
    let mut groups = CellGroups::new(map);
    for (n, group) in (0..).zip(leading) {
        let place = lists.binary_search(&group.topics);
        let subject = number(place.certain("the topics of all leads are listed"));
        for area in group.areas.iter().copied() {
            let mut key = vec![n];
            key.extend(group.topics.iter().map(|ix| cover.number(Some(*ix), area)));
            groups.add(SubjectCell { subject, area }, key, |key| {
                let mut asks = vec![cover.ask_only(group.leads.clone())];
                asks.extend(key.iter().skip(1).map(|number| cover.ask(*number)));
                asks
            });
        }
    }
    groups.finish()
}

/// The topics that two leads of different organisations both cover, for every two.
fn topics_of_two(leads: &[Lead<'_>]) -> BTreeSet<BTreeSet<TopicIx>> {
    let kinds: BTreeSet<_> = leads
        .iter()
        .map(|lead| (Rc::clone(&lead.topics), &lead.claim.owner))
        .collect();
    let mut shared = BTreeSet::new();
    for (one, owner) in &kinds {
        for (other, _) in kinds.iter().filter(|(_, other)| other != owner) {
            shared.insert(&**one & &**other);
        }
    }
    shared
}

fn have_several_owners(map: &RouteMap, claims: &[ResponsibilityIx]) -> bool {
    let mut owners = claims.iter().map(|ix| &map.responsibility(*ix).owner);
    let first = owners.next();
    owners.any(|owner| Some(owner) != first)
}
