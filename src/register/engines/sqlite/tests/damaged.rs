//! Files that the disk returns changed: the damage is found, and what can still be read is saved
//! unchanged.

use std::collections::BTreeMap;
use std::path::Path;

use crate::domain::codes::CodeEnum as _;
use crate::domain::lifecycle::Command;
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::State;
use crate::register::engines::sqlite::tests::full::full;
use crate::register::engines::sqlite::tests::{Folder, connection_of, opened};
use crate::register::examples::*;
use crate::register::{
    Access, Clock, CopyKind, Filter, FindingKind, FullStory, Register, RegisterError,
    RegisterFinding, SalvageReport,
};

/// Every signal with its words.
fn all(register: &mut Register) -> BTreeMap<SignalId, FullStory> {
    let filter = Filter {
        states: State::ALL.to_vec(),
        ..Filter::default()
    };
    let text = register
        .scan(&filter, true, |stories| {
            stories.collect::<Result<Vec<_>, RegisterError>>()
        })
        .unwrap();
    text.into_iter()
        .map(|whole| (whole.story.case.id, whole))
        .collect()
}

/// A register with some pages of each table, in one file.
pub(super) fn in_one_file() -> (Folder, Vec<u8>, BTreeMap<SignalId, FullStory>) {
    in_one_file_until(70)
}

/// The same with more signals.
fn in_one_file_until(end: u32) -> (Folder, Vec<u8>, BTreeMap<SignalId, FullStory>) {
    let (world, mut register) = full();
    for n in 10..end {
        report(&mut register, &signal(n));
        if n % 4 == 0 {
            order(
                &mut register,
                id(n),
                JGZ,
                Command::Accept { contact: None },
                1,
            )
            .unwrap();
        }
    }
    let copy = world.path().with_extension("copy");
    std::fs::write(&copy, "").unwrap();
    register.copy(&copy, &copy, CopyKind::Aside).unwrap();
    let bytes = std::fs::read(&copy).unwrap();
    (world, bytes, all(&mut register))
}

/// Salvages the file `damaged` into `new`; `None` when nothing can be read.
fn saved(damaged: &Path, new: &Path) -> Option<(SalvageReport, BTreeMap<SignalId, FullStory>)> {
    let before = std::fs::read(damaged).unwrap();
    let mut old = opened(damaged, Access::Salvage).ok()?;
    let mut register = opened(new, Access::Write(Clock::System)).unwrap();
    let salvaged = old.salvage(&mut register);
    drop(old);
    assert_eq!(
        std::fs::read(damaged).unwrap(),
        before,
        "the old register is never changed"
    );
    let salvaged = salvaged.ok()?;
    let verified = register.verify(&[]).unwrap();
    assert_eq!(
        (verified.findings, verified.signals, verified.steps),
        (vec![], salvaged.taken, salvaged.steps)
    );
    Some((salvaged, all(&mut register)))
}

/// The same file, with one page overwritten.
pub(super) fn with_a_damaged_page(bytes: &[u8], page: usize) -> Vec<u8> {
    let mut changed = bytes.to_vec();
    changed[page * 4096..(page + 1) * 4096].fill(0xA5);
    changed
}

/// Whether it is said that something is wrong.
fn is_found(file: &Path) -> bool {
    let looked = opened(file, Access::Inspect).and_then(|mut register| register.verify(&[]));
    looked.is_err() || looked.is_ok_and(|verified| !verified.is_sound())
}

/// Each signal with its place and its steps.
fn places(world: &Folder) -> Vec<(SignalId, i64, Vec<i64>)> {
    let register = opened(&world.path(), Access::Read).unwrap();
    let sql = "SELECT signal.id, seq, group_concat(step) FROM signal JOIN event ON signal = seq GROUP BY seq";
    let mut statement = connection_of(&register).prepare(sql).unwrap();
    let read = |row: &rusqlite::Row<'_>| {
        let (id, steps): (String, String) = (row.get(0)?, row.get(2)?);
        let steps = steps.split(',').map(|step| step.parse().unwrap());
        Ok((id.parse().unwrap(), row.get(1)?, steps.collect()))
    };
    let places = statement.query_map([], read).unwrap();
    places.map(Result::unwrap).collect()
}

