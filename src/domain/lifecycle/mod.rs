//! Which event may follow, and who may bring it about.

use crate::domain::alarm::Promise;
use crate::domain::codes::OrganisationId;
use crate::domain::event::{DecisionRecord, Event, Level, Offer};
use crate::domain::signal_state::{SignalState, Stage};
use crate::domain::time::Day;
use crate::domain::words::Words;

pub use command::{Command, FeedbackContent};
pub use refusal::Refusal;
pub use verb::{Party, Verb};

mod command;
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
    pub accept_by: Day,
    pub feedback_by: Day,
    pub confirm_by: Day,
}

/// An event to record, with its words, and with its grounds when the map decided it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub event: Event,
    pub words: Option<Words>,
    pub grounds: Option<DecisionRecord>,
}

impl Step {
    fn new(event: Event, words: Option<Words>) -> Self {
        Self {
            event,
            words,
            grounds: None,
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
        self.lets(verb, by)?;
        match (verb, &self.stage) {
            (Verb::Close, Stage::Answered(answer)) if today <= answer.confirm_by => {
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
    pub fn lets(&self, verb: Verb, by: &OrganisationId) -> Result<(), Refusal> {
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

/// The events that follow when `by` gives this command today. Pure: nothing is recorded.
///
/// # Errors
/// The [`Refusal`] that stands in the way.
pub fn decide(
    case: &SignalState,
    by: &OrganisationId,
    command: Command,
    terms: &Terms,
) -> Result<Vec<Step>, Refusal> {
    case.permits(command.verb(), by, terms.today)?;
    let Terms {
        today,
        accept_by,
        feedback_by,
        confirm_by,
    } = *terms;
    // Whether they take it on is said before the sender hears what was done, unless that day has
    // passed already.
    let bound = |accept_by: Day| {
        if case.feedback_by >= today {
            accept_by.min(case.feedback_by)
        } else {
            accept_by
        }
    };
    let accept_by = bound(accept_by);
    let step = |event, words| Ok(vec![Step::new(event, words)]);
    match command {
        Command::Accept => step(Event::Accepted, None),
        Command::Decline {
            reason,
            suggested,
            words,
        } => {
            if suggested.as_ref() == Some(by) {
                return Err(Refusal::AlreadyOwner(by.clone()));
            }
            // Offered on once at the most: the second decline is for the coordinator to settle.
            let to = suggested
                .clone()
                .filter(|_| case.declines == 0)
                .unwrap_or_else(|| case.coordinator.clone());
            step(
                Event::Declined {
                    reason,
                    suggested,
                    to,
                    accept_by,
                },
                words,
            )
        }
        Command::ProposeTransfer { to, words } => {
            not_owner(case, &to)?;
            step(Event::TransferProposed { to }, words)
        }
        Command::TakeTransfer => step(Event::TransferTaken, None),
        Command::RefuseTransfer { words } => step(Event::TransferRefused, words),
        Command::Assign { to, reason } => {
            not_owner(case, &to)?;
            step(Event::Assigned { to, accept_by }, Some(reason))
        }
        Command::Reroute {
            offer,
            grounds,
            reason,
        } => {
            not_owner(case, &offer.owner)?;
            let accept_by = bound(offer.accept_by);
            // What could not be told to the sender must not come to light because another
            // organisation owns it now.
            let level = if case.level == Level::StatusOnly {
                Level::StatusOnly
            } else {
                offer.level
            };
            let event = Event::Rerouted(Offer {
                accept_by,
                feedback_by: case.feedback_by,
                level,
                ..offer
            });
            Ok(vec![Step {
                event,
                words: Some(reason),
                grounds: Some(grounds),
            }])
        }
        Command::Involve { organisation } => {
            not_owner(case, &organisation)?;
            if case.takes_part(&organisation) {
                return Err(Refusal::AlreadyInvolved(organisation));
            }
            if organisation == *by {
                return Err(Refusal::NotOneself);
            }
            step(Event::Involved { organisation }, None)
        }
        Command::Ask { of, question } => {
            let of = of.unwrap_or_else(|| case.sender.clone());
            if !case.may_be_asked(&of) {
                return Err(Refusal::NotConnected(of));
            }
            step(Event::Asked { of }, Some(question))
        }
        Command::Reply { question, words } => {
            let waiting = |number: Option<u32>| {
                case.questions
                    .iter()
                    .find(|q| q.of == *by && number.is_none_or(|n| n == q.number))
            };
            let question = match (question, waiting(question)) {
                (Some(number), None) => return Err(Refusal::NoSuchQuestion(number)),
                (_, found) => found.map(|q| q.number),
            };
            step(Event::Replied { question }, Some(words))
        }
        Command::Amend {
            topics,
            words,
            involve,
        } => {
            if topics == case.topics {
                return Err(Refusal::NothingChanged);
            }
            let mut steps = vec![Step::new(Event::Amended { topics }, words)];
            let mut new: Vec<_> = involve
                .into_iter()
                .filter(|organisation| !case.takes_part(organisation))
                .collect();
            new.sort();
            new.dedup();
            steps.extend(
                new.into_iter()
                    .map(|organisation| Step::new(Event::Involved { organisation }, None)),
            );
            Ok(steps)
        }
        Command::Interim { channel, content } => {
            let (level, words) = may_tell(case, content)?;
            step(Event::FeedbackInterim { channel, level }, words)
        }
        Command::Final {
            outcome,
            channel,
            content,
        } => {
            let (level, words) = may_tell(case, content)?;
            step(
                Event::FeedbackFinal {
                    outcome,
                    channel,
                    level,
                    confirm_by,
                },
                words,
            )
        }
        Command::Confirm { words } => step(Event::Confirmed, words),
        Command::Reject { words } => step(Event::Rejected { feedback_by }, Some(words)),
        Command::Close => step(Event::ClosedUnconfirmed, None),
        Command::Reopen { reason } => step(Event::Reopened { feedback_by }, Some(reason)),
        Command::Withdraw { reason } => step(Event::Withdrawn, Some(reason)),
        Command::Escalate {
            step: alarm,
            informed,
            take_over,
        } => {
            let promised = case
                .promised(alarm.past)
                .filter(|day| *day < today)
                .ok_or(Refusal::PromiseNotBroken)?;
            if case.escalated.contains(&(alarm, promised)) {
                return Err(Refusal::AlreadyEscalated);
            }
            let sounded = Step::new(
                Event::Escalated {
                    promise: alarm.past,
                    promised,
                    after: alarm.after,
                    informed,
                },
                None,
            );
            // Who owns it already has nothing to take over, and a sender who has the answer waits
            // for nobody.
            let to_take_over = case.owner != case.coordinator && alarm.past != Promise::Confirm;
            let taken = take_over.filter(|_| to_take_over);
            let taken = taken.map(|reason| {
                Step::new(
                    Event::Assigned {
                        to: case.coordinator.clone(),
                        accept_by,
                    },
                    Some(reason),
                )
            });
            Ok(std::iter::once(sounded).chain(taken).collect())
        }
    }
}

fn not_owner(case: &SignalState, organisation: &OrganisationId) -> Result<(), Refusal> {
    if case.owner == *organisation {
        Err(Refusal::AlreadyOwner(organisation.clone()))
    } else {
        Ok(())
    }
}

fn may_tell(
    case: &SignalState,
    content: FeedbackContent,
) -> Result<(Level, Option<Words>), Refusal> {
    match (content, case.level) {
        (FeedbackContent::Full(_), Level::StatusOnly) => Err(Refusal::StatusOnly),
        (FeedbackContent::Full(words), Level::Full) => Ok((Level::Full, Some(words))),
        (FeedbackContent::StatusOnly, _) => Ok((Level::StatusOnly, None)),
    }
}
