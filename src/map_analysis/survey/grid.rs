//! Inside a cell: days, ages, choices and senders, cut only where the candidates differ.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use rustc_hash::FxBuildHasher;

use crate::domain::age::AgeRange;
use crate::domain::codes::CodeEnum as _;
use crate::domain::invariant::{at, at_mut, number};
use crate::domain::time::Day;
use crate::map_analysis::survey::ages::cut_ages;
use crate::map_analysis::survey::bits::Bits;
use crate::map_analysis::survey::cells::CellCandidates;
use crate::map_analysis::survey::days::DayRange;
use crate::map_analysis::survey::senders::{Classes, SenderSets};
use crate::routing::choice::{Choice, Choices, Values};
use crate::routing::criterion::{Criterion, Question};
use crate::routing::map::{Responsibility, ResponsibilityIx};
use crate::routing::precedence::superseded_by;

/// One way in which signals differ: values that the candidates tell apart, each with the candidates
/// that admit it.
#[derive(Debug)]
pub(super) struct Axis<V> {
    pub(super) values: Vec<V>,
    admitted: Vec<Bits>,
}

/// A responsibility that covers the cell, in one of its contests.
#[derive(Debug)]
struct CellCandidate<'a> {
    /// Its place in the list of candidates.
    place: usize,
    contest: usize,
    ix: ResponsibilityIx,
    claim: &'a Responsibility,
}

/// All signals of a cell, as far as its candidates tell them apart.
#[derive(Debug)]
pub(super) struct Grid<'a> {
    asks: &'a [CellCandidates<'a>],
    candidates: Vec<CellCandidate<'a>>,
    /// Whether one candidate strictly contains another, by their places. Cached, because the same
    /// two meet at many points.
    narrower: RefCell<Vec<Option<bool>>>,
    pub(super) days: Axis<DayRange>,
    /// The known ages from young to old, then the unknown one.
    pub(super) ages: Axis<Option<AgeRange>>,
    /// The values of each choice, those together that the candidates do not tell apart.
    pub(super) choices: Vec<(Choice, Axis<Values>)>,
    /// The places in `classes`.
    pub(super) senders: Axis<usize>,
    pub(super) classes: Rc<Classes>,
}

/// The candidates that hold at each point: days outermost, then ages, choices, senders.
#[derive(Debug)]
pub(super) struct HoldingCandidates {
    /// Places in `sets`.
    pub(super) points: Vec<u32>,
    pub(super) sets: Vec<Bits>,
}

/// An axis on the way to a point.
struct AxisLevel<'g> {
    admitted: Vec<&'g Bits>,
    /// The candidates that hold as far as this axis and those outside it go.
    holding: Bits,
}

impl HoldingCandidates {
    /// The points of these axes, where `outside` hold as far as the axes outside these go.
    fn add_points(
        &mut self,
        levels: &mut [AxisLevel<'_>],
        outside: &Bits,
        known: &mut HashMap<Bits, u32, FxBuildHasher>,
    ) {
        let Some((level, inside)) = levels.split_first_mut() else {
            let set = known.get(outside).copied().unwrap_or_else(|| {
                let set = number(self.sets.len());
                known.insert(outside.clone(), set);
                self.sets.push(outside.clone());
                set
            });
            self.points.push(set);
            return;
        };
        for admitted in &level.admitted {
            level.holding.set_to_intersection(outside, admitted);
            self.add_points(inside, &level.holding, known);
        }
    }
}

/// A question to fill in for one criterion. The other criteria are ignored.
const BLANK: Question = Question {
    topic: None,
    age: None,
    area: None,
    sender: None,
    choices: Choices::NONE,
};

impl<'a> Grid<'a> {
    pub(super) fn new(
        asks: &'a [CellCandidates<'a>],
        days: DayRange,
        senders: &mut SenderSets,
    ) -> Self {
        let candidates = candidates(asks);
        let days = Axis::new(days.cut(first_days(&candidates)), |days| {
            Bits::of(
                candidates
                    .iter()
                    .map(|one| one.claim.is_valid_on(days.from)),
            )
        });
        let ranges = candidates.iter().filter_map(|one| one.claim.criteria.ages);
        let ages = cut_ages(ranges).into_iter().map(Some).chain([None]);
        let ages = Axis::new(ages.collect(), |ages| {
            let age = ages.map(AgeRange::from);
            admitting(&candidates, Criterion::Age, &Question { age, ..BLANK })
        });
        let choices = Choice::ALL
            .iter()
            .map(|choice| (*choice, Axis::of_choice(*choice, &candidates)))
            .collect();
        let limits = candidates
            .iter()
            .filter_map(|one| one.claim.criteria.senders.as_ref())
            .map(|limit| senders.limit(&limit.organisations))
            .collect();
        let classes = senders.classes(limits);
        let admitted: Vec<Bits> = classes
            .examples()
            .map(|id| {
                let sender = Some(id.clone());
                admitting(
                    &candidates,
                    Criterion::Sender,
                    &Question { sender, ..BLANK },
                )
            })
            .collect();
        Self {
            asks,
            days,
            ages,
            choices,
            senders: Axis {
                values: (0..admitted.len()).collect(),
                admitted,
            },
            classes,
            narrower: RefCell::new(vec![None; candidates.len() * candidates.len()]),
            candidates,
        }
    }

