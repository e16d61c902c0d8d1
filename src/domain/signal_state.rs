//! Where a signal stands today: what happened, folded.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::domain::alarm::{AlarmStep, Promise};
use crate::domain::codes::OrganisationId;
use crate::domain::event::{Basis, Event, Level, Offer, RecordedEvent};
use crate::domain::signal::Topics;
use crate::domain::signal_id::SignalId;
use crate::domain::time::{Day, Moment};

pub use stage::{Ending, FinalFeedback, Stage, State};

mod stage;

/// A question that waits for its reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OpenQuestion {
    /// The number of the event that asked it.
    pub number: u32,
    /// Who is to reply.
    pub of: OrganisationId,
}

/// A signal as it stands today. Made by [`replay`] alone, changed by [`SignalState::apply`] alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignalState {
    /// Its number.
    pub id: SignalId,
    /// Who sent it.
    pub sender: OrganisationId,
    /// Who decides what nobody owns.
    pub coordinator: OrganisationId,
    /// Who owns the follow-up: always exactly one.
    pub owner: OrganisationId,
    /// Why, as the map last decided.
    pub basis: Basis,
    /// Who else may read and add.
    pub involved: BTreeSet<OrganisationId>,
    /// What it is about, as amended.
    pub topics: Topics,
    /// How much the sender may hear.
    pub level: Level,
    /// The promise to the sender. It survives a change of owner and every acceptance.
    pub feedback_by: Day,
    /// Where it stands.
    pub stage: Stage,
    /// How often an owner declined it.
    pub declines: u32,
    /// Who was asked to take it over, and has not said.
    pub proposed: Option<OrganisationId>,
    /// The questions that wait, oldest first.
    pub questions: Vec<OpenQuestion>,
    /// The alarms that sounded, each with the day of the promise it was about.
    pub escalated: BTreeSet<(AlarmStep, Day)>,
    /// How many events it has: the number of the last one.
    pub events: u32,
    /// When the last of them happened, alarms aside: they break no silence.
    pub last_at: Moment,
}

/// The events do not tell a story that could have happened: the record was tampered with or
/// damaged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Impossible {
    /// The number of the first event that does not fit; 0 when there is none at all.
    pub event: u32,
}

/// Folds the whole story of a signal into where it stands.
///
/// `topics` are those of the report; amendments change them.
///
/// # Errors
/// [`Impossible`] when the first event is not a report that a map decided on, a number is missing,
/// or an event cannot follow on the one before.
pub fn replay(
    id: SignalId,
    topics: Topics,
    story: &[RecordedEvent],
) -> Result<SignalState, Impossible> {
    let [first, rest @ ..] = story else {
        return Err(Impossible { event: 0 });
    };
    let Event::Reported(offer) = &first.event else {
        return Err(Impossible {
            event: first.number,
        });
    };
    if first.number != 1 || !offer.involves_others(&first.by) {
        return Err(Impossible {
            event: first.number,
        });
    }
    let mut case = SignalState::open(id, topics, first.by.clone(), offer.clone(), first.at);
    for happened in rest {
        case.apply(happened)?;
    }
    Ok(case)
}

impl SignalState {
    fn open(
        id: SignalId,
        topics: Topics,
        sender: OrganisationId,
        offer: Offer,
        at: Moment,
    ) -> Self {
        let Offer {
            owner,
            basis,
            coordinator,
            involved,
            accept_by,
            feedback_by,
            level,
            responsibility: _,
        } = offer;
        SignalState {
            id,
            sender,
            coordinator,
            owner,
            basis,
            involved: involved.into_iter().collect(),
            topics,
            level,
            feedback_by,
            stage: Stage::Offered { accept_by },
            declines: 0,
            proposed: None,
            questions: Vec::new(),
            escalated: BTreeSet::new(),
            events: 1,
            last_at: at,
        }
    }

    /// The state, for lists and the register.
    #[must_use]
    pub fn state(&self) -> State {
        match self.stage {
            Stage::Offered { .. } => State::Offered,
            Stage::Accepted => State::Accepted,
            Stage::Answered(_) => State::Answered,
            Stage::Closed(..) => State::Closed,
            Stage::Withdrawn => State::Withdrawn,
        }
    }

