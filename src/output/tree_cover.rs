//! A tree of which a part is chosen, folded into as few names as say it.

use crate::domain::invariant::{at, at_mut};

/// A name that stands for several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fold {
    /// One that has no parts.
    Leaf(usize),
    /// One with all its parts.
    Whole(usize),
    /// One without any of its parts.
    Itself(usize),
    /// One with its parts, but for these.
    But(usize, Vec<Fold>),
}

/// A tree and what is chosen of it. A node is known by its place; a parent stands before its
/// children.
#[derive(Debug)]
pub struct Tree {
    children: Vec<Vec<usize>>,
    roots: Vec<usize>,
    chosen: Vec<bool>,
    /// How many of each node and all below it there are, and how many of those are chosen.
    counts: Vec<(usize, usize)>,
}

impl Tree {
    /// The tree with these parents, of which these are chosen.
    #[must_use]
    pub fn new(
        parents: impl Iterator<Item = Option<usize>>,
        chosen_nodes: impl Iterator<Item = usize>,
    ) -> Self {
        let parents: Vec<Option<usize>> = parents.collect();
        let mut tree = Self {
            children: vec![Vec::new(); parents.len()],
            roots: Vec::new(),
            chosen: vec![false; parents.len()],
            counts: vec![(1, 0); parents.len()],
        };
        for node in chosen_nodes {
            *at_mut(&mut tree.chosen, node) = true;
            at_mut(&mut tree.counts, node).1 = 1;
        }
        for (node, parent) in parents.iter().enumerate() {
            match parent {
                Some(parent) => at_mut(&mut tree.children, *parent).push(node),
                None => tree.roots.push(node),
            }
        }
        for (node, parent) in parents.iter().enumerate().rev() {
            let (all, chosen) = *at(&tree.counts, node);
            if let Some(parent) = parent {
                let above = at_mut(&mut tree.counts, *parent);
                *above = (above.0 + all, above.1 + chosen);
            }
        }
        tree
    }

    /// What is chosen.
    #[must_use]
    pub fn folded(&self) -> Vec<Fold> {
        self.roots
            .iter()
            .flat_map(|root| self.fold(*root, true))
            .collect()
    }

    /// What is not chosen, when that is less to say than what is.
    #[must_use]
    pub fn missing_if_few(&self) -> Option<Vec<Fold>> {
        let missing: Vec<Fold> = self
            .roots
            .iter()
            .flat_map(|root| self.fold(*root, false))
            .collect();
        (missing.is_empty() || missing.len() * 2 < self.folded().len()).then_some(missing)
    }

    /// The node and all below it, of what is chosen or of what is not.
    fn fold(&self, node: usize, chosen: bool) -> Vec<Fold> {
        let (all, of_these) = *at(&self.counts, node);
        let of_these = if chosen { of_these } else { all - of_these };
        let parts = at(&self.children, node);
        if of_these == 0 {
            Vec::new()
        } else if of_these == all {
            vec![if parts.is_empty() {
                Fold::Leaf(node)
            } else {
                Fold::Whole(node)
            }]
        } else {
            let below = |chosen| {
                parts
                    .iter()
                    .flat_map(move |part| self.fold(*part, chosen))
                    .collect::<Vec<_>>()
            };
            let these = below(chosen);
            let itself = self.chosen.get(node) == Some(&chosen);
            match (itself, these.is_empty()) {
                (false, _) => these,
                (true, true) => vec![Fold::Itself(node)],
                (true, false) => {
                    let missing = below(!chosen);
                    if missing.len() <= these.len() {
                        vec![Fold::But(node, missing)]
                    } else {
                        std::iter::once(Fold::Itself(node)).chain(these).collect()
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Fold::{But, Itself, Leaf, Whole};
    use rstest::rstest;

    /// 0 with parts 1, 2, 3, and 3 with parts 4 and 5; then 6 to 9, alone.
    const PARENTS: [Option<usize>; 10] = [
        None,
        Some(0),
        Some(0),
        Some(0),
        Some(3),
        Some(3),
        None,
        None,
        None,
        None,
    ];

    fn tree(chosen: &[usize]) -> Tree {
        Tree::new(PARENTS.into_iter(), chosen.iter().copied())
    }

    #[rstest]
    #[case::nothing(&[], vec![])]
    #[case::all_of_it(&[0, 1, 2, 3, 4, 5], vec![Whole(0)])]
    #[case::without_its_parts(&[0], vec![Itself(0)])]
    #[case::but_for_one(&[0, 1, 2, 3, 4], vec![But(0, vec![Leaf(5)])])]
    #[case::but_for_a_part_with_parts(&[0, 1, 2], vec![But(0, vec![Whole(3)])])]
    #[case::with_one_part(&[0, 1], vec![Itself(0), Leaf(1)])]
    #[case::parts_alone(&[1, 3, 4, 5], vec![Leaf(1), Whole(3)])]
    #[case::a_part_without_its_parts(&[3, 7], vec![Itself(3), Leaf(7)])]
    fn a_tree_is_folded_into_few_names(#[case] chosen: &[usize], #[case] folds: Vec<Fold>) {
        assert_eq!(tree(chosen).folded(), folds);
    }

    #[test]
    fn what_is_missing_is_told_when_that_is_shorter() {
        assert_eq!(
            tree(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]).missing_if_few(),
            Some(vec![])
        );
        assert_eq!(
            tree(&[0, 1, 2, 3, 4, 5, 6, 7, 8]).missing_if_few(),
            Some(vec![Leaf(9)])
        );
        assert_eq!(tree(&[6, 7]).missing_if_few(), None);
    }
}
