//! Words that may not be stored are refused, and never repeated.

use super::*;

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
