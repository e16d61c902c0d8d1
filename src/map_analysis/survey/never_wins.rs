//! Responsibilities that never win.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::time::Day;
use crate::map_analysis::survey::areas::AreaDetail;
use crate::map_analysis::survey::cells::{CellGroup, Cover};
use crate::map_analysis::survey::chart::{Apart, groups_by_cover};
use crate::map_analysis::survey::days::DayRange;
use crate::map_analysis::survey::grid::Grid;
use crate::map_analysis::survey::leads::fewest_rivals;
use crate::map_analysis::survey::senders::SenderSets;
use crate::routing::criterion::Criteria;
use crate::routing::map::{Responsibility, ResponsibilityIx, RouteMap};

/// A responsibility that stands in no signal, from today on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeverWins {
    pub responsibility: ResponsibilityIx,
    pub why: WhyNever,
    /// A few responsibilities that together suffice to keep it from standing, by place.
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
    /// No signal meets its criteria.
    HoldsForNoSignal,
}

/// The responsibilities that beat another one in some signal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct BeatenBy {
    higher: Vec<ResponsibilityIx>,
    narrower: Vec<ResponsibilityIx>,
}

/// By responsibility, what beats it in each signal for which it holds.
type Beaten = BTreeMap<ResponsibilityIx, BTreeSet<BeatenBy>>;

/// The responsibilities that never stand from `today` on, by place. Leaves out those that have
/// lapsed before.
#[must_use]
pub fn never_wins(map: &RouteMap, today: Day) -> Vec<NeverWins> {
    let days = DayRange::since(today);
    let cover = Cover::new(map, days);
    let mut groups = groups_by_cover(map, &cover, days);
    // A lead that never stands alone may still lead several topics. Where does not matter here.
    groups.extend(
        fewest_rivals(map, days)
            .into_iter()
            .map(|(days, leads)| CellGroup {
                lists: vec![cover.list_of(leads)],
                when: vec![(days, AreaDetail::Place)],
                cells: Vec::new(),
            }),
    );
    let mut sets = SenderSets::new(map.organisation_ids());
    let mut never: Beaten = map
        .numbered_responsibilities()
        .filter(|(_, claim)| claim.valid.last_through(today) && !is_outlived(claim, map, today))
        .map(|(ix, _)| (ix, BTreeSet::new()))
        .collect();
    for group in &groups {
        let grid = grid_of(group, map, &mut sets);
        for held in grid.holding().sets {
            for standing in grid.standing(&held).into_iter().flatten() {
                never.remove(&standing);
            }
        }
    }
    for group in &groups {
        collect_beaten(group, map, &mut sets, &mut never);
    }
    never
        .into_iter()
        .map(|(responsibility, beaten)| explain(responsibility, &beaten))
        .collect()
}

fn grid_of<'g>(group: &'g CellGroup<'g>, map: &RouteMap, sets: &mut SenderSets) -> Grid<'g> {
    Grid::new(&group.lists, &group.when, Apart::default(), map, sets)
}

/// Whether it is for topics, areas or senders alone that have all ended before today.
fn is_outlived(claim: &Responsibility, map: &RouteMap, today: Day) -> bool {
    let Criteria {
        topics,
        ages: _,
        areas,
        senders,
        choices: _,
    } = &claim.criteria;
    let topics = topics.as_ref().is_some_and(|list| {
        let mut days = list.iter().map(|ix| map.topic_at(*ix).valid);
        !list.is_empty() && !days.any(|days| days.last_through(today))
    });
    let areas = areas.as_ref().is_some_and(|list| {
        let mut days = list.iter().map(|ix| map.area_at(*ix).valid);
        !list.is_empty() && !days.any(|days| days.last_through(today))
    });
    let senders = senders.as_ref().is_some_and(|senders| {
        let these = &senders.organisations;
        let mut days = these
            .iter()
            .filter_map(|id| Some(map.organisation(id)?.valid));
        !these.is_empty() && !days.any(|days| days.last_through(today))
    });
    topics || areas || senders
}

fn collect_beaten(
    group: &CellGroup<'_>,
    map: &RouteMap,
    sets: &mut SenderSets,
    never: &mut Beaten,
) {
    let Some(list) = group.lists.first() else {
        return;
    };
    if !list.ixs.iter().any(|ix| never.contains_key(ix)) {
        return;
    }
    let grid = grid_of(group, map, sets);
    for held in grid.holding().sets {
        for (ix, claim) in grid.claims(&held) {
            let Some(beaten) = never.get_mut(&ix) else {
                continue;
            };
            let (mut higher, mut narrower) = (Vec::new(), Vec::new());
            for (other, by) in grid.claims(&held) {
                if by.priority > claim.priority {
                    higher.push(other);
                } else if by.priority == claim.priority && list.strictly_contain(ix, other) {
                    narrower.push(other);
                }
            }
            beaten.insert(BeatenBy { higher, narrower });
        }
    }
}

fn explain(responsibility: ResponsibilityIx, beaten: &BTreeSet<BeatenBy>) -> NeverWins {
    let why = if beaten.is_empty() {
        WhyNever::HoldsForNoSignal
    } else if beaten.iter().all(|by| !by.higher.is_empty()) {
        WhyNever::Outranked
    } else {
        WhyNever::Shadowed
    };
    let mut by: Vec<Vec<ResponsibilityIx>> = Vec::new();
    for BeatenBy { higher, narrower } in beaten {
        by.push(match why {
            WhyNever::Outranked => higher.clone(),
            WhyNever::Shadowed | WhyNever::HoldsForNoSignal => {
                [higher.as_slice(), narrower].concat()
            }
        });
    }
    NeverWins {
        responsibility,
        why,
        by: hitting_set(by),
    }
}

/// A few that have one in each list. Takes the one that is in most of the lists left, again and
/// again, and then drops those that turn out to be superfluous.
fn hitting_set(lists: Vec<Vec<ResponsibilityIx>>) -> Vec<ResponsibilityIx> {
    let mut few: Vec<ResponsibilityIx> = Vec::new();
    let mut left: Vec<&Vec<ResponsibilityIx>> = lists.iter().collect();
    while !left.is_empty() {
        let mut counts: BTreeMap<ResponsibilityIx, usize> = BTreeMap::new();
        for ix in left.iter().copied().flatten() {
            *counts.entry(*ix).or_default() += 1;
        }
        let Some((most, _)) = counts.into_iter().rev().max_by_key(|(_, count)| *count) else {
            break;
        };
        left.retain(|list| !list.contains(&most));
        few.push(most);
    }
    for place in (0..few.len()).rev() {
        let mut others = few.clone();
        others.remove(place);
        let suffice = lists
            .iter()
            .all(|list| list.iter().any(|ix| others.contains(ix)));
        if suffice {
            few = others;
        }
    }
    few.sort_unstable();
    few
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
            hitting_set(lists.split(',').map(places).collect()),
            places(expected)
        );
    }
}
