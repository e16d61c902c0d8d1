//! Which files are opened, made, or refused and left untouched.

use std::path::Path;

use rusqlite::Connection;

use crate::domain::lifecycle::Command;
use crate::register::engines::sqlite::MAX_KEPT_LOG;
use crate::register::engines::sqlite::tests::{Folder, connection_of, opened};
use crate::register::examples::*;
use crate::register::{Access, Clock, Filter, FindError, Place, RegisterError, StepError};

fn write(path: &Path) -> Result<(), RegisterError> {
    opened(path, Access::Write(Clock::System)).map(drop)
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
    let mut register = opened(&path, Access::Write(Clock::System)).unwrap();
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
    // What making the register logs is cleared away here; a report is short.
    connection_of(&world.open())
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
    report(&mut world.open(), &signal(1));
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
        ("wal", 0)
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
        assert!(log < 2 * MAX_KEPT_LOG, "{log} bytes after {n} signals");
    }
}

#[test]
fn what_is_opened_to_read_cannot_be_written() {
    let world = Folder::new();
    drop(world.open());
    let mut register = opened(&world.path(), Access::Read).unwrap();
    let reported = register.report(&signal(1), &offer(), &decision("{}", "digest"), &sender());
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
            known: 0,
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
    let to_record = Access::Write(Clock::System);
    let reported = opened(&world.path(), to_record).and_then(|mut register| {
        register.report(&signal(99), &offer(), &decision("{}", "digest"), &sender())
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
fn a_full_disk_is_told_and_nothing_is_recorded() {
    let world = Folder::new();
    let mut register = world.open();
    let pages: i64 = connection_of(&register)
        .pragma_query_value(None, "page_count", |row| row.get(0))
        .unwrap();
    connection_of(&register)
        .pragma_update(None, "max_page_count", pages + 4)
        .unwrap();
    let (mut recorded, mut refused) = (0, 0);
    for n in 1..9 {
        let mut large = signal(n);
        large.words.seen = words(&"woorden ".repeat(499));
        match register.report(&large, &offer(), &decision("{}", "digest"), &sender()) {
            Ok(_) => recorded += 1,
            Err(error) => {
                let place = world.place();
                assert_eq!(error, RegisterError::Full { place });
                refused += 1;
                let found = register.story(&id(n).into());
                assert_eq!(found, Err(FindError::NotFound), "signal {n}");
            }
        }
        let verified = register.verify(&[]).unwrap();
        assert_eq!(verified.findings, [], "after signal {n}");
        assert_eq!((verified.signals, verified.steps), (recorded, recorded));
    }
    assert!(recorded > 0 && refused > 0, "{recorded} and {refused}");
}

/// "It was recorded before" and "a rule forbids it" both rest on rows that the disk may still lose.
#[cfg(unix)]
#[test]
fn an_answer_that_stands_on_what_the_disk_does_not_keep_is_not_certain() {
    let world = Folder::new();
    let mut register = world.open();
    report(&mut register, &signal(1));
    std::fs::remove_file(crate::register::engines::sqlite::beside(
        &world.path(),
        "-wal",
    ))
    .unwrap();
    for reported in [signal(1), but(signal(1), |of| of.residence = None)] {
        let answer = register.report(&reported, &offer(), &decision("{}", "digest"), &sender());
        assert!(
            matches!(answer, Err(RegisterError::NotKnown { .. })),
            "{answer:?}"
        );
    }
    let accept = order(
        &mut register,
        id(1),
        MEE,
        Command::Accept { contact: None },
        0,
    );
    assert!(
        matches!(
            accept,
            Err(StepError::Register(RegisterError::NotKnown { .. }))
        ),
        "{accept:?}"
    );
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
fn behind_a_file_there_is_no_folder_and_that_is_said_of_the_register() {
    let world = Folder::new();
    std::fs::write(world.path(), "a text").unwrap();
    let within = world.path().join("register.db");
    let Err(RegisterError::Failed { place, .. }) = write(&within) else {
        panic!("it is not made")
    };
    assert_eq!(place, Place::from(within.as_path()));
}
