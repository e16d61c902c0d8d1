//! What can be done to a signal, by whom and in which states; and a verb with all that it needs.

use crate::domain::alarm::AlarmStep;
use crate::domain::codes::{CodeEnum as _, OrganisationId, code_enum};
use crate::domain::event::{Channel, DecisionRecord, DeclineReason, EventKind, Offer, Outcome};
use crate::domain::signal::{Particulars, Topics};
use crate::domain::signal_state::State;
use crate::domain::words::{ContactLine, Words};

code_enum! {
    /// What can be done to a signal after its report: the verbs of the command line.
    Verb {
        /// Take it on.
        Accept = "accept",
        /// Say that the owner knows which family it is.
        FamilyKnown = "family-known",
        /// Say that it is not for us.
        Decline = "decline",
        /// Say of a disputed signal that it is not for us, although we claim it.
        DeclineClaim = "decline-claim",
        /// Ask another organisation to take it over.
        ProposeTransfer = "transfer-propose",
        /// Take over what was proposed.
        TakeTransfer = "transfer-take",
        /// Leave it with the owner.
        RefuseTransfer = "transfer-refuse",
        /// Ask no longer.
        EndTransfer = "transfer-end",
        /// Decide who owns it.
        Assign = "assign",
        /// Let the map of today decide again.
        Reroute = "reroute",
        /// Let one more organisation read and add.
        Involve = "involve",
        /// Let an organisation read no further.
        Uninvolve = "uninvolve",
        /// Put a question.
        Ask = "ask",
        /// Answer a question, or add something.
        Reply = "reply",
        /// Add or change topics.
        Amend = "amend",
        /// Put right what was reported of person, place, urgency and day.
        Correct = "correct",
        /// Tell the sender how far it is.
        Interim = "feedback-interim",
        /// Tell the sender what became of it.
        Final = "feedback",
        /// Record what one was told.
        Heard = "heard",
        /// Say that the feedback was seen and is right.
        Confirm = "confirm",
        /// Say that the feedback is not right.
        Reject = "reject",
        /// End it although the sender said nothing.
        Close = "close",
        /// Take it up again.
        Reopen = "reopen",
        /// Take the signal back.
        Withdraw = "withdraw",
        /// Take one's own last step back.
        Undo = "undo",
        /// Sound the next alarm about a broken promise.
        Escalate = "escalate",
    }
}

code_enum! {
    /// A part that an organisation can have in a signal.
    Party {
        /// Who sent it.
        Sender = "sender",
        /// Who owns the follow-up.
        Owner = "owner",
        /// Who decides what nobody owns.
        Coordinator = "coordinator",
        /// Who may read and add.
        Involved = "involved",
        /// Who was asked to take it over.
        Proposed = "proposed",
        /// Who agreed to own it, in a dispute.
        Claimant = "claimant",
        /// Who recorded the answer: the owner, or the sender who was told.
        Answerer = "answerer",
        /// Who is to say whether the answer is right: the sender, or the owner of what the sender
        /// recorded.
        Confirmer = "confirmer",
        /// Who took the last step, where it can be taken back.
        Author = "author",
    }
}

impl Verb {
    /// Who may do this, and in which states.
    #[must_use]
    pub fn rule(self) -> (&'static [Party], &'static [State]) {
        use Party::{
            Answerer, Author, Claimant, Confirmer, Coordinator, Involved, Owner, Proposed, Sender,
        };
        match self {
            Verb::Accept => (&[Owner, Claimant], &[State::Offered]),
            Verb::FamilyKnown => (&[Owner, Sender], State::OPEN),
            Verb::Decline
            | Verb::ProposeTransfer
            | Verb::EndTransfer
            | Verb::Interim
            | Verb::Final => (&[Owner], State::UNANSWERED),
            Verb::DeclineClaim => (&[Claimant], &[State::Offered]),
            Verb::TakeTransfer | Verb::RefuseTransfer => (&[Proposed], State::UNANSWERED),
            // An answer that waits for the sender kept the promise: nothing is moved then.
            Verb::Assign | Verb::Reroute => (&[Coordinator], State::UNANSWERED),
            Verb::Escalate => (&[Coordinator], State::OPEN),
            Verb::Involve | Verb::Uninvolve => (&[Owner, Coordinator], State::OPEN),
            Verb::Ask | Verb::Amend => (&[Owner], State::OPEN),
            Verb::Reply => (&[Sender, Involved], State::OPEN),
            // A sender while nobody took it on: check_rule says so.
            Verb::Correct => (&[Sender, Owner, Coordinator], State::OPEN),
            Verb::Heard => (&[Sender], State::UNANSWERED),
            Verb::Confirm | Verb::Reject => (&[Confirmer], &[State::Answered]),
            Verb::Close => (&[Answerer, Owner, Coordinator], &[State::Answered]),
            Verb::Reopen => (&[Sender, Owner, Coordinator], &[State::Closed]),
            // Once somebody is busy with it, they end it with feedback.
            Verb::Withdraw => (&[Sender], &[State::Offered]),
            Verb::Undo => (&[Author], State::ALL),
        }
    }

