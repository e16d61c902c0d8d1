//! The two trees of a map: topics with their parts, and areas with what lies in them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::domain::invariant::{at, number};

/// A topic's place in [`MapParts::topics`](super::MapParts::topics).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TopicIx(pub u32);

/// An area's place in [`MapParts::areas`](super::MapParts::areas).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AreaIx(pub u32);

/// The place of something in a tree: its number in the list of the map, from 0.
pub trait TreePlace: Copy + Ord {
    fn numbered(number: u32) -> Self;

    fn number(self) -> u32;
}

impl TreePlace for TopicIx {
    fn numbered(number: u32) -> Self {
        Self(number)
    }

    fn number(self) -> u32 {
        self.0
    }
}

impl TreePlace for AreaIx {
    fn numbered(number: u32) -> Self {
        Self(number)
    }

    fn number(self) -> u32 {
        self.0
    }
}

/// What is part of what. A parent stands before its children.
#[derive(Debug)]
pub struct Tree<P> {
    /// The parents, close together in memory: every decision climbs both trees.
    above: Vec<Option<P>>,
}

impl<P: TreePlace> Tree<P> {
    pub(crate) fn new(parents: impl Iterator<Item = Option<P>>) -> Self {
        Self {
            above: parents.collect(),
        }
    }

    /// Every place, in the order of the map.
    pub fn places(&self) -> impl Iterator<Item = P> + use<P> {
        (0..number(self.above.len())).map(P::numbered)
    }

    /// The places at the top: together they cover all.
    pub fn roots(&self) -> impl Iterator<Item = P> {
        let places = self.places().zip(&self.above);
        places
            .filter(|(_, above)| above.is_none())
            .map(|(ix, _)| ix)
    }

    /// The place itself, then what it is part of, up to the top.
    ///
    /// # Panics
    /// The place is of another map.
    pub fn and_above(&self, ix: P) -> impl Iterator<Item = P> {
        std::iter::successors(Some(ix), |ix| *at(&self.above, ix.number() as usize))
    }

    /// The place, or else the nearest above it, that is in the list.
    ///
    /// # Panics
    /// The place is of another map.
    #[must_use]
    pub fn covering(&self, ix: P, list: &[P]) -> Option<P> {
        self.and_above(ix).find(|above| list.contains(above))
    }

    /// Whether the place, or one above it, is in the list.
    ///
    /// # Panics
    /// The place is of another map.
    #[must_use]
    pub fn is_in(&self, ix: P, list: &[P]) -> bool {
        self.covering(ix, list).is_some()
    }

    /// The place and all that is part of it, in the order of the map.
    ///
    /// # Panics
    /// The place is of another map.
    pub fn within(&self, top: P) -> impl Iterator<Item = P> {
        self.places().filter(move |ix| self.is_in(*ix, &[top]))
    }

    /// Leaves out the places that are part of another one in the list.
    ///
    /// # Panics
    /// A place is of another map.
    #[must_use]
    pub fn largest(&self, list: &[P]) -> BTreeSet<P> {
        let mut largest: BTreeSet<P> = list.iter().copied().collect();
        largest.retain(|ix| {
            let mut above = self.and_above(*ix).skip(1);
            !above.any(|above| list.contains(&above))
        });
        largest
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Random parents, each before its children.
    fn any_tree() -> impl Strategy<Value = Vec<Option<usize>>> {
        proptest::collection::vec(any::<(bool, prop::sample::Index)>(), 1..12).prop_map(|picks| {
            let parent = |(place, (top, pick)): (usize, (bool, prop::sample::Index))| {
                (place > 0 && !top).then(|| pick.index(place))
            };
            picks.into_iter().enumerate().map(parent).collect()
        })
    }

    proptest! {
        /// Against the set of all pairs of a place and one above it, found without climbing.
        #[test]
        fn what_is_above_what_is_known(parents in any_tree(), list in proptest::collection::vec(any::<prop::sample::Index>(), 0..4)) {
            let mut pairs: BTreeSet<(usize, usize)> = (0..parents.len()).map(|ix| (ix, ix)).collect();
            for _ in 0..parents.len() {
                for (ix, above) in pairs.clone() {
                    pairs.extend(parents[above].map(|parent| (ix, parent)));
                }
            }
            let ix = |place: usize| AreaIx(u32::try_from(place).unwrap());
            let tree = Tree::new(parents.iter().map(|parent| parent.map(ix)));
            let list: BTreeSet<usize> = list.iter().map(|pick| pick.index(parents.len())).collect();
            let listed: Vec<AreaIx> = list.iter().copied().map(ix).collect();
            let is_part = |part: usize| list.iter().any(|whole| part != *whole && pairs.contains(&(part, *whole)));
            prop_assert_eq!(tree.largest(&listed), list.iter().copied().filter(|place| !is_part(*place)).map(ix).collect());
            prop_assert_eq!(tree.roots().collect::<Vec<_>>(), tree.places().filter(|place| parents[place.0 as usize].is_none()).collect::<Vec<_>>());
            for place in 0..parents.len() {
                let above: BTreeSet<AreaIx> = pairs.iter().filter(|(part, _)| *part == place).map(|(_, whole)| ix(*whole)).collect();
                let within: Vec<AreaIx> = pairs.iter().filter(|(_, whole)| *whole == place).map(|(part, _)| ix(*part)).collect();
                prop_assert_eq!(tree.and_above(ix(place)).collect::<BTreeSet<_>>(), above.clone());
                prop_assert_eq!(tree.within(ix(place)).collect::<Vec<_>>(), within);
                let covering = above.iter().filter(|above| listed.contains(above)).max();
                prop_assert_eq!(tree.covering(ix(place), &listed), covering.copied());
                prop_assert_eq!(tree.is_in(ix(place), &listed), covering.is_some());
            }
        }
    }
}
