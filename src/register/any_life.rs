//! Any life that a signal can have: random commands by random organisations, and the rules that
//! none of them may break.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::domain::access::{AccessLevel, Reach, Reader, SentReach};
use crate::domain::codes::CodeEnum as _;
use crate::domain::event::{Event, Level, Offer};
use crate::domain::lifecycle::{Command, Coordinators};
use crate::domain::organisation_codes::OrganisationCodes;
use crate::domain::signal::Signal;
use crate::domain::signal_id::IdPrefix;
use crate::domain::signal_state::{SignalState, State, replay};
use crate::domain::time::Day;
use crate::domain::words::PersonName;
use crate::register::contract::outcome_histories::went_as_the_story_tells;
use crate::register::examples::*;
use crate::register::{Filter, Register, ReportOutcome, StepError, Story, ToldSignal};

pub use commands::any_command;
use commands::anybody;

mod commands;

pub fn no_life_of_a_signal_breaks_a_rule<W: World>() {
    let world = W::new();
    let mut register = world.open();
    let mut n = 0;
    let life = proptest::collection::vec((anybody(), any_command(), 0..4i64), 1..100);
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
    let offered = if n.is_multiple_of(2) {
        disputed()
    } else {
        offer()
    };
    register
        .report(
            &signal(n),
            &Offer { level, ..offered },
            &decision("{}", "digest"),
            &sender(),
        )
        .unwrap();
    let mut today = 0;
    let mut before = register.story(&IdPrefix::from(id(n))).unwrap();
    for (by, command, days_later) in life {
        let by = who_tries(&command, by, &before);
        // Half of what is taken back is taken back on the same day.
        if command != Command::Undo || days_later % 2 == 1 {
            today += days_later * 3;
        }
        let map = coordinators_on(today);
        let taken = order_by_map(register, id(n), &by, command.clone(), today, &map);
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
        is_found_by_its_readers(register, &after, terms(today).today);
        before = after;
    }
    is_found_by_its_people(register, &before, terms(today).today);
    is_told_to_its_readers(register, &signal(n), &before);
    went_as_the_story_tells(register, &before);
}

/// By the map of that day: in the fourth week another coordinates the area, and from the eighth on
/// another all of the map.
fn coordinators_on(today: i64) -> Coordinators {
    Coordinators {
        of_area: organisation(if today < 21 { GEMEENTE } else { MEE }),
        of_map: organisation(if today < 49 { GEMEENTE } else { WIJKTEAM }),
        map_digest: format!("map of week {}", today / 28),
    }
}

/// Who took the last step is the one who mostly takes it back.
pub fn who_tries(command: &Command, by: &str, before: &Story) -> String {
    let last = before
        .case
        .undoable
        .last()
        .filter(|_| *command == Command::Undo);
    last.map_or(by, |step| step.by.as_str()).to_owned()
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
    if let Event::Undone { first, .. } = since[0].event {
        is_as_it_was(after, first);
        return;
    }
    let promised_anew = since
        .iter()
        .any(|h| matches!(h.event, Event::Rejected { .. } | Event::Reopened { .. }));
    let corrected = since
        .iter()
        .any(|h| matches!(h.event, Event::Corrected { .. }));
    assert!(
        old.feedback_by == new.feedback_by
            || promised_anew
            || corrected && new.feedback_by < old.feedback_by,
        "the promise to the sender stays"
    );
    let rerouted = since.iter().any(|h| matches!(h.event, Event::Rerouted(_)));
    let moved = since.iter().any(|h| {
        matches!(
            h.event,
            Event::Accepted
                | Event::Declined { .. }
                | Event::Assigned { .. }
                | Event::TransferTaken
        )
    });
    assert!(
        old.owner == new.owner || moved || rerouted || corrected || promised_anew,
        "the owner stays"
    );
    let same = (old.basis, old.level) == (new.basis, new.level);
    assert!(same || rerouted || corrected, "the decision stays");
    let coordinated = since
        .iter()
        .any(|h| matches!(h.event, Event::CoordinatorChanged { .. }));
    assert!(
        old.coordinator == new.coordinator || rerouted || corrected || coordinated,
        "the coordinator stays"
    );
    assert!(
        old.particulars == new.particulars || corrected,
        "the facts stay"
    );
    assert!(
        old.level == Level::Full || new.level == Level::StatusOnly,
        "what could not be told stays untold"
    );
    assert_eq!(
        (&after.first, after.again.len()),
        (
            &before.first,
            before.again.len() + since.iter().filter(|h| h.event.offer().is_some()).count()
        )
    );
    let answered = after
        .happened
        .iter()
        .any(|h| matches!(h.event, Event::FeedbackFinal { .. } | Event::Heard { .. }));
    assert!(
        answered || new.state() != State::Closed,
        "nothing is closed without feedback"
    );
    assert!(
        !new.involved.contains(&new.owner),
        "the owner is not merely involved"
    );
}

/// Whether the signal stands as before the event with this number, but for the alarms since.
fn is_as_it_was(after: &Story, first: u32) {
    let then = &after.happened[..first as usize - 1];
    let reported = &after.reported;
    let particulars = reported.circumstances.particulars.clone();
    let was = replay(reported.id, reported.topics.clone(), particulars, then).unwrap();
    let now = after.case.clone();
    let same = SignalState {
        escalated: now.escalated.clone(),
        events: now.events,
        last_at: now.last_at,
        undoable: now.undoable.clone(),
        ..was
    };
    assert_eq!(now, same);
}

