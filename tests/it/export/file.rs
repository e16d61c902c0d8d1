//! Where an export goes: a file of its own, a pipe, a full disk.

use super::*;

#[rstest]
#[case("a.xlsx", "xlsx")]
#[case("a.csv", "csv")]
#[case("a.jsonl", "jsonl")]
#[case("A.XLSX", "xlsx")]
#[case("a.json", "json")]
fn the_end_of_the_name_says_in_which_form(#[case] name: &str, #[case] form: &str) {
    let world = world();
    let told = world
        .run_as(
            "gemeente-waterdam",
            ["export", "--output", name, "--format=json"],
        )
        .exit(0)
        .json();
    assert_eq!(
        told,
        serde_json::json!({"file": name, "form": form, "signals": 2, "events": 4, "with_words": false})
    );
    let begin: &[u8] = match form {
        "xlsx" => b"PK",
        "csv" => b"\xEF\xBB\xBF\"id\";\"state\"",
        "jsonl" => b"{\"id\"",
        _ => b"[\n{\"id\"",
    };
    assert!(bytes(&world.path(name)).starts_with(begin));
}

#[test]
fn a_name_that_does_not_say_takes_the_form_that_was_asked_for() {
    let world = world();
    world
        .run_as("gemeente-waterdam", ["export", "--output=signals"])
        .exit(2)
        .told("ends in .xlsx, .csv or .jsonl");
    world
        .run_as("gemeente-waterdam", ["export"])
        .exit(2)
        .no_answer();
    world
        .run_as(
            "gemeente-waterdam",
            ["export", "--output=signals", "--format=jsonl"],
        )
        .exit(0);
    assert_eq!(
        bytes(&world.path("signals")),
        world
            .run_as("gemeente-waterdam", ["export", "--format=jsonl"])
            .exit(0)
            .out
            .as_bytes()
    );
}

#[test]
fn a_file_is_for_its_owner_alone() {
    let world = world();
    let run = world.run_as("gemeente-waterdam", ["export", "--output=a.xlsx"]);
    run.exit(0)
        .said("In a.xlsx: 2 signals with 4 events, without what people wrote.");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        run.said("Only you can open this file.");
        assert_eq!(
            std::fs::metadata(world.path("a.xlsx"))
                .unwrap()
                .permissions()
                .mode()
                & 0o777,
            0o600
        );
    }
}

#[test]
fn a_file_that_is_there_stays_as_it_was() {
    let world = world().file("a.csv", "mine");
    world
        .run_as(
            "gemeente-waterdam",
            ["export", "--output=a.csv", "--with-words"],
        )
        .exit(2)
        .told("a.csv is there already; nothing was written.");
    assert_eq!(bytes(&world.path("a.csv")), b"mine");
    assert_eq!(
        world.run(["register", "info", "--format=json"]).json()["exports"],
        serde_json::json!([])
    );
    let kind = world
        .run_as(
            "gemeente-waterdam",
            ["export", "--output=a.csv", "--format=json"],
        )
        .exit(2)
        .error_json()["kind"]
        .clone();
    assert_eq!(kind, "file-exists");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("nowhere", world.path("link.csv")).unwrap();
        world
            .run_as("gemeente-waterdam", ["export", "--output=link.csv"])
            .exit(2);
        assert!(!world.path("nowhere").exists());
    }
}

#[test]
fn a_file_that_cannot_be_written_is_named() {
    let world = world();
    let run = world.run_as("gemeente-waterdam", ["export", "--output=no/folder/a.csv"]);
    run.exit(1)
        .told("no/folder/a.csv cannot be written.")
        .told("It is not there.");
}

#[cfg(target_os = "linux")]
#[rstest]
#[case("a.xlsx")]
#[case("a.csv")]
#[case("a.jsonl")]
fn on_a_full_disk_no_half_file_is_left(#[case] name: &str) {
    let world = world();
    // Somebody else has the register open: so its own files need not grow.
    let other = rusqlite::Connection::open(world.register()).unwrap();
    other
        .query_row("SELECT count(*) FROM signal", [], |row| {
            row.get::<_, i64>(0)
        })
        .unwrap();
    let before = files(&world);
    // A file may grow to one block; the signal that would end the program is ignored, so that the
    // write fails.
    let run = world.shell(&format!(
        "trap '' XFSZ; ulimit -f 1; exec $SEINHUIS export --as gemeente-waterdam --output={name}"
    ));
    run.exit(1).told(&format!("{name} cannot be written."));
    assert_eq!(files(&world), before);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_told() {
    let world = world();
    world
        .shell("$SEINHUIS export --as gemeente-waterdam --format=jsonl > /dev/full")
        .exit(1)
        .told("The disk is full.");
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_quiet() {
    let world = world();
    for form in ["jsonl", "json", "csv"] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let ended = world
            .command(PROGRAM, ["export", "--format", form])
            .stdin(std::process::Stdio::null())
            .stdout(writer)
            .output()
            .unwrap();
        assert_eq!(
            (ended.status.code(), ended.stderr.as_slice()),
            (Some(0), &b""[..])
        );
    }
}
