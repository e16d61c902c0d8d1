use rstest::rstest;

mod alarms;
mod corrections;
mod forged;
mod questions;
mod reading;
mod table;

use super::*;
use crate::domain::alarm::Promise;
use crate::domain::event::{Channel, Level, Outcome};
use crate::domain::lifecycle::sample::*;
use crate::domain::signal::Particulars;
use crate::domain::signal_state::{Ending, Impossible, State, replay};

#[test]
fn a_first_decline_goes_where_it_points_with_a_new_term_to_accept() {
    let story = Story::reported()
        .on("2026-11-03")
        .does(OWNER, declined(Some("wijkteam")));
    assert_eq!(story.owner(), "wijkteam");
    assert_eq!(story.state.accept_by(), Some(day("2026-11-05")));
}

#[test]
fn a_second_decline_goes_to_the_coordinator_wherever_it_points() {
    let story = Story::reported()
        .does(OWNER, declined(Some("wijkteam")))
        .does("wijkteam", declined(Some(OWNER)));
    assert_eq!(story.owner(), COORDINATOR);
    let Event::Declined { suggested, to, .. } = story.last() else {
        panic!("{:?}", story.last())
    };
    assert_eq!(
        (suggested.as_ref(), to),
        (Some(&org(OWNER)), &org(COORDINATOR)),
        "what was suggested stays on record"
    );
}

#[test]
fn a_decline_after_the_coordinator_assigned_it_comes_back_to_the_coordinator() {
    let story = Story::reported().does(OWNER, declined(None));
    let story = story.does(
        COORDINATOR,
        Command::Assign {
            to: org("welzijn"),
            reason: words(),
        },
    );
    assert_eq!(
        story.does("welzijn", declined(Some("wijkteam"))).owner(),
        COORDINATOR
    );
}

#[test]
fn a_decline_that_does_not_know_where_to_goes_to_the_coordinator() {
    assert_eq!(
        Story::reported().does(OWNER, declined(None)).owner(),
        COORDINATOR
    );
}

#[test]
fn a_decline_cannot_point_at_oneself() {
    assert_eq!(
        Story::reported().tries(OWNER, declined(Some(OWNER))),
        Err(Refusal::AlreadyOwner(org(OWNER)))
    );
}

#[test]
fn the_coordinator_who_owns_cannot_decline_but_can_assign() {
    let story = Story::reported().does(OWNER, declined(None));
    assert_eq!(
        story.tries(COORDINATOR, declined(Some("wijkteam"))),
        Err(Refusal::CoordinatorCannotDecline)
    );
    assert_eq!(
        story.does(COORDINATOR, some(Verb::Assign)).owner(),
        "welzijn"
    );
}

#[test]
fn a_transfer_changes_the_owner_only_when_it_is_taken() {
    let proposed = Story::in_state(State::Accepted);
    assert_eq!(proposed.owner(), OWNER);
    let refused = proposed
        .clone()
        .does(PROPOSED, Command::RefuseTransfer { words: None });
    assert_eq!(
        (refused.owner(), refused.state.proposed.as_ref()),
        (OWNER, None)
    );
    let taken = proposed.does(PROPOSED, Command::TakeTransfer);
    assert_eq!(
        (taken.owner(), taken.state.state()),
        (PROPOSED, State::Accepted)
    );
}

#[rstest]
#[case::declining(OWNER, declined(None))]
#[case::assigning(COORDINATOR, some(Verb::Assign))]
#[case::deciding_again(COORDINATOR, some(Verb::Reroute))]
#[case::ending_it(OWNER, Command::EndTransfer)]
#[case::hearing_it(SENDER, some(Verb::Heard))]
fn nobody_is_asked_to_take_over_any_more_after(#[case] by: &str, #[case] command: Command) {
    assert_eq!(
        Story::in_state(State::Accepted)
            .does(by, command)
            .state
            .proposed,
        None
    );
}

#[rstest]
#[case::an_acceptance(OWNER, Command::Accept { contact: None })]
#[case::a_decline(OWNER, declined(Some("wijkteam")))]
#[case::a_decline_without_suggestion(OWNER, declined(None))]
#[case::a_transfer(PROPOSED, Command::TakeTransfer)]
#[case::an_assignment(COORDINATOR, some(Verb::Assign))]
#[case::a_new_decision_of_the_map(COORDINATOR, some(Verb::Reroute))]
#[case::interim_feedback(OWNER, some(Verb::Interim))]
fn the_promise_to_the_sender_survives(#[case] by: &str, #[case] command: Command) {
    let story = Story::in_state(State::Offered)
        .on("2026-11-06")
        .does(by, command);
    assert_eq!(story.state.feedback_by, day(FEEDBACK_BY));
}