/// Whether it is said of this signal that it was not taken over: by its number, by its place, or
/// by its steps, which are all gone.
fn is_text(salvaged: &SalvageReport, id: SignalId, place: i64, steps: &[i64]) -> bool {
    let mut left = salvaged.skipped.iter();
    let by_itself = left.any(|left| {
        let places = left.place..=left.until.unwrap_or(left.place);
        left.id == Some(id) || left.id.is_none() && places.contains(&place)
    });
    let is_lost = |step: &i64| {
        let mut lost = salvaged.lost_steps.iter();
        lost.any(|(first, last)| (first..=last).contains(&step))
    };
    by_itself || steps.iter().all(is_lost)
}

#[test]
fn whichever_page_is_damaged_it_is_found_and_the_signals_on_the_others_are_saved_as_they_were() {
    let (world, bytes, whole) = in_one_file();
    let places = places(&world);
    assert_eq!(places.len(), whole.len());
    let (damaged, mut best, mut worst) = (world.path().with_extension("damaged"), 0, usize::MAX);
    let pages = bytes.len() / 4096;
    for page in (1..pages).step_by(5) {
        std::fs::write(&damaged, with_a_damaged_page(&bytes, page)).unwrap();
        assert!(is_found(&damaged), "page {page}");
        let folder = tempfile::tempdir().unwrap();
        let Some((salvaged, text)) = saved(&damaged, &folder.path().join("new.db")) else {
            continue;
        };
        assert!(
            text.iter().all(|(id, signal)| whole[id] == *signal),
            "page {page}: a signal was saved that is another"
        );
        let untold = places.iter().filter(|(id, _, _)| !text.contains_key(id));
        for (id, place, steps) in untold {
            assert!(
                is_text(&salvaged, *id, *place, steps),
                "page {page}: {id} at {place}, steps {steps:?}: {salvaged:?}"
            );
        }
        (best, worst) = (best.max(text.len()), worst.min(text.len()));
    }
    assert_eq!(best, whole.len(), "a damaged index loses nothing");
    assert!(worst < whole.len(), "a damaged table loses something");
}

/// A remark in the schema changes nothing for SQLite; and a byte that no text holds is no reason
/// not to look.
#[test]
fn a_bit_that_is_turned_in_the_text_of_the_schema_is_found() {
    let (world, bytes, _) = in_one_file();
    let damaged = world.path().with_extension("damaged");
    let remark = b"-- its place in the order of recording, whatever";
    let place = bytes
        .windows(remark.len())
        .position(|here| here == remark)
        .unwrap();
    for bit in [1, 1 << 7] {
        let mut changed = bytes.clone();
        changed[place + 5] ^= bit;
        std::fs::write(&damaged, &changed).unwrap();
        let verified = opened(&damaged, Access::Inspect)
            .and_then(|mut register| register.verify(&[]))
            .unwrap();
        let found: Vec<(FindingKind, Option<&str>)> = verified
            .findings
            .iter()
            .map(|finding| (finding.kind, finding.name.as_deref()))
            .collect();
        assert_eq!(found, [(FindingKind::SchemaChanged, Some("signal"))]);
    }
}

/// When a table outgrows its first page all of it moves to the end of the file: only of a register
/// that has grown on since does the beginning lie at the beginning.
#[test]
fn of_a_file_that_was_cut_off_the_beginning_is_saved() {
    let (world, bytes, whole) = in_one_file_until(400);
    let damaged = world.path().with_extension("damaged");
    let mut saved_some = 0;
    for part in [3, 6, 9] {
        std::fs::write(&damaged, &bytes[..bytes.len() / 4096 * part / 10 * 4096]).unwrap();
        assert!(is_found(&damaged), "{part} tenths");
        let folder = tempfile::tempdir().unwrap();
        let Some((salvaged, text)) = saved(&damaged, &folder.path().join("new.db")) else {
            continue;
        };
        assert!(
            text.iter().all(|(id, signal)| whole[id] == *signal)
                && text.len() < whole.len()
                && !salvaged.is_complete()
        );
        saved_some += text.len();
    }
    assert!(saved_some > 0);
}

