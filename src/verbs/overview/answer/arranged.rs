//! The overview in the order of the map: never in the order of a count.

use std::collections::BTreeMap;

use crate::domain::codes::{OrganisationId, ResponsibilityId, TopicId};
use crate::overview::{FirstOwner, Overview, OverviewRow, TopicChange};
use crate::routing::map::{MapPosition, Responsibility, RouteMap, TopicIx};

/// What may be told, in the order in which it is told.
#[derive(Debug, Clone)]
pub struct Arranged<'m> {
    /// Signals that were given to one responsibility, or in a gap, or in a dispute.
    pub groups: Vec<OwnerGroup<'m>>,
    /// As what else signals turned out.
    pub became: Vec<TopicChange>,
}

/// Signals that were given to the same.
#[derive(Debug, Clone)]
pub struct OwnerGroup<'m> {
    /// To what.
    pub heading: Heading<'m>,
    /// By topic, in the order of their tree; small topics together come last.
    pub rows: Vec<OverviewRow>,
}

/// To what signals were given.
#[derive(Debug, Clone)]
pub enum Heading<'m> {
    /// To a responsibility.
    Agreed {
        owner: OrganisationId,
        /// To what they had agreed.
        id: ResponsibilityId,
        /// As it stands in the map of today; `None` when it no longer does.
        now: Option<&'m Responsibility>,
    },
    /// Nobody had agreed to own them.
    Gap,
    /// Several had.
    Dispute,
}

/// What each organisation has agreed to today, made out once for each: some have thousands of
/// responsibilities.
type Stated<'m> = BTreeMap<OrganisationId, BTreeMap<ResponsibilityId, &'m Responsibility>>;

impl<'m> Heading<'m> {
    fn new(given: FirstOwner, map: &'m RouteMap, stated: &mut Stated<'m>) -> Self {
        match given {
            FirstOwner::Agreed {
                owner,
                responsibility: id,
            } => {
                let now = stated
                    .entry(owner.clone())
                    .or_insert_with(|| map.responsibilities_by_id(&owner))
                    .get(&id)
                    .copied();
                Heading::Agreed { owner, id, now }
            }
            FirstOwner::Gap => Heading::Gap,
            FirstOwner::Dispute => Heading::Dispute,
        }
    }

    /// As the map has them; then what is no longer in it; then gaps and disputes.
    fn order(
        &self,
    ) -> (
        u8,
        Option<&MapPosition>,
        Option<(&OrganisationId, &ResponsibilityId)>,
    ) {
        match self {
            Heading::Agreed { owner, id, now } => (
                u8::from(now.is_none()),
                now.map(|now| &now.place),
                Some((owner, id)),
            ),
            Heading::Gap => (2, None, None),
            Heading::Dispute => (3, None, None),
        }
    }
}

impl<'m> Arranged<'m> {
    /// Puts it in the order of this map.
    #[must_use]
    pub fn new(overview: Overview, map: &'m RouteMap) -> Self {
        let Overview {
            rows,
            topic_changes: mut became,
        } = overview;
        let mut by_given: BTreeMap<FirstOwner, Vec<OverviewRow>> = BTreeMap::new();
        for row in rows {
            by_given.entry(row.given.clone()).or_default().push(row);
        }
        let mut stated = Stated::new();
        let group = |(given, rows)| OwnerGroup {
            heading: Heading::new(given, map, &mut stated),
            rows,
        };
        let mut groups: Vec<OwnerGroup<'m>> = by_given.into_iter().map(group).collect();
        groups.sort_by(|one, other| one.heading.order().cmp(&other.heading.order()));
        for group in &mut groups {
            group
                .rows
                .sort_by_key(|row| topic_order(row.topic.as_ref(), map));
        }
        became.sort_by_key(|pair| {
            (
                topic_order(Some(&pair.from), map),
                topic_order(Some(&pair.to), map),
            )
        });
        Self { groups, became }
    }
}

/// As the tree has them, then those that the map does not know, then none.
fn topic_order(topic: Option<&TopicId>, map: &RouteMap) -> (u8, Option<TopicIx>, Option<TopicId>) {
    let place = topic.and_then(|topic| map.topic_ix(topic));
    let class = match (topic, place) {
        (Some(_), Some(_)) => 0,
        (Some(_), None) => 1,
        (None, _) => 2,
    };
    (class, place, topic.cloned())
}
