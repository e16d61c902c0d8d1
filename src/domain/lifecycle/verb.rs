//! What can be done to a signal, by whom, and in which states.

use crate::domain::case::State;
use crate::domain::codes::choice;

choice! {
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

choice! {
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
    /// Who may do this, and in which states: design section 4 as a table.
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
}
