//! The question what it is about, answered in words that people say.

use super::*;

/// A person who is asked for the topic alone.
fn asked_for_the_topic(world: &World) -> Person {
    let mut person = Person::at_a_terminal(
        world,
        &[
            "report",
            "--age=34",
            "--youngest=none",
            "--area=3004",
            "--urgency=normal",
            "--discussed",
            "--seen=x",
        ],
    );
    person.reads("Waar gaat het over?");
    person
}

#[rstest]
#[case::a_word("depressie", "mental-health")]
#[case::the_beginning_of_one("Huilb", "parenting/sleep")]
#[case::without_its_accent("financien", "finances")]
#[case::in_the_other_language("quarrel", "domestic-relations")]
#[case::in_a_sentence("mijn moeder heeft een depressie", "mental-health")]
fn a_topic_is_found_by_what_people_say(#[case] typed: &str, #[case] topic: &str) {
    let world = World::new().lang("nl").as_("kraamzorg-de-wieg");
    let mut person = asked_for_the_topic(&world);
    person.types(typed).types(ENTER).reads("is vastgelegd.");
    assert_eq!(person.ends().0, 0);
    assert_eq!(world.signals()[0]["topics"][0], topic);
}

#[test]
fn of_a_word_of_two_topics_both_are_shown_to_choose_from() {
    let world = World::new()
        .lang("nl")
        .as_("kraamzorg-de-wieg")
        .map_with("nl: [buren, burenruzie,", "nl: [ruzie, buren, burenruzie,");
    let mut person = asked_for_the_topic(&world);
    person
        .types("ruzie")
        .reads("Overlast")
        .reads("Relaties en ruzie thuis")
        .types(DOWN)
        .types(ENTER)
        .reads("is vastgelegd.");
    assert_eq!(person.ends().0, 0);
    assert_eq!(world.signals()[0]["topics"][0], "domestic-relations");
}

#[test]
fn nothing_found_is_said_and_enter_shows_all_again() {
    let world = World::new().lang("nl").as_("kraamzorg-de-wieg");
    let mut person = asked_for_the_topic(&world);
    person
        .types("hechtign")
        .reads("Niets gevonden")
        .reads("Hechting")
        .types(ENTER)
        .reads("Financiën");
    person
        .types("hechting")
        .types(ENTER)
        .reads("is vastgelegd.");
    assert_eq!(person.ends().0, 0);
    assert_eq!(world.signals()[0]["topics"][0], "parenting/attachment");
}

#[rstest]
#[case::with_a_comma("geen papieren, schulden", &["participation/residence", "finances/debts"])]
#[case::the_first_is_the_main_one("schulden, geen papieren", &["finances/debts", "participation/residence"])]
#[case::one_of_them_twice("schulden, schuld, ruzie", &["finances/debts", "domestic-relations"])]
#[case::a_name_with_a_comma_is_one("Alcohol, drugs, gokken", &["substance-use"])]
fn several_topics_may_be_typed_with_commas_and_none_is_lost(
    #[case] typed: &str,
    #[case] topics: &[&str],
) {
    let world = World::new().lang("nl").as_("kraamzorg-de-wieg");
    let mut person = asked_for_the_topic(&world);
    person.types(typed).types(ENTER).reads("is vastgelegd.");
    assert_eq!(person.ends().0, 0);
    assert_eq!(world.signals()[0]["topics"], serde_json::json!(topics));
}
