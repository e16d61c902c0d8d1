//! What a register promises about signals of another register. Part of the contract.

use std::io;

use crate::domain::event::{Actor, Event, Via};
use crate::domain::lifecycle::Command;
use crate::domain::signal::Signal;
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::signal_state::State;
use crate::register::examples::*;
use crate::register::{
    Importer, NotRestored, OnConflict, Receipt, Register, ReportOutcome, RestoreError,
    RestoreOutcome, Story, StoryText,
};

/// Runs it on one engine.
macro_rules! every_promise_of_restoring {
    ($world:ty) => {
        #[test]
        fn a_signal_of_another_register_is_taken_over_with_its_story() {
            $crate::register::restore_contract::a_signal_of_another_register_is_taken_over_with_its_story::<$world>();
        }
        #[test]
        fn who_brings_it_in_is_told_at_the_end_of_its_story() {
            $crate::register::restore_contract::who_brings_it_in_is_told_at_the_end_of_its_story::<$world>();
        }
        #[test]
        fn a_story_that_the_second_lock_does_not_let_through_is_named() {
            $crate::register::restore_contract::a_story_that_the_second_lock_does_not_let_through_is_named::<$world>();
        }
        #[test]
        fn a_signal_that_is_there_with_another_story_is_named() {
            $crate::register::restore_contract::a_signal_that_is_there_with_another_story_is_named::<$world>();
        }
        #[test]
        fn a_reference_that_was_given_free_and_given_again_is_taken_over() {
            $crate::register::restore_contract::a_reference_that_was_given_free_and_given_again_is_taken_over::<$world>();
        }
        #[test]
        fn of_stories_that_cannot_be_read_to_their_end_none_is_taken_over() {
            $crate::register::restore_contract::of_stories_that_cannot_be_read_to_their_end_none_is_taken_over::<$world>();
        }
    };
}
pub(super) use every_promise_of_restoring;

fn whole(register: &mut Register, id: SignalId) -> (Story, Vec<StoryText>) {
    (
        register.story(&IdPrefix::from(id)).unwrap(),
        register.words(id).unwrap(),
    )
}

/// Takes them over, and what became of each.
fn restore(
    to: &mut Register,
    stories: &[(Story, Vec<StoryText>)],
    on_conflict: OnConflict,
) -> (Result<Option<Receipt>, RestoreError>, Vec<RestoreOutcome>) {
    let mut became = Vec::new();
    let mut each = |one| {
        became.push(one);
        false
    };
    let done = to.restore(
        &mut stories.iter().cloned().map(Ok),
        None,
        on_conflict,
        &mut each,
    );
    (done, became)
}

/// A life with nearly everything in it.
fn live(register: &mut Register, n: u32) {
    report(register, &referenced(n, &format!("R{n}")));
    order(
        register,
        id(n),
        JGZ,
        Command::Ask {
            of: None,
            question: words("Hoe gaat het?"),
        },
        1,
    )
    .unwrap();
    order(
        register,
        id(n),
        KRAAMZORG,
        Command::Reply {
            question: Some(2),
            words: words("Goed."),
        },
        1,
    )
    .unwrap();
    order(register, id(n), JGZ, decline(Some(WIJKTEAM)), 2).unwrap();
    order(register, id(n), GEMEENTE, reroute(MEE), 2).unwrap();
    order(register, id(n), MEE, final_feedback(), 3).unwrap();
    order(
        register,
        id(n),
        KRAAMZORG,
        Command::Reject {
            words: words("Dat klopt niet."),
            instead: None,
        },
        4,
    )
    .unwrap();
    order(register, id(n), MEE, final_feedback(), 5).unwrap();
    order(
        register,
        id(n),
        KRAAMZORG,
        Command::Confirm { words: None },
        6,
    )
    .unwrap();
}

