//! Folding one more event in: whether it may follow, and what it changes.

use std::collections::BTreeSet;

use crate::domain::alarm::AlarmStep;
use crate::domain::codes::OrganisationId;
use crate::domain::event::{Event, Level, NewOwner, Offer, RecordedEvent, ToldOutcome, Via};
use crate::domain::signal::Topics;
use crate::domain::signal_state::{
    Ending, FinalFeedback, Impossible, OpenQuestion, SignalState, Stage, State,
};
use crate::domain::time::Day;

/// The event may not follow in this state.
pub(super) struct CannotFollow;

/// What an event does, once it may follow. Nothing changes before that is known.
pub(super) type Followed = Result<(), CannotFollow>;

impl SignalState {
    /// Folds one more event in.
    ///
    /// # Errors
    /// [`Impossible`] when this event may not follow; the state is then unchanged.
    pub fn apply(&mut self, happened: &RecordedEvent) -> Result<(), Impossible> {
        let number = happened.number;
        let kind = happened.event.kind();
        let before = kind.is_undoable().then(|| self.snapshot());
        must(number == self.events + 1)
            .and_then(|()| self.follow(happened))
            .map_err(|CannotFollow| Impossible::Event(number))?;
        self.events = number;
        // What is no step breaks no silence.
        if kind.is_step() {
            self.last_at = happened.at;
            self.keep_for_undo(happened, before);
        }
        Ok(())
    }

