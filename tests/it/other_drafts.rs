//! Until the first release the schema is a draft: a register that another version made is refused
//! and left as it is, and the error says how to take it along.

use crate::common::World;
use rstest::rstest;

/// The life of `tests/it/round_trip.rs`, recorded before there was a draft.
const VERSION_1: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/frozen/version-1.db");

fn version_1() -> World {
    let world = World::new().as_("jgz-waterdam");
    std::fs::copy(VERSION_1, world.register()).unwrap();
    world
}

/// The same tables, made by a program whose draft says something else.
fn another_draft() -> World {
    let world = World::new().reported().as_("jgz-waterdam");
    let register = rusqlite::Connection::open(world.register()).unwrap();
    let guarded: Vec<String> = register
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'origin'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for trigger in guarded {
        register
            .execute_batch(&format!("DROP TRIGGER {trigger}"))
            .unwrap();
    }
    let changed = register.execute("UPDATE origin SET schema = 'another'", []);
    assert_eq!(changed, Ok(1));
    register
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
    drop(register);
    world
}

const VERBS: [&[&str]; 6] = [
    &["list"],
    &["show", "K7M4"],
    &["accept", "K7M4"],
    &["register", "info"],
    &["register", "verify"],
    &["register", "backup", "backup.db"],
];

#[rstest]
#[case::before_the_draft(version_1())]
#[case::another_draft(another_draft())]
fn a_register_of_another_draft_is_refused_with_the_way_out_and_left_as_it_is(#[case] world: World) {
    let before = std::fs::read(world.register()).unwrap();
    for verb in VERBS {
        let english = world.run(verb.iter().chain(&["--lang=en"]));
        english
            .exit(9)
            .no_answer()
            .told("was made by another unreleased version of seinhuis")
            .told("seinhuis export --format jsonl --with-words")
            .told("import the file here into a new register");
        let dutch = world.run(verb.iter().chain(&["--lang=nl"]));
        dutch
            .exit(9)
            .no_answer()
            .told("is gemaakt met een andere, nooit uitgebrachte versie van seinhuis")
            .told("seinhuis uitvoer --format jsonl --with-words")
            .told("lees het bestand hier in een nieuw register in");
        let told = world.run(verb.iter().chain(&["--format=json"]));
        assert_eq!(
            told.exit(9).error_json()["kind"],
            "register-unreleased",
            "{verb:?}"
        );
    }
    assert_eq!(std::fs::read(world.register()).unwrap(), before);
    assert!(!world.path("backup.db").exists());
}

#[test]
fn a_register_of_another_draft_is_no_backup_to_put_back_and_nothing_to_salvage() {
    let world = version_1().with("SEINHUIS_REGISTER", "new.db");
    world
        .run(["register", "restore", "register.db"])
        .exit(9)
        .told("another unreleased version");
    world
        .run(["register", "salvage", "register.db", "salvaged.db"])
        .exit(9)
        .told("another unreleased version");
    assert!(!world.path("new.db").exists() && !world.path("salvaged.db").exists());
}
