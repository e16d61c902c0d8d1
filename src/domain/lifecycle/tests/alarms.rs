//! Alarms, and the coordinator who takes over with one.

use super::*;
use crate::domain::alarm::{AlarmStep, Promise};

#[test]
fn an_alarm_sounds_once_per_step_and_promise() {
    let escalated = |promise, after, promised| Event::Escalated {
        promise,
        promised: day(promised),
        after,
        informed: vec![org(OWNER)],
    };
    let story = Story::reported().on(ACCEPT_BY);
    assert_eq!(
        story.tries(COORDINATOR, alarm(Promise::Accept, 1)),
        Err(Refusal::NothingIsLate),
        "the last day is not late"
    );
    let story = story
        .on("2026-11-05")
        .does(COORDINATOR, alarm(Promise::Accept, 1));
    assert_eq!(story.last(), &escalated(Promise::Accept, 1, ACCEPT_BY));
    assert_eq!(
        story.tries(COORDINATOR, alarm(Promise::Accept, 1)),
        Err(Refusal::AlreadyEscalated)
    );
    assert_eq!(
        story
            .clone()
            .on(FEEDBACK_BY)
            .tries(COORDINATOR, alarm(Promise::Feedback, 1)),
        Err(Refusal::AlarmNotDue),
        "its last day"
    );
    let story = story
        .does(COORDINATOR, alarm(Promise::Accept, 2))
        .does(OWNER, Command::Accept { contact: None });
    assert_eq!(
        story.tries(COORDINATOR, alarm(Promise::Accept, 3)),
        Err(Refusal::NothingIsLate),
        "it was kept, late"
    );
    let story = story
        .on("2026-11-10")
        .does(COORDINATOR, alarm(Promise::Feedback, 1));
    assert_eq!(story.last(), &escalated(Promise::Feedback, 1, FEEDBACK_BY));
}

#[test]
fn the_promise_to_the_sender_has_its_alarms_also_when_nobody_has_taken_it_on() {
    let story = Story::reported()
        .on("2026-11-10")
        .does(COORDINATOR, alarm(Promise::Accept, 1));
    let story = story.does(COORDINATOR, alarm(Promise::Feedback, 1));
    assert_eq!(story.state.state(), State::Offered);
    assert_eq!(story.state.escalated.len(), 2);
}

#[test]
fn with_an_alarm_the_coordinator_takes_over_and_the_sender_keeps_the_promise() {
    let take_over = |past| Command::Escalate {
        step: AlarmStep { past, after: 3 },
        informed: vec![],
        take_over: Some(words()),
    };
    let late = Story::reported()
        .on("2026-11-09")
        .does(COORDINATOR, take_over(Promise::Accept));
    assert_eq!(
        (
            late.state.owner.clone(),
            late.state.state(),
            late.state.feedback_by
        ),
        (org(COORDINATOR), State::Offered, day(FEEDBACK_BY))
    );
    assert_eq!(late.record.len(), 3, "the alarm and the new owner");
    let mut own = Story::reported().does(
        COORDINATOR,
        Command::Assign {
            to: org(COORDINATOR),
            reason: words(),
        },
    );
    own.today = day(LONG_AFTER);
    assert_eq!(
        own.tries(COORDINATOR, take_over(Promise::Accept))
            .unwrap()
            .len(),
        1,
        "who owns it has nothing to take over"
    );
    let answered = Story::in_state(State::Answered).on(LONG_AFTER);
    assert_eq!(
        answered
            .tries(COORDINATOR, take_over(Promise::Confirm))
            .unwrap()
            .len(),
        1,
        "nor has anybody once the sender has the answer"
    );
}
