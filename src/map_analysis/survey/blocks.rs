//! Inside a cell: from labelled points to the largest blocks of equal ones.

use crate::domain::age::AgeRange;
use crate::domain::invariant::{Invariant as _, at};
use crate::map_analysis::survey::days::DayRange;
use crate::map_analysis::survey::grid::Grid;
use crate::map_analysis::survey::senders::{SenderSet, SenderSets};

/// The number of a label.
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

/// Joins the points of the grid, which come with days outermost, then ages, urgencies, senders,
/// hours.
pub(super) fn blocks(
    grid: &Grid<'_>,
    labels: &[Option<LabelNumber>],
    sets: &mut SenderSets,
) -> Vec<(LabelNumber, Block)> {
    let Grid {
        days,
        ages,
        urgency,
        senders,
        classes,
        hours,
        ..
    } = grid;
    let per_sender = hours.values.len().max(1);
    let per_urgency = (senders.values.len() * per_sender).max(1);
    let per_age = (urgency.values.len() * per_urgency).max(1);
    let per_day = (ages.values.len() * per_age).max(1);

    let of_sender = |points: &[Option<LabelNumber>]| {
        let places = join(points.iter().map(|label| label.iter().copied().collect()));
        places
            .into_iter()
            .map(|(label, places)| (label, bits(places.iter().map(|n| at(&hours.values, *n)))))
            .collect::<Vec<_>>()
    };
    let mut of_urgency = |points: &[Option<LabelNumber>]| {
        if points.iter().all(Option::is_none) {
            return Vec::new();
        }
        let joined = join(points.chunks(per_sender).map(of_sender));
        joined
            .into_iter()
            .map(|(inner, places)| (inner, sets.join(classes, places)))
            .collect::<Vec<_>>()
    };
    let mut of_age = |points: &[Option<LabelNumber>]| {
        if points.iter().all(Option::is_none) {
            return Vec::new();
        }
        let joined = join(points.chunks(per_urgency).map(&mut of_urgency));
        joined
            .into_iter()
            .map(|(inner, places)| (inner, bits(places.iter().map(|n| at(&urgency.values, *n)))))
            .collect::<Vec<_>>()
    };
    let mut of_day = |points: &[Option<LabelNumber>]| {
        if points.iter().all(Option::is_none) {
            return Vec::new();
        }
        let joined = join(points.chunks(per_age).map(&mut of_age));
        let in_spans = joined.into_iter().flat_map(|(inner, places)| {
            let ages = places.iter().map(|n| at(&ages.values, *n));
            spans_of_age(ages.copied())
                .into_iter()
                .map(move |span| (inner, span))
        });
        in_spans.collect::<Vec<_>>()
    };
    let joined = join(labels.chunks(per_day).map(&mut of_day));
    let in_spans = joined.into_iter().flat_map(|(inner, places)| {
        let spans = spans_of_days(places.iter().map(|n| *at(&days.values, *n)));
        spans.into_iter().map(move |span| (inner, span))
    });
    let named = in_spans.map(
        |(((((label, hours), senders), urgency), (ages, age_unknown)), days)| {
            (
                label,
                Block {
                    days,
                    ages,
                    age_unknown,
                    urgency,
                    senders,
                    hours,
                },
            )
        },
    );
    named.collect()
}

/// Each thing that occurs, with the places where it does.
pub(super) fn join<T: Ord>(at_each_place: impl Iterator<Item = Vec<T>>) -> Vec<(T, Vec<usize>)> {
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

fn bits<'a>(places: impl Iterator<Item = &'a Vec<usize>>) -> u8 {
    places.flatten().fold(0, |bits, place| bits | 1 << place)
}

/// Ages that follow one another as one span. The unknown age goes with the first.
fn spans_of_age(ages: impl Iterator<Item = Option<AgeRange>>) -> Vec<(Option<AgeRange>, bool)> {
    let mut spans: Vec<(Option<AgeRange>, bool)> = Vec::new();
    let mut unknown = false;
    for age in ages {
        let Some(age) = age else {
            unknown = true;
            continue;
        };
        match spans.last_mut() {
            Some((Some(span), _)) if span.until() == Some(age.from()) => {
                *span = AgeRange::new(span.from(), age.until())
                    .certain("a span goes on where the one before it ends")
            }
            _ => spans.push((Some(age), false)),
        }
    }
    match spans.first_mut() {
        Some((_, with_unknown)) => *with_unknown = unknown,
        None => spans.extend(unknown.then_some((None, true))),
    }
    spans
}

/// Days that follow one another as one stretch.
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