pub fn a_signal_of_another_register_is_taken_over_with_its_story<W: World>() {
    let (old, new) = (W::new(), W::new());
    let (mut from, mut to) = (old.open(), new.open());
    live(&mut from, 1);
    report(&mut from, &signal(2));
    let stories = [whole(&mut from, id(1)), whole(&mut from, id(2))];
    let (_, became) = restore(&mut to, &stories, OnConflict::RecordNothing);
    assert_eq!(became, [Ok(ReportOutcome::New), Ok(ReportOutcome::New)]);
    assert_eq!(whole(&mut to, id(1)), stories[0]);
    assert_eq!(whole(&mut to, id(2)), stories[1]);
    order(&mut to, id(2), JGZ, Command::Accept { contact: None }, 7).unwrap();
    let (receipt, became) = restore(&mut to, &stories, OnConflict::RecordNothing);
    assert_eq!(receipt.unwrap(), None);
    let [
        Ok(ReportOutcome::Existing(first)),
        Ok(ReportOutcome::Existing(second)),
    ] = &became[..]
    else {
        panic!("both are there: {became:?}")
    };
    let case = stories[0].0.case.clone();
    assert_eq!((first.id, &first.owner), (id(1), &case.owner));
    // More has happened since.
    assert_eq!((second.id, second.accept_by), (id(2), None));
}

/// It is no step: who did the last one still takes it back.
pub fn who_brings_it_in_is_told_at_the_end_of_its_story<W: World>() {
    let (old, new) = (W::new(), W::new());
    let (mut from, mut to) = (old.open(), new.open());
    report(&mut from, &signal(1));
    order(&mut from, id(1), JGZ, Command::Accept { contact: None }, 1).unwrap();
    let there = whole(&mut from, id(1));
    let importer = Importer {
        actor: Actor {
            organisation: organisation(MEE),
            person: None,
            via: Via::Import,
            as_was: None,
        },
        at: there.0.case.last_at,
    };
    for outcome in ["new", "there already"] {
        let mut one = std::iter::once(Ok(there.clone()));
        let each = &mut |became: RestoreOutcome| {
            let is_new = became == Ok(ReportOutcome::New);
            assert_eq!(is_new, outcome == "new");
            false
        };
        to.restore(&mut one, Some(&importer), OnConflict::RecordNothing, each)
            .unwrap();
    }
    let (story, _) = whole(&mut to, id(1));
    let (last, before) = story.happened.split_last().unwrap();
    assert_eq!(before, there.0.happened);
    assert_eq!(
        (&last.event, &last.by),
        (&Event::Imported, &organisation(MEE))
    );
    assert_eq!(story.case.undoable, there.0.case.undoable);
    order(&mut to, id(1), JGZ, Command::Undo, 1).unwrap();
    let undone = to.story(&IdPrefix::from(id(1))).unwrap().case;
    assert_eq!(undone.state(), State::Offered);
    assert_eq!(to.verify(&[]).unwrap().findings, []);
}

pub fn a_story_that_the_second_lock_does_not_let_through_is_named<W: World>() {
    let (old, new) = (W::new(), W::new());
    let (mut from, mut to) = (old.open(), new.open());
    live(&mut from, 1);
    report(&mut from, &signal(2));
    report(&mut from, &signal(3));
    let (good, (mut story, words)) = (whole(&mut from, id(2)), whole(&mut from, id(1)));
    // Folding does not ask who did it; the second lock does.
    story.happened[8].by = organisation(MEE);
    let stories = [good, (story, words), whole(&mut from, id(3))];
    let expected = [
        Ok(ReportOutcome::New),
        Err(NotRestored::Impossible),
        Ok(ReportOutcome::New),
    ];
    let (refused, became) = restore(&mut to, &stories, OnConflict::RecordNothing);
    assert!(matches!(refused, Err(RestoreError::NotRestored)));
    assert_eq!(became, expected);
    let none = to.story(&IdPrefix::from(id(2)));
    assert!(none.is_err(), "all of them, or none");

    let (receipt, became) = restore(&mut to, &stories, OnConflict::LeaveOut);
    assert_eq!(became, expected);
    assert!(to.story(&IdPrefix::from(id(1))).is_err(), "nothing of it");
    assert_eq!(whole(&mut to, id(2)), stories[0]);
    assert_eq!(whole(&mut to, id(3)), stories[2]);
    let checked = to.verify(&[receipt.unwrap().unwrap()]).unwrap();
    assert_eq!(checked.findings, []);
}

