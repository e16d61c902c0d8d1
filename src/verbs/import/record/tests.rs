//! Recording in parts: broken off, gone on with, begun anew.

use std::io::Cursor;

use super::*;
use crate::domain::discussed::Discussed;
use crate::domain::event::{Actor, Basis, Level, Offer, Via};
use crate::domain::signal::{Particulars, Signal, SignalWords, Topics, Urgency};
use crate::domain::signal_id::SignalId;
use crate::domain::words::{ExternalReference, Words};
use crate::register::{
    Access, Address, Clock, Conflict, ConflictWith, ContentHash, OutcomeLine, ReportPreparer,
};

fn signal(n: u8) -> Signal {
    Signal {
        id: SignalId::from_random([n, 0, 0, 0, 0]),
        sender: "kraamzorg-de-wieg".parse().unwrap(),
        contact: None,
        reference: None,
        reported_at: "2026-11-23T09:15:00.000Z".parse().unwrap(),
        topics: Topics::from_list(vec!["parenting".parse().unwrap()]).unwrap(),
        particulars: Particulars::default(),
        words: SignalWords {
            seen: Words::new(&format!("Signaal {n}.")).unwrap(),
            goes_well: None,
            helpers: None,
            own_words: None,
            discussed: Discussed::Yes,
        },
    }
}

/// Reports; those in `wrong` break a rule, because a gap has no responsibility.
fn batch(count: u8, wrong: &[u8]) -> Batch {
    batch_of((1..=count).map(signal), wrong)
}

fn batch_of(signals: impl Iterator<Item = Signal>, wrong: &[u8]) -> Batch {
    batch_of_rows((1..).zip(signals), wrong)
}

fn batch_of_rows(rows: impl Iterator<Item = (u8, Signal)>, wrong: &[u8]) -> Batch {
    let empty = || Cursor::new(Vec::new());
    let mut batch = Batch::new(empty(), empty(), "digest");
    let mut preparing = ReportPreparer::new("digest").unwrap();
    let reason = preparing.reason("{}");
    for (n, signal) in rows {
        let agreed = wrong
            .contains(&n)
            .then(|| "topic:parenting".parse().unwrap());
        let offer = Offer {
            owner: "gemeente-waterdam".parse().unwrap(),
            basis: Basis::Gap,
            coordinator: "gemeente-waterdam".parse().unwrap(),
            involved: vec![],
            claimants: vec![],
            accept_by: "2026-11-25".parse().unwrap(),
            feedback_by: "2026-11-30".parse().unwrap(),
            level: Level::Full,
            responsibility: agreed,
            knows_family: false,
        };
        let actor = Actor {
            organisation: "kraamzorg-de-wieg".parse().unwrap(),
            person: None,
            via: Via::Import,
            as_was: None,
        };
        let prepared = preparing.prepare(n.into(), false, &signal, &offer, &actor, &reason);
        batch.push(&prepared).unwrap();
    }
    batch
}

fn run(options: &str) -> ImportRun {
    let hash = |text: &str| {
        let mut hash = ContentHash::default();
        hash.update(text.as_bytes());
        hash
    };
    ImportRun::new(&hash("a file"), &hash(options))
}

const IN_THREES: PartRules = PartRules {
    size: 3,
    on_conflict: OnConflict::LeaveOut,
};

/// Records them, at most three together.
fn in_threes(
    register: &mut Register,
    batch: &mut Batch,
    run: &ImportRun,
) -> Result<BatchOutcome, CliError> {
    record_parts(register, batch, (run, None), IN_THREES, &mut |_| {})
}

fn register(folder: &tempfile::TempDir) -> Register {
    let address = Address::File(folder.path().join("register.db"));
    Register::open(&address, Access::Write(Clock::System)).unwrap()
}

fn signals(register: &mut Register) -> u64 {
    register
        .info()
        .unwrap()
        .counts
        .iter()
        .map(|(_, count)| count)
        .sum()
}

#[test]
fn what_was_broken_off_goes_on_where_it_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let mut register = register(&folder);
    let stopped = in_threes(&mut register, &mut batch(8, &[5]), &run("o"));
    let Err(CliError::ImportStopped { done, of, .. }) = stopped else {
        panic!("the fifth breaks a rule")
    };
    assert_eq!((done, of, signals(&mut register)), (3, 8, 3));
    let other = in_threes(&mut register, &mut batch(8, &[]), &run("p"));
    assert!(matches!(
        other,
        Err(CliError::ImportDiffers { done: 3, of: 8 })
    ));

    let mut reports = batch(8, &[]);
    let mut heard = Vec::new();
    let outcome = record_parts(
        &mut register,
        &mut reports,
        (&run("o"), None),
        IN_THREES,
        &mut |at| heard.push(at),
    )
    .unwrap();
    assert_eq!((outcome.recorded, outcome.earlier), (5, 3));
    assert_eq!(outcome.conflicts, []);
    assert_eq!(heard, [4, 5, 6, 7, 8]);
    assert_eq!(signals(&mut register), 8);
    assert_eq!(register.verify(&[]).unwrap().findings, []);
    // What became of the first three an earlier run has told.
    assert_eq!(rows(&mut reports, &outcome), [4, 5, 6, 7, 8]);

    let again = in_threes(&mut register, &mut batch(8, &[]), &run("o")).unwrap();
    assert_eq!((again.recorded, again.earlier), (0, 8));
    assert_eq!(signals(&mut register), 8, "nothing twice");
}

