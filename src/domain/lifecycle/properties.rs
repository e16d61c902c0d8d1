//! Whatever anybody tries in whatever order, the invariants of design section 4 hold.

use proptest::prelude::*;

use super::*;
use crate::domain::alarm::{AlarmStep, Promise};
use crate::domain::codes::CodeEnum as _;
use crate::domain::event::{Level, Outcome, RecordedEvent};
use crate::domain::lifecycle::sample::*;
use crate::domain::pending_step::PendingStep;
use crate::domain::signal::Particulars;
use crate::domain::signal_state::{State, replay};

const ORGANISATIONS: [&str; 9] = [
    SENDER,
    OWNER,
    COORDINATOR,
    INVOLVED,
    PROPOSED,
    CLAIMANT,
    STRANGER,
    "welzijn",
    "gemeente-veenbroek",
];

/// One try: by whom, with what, and how many days after the one before.
#[derive(Debug, Clone)]
struct Try {
    by: usize,
    verb: usize,
    /// Whether the verb is picked from what this organisation may do next, so that stories get
    /// somewhere.
    sensible: bool,
    other: Option<usize>,
    number: u8,
    days: i64,
}

fn any_try() -> impl Strategy<Value = Try> {
    let organisation = 0..ORGANISATIONS.len();
    (
        organisation.clone(),
        any::<prop::sample::Index>(),
        any::<bool>(),
        prop::option::of(organisation),
        0u8..6,
        0i64..9,
    )
        .prop_map(|(by, verb, sensible, other, number, days)| Try {
            by,
            verb: verb.index(5040),
            sensible,
            other,
            number,
            days,
        })
}

fn command(tried: &Try, verb: Verb) -> Command {
    let other = tried.other.map(|place| org(ORGANISATIONS[place]));
    let to = other.clone().unwrap_or_else(|| org("taalhuis"));
    let describe = || {
        if tried.number.is_multiple_of(2) {
            FeedbackContent::StatusOnly
        } else {
            FeedbackContent::Full(words())
        }
    };
    match some(verb) {
        Command::Decline { reason, words, .. } => Command::Decline {
            reason,
            suggested: other,
            words,
        },
        Command::ProposeTransfer { words, .. } => Command::ProposeTransfer { to, words },
        Command::Assign { reason, .. } => Command::Assign { to, reason },
        Command::Reroute { .. } => rerouted(
            to.as_str(),
            if tried.number.is_multiple_of(2) {
                Level::StatusOnly
            } else {
                Level::Full
            },
        ),
        Command::Involve { .. } => Command::Involve { organisation: to },
        Command::Ask { question, .. } => Command::Ask {
            of: other,
            question,
        },
        Command::Reply { words, .. } => Command::Reply {
            question: (tried.number > 2).then(|| tried.number.into()),
            words,
        },
        Command::Amend { words, .. } => {
            let added = [
                "finances", "housing", "language", "safety", "work", "justice",
            ][usize::from(tried.number)];
            Command::Amend {
                topics: topics(&["parenting", added]),
                words,
                involve: other.into_iter().collect(),
            }
        }
        Command::Correct(_) => corrected(
            ["5", "17", "18", "34", "60", "70"][usize::from(tried.number)],
            other.as_ref().map(OrganisationId::as_str),
        ),
        Command::Interim { channel, .. } => Command::Interim {
            channel,
            content: describe(),
        },
        Command::Uninvolve { .. } => Command::Uninvolve { organisation: to },
        Command::Heard { channel, .. } => Command::Heard {
            channel,
            content: match describe() {
                FeedbackContent::StatusOnly => HeardContent::StatusOnly,
                FeedbackContent::Full(words) => HeardContent::Full {
                    outcome: Outcome::HelpStarted,
                    words: Some(words),
                },
            },
        },
        Command::Reject { words, .. } => Command::Reject {
            words,
            instead: other,
        },
        Command::Reopen { reason, .. } => Command::Reopen {
            reason,
            instead: other,
        },
        Command::Final {
            outcome, channel, ..
        } => Command::Final {
            outcome: if tried.number == 5 {
                Outcome::HandedOver
            } else {
                outcome
            },
            handed_to: (tried.number == 5).then_some(Recipient::Organisation(to)),
            channel,
            content: describe(),
        },
        Command::Escalate { informed, .. } => {
            let past = Promise::ALL[usize::from(tried.number) % Promise::ALL.len()];
            let take_over = other.is_some().then(words);
            Command::Escalate {
                step: AlarmStep {
                    past,
                    after: tried.number / 3,
                },
                informed,
                take_over,
            }
        }
        same @ (Command::Accept { .. }
        | Command::FamilyKnown
        | Command::DeclineClaim { .. }
        | Command::TakeTransfer
        | Command::EndTransfer
        | Command::RefuseTransfer { .. }
        | Command::Confirm { .. }
        | Command::Close
        | Command::Undo
        | Command::Withdraw { .. }) => same,
    }
}

