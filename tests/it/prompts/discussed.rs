//! Whether it was discussed: a choice that begins at no.

use super::*;

/// A report of which only is asked whether it was discussed.
const BUT_FOR_DISCUSSED: [&str; 6] = [
    "report",
    "--topic=parenting",
    "--age=1",
    "--area=3004",
    "--urgency=normal",
    "--seen=Mother cries",
];

#[rstest]
#[case::dutch("nl", "Heb je dit", ["ja, met moeder", "nee, nog niet", "?"], ["Niets gevonden", "ja"])]
#[case::english("en", "Did you discuss", ["yes, with the mother", "no, not yet", "?"], ["Nothing found", "yes"])]
fn whether_it_was_discussed_is_never_guessed_from_a_sentence(
    #[case] language: &str,
    #[case] question: &str,
    #[case] sentences: [&str; 3],
    #[case] says: [&str; 2],
) {
    let world = World::new().as_("kraamzorg-de-wieg").lang(language);
    let mut person = Person::at_a_terminal(&world, &BUT_FOR_DISCUSSED);
    person.reads(question);
    for sentence in sentences {
        person.types(sentence).types(ENTER).reads(says[0]);
        // All choices are there again.
        person.reads(question);
        world.holds_nothing();
    }
    person.types(says[1]).types(ENTER);
    assert_eq!(person.ends().0, 0);
    let id = world.signals()[0]["id"].as_str().unwrap().to_owned();
    let told = world.run(["show", &id, "--format=json"]).json();
    assert_eq!(
        (&told["discussed"], &told["consent"]),
        (&true.into(), &"yes".into()),
        "{told}"
    );
}

#[test]
fn who_only_presses_enter_does_not_say_that_it_was_discussed() {
    let world = World::new().as_("kraamzorg-de-wieg");
    let mut person = Person::at_a_terminal(&world, &BUT_FOR_DISCUSSED);
    person.reads("Did you discuss").types(ENTER);
    person.reads("Why not, in a few words?").types(ENTER);
    // An empty line leads back to the choice.
    person.reads("Did you discuss").types("no").types(ENTER);
    person
        .reads("Why not, in a few words?")
        .types("bsn 111222333")
        .types(ENTER)
        .reads("It holds a BSN.");
    person.erases().types("yes").types(ENTER).reads("recorded.");
    assert_eq!(person.ends().0, 0);
    let id = world.signals()[0]["id"].as_str().unwrap().to_owned();
    world.run(["show", &id]).said("Not discussed, because: yes");
}

#[test]
fn who_does_not_agree_is_reported_with_a_reason() {
    let world = World::new().as_("kraamzorg-de-wieg").lang("nl");
    let mut person = Person::at_a_terminal(&world, &BUT_FOR_DISCUSSED);
    person
        .reads("Heb je dit")
        .types("niet mee eens")
        .types(ENTER);
    person.reads("Waarom meld je het toch").types(ENTER);
    // An empty line leads back to the choice.
    person
        .reads("Heb je dit")
        .types("niet mee eens")
        .types(ENTER);
    person
        .reads("Waarom meld je het toch")
        .types("Voor de baby.")
        .types(ENTER)
        .reads("is vastgelegd.");
    assert_eq!(person.ends().0, 0);
    let id = world.signals()[0]["id"].as_str().unwrap().to_owned();
    world
        .run(["show", &id])
        .said("ja, maar ze zijn het er niet mee eens")
        .said("Toch gemeld, omdat: Voor de baby.");
}

#[rstest]
#[case::without_the_comma("ja maar", "Waarom meld je het toch")]
#[case::in_capitals("NEE", "Waarom niet")]
fn a_choice_is_found_without_its_marks(#[case] typed: &str, #[case] next: &str) {
    let world = World::new().as_("kraamzorg-de-wieg").lang("nl");
    let mut person = Person::at_a_terminal(&world, &BUT_FOR_DISCUSSED);
    person.reads("Heb je dit").types(typed).types(ENTER);
    person.reads(next).types("Voor de baby.").types(ENTER);
    person.reads("is vastgelegd.");
    assert_eq!(person.ends().0, 0);
}
