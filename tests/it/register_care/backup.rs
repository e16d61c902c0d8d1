//! A backup is a private file of its own, and is put back in a new place.

use super::*;

#[test]
fn a_backup_is_one_private_file_that_is_never_written_over() {
    let world = World::new().reported();
    let receipt = report_one_more(&world, "AAAA1111");
    let run = world.run(["register", "backup", "backup.db"]);
    run.exit(0)
        .said("2 signals and 2 steps, and everything is sound")
        .said(&receipt)
        .said("Only you can read this file.");
    assert_eq!(
        std::fs::metadata(world.path("backup.db"))
            .unwrap()
            .permissions()
            .mode()
            & 0o777,
        0o600
    );
    assert_eq!(beside(&world, "backup"), ["backup.db"]);
    assert_eq!(beside(&world, ".seinhuis"), [""; 0]);
    let before = bytes(&world.path("backup.db"));
    world
        .run(["register", "backup", "backup.db"])
        .exit(2)
        .no_answer()
        .told("backup.db is there already");
    assert_eq!(bytes(&world.path("backup.db")), before);
    world
        .run(["register", "backup", "no/such/folder.db"])
        .exit(1)
        .no_answer();
}

#[test]
fn nothing_is_made_of_what_is_not_sound() {
    let world = World::new().reported();
    report_one_more(&world, "AAAA1111");
    world.run(["register", "backup", "backup.db"]).exit(0);
    change(&world, "register.db", OTHER_WORDS);
    change(&world, "backup.db", OTHER_WORDS);
    let run = world.run(["register", "backup", "no.db"]);
    run.exit(9)
        .no_answer()
        .told("Something is wrong with register.db")
        .told("seinhuis register salvage register.db NEW");
    world
        .run(["register", "restore", "backup.db", "--register=no.db"])
        .exit(9)
        .no_answer()
        .told("seinhuis register salvage backup.db NEW");
    std::fs::write(
        world.path("short.db"),
        &bytes(&world.path("backup.db"))[..20_000],
    )
    .unwrap();
    world
        .run(["register", "restore", "short.db", "--register=no.db"])
        .exit(9)
        .no_answer();
    assert_eq!(
        (beside(&world, "no.db"), beside(&world, ".seinhuis")),
        (vec![], vec![])
    );
    World::new()
        .run(["register", "restore", "nowhere.db"])
        .exit(1);
}

#[test]
fn a_backup_is_put_back_in_a_new_place_and_its_receipts_hold() {
    let world = World::new().reported();
    let receipt = report_one_more(&world, "AAAA1111");
    world.run(["register", "backup", "backup.db"]).exit(0);
    world
        .run(["register", "restore", "backup.db"])
        .exit(2)
        .told("register.db is there already. Nothing is ever overwritten.");
    world
        .run(["register", "restore", "backup.db", "--register=new.db"])
        .exit(0)
        .said("new.db, from the backup backup.db");
    world
        .run([
            "register",
            "verify",
            "--register=new.db",
            "--receipt",
            &receipt,
        ])
        .exit(0);
    // And others can go on working in it.
    let more = ["accept", "K7M4", "--register=new.db"];
    world.run_as("jgz-waterdam", more).exit(0);
    assert_eq!(verified(&world, "new.db")["steps"], 3);
}

/// SQLite would take it for the log of the new register.
#[test]
fn what_lies_beside_a_register_that_was_moved_away_must_go_first() {
    let world = World::new().reported();
    world.run(["register", "backup", "backup.db"]).exit(0);
    std::fs::remove_file(world.path("register.db")).unwrap();
    let run = world.run(["register", "restore", "backup.db"]);
    run.exit(2)
        .no_answer()
        .told("register.db-wal is there already");
    world
        .run(["register", "salvage", "backup.db", "register.db"])
        .exit(2)
        .told("register.db-wal is there already");
}

#[test]
fn a_backup_that_is_not_there_is_no_reason_to_record_a_first_signal() {
    let world = World::new();
    for typed in [
        ["register", "restore", "gone.db", "--register=new.db"],
        ["register", "salvage", "gone.db", "new.db"],
    ] {
        world
            .run(typed)
            .exit(1)
            .no_answer()
            .told("gone.db")
            .never_shows("first signal");
        assert_eq!(beside(&world, "new.db"), [""; 0]);
    }
}
