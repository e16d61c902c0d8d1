//! Looking after a register: whether it is sound, backups, putting one back, and saving what is
//! good of a damaged one.
#![cfg(unix)]

mod backup;

use std::os::unix::fs::PermissionsExt as _;

use crate::common::{World, bytes};
use rstest::rstest;
use rusqlite::Connection;

const COORDINATOR: &str = "gemeente-waterdam";

/// The names of the files that begin so, in order.
fn beside(world: &World, begin: &str) -> Vec<String> {
    let names = std::fs::read_dir(world.path(""))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.starts_with(begin)).collect();
    names.sort();
    names
}

/// The receipt of one more report.
fn report_one_more(world: &World, id: &str) -> String {
    let typed = [
        "report",
        "--topic=parenting",
        "--discussed",
        "--seen",
        "A secret",
        "--format=json",
        "--id",
        id,
    ];
    world.run_as("kraamzorg-de-wieg", typed).exit(0).json()["receipt"]
        .as_str()
        .unwrap()
        .to_owned()
}

fn verified(world: &World, register: &str) -> serde_json::Value {
    world
        .run([
            "register",
            "verify",
            "--format=json",
            "--register",
            register,
        ])
        .json()
}

/// Changes something behind the program's back.
fn change(world: &World, file: &str, sql: &str) {
    let visitor = Connection::open(world.path(file)).unwrap();
    visitor.execute_batch(sql).unwrap();
}

const OTHER_WORDS: &str = "DROP TRIGGER words_are_never_edited; UPDATE words SET text = 'Another secret' WHERE signal = 2;
    CREATE TRIGGER words_are_never_edited BEFORE UPDATE ON words
BEGIN SELECT RAISE(ABORT, 'words are never edited'); END;";

#[test]
fn a_sound_register_says_what_it_holds_and_gives_a_receipt_to_keep() {
    let world = World::new().reported();
    let receipt = report_one_more(&world, "AAAA1111");
    let run = world.run(["register", "verify"]);
    run.exit(0)
        .no_talk()
        .said("is sound: 2 signals, 2 steps.")
        .said(&receipt);
    world
        .run(["register", "controleer", "--lang=nl"])
        .exit(0)
        .said("is in orde: 2 signalen, 2 stappen.");
    world
        .run(["register", "verify", "--receipt", &receipt])
        .exit(0)
        .said(&format!("The step of receipt {receipt} is still there."));
    assert_eq!(verified(&world, "register.db")["receipt"], receipt);
}

#[test]
fn without_a_register_there_is_nothing_to_be_sound() {
    World::new()
        .run(["register", "verify"])
        .exit(1)
        .no_answer()
        .told("There is no register");
    let world = World::new().reported();
    world
        .run(["register", "verify", "--receipt", "42"])
        .exit(2)
        .no_answer()
        .told("A receipt is like 42-3f9a-c01b-77d2-0e5c");
    world
        .file("other.db", "shopping list")
        .run(["register", "verify", "--register=other.db"])
        .exit(9)
        .no_answer();
}

#[test]
fn a_lost_tail_is_found_by_a_receipt_also_when_all_the_rest_is_sound() {
    let world = World::new().reported();
    world.run(["register", "backup", "old.db"]).exit(0);
    let receipt = report_one_more(&world, "AAAA1111");
    let run = world.run([
        "register",
        "verify",
        "--register=old.db",
        "--receipt",
        &receipt,
        "--format=json",
    ]);
    let answer = run.exit(9).json();
    assert_eq!(
        (&answer["receipts"][0]["proof"], &answer["steps"]),
        (&"lost".into(), &1.into())
    );
    assert_eq!(answer["findings"].as_array().unwrap().len(), 1, "{run}");
    assert_eq!(verified(&world, "old.db")["sound"], true);
    let run = world.with("COLUMNS", "80").run([
        "register",
        "verify",
        "--register=old.db",
        "--receipt",
        &receipt,
    ]);
    run.exit(9)
        .said(&format!("receipt-lost\t\t\t2\t\t\t\t{receipt}"));
}

#[test]
fn a_log_that_was_thrown_away_is_found_by_a_receipt() {
    let world = World::new().reported();
    // Until the log was cleared away once: then it holds the newest steps alone.
    let mut number = 1000..;
    let mut one_more = || report_one_more(&world, &format!("AAAA{}", number.next().unwrap()));
    while world.path("register.db-wal").exists() {
        one_more();
    }
    let receipt = one_more();
    world
        .run(["register", "verify", "--receipt", &receipt])
        .exit(0);
    std::fs::remove_file(world.path("register.db-wal")).unwrap();
    std::fs::remove_file(world.path("register.db-shm")).unwrap();
    let answer = world
        .run(["register", "verify", "--format=json", "--receipt", &receipt])
        .exit(9)
        .json();
    assert_eq!(
        (&answer["findings"][0]["finding"], &answer["findings"][1]),
        (&"receipt-lost".into(), &serde_json::Value::Null)
    );
}

