//! Which files are opened, made, or refused and left untouched.

use std::path::Path;

use rusqlite::Connection;

use super::super::SMALL_LOG;
use super::{Folder, connection_of, opened};
use crate::register::examples::{World, offer, report, signal};
use crate::register::{Access, Filter, Place, RegisterError};

fn write(path: &Path) -> Result<(), RegisterError> {
    opened(path, Access::Write).map(drop)
}

fn read(path: &Path) -> Result<(), RegisterError> {
    opened(path, Access::Read).map(drop)
}

/// Refused in both ways, with every byte and every neighbouring file as it was.
fn refused_and_untouched(path: &Path, expected: &RegisterError) {
    let bytes = std::fs::read(path).unwrap();
    for opened in [read(path), write(path)] {
        assert_eq!(opened.as_ref(), Err(expected));
    }
    assert_eq!(std::fs::read(path).unwrap(), bytes);
    assert_eq!(
        std::fs::read_dir(path.parent().unwrap()).unwrap().count(),
        1
    );
}

/// A lone file made by `sql`, and nothing beside it.
fn made_by(sql: &str) -> Folder {
    let world = Folder::new();
    Connection::open(world.path())
        .unwrap()
        .execute_batch(sql)
        .unwrap();
    world
}

#[test]
fn reading_makes_no_register() {
    let world = Folder::new();
    assert_eq!(
        read(&world.path()),
        Err(RegisterError::Missing {
            place: world.place()
        })
    );
    std::fs::write(world.path(), "").unwrap();
    assert_eq!(
        read(&world.path()),
        Err(RegisterError::Missing {
            place: world.place()
        })
    );
    assert_eq!(std::fs::metadata(world.path()).unwrap().len(), 0);
    write(&world.path()).unwrap();
    read(&world.path()).unwrap();
}

#[cfg(unix)]
#[test]
fn a_new_register_and_its_folders_are_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let world = Folder::new();
    let folder = world.path().parent().unwrap().join("new/deeper");
    let path = folder.join("register.db");
    let mut register = opened(&path, Access::Write).unwrap();
    report(&mut register, &signal(1));
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for file in ["register.db", "register.db-wal", "register.db-shm"] {
        assert_eq!(mode(&folder.join(file)), 0o600, "{file}");
    }
    assert_eq!(
        (mode(&folder), mode(folder.parent().unwrap())),
        (0o700, 0o700)
    );
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 3);
}

#[test]
fn a_register_is_kept_with_a_log_that_survives_its_closing() {
    let world = Folder::new();
    // Making the register fills a log that is cleared away; a report is short.
    for n in [1, 2] {
        report(&mut world.open(), &signal(n));
    }
    assert!(
        std::fs::metadata(world.path().with_extension("db-wal"))
            .unwrap()
            .len()
            > 0
    );
    let mut register = world.open();
    let info = register.info().unwrap();
    assert_eq!(
        (info.database.journal.as_str(), info.database.schema),
        ("wal", 1)
    );
    let pragma = |name| {
        connection_of(&register)
            .pragma_query_value(None, name, |row| row.get::<_, i64>(0))
            .unwrap()
    };
    let settings = [
        "synchronous",
        "foreign_keys",
        "trusted_schema",
        "secure_delete",
        "wal_autocheckpoint",
        "busy_timeout",
    ]
    .map(pragma);
    assert_eq!(settings, [2, 1, 0, 1, 1_000, 10_000]);
}

#[test]
fn the_log_does_not_grow_without_end() {
    let world = Folder::new();
    for n in 1..200 {
        report(&mut world.open(), &signal(n));
        let log =
            std::fs::metadata(world.path().with_extension("db-wal")).map_or(0, |log| log.len());
        assert!(log < 2 * SMALL_LOG, "{log} bytes after {n} signals");
    }
}

#[test]
fn what_is_opened_to_read_cannot_be_written() {
    let world = Folder::new();
    drop(world.open());
    let mut register = opened(&world.path(), Access::Read).unwrap();
    let reported = register.report(
        &signal(1),
        &crate::register::examples::offer(),
        "{}",
        "digest",
    );
    assert_eq!(
        reported,
        Err(RegisterError::ReadOnly {
            place: world.place()
        })
    );
    register
        .list(&Filter::default(), &mut |_| panic!("nothing was recorded"))
        .unwrap();
}

#[test]
fn another_programs_database_is_refused() {
    for sql in [
        "CREATE TABLE photos (id)",
        "PRAGMA application_id = 7; CREATE TABLE photos (id)",
        "PRAGMA user_version = 3",
    ] {
        let world = made_by(sql);
        refused_and_untouched(
            &world.path(),
            &RegisterError::Foreign {
                place: world.place(),
            },
        );
    }
}

#[test]
fn a_newer_register_is_refused() {
    let world = made_by(
        "PRAGMA application_id = 1399155054; PRAGMA user_version = 2; CREATE TABLE signal (id)",
    );
    refused_and_untouched(
        &world.path(),
        &RegisterError::Newer {
            place: world.place(),
            version: 2,
            known: 1,
        },
    );
}

