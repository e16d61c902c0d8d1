//! Responsibilities that no signal can ever reach.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::time::Day;
use crate::map_analysis::survey::areas::AreaAsked;
use crate::map_analysis::survey::cells::{CellGroup, Cover};
use crate::map_analysis::survey::chart::groups;
use crate::map_analysis::survey::days::DayRange;
use crate::map_analysis::survey::grid::Grid;
use crate::map_analysis::survey::leads::{Lead, leading};
use crate::map_analysis::survey::senders::SenderSets;
use crate::routing::map::{ResponsibilityIx, RouteMap, TopicIx};

/// A responsibility that stands in no signal, from today on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeverWins {
    pub responsibility: ResponsibilityIx,
    /// What keeps it from standing.
    pub why: WhyNever,
    /// A few responsibilities that together keep it from standing, whatever else the map says. By
    /// place.
    pub by: Vec<ResponsibilityIx>,
}

/// Why a responsibility never stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNever {
    /// It gives way to a higher priority everywhere.
    Outranked,
    /// It gives way to narrower claims: to one, to several together, or to them and higher
    /// priorities together.
    Shadowed,
    /// There is no signal that it would be for.
    HoldsForNoSignal,
}

/// Those that beat a responsibility in some signal: with a higher priority, and with a narrower
/// claim.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Beaten {
    outranked: Vec<ResponsibilityIx>,
    shadowed: Vec<ResponsibilityIx>,
}

/// The responsibilities that never stand from `today` on, those apart that have lapsed before. By
/// place.
#[must_use]
pub fn never_wins(map: &RouteMap, today: Day) -> Vec<NeverWins> {
    let days = DayRange::since(today);
    let cover = Cover::new(map, days);
    let mut groups = groups(
        map,
        |topic, area| vec![cover.number(Some(topic), area)],
        |n| n.iter().map(|n| cover.ask(*n)).collect(),
    );
    // A lead that stands nowhere alone may still lead several topics; where does not matter here.
    groups.extend(
        leading(map, days, covered_by_one)
            .into_iter()
            .map(|leading| {
                let asks = vec![cover.ask(0).of_only(leading.leads)];
                CellGroup {
                    asks,
                    area: AreaAsked::Place,
                    cells: Vec::new(),
                }
            }),
    );
    let organisations = map
        .organisations()
        .iter()
        .map(|organisation| organisation.id.clone());
    let mut sets = SenderSets::new(organisations);

    let lapsed = |ix: ResponsibilityIx| {
        map.responsibility(ix)
            .valid_until
            .is_some_and(|until| until < today)
    };
    let all = (0..)
        .map(ResponsibilityIx)
        .take(map.responsibilities().len());
    let mut never: BTreeMap<ResponsibilityIx, BTreeSet<Beaten>> = all
        .filter(|ix| !lapsed(*ix))
        .map(|ix| (ix, BTreeSet::new()))
        .collect();
    for group in &groups {
        let grid = Grid::new(&group.asks, days, &mut sets);
        for standing in grid
            .held()
            .sets
            .iter()
            .flat_map(|held| grid.standing(held))
            .flatten()
        {
            never.remove(&standing);
        }
    }
    for group in &groups {
        let Some(ask) = group
            .asks
            .first()
            .filter(|ask| ask.list.iter().any(|ix| never.contains_key(ix)))
        else {
            continue;
        };
        let grid = Grid::new(&group.asks, days, &mut sets);
        for held in grid.held().sets {
            let holding: Vec<_> = grid.holding(&held).collect();
            for (ix, claim) in &holding {
                let Some(beaten) = never.get_mut(ix) else {
                    continue;
                };
                let others = |beats: &dyn Fn(ResponsibilityIx, i32) -> bool| {
                    holding
                        .iter()
                        .filter(|(other, by)| beats(*other, by.priority))
                        .map(|(other, _)| *other)
                        .collect()
                };
                beaten.insert(Beaten {
                    outranked: others(&|_, priority| priority > claim.priority),
                    shadowed: others(&|other, priority| {
                        priority == claim.priority && ask.strictly_contain(*ix, other)
                    }),
                });
            }
        }
    }
    never
        .into_iter()
        .map(|(responsibility, beaten)| explain(responsibility, &beaten))
        .collect()
}

fn explain(responsibility: ResponsibilityIx, beaten: &BTreeSet<Beaten>) -> NeverWins {
    let why = match beaten {
        none if none.is_empty() => WhyNever::HoldsForNoSignal,
        all if all.iter().all(|beaten| !beaten.outranked.is_empty()) => WhyNever::Outranked,
        _ => WhyNever::Shadowed,
    };
    let beaters = |beaten: &Beaten| match why {
        WhyNever::Outranked => beaten.outranked.clone(),
        WhyNever::Shadowed | WhyNever::HoldsForNoSignal => {
            [beaten.outranked.as_slice(), &beaten.shadowed].concat()
        }
    };
    NeverWins {
        responsibility,
        why,
        by: few(beaten.iter().map(beaters).collect()),
    }
}

/// A few that have one in each of these lists: the one that is in most of those left, again and
/// again; then without any that is spare.
fn few(lists: Vec<Vec<ResponsibilityIx>>) -> Vec<ResponsibilityIx> {
    let mut few: Vec<ResponsibilityIx> = Vec::new();
    let mut left: Vec<&Vec<ResponsibilityIx>> = lists.iter().collect();
    while !left.is_empty() {
        let mut counts: BTreeMap<ResponsibilityIx, usize> = BTreeMap::new();
        left.iter()
            .copied()
            .flatten()
            .for_each(|ix| *counts.entry(*ix).or_default() += 1);
        let Some((most, _)) = counts.into_iter().rev().max_by_key(|(_, count)| *count) else {
            break;
        };
        left.retain(|list| !list.contains(&most));
        few.push(most);
    }
    for place in (0..few.len()).rev() {
        let others: Vec<_> = few
            .iter()
            .enumerate()
            .filter(|(n, _)| *n != place)
            .map(|(_, ix)| *ix)
            .collect();
        if lists
            .iter()
            .all(|list| list.iter().any(|ix| others.contains(ix)))
        {
            few = others;
        }
    }
    few.sort_unstable();
    few
}

fn covered_by_one(leads: &[Lead<'_>]) -> BTreeSet<BTreeSet<TopicIx>> {
    leads
        .iter()
        .map(|lead| lead.topics.as_ref().clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::one_that_is_in_all("1 3, 2 3", "3")]
    #[case::without_one_that_is_spare("1 2, 1 3, 2, 3", "2 3")]
    #[case::each_its_own("2, 1", "1 2")]
    fn a_few_have_one_in_each_list(#[case] lists: &str, #[case] expected: &str) {
        let places = |list: &str| {
            list.split_whitespace()
                .map(|ix| ResponsibilityIx(ix.parse().unwrap()))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            few(lists.split(',').map(places).collect()),
            places(expected)
        );
    }
}