/// What holds wherever a signal stands.
fn invariants(
    story @ Story {
        state,
        record,
        today,
    }: &Story,
) {
    let waiting = state.waiting(*today);
    assert_eq!(
        waiting.is_empty(),
        !State::OPEN.contains(&state.state()),
        "an open signal waits for somebody"
    );
    for PendingStep { step, by } in waiting {
        assert_eq!(
            state.permits(step, &by, &story.terms()),
            Ok(()),
            "who is waited for may do it"
        );
    }
    assert!(
        !state.involved.contains(&state.owner),
        "the owner is not merely involved"
    );
    assert_ne!(
        state.proposed.as_ref(),
        Some(&state.owner),
        "the owner is not asked to take over"
    );
    assert!(state.proposed.is_none() || State::UNANSWERED.contains(&state.state()));
    assert!(
        state
            .questions
            .iter()
            .all(|q| q.of == state.sender || state.involved.contains(&q.of)),
        "who is asked may reply"
    );
    assert_eq!(
        state.due().is_some(),
        State::OPEN.contains(&state.state()),
        "an open signal has a promise"
    );
    match &state.stage {
        Stage::Offered { .. } | Stage::Accepted => assert!(
            state.due() <= Some(state.feedback_by),
            "nothing stops the promise to the sender"
        ),
        Stage::Answered(answer) | Stage::Closed(answer, _) => {
            let given = record
                .iter()
                .find(|happened| happened.number == answer.event)
                .map(|happened| &happened.event);
            assert!(
                matches!(
                    given,
                    Some(Event::FeedbackFinal { .. } | Event::Heard { .. })
                ),
                "no end without final feedback"
            );
        }
        Stage::Withdrawn => {}
    }
    assert_eq!(
        replay(
            state.id,
            topics(&["parenting"]),
            Particulars::default(),
            record
        )
        .as_ref(),
        Ok(state),
        "the record tells the whole story"
    );
}

/// What one event may change.
fn changes(before: &SignalState, after: &SignalState, event: &Event) {
    assert_eq!((&before.id, &before.sender), (&after.id, &after.sender));
    if let Event::Undone { .. } = event {
        return; // What it changes is what the step it takes back had changed.
    }
    if (&before.coordinator, before.basis, before.level)
        != (&after.coordinator, after.basis, after.level)
    {
        assert!(
            matches!(event, Event::Rerouted(_) | Event::Corrected { .. }),
            "{} decided anew",
            event.code()
        );
        assert!(
            before.level == Level::Full || after.level == Level::StatusOnly,
            "what could not be told came to light"
        );
    }
    if before.feedback_by != after.feedback_by {
        let sooner = after.feedback_by < before.feedback_by;
        assert!(
            matches!(event, Event::Rejected { .. } | Event::Reopened { .. })
                || sooner && matches!(event, Event::Corrected { .. }),
            "{} moved the promise to the sender",
            event.code()
        );
    }
    if before.owner != after.owner {
        let moves = matches!(
            event,
            Event::Declined { .. }
                | Event::Accepted
                | Event::TransferTaken
                | Event::Assigned { .. }
                | Event::Rerouted(_)
                | Event::Corrected { .. }
                | Event::Rejected { .. }
                | Event::Reopened { .. }
        );
        assert!(moves, "{} moved the signal", event.code());
    }
    if before.topics != after.topics {
        assert!(
            matches!(event, Event::Amended { .. }),
            "{} changed the topics",
            event.code()
        );
    }
    let lost: Vec<_> = before
        .involved
        .difference(&after.involved)
        .filter(|organisation| **organisation != after.owner)
        .collect();
    assert!(
        lost.is_empty() || matches!(event, Event::Uninvolved { .. }),
        "{} shut out {lost:?}",
        event.code()
    );
}

