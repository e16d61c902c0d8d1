//! What a register promises about very many reports at once. Part of the contract.

use std::cell::Cell;
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::domain::access::{Reach, Reader, SentReach};
use crate::domain::event::Offer;
use crate::domain::lifecycle::Command;
use crate::domain::signal::{Signal, SignalWords, Topics, Urgency};
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::signal_state::State;
use crate::register::error::RegisterError;
use crate::register::examples::*;
use crate::register::{
    Batch, BatchError, BatchOutcome, BatchRules, Conflict, ConflictWith, ContentHash, ImportRun,
    OnConflict, OutcomeLine, Register, ReportPreparer, Story, StoryText,
};

/// Runs it on one engine.
macro_rules! every_promise_of_a_batch {
    ($world:ty) => {
        #[test]
        fn each_report_of_a_batch_is_recorded_as_if_it_came_alone() {
            $crate::register::batch_contract::each_report_of_a_batch_is_recorded_as_if_it_came_alone::<$world>();
        }
        #[test]
        fn each_report_of_a_batch_keeps_the_grounds_of_its_own_decision() {
            $crate::register::batch_contract::each_report_of_a_batch_keeps_the_grounds_of_its_own_decision::<$world>();
        }
        #[test]
        fn a_batch_records_nothing_twice() {
            $crate::register::batch_contract::a_batch_records_nothing_twice::<$world>();
        }
        #[test]
        fn a_rehearsal_tells_what_recording_a_batch_would() {
            $crate::register::batch_contract::a_rehearsal_tells_what_recording_a_batch_would::<$world>();
        }
        #[test]
        fn of_a_batch_with_a_number_of_another_signal_nothing_is_recorded() {
            $crate::register::batch_contract::of_a_batch_with_a_number_of_another_signal_nothing_is_recorded::<$world>();
        }
        #[test]
        fn a_chosen_number_that_is_taken_gives_way_to_another() {
            $crate::register::batch_contract::a_chosen_number_that_is_taken_gives_way_to_another::<$world>();
        }
        #[test]
        fn a_batch_with_a_report_that_breaks_a_rule_leaves_no_trace() {
            $crate::register::batch_contract::a_batch_with_a_report_that_breaks_a_rule_leaves_no_trace::<$world>();
        }
    };
}
pub(super) use every_promise_of_a_batch;

/// More than stand in one page of memory.
const MANY: u32 = 300;

fn batch(signals: impl IntoIterator<Item = Signal>, own_number: bool) -> Batch {
    let empty = || io::Cursor::new(Vec::new());
    let mut batch = Batch::new(empty(), empty(), "digest");
    let mut preparing = ReportPreparer::new("digest").unwrap();
    let reason = preparing.reason("{}");
    for (row, signal) in (2..).zip(signals) {
        batch
            .push(&preparing.prepare(row, own_number, &signal, &offer(), &sender(), &reason))
            .unwrap();
    }
    batch
}

fn record(register: &mut Register, batch: &mut Batch) -> Result<BatchOutcome, BatchError> {
    report_all(register, batch, OnConflict::RecordNothing)
}

fn report_all(
    register: &mut Register,
    batch: &mut Batch,
    on_conflict: OnConflict,
) -> Result<BatchOutcome, BatchError> {
    recorded(
        register,
        batch,
        on_conflict,
        &|| Some(id(999_999)),
        &mut |_| {},
    )
}

/// How many files there were: each is another.
static FILES: AtomicU64 = AtomicU64::new(0);

/// In one transaction, from a file of its own.
fn recorded(
    register: &mut Register,
    batch: &mut Batch,
    on_conflict: OnConflict,
    fresh: &dyn Fn() -> Option<SignalId>,
    text: &mut dyn FnMut(u64),
) -> Result<BatchOutcome, BatchError> {
    let mut file = ContentHash::default();
    file.update(&FILES.fetch_add(1, Ordering::Relaxed).to_le_bytes());
    let run = ImportRun::new(&file, &ContentHash::default());
    let mut progress = register.skip_recorded(batch, &run, on_conflict)?;
    let mut enough = |done| {
        text(done);
        false
    };
    let rules = BatchRules {
        run: &run,
        on_conflict,
        fresh_id: fresh,
        hearer: Some(&hearer()),
    };
    register.report_part(batch, &mut progress, &rules, &mut enough)?;
    Ok(progress.outcome)
}

/// The sender hears of what is there already.
fn hearer() -> Reader {
    Reader {
        organisation: organisation(KRAAMZORG).into(),
        reach: Reach::OwnSignals,
        sent: SentReach::All,
        coordinates: vec![],
    }
}

fn lines(batch: &mut Batch, outcome: &BatchOutcome) -> Vec<OutcomeLine> {
    let mut lines = Vec::new();
    batch
        .lines(outcome, &mut |line| {
            lines.push(line);
            Ok::<_, io::Error>(())
        })
        .unwrap();
    lines
}

