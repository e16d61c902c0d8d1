//! Sets of ages, of the person and of the youngest child.

use crate::domain::age::AgeRange;
#[cfg(test)]
use crate::domain::age::{Age, YoungestChild};
use crate::domain::codes::CodeEnum as _;
use crate::domain::invariant::{at, at_mut};
use crate::routing::ages::{AgeLimits, AgeSubject};
#[cfg(test)]
use crate::routing::criterion::Question;

/// Ages of one subject.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgeSet {
    /// The known ages; `None`: none of them.
    pub known: Option<AgeRange>,
    /// Whether signals that tell no age are among them, or that there is no child: no limit to ages
    /// admits either.
    pub unknown: bool,
}

impl AgeSet {
    /// Every age, and the unknown one.
    pub const ALL: AgeSet = AgeSet {
        known: Some(AgeRange::ALL),
        unknown: true,
    };

    /// The unknown age alone.
    pub const UNKNOWN: AgeSet = AgeSet {
        known: None,
        unknown: true,
    };

    /// These known ages.
    #[must_use]
    pub fn known(ages: AgeRange) -> Self {
        Self {
            known: Some(ages),
            unknown: false,
        }
    }

    #[must_use]
    pub fn is_empty(self) -> bool {
        self.known.is_none() && !self.unknown
    }

    /// What is in both, and the parts of this set that are not in the other.
    #[must_use]
    pub(super) fn split(self, other: AgeSet) -> (AgeSet, Vec<AgeSet>) {
        let (known, others) = match (self.known, other.known) {
            (Some(ages), Some(range)) => ages.split(range),
            (Some(ages), None) => (None, vec![ages]),
            (None, _) => (None, Vec::new()),
        };
        let mut rest: Vec<AgeSet> = others.into_iter().map(AgeSet::known).collect();
        if self.unknown && !other.unknown {
            rest.push(AgeSet::UNKNOWN);
        }
        let unknown = self.unknown && other.unknown;
        (AgeSet { known, unknown }, rest)
    }
}

/// Ages of each subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgeSets([AgeSet; AgeSubject::COUNT]);

impl AgeSets {
    /// Every age of each.
    pub const ALL: AgeSets = AgeSets([AgeSet::ALL; AgeSubject::COUNT]);

    /// What these limits allow.
    #[must_use]
    pub(super) fn allowed(limits: &AgeLimits) -> Self {
        let mut allowed = Self::ALL;
        for (subject, range) in limits.iter() {
            allowed = allowed.with(subject, AgeSet::known(range));
        }
        allowed
    }

    #[must_use]
    pub fn get(&self, subject: AgeSubject) -> AgeSet {
        *at(&self.0, subject as usize)
    }

    /// The same with other ages of one subject.
    #[must_use]
    pub fn with(mut self, subject: AgeSubject, ages: AgeSet) -> Self {
        *at_mut(&mut self.0, subject as usize) = ages;
        self
    }

    /// Each subject with its ages.
    pub fn iter(&self) -> impl Iterator<Item = (AgeSubject, AgeSet)> {
        AgeSubject::ALL.iter().copied().zip(self.0)
    }

    /// Whether no signal has these ages: some subject has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().any(|ages| ages.is_empty())
    }
}

#[cfg(test)]
impl std::fmt::Display for AgeSet {
    /// `4-18 ?`; `?` stands for the unknown age.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let known = self.known.map(|ages| ages.to_string());
        let unknown = self.unknown.then(|| "?".to_owned());
        let both: Vec<String> = known.into_iter().chain(unknown).collect();
        f.write_str(&both.join(" "))
    }
}

#[cfg(test)]
impl AgeSets {
    /// These ages of the person, and every youngest child.
    pub(crate) fn of_person(known: Option<AgeRange>, unknown: bool) -> Self {
        Self::ALL.with(AgeSubject::Person, AgeSet { known, unknown })
    }

    /// Whether what is asked is among these, by hand.
    pub(crate) fn include(&self, asked: &Question) -> bool {
        let one = |ages: AgeSet, age: Option<Age>| {
            age.map_or(ages.unknown, |age| {
                ages.known.is_some_and(|known| known.includes(age))
            })
        };
        let child = asked.youngest.and_then(YoungestChild::age);
        one(self.get(AgeSubject::Person), asked.age)
            && one(self.get(AgeSubject::YoungestChild), child)
    }
}
