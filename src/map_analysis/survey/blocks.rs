//! Inside a cell: from labelled points to the largest blocks of equal ones.

use crate::domain::age::AgeRange;
use crate::domain::invariant::at;
use crate::map_analysis::survey::ages::join_range;
use crate::map_analysis::survey::days::DayRange;
use crate::map_analysis::survey::grid::Grid;
use crate::map_analysis::survey::senders::{SenderSet, SenderSets};

pub(super) type LabelNumber = u32;

/// Every combination of these. Sets of choices have a bit for each place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Block {
    pub(super) days: DayRange,
    pub(super) ages: Option<AgeRange>,
    pub(super) age_unknown: bool,
    pub(super) urgency: u8,
    pub(super) senders: SenderSet,
    pub(super) hours: u8,
}

/// Joins the points of the grid, axis by axis. They come with days outermost, then ages, urgencies,
/// senders, hours.
pub(super) fn blocks(
    grid: &Grid<'_>,
    labels: &[Option<LabelNumber>],
    sets: &mut SenderSets,
) -> Vec<(LabelNumber, Block)> {
    let per_sender = grid.hours.values.len().max(1);
    let per_urgency = (grid.senders.values.len() * per_sender).max(1);
    let per_age = (grid.urgency.values.len() * per_urgency).max(1);
    let mut joiner = Joiner {
        grid,
        sets,
        per_sender,
        per_urgency,
        per_age,
        per_day: (grid.ages.values.len() * per_age).max(1),
    };
    joiner.days(labels)
}

type InHours = (LabelNumber, u8);
type OfSenders = (InHours, SenderSet);
type OfUrgency = (OfSenders, u8);
/// The last one is whether the age may be unknown.
type OfAges = (OfUrgency, (Option<AgeRange>, bool));

/// Each method joins the points that differ in one axis and the axes inside it.
struct Joiner<'g, 'm, 's> {
    grid: &'g Grid<'m>,
    sets: &'s mut SenderSets,
    per_sender: usize,
    per_urgency: usize,
    per_age: usize,
    per_day: usize,
}

impl Joiner<'_, '_, '_> {
    fn hours(&self, points: &[Option<LabelNumber>]) -> Vec<InHours> {
        join(points.iter().map(|label| Vec::from_iter(*label)))
            .into_iter()
            .map(|(label, places)| (label, self.grid.hours.bits(&places)))
            .collect()
    }

    fn senders(&mut self, points: &[Option<LabelNumber>]) -> Vec<OfSenders> {
        join_chunks(points, self.per_sender, |chunk| self.hours(chunk))
            .into_iter()
            .map(|(inner, places)| (inner, self.sets.join(&self.grid.classes, places)))
            .collect()
    }

    fn urgency(&mut self, points: &[Option<LabelNumber>]) -> Vec<OfUrgency> {
        join_chunks(points, self.per_urgency, |chunk| self.senders(chunk))
            .into_iter()
            .map(|(inner, places)| (inner, self.grid.urgency.bits(&places)))
            .collect()
    }

    fn ages(&mut self, points: &[Option<LabelNumber>]) -> Vec<OfAges> {
        let mut joined = Vec::new();
        for (inner, places) in join_chunks(points, self.per_age, |chunk| self.urgency(chunk)) {
            let ages = places.iter().map(|n| *at(&self.grid.ages.values, *n));
            joined.extend(spans_of_age(ages).into_iter().map(|span| (inner, span)));
        }
        joined
    }

    fn days(&mut self, points: &[Option<LabelNumber>]) -> Vec<(LabelNumber, Block)> {
        let mut blocks = Vec::new();
        for (inner, places) in join_chunks(points, self.per_day, |chunk| self.ages(chunk)) {
            let ((((label, hours), senders), urgency), (ages, age_unknown)) = inner;
            let days = places.iter().map(|n| *at(&self.grid.days.values, *n));
            for days in spans_of_days(days) {
                let block = Block {
                    days,
                    ages,
                    age_unknown,
                    urgency,
                    senders,
                    hours,
                };
                blocks.push((label, block));
            }
        }
        blocks
    }
}

fn join_chunks<T: Ord>(
    points: &[Option<LabelNumber>],
    size: usize,
    join_inner: impl FnMut(&[Option<LabelNumber>]) -> Vec<T>,
) -> Vec<(T, Vec<usize>)> {
    if points.iter().all(Option::is_none) {
        return Vec::new();
    }
    join(points.chunks(size).map(join_inner))
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