#[test]
fn a_register_that_says_no_version_is_damaged() {
    for version in [0, -1] {
        let world = made_by(&format!(
            "PRAGMA application_id = 1399155054; PRAGMA user_version = {version}; CREATE TABLE signal (id)"
        ));
        refused_and_untouched(
            &world.path(),
            &RegisterError::Damaged {
                place: world.place(),
            },
        );
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_a_disk_that_is_not_there_makes_no_register() {
    let world = Folder::new();
    std::os::unix::fs::symlink(world.path().with_file_name("elsewhere.db"), world.path()).unwrap();
    for opened in [read(&world.path()), write(&world.path())] {
        assert!(
            matches!(opened, Err(RegisterError::Failed { .. })),
            "{opened:?}"
        );
    }
    assert!(!world.path().exists());
}

#[test]
fn what_is_no_database_is_refused() {
    let world = Folder::new();
    std::fs::write(world.path(), "seinhuis: 1\nname: Waterdam\n".repeat(200)).unwrap();
    refused_and_untouched(
        &world.path(),
        &RegisterError::NotADatabase {
            place: world.place(),
        },
    );
}

#[test]
fn a_folder_is_refused() {
    let world = Folder::new();
    let path = world.path().parent().unwrap().to_owned();
    let directory = RegisterError::Directory {
        place: Place::from(path.as_path()),
    };
    assert_eq!(write(&path), Err(directory.clone()));
    assert_eq!(read(&path), Err(directory));
}

#[test]
fn a_file_where_a_folder_should_be_fails_in_words() {
    let world = Folder::new();
    std::fs::write(world.path(), "x").unwrap();
    let path = world.path().join("register.db");
    assert!(matches!(
        write(&path),
        Err(RegisterError::Failed { .. } | RegisterError::Directory { .. })
    ));
}

#[test]
fn a_damaged_register_is_told_and_left_untouched() {
    let world = Folder::new();
    let mut register = world.open();
    for n in 1..60 {
        report(&mut register, &signal(n));
    }
    connection_of(&register)
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
    drop(register);
    let mut bytes = std::fs::read(world.path()).unwrap();
    bytes[4096..].fill(0xA5);
    std::fs::write(world.path(), &bytes).unwrap();
    let listed = opened(&world.path(), Access::Read).and_then(|mut register| {
        register.list(&Filter::default(), &mut |_| {
            std::ops::ControlFlow::Continue(())
        })
    });
    assert_eq!(
        listed,
        Err(RegisterError::Damaged {
            place: world.place()
        })
    );
    let reported = opened(&world.path(), Access::Write).and_then(|mut register| {
        register.report(
            &signal(99),
            &crate::register::examples::offer(),
            "{}",
            "digest",
        )
    });
    assert_eq!(
        reported,
        Err(RegisterError::Damaged {
            place: world.place()
        })
    );
    assert_eq!(std::fs::read(world.path()).unwrap(), bytes);
}

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
        "{}",
        "digest",
    );
    assert_eq!(
        reported,
        Err(RegisterError::Busy {
            place: world.place()
        })
    );
}

#[test]
fn a_full_disk_is_told_and_nothing_is_recorded() {
    let world = Folder::new();
    let mut register = world.open();
    let pages: i64 = connection_of(&register)
        .pragma_query_value(None, "page_count", |row| row.get(0))
        .unwrap();
    connection_of(&register)
        .pragma_update(None, "max_page_count", pages)
        .unwrap();
    let mut large = signal(1);
    large.words.seen = crate::register::examples::words(&"woorden ".repeat(499));
    let reported = (1..9).map(|n| {
        let signal = crate::domain::signal::Signal {
            id: crate::register::examples::id(n),
            ..large.clone()
        };
        register.report(&signal, &crate::register::examples::offer(), "{}", "digest")
    });
    assert!(reported.into_iter().any(|reported| reported
        == Err(RegisterError::Full {
            place: world.place()
        })));
}

#[test]
fn a_path_is_never_read_as_a_web_address() {
    let world = Folder::new();
    let path = world.path().with_file_name("file:x?mode=memory");
    if cfg!(unix) {
        write(&path).unwrap();
        assert!(path.is_file());
    }
}

