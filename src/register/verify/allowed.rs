//! Whether who did something was the one who may: what `domain::lifecycle` decides beforehand,
//! asked of what is recorded.

use crate::domain::case::Case;
use crate::domain::event::{Event, Happened};
use crate::domain::lifecycle::Verb;

/// Whether this could happen to the signal as it stood, by whom it happened.
pub(super) fn is_allowed(case: &Case, happened: &Happened) -> bool {
    let Some(verb) = verb(&happened.event) else {
        return false;
    };
    let (parties, states) = verb.rule();
    let is_theirs = parties
        .iter()
        .any(|party| case.having(*party).contains(&happened.by));
    let may_decline = verb != Verb::Decline || happened.by != case.coordinator;
    is_theirs && may_decline && states.contains(&case.state())
}

/// The verb that leaves this event; a report follows on nothing.
fn verb(event: &Event) -> Option<Verb> {
    Some(match event {
        Event::Reported(_) => return None,
        Event::Accepted => Verb::Accept,
        Event::Declined { .. } => Verb::Decline,
        Event::TransferProposed { .. } => Verb::ProposeTransfer,
        Event::TransferTaken => Verb::TakeTransfer,
        Event::TransferRefused => Verb::RefuseTransfer,
        Event::Assigned { .. } => Verb::Assign,
        Event::Rerouted(_) => Verb::Reroute,
        Event::Involved { .. } => Verb::Involve,
        Event::Asked { .. } => Verb::Ask,
        Event::Replied { .. } => Verb::Reply,
        Event::Amended { .. } => Verb::Amend,
        Event::FeedbackInterim { .. } => Verb::Interim,
        Event::FeedbackFinal { .. } => Verb::Final,
        Event::Confirmed => Verb::Confirm,
        Event::Rejected { .. } => Verb::Reject,
        Event::ClosedUnconfirmed => Verb::Close,
        Event::Reopened { .. } => Verb::Reopen,
        Event::Withdrawn => Verb::Withdraw,
        Event::Escalated { .. } => Verb::Escalate,
    })
}
