//! The median and quartiles of numbers of working days.

use crate::domain::invariant::{Invariant as _, at_mut, number};
use crate::overview::suppressed_count::MIN_COUNT;

/// The median and the quartiles of numbers of working days.
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
    /// Counts one more. Anything above ten years counts as ten years.
    pub fn one(&mut self, days: u32) {
        let place = days.min(2_600) as usize;
        if self.0.len() <= place {
            self.0.resize(place + 1, 0);
        }
        *at_mut(&mut self.0, place) += 1;
    }

    pub fn add(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        self.0
            .iter_mut()
            .zip(&other.0)
            .for_each(|(mine, theirs)| *mine += theirs);
    }

    /// `None` when there are too few to show. Quartiles are by nearest rank: the smallest number that
    /// at least that share does not exceed.
    #[must_use]
    pub fn spread(&self) -> Option<Spread> {
        let all: u32 = self.0.iter().sum();
        (all >= MIN_COUNT).then(|| Spread {
            low: self.quartile(all, 1),
            middle: self.quartile(all, 2),
            high: self.quartile(all, 3),
        })
    }

    fn quartile(&self, all: u32, quarters: u32) -> u32 {
        let rank = (u64::from(all) * u64::from(quarters)).div_ceil(4);
        let mut counted = 0;
        let days = self.0.iter().position(|count| {
            counted += u64::from(*count);
            counted >= rank
        });
        number(days.certain("a share of all is reached"))
    }
}
