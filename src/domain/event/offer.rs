//! What the map decided, as an event holds it, and why.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::domain::codes::{OrganisationId, ResponsibilityId};
use crate::domain::event::{Basis, Level};
use crate::domain::time::Day;

/// What the map decided about a signal: with the report, or when it was made to decide again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Offer {
    /// Who owns the follow-up from now on. Where a person names the new owner, the event calls it
    /// `to`.
    pub owner: OrganisationId,
    /// Whether one organisation agreed to, or nobody, or several.
    pub basis: Basis,
    /// Who decides what nobody owns.
    pub coordinator: OrganisationId,
    /// Who else may read and add. Folding refuses an offer that names one of them needlessly: see
    /// [`Offer::others_are_distinct`].
    pub involved: Vec<OrganisationId>,
    /// Who agreed to own it, in a dispute: each may accept it while nobody has. Each is the sender
    /// or among those involved.
    pub claimants: Vec<OrganisationId>,
    /// The last day on which the owner says whether they take it on.
    pub accept_by: Day,
    /// The last day on which the sender hears what was done.
    pub feedback_by: Day,
    /// How much the sender may hear.
    pub level: Level,
    /// The responsibility by which the owner was chosen; `None` in a gap and in a dispute. Kept to
    /// learn from: no rule looks at it.
    pub responsibility: Option<ResponsibilityId>,
    /// Whether the owner knows the family from a system of her own, so that nobody tells her which
    /// one it is.
    pub knows_family: bool,
}

impl Offer {
    /// Whether `involved` names neither the owner nor the sender, and nobody twice; and `claimants`
    /// likewise, in a dispute alone, only who reads it. An offer of a map always does so.
    #[must_use]
    pub fn others_are_distinct(&self, sender: &OrganisationId) -> bool {
        let mut before = BTreeSet::from([&self.owner, sender]);
        let mut claims = BTreeSet::from([&self.owner]);
        self.involved.iter().all(|who| before.insert(who))
            && (self.claimants.is_empty() || self.basis == Basis::Dispute)
            && (self.claimants.iter()).all(|who| before.contains(who) && claims.insert(who))
    }
}

/// Why the map decided so, for the register to keep beside the event. Nothing of it is looked at
/// when the events are folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionRecord {
    /// The reason, as `output::reason` writes it for the register, and reads it again for `show`.
    pub reason: String,
    /// Which map decided.
    pub map_digest: String,
}
