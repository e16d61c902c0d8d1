use rstest::rstest;

mod forged;

use super::sample::*;
use super::*;
use crate::domain::case::{Ending, OpenQuestion, replay};
use crate::domain::codes::Choice as _;
use crate::domain::reading::Reading;

/// Design section 4, written out: who may do what in which state (Sender, Owner, Coordinator,
/// Involved, Proposed), and where it leads.
const WHO_MAY: &str = "
    verb              offered  accepted  answered  closed  withdrawn  | becomes
    accept            O        -         -         -       -          | accepted
    decline           O        O         -         -       -          | offered
    transfer-propose  O        O         -         -       -          | same
    transfer-take     P        P         -         -       -          | accepted
    transfer-refuse   P        P         -         -       -          | same
    assign            C        C         C         -       -          | offered
    reroute           C        C         C         -       -          | offered
    involve           OC       OC        OC        -       -          | same
    ask               O        O         O         -       -          | same
    reply             SI       SI        SI        -       -          | same
    amend             O        O         O         -       -          | same
    feedback-interim  O        O         -         -       -          | accepted
    feedback          O        O         -         -       -          | answered
    confirm           -        -         S         -       -          | closed
    reject            -        -         S         -       -          | accepted
    close             -        -         OC        -       -          | closed
    reopen            -        -         -         SOC     -          | accepted
    withdraw          S        S         -         -       -          | withdrawn
    escalate          C        C         C         -       -          | same
";

const PARTIES: [(char, &str); 6] = [
    ('S', SENDER),
    ('O', OWNER),
    ('C', COORDINATOR),
    ('I', INVOLVED),
    ('P', PROPOSED),
    ('-', STRANGER),
];

fn rows() -> Vec<(Verb, Vec<&'static str>, &'static str)> {
    let row = |line: &'static str| {
        let (left, becomes) = line.split_once('|').unwrap();
        let mut cells = left.split_whitespace();
        (
            Verb::from_code(cells.next().unwrap()).unwrap(),
            cells.collect(),
            becomes.trim(),
        )
    };
    WHO_MAY
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .skip(1)
        .map(row)
        .collect()
}

#[test]
fn the_table_has_every_verb_once() {
    let verbs: Vec<Verb> = rows().into_iter().map(|(verb, ..)| verb).collect();
    assert_eq!(verbs, Verb::ALL);
}

#[test]
fn every_verb_in_every_state_is_for_the_parties_of_the_table_and_refused_to_all_others() {
    for (verb, cells, becomes) in rows() {
        for (state, cell) in State::ALL.iter().zip(&cells) {
            let story = Story::in_state(*state).on(LONG_AFTER);
            for (letter, organisation) in PARTIES {
                let here = format!("{verb} by {organisation} ({letter}) when {state}");
                // Once a signal has left the owner's hands nobody is asked to take it over any
                // more.
                let has_part =
                    letter != '-' && (letter != 'P' || State::UNANSWERED.contains(state));
                let ever = has_part && cells.iter().any(|cell| cell.contains(letter));
                match story.tries(organisation, story.some(verb)) {
                    Ok(_) => {
                        assert!(has_part && cell.contains(letter), "{here} must be refused");
                        let after = story.clone().does(organisation, story.some(verb));
                        let expected = if becomes == "same" {
                            state.code()
                        } else {
                            becomes
                        };
                        assert_eq!(after.case.state().code(), expected, "{here}");
                    }
                    Err(Refusal::WrongState {
                        state: stands,
                        needs,
                    }) => {
                        assert!(
                            ever && !cell.contains(letter),
                            "{here} must be another answer than the wrong state"
                        );
                        assert_eq!(stands, *state, "{here}");
                        assert!(!needs.contains(state), "{here}");
                    }
                    Err(Refusal::NotYours { may }) => {
                        assert!(!ever, "{here} must not be refused for the party");
                        assert!(
                            !may.iter().any(|(_, who)| who.contains(&org(organisation))),
                            "{here}"
                        );
                    }
                    Err(other) => panic!("{here}: {other:?}"),
                }
            }
        }
    }
}

