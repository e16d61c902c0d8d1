//! The fold is the second lock: a record that says what cannot have happened is no story, whoever
//! wrote it.

use crate::domain::alarm::Promise;
use crate::domain::codes::CodeEnum as _;
use crate::domain::event::{Event, Level, Offer, RecordedEvent};
use crate::domain::lifecycle::Verb;
use crate::domain::lifecycle::sample::*;
use crate::domain::lifecycle::tests::table::{PARTIES, rows};
use crate::domain::signal::Particulars;
use crate::domain::signal_state::{State, replay};

#[test]
fn a_record_with_an_event_in_a_state_that_the_table_does_not_allow_is_no_story() {
    for (verb, cells, _) in rows() {
        let (state, cell) = State::ALL
            .iter()
            .zip(&cells)
            .find(|(_, cell)| **cell != "-")
            .unwrap();
        let (_, by) = PARTIES
            .iter()
            .find(|(letter, _)| cell.starts_with(*letter))
            .unwrap();
        let allowed = Story::ready_for(verb, *state);
        let command = allowed.some(verb);
        let genuine = allowed.does(by, command).record.pop().unwrap();
        for (state, _) in State::ALL
            .iter()
            .zip(&cells)
            .filter(|(_, cell)| **cell == "-")
        {
            let mut signal = Story::in_state(*state).state;
            // A transfer that was proposed and never answered is no reason to take part later.
            signal.proposed = Some(org(by));
            let before = signal.clone();
            assert!(
                signal
                    .apply(&RecordedEvent {
                        number: signal.events + 1,
                        ..genuine.clone()
                    })
                    .is_err(),
                "{verb} when {state}"
            );
            assert_eq!(signal, before, "{verb} when {state}");
        }
    }
}

#[test]
fn a_record_in_which_an_alarm_sounds_about_another_day_than_was_promised_is_no_story() {
    let sounded = Story::reported()
        .on(LONG_AFTER)
        .does(COORDINATOR, alarm(Promise::Accept, 1))
        .record
        .pop()
        .unwrap();
    let Event::Escalated { promise, after, .. } = sounded.event else {
        panic!("{sounded:?}")
    };
    let forged = |promised| {
        let event = Event::Escalated {
            promise,
            promised: day(promised),
            after,
            informed: vec![org(OWNER)],
        };
        Story::reported().state.apply(&RecordedEvent {
            event,
            ..sounded.clone()
        })
    };
    assert!(forged(ACCEPT_BY).is_ok());
    assert!(forged(FEEDBACK_BY).is_err());
}

#[test]
fn a_record_in_which_another_takes_what_was_not_proposed_to_it_is_no_story() {
    let story = Story::in_state(State::Accepted);
    for event in [Event::TransferTaken, Event::TransferRefused] {
        let forged = |by| RecordedEvent {
            number: story.state.events + 1,
            by: org(by),
            event: event.clone(),
            ..story.record[0].clone()
        };
        assert!(story.state.clone().apply(&forged(PROPOSED)).is_ok());
        assert!(story.state.clone().apply(&forged(STRANGER)).is_err());
    }
}

#[test]
fn a_record_that_involves_its_owner_its_sender_or_somebody_twice_is_no_story() {
    let reported = Story::reported();
    let [report] = reported.record.as_slice() else {
        panic!("a report alone")
    };
    let rerouted = Story::reported().does(COORDINATOR, rerouted("welzijn", Level::Full));
    let Event::Rerouted(again) = rerouted.last().clone() else {
        panic!("{:?}", rerouted.last())
    };
    let describe = |event| RecordedEvent {
        event,
        ..report.clone()
    };
    let with = |owner: &str, involved: &[&str]| Offer {
        owner: org(owner),
        involved: involved.iter().map(|code| org(code)).collect(),
        claimants: vec![],
        ..again.clone()
    };
    for (owner, involved, may) in [
        (OWNER, [].as_slice(), true),
        (OWNER, &[INVOLVED, COORDINATOR], true),
        (OWNER, &[OWNER], false),
        (OWNER, &[INVOLVED, OWNER], false),
        (OWNER, &[SENDER], false),
        (OWNER, &[INVOLVED, COORDINATOR, INVOLVED], false),
        (INVOLVED, &[INVOLVED], false),
    ] {
        let offer = with(owner, involved);
        let first = describe(Event::Reported(offer.clone()));
        let story = replay(
            reported.state.id,
            topics(&["parenting"]),
            Particulars::default(),
            &[first],
        );
        assert_eq!(story.is_ok(), may, "reported: {owner} and {involved:?}");
        let next = RecordedEvent {
            number: 2,
            ..describe(Event::Rerouted(offer))
        };
        let mut state = reported.state.clone();
        let applied = state.apply(&next);
        assert_eq!(applied.is_ok(), may, "rerouted: {owner} and {involved:?}");
    }
    for (organisation, may) in [(STRANGER, true), (OWNER, false), (SENDER, false)] {
        let organisation = org(organisation);
        let next = RecordedEvent {
            number: 2,
            ..describe(Event::Involved { organisation })
        };
        let mut state = reported.state.clone();
        assert_eq!(state.apply(&next).is_ok(), may, "{next:?}");
    }
}

#[test]
fn a_record_in_which_somebody_is_asked_who_may_not_reply_is_no_story() {
    let asked = Story::reported().does(OWNER, some(Verb::Ask));
    let event = asked.record.last().unwrap();
    for (of, may) in [
        (SENDER, true),
        (INVOLVED, true),
        (OWNER, false),
        (COORDINATOR, false),
        (STRANGER, false),
    ] {
        let forged = RecordedEvent {
            event: Event::Asked { of: org(of) },
            ..event.clone()
        };
        let applied = Story::reported().state.apply(&forged);
        assert_eq!(applied.is_ok(), may, "{of}");
    }
}
