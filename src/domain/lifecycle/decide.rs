//! The events that follow from a command.

use crate::domain::alarm::AlarmStep;
use crate::domain::codes::OrganisationId;
use crate::domain::event::{
    Channel, DecisionRecord, DeclineReason, Event, Level, NewOwner, Offer, Outcome, ToldOutcome,
};
use crate::domain::lifecycle::correct::correct;
use crate::domain::lifecycle::{
    Command, FeedbackContent, HeardContent, Recipient, Refusal, Step, Terms,
};
use crate::domain::signal::{Part, Topics, Urgency};
use crate::domain::signal_state::SignalState;
use crate::domain::time::Day;
use crate::domain::words::Words;

/// The events that follow when `by` gives this command today. Records nothing.
///
/// # Errors
/// The [`Refusal`] that stands in the way.
pub fn decide(
    state: &SignalState,
    by: &OrganisationId,
    command: Command,
    terms: &Terms,
) -> Result<Vec<Step>, Refusal> {
    state.permits(command.verb(), by, terms)?;
    let promised = terms.of_owner(state.particulars.urgency);
    let accept_by = of_later_owner(promised.accept_by, state, terms);
    let (feedback_by, confirm_by) = (promised.feedback_by, terms.confirm_by);
    let (event, words) = match command {
        Command::Accept { contact } => {
            let accepted = Step::new(Event::Accepted, None);
            return Ok(vec![Step {
                contact,
                ..accepted
            }]);
        }
        Command::FamilyKnown => {
            let organisation = state.owner.clone();
            (Event::FamilyKnown { organisation }, None)
        }
        Command::Decline {
            reason,
            suggested,
            words,
        } => (decline(state, by, reason, suggested, accept_by)?, words),
        Command::DeclineClaim { reason, words } => (Event::ClaimDeclined { reason }, words),
        Command::ProposeTransfer { to, words } => return propose(state, to, words),
        Command::TakeTransfer => (Event::TransferTaken, None),
        Command::RefuseTransfer { words } => (Event::TransferRefused, words),
        Command::EndTransfer => (Event::TransferEnded, None),
        Command::Assign { to, reason } => {
            not_owner(state, &to)?;
            (Event::Assigned { to, accept_by }, Some(reason))
        }
        Command::Reroute {
            offer,
            decision,
            reason,
        } => return reroute(state, offer, decision, reason, terms),
        Command::Involve { organisation } => (involve(state, by, organisation)?, None),
        Command::Uninvolve { organisation } => (uninvolve(state, organisation)?, None),
        Command::Ask { of, question } => (ask(state, of)?, Some(question)),
        Command::Reply { question, words } => {
            let question = find_question(state, by, question)?;
            (Event::Replied { question }, Some(words))
        }
        Command::Amend {
            topics,
            words,
            involve,
        } => return amend(state, topics, words, involve),
        Command::Correct(correcting) => return correct(state, by, correcting, terms),
        Command::Interim { channel, content } => {
            let (level, words) = may_tell(state, content)?;
            (Event::FeedbackInterim { channel, level }, words)
        }
        Command::Final {
            outcome,
            handed_to,
            channel,
            content,
        } => return answer(state, (outcome, handed_to), channel, content, confirm_by),
        Command::Heard { channel, content } => heard(state, channel, content, confirm_by)?,
        Command::Confirm { words } => (Event::Confirmed, words),
        Command::Reject { words, instead } => {
            let offered = new_owner(state, instead, accept_by);
            // What the owner did not say keeps no promise, and makes no new one.
            let heard = state
                .answer()
                .is_some_and(|answer| answer.by != state.owner);
            let feedback_by = if heard {
                state.feedback_by
            } else {
                feedback_by
            };
            let rejected = Event::Rejected {
                feedback_by,
                offered,
            };
            (rejected, Some(words))
        }
        Command::Close => (Event::ClosedUnconfirmed, None),
        Command::Reopen { reason, instead } => {
            let offered = new_owner(state, instead, accept_by);
            let reopened = Event::Reopened {
                feedback_by,
                offered,
            };
            (reopened, Some(reason))
        }
        Command::Withdraw { reason } => (Event::Withdrawn, Some(reason)),
        Command::Undo => {
            let step = state.undoable_at(terms.now).ok_or(Refusal::UndoTooLate)?;
            let (first, last) = (step.first, step.last);
            (Event::Undone { first, last }, None)
        }
        Command::Escalate {
            step,
            informed,
            take_over,
        } => return escalate(state, (step, informed), take_over, (terms.today, accept_by)),
    };
    Ok(vec![Step::new(event, words)])
}

