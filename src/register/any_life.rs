//! Any life that a signal can have: random commands by random organisations, and the rules that
//! none of them may break.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::examples::*;
use super::learned::went_as_the_story_tells;
use super::{Filter, Register, StepError, Story};
use crate::domain::alarm::{AlarmStep, Promise};
use crate::domain::case::State;
use crate::domain::codes::Choice;
use crate::domain::event::{Channel, Event, Level, Outcome};
use crate::domain::lifecycle::{Command, Told};
use crate::domain::signal::Topics;
use crate::domain::signal_id::IdPrefix;
use crate::domain::time::Day;

fn anybody() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(EVERYBODY.to_vec())
}

fn told() -> impl Strategy<Value = Told> {
    prop_oneof![
        Just(Told::StatusOnly),
        Just(Told::Full(words("Wij zijn ermee bezig.")))
    ]
}

fn any_command() -> impl Strategy<Value = Command> {
    let said = || words("Omdat het zo is.");
    let topics = prop_oneof![Just(vec!["finances"]), Just(vec!["language", "finances"])];
    let topics = topics.prop_map(|codes| {
        Topics::from_list(codes.iter().map(|code| code.parse().unwrap()).collect()).unwrap()
    });
    let channel = || proptest::sample::select(Channel::ALL.to_vec());
    prop_oneof![
        2 => Just(Command::Accept),
        2 => proptest::option::of(anybody()).prop_map(decline),
        1 => anybody().prop_map(move |to| Command::ProposeTransfer { to: organisation(to), words: None }),
        1 => Just(Command::TakeTransfer),
        1 => Just(Command::RefuseTransfer { words: Some(said()) }),
        1 => anybody().prop_map(move |to| Command::Assign { to: organisation(to), reason: said() }),
        1 => (anybody(), told(), anybody()).prop_map(|(to, told, coordinator)| {
            let level = if told == Told::StatusOnly { Level::StatusOnly } else { Level::Full };
            reroute_at(to, level, coordinator)
        }),
        1 => anybody().prop_map(|who| Command::Involve { organisation: organisation(who) }),
        1 => proptest::option::of(anybody()).prop_map(move |of| Command::Ask { of: of.map(organisation), question: said() }),
        1 => proptest::option::of(0..9u32).prop_map(move |question| Command::Reply { question, words: said() }),
        1 => (topics, anybody()).prop_map(|(topics, who)| Command::Amend { topics, words: None, involve: vec![organisation(who)] }),
        1 => (channel(), told()).prop_map(|(channel, told)| Command::Interim { channel, told }),
        4 => (proptest::sample::select(Outcome::ALL.to_vec()), channel(), told()).prop_map(|(outcome, channel, told)| Command::Final { outcome, channel, told }),
        2 => Just(Command::Confirm { words: None }),
        2 => Just(Command::Reject { words: said() }),
        2 => Just(Command::Close),
        2 => Just(Command::Reopen { reason: said() }),
        1 => Just(Command::Withdraw { reason: said() }),
        1 => (proptest::sample::select(Promise::ALL.to_vec()), 0..2u8, proptest::option::of(Just(()))).prop_map(move |(past, after, takes_over)| {
            let take_over = takes_over.map(|()| said());
            Command::Escalate { step: AlarmStep { past, after }, told: vec![organisation(JGZ), organisation(KRAAMZORG)], take_over }
        }),
    ]
}

pub fn no_life_of_a_signal_breaks_a_rule<W: World>() {
    let world = W::new();
    let mut register = world.open();
    let mut n = 0;
    let life = proptest::collection::vec((anybody(), any_command(), 0..4i64), 1..40);
    let level = prop_oneof![Just(Level::Full), Just(Level::StatusOnly)];
    let mut runner = TestRunner::new(Config {
        cases: 48,
        failure_persistence: None,
        ..Config::default()
    });
    let cell = std::cell::RefCell::new((&mut register, &mut n));
    let outcome = runner.run(&(life, level), |(life, level)| {
        let (register, n) = &mut *cell.borrow_mut();
        **n += 1;
        live(register, **n, life, level);
        Ok(())
    });
    outcome.unwrap();
    let verified = register.verify(&[]).unwrap();
    assert_eq!((verified.findings, verified.signals), (vec![], n.into()));
}

