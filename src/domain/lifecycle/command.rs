//! Commands: a verb with what it needs.

use crate::domain::alarm::AlarmStep;
use crate::domain::codes::OrganisationId;
use crate::domain::event::{Channel, DecisionRecord, DeclineReason, Offer, Outcome};
use crate::domain::lifecycle::verb::Verb;
use crate::domain::signal::Topics;
use crate::domain::words::Words;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    Accept,
    Decline {
        reason: DeclineReason,
        suggested: Option<OrganisationId>,
        words: Option<Words>,
    },
    ProposeTransfer {
        to: OrganisationId,
        words: Option<Words>,
    },
    TakeTransfer,
    RefuseTransfer {
        words: Option<Words>,
    },
    Assign {
        to: OrganisationId,
        reason: Words,
    },
    Reroute {
        /// What the map of today decides on the signal as it is now.
        offer: Offer,
        decision: DecisionRecord,
        reason: Words,
    },
    Involve {
        organisation: OrganisationId,
    },
    Ask {
        /// `None` for the sender.
        of: Option<OrganisationId>,
        question: Words,
    },
    Reply {
        /// `None` for the oldest that waits for this organisation.
        question: Option<u32>,
        words: Words,
    },
    Amend {
        topics: Topics,
        words: Option<Words>,
        /// The owners of the added topics.
        involve: Vec<OrganisationId>,
    },
    Interim {
        channel: Channel,
        content: FeedbackContent,
    },
    Final {
        outcome: Outcome,
        channel: Channel,
        content: FeedbackContent,
    },
    Confirm {
        words: Option<Words>,
    },
    Reject {
        words: Words,
    },
    Close,
    Reopen {
        reason: Words,
    },
    Withdraw {
        reason: Words,
    },
    Escalate {
        step: AlarmStep,
        /// Who is told of it.
        informed: Vec<OrganisationId>,
        /// Why the coordinator takes the signal over; `None` when she does not.
        take_over: Option<Words>,
    },
}

/// What the sender hears. Full feedback cannot be given without words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FeedbackContent {
    Full(Words),
    /// Only that something was done, said openly.
    StatusOnly,
}

impl Command {
    #[must_use]
    pub fn verb(&self) -> Verb {
        match self {
            Command::Accept => Verb::Accept,
            Command::Decline { .. } => Verb::Decline,
            Command::ProposeTransfer { .. } => Verb::ProposeTransfer,
            Command::TakeTransfer => Verb::TakeTransfer,
            Command::RefuseTransfer { .. } => Verb::RefuseTransfer,
            Command::Assign { .. } => Verb::Assign,
            Command::Reroute { .. } => Verb::Reroute,
            Command::Involve { .. } => Verb::Involve,
            Command::Ask { .. } => Verb::Ask,
            Command::Reply { .. } => Verb::Reply,
            Command::Amend { .. } => Verb::Amend,
            Command::Interim { .. } => Verb::Interim,
            Command::Final { .. } => Verb::Final,
            Command::Confirm { .. } => Verb::Confirm,
            Command::Reject { .. } => Verb::Reject,
            Command::Close => Verb::Close,
            Command::Reopen { .. } => Verb::Reopen,
            Command::Withdraw { .. } => Verb::Withdraw,
            Command::Escalate { .. } => Verb::Escalate,
        }
    }
}
