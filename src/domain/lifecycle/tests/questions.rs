//! Questions and replies.

use super::*;
use crate::domain::signal_state::OpenQuestion;

fn ask(of: Option<&str>) -> Command {
    Command::Ask {
        of: of.map(org),
        question: words(),
    }
}

fn reply(question: Option<u32>) -> Command {
    Command::Reply {
        question,
        words: words(),
    }
}

#[test]
fn a_reply_is_to_the_oldest_question_that_waits_for_that_organisation() {
    let asked = Story::reported()
        .does(OWNER, ask(Some(INVOLVED)))
        .does(OWNER, ask(None))
        .does(OWNER, ask(None));
    let waiting = |story: &Story| {
        story
            .state
            .questions
            .iter()
            .map(|q| q.number)
            .collect::<Vec<_>>()
    };
    assert_eq!(waiting(&asked), [2, 3, 4]);
    assert_eq!(
        asked.tries(SENDER, reply(Some(2))),
        Err(Refusal::NoSuchQuestion(2)),
        "that one is for another organisation"
    );
    assert_eq!(waiting(&asked.clone().does(SENDER, reply(Some(4)))), [2, 3]);
    let replied = asked.does(SENDER, reply(None));
    assert_eq!(waiting(&replied), [2, 4]);
    assert_eq!(
        replied.tries(SENDER, reply(Some(3))),
        Err(Refusal::NoSuchQuestion(3)),
        "it has had its reply"
    );
}

#[test]
fn a_reply_without_a_question_adds_something() {
    let story = Story::reported().does(SENDER, reply(None));
    assert_eq!(story.last(), &Event::Replied { question: None });
}

#[test]
fn only_the_sender_and_those_involved_can_be_asked() {
    for other in [OWNER, COORDINATOR, STRANGER] {
        assert_eq!(
            Story::reported().tries(OWNER, ask(Some(other))),
            Err(Refusal::NotConnected(org(other)))
        );
    }
}

#[test]
fn a_question_to_an_organisation_that_becomes_the_owner_waits_no_longer() {
    let story = Story::reported()
        .does(OWNER, ask(Some(INVOLVED)))
        .does(OWNER, ask(None));
    let story = story.does(OWNER, declined(Some(INVOLVED)));
    assert_eq!(
        story.state.questions,
        [OpenQuestion {
            number: 3,
            of: org(SENDER)
        }]
    );
    let elsewhere = Story::reported()
        .does(OWNER, ask(Some(INVOLVED)))
        .does(OWNER, declined(Some(PROPOSED)));
    assert_eq!(
        elsewhere.state.questions,
        [OpenQuestion {
            number: 2,
            of: org(INVOLVED)
        }],
        "the new owner waits for it now"
    );
}
