//! Inside a cell: ages, urgencies, senders, hours and days, cut only where the candidates look.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use rustc_hash::FxBuildHasher;

use crate::domain::age::{Age, AgeRange};
use crate::domain::codes::{CodeEnum, OrganisationId};
use crate::domain::invariant::{Invariant as _, at, at_mut, number};
use crate::domain::signal::Urgency;
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

/// A responsibility that covers the cell, in one of the contests about it.
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
    /// Which candidate strictly contains which, as far as a contest has asked: the same two meet at
    /// many points.
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

/// Which candidates hold at each point: days outermost, then ages, urgencies, senders, hours.
#[derive(Debug)]
pub(super) struct HoldingCandidates {
    pub(super) points: Vec<u32>,
    pub(super) sets: Vec<Bits>,
}

/// A question that only one criterion is going to look at.
fn asked(
    age: Option<Age>,
    urgency: Urgency,
    sender: Option<OrganisationId>,
    hours: Hours,
) -> Question {
    Question {
        topic: None,
        age,
        area: None,
        urgency,
        sender,
        hours,
    }
}

impl<'a> Grid<'a> {
    pub(super) fn new(
        asks: &'a [CellCandidates<'a>],
        days: DayRange,
        senders: &mut SenderSets,
    ) -> Self {
        let of_contest = |(contest, ask): (usize, &'a CellCandidates<'a>)| {
            ask.candidates().map(move |(ix, claim)| CellCandidate {
                place: 0,
                contest,
                ix,
                claim,
            })
        };
        let mut candidates: Vec<CellCandidate<'_>> =
            asks.iter().enumerate().flat_map(of_contest).collect();
        candidates
            .iter_mut()
            .enumerate()
            .for_each(|(place, candidate)| candidate.place = place);
        let narrower = RefCell::new(vec![None; candidates.len() * candidates.len()]);
        let claims = || candidates.iter().map(|candidate| candidate.claim);
        let admit = |criterion: Criterion, asked: &Question| {
            Bits::of(claims().map(|claim| {
                !claim
                    .criteria
                    .unmet_beyond_place(asked)
                    .any(|(unmet, _)| unmet == criterion)
            }))
        };

        let firsts = claims().flat_map(|claim| {
            claim
                .valid_from
                .into_iter()
                .chain(claim.valid_until.map(|last| last.plus(1)))
        });
        let days = Axis::new(days.cut(firsts), |days| {
            Bits::of(claims().map(|claim| claim.is_valid_on(days.from)))
        });

        let ages = Axis::new(
            ages(claims().filter_map(|claim| claim.criteria.ages)),
            |ages| {
                admit(
                    Criterion::Age,
                    &asked(
                        ages.map(AgeRange::from),
                        Urgency::Normal,
                        None,
                        Hours::Office,
                    ),
                )
            },
        );
        let urgency = Axis::of_choices(|urgency| {
            admit(
                Criterion::Urgency,
                &asked(None, urgency, None, Hours::Office),
            )
        });
        let hours = Axis::of_choices(|hours| {
            admit(Criterion::Hours, &asked(None, Urgency::Normal, None, hours))
        });

        let limits = claims()
            .filter_map(|claim| {
                Some(senders.limit(&claim.criteria.senders.as_ref()?.organisations))
            })
            .collect();
        let classes = senders.classes(limits);
        let examples = classes
            .examples()
            .map(|id| asked(None, Urgency::Normal, Some(id.clone()), Hours::Office));
        let admitted: Vec<Bits> = examples
            .map(|asked| admit(Criterion::Sender, &asked))
            .collect();
        let senders = Axis {
            values: (0..admitted.len()).collect(),
            admitted,
        };
        Self {
            asks,
            days,
            ages,
            urgency,
            senders,
            classes,
            hours,
            candidates,
            narrower,
        }
    }

    /// Rule 1, at every point.
    pub(super) fn held(&self) -> HoldingCandidates {
        let Grid {
            asks: _,
            candidates: _,
            narrower: _,
            days,
            ages,
            urgency,
            senders,
            classes: _,
            hours,
        } = self;
        let (mut points, mut sets) = (Vec::new(), Vec::new());
        let mut known: HashMap<Bits, u32, FxBuildHasher> = HashMap::default();
        let empty = || Bits::of(self.candidates.iter().map(|_| false));
        let (mut on_days, mut of_age, mut as_soon, mut at_hours) =
            (empty(), empty(), empty(), empty());
        for day in &days.admitted {
            for age in &ages.admitted {
                on_days.become_both(day, age);
                for urgency in &urgency.admitted {
                    of_age.become_both(&on_days, urgency);
                    for sender in &senders.admitted {
                        as_soon.become_both(&of_age, sender);
                        for hours in &hours.admitted {
                            at_hours.become_both(&as_soon, hours);
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
        let of_contest = |(contest, ask): (usize, &CellCandidates<'_>)| {
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
        };
        self.asks.iter().enumerate().map(of_contest).collect()
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

    /// Who holds, over all contests.
    pub(super) fn holding(
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

impl<V> Axis<V> {
    fn new(values: Vec<V>, admitted: impl Fn(&V) -> Bits) -> Self {
        let admitted = values.iter().map(admitted).collect();
        Self { values, admitted }
    }
}

impl Axis<Vec<usize>> {
    /// The choices, by their places, with those put together that the same candidates admit.
    fn of_choices<C: CodeEnum>(admitted: impl Fn(C) -> Bits) -> Self {
        let mut axis = Self {
            values: Vec::new(),
            admitted: Vec::new(),
        };
        for (place, choice) in C::ALL.iter().enumerate() {
            let admitted = admitted(*choice);
            match axis
                .admitted
                .iter()
                .zip(&mut axis.values)
                .find(|(known, _)| **known == admitted)
            {
                Some((_, places)) => places.push(place),
                None => {
                    axis.values.push(vec![place]);
                    axis.admitted.push(admitted);
                }
            }
        }
        axis
    }
}

/// The known ages between the bounds of these ranges, from young to old, and then the unknown age.
fn ages(ranges: impl Iterator<Item = AgeRange>) -> Vec<Option<AgeRange>> {
    let mut firsts: Vec<Age> = ranges
        .flat_map(|range| [Some(range.from()), range.until()])
        .flatten()
        .chain([Age::Unborn])
        .collect();
    firsts.sort_unstable();
    firsts.dedup();
    let ends = firsts.iter().skip(1).map(|next| Some(*next)).chain([None]);
    firsts
        .iter()
        .zip(ends)
        .map(|(from, until)| AgeRange::new(*from, until).certain("the next age is older"))
        .map(Some)
        .chain([None])
        .collect()
}
