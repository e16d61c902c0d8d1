//! What happened to a signal: the record from which everything else is computed.

use serde::Serialize;

use crate::domain::alarm::Promise;
use crate::domain::codes::{CodeEnum as _, OrganisationId, code_enum};
use crate::domain::signal::Topics;
use crate::domain::time::{Day, Moment};

pub use codes::{Basis, Channel, DeclineReason, Level, Outcome, Via};
pub use fields::EventFields;
pub use offer::{DecisionRecord, Offer};

mod codes;
mod fields;
mod offer;

code_enum! {
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

impl EventKind {
    /// What JSON calls the organisation that an event of this kind is addressed to, if it has one.
    #[must_use]
    pub fn addressee_key(self) -> &'static str {
        match self {
            EventKind::Reported | EventKind::Rerouted => "owner",
            EventKind::Involved => "organisation",
            EventKind::Asked => "of",
            EventKind::Accepted
            | EventKind::Declined
            | EventKind::TransferProposed
            | EventKind::TransferTaken
            | EventKind::TransferRefused
            | EventKind::Assigned
            | EventKind::Replied
            | EventKind::Amended
            | EventKind::FeedbackInterim
            | EventKind::FeedbackFinal
            | EventKind::Confirmed
            | EventKind::Rejected
            | EventKind::ClosedUnconfirmed
            | EventKind::Reopened
            | EventKind::Withdrawn
            | EventKind::Escalated => "to",
        }
    }
}

/// The name and number of an organisation when it did something: a later map may not know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsWas {
    pub name: String,
    /// Telephone number, if the map had one.
    pub phone: Option<String>,
}

/// Who does something, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    pub organisation: OrganisationId,
    pub via: Via,
    /// Its name today; `None` when the map does not know it.
    pub as_was: Option<AsWas>,
}

/// Something that happened. Its words, if any, are kept apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
    /// An alarm about `promise`, which ran until and with `promised`, sounded `after` working days.
    Escalated {
        promise: Promise,
        promised: Day,
        after: u8,
        #[serde(rename = "told")]
        informed: Vec<OrganisationId>,
    },
}

impl Event {
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

    #[must_use]
    pub fn fields(&self) -> EventFields {
        let mut fields = EventFields::default();
        match self.clone() {
            Event::Reported(offer) | Event::Rerouted(offer) => return offer.into(),
            Event::Accepted
            | Event::TransferTaken
            | Event::TransferRefused
            | Event::Confirmed
            | Event::ClosedUnconfirmed
            | Event::Withdrawn => {}
            Event::Declined {
                reason,
                suggested,
                to,
                accept_by,
            } => {
                fields.reason = Some(reason);
                fields.suggested = Some(suggested);
                fields.to = Some(to);
                fields.accept_by = Some(accept_by);
            }
            Event::TransferProposed { to }
            | Event::Involved { organisation: to }
            | Event::Asked { of: to } => fields.to = Some(to),
            Event::Assigned { to, accept_by } => {
                fields.to = Some(to);
                fields.accept_by = Some(accept_by);
            }
            Event::Replied { question } => fields.question = Some(question),
            Event::Amended { topics } => fields.topics = Some(topics),
            Event::FeedbackInterim { channel, level } => {
                fields.channel = Some(channel);
                fields.level = Some(level);
            }
            Event::FeedbackFinal {
                outcome,
                channel,
                level,
                confirm_by,
            } => {
                fields.outcome = Some(outcome);
                fields.channel = Some(channel);
                fields.level = Some(level);
                fields.confirm_by = Some(confirm_by);
            }
            Event::Rejected { feedback_by } | Event::Reopened { feedback_by } => {
                fields.feedback_by = Some(feedback_by);
            }
            Event::Escalated {
                promise,
                promised,
                after,
                informed,
            } => {
                fields.promise = Some(promise);
                fields.after = Some(after);
                fields.promised = Some(promised);
                fields.informed = Some(informed);
            }
        }
        fields
    }

    /// `None` when a field of its kind is missing. Fields of other kinds are ignored.
    #[must_use]
    pub fn from_fields(kind: EventKind, fields: EventFields) -> Option<Self> {
        Some(match kind {
            EventKind::Reported => Event::Reported(fields.offer()?),
            EventKind::Rerouted => Event::Rerouted(fields.offer()?),
            EventKind::Accepted => Event::Accepted,
            EventKind::Declined => Event::Declined {
                reason: fields.reason?,
                suggested: fields.suggested?,
                to: fields.to?,
                accept_by: fields.accept_by?,
            },
            EventKind::TransferProposed => Event::TransferProposed { to: fields.to? },
            EventKind::TransferTaken => Event::TransferTaken,
            EventKind::TransferRefused => Event::TransferRefused,
            EventKind::Assigned => Event::Assigned {
                to: fields.to?,
                accept_by: fields.accept_by?,
            },
            EventKind::Involved => Event::Involved {
                organisation: fields.to?,
            },
            EventKind::Asked => Event::Asked { of: fields.to? },
            EventKind::Replied => Event::Replied {
                question: fields.question?,
            },
            EventKind::Amended => Event::Amended {
                topics: fields.topics?,
            },
            EventKind::FeedbackInterim => Event::FeedbackInterim {
                channel: fields.channel?,
                level: fields.level?,
            },
            EventKind::FeedbackFinal => Event::FeedbackFinal {
                outcome: fields.outcome?,
                channel: fields.channel?,
                level: fields.level?,
                confirm_by: fields.confirm_by?,
            },
            EventKind::Confirmed => Event::Confirmed,
            EventKind::Rejected => Event::Rejected {
                feedback_by: fields.feedback_by?,
            },
            EventKind::ClosedUnconfirmed => Event::ClosedUnconfirmed,
            EventKind::Reopened => Event::Reopened {
                feedback_by: fields.feedback_by?,
            },
            EventKind::Withdrawn => Event::Withdrawn,
            EventKind::Escalated => Event::Escalated {
                promise: fields.promise?,
                promised: fields.promised?,
                after: fields.after?,
                informed: fields.informed?,
            },
        })
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
    pub event: Event,
}

impl RecordedEvent {
    /// Whether the same happened. How it came in and the name of the organisation may differ.
    #[must_use]
    pub fn is_same_event(&self, other: &Self) -> bool {
        self.number == other.number
            && self.at == other.at
            && self.by == other.by
            && self.event == other.event
    }
}
