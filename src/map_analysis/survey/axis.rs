//! The axes of a grid: each cut only where the candidates of its cell differ.

use crate::domain::age::{AgeRange, YoungestChild};
use crate::domain::codes::OrganisationId;
use crate::domain::invariant::at;
use crate::domain::time::Day;
use crate::map_analysis::age_sets::AgeSet;
use crate::map_analysis::survey::ages::cut_ages;
use crate::map_analysis::survey::bits::Bits;
use crate::map_analysis::survey::days::DayRange;
use crate::map_analysis::survey::senders::Classes;
use crate::routing::ages::AgeSubject;
use crate::routing::choice::{Choice, Choices, Values};
use crate::routing::criterion::{Criterion, Question};
use crate::routing::map::Responsibility;

/// One way in which signals differ: values that the candidates of a cell tell apart, each with
/// those that admit it. `claims` are those of the candidates, in their order.
#[derive(Debug)]
pub(super) struct Axis<V> {
    values: Vec<(V, Bits)>,
}

impl<V> Axis<V> {
    fn new(values: impl IntoIterator<Item = V>, admitting: impl Fn(&V) -> Bits) -> Self {
        let values = values.into_iter().map(|value| {
            let admitted = admitting(&value);
            (value, admitted)
        });
        Self {
            values: values.collect(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.values.len()
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &V> {
        self.values.iter().map(|(value, _)| value)
    }

    /// The value at this place of the axis.
    pub(super) fn value(&self, place: usize) -> &V {
        &at(&self.values, place).0
    }

    /// Who admits each of the values.
    pub(super) fn admitted(&self) -> Vec<&Bits> {
        self.values.iter().map(|(_, admitted)| admitted).collect()
    }
}

impl Axis<DayRange> {
    /// `turns` are days before which it is cut too.
    pub(super) fn of_days(
        days: DayRange,
        turns: impl Iterator<Item = Day>,
        claims: &[&Responsibility],
    ) -> Self {
        Self::new(days.cut(first_days(claims).chain(turns)), |part| {
            let valid = claims.iter().map(|claim| claim.valid.include(part.from));
            Bits::of(valid)
        })
    }
}

impl Axis<AgeSet> {
    /// The known ages from young to old, then the unknown one. Ages of which a signal need not say
    /// anything are one value where no candidate asks for them.
    pub(super) fn of_ages(subject: AgeSubject, claims: &[&Responsibility]) -> Self {
        let limits = claims
            .iter()
            .filter_map(|claim| claim.criteria.ages.get(subject));
        let limits: Vec<AgeRange> = limits.collect();
        let sets = match subject {
            AgeSubject::YoungestChild if limits.is_empty() => vec![AgeSet::ALL],
            AgeSubject::Person | AgeSubject::YoungestChild => {
                let known = cut_ages(limits.into_iter()).into_iter().map(AgeSet::known);
                known.chain([AgeSet::UNKNOWN]).collect()
            }
        };
        Self::new(sets, |ages| {
            let age = ages.known.map(AgeRange::from);
            let asked = match subject {
                AgeSubject::Person => Question { age, ..BLANK },
                AgeSubject::YoungestChild => Question {
                    youngest: age.map(YoungestChild::Aged),
                    ..BLANK
                },
            };
            admitting(claims, subject.criterion(), &asked)
        })
    }
}

impl Axis<usize> {
    pub(super) fn of_senders(classes: &Classes, claims: &[&Responsibility]) -> Self {
        let examples: Vec<&OrganisationId> = classes.examples().collect();
        Self::new(0..examples.len(), |class| {
            let sender = Some((*at(&examples, *class)).clone());
            admitting(claims, Criterion::Sender, &Question { sender, ..BLANK })
        })
    }
}

impl Axis<Values> {
    /// `apart` are values that are never put together with others.
    pub(super) fn of_choice(choice: Choice, claims: &[&Responsibility], apart: Values) -> Self {
        let each = Self::new(Values::all(choice).each(), |value| {
            let asked = Question {
                choices: Choices::NONE.with(choice, *value),
                ..BLANK
            };
            admitting(claims, choice.criterion(), &asked)
        });
        each.joined(apart)
    }

    /// Values that the same candidates admit become one, apart from those that stay by themselves.
    fn joined(self, apart: Values) -> Self {
        let mut joined: Vec<(Values, Bits)> = Vec::new();
        for (value, admitted) in self.values {
            let alike = joined.iter_mut().find(|(values, known)| {
                *known == admitted && values.are_among(apart) == value.are_among(apart)
            });
            match alike {
                Some((values, _)) => *values |= value,
                None => joined.push((value, admitted)),
            }
        }
        Self { values: joined }
    }

    /// Who admits each of the values when these occur. The first that occurs stands in for each that
    /// does not, so that those neither make nor divide a region. When none occurs, each stands for
    /// itself.
    pub(super) fn admitted_if(&self, occurring: Values) -> Vec<&Bits> {
        let first = self
            .values
            .iter()
            .find(|(values, _)| meet(*values, occurring));
        let mut all = Vec::with_capacity(self.len());
        for (values, admitted) in &self.values {
            all.push(match first {
                Some((_, stand_in)) if !meet(*values, occurring) => stand_in,
                Some(_) | None => admitted,
            });
        }
        all
    }
}

fn meet(one: Values, other: Values) -> bool {
    !(one & other).is_empty()
}

/// Says nothing: what [`admitting`] asks fills in the one criterion that it is about.
const BLANK: Question = Question {
    topic: None,
    age: None,
    youngest: None,
    area: None,
    sender: None,
    choices: Choices::NONE,
};

/// The candidates that admit a question as far as one criterion goes.
fn admitting(claims: &[&Responsibility], criterion: Criterion, asked: &Question) -> Bits {
    Bits::of(claims.iter().map(|claim| {
        let mut unmet = claim.criteria.unmet_beyond_place(asked);
        !unmet.any(|(unmet, _)| unmet == criterion)
    }))
}

/// The days on which a candidate begins or no longer holds.
fn first_days(claims: &[&Responsibility]) -> impl Iterator<Item = Day> {
    claims.iter().flat_map(|claim| claim.valid.turns())
}