/// To whom it goes when its owner is gone.
fn new_owner(
    state: &SignalState,
    instead: Option<OrganisationId>,
    accept_by: Day,
) -> Option<NewOwner> {
    let to = instead.filter(|to| *to != state.owner)?;
    Some(NewOwner { to, accept_by })
}

/// A second proposal ends the first.
fn propose(
    state: &SignalState,
    to: OrganisationId,
    words: Option<Words>,
) -> Result<Vec<Step>, Refusal> {
    not_owner(state, &to)?;
    if state.proposed.as_ref() == Some(&to) {
        return Err(Refusal::AlreadyProposed(to));
    }
    let first = state.proposed.as_ref().map(|_| Event::TransferEnded);
    let mut steps: Vec<Step> = first
        .map(|ended| Step::new(ended, None))
        .into_iter()
        .collect();
    steps.push(Step::new(Event::TransferProposed { to }, words));
    Ok(steps)
}

/// The final feedback.
fn answer(
    state: &SignalState,
    (outcome, handed_to): (Outcome, Option<Recipient>),
    channel: Channel,
    content: FeedbackContent,
    confirm_by: Day,
) -> Result<Vec<Step>, Refusal> {
    match (outcome == Outcome::HandedOver, &handed_to) {
        (true, None) => return Err(Refusal::HandedToNobody),
        (false, Some(_)) => return Err(Refusal::HandedToSomebody),
        (true, Some(_)) | (false, None) => {}
    }
    let (level, words) = may_tell(state, content)?;
    let (handed_to, named) = match handed_to {
        Some(Recipient::Organisation(to)) => (Some(to), None),
        Some(Recipient::Named(words)) => (None, Some(words)),
        None => (None, None),
    };
    let event = Event::FeedbackFinal {
        outcome,
        handed_to,
        channel,
        level,
        confirm_by,
    };
    let mut step = Step::new(event, words);
    step.words
        .extend(named.map(|words| (Part::HandedTo, words)));
    Ok(vec![step])
}

/// What the sender was told, as she records it: no more than she may hear.
fn heard(
    state: &SignalState,
    channel: Channel,
    content: HeardContent,
    confirm_by: Day,
) -> Result<(Event, Option<Words>), Refusal> {
    let (outcome, words) = match (state.level, content) {
        (Level::Full, HeardContent::Full { outcome, words }) => {
            (ToldOutcome::Known(outcome), words)
        }
        (Level::Full, HeardContent::StatusOnly) => return Err(Refusal::OutcomeMissing),
        (Level::StatusOnly, HeardContent::Full { .. }) => return Err(Refusal::HeardStatusOnly),
        (Level::StatusOnly, HeardContent::StatusOnly) => (ToldOutcome::INFORMED, None),
    };
    let event = Event::Heard {
        outcome,
        channel,
        confirm_by,
    };
    Ok((event, words))
}

fn decline(
    state: &SignalState,
    by: &OrganisationId,
    reason: DeclineReason,
    suggested: Option<OrganisationId>,
    accept_by: Day,
) -> Result<Event, Refusal> {
    if suggested.as_ref() == Some(by) {
        return Err(Refusal::AlreadyOwner(by.clone()));
    }
    // The suggestion counts once; the coordinator settles a second decline.
    let to = suggested.clone().filter(|_| state.declines == 0);
    Ok(Event::Declined {
        reason,
        suggested,
        to: to.unwrap_or_else(|| state.coordinator.clone()),
        accept_by,
    })
}

fn involve(
    state: &SignalState,
    by: &OrganisationId,
    organisation: OrganisationId,
) -> Result<Event, Refusal> {
    not_owner(state, &organisation)?;
    if state.takes_part(&organisation) {
        return Err(Refusal::AlreadyInvolved(organisation));
    }
    if organisation == *by {
        return Err(Refusal::NotOneself);
    }
    Ok(Event::Involved { organisation })
}

fn uninvolve(state: &SignalState, organisation: OrganisationId) -> Result<Event, Refusal> {
    if !state.involved.contains(&organisation) {
        Err(Refusal::NotInvolved(organisation))
    } else if state.replied.contains(&organisation) {
        Err(Refusal::HasReplied(organisation))
    } else if state.claimants().any(|claimant| *claimant == organisation) {
        Err(Refusal::Claims(organisation))
    } else {
        Ok(Event::Uninvolved { organisation })
    }
}

