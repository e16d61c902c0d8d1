//! The middle of many numbers of working days, and how far they lie apart.

use crate::domain::invariant::{Invariant as _, at_mut, number};
use crate::overview::suppressed_count::FEWEST;

/// The middle one of a number of working days, and the quarter below and above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spread {
    /// A quarter took this long or less.
    pub low: u32,
    /// Half took this long or less.
    pub middle: u32,
    /// Three quarters took this long or less.
    pub high: u32,
}

/// How often each number of working days occurred.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DayCounts(Vec<u32>);

impl DayCounts {
    /// One more of this length. What took longer than ten years is counted as that.
    pub fn one(&mut self, days: u32) {
        let place = days.min(2_600) as usize;
        if self.0.len() <= place {
            self.0.resize(place + 1, 0);
        }
        *at_mut(&mut self.0, place) += 1;
    }

    /// These too.
    pub fn add(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        self.0
            .iter_mut()
            .zip(&other.0)
            .for_each(|(mine, theirs)| *mine += theirs);
    }

    /// `None` when there are too few to tell. A quartile is the smallest number that at least that
    /// share does not exceed (nearest rank).
    #[must_use]
    pub fn spread(&self) -> Option<Spread> {
        let all: u32 = self.0.iter().sum();
        let quarter = |quarters: u32| {
            let rank = (u64::from(all) * u64::from(quarters)).div_ceil(4);
            let mut reached = 0;
            let enough = |count: &u32| {
                reached += u64::from(*count);
                reached >= rank
            };
            let days = self.0.iter().position(enough);
            number(days.certain("a share of all is reached"))
        };
        if all < FEWEST {
            None
        } else {
            Some(Spread {
                low: quarter(1),
                middle: quarter(2),
                high: quarter(3),
            })
        }
    }
}