#[test]
fn what_was_changed_is_found_and_told_without_a_word_of_it() {
    let world = World::new().reported();
    report_one_more(&world, "AAAA1111");
    change(&world, "register.db", OTHER_WORDS);
    let run = world.run(["register", "verify"]);
    run.exit(9)
        .said("words\tAAAA-1111\t1\t2")
        .never_shows("secret");
    let answer = verified(&world, "register.db");
    assert_eq!(
        (
            &answer["findings"][0]["finding"],
            &answer["findings"][0]["signal"]
        ),
        (&"words".into(), &"AAAA1111".into())
    );
    assert_eq!(answer["findings"].as_array().unwrap().len(), 1);
}

/// Whether its log was cleared away, lies beside it, or it is a backup that has none.
#[rstest]
#[case("register.db", false)]
#[case("cleared.db", false)]
#[case("backup.db", true)]
fn looking_changes_nothing_and_leaves_nothing_beside_it(
    #[case] file: &str,
    #[case] is_backup: bool,
) {
    let world = World::new().reported();
    world.run(["register", "backup", "backup.db"]).exit(0);
    world
        .run(["register", "restore", "backup.db", "--register=cleared.db"])
        .exit(0);
    let begin = file.strip_suffix(".db").unwrap();
    let files = beside(&world, begin);
    let before: Vec<Vec<u8>> = files
        .iter()
        .filter(|name| !name.ends_with("-shm"))
        .map(|name| bytes(&world.path(name)))
        .collect();
    world
        .run(["register", "verify", "--register", file])
        .exit(0);
    world.run(["register", "salvage", file, "saved.db"]).exit(0);
    world
        .run(["register", "backup", "again.db", "--register", file])
        .exit(0);
    assert_eq!(beside(&world, begin), files);
    let after: Vec<Vec<u8>> = files
        .iter()
        .filter(|name| !name.ends_with("-shm"))
        .map(|name| bytes(&world.path(name)))
        .collect();
    assert!(before == after, "{file} was changed");
    if is_backup {
        // The two bytes of the header that say how a database is kept: not with a log.
        assert_eq!(
            (files.len(), &bytes(&world.path(file))[18..20]),
            (1, &[1, 1][..])
        );
    }
}

#[test]
fn what_is_sound_of_a_damaged_register_is_taken_over_and_the_rest_is_listed() {
    let world = World::new().reported();
    let receipt = report_one_more(&world, "AAAA1111");
    report_one_more(&world, "AAAA2222");
    world.run_as("jgz-waterdam", ["accept", "K7M4"]).exit(0);
    world
        .run_as(
            COORDINATOR,
            ["export", "--with-words", "--output=words.jsonl"],
        )
        .exit(0);
    change(&world, "register.db", OTHER_WORDS);
    let run = world.run(["register", "salvage", "register.db", "new.db"]);
    run.exit(9)
        .said("AAAA-1111\t2\t\twords")
        .never_shows("secret");
    assert_eq!(
        verified(&world, "new.db")["findings"],
        serde_json::json!([])
    );
    assert_eq!(
        (
            &verified(&world, "new.db")["signals"],
            &verified(&world, "new.db")["steps"]
        ),
        (&2.into(), &3.into())
    );
    let shown = |register: &str| {
        world
            .run_as(
                "jgz-waterdam",
                ["show", "K7M4", "--format=json", "--register", register],
            )
            .exit(0)
            .json()
    };
    assert_eq!(shown("new.db"), shown("register.db"));
    assert_eq!(
        world
            .run(["register", "info", "--register=new.db", "--format=json"])
            .json()["exports"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    // Its receipts are new ones.
    world
        .run([
            "register",
            "verify",
            "--register=new.db",
            "--receipt",
            &receipt,
        ])
        .exit(9);
    world
        .run(["register", "salvage", "register.db", "new.db"])
        .exit(2)
        .no_answer();
    let nl = world.run([
        "register",
        "redden",
        "register.db",
        "nieuw.db",
        "--lang=nl",
        "--format=json",
    ]);
    assert_eq!(nl.exit(9).json()["left"][0]["why"], "words");
}
