//! Chosen nodes of a tree, folded into as few names as possible.

use crate::domain::invariant::{at, at_mut};

/// A name that stands for several nodes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fold {
    /// A node without parts.
    Leaf(usize),
    /// A node with all its parts.
    Whole(usize),
    /// A node without its parts.
    Itself(usize),
    /// A node with its parts, except these.
    But(usize, Vec<Fold>),
}

/// A tree, and the nodes of it that are chosen. A node is an index; a parent comes before its children.
#[derive(Debug)]
pub struct ChosenNodes {
    children: Vec<Vec<usize>>,
    roots: Vec<usize>,
    chosen: Vec<bool>,
    /// For each node with everything below it: how many nodes, and how many are chosen.
    counts: Vec<(usize, usize)>,
}

impl ChosenNodes {
    /// Nodes that are not there count for nothing.
    pub fn new(
        parents: impl Iterator<Item = Option<usize>>,
        is_there: impl Fn(usize) -> bool,
        chosen_nodes: impl Iterator<Item = usize>,
    ) -> Self {
        let parents: Vec<Option<usize>> = parents.collect();
        let mut tree = Self {
            children: vec![Vec::new(); parents.len()],
            roots: Vec::new(),
            chosen: vec![false; parents.len()],
            counts: (0..parents.len())
                .map(|node| (usize::from(is_there(node)), 0))
                .collect(),
        };
        for node in chosen_nodes.filter(|node| is_there(*node)) {
            *at_mut(&mut tree.chosen, node) = true;
            at_mut(&mut tree.counts, node).1 = 1;
        }
        let there = parents
            .iter()
            .enumerate()
            .filter(|(node, _)| is_there(*node));
        for (node, parent) in there {
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

    /// The chosen nodes.
    pub fn folded(&self) -> Vec<Fold> {
        self.fold_all(&self.roots, true)
    }

    /// The nodes that are not chosen, when that is shorter than the chosen ones.
    pub fn missing_if_few(&self) -> Option<Vec<Fold>> {
        let missing = self.fold_all(&self.roots, false);
        (missing.is_empty() || missing.len() * 2 < self.folded().len()).then_some(missing)
    }

    fn fold_all(&self, nodes: &[usize], chosen: bool) -> Vec<Fold> {
        nodes
            .iter()
            .flat_map(|node| self.fold(*node, chosen))
            .collect()
    }

    /// The node and everything below it: what is chosen, or what is not.
    fn fold(&self, node: usize, chosen: bool) -> Vec<Fold> {
        let (all, count) = *at(&self.counts, node);
        let count = if chosen { count } else { all - count };
        let parts = at(&self.children, node);
        if count == 0 {
            return Vec::new();
        }
        if count == all {
            return vec![if parts.is_empty() {
                Fold::Leaf(node)
            } else {
                Fold::Whole(node)
            }];
        }
        let below = self.fold_all(parts, chosen);
        if *at(&self.chosen, node) != chosen {
            return below;
        }
        if below.is_empty() {
            return vec![Fold::Itself(node)];
        }
        let missing = self.fold_all(parts, !chosen);
        if missing.len() <= below.len() {
            vec![Fold::But(node, missing)]
        } else {
            [vec![Fold::Itself(node)], below].concat()
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

    fn tree(chosen: &[usize]) -> ChosenNodes {
        ChosenNodes::new(PARENTS.into_iter(), |_| true, chosen.iter().copied())
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
    fn what_is_not_there_is_neither_chosen_nor_missing() {
        let is_there = |node| node != 5 && node < 7;
        let chosen = [0, 1, 2, 3, 4, 5];
        let tree = ChosenNodes::new(PARENTS.into_iter(), is_there, chosen.into_iter());
        assert_eq!(tree.folded(), vec![Whole(0)]);
        let chosen = [0, 1, 2, 3, 4, 6];
        let tree = ChosenNodes::new(PARENTS.into_iter(), is_there, chosen.into_iter());
        assert_eq!(tree.missing_if_few(), Some(vec![]));
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