#[test]
fn who_writes_waits_for_as_long_as_an_import_is_at_work() {
    let world = Folder::new();
    report(&mut world.open(), &signal(1));
    let import = super::super::many::AtWork::begin(&world.path()).unwrap();
    let visitor = Connection::open(world.path()).unwrap();
    visitor.execute_batch("BEGIN IMMEDIATE").unwrap();
    let mut register = world.open();
    // A patience that has an end, and no patience at all: only the import makes it wait.
    connection_of(&register)
        .busy_timeout(std::time::Duration::ZERO)
        .unwrap();
    let waits = std::thread::spawn(move || register.report(&signal(2), &offer(), "{}", "digest"));
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert!(!waits.is_finished());
    visitor.execute_batch("COMMIT").unwrap();
    assert_eq!(
        waits.join().unwrap().unwrap().0,
        crate::register::Recorded::New
    );
    drop(import);
    assert!(
        !world.path().with_extension("db-import").exists(),
        "an import leaves nothing beside the register"
    );
    visitor.execute_batch("BEGIN IMMEDIATE").unwrap();
    let mut register = world.open();
    connection_of(&register)
        .busy_timeout(std::time::Duration::ZERO)
        .unwrap();
    let busy = register.report(&signal(3), &offer(), "{}", "digest");
    assert!(matches!(busy, Err(RegisterError::Busy { .. })), "{busy:?}");
}

#[test]
fn what_was_set_aside_for_very_many_is_put_back() {
    let world = Folder::new();
    let mut register = world.open();
    let made = |path: &std::path::Path| {
        let visitor = rusqlite::Connection::open(path).unwrap();
        let mut statement = visitor
            .prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")
            .unwrap();
        let read = |row: &rusqlite::Row<'_>| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, Option<String>>(2)?,
            ))
        };
        statement
            .query_map([], read)
            .unwrap()
            .map(Result::unwrap)
            .collect::<Vec<_>>()
    };
    let before = made(&world.path());
    for first in [1, 3_001, 20_001] {
        let empty = || std::io::Cursor::new(Vec::new());
        let mut batch = crate::register::Batch::new(empty(), empty());
        let mut preparing = crate::register::Preparing::new("digest").unwrap();
        let reason = preparing.reason("{}");
        for n in first..first + 2_500 {
            batch
                .push(&preparing.prepare(n.into(), false, &signal(n), &offer(), &reason))
                .unwrap();
        }
        assert_eq!(
            register
                .report_all(&mut batch, &|| None, &mut |_| {})
                .unwrap()
                .recorded,
            2_500
        );
    }
    assert_eq!(made(&world.path()), before);
    // Also for this connection.
    let foreign_keys: bool = connection_of(&register)
        .query_row("PRAGMA foreign_keys", [], |row| row.get(0))
        .unwrap();
    assert!(foreign_keys);
}

/// Of very many reports the rules are asked together: each column of an event has a check of its
/// own, or is compared with the signal.
#[test]
fn every_column_of_the_event_of_a_report_is_looked_at() {
    let register = Folder::new().open();
    let connection = connection_of(&register);
    let wrong = super::super::many::wrong(connection, "event").unwrap();
    let question = crate::register::statements::broken_rule("FALSE", &wrong, "FALSE");
    let mut statement = connection
        .prepare("SELECT name FROM pragma_table_info('event')")
        .unwrap();
    let names: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert!(names.len() > 20, "{names:?}");
    let words: std::collections::BTreeSet<&str> = question
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .collect();
    assert_eq!(
        names
            .iter()
            .filter(|name| !words.contains(name.as_str()))
            .collect::<Vec<_>>(),
        [""; 0]
    );
}

#[test]
fn behind_a_file_there_is_no_folder_and_that_is_said_of_the_register() {
    let world = Folder::new();
    std::fs::write(world.path(), "a text").unwrap();
    let within = world.path().join("register.db");
    let Err(RegisterError::Failed { place, .. }) = write(&within) else {
        panic!("it is not made")
    };
    assert_eq!(place, Place::from(within.as_path()));
}

/// A register that somebody was just making, with the journal by which it is undone.
fn half_made() -> Folder {
    let (making, left) = (Folder::new(), Folder::new());
    let maker = Connection::open(making.path()).unwrap();
    maker
        .execute_batch("PRAGMA cache_size = 1; PRAGMA journal_mode = DELETE; BEGIN")
        .unwrap();
    maker.execute_batch(include_str!("../schema.sql")).unwrap();
    let journal = |world: &Folder| super::super::beside(&world.path(), "-journal");
    std::fs::copy(making.path(), left.path()).unwrap();
    std::fs::copy(journal(&making), journal(&left)).unwrap();
    left
}

#[test]
fn what_was_being_made_by_a_program_that_ended_is_undone_for_who_reads_and_left_for_who_inspects() {
    let (of_reader, of_inspector) = (half_made(), half_made());
    assert_eq!(
        read(&of_reader.path()),
        Err(RegisterError::Missing {
            place: of_reader.place()
        })
    );
    assert!(
        !super::super::beside(&of_reader.path(), "-journal").exists(),
        "it is undone"
    );
    let inspected = opened(&of_inspector.path(), Access::Inspect).map(drop);
    assert!(
        matches!(inspected, Err(RegisterError::ReadOnly { .. })),
        "{inspected:?}"
    );
    assert!(
        super::super::beside(&of_inspector.path(), "-journal").exists(),
        "it is as it was"
    );
}