    /// The final feedback, once there is one that was not rejected.
    #[must_use]
    pub fn answer(&self) -> Option<&FinalFeedback> {
        match &self.stage {
            Stage::Answered(answer) | Stage::Closed(answer, _) => Some(answer),
            Stage::Offered { .. } | Stage::Accepted | Stage::Withdrawn => None,
        }
    }

    /// The day until which the owner may say whether they take it on, while that is open.
    #[must_use]
    pub fn accept_by(&self) -> Option<Day> {
        match self.stage {
            Stage::Offered { accept_by } => Some(accept_by),
            Stage::Accepted | Stage::Answered(_) | Stage::Closed(..) | Stage::Withdrawn => None,
        }
    }

    /// The promise that runs now: to say whether they take it on, to give feedback, or to confirm.
    /// `None` when it has ended.
    #[must_use]
    pub fn due(&self) -> Option<Day> {
        match &self.stage {
            Stage::Offered { accept_by } => Some((*accept_by).min(self.feedback_by)),
            Stage::Accepted => Some(self.feedback_by),
            Stage::Answered(answer) => Some(answer.confirm_by),
            Stage::Closed(..) | Stage::Withdrawn => None,
        }
    }

    /// The last day of a promise, while it runs. One that was kept, or that another took the place
    /// of, runs no more.
    #[must_use]
    pub fn promised(&self, promise: Promise) -> Option<Day> {
        match (promise, &self.stage) {
            (Promise::Accept, Stage::Offered { accept_by }) => Some(*accept_by),
            (Promise::Feedback, Stage::Offered { .. } | Stage::Accepted) => Some(self.feedback_by),
            (Promise::Confirm, Stage::Answered(answer)) => Some(answer.confirm_by),
            (Promise::Accept, Stage::Accepted)
            | (Promise::Accept | Promise::Feedback, Stage::Answered(_))
            | (Promise::Confirm, Stage::Offered { .. } | Stage::Accepted)
            | (_, Stage::Closed(..) | Stage::Withdrawn) => None,
        }
    }

    /// Whether this organisation can be asked something: one of those who may reply.
    #[must_use]
    pub fn may_be_asked(&self, organisation: &OrganisationId) -> bool {
        *organisation == self.sender || self.involved.contains(organisation)
    }