    /// The kind of event that it is for. Others beside it are those of other verbs: amending may
    /// involve, a correction may decline, an alarm may assign, and a second proposal ends the first.
    #[must_use]
    pub fn event_kind(self) -> EventKind {
        match self {
            Verb::Accept => EventKind::Accepted,
            Verb::FamilyKnown => EventKind::FamilyKnown,
            Verb::Decline => EventKind::Declined,
            Verb::DeclineClaim => EventKind::ClaimDeclined,
            Verb::ProposeTransfer => EventKind::TransferProposed,
            Verb::TakeTransfer => EventKind::TransferTaken,
            Verb::RefuseTransfer => EventKind::TransferRefused,
            Verb::EndTransfer => EventKind::TransferEnded,
            Verb::Assign => EventKind::Assigned,
            Verb::Reroute => EventKind::Rerouted,
            Verb::Involve => EventKind::Involved,
            Verb::Uninvolve => EventKind::Uninvolved,
            Verb::Ask => EventKind::Asked,
            Verb::Reply => EventKind::Replied,
            Verb::Amend => EventKind::Amended,
            Verb::Correct => EventKind::Corrected,
            Verb::Interim => EventKind::FeedbackInterim,
            Verb::Final => EventKind::FeedbackFinal,
            Verb::Heard => EventKind::Heard,
            Verb::Confirm => EventKind::Confirmed,
            Verb::Reject => EventKind::Rejected,
            Verb::Close => EventKind::ClosedUnconfirmed,
            Verb::Reopen => EventKind::Reopened,
            Verb::Withdraw => EventKind::Withdrawn,
            Verb::Undo => EventKind::Undone,
            Verb::Escalate => EventKind::Escalated,
        }
    }

    /// The verb whose rule applies to events of this kind; `None` for a report, and for what is
    /// brought in.
    #[must_use]
    pub fn of_event(kind: EventKind) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|verb| verb.event_kind() == kind)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    Accept {
        /// The person to reach, for the sender.
        contact: Option<ContactLine>,
    },
    FamilyKnown,
    Decline {
        reason: DeclineReason,
        suggested: Option<OrganisationId>,
        words: Option<Words>,
    },
    DeclineClaim {
        reason: DeclineReason,
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
    EndTransfer,
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
    Uninvolve {
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
    Correct(Correcting),
    Interim {
        channel: Channel,
        content: FeedbackContent,
    },
    Final {
        outcome: Outcome,
        /// To whom it was handed over; of no other outcome.
        handed_to: Option<Recipient>,
        channel: Channel,
        content: FeedbackContent,
    },
    Heard {
        channel: Channel,
        content: HeardContent,
    },
    Confirm {
        words: Option<Words>,
    },
    Reject {
        words: Words,
        /// The coordinator of today, when the map of today no longer has the owner.
        instead: Option<OrganisationId>,
    },
    Close,
    Reopen {
        reason: Words,
        /// As above.
        instead: Option<OrganisationId>,
    },
    Withdraw {
        reason: Words,
    },
    Undo,
    Escalate {
        step: AlarmStep,
        /// Who is told of it.
        informed: Vec<OrganisationId>,
        /// Why the coordinator takes the signal over; `None` when she does not.
        take_over: Option<Words>,
    },
}

/// What was reported, put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correcting {
    /// All of them, as they are from now on.
    pub particulars: Particulars,
    /// The coordinator of the area as it is from now on.
    pub coordinator: OrganisationId,
    /// What the map of today decides on the corrected facts, and why; `None` when it does not know
    /// what the signal is about.
    pub decided: Option<(Offer, DecisionRecord)>,
    pub words: Option<Words>,
}

/// What the sender hears. Full feedback cannot be given without words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FeedbackContent {
    Full(Words),
    /// Only that something was done, said openly.
    StatusOnly,
}

/// What a sender was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeardContent {
    Full {
        outcome: Outcome,
        words: Option<Words>,
    },
    /// Something, of which no more may be recorded.
    StatusOnly,
}

/// To whom a signal was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recipient {
    Organisation(OrganisationId),
    /// Somebody whom the map does not know: "the GP".
    Named(Words),
}

impl Command {
    #[must_use]
    pub fn verb(&self) -> Verb {
        match self {
            Command::Accept { .. } => Verb::Accept,
            Command::FamilyKnown => Verb::FamilyKnown,
            Command::Decline { .. } => Verb::Decline,
            Command::DeclineClaim { .. } => Verb::DeclineClaim,
            Command::ProposeTransfer { .. } => Verb::ProposeTransfer,
            Command::TakeTransfer => Verb::TakeTransfer,
            Command::RefuseTransfer { .. } => Verb::RefuseTransfer,
            Command::EndTransfer => Verb::EndTransfer,
            Command::Assign { .. } => Verb::Assign,
            Command::Reroute { .. } => Verb::Reroute,
            Command::Involve { .. } => Verb::Involve,
            Command::Uninvolve { .. } => Verb::Uninvolve,
            Command::Ask { .. } => Verb::Ask,
            Command::Reply { .. } => Verb::Reply,
            Command::Amend { .. } => Verb::Amend,
            Command::Correct(_) => Verb::Correct,
            Command::Interim { .. } => Verb::Interim,
            Command::Final { .. } => Verb::Final,
            Command::Heard { .. } => Verb::Heard,
            Command::Confirm { .. } => Verb::Confirm,
            Command::Reject { .. } => Verb::Reject,
            Command::Close => Verb::Close,
            Command::Reopen { .. } => Verb::Reopen,
            Command::Withdraw { .. } => Verb::Withdraw,
            Command::Undo => Verb::Undo,
            Command::Escalate { .. } => Verb::Escalate,
        }
    }
}
