//! Inside a cell: days, ages, choices and senders, cut only where the candidates differ.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::domain::invariant::{at, number};
use crate::domain::time::Day;
use crate::map_analysis::age_sets::AgeSet;
use crate::map_analysis::survey::areas::AreaDetail;
use crate::map_analysis::survey::axis::Axis;
use crate::map_analysis::survey::bits::Bits;
use crate::map_analysis::survey::cells::CandidateList;
use crate::map_analysis::survey::chart::Apart;
use crate::map_analysis::survey::days::DayRange;
use crate::map_analysis::survey::senders::{Classes, SenderSets};
use crate::routing::ages::AgeSubject;
use crate::routing::choice::{Choice, Choices, Values};
use crate::routing::map::{Responsibility, ResponsibilityIx, RouteMap, ValidDays};
use crate::routing::precedence::standing;

/// A responsibility that covers the cell, in one of its lists.
#[derive(Debug)]
struct CellCandidate<'a> {
    /// The place of its list.
    list: usize,
    ix: ResponsibilityIx,
    claim: &'a Responsibility,
}

/// All signals of a cell, as far as its candidates tell them apart.
///
/// A point has a value of each axis. Points come in the order of the axes below, the last of them
/// changing fastest.
#[derive(Debug)]
pub(super) struct Grid<'a> {
    lists: &'a [CandidateList<'a>],
    candidates: Vec<CellCandidate<'a>>,
    pub(super) days: Axis<DayRange>,
    /// The ages of each subject, the person's first.
    pub(super) ages: Vec<(AgeSubject, Axis<AgeSet>)>,
    /// The values of each choice, those together that the candidates do not tell apart.
    pub(super) choices: Vec<(Choice, Axis<Values>)>,
    /// The places in `classes`.
    pub(super) senders: Axis<usize>,
    pub(super) classes: Rc<Classes>,
    /// The days on which the senders of each class are there.
    sender_days: Vec<ValidDays>,
    when: &'a [(DayRange, AreaDetail)],
}

/// The candidates that hold at each point, in the order of the points.
#[derive(Debug)]
pub(super) struct HoldingCandidates {
    /// Places in `sets`; `None` where the sender is not there on the day.
    pub(super) points: Vec<Option<u32>>,
    pub(super) sets: Vec<Bits>,
}

/// Collects what holds at each point, equal sets once.
struct HoldingCollector {
    found: HoldingCandidates,
    places: HashMap<Bits, u32, FxBuildHasher>,
}

/// An axis on the way to a point.
struct AxisLevel<'g> {
    /// Who admits each of its values; `None` for one that is not there.
    admitted: Vec<Option<&'g Bits>>,
    /// Room for the candidates that admit a value of this axis and of each axis before it.
    holding: Bits,
}