#[test]
fn the_next_steps_are_those_that_the_decision_allows() {
    for state in State::ALL {
        for today in [REPORTED_ON, LONG_AFTER] {
            let story = Story::in_state(*state).on(today);
            for (_, organisation) in PARTIES {
                let next = story.case.next_steps(&org(organisation), story.today);
                for verb in Verb::ALL {
                    let allowed = story.tries(organisation, story.some(*verb)).is_ok();
                    assert_eq!(
                        next.contains(verb),
                        allowed,
                        "{verb} by {organisation} when {state} on {today}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_first_decline_goes_where_it_points_with_a_new_term_to_accept() {
    let story = Story::reported()
        .on("2026-11-03")
        .does(OWNER, declined(Some("wijkteam")));
    assert_eq!(story.owner(), "wijkteam");
    assert_eq!(story.case.accept_by(), Some(day("2026-11-05")));
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
        (refused.owner(), refused.case.proposed.as_ref()),
        (OWNER, None)
    );
    let taken = proposed.does(PROPOSED, Command::TakeTransfer);
    assert_eq!(
        (taken.owner(), taken.case.state()),
        (PROPOSED, State::Accepted)
    );
}

#[rstest]
#[case::declining(OWNER, declined(None))]
#[case::assigning(COORDINATOR, some(Verb::Assign))]
#[case::deciding_again(COORDINATOR, some(Verb::Reroute))]
#[case::answering(OWNER, some(Verb::Final))]
#[case::withdrawing(SENDER, some(Verb::Withdraw))]
fn nobody_is_asked_to_take_over_any_more_after(#[case] by: &str, #[case] command: Command) {
    assert_eq!(
        Story::in_state(State::Accepted)
            .does(by, command)
            .case
            .proposed,
        None
    );
}

#[rstest]
#[case::an_acceptance(OWNER, Command::Accept)]
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
    assert_eq!(story.case.feedback_by, day(FEEDBACK_BY));
}

#[test]
fn accepting_stops_no_clock() {
    let story = Story::reported()
        .does(OWNER, Command::Accept)
        .on("2026-11-10");
    assert_eq!(story.case.due(), Some(day(FEEDBACK_BY)));
    assert!(State::UNANSWERED.contains(&story.case.state()));
    assert!(
        story
            .tries(COORDINATOR, alarm(Promise::Feedback, 1))
            .is_ok()
    );
}

#[test]
fn an_owner_who_is_offered_it_late_is_bound_by_the_first_promise() {
    let story = Story::reported()
        .on("2026-11-09")
        .does(OWNER, declined(Some("wijkteam")));
    assert_eq!(
        story.case.accept_by(),
        Some(day(FEEDBACK_BY)),
        "not after the sender was to hear"
    );
    assert_eq!(story.case.due(), Some(day(FEEDBACK_BY)));
    let late = Story::reported()
        .on("2026-11-10")
        .does(OWNER, declined(Some("wijkteam")));
    assert_eq!(
        late.case.accept_by(),
        Some(day("2026-11-12")),
        "a promise that is broken already binds nobody to a day in the past"
    );
    assert_eq!(late.case.feedback_by, day(FEEDBACK_BY));
}

#[rstest]
#[case::rejecting(State::Answered, Verb::Reject)]
#[case::reopening(State::Closed, Verb::Reopen)]
fn the_sender_is_promised_anew_after(#[case] state: State, #[case] verb: Verb) {
    let story = Story::in_state(state)
        .on("2026-12-01")
        .does(SENDER, some(verb));
    assert_eq!(
        (story.case.state(), story.case.feedback_by),
        (State::Accepted, day("2026-12-06"))
    );
    assert_eq!(story.case.answer(), None, "what was not right is no answer");
}

#[test]
fn nobody_closes_for_the_sender_before_the_last_day_to_confirm_has_passed() {
    let story = Story::in_state(State::Answered).on("2026-11-12");
    assert_eq!(
        story.tries(OWNER, Command::Close),
        Err(Refusal::ConfirmStillRuns(day("2026-11-12")))
    );
    let closed = story.on("2026-11-13").does(OWNER, Command::Close);
    let Stage::Closed(answer, ending) = &closed.case.stage else {
        panic!("{:?}", closed.case.stage)
    };
    assert_eq!(
        (answer.outcome, *ending),
        (Outcome::HelpStarted, Ending::Unconfirmed)
    );
}

#[test]
fn the_sender_may_still_confirm_after_that_day() {
    let story = Story::in_state(State::Answered)
        .on(LONG_AFTER)
        .does(SENDER, some(Verb::Confirm));
    assert!(matches!(
        story.case.stage,
        Stage::Closed(_, Ending::Confirmed)
    ));
}

#[test]
fn where_only_the_status_may_be_told_words_are_refused_and_the_status_is_an_answer() {
    let story = Story::reported_with(Level::StatusOnly);
    let interim = |told| Command::Interim {
        channel: Channel::Phone,
        told,
    };
    assert_eq!(
        story.tries(OWNER, answer(Told::Full(words()))),
        Err(Refusal::StatusOnly)
    );
    assert_eq!(
        story.tries(OWNER, interim(Told::Full(words()))),
        Err(Refusal::StatusOnly)
    );
    assert!(story.tries(OWNER, interim(Told::StatusOnly)).is_ok());
    let answered = story.does(OWNER, answer(Told::StatusOnly));
    assert_eq!(answered.case.answer().unwrap().level, Level::StatusOnly);
}

#[test]
fn an_owner_who_may_tell_all_may_still_tell_the_status_alone() {
    let story = Story::reported().does(OWNER, answer(Told::StatusOnly));
    assert_eq!(story.case.answer().unwrap().level, Level::StatusOnly);
}

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
            .case
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
        story.case.questions,
        [OpenQuestion {
            number: 3,
            of: org(SENDER)
        }]
    );
    let elsewhere = Story::reported()
        .does(OWNER, ask(Some(INVOLVED)))
        .does(OWNER, declined(Some(PROPOSED)));
    assert_eq!(
        elsewhere.case.questions,
        [OpenQuestion {
            number: 2,
            of: org(INVOLVED)
        }],
        "the new owner waits for it now"
    );
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
        story.case.topics,
        topics(&["parenting", "finances", "language"])
    );
    assert_eq!(
        story.case.involved,
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
fn an_alarm_sounds_once_per_step_and_promise() {
    let escalated = |past, after, promised| Event::Escalated {
        step: AlarmStep { past, after },
        promised: day(promised),
        told: vec![org(OWNER)],
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
        Err(Refusal::PromiseNotBroken),
        "its last day"
    );
    let story = story
        .does(COORDINATOR, alarm(Promise::Accept, 2))
        .does(OWNER, Command::Accept);
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
    assert_eq!(story.case.state(), State::Offered);
    assert_eq!(story.case.escalated.len(), 2);
}

#[test]
fn with_an_alarm_the_coordinator_takes_over_and_the_sender_keeps_the_promise() {
    let take_over = |past| Command::Escalate {
        step: AlarmStep { past, after: 3 },
        told: vec![],
        take_over: Some(words()),
    };
    let late = Story::reported()
        .on("2026-11-09")
        .does(COORDINATOR, take_over(Promise::Accept));
    assert_eq!(
        (
            late.case.owner.clone(),
            late.case.state(),
            late.case.feedback_by
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

#[test]
fn sender_owner_and_involved_read_the_words_coordinator_and_proposed_the_story_and_nobody_else_reads()
 {
    let case = Story::in_state(State::Accepted).case;
    for (_, organisation) in PARTIES {
        let reads = match organisation {
            SENDER | OWNER | INVOLVED => Reading::Everything,
            COORDINATOR | PROPOSED => Reading::Story,
            _ => Reading::Nothing,
        };
        assert_eq!(case.reading(&org(organisation)), reads, "{organisation}");
        assert_eq!(
            case.may_see_contact(&org(organisation)),
            [SENDER, OWNER].contains(&organisation),
            "{organisation}"
        );
    }
}

#[test]
fn a_sender_who_may_only_hear_the_status_reads_her_own_part() {
    let mut case = Story::in_state(State::Accepted).case;
    case.level = Level::StatusOnly;
    assert_eq!(case.reading(&org(SENDER)), Reading::OwnPart);
    assert_eq!(case.reading(&org(STRANGER)), Reading::Nothing);
    assert_eq!(case.reading(&org(OWNER)), Reading::Everything);
    case.involved.insert(org(SENDER));
    assert_eq!(
        case.reading(&org(SENDER)),
        Reading::Everything,
        "who helps reads along"
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
    let Story { case, record, .. } = Story::in_state(State::Closed);
    let told = |record: &[_]| {
        replay(case.id, topics(&["parenting"]), record).map_err(|impossible| impossible.event)
    };
    assert_eq!(told(&record), Ok(case.clone()));
    assert_eq!(told(&[]), Err(0));
    assert_eq!(told(&record[1..]), Err(2));
    assert_eq!(told(&[&record[..1], &record[2..]].concat()), Err(3));
    let mut renumbered = [&record[..1], &record[3..]].concat();
    renumbered[1].number = 2;
    assert_eq!(told(&renumbered), Err(2), "a confirmation without feedback");
}
