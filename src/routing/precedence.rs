//! Rules 2 and 3 of deciding: which candidates stand, and which are superseded. Used to decide on one
//! signal, and to survey all.

use crate::domain::calendar::Term;
use crate::domain::codes::OrganisationId;
use crate::domain::event::Basis;
use crate::domain::invariant::at;
use crate::domain::time::Day;
use crate::routing::candidates::Candidate;
use crate::routing::explanation::{SetAside, Superseded};
use crate::routing::map::{MapLine, Responsibility, RouteMap};

/// For each candidate the one that supersedes it, if any: one of the highest priority, or else a
/// narrower claim among the highest. A candidate without one stands.
fn superseded_by<T>(
    candidates: &[T],
    priority: impl Fn(&T) -> i32,
    strictly_contain: impl Fn(&T, &T) -> bool,
) -> impl Iterator<Item = Option<(Superseded, &T)>> {
    let highest = candidates.iter().map(&priority).max();
    let mut first = Vec::new();
    // Most signals have one candidate, which has nobody to give way to.
    if candidates.len() > 1 {
        first.extend((candidates.iter()).filter(|candidate| Some(priority(candidate)) == highest));
    }
    candidates.iter().map(move |candidate| {
        if Some(priority(candidate)) != highest {
            return Some((Superseded::ByPriority, *at(&first, 0)));
        }
        let mut narrower = first
            .iter()
            .filter(|other| strictly_contain(candidate, other));
        Some((Superseded::ByNarrower, *narrower.next()?))
    })
}

/// The candidates that nothing supersedes, in the order of the list.
pub(crate) fn standing<T>(
    candidates: &[T],
    priority: impl Fn(&T) -> i32,
    strictly_contain: impl Fn(&T, &T) -> bool,
) -> impl Iterator<Item = &T> {
    let superseded = superseded_by(candidates, priority, strictly_contain);
    let judged = candidates.iter().zip(superseded);
    judged
        .filter(|(_, by)| by.is_none())
        .map(|(candidate, _)| candidate)
}

/// Rules 2 and 3 for one signal.
pub(super) struct Precedence<'a> {
    map: &'a RouteMap,
    /// All candidates, in no order.
    candidates: Vec<Candidate>,
    /// The candidates left, by organisation, then by place.
    pub(super) standing: Vec<&'a Responsibility>,
}

impl<'a> Precedence<'a> {
    pub(super) fn among(map: &'a RouteMap, candidates: impl Iterator<Item = Candidate>) -> Self {
        let candidates: Vec<Candidate> = candidates.collect();
        let mut standing: Vec<&Responsibility> = standing(
            &candidates,
            |candidate| candidate.priority,
            |candidate, other| {
                let criteria = &map.responsibility(candidate.ix).criteria;
                criteria.strictly_contain(&map.responsibility(other.ix).criteria, map)
            },
        )
        .map(|candidate| map.responsibility(candidate.ix))
        .collect();
        standing.sort_by_key(|r| (&r.owner, &r.place));
        Self {
            map,
            candidates,
            standing,
        }
    }

    /// The superseded candidates, by organisation and place.
    pub(super) fn set_aside(&self) -> Vec<SetAside> {
        let mut candidates: Vec<&Responsibility> = self
            .candidates
            .iter()
            .map(|candidate| self.map.responsibility(candidate.ix))
            .collect();
        candidates.sort_by_key(|r| (&r.owner, &r.place));
        let superseded = superseded_by(
            &candidates,
            |r| r.priority,
            |r, other| r.criteria.strictly_contain(&other.criteria, self.map),
        );
        let mut set_aside = Vec::new();
        for (r, by) in candidates.iter().zip(superseded) {
            set_aside.extend(by.map(|(superseded, to)| SetAside {
                organisation: r.owner.clone(),
                gave_way: superseded,
                to: to.owner.clone(),
                place: MapLine::from(&r.place),
            }));
        }
        set_aside
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

    /// The strictest of the promises of the owner; the map's default in a gap or dispute.
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