/// Whether a verb was refused as such, not for what came with it.
fn refuses_the_verb(refusal: &Refusal) -> bool {
    match refusal {
        Refusal::NotYours { .. }
        | Refusal::SentByColleague { .. }
        | Refusal::WrongState { .. }
        | Refusal::CoordinatorCannotDecline
        | Refusal::NobodyInvolved
        | Refusal::NothingProposed
        | Refusal::TransferOpen(_)
        | Refusal::FamilyKnown(_)
        | Refusal::AcuteNotAccepted
        | Refusal::ConfirmStillRuns { .. }
        | Refusal::CorrectsStatusOnly
        | Refusal::NothingToUndo
        | Refusal::UndoTooLate
        | Refusal::NothingIsLate => true,
        Refusal::AlreadyOwner(_)
        | Refusal::ClaimantSuggests
        | Refusal::AlreadyInvolved(_)
        | Refusal::NotInvolved(_)
        | Refusal::HasReplied(_)
        | Refusal::Claims(_)
        | Refusal::AlreadyProposed(_)
        | Refusal::HandedToNobody
        | Refusal::HandedToSomebody
        | Refusal::OutcomeMissing
        | Refusal::HeardStatusOnly
        | Refusal::NotOneself
        | Refusal::NotConnected(_)
        | Refusal::NoSuchQuestion(_)
        | Refusal::NothingChanged
        | Refusal::NothingCorrected
        | Refusal::StatusOnly
        | Refusal::AlreadyEscalated
        | Refusal::AlarmNotDue
        | Refusal::UndoToWhoIsGone(_)
        | Refusal::NoLongerInMap { .. }
        | Refusal::OwnsNothing(_)
        | Refusal::OnlyFrom { .. } => false,
    }
}

proptest! {
    #[test]
    fn no_sequence_of_commands_breaks_an_invariant(level in prop::option::of(prop::sample::select(Level::ALL)), tries in prop::collection::vec(any_try(), 1..100)) {
        let mut story = level.map_or_else(Story::disputed, Story::reported_with);
        invariants(&story);
        for tried in &tries {
            story.today = story.today.plus(tried.days);
            let by = ORGANISATIONS[tried.by];
            let next = story.state.next_steps(&org(by), &story.terms());
            let choice = if tried.sensible && !next.is_empty() { next.as_slice() } else { Verb::ALL };
            let verb = choice[tried.verb % choice.len()];
            let before = story.clone();
            match story.tries(by, command(tried, verb)) {
                Ok(steps) => {
                    prop_assert!(next.contains(&verb), "{} was done and not among the next steps", verb);
                    for step in steps {
                        let before = story.state.clone();
                        story.record_all(by, vec![step]);
                        changes(&before, &story.state, story.last());
                    }
                }
                Err(refusal) => {
                    prop_assert_eq!(next.contains(&verb), !refuses_the_verb(&refusal), "{} refused: {:?}", verb, refusal);
                    prop_assert_eq!(&before.record, &story.record);
                }
            }
            invariants(&story);
        }
    }

    /// The fold is the second lock: an event that cannot follow leaves the case as it was.
    #[test]
    fn an_event_that_cannot_follow_changes_nothing(state in prop::sample::select(State::ALL), other in prop::sample::select(State::ALL), by in 0..ORGANISATIONS.len()) {
        let mut state = Story::in_state(state).state;
        for happened in &Story::in_state(other).on(LONG_AFTER).record {
            let forged = RecordedEvent { number: state.events + 1, by: org(ORGANISATIONS[by]), ..happened.clone() };
            let before = state.clone();
            if state.apply(&forged).is_err() {
                prop_assert_eq!(&state, &before);
            }
        }
    }
}
