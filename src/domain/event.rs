//! What happened to a signal: the record from which everything else is computed.

use super::alarm::AlarmStep;
use super::codes::{OrganisationId, ResponsibilityId, choice};
use super::signal::Topics;
use super::time::{Day, Moment};

choice! {
    /// Why this organisation owns the follow-up.
    Basis {
        /// One organisation has agreed to own it.
        Rule = "rule",
        /// No organisation has; the coordinator owns it.
        Gap = "gap",
        /// Several have; the coordinator decides among them and owns it until then.
        Dispute = "dispute",
    }
}

choice! {
    /// How much the owner may tell the sender.
    Level {
        /// What was done, in words.
        Full = "full",
        /// Only that something was done.
        StatusOnly = "status-only",
    }
}

choice! {
    /// Why an organisation does not take a signal on.
    DeclineReason {
        /// The person lives elsewhere.
        OtherArea = "other-area",
        /// We work for other ages.
        OtherAge = "other-age",
        /// This is not our subject.
        OtherTopic = "other-topic",
        /// Another organisation is already busy with it.
        RunsElsewhere = "runs-elsewhere",
        /// Too little is known to begin.
        TooLittleKnown = "too-little-known",
        /// No capacity now.
        NoCapacity = "no-capacity",
        /// The law gives no ground to act.
        NoGround = "no-ground",
    }
}

choice! {
    /// What became of a signal.
    Outcome {
        /// Somebody is busy with it.
        TakenUp = "taken-up",
        /// It was known and is being followed.
        AlreadyKnown = "already-known",
        /// Help has started.
        HelpStarted = "help-started",
        /// It was handed over to others who help.
        HandedOver = "handed-over",
        /// The family does not want it.
        FamilyDeclined = "family-declined",
        /// Nobody could be reached.
        NotReached = "not-reached",
        /// On a closer look nothing was needed.
        NotNeeded = "not-needed",
        /// It turned out to be about something else.
        SomethingElseFound = "something-else-found",
        /// Some of it is done.
        Partly = "partly",
    }
}

choice! {
    /// The way by which feedback reached the sender.
    Channel {
        /// By telephone.
        Phone = "phone",
        /// Face to face.
        InPerson = "in-person",
        /// By e-mail.
        Email = "email",
        /// By a message in a secured application.
        Message = "message",
        /// By letter.
        Letter = "letter",
        /// The sender reads it here.
        Here = "here",
    }
}

/// What the map decided about a signal: with the report, or when it was made to decide again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Who owns the follow-up.
    pub owner: OrganisationId,
    /// Why.
    pub basis: Basis,
    /// Who decides what nobody owns.
    pub coordinator: OrganisationId,
    /// Who else may read and add.
    pub involved: Vec<OrganisationId>,
    /// The last day on which the owner says whether they take it on.
    pub accept_by: Day,
    /// The last day on which the sender hears what was done.
    pub feedback_by: Day,
    /// How much the sender may hear.
    pub level: Level,
    /// What the owner agreed to, when that is why it owns; none in a gap and in a dispute. Kept to
    /// learn from: no rule looks at it.
    pub responsibility: Option<ResponsibilityId>,
}

/// Why the map decided so, for the register to keep beside the event. Nothing of it is looked at
/// when the events are folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grounds {
    /// The reason, in a form that whoever wrote it can read again.
    pub reason: String,
    /// Which map decided.
    pub map_digest: String,
}

/// Something that happened. Its words, if any, are kept apart.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "the variants carry the names of design section 4; their fields speak for themselves"
)]
pub enum Event {
    Reported(Offer),
    Accepted,
    Declined {
        reason: DeclineReason,
        suggested: Option<OrganisationId>,
        to: OrganisationId,
        accept_by: Day,
    },
    TransferProposed {
        to: OrganisationId,
    },
    TransferTaken,
    TransferRefused,
    Assigned {
        to: OrganisationId,
        accept_by: Day,
    },
    /// The offer holds the promise to the sender as it was.
    Rerouted(Offer),
    Involved {
        organisation: OrganisationId,
    },
    Asked {
        of: OrganisationId,
    },
    Replied {
        question: Option<u32>,
    },
    Amended {
        topics: Topics,
    },
    FeedbackInterim {
        channel: Channel,
        level: Level,
    },
    FeedbackFinal {
        outcome: Outcome,
        channel: Channel,
        level: Level,
        confirm_by: Day,
    },
    Confirmed,
    Rejected {
        feedback_by: Day,
    },
    ClosedUnconfirmed,
    Reopened {
        feedback_by: Day,
    },
    Withdrawn,
    /// `told`: who was to be told of it.
    Escalated {
        step: AlarmStep,
        promised: Day,
        told: Vec<OrganisationId>,
    },
}

impl Event {
    /// The stable English code of what happened, as the register and the JSON write it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Event::Reported(_) => "reported",
            Event::Accepted => "accepted",
            Event::Declined { .. } => "declined",
            Event::TransferProposed { .. } => "transfer-proposed",
            Event::TransferTaken => "transfer-taken",
            Event::TransferRefused => "transfer-refused",
            Event::Assigned { .. } => "assigned",
            Event::Rerouted(_) => "rerouted",
            Event::Involved { .. } => "involved",
            Event::Asked { .. } => "asked",
            Event::Replied { .. } => "replied",
            Event::Amended { .. } => "amended",
            Event::FeedbackInterim { .. } => "feedback-interim",
            Event::FeedbackFinal { .. } => "feedback-final",
            Event::Confirmed => "confirmed",
            Event::Rejected { .. } => "rejected",
            Event::ClosedUnconfirmed => "closed-unconfirmed",
            Event::Reopened { .. } => "reopened",
            Event::Withdrawn => "withdrawn",
            Event::Escalated { .. } => "escalated",
        }
    }
}

/// An event in its place in the story of one signal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// 1 for the report, then one more each time: the order, whatever the clock said.
    pub number: u32,
    /// When.
    pub at: Moment,
    /// Which organisation did it.
    pub by: OrganisationId,
    /// What.
    pub event: Event,
}
