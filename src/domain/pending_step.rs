//! The steps that a signal waits for, and from whom.

use crate::domain::codes::OrganisationId;
use crate::domain::event::{Basis, Offer};
use crate::domain::lifecycle::{Party, Verb, confirm_is_over};
use crate::domain::signal_state::{SignalState, State, confirmer};
use crate::domain::time::Day;

/// A step that a signal waits for, and the organisation that is to take it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingStep {
    /// The step that would take the signal further.
    pub step: Verb,
    /// By whom.
    pub by: OrganisationId,
}

/// A signal, as far as what it waits for depends on it.
#[derive(Debug, Clone)]
pub struct WaitingSignal<'a> {
    /// Where it stands.
    pub state: State,
    /// Who sent it.
    pub sender: &'a OrganisationId,
    /// Who owns the follow-up.
    pub owner: &'a OrganisationId,
    /// Who decides what nobody owns.
    pub coordinator: &'a OrganisationId,
    /// Why the owner owns it, as the map last decided.
    pub basis: Basis,
    /// Who was asked to take it over, and has not said.
    pub proposed: Option<&'a OrganisationId>,
    /// Who claims it in a dispute, and may accept it.
    pub claimants: Vec<&'a OrganisationId>,
    /// Who recorded the answer, while there is one.
    pub answered_by: Option<&'a OrganisationId>,
    /// Whether the owner knows which family it is.
    pub owner_knows_family: bool,
    /// Whom a question was asked that waits for its reply; one may occur more than once.
    pub asked: Vec<&'a OrganisationId>,
    /// The last day of the promise that runs now: of an answered signal the last day to confirm.
    pub due: Option<Day>,
    /// How often an owner declined it.
    pub declines: u32,
}

impl WaitingSignal<'_> {
    /// Everything the signal waits for today; what keeps the running promise comes first. An open
    /// signal waits for at least one thing, one that has ended for nothing.
    #[must_use]
    pub fn waiting(&self, today: Day) -> Vec<PendingStep> {
        let mut all: Vec<(Verb, &OrganisationId)> = match self.state {
            State::Offered if self.waits_to_be_assigned() => vec![(Verb::Assign, self.owner)],
            State::Offered => vec![(Verb::Accept, self.owner)],
            // Nobody answers while another is asked to take it over.
            State::Accepted if self.proposed.is_some() => vec![(Verb::EndTransfer, self.owner)],
            State::Accepted => vec![(Verb::Final, self.owner)],
            State::Answered => vec![(Verb::Confirm, self.confirmer())],
            State::Closed | State::Withdrawn => return Vec::new(),
        };
        let (parties, states) = Verb::Close.rule();
        let confirm_by = self.due.filter(|_| states.contains(&self.state));
        if confirm_by.is_some_and(|confirm_by| confirm_is_over(confirm_by, today)) {
            let closers = parties.iter().filter_map(|party| self.having(*party));
            all.extend(closers.map(|by| (Verb::Close, by)));
        }
        if self.asks_family() {
            all.push((Verb::FamilyKnown, self.owner));
        }
        all.extend(self.claimants.iter().map(|by| (Verb::Accept, *by)));
        all.extend(self.proposed.map(|by| (Verb::TakeTransfer, by)));
        all.extend(self.asked.iter().map(|by| (Verb::Reply, *by)));
        let mut waiting: Vec<PendingStep> = Vec::new();
        for (step, by) in all {
            let by = by.clone();
            let pending = PendingStep { step, by };
            if !waiting.contains(&pending) {
                waiting.push(pending);
            }
        }
        waiting
    }

    /// Whether its owner is to hear which family it is: she does not know, and is to do something with
    /// it, which is not so of who is yet to assign it.
    fn asks_family(&self) -> bool {
        let is_followed_up = match self.state {
            State::Offered => !self.waits_to_be_assigned(),
            State::Accepted => true,
            State::Answered | State::Closed | State::Withdrawn => false,
        };
        !self.owner_knows_family && is_followed_up
    }

    /// Whether the coordinator is yet to assign it.
    fn waits_to_be_assigned(&self) -> bool {
        let is_with_coordinator = self.owner == self.coordinator;
        self.state == State::Offered
            && is_with_coordinator
            && came_to_be_assigned(self.basis, self.declines)
    }

    fn confirmer(&self) -> &OrganisationId {
        let answered_by = self.answered_by.unwrap_or(self.owner);
        confirmer(answered_by, self.sender, self.owner)
    }

    /// Who has this part in the signal, where it is one: others close nothing.
    fn having(&self, party: Party) -> Option<&OrganisationId> {
        match party {
            Party::Sender => Some(self.sender),
            Party::Owner => Some(self.owner),
            Party::Coordinator => Some(self.coordinator),
            Party::Proposed => self.proposed,
            Party::Answerer => Some(self.answered_by.unwrap_or(self.owner)),
            Party::Confirmer => Some(self.confirmer()),
            Party::Involved | Party::Claimant | Party::Author => None,
        }
    }
}