fn rows(batch: &mut Batch, outcome: &BatchOutcome) -> Vec<u64> {
    let mut rows = Vec::new();
    let mut each = |line: OutcomeLine| {
        assert!(line.id().is_some());
        rows.push(line.row);
        Ok(())
    };
    batch.lines(outcome, &mut each).unwrap();
    rows
}

#[test]
fn a_file_of_which_other_rows_are_right_now_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut register = register(&folder);
    // The second row lay in the future.
    let mut without = batch_of_rows((1..=8).filter(|n| *n != 2).map(|n| (n, signal(n))), &[5]);
    let stopped = in_threes(&mut register, &mut without, &run("o"));
    assert!(matches!(
        stopped,
        Err(CliError::ImportStopped { done: 3, .. })
    ));
    let refused = in_threes(&mut register, &mut batch(8, &[]), &run("o"));
    assert!(matches!(
        refused,
        Err(CliError::ImportDiffers { done: 3, of: 8 })
    ));
    assert_eq!(signals(&mut register), 3);
}

#[test]
fn of_two_runs_that_record_one_file_the_second_stops() {
    let folder = tempfile::tempdir().unwrap();
    let (mut register, mut other) = (register(&folder), register(&folder));
    let (mut reports, fresh) = (batch(8, &[]), fresh_ids());
    let mut progress = other
        .skip_recorded(&mut reports, &run("o"), OnConflict::LeaveOut)
        .unwrap();
    let outcome = in_threes(&mut register, &mut batch(8, &[]), &run("o"));
    assert_eq!(outcome.unwrap().recorded, 8);
    let late = other.report_part(
        &mut reports,
        &mut progress,
        &BatchRules {
            run: &run("o"),
            on_conflict: OnConflict::LeaveOut,
            fresh_id: &fresh,
            hearer: None,
        },
        &mut |_| false,
    );
    assert!(matches!(late, Err(BatchError::OtherRun { done: 8 })));
    assert_eq!(signals(&mut register), 8);
}

fn referenced(n: u8) -> Signal {
    Signal {
        reference: Some(ExternalReference::new(&format!("R{n}")).unwrap()),
        ..signal(n)
    }
}

#[test]
fn a_row_in_conflict_is_named_also_when_the_run_that_met_it_was_broken_off() {
    let folder = tempfile::tempdir().unwrap();
    let mut register = register(&folder);
    let mut there = referenced(2);
    there.particulars.urgency = Urgency::Urgent;
    let mut first = batch_of([there.clone()].into_iter(), &[]);
    let recorded = in_threes(&mut register, &mut first, &run("first"));
    assert_eq!(recorded.unwrap().recorded, 1);

    // One row cannot be known again, so that the file is.
    let file = || (1..=7).map(referenced).chain([signal(8)]);
    let stopped = in_threes(&mut register, &mut batch_of(file(), &[5]), &run("o"));
    assert!(matches!(
        stopped,
        Err(CliError::ImportStopped { done: 3, .. })
    ));
    let mut again = batch_of(file(), &[]);
    let outcome = in_threes(&mut register, &mut again, &run("o")).unwrap();
    let conflict = Conflict {
        row: 2,
        with: ConflictWith::ReferenceTaken(there.id),
    };
    assert_eq!((outcome.conflicts, outcome.recorded), (vec![conflict], 5));
    assert_eq!(signals(&mut register), 8);
}

#[test]
fn rows_that_are_known_again_go_on_by_themselves_with_any_map() {
    let folder = tempfile::tempdir().unwrap();
    let mut register = register(&folder);
    let file = || (1..=8).map(referenced);
    let stopped = in_threes(&mut register, &mut batch_of(file(), &[5]), &run("o"));
    assert!(stopped.is_err());
    let mut again = batch_of(file(), &[]);
    let outcome = in_threes(&mut register, &mut again, &run("p")).unwrap();
    assert_eq!((outcome.recorded, outcome.already.len()), (5, 3));
    assert_eq!(rows(&mut again, &outcome), [1, 2, 3, 4, 5, 6, 7, 8]);
}

#[test]
fn of_a_first_part_that_fails_nothing_is_recorded() {
    let folder = tempfile::tempdir().unwrap();
    let mut register = register(&folder);
    let refused = in_threes(&mut register, &mut batch(8, &[2]), &run("o"));
    assert!(matches!(refused, Err(CliError::Register(_))));
    assert_eq!(signals(&mut register), 0);
    let outcome = in_threes(&mut register, &mut batch(8, &[]), &run("o")).unwrap();
    assert_eq!((outcome.recorded, outcome.earlier), (8, 0));
}

#[test]
fn who_begins_anew_records_all_of_it_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut register = register(&folder);
    let recorded = in_threes(&mut register, &mut batch(8, &[]), &run("o"));
    assert_eq!(recorded.unwrap().recorded, 8);
    register.forget_import(&run("p")).unwrap();
    let again = in_threes(&mut register, &mut batch(8, &[]), &run("p")).unwrap();
    assert_eq!((again.recorded, again.earlier), (8, 0));
}
