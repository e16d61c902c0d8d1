//! What may be told of a count. A handful of signals is a handful of families: no count under five
//! is told, nor can it be computed from what is.
//!
//! 1. A group of fewer than [`FEWEST`] signals is told as "fewer than five", and nothing else of it
//!    is. No total includes it. The small topics of a responsibility are told together, when they
//!    are five or more together and could be divided in more than one way.
//! 2. Of a group that is told, a part is told when the part and the rest of the group are both five
//!    or more. A smaller part is "fewer than five", a part with a smaller rest is "all but fewer
//!    than five". In a group under ten one of the two would always be too small: nothing is told of
//!    its parts.
//! 3. Of several parts that do not overlap, their common rest must be five or more too. If it is
//!    not, and more than one part could be told, none of them is. Nor is any in a group of ten:
//!    only five and five would be kept back there, and so be known.
//!
//! So each thing that is told leaves at least two possibilities for everything that is not, also to
//! whoever knows these rules. What two overviews over nearly the same period tell when they are
//! subtracted is not guarded against: who can make an overview can list.

/// The least that is told.
pub const FEWEST: u32 = 5;

/// A count as it may be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SuppressedCount {
    /// This many.
    Exactly(u32),
    /// Fewer than five, or none.
    Few,
    /// All of so many but fewer than five, or just all.
    NearlyAll(u32),
    /// Nothing is told, of a part of so many.
    Withheld(u32),
}

impl SuppressedCount {
    /// How many it is at least, and at most.
    #[must_use]
    pub fn bounds(self) -> (u32, u32) {
        match self {
            SuppressedCount::Exactly(count) => (count, count),
            SuppressedCount::Few => (0, FEWEST - 1),
            SuppressedCount::NearlyAll(of) => (of.saturating_sub(FEWEST - 1), of),
            SuppressedCount::Withheld(of) => (0, of),
        }
    }

    /// Whether it says that there are five or more.
    #[must_use]
    pub fn says_something(self) -> bool {
        match self {
            SuppressedCount::Exactly(_) | SuppressedCount::NearlyAll(_) => true,
            SuppressedCount::Few | SuppressedCount::Withheld(_) => false,
        }
    }
}

/// A part of a group of which the size is told, by rule 2.
#[must_use]
pub fn part(of: u32, part: u32) -> SuppressedCount {
    if of < 2 * FEWEST {
        SuppressedCount::Withheld(of)
    } else if part < FEWEST {
        SuppressedCount::Few
    } else if of.saturating_sub(part) < FEWEST {
        SuppressedCount::NearlyAll(of)
    } else {
        SuppressedCount::Exactly(part)
    }
}

/// Parts of a group of which the size is told, none of which overlap, by rules 2 and 3. They need
/// not be the whole group.
#[must_use]
pub fn parts(of: u32, each: &[u32]) -> Vec<SuppressedCount> {
    let large = || each.iter().filter(|part| **part >= FEWEST);
    let rest = of.saturating_sub(large().sum());
    if of <= 2 * FEWEST || (rest < FEWEST && large().count() > 1) {
        return vec![SuppressedCount::Withheld(of); each.len()];
    }
    each.iter().map(|count| part(of, *count)).collect()
}
