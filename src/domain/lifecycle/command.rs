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
    /// `offer`: what the map of today decides on the signal as it is now.
    Reroute {
        offer: Offer,
        decision: DecisionRecord,
        reason: Words,
    },
    Involve {
        organisation: OrganisationId,
    },
    /// `of`: the sender when left out.
    Ask {
        of: Option<OrganisationId>,
        question: Words,
    },
    /// `question`: the oldest that waits for this organisation when left out.
    Reply {
        question: Option<u32>,
        words: Words,
    },
    /// `involve`: the owners of the added topics.
    Amend {
        topics: Topics,
        words: Option<Words>,
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
    /// `informed`: who is told of it. `take_over`: why the coordinator takes the signal over, if she
    /// does.
    Escalate {
        step: AlarmStep,
        informed: Vec<OrganisationId>,
        take_over: Option<Words>,
    },
}

/// What the sender hears. Full feedback cannot be given without words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FeedbackContent {
    /// What was done, in words.
    Full(Words),
    /// Only that something was done, said openly.
    StatusOnly,
}

impl Command {
    /// The verb of this command.
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
