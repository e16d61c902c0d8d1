//! What happened to a signal: the record from which everything else is computed.

use serde::{Deserialize, Serialize};

use crate::domain::alarm::Promise;
use crate::domain::codes::{CodeEnum as _, OrganisationId, code_enum};
use crate::domain::signal::{Particulars, Topics};
use crate::domain::time::{Day, Moment};
use crate::domain::words::PersonName;

pub use actor::{Actor, AsWas};
pub use codes::{Basis, Channel, DeclineReason, Informed, Level, Outcome, ToldOutcome, Via};
pub use fields::{EventField, FieldForm};
pub use offer::{DecisionRecord, Offer};

mod actor;
mod codes;
mod fields;
mod offer;

code_enum! {
    /// The kinds of things that happen to a signal, one for each [`Event`].
    EventKind {
        /// It was reported and routed.
        Reported = "reported",
        /// The owner knows which family it is.
        FamilyKnown = "family-known",
        /// The owner took it on.
        Accepted = "accepted",
        /// The owner did not.
        Declined = "declined",
        /// One of those who claim it in a dispute does not.
        ClaimDeclined = "claim-declined",
        /// Another organisation was asked to take it over,
        TransferProposed = "transfer-proposed",
        /// and did,
        TransferTaken = "transfer-taken",
        /// or did not.
        TransferRefused = "transfer-refused",
        /// The owner asks no longer.
        TransferEnded = "transfer-ended",
        /// The coordinator decided who owns it.
        Assigned = "assigned",
        /// The map decided again.
        Rerouted = "rerouted",
        /// One more organisation may read and add.
        Involved = "involved",
        /// That organisation reads no further.
        Uninvolved = "uninvolved",
        /// The owner asked something.
        Asked = "asked",
        /// Somebody replied, or added something.
        Replied = "replied",
        /// The owner changed what it is about.
        Amended = "amended",
        /// What was reported of the person, the place, how soon or by when, is put right.
        Corrected = "corrected",
        /// The sender heard how far it is.
        FeedbackInterim = "feedback-interim",
        /// The sender heard what became of it.
        FeedbackFinal = "feedback-final",
        /// The same, as the sender recorded it.
        Heard = "heard",
        /// The sender found that right,
        Confirmed = "confirmed",
        /// or not.
        Rejected = "rejected",
        /// It was ended although the sender said nothing.
        ClosedUnconfirmed = "closed-unconfirmed",
        /// It was taken up again.
        Reopened = "reopened",
        /// The sender took it back.
        Withdrawn = "withdrawn",
        /// Who took the last step took it back.
        Undone = "undone",
        /// An alarm sounded about a broken promise.
        Escalated = "escalated",
        /// Another coordinates it, after the map of that day.
        CoordinatorChanged = "coordinator-changed",
        /// All before it happened in another register, and was brought in from there.
        Imported = "imported",
    }
}

impl EventKind {
    /// Whether somebody did something by it. An alarm tells that nobody did, and a map that changed
    /// only says whose turn it is.
    #[must_use]
    pub fn is_step(self) -> bool {
        !matches!(
            self,
            EventKind::Escalated | EventKind::Imported | EventKind::CoordinatorChanged
        )
    }

    /// Whether who brought it about can take it back, while nobody's step followed.
    #[must_use]
    pub fn is_undoable(self) -> bool {
        match self {
            EventKind::Accepted
            | EventKind::Declined
            | EventKind::ClaimDeclined
            | EventKind::Assigned
            | EventKind::Involved
            | EventKind::Uninvolved
            | EventKind::Asked
            | EventKind::Replied
            | EventKind::Amended
            | EventKind::Corrected
            | EventKind::FeedbackInterim
            | EventKind::FeedbackFinal
            | EventKind::Heard
            | EventKind::Confirmed
            | EventKind::Rejected
            | EventKind::ClosedUnconfirmed
            | EventKind::Withdrawn => true,
            // A report is withdrawn and a proposal ended; the others are said again or decided anew.
            EventKind::Reported
            | EventKind::FamilyKnown
            | EventKind::TransferProposed
            | EventKind::TransferTaken
            | EventKind::TransferRefused
            | EventKind::TransferEnded
            | EventKind::Rerouted
            | EventKind::Reopened
            | EventKind::Undone
            | EventKind::Escalated
            | EventKind::CoordinatorChanged
            | EventKind::Imported => false,
        }
    }
}