impl HoldingCollector {
    /// Adds the points that differ in these axes alone. `holding` admit the values that the points
    /// have in common.
    fn add_points(&mut self, axes: &mut [AxisLevel<'_>], holding: &Bits) {
        let Some((axis, inside)) = axes.split_first_mut() else {
            self.add_point(holding);
            return;
        };
        for admitted in &axis.admitted {
            if let Some(admitted) = admitted {
                axis.holding.set_to_intersection(holding, admitted);
                self.add_points(inside, &axis.holding);
            } else {
                let count = inside.iter().map(|axis| axis.admitted.len()).product();
                self.found.points.extend(std::iter::repeat_n(None, count));
            }
        }
    }

    fn add_point(&mut self, holding: &Bits) {
        let place = match self.places.get(holding) {
            Some(known) => *known,
            None => {
                let place = number(self.found.sets.len());
                self.places.insert(holding.clone(), place);
                self.found.sets.push(holding.clone());
                place
            }
        };
        self.found.points.push(Some(place));
    }
}

impl<'a> Grid<'a> {
    pub(super) fn new(
        lists: &'a [CandidateList<'a>],
        when: &'a [(DayRange, AreaDetail)],
        apart: Apart<'_>,
        senders: &RouteMap,
        sets: &mut SenderSets,
    ) -> Self {
        let passing = senders.passing_organisations();
        let candidates = candidates(lists);
        let limits = candidates
            .iter()
            .filter_map(|one| one.claim.criteria.senders.as_ref())
            .map(|limit| &limit.organisations);
        let limits = limits
            .chain(apart.senders)
            .chain(passing.iter().map(|(_, these)| these))
            .map(|senders| sets.limit(senders))
            .collect();
        let classes = sets.classes(limits);
        let claims: Vec<&Responsibility> = candidates.iter().map(|one| one.claim).collect();
        let turns = passing.iter().flat_map(|(days, _)| days.turns());
        let turns = turns.chain(when.iter().map(|(days, _)| days.from));
        let turns = turns.chain(apart.turns.iter().copied());
        let days_of = |example: &OrganisationId| {
            let own = passing.iter().find(|(_, these)| these.contains(example));
            own.map_or(ValidDays::default(), |(days, _)| *days)
        };
        Self {
            lists,
            days: Axis::of_days(whole(when), turns, &claims),
            sender_days: classes.examples().map(days_of).collect(),
            when,
            ages: AgeSubject::ALL
                .iter()
                .map(|subject| (*subject, Axis::of_ages(*subject, &claims)))
                .collect(),
            choices: Choice::ALL
                .iter()
                .map(|choice| {
                    let apart = match choice {
                        Choice::Urgency => apart.urgencies,
                        Choice::Hours => Values::default(),
                    };
                    (*choice, Axis::of_choice(*choice, &claims, apart))
                })
                .collect(),
            senders: Axis::of_senders(&classes, &claims),
            classes,
            candidates,
        }
    }

    /// Whether a point tells the age of the person, by its place among those with the same days.
    pub(super) fn is_age_known(&self, point: usize) -> bool {
        let inside = self.points_per_age();
        let ages = value_at(&self.ages, AgeSubject::Person, inside, point);
        ages.is_some_and(|ages| ages.known.is_some())
    }

    /// The urgencies of a point, by its place among those with the same days.
    pub(super) fn urgencies(&self, point: usize) -> Values {
        let inside = self.senders.len();
        let values = value_at(&self.choices, Choice::Urgency, inside, point);
        values
            .copied()
            .unwrap_or_else(|| Values::all(Choice::Urgency))
    }

    /// One sender of each class, in the order of the axis, and the number of those that are in the
    /// same of these sets.
    pub(super) fn sender_examples(
        &self,
        sets: &[Arc<BTreeSet<OrganisationId>>],
    ) -> Vec<(&OrganisationId, usize)> {
        let examples = self.classes.examples();
        let among = |example| {
            sets.iter().fold(0, |among, set| {
                among * 2 + usize::from(set.contains(example))
            })
        };
        examples.map(|one| (one, among(one))).collect()
    }

    /// How many points there are with the same days.
    pub(super) fn points_per_day(&self) -> usize {
        let ages = self.ages.iter().map(|(_, axis)| axis.len());
        ages.product::<usize>() * self.points_per_age()
    }

    /// How many points there are with the same days and ages.
    fn points_per_age(&self) -> usize {
        let choices = self.choices.iter().map(|(_, axis)| axis.len());
        choices.product::<usize>() * self.senders.len()
    }

    /// The candidates at every point: rule 1 of `routing::decide`.
    pub(super) fn holding(&self) -> HoldingCandidates {
        let mut collector = HoldingCollector {
            found: HoldingCandidates {
                points: Vec::new(),
                sets: Vec::new(),
            },
            places: HashMap::default(),
        };
        for (days, on_days) in self.days.values().zip(self.days.admitted()) {
            let occurring = self.occurring(*days);
            let choices = self.choices.iter();
            let choices = choices.map(|(choice, axis)| axis.admitted_if(occurring.get(*choice)));
            let ages = self.ages.iter().map(|(_, axis)| axis.admitted());
            let axes = ages.chain(choices);
            let axes = axes.map(|admitted| admitted.into_iter().map(Some).collect());
            let mut levels: Vec<AxisLevel<'_>> = axes
                .chain([self.senders_on(days.from)])
                .map(|admitted| AxisLevel {
                    admitted,
                    holding: Bits::empty(self.candidates.len()),
                })
                .collect();
            collector.add_points(&mut levels, on_days);
        }
        collector.found
    }

