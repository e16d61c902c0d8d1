//! What happened to a signal: the record from which everything else is computed.

use super::alarm::AlarmStep;
use super::codes::{Choice as _, OrganisationId, ResponsibilityId, choice};
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

choice! {
    /// The kinds of things that happen to a signal, one for each [`Event`].
    EventKind {
        /// It was reported and routed.
        Reported = "reported",
        /// The owner took it on.
        Accepted = "accepted",
        /// The owner did not.
        Declined = "declined",
        /// Another organisation was asked to take it over,
        TransferProposed = "transfer-proposed",
        /// and did,
        TransferTaken = "transfer-taken",
        /// or did not.
        TransferRefused = "transfer-refused",
        /// The coordinator decided who owns it.
        Assigned = "assigned",
        /// The map decided again.
        Rerouted = "rerouted",
        /// One more organisation may read and add.
        Involved = "involved",
        /// The owner asked something.
        Asked = "asked",
        /// Somebody replied, or added something.
        Replied = "replied",
        /// The owner changed what it is about.
        Amended = "amended",
        /// The sender heard how far it is.
        FeedbackInterim = "feedback-interim",
        /// The sender heard what became of it.
        FeedbackFinal = "feedback-final",
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
        /// An alarm sounded about a broken promise.
        Escalated = "escalated",
    }
}

choice! {
    /// The way by which an event came in.
    Via {
        /// Typed at a terminal, or by a script.
        Terminal = "terminal",
        /// A row of a file.
        Import = "import",
    }
}

/// What an organisation was called and how it was reached when it did something: the map of later
/// may not know it any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsWas {
    /// Its name.
    pub name: String,
    /// Its telephone number, if the map had one.
    pub phone: Option<String>,
}

/// Who does something, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The way by which it does it.
    pub via: Via,
    /// What it is called today; `None` when the map does not know it.
    pub as_was: Option<AsWas>,
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
    /// Which kind it is.
    #[must_use]
    pub fn kind(&self) -> EventKind {
        match self {
            Event::Reported(_) => EventKind::Reported,
            Event::Accepted => EventKind::Accepted,
            Event::Declined { .. } => EventKind::Declined,
            Event::TransferProposed { .. } => EventKind::TransferProposed,
            Event::TransferTaken => EventKind::TransferTaken,
            Event::TransferRefused => EventKind::TransferRefused,
            Event::Assigned { .. } => EventKind::Assigned,
            Event::Rerouted(_) => EventKind::Rerouted,
            Event::Involved { .. } => EventKind::Involved,
            Event::Asked { .. } => EventKind::Asked,
            Event::Replied { .. } => EventKind::Replied,
            Event::Amended { .. } => EventKind::Amended,
            Event::FeedbackInterim { .. } => EventKind::FeedbackInterim,
            Event::FeedbackFinal { .. } => EventKind::FeedbackFinal,
            Event::Confirmed => EventKind::Confirmed,
            Event::Rejected { .. } => EventKind::Rejected,
            Event::ClosedUnconfirmed => EventKind::ClosedUnconfirmed,
            Event::Reopened { .. } => EventKind::Reopened,
            Event::Withdrawn => EventKind::Withdrawn,
            Event::Escalated { .. } => EventKind::Escalated,
        }
    }

    /// The stable English code of what happened, as the register and the JSON write it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.kind().code()
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
    /// How it came in.
    pub via: Via,
    /// What that organisation was called then; `None` when the map did not know it.
    pub as_was: Option<AsWas>,
    /// What.
    pub event: Event,
}
