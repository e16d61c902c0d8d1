//! The criteria with a few values that are known beforehand: which there are, and sets of their
//! values. [`Criterion`](super::criterion::Criterion) names them too.

use std::array;
use std::cmp::Ordering;
use std::ops::{BitAnd, BitOrAssign, Sub};

use serde::{Deserialize, Serialize};

use crate::domain::codes::{CodeEnum, code_enum};
use crate::domain::invariant::{Invariant as _, at, at_mut};
use crate::domain::signal::{Particulars, Urgency};
use crate::map_parts::office_hours::Hours;

code_enum! {
    /// A criterion with a few values.
    Choice {
        /// How soon something must happen.
        Urgency = "urgency",
        /// Office time or not.
        Hours = "hours",
    }
}

impl Choice {
    /// The number of these criteria.
    pub const COUNT: usize = Self::ALL.len();

    /// The codes of its values.
    #[must_use]
    pub fn codes(self) -> &'static [&'static str] {
        match self {
            Choice::Urgency => Urgency::CODES,
            Choice::Hours => Hours::CODES,
        }
    }
}

/// A value of a [`Choice`].
pub trait ChoiceValue: CodeEnum {
    const CHOICE: Choice;
}

impl ChoiceValue for Urgency {
    const CHOICE: Choice = Choice::Urgency;
}

impl ChoiceValue for Hours {
    const CHOICE: Choice = Choice::Hours;
}

/// Some values of one choice: a bit for each, by its place among the codes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Values(u16);

// One bit for each value.
const _: () = {
    assert!(Urgency::ALL.len() <= u16::BITS as usize);
    assert!(Hours::ALL.len() <= u16::BITS as usize);
};

impl Values {
    #[must_use]
    pub fn all(choice: Choice) -> Self {
        Self::at_places(0..choice.codes().len())
    }

    /// The values at these places among the codes.
    #[must_use]
    pub fn at_places(places: impl IntoIterator<Item = usize>) -> Self {
        Self(places.into_iter().fold(0, |bits, place| bits | 1 << place))
    }

    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    #[must_use]
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether these are some or all of the others.
    #[must_use]
    pub fn are_among(self, others: Values) -> bool {
        (self - others).is_empty()
    }

    /// The places of these values among the codes of the choice.
    pub fn places(self) -> impl Iterator<Item = usize> {
        (0..u16::BITS as usize).filter(move |place| self.0 & 1 << place != 0)
    }

    /// Each of these values alone.
    pub fn each(self) -> impl Iterator<Item = Values> {
        self.places().map(|place| Self::at_places([place]))
    }

    /// The codes of these values.
    pub fn codes(self, choice: Choice) -> impl Iterator<Item = &'static str> {
        self.places().map(move |place| *at(choice.codes(), place))
    }

    /// A single value.
    #[must_use]
    pub fn of<C: ChoiceValue>(value: C) -> Self {
        let place = C::ALL.iter().position(|one| one.code() == value.code());
        Self::at_places([place.certain("each value is one of all")])
    }

    fn members<C: ChoiceValue>(self) -> impl Iterator<Item = C> {
        self.places().map(|place| *at(C::ALL, place))
    }
}

impl Ord for Values {
    /// As the lists of their places.
    fn cmp(&self, others: &Values) -> Ordering {
        self.places().cmp(others.places())
    }
}

impl PartialOrd for Values {
    fn partial_cmp(&self, others: &Values) -> Option<Ordering> {
        Some(self.cmp(others))
    }
}

impl BitAnd for Values {
    type Output = Values;

    fn bitand(self, others: Values) -> Values {
        Values(self.0 & others.0)
    }
}

impl BitOrAssign for Values {
    fn bitor_assign(&mut self, others: Values) {
        self.0 |= others.0;
    }
}

impl FromIterator<Values> for Values {
    /// All of them together.
    fn from_iter<I: IntoIterator<Item = Values>>(all: I) -> Self {
        let bits = all.into_iter().map(|values| values.0);
        Self(bits.fold(0, |all, bits| all | bits))
    }
}

impl Sub for Values {
    type Output = Values;

    fn sub(self, others: Values) -> Values {
        Values(self.0 & !others.0)
    }
}

