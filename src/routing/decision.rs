//! The decision as a value: who owns the follow-up, and everything there is to tell about why.

use std::collections::BTreeSet;

use crate::domain::codes::{OrganisationId, ResponsibilityId, TopicId};
use crate::domain::event::{Basis, Level, Offer};
use crate::domain::time::Day;
use crate::routing::criterion::{Criterion, Limit};
use crate::routing::map::{MapPosition, Text};

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
    /// Who else reads and adds; by organisation, each once. Neither owner nor sender.
    pub involved: Vec<Involvement>,
    /// The responsibilities that stand: of the owner by rule, of the claimants in a dispute, none
    /// in a gap.
    pub reasons: Vec<Reason>,
    /// What the owner agreed to; none in a gap and in a dispute. The first in the alphabet when
    /// several of its responsibilities stand.
    pub responsibility: Option<ResponsibilityId>,
    /// Whether an organisation took the lead over all topics together.
    pub leads: bool,
    /// The topics that nobody owns, when there are several.
    pub gaps: Vec<TopicId>,
    /// Responsibilities that held and gave way to another.
    pub set_aside: Vec<SetAside>,
    /// Responsibilities for the topic that failed on one criterion.
    pub near_misses: Vec<NearMiss>,
    /// What the sender left unknown and would make the decision surer.
    pub would_help: Vec<Criterion>,
}

/// An organisation that reads and adds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Involvement {
    pub organisation: OrganisationId,
    pub why: WhyInvolved,
}

/// Why an organisation is involved.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum WhyInvolved {
    /// It owns this topic of the signal.
    OwnsTopic(TopicId),
    /// It is one of several that claim this topic.
    Claims(TopicId),
    /// The responsibility that owns the signal involves it.
    Agreed,
}

/// A responsibility that stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reason {
    pub organisation: OrganisationId,
    /// The limits that held; none means that it is for all signals.
    pub held: Vec<Limit>,
    /// The source: covenant, law, decision.
    pub because: Option<Text>,
    /// Where it stands in the map.
    pub place: MapPosition,
}

/// A responsibility that held, and gave way.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SetAside {
    pub organisation: OrganisationId,
    /// To what.
    pub gave_way: GaveWay,
    /// To whom.
    pub to: OrganisationId,
    /// Where it stands in the map.
    pub place: MapPosition,
}

/// To what a responsibility gave way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GaveWay {
    /// To a higher priority.
    ToPriority,
    /// To a narrower claim inside it.
    ToNarrower,
}

/// A responsibility for the topic that nearly held.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NearMiss {
    pub organisation: OrganisationId,
    /// On what it failed.
    pub failed: Failed,
    /// Where it stands in the map.
    pub place: MapPosition,
}

/// On what a responsibility failed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Failed {
    /// The signal lies outside this limit.
    Limit(Limit),
    /// The sender did not say what this limit looks at.
    Unknown(Limit),
    /// It does not hold yet, from this day on it does.
    NotYet(Day),
    /// It held until this day.
    Lapsed(Day),
}

impl Decision {
    /// Who claims it, when it is a dispute; nobody otherwise.
    #[must_use]
    pub fn claimants(&self) -> BTreeSet<OrganisationId> {
        let standing = self.reasons.iter().filter(|_| self.basis == Basis::Dispute);
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
                .involved
                .iter()
                .map(|involvement| involvement.organisation.clone())
                .collect(),
            accept_by: self.accept_by,
            feedback_by: self.feedback_by,
            level: self.level,
            responsibility: self.responsibility.clone(),
        }
    }
}
