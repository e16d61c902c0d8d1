//! A set of candidates, one bit each.

use crate::domain::invariant::at_mut;

/// Which of a list of candidates.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Bits(Box<[u64]>);

impl Bits {
    /// The candidates for which it is true.
    pub(super) fn of(truths: impl ExactSizeIterator<Item = bool>) -> Self {
        let mut words = vec![0u64; truths.len().div_ceil(64)];
        for (place, _) in truths.enumerate().filter(|(_, is_in)| *is_in) {
            *at_mut(&mut words, place / 64) |= 1 << (place % 64);
        }
        Self(words.into())
    }

    /// Becomes what is both in `a` and in `b`.
    pub(super) fn become_both(&mut self, a: &Bits, b: &Bits) {
        for (word, (a, b)) in self.0.iter_mut().zip(a.0.iter().zip(&b.0)) {
            *word = a & b;
        }
    }

    /// The places of the candidates in the set, from low to high.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(n, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros() as usize;
                left &= left.checked_sub(1)?;
                Some(n * 64 + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_places_are_those_for_which_it_was_true() {
        let wanted = [0, 5, 63, 64, 127, 128, 190];
        let set = Bits::of((0..191).map(|place| wanted.contains(&place)));
        assert_eq!(set.places().collect::<Vec<_>>(), wanted);
    }
}
