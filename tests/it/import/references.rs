//! Rows with a reference that stands for a signal already.

use super::*;

#[test]
fn a_reference_with_other_content_is_a_fault_of_its_row() {
    let (world, run) = imported(GOOD);
    run.exit(0);
    let id = world.signals()[0]["id"].as_str().unwrap().to_owned();
    let id = format!("{}-{}", &id[..4], &id[4..]);
    let other = GOOD.replace("cries", "sings");
    let world = world.file(
        "in.csv",
        format!("{HEADINGS}{other}N1,parenting,4,3004,yes,,\"Cold, dark\"\n"),
    );
    let because = format!("row 2, reference: Signal {id} has this reference already");
    world.run(["import", "in.csv"]).exit(2).told(&because);
    assert_eq!(world.signals().len(), 1, "nothing by halves");
    world
        .run(["import", "in.csv", "--keep-good"])
        .exit(6)
        .said("1 signal recorded.")
        .said("1 row was turned down.")
        .said("follow-up:\n        1  CJG Waterdam\n\n");
    let rejects = std::fs::read_to_string(world.path("in.rejects.csv")).unwrap();
    assert!(
        rejects.contains(&because) && rejects.contains("sings") && !rejects.contains("Cold"),
        "{rejects}"
    );
    assert_eq!(world.signals().len(), 2);
    // Mended, that is with another reference, the row is a signal.
    let mended = rejects.replace("R1,", "R1-2,");
    assert_ne!(mended, rejects);
    let world = world.file("mended.csv", mended);
    world.run(["import", "mended.csv"]).exit(0);
    assert_eq!(world.signals().len(), 3);
}

#[test]
fn a_dry_run_says_of_what_is_there_what_the_import_would_say() {
    let (world, run) = imported(GOOD);
    run.exit(0);
    let acute = "R1,parenting,4,3004,yes,,He hits her\nN1,parenting,4,3004,yes,,\"Cold, dark\"\n";
    let world = world
        .file("in.csv", format!("{HEADINGS}{GOOD}"))
        .file("other.csv", format!("{HEADINGS}{acute}"));
    let owners = |run: &Run| run.json()["owners"].clone();
    let rehearsed = world.run(["import", "in.csv", "--dry-run"]);
    rehearsed
        .exit(0)
        .said("Nothing was recorded. 0 signals could be.")
        .said("1 was there already");
    let refused = world.run(["import", "other.csv", "--dry-run", "--format=json"]);
    let really = world.run(["import", "other.csv", "--format=json"]);
    assert_eq!(refused.exit(2).error_json(), really.exit(2).error_json());
    assert_eq!(refused.error_json()["rows"][0]["row"], 2);
    let args = ["import", "other.csv", "--keep-good", "--format=json"];
    let rehearsed = world.run(args.iter().chain(&["--dry-run"]));
    assert_eq!(rehearsed.exit(6).json()["rejected"], 1);
    assert_eq!(world.signals().len(), 1);
    let really = world.run(args);
    assert_eq!(really.exit(6).json()["rejected"], 1);
    assert_eq!(owners(&rehearsed), owners(&really));
    assert_eq!(world.signals().len(), 2);
}

#[test]
fn a_row_that_was_withdrawn_is_known_and_its_correction_is_recorded() {
    let (world, run) = imported(GOOD);
    run.exit(0);
    let id = world.signals()[0]["id"].as_str().unwrap().to_owned();
    world.run(["withdraw", &id, "Wrong age."]).exit(0);
    world
        .run(["import", "in.csv"])
        .exit(0)
        .said("0 signals recorded.")
        .said("1 was there already and was not recorded again.")
        .said("1 of those was withdrawn then, and stays so.")
        .never_shows("follow-up");
    let told = world.run(["import", "in.csv", "--format=jsonl"]);
    let row: serde_json::Value = serde_json::from_str(&told.exit(0).out).unwrap();
    assert_eq!(
        (&row["already_recorded"], &row["state"]),
        (&true.into(), &"withdrawn".into())
    );
    let corrected = GOOD.replace("cries", "sings");
    let world = world.file("in.csv", format!("{HEADINGS}{corrected}"));
    world
        .run(["import", "in.csv"])
        .exit(0)
        .said("1 signal recorded.");
    assert_eq!(world.signals().len(), 2);
}
