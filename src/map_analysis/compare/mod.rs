//! What changes for senders when one map replaces another.
//!
//! Signals are compared when both maps know their topic, area and sender. What only one map knows is
//! added or removed.

mod changes;
mod contact_facts;
mod entry_facts;
mod fact;
mod facts;
mod outcome;
mod postcodes;

pub use changes::{Change, ChangeKind, CoordinatorChange, LeadChange, Shift};
pub use fact::{Fact, FactKind, MapStatement};
pub use outcome::Who;

use crate::domain::time::Day;
use crate::map_analysis::region::Region;
use crate::map_analysis::survey::Pair;
use crate::routing::map::RouteMap;

/// Everything that another map changes.
#[derive(Debug)]
pub struct Diff {
    /// What both maps know. All regions are in terms of it.
    pub shared: RouteMap,
    /// What changes for signals with one topic; by kind. The regions of all changes are disjoint.
    pub changes: Vec<(Change, Vec<Region>)>,
    /// Who else leads signals with several topics.
    pub leads: Vec<(LeadChange, Vec<Region>)>,
    /// Where somebody else coordinates.
    pub coordinators: Vec<CoordinatorChange>,
    /// What else changes: contacts, names, promises of the map.
    pub facts: Vec<Fact>,
}

impl Diff {
    /// Whether the two maps say the same to every sender.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self {
            shared: _,
            changes,
            leads,
            coordinators,
            facts,
        } = self;
        changes.is_empty() && leads.is_empty() && coordinators.is_empty() && facts.is_empty()
    }
}

/// Compares two maps, from `today` on.
#[must_use]
pub fn diff(old: &RouteMap, new: &RouteMap, today: Day) -> Diff {
    let pair = Pair::new(old, new);
    Diff {
        changes: changes::changes(&pair, today),
        leads: changes::lead_changes(&pair, today),
        coordinators: changes::coordinator_changes(&pair, today),
        facts: facts::facts(old, new, today),
        shared: pair.shared,
    }
}

#[cfg(test)]
mod brute_force;
#[cfg(test)]
mod random_pairs;
#[cfg(test)]
mod tests;
