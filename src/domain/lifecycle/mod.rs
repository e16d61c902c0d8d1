//! Which event may follow, and who may bring it about.

use crate::domain::access::AccessLevel;
use crate::domain::codes::OrganisationId;
use crate::domain::event::{DecisionRecord, Event};
use crate::domain::signal::{Part, Urgency};
use crate::domain::signal_state::{SignalState, Stage, State};
use crate::domain::time::{Day, Moment};
use crate::domain::words::{ContactLine, Words};

pub use coordination::Coordinators;
pub use decide::decide;
pub use refusal::Refusal;
pub use verb::{Command, Correcting, FeedbackContent, HeardContent, Party, Recipient, Verb};

mod coordination;
mod correct;
mod decide;
mod refusal;
mod verb;

#[cfg(test)]
mod coordination_tests;
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
    pub now: Moment,
    /// In the zone of the map.
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

/// An event to record, with what comes with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub event: Event,
    /// The code in the signal of who takes it, when that is another than she has today.
    pub under: Option<OrganisationId>,
    pub words: Vec<(Part, Words)>,
    /// The person to reach, of who takes it on.
    pub contact: Option<ContactLine>,
    /// Why the map decided it.
    pub decision: Option<DecisionRecord>,
}

impl Step {
    fn new(event: Event, words: Option<Words>) -> Self {
        Self {
            event,
            under: None,
            words: words.into_iter().map(|said| (Part::Said, said)).collect(),
            contact: None,
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
            Party::Claimant => self.claimants().cloned().collect(),
            Party::Answerer => vec![
                self.answer()
                    .map_or(&self.owner, |answer| &answer.by)
                    .clone(),
            ],
            Party::Confirmer => vec![self.confirmer().clone()],
            Party::Author => {
                let last = self.undoable.last();
                last.map(|step| step.by.clone()).into_iter().collect()
            }
        }
    }

    /// What `organisation` may do next, in the order of [`Verb`].
    #[must_use]
    pub fn next_steps(&self, organisation: &OrganisationId, terms: &Terms) -> Vec<Verb> {
        use crate::domain::codes::CodeEnum as _;
        Verb::ALL
            .iter()
            .copied()
            .filter(|verb| self.permits(*verb, organisation, terms).is_ok())
            .collect()
    }

    /// Whether `by` may do this today, whatever comes with it.
    ///
    /// # Errors
    /// The [`Refusal`] that stands in the way.
    pub fn permits(&self, verb: Verb, by: &OrganisationId, terms: &Terms) -> Result<(), Refusal> {
        self.check_rule(verb, by)?;
        match (verb, &self.stage) {
            (Verb::Close, Stage::Answered(answer))
                if !confirm_is_over(answer.confirm_by, terms.today) =>
            {
                Err(Refusal::ConfirmStillRuns {
                    by: self.confirmer().clone(),
                    until: answer.confirm_by,
                })
            }
            (Verb::Escalate, _) if self.due().is_none_or(|due| terms.today <= due) => {
                Err(Refusal::NothingIsLate)
            }
            (Verb::Undo, _) if self.undoable_at(terms.now).is_none() => Err(Refusal::UndoTooLate),
            _ => Ok(()),
        }
    }

    /// Whether `by` may do this as the signal stands, whatever the day and whatever comes with it.
    ///
    /// # Errors
    /// The [`Refusal`] that stands in the way.
    pub fn check_rule(&self, verb: Verb, by: &OrganisationId) -> Result<(), Refusal> {
        if verb == Verb::Undo && !self.knows_last_step(by) {
            return Err(Refusal::NothingToUndo);
        }
        let (parties, states) = verb.rule();
        if !parties.iter().any(|party| self.having(*party).contains(by)) {
            let may = parties
                .iter()
                .map(|party| (*party, self.known_to(by, *party)));
            return Err(Refusal::NotYours { may: may.collect() });
        }
        if !states.contains(&self.state()) {
            return Err(Refusal::WrongState {
                verb,
                state: self.state(),
                needs: states,
            });
        }
        let decides = *by == self.owner || *by == self.coordinator;
        if verb == Verb::Correct && !decides && self.state() != State::Offered {
            return Err(Refusal::WrongState {
                verb,
                state: self.state(),
                needs: &[State::Offered],
            });
        }
        if verb == Verb::Correct && self.access_level(by) == AccessLevel::OwnText {
            return Err(Refusal::CorrectsStatusOnly);
        }
        if verb == Verb::Decline && *by == self.coordinator {
            return Err(Refusal::CoordinatorCannotDecline);
        }
        if verb == Verb::Heard && !self.may_be_heard() {
            // That it is danger after all would tell what is known.
            if self.access_level(by) == AccessLevel::OwnText {
                return Err(Refusal::WrongState {
                    verb,
                    state: self.state(),
                    needs: &[State::Accepted],
                });
            }
            return Err(Refusal::AcuteNotAccepted);
        }
        if verb == Verb::FamilyKnown && self.owner_knows_family() {
            return Err(Refusal::FamilyKnown(self.owner.clone()));
        }
        if verb == Verb::Uninvolve && self.involved.is_empty() {
            return Err(Refusal::NobodyInvolved);
        }
        match &self.proposed {
            None if verb == Verb::EndTransfer => Err(Refusal::NothingProposed),
            Some(to) if verb == Verb::Final => Err(Refusal::TransferOpen(to.clone())),
            None | Some(_) => Ok(()),
        }
    }
}

impl SignalState {
    /// The organisations that have this part, as far as `by` may know.
    fn known_to(&self, by: &OrganisationId, party: Party) -> Option<Vec<OrganisationId>> {
        let having = self.having(party);
        match self.access_level(by) {
            AccessLevel::Full | AccessLevel::Metadata => Some(having),
            AccessLevel::OwnText => {
                let known = match party {
                    Party::Sender | Party::Owner | Party::Answerer | Party::Confirmer => true,
                    Party::Coordinator
                    | Party::Involved
                    | Party::Proposed
                    | Party::Claimant
                    | Party::Author => false,
                };
                known.then_some(having)
            }
            AccessLevel::Colleague | AccessLevel::Nothing => None,
        }
    }

    /// Whether `by` may do this by another part than that of the sender.
    #[must_use]
    pub fn has_another_part_for(&self, verb: Verb, by: &OrganisationId) -> bool {
        let (parties, _) = verb.rule();
        parties.iter().any(|party| {
            let counts = match party {
                Party::Sender => false,
                Party::Answerer | Party::Confirmer => *by == self.owner,
                Party::Author => (self.undoable.last())
                    .and_then(|step| Verb::of_event(step.kind))
                    .is_some_and(|taken| self.has_another_part_for(taken, by)),
                Party::Owner
                | Party::Coordinator
                | Party::Involved
                | Party::Proposed
                | Party::Claimant => true,
            };
            counts && self.having(*party).contains(by)
        })
    }

    /// Whether there is a step that can be taken back, and `by` took it or may know who did.
    fn knows_last_step(&self, by: &OrganisationId) -> bool {
        self.undoable.last().is_some_and(|step| {
            step.by == *by
                || match self.access_level(by) {
                    AccessLevel::Full | AccessLevel::Metadata => true,
                    AccessLevel::OwnText | AccessLevel::Colleague | AccessLevel::Nothing => false,
                }
        })
    }
}

/// Whether the sender's time to confirm is over, so that others may close.
pub(super) fn confirm_is_over(confirm_by: Day, today: Day) -> bool {
    today > confirm_by
}
