//! Thousands of signals in one file.

use crate::common::PROGRAM;

use super::*;

/// Enough for the way by which very many are recorded.
fn many(count: usize) -> String {
    (0..count).fold(HEADINGS.to_owned(), |mut table, n| {
        let _ = writeln!(table, "M{n},parenting,{},3004,yes,,Tired {n}.", n % 17);
        table
    })
}

#[test]
fn of_very_many_each_is_a_signal_like_any_other() {
    let world = school().file("in.csv", many(2_500));
    world
        .run(["import", "in.csv"])
        .exit(0)
        .said("2500 signals recorded.");
    let signals = world.signals();
    assert_eq!(signals.len(), 2_500);
    let id = signals[1_234]["id"].as_str().unwrap();
    world.run(["show", id]).exit(0).said("Tired ");
    let owner = signals[1_234]["owner"].as_str().unwrap();
    world.run_as(owner, ["accept", id]).exit(0);
    // Into a register with something in it, by reference.
    let world = world.file(
        "more.csv",
        format!("{}N1,parenting,4,3004,yes,,Tired.\n", many(2_500)),
    );
    world
        .run(["import", "more.csv"])
        .exit(0)
        .said("1 signal recorded.")
        .said("2500 were there already");
    assert_eq!(world.signals().len(), 2_501);
}

#[test]
fn of_more_than_one_transaction_holds_what_is_in_conflict_goes_to_the_rejects() {
    let world = school().file("first.csv", many(2));
    world.run(["import", "first.csv"]).exit(0);
    let world = world.file("in.csv", many(20_001).replace("Tired 1.", "Fit."));
    world
        .run(["import", "in.csv"])
        .exit(6)
        .said("19999 signals recorded.")
        .said("1 was there already")
        .said("1 row was turned down.")
        .said("in.rejects.csv");
    let rejects = std::fs::read_to_string(world.path("in.rejects.csv")).unwrap();
    let rows: Vec<&str> = rejects.lines().collect();
    assert!(
        matches!(rows.as_slice(), [_, row] if row.starts_with("M1,") && row.contains("Fit.")),
        "{rejects}"
    );
}

#[test]
fn who_reports_or_lists_during_an_import_waits_and_does_not_fail() {
    let world = school().file("in.csv", many(6_000));
    let mut importing = world
        .command(PROGRAM, ["import", "in.csv"])
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let mut reports = 0;
    while importing.try_wait().unwrap().is_none() || reports == 0 {
        world
            .run(["report", "--topic=parenting", "--discussed", "--seen=x"])
            .exit(0);
        world
            .run_as("gemeente-waterdam", ["list", "--limit=5"])
            .exit(0);
        reports += 1;
    }
    assert!(importing.wait().unwrap().success());
    assert_eq!(world.signals().len(), 6_000 + reports);
}

#[rstest]
#[case::beside_a_register_that_is_named_without_a_folder("register.db", false)]
#[case::in_the_users_own_folder_while_that_of_the_register_is_not_there("new/register.db", true)]
fn words_that_wait_are_kept_out_of_the_folder_that_all_share(
    #[case] register: &str,
    #[case] in_own_folder: bool,
) {
    // More than is kept in memory.
    let seen = "She cried. ".repeat(150);
    let rows: String = (0..4_000)
        .map(|n| format!("R{n},parenting/attachment,5 days,3004,yes,,{seen}\n"))
        .collect();
    let world = school()
        .file("in.csv", format!("{HEADINGS}{rows}"))
        .with("TMPDIR", "/nowhere");
    world
        .run(["import", "in.csv", "--dry-run", "--register", register])
        .exit(0);
    let own = world.path("data").join("seinhuis");
    assert_eq!(own.exists(), in_own_folder);
    #[cfg(unix)]
    if in_own_folder {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = own.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }
}

#[test]
fn a_file_whose_rows_cannot_be_known_again_is_recorded_once() {
    let world = World::new().as_("kraamzorg-de-wieg").file(
        "rows.csv",
        "topics,discussed,seen\nparenting,yes,One.\nparenting,yes,Two.\n",
    );
    world.run(["import", "rows.csv"]).exit(0);
    world
        .run(["import", "rows.csv"])
        .exit(0)
        .said("0 signals recorded.")
        .said("2 were recorded when this file was imported before.");
    let other = world.run([
        "import",
        "rows.csv",
        "--as=basisschool-de-sluis",
        "--format=json",
    ]);
    assert_eq!(other.exit(2).error_json()["kind"], "import-differs");
    assert_eq!(world.signals().len(), 2);
    world.run(["import", "rows.csv", "--anew"]).exit(0);
    assert_eq!(world.signals().len(), 4);
}

#[test]
fn of_what_was_there_already_the_answer_tells_who_owns_it_now() {
    let row = "reference,topics,age,area,discussed,seen\nS-1,parenting,1,3012,yes,One.\n";
    let world = World::new().as_("kraamzorg-de-wieg").file("rows.csv", row);
    let first = world.run(["import", "rows.csv", "--format=jsonl"]);
    let owner = |run: &Run| run.exit(0).json()["owner"].as_str().unwrap().to_owned();
    let before = owner(&first);
    let id = first.json()["id"].as_str().unwrap().to_owned();
    let to = [
        "assign",
        &id,
        "--to=wijkteam-noord",
        "They know the street.",
    ];
    assert_ne!(before, "wijkteam-noord");
    world
        .run_as(&before, ["decline", &id, "--reason=no-capacity"])
        .exit(0);
    world.run_as("gemeente-waterdam", to).exit(0);
    let again = world.run(["import", "rows.csv", "--format=jsonl"]);
    assert_eq!(owner(&again), "wijkteam-noord");
    world
        .run(["import", "rows.csv"])
        .exit(0)
        .said("1 was there already")
        .said("Wijkteam Noord");
}
