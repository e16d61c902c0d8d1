//! The limits of a responsibility as codes, for explaining.

use crate::domain::codes::CodeEnum as _;
use crate::map_parts::criterion::{Criteria, Criterion, CriterionKind, Limit, Question, Senders};
use crate::map_parts::tree::{Tree, TreePlace};
use crate::routing::map::RouteMap;

impl Criteria {
    /// The limit that a criterion sets; `None` when it sets none.
    ///
    /// Given a question, of topics and areas only the one that covers it.
    #[must_use]
    pub fn limit(
        &self,
        criterion: Criterion,
        asked: Option<&Question>,
        map: &RouteMap,
    ) -> Option<Limit> {
        let Criteria {
            topics,
            ages,
            areas,
            senders,
            choices,
        } = self;
        let values = match criterion.kind() {
            CriterionKind::Topic => {
                let listed = shown(
                    topics.as_ref()?,
                    asked.and_then(|q| q.topic),
                    map.topic_tree(),
                );
                texts(listed.iter().map(|topic| &map.topic_at(*topic).id))
            }
            CriterionKind::Age(subject) => texts([ages.get(subject)?]),
            CriterionKind::Area => {
                let listed = shown(areas.as_ref()?, asked.and_then(|q| q.area), map.area_tree());
                texts(listed.iter().map(|area| &map.area_at(*area).id))
            }
            CriterionKind::Sender => {
                let Senders { kinds, named, .. } = senders.as_ref()?;
                [texts(kinds), texts(named)].concat()
            }
            CriterionKind::Choice(choice) => texts(choices.codes(choice)?),
        };
        Some(Limit { criterion, values })
    }

    /// All limits that are set, in the order of [`Criterion`].
    #[must_use]
    pub fn limits(&self, asked: Option<&Question>, map: &RouteMap) -> Vec<Limit> {
        Criterion::ALL
            .iter()
            .filter_map(|criterion| self.limit(*criterion, asked, map))
            .collect()
    }
}

fn texts(values: impl IntoIterator<Item = impl ToString>) -> Vec<String> {
    values.into_iter().map(|value| value.to_string()).collect()
}

/// Of a limit the one that covers what was asked, or else all of it.
fn shown<P: TreePlace>(limit: &[P], asked: Option<P>, tree: &Tree<P>) -> Vec<P> {
    let covering = asked.and_then(|asked| tree.covering(asked, limit));
    covering.map_or_else(|| limit.to_vec(), |only| vec![only])
}
