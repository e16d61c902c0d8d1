//! What can be done to a signal, by whom, and in which states.

use crate::domain::codes::{CodeEnum as _, code_enum};
use crate::domain::event::EventKind;
use crate::domain::signal_state::State;

code_enum! {
    /// What can be done to a signal after its report: the verbs of the command line.
    Verb {
        /// Take it on.
        Accept = "accept",
        /// Say that it is not for us.
        Decline = "decline",
        /// Ask another organisation to take it over.
        ProposeTransfer = "transfer-propose",
        /// Take over what was proposed.
        TakeTransfer = "transfer-take",
        /// Leave it with the owner.
        RefuseTransfer = "transfer-refuse",
        /// Decide who owns it.
        Assign = "assign",
        /// Let the map of today decide again.
        Reroute = "reroute",
        /// Let one more organisation read and add.
        Involve = "involve",
        /// Put a question.
        Ask = "ask",
        /// Answer a question, or add something.
        Reply = "reply",
        /// Add or change topics.
        Amend = "amend",
        /// Tell the sender how far it is.
        Interim = "feedback-interim",
        /// Tell the sender what became of it.
        Final = "feedback",
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
    }
}

impl Verb {
    /// Who may do this, and in which states.
    #[must_use]
    pub fn rule(self) -> (&'static [Party], &'static [State]) {
        use Party::{Coordinator, Involved, Owner, Proposed, Sender};
        match self {
            Verb::Accept => (&[Owner], &[State::Offered]),
            Verb::Decline | Verb::ProposeTransfer | Verb::Interim | Verb::Final => {
                (&[Owner], State::UNANSWERED)
            }
            Verb::TakeTransfer | Verb::RefuseTransfer => (&[Proposed], State::UNANSWERED),
            Verb::Assign | Verb::Reroute | Verb::Escalate => (&[Coordinator], State::OPEN),
            Verb::Involve => (&[Owner, Coordinator], State::OPEN),
            Verb::Ask | Verb::Amend => (&[Owner], State::OPEN),
            Verb::Reply => (&[Sender, Involved], State::OPEN),
            Verb::Confirm | Verb::Reject => (&[Sender], &[State::Answered]),
            Verb::Close => (&[Owner, Coordinator], &[State::Answered]),
            Verb::Reopen => (&[Sender, Owner, Coordinator], &[State::Closed]),
            Verb::Withdraw => (&[Sender], State::UNANSWERED),
        }
    }

    /// The kind of its first event. Further events are those of other verbs: amending may involve,
    /// and an alarm may assign.
    #[must_use]
    pub fn event_kind(self) -> EventKind {
        match self {
            Verb::Accept => EventKind::Accepted,
            Verb::Decline => EventKind::Declined,
            Verb::ProposeTransfer => EventKind::TransferProposed,
            Verb::TakeTransfer => EventKind::TransferTaken,
            Verb::RefuseTransfer => EventKind::TransferRefused,
            Verb::Assign => EventKind::Assigned,
            Verb::Reroute => EventKind::Rerouted,
            Verb::Involve => EventKind::Involved,
            Verb::Ask => EventKind::Asked,
            Verb::Reply => EventKind::Replied,
            Verb::Amend => EventKind::Amended,
            Verb::Interim => EventKind::FeedbackInterim,
            Verb::Final => EventKind::FeedbackFinal,
            Verb::Confirm => EventKind::Confirmed,
            Verb::Reject => EventKind::Rejected,
            Verb::Close => EventKind::ClosedUnconfirmed,
            Verb::Reopen => EventKind::Reopened,
            Verb::Withdraw => EventKind::Withdrawn,
            Verb::Escalate => EventKind::Escalated,
        }
    }

    /// The verb whose rule applies to events of this kind; `None` for a report.
    #[must_use]
    pub fn of_event(kind: EventKind) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|verb| verb.event_kind() == kind)
    }
}
