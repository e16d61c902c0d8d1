//! `seinhuis map test` as it is typed: where it finds the cases, what it says when they are as
//! agreed, and when they are not.
//!
//! After a change of the sentences: `SNAPSHOTS=overwrite cargo test --test it map_test::`, and read the
//! difference.

use crate::common::World;
use rstest::rstest;
use serde_json::Value;
use snapbox::{Assert, Data};

const MAP: &str = include_str!("../map_test/routes.yaml");
const CASES: &str = include_str!("../map_test/routes.test.yaml");

/// Only the last of the cases is as agreed.
fn village() -> World {
    World::new()
        .file("routes.yaml", MAP)
        .file("routes.test.yaml", CASES)
}

/// The village with the one case that is as agreed.
fn agreed() -> World {
    let all: Vec<&str> = CASES.split("  - name:").collect();
    village().file(
        "routes.test.yaml",
        format!("{}  - name:{}", all[0], all.last().unwrap()),
    )
}

#[rstest]
#[case("en")]
#[case("nl")]
fn all_that_differs_is_shown_beside_each_other_with_the_reason_and_the_command(
    #[case] language: &str,
) {
    let run = village().lang(language).run(["map", "test", "--coverage"]);
    let beside = format!("tests/map_test/failing.{language}.txt");
    Assert::new()
        .action_env("SNAPSHOTS")
        .eq(&run.out, Data::read_from(beside.as_ref(), None).raw());
    run.exit(4).no_talk();
}

#[test]
fn when_all_is_as_agreed_one_line_says_so() {
    let run = agreed().run(["map", "test"]);
    assert_eq!(run.exit(0).no_talk().out, "1 case, as agreed.\n");
    let dutch = agreed().lang("nl").run(["kaart", "toets"]);
    assert_eq!(dutch.exit(0).out, "1 geval, zoals afgesproken.\n");
}

#[test]
fn what_the_command_of_a_failing_case_says_is_what_the_map_says_of_the_case() {
    let world = village();
    let tested = world.run(["map", "test", "--format=json"]).exit(4).json();
    let world = world.at("2027-02-01T10:00");
    let failures = tested["failures"].as_array().unwrap();
    assert_eq!(failures.len(), 5);
    for failure in failures {
        let command = failure["command"]
            .as_str()
            .unwrap()
            .replacen("seinhuis", "\"$SEINHUIS\"", 1);
        let routed = world
            .shell(&format!("{command} --format json"))
            .exit(0)
            .json();
        for key in ["basis", "reasons", "set_aside", "near_misses"] {
            assert_eq!(routed[key], failure[key], "{key} of {command}");
        }
        assert_eq!(
            (&routed["owner"]["id"], &routed["reported_at"]),
            (&failure["owner"], &failure["at"]),
            "{command}"
        );
    }
    assert!(!world.register().exists(), "asking records nothing");
}

#[test]
fn the_answer_in_json_is_the_same_in_both_languages() {
    let answer = |language| {
        village()
            .lang(language)
            .run(["map", "test", "--coverage", "--format=json"])
            .exit(4)
            .json()
    };
    let (en, nl): (Value, Value) = (answer("en"), answer("nl"));
    assert_eq!(en, nl);
    assert_eq!(
        (&en["cases"], &en["agreed"], &en["files"]),
        (
            &6.into(),
            &1.into(),
            &serde_json::json!(["routes.test.yaml"])
        )
    );
    let first = &en["failures"][0];
    assert_eq!(
        (&first["file"], &first["line"]),
        (&"routes.test.yaml".into(), &3.into())
    );
    let owner = serde_json::json!({ "aspect": "owner", "expected": "wijkteam-dorp", "decided": "schuldhulp-dorp", "agrees": false });
    assert_eq!(first["compared"][0], owner);
    assert_eq!(en["coverage"]["responsibilities"], 7);
    assert_eq!(
        agreed()
            .run(["map", "test", "--format=json"])
            .exit(0)
            .json()["coverage"],
        Value::Null
    );
}

/// What is said of the one case of the example map in which this owner is expected.
fn why_not(owner: &str, signal: &str, language: &str) -> String {
    let case = format!("cases: [{{name: One, signal: {signal}, expect: {{owner: {owner}}}}}]");
    let world = World::new().lang(language).file("routes.test.yaml", case);
    let run = world.run(["map", "test"]);
    let heading = ["\n\nWhy not ", "\n\nWaarom niet "];
    let told = heading
        .iter()
        .find_map(|heading| run.exit(4).out.split_once(heading));
    let (_, told) = told.unwrap();
    told.split("\n\n").next().unwrap().to_owned()
}

