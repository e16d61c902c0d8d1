//! Inside a cell: from labelled points to the largest blocks of equal ones.

use crate::domain::age::AgeRange;
use crate::domain::invariant::at;
use crate::map_analysis::survey::ages::join_range;
use crate::map_analysis::survey::days::DayRange;
use crate::map_analysis::survey::grid::{Axis, Grid};
use crate::map_analysis::survey::senders::{SenderSet, SenderSets};
use crate::routing::choice::{Choice, Choices, Values};

pub(super) type LabelNumber = u32;

/// Every combination of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Block {
    pub(super) days: DayRange,
    pub(super) ages: Option<AgeRange>,
    pub(super) age_unknown: bool,
    pub(super) choices: Choices,
    pub(super) senders: SenderSet,
}

/// Joins the points of the grid, axis by axis. They come with days outermost, then ages, choices,
/// senders.
pub(super) fn blocks(
    grid: &Grid<'_>,
    labels: &[Option<LabelNumber>],
    sets: &mut SenderSets,
) -> Vec<(LabelNumber, Block)> {
    Joiner { grid, sets }.days(labels)
}

type OfSenders = (LabelNumber, SenderSet);
type OfChoices = (OfSenders, Choices);
/// The last one is whether the age may be unknown.
type OfAges = (OfChoices, (Option<AgeRange>, bool));

/// Each method joins the points that differ in one axis and the axes inside it.
struct Joiner<'g, 'm, 's> {
    grid: &'g Grid<'m>,
    sets: &'s mut SenderSets,
}

impl<'g> Joiner<'g, '_, '_> {
    fn senders(&mut self, points: &[Option<LabelNumber>]) -> Vec<OfSenders> {
        join(points.iter().map(|label| Vec::from_iter(*label)))
            .into_iter()
            .map(|(label, places)| (label, self.sets.join(&self.grid.classes, places)))
            .collect()
    }

    fn choices(
        &mut self,
        axes: &'g [(Choice, Axis<Values>)],
        points: &[Option<LabelNumber>],
    ) -> Vec<OfChoices> {
        let Some(((choice, axis), inside)) = axes.split_first() else {
            let senders = self.senders(points).into_iter();
            return senders.map(|inner| (inner, Choices::NONE)).collect();
        };
        let mut joined = Vec::new();
        for ((inner, choices), places) in
            join_chunks(points, axis, |chunk| self.choices(inside, chunk))
        {
            let values = places.iter().map(|n| *at(&axis.values, *n));
            joined.push((inner, choices.with(*choice, values.collect())));
        }
        joined
    }

    fn ages(&mut self, points: &[Option<LabelNumber>]) -> Vec<OfAges> {
        let Grid { ages, choices, .. } = self.grid;
        let mut joined = Vec::new();
        for (inner, places) in join_chunks(points, ages, |chunk| self.choices(choices, chunk)) {
            let ages = places.iter().map(|n| *at(&ages.values, *n));
            joined.extend(spans_of_age(ages).into_iter().map(|span| (inner, span)));
        }
        joined
    }

    fn days(&mut self, points: &[Option<LabelNumber>]) -> Vec<(LabelNumber, Block)> {
        let Grid { days, .. } = self.grid;
        let mut blocks = Vec::new();
        for (inner, places) in join_chunks(points, days, |chunk| self.ages(chunk)) {
            let (((label, senders), choices), (ages, age_unknown)) = inner;
            let days = places.iter().map(|n| *at(&days.values, *n));
            for days in spans_of_days(days) {
                let block = Block {
                    days,
                    ages,
                    age_unknown,
                    choices,
                    senders,
                };
                blocks.push((label, block));
            }
        }
        blocks
    }
}

/// Joins what `join_inner` makes of the points of each value of the axis.
fn join_chunks<T: Ord, V>(
    points: &[Option<LabelNumber>],
    axis: &Axis<V>,
    join_inner: impl FnMut(&[Option<LabelNumber>]) -> Vec<T>,
) -> Vec<(T, Vec<usize>)> {
    if points.iter().all(Option::is_none) {
        return Vec::new();
    }
    let size = points.len() / axis.values.len().max(1);
    join(points.chunks(size.max(1)).map(join_inner))
}

/// Each distinct thing, with the places where it occurs.
fn join<T: Ord>(at_each_place: impl Iterator<Item = Vec<T>>) -> Vec<(T, Vec<usize>)> {
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

/// Ages that follow one another become one span. The unknown age goes with the first span.
fn spans_of_age(ages: impl Iterator<Item = Option<AgeRange>>) -> Vec<(Option<AgeRange>, bool)> {
    let mut known = Vec::new();
    let mut unknown = false;
    for age in ages {
        match age {
            Some(age) => join_range(&mut known, age),
            None => unknown = true,
        }
    }
    let mut spans: Vec<_> = known.into_iter().map(|span| (Some(span), false)).collect();
    match spans.first_mut() {
        Some((_, with_unknown)) => *with_unknown = unknown,
        None if unknown => spans.push((None, true)),
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
