//! Signals that nobody owns because the sender leaves something open, and not because nobody owns them anyway.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::age::AgeRange;
use crate::routing::map::{AreaIx, RouteMap};
use crate::routing::region::Region;

/// What is left of the vague regions without the signals that are a gap for every age in every place: knowing more would not help there.
pub(super) fn that_knowing_would_help(vague: Vec<Region>, definite: &[Region], map: &RouteMap) -> Vec<Region> {
    let around: BTreeSet<AreaIx> = map.areas().iter().filter_map(|area| area.parent).collect();
    let smallest = (0..).map(AreaIx).take(map.areas().len()).filter(|area| !around.contains(area)).collect::<Vec<_>>();
    let everywhere = |gap: &&Region| gap.ages == Some(AgeRange::ALL) && smallest.iter().all(|area| gap.areas.contains(area));
    let mut left = vague;
    for gap in definite.iter().filter(everywhere) {
        left = left.iter().flat_map(|region| beside(region, gap)).collect();
    }
    left
}

/// The parts of a region that differ from a gap in topic, urgency, sender or hours.
fn beside(region: &Region, gap: &Region) -> Vec<Region> {
    let mut shared = region.clone();
    let mut parts = Vec::new();
    let (these, others) = region.topics.iter().partition(|topic| gap.topics.contains(topic));
    parts.push(Region { topics: others, ..shared.clone() });
    shared.topics = these;
    let (these, others) = region.urgency.iter().partition(|urgency| gap.urgency.contains(urgency));
    parts.push(Region { urgency: others, ..shared.clone() });
    shared.urgency = these;
    let (these, others) = region.hours.iter().partition(|hours| gap.hours.contains(hours));
    parts.push(Region { hours: others, ..shared.clone() });
    shared.hours = these;
    let others = region.senders.iter().filter(|sender| !gap.senders.contains(*sender)).cloned().collect();
    parts.push(Region { senders: Arc::new(others), ..shared });
    parts.retain(|part| !(part.topics.is_empty() || part.urgency.is_empty() || part.hours.is_empty() || part.senders.is_empty()));
    parts
}
