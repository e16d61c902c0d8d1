//! What goes wrong on the way in: it is said, in words, with the right exit code, and nothing is
//! recorded.

mod repetition;
mod words;

use crate::common::{Run, World};
use rstest::rstest;

fn kraamhulp() -> World {
    World::new().as_("kraamzorg-de-wieg")
}

/// A report of `seen` from standard input.
fn report_of(world: &World, seen: &[u8]) -> Run {
    world.run_with_input(
        seen,
        [
            "report",
            "--topic=parenting",
            "--age=1",
            "--area=3004",
            "--discussed",
            "--seen=-",
        ],
    )
}

#[rstest]
#[case::a_slip_in_a_topic(
    "--topic=parentign",
    "Parenting and growing up (parenting)",
    " · Debts · "
)]
#[case::a_word_of_a_dutch_name(
    "--topic=opvoedne",
    "Parenting and growing up (parenting)",
    " · Debts · "
)]
#[case::a_slip_in_an_area(
    "--area=watredam",
    "Waterdam (waterdam)",
    "Regio Rijnmeer · Veenbroek · "
)]
#[case::a_slip_in_an_organisation("--as=jgz-watredam", "jgz-waterdam", "ggz-rijnmeer")]
#[case::a_part_of_a_name("--as=kraamzorg", "kraamzorg-de-wieg", "ggz-rijnmeer")]
fn what_the_map_does_not_know_is_met_with_the_nearest_and_the_list(
    #[case] typed: &str,
    #[case] nearest: &str,
    #[case] also: &str,
) {
    let world = World::new();
    let (option, _) = typed.split_once('=').unwrap();
    let rest = ["--topic=parenting", "--area=3004", "--as=jgz-waterdam"]
        .into_iter()
        .filter(|one| !one.starts_with(option));
    let run = world.run(
        ["report", "--discussed", "--seen=x", typed]
            .into_iter()
            .chain(rest),
    );
    run.exit(2)
        .no_answer()
        .told(&format!("hint: Did you mean {nearest}?"))
        .told("hint: Choose from: ")
        .told(also);
    world.holds_nothing();
}

#[test]
fn a_word_that_is_near_to_nothing_gets_the_list_only() {
    let run = kraamhulp().run(["report", "--topic=bicycles", "--discussed", "--seen=x"]);
    run.exit(2)
        .told("hint: Choose from: Absence from school · ");
    assert!(!run.err.contains("Did you mean"), "{run}");
}

#[rstest]
#[case::an_email_address("mail moeder@voorbeeld.nl", "an e-mail address")]
#[case::a_phone_number("bel 06 12345678", "a telephone number")]
#[case::a_birth_date("geboren op 18-11-2026", "a date")]
fn what_a_signal_does_not_need_gets_a_warning_and_is_recorded(
    #[case] seen: &str,
    #[case] what: &str,
) {
    let world = kraamhulp();
    report_of(&world, seen.as_bytes())
        .exit(0)
        .told(&format!("warning: Your text seems to hold {what}."));
    assert_eq!(world.signals().len(), 1);
}

#[rstest]
#[case::an_age(&["report", "--age=old", "--topic=parenting", "--discussed", "--seen=x"], "An age is a number of years")]
#[case::a_youngest_child(&["report", "--youngest=two", "--topic=parenting", "--discussed", "--seen=x"], "The youngest child in the home is an age")]
#[case::a_later_day(&["report", "--before=2026-11-23", "--topic=parenting", "--discussed", "--seen=x"], "A day after today")]
#[case::a_later_day_of_four_digits(&["report", "--before=27-11-26", "--topic=parenting", "--discussed", "--seen=x"], "A day after today")]
#[case::a_day_later_than_the_question(&["route", "--at=2026-12-01", "--before=2026-11-27", "--topic=parenting"], "A day after today")]
#[case::agreeing_with_the_unknown(&["report", "--not-discussed=x", "--consent=yes", "--topic=parenting", "--seen=x"], "Whether the family agrees goes with --discussed alone.")]
#[case::a_reason_alone(&["report", "--discussed", "--because=x", "--topic=parenting", "--seen=x"], "This goes with --consent no alone.")]
#[case::a_needless_reason(&["report", "--discussed", "--consent=yes", "--because=x", "--topic=parenting", "--seen=x"], "This goes with --consent no alone.")]
#[case::an_id(&["report", "--id=K7M4", "--topic=parenting", "--discussed", "--seen=x"], "A signal's number is like K7M4-Q2X8")]
#[case::a_day(&["list", "--since=yesterday"], "A day is like 2026-11-23")]
#[case::a_moment(&["route", "--topic=parenting", "--at=tomorrow"], "A moment is like 2026-11-28T22:00")]
#[case::a_format(&["list", "--format=xml"], "Choose from: table, json, jsonl, csv.")]
#[case::a_state(&["list", "--state=open"], "Choose from: offered, taken-on (accepted), answered, closed, withdrawn.")]
#[case::a_setting(&["config", "set", "colour", "never"], "Choose from: routes, register, cache, as, person, contact, lang, format, color.")]
#[case::a_language(&["config", "set", "lang", "de"], "Choose from: nl, en.")]
#[case::a_format_to_keep(&["config", "set", "format", "xml"], "Choose from: table, json, jsonl, csv.")]
#[case::a_colour(&["config", "set", "color", "pink"], "Choose from: auto, never, always.")]
#[case::a_command(&["reprot"], "Did you mean report?")]
#[case::an_option(&["list", "--onwer=x"], "Did you mean --owner?")]
fn a_value_that_cannot_be_read_is_met_with_what_would_do(
    #[case] typed: &[&str],
    #[case] hint: &str,
) {
    let world = kraamhulp();
    world
        .run(typed)
        .exit(2)
        .no_answer()
        .told("error: ")
        .told(&format!("hint: {hint}"));
    world.holds_nothing();
}