    fn follow(&mut self, happened: &RecordedEvent) -> Followed {
        let RecordedEvent {
            number,
            at,
            by,
            event,
            via,
            as_was: _,
            person: _,
        } = happened;
        match event {
            Event::Reported(_) => Err(CannotFollow),
            Event::FamilyKnown { organisation } => self.follow_family_known(organisation),
            Event::Accepted => self.follow_accepted(by),
            Event::Declined {
                reason: _,
                suggested: _,
                to,
                accept_by,
            } => self.follow_declined(by, to, *accept_by),
            Event::ClaimDeclined { reason: _ } => self.follow_claim_declined(by),
            Event::TransferProposed { to } => self.follow_transfer_proposed(to),
            Event::TransferTaken => self.follow_transfer_taken(by),
            Event::TransferRefused => self.follow_transfer_refused(by),
            Event::TransferEnded => self.follow_transfer_ended(),
            Event::Assigned { to, accept_by } => self.follow_assigned(by, to, *accept_by),
            Event::Rerouted(offer) => self.follow_rerouted(by, offer),
            Event::Involved { organisation } => self.follow_involved(organisation),
            Event::Uninvolved { organisation } => self.follow_uninvolved(organisation),
            Event::Asked { of } => self.follow_asked(of, *number),
            Event::Replied { question } => self.follow_replied(by, *question),
            Event::Amended { topics } => self.follow_amended(topics),
            Event::Corrected { particulars, then } => {
                self.follow_corrected(happened, particulars, then)
            }
            Event::FeedbackInterim {
                channel: _,
                level: _,
            } => self.follow_interim(),
            Event::FeedbackFinal {
                outcome,
                handed_to: _,
                channel,
                level,
                confirm_by,
            } => self.follow_final(FinalFeedback {
                event: *number,
                by: by.clone(),
                outcome: ToldOutcome::Known(*outcome),
                channel: *channel,
                level: *level,
                confirm_by: *confirm_by,
            }),
            Event::Heard {
                outcome,
                channel,
                confirm_by,
            } => self.follow_heard(FinalFeedback {
                event: *number,
                by: by.clone(),
                outcome: *outcome,
                channel: *channel,
                level: self.level,
                confirm_by: *confirm_by,
            }),
            Event::Confirmed => self.close(Ending::Confirmed),
            Event::ClosedUnconfirmed => self.close(Ending::Unconfirmed),
            Event::Rejected {
                feedback_by,
                offered,
            } => self.wait_again(by, State::Answered, *feedback_by, offered.as_ref()),
            Event::Reopened {
                feedback_by,
                offered,
            } => {
                self.wait_again(by, State::Closed, *feedback_by, offered.as_ref())?;
                self.declines = 0;
                Ok(())
            }
            Event::Withdrawn => self.follow_withdrawn(),
            Event::Undone { first, last } => {
                let taken_back = self.without_step((*first, *last), by, *at);
                *self = taken_back.ok_or(CannotFollow)?;
                Ok(())
            }
            Event::Imported => must(*via == Via::Import),
            Event::CoordinatorChanged {
                coordinator,
                map_digest: _,
            } => self.follow_coordinator_changed(coordinator),
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

    pub(super) fn must_be_in(&self, states: &[State]) -> Followed {
        must(states.contains(&self.state()))
    }

    fn follow_family_known(&mut self, organisation: &OrganisationId) -> Followed {
        self.must_be_in(State::OPEN)?;
        must(*organisation == self.owner && self.family_known.insert(organisation.clone()))
    }

    /// In a dispute one of those who claim it becomes the owner by it.
    fn follow_accepted(&mut self, by: &OrganisationId) -> Followed {
        self.must_be_in(&[State::Offered])?;
        if *by != self.owner {
            must(self.claimants().any(|claimant| claimant == by))?;
            self.hand_to(by);
        }
        self.stage = Stage::Accepted;
        Ok(())
    }

    fn follow_declined(
        &mut self,
        by: &OrganisationId,
        to: &OrganisationId,
        accept_by: Day,
    ) -> Followed {
        self.must_be_in(State::UNANSWERED)?;
        self.declines += 1;
        self.stays_involved(by);
        self.offer_to(to, accept_by);
        Ok(())
    }

    /// She stays involved, and the owner stays.
    fn follow_claim_declined(&mut self, by: &OrganisationId) -> Followed {
        let Stage::Offered { claimants, .. } = &mut self.stage else {
            return Err(CannotFollow);
        };
        must(claimants.remove(by))
    }

    fn follow_transfer_proposed(&mut self, to: &OrganisationId) -> Followed {
        self.must_be_in(State::UNANSWERED)?;
        must(self.proposed.is_none())?;
        self.proposed = Some(to.clone());
        Ok(())
    }

    fn follow_transfer_taken(&mut self, by: &OrganisationId) -> Followed {
        self.must_be_in(State::UNANSWERED)?;
        must(self.proposed.as_ref() == Some(by))?;
        self.stays_involved(&self.owner.clone());
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

    fn follow_transfer_ended(&mut self) -> Followed {
        self.must_be_in(State::UNANSWERED)?;
        must(self.proposed.take().is_some())
    }

    fn follow_assigned(
        &mut self,
        by: &OrganisationId,
        to: &OrganisationId,
        accept_by: Day,
    ) -> Followed {
        self.must_be_in(State::UNANSWERED)?;
        self.stays_involved(by);
        self.offer_to(to, accept_by);
        Ok(())
    }

    /// What another map decides. Who was involved stays so, and the promise to the sender stays as
    /// it was.
    fn follow_rerouted(&mut self, by: &OrganisationId, offer: &Offer) -> Followed {
        self.must_be_in(State::UNANSWERED)?;
        must(offer.feedback_by == self.feedback_by)?;
        must(offer.others_are_distinct(&self.sender))?;
        self.stays_involved(by);
        self.proposed = None;
        self.follow_offer(offer);
        Ok(())
    }

    fn follow_involved(&mut self, organisation: &OrganisationId) -> Followed {
        self.must_be_in(State::OPEN)?;
        must(*organisation != self.owner && *organisation != self.sender)?;
        self.involved.insert(organisation.clone());
        self.was_involved.insert(organisation.clone());
        Ok(())
    }

    fn follow_uninvolved(&mut self, organisation: &OrganisationId) -> Followed {
        self.must_be_in(State::OPEN)?;
        must(!self.replied.contains(organisation))?;
        must(!self.claimants().any(|claimant| claimant == organisation))?;
        must(self.involved.remove(organisation))?;
        // Who may not reply is not asked.
        self.questions
            .retain(|question| question.of != *organisation);
        Ok(())
    }

    fn follow_asked(&mut self, of: &OrganisationId, number: u32) -> Followed {
        self.must_be_in(State::OPEN)?;
        must(self.may_be_asked(of))?;
        let of = of.clone();
        self.questions.push(OpenQuestion { number, of });
        Ok(())
    }

    fn follow_replied(&mut self, by: &OrganisationId, question: Option<u32>) -> Followed {
        self.must_be_in(State::OPEN)?;
        self.questions.retain(|open| Some(open.number) != question);
        self.replied.insert(by.clone());
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
        must(self.proposed.is_none())?;
        self.stage = Stage::Answered(feedback);
        Ok(())
    }

    /// Of danger nothing is heard before somebody took it on.
    fn follow_heard(&mut self, feedback: FinalFeedback) -> Followed {
        self.must_be_in(State::UNANSWERED)?;
        must(self.may_be_heard())?;
        must(feedback.outcome.known().is_some() == (self.level == Level::Full))?;
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
    /// it on before and need not say so again; another one does.
    fn wait_again(
        &mut self,
        by: &OrganisationId,
        from: State,
        feedback_by: Day,
        other: Option<&NewOwner>,
    ) -> Followed {
        self.must_be_in(&[from])?;
        must(other.is_none_or(|other| other.to != self.owner))?;
        self.feedback_by = feedback_by;
        match other {
            Some(NewOwner { to, accept_by }) => {
                self.stays_involved(by);
                self.offer_to(to, *accept_by);
            }
            None => self.stage = Stage::Accepted,
        }
        Ok(())
    }

    fn follow_withdrawn(&mut self) -> Followed {
        self.must_be_in(&[State::Offered])?;
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
        self.stage = Stage::Offered {
            accept_by,
            claimants: BTreeSet::new(),
        };
    }

    /// An owner who hands it on stays involved if they took it on, or were involved before. `by`:
    /// who moves it; nobody else hands it on.
    pub(super) fn stays_involved(&mut self, by: &OrganisationId) {
        let took_part = self.stage == Stage::Accepted || self.was_involved.contains(by);
        if *by == self.owner && *by != self.sender && took_part {
            self.involved.insert(by.clone());
            self.was_involved.insert(by.clone());
        }
    }

    pub(super) fn hand_to(&mut self, owner: &OrganisationId) {
        self.owner = owner.clone();
        self.involved.remove(owner);
        self.proposed = None;
        // An owner asks and never replies, so a question to the new owner would wait for ever. A
        // sender who becomes owner may still reply.
        self.questions
            .retain(|question| question.of != *owner || question.of == self.sender);
    }
}

pub(super) fn must(hold: bool) -> Followed {
    if hold { Ok(()) } else { Err(CannotFollow) }
}
