//! The file of rows that were turned down.

use super::*;

/// Imports a file with its good rows alone, and gives what was written of the others.
fn rejects_of(world: &World, file: &str) -> String {
    world.run(["import", file, "--keep-good"]).exit(6);
    let (name, ending) = file.rsplit_once('.').unwrap();
    std::fs::read_to_string(world.path(&format!("{name}.rejects.{ending}"))).unwrap()
}

#[rstest]
#[case::one_too_many("R2,parenting,40,3012,yes,,Cold.,Dark.", "8 fields under 7")]
#[case::two_too_many("R2,parenting,40,3012,yes,,Cold.,Dark.,Wet.", "9 fields under 7")]
#[case::one_too_few("R2,parenting,40,3012,yes,Cold.", "6 fields under 7")]
#[case::two_too_few("R2,parenting,40,3012,Cold.", "5 fields under 7")]
fn a_row_that_does_not_fit_its_headings_never_comes_to_fit_them(
    #[case] row: &str,
    #[case] because: &str,
) {
    let mut world = school().file("in.csv", format!("{HEADINGS}{row}\n"));
    let mut file = "in.csv".to_owned();
    for again in 1..4 {
        let rejects = rejects_of(&world, &file);
        assert!(rejects.contains(because), "{rejects}");
        file = format!("again-{again}.csv");
        world = world.file(&file, rejects);
        let unmended = world.run(["import", &file, "--format=json"]);
        let error = unmended.exit(2).error_json();
        assert_eq!(
            error["rows"],
            json!([{"row": 2, "column": null, "kind": "fields"}])
        );
    }
    world.holds_nothing();
}

#[test]
fn the_last_reason_takes_the_place_of_the_one_before() {
    let heading = HEADINGS.replace("seen", " Rejected_Because ,seen");
    let row = "R2,parentign,40,3012,yes,,long ago,Cold.\n";
    let world = school().file("in.csv", format!("{heading}{row}"));
    let rejects = rejects_of(&world, "in.csv");
    assert!(
        !rejects.contains("long ago") && rejects.contains("no such topic"),
        "{rejects}"
    );
    assert_eq!(
        rejects.to_lowercase().matches("rejected_because").count(),
        1
    );
    let mended = rejects.replace("parentign", "parenting");
    let world = world.file("mended.csv", mended);
    world.run(["import", "mended.csv"]).exit(0);
    assert_eq!(world.signals().len(), 1);
}

#[test]
fn a_line_that_is_turned_down_again_has_its_last_reason_alone() {
    let line = r#"{"topics": "parentign", "discussed": true, "seen": "Cold."}"#;
    let mut world = school().file("in.jsonl", format!("{line}\n"));
    let mut file = "in.jsonl".to_owned();
    for again in 1..4 {
        let rejects = rejects_of(&world, &file);
        let before = rejects.find(",\"rejected_because\":").unwrap();
        assert_eq!(rejects[..before], line[..line.len() - 1]);
        assert_eq!(rejects.matches("rejected_because").count(), 1);
        file = format!("again-{again}.jsonl");
        world = world.file(&file, rejects);
    }
}

#[test]
fn danger_goes_first_also_when_the_row_cannot_be_recorded() {
    let rows = "R1,safety/violence,8m,3004,perhaps,,Hit.,acute\n";
    let headings = HEADINGS.replace("seen\n", "seen,urgency\n");
    let world = school().file("in.csv", format!("{headings}{rows}"));
    for more in [vec![], vec!["--keep-good"], vec!["--dry-run"]] {
        let run = world.run([vec!["import", "in.csv"], more].concat());
        run.told("1 signal in this file is acute.").told("112");
    }
    let unknown =
        r#"{"topics": "safety", "discussed": true, "seen": "Hit.", "urgency": "acute", "sien": 1}"#;
    let one_more = rows.replace(",acute", ",acute,more");
    for (name, text) in [
        ("unknown.jsonl", unknown.to_owned()),
        ("more.csv", format!("{headings}{one_more}")),
    ] {
        std::fs::write(world.path(name), text).unwrap();
        let run = world.run(["import", name]);
        run.exit(2).told("1 signal in this file is acute.");
    }
}

#[test]
fn a_row_that_was_turned_down_before_stands_in_the_way_without_keep_good() {
    let world = school()
        .file("first.csv", format!("{HEADINGS}{GOOD}"))
        .file(
            "in.csv",
            format!(
                "{HEADINGS}{}{}",
                GOOD.replace("cries", "laughs"),
                GOOD.replacen("R1", "", 1)
            ),
        );
    world.run(["import", "first.csv"]).exit(0);
    let args = ["import", "in.csv", "--keep-good", "--format=csv"];
    world.run(args).exit(6).told("in.rejects.csv");
    let again = world.run(["import", "in.csv", "--format=json"]);
    let error = again.exit(2).error_json();
    assert_eq!(error["rows"][0]["kind"], "reference-taken");
    assert_eq!(world.signals().len(), 2);
    std::fs::remove_file(world.path("in.rejects.csv")).unwrap();
    world
        .run(["import", "in.csv", "--keep-good"])
        .exit(6)
        .said("1 was recorded when this file was imported before.")
        .said("1 row was turned down.");
}