fn whole(register: &mut Register, id: SignalId) -> (Story, Vec<StoryText>) {
    (
        register.story(&IdPrefix::from(id)).unwrap(),
        register.words(id).unwrap(),
    )
}

pub fn each_report_of_a_batch_is_recorded_as_if_it_came_alone<W: World>() {
    for count in [3, MANY] {
        let (world, alone) = (W::new(), W::new());
        let (mut register, mut other) = (world.open(), alone.open());
        let mut reports = batch((1..=count).map(|n| referenced(n, &format!("R{n}"))), false);
        let done = Cell::new(0);
        let outcome = recorded(
            &mut register,
            &mut reports,
            OnConflict::RecordNothing,
            &|| None,
            &mut |at| done.set(at),
        )
        .unwrap();
        assert_eq!((outcome.recorded, done.get()), (count.into(), count.into()));
        for n in [1, 2, count] {
            report(&mut other, &referenced(n, &format!("R{n}")));
            assert_eq!(whole(&mut register, id(n)), whole(&mut other, id(n)));
        }
        let text = lines(&mut reports, &outcome);
        assert_eq!(text.len(), count as usize);
        assert_eq!(
            (text[0].row, text[0].id(), text[0].reference.as_deref()),
            (2, Some(id(1)), Some("R1"))
        );
        assert_eq!(
            (
                text[0].signal.owner.as_ref().unwrap().0.as_str(),
                text[0].signal.feedback_by.unwrap()
            ),
            (JGZ, day("2026-11-30"))
        );
        // The rules hold for whoever comes next.
        order(
            &mut register,
            id(2),
            JGZ,
            Command::Accept { contact: None },
            1,
        )
        .unwrap();
        assert!(
            order(
                &mut register,
                id(2),
                JGZ,
                Command::Accept { contact: None },
                1
            )
            .is_err()
        );
    }
}

pub fn each_report_of_a_batch_keeps_the_grounds_of_its_own_decision<W: World>() {
    for count in [3, MANY] {
        let world = W::new();
        let mut register = world.open();
        let empty = || io::Cursor::new(Vec::new());
        let mut reports = Batch::new(empty(), empty(), "digest");
        let mut preparing = ReportPreparer::new("digest").unwrap();
        for n in 1..=count {
            let reason = preparing.reason(["{}", "{\"why\":1}", "{\"why\":2}"][n as usize % 3]);
            reports
                .push(&preparing.prepare(
                    u64::from(n) + 1,
                    false,
                    &signal(n),
                    &offer(),
                    &sender(),
                    &reason,
                ))
                .unwrap();
        }
        assert_eq!(
            record(&mut register, &mut reports).unwrap().recorded,
            u64::from(count)
        );
        assert_eq!(
            register.verify(&[]).unwrap().findings,
            [],
            "what stands there is what was sealed"
        );
    }
}

pub fn a_batch_records_nothing_twice<W: World>() {
    for count in [3, MANY] {
        let world = W::new();
        let mut register = world.open();
        report(&mut register, &referenced(1, "R1"));
        let mut reports = batch(
            (1..=count).map(|n| referenced(n + 5_000, &format!("R{n}"))),
            false,
        );
        let outcome = record(&mut register, &mut reports).unwrap();
        assert_eq!(outcome.recorded, u64::from(count) - 1);
        let told = already(id(1)).told_to(Some(&hearer()));
        assert_eq!(outcome.already, [(2, told)]);
        assert_eq!(outcome.conflicts, []);
        let first = referenced(1, "R1");
        let seen = SignalWords {
            seen: words("Iets anders."),
            ..first.words.clone()
        };
        let mut beside = 6_000..;
        for other in [
            Signal {
                words: seen,
                ..first.clone()
            },
            Signal {
                topics: Topics::from_list(vec!["finances".parse().unwrap()]).unwrap(),
                ..first.clone()
            },
            but(first.clone(), |of| of.age = None),
            but(first.clone(), |of| of.residence = None),
            but(first.clone(), |of| of.urgency = Urgency::Urgent),
        ] {
            let with = ConflictWith::ReferenceTaken(id(1));
            let another_number = Signal {
                id: id(9_999),
                ..other.clone()
            };
            // Also when it drew the same number.
            for again in [another_number, other] {
                let mut both = batch([again, signal(beside.next().unwrap())], false);
                let refused = record(&mut register, &mut both);
                let conflict = Conflict { row: 2, with };
                assert!(matches!(refused, Err(BatchError::Conflicts(all)) if all == [conflict]));
                let outcome = report_all(&mut register, &mut both, OnConflict::LeaveOut).unwrap();
                assert_eq!((outcome.recorded, &outcome.conflicts), (1, &vec![conflict]));
                assert_eq!(lines(&mut both, &outcome).len(), 1);
            }
        }
    }
}