/// Whether the list of open signals of its owner shows it, exactly once.
fn found_among_the_open(register: &mut Register, story: &Story) -> bool {
    let mut times = 0;
    let filter = Filter {
        states: State::OPEN.to_vec(),
        owner: Some(story.case.owner.clone().into()),
        ..Filter::default()
    };
    let mut each = |row: crate::register::ListRow| {
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
            waiting_for: Some((who.clone().into(), today)),
            ..Filter::default()
        };
        let mut each = |row: crate::register::ListRow| {
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

/// Whether each organisation finds it, once, when it reads something of it; and, when it hears the
/// status only, with what it reported. Also among what waits for another.
fn is_found_by_its_readers(register: &mut Register, story: &Story, today: Day) {
    for reader in EVERYBODY {
        for other in [None, Some(reader), Some(JGZ), Some(WIJKTEAM)] {
            is_found_by(register, story, today, (reader, SentReach::All, other));
        }
    }
}

/// The same of the sender's people, who are kept apart: of who sent it, of another, and of nobody in
/// particular.
fn is_found_by_its_people(register: &mut Register, story: &Story, today: Day) {
    for person in [Some("Noor"), Some("Els"), None] {
        let sent = SentReach::Own(person.map(|person| PersonName::new(person).unwrap()));
        for other in [None, Some(JGZ)] {
            is_found_by(register, story, today, (KRAAMZORG, sent.clone(), other));
        }
    }
}

/// Whether whoever says again what was reported is told no more of it than by reading it.
fn is_told_to_its_readers(register: &mut Register, report: &Signal, story: &Story) {
    let again = register.report(report, &offer(), &decision("{}", "digest"), &sender());
    let Ok((ReportOutcome::Existing(existing), _)) = again else {
        assert_eq!(story.case.state(), State::Withdrawn, "{again:?}");
        return;
    };
    let own = [Some("Noor"), Some("Els"), None];
    let own = own.map(|person| SentReach::Own(person.map(|it| PersonName::new(it).unwrap())));
    let everybody = EVERYBODY.map(|who| (who, SentReach::All));
    let people = own.map(|sent| (KRAAMZORG, sent));
    for (who, sent) in everybody.into_iter().chain(people) {
        let reader = reader(who, sent);
        let told = existing.clone().told_to(Some(&reader));
        let read = story.read_by(&reader);
        let stands = read.level != AccessLevel::Nothing;
        let owned = stands && read.level != AccessLevel::Colleague;
        let (case, basis) = (&story.case, read.standing.basis);
        assert_eq!(
            told,
            ToldSignal {
                id: case.id,
                state: stands.then(|| case.state()),
                accept_by: case.accept_by().filter(|_| stands),
                feedback_by: stands.then_some(case.feedback_by),
                owner: owned.then(|| (case.owner.clone(), basis)),
            },
            "{reader:?}"
        );
    }
    assert_eq!(existing.told_to(None).state, None);
}

/// The neighbourhood team took over whoever sends, so it reads by both codes.
fn codes_of(who: &str) -> OrganisationCodes {
    let former = (who == WIJKTEAM).then(|| organisation(KRAAMZORG));
    OrganisationCodes::new(organisation(who), former.into_iter().collect())
}

/// MEE reads all signals.
fn reader(who: &str, sent: SentReach) -> Reader {
    let reach = if who == MEE {
        Reach::AllSignals
    } else {
        Reach::OwnSignals
    };
    // The map of today gives it the rights of a coordinator where most signals are.
    let coordinates = (who == WIJKTEAM).then(|| "waterdam-noord".parse().unwrap());
    Reader {
        organisation: codes_of(who),
        reach,
        sent,
        coordinates: coordinates.into_iter().collect(),
    }
}

/// `other`: for whom what is listed waits.
fn is_found_by(
    register: &mut Register,
    story: &Story,
    today: Day,
    (who, sent, other): (&str, SentReach, Option<&str>),
) {
    let (case, offer) = (&story.case, story.offer().unwrap());
    let waiting = case.waiting(today);
    let reader = reader(who, sent);
    let level = case.access_of(&reader);
    let other = other.map(codes_of);
    // Of a code that another took over no organisation of the same map has it for its own.
    let taken_over = |other: &OrganisationCodes| {
        *other != reader.organisation && other.include(reader.organisation.own())
    };
    if other.as_ref().is_some_and(taken_over) {
        return;
    }
    let filter = Filter {
        states: State::ALL.to_vec(),
        waiting_for: other.clone().map(|other| (other, today)),
        reader: Some(reader.clone()),
        of_colleagues: true,
        ..Filter::default()
    };
    let mut rows = Vec::new();
    let mut each = |row: crate::register::ListRow| {
        rows.push(row);
        std::ops::ControlFlow::Continue(())
    };
    register.list(&filter, &mut each).unwrap();
    assert_eq!(register.count(&filter), Ok(rows.len() as u64));
    rows.retain(|row| row.id == case.id);
    let known = waiting.iter().any(|step| {
        other.as_ref().is_some_and(|other| other.include(&step.by))
            && level.knows_step(step, &reader.organisation)
    });
    let found = level != AccessLevel::Nothing && (other.is_none() || known);
    assert_eq!(
        rows.len(),
        usize::from(found),
        "{reader:?} {other:?}: {level:?}"
    );
    for row in rows {
        assert_eq!(row.of_colleague, level == AccessLevel::Colleague);
        let reported = &story.reported;
        let by_its_part = Reader {
            reach: Reach::OwnSignals,
            sent: SentReach::All,
            ..reader.clone()
        };
        let own_text = case.access_of(&by_its_part) == AccessLevel::OwnText;
        let as_reported = own_text.then(|| {
            (
                reported.topics.clone(),
                offer.basis,
                reported.circumstances.particulars.urgency,
            )
        });
        let told = row
            .as_reported
            .map(|told| (told.topics, told.basis, told.urgency));
        assert_eq!(told, as_reported, "{reader:?}");
    }
}
