//! Folding one more event in: whether it may follow, and what it changes.

use crate::domain::alarm::AlarmStep;
use crate::domain::codes::OrganisationId;
use crate::domain::event::{Event, Offer, RecordedEvent};
use crate::domain::signal::Topics;
use crate::domain::signal_state::{
    Ending, FinalFeedback, Impossible, OpenQuestion, SignalState, Stage, State,
};
use crate::domain::time::Day;

/// The event may not follow in this state.
struct CannotFollow;

/// What an event does, once it may follow. Nothing changes before that is known.
type Followed = Result<(), CannotFollow>;

impl SignalState {
    /// Folds one more event in.
    ///
    /// # Errors
    /// [`Impossible`] when this event may not follow; the state is then unchanged.
    pub fn apply(&mut self, happened: &RecordedEvent) -> Result<(), Impossible> {
        let number = happened.number;
        must(number == self.events + 1)
            .and_then(|()| self.follow(happened))
            .map_err(|CannotFollow| Impossible::Event(number))?;
        self.events = number;
        // An alarm tells that nobody did anything: it breaks no silence.
        if !matches!(happened.event, Event::Escalated { .. }) {
            self.last_at = happened.at;
        }
        Ok(())
    }

    fn follow(&mut self, happened: &RecordedEvent) -> Followed {
        let RecordedEvent {
            number,
            at: _,
            by,
            event,
            via: _,
            as_was: _,
        } = happened;
        match event {
            Event::Reported(_) => Err(CannotFollow),
            Event::Accepted => self.follow_accepted(),
            Event::Declined {
                reason: _,
                suggested: _,
                to,
                accept_by,
            } => self.follow_declined(to, *accept_by),
            Event::TransferProposed { to } => self.follow_transfer_proposed(to),
            Event::TransferTaken => self.follow_transfer_taken(by),
            Event::TransferRefused => self.follow_transfer_refused(by),
            Event::Assigned { to, accept_by } => self.follow_assigned(to, *accept_by),
            Event::Rerouted(offer) => self.follow_rerouted(offer),
            Event::Involved { organisation } => self.follow_involved(organisation),
            Event::Asked { of } => self.follow_asked(of, *number),
            Event::Replied { question } => self.follow_replied(*question),
            Event::Amended { topics } => self.follow_amended(topics),
            Event::FeedbackInterim {
                channel: _,
                level: _,
            } => self.follow_interim(),
            Event::FeedbackFinal {
                outcome,
                channel,
                level,
                confirm_by,
            } => self.follow_final(FinalFeedback {
                event: *number,
                outcome: *outcome,
                channel: *channel,
                level: *level,
                confirm_by: *confirm_by,
            }),
            Event::Confirmed => self.close(Ending::Confirmed),
            Event::ClosedUnconfirmed => self.close(Ending::Unconfirmed),
            Event::Rejected { feedback_by } => self.wait_again(State::Answered, *feedback_by),
            Event::Reopened { feedback_by } => self.wait_again(State::Closed, *feedback_by),
            Event::Withdrawn => self.follow_withdrawn(),
            Event::Escalated {
                promise,
                promised,
                after,
                informed: _,
            } => {
                let step = AlarmStep {
                    past: *promise,
                    after: *after,
                };
                self.follow_escalated(step, *promised)
            }
        }
    }

    fn must_be_in(&self, states: &[State]) -> Followed {
        must(states.contains(&self.state()))
    }

    fn follow_accepted(&mut self) -> Followed {
        self.must_be_in(&[State::Offered])?;
        self.stage = Stage::Accepted;
        Ok(())
    }

    fn follow_declined(&mut self, to: &OrganisationId, accept_by: Day) -> Followed {
        self.must_be_in(State::UNANSWERED)?;
        self.declines += 1;
        self.offer_to(to, accept_by);
        Ok(())
    }