    /// Folds one more event in.
    ///
    /// # Errors
    /// [`Impossible`] when this event cannot follow; the case is then unchanged.
    pub fn apply(&mut self, happened: &RecordedEvent) -> Result<(), Impossible> {
        let RecordedEvent {
            number,
            at,
            by,
            event,
            via: _,
            as_was: _,
        } = happened;
        let impossible = Err(Impossible { event: *number });
        if *number != self.events + 1 {
            return impossible;
        }
        let state = self.state();
        let unanswered = State::UNANSWERED.contains(&state);
        let open = State::OPEN.contains(&state);
        match event {
            Event::Accepted if state == State::Offered => self.stage = Stage::Accepted,
            Event::Declined { to, accept_by, .. } if unanswered => {
                self.declines += 1;
                self.offer_to(to, *accept_by);
            }
            Event::TransferProposed { to } if unanswered => self.proposed = Some(to.clone()),
            Event::TransferTaken if unanswered && self.proposed.as_ref() == Some(by) => {
                self.hand_to(by);
                self.stage = Stage::Accepted;
            }
            Event::TransferRefused if unanswered && self.proposed.as_ref() == Some(by) => {
                self.proposed = None
            }
            Event::Assigned { to, accept_by } if open => self.offer_to(to, *accept_by),
            Event::Rerouted(offer)
                if open
                    && offer.feedback_by == self.feedback_by
                    && offer.involves_others(&self.sender) =>
            {
                self.decided_again(offer)
            }
            Event::Involved { organisation }
                if open && *organisation != self.owner && *organisation != self.sender =>
            {
                self.involved.insert(organisation.clone());
            }
            Event::Asked { of } if open && self.may_be_asked(of) => {
                self.questions.push(OpenQuestion {
                    number: *number,
                    of: of.clone(),
                })
            }
            Event::Replied { question } if open => {
                self.questions.retain(|open| Some(open.number) != *question)
            }
            Event::Amended { topics } if open => self.topics = topics.clone(),
            Event::FeedbackInterim { .. } if unanswered => self.stage = Stage::Accepted,
            Event::FeedbackFinal {
                outcome,
                channel,
                level,
                confirm_by,
            } if unanswered => {
                self.proposed = None;
                self.stage = Stage::Answered(FinalFeedback {
                    event: *number,
                    outcome: *outcome,
                    channel: *channel,
                    level: *level,
                    confirm_by: *confirm_by,
                });
            }
            Event::Confirmed => self.close(Ending::Confirmed, *number)?,
            Event::ClosedUnconfirmed => self.close(Ending::Unconfirmed, *number)?,
            Event::Rejected { feedback_by } if state == State::Answered => {
                self.take_up_again(*feedback_by)
            }
            Event::Reopened { feedback_by } if state == State::Closed => {
                self.take_up_again(*feedback_by)
            }
            Event::Withdrawn if unanswered => {
                self.proposed = None;
                self.stage = Stage::Withdrawn;
            }
            Event::Escalated {
                promise,
                promised,
                after,
                informed: _,
            } if open && self.promised(*promise) == Some(*promised) => {
                let step = AlarmStep {
                    past: *promise,
                    after: *after,
                };
                self.escalated.insert((step, *promised));
            }
            Event::Reported(_)
            | Event::Accepted
            | Event::Declined { .. }
            | Event::TransferProposed { .. }
            | Event::TransferTaken
            | Event::TransferRefused
            | Event::Assigned { .. }
            | Event::Rerouted(_)
            | Event::Involved { .. }
            | Event::Asked { .. }
            | Event::Replied { .. }
            | Event::Amended { .. }
            | Event::FeedbackInterim { .. }
            | Event::FeedbackFinal { .. }
            | Event::Rejected { .. }
            | Event::Reopened { .. }
            | Event::Withdrawn
            | Event::Escalated { .. } => return impossible,
        }
        self.events = *number;
        // An alarm tells that nobody did anything: it breaks no silence.
        if !matches!(event, Event::Escalated { .. }) {
            self.last_at = *at;
        }
        Ok(())
    }

    /// What another map decides. Who was involved stays so; the promise to the sender stays as it
    /// was.
    fn decided_again(&mut self, offer: &Offer) {
        let Offer {
            owner,
            basis,
            coordinator,
            involved,
            accept_by,
            feedback_by: _,
            level,
            responsibility: _,
        } = offer;
        self.basis = *basis;
        self.coordinator = coordinator.clone();
        self.level = *level;
        self.involved.extend(involved.iter().cloned());
        self.offer_to(owner, *accept_by);
    }

    /// A new owner, who has yet to say whether they take it on. The promise to the sender stays.
    fn offer_to(&mut self, owner: &OrganisationId, accept_by: Day) {
        self.hand_to(owner);
        self.stage = Stage::Offered { accept_by };
    }

    fn hand_to(&mut self, owner: &OrganisationId) {
        self.owner = owner.clone();
        self.involved.remove(owner);
        self.proposed = None;
        // An owner asks and never replies, so a question to the new owner would wait for ever. A
        // sender who becomes owner may still reply.
        self.questions
            .retain(|question| question.of != *owner || question.of == self.sender);
    }

    fn close(&mut self, ending: Ending, event: u32) -> Result<(), Impossible> {
        let Stage::Answered(answer) = &self.stage else {
            return Err(Impossible { event });
        };
        self.stage = Stage::Closed(answer.clone(), ending);
        Ok(())
    }

    /// The sender waits once more, with a new promise.
    fn take_up_again(&mut self, feedback_by: Day) {
        self.feedback_by = feedback_by;
        self.stage = Stage::Accepted;
    }
}
