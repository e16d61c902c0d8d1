//! What a status-only sender and who is asked read of a signal.

use super::*;
use crate::domain::event::Event;
use crate::domain::event::{EventKind, Outcome};
use crate::domain::lifecycle::sample::*;
use crate::domain::lifecycle::{Command, FeedbackContent, Verb};
use crate::domain::signal::{Particulars, Urgency};

/// Whom [`some`] proposes.
const TAKER: &str = "welzijn";

fn reader(organisation: &str) -> Reader {
    Reader {
        organisation: org(organisation).into(),
        reach: Reach::OwnSignals,
        sent: SentReach::All,
        coordinates: vec![],
    }
}

fn read<'s>(story: &'s Story, by: &str) -> ReadSignal<'s> {
    ReadSignal::of(
        &story.state,
        (&topics(&["parenting"]), &Particulars::default()),
        &story.record,
        &reader(by),
    )
}

fn kinds(read: &ReadSignal<'_>) -> Vec<EventKind> {
    read.events.iter().map(|one| one.event.kind()).collect()
}

fn ask(of: Option<&str>) -> Command {
    Command::Ask {
        of: of.map(org),
        question: words(),
    }
}

/// A signal of which the sender hears the status only: asked, handed on, and answered.
fn answered() -> Story {
    let reply = Command::Reply {
        question: Some(5),
        words: words(),
    };
    let answer = Command::Final {
        outcome: Outcome::HelpStarted,
        handed_to: None,
        channel: crate::domain::event::Channel::Phone,
        content: FeedbackContent::StatusOnly,
    };
    Story::reported_with(Level::StatusOnly)
        .does(OWNER, Command::Accept { contact: None })
        .does(OWNER, ask(Some(INVOLVED)))
        .does(INVOLVED, some(Verb::Reply))
        .does(OWNER, ask(None))
        .does(SENDER, reply)
        .does(OWNER, ask(None))
        .does(OWNER, some(Verb::ProposeTransfer))
        .does(TAKER, Command::TakeTransfer)
        .does(TAKER, some(Verb::Amend))
        .does(TAKER, answer)
        .does(
            TAKER,
            Command::Involve {
                organisation: org("taalhuis"),
            },
        )
}

#[test]
fn a_status_only_sender_reads_her_own_steps_what_she_was_asked_and_that_it_was_answered() {
    let story = answered();
    let read = read(&story, SENDER);
    assert_eq!(
        kinds(&read),
        [
            EventKind::Reported,
            EventKind::Asked,
            EventKind::Replied,
            EventKind::Asked,
            EventKind::FeedbackFinal
        ]
    );
    let numbers: Vec<_> = read
        .events
        .iter()
        .map(|one| (one.number, one.recorded))
        .collect();
    assert_eq!(numbers, [(1, 1), (2, 5), (3, 6), (4, 7), (5, 11)]);
    assert_eq!(read.events[2].event, Event::Replied { question: Some(2) });
    assert_eq!(
        read.questions
            .iter()
            .map(|one| one.number)
            .collect::<Vec<_>>(),
        [4]
    );
    let words: Vec<bool> = read.events.iter().map(|one| one.words).collect();
    assert_eq!(words, [true, true, true, true, false]);
    assert_eq!(
        (read.events[0].hidden, read.events[4].hidden),
        (
            &["involved", "claimants"][..],
            &["outcome", "handed_to"][..]
        )
    );
    assert_eq!(read.standing.topics, topics(&["parenting"]));
    assert_eq!(
        (read.standing.declines, read.standing.last_at, read.involved),
        (None, None, None)
    );
}

#[test]
fn of_who_was_owner_in_the_meantime_a_status_only_sender_reads_no_name() {
    let assign = Command::Assign {
        to: org("taalhuis"),
        reason: words(),
    };
    let story = Story::reported_with(Level::StatusOnly)
        .does(OWNER, some(Verb::ProposeTransfer))
        .does(TAKER, Command::TakeTransfer)
        .does(TAKER, ask(None))
        .does(COORDINATOR, assign);
    let read = read(&story, SENDER);
    assert_eq!(kinds(&read), [EventKind::Reported, EventKind::Asked]);
    assert_eq!(read.events[0].by, Some(&org(SENDER)));
    assert_eq!(read.events[1].by, None);
}

#[test]
fn a_sender_of_whom_one_answer_alone_was_kept_short_reads_all_the_rest() {
    let story = Story::reported().does(
        OWNER,
        Command::Final {
            outcome: Outcome::Partly,
            handed_to: None,
            channel: crate::domain::event::Channel::Phone,
            content: FeedbackContent::StatusOnly,
        },
    );
    let read = read(&story, SENDER);
    assert_eq!(
        (read.level, read.involved.is_some()),
        (AccessLevel::Full, true)
    );
    assert!(
        read.events
            .iter()
            .all(|one| one.words && one.hidden.is_empty())
    );
}

