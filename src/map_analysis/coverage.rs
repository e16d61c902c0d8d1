//! What a set of cases leaves untried: the responsibilities that stood in none of them, and the
//! topics that none names.

use std::collections::BTreeSet;

use crate::domain::codes::{OrganisationId, TopicId};
use crate::domain::invariant::Invariant as _;
use crate::domain::signal::{Facts, Topics};
use crate::domain::time::Moment;
use crate::map_analysis::expectation::MapCase;
use crate::routing::map::{MapPosition, Responsibility, RouteMap, Topic, TopicIx};
use crate::routing::rule;

/// What the cases leave untried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage<'m> {
    /// How many responsibilities the map has.
    pub responsibilities: usize,
    /// Those that stood in no decision, in the order of the files.
    pub untried: Vec<&'m Responsibility>,
    /// The topics that no case names, nor a part of them. Of a whole that is not named, its parts
    /// are left out.
    pub unnamed: Vec<&'m Topic>,
}

impl<'m> Coverage<'m> {
    /// Decides on every case once more, topic by topic: the owner of a second topic is involved by
    /// a responsibility too.
    #[must_use]
    pub fn of(map: &'m RouteMap, cases: &[MapCase], now: Moment) -> Self {
        let mut stood: BTreeSet<(OrganisationId, MapPosition)> = BTreeSet::new();
        for MapCase { at, facts, .. } in cases {
            let alone = facts
                .topics
                .iter()
                .map(|topic| Topics::new(topic.clone(), None).certain("one topic is not too many"));
            let each = alone.map(|topics| Facts {
                topics,
                ..facts.clone()
            });
            let when = map.when(at.unwrap_or(now));
            for facts in each.chain([facts.clone()]) {
                stood.extend(
                    rule(map, &facts, when)
                        .standing()
                        .iter()
                        .map(|r| (r.owner.clone(), r.place.clone())),
                );
            }
        }
        let untried = map
            .responsibilities()
            .iter()
            .filter(|r| !stood.contains(&(r.owner.clone(), r.place.clone())))
            .collect();

        let named = cases.iter().flat_map(|case| case.facts.topics.iter());
        let named: BTreeSet<TopicIx> = named
            .filter_map(|topic| map.topic_ix(topic))
            .flat_map(|ix| map.topic_and_above(ix))
            .collect();
        let is_named = |id: &TopicId| map.topic_ix(id).is_some_and(|ix| named.contains(&ix));
        let below_unnamed =
            |topic: &Topic| topic.parent.is_some_and(|parent| !named.contains(&parent));
        let unnamed = map
            .topics()
            .iter()
            .filter(|topic| !is_named(&topic.id) && !below_unnamed(topic))
            .collect();
        Self {
            responsibilities: map.responsibilities().len(),
            untried,
            unnamed,
        }
    }
}