pub fn a_rehearsal_tells_what_recording_a_batch_would<W: World>() {
    let world = W::new();
    let mut register = world.open();
    for n in [1, 2, 3] {
        report(&mut register, &referenced(n, &format!("R{n}")));
    }
    let reason = words("Verkeerde postcode.");
    order(
        &mut register,
        id(2),
        KRAAMZORG,
        Command::Withdraw { reason },
        0,
    )
    .unwrap();
    let mut reports = batch(
        [
            referenced(11, "R1"),
            referenced(12, "R2"),
            but(referenced(13, "R3"), |of| of.residence = None),
            signal(14),
            referenced(15, "R5"),
        ],
        false,
    );
    let with = ConflictWith::ReferenceTaken(id(3));
    let conflict = Conflict { row: 4, with };
    let refused = register.rehearse(&mut reports, None, OnConflict::RecordNothing, None);
    assert!(matches!(refused, Err(BatchError::Conflicts(all)) if all == [conflict]));
    let rehearsed = register.rehearse(&mut reports, None, OnConflict::LeaveOut, Some(&hearer()));
    let rehearsed = rehearsed.unwrap();
    assert!(register.story(&IdPrefix::from(id(14))).is_err());
    let shown = lines(&mut reports, &rehearsed);
    assert_eq!(
        shown.iter().map(OutcomeLine::id).collect::<Vec<_>>(),
        [Some(id(1)), Some(id(2)), None, None]
    );
    let outcome = report_all(&mut register, &mut reports, OnConflict::LeaveOut).unwrap();
    assert_eq!(outcome.recorded, 2);
    let states: Vec<_> = outcome.already.iter().map(|(_, one)| one.state).collect();
    assert_eq!(states, [State::Offered, State::Withdrawn].map(Some));
    let as_if_recorded = BatchOutcome {
        is_rehearsal: false,
        receipt: outcome.receipt,
        ..rehearsed
    };
    assert_eq!(as_if_recorded, outcome);
}

pub fn of_a_batch_with_a_number_of_another_signal_nothing_is_recorded<W: World>() {
    for count in [3, MANY] {
        let world = W::new();
        let mut register = world.open();
        report(&mut register, &signal(2));
        let another = (1..=count).map(|n| but(signal(n), |of| of.residence = None));
        let refused = record(&mut register, &mut batch(another, true));
        let with = ConflictWith::IdTaken;
        assert!(
            matches!(refused, Err(BatchError::Conflicts(all)) if all == [Conflict { row: 3, with }])
        );
        assert!(register.story(&IdPrefix::from(id(1))).is_err());
        let same = record(&mut register, &mut batch((1..=count).map(signal), true)).unwrap();
        assert_eq!(
            (same.recorded, same.already.len()),
            (u64::from(count) - 1, 1)
        );
        report(&mut register, &referenced(7_777, "R7"));
        let number_of_one_reference_of_another = Signal {
            reference: referenced(7_777, "R7").reference,
            ..signal(2)
        };
        let refused = record(
            &mut register,
            &mut batch([number_of_one_reference_of_another], true),
        );
        assert!(
            matches!(refused, Err(BatchError::Conflicts(all)) if all == [Conflict { row: 2, with }])
        );
    }
}

pub fn a_chosen_number_that_is_taken_gives_way_to_another<W: World>() {
    let world = W::new();
    let mut register = world.open();
    report(&mut register, &signal(1));
    let mut reports = batch([referenced(1, "R1")], false);
    let outcome = record(&mut register, &mut reports).unwrap();
    assert_eq!(outcome.recorded, 1);
    assert_eq!(lines(&mut reports, &outcome)[0].id(), Some(id(999_999)));
    assert_eq!(register.words(id(999_999)).unwrap().len(), 2);
}

pub fn a_batch_with_a_report_that_breaks_a_rule_leaves_no_trace<W: World>() {
    let world = W::new();
    let mut register = world.open();
    let mut reports = batch((1..=20).map(signal), false);
    // By rule there is a responsibility.
    let without = Offer {
        responsibility: None,
        ..offer()
    };
    let mut preparing = ReportPreparer::new("digest").unwrap();
    let reason = preparing.reason("{}");
    let wrong = preparing.prepare(22, false, &signal(21), &without, &sender(), &reason);
    reports.push(&wrong).unwrap();
    let refused = record(&mut register, &mut reports);
    assert!(
        matches!(
            refused,
            Err(BatchError::Register(RegisterError::SecondLock { .. }))
        ),
        "{refused:?}"
    );
    assert!(register.story(&IdPrefix::from(id(1))).is_err());
}
