//! The register's promises, as tests that every engine must pass.
//!
//! An engine says `every_promise!(ItsWorld);` in its own tests.

mod at_once;
mod lists;
pub(in crate::register) mod outcome_histories;
mod references;
mod steps;

use std::ops::ControlFlow;

use crate::domain::discussed::Discussed;
use crate::domain::event::{Basis, Event};
use crate::domain::lifecycle::{Command, Refusal, Step, decide};
use crate::domain::residence::Residence;
use crate::domain::signal::{Facts, Signal, Topics};
use crate::domain::signal_id::IdPrefix;
use crate::domain::signal_state::State;
use crate::register::database::{Engine, SqlValue};
use crate::register::examples::*;
pub use crate::register::list_contract::*;
use crate::register::{
    ExistingSignal, Filter, FindError, ListRow, Part, Register, RegisterError, ReportOutcome,
    StepError, StepsError,
};
pub use at_once::*;
pub use lists::*;
pub use references::*;
pub use steps::*;

macro_rules! promises {
    ($($name:ident),+ $(,)?) => {
        /// Runs the whole contract on one engine.
        macro_rules! every_promise {
            ($world:ty) => {
                $(#[test] fn $name() { $crate::register::contract::$name::<$world>(); })+
                $crate::register::scan_contract::every_promise_of_a_scan!($world);
                $crate::register::batch_contract::every_promise_of_a_batch!($world);
                $crate::register::restore_contract::every_promise_of_restoring!($world);
                $crate::register::audit::verify_contract::every_promise_of_verifying!($world);
                #[test]
                fn no_life_of_a_signal_breaks_a_rule() { $crate::register::any_life::no_life_of_a_signal_breaks_a_rule::<$world>(); }
            };
        }
        pub(in crate::register) use every_promise;
    };
}

promises!(
    a_reported_signal_is_read_back_as_it_was,
    a_place_outside_the_map_is_read_back_as_it_was,
    reporting_again_records_nothing_twice,
    a_number_belongs_to_one_signal,
    a_reference_belongs_to_one_signal_of_its_sender,
    a_withdrawal_is_taken_back_while_nothing_else_has_its_reference,
    every_part_of_the_content_makes_another_signal,
    a_signal_that_was_withdrawn_gives_its_reference_free,
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
    the_codes_in_use_are_those_of_the_signals,
    a_transaction_that_fails_leaves_no_trace,
    a_reader_cannot_write,
    of_eight_that_accept_at_once_one_wins,
    eight_that_report_at_once_all_succeed,
    how_signals_went_is_handed_over_for_those_that_are_wanted,
);

pub use outcome_histories::how_signals_went_is_handed_over_for_those_that_are_wanted;

fn prefix(text: &str) -> IdPrefix {
    text.parse().unwrap()
}

fn listed(register: &mut Register, filter: &Filter) -> Vec<ListRow> {
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
    let number = |row: &ListRow| (1..100).find(|n| id(*n) == row.id).unwrap();
    listed(register, filter).iter().map(number).collect()
}

fn count(register: &mut Register, table: &str) -> i64 {
    let mut counted = 0;
    let sql = format!("SELECT count(*) FROM {table}");
    let mut each = |row: &[SqlValue<'_>]| {
        if let [SqlValue::Integer(n)] = row {
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
    signal.particulars.age = Some("unborn".parse().unwrap());
    assert_eq!(
        register
            .report(
                &signal,
                &offer(),
                &decision("{\"why\":1}", "abc"),
                &sender()
            )
            .unwrap()
            .0,
        ReportOutcome::New
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
    let circumstances = reported.circumstances;
    assert_eq!(
        (circumstances.particulars, circumstances.discussed),
        (signal.particulars, Discussed::No(()))
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

pub fn a_place_outside_the_map_is_read_back_as_it_was<W: World>() {
    let world = W::new();
    let mut register = world.open();
    let place = Some(Residence::Outside("9999".parse().unwrap()));
    let signal = but(signal(1), |of| of.residence.clone_from(&place));
    report(&mut register, &signal);
    let story = register.story(&IdPrefix::from(signal.id)).unwrap();
    assert_eq!(story.reported.circumstances.particulars.residence, place);
    let rows = listed(&mut register, &Filter::default());
    assert_eq!(
        (&rows[0].area, rows[0].facts().unwrap()),
        (&None, signal.facts())
    );
    assert_eq!(register.verify(&[]).unwrap().findings, []);
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
    let there = ReportOutcome::Existing(already(first.id));
    assert_eq!(report(&mut register, &later), there);
    order(
        &mut register,
        first.id,
        JGZ,
        Command::Accept { contact: None },
        0,
    )
    .unwrap();
    let accepted = ExistingSignal {
        state: State::Accepted,
        accept_by: None,
        ..already(first.id)
    };
    assert_eq!(
        report(&mut register, &later),
        ReportOutcome::Existing(accepted)
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
            register.report(&other, &offer(), &decision("{}", "digest"), &sender()),
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
