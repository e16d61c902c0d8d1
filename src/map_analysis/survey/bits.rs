//! A set of candidates.

use crate::domain::invariant::at_mut;

/// One bit for each candidate of a list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Bits(Box<[u64]>);

impl Bits {
    pub(super) fn of(truths: impl ExactSizeIterator<Item = bool>) -> Self {
        let mut words = vec![0u64; truths.len().div_ceil(64)];
        for (place, _) in truths.enumerate().filter(|(_, is_in)| *is_in) {
            *at_mut(&mut words, place / 64) |= 1 << (place % 64);
        }
        Self(words.into())
    }

    pub(super) fn empty(len: usize) -> Self {
        Self(vec![0; len.div_ceil(64)].into())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// Becomes the intersection of `a` and `b`.
    pub(super) fn set_to_intersection(&mut self, a: &Bits, b: &Bits) {
        for (word, (a, b)) in self.0.iter_mut().zip(a.0.iter().zip(&b.0)) {
            *word = a & b;
        }
    }

    /// The places of the candidates in the set, in ascending order.
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
