//! Histories in parts: broken off, and gone on with.

use std::io::Cursor;

use serde_json::json;

use super::*;
use crate::domain::event::Actor;
use crate::exchange::import::{DecodedFile, ImportFormat, ImportSource};
use crate::register::{Access, Address, Clock, ReportOutcome};

/// A line of an export: a signal that this organisation took on.
fn line(n: usize, by: &str) -> String {
    let at = "2026-11-23T10:15:00.000+01:00";
    json!({
        "id": format!("{n:0>8}"), "sender": "kraamzorg-de-wieg", "reported_at": at,
        "topics": ["parenting"], "urgency": "normal", "discussed": true, "consent": "not-asked",
        "state": "accepted", "owner": "jgz-waterdam",
        "decisions": [{"event": 1, "map_digest": "digest", "reason": {}}],
        "events": [
            {"number": 1, "at": at, "by": "kraamzorg-de-wieg", "event": "reported",
             "owner": "jgz-waterdam", "basis": "rule", "coordinator": "gemeente-waterdam",
             "involved": [], "claimants": [], "knows_family": false, "accept_by": "2026-11-25", "feedback_by": "2026-11-30",
             "level": "full", "responsibility": "topic:parenting", "words": {"seen": "Het huilt."}},
            {"number": 2, "at": at, "by": by, "event": "feedback-interim", "channel": "phone",
             "level": "status-only", "words": {}},
        ],
    })
    .to_string()
}

/// `count` histories; in those in `wrong` somebody who is not the owner told how far it is.
fn kept(count: usize, wrong: &[usize]) -> (RowSpool, Histories) {
    let by = |n| {
        if wrong.contains(&n) {
            "mee-waterdam"
        } else {
            "jgz-waterdam"
        }
    };
    let lines: Vec<String> = (1..=count).map(|n| line(n, by(n))).collect();
    let bytes = DecodedFile::of(Box::new(Cursor::new(lines.join("\n")))).unwrap();
    let mut source = ImportSource::open(bytes, ImportFormat::Lines, &[], false).unwrap();
    let (mut kept, mut histories) = (RowSpool::new(Cursor::new(vec![])), Histories::default());
    while let Some(raw) = source.next_row().unwrap() {
        kept.push(&raw).unwrap();
    }
    for history in kept.histories().unwrap() {
        let (row, history) = history.unwrap();
        histories.push(row, history.story.case.events);
    }
    (kept, histories)
}

fn importer() -> Importer {
    Importer {
        actor: Actor {
            organisation: "gemeente-waterdam".parse().unwrap(),
            person: None,
            via: Via::Import,
            as_was: None,
        },
        at: "2026-11-30T08:00:00Z".parse().unwrap(),
    }
}

struct World {
    register: Register,
    _folder: tempfile::TempDir,
}

impl World {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let address = Address::File(folder.path().join("register.db"));
        let register = Register::open(&address, Access::Write(Clock::System)).unwrap();
        Self {
            register,
            _folder: folder,
        }
    }

    fn signals(&mut self) -> u64 {
        let counts = self.register.info().unwrap().counts;
        counts.iter().map(|(_, count)| count).sum()
    }

    /// Records them, at most three together; gives what is wrong, which were new, and what was
    /// heard.
    fn in_threes(&mut self, (mut kept, histories): (RowSpool, Histories)) -> Became {
        let mut heard = Vec::new();
        let mut text = |done| heard.push(done);
        let (restored, _) = restore_parts(
            (&mut self.register, &importer()),
            &mut kept,
            &histories,
            PartRules {
                size: 3,
                on_conflict: OnConflict::LeaveOut,
            },
            &mut text,
        )?;
        let new = restored.iter().map(|one| *one == Ok(ReportOutcome::New));
        Ok((histories.faults(&restored), new.collect(), heard))
    }
}

type Became = Result<(Vec<RowFault>, Vec<bool>, Vec<u64>), CliError>;

fn impossible(row: u64) -> RowFault {
    RowFault {
        row,
        field: None,
        error: FieldError::Impossible(None),
    }
}

#[test]
fn in_parts_what_cannot_have_happened_is_left_out() {
    let mut world = World::new();
    let (faults, new, heard) = world.in_threes(kept(8, &[1, 5])).unwrap();
    assert_eq!(faults, [impossible(1), impossible(5)]);
    assert_eq!(new, [false, true, true, true, false, true, true, true]);
    assert_eq!(heard, [1, 2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(world.signals(), 6);
    assert_eq!(world.register.verify(&[]).unwrap().findings, []);
    // The rows were mended; the others are there.
    let (faults, new, _) = world.in_threes(kept(8, &[])).unwrap();
    assert_eq!(faults, []);
    assert_eq!(new, [true, false, false, false, true, false, false, false]);
}

#[test]
fn what_was_broken_off_goes_on_where_it_stopped() {
    let mut world = World::new();
    let (mut file, _) = kept(8, &[]);
    let mut stories = stories(&mut file).unwrap();
    let mut recorded = 0;
    let mut two = |_| {
        recorded += 1;
        recorded == 2
    };
    let earlier = world.register.restore(
        &mut stories,
        Some(&importer()),
        OnConflict::LeaveOut,
        &mut two,
    );
    assert!(earlier.is_ok());
    let (_, new, _) = world.in_threes(kept(8, &[])).unwrap();
    assert_eq!(new, [false, false, true, true, true, true, true, true]);
    assert_eq!(world.signals(), 8);
}

#[test]
fn of_all_or_none_none_is_recorded_and_all_that_is_wrong_is_told() {
    let mut world = World::new();
    let (mut file, histories) = kept(8, &[2, 7]);
    let refused = restore_parts(
        (&mut world.register, &importer()),
        &mut file,
        &histories,
        PartRules {
            size: 8,
            on_conflict: OnConflict::RecordNothing,
        },
        &mut |_| {},
    );
    let Err(CliError::Rows { faults, rows: 8 }) = refused else {
        panic!("two cannot have happened")
    };
    assert_eq!(faults, [impossible(2), impossible(7)]);
    assert_eq!(world.signals(), 0);
}
