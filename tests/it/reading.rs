//! Who reads what: sender, owner and those involved the words, a coordinator the story, and nobody
//! more than that.

use crate::common::{REPORT, World};
use rstest::rstest;

const CONTACT: &str = "06-5550 0199, until four";
const REFERENCE: &str = "zaak-2026-77";

/// A report of the police that the crisis line answers with its status only, with a question to
/// others in between.
fn status_only() -> World {
    let world = World::new();
    let report = [
        "report",
        "--topic=mental-health/refuses-help",
        "--age=52",
        "--area=3004",
        "--urgency=normal",
        "--discussed",
        "--seen=Talks to walls",
        "--id=9F3RTH2C",
    ];
    world
        .run_as("politie-waterdam", report)
        .exit(0)
        .said("You will hear that something is done with it, not what");
    world
        .run_as(
            "meldpunt-bezorgd-waterdam",
            ["involve", "9F3R", "--organisation=ggz-rijnmeer"],
        )
        .exit(0);
    world
        .run_as(
            "meldpunt-bezorgd-waterdam",
            ["ask", "9F3R", "--of=ggz-rijnmeer", "Is he known to you?"],
        )
        .exit(0);
    world
        .run_as("ggz-rijnmeer", ["reply", "9F3R", "In treatment since 2019"])
        .exit(0);
    world
        .run_as(
            "meldpunt-bezorgd-waterdam",
            ["amend", "9F3R", "--add=substance-use"],
        )
        .exit(0);
    world
        .run_as(
            "meldpunt-bezorgd-waterdam",
            ["ask", "9F3R", "At what time did you see him?"],
        )
        .exit(0);
    world
}

#[test]
fn a_sender_who_may_only_hear_the_status_reads_what_she_wrote_and_was_asked_and_no_more() {
    let world = status_only();
    for form in ["table", "json"] {
        let told = world.run_as("politie-waterdam", ["show", "9F3R", "--format", form]);
        let told = told
            .exit(0)
            .said("Talks to walls")
            .said("At what time did you see him?");
        for hidden in [
            "Is he known",
            "In treatment",
            "GGZ Rijnmeer",
            "substance-use",
            "Substance",
            "\"involved\",",
            "\"amended\"",
        ] {
            told.never_shows(hidden);
        }
    }
    world
        .run_as("ggz-rijnmeer", ["show", "9F3R"])
        .exit(0)
        .said("Is he known to you?")
        .said("In treatment since 2019");
}

#[rstest]
#[case::in_english(
    "en",
    "Undone: JGZ Waterdam took it on.",
    "JGZ Waterdam undid: the question.",
    "JGZ Waterdam undid: taking it on."
)]
#[case::in_dutch(
    "nl",
    "Ongedaan gemaakt: JGZ Waterdam heeft het opgepakt.",
    "JGZ Waterdam maakte ongedaan: de vraag.",
    "JGZ Waterdam maakte ongedaan: het oppakken."
)]
fn of_each_step_that_was_taken_back_the_story_says_which(
    #[case] language: &str,
    #[case] crossed_out: &str,
    #[case] last: &str,
    #[case] before: &str,
) {
    let world = World::new().lang(language).reported();
    for step in [
        &["accept", "K7M4"][..],
        &["ask", "K7M4", "Does she sleep?"],
        &["undo", "K7M4"],
        &["undo", "K7M4"],
    ] {
        world.run_as("jgz-waterdam", step).exit(0);
    }
    let shown = world.run_as("kraamzorg-de-wieg", ["show", "K7M4"]);
    shown.exit(0).said(crossed_out).said(last).said(before);
}

/// Her events have numbers of their own.
#[test]
fn a_sender_who_may_only_hear_the_status_reads_what_she_took_back_and_nothing_of_others() {
    let world = status_only();
    let owner = "meldpunt-bezorgd-waterdam";
    for (who, step) in [
        ("politie-waterdam", &["reply", "9F3R", "At nine"][..]),
        ("politie-waterdam", &["undo", "9F3R"]),
        (owner, &["accept", "9F3R"]),
        (owner, &["undo", "9F3R"]),
    ] {
        world.run_as(who, step).exit(0);
    }
    world
        .run_as("politie-waterdam", ["show", "9F3R"])
        .exit(0)
        .said("undid: the reply.")
        .never_shows("taking it on");
    world
        .run_as(owner, ["show", "9F3R"])
        .exit(0)
        .said("undid: taking it on.");
}