    /// Rule 1 at every point.
    pub(super) fn holding(&self) -> HoldingCandidates {
        let mut found = HoldingCandidates {
            points: Vec::new(),
            sets: Vec::new(),
        };
        let mut known = HashMap::default();
        for (days, on_days) in self.days.values.iter().zip(&self.days.admitted) {
            let occurring = self.occurring(*days);
            let choices = self.choices.iter();
            let choices = choices.map(|(choice, axis)| axis.of_those(occurring.get(*choice)));
            let axes = std::iter::once(self.ages.admitted.iter().collect())
                .chain(choices)
                .chain([self.senders.admitted.iter().collect()]);
            let mut levels: Vec<AxisLevel<'_>> = axes
                .map(|admitted| AxisLevel {
                    admitted,
                    holding: Bits::empty(self.candidates.len()),
                })
                .collect();
            found.add_points(&mut levels, on_days, &mut known);
        }
        found
    }

    /// The choices that a signal on one of these days can have.
    fn occurring(&self, days: DayRange) -> Choices {
        let hours = self.asks.iter().map(|ask| days.hours(ask.map)).collect();
        Choices::all().with(Choice::Hours, hours)
    }

    /// Rules 2 and 3, in each contest: which of those that hold stand.
    pub(super) fn standing(&self, held: &Bits) -> Vec<Vec<ResponsibilityIx>> {
        (0..self.asks.len())
            .map(|contest| self.standing_in(contest, held, |_| true))
            .collect()
    }

    /// Those that stand in one contest, among the candidates that `keep` keeps.
    pub(super) fn standing_in(
        &self,
        contest: usize,
        held: &Bits,
        keep: impl Fn(ResponsibilityIx) -> bool,
    ) -> Vec<ResponsibilityIx> {
        let candidates: Vec<&CellCandidate<'_>> = self
            .among(held)
            .filter(|candidate| candidate.contest == contest && keep(candidate.ix))
            .collect();
        if candidates.len() < 2 {
            return candidates.iter().map(|candidate| candidate.ix).collect();
        }
        let ask = at(self.asks, contest);
        let fates = superseded_by(
            &candidates,
            |one| one.claim.priority,
            |one, other| self.strictly_contain(ask, one, other),
        );
        candidates
            .iter()
            .zip(fates)
            .filter(|(_, fate)| fate.is_none())
            .map(|(candidate, _)| candidate.ix)
            .collect()
    }

    /// Those that hold in one contest.
    pub(super) fn holding_in(
        &self,
        contest: usize,
        held: &Bits,
    ) -> impl Iterator<Item = ResponsibilityIx> {
        let candidates = self.among(held);
        candidates
            .filter(move |candidate| candidate.contest == contest)
            .map(|candidate| candidate.ix)
    }

    fn strictly_contain(
        &self,
        ask: &CellCandidates<'_>,
        one: &CellCandidate<'_>,
        other: &CellCandidate<'_>,
    ) -> bool {
        let mut narrower = self.narrower.borrow_mut();
        let place = one.place * self.candidates.len() + other.place;
        *at_mut(&mut narrower, place).get_or_insert_with(|| ask.strictly_contain(one.ix, other.ix))
    }

    /// The claims of a set, over all contests.
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

fn candidates<'a>(asks: &'a [CellCandidates<'a>]) -> Vec<CellCandidate<'a>> {
    let mut all = Vec::new();
    for (contest, ask) in asks.iter().enumerate() {
        for (ix, claim) in ask.candidates() {
            all.push(CellCandidate {
                place: all.len(),
                contest,
                ix,
                claim,
            });
        }
    }
    all
}

/// The candidates that admit a question as far as one criterion goes.
fn admitting(candidates: &[CellCandidate<'_>], criterion: Criterion, asked: &Question) -> Bits {
    Bits::of(candidates.iter().map(|one| {
        let mut unmet = one.claim.criteria.unmet_beyond_place(asked);
        !unmet.any(|(unmet, _)| unmet == criterion)
    }))
}

/// The days on which a candidate begins or no longer holds.
fn first_days(candidates: &[CellCandidate<'_>]) -> impl Iterator<Item = Day> {
    candidates.iter().flat_map(|one| {
        let ended = one.claim.valid_until.map(|last| last.plus(1));
        one.claim.valid_from.into_iter().chain(ended)
    })
}

impl<V> Axis<V> {
    fn new(values: Vec<V>, admitted: impl Fn(&V) -> Bits) -> Self {
        let admitted = values.iter().map(admitted).collect();
        Self { values, admitted }
    }
}

impl Axis<Values> {
    /// Who admits each of the values. A value that does not occur counts as one that does, so that
    /// it neither makes nor divides a region.
    fn of_those(&self, occurring: Values) -> Vec<&Bits> {
        let occurs = |values: &Values| !(*values & occurring).is_empty();
        let other = self.values.iter().position(occurs);
        let mut admitted = Vec::new();
        for (place, values) in self.values.iter().enumerate() {
            let place = if occurs(values) { None } else { other }.unwrap_or(place);
            admitted.push(at(&self.admitted, place));
        }
        admitted
    }

    fn of_choice(choice: Choice, candidates: &[CellCandidate<'_>]) -> Self {
        let mut axis = Self {
            values: Vec::new(),
            admitted: Vec::new(),
        };
        for value in Values::all(choice).each() {
            let asked = Question {
                choices: Choices::NONE.with(choice, value),
                ..BLANK
            };
            let admitted = admitting(candidates, choice.criterion(), &asked);
            match axis.admitted.iter().position(|known| *known == admitted) {
                Some(known) => *at_mut(&mut axis.values, known) |= value,
                None => {
                    axis.values.push(value);
                    axis.admitted.push(admitted);
                }
            }
        }
        axis
    }
}