#[test]
fn accepting_stops_no_clock() {
    let story = Story::reported()
        .does(OWNER, Command::Accept { contact: None })
        .on("2026-11-10");
    assert_eq!(story.state.due(), Some(day(FEEDBACK_BY)));
    assert!(State::UNANSWERED.contains(&story.state.state()));
    assert!(
        story
            .tries(COORDINATOR, alarm(Promise::Feedback, 1))
            .is_ok()
    );
}

/// In general two days to accept, and of acute signals the day itself.
#[rstest]
#[case::in_time("2026-11-03", Urgency::Normal, "2026-11-05")]
#[case::not_after_the_sender_is_to_hear("2026-11-08", Urgency::Fyi, FEEDBACK_BY)]
#[case::on_the_day_itself_the_next_working_day(FEEDBACK_BY, Urgency::Urgent, "2026-11-10")]
#[case::no_day_in_the_past("2026-11-10", Urgency::Normal, "2026-11-12")]
#[case::danger("2026-11-03", Urgency::Acute, "2026-11-03")]
#[case::danger_on_the_day_itself(FEEDBACK_BY, Urgency::Acute, FEEDBACK_BY)]
#[case::danger_that_is_late("2026-11-10", Urgency::Acute, "2026-11-10")]
fn who_becomes_owner_later_has_time_to_say_whether_they_take_it_on(
    #[case] today: &str,
    #[case] urgency: Urgency,
    #[case] accept_by: &str,
) {
    let mut reported = Story::reported().on(today);
    reported.state.particulars.urgency = urgency;
    let story = reported.does(OWNER, declined(Some("wijkteam")));
    assert_eq!(story.state.accept_by(), Some(day(accept_by)));
    assert_eq!(story.state.feedback_by, day(FEEDBACK_BY));
    assert!(story.state.due() <= Some(day(FEEDBACK_BY)));
}

#[rstest]
#[case::rejecting(State::Answered, Verb::Reject)]
#[case::reopening(State::Closed, Verb::Reopen)]
fn the_sender_is_promised_anew_after(#[case] state: State, #[case] verb: Verb) {
    let story = Story::in_state(state)
        .on("2026-12-01")
        .does(SENDER, some(verb));
    assert_eq!(
        (story.state.state(), story.state.feedback_by),
        (State::Accepted, day("2026-12-06"))
    );
    assert_eq!(
        story.state.answer(),
        None,
        "what was not right is no answer"
    );
}

#[test]
fn nobody_closes_for_the_sender_before_the_last_day_to_confirm_has_passed() {
    let story = Story::in_state(State::Answered).on("2026-11-12");
    assert_eq!(
        story.tries(OWNER, Command::Close),
        Err(Refusal::ConfirmStillRuns {
            by: org(SENDER),
            until: day("2026-11-12")
        })
    );
    let closed = story.on("2026-11-13").does(OWNER, Command::Close);
    let Stage::Closed(answer, ending) = &closed.state.stage else {
        panic!("{:?}", closed.state.stage)
    };
    assert_eq!(
        (answer.outcome.known(), *ending),
        (Some(Outcome::HelpStarted), Ending::Unconfirmed)
    );
}

#[test]
fn the_sender_may_still_confirm_after_that_day() {
    let story = Story::in_state(State::Answered)
        .on(LONG_AFTER)
        .does(SENDER, some(Verb::Confirm));
    assert!(matches!(
        story.state.stage,
        Stage::Closed(_, Ending::Confirmed)
    ));
}

#[test]
fn where_only_the_status_may_be_told_words_are_refused_and_the_status_is_an_answer() {
    let story = Story::reported_with(Level::StatusOnly);
    let interim = |content| Command::Interim {
        channel: Channel::Phone,
        content,
    };
    assert_eq!(
        story.tries(OWNER, answer(FeedbackContent::Full(words()))),
        Err(Refusal::StatusOnly)
    );
    assert_eq!(
        story.tries(OWNER, interim(FeedbackContent::Full(words()))),
        Err(Refusal::StatusOnly)
    );
    assert!(
        story
            .tries(OWNER, interim(FeedbackContent::StatusOnly))
            .is_ok()
    );
    let answered = story.does(OWNER, answer(FeedbackContent::StatusOnly));
    assert_eq!(answered.state.answer().unwrap().level, Level::StatusOnly);
}