fn live(register: &mut Register, n: u32, life: Vec<(&str, Command, i64)>, level: Level) {
    register
        .report(
            &signal(n),
            &crate::domain::event::Offer { level, ..offer() },
            &grounds("{}", "digest"),
            &sender(),
        )
        .unwrap();
    let mut today = 0;
    let mut before = register.story(&IdPrefix::from(id(n))).unwrap();
    for (by, command, days_later) in life {
        today += days_later * 3;
        let taken = order(register, id(n), by, command.clone(), today);
        // Reading it back compares its standing with the fold of its events.
        let after = register.story(&IdPrefix::from(id(n))).unwrap();
        match taken {
            Ok(case) => {
                assert_eq!(case, after.case);
                keeps_the_rules(&before, &after);
            }
            Err(StepError::Refused(_)) => assert_eq!(after, before),
            Err(error) => panic!("{by} {command:?}: {error:?}"),
        }
        assert_eq!(
            found_among_the_open(register, &after),
            State::OPEN.contains(&after.case.state())
        );
        is_found_by_whom_it_waits_for(register, &after, terms(today).today);
        before = after;
    }
    went_as_the_story_tells(register, &before);
}

fn keeps_the_rules(before: &Story, after: &Story) {
    let (old, new) = (&before.case, &after.case);
    assert_eq!(after.reported, before.reported);
    assert!(
        after.happened.starts_with(&before.happened),
        "what happened stays"
    );
    assert!(after.happened.len() > before.happened.len());
    let since = &after.happened[before.happened.len()..];
    let promised_anew = since
        .iter()
        .any(|h| matches!(h.event, Event::Rejected { .. } | Event::Reopened { .. }));
    assert!(
        old.feedback_by == new.feedback_by || promised_anew,
        "the promise to the sender stays"
    );
    let rerouted = since.iter().any(|h| matches!(h.event, Event::Rerouted(_)));
    let moved = since.iter().any(|h| {
        matches!(
            h.event,
            Event::Declined { .. } | Event::Assigned { .. } | Event::TransferTaken
        )
    });
    assert!(
        old.owner == new.owner || moved || rerouted,
        "the owner stays"
    );
    let same = (&old.coordinator, old.basis, old.level) == (&new.coordinator, new.basis, new.level);
    assert!(same || rerouted, "the decision stays");
    assert!(
        old.level == Level::Full || new.level == Level::StatusOnly,
        "what could not be told stays untold"
    );
    assert_eq!(
        (&after.first, after.again.len()),
        (&before.first, before.again.len() + usize::from(rerouted))
    );
    let answered = after
        .happened
        .iter()
        .any(|h| matches!(h.event, Event::FeedbackFinal { .. }));
    assert!(
        answered || new.state() != State::Closed,
        "nothing is closed without feedback"
    );
    assert!(
        !new.involved.contains(&new.owner),
        "the owner is not merely involved"
    );
}

/// Whether the list of open signals of its owner shows it, exactly once.
fn found_among_the_open(register: &mut Register, story: &Story) -> bool {
    let mut times = 0;
    let filter = Filter {
        states: State::OPEN.to_vec(),
        owner: Some(story.case.owner.clone()),
        ..Filter::default()
    };
    let mut each = |row: super::Row| {
        times += u32::from(row.id == story.case.id);
        std::ops::ControlFlow::Continue(())
    };
    register.list(&filter, &mut each).unwrap();
    assert!(times <= 1);
    times == 1
}

/// Whether each list of what waits for an organisation shows it, once, when it waits for that
/// organisation, and counts it.
fn is_found_by_whom_it_waits_for(register: &mut Register, story: &Story, today: Day) {
    let waiting = story.case.waiting(today);
    for who in EVERYBODY.map(organisation) {
        let (mut times, mut all) = (0, 0);
        let filter = Filter {
            states: State::ALL.to_vec(),
            waiting_for: Some((who.clone(), today)),
            ..Filter::default()
        };
        let mut each = |row: super::Row| {
            all += 1;
            if row.id == story.case.id {
                times += 1;
                assert_eq!(row.waiting(today), waiting);
            }
            std::ops::ControlFlow::Continue(())
        };
        register.list(&filter, &mut each).unwrap();
        assert_eq!(
            times,
            u32::from(waiting.iter().any(|waiting| waiting.by == who)),
            "{who}: {waiting:?}"
        );
        assert_eq!(register.count(&filter), Ok(all));
    }
}
