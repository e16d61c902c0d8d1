//! Inside a cell: from labelled points to the largest blocks of equal ones.

use crate::domain::invariant::broken;
use crate::map_analysis::age_sets::{AgeSet, AgeSets};
use crate::map_analysis::survey::ages::join_range;
use crate::map_analysis::survey::axis::Axis;
use crate::map_analysis::survey::days::DayRange;
use crate::map_analysis::survey::grid::Grid;
use crate::map_analysis::survey::senders::{SenderSet, SenderSets};
use crate::routing::ages::AgeSubject;
use crate::routing::choice::{Choice, Choices, Values};

/// Stands for a label: equal labels of a chart have equal numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct LabelNumber(pub(super) u32);

/// Every combination of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Block {
    pub(super) days: DayRange,
    pub(super) ages: AgeSets,
    pub(super) choices: Choices,
    pub(super) senders: SenderSet,
}

/// Joins the points of the grid, axis by axis. `labels` come in the order of its points.
pub(super) fn blocks(
    grid: &Grid<'_>,
    labels: &[Option<LabelNumber>],
    sets: &mut SenderSets,
) -> Vec<(LabelNumber, Block)> {
    // So each axis divides the points inside it into equal parts, one for each of its values.
    if labels.len() != grid.days.len() * grid.points_per_day() {
        broken("each point of a grid has its place in the list of labels");
    }
    Joiner { grid, sets }.join_days(labels)
}

/// Points with one label that differ in their senders alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct SenderBlock {
    label: LabelNumber,
    senders: SenderSet,
}

/// The same, for every combination of these choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct ChoiceBlock {
    inner: SenderBlock,
    choices: Choices,
}

/// The same, for every combination of these ages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct AgeBlock {
    inner: ChoiceBlock,
    ages: AgeSets,
}

/// Each method joins the points that differ in one axis and the axes inside it.
struct Joiner<'g, 'm, 's> {
    grid: &'g Grid<'m>,
    sets: &'s mut SenderSets,
}

impl<'g> Joiner<'g, '_, '_> {
    fn join_senders(&mut self, points: &[Option<LabelNumber>]) -> Vec<SenderBlock> {
        let mut joined = Vec::new();
        for (label, places) in places_of_each(points.iter().map(|label| Vec::from_iter(*label))) {
            let senders = self.sets.join(&self.grid.classes, places);
            joined.push(SenderBlock { label, senders });
        }
        joined
    }

    fn join_choices(
        &mut self,
        axes: &'g [(Choice, Axis<Values>)],
        points: &[Option<LabelNumber>],
    ) -> Vec<ChoiceBlock> {
        let Some(((choice, axis), inside)) = axes.split_first() else {
            let choices = Choices::NONE;
            let senders = self.join_senders(points).into_iter();
            return senders
                .map(|inner| ChoiceBlock { inner, choices })
                .collect();
        };
        let mut joined = Vec::new();
        for (block, places) in join_inside(points, axis, |part| self.join_choices(inside, part)) {
            let values = places.iter().map(|place| *axis.value(*place));
            joined.push(ChoiceBlock {
                choices: block.choices.with(*choice, values.collect()),
                ..block
            });
        }
        joined
    }

    fn join_ages(
        &mut self,
        axes: &'g [(AgeSubject, Axis<AgeSet>)],
        points: &[Option<LabelNumber>],
    ) -> Vec<AgeBlock> {
        let Some(((subject, axis), inside)) = axes.split_first() else {
            let ages = AgeSets::ALL;
            let choices = self.join_choices(&self.grid.choices, points).into_iter();
            return choices.map(|inner| AgeBlock { inner, ages }).collect();
        };
        let mut joined = Vec::new();
        for (block, places) in join_inside(points, axis, |part| self.join_ages(inside, part)) {
            for ages in spans_of_age(places.iter().map(|place| *axis.value(*place))) {
                joined.push(AgeBlock {
                    ages: block.ages.with(*subject, ages),
                    ..block
                });
            }
        }
        joined
    }

    fn join_days(&mut self, points: &[Option<LabelNumber>]) -> Vec<(LabelNumber, Block)> {
        let axis = &self.grid.days;
        let mut blocks = Vec::new();
        for (inner, places) in
            join_inside(points, axis, |part| self.join_ages(&self.grid.ages, part))
        {
            let AgeBlock {
                inner:
                    ChoiceBlock {
                        inner: SenderBlock { label, senders },
                        choices,
                    },
                ages,
            } = inner;
            for days in spans_of_days(places.iter().map(|place| *axis.value(*place))) {
                let block = Block {
                    days,
                    ages,
                    choices,
                    senders,
                };
                blocks.push((label, block));
            }
        }
        blocks
    }
}

/// What `join` makes of the points of each value of the axis: each distinct thing once, with the
/// places in the axis of the values that have it. Points without any label need no look, and in a
/// map in order they are most.
fn join_inside<T: Ord, V>(
    points: &[Option<LabelNumber>],
    axis: &Axis<V>,
    join: impl FnMut(&[Option<LabelNumber>]) -> Vec<T>,
) -> Vec<(T, Vec<usize>)> {
    if points.iter().all(Option::is_none) {
        return Vec::new();
    }
    places_of_each(points.chunks_exact(points.len() / axis.len()).map(join))
}

/// Each distinct thing, with the places where it occurs.
fn places_of_each<T: Ord>(at_each_place: impl Iterator<Item = Vec<T>>) -> Vec<(T, Vec<usize>)> {
    let mut all: Vec<(T, usize)> = at_each_place
        .enumerate()
        .flat_map(|(place, here)| here.into_iter().map(move |one| (one, place)))
        .collect();
    all.sort_unstable();
    let mut joined: Vec<(T, Vec<usize>)> = Vec::new();
    for (one, place) in all {
        match joined.last_mut() {
            Some((known, places)) if *known == one => places.push(place),
            _ => joined.push((one, vec![place])),
        }
    }
    joined
}

/// Ages that follow one another become one set. The unknown age goes with the first of them: in a
/// block of its own the same answer would be told once more.
fn spans_of_age(ages: impl Iterator<Item = AgeSet>) -> Vec<AgeSet> {
    let mut spans = Vec::new();
    let mut unknown = false;
    for AgeSet {
        known,
        unknown: is_unknown,
    } in ages
    {
        if let Some(known) = known {
            join_range(&mut spans, known);
        }
        unknown |= is_unknown;
    }
    let mut spans: Vec<AgeSet> = spans.into_iter().map(AgeSet::known).collect();
    match spans.first_mut() {
        Some(first) => first.unknown = unknown,
        None if unknown => spans.push(AgeSet::UNKNOWN),
        None => {}
    }
    spans
}

/// Ranges that follow one another become one.
fn spans_of_days(days: impl Iterator<Item = DayRange>) -> Vec<DayRange> {
    let mut spans: Vec<DayRange> = Vec::new();
    for next in days {
        match spans.last_mut() {
            Some(span) if span.until.is_some_and(|last| last.plus(1) == next.from) => {
                span.until = next.until
            }
            _ => spans.push(next),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_follow_one_another_are_one_stretch() {
        let days = |from: &str, until: &str| DayRange {
            from: from.parse().unwrap(),
            until: Some(until.parse().unwrap()),
        };
        let apart = [
            days("2026-12-01", "2026-12-05"),
            days("2026-12-06", "2026-12-10"),
            days("2026-12-12", "2026-12-12"),
        ];
        assert_eq!(
            spans_of_days(apart.into_iter()),
            [
                days("2026-12-01", "2026-12-10"),
                days("2026-12-12", "2026-12-12")
            ]
        );
    }
}
