//! When a claim covers a signal, and when one claim contains another: what that asks of the map.

use crate::map_parts::criterion::{Criteria, Question};
use crate::routing::map::RouteMap;

impl Criteria {
    /// Whether every criterion holds.
    #[must_use]
    pub fn hold(&self, asked: &Question, map: &RouteMap) -> bool {
        self.topics.as_ref().is_none_or(|topics| {
            asked
                .topic
                .is_some_and(|topic| map.topic_tree().is_in(topic, topics))
        }) && self.areas.as_ref().is_none_or(|areas| {
            asked
                .area
                .is_some_and(|area| map.area_tree().is_in(area, areas))
        }) && self.unmet_beyond_place(asked).next().is_none()
    }

    /// Whether every signal that `other` claims is claimed here too: set inclusion in every
    /// criterion.
    ///
    /// A list of all urgencies, or of all topics at the top of the tree, limits nothing. A list of
    /// ages, areas or senders always does: it leaves out what the sender does not know.
    #[must_use]
    pub fn contain(&self, other: &Criteria, map: &RouteMap) -> bool {
        let Criteria {
            topics,
            ages,
            areas,
            senders,
            choices,
        } = self;
        let topics = topics
            .as_ref()
            .filter(|mine| !map.topic_tree().roots().all(|root| mine.contains(&root)));
        includes(topics, other.topics.as_ref(), |mine, theirs| {
            theirs
                .iter()
                .all(|topic| map.topic_tree().is_in(*topic, mine))
        }) && ages.contain(&other.ages)
            && includes(areas.as_ref(), other.areas.as_ref(), |mine, theirs| {
                theirs.iter().all(|area| map.area_tree().is_in(*area, mine))
            })
            && includes(senders.as_ref(), other.senders.as_ref(), |mine, theirs| {
                mine.organisations.is_superset(&theirs.organisations)
            })
            && other.choices.allowed().are_among(&choices.allowed())
    }

    /// Whether `other` claims less: contained here, and not the other way round.
    #[must_use]
    pub fn strictly_contain(&self, other: &Criteria, map: &RouteMap) -> bool {
        self.contain(other, map) && !other.contain(self, map)
    }
}

/// Inclusion where `None` is everything, the unknown included: so only `None` includes `None`.
fn includes<T>(mine: Option<&T>, theirs: Option<&T>, set: impl Fn(&T, &T) -> bool) -> bool {
    match (mine, theirs) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(mine), Some(theirs)) => set(mine, theirs),
    }
}
