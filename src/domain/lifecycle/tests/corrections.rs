//! What was reported, put right: whom it moves, and what it promises.

use super::*;
use crate::domain::event::{Correction, DeclineReason};
use crate::domain::lifecycle::Correcting;
use crate::domain::signal::Particulars;

fn owner_and_declines(story: &Story) -> (&str, u32) {
    (story.owner(), story.state.declines)
}

#[rstest]
#[case::the_sender(SENDER, 0)]
#[case::the_coordinator(COORDINATOR, 0)]
#[case::the_owner_who_declines_by_it(OWNER, 1)]
fn while_it_is_offered_the_map_decides_anew_by(#[case] by: &str, #[case] declines: u32) {
    let story = Story::reported().does(by, corrected("17", Some("welzijn")));
    assert_eq!(owner_and_declines(&story), ("welzijn", declines));
    assert_eq!(story.state.accept_by(), Some(day("2026-11-05")));
    assert_eq!(story.state.feedback_by, day(FEEDBACK_BY));
}

#[test]
fn a_second_decline_by_correcting_goes_to_the_coordinator() {
    let story = Story::reported()
        .does(OWNER, corrected("17", Some("welzijn")))
        .does("welzijn", corrected("12", Some("wijkteam")));
    assert_eq!(owner_and_declines(&story), (COORDINATOR, 2));
    let Event::Declined {
        reason, suggested, ..
    } = story.last()
    else {
        panic!("{:?}", story.last())
    };
    assert_eq!(
        (*reason, suggested),
        (DeclineReason::OtherAge, &Some(org("wijkteam")))
    );
    let undone = story.does("welzijn", Command::Undo);
    assert_eq!(owner_and_declines(&undone), ("welzijn", 1));
}

#[test]
fn a_second_decline_of_what_is_danger_after_all_is_to_be_taken_on_at_once() {
    let first = Story::reported().does(OWNER, corrected("17", Some("welzijn")));
    let Command::Correct(decided) = corrected("17", Some("wijkteam")) else {
        panic!("a correction")
    };
    let Command::Correct(danger) = corrected_to_acute("12") else {
        panic!("a correction")
    };
    let acute = Command::Correct(Correcting {
        decided: decided.decided,
        ..danger
    });
    let second = first.does("welzijn", acute);
    assert_eq!(second.owner(), COORDINATOR);
    assert_eq!(second.state.accept_by(), Some(day(REPORTED_ON)));
}

#[rstest]
#[case::once_somebody_took_it_on(Story::in_state(State::Accepted), OWNER)]
#[case::once_somebody_moved_it(Story::reported().does(COORDINATOR, some(Verb::Assign)), "welzijn")]
fn the_facts_alone_are_put_right(#[case] story: Story, #[case] owner: &str) {
    let story = story.does(COORDINATOR, corrected("17", Some("wijkteam")));
    assert_eq!(story.owner(), owner);
    assert_eq!(story.state.particulars.age, Some("17".parse().unwrap()));
    assert!(matches!(
        story.last(),
        Event::Corrected {
            then: Correction::Facts { .. },
            ..
        }
    ));
}

/// A correction after which the map says the same owner, and involves another; its own promise is
/// later.
fn decided_for_its_owner(age: &str) -> Command {
    let Command::Correct(mut correcting) = corrected(age, Some(OWNER)) else {
        panic!("a correction")
    };
    let (offer, _) = correcting.decided.as_mut().unwrap();
    offer.involved = vec![org("welzijn")];
    offer.accept_by = day("2027-01-04");
    Command::Correct(correcting)
}

#[rstest]
#[case(SENDER)]
#[case(OWNER)]
#[case(COORDINATOR)]
fn an_owner_whom_the_map_names_again_keeps_it_with_what_the_map_says_now(#[case] by: &str) {
    let reported = Story::reported().does(OWNER, some(Verb::ProposeTransfer));
    let promises = |story: &Story| (story.state.accept_by(), story.state.feedback_by);
    let story = reported.clone().does(by, decided_for_its_owner("17"));
    assert_eq!(owner_and_declines(&story), (OWNER, 0));
    assert_eq!(promises(&story), promises(&reported));
    assert!(story.state.involved.contains(&org("welzijn")));
    assert_eq!(story.state.proposed, reported.state.proposed);
    assert!(story.last().offer().is_some());

    let undone = story.does(by, Command::Undo);
    assert_eq!(undone.state.involved, reported.state.involved);
}

#[test]
fn danger_brings_the_promises_forward_and_nothing_brings_them_back() {
    let story = Story::reported().does(SENDER, corrected_to_acute("17"));
    let promises = |story: &Story| (story.state.accept_by(), story.state.feedback_by);
    let sooner = (Some(day(REPORTED_ON)), day("2026-11-03"));
    assert_eq!(promises(&story), sooner);
    let back = story.does(SENDER, corrected("12", None));
    assert_eq!(promises(&back), sooner);
}

#[test]
fn what_is_answered_is_promised_no_more() {
    let answered = Story::in_state(State::Answered);
    let promised = answered.state.feedback_by;
    let story = answered.does(OWNER, corrected_to_acute("17"));
    assert_eq!(story.state.feedback_by, promised);
}

#[test]
fn what_could_not_be_told_stays_untold_when_the_facts_are_put_right() {
    let story =
        Story::reported_with(Level::StatusOnly).does(COORDINATOR, corrected("17", Some("welzijn")));
    assert_eq!(
        (story.owner(), story.state.level),
        ("welzijn", Level::StatusOnly)
    );
}

/// Her guesses would find what others put right.
#[test]
fn a_status_only_sender_is_told_the_same_whatever_she_puts_right() {
    let story = Story::reported_with(Level::StatusOnly).does(OWNER, corrected("17", None));
    for age in ["17", "34"] {
        assert_eq!(
            story.tries(SENDER, corrected(age, None)),
            Err(Refusal::CorrectsStatusOnly)
        );
    }
}

#[test]
fn who_may_not_read_it_is_not_told_who_took_the_last_step() {
    let full = Story::reported().does(OWNER, some(Verb::Ask));
    let status_only = Story::reported_with(Level::StatusOnly).does(OWNER, some(Verb::Ask));
    let undo = |story: &Story, by| story.tries(by, Command::Undo);
    assert!(matches!(undo(&full, SENDER), Err(Refusal::NotYours { .. })));
    for (story, by) in [(&status_only, SENDER), (&full, STRANGER)] {
        assert_eq!(undo(story, by), Err(Refusal::NothingToUndo));
    }
}

#[test]
fn a_correction_is_undone_with_all_that_it_moved() {
    let reported = Story::reported();
    let undone = reported
        .clone()
        .does(SENDER, corrected("17", Some("welzijn")))
        .does(SENDER, Command::Undo);
    let SignalState {
        owner,
        particulars,
        aged_at,
        map_owner,
        ..
    } = undone.state;
    assert_eq!(
        (owner, particulars, aged_at, map_owner),
        (
            org(OWNER),
            Particulars::default(),
            reported.state.aged_at,
            org(OWNER)
        )
    );
}

#[test]
fn nothing_is_put_right_that_is_right() {
    assert_eq!(
        Story::reported()
            .does(SENDER, corrected("17", None))
            .tries(OWNER, corrected("17", Some("welzijn"))),
        Err(Refusal::NothingCorrected)
    );
}
