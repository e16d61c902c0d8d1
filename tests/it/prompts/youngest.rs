//! The youngest child in the home: asked of who may have one.

use super::*;

/// Asked about an adult, or about somebody of an age that is not known.
fn asked(world: &World, age: &[&str]) -> Person {
    let mut arguments = vec!["report", "--topic=parenting", "--area=3004"];
    arguments.extend(["--urgency=normal", "--discussed"]);
    arguments.extend(age);
    Person::at_a_terminal(world, &arguments)
}

#[rstest]
#[case::an_age("5 dagen", "0")]
#[case::none("Geen", "none")]
#[case::not_known("", "null")]
fn of_an_adult_is_asked_whether_there_are_children(#[case] typed: &str, #[case] kept: &str) {
    let world = World::new().lang("nl").as_("kraamzorg-de-wieg");
    let mut person = asked(&world, &["--age=31"]);
    person
        .reads("Jongste kind in huis?")
        .types(typed)
        .types(ENTER);
    person
        .reads("Wat heb je gezien")
        .types("Ze huilt.")
        .types(ENTER);
    assert_eq!(person.ends().0, 0);
    let id = world.signals()[0]["id"].as_str().unwrap().to_owned();
    let shown = world.run(["show", &id, "--format=json"]).json();
    let youngest = shown["youngest"].as_str().unwrap_or("null");
    assert_eq!(youngest, kept, "{shown}");
}

#[test]
fn what_is_no_age_is_asked_again() {
    let world = World::new().as_("kraamzorg-de-wieg");
    let mut person = asked(&world, &["--age=16"]);
    person.reads("Youngest child in the home?");
    person.types("two of them").types(ENTER).reads("or: none.");
    person
        .erases()
        .types("none")
        .types(ENTER)
        .reads("What did you");
}

#[rstest]
#[case::a_child(&["--age=15y11m"])]
#[case::one_that_was_told_of(&["--age=31", "--youngest=8m"])]
fn nobody_else_is_asked(#[case] age: &[&str]) {
    let world = World::new().as_("kraamzorg-de-wieg");
    let mut person = asked(&world, age);
    person
        .reads("What did you")
        .types("She cries.")
        .types(ENTER);
    let (code, seen) = person.ends();
    assert!(code == 0 && !seen.contains("Youngest child"), "{seen}");
}