#[rstest]
#[case::the_area(
    "cjg-veenbroek",
    "{topics: [parenting], age: 9, area: waterdam-noord}",
    "en",
    "CJG Veenbroek:\n  fits, but for the area: only Veenbroek (routes.yaml:505)\n  fits, but for the area: only Veenbroek (routes.yaml:510)"
)]
#[case::the_area_in_dutch(
    "wijkteam-oost",
    "{topics: [finances], age: 40, area: waterdam-noord}",
    "nl",
    "Wijkteam Oost:\n  past, op het gebied na: alleen Waterdam Oost (routes.yaml:629)"
)]
#[case::several_things(
    "jgz-veenbroek",
    "{topics: [parenting], age: 9, area: waterdam-noord}",
    "en",
    "JGZ Veenbroek:\n  does not fit: only Veenbroek; only age unborn–4 (routes.yaml:447)"
)]
#[case::nothing(
    "politie-waterdam",
    "{topics: [parenting], age: 9, area: waterdam-noord}",
    "en",
    "Politie Waterdam, wijkagenten:\n  has agreed to own nothing of parenting and growing up"
)]
#[case::the_coordinator(
    "gemeente-waterdam",
    "{topics: [parenting], age: 9, area: waterdam-noord}",
    "nl",
    "Gemeente Waterdam:\n  coördineert hier, en volgt alleen op wat niemand of meer dan één opvolgt"
)]
#[case::outside(
    "jgz-waterdam",
    "{topics: [parenting], age: 2, area: \"9999\"}",
    "en",
    "JGZ Waterdam:\n  the person lives outside the map (9999): nothing that was agreed holds there"
)]
fn why_not_is_told_in_words_that_are_true_of_the_expected_owner(
    #[case] owner: &str,
    #[case] signal: &str,
    #[case] language: &str,
    #[case] expected: &str,
) {
    assert_eq!(why_not(owner, signal, language), expected);
}

#[test]
fn the_cases_of_a_folder_stand_in_it() {
    let world = World::new();
    std::fs::create_dir_all(world.path("map/organisations")).unwrap();
    let one = |name: &str, owner: &str| {
        format!(
            "cases:\n  - {{name: {name}, signal: {{topics: [finances], area: dorp}}, expect: {{owner: {owner}}}}}\n"
        )
    };
    let world = world
        .file("map/routes.yaml", MAP)
        .file("map/a.test.yaml", one("One", "schuldhulp-dorp"));
    let world = world.file("map/organisations/b.test.yml", one("Two", "wijkteam-dorp"));
    let tested = world
        .run(["map", "test", "--routes=map", "--format=json"])
        .exit(4)
        .json();
    assert_eq!(
        (&tested["cases"], &tested["agreed"]),
        (&2.into(), &1.into())
    );
    assert_eq!(
        tested["files"],
        serde_json::json!(["a.test.yaml", "organisations/b.test.yml"])
    );
    let failure = &tested["failures"][0];
    assert_eq!(failure["file"], "organisations/b.test.yml");
    assert!(
        failure["command"]
            .as_str()
            .unwrap()
            .starts_with("seinhuis route --routes map --topic finances"),
        "{failure}"
    );

    let again = world.file("map/c.test.yaml", one("One", "schuldhulp-dorp"));
    again
        .run(["map", "test", "--routes=map"])
        .exit(4)
        .told("The case \"One\" was given already, in a.test.yaml:2.");
}

#[test]
fn a_file_can_be_named() {
    let world = agreed().file("other.yaml", CASES);
    world
        .run(["map", "test", "other.yaml"])
        .exit(4)
        .said("Of 6 cases, 5 are not as agreed.")
        .said("other.yaml:3");
}

#[test]
fn without_cases_it_says_what_to_make() {
    let world = World::new();
    let run = world.run(["map", "test"]);
    run.exit(4)
        .no_answer()
        .told_first("error: There are no cases at \"routes.test.yaml\".")
        .told("- name: A mother cries");
    let example = run
        .err
        .split("for example:\n")
        .nth(1)
        .unwrap()
        .split("hint:")
        .next()
        .unwrap()
        .to_owned();
    let world = world.file("routes.test.yaml", example);
    assert_eq!(
        world.run(["map", "test"]).exit(0).out,
        "1 case, as agreed.\n",
        "the example is one"
    );
}

#[test]
fn a_map_with_a_fault_is_told_before_its_cases() {
    let run = village()
        .map_with("areas: [dorp]", "areas: [drop]")
        .file("routes.test.yaml", "cases: []")
        .run(["map", "test"]);
    run.exit(4)
        .told("The map has no area \"drop\"")
        .never_shows("cases");
}

#[test]
fn nothing_in_a_case_steers_the_terminal() {
    let evil = "at: 2026-11-23\ncases:\n  - name: \"\\e[31mred\"\n    signal: {topics: [\"\\e]0;x\\a\"], from: \"\\u202e\"}\n    expect: {basis: gap}\n";
    let run = agreed().file("routes.test.yaml", evil).run(["map", "test"]);
    assert!(
        !run.exit(4).err.contains(['\u{1b}', '\u{7}', '\u{202e}']),
        "{run}"
    );
}