    fn follow_transfer_proposed(&mut self, to: &OrganisationId) -> Followed {
        self.must_be_in(State::UNANSWERED)?;
        self.proposed = Some(to.clone());
        Ok(())
    }

    fn follow_transfer_taken(&mut self, by: &OrganisationId) -> Followed {
        self.must_be_in(State::UNANSWERED)?;
        must(self.proposed.as_ref() == Some(by))?;
        self.hand_to(by);
        self.stage = Stage::Accepted;
        Ok(())
    }

    fn follow_transfer_refused(&mut self, by: &OrganisationId) -> Followed {
        self.must_be_in(State::UNANSWERED)?;
        must(self.proposed.as_ref() == Some(by))?;
        self.proposed = None;
        Ok(())
    }

    /// An answer that was given counts no more: the new owner gives the sender their own.
    fn follow_assigned(&mut self, to: &OrganisationId, accept_by: Day) -> Followed {
        self.must_be_in(State::OPEN)?;
        self.offer_to(to, accept_by);
        Ok(())
    }

    /// What another map decides. Who was involved stays so, and the promise to the sender stays as
    /// it was. As when it is assigned, an answer that was given counts no more.
    fn follow_rerouted(&mut self, offer: &Offer) -> Followed {
        self.must_be_in(State::OPEN)?;
        must(offer.feedback_by == self.feedback_by)?;
        must(offer.involved_are_distinct(&self.sender))?;
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
        Ok(())
    }

    fn follow_involved(&mut self, organisation: &OrganisationId) -> Followed {
        self.must_be_in(State::OPEN)?;
        must(*organisation != self.owner && *organisation != self.sender)?;
        self.involved.insert(organisation.clone());
        Ok(())
    }

    fn follow_asked(&mut self, of: &OrganisationId, number: u32) -> Followed {
        self.must_be_in(State::OPEN)?;
        must(self.may_be_asked(of))?;
        let of = of.clone();
        self.questions.push(OpenQuestion { number, of });
        Ok(())
    }

    fn follow_replied(&mut self, question: Option<u32>) -> Followed {
        self.must_be_in(State::OPEN)?;
        self.questions.retain(|open| Some(open.number) != question);
        Ok(())
    }

    fn follow_amended(&mut self, topics: &Topics) -> Followed {
        self.must_be_in(State::OPEN)?;
        self.topics = topics.clone();
        Ok(())
    }

    /// An owner who tells the sender how far it is has taken it on.
    fn follow_interim(&mut self) -> Followed {
        self.must_be_in(State::UNANSWERED)?;
        self.stage = Stage::Accepted;
        Ok(())
    }

    fn follow_final(&mut self, feedback: FinalFeedback) -> Followed {
        self.must_be_in(State::UNANSWERED)?;
        self.proposed = None;
        self.stage = Stage::Answered(feedback);
        Ok(())
    }

    fn close(&mut self, ending: Ending) -> Followed {
        let Stage::Answered(answer) = &self.stage else {
            return Err(CannotFollow);
        };
        self.stage = Stage::Closed(answer.clone(), ending);
        Ok(())
    }

    /// From this state the sender waits for feedback once more, with a new promise. The owner took
    /// it on before and need not say so again.
    fn wait_again(&mut self, from: State, feedback_by: Day) -> Followed {
        self.must_be_in(&[from])?;
        self.feedback_by = feedback_by;
        self.stage = Stage::Accepted;
        Ok(())
    }

    fn follow_withdrawn(&mut self) -> Followed {
        self.must_be_in(State::UNANSWERED)?;
        self.proposed = None;
        self.stage = Stage::Withdrawn;
        Ok(())
    }

    fn follow_escalated(&mut self, step: AlarmStep, promised: Day) -> Followed {
        self.must_be_in(State::OPEN)?;
        must(self.promised(step.past) == Some(promised))?;
        self.escalated.insert((step, promised));
        Ok(())
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
}

fn must(hold: bool) -> Followed {
    if hold { Ok(()) } else { Err(CannotFollow) }
}