#[test]
fn an_owner_who_may_tell_all_may_still_tell_the_status_alone() {
    let story = Story::reported().does(OWNER, answer(FeedbackContent::StatusOnly));
    assert_eq!(story.state.answer().unwrap().level, Level::StatusOnly);
}

#[test]
fn an_amendment_involves_the_owners_of_the_added_topics_and_keeps_the_owner() {
    let involve = vec![
        org("taalhuis"),
        org(OWNER),
        org(INVOLVED),
        org("debt-help"),
        org("taalhuis"),
    ];
    let amend = Command::Amend {
        topics: topics(&["parenting", "finances", "language"]),
        words: None,
        involve,
    };
    let story = Story::in_state(State::Accepted).does(OWNER, amend);
    assert_eq!(story.owner(), OWNER);
    assert_eq!(
        story.state.topics,
        topics(&["parenting", "finances", "language"])
    );
    assert_eq!(
        story.state.involved,
        [INVOLVED, "debt-help", "taalhuis"].map(org).into()
    );
    assert_eq!(
        story.record.len(),
        6,
        "one amendment, and each new organisation involved once"
    );
}

#[test]
fn an_amendment_must_change_something() {
    let amend = Command::Amend {
        topics: topics(&["parenting"]),
        words: Some(words()),
        involve: vec![],
    };
    assert_eq!(
        Story::reported().tries(OWNER, amend),
        Err(Refusal::NothingChanged)
    );
}

#[test]
fn an_organisation_that_has_its_part_is_not_given_it_twice() {
    let story = Story::reported();
    let involve = |code| Command::Involve {
        organisation: org(code),
    };
    assert_eq!(
        story.tries(OWNER, involve(OWNER)),
        Err(Refusal::AlreadyOwner(org(OWNER)))
    );
    assert_eq!(
        story.tries(OWNER, involve(INVOLVED)),
        Err(Refusal::AlreadyInvolved(org(INVOLVED)))
    );
    assert_eq!(
        story.tries(OWNER, involve(SENDER)),
        Err(Refusal::AlreadyInvolved(org(SENDER)))
    );
    let propose = Command::ProposeTransfer {
        to: org(OWNER),
        words: None,
    };
    assert_eq!(
        story.tries(OWNER, propose),
        Err(Refusal::AlreadyOwner(org(OWNER)))
    );
    let assign = Command::Assign {
        to: org(OWNER),
        reason: words(),
    };
    assert_eq!(
        story.tries(COORDINATOR, assign),
        Err(Refusal::AlreadyOwner(org(OWNER)))
    );
}

#[test]
fn a_coordinator_does_not_involve_herself() {
    let involve = Command::Involve {
        organisation: org(COORDINATOR),
    };
    let story = Story::in_state(State::Accepted);
    assert_eq!(
        story.tries(COORDINATOR, involve.clone()),
        Err(Refusal::NotOneself)
    );
    assert!(
        story.tries(OWNER, involve).is_ok(),
        "the owner may want her there"
    );
}

#[test]
fn a_record_that_lost_an_event_or_begins_elsewhere_is_no_story() {
    let Story { state, record, .. } = Story::in_state(State::Accepted)
        .does(OWNER, Command::EndTransfer)
        .does(OWNER, some(Verb::Final))
        .does(SENDER, some(Verb::Confirm));
    let describe = |record: &[_]| {
        replay(
            state.id,
            topics(&["parenting"]),
            Particulars::default(),
            record,
        )
    };
    assert_eq!(describe(&record), Ok(state.clone()));
    assert_eq!(describe(&[]), Err(Impossible::NoEvents));
    assert_eq!(describe(&record[1..]), Err(Impossible::Event(2)));
    assert_eq!(
        describe(&[&record[..1], &record[2..]].concat()),
        Err(Impossible::Event(3)),
    );
    let mut renumbered = [&record[..1], &record[5..]].concat();
    renumbered[1].number = 2;
    assert_eq!(
        describe(&renumbered),
        Err(Impossible::Event(2)),
        "a confirmation without feedback"
    );
}