#[test]
fn the_person_who_sends_is_reached_by_the_owner_and_not_by_those_involved() {
    let world = World::new();
    let report: Vec<&str> = REPORT
        .iter()
        .filter(|argument| !argument.starts_with("--contact"))
        .copied()
        .collect();
    let more = ["--contact", CONTACT, "--reference", REFERENCE];
    world
        .run_as("kraamzorg-de-wieg", [report.as_slice(), &more].concat())
        .exit(0);
    world
        .run_as(
            "jgz-waterdam",
            ["involve", "K7M4", "--organisation=welzijn-noord"],
        )
        .exit(0);
    for form in ["table", "json"] {
        let show = ["show", "K7M4", "--format", form];
        world
            .run_as("jgz-waterdam", show)
            .exit(0)
            .said(CONTACT)
            .said(REFERENCE);
        world
            .run_as("welzijn-noord", show)
            .exit(0)
            .said("Mother cries")
            .said(REFERENCE)
            .never_shows(CONTACT);
        world
            .run_as("gemeente-waterdam", show)
            .exit(0)
            .never_shows("Mother cries")
            .never_shows(CONTACT)
            .never_shows(REFERENCE);
    }
}

#[test]
fn a_coordinator_cannot_involve_herself_to_read_the_words() {
    let world = World::new();
    world.run_as("kraamzorg-de-wieg", REPORT).exit(0);
    world
        .run_as(
            "gemeente-waterdam",
            ["involve", "K7M4", "--organisation=gemeente-waterdam"],
        )
        .exit(3);
    world
        .run_as("gemeente-waterdam", ["show", "K7M4"])
        .exit(0)
        .never_shows("Mother cries");
}

#[test]
fn a_new_owner_of_a_late_signal_gets_a_day_to_come_and_hears_that_the_sender_waits() {
    let world = World::new().reported().at("2026-12-03T09:00");
    let decline = world.run_as(
        "jgz-waterdam",
        [
            "decline",
            "K7M4",
            "--reason=no-capacity",
            "--to=wijkteam-noord",
        ],
    );
    decline
        .exit(0)
        .said("who says by Monday 7 December whether they take it on");
    decline.said("still hears by Wednesday 25 November (6 working days late)");
    let shown = world.run_as("wijkteam-noord", ["show", "K7M4"]);
    shown
        .exit(0)
        .said("Monday 7 December: they say whether they take it on");
    shown.said("Wednesday 25 November (6 working days late): feedback to the sender");
}

/// What a volunteer's report about this topic says of the level, and what came of a full answer of
/// the owner.
#[rstest]
#[case::danger_at_home("safety/violence", "acute", "veilig-thuis-rijnmeer")]
#[case::what_nobody_owns("other", "normal", "gemeente-waterdam")]
#[case::a_dispute("mental-health/self-harm", "urgent", "gemeente-waterdam")]
#[case::a_crisis("mental-health/self-harm", "acute", "huisartsen-waterdam")]
fn of_a_volunteer_nobody_says_more_than_that_something_was_done(
    #[case] topic: &str,
    #[case] urgency: &str,
    #[case] owner: &str,
) {
    let world = World::new();
    let (topic, urgency) = (format!("--topic={topic}"), format!("--urgency={urgency}"));
    let about = [&topic, &urgency, "--age=15", "--area=3004"];
    let words = ["report", "--discussed", "--seen=He limps", "--id=9F3RTH2C"];
    let report = words.iter().chain(&about).chain(&["--format=json"]);
    let recorded = world.run_as("vv-waterdam", report).exit(0).json();
    assert_eq!(recorded["owner"]["id"], owner);
    assert_eq!(recorded["level"], "status-only");
    let route = ["route", "--format=json"];
    let level = |sender: &str| {
        let run = world.run_as(sender, route.iter().chain(&about));
        run.exit(0).json()["level"].clone()
    };
    assert_eq!(level("vv-waterdam"), "status-only");
    assert_eq!(level("basisschool-de-sluis"), "full");
    let told = ["feedback", "9F3R", "--outcome=help-started", "--by=phone"];
    world
        .run_as(owner, told.iter().chain(&["He lives with his aunt now"]))
        .exit(3);
    world
        .run_as(owner, told.iter().chain(&["--status-only"]))
        .exit(0);
}

