//! Columns and counts, in every form.

use super::*;

#[test]
fn columns_are_chosen_by_their_key_in_every_form() {
    let world = six();
    let told = |form: &str| {
        world
            .run_as(
                "gemeente-waterdam",
                [
                    "list",
                    "--closed",
                    "--columns=id,late,topics",
                    "--format",
                    form,
                ],
            )
            .exit(0)
            .out
            .clone()
    };
    assert_eq!(told("table"), "FFFF-6666\t\tparenting\n");
    assert_eq!(
        told("jsonl"),
        "{\"id\":\"FFFF6666\",\"late\":false,\"topics\":[\"parenting\"]}\n"
    );
    assert_eq!(
        told("csv"),
        "\"id\",\"late\",\"topics\"\r\n\"FFFF6666\",\"false\",\"parenting\"\r\n"
    );
    let both = world
        .run_as(
            "gemeente-waterdam",
            ["list", "--limit=1", "--columns=late,topics,next"],
        )
        .exit(0)
        .out
        .clone();
    assert_eq!(
        both,
        "late\tparenting/attachment,finances\taccept,family-known,reply\n"
    );
    let unknown = world.run_as("gemeente-waterdam", ["list", "--columns=ownr"]);
    unknown
        .exit(2)
        .told("Did you mean owner?")
        .told("silent_days");
}

#[test]
fn a_count_is_a_number_in_every_form() {
    let world = six();
    let told = |form: &str| {
        world
            .run_as("gemeente-waterdam", ["list", "--count", "--format", form])
            .exit(0)
            .out
            .clone()
    };
    assert_eq!(
        ["table", "jsonl", "csv"].map(told),
        ["4\n", "{\"count\":4}\n", "\"count\"\r\n\"4\"\r\n"]
    );
    assert_eq!(
        world
            .run_as("gemeente-waterdam", ["list", "--count", "--format=json"])
            .exit(0)
            .json(),
        serde_json::json!({"count": 4})
    );
    assert_eq!(
        world
            .run_as(
                "gemeente-waterdam",
                ["list", "--count", "--late", "--exit-code"]
            )
            .exit(6)
            .out,
        "3\n"
    );
    assert_eq!(
        world
            .run_as(
                "gemeente-waterdam",
                ["list", "--count", "--owner=mee-rijnmeer", "--exit-code"]
            )
            .exit(0)
            .out,
        "0\n"
    );
    assert_eq!(
        World::new()
            .run_as("gemeente-waterdam", ["list", "--count"])
            .exit(0)
            .out,
        "0\n"
    );
}
