//! The states of a signal, and what each needs to be reached.

use std::collections::BTreeSet;

use crate::domain::codes::{OrganisationId, code_enum};
use crate::domain::event::{Channel, Level, ToldOutcome};
use crate::domain::time::Day;

code_enum! {
    /// The five states. Late, silent and not yet seen are computed from the clock.
    State {
        /// An owner is named and has not said whether they take it on.
        Offered = "offered",
        /// The owner has taken it on; the sender waits for feedback.
        Accepted = "accepted",
        /// The sender has feedback and has not said whether it is right.
        Answered = "answered",
        /// The sender has had feedback, and it is done.
        Closed = "closed",
        /// The sender took it back.
        Withdrawn = "withdrawn",
    }
}

impl State {
    /// The states in which the sender still waits for feedback.
    pub const UNANSWERED: &'static [State] = &[State::Offered, State::Accepted];
    /// The states in which something may still happen by itself.
    pub const OPEN: &'static [State] = &[State::Offered, State::Accepted, State::Answered];
}

/// Where a signal stands, with what that stand needed to be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// See [`State::Offered`].
    Offered {
        /// The last day on which the owner says whether they take it on.
        accept_by: Day,
        /// In a dispute: who agreed to own it, and may accept it too.
        claimants: BTreeSet<OrganisationId>,
    },
    /// See [`State::Accepted`].
    Accepted,
    /// See [`State::Answered`].
    Answered(FinalFeedback),
    /// See [`State::Closed`]: not to be had without the answer.
    Closed(FinalFeedback, Ending),
    /// See [`State::Withdrawn`].
    Withdrawn,
}

/// The final feedback.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FinalFeedback {
    /// The number of the event that holds it.
    pub event: u32,
    /// Who recorded it: the owner, or the sender who was told.
    pub by: OrganisationId,
    /// What became of the signal.
    pub outcome: ToldOutcome,
    /// How it reached the sender.
    pub channel: Channel,
    /// How much was told.
    pub level: Level,
    /// The last day for the other of the two to say whether it is right; after it others may close.
    pub confirm_by: Day,
}

/// How a signal ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The sender said that the feedback was seen and right.
    Confirmed,
    /// The sender said nothing in time.
    Unconfirmed,
}
