//! What other programs are doing with the file, or were doing when they ended.

use rusqlite::Connection;

use crate::register::engines::sqlite::tests::{Folder, connection_of, opened};
use crate::register::examples::{World, decision, offer, report, sender, signal};
use crate::register::{Access, RegisterError};

#[test]
fn a_register_that_others_keep_busy_says_so() {
    let world = Folder::new();
    let mut register = world.open();
    let other = Connection::open(world.path()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    connection_of(&register)
        .busy_timeout(std::time::Duration::from_millis(10))
        .unwrap();
    let reported = register.report(
        &signal(1),
        &crate::register::examples::offer(),
        &decision("{}", "digest"),
        &sender(),
    );
    assert_eq!(
        reported,
        Err(RegisterError::Busy {
            place: world.place()
        })
    );
}

#[test]
fn who_writes_waits_for_who_was_first_but_not_for_ever() {
    let world = Folder::new();
    report(&mut world.open(), &signal(1));
    let visitor = Connection::open(world.path()).unwrap();
    visitor.execute_batch("BEGIN IMMEDIATE").unwrap();
    let mut register = world.open();
    let waits = std::thread::spawn(move || report(&mut register, &signal(2)));
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert!(!waits.is_finished());
    visitor.execute_batch("COMMIT").unwrap();
    assert_eq!(waits.join().unwrap(), crate::register::ReportOutcome::New);
    visitor.execute_batch("BEGIN IMMEDIATE").unwrap();
    let mut register = world.open();
    connection_of(&register)
        .busy_timeout(std::time::Duration::ZERO)
        .unwrap();
    let busy = register.report(&signal(3), &offer(), &decision("{}", "digest"), &sender());
    assert!(matches!(busy, Err(RegisterError::Busy { .. })), "{busy:?}");
}

/// A register that somebody was just making, with the journal by which it is undone.
fn half_made() -> Folder {
    let (making, left) = (Folder::new(), Folder::new());
    let maker = Connection::open(making.path()).unwrap();
    maker
        .execute_batch("PRAGMA cache_size = 1; PRAGMA journal_mode = DELETE; BEGIN")
        .unwrap();
    maker.execute_batch(include_str!("../schema.sql")).unwrap();
    let journal =
        |world: &Folder| crate::register::engines::sqlite::beside(&world.path(), "-journal");
    std::fs::copy(making.path(), left.path()).unwrap();
    std::fs::copy(journal(&making), journal(&left)).unwrap();
    left
}

#[test]
fn what_was_being_made_by_a_program_that_ended_is_undone_for_who_reads_and_left_for_who_inspects() {
    let (of_reader, of_inspector) = (half_made(), half_made());
    assert_eq!(
        opened(&of_reader.path(), Access::Read).map(drop),
        Err(RegisterError::Missing {
            place: of_reader.place()
        })
    );
    assert!(
        !crate::register::engines::sqlite::beside(&of_reader.path(), "-journal").exists(),
        "it is undone"
    );
    let inspected = opened(&of_inspector.path(), Access::Inspect).map(drop);
    assert!(
        matches!(inspected, Err(RegisterError::ReadOnly { .. })),
        "{inspected:?}"
    );
    assert!(
        crate::register::engines::sqlite::beside(&of_inspector.path(), "-journal").exists(),
        "it is as it was"
    );
}
