//! The steps that a signal waits for, and from whom.

use crate::domain::codes::OrganisationId;
use crate::domain::event::Basis;
use crate::domain::lifecycle::Verb;
use crate::domain::signal_state::{SignalState, State};
use crate::domain::time::Day;

/// A step that a signal waits for, and the organisation that is to take it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingStep {
    /// Which step: of what may be done next, the one that moves the signal on.
    pub step: Verb,
    /// By whom.
    pub by: OrganisationId,
}

/// The part of a signal that determines its pending steps.
#[derive(Debug, Clone)]
pub struct SignalSummary<'a> {
    pub state: State,
    pub sender: &'a OrganisationId,
    pub owner: &'a OrganisationId,
    pub coordinator: &'a OrganisationId,
    pub basis: Basis,
    pub proposed: Option<&'a OrganisationId>,
    /// Whom a question was asked that waits for its reply; one may occur more than once.
    pub asked: Vec<&'a OrganisationId>,
    pub due: Option<Day>,
    pub declines: u32,
}

impl SignalSummary<'_> {
    /// Everything that the signal waits for today, what moves its promise on first: of an open
    /// signal at least one thing, of one that has ended nothing.
    #[must_use]
    pub fn waiting(&self, today: Day) -> Vec<PendingStep> {
        let Self {
            state,
            sender,
            owner,
            coordinator,
            basis,
            proposed,
            asked,
            due,
            declines,
        } = self;
        let came_to_coordinator = match basis {
            Basis::Gap | Basis::Dispute => true,
            Basis::Rule => *declines > 0,
        };
        let to_assign = owner == coordinator && came_to_coordinator;
        let mut all: Vec<(Verb, &OrganisationId)> = match state {
            State::Offered if to_assign => vec![(Verb::Assign, owner)],
            State::Offered => vec![(Verb::Accept, owner)],
            State::Accepted => vec![(Verb::Final, owner)],
            State::Answered => vec![(Verb::Confirm, sender)],
            State::Closed | State::Withdrawn => return Vec::new(),
        };
        if *state == State::Answered && due.is_some_and(|confirm_by| today > confirm_by) {
            all.extend([(Verb::Close, *owner), (Verb::Close, *coordinator)]);
        }
        all.extend(proposed.map(|proposed| (Verb::TakeTransfer, proposed)));
        all.extend(asked.iter().map(|asked| (Verb::Reply, *asked)));
        let mut waiting: Vec<PendingStep> = Vec::new();
        for (step, by) in all {
            let one = PendingStep {
                step,
                by: by.clone(),
            };
            if !waiting.contains(&one) {
                waiting.push(one);
            }
        }
        waiting
    }
}

impl SignalState {
    /// See [`SignalSummary::waiting`].
    #[must_use]
    pub fn waiting(&self, today: Day) -> Vec<PendingStep> {
        let stand = SignalSummary {
            state: self.state(),
            sender: &self.sender,
            owner: &self.owner,
            coordinator: &self.coordinator,
            basis: self.basis,
            proposed: self.proposed.as_ref(),
            asked: self.questions.iter().map(|question| &question.of).collect(),
            due: self.due(),
            declines: self.declines,
        };
        stand.waiting(today)
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
        let stand = SignalSummary {
            state,
            sender: &sender,
            owner: &owner,
            coordinator: &coordinator,
            basis,
            proposed: State::UNANSWERED.contains(&state).then_some(&cjg),
            asked: vec![&sender, &sender],
            due: Some("2026-11-25".parse().unwrap()),
            declines,
        };
        let text: Vec<String> = stand
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
        "feedback jgz, transfer-take cjg, reply school"
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
