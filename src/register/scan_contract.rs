//! What a register promises about reading many whole stories, and about the trace of words that
//! leave. Part of the contract.

use crate::domain::codes::CodeEnum as _;
use crate::domain::lifecycle::Command;
use crate::domain::signal::Signal;
use crate::domain::signal_id::IdPrefix;
use crate::domain::signal_state::State;
use crate::register::examples::*;
use crate::register::{ExportTrace, Filter, FullStory, Register, RegisterError, Stories};

/// Runs it on one engine.
macro_rules! every_promise_of_a_scan {
    ($world:ty) => {
        #[test]
        fn a_scan_tells_each_story_whole_in_the_order_of_recording() {
            $crate::register::scan_contract::a_scan_tells_each_story_whole_in_the_order_of_recording::<$world>();
        }
        #[test]
        fn a_scan_chooses_as_a_list_does() {
            $crate::register::scan_contract::a_scan_chooses_as_a_list_does::<$world>();
        }
        #[test]
        fn a_scan_is_of_one_moment() {
            $crate::register::scan_contract::a_scan_is_of_one_moment::<$world>();
        }
        #[test]
        fn the_trace_of_words_that_leave_stays() {
            $crate::register::scan_contract::the_trace_of_words_that_leave_stays::<$world>();
        }
    };
}
pub(super) use every_promise_of_a_scan;

fn everything() -> Filter {
    Filter {
        states: State::ALL.to_vec(),
        ..Filter::default()
    }
}

fn scanned(register: &mut Register, filter: &Filter, with_words: bool) -> Vec<FullStory> {
    register
        .scan(filter, with_words, |stories| {
            stories.collect::<Result<Vec<_>, RegisterError>>()
        })
        .unwrap()
}

/// More signals than are read together, each with a life of its own.
fn many(register: &mut Register) {
    for n in 1..=200 {
        report(register, &signal(n));
        if n % 3 == 0 {
            order(register, id(n), JGZ, final_feedback(), 1).unwrap();
        }
        if n % 5 == 0 && n % 3 != 0 {
            order(register, id(n), GEMEENTE, reroute(WIJKTEAM), 1).unwrap();
        }
    }
}

pub fn a_scan_tells_each_story_whole_in_the_order_of_recording<W: World>() {
    let world = W::new();
    let mut register = world.open();
    many(&mut register);
    let whole = scanned(&mut register, &everything(), true);
    assert_eq!(
        whole
            .iter()
            .map(|whole| whole.story.case.id)
            .collect::<Vec<_>>(),
        (1..=200).map(id).collect::<Vec<_>>()
    );
    for FullStory { story, words } in &whole {
        assert_eq!(
            story,
            &register.story(&IdPrefix::from(story.case.id)).unwrap()
        );
        assert_eq!(
            words.as_ref(),
            Some(&register.words(story.case.id).unwrap())
        );
    }
    let without = scanned(&mut register, &everything(), false);
    assert!(without.iter().all(|whole| whole.words.is_none()));
    assert!(
        without
            .iter()
            .map(|whole| &whole.story)
            .eq(whole.iter().map(|whole| &whole.story))
    );
    for with_words in [true, false] {
        assert_eq!(
            register.scan(&everything(), with_words, |stories| Ok::<_, RegisterError>(
                stories.with_words()
            )),
            Ok(with_words)
        );
    }
    let counted = |stories: &mut Stories<'_>| {
        let begin = (stories.signals(), stories.events());
        stories.next();
        Ok::<_, RegisterError>((begin, (stories.signals(), stories.events())))
    };
    let events = 200 + 200 / 3 + (200 / 5 - 200 / 15);
    assert_eq!(
        register.scan(&everything(), false, counted),
        Ok(((200, events), (199, events)))
    );
}

pub fn a_scan_chooses_as_a_list_does<W: World>() {
    let world = W::new();
    let mut register = world.open();
    assert_eq!(scanned(&mut register, &everything(), true), vec![]);
    many(&mut register);
    let elsewhere = Signal {
        sender: organisation(MEE),
        ..signal(201)
    };
    report(&mut register, &elsewhere);
    let numbers = |register: &mut Register, filter: &Filter| {
        let number = |whole: &FullStory| (1..300).find(|n| id(*n) == whole.story.case.id).unwrap();
        scanned(register, filter, false)
            .iter()
            .map(number)
            .collect::<Vec<u32>>()
    };
    assert_eq!(
        numbers(
            &mut register,
            &Filter {
                sender: Some(organisation(MEE).into()),
                ..everything()
            }
        ),
        [201]
    );
    let answered = Filter {
        states: vec![State::Answered],
        ..Filter::default()
    };
    assert_eq!(
        numbers(&mut register, &answered),
        (1..=200).filter(|n| n % 3 == 0).collect::<Vec<_>>()
    );
    let of_the_team = Filter {
        owner: Some(organisation(WIJKTEAM).into()),
        ..everything()
    };
    assert_eq!(
        numbers(&mut register, &of_the_team),
        (1..=200)
            .filter(|n| n % 5 == 0 && n % 3 != 0)
            .collect::<Vec<_>>()
    );
}

pub fn a_scan_is_of_one_moment<W: World>() {
    let world = W::new();
    let (mut register, mut other) = (world.open(), world.open());
    many(&mut register);
    let last = register.scan(&everything(), true, |stories| {
        let first = stories.next().unwrap()?;
        assert_eq!(first.story.case.id, id(1));
        order(
            &mut other,
            id(200),
            JGZ,
            Command::Accept { contact: None },
            1,
        )
        .unwrap_err();
        order(
            &mut other,
            id(199),
            JGZ,
            Command::Accept { contact: None },
            1,
        )
        .unwrap();
        report(&mut other, &signal(202));
        stories.last().unwrap()
    });
    assert_eq!(last.unwrap().story.case.id, id(200));
    let now = scanned(&mut register, &everything(), false);
    assert_eq!(now[198].story.case.state(), State::Accepted);
    assert_eq!(now.last().unwrap().story.case.id, id(202));
}

pub fn the_trace_of_words_that_leave_stays<W: World>() {
    let world = W::new();
    let mut register = world.open();
    assert_eq!(register.info().unwrap().exports, vec![]);
    many(&mut register);
    let by = organisation(GEMEENTE);
    let first = register
        .record_export(&everything(), monday(), &by, None)
        .unwrap();
    assert_eq!(
        first,
        ExportTrace {
            at: monday(),
            by: by.clone(),
            signals: 200,
            because: None
        }
    );
    // The clock may go back: the order is that of recording.
    let earlier = moment("2026-11-01T09:00:00.042Z");
    let answered = Filter {
        states: vec![State::Answered],
        ..Filter::default()
    };
    let reason = words("Klacht 12.");
    let second = register
        .record_export(&answered, earlier, &by, Some(reason.clone()))
        .unwrap();
    assert_eq!(
        second,
        ExportTrace {
            at: earlier,
            by,
            signals: 66,
            because: Some(reason)
        }
    );
    scanned(&mut register, &everything(), true);
    assert_eq!(world.open().info().unwrap().exports, vec![first, second]);
}
