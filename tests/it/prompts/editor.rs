//! Words written in an editor.

use super::*;

/// An editor that does one of these steps each time it is opened; `$1` is the file. What it found
/// is kept in `found.txt`.
pub fn with_an_editor(world: World, steps: &[&str]) -> World {
    let cases: String = steps
        .iter()
        .enumerate()
        .map(|(at, step)| format!("{at}) {step};;\n"))
        .collect();
    let script = format!(
        "turn=$(cat turn.txt || echo 0)\necho $((turn + 1)) > turn.txt\ncat $1 >> found.txt\ncase $turn in\n{cases}esac\n"
    );
    world
        .file("editor.sh", script)
        .with("EDITOR", "sh editor.sh")
}

pub const EDITED: [&str; 7] = [
    "report",
    "--topic=parenting",
    "--age=1",
    "--area=3004",
    "--discussed",
    "--edit",
    "--urgency=normal",
];

#[test]
fn what_is_refused_is_opened_again_in_the_editor_with_the_reason() {
    let steps = [
        "echo Mother cries, bsn 111222333 > $1",
        "echo Mother cries > $1",
    ];
    let world = with_an_editor(World::new().as_("kraamzorg-de-wieg"), &steps);
    let mut person = Person::at_a_terminal(&world, &EDITED);
    person
        .reads("The editor is open.")
        .reads("It holds a BSN. Leave the BSN out")
        .reads("Enter opens your text again")
        .types(ENTER);
    person.reads("recorded.");
    assert_eq!(person.ends().0, 0);
    assert_eq!(
        std::fs::read_to_string(world.path("found.txt")).unwrap(),
        "Mother cries, bsn 111222333\n"
    );
    let id = world.signals()[0]["id"].as_str().unwrap().to_owned();
    world.run(["show", &id]).said("Mother cries");
}

#[rstest]
#[case::at_once(&[":"], false)]
#[case::after_a_reason(&["echo bsn 111222333 > $1", ":"], true)]
#[case::with_nothing_left(&["echo bsn 111222333 > $1", "echo > $1"], true)]
fn a_text_that_is_left_empty_or_as_it_was_records_nothing(
    #[case] steps: &[&str],
    #[case] told: bool,
) {
    let world = with_an_editor(World::new().as_("kraamzorg-de-wieg"), steps);
    let mut person = Person::at_a_terminal(&world, &EDITED);
    if told {
        person.reads("Enter opens your text again").types(ENTER);
    }
    person.reads("error: Stopped; nothing was recorded.");
    assert_eq!(person.ends().0, 1);
    world.holds_nothing();
}

#[test]
fn in_a_script_what_the_editor_leaves_is_refused_at_once() {
    let world = with_an_editor(
        World::new().as_("kraamzorg-de-wieg"),
        &["echo bsn 111222333 > $1"],
    );
    world
        .run(EDITED)
        .exit(2)
        .no_answer()
        .told("It holds a BSN.")
        .never_shows("111222333");
    world.holds_nothing();
}
