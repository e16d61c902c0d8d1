//! What goes wrong on the way in: it is said, in words, with the right exit code, and nothing is
//! recorded.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails says so by panicking"
)]

mod common;

use common::{REPORT, Run, World};
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
#[case::a_slip_in_a_topic("--topic=parentign", "parenting", "finances/debts")]
#[case::a_word_of_a_dutch_name("--topic=opvoedne", "parenting", "finances/debts")]
#[case::a_slip_in_an_area("--area=watredam", "waterdam", "veenbroek")]
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
    run.exit(2).told("hint: Choose from: daily-living");
    assert!(!run.err.contains("Did you mean"), "{run}");
}

#[test]
fn a_postcode_outside_the_map_may_be_left_out() {
    let run = kraamhulp().run([
        "report",
        "--topic=parenting",
        "--area=9999",
        "--discussed",
        "--seen=x",
    ]);
    run.exit(2)
        .told("Postcode 9999 lies in no area of the map.")
        .told("Leave the place out");
}

#[rstest]
#[case::a_bsn("geheim bsn 111222333".as_bytes(), "words-bsn")]
#[case::an_escape("geheim\u{1b}[2J".as_bytes(), "words-control-character")]
#[case::an_eight_bit_escape("geheim\u{9b}31m".as_bytes(), "words-control-character")]
#[case::a_bell("geheim\u{7}x".as_bytes(), "words-control-character")]
#[case::nul("geheim\0x".as_bytes(), "words-control-character")]
#[case::a_bidi_override("geheim\u{202e}x".as_bytes(), "words-hidden-character")]
#[case::a_zero_width_space("geheim\u{200b}x".as_bytes(), "words-hidden-character")]
#[case::a_pile_of_accents("geheim e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}".repeat(60).leak().as_bytes(), "words-combining-marks")]
#[case::nothing("  \n ".as_bytes(), "words-empty")]
#[case::more_than_is_read("geheim ".repeat(20_000).leak().as_bytes(), "words-too-long")]
#[case::more_than_is_read_after_white_space(format!("{}\ngeheim", " ".repeat(70_000)).leak().as_bytes(), "words-too-long")]
#[case::a_character_across_the_end_of_what_is_read(format!("geheim {}", "é".repeat(40_000)).leak().as_bytes(), "words-too-long")]
#[case::more_than_four_thousand_characters("geheim ".repeat(600).leak().as_bytes(), "words-too-long")]
fn words_that_may_not_be_stored_are_refused_and_never_repeated(
    #[case] seen: &[u8],
    #[case] kind: &str,
) {
    for world in [kraamhulp(), kraamhulp().lang("nl")] {
        report_of(&world, seen)
            .exit(2)
            .no_answer()
            .never_shows("geheim")
            .never_shows("111222333")
            .never_shows("\u{1b}");
        let object = report_of(&world.with("SEINHUIS_FORMAT", "json"), seen)
            .exit(2)
            .no_answer()
            .never_shows("geheim")
            .error_json();
        assert_eq!(object["kind"], kind);
    }
    let world = kraamhulp();
    report_of(&world, seen);
    world.holds_nothing();
}

#[test]
fn every_text_of_a_report_is_held_to_the_same_rules() {
    let world = kraamhulp();
    for option in [
        "--seen",
        "--goes-well",
        "--helpers",
        "--own-words",
        "--not-discussed",
        "--contact",
        "--reference",
    ] {
        let rest: &[&str] = match option {
            "--seen" => &["--discussed"],
            "--not-discussed" => &["--seen=x"],
            _ => &["--seen=x", "--discussed"],
        };
        let run = world.run(
            [
                &["report", "--topic=parenting", option, "bsn 111222333"],
                rest,
            ]
            .concat(),
        );
        run.exit(2)
            .told(&format!("The text behind {option} cannot be recorded"))
            .never_shows("111222333");
    }
    world.holds_nothing();
}

