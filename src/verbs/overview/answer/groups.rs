//! The overview in the order of the map, never in the order of a count.

use std::collections::BTreeMap;

use crate::domain::codes::{OrganisationId, ResponsibilityId, TopicId};
use crate::overview::{Figures, FirstOwner, Overview, OverviewRow, TopicChange};
use crate::routing::map::{MapPosition, Responsibility, RouteMap, TopicIx};

/// What may be known, in the order of the map.
#[derive(Debug, Clone)]
pub struct OverviewGroups<'m> {
    pub groups: Vec<OwnerGroup<'m>>,
    /// The other topics that signals turned out to be about.
    pub became: Vec<TopicChange>,
}

/// Signals that were given to one responsibility, or in a gap or a dispute.
#[derive(Debug, Clone)]
pub struct OwnerGroup<'m> {
    pub heading: Heading<'m>,
    /// By topic, in the order of the tree; small topics together come last.
    pub rows: Vec<OverviewRow>,
}

/// What signals were given to.
#[derive(Debug, Clone)]
pub enum Heading<'m> {
    /// To a responsibility.
    Agreed {
        owner: OrganisationId,
        /// What they had agreed to.
        id: ResponsibilityId,
        /// As it is in the map today; `None` when it is no longer there.
        now: Option<&'m Responsibility>,
    },
    /// Nobody had agreed to own them.
    Gap,
    /// Several had.
    Dispute,
}

/// What each organisation has agreed to today, computed once: some have thousands of
/// responsibilities.
type ResponsibilitiesById<'m> =
    BTreeMap<OrganisationId, BTreeMap<ResponsibilityId, &'m Responsibility>>;

impl<'m> Heading<'m> {
    fn new(given: FirstOwner, map: &'m RouteMap, by_id: &mut ResponsibilitiesById<'m>) -> Self {
        match given {
            FirstOwner::Agreed {
                owner,
                responsibility: id,
            } => {
                let now = by_id
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

    /// In the order of the map; then what is no longer in it; then gaps and disputes.
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

impl<'m> OverviewGroups<'m> {
    pub fn new(overview: Overview, map: &'m RouteMap) -> Self {
        let Overview {
            rows,
            topic_changes: mut became,
        } = overview;
        let mut by_given: BTreeMap<FirstOwner, Vec<OverviewRow>> = BTreeMap::new();
        for row in rows {
            by_given.entry(row.given.clone()).or_default().push(row);
        }
        let mut by_id = ResponsibilitiesById::new();
        let mut groups: Vec<OwnerGroup<'m>> = by_given
            .into_iter()
            .map(|(given, rows)| OwnerGroup {
                heading: Heading::new(given, map, &mut by_id),
                rows,
            })
            .collect();
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

    /// Every row, with the heading of its group.
    pub(super) fn rows(&self) -> impl Iterator<Item = (&Heading<'m>, &OverviewRow)> {
        self.groups
            .iter()
            .flat_map(|group| group.rows.iter().map(|row| (&group.heading, row)))
    }

    /// The figures of all rows that have them.
    pub(super) fn figures(&self) -> impl Iterator<Item = &Figures> {
        self.rows().filter_map(|(_, row)| row.figures.as_ref())
    }
}

/// In the order of the tree; then topics that the map does not know; then none.
fn topic_order(topic: Option<&TopicId>, map: &RouteMap) -> (u8, Option<TopicIx>, Option<TopicId>) {
    let place = topic.and_then(|topic| map.topic_ix(topic));
    let class = match (topic, place) {
        (Some(_), Some(_)) => 0,
        (Some(_), None) => 1,
        (None, _) => 2,
    };
    (class, place, topic.cloned())
}