/// How usual an urgency is; 0 is the most usual.
fn rank(urgency: Urgency) -> u8 {
    match urgency {
        Urgency::Normal => 0,
        Urgency::Urgent => 1,
        Urgency::Fyi => 2,
        Urgency::Acute => 3,
    }
}

/// Some values of each choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Choices([Values; Choice::COUNT]);

impl Choices {
    /// No value of any.
    pub const NONE: Choices = Choices([Values(0); Choice::COUNT]);

    fn of_each(values: impl Fn(Choice) -> Values) -> Self {
        Self(array::from_fn(|place| values(*at(Choice::ALL, place))))
    }

    /// Every value of each.
    #[must_use]
    pub fn all() -> Self {
        Self::of_each(Values::all)
    }

    /// What one signal says: a value of each.
    #[must_use]
    pub fn of_signal(particulars: &Particulars, hours: Hours) -> Self {
        Self::of_each(|choice| match choice {
            Choice::Urgency => Values::of(particulars.urgency),
            Choice::Hours => Values::of(hours),
        })
    }

    /// A signal of which nothing is known but the most usual value of each choice; `None` when a
    /// choice has none.
    #[must_use]
    pub fn usual(&self) -> Option<Particulars> {
        Some(Particulars {
            urgency: self.members().min_by_key(|urgency| rank(*urgency))?,
            ..Particulars::default()
        })
    }

    #[must_use]
    pub fn get(&self, choice: Choice) -> Values {
        *at(&self.0, choice as usize)
    }

    /// The same with other values of one choice.
    #[must_use]
    pub fn with(mut self, choice: Choice, values: Values) -> Self {
        *at_mut(&mut self.0, choice as usize) = values;
        self
    }

    /// The values of one choice.
    pub fn members<C: ChoiceValue>(&self) -> impl Iterator<Item = C> {
        self.get(C::CHOICE).members()
    }

    /// Each choice with its values.
    pub fn iter(&self) -> impl Iterator<Item = (Choice, Values)> {
        Choice::ALL.iter().copied().zip(self.0)
    }

    /// Whether no signal has these values: some choice has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().any(|values| values.is_empty())
    }

    /// The number of combinations.
    #[must_use]
    pub fn combinations(&self) -> usize {
        self.0.iter().map(|values| values.len()).product()
    }

    /// Whether each combination is one of the others.
    #[must_use]
    pub fn are_among(&self, others: &Choices) -> bool {
        let mut both = self.0.iter().zip(others.0);
        both.all(|(these, others)| these.are_among(others))
    }
}

/// The values that a responsibility allows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ChoiceLimits([Option<Values>; Choice::COUNT]);

impl ChoiceLimits {
    /// `None`: no limit was written. A list of all values allows as much, but is shown as written.
    #[must_use]
    pub fn get(&self, choice: Choice) -> Option<Values> {
        *at(&self.0, choice as usize)
    }

    /// `None` sets no limit.
    pub fn set(&mut self, choice: Choice, limit: Option<Values>) {
        *at_mut(&mut self.0, choice as usize) = limit;
    }

    /// The values of one choice; `None`: no limit.
    #[must_use]
    pub fn members<C: ChoiceValue>(&self) -> Option<impl Iterator<Item = C>> {
        self.get(C::CHOICE).map(Values::members)
    }

    /// The codes of the values of one choice; `None`: no limit.
    #[must_use]
    pub fn codes(&self, choice: Choice) -> Option<impl Iterator<Item = &'static str>> {
        self.get(choice).map(|values| values.codes(choice))
    }

    /// What is allowed.
    #[must_use]
    pub fn allowed(&self) -> Choices {
        Choices::of_each(|choice| self.get(choice).unwrap_or_else(|| Values::all(choice)))
    }

    /// The choices that are limited.
    pub fn iter(&self) -> impl Iterator<Item = (Choice, Values)> {
        let limits = Choice::ALL.iter().zip(self.0);
        limits.filter_map(|(choice, limit)| Some((*choice, limit?)))
    }

    /// The choices that do not allow what a signal says.
    pub fn unmet(&self, said: Choices) -> impl Iterator<Item = Choice> {
        self.iter()
            .filter(move |(choice, limit)| !said.get(*choice).are_among(*limit))
            .map(|(choice, _)| choice)
    }
}
