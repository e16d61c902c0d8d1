//! What people say at a kitchen table finds a topic of the example map, or an honest "nothing found".

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use crate::common::{World, today};
use rstest::rstest;
use seinhuis::lookup::LookupError;
use seinhuis::map_file::load;
use seinhuis::routing::map::{RouteMap, TopicIx};

static MAP: LazyLock<RouteMap> = LazyLock::new(|| load(Path::new("routes.yaml")).unwrap());

/// The words that found nothing in the first trials with kraamhulpen and volunteers.
const EVERYDAY: &str = include_str!("../words/everyday.txt");

/// A hundred more, written down before the map knew any of them.
const KITCHEN_TABLE: &str = include_str!("../words/kitchen-table.txt");

#[test]
fn every_everyday_word_finds_a_topic() {
    assert_eq!(EVERYDAY.lines().count(), 24);
    let lost: Vec<&str> = EVERYDAY
        .lines()
        .filter(|word| MAP.find_topic(word, today()).is_err())
        .collect();
    assert_eq!(lost, Vec::<&str>::new());
}

#[test]
fn of_a_hundred_other_words_ninety_find_a_topic_and_the_rest_is_said_not_to() {
    assert_eq!(KITCHEN_TABLE.lines().count(), 100);
    let mut lost = BTreeMap::new();
    for word in KITCHEN_TABLE.lines() {
        if let Err(error) = MAP.find_topic(word, today()) {
            lost.insert(word, error);
        }
    }
    assert!((1..=10).contains(&lost.len()), "{lost:?}");
    for (word, error) in lost {
        assert!(
            matches!(error, LookupError::NotInMap(_)),
            "{word}: {error:?}"
        );
        let run = World::new().lang("nl").run(["route", "--topic", word]);
        run.exit(2).no_answer().told(&format!(
            "Het onderwerp \"{word}\" staat niet in de afspraken."
        ));
    }
}

#[test]
fn of_a_word_that_finds_nothing_the_topics_are_named_in_the_language_of_the_screen() {
    let world = World::new().lang("nl");
    world
        .run(["route", "--topic=vakantie"])
        .exit(2)
        .told("Kies uit: ")
        .told(" · Iets anders · ")
        .told("Alcohol, drugs, gokken · ");
    world
        .run(["route", "--topic=hechtign"])
        .exit(2)
        .told("Bedoel je Hechting (parenting/attachment)?");
}

/// An unlucky word is worse than none: these are the ones where a wrong owner would do harm.
#[rstest]
#[case("mishandeling", "safety/violence")]
#[case("slaan", "safety/violence")]
#[case("misbruik", "safety")]
#[case("loverboy", "safety")]
#[case("zelfmoord", "mental-health/self-harm")]
#[case("suicide", "mental-health/self-harm")]
#[case("psychose", "mental-health/psychosis")]
#[case("ontruiming", "housing/eviction")]
#[case("zegt dat ze dood wil", "mental-health/self-harm")]
#[case("geslagen", "safety/violence")]
#[case("komt niet op school", "work-education/absence")]
#[case("bedje", "parenting/care")]
#[case("HUILBABY", "parenting/sleep")]
#[case("borstvoeding", "physical-health/growth")]
#[case("lvb", "participation/disability")]
#[case("iets anders", "other")]
fn a_word_leads_to(#[case] word: &str, #[case] topic: &str) {
    assert_eq!(MAP.find_topic(word, today()).unwrap().id.as_str(), topic);
}

#[test]
fn no_word_of_the_example_map_stands_for_two() {
    assert_eq!(MAP.words_of_several_topics(today()), []);
    assert_eq!(MAP.words_of_several_areas(today()), []);
    assert_eq!(MAP.words_of_several_organisations(today()), []);
}

#[test]
fn a_word_in_a_sentence_is_searched_for_and_never_taken_for_the_topic() {
    let sentence = "mijn moeder heeft depressie";
    assert!(MAP.find_topic(sentence, today()).is_err());
    let found = MAP.search_topics(sentence, today());
    let first: Option<&TopicIx> = found.topics.first();
    assert_eq!(
        first.map(|ix| MAP.topic_at(*ix).id.as_str()),
        Some("mental-health")
    );
}

#[test]
fn something_else_is_a_gap_that_the_coordinator_owns() {
    let run = World::new().run([
        "route",
        "--as=kraamzorg-de-wieg",
        "--topic=iets anders",
        "--area=3004",
        "--age=34",
        "--format=json",
    ]);
    let answer = run.exit(0).json();
    assert_eq!(answer["basis"], "gap");
    assert_eq!(answer["owner"]["id"], "gemeente-waterdam");
}

/// The example map, in which `ruzie` is a word for nuisance too.
fn of_two_topics(language: &str) -> World {
    World::new()
        .lang(language)
        .map_with("nl: [buren, burenruzie,", "nl: [ruzie, buren, burenruzie,")
}

#[rstest]
#[case::dutch(
    "nl",
    "\"Ruzie\" staat in de kaart bij meer dan één onderwerp: Overlast (housing/nuisance), Relaties en ruzie thuis (domestic-relations).",
    "--onderwerp housing/nuisance"
)]
#[case::english(
    "en",
    "In the map \"Ruzie\" stands for more than one topic: Nuisance (housing/nuisance), Relations and quarrels at home (domestic-relations).",
    "--topic housing/nuisance"
)]
fn an_option_refuses_a_word_of_two_topics_naming_both(
    #[case] language: &str,
    #[case] said: &str,
    #[case] to_type: &str,
) {
    let world = of_two_topics(language);
    world
        .run(["route", "--topic=Ruzie"])
        .exit(2)
        .no_answer()
        .told(said)
        .told(to_type);
    let error = world.run_as(
        "gemeente-waterdam",
        ["list", "--topic=Ruzie", "--format=json"],
    );
    assert_eq!(error.exit(2).error_json()["kind"], "ambiguous-topic");
}

#[rstest]
#[case::area("area", "ambiguous-area", ["  waterdam-oost:\n    name: Waterdam Oost", "  waterdam-oost:\n    name: Waterdam Noord"], "Waterdam Noord")]
#[case::organisation("owner", "ambiguous-organisation", ["    name: CJG Waterdam", "    name: JGZ Waterdam"], "JGZ Waterdam")]
fn a_name_of_two_is_refused(
    #[case] option: &str,
    #[case] kind: &str,
    #[case] edit: [&str; 2],
    #[case] typed: &str,
) {
    let [one, other] = edit;
    let world = World::new().map_with(one, other);
    let run = world.run_as(
        "gemeente-waterdam",
        ["list", &format!("--{option}={typed}"), "--format=json"],
    );
    let error = run.exit(2).error_json();
    assert_eq!(error["kind"], kind, "{error}");
}

#[test]
fn an_unknown_place_is_told_how_to_find_it() {
    let run = World::new().run(["route", "--topic=parenting", "--area=Weesp"]);
    run.exit(2)
        .told("The map has no area \"Weesp\".")
        .told("by its postcode")
        .never_shows("Did you mean");
}