/// As in a report of both: otherwise nobody would see to the added one.
#[test]
fn a_topic_that_nobody_owns_involves_the_coordinator_when_it_is_added() {
    let world = World::new().reported();
    let amended = world.run_as(
        "jgz-waterdam",
        ["amend", "K7M4", "--add=other", "--format=json"],
    );
    assert_eq!(
        amended.exit(0).json()["involved"],
        serde_json::json!(["gemeente-waterdam"])
    );
}

/// What was put right is known to others; what she may hear is that something is done.
#[test]
fn a_status_only_sender_learns_nothing_of_what_others_put_right() {
    let world = World::new();
    let report = [
        "report",
        "--id=VVVV-0001",
        "--topic=parenting",
        "--age=8",
        "--area=3004",
        "--discussed",
        "--seen=x",
        "--reference=A",
    ];
    let first = world.run_as("vv-waterdam", report).exit(0).out.clone();
    assert!(first.contains("CJG Waterdam"), "{first}");
    let moved = [
        "amend",
        "VVVV",
        "--area=3050",
        "--age=2",
        "--urgency=acute",
        "x",
    ];
    world.run_as("cjg-waterdam", moved).exit(0);
    let again = world.run_as("vv-waterdam", report);
    again
        .exit(0)
        .said("JGZ Veenbroek")
        .never_shows("unborn")
        .never_shows("Gemeente Veenbroek");
    let json = [&report[..], &["--format=json"]].concat();
    world
        .run_as("vv-waterdam", json)
        .exit(0)
        .never_shows("gemeente-veenbroek");
    let heard = world.run_as("vv-waterdam", ["heard", "VVVV", "--by=phone"]);
    heard.exit(3).never_shows("danger").never_shows("112");
    let assign = world.run_as("vv-waterdam", ["assign", "VVVV", "--to=cjg-waterdam", "x"]);
    assign.exit(3).never_shows("Veenbroek");
    let export = ["export", "--output=mine.csv"];
    let told = world.run_as("vv-waterdam", export).exit(0).out.clone();
    assert!(told.contains("1 signal with 1 event"), "{told}");
}

#[rstest]
#[case::who_handed_it_on_today("2026-11-23T11:00", "jgz-waterdam", true)]
#[case::who_handed_it_on_two_days_ago("2026-11-25T11:00", "jgz-waterdam", false)]
#[case::a_stranger("2026-11-23T11:00", "politie-waterdam", false)]
fn who_just_handed_a_signal_on_hears_that_she_can_have_it_back_and_nobody_else_does(
    #[case] clock: &str,
    #[case] reader: &str,
    #[case] may_undo: bool,
) {
    let world = World::new().reported();
    let decline = ["decline", "K7M4", "--reason=other-age", "--to=cjg-waterdam"];
    world.run_as("jgz-waterdam", decline).exit(0);
    let world = world.at(clock);
    let hint = "What you did last with it can still be undone, within 24 hours of it: seinhuis undo K7M4-Q2X8";
    let show = world.run_as(reader, ["show", "K7M4"]);
    show.exit(3).told("is not yours to read");
    assert_eq!(show.err.contains(hint), may_undo, "{show}");
    // As soon as the new owner did something with it, it is hers.
    world.run_as("cjg-waterdam", ["accept", "K7M4"]).exit(0);
    world.run_as(reader, ["show", "K7M4"]).never_shows(hint);
}

#[test]
fn a_status_only_sender_who_reports_again_hears_who_was_involved_then_and_nobody_of_later() {
    let world = World::new();
    let report = [
        "report",
        "--id=9F3RTH2C",
        "--topic=parenting,finances",
        "--age=8",
        "--area=3004",
        "--discussed",
        "--seen=x",
        "--format=json",
    ];
    let first = world.run_as("vv-waterdam", report).exit(0).json();
    assert_eq!(first["level"], "status-only");
    assert_eq!(first["involved"][0]["id"], "wijkteam-noord");
    for step in [
        ["involve", "9F3R", "--organisation=taalhuis-waterdam"],
        ["amend", "9F3R", "--add=mental-health"],
        ["amend", "9F3R", "--age=17y7m"],
    ] {
        world.run_as("cjg-waterdam", step).exit(0);
    }
    let again = world.run_as("vv-waterdam", report).exit(0).json();
    assert_eq!(again["already_recorded"], true);
    assert_eq!(again["involved"], first["involved"]);
    assert_eq!(again["reasons"], first["reasons"]);
}
