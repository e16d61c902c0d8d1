//! How a map finds its own: the responsibilities that cover a topic and an area, an organisation by
//! its code, what it owns.

use std::collections::HashMap;
use std::fmt;

use super::criterion::Criteria;
use super::map::{AreaIx, Organisation, Responsibility, ResponsibilityIx, TopicIx};
use crate::domain::codes::OrganisationId;

/// A topic and an area as a responsibility writes them; nothing where it leaves them out. Sorted by
/// area, then by topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Claimed {
    /// The place of the area's row: 0 is no area.
    pub row: u32,
    /// The topic's number in that row: 0 is no topic.
    pub topic: u32,
    /// Who writes it.
    pub by: ResponsibilityIx,
}

impl Claimed {
    /// Everything that these criteria write.
    pub fn all(criteria: &Criteria, by: ResponsibilityIx) -> impl Iterator<Item = Claimed> {
        let rows = criteria.areas.as_ref().map_or_else(
            || vec![row(None)],
            |areas| areas.iter().map(|area| row(Some(*area))).collect(),
        );
        let topics = criteria.topics.as_ref().map_or_else(
            || vec![column(None)],
            |topics| topics.iter().map(|topic| column(Some(*topic))).collect(),
        );
        rows.into_iter().flat_map(move |row| {
            topics
                .clone()
                .into_iter()
                .map(move |topic| Claimed { row, topic, by })
        })
    }

    /// Everything that these responsibilities write, in order, each once.
    pub fn sorted<'a>(responsibilities: impl Iterator<Item = &'a Responsibility>) -> Vec<Claimed> {
        let all = responsibilities
            .zip((0..).map(ResponsibilityIx))
            .flat_map(|(r, ix)| Claimed::all(&r.criteria, ix));
        let mut claimed: Vec<Claimed> = all.collect();
        claimed.sort_unstable();
        claimed.dedup();
        claimed
    }
}

/// The place of an area's row.
#[must_use]
pub fn row(area: Option<AreaIx>) -> u32 {
    area.map_or(0, |area| area.0 + 1)
}

/// The number of a topic in a row.
#[must_use]
pub fn column(topic: Option<TopicIx>) -> u32 {
    topic.map_or(0, |topic| topic.0 + 1)
}

/// What a map looks up in. One in memory is [`Index`]; the compiled map has another, in its tables.
pub trait Finder: fmt::Debug + Send + Sync {
    /// Appends the responsibilities that write exactly this area and one of these topics.
    fn writing(
        &self,
        area: Option<AreaIx>,
        topics: &[Option<TopicIx>],
        found: &mut Vec<ResponsibilityIx>,
    );

    /// The responsibilities that write one of these topics, whatever their area; one that writes
    /// two of its areas comes twice.
    fn writing_anywhere<'a>(
        &'a self,
        topics: &'a [Option<TopicIx>],
    ) -> Box<dyn Iterator<Item = ResponsibilityIx> + 'a>;

    /// The number of the organisation with this code.
    fn organisation(&self, id: &OrganisationId) -> Option<u32>;

    /// What the organisation with this number owns, in the order of the map.
    fn owned_by(&self, organisation: u32) -> Vec<ResponsibilityIx>;
}

/// The same in memory, for any number of decisions.
#[derive(Debug)]
pub struct Index {
    /// Where the row of each area begins, and where the last one ends.
    rows: Vec<u32>,
    /// The number of the topic, and who writes it.
    entries: Vec<(u32, ResponsibilityIx)>,
    organisations: HashMap<OrganisationId, u32>,
    owned: Vec<Vec<ResponsibilityIx>>,
}

impl Index {
    /// Of a map with so many areas, these organisations and these responsibilities.
    #[must_use]
    pub fn new(
        areas: usize,
        organisations: &[Organisation],
        responsibilities: &[Responsibility],
    ) -> Self {
        let numbers: HashMap<OrganisationId, u32> = organisations
            .iter()
            .map(|o| o.id.clone())
            .zip(0..)
            .collect();
        let mut owned = vec![Vec::new(); organisations.len()];
        for (responsibility, ix) in responsibilities.iter().zip((0..).map(ResponsibilityIx)) {
            if let Some(own) = numbers
                .get(&responsibility.owner)
                .and_then(|number| owned.get_mut(*number as usize))
            {
                own.push(ix);
            }
        }
        let claimed = Claimed::sorted(responsibilities.iter());
        let entries = claimed
            .iter()
            .map(|claimed| (claimed.topic, claimed.by))
            .collect();
        Self {
            rows: rows(&claimed, areas),
            entries,
            organisations: numbers,
            owned,
        }
    }

    fn row(&self, row: u32) -> &[(u32, ResponsibilityIx)] {
        let at = |row: u32| self.rows.get(row as usize).map(|at| *at as usize);
        at(row)
            .zip(at(row + 1))
            .and_then(|(from, to)| self.entries.get(from..to))
            .unwrap_or_default()
    }
}

/// Where the row of no area, then of each of so many areas begins among these, and where the last
/// one ends.
#[must_use]
pub fn rows(claimed: &[Claimed], areas: usize) -> Vec<u32> {
    let mut begins = Vec::with_capacity(areas + 2);
    let mut at = 0u32;
    let mut left = claimed.iter().peekable();
    for row in 0..=u32::try_from(areas).unwrap_or(u32::MAX) {
        begins.push(at);
        while left.next_if(|claimed| claimed.row == row).is_some() {
            at += 1;
        }
    }
    begins.push(at);
    begins
}

impl Finder for Index {
    fn writing(
        &self,
        area: Option<AreaIx>,
        topics: &[Option<TopicIx>],
        found: &mut Vec<ResponsibilityIx>,
    ) {
        let row = self.row(row(area));
        for topic in topics.iter().copied().map(column) {
            let from = row.partition_point(|(other, _)| *other < topic);
            found.extend(
                row.iter()
                    .skip(from)
                    .take_while(|(other, _)| *other == topic)
                    .map(|(_, ix)| *ix),
            );
        }
    }

    fn writing_anywhere<'a>(
        &'a self,
        topics: &'a [Option<TopicIx>],
    ) -> Box<dyn Iterator<Item = ResponsibilityIx> + 'a> {
        let any = |topic: u32| topics.iter().any(|wanted| column(*wanted) == topic);
        Box::new(
            self.entries
                .iter()
                .filter(move |(topic, _)| any(*topic))
                .map(|(_, ix)| *ix),
        )
    }

    fn organisation(&self, id: &OrganisationId) -> Option<u32> {
        self.organisations.get(id).copied()
    }

    fn owned_by(&self, organisation: u32) -> Vec<ResponsibilityIx> {
        self.owned
            .get(organisation as usize)
            .cloned()
            .unwrap_or_default()
    }
}
