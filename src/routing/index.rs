//! The indexes of a map: responsibilities by topic and area, and by who owns them.

use crate::domain::invariant::{Invariant as _, at, broken, number};
use crate::map_parts::tree::{AreaIx, TopicIx};
use crate::map_parts::{MapParts, Organisation, Responsibility, ResponsibilityIx};
use crate::routing::codes::Codes;

/// The entry at this place of a list of the map.
///
/// # Panics
/// Without such an entry: skipping it could name a wrong owner.
#[track_caller]
pub(super) fn entry<T>(list: &[T], place: u32) -> &T {
    at(list, place as usize)
}

/// A topic and an area of a responsibility. Sorts by area, then by topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Claimed {
    row: u32,
    topic: u32,
    by: ResponsibilityIx,
}

#[derive(Debug)]
pub(super) struct Index {
    /// Offsets into `entries`: row 0 is no area, row i+1 is area i; the last offset is the end.
    rows: Vec<u32>,
    /// Column of the topic and responsibility. Column 0 is no topic, column i+1 is topic i.
    entries: Vec<(u32, ResponsibilityIx)>,
    /// Organisation and range of its responsibilities, sorted. An organisation has several when the
    /// map lists it in several places.
    owned: Vec<(u32, u32, u32)>,
}

impl Index {
    /// # Panics
    /// An owner or an area is not in the map.
    pub(super) fn new(parts: &MapParts, organisations: &Codes<Organisation>) -> Self {
        let mut from = 0;
        let mut owned = Vec::with_capacity(parts.organisations.len());
        for (owner, these) in parts.of_owners() {
            let organisation = organisations.own(owner);
            let organisation = organisation.certain("each owner is an organisation of the map");
            let until = from + number(these.len());
            owned.push((organisation, from, until));
            from = until;
        }
        owned.sort_unstable();
        let claimed = claimed(&parts.responsibilities);
        Self {
            rows: rows(&claimed, parts.areas.len()),
            entries: claimed
                .iter()
                .map(|claim| (claim.topic, claim.by))
                .collect(),
            owned,
        }
    }

    /// The responsibilities with exactly this area and one of these topics.
    pub(super) fn with_area_and_topics(
        &self,
        area: Option<AreaIx>,
        topics: &[Option<TopicIx>],
    ) -> impl Iterator<Item = ResponsibilityIx> {
        let row = self.row(row(area));
        topics
            .iter()
            .flat_map(|topic| in_column(row, column(*topic)))
    }

    /// The responsibilities with one of these topics in any area; one with two areas comes twice.
    pub(super) fn with_topics(
        &self,
        topics: &[Option<TopicIx>],
    ) -> impl Iterator<Item = ResponsibilityIx> {
        let entries = self.entries.iter();
        entries
            .filter(|(topic, _)| topics.iter().any(|wanted| column(*wanted) == *topic))
            .map(|(_, ix)| *ix)
    }

    /// In the order of the map.
    pub(super) fn owned_by(&self, organisation: u32) -> impl Iterator<Item = ResponsibilityIx> {
        let first = self
            .owned
            .partition_point(|(other, ..)| *other < organisation);
        self.owned
            .iter()
            .skip(first)
            .take_while(move |(other, ..)| *other == organisation)
            .flat_map(|(_, from, until)| (*from..*until).map(ResponsibilityIx))
    }

    fn row(&self, row: u32) -> &[(u32, ResponsibilityIx)] {
        let (from, to) = (entry(&self.rows, row), entry(&self.rows, row + 1));
        at(&self.entries, *from as usize..*to as usize)
    }
}

/// Topics and areas of these responsibilities, sorted, each once.
fn claimed(responsibilities: &[Responsibility]) -> Vec<Claimed> {
    let mut claimed = Vec::with_capacity(responsibilities.len());
    for (responsibility, by) in responsibilities.iter().zip((0..).map(ResponsibilityIx)) {
        let criteria = &responsibility.criteria;
        for row in listed_or_none(criteria.areas.as_ref()).map(row) {
            let topics = listed_or_none(criteria.topics.as_ref()).map(column);
            claimed.extend(topics.map(|topic| Claimed { row, topic, by }));
        }
    }
    claimed.sort_unstable();
    claimed.dedup();
    claimed
}

