//! `amend` of what was reported: whom it moves or involves, and what is still to be done.

use crate::common::World;

/// Reported by the school in Waterdam Noord about a child of eight; the CJG owns it.
fn world() -> World {
    let world = World::new();
    let report = [
        "report",
        "--id=8HJK-3XZ5",
        "--topic=parenting/youth-care",
        "--age=8",
        "--area=3004",
        "--discussed",
        "--told",
        "--seen=x",
    ];
    world.run_as("basisschool-de-sluis", report).exit(0);
    world
}

#[test]
fn whom_the_map_involves_now_is_involved_and_its_reason_is_kept() {
    let world = world();
    let older = ["amend", "8HJK", "--age=17y7m"];
    world
        .run_as("basisschool-de-sluis", older)
        .exit(0)
        .said("CJG Waterdam still owns it and says by Wednesday 25 November")
        .said("It can now also be read by: Wijkteam Noord.");
    let show = ["show", "8HJK", "--format=json"];
    let shown = world.run_as("wijkteam-noord", show).exit(0).json();
    assert_eq!(shown["owner"], "cjg-waterdam");
    assert_eq!(shown["involved"], serde_json::json!(["wijkteam-noord"]));
    let reasons = shown["reason"].to_string();
    assert!(reasons.contains("17y6m-18"), "{reasons}");
}

#[test]
fn who_knows_the_family_is_told_to_call_the_new_owner() {
    let moved = ["amend", "8HJK", "--area=3052"];
    let line = "CJG Veenbroek does not know yet which family this is";
    world()
        .run_as("basisschool-de-sluis", moved)
        .exit(0)
        .said(line);
    // The owner was told; the coordinator was not.
    world().run_as("cjg-waterdam", moved).exit(0).said(line);
    let by_coordinator = world().run_as("gemeente-waterdam", moved);
    by_coordinator.exit(0).never_shows(line);
}

#[test]
fn of_danger_after_all_the_answer_ends_with_whom_to_call() {
    let danger = ["amend", "8HJK", "--urgency=acute"];
    let run = world().run_as("basisschool-de-sluis", danger);
    run.exit(0).said("112").said("010-555 01 22");
    // The family was told of with the report; elsewhere she still has to name it.
    let untold = World::new();
    let report = [
        "report",
        "--id=8HJK-3XZ5",
        "--topic=parenting",
        "--age=8",
        "--area=3004",
    ];
    let report = [&report[..], &["--discussed", "--seen=x"]].concat();
    untold.run_as("basisschool-de-sluis", report).exit(0);
    let run = untold.run_as("basisschool-de-sluis", danger);
    run.exit(0).said("does not know yet which family this is");
    let own = world().run_as("cjg-waterdam", danger);
    assert!(!own.exit(0).out.contains("010-555 01 22"), "{}", own.out);
}

#[test]
fn who_puts_right_what_was_declined_before_hears_why_it_goes_to_the_coordinator() {
    let world = world();
    let why = "With these facts it is for another, and it was declined before; so it goes to the coordinator now";
    let moved = |by: &str, area: &str| world.run_as(by, ["amend", "8HJK", area]);
    moved("cjg-waterdam", "--area=3052")
        .exit(0)
        .said("It goes to CJG Veenbroek")
        .never_shows(why);
    moved("cjg-veenbroek", "--area=3004")
        .exit(0)
        .said("It goes to Gemeente Waterdam")
        .said(why);
}

#[test]
fn of_an_age_that_differs_in_days_alone_the_answer_says_that_months_are_kept() {
    let world = World::new().reported();
    let days = ["amend", "K7M4", "--age=9d"];
    world
        .run_as("kraamzorg-de-wieg", days)
        .exit(3)
        .told("Signal K7M4-Q2X8 already says so: of an age the whole months are kept, of a place the area.");
}

#[test]
fn a_place_of_another_coordinator_says_who_coordinates_it_from_now_on() {
    let world = world();
    world.run_as("cjg-waterdam", ["accept", "8HJK"]).exit(0);
    let says = "coordinates it";
    let within = ["amend", "8HJK", "--area=3012"];
    world
        .run_as("cjg-waterdam", within)
        .exit(0)
        .never_shows(says);
    let moved = ["amend", "8HJK", "--area=3052"];
    world
        .run_as("cjg-waterdam", moved)
        .exit(0)
        .said("From now on Gemeente Veenbroek coordinates it.");
    let back = ["--lang=nl", "amend", "8HJK", "--area=3004"];
    world
        .run_as("gemeente-veenbroek", back)
        .exit(0)
        .said("Vanaf nu coördineert Gemeente Waterdam het.");
}