#[test]
fn who_is_asked_to_take_it_over_reads_the_words_of_that_proposal_while_asked() {
    let propose = |to: &str| Command::ProposeTransfer {
        to: org(to),
        words: Some(words()),
    };
    let with_words = |story: &Story, by: &str| {
        let read = read(story, by);
        let numbers = read.events.iter().filter(|one| one.words);
        (
            read.level,
            numbers.map(|one| one.number).collect::<Vec<_>>(),
        )
    };
    let story = Story::reported().does(OWNER, propose(PROPOSED));
    assert_eq!(
        with_words(&story, PROPOSED),
        (AccessLevel::Metadata, vec![2])
    );
    assert_eq!(
        with_words(&story, COORDINATOR),
        (AccessLevel::Metadata, vec![])
    );
    let story = story.does(OWNER, propose("taalhuis"));
    assert_eq!(
        with_words(&story, "taalhuis"),
        (AccessLevel::Metadata, vec![4])
    );
    assert_eq!(with_words(&story, PROPOSED), (AccessLevel::Nothing, vec![]));
    let refused = story.does("taalhuis", some(Verb::RefuseTransfer));
    assert_eq!(read(&refused, "taalhuis").level, AccessLevel::Nothing);
}

#[test]
fn whoever_watches_all_signals_reads_no_words_and_the_privacy_officer_all() {
    let story = answered();
    let of = |reach| {
        let stranger = Reader {
            reach,
            ..reader(STRANGER)
        };
        let read = ReadSignal::of(
            &story.state,
            (&topics(&["parenting"]), &Particulars::default()),
            &story.record,
            &stranger,
        );
        (
            read.level,
            read.contact,
            read.events.len(),
            read.reads_words(),
        )
    };
    let all = story.record.len();
    assert_eq!(
        of(Reach::OwnSignals),
        (AccessLevel::Nothing, false, 0, false)
    );
    assert_eq!(
        of(Reach::AllSignals),
        (AccessLevel::Metadata, false, all, false)
    );
    assert_eq!(of(Reach::AllWords), (AccessLevel::Full, true, all, true));
}

/// What others put right would tell what is known of the family.
#[test]
fn a_status_only_sender_reads_her_own_corrections_and_nothing_of_others() {
    let story = Story::reported()
        .does(OWNER, corrected("17", None))
        .does(SENDER, corrected_to_acute("17"))
        .does(COORDINATOR, rerouted("welzijn", Level::StatusOnly))
        .does("welzijn", corrected("34", None));
    let mine = read(&story, SENDER);
    assert_eq!(kinds(&mine), [EventKind::Reported, EventKind::Corrected]);
    let own = Particulars {
        urgency: Urgency::Acute,
        ..Particulars::default()
    };
    assert_eq!(mine.particulars, own);
    let Event::Corrected { particulars, .. } = &mine.events[1].event else {
        panic!("{:?}", mine.events)
    };
    assert_eq!(*particulars, own, "what the owner put right is not told");
    assert_eq!(mine.events[1].was, Some(Particulars::default()));
    assert_eq!(
        read(&story, "welzijn").particulars,
        story.state.particulars,
        "the owner reads all"
    );
}

#[test]
fn a_correction_that_was_taken_back_tells_what_was_when_it_was_made() {
    let story = Story::reported()
        .does(SENDER, corrected("17", None))
        .does(SENDER, corrected("34", None))
        .does(SENDER, Command::Undo)
        .does(SENDER, Command::Undo)
        .does(SENDER, corrected("60", None));
    let events = read(&story, OWNER).events;
    let was: Vec<Option<String>> = events
        .iter()
        .filter_map(|one| one.was.as_ref())
        .map(|was| was.age.map(|age| age.to_string()))
        .collect();
    assert_eq!(was, [None, Some("17".to_owned()), None]);
}

#[test]
fn what_was_taken_back_is_crossed_out_and_its_words_are_read_by_their_writer_alone() {
    let story = Story::reported()
        .does(OWNER, some(Verb::Final))
        .does(OWNER, Command::Undo);
    for (by, words) in [(OWNER, true), (SENDER, false), (INVOLVED, false)] {
        let events = read(&story, by).events;
        let crossed: Vec<(bool, bool)> = events.iter().map(|one| (one.undone, one.words)).collect();
        assert_eq!(
            crossed,
            [(false, true), (true, words), (false, true)],
            "{by}"
        );
    }
    let privacy = Reader {
        reach: Reach::AllWords,
        ..reader(STRANGER)
    };
    let reported = Particulars::default();
    let topics = topics(&["parenting"]);
    let all = ReadSignal::of(&story.state, (&topics, &reported), &story.record, &privacy);
    assert!(
        all.events[1].words,
        "the privacy officer moves a whole register"
    );
}
