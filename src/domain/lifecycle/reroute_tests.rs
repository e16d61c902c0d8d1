//! When the map decides again: what changes, and what stays.

use rstest::rstest;

use super::*;
use crate::domain::access::AccessLevel;
use crate::domain::event::{Basis, Level, Offer, RecordedEvent};
use crate::domain::lifecycle::sample::*;
use crate::domain::signal_state::State;

fn decided_again(story: Story) -> Story {
    story.does(COORDINATOR, rerouted("welzijn", Level::Full))
}

#[test]
fn owner_basis_and_coordinator_are_those_of_the_new_decision() {
    let state = decided_again(Story::in_state(State::Accepted)).state;
    assert_eq!(
        (
            state.owner.as_str(),
            state.basis,
            state.coordinator.as_str()
        ),
        ("welzijn", Basis::Dispute, "gemeente-veenbroek")
    );
    assert_eq!((state.state(), state.proposed), (State::Offered, None));
}

#[test]
fn the_promise_to_the_sender_is_the_one_that_was_made_with_the_report() {
    let story = decided_again(Story::reported());
    let Event::Rerouted(offer) = story.last() else {
        panic!("{:?}", story.last())
    };
    assert_eq!(
        (offer.feedback_by, story.state.feedback_by),
        (day(FEEDBACK_BY), day(FEEDBACK_BY)),
        "whatever the new decision promises"
    );
}

#[rstest]
#[case::in_time(REPORTED_ON, "2026-11-06")]
#[case::where_the_sender_is_to_hear_today(FEEDBACK_BY, "2026-11-10")]
#[case::after_the_promise_has_passed("2026-11-10", "2026-11-12")]
fn the_new_owner_says_in_her_own_term_whether_she_takes_it_on(
    #[case] today: &str,
    #[case] accept_by: &str,
) {
    let Command::Reroute {
        offer,
        decision: grounds,
        reason,
    } = rerouted("welzijn", Level::Full)
    else {
        panic!()
    };
    // The term of the new decision: four days after a report, and two days after the later ones.
    let term = if today == REPORTED_ON { 4 } else { 2 };
    let offer = Offer {
        accept_by: day(today).plus(term),
        ..offer
    };
    let story = Story::reported().on(today).does(
        COORDINATOR,
        Command::Reroute {
            offer,
            decision: grounds,
            reason,
        },
    );
    assert_eq!(story.state.accept_by(), Some(day(accept_by)));
}

#[test]
fn who_was_involved_stays_so_and_who_owned_it_has_no_part_any_more() {
    let state = decided_again(Story::in_state(State::Accepted)).state;
    assert_eq!(state.involved, [INVOLVED, "wijkteam"].map(org).into());
    assert_eq!(state.access_level(&org(OWNER)), AccessLevel::Nothing);
    assert_eq!(
        state.access_level(&org(COORDINATOR)),
        AccessLevel::Nothing,
        "another coordinator decides now"
    );
    assert_eq!(
        state.access_level(&org("gemeente-veenbroek")),
        AccessLevel::Metadata
    );
    assert_eq!(state.access_level(&org("welzijn")), AccessLevel::Full);
}

#[test]
fn who_was_involved_and_owns_it_now_is_no_longer_merely_involved() {
    let story = Story::reported().does(COORDINATOR, rerouted("wijkteam", Level::Full));
    assert_eq!(story.state.involved, [INVOLVED].map(org).into());
    let story = Story::reported().does(COORDINATOR, rerouted(INVOLVED, Level::Full));
    assert_eq!(story.state.involved, ["wijkteam"].map(org).into());
}

#[rstest]
#[case(Level::Full, Level::Full, Level::Full)]
#[case(Level::Full, Level::StatusOnly, Level::StatusOnly)]
#[case(Level::StatusOnly, Level::Full, Level::StatusOnly)]
fn what_could_not_be_told_to_the_sender_does_not_come_to_light(
    #[case] before: Level,
    #[case] decided: Level,
    #[case] after: Level,
) {
    let story = Story::reported_with(before).does(COORDINATOR, rerouted("welzijn", decided));
    assert_eq!(story.state.level, after);
}

#[test]
fn a_signal_whose_owner_the_map_says_again_does_not_move() {
    assert_eq!(
        Story::reported().tries(COORDINATOR, rerouted(OWNER, Level::Full)),
        Err(Refusal::AlreadyOwner(org(OWNER)))
    );
    let stranger = Story::reported().tries(STRANGER, rerouted(OWNER, Level::Full));
    assert!(
        matches!(stranger, Err(Refusal::NotYours { .. })),
        "who has no part in it does not hear who owns it"
    );
}

#[test]
fn a_record_in_which_a_map_moves_the_promise_to_the_sender_is_no_story() {
    let story = decided_again(Story::reported());
    let Event::Rerouted(offer) = story.last() else {
        panic!("{:?}", story.last())
    };
    let before = Story::reported().state;
    let forged = |feedback_by| {
        let event = Event::Rerouted(Offer {
            feedback_by,
            ..offer.clone()
        });
        before.clone().apply(&RecordedEvent {
            event,
            ..story.record[1].clone()
        })
    };
    assert!(forged(day(FEEDBACK_BY)).is_ok());
    for moved in ["2026-11-06", "2026-12-24"] {
        assert!(forged(day(moved)).is_err(), "{moved}");
    }
}
