//! Inside a cell: ages, urgencies, senders, hours and days, cut only where the candidates differ.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use rustc_hash::FxBuildHasher;

use crate::domain::age::AgeRange;
use crate::domain::codes::CodeEnum;
use crate::domain::invariant::{at, at_mut, number};
use crate::domain::signal::Urgency;
use crate::domain::time::Day;
use crate::map_analysis::survey::ages::cut_ages;
use crate::map_analysis::survey::bits::Bits;
use crate::map_analysis::survey::cells::CellCandidates;
use crate::map_analysis::survey::days::DayRange;
use crate::map_analysis::survey::senders::{Classes, SenderSets};
use crate::routing::criterion::{Criterion, Question};
use crate::routing::map::{Hours, Responsibility, ResponsibilityIx};
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
    /// The places in `Urgency::ALL`.
    pub(super) urgency: Axis<Vec<usize>>,
    /// The places in `classes`.
    pub(super) senders: Axis<usize>,
    pub(super) classes: Rc<Classes>,
    /// The places in `Hours::ALL`.
    pub(super) hours: Axis<Vec<usize>>,
}

/// The candidates that hold at each point: days outermost, then ages, urgencies, senders, hours.
#[derive(Debug)]
pub(super) struct HoldingCandidates {
    /// Places in `sets`.
    pub(super) points: Vec<u32>,
    pub(super) sets: Vec<Bits>,
}

/// A question to fill in for one criterion. The other criteria are ignored.
const BLANK: Question = Question {
    topic: None,
    age: None,
    area: None,
    urgency: Urgency::Normal,
    sender: None,
    hours: Hours::Office,
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
        let urgency = Axis::of_choices(|urgency| {
            let asked = Question { urgency, ..BLANK };
            admitting(&candidates, Criterion::Urgency, &asked)
        });
        let hours = Axis::of_choices(|hours| {
            admitting(&candidates, Criterion::Hours, &Question { hours, ..BLANK })
        });
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
            urgency,
            senders: Axis {
                values: (0..admitted.len()).collect(),
                admitted,
            },
            classes,
            hours,
            narrower: RefCell::new(vec![None; candidates.len() * candidates.len()]),
            candidates,
        }
    }

    /// Rule 1 at every point.
    pub(super) fn holding(&self) -> HoldingCandidates {
        let (mut points, mut sets) = (Vec::new(), Vec::new());
        let mut known: HashMap<Bits, u32, FxBuildHasher> = HashMap::default();
        let mut on_days = Bits::empty(self.candidates.len());
        let mut of_age = on_days.clone();
        let mut as_soon = on_days.clone();
        let mut at_hours = on_days.clone();
        for day in &self.days.admitted {
            for age in &self.ages.admitted {
                on_days.set_to_intersection(day, age);
                for urgency in &self.urgency.admitted {
                    of_age.set_to_intersection(&on_days, urgency);
                    for sender in &self.senders.admitted {
                        as_soon.set_to_intersection(&of_age, sender);
                        for hours in &self.hours.admitted {
                            at_hours.set_to_intersection(&as_soon, hours);
                            let number = known.get(&at_hours).copied().unwrap_or_else(|| {
                                let number = number(sets.len());
                                known.insert(at_hours.clone(), number);
                                sets.push(at_hours.clone());
                                number
                            });
                            points.push(number);
                        }
                    }
                }
            }
        }
        HoldingCandidates { points, sets }
    }

    /// Rules 2 and 3, in each contest: which of those that hold stand.
    pub(super) fn standing(&self, held: &Bits) -> Vec<Vec<ResponsibilityIx>> {
        let contests = self.asks.iter().enumerate();
        contests
            .map(|(contest, ask)| {
                let candidates: Vec<&CellCandidate<'_>> = self
                    .among(held)
                    .filter(|candidate| candidate.contest == contest)
                    .collect();
                if candidates.len() < 2 {
                    return candidates.iter().map(|candidate| candidate.ix).collect();
                }
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
            })
            .collect()
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

impl Axis<Vec<usize>> {
    /// The places of the choices, grouped by the candidates that admit them.
    fn of_choices<C: CodeEnum>(admitted: impl Fn(C) -> Bits) -> Self {
        let mut axis = Self {
            values: Vec::new(),
            admitted: Vec::new(),
        };
        for (place, choice) in C::ALL.iter().enumerate() {
            let admitted = admitted(*choice);
            match axis.admitted.iter().position(|known| *known == admitted) {
                Some(known) => at_mut(&mut axis.values, known).push(place),
                None => {
                    axis.values.push(vec![place]);
                    axis.admitted.push(admitted);
                }
            }
        }
        axis
    }

    /// The choices of these values, a bit for each.
    pub(super) fn bits(&self, values: &[usize]) -> u8 {
        let places = values.iter().flat_map(|value| at(&self.values, *value));
        places.fold(0, |bits, place| bits | 1 << place)
    }
}