/// The entries of a column in a sorted row.
fn in_column(
    sorted: &[(u32, ResponsibilityIx)],
    column: u32,
) -> impl Iterator<Item = ResponsibilityIx> {
    let from = sorted.partition_point(|(other, _)| *other < column);
    sorted
        .iter()
        .skip(from)
        .take_while(move |(other, _)| *other == column)
        .map(|(_, ix)| *ix)
}

/// The entries of a limit; `None` alone where there is no limit.
fn listed_or_none<T: Copy>(limit: Option<&Vec<T>>) -> impl Iterator<Item = Option<T>> {
    let none = limit.is_none().then_some(None);
    none.into_iter()
        .chain(limit.into_iter().flatten().copied().map(Some))
}

fn row(area: Option<AreaIx>) -> u32 {
    area.map_or(0, |area| area.0 + 1)
}

fn column(topic: Option<TopicIx>) -> u32 {
    topic.map_or(0, |topic| topic.0 + 1)
}

/// Offsets into `claimed` as in [`Index::rows`].
fn rows(claimed: &[Claimed], areas: usize) -> Vec<u32> {
    let mut offsets = Vec::with_capacity(areas + 2);
    let mut at = 0;
    let mut left = claimed.iter().peekable();
    for row in (0..).take(areas + 1) {
        offsets.push(at);
        while left.next_if(|claim| claim.row == row).is_some() {
            at += 1;
        }
    }
    offsets.push(at);
    if left.next().is_some() {
        broken("each area that is claimed is one of the map");
    }
    offsets
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routing::map::{MapParts, RouteMap};
    use crate::routing::sample::{map, parts};
    use rstest::rstest;

    #[rstest]
    #[case::an_owner(|parts: &mut MapParts| parts.organisations.clear())]
    #[case::an_area(|parts: &mut MapParts| parts.areas.clear())]
    #[should_panic(expected = "fault in seinhuis")]
    fn what_is_nowhere_stops_the_run(#[case] spoil: fn(&mut MapParts)) {
        let mut parts = parts(&["jgz topic:parenting area:waterdam"]);
        spoil(&mut parts);
        let _ = RouteMap::new(parts);
    }

    #[test]
    #[should_panic(expected = "fault in seinhuis")]
    fn a_place_of_another_map_stops_the_run() {
        let map = map(&["jgz topic:parenting"]);
        let _ = map.responsibility(ResponsibilityIx(1));
    }

    #[test]
    fn a_claim_is_found_by_area_and_topic_and_by_owner() {
        let parts = parts(&[
            "cjg",
            "jgz topic:parenting area:waterdam",
            "cjg topic:parenting",
        ]);
        let organisations = Codes::new(&parts.organisations);
        let index = Index::new(&parts, &organisations);
        let map = RouteMap::new(parts);
        let topic = map.topic_ix(&"parenting".parse().unwrap());
        let area = map.area_ix(&"waterdam".parse().unwrap());
        let topics = [topic, None];
        let found = |area| {
            index
                .with_area_and_topics(area, &topics)
                .collect::<Vec<_>>()
        };
        assert_eq!(found(area), [ResponsibilityIx(1)]);
        assert_eq!(found(None), [ResponsibilityIx(2), ResponsibilityIx(0)]);
        let anywhere: Vec<_> = index.with_topics(&[topic]).collect();
        assert_eq!(anywhere, [ResponsibilityIx(2), ResponsibilityIx(1)]);
        let cjg = organisations.own(&"cjg".parse().unwrap()).unwrap();
        let owned: Vec<_> = index.owned_by(cjg).collect();
        assert_eq!(owned, [ResponsibilityIx(0), ResponsibilityIx(2)]);
    }
}
