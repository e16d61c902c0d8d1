//! Which event may follow, and who may bring it about.

use crate::domain::alarm::AlarmStep;
use crate::domain::codes::OrganisationId;
use crate::domain::event::{DecisionRecord, DeclineReason, Event, Level, Offer};
use crate::domain::signal::{Topics, Urgency};
use crate::domain::signal_state::{SignalState, Stage};
use crate::domain::time::Day;
use crate::domain::words::Words;

pub use refusal::Refusal;
pub use verb::{Command, FeedbackContent, Party, Verb};

mod refusal;
mod verb;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod reroute_tests;
#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;

/// The days on which promises fall due when they are made today, after the map's general promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    pub today: Day,
    /// The next day on which somebody works.
    pub next_working_day: Day,
    /// Of signals that are not acute.
    pub ordinary: OwnerDays,
    pub acute: OwnerDays,
    pub confirm_by: Day,
}

/// The days on which the two promises of an owner fall due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnerDays {
    /// To say whether they take it on.
    pub accept_by: Day,
    /// To give the sender feedback.
    pub feedback_by: Day,
}

impl Terms {
    #[must_use]
    pub fn of_owner(&self, urgency: Urgency) -> OwnerDays {
        match urgency {
            Urgency::Acute => self.acute,
            Urgency::Urgent | Urgency::Normal | Urgency::Fyi => self.ordinary,
        }
    }
}

/// An event to record, with its words, and why the map decided it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub event: Event,
    pub words: Option<Words>,
    pub decision: Option<DecisionRecord>,
}

impl Step {
    fn new(event: Event, words: Option<Words>) -> Self {
        Self {
            event,
            words,
            decision: None,
        }
    }
}

impl SignalState {
    /// The organisations that have this part in the signal.
    #[must_use]
    pub fn having(&self, party: Party) -> Vec<OrganisationId> {
        match party {
            Party::Sender => vec![self.sender.clone()],
            Party::Owner => vec![self.owner.clone()],
            Party::Coordinator => vec![self.coordinator.clone()],
            Party::Involved => self.involved.iter().cloned().collect(),
            Party::Proposed => self.proposed.iter().cloned().collect(),
        }
    }

    /// What `organisation` may do next, in the order of [`Verb`].
    #[must_use]
    pub fn next_steps(&self, organisation: &OrganisationId, today: Day) -> Vec<Verb> {
        use crate::domain::codes::CodeEnum as _;
        Verb::ALL
            .iter()
            .copied()
            .filter(|verb| self.permits(*verb, organisation, today).is_ok())
            .collect()
    }

    /// Whether `by` may do this today, whatever comes with it.
    ///
    /// # Errors
    /// The [`Refusal`] that stands in the way.
    pub fn permits(&self, verb: Verb, by: &OrganisationId, today: Day) -> Result<(), Refusal> {
        self.check_rule(verb, by)?;
        match (verb, &self.stage) {
            (Verb::Close, Stage::Answered(answer))
                if !confirm_is_over(answer.confirm_by, today) =>
            {
                Err(Refusal::ConfirmStillRuns(answer.confirm_by))
            }
            (Verb::Escalate, _) if self.due().is_none_or(|due| today <= due) => {
                Err(Refusal::NothingIsLate)
            }
            _ => Ok(()),
        }
    }

    /// Whether `by` may do this as the signal stands, whatever the day and whatever comes with it.
    ///
    /// # Errors
    /// The [`Refusal`] that stands in the way.
    pub fn check_rule(&self, verb: Verb, by: &OrganisationId) -> Result<(), Refusal> {
        let (parties, states) = verb.rule();
        let may: Vec<_> = parties
            .iter()
            .map(|party| (*party, self.having(*party)))
            .collect();
        if !may
            .iter()
            .any(|(_, organisations)| organisations.contains(by))
        {
            return Err(Refusal::NotYours { may });
        }
        if !states.contains(&self.state()) {
            return Err(Refusal::WrongState {
                state: self.state(),
                needs: states,
            });
        }
        if verb == Verb::Decline && *by == self.coordinator {
            return Err(Refusal::CoordinatorCannotDecline);
        }
        Ok(())
    }
}

/// Whether the sender's time to confirm is over, so that others may close.
pub(super) fn confirm_is_over(confirm_by: Day, today: Day) -> bool {
    today > confirm_by
}

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
    state.permits(command.verb(), by, terms.today)?;
    let promised = terms.of_owner(state.urgency);
    let accept_by = of_later_owner(promised.accept_by, state, terms);
    let (feedback_by, confirm_by) = (promised.feedback_by, terms.confirm_by);
    let (event, words) = match command {
        Command::Accept => (Event::Accepted, None),
        Command::Decline {
            reason,
            suggested,
            words,
        } => (decline(state, by, reason, suggested, accept_by)?, words),
        Command::ProposeTransfer { to, words } => {
            not_owner(state, &to)?;
            (Event::TransferProposed { to }, words)
        }
        Command::TakeTransfer => (Event::TransferTaken, None),
        Command::RefuseTransfer { words } => (Event::TransferRefused, words),
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
        Command::Interim { channel, content } => {
            let (level, words) = may_tell(state, content)?;
            (Event::FeedbackInterim { channel, level }, words)
        }
        Command::Final {
            outcome,
            channel,
            content,
        } => {
            let (level, words) = may_tell(state, content)?;
            let event = Event::FeedbackFinal {
                outcome,
                channel,
                level,
                confirm_by,
            };
            (event, words)
        }
        Command::Confirm { words } => (Event::Confirmed, words),
        Command::Reject { words } => (Event::Rejected { feedback_by }, Some(words)),
        Command::Close => (Event::ClosedUnconfirmed, None),
        Command::Reopen { reason } => (Event::Reopened { feedback_by }, Some(reason)),
        Command::Withdraw { reason } => (Event::Withdrawn, Some(reason)),
        Command::Escalate {
            step,
            informed,
            take_over,
        } => return escalate(state, (step, informed), take_over, (terms.today, accept_by)),
    };
    Ok(vec![Step::new(event, words)])
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
fn of_later_owner(accept_by: Day, state: &SignalState, terms: &Terms) -> Day {
    let in_time = if state.feedback_by >= terms.today {
        accept_by.min(state.feedback_by)
    } else {
        accept_by
    };
    match state.urgency {
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
        event,
        words: Some(reason),
        decision: Some(decision),
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
