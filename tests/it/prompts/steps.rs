//! Questions about a step that follows on a report.

use super::editor::with_an_editor;
use super::*;

#[test]
fn feedback_asks_for_the_outcome_the_way_and_the_words() {
    for (language, questions, answer) in [
        (
            "nl",
            [
                "Wat is ervan geworden?",
                "Hoe vertel je het de melder?",
                "Wat mag de melder weten",
            ],
            "heeft Kraamzorg De Wieg verteld",
        ),
        (
            "en",
            [
                "What became of it?",
                "How do you tell the sender?",
                "What may the sender know",
            ],
            "has told Kraamzorg De Wieg",
        ),
    ] {
        let world = World::new().lang(language).reported().as_("jgz-waterdam");
        let mut person = Person::at_a_terminal(&world, &["feedback", "K7M4"]);
        person
            .reads(questions[0])
            .types(DOWN)
            .types(DOWN)
            .types(ENTER);
        person.reads(questions[1]).types(ENTER);
        person
            .reads(questions[2])
            .types("She has an appointment on Thursday")
            .types(ENTER)
            .reads(answer);
        assert_eq!(person.ends().0, 0);
        let told = world.run(["show", "K7M4", "--format=json"]).json();
        let last = told["events"].as_array().unwrap().last().unwrap().clone();
        assert_eq!(
            (&last["outcome"], &last["channel"], &last["words"]["said"]),
            (
                &"help-started".into(),
                &"phone".into(),
                &"She has an appointment on Thursday".into()
            )
        );
    }
}

#[rstest]
#[case::a_name("hulp is gestart", "per brief")]
#[case::a_code("help-started", "letter")]
#[case::a_name_of_the_other_screen("help has started", "by letter")]
fn a_choice_is_found_by_its_code_and_by_its_name(#[case] outcome: &str, #[case] channel: &str) {
    let world = World::new().lang("nl").reported().as_("jgz-waterdam");
    let mut person = Person::at_a_terminal(&world, &["terugkoppelen", "K7M4", "Done"]);
    person
        .reads("Wat is ervan geworden?")
        .types(outcome)
        .types(ENTER);
    person
        .reads("Hoe vertel je het")
        .types(channel)
        .types(ENTER);
    person.reads("heeft Kraamzorg De Wieg verteld");
    assert_eq!(person.ends().0, 0);
    let told = world.run(["show", "K7M4", "--format=json"]).json();
    let last = told["events"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&last["outcome"], &last["channel"]),
        (&"help-started".into(), &"letter".into())
    );
}

#[test]
fn how_soon_is_found_by_its_code_too() {
    let world = World::new().lang("nl").as_("kraamzorg-de-wieg");
    let report = REPORT.into_iter();
    let report: Vec<&str> = report.filter(|word| *word != "--discussed").collect();
    let mut person = Person::at_a_terminal(&world, &report);
    person
        .reads("Hoe snel moet er")
        .types("urgent")
        .types(ENTER);
    person.reads("Heb je dit met").types("ja").types(ENTER);
    person.reads("is vastgelegd.");
    assert_eq!(person.ends().0, 0);
    assert_eq!(world.signals()[0]["urgency"], "urgent");
}

#[test]
fn nobody_is_asked_about_a_signal_that_is_not_there_or_not_theirs() {
    let world = World::new().as_("jgz-waterdam");
    let (code, seen) = Person::at_a_terminal(&world, &["feedback", "K7M4"]).ends();
    assert!(code == 5 && seen.contains("There is no signal"), "{seen}");
    let world = world.reported().as_("welzijn-oost");
    let (code, seen) = Person::at_a_terminal(&world, &["feedback", "K7M4"]).ends();
    assert!(
        code == 3 && seen.contains("This is for the owner."),
        "{seen}"
    );
}

#[rstest]
#[case::ask(&["ask"], "This is for the owner.")]
#[case::reply(&["reply"], "This is for the sender.")]
#[case::reject(&["reject"], "This is for who says whether the answer is right.")]
#[case::reopen(&["reopen"], "This is for the sender.")]
#[case::withdraw(&["withdraw"], "This is for the sender.")]
#[case::assign(&["assign", "--to=cjg-waterdam"], "This is for the coordinator.")]
#[case::reroute(&["reroute"], "This is for the coordinator.")]
#[case::feedback(&["feedback", "--outcome=partly"], "This is for the owner.")]
fn no_words_are_asked_for_a_step_that_would_be_refused(
    #[case] step: &[&str],
    #[case] why: &str,
    #[values(false, true)] edit: bool,
) {
    let world = with_an_editor(
        World::new().reported().as_("welzijn-oost"),
        &["echo x > $1"],
    );
    let arguments = [step, &["K7M4"], if edit { &["--edit"] } else { &[] }].concat();
    let (code, seen) = Person::at_a_terminal(&world, &arguments).ends();
    assert!(code == 3 && seen.contains(why), "{seen}");
    assert!(
        !seen.contains("Esc stops") && !world.path("turn.txt").exists(),
        "{seen}"
    );
}

