//! Rules 2 and 3 of deciding: which candidates stand, and which give way. Deciding asks it of one
//! signal, the survey of all.

use crate::domain::calendar::Term;
use crate::domain::codes::OrganisationId;
use crate::domain::event::Basis;
use crate::domain::time::Day;
use crate::routing::candidates::Candidate;
use crate::routing::explanation::{GaveWay, MapLine, SetAside};
use crate::routing::map::{Responsibility, RouteMap};

/// To which other candidate each gives way, if to any: to one of the highest priority, or else to a
/// narrower claim among the highest.
pub(crate) fn give_way<T>(
    candidates: &[T],
    priority: impl Fn(&T) -> i32,
    strictly_contain: impl Fn(&T, &T) -> bool,
) -> impl Iterator<Item = Option<(GaveWay, &T)>> {
    let highest = candidates.iter().map(&priority).max();
    let is_highest = move |priority: i32| Some(priority) == highest;
    candidates.iter().map(move |candidate| {
        let above = candidates
            .iter()
            .find(|other| priority(other) > priority(candidate) && is_highest(priority(other)));
        let narrower = || {
            candidates
                .iter()
                .find(|other| is_highest(priority(other)) && strictly_contain(candidate, other))
        };
        above
            .map(|to| (GaveWay::ToPriority, to))
            .or_else(|| narrower().map(|to| (GaveWay::ToNarrower, to)))
    })
}

/// Rules 2 and 3 for one signal.
pub(super) struct Contest<'a> {
    map: &'a RouteMap,
    /// All that were in it, in no order.
    candidates: Vec<Candidate>,
    /// By organisation, then by place.
    pub(super) standing: Vec<&'a Responsibility>,
}

impl<'a> Contest<'a> {
    pub(super) fn among(map: &'a RouteMap, candidates: impl Iterator<Item = Candidate>) -> Self {
        let candidates: Vec<Candidate> = candidates.collect();
        let highest = candidates.iter().map(|candidate| candidate.priority).max();
        let first = candidates
            .iter()
            .filter(|candidate| Some(candidate.priority) == highest);
        let mut standing: Vec<&Responsibility> = first
            .map(|candidate| map.responsibility(candidate.ix))
            .collect();
        if standing.len() > 1 {
            let all = standing.clone();
            standing.retain(|r| {
                !all.iter()
                    .any(|other| r.criteria.strictly_contain(&other.criteria, map))
            });
            standing.sort_by_key(|r| (&r.owner, &r.place));
        }
        Self {
            map,
            candidates,
            standing,
        }
    }

    /// Who gave way, to what and to whom, by organisation and place.
    pub(super) fn set_aside(&self) -> Vec<SetAside> {
        let mut candidates: Vec<&Responsibility> = self
            .candidates
            .iter()
            .map(|one| self.map.responsibility(one.ix))
            .collect();
        candidates.sort_by_key(|r| (&r.owner, &r.place));
        let fates = give_way(
            &candidates,
            |r| r.priority,
            |r, other| r.criteria.strictly_contain(&other.criteria, self.map),
        );
        let describe = |(r, fate): (&&Responsibility, Option<(GaveWay, &&Responsibility)>)| {
            let (gave_way, to) = fate?;
            Some(SetAside {
                organisation: r.owner.clone(),
                gave_way,
                to: to.owner.clone(),
                place: MapLine::from(&r.place),
            })
        };
        candidates.iter().zip(fates).filter_map(describe).collect()
    }

    /// Rule 4.
    pub(super) fn basis(&self) -> Basis {
        match (self.standing.first(), self.owner()) {
            (None, _) => Basis::Gap,
            (Some(_), Some(_)) => Basis::Rule,
            (Some(_), None) => Basis::Dispute,
        }
    }

    pub(super) fn owner(&self) -> Option<&'a OrganisationId> {
        let first = &self.standing.first()?.owner;
        self.standing
            .iter()
            .all(|r| r.owner == *first)
            .then_some(first)
    }

    /// The strictest of the promises of the owner; the map's own when there is no rule.
    pub(super) fn promise(
        &self,
        map: &RouteMap,
        day: Day,
        term: impl Fn(&Responsibility) -> Option<Term>,
        general: Term,
    ) -> Day {
        let calendar = &map.settings().calendar;
        let agreed = match self.basis() {
            Basis::Rule => self
                .standing
                .iter()
                .map(|r| calendar.due(day, term(r).unwrap_or(general)))
                .min(),
            Basis::Gap | Basis::Dispute => None,
        };
        agreed.unwrap_or_else(|| calendar.due(day, general))
    }
}