/// Whether what the coordinator owns came to her to be assigned: because nobody owns it, several do, or
/// an owner declined it. Once she assigned it, another owns it. What she agreed to own herself she
/// takes on as anybody does.
fn came_to_be_assigned(basis: Basis, declines: u32) -> bool {
    match basis {
        Basis::Gap | Basis::Dispute => true,
        Basis::Rule => declines > 0,
    }
}

impl Offer {
    /// Whether the owner is to hear which family it is, of a signal that is offered so by the map.
    #[must_use]
    pub fn asks_family(&self) -> bool {
        let waits_to_be_assigned =
            self.owner == self.coordinator && came_to_be_assigned(self.basis, 0);
        !self.knows_family && !waits_to_be_assigned
    }
}

impl SignalState {
    /// See [`WaitingSignal::waiting`].
    #[must_use]
    pub fn waiting(&self, today: Day) -> Vec<PendingStep> {
        self.as_waiting().waiting(today)
    }

    /// Whether its owner is to hear which family it is.
    #[must_use]
    pub fn asks_family(&self) -> bool {
        self.as_waiting().asks_family()
    }

    /// Whether the coordinator is yet to assign it.
    #[must_use]
    pub fn waits_to_be_assigned(&self) -> bool {
        self.as_waiting().waits_to_be_assigned()
    }

    fn as_waiting(&self) -> WaitingSignal<'_> {
        WaitingSignal {
            state: self.state(),
            sender: &self.sender,
            owner: &self.owner,
            coordinator: &self.coordinator,
            basis: self.basis,
            proposed: self.proposed.as_ref(),
            claimants: self.claimants().collect(),
            answered_by: self.answer().map(|answer| &answer.by),
            owner_knows_family: self.owner_knows_family(),
            asked: self.questions.iter().map(|question| &question.of).collect(),
            due: self.due(),
            declines: self.declines,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn code(text: &str) -> OrganisationId {
        text.parse().unwrap()
    }

    /// `step by` of each, for a signal of the school that the JGZ owns or, when nobody agreed to,
    /// the municipality.
    fn waits(state: State, basis: Basis, owner: &str, today: &str, declines: u32) -> String {
        let (sender, owner, coordinator, cjg) =
            (code("school"), code(owner), code("gemeente"), code("cjg"));
        let signal = WaitingSignal {
            state,
            sender: &sender,
            owner: &owner,
            coordinator: &coordinator,
            basis,
            proposed: State::UNANSWERED.contains(&state).then_some(&cjg),
            claimants: Vec::new(),
            answered_by: None,
            owner_knows_family: true,
            asked: vec![&sender, &sender],
            due: Some("2026-11-25".parse().unwrap()),
            declines,
        };
        let text: Vec<String> = signal
            .waiting(today.parse().unwrap())
            .iter()
            .map(|w| format!("{} {}", w.step, w.by))
            .collect();
        text.join(", ")
    }

    #[rstest]
    #[case::offered(
        State::Offered,
        Basis::Rule,
        "jgz",
        "accept jgz, transfer-take cjg, reply school"
    )]
    #[case::taken_on(
        State::Accepted,
        Basis::Rule,
        "jgz",
        "transfer-end jgz, transfer-take cjg, reply school"
    )]
    #[case::nobodys(
        State::Offered,
        Basis::Gap,
        "gemeente",
        "assign gemeente, transfer-take cjg, reply school"
    )]
    #[case::disputed(
        State::Offered,
        Basis::Dispute,
        "gemeente",
        "assign gemeente, transfer-take cjg, reply school"
    )]
    #[case::a_gap_that_was_assigned(
        State::Offered,
        Basis::Gap,
        "jgz",
        "accept jgz, transfer-take cjg, reply school"
    )]
    #[case::answered(State::Answered, Basis::Rule, "jgz", "confirm school, reply school")]
    #[case::ended(State::Closed, Basis::Rule, "jgz", "")]
    #[case::taken_back(State::Withdrawn, Basis::Rule, "jgz", "")]
    fn a_signal_waits_for(
        #[case] state: State,
        #[case] basis: Basis,
        #[case] owner: &str,
        #[case] expected: &str,
    ) {
        assert_eq!(waits(state, basis, owner, "2026-11-25", 0), expected);
    }

    #[test]
    fn a_coordinator_takes_on_what_she_agreed_to_own_and_assigns_what_others_declined() {
        let offered = |declines| {
            waits(
                State::Offered,
                Basis::Rule,
                "gemeente",
                "2026-11-25",
                declines,
            )
        };
        assert!(
            offered(0).starts_with("accept gemeente") && offered(1).starts_with("assign gemeente")
        );
    }

    #[test]
    fn when_the_sender_said_nothing_in_time_the_owner_and_the_coordinator_may_close() {
        let late = |owner| waits(State::Answered, Basis::Rule, owner, "2026-11-26", 0);
        assert_eq!(
            late("jgz"),
            "confirm school, close jgz, close gemeente, reply school"
        );
        assert_eq!(
            late("gemeente"),
            "confirm school, close gemeente, reply school"
        );
    }
}
