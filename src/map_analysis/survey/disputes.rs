//! Where several organisations claim the same signals.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use crate::domain::invariant::{Invariant as _, at, at_mut, number};
use crate::domain::time::Day;
use crate::map_analysis::region::Region;
use crate::map_analysis::survey::areas::{asked_of_each, asked_of_none};
use crate::map_analysis::survey::cells::{CellGroup, Cover, SubjectCell};
use crate::map_analysis::survey::chart::{ChartEntry, LabelDemand, Subjects, chart, survey_of};
use crate::map_analysis::survey::days::DayRange;
use crate::map_analysis::survey::grid::Grid;
use crate::map_analysis::survey::leads::{Lead, Leading, leading};
use crate::map_analysis::survey::senders::SenderSets;
use crate::routing::map::{AreaIx, ResponsibilityIx, RouteMap, TopicIx};

/// Responsibilities of several organisations that stand together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dispute {
    /// All that stand, by place.
    pub claims: Vec<ResponsibilityIx>,
    /// For which signals, from today on.
    pub regions: Vec<Region>,
}

/// All disputes from `today` on, per set of claims.
///
/// The signals with several topics come in regions of their own ([`Region::several`]): claims that
/// take the lead for all those topics at once, of which two do not already dispute there about one
/// of the topics alone.
#[must_use]
pub fn disputes(map: &RouteMap, today: Day) -> Vec<Dispute> {
    let days = DayRange::since(today);
    let cover = Cover::new(map, days);
    let claimed = |_: LabelDemand, answers: &[ChartEntry<'_>]| {
        let stand = answers
            .iter()
            .map(|answer| answer.standing().concat())
            .map(|claims| Some(claims).filter(|claims| are_of_several(map, claims)));
        stand.collect()
    };
    let mut all: BTreeMap<Vec<ResponsibilityIx>, Vec<Region>> =
        survey_of(map, &cover, days, claimed).into_iter().collect();
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
    let organisations = || {
        map.organisations()
            .iter()
            .map(|organisation| organisation.id.clone())
    };
    let mut leading = leading(map, days, covered_by_two);
    let mut sets = SenderSets::new(organisations());
    leading.retain(|Leading { leads, .. }| {
        let asks = [cover.ask(0).of_only(leads.clone())];
        let grid = Grid::new(&asks, days, &mut sets);
        grid.held().sets.iter().any(|held| {
            grid.standing(held)
                .iter()
                .any(|claims| are_of_several(map, claims))
        })
    });
    let topics: Vec<Vec<TopicIx>> = leading
        .iter()
        .map(|leading| &leading.topics)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .cloned()
        .collect();
    let groups = groups_of_leads(map, cover, &leading, &topics);
    let newly_claimed = |_: LabelDemand, answers: &[ChartEntry<'_>]| {
        let stand = answers.iter().map(|answer| {
            let standing = answer.standing();
            let (claims, alone) = standing.split_first()?;
            let dispute_alone = |a, b| {
                alone
                    .iter()
                    .any(|claims| claims.contains(a) && claims.contains(b))
            };
            let is_new = claims.iter().any(|a| {
                claims
                    .iter()
                    .any(|b| are_of_several(map, &[*a, *b]) && !dispute_alone(a, b))
            });
            is_new.then(|| claims.clone())
        });
        stand.collect()
    };
    chart(
        &groups,
        Subjects::Together(&topics),
        days,
        organisations(),
        newly_claimed,
    )
}

/// In each area the contest of the leads, and beside it the contests about each of the topics
/// alone.
fn groups_of_leads<'a>(
    map: &RouteMap,
    cover: &Cover<'a>,
    leading: &[Leading],
    all_topics: &[Vec<TopicIx>],
) -> Vec<CellGroup<'a>> {
    let (each, none) = (asked_of_each(map), asked_of_none(map));
    let mut groups: Vec<CellGroup<'a>> = Vec::new();
    for Leading {
        topics,
        leads,
        areas,
    } in leading
    {
        let place = all_topics.iter().position(|known| known == topics);
        let subject = number(place.certain("the topics of all leads are listed"));
        let mut known: HashMap<_, usize> = HashMap::new();
        for area in areas.iter().copied() {
            let asked = area.map_or(none, |AreaIx(area)| *at(&each, area as usize));
            let alone: Vec<u32> = topics
                .iter()
                .map(|topic| cover.number(Some(*topic), area))
                .collect();
            let place = *known
                .entry((alone, asked))
                .or_insert_with_key(|(alone, asked)| {
                    let together = cover.ask(0).of_only(leads.clone());
                    let asks = [together]
                        .into_iter()
                        .chain(alone.iter().map(|number| cover.ask(*number)))
                        .collect();
                    groups.push(CellGroup {
                        asks,
                        area: *asked,
                        cells: Vec::new(),
                    });
                    groups.len() - 1
                });
            at_mut(&mut groups, place)
                .cells
                .push(SubjectCell { subject, area });
        }
    }
    groups
}

/// The topics that two leads of different organisations both cover.
fn covered_by_two(leads: &[Lead<'_>]) -> BTreeSet<BTreeSet<TopicIx>> {
    let kinds: BTreeSet<_> = leads
        .iter()
        .map(|lead| (Rc::clone(&lead.topics), &lead.claim.owner))
        .collect();
    let of_two = |(one, owner): &(Rc<BTreeSet<TopicIx>>, _)| {
        let others = kinds.iter().filter(|(_, other)| other != owner);
        others
            .map(|(other, _)| one.intersection(other).copied().collect())
            .collect::<Vec<_>>()
    };
    kinds.iter().flat_map(of_two).collect()
}

/// Whether these are of more than one organisation.
fn are_of_several(map: &RouteMap, claims: &[ResponsibilityIx]) -> bool {
    let mut owners = claims.iter().map(|ix| &map.responsibility(*ix).owner);
    let first = owners.next();
    owners.any(|owner| Some(owner) != first)
}