pub fn a_signal_that_is_there_with_another_story_is_named<W: World>() {
    let (old, new) = (W::new(), W::new());
    let (mut from, mut to) = (old.open(), new.open());
    // It was only reported, and the history goes further.
    report(&mut to, &referenced(1, "R1"));
    live(&mut from, 1);
    // The same reference stands for something else.
    let urgent = but(referenced(2, "R2"), |of| {
        of.urgency = crate::domain::signal::Urgency::Urgent;
    });
    report(&mut from, &urgent);
    let there = Signal {
        id: id(20),
        ..referenced(2, "R2")
    };
    report(&mut to, &there);
    // The same number stands for something else.
    report(&mut from, &signal(3));
    report(&mut to, &but(signal(3), |of| of.residence = None));
    // The same events, with other words.
    for register in [&mut from, &mut to] {
        report(register, &signal(4));
    }
    for (register, text) in [(&mut from, "Bel eerst."), (&mut to, "Kom langs.")] {
        let question = words(text);
        order(register, id(4), JGZ, Command::Ask { of: None, question }, 1).unwrap();
    }
    let stories = [1, 2, 3, 4].map(|n| whole(&mut from, id(n)));
    let (_, became) = restore(&mut to, &stories, OnConflict::LeaveOut);
    let expected = [
        NotRestored::OtherStory,
        NotRestored::ReferenceTaken(id(20)),
        NotRestored::IdTaken,
        NotRestored::OtherStory,
    ];
    assert_eq!(became, expected.map(Err));
}

pub fn a_reference_that_was_given_free_and_given_again_is_taken_over<W: World>() {
    let (old, new, other) = (W::new(), W::new(), W::new());
    let (mut from, mut to, mut other) = (old.open(), new.open(), other.open());
    let withdraw = |register: &mut Register, n, reason| {
        let reason = words(reason);
        order(register, id(n), KRAAMZORG, Command::Withdraw { reason }, 0).unwrap();
    };
    report(&mut from, &referenced(1, "R1"));
    withdraw(&mut from, 1, "Verkeerde postcode.");
    let elsewhere = but(referenced(2, "R1"), |of| of.residence = None);
    report(&mut from, &elsewhere);
    let [withdrawn, held] = [1, 2].map(|n| whole(&mut from, id(n)));
    let both = [withdrawn.clone(), held.clone()];
    let (_, became) = restore(&mut to, &both, OnConflict::RecordNothing);
    assert_eq!(became, [Ok(ReportOutcome::New), Ok(ReportOutcome::New)]);
    assert_eq!([1, 2].map(|n| whole(&mut to, id(n))), both);
    let (_, became) = restore(&mut to, &both, OnConflict::RecordNothing);
    assert!(
        became
            .iter()
            .all(|one| matches!(one, Ok(ReportOutcome::Existing(_)))),
        "{became:?}"
    );

    // What holds it now is there first: then the other cannot have been reported after it.
    let reversed = [held, withdrawn];
    let (_, became) = restore(&mut other, &reversed, OnConflict::LeaveOut);
    let taken = Err(NotRestored::ReferenceTaken(id(2)));
    assert_eq!(became, [Ok(ReportOutcome::New), taken]);

    // Elsewhere the same was reported, and withdrawn.
    let mut elsewhere = W::new().open();
    report(&mut elsewhere, &referenced(3, "R1"));
    withdraw(&mut elsewhere, 3, "Dubbel.");
    let (_, became) = restore(&mut elsewhere, &both, OnConflict::RecordNothing);
    assert_eq!(became, [Ok(ReportOutcome::New), Ok(ReportOutcome::New)]);
}

pub fn of_stories_that_cannot_be_read_to_their_end_none_is_taken_over<W: World>() {
    let (old, new) = (W::new(), W::new());
    let (mut from, mut to) = (old.open(), new.open());
    report(&mut from, &signal(1));
    let stories = [
        Ok(whole(&mut from, id(1))),
        Err(io::ErrorKind::Other.into()),
    ];
    let each = &mut |_| false;
    let refused = to.restore(&mut stories.into_iter(), None, OnConflict::LeaveOut, each);
    assert!(matches!(refused, Err(RestoreError::File(_))));
    assert!(to.story(&IdPrefix::from(id(1))).is_err());
}