#[test]
fn what_lies_in_the_log_is_saved_too() {
    let (world, register) = full();
    // As a program that was killed leaves it: nothing was moved from the log into the file.
    let folder = tempfile::tempdir().unwrap();
    let old = folder.path().join("old.db");
    for ending in ["", "-wal"] {
        let (from, to) = (
            format!("{}{ending}", world.path().display()),
            format!("{}{ending}", old.display()),
        );
        std::fs::copy(from, to).unwrap();
    }
    drop(register);
    let (salvaged, text) = saved(&old, &folder.path().join("new.db")).unwrap();
    assert_eq!(
        (salvaged.is_complete(), text.len(), salvaged.exports),
        (true, 4, 2)
    );
    assert_eq!(salvaged.unproven, [], "each step is what was sealed");
}

#[test]
fn after_a_step_that_is_gone_the_next_is_saved_and_said_to_be_unproven() {
    let (world, register) = full();
    connection_of(&register)
        .execute_batch("PRAGMA foreign_keys = OFF; DROP TRIGGER event_is_never_deleted; DROP TRIGGER signal_is_never_deleted; DROP TRIGGER reader_is_never_deleted;
            DELETE FROM event WHERE signal = 3; DELETE FROM facts WHERE signal = 3; DELETE FROM contact WHERE signal = 3;
            DELETE FROM words WHERE signal = 3; DELETE FROM reader WHERE signal = 3; DELETE FROM signal WHERE seq = 3")
        .unwrap();
    drop(register);
    let folder = tempfile::tempdir().unwrap();
    let (salvaged, text) = saved(&world.path(), &folder.path().join("new.db")).unwrap();
    assert_eq!(
        (text.len(), salvaged.skipped.len(), salvaged.is_complete()),
        (3, 0, false)
    );
    assert!(!salvaged.unproven.is_empty() && !salvaged.lost_steps.is_empty());
}

#[test]
fn signals_of_which_the_grounds_were_changed_and_a_trace_that_was_are_left() {
    let (world, register) = full();
    crate::register::engines::sqlite::tests::described::behind_its_back(
        &register,
        "UPDATE grounds SET reason = 'another' WHERE number = 2; UPDATE export SET signals = signals + 1 WHERE number = 1",
    );
    drop(register);
    let folder = tempfile::tempdir().unwrap();
    let (salvaged, text) = saved(&world.path(), &folder.path().join("new.db")).unwrap();
    let left: Vec<_> = salvaged
        .skipped
        .iter()
        .map(|left| (left.id, left.why))
        .collect();
    assert_eq!(
        left,
        [(Some(id(3)), FindingKind::Grounds)],
        "the others were decided on other grounds"
    );
    assert_eq!(
        (text.len(), salvaged.exports, salvaged.lost_exports),
        (3, 1, vec![(1, 1)])
    );
}

/// MEE took steps with two of the four.
#[test]
fn signals_of_which_a_name_or_a_telephone_number_was_changed_are_left() {
    for change in [
        "phone = '010-555 09 99'",
        "phone = NULL",
        "name = 'MEE Elders'",
        "seal = 'ffffffffffffffffffffffffffffffff', phone = '010-555 09 99'",
    ] {
        let (world, mut register) = full();
        let whole = all(&mut register);
        let change = format!("UPDATE as_was SET {change} WHERE name = 'MEE-RIJNMEER'");
        crate::register::engines::sqlite::tests::described::behind_its_back(&register, &change);
        drop(register);
        let folder = tempfile::tempdir().unwrap();
        let (salvaged, text) = saved(&world.path(), &folder.path().join("new.db")).unwrap();
        let left: Vec<_> = salvaged
            .skipped
            .iter()
            .map(|left| (left.id, left.why))
            .collect();
        let changed = [1, 2].map(|n| (Some(id(n)), FindingKind::AsWas));
        assert_eq!(left, changed, "{change}");
        let others = [3, 4].map(|n| (id(n), whole[&id(n)].clone()));
        assert_eq!(text, others.into(), "{change}");
    }
}

/// What is written is what the step sealed.
#[test]
fn of_a_name_of_which_only_the_seal_was_changed_every_signal_is_saved() {
    let (world, mut register) = full();
    let whole = all(&mut register);
    crate::register::engines::sqlite::tests::described::behind_its_back(
        &register,
        "UPDATE as_was SET seal = 'ffffffffffffffffffffffffffffffff' WHERE name = 'MEE-RIJNMEER'",
    );
    drop(register);
    let folder = tempfile::tempdir().unwrap();
    let (salvaged, text) = saved(&world.path(), &folder.path().join("new.db")).unwrap();
    assert_eq!((salvaged.skipped, text), (vec![], whole));
}

/// A forger who knows how it is sealed still cannot make an event of who may not.
#[test]
fn what_the_schema_would_have_refused_is_found_although_its_seals_hold() {
    use crate::domain::event::{Channel, Event, Level, RecordedEvent, Via};
    use crate::register::audit::hash_chain::Salts;
    use crate::register::event_row::EventRow;
    use crate::register::event_writer::{EventWriter, Record};
    let world = Folder::new();
    let mut register = world.open();
    report(&mut register, &signal(1));
    let triggers: Vec<(String, String)> = {
        let all = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'";
        let mut statement = connection_of(&register).prepare(all).unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
        rows.unwrap().map(Result::unwrap).collect()
    };
    for (name, _) in &triggers {
        connection_of(&register)
            .execute_batch(&format!("DROP TRIGGER {name}"))
            .unwrap();
    }
    let happened = RecordedEvent {
        number: 2,
        at: monday(),
        by: organisation(MEE),
        via: Via::Terminal,
        as_was: None,
        person: None,
        event: Event::FeedbackInterim {
            channel: Channel::Phone,
            level: Level::StatusOnly,
        },
    };
    let appended: Result<(), RegisterError> =
        crate::register::database::Engine::write(&mut register.database, |tx| {
            let mut salts = Salts::new().unwrap();
            let record = Record {
                event: EventRow::of(1, &happened),
                facts: None,
                contact: None,
                words: vec![],
            };
            EventWriter::new(tx, &mut salts).append(record, None, None)
        });
    appended.unwrap();
    connection_of(&register)
        .execute_batch(
            "UPDATE signal SET state = 'accepted', accept_by = NULL, events = 2;
             UPDATE reader SET due_now = (SELECT due FROM signal) WHERE role = 'involved'",
        )
        .unwrap();
    for (_, sql) in &triggers {
        connection_of(&register).execute_batch(sql).unwrap();
    }
    let verified = register.verify(&[]).unwrap();
    let kinds = verified.findings.iter().map(|finding| finding.kind);
    assert_eq!(kinds.collect::<Vec<_>>(), [FindingKind::NotAllowed]);
}

#[test]
fn a_register_without_its_origin_is_found_and_saved_all_the_same() {
    let (world, register) = full();
    connection_of(&register)
        .execute_batch("DROP TRIGGER origin_is_never_deleted; DELETE FROM origin")
        .unwrap();
    drop(register);
    let verified = opened(&world.path(), Access::Inspect)
        .and_then(|mut register| register.verify(&[]))
        .unwrap();
    let describe = |finding: &RegisterFinding| {
        (finding.kind, finding.name.as_deref()) == (FindingKind::SchemaMissing, Some("origin"))
    };
    assert!(verified.findings.iter().any(describe), "{verified:?}");
    let refused = opened(&world.path(), Access::Read).map(drop);
    assert!(
        matches!(refused, Err(RegisterError::Damaged { .. })),
        "{refused:?}"
    );
    let folder = tempfile::tempdir().unwrap();
    let (salvaged, text) = saved(&world.path(), &folder.path().join("new.db")).unwrap();
    assert_eq!((salvaged.is_complete(), text.len()), (true, 4));
}