    /// Who admits the senders of each class; `None` when those are not there on that day.
    fn senders_on(&self, day: Day) -> Vec<Option<&Bits>> {
        let classes = self.senders.admitted().into_iter().zip(&self.sender_days);
        classes
            .map(|(admitted, days)| days.include(day).then_some(admitted))
            .collect()
    }

    /// How well its signals say where on the first of these days, and so on all of them.
    pub(super) fn area_detail(&self, days: DayRange) -> AreaDetail {
        let begun = self
            .when
            .iter()
            .rev()
            .find(|(when, _)| when.from <= days.from);
        begun.map_or(AreaDetail::Unknown, |(_, detail)| *detail)
    }

    /// The choices that a signal on one of these days can have.
    fn occurring(&self, days: DayRange) -> Choices {
        let maps = self.lists.iter().map(|list| list.map);
        let hours = maps.map(|map| days.hours(map)).collect();
        Choices::all().with(Choice::Hours, hours)
    }

    /// Which of those that hold stand, in each list, in the order of the lists: rules 2 and 3
    /// of `routing::decide`.
    pub(super) fn standing(&self, held: &Bits) -> Vec<Vec<ResponsibilityIx>> {
        (0..self.lists.len())
            .map(|list| self.standing_in(list, held, |_| true))
            .collect()
    }

    /// Those that stand in one list when only those compete for which `competes` is true.
    pub(super) fn standing_in(
        &self,
        list: usize,
        held: &Bits,
        competes: impl Fn(ResponsibilityIx) -> bool,
    ) -> Vec<ResponsibilityIx> {
        let candidates: Vec<&CellCandidate<'_>> = self
            .among(held)
            .filter(|candidate| candidate.list == list && competes(candidate.ix))
            .collect();
        standing(
            &candidates,
            |one| one.claim.priority,
            |one, other| self.strictly_contain(one, other),
        )
        .map(|candidate| candidate.ix)
        .collect()
    }

    /// Those that hold in one list.
    pub(super) fn holding_in(
        &self,
        list: usize,
        held: &Bits,
    ) -> impl Iterator<Item = ResponsibilityIx> {
        let candidates = self.among(held);
        candidates
            .filter(move |candidate| candidate.list == list)
            .map(|candidate| candidate.ix)
    }

    /// Whether the first of two candidates in the same list strictly contains the second.
    fn strictly_contain(&self, one: &CellCandidate<'_>, other: &CellCandidate<'_>) -> bool {
        at(self.lists, one.list).strictly_contain(one.ix, other.ix)
    }

    /// The claims of a set, over all lists.
    pub(super) fn claims(
        &self,
        held: &Bits,
    ) -> impl Iterator<Item = (ResponsibilityIx, &'a Responsibility)> {
        self.among(held)
            .map(|candidate| (candidate.ix, candidate.claim))
    }

    fn among(&self, held: &Bits) -> impl Iterator<Item = &CellCandidate<'a>> {
        held.places().map(|place| at(&self.candidates, place))
    }
}

/// The value that a point has on one of these axes; `inside` is how many points differ in the axes
/// after these alone.
fn value_at<K: PartialEq, V>(
    axes: &[(K, Axis<V>)],
    of: K,
    mut inside: usize,
    point: usize,
) -> Option<&V> {
    for (kind, axis) in axes.iter().rev() {
        if *kind == of {
            return Some(axis.value(point / inside % axis.len()));
        }
        inside *= axis.len();
    }
    None
}

fn candidates<'a>(lists: &'a [CandidateList<'a>]) -> Vec<CellCandidate<'a>> {
    let mut all = Vec::new();
    for (place, list) in lists.iter().enumerate() {
        for (ix, claim) in list.candidates() {
            all.push(CellCandidate {
                list: place,
                ix,
                claim,
            });
        }
    }
    all
}

/// All days of one range after another.
fn whole(when: &[(DayRange, AreaDetail)]) -> DayRange {
    let (first, last) = (at(when, 0).0, at(when, when.len() - 1).0);
    DayRange {
        from: first.from,
        until: last.until,
    }
}
