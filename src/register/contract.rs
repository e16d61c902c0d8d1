//! The register's promises, as tests that every engine must pass.
//!
//! An engine says `every_promise!(ItsWorld);` in its own tests.

use std::ops::ControlFlow;

use super::database::{Engine, Value};
use super::examples::*;
pub use super::list_contract::*;
use super::{
    Filter, FindError, Part, Recorded, Register, RegisterError, Row, StepError, StepsError,
};
use crate::domain::case::State;
use crate::domain::event::{Basis, Event};
use crate::domain::lifecycle::{Command, Refusal, Step, decide};
use crate::domain::signal::{Discussed, Facts, Signal, Topics};
use crate::domain::signal_id::IdPrefix;

macro_rules! promises {
    ($($name:ident),+ $(,)?) => {
        /// Runs the whole contract on one engine.
        macro_rules! every_promise {
            ($world:ty) => {
                $(#[test] fn $name() { $crate::register::contract::$name::<$world>(); })+
                $crate::register::scan_contract::every_promise_of_a_scan!($world);
                $crate::register::batch_contract::every_promise_of_a_batch!($world);
                $crate::register::verify_contract::every_promise_of_verifying!($world);
                #[test]
                fn no_life_of_a_signal_breaks_a_rule() { $crate::register::any_life::no_life_of_a_signal_breaks_a_rule::<$world>(); }
            };
        }
        pub(in crate::register) use every_promise;
    };
}

promises!(
    a_reported_signal_is_read_back_as_it_was,
    reporting_again_records_nothing_twice,
    a_number_belongs_to_one_signal,
    a_reference_belongs_to_one_signal_of_its_sender,
    a_signal_is_found_by_the_beginning_of_its_number,
    a_step_is_recorded_with_its_words,
    a_refusal_leaves_no_trace,
    steps_that_cannot_follow_leave_no_trace,
    what_the_map_decides_again_is_kept_beside_what_it_decided_first,
    several_signals_take_a_step_together_or_not_at_all,
    a_list_tells_what_a_decision_looks_at,
    a_list_shows_who_waits_oldest_promise_first,
    a_list_can_be_narrowed,
    a_list_finds_whom_a_signal_waits_for,
    a_list_can_be_put_in_another_order,
    what_a_list_shows_can_be_counted,
    a_list_stops_when_it_is_told_to,
    what_has_ended_is_listed_last_and_newest_first,
    a_transaction_that_fails_leaves_no_trace,
    a_reader_cannot_write,
    of_eight_that_accept_at_once_one_wins,
    eight_that_report_at_once_all_succeed,
    how_signals_went_is_handed_over_for_those_that_are_wanted,
);

pub use super::learned::how_signals_went_is_handed_over_for_those_that_are_wanted;

fn prefix(text: &str) -> IdPrefix {
    text.parse().unwrap()
}

fn listed(register: &mut Register, filter: &Filter) -> Vec<Row> {
    let mut rows = Vec::new();
    register
        .list(filter, &mut |row| {
            rows.push(row);
            ControlFlow::Continue(())
        })
        .unwrap();
    rows
}

pub fn numbers(register: &mut Register, filter: &Filter) -> Vec<u32> {
    let number = |row: &Row| (1..100).find(|n| id(*n) == row.id).unwrap();
    listed(register, filter).iter().map(number).collect()
}

fn count(register: &mut Register, table: &str) -> i64 {
    let mut counted = 0;
    let sql = format!("SELECT count(*) FROM {table}");
    let mut each = |row: &[Value<'_>]| {
        if let [Value::Integer(n)] = row {
            counted = *n;
        }
        Ok(ControlFlow::Continue(()))
    };
    register
        .database
        .read(|tx| tx.query(&sql, &[], &mut each))
        .unwrap();
    counted
}

pub fn a_reported_signal_is_read_back_as_it_was<W: World>() {
    let world = W::new();
    let mut register = world.open();
    let mut signal = referenced(1, "K-12");
    signal.words.discussed = Discussed::No(words("De vader was erbij."));
    signal.age = Some("unborn".parse().unwrap());
    assert_eq!(
        register
            .report(&signal, &offer(), "{\"why\":1}", "abc")
            .unwrap()
            .0,
        Recorded::New
    );

    let story = register.story(&IdPrefix::from(signal.id)).unwrap();
    assert_eq!(
        (story.first.reason.as_str(), story.first.map_digest.as_str()),
        ("{\"why\":1}", "abc")
    );
    assert_eq!(story.happened.len(), 1);
    assert_eq!(story.happened[0].event, Event::Reported(offer()));
    assert_eq!(
        (
            &story.case.owner,
            story.case.state(),
            story.case.feedback_by
        ),
        (&organisation(JGZ), State::Offered, offer().feedback_by)
    );
    let reported = story.reported;
    assert_eq!(
        (reported.id, reported.sender, reported.contact),
        (signal.id, signal.sender.clone(), signal.contact.clone())
    );
    assert_eq!(
        (reported.reference, reported.reported_at, reported.topics),
        (signal.reference.clone(), signal.reported_at, signal.topics)
    );
    assert_eq!(
        (
            reported.age,
            reported.area,
            reported.urgency,
            reported.discussed
        ),
        (signal.age, signal.area, signal.urgency, false)
    );

    let said = register.words(signal.id).unwrap();
    let said: Vec<_> = said
        .into_iter()
        .map(|said| (said.number, said.part, said.words.as_str().to_owned()))
        .collect();
    let expected = [
        (
            1,
            Part::Seen,
            "Moeder huilt veel, weinig contact met de baby.",
        ),
        (1, Part::GoesWell, "Oma komt elke dag."),
        (1, Part::WhyNotDiscussed, "De vader was erbij."),
    ];
    assert_eq!(
        said,
        expected.map(|(number, part, words)| (number, part, words.to_owned()))
    );
}

pub fn reporting_again_records_nothing_twice<W: World>() {
    let world = W::new();
    let mut register = world.open();
    let first = referenced(1, "K-12");
    report(&mut register, &first);
    let contact = Some(crate::domain::words::ContactLine::new("010-555 01 99").unwrap());
    assert_ne!(first.contact, contact);
    let later = Signal {
        reported_at: moment("2026-11-24T10:00:00.000Z"),
        contact,
        ..first.clone()
    };
    assert_eq!(
        report(&mut register, &later),
        Recorded::Already {
            id: first.id,
            same: true
        }
    );
    order(&mut register, first.id, JGZ, Command::Accept, 0).unwrap();
    assert_eq!(
        report(&mut register, &later),
        Recorded::Already {
            id: first.id,
            same: true
        }
    );
    assert_eq!(
        (
            count(&mut register, "signal"),
            count(&mut register, "event")
        ),
        (1, 2)
    );
}

pub fn a_number_belongs_to_one_signal<W: World>() {
    let world = W::new();
    let mut register = world.open();
    report(&mut register, &signal(1));
    let other_sender = Signal {
        sender: organisation(MEE),
        ..signal(1)
    };
    let mut other_words = signal(1);
    other_words.words.seen = words("Iets anders.");
    for other in [other_sender, other_words, referenced(1, "K-12")] {
        assert_eq!(
            register.report(&other, &offer(), "{}", "digest"),
            Err(RegisterError::IdTaken { id: id(1) })
        );
    }
    assert_eq!(
        (
            count(&mut register, "signal"),
            count(&mut register, "words")
        ),
        (1, 2)
    );
}

pub fn a_reference_belongs_to_one_signal_of_its_sender<W: World>() {
    let world = W::new();
    let mut register = world.open();
    report(&mut register, &referenced(1, "K-12"));
    assert_eq!(
        report(&mut register, &referenced(2, "K-12")),
        Recorded::Already {
            id: id(1),
            same: true
        }
    );
    let urgent = Signal {
        urgency: crate::domain::signal::Urgency::Urgent,
        ..referenced(3, "K-12")
    };
    assert_eq!(
        report(&mut register, &urgent),
        Recorded::Already {
            id: id(1),
            same: false
        }
    );
    let elsewhere = Signal {
        sender: organisation(MEE),
        ..referenced(4, "K-12")
    };
    assert_eq!(report(&mut register, &elsewhere), Recorded::New);
    assert_eq!(report(&mut register, &referenced(5, "K-13")), Recorded::New);
}

pub fn a_signal_is_found_by_the_beginning_of_its_number<W: World>() {
    let world = W::new();
    let mut register = world.open();
    for (n, number) in [(1, "K7M4Q2X8"), (2, "K7M4ZZZZ"), (3, "K7M50000")] {
        report(
            &mut register,
            &Signal {
                id: number.parse().unwrap(),
                ..signal(n)
            },
        );
    }
    assert_eq!(
        register
            .story(&prefix("k7m5"))
            .unwrap()
            .reported
            .id
            .as_str(),
        "K7M50000"
    );
    assert_eq!(
        register
            .story(&prefix("K7M4-Z"))
            .unwrap()
            .reported
            .id
            .as_str(),
        "K7M4ZZZZ"
    );
    let both = vec!["K7M4Q2X8".parse().unwrap(), "K7M4ZZZZ".parse().unwrap()];
    assert_eq!(
        register.story(&prefix("K7M4")),
        Err(FindError::Ambiguous(both))
    );
    assert_eq!(register.story(&prefix("K7M6")), Err(FindError::NotFound));
}

pub fn a_step_is_recorded_with_its_words<W: World>() {
    let world = W::new();
    let mut register = world.open();
    report(&mut register, &signal(1));
    let case = order(&mut register, id(1), JGZ, final_feedback(), 1).unwrap();
    assert_eq!(case.state(), State::Answered);
    let story = register.story(&IdPrefix::from(id(1))).unwrap();
    assert_eq!((story.case, story.happened.len()), (case, 2));
    let said = register.words(id(1)).unwrap().pop().unwrap();
    assert_eq!(
        (said.number, said.part, said.words),
        (2, Part::Said, words("Wij komen elke week."))
    );
}

pub fn a_refusal_leaves_no_trace<W: World>() {
    let world = W::new();
    let mut register = world.open();
    report(&mut register, &signal(1));
    let before = register.story(&IdPrefix::from(id(1))).unwrap();
    let refused = order(
        &mut register,
        id(1),
        JGZ,
        Command::Confirm { words: None },
        1,
    );
    assert!(matches!(
        refused,
        Err(StepError::Refused(Refusal::NotYours { .. }))
    ));
    assert_eq!(register.story(&IdPrefix::from(id(1))).unwrap(), before);
    assert_eq!(
        order(&mut register, id(2), JGZ, Command::Accept, 1),
        Err(StepError::NotFound)
    );
}

pub fn steps_that_cannot_follow_leave_no_trace<W: World>() {
    let world = W::new();
    let mut register = world.open();
    report(&mut register, &signal(1));
    let step = |event| Step {
        event,
        words: None,
        grounds: None,
    };
    let steps = vec![step(Event::Accepted), step(Event::Confirmed)];
    let taken = register.step(
        &IdPrefix::from(id(1)),
        monday(),
        &organisation(JGZ),
        |_, _| Ok::<_, Refusal>(steps),
    );
    assert!(matches!(
        taken,
        Err(StepError::Register(RegisterError::SecondLock { .. }))
    ));
    assert_eq!(
        register.story(&IdPrefix::from(id(1))).unwrap().case.state(),
        State::Offered
    );
}

pub fn what_the_map_decides_again_is_kept_beside_what_it_decided_first<W: World>() {
    let world = W::new();
    let mut register = world.open();
    register
        .report(&signal(1), &offer(), "first", "old map")
        .unwrap();
    let case = order(&mut register, id(1), GEMEENTE, reroute(MEE), 9).unwrap();
    assert_eq!(
        (&case.owner, case.state(), case.feedback_by),
        (&organisation(MEE), State::Offered, offer().feedback_by)
    );
    let story = register.story(&IdPrefix::from(id(1))).unwrap();
    let Event::Rerouted(again) = &story.happened[1].event else {
        panic!("{:?}", story.happened)
    };
    assert_eq!(story.offer(), Some(&offer()), "the first decision stays");
    assert_eq!(again.feedback_by, offer().feedback_by);
    assert_eq!(
        (story.first.reason.as_str(), story.first.map_digest.as_str()),
        ("first", "old map")
    );
    assert_eq!((story.again.len(), story.again[0].0), (1, 2));
    assert_eq!(
        (
            story.latest().reason.as_str(),
            story.latest().map_digest.as_str()
        ),
        ("again", "new map")
    );
    assert_eq!(register.words(id(1)).unwrap().pop().unwrap().number, 2);
}

pub fn several_signals_take_a_step_together_or_not_at_all<W: World>() {
    let world = W::new();
    let mut register = world.open();
    for n in [1, 2, 3] {
        report(&mut register, &signal(n));
    }
    order(
        &mut register,
        id(2),
        KRAAMZORG,
        Command::Withdraw {
            reason: words("Vergissing."),
        },
        0,
    )
    .unwrap();
    let by = organisation(GEMEENTE);
    let mut together = |numbers: &[u32]| {
        let which: Vec<_> = numbers.iter().map(|n| IdPrefix::from(id(*n))).collect();
        register.steps(&which, monday(), &by, |case, _| {
            decide(case, &by, reroute(MEE), &terms(0))
        })
    };
    let Err(StepsError::Refused(refused)) = together(&[1, 2, 9, 3]) else {
        panic!("all were done")
    };
    let [
        (1, StepError::Refused(Refusal::WrongState { .. })),
        (2, StepError::NotFound),
    ] = refused.as_slice()
    else {
        panic!("{refused:?}")
    };
    let (cases, _) = together(&[1, 3]).unwrap();
    assert_eq!(
        cases
            .iter()
            .map(|case| (case.id, case.events))
            .collect::<Vec<_>>(),
        [(id(1), 2), (id(3), 2)],
        "none was done before"
    );
    assert!(cases.iter().all(|case| case.owner == organisation(MEE)));
}

pub fn a_list_tells_what_a_decision_looks_at<W: World>() {
    let world = W::new();
    let mut register = world.open();
    report(&mut register, &signal(1));
    let topics = Topics::from_list(vec!["language".parse().unwrap()]).unwrap();
    order(
        &mut register,
        id(1),
        JGZ,
        Command::Amend {
            topics: topics.clone(),
            words: None,
            involve: vec![],
        },
        0,
    )
    .unwrap();
    let rows = listed(
        &mut register,
        &Filter {
            states: State::OPEN.to_vec(),
            ..Filter::default()
        },
    );
    let story = register.story(&IdPrefix::from(id(1))).unwrap();
    assert_eq!(rows[0].facts(), story.reported.facts_now(&story.case));
    assert_eq!(
        rows[0].facts(),
        Facts {
            topics,
            ..signal(1).facts()
        }
    );
}

/// 1: offered, to be accepted by the 25th. 2: accepted, feedback by the 30th. 3: declined to the
/// municipality. 4: answered.
pub fn four<W: World>() -> (W, Register) {
    let world = W::new();
    let mut register = world.open();
    let mee = Signal {
        sender: organisation(MEE),
        area: Some("waterdam-oost".parse().unwrap()),
        ..signal(2)
    };
    for signal in [signal(1), mee, signal(3), signal(4)] {
        report(&mut register, &signal);
    }
    order(&mut register, id(2), JGZ, Command::Accept, 0).unwrap();
    order(&mut register, id(3), JGZ, decline(None), -1).unwrap();
    order(&mut register, id(4), JGZ, final_feedback(), 0).unwrap();
    (world, register)
}

pub fn a_list_shows_who_waits_oldest_promise_first<W: World>() {
    let (_world, mut register) = four::<W>();
    assert_eq!(numbers(&mut register, &Filter::default()), [3, 1, 2]);
    let all = Filter {
        states: State::OPEN.to_vec(),
        ..Filter::default()
    };
    assert_eq!(numbers(&mut register, &all), [3, 1, 2, 4]);
    let rows = listed(&mut register, &all);
    for row in rows {
        let case = register.story(&IdPrefix::from(row.id)).unwrap().case;
        assert_eq!(
            (row.due, row.state, &row.owner, row.declines),
            (case.due(), case.state(), &case.owner, case.declines)
        );
        assert_eq!(
            (row.accept_by, row.feedback_by, row.topics),
            (case.accept_by(), case.feedback_by, case.topics.clone())
        );
        assert_eq!(
            (row.confirm_by, row.events),
            (case.answer().map(|answer| answer.confirm_by), case.events)
        );
    }
}

pub fn a_list_can_be_narrowed<W: World>() {
    let (_world, mut register) = four::<W>();
    let mut expect = |filter: Filter, expected: &[u32]| {
        assert_eq!(numbers(&mut register, &filter), expected, "{filter:?}")
    };
    expect(
        Filter {
            owner: Some(organisation(GEMEENTE)),
            ..Filter::default()
        },
        &[3],
    );
    expect(
        Filter {
            sender: Some(organisation(MEE)),
            ..Filter::default()
        },
        &[2],
    );
    expect(
        Filter {
            states: vec![State::Accepted],
            ..Filter::default()
        },
        &[2],
    );
    expect(
        Filter {
            states: vec![State::Closed],
            ..Filter::default()
        },
        &[],
    );
    expect(
        Filter {
            states: vec![],
            ..Filter::default()
        },
        &[],
    );
    expect(
        Filter {
            areas: vec!["waterdam-oost".parse().unwrap()],
            ..Filter::default()
        },
        &[2],
    );
    expect(
        Filter {
            topics: vec!["mental-health".parse().unwrap()],
            ..Filter::default()
        },
        &[3, 1, 2],
    );
    expect(
        Filter {
            topics: vec!["mental".parse().unwrap(), "parenting".parse().unwrap()],
            ..Filter::default()
        },
        &[],
    );
    expect(
        Filter {
            late_on: Some(day("2026-11-25")),
            ..Filter::default()
        },
        &[3],
    );
    expect(
        Filter {
            late_on: Some(day("2026-11-26")),
            limit: Some(1),
            ..Filter::default()
        },
        &[3],
    );
    expect(
        Filter {
            since: Some(monday()),
            ..Filter::default()
        },
        &[3, 1, 2],
    );
    expect(
        Filter {
            since: Some(moment("2026-11-24T00:00:00.000Z")),
            ..Filter::default()
        },
        &[],
    );
    expect(
        Filter {
            basis: Some(Basis::Rule),
            ..Filter::default()
        },
        &[3, 1, 2],
    );
    expect(
        Filter {
            basis: Some(Basis::Gap),
            ..Filter::default()
        },
        &[],
    );
    expect(
        Filter {
            silent_since: Some(monday()),
            ..Filter::default()
        },
        &[],
    );
    expect(
        Filter {
            silent_since: Some(moment("2026-11-23T09:15:00.001Z")),
            ..Filter::default()
        },
        &[3, 1, 2],
    );
    expect(
        Filter {
            owner: Some(organisation(JGZ)),
            sender: Some(organisation(KRAAMZORG)),
            ..Filter::default()
        },
        &[1],
    );
}

pub fn a_list_stops_when_it_is_told_to<W: World>() {
    let (_world, mut register) = four::<W>();
    let all = Filter {
        states: State::OPEN.to_vec(),
        ..Filter::default()
    };
    let mut seen = 0;
    let mut each = |_| {
        seen += 1;
        if seen == 2 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    register.list(&all, &mut each).unwrap();
    assert_eq!(seen, 2);
    assert_eq!(
        listed(
            &mut register,
            &Filter {
                limit: Some(3),
                ..all.clone()
            }
        )
        .len(),
        3
    );
    assert_eq!(
        listed(
            &mut register,
            &Filter {
                limit: Some(0),
                ..all
            }
        )
        .len(),
        0
    );
}

pub fn what_has_ended_is_listed_last_and_newest_first<W: World>() {
    let (_world, mut register) = four::<W>();
    report(&mut register, &signal(5));
    order(&mut register, id(5), JGZ, final_feedback(), 0).unwrap();
    for n in [4, 5] {
        order(
            &mut register,
            id(n),
            KRAAMZORG,
            Command::Confirm { words: None },
            1,
        )
        .unwrap();
    }
    order(
        &mut register,
        id(1),
        KRAAMZORG,
        Command::Withdraw {
            reason: words("Vergissing."),
        },
        1,
    )
    .unwrap();
    let all = Filter {
        states: vec![
            State::Withdrawn,
            State::Closed,
            State::Accepted,
            State::Offered,
        ],
        ..Filter::default()
    };
    assert_eq!(numbers(&mut register, &all), [3, 2, 5, 4, 1]);
    let info = register.info().unwrap();
    let counts: Vec<u64> = info.counts.iter().map(|(_, count)| *count).collect();
    assert_eq!(counts, [1, 1, 0, 2, 1]);
    assert!(info.database.bytes > 0);
}

pub fn a_transaction_that_fails_leaves_no_trace<W: World>() {
    let world = W::new();
    let mut register = world.open();
    let failed: Result<_, RegisterError> = register.write(|pen| {
        super::report::record(
            pen,
            &super::report::Report {
                signal: &signal(1),
                offer: &offer(),
                reason: "{}",
                map_digest: "",
            },
        )?;
        Err::<(), _>(RegisterError::IdTaken { id: id(1) })
    });
    assert_eq!(failed, Err(RegisterError::IdTaken { id: id(1) }));
    assert_eq!(count(&mut register, "signal"), 0);
    assert_eq!(report(&mut register, &signal(1)), Recorded::New);
}

pub fn a_reader_cannot_write<W: World>() {
    let world = W::new();
    let mut register = world.open();
    let report_within = |tx: &mut dyn super::database::Transaction| {
        let mut salts = super::seal::Salts::new()?;
        let mut pen = super::pen::Pen::new(tx, &mut salts);
        super::report::record(
            &mut pen,
            &super::report::Report {
                signal: &signal(1),
                offer: &offer(),
                reason: "{}",
                map_digest: "",
            },
        )
    };
    let _: Result<_, RegisterError> = register.database.read(report_within);
    assert_eq!(count(&mut register, "signal"), 0);
}

fn at_once<W: World, T: Send>(world: &W, act: impl Fn(u32, &mut Register) -> T + Sync) -> Vec<T> {
    let start = std::sync::Barrier::new(8);
    std::thread::scope(|scope| {
        let one = |n| {
            let (start, act) = (&start, &act);
            scope.spawn(move || {
                start.wait();
                act(n, &mut world.open())
            })
        };
        let threads: Vec<_> = (0..8).map(one).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    })
}

pub fn of_eight_that_accept_at_once_one_wins<W: World>() {
    let world = W::new();
    report(&mut world.open(), &signal(1));
    let outcomes = at_once(&world, |_, register| {
        order(register, id(1), JGZ, Command::Accept, 0)
    });
    let lost = |outcome: &&Result<_, _>| {
        matches!(
            outcome,
            Err(StepError::Refused(Refusal::WrongState {
                state: State::Accepted,
                ..
            }))
        )
    };
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    assert_eq!(outcomes.iter().filter(lost).count(), 7, "{outcomes:?}");
    assert_eq!(
        world
            .open()
            .story(&IdPrefix::from(id(1)))
            .unwrap()
            .happened
            .len(),
        2
    );
}

/// They also all make the register at once, since none is there.
pub fn eight_that_report_at_once_all_succeed<W: World>() {
    let world = W::new();
    let outcomes = at_once(&world, |n, register| {
        register.report(&signal(n), &offer(), "{}", "digest")
    });
    assert!(
        outcomes
            .iter()
            .all(|outcome| matches!(outcome, Ok((Recorded::New, Some(_))))),
        "{outcomes:?}"
    );
    assert_eq!(listed(&mut world.open(), &Filter::default()).len(), 8);
}
