//! How a map finds its own: the responsibilities that cover a topic and an area, an organisation by its code, what it owns.

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use rustc_hash::FxBuildHasher;

use super::criterion::Criteria;
use super::map::{AreaIx, Organisation, Responsibility, ResponsibilityIx, TopicIx};
use crate::domain::codes::OrganisationId;

/// A topic and an area as a responsibility writes them; `None` where it leaves them out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Claimed {
    /// The topic.
    pub topic: Option<TopicIx>,
    /// The area.
    pub area: Option<AreaIx>,
}

impl Claimed {
    /// One number for both, in the same order.
    #[must_use]
    pub fn key(self) -> u64 {
        let high = self.topic.map_or(0, |topic| u64::from(topic.0) + 1);
        let low = self.area.map_or(0, |area| u64::from(area.0) + 1);
        high << 32 | low
    }

    /// The keys of this topic, in every area.
    #[must_use]
    pub fn keys_of(topic: Option<TopicIx>) -> Range<u64> {
        let first = Claimed { topic, area: None }.key();
        first..first + (1 << 32)
    }

    /// Everything that these criteria write.
    pub fn all(criteria: &Criteria) -> impl Iterator<Item = Claimed> {
        let topics = criteria.topics.as_ref().map_or_else(|| vec![None], |topics| topics.iter().copied().map(Some).collect());
        let areas = criteria.areas.as_ref().map_or_else(|| vec![None], |areas| areas.iter().copied().map(Some).collect());
        topics.into_iter().flat_map(move |topic| areas.clone().into_iter().map(move |area| Claimed { topic, area }))
    }
}

/// What a map looks up in. One in memory is [`Index`]; the compiled map has another, in its tables.
pub trait Finder: fmt::Debug + Send + Sync {
    /// Appends the responsibilities that write exactly this topic and this area.
    fn writing(&self, claimed: Claimed, found: &mut Vec<ResponsibilityIx>);

    /// The responsibilities that write this topic, whatever their area.
    fn writing_topic(&self, topic: Option<TopicIx>) -> Box<dyn Iterator<Item = ResponsibilityIx> + '_>;

    /// The number of the organisation with this code.
    fn organisation(&self, id: &OrganisationId) -> Option<u32>;

    /// What the organisation with this number owns, in the order of the map.
    fn owned_by(&self, organisation: u32) -> Vec<ResponsibilityIx>;
}

/// The same in memory, for any number of decisions.
#[derive(Debug)]
pub struct Index {
    at: HashMap<u64, Range<u32>, FxBuildHasher>,
    /// Sorted by key, and so by topic.
    list: Vec<(u64, ResponsibilityIx)>,
    organisations: HashMap<OrganisationId, u32>,
    owned: Vec<Vec<ResponsibilityIx>>,
}

impl Index {
    /// Of a map with these organisations and responsibilities.
    #[must_use]
    pub fn new(organisations: &[Organisation], responsibilities: &[Responsibility]) -> Self {
        let numbers: HashMap<OrganisationId, u32> = organisations.iter().map(|o| o.id.clone()).zip(0..).collect();
        let mut written: Vec<(u64, ResponsibilityIx)> = Vec::with_capacity(responsibilities.len());
        let mut owned = vec![Vec::new(); organisations.len()];
        for (responsibility, ix) in responsibilities.iter().zip((0..).map(ResponsibilityIx)) {
            written.extend(Claimed::all(&responsibility.criteria).map(|claimed| (claimed.key(), ix)));
            if let Some(own) = numbers.get(&responsibility.owner).and_then(|number| owned.get_mut(*number as usize)) {
                own.push(ix);
            }
        }
        written.sort_unstable();
        written.dedup();
        let mut at: HashMap<u64, Range<u32>, FxBuildHasher> = HashMap::with_capacity_and_hasher(written.len(), FxBuildHasher);
        for ((key, _), place) in written.iter().zip(0..) {
            at.entry(*key).or_insert(place..place).end = place + 1;
        }
        Self { at, list: written, organisations: numbers, owned }
    }
}

impl Finder for Index {
    fn writing(&self, claimed: Claimed, found: &mut Vec<ResponsibilityIx>) {
        if let Some(range) = self.at.get(&claimed.key()) {
            found.extend(self.list.get(range.start as usize..range.end as usize).unwrap_or_default().iter().map(|(_, ix)| *ix));
        }
    }

    fn writing_topic(&self, topic: Option<TopicIx>) -> Box<dyn Iterator<Item = ResponsibilityIx> + '_> {
        let keys = Claimed::keys_of(topic);
        let from = self.list.partition_point(|(key, _)| *key < keys.start);
        let of_topic = self.list.get(from..).unwrap_or_default().iter().take_while(move |(key, _)| keys.contains(key));
        Box::new(of_topic.map(|(_, ix)| *ix))
    }

    fn organisation(&self, id: &OrganisationId) -> Option<u32> {
        self.organisations.get(id).copied()
    }

    fn owned_by(&self, organisation: u32) -> Vec<ResponsibilityIx> {
        self.owned.get(organisation as usize).cloned().unwrap_or_default()
    }
}