fn ask(state: &SignalState, of: Option<OrganisationId>) -> Result<Event, Refusal> {
    let of = of.unwrap_or_else(|| state.sender.clone());
    if state.may_be_asked(&of) {
        Ok(Event::Asked { of })
    } else {
        Err(Refusal::NotConnected(of))
    }
}

/// By when somebody who becomes owner now says whether they take it on: before the sender is to hear
/// what was done, unless that day has passed. But for danger they have the next working day at
/// least, also when the sender should have heard by now.
pub(super) fn of_later_owner(accept_by: Day, state: &SignalState, terms: &Terms) -> Day {
    let in_time = if state.feedback_by >= terms.today {
        accept_by.min(state.feedback_by)
    } else {
        accept_by
    };
    match state.particulars.urgency {
        Urgency::Acute => in_time,
        Urgency::Urgent | Urgency::Normal | Urgency::Fyi => in_time.max(terms.next_working_day),
    }
}

fn reroute(
    state: &SignalState,
    offer: Offer,
    decision: DecisionRecord,
    reason: Words,
    terms: &Terms,
) -> Result<Vec<Step>, Refusal> {
    not_owner(state, &offer.owner)?;
    let event = Event::Rerouted(Offer {
        accept_by: of_later_owner(offer.accept_by, state, terms),
        feedback_by: state.feedback_by,
        // Another owner must not reveal what could not be told to the sender.
        level: state.level.stricter(offer.level),
        ..offer
    });
    Ok(vec![Step {
        decision: Some(decision),
        ..Step::new(event, Some(reason))
    }])
}

/// The question that `by` replies to: the one with this number, or the oldest.
fn find_question(
    state: &SignalState,
    by: &OrganisationId,
    number: Option<u32>,
) -> Result<Option<u32>, Refusal> {
    let mut open = state.questions.iter().filter(|question| question.of == *by);
    let found = open.find(|question| number.is_none_or(|number| number == question.number));
    match (number, found) {
        (Some(number), None) => Err(Refusal::NoSuchQuestion(number)),
        (_, found) => Ok(found.map(|question| question.number)),
    }
}

fn amend(
    state: &SignalState,
    topics: Topics,
    words: Option<Words>,
    mut involve: Vec<OrganisationId>,
) -> Result<Vec<Step>, Refusal> {
    if topics == state.topics {
        return Err(Refusal::NothingChanged);
    }
    involve.retain(|organisation| !state.takes_part(organisation));
    involve.sort();
    involve.dedup();
    let mut steps = vec![Step::new(Event::Amended { topics }, words)];
    for organisation in involve {
        steps.push(Step::new(Event::Involved { organisation }, None));
    }
    Ok(steps)
}

fn escalate(
    state: &SignalState,
    (step, informed): (AlarmStep, Vec<OrganisationId>),
    take_over: Option<Words>,
    (today, accept_by): (Day, Day),
) -> Result<Vec<Step>, Refusal> {
    let promised = state
        .promised(step.past)
        .filter(|day| *day < today)
        .ok_or(Refusal::AlarmNotDue)?;
    if state.escalated.contains(&(step, promised)) {
        return Err(Refusal::AlreadyEscalated);
    }
    let alarm = Event::Escalated {
        promise: step.past,
        promised,
        after: step.after,
        informed,
    };
    let mut steps = vec![Step::new(alarm, None)];
    if let Some(reason) = take_over.filter(|_| state.can_be_taken_over(step.past)) {
        let to = state.coordinator.clone();
        steps.push(Step::new(Event::Assigned { to, accept_by }, Some(reason)));
    }
    Ok(steps)
}

fn not_owner(state: &SignalState, organisation: &OrganisationId) -> Result<(), Refusal> {
    if state.owner == *organisation {
        Err(Refusal::AlreadyOwner(organisation.clone()))
    } else {
        Ok(())
    }
}

fn may_tell(
    state: &SignalState,
    content: FeedbackContent,
) -> Result<(Level, Option<Words>), Refusal> {
    match (content, state.level) {
        (FeedbackContent::Full(_), Level::StatusOnly) => Err(Refusal::StatusOnly),
        (FeedbackContent::Full(words), Level::Full) => Ok((Level::Full, Some(words))),
        (FeedbackContent::StatusOnly, _) => Ok((Level::StatusOnly, None)),
    }
}