#[test]
fn in_a_script_everything_that_is_missing_is_named_at_once() {
    World::new()
        .run(["report"])
        .exit(2)
        .told("Something is missing: --as, --topic, --seen, --discussed or --not-discussed.");
    let dutch = World::new().lang("nl").as_("jgz-waterdam");
    dutch
        .run(["terugkoppelen", "K7M4"])
        .exit(2)
        .told("Er ontbreekt iets: --uitkomst, --zonder-inhoud of WOORDEN.");
    dutch
        .run(["vraag", "K7M4"])
        .exit(2)
        .told("Er ontbreekt iets: VRAAG.");
}

#[test]
fn a_number_too_short_or_too_common_finds_no_signal() {
    let world = kraamhulp().reported();
    world
        .run([
            "report",
            "--topic=parenting",
            "--discussed",
            "--seen=y",
            "--id=K7M4-AAAA",
        ])
        .exit(0);
    world
        .run(["show", "K7M4"])
        .exit(5)
        .told("Several signals begin with K7M4")
        .told("K7M4-AAAA, K7M4-Q2X8");
    world
        .run(["show", "K7M"])
        .exit(5)
        .told("There is no signal \"K7M\".");
    world
        .run(["show", "k7m4-q"])
        .exit(0)
        .said("Signal K7M4-Q2X8");
    world.run(["show", "K7M4-Q2X9"]).exit(5);
    world
        .run(["withdraw", "K7M4", "sent twice"])
        .exit(5)
        .told("Several signals");
}

#[test]
fn an_organisation_that_may_not_hears_who_may() {
    let world = World::new().reported();
    let refused = world.run_as("welzijn-oost", ["accept", "K7M4"]);
    refused
        .exit(3)
        .no_answer()
        .told("You have no part in signal K7M4-Q2X8")
        .told("because: This is for the owner.")
        .never_shows("JGZ");
    world
        .run_as("welzijn-oost", ["show", "K7M4"])
        .exit(3)
        .no_answer()
        .told("It is read by its sender, its owner")
        .never_shows("Kraamzorg De Wieg");
    world
        .run_as("jgz-waterdam", ["withdraw", "K7M4", "not ours"])
        .exit(3)
        .told("This is for the sender: Kraamzorg De Wieg.");
    world
        .run_as("jgz-waterdam", ["assign", "K7M4", "--to=cjg-waterdam", "x"])
        .exit(3)
        .told("This is for the coordinator: Gemeente Waterdam");
    assert_eq!(world.signals()[0]["state"], "offered");
}

#[test]
fn two_texts_are_not_read_from_one_standard_input() {
    let world = World::new().as_("kraamzorg-de-wieg");
    let report = [
        "report",
        "--topic=parenting",
        "--discussed",
        "--seen=-",
        "--goes-well=-",
    ];
    world
        .run_with_input(b"Mother cries", report)
        .exit(2)
        .told("Only one text");
    world.holds_nothing();
}

#[test]
fn a_list_of_a_register_that_is_not_there_says_so() {
    World::new()
        .run_as("gemeente-waterdam", ["list"])
        .exit(0)
        .told("There is no register at ")
        .told("register.db yet.");
}

#[test]
fn a_stranger_hears_that_it_is_not_hers_before_anything_else() {
    let world = World::new().reported();
    let decline = [
        "decline",
        "K7M4",
        "--reason=other-topic",
        "--to=basisschool-de-sluis",
    ];
    world
        .run_as("taalhuis-waterdam", decline)
        .exit(3)
        .told("You have no part in signal");
    world
        .run_as("jgz-waterdam", decline)
        .exit(3)
        .told("has agreed to own nothing");
}

#[rstest]
#[case(
    "en",
    "hint: There are 70 to choose from; seinhuis map show names them all."
)]
#[case("nl", "tip: Er zijn er 70; seinhuis kaart toon noemt ze allemaal.")]
fn more_codes_than_a_screen_holds_are_counted_and_not_listed(
    #[case] language: &str,
    #[case] hint: &str,
) {
    let map = std::fs::read_to_string("routes.yaml").unwrap();
    // The 36 of the map, and 34 more.
    let more: String = (0..34)
        .map(|n| format!("  volunteers-{n}: {{name: Volunteers {n}, kind: volunteer}}\n"))
        .collect();
    let map = map.replace("organisations:\n", &format!("organisations:\n{more}"));
    let world = World::new()
        .with("SEINHUIS_LANG", language)
        .file("routes.yaml", map);
    world
        .run(["route", "--as=jgzz", "--topic=parenting"])
        .exit(2)
        .told(hint)
        .never_shows("volunteers-1");
}

#[test]
fn a_value_that_may_be_repeated_is_asked_for_like_any_other() {
    World::new()
        .run(["reroute"])
        .exit(2)
        .told("error: Something is missing: <SIGNAL>.\n");
}
