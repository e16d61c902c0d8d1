//! What a set of cases leaves untried: the responsibilities that stood in none of them, and the
//! topics that none names.

use std::collections::BTreeSet;

use crate::domain::invariant::Invariant as _;
use crate::domain::signal::{Facts, Topics};
use crate::domain::time::Moment;
use crate::map_analysis::expectation::MapCase;
use crate::routing::map::{Responsibility, RouteMap, Topic, TopicIx};
use crate::routing::rule;
use crate::routing::when::When;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage<'m> {
    /// How many responsibilities the map has.
    pub responsibilities: usize,
    /// The responsibilities that stood in no decision, in the order of the files.
    pub untried: Vec<&'m Responsibility>,
    /// The topics that no case names, nor a part of them. The parts of such a topic are left out.
    pub unnamed: Vec<&'m Topic>,
}

impl<'m> Coverage<'m> {
    #[must_use]
    pub fn of(map: &'m RouteMap, cases: &[MapCase], now: Moment) -> Self {
        let questions = questions(map, cases, now);
        let stood: BTreeSet<_> = questions
            .iter()
            .flat_map(|(facts, when)| rule(map, facts, *when).standing().to_vec())
            .map(|r| (&r.owner, &r.place))
            .collect();
        let named: BTreeSet<TopicIx> = cases
            .iter()
            .flat_map(|case| case.facts.topics.iter())
            .filter_map(|topic| map.topic_ix(topic))
            .flat_map(|ix| map.topic_and_above(ix))
            .collect();
        let unnamed = map
            .topics()
            .iter()
            .zip(map.topic_ixs())
            .filter(|(topic, ix)| {
                !named.contains(ix) && topic.parent.is_none_or(|parent| named.contains(&parent))
            })
            .map(|(topic, _)| topic)
            .collect();
        Self {
            responsibilities: map.responsibilities().len(),
            untried: map
                .responsibilities()
                .iter()
                .filter(|r| !stood.contains(&(&r.owner, &r.place)))
                .collect(),
            unnamed,
        }
    }
}

/// Every case, and each of its topics alone: the owner of a second topic is involved by a
/// responsibility too.
fn questions(map: &RouteMap, cases: &[MapCase], now: Moment) -> Vec<(Facts, When)> {
    let mut questions = Vec::new();
    for MapCase { at, facts, .. } in cases {
        let when = map.when(at.unwrap_or(now));
        questions.push((facts.clone(), when));
        for topic in facts.topics.iter() {
            let topics = Topics::new(topic.clone(), None).certain("one topic is not too many");
            let facts = facts.clone();
            questions.push((Facts { topics, ..facts }, when));
        }
    }
    questions
}
