//! Whose age a responsibility may be limited by, and those limits.

use serde::{Deserialize, Serialize};

use crate::domain::age::AgeRange;
use crate::domain::codes::{CodeEnum as _, code_enum};
use crate::domain::invariant::{at, at_mut};

code_enum! {
    /// Whose age it is.
    AgeSubject {
        /// The person the worry is about.
        Person = "age",
        /// The youngest child in that person's home. There may be none.
        YoungestChild = "youngest",
    }
}

impl AgeSubject {
    /// The number of these subjects.
    pub const COUNT: usize = Self::ALL.len();
}

/// The ages that a responsibility allows, of each subject.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct AgeLimits([Option<AgeRange>; AgeSubject::COUNT]);

impl AgeLimits {
    /// `None`: no limit.
    #[must_use]
    pub fn get(&self, subject: AgeSubject) -> Option<AgeRange> {
        *at(&self.0, subject as usize)
    }

    /// `None` sets no limit.
    pub fn set(&mut self, subject: AgeSubject, limit: Option<AgeRange>) {
        *at_mut(&mut self.0, subject as usize) = limit;
    }

    /// The subjects that are limited.
    pub fn iter(&self) -> impl Iterator<Item = (AgeSubject, AgeRange)> {
        let limits = AgeSubject::ALL.iter().zip(self.0);
        limits.filter_map(|(subject, limit)| Some((*subject, limit?)))
    }

    /// Whether every age that `other` allows is allowed here too. A limit leaves out an age that is
    /// not known, so no limit is wider than a limit to all ages.
    #[must_use]
    pub fn contain(&self, other: &AgeLimits) -> bool {
        self.iter().all(|(subject, mine)| {
            let theirs = other.get(subject);
            theirs.is_some_and(|theirs| mine.contains(theirs))
        })
    }
}
