//! Suppresses small counts. A handful of signals is a handful of families: no count under five is
//! shown, and none can be computed from what is shown.
//!
//! 1. A group of fewer than [`MIN_COUNT`] signals is shown as "fewer than five", without details,
//!    and no total includes it. The small topics of a responsibility are shown together when they
//!    are five or more and could be divided in more than one way.
//! 2. In a group that is shown, a part is shown when the part and the rest are both five or more.
//!    A smaller part is "fewer than five"; a part with a smaller rest is "all but fewer than five".
//!    In a group under ten one of the two is always too small: no parts are shown.
//! 3. Parts that do not overlap must also leave a common rest of five or more. If they do not, and
//!    more than one part could be shown, none is. None is shown in a group of ten either: only five
//!    and five would be withheld there, and so be known.
//!
//! So what is shown leaves at least two possibilities for everything else, even to someone who
//! knows these rules. Subtracting two overviews of nearly the same period is not prevented: whoever
//! can make an overview can also list.

/// The smallest count that is shown.
pub const MIN_COUNT: u32 = 5;

/// A count as it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SuppressedCount {
    /// This many.
    Exactly(u32),
    /// Fewer than five, or none.
    Few,
    /// All of the group, or all but fewer than five.
    NearlyAll(u32),
    /// A part of a group of this size, not shown.
    Withheld(u32),
}

impl SuppressedCount {
    /// The least and the most that it can be.
    #[must_use]
    pub fn bounds(self) -> (u32, u32) {
        match self {
            SuppressedCount::Exactly(count) => (count, count),
            SuppressedCount::Few => (0, MIN_COUNT - 1),
            SuppressedCount::NearlyAll(of) => (of.saturating_sub(MIN_COUNT - 1), of),
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

/// A part of a group whose size is shown, by rule 2.
#[must_use]
pub fn part(of: u32, part: u32) -> SuppressedCount {
    if of < 2 * MIN_COUNT {
        SuppressedCount::Withheld(of)
    } else if part < MIN_COUNT {
        SuppressedCount::Few
    } else if of.saturating_sub(part) < MIN_COUNT {
        SuppressedCount::NearlyAll(of)
    } else {
        SuppressedCount::Exactly(part)
    }
}

/// Parts, without overlap, of a group whose size is shown, by rules 2 and 3. They need not be the
/// whole group.
#[must_use]
pub fn parts(of: u32, each: &[u32]) -> Vec<SuppressedCount> {
    let large: Vec<u32> = each
        .iter()
        .copied()
        .filter(|part| *part >= MIN_COUNT)
        .collect();
    let rest = of.saturating_sub(large.iter().sum());
    if of <= 2 * MIN_COUNT || (rest < MIN_COUNT && large.len() > 1) {
        return vec![SuppressedCount::Withheld(of); each.len()];
    }
    each.iter().map(|count| part(of, *count)).collect()
}