#[test]
fn no_words_are_asked_where_a_signal_does_not_stand_or_for_whom_it_is_not() {
    let world = World::new().reported();
    for (organisation, arguments, why, ends) in [
        ("kraamzorg-de-wieg", &["reject", "K7M4"][..], "offered", 3),
        (
            "kraamzorg-de-wieg",
            &["reply", "K7M4", "--question=7"],
            "7",
            3,
        ),
        (
            "jgz-waterdam",
            &["ask", "K7M4", "--of=welzijn-oost"],
            "Welzijn Oost",
            3,
        ),
        (
            "gemeente-waterdam",
            &["assign", "K7M4", "--to=jgz-waterdam"],
            "JGZ Waterdam",
            3,
        ),
        (
            "gemeente-waterdam",
            &["assign", "K7M4", "--to=kraamzorg-de-wieg"],
            "Kraamzorg De Wieg",
            3,
        ),
        (
            "gemeente-waterdam",
            &["reroute", "K7M4"],
            "stays with JGZ Waterdam",
            0,
        ),
    ] {
        let command = [&["--as", organisation], arguments].concat();
        let (code, seen) = Person::at_a_terminal(&world, &command).ends();
        assert!(
            code == ends && seen.contains(why) && !seen.contains("Esc stops"),
            "{arguments:?}\n{seen}"
        );
    }
}

/// A signal of which the sender, a landlord, may only hear that something was done.
fn of_a_landlord(world: World) -> World {
    let report = [
        "report",
        "--topic=finances/arrears",
        "--age=40",
        "--area=3004",
        "--discussed",
        "--seen=x",
        "--id=K7M4-Q2X8",
    ];
    world.run_as("woningcorporatie-havenrand", report).exit(0);
    world.as_("schuldhulp-waterdam")
}

#[test]
fn who_may_only_say_that_something_is_done_is_not_asked_what() {
    for (language, questions, told) in [
        (
            "nl",
            ["Wat is ervan geworden?", "Hoe vertel je het de melder?"],
            "mag alleen horen dát er iets is gedaan, niet wat.",
        ),
        (
            "en",
            ["What became of it?", "How do you tell the sender?"],
            "may only hear that something is done, not what.",
        ),
    ] {
        let world = of_a_landlord(World::new().lang(language));
        let mut person = Person::at_a_terminal(&world, &["feedback", "K7M4"]);
        person
            .reads(told)
            .reads(questions[0])
            .types(ENTER)
            .reads(questions[1])
            .types(ENTER)
            .reads("Schuldhulp Waterdam");
        assert_eq!(person.ends().0, 0);
        let last = world.run(["show", "K7M4", "--format=json"]).json()["events"]
            .as_array()
            .unwrap()
            .last()
            .unwrap()
            .clone();
        assert_eq!(last["level"], "status-only");
    }
}

#[test]
fn who_may_only_say_that_something_is_done_hears_it_before_the_editor_opens() {
    let world = with_an_editor(of_a_landlord(World::new()), &["echo x > $1"]);
    for words in ["--edit", "She has an appointment"] {
        let (code, seen) = Person::at_a_terminal(&world, &["feedback", "K7M4", words]).ends();
        assert!(
            code == 3 && seen.contains("hint: Leave the words out and give --status-only."),
            "{seen}"
        );
        assert!(
            !seen.contains("Esc stops") && !world.path("turn.txt").exists(),
            "{seen}"
        );
    }
}

#[test]
fn words_that_are_missing_are_asked_for_other_steps_too() {
    let world = World::new().reported().as_("jgz-waterdam");
    let mut person = Person::at_a_terminal(&world, &["ask", "K7M4"]);
    person
        .reads("What do you want to know?")
        .types("At home?")
        .types(ENTER)
        .reads("has put a question");
    assert_eq!(person.ends().0, 0);
}