/// Something that happened. Its words, if any, are kept apart.
///
/// As it is written here, so it stands in JSON, and so `import` reads it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Event {
    Reported(Offer),
    /// Of an organisation that owned it then; it goes on knowing.
    FamilyKnown {
        organisation: OrganisationId,
    },
    Accepted,
    Declined {
        reason: DeclineReason,
        suggested: Option<OrganisationId>,
        to: OrganisationId,
        accept_by: Day,
    },
    ClaimDeclined {
        reason: DeclineReason,
    },
    TransferProposed {
        to: OrganisationId,
    },
    TransferTaken,
    TransferRefused,
    TransferEnded,
    Assigned {
        to: OrganisationId,
        accept_by: Day,
    },
    /// The offer holds the promise to the sender as it was.
    Rerouted(Offer),
    Involved {
        organisation: OrganisationId,
    },
    Uninvolved {
        organisation: OrganisationId,
    },
    Asked {
        of: OrganisationId,
    },
    Replied {
        /// Never left out in JSON: a reply to nothing says so.
        #[serde(deserialize_with = "Option::deserialize")]
        question: Option<u32>,
    },
    Amended {
        topics: Topics,
    },
    /// All particulars as they are from now on; what was reported stays in the story.
    Corrected {
        #[serde(flatten)]
        particulars: Particulars,
        #[serde(flatten)]
        then: Correction,
    },
    FeedbackInterim {
        channel: Channel,
        level: Level,
    },
    FeedbackFinal {
        outcome: Outcome,
        /// To whom it was handed over, when that is an organisation of the map. It gets no right to
        /// read.
        handed_to: Option<OrganisationId>,
        channel: Channel,
        level: Level,
        confirm_by: Day,
    },
    Heard {
        outcome: ToldOutcome,
        channel: Channel,
        confirm_by: Day,
    },
    Confirmed,
    Rejected {
        feedback_by: Day,
        /// `None`: its owner takes it up again.
        #[serde(flatten)]
        offered: Option<NewOwner>,
    },
    ClosedUnconfirmed,
    Reopened {
        feedback_by: Day,
        /// `None`: its owner takes it up again.
        #[serde(flatten)]
        offered: Option<NewOwner>,
    },
    Withdrawn,
    /// The events with these numbers and those between are as if they had not happened: all that one
    /// command wrote.
    Undone {
        first: u32,
        last: u32,
    },
    /// An alarm about `promise`, which ran until and with `promised`, sounded `after` working days.
    Escalated {
        promise: Promise,
        promised: Day,
        after: u8,
        #[serde(rename = "told")]
        informed: Vec<OrganisationId>,
    },
    /// Another coordinates it from now on, as the map with this digest says.
    CoordinatorChanged {
        coordinator: OrganisationId,
        map_digest: String,
    },
    /// The coordinator of a map brought in what happened so far, from another register.
    Imported,
}

/// What a correction brings with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Correction {
    /// The map decides anew. The offer holds the promise to the sender as it is from now on.
    Decided(Offer),
    /// Nothing is decided, so the owner stays.
    Facts {
        /// That of the area as it is now.
        coordinator: OrganisationId,
        /// The last day on which the owner says whether they take it on, when that is sooner now.
        accept_by: Option<Day>,
        /// Never later than it was.
        feedback_by: Day,
    },
}

/// To whom a signal goes whose owner the map of today no longer has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NewOwner {
    pub to: OrganisationId,
    /// The last day on which they say whether they take it on.
    pub accept_by: Day,
}

