//! Whom a limit to senders means: the organisations of its kinds, and those that it names.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::domain::codes::{KindId, OrganisationId};
use crate::domain::invariant::Invariant as _;
use crate::map_parts::MapParts;
use crate::map_parts::criterion::Senders;

impl MapParts {
    /// Resolves each limit to senders. Equal limits share one set.
    pub fn find_senders(&mut self) {
        let mut of_kind: BTreeMap<&KindId, Vec<&OrganisationId>> = BTreeMap::new();
        for organisation in &self.organisations {
            let alike = of_kind.entry(&organisation.kind).or_default();
            alike.push(&organisation.id);
        }
        let mut found = HashMap::new();
        let criteria = (self.responsibilities.iter_mut().map(|r| &mut r.criteria))
            .chain(self.open_points.iter_mut().map(|point| &mut point.criteria));
        for senders in criteria.filter_map(|criteria| criteria.senders.as_mut()) {
            let limit = (senders.kinds.clone(), senders.named.clone());
            let organisations = found
                .entry(limit)
                .or_insert_with(|| Arc::new(resolve(senders, &of_kind)));
            senders.organisations = Arc::clone(organisations);
        }
    }
}

fn resolve(
    senders: &Senders,
    of_kind: &BTreeMap<&KindId, Vec<&OrganisationId>>,
) -> BTreeSet<OrganisationId> {
    let Senders {
        kinds,
        named,
        organisations: _,
    } = senders;
    kinds
        .iter()
        .flat_map(|kind| {
            of_kind
                .get(kind)
                .certain("each kind of a limit is one of the map")
        })
        .copied()
        .chain(named)
        .cloned()
        .collect()
}
