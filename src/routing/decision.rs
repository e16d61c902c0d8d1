//! The decision as a value: who owns the follow-up, and why.

use std::collections::BTreeSet;

use crate::domain::codes::{OrganisationId, ResponsibilityId};
use crate::domain::event::{Basis, Level, Offer};
use crate::domain::time::Day;
use crate::routing::explanation::Explanation;

/// Who owns the follow-up of a signal, why, and what is promised.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Decision {
    /// Who owns it: always exactly one.
    pub owner: OrganisationId,
    pub basis: Basis,
    /// Who decides what nobody owns, in this area.
    pub coordinator: OrganisationId,
    /// The last day to say whether they take it on.
    pub accept_by: Day,
    /// The last day to give the sender feedback.
    pub feedback_by: Day,
    /// How much the sender may hear.
    pub level: Level,
    /// What the owner agreed to; none in a gap and in a dispute. The first in the alphabet when
    /// several of its responsibilities stand.
    pub responsibility: Option<ResponsibilityId>,
    /// Whether the owner knows the family from a system of her own.
    pub knows_family: bool,
    pub why: Explanation,
}

impl Decision {
    /// Who claims it, when it is a dispute; nobody otherwise.
    #[must_use]
    pub fn claimants(&self) -> BTreeSet<OrganisationId> {
        let standing = self
            .why
            .reasons
            .iter()
            .filter(|_| self.basis == Basis::Dispute);
        standing.map(|reason| reason.organisation.clone()).collect()
    }

    /// What the register keeps of it as the first event.
    #[must_use]
    pub fn offer(&self) -> Offer {
        Offer {
            owner: self.owner.clone(),
            basis: self.basis,
            coordinator: self.coordinator.clone(),
            involved: self
                .why
                .involved
                .iter()
                .map(|involvement| involvement.organisation.clone())
                .collect(),
            claimants: (self.claimants().into_iter())
                .filter(|claimant| *claimant != self.owner)
                .collect(),
            accept_by: self.accept_by,
            feedback_by: self.feedback_by,
            level: self.level,
            responsibility: self.responsibility.clone(),
            knows_family: self.knows_family,
        }
    }
}