impl Event {
    #[must_use]
    pub fn kind(&self) -> EventKind {
        match self {
            Event::Reported(_) => EventKind::Reported,
            Event::FamilyKnown { .. } => EventKind::FamilyKnown,
            Event::Accepted => EventKind::Accepted,
            Event::Declined { .. } => EventKind::Declined,
            Event::ClaimDeclined { .. } => EventKind::ClaimDeclined,
            Event::TransferProposed { .. } => EventKind::TransferProposed,
            Event::TransferTaken => EventKind::TransferTaken,
            Event::TransferRefused => EventKind::TransferRefused,
            Event::TransferEnded => EventKind::TransferEnded,
            Event::Assigned { .. } => EventKind::Assigned,
            Event::Rerouted(_) => EventKind::Rerouted,
            Event::Involved { .. } => EventKind::Involved,
            Event::Uninvolved { .. } => EventKind::Uninvolved,
            Event::Asked { .. } => EventKind::Asked,
            Event::Replied { .. } => EventKind::Replied,
            Event::Amended { .. } => EventKind::Amended,
            Event::Corrected { .. } => EventKind::Corrected,
            Event::FeedbackInterim { .. } => EventKind::FeedbackInterim,
            Event::FeedbackFinal { .. } => EventKind::FeedbackFinal,
            Event::Heard { .. } => EventKind::Heard,
            Event::Confirmed => EventKind::Confirmed,
            Event::Rejected { .. } => EventKind::Rejected,
            Event::ClosedUnconfirmed => EventKind::ClosedUnconfirmed,
            Event::Reopened { .. } => EventKind::Reopened,
            Event::Withdrawn => EventKind::Withdrawn,
            Event::Undone { .. } => EventKind::Undone,
            Event::Escalated { .. } => EventKind::Escalated,
            Event::CoordinatorChanged { .. } => EventKind::CoordinatorChanged,
            Event::Imported => EventKind::Imported,
        }
    }

    /// The stable English code of what happened, as the register and the JSON write it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.kind().code()
    }

    /// The organisation to which it is addressed: that is to do something, knows something, or reads
    /// no further.
    #[must_use]
    pub fn addressee(&self) -> Option<&OrganisationId> {
        match self {
            Event::Reported(offer) | Event::Rerouted(offer) => Some(&offer.owner),
            Event::Declined { to, .. }
            | Event::TransferProposed { to }
            | Event::Assigned { to, .. }
            | Event::FamilyKnown { organisation: to }
            | Event::Involved { organisation: to }
            | Event::Uninvolved { organisation: to }
            | Event::Asked { of: to } => Some(to),
            Event::Rejected { offered, .. } | Event::Reopened { offered, .. } => {
                offered.as_ref().map(|offered| &offered.to)
            }
            Event::Corrected { then, .. } => match then {
                Correction::Decided(offer) => Some(&offer.owner),
                Correction::Facts { .. } => None,
            },
            Event::Accepted
            | Event::ClaimDeclined { .. }
            | Event::TransferTaken
            | Event::TransferRefused
            | Event::TransferEnded
            | Event::Replied { .. }
            | Event::Amended { .. }
            | Event::FeedbackInterim { .. }
            | Event::FeedbackFinal { .. }
            | Event::Heard { .. }
            | Event::Confirmed
            | Event::ClosedUnconfirmed
            | Event::Withdrawn
            | Event::Undone { .. }
            | Event::Escalated { .. }
            | Event::CoordinatorChanged { .. }
            | Event::Imported => None,
        }
    }

    /// What the map decided, when it did.
    #[must_use]
    pub fn offer(&self) -> Option<&Offer> {
        if let Event::Reported(offer)
        | Event::Rerouted(offer)
        | Event::Corrected {
            then: Correction::Decided(offer),
            ..
        } = self
        {
            Some(offer)
        } else {
            None
        }
    }
}

/// An event in its place in the story of one signal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedEvent {
    /// 1 for the report, then one more each time: the order, whatever the clock said.
    pub number: u32,
    pub at: Moment,
    pub by: OrganisationId,
    pub via: Via,
    /// Its name then; `None` when the map did not know it.
    pub as_was: Option<AsWas>,
    /// Who of the organisation; `None` when that was not said.
    pub person: Option<PersonName>,
    pub event: Event,
}

impl RecordedEvent {
    /// Whether the same happened. How it came in and the names of those who did it may differ.
    #[must_use]
    pub fn is_same_event(&self, other: &Self) -> bool {
        self.number == other.number
            && self.at == other.at
            && self.by == other.by
            && self.event == other.event
    }
}