#[test]
fn text_that_is_no_text_is_refused() {
    let world = kraamhulp();
    report_of(&world, &[0xC3, 0x28])
        .exit(1)
        .told("Your input could not be read.")
        .told("It is not text (UTF-8 or UTF-16).");
    world.holds_nothing();
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
#[case::an_id(&["report", "--id=K7M4", "--topic=parenting", "--discussed", "--seen=x"], "A signal's number is like K7M4-Q2X8")]
#[case::a_day(&["list", "--since=yesterday"], "A day is like 2026-11-23")]
#[case::a_moment(&["route", "--topic=parenting", "--at=tomorrow"], "A moment is like 2026-11-28T22:00")]
#[case::a_format(&["list", "--format=xml"], "Choose from: table, json, jsonl, csv.")]
#[case::a_state(&["list", "--state=open"], "Choose from: offered, accepted, answered, closed, withdrawn.")]
#[case::a_setting(&["config", "set", "colour", "never"], "Choose from: routes, register, cache, as, contact, lang, format, color.")]
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
        .told("Er ontbreekt iets: --outcome, --status-only of WOORDEN.");
    dutch
        .run(["vraag", "K7M4"])
        .exit(2)
        .told("Er ontbreekt iets: VRAAG.");
}

#[rstest]
#[case::words_without_quotes(&["ask", "K7M4", "Is", "geheim", "thuis"])]
#[case::words_for_a_code(&["decline", "K7M4", "--reason", "geheim en meer"])]
#[case::words_for_a_command(&["geheim en meer"])]
#[case::words_behind_two_hyphens(&["reply", "K7M4", "--dat is geheim"])]
fn words_in_the_wrong_place_are_not_repeated_either(#[case] typed: &[&str]) {
    World::new()
        .as_("jgz-waterdam")
        .run(typed)
        .exit(2)
        .never_shows("geheim");
}

#[test]
fn the_same_report_with_the_same_number_is_recorded_once_and_answered_alike() {
    let world = kraamhulp();
    let first = world.run(REPORT);
    first
        .exit(0)
        .said("Signal K7M4-Q2X8 recorded.")
        .said("JGZ Waterdam");
    let later = kraamhulp_later(&world);
    later
        .exit(0)
        .said("Signal K7M4-Q2X8 had been recorded before.")
        .no_talk();
    let without_heading = |run: &Run| run.out.split_once('\n').map(|(_, rest)| rest.to_owned());
    assert_eq!(without_heading(&first), without_heading(&later));
    assert_eq!(world.signals().len(), 1);
}

/// The same report, two days later, in the same folder.
fn kraamhulp_later(world: &World) -> Run {
    Run::of(
        world
            .command(common::PROGRAM, REPORT)
            .env("SEINHUIS_NOW", "2026-11-25T09:00:00+01:00"),
        b"",
    )
}

#[test]
fn a_number_that_is_taken_by_another_signal_is_refused() {
    let world = kraamhulp().reported();
    let run = world.run([
        "report",
        "--topic=parenting",
        "--discussed",
        "--seen=something else",
        "--id=K7M4-Q2X8",
    ]);
    run.exit(3)
        .no_answer()
        .told("The number K7M4-Q2X8 already belongs to another signal");
    assert_eq!(world.signals().len(), 1);
}

#[test]
fn the_same_reference_is_recorded_once_and_other_content_is_not_lost_in_silence() {
    let world = kraamhulp();
    let report = |seen| {
        [
            "report",
            "--topic=parenting",
            "--age=1",
            "--area=3004",
            "--discussed",
            "--reference=ZD-1",
            "--format=json",
            "--seen",
            seen,
        ]
    };
    let first = world.run(report("Mother cries")).exit(0).json();
    let again = world.run(report("Mother cries"));
    again.exit(0).no_talk();
    assert_eq!(
        (&again.json()["id"], &again.json()["already_recorded"]),
        (&first["id"], &serde_json::json!(true))
    );
    let other = world.run(report("Father cries"));
    other
        .exit(0)
        .told("What you wrote now is not recorded.")
        .never_shows("Father");
    assert_eq!(world.signals().len(), 1);
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
        .told("because: This is for the owner: JGZ Waterdam.");
    world
        .run_as("welzijn-oost", ["show", "K7M4"])
        .exit(3)
        .no_answer()
        .told("It is read by: ")
        .told("Kraamzorg De Wieg");
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
        .run(["list"])
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
    "hint: There are 61 to choose from; seinhuis map show names them all."
)]
#[case("nl", "tip: Er zijn er 61; seinhuis kaart toon noemt ze allemaal.")]
fn more_codes_than_a_screen_holds_are_counted_and_not_listed(
    #[case] language: &str,
    #[case] hint: &str,
) {
    let map = std::fs::read_to_string("routes.yaml").unwrap();
    // The 27 of the map, and 34 more.
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
