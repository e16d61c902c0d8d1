//! What is wrong around a run: the map, the register, the disk, the screen. It is said, and what
//! was there is left as it was.

mod register;
mod screen;

use crate::common::{REPORT, World};
use rstest::rstest;

fn kraamhulp() -> World {
    World::new().as_("kraamzorg-de-wieg")
}

// ---- The map ----

#[test]
fn a_map_with_an_error_is_told_with_its_place_and_records_nothing() {
    let world = kraamhulp().map_with("feedback_within: 4 weeks", "feedback_withn: 4 weeks");
    let run = world.run(REPORT);
    run.exit(4)
        .no_answer()
        .told("because: routes.yaml:")
        .told("Did you mean \"feedback_within\"?")
        .told("feedback_withn: 4 weeks");
    let place = run
        .err
        .split("routes.yaml:")
        .nth(1)
        .unwrap()
        .split(' ')
        .next()
        .unwrap();
    assert!(
        place
            .split(':')
            .take(2)
            .all(|number| number.parse::<u32>().is_ok()),
        "{place}"
    );
    assert!(!world.register().exists());
}

#[rstest]
#[case::no_map("no.yaml", "", "map-missing")]
#[case::an_empty_map("routes.yaml", "", "map-invalid")]
#[case::no_yaml("routes.yaml", "hello", "map-invalid")]
#[case::half_a_map("routes.yaml", "seinhuis: 1\nname: Half", "map-invalid")]
fn without_a_sound_map_nothing_is_recorded(
    #[case] routes: &str,
    #[case] text: &str,
    #[case] kind: &str,
) {
    let world = kraamhulp()
        .file("routes.yaml", text)
        .with("SEINHUIS_ROUTES", routes)
        .with("SEINHUIS_FORMAT", "json");
    let object = world.run(REPORT).exit(4).no_answer().error_json();
    assert_eq!(
        (&object["kind"], &object["exit"]),
        (&kind.into(), &4.into())
    );
    assert!(!world.register().exists());
}

// ---- Errors for scripts ----

#[test]
fn an_error_for_a_script_is_one_object_with_five_keys() {
    let world = kraamhulp().reported();
    let wrong: [&[&str]; 6] = [
        &["list", "--foo"],
        &["list", "--topic=bicycles"],
        &["show", "ZZZZ"],
        &["accept", "K7M4"],
        &["map", "check", "no.yaml"],
        &["reprot"],
    ];
    for arguments in wrong {
        for format in ["--format=json", "--format=jsonl"] {
            let run = world.run([arguments, &[format]].concat());
            let object = run.no_answer().error_json();
            let keys: Vec<&String> = object.as_object().unwrap().keys().collect();
            assert_eq!(keys, ["kind", "exit", "error", "because", "hints"]);
            assert_eq!(object["exit"], run.code);
            assert_eq!(run.err.lines().count(), 1, "{run}");
        }
    }
    let by_variable = kraamhulp()
        .with("SEINHUIS_FORMAT", "json")
        .run_as("gemeente-waterdam", ["list", "--foo"]);
    assert_eq!(by_variable.exit(2).error_json()["kind"], "unknown-option");
}

#[test]
fn kinds_stay_english_and_sentences_are_in_the_language_of_the_screen() {
    let object = |language: &str| {
        World::new()
            .lang(language)
            .run_as(
                "gemeente-waterdam",
                ["list", "--topic=bicycles", "--format=json"],
            )
            .exit(2)
            .error_json()
    };
    assert_eq!(object("nl")["kind"], object("en")["kind"]);
    assert_ne!(object("nl")["error"], object("en")["error"]);
}

#[test]
fn a_path_is_shown_harmless() {
    let world = World::new().with("SEINHUIS_ROUTES", "no\u{1b}[2Jmap.yaml");
    world
        .run_as("gemeente-waterdam", ["list"])
        .exit(4)
        .never_shows("\u{1b}");
    let world = World::new().with("SEINHUIS_CONFIG", "con\u{1b}[2Jfig.yaml");
    world.run(["config"]).exit(0).never_shows("\u{1b}");
    world
        .run(["config", "set", "contact", "call \u{1b}[2J me"])
        .exit(2)
        .never_shows("\u{1b}");
    for text in ["color: pink", "route: x", "["] {
        let world = World::new()
            .with("SEINHUIS_CONFIG", "con\u{1b}[2Jfig.yaml")
            .file("con\u{1b}[2Jfig.yaml", text);
        world
            .run(["config"])
            .exit(2)
            .told("con\\u{1b}[2Jfig.yaml")
            .never_shows("\u{1b}");
    }
    let world = World::new().with("SEINHUIS_CONFIG", "con\u{1b}[2Jfig.yaml");
    std::fs::create_dir(world.path("con\u{1b}[2Jfig.yaml")).unwrap();
    world.run(["config"]).exit(1).never_shows("\u{1b}");
}
