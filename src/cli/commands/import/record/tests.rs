//! Recording in parts: broken off, gone on with, begun anew.

use std::io::Cursor;

use super::*;
use crate::domain::event::{Actor, Basis, Level, Offer, Via};
use crate::domain::signal::{Discussed, Particulars, Signal, SignalWords, Topics, Urgency};
use crate::domain::signal_id::SignalId;
use crate::domain::words::{ExternalReference, Words};
use crate::register::{
    Access, Address, Clock, Conflict, ConflictWith, ContentHash, Line, Preparing,
};

fn signal(n: u8) -> Signal {
    Signal {
        id: SignalId::from_random([n, 0, 0, 0, 0]),
        sender: "kraamzorg-de-wieg".parse().unwrap(),
        contact: None,
        reference: None,
        reported_at: "2026-11-23T09:15:00.000Z".parse().unwrap(),
        topics: Topics::from_list(vec!["parenting".parse().unwrap()]).unwrap(),
        particulars: Particulars {
            age: None,
            area: None,
            urgency: Urgency::Normal,
        },
        words: SignalWords {
            seen: Words::new(&format!("Signaal {n}.")).unwrap(),
            goes_well: None,
            helpers: None,
            own_words: None,
            discussed: Discussed::Yes,
        },
    }
}

/// Reports of which those in `wrong` break a rule: in a gap there is no responsibility.
fn batch(count: u8, wrong: &[u8]) -> Batch {
    batch_of((1..=count).map(signal), wrong)
}

fn batch_of(signals: impl Iterator<Item = Signal>, wrong: &[u8]) -> Batch {
    let empty = || Cursor::new(Vec::new());
    let mut batch = Batch::new(empty(), empty(), "digest");
    let mut preparing = Preparing::new("digest").unwrap();
    let reason = preparing.reason("{}");
    for (n, signal) in (1..).zip(signals) {
        let agreed = wrong
            .contains(&n)
            .then(|| "topic:parenting".parse().unwrap());
        let offer = Offer {
            owner: "gemeente-waterdam".parse().unwrap(),
            basis: Basis::Gap,
            coordinator: "gemeente-waterdam".parse().unwrap(),
            involved: vec![],
            accept_by: "2026-11-25".parse().unwrap(),
            feedback_by: "2026-11-30".parse().unwrap(),
            level: Level::Full,
            responsibility: agreed,
        };
        let actor = Actor {
            organisation: "kraamzorg-de-wieg".parse().unwrap(),
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
    let stopped = parts(
        &mut register,
        &mut batch(8, &[5]),
        &run("o"),
        (0, 3),
        &mut |_| {},
    );
    let Err(Failure::ImportStopped { done, of, .. }) = stopped else {
        panic!("the fifth breaks a rule")
    };
    assert_eq!((done, of, signals(&mut register)), (3, 8, 3));
    assert_eq!(register.earlier(&run("o")), Ok(Earlier::Done(3)));
    assert_eq!(register.earlier(&run("p")), Ok(Earlier::OtherOptions(3)));

    let mut reports = batch(8, &[]);
    let mut heard = Vec::new();
    let mut told = |at| heard.push(at);
    let outcome = parts(&mut register, &mut reports, &run("o"), (3, 3), &mut told).unwrap();
    assert_eq!((outcome.recorded, outcome.earlier), (5, 3));
    assert_eq!(outcome.conflicts, []);
    assert_eq!(heard, [4, 5, 6, 7, 8]);
    assert_eq!(signals(&mut register), 8);
    assert_eq!(register.earlier(&run("o")), Ok(Earlier::None));
    assert_eq!(register.verify(&[]).unwrap().findings, []);
    let mut known = Vec::new();
    let mut each = |line: Line| {
        known.push(line.id.is_some());
        Ok(())
    };
    reports.lines(Some(&outcome), &mut each).unwrap();
    // Which number an earlier run gave is not known to this one.
    assert_eq!(known, [false, false, false, true, true, true, true, true]);
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
    let recorded =
        register.report_all(&mut first, OnConflict::RecordNothing, &|| None, &mut |_| {});
    assert_eq!(recorded.unwrap().recorded, 1);

    let file = || (1..=8).map(referenced);
    let stopped = parts(
        &mut register,
        &mut batch_of(file(), &[5]),
        &run("o"),
        (0, 3),
        &mut |_| {},
    );
    assert!(matches!(
        stopped,
        Err(Failure::ImportStopped { done: 3, .. })
    ));
    let mut again = batch_of(file(), &[]);
    let outcome = parts(&mut register, &mut again, &run("o"), (3, 3), &mut |_| {}).unwrap();
    let conflict = Conflict {
        row: 2,
        with: ConflictWith::Reference(there.id),
    };
    assert_eq!((outcome.conflicts, outcome.recorded), (vec![conflict], 5));
    assert_eq!(signals(&mut register), 8);
}

#[test]
fn of_a_first_part_that_fails_nothing_is_recorded() {
    let folder = tempfile::tempdir().unwrap();
    let mut register = register(&folder);
    let refused = parts(
        &mut register,
        &mut batch(8, &[2]),
        &run("o"),
        (0, 3),
        &mut |_| {},
    );
    assert!(matches!(refused, Err(Failure::Register(_))));
    assert_eq!(signals(&mut register), 0);
    assert_eq!(register.earlier(&run("o")), Ok(Earlier::None));
}

#[test]
fn who_begins_anew_forgets_how_far_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut register = register(&folder);
    let stopped = parts(
        &mut register,
        &mut batch(8, &[5]),
        &run("o"),
        (0, 3),
        &mut |_| {},
    );
    assert!(stopped.is_err());
    register.forget(&run("p")).unwrap();
    assert_eq!(register.earlier(&run("o")), Ok(Earlier::None));
}
