//! Words, numbers, files and arguments that mean ill: answered in words, nothing recorded, nothing
//! steered, nothing repeated of a family.

use crate::common::{Run, World};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use rstest::rstest;
use seinhuis::domain::words::is_hidden;

const HEADINGS: &str = "topics,seen,discussed\n";

/// No terminal is steered by it, and it is not more than a few screens.
#[track_caller]
fn is_an_answer(run: &Run) {
    for text in [&run.out, &run.err] {
        assert!(
            !text
                .chars()
                .any(|c| (c.is_control() && c != '\n') || is_hidden(c)),
            "{run:?}"
        );
        assert!(text.len() < 16 * 1024, "{} bytes", text.len());
        assert!(!text.contains("panicked"), "{run}");
    }
}

fn table(row: &[u8]) -> Vec<u8> {
    [HEADINGS.as_bytes(), row].concat()
}

fn line(more: &str) -> Vec<u8> {
    format!("{{\"topics\":[\"parenting\"],\"seen\":\"geheim\",\"discussed\":true{more}}}\n")
        .into_bytes()
}

#[rstest]
#[case::an_escape(table(b"parenting,geheim\x1b[2J,yes\n"))]
#[case::a_title(table(b"parenting,geheim\x1b]0;t\x07,yes\n"))]
#[case::an_escape_for_a_topic(table(b"\x1b[2J,geheim,yes\n"))]
#[case::nul(table(b"parenting,gehe\0im,yes\n"))]
#[case::no_utf_8(table(b"parenting,geheim\xff,yes\n"))]
#[case::a_bidi_override(table("parenting,geheim\u{202e},yes\n".as_bytes()))]
#[case::a_mark_in_the_middle(table("\u{feff}parenting,geheim,yes\n".as_bytes()))]
#[case::a_pile_of_accents(table(format!("parenting,geheim{},yes\n", "\u{301}".repeat(3_000)).as_bytes()))]
#[case::a_carriage_return(b"topics,seen,discussed\rparenting,geheim\r\x1b[2J,yes\r".to_vec())]
#[case::a_field_of_a_megabyte(table(&[b"parenting,geheim".to_vec(), vec![b'x'; 1 << 20], b",yes\n".to_vec()].concat()))]
#[case::a_quote_without_an_end(table(&[b"parenting,\"geheim".to_vec(), b"x\n".repeat(3 << 20)].concat()))]
#[case::ten_thousand_fields(table(&b"geheim,".repeat(10_000)))]
#[case::ten_thousand_columns((0..10_000).map(|n| format!("c{n},")).collect::<String>().into_bytes())]
#[case::columns_that_steer("topics,se\u{1b}[2Jen,disc\u{202e}ussed\n".as_bytes().to_vec())]
#[case::json_too_deep(format!("{{\"seen\":{}\n", "[".repeat(100_000)).into_bytes())]
#[case::json_too_deep_and_closed(format!("{{\"seen\":{}{}}}\n", "[".repeat(100_000), "]".repeat(100_000)).into_bytes())]
#[case::json_too_wide(format!("{{\"seen\":[{}0]}}\n", "0,".repeat(1_000_000)).into_bytes())]
#[case::ten_thousand_keys(format!("{{{}\"seen\":1}}\n", (0..10_000).map(|n| format!("\"k{n}\":1,")).collect::<String>()).into_bytes())]
#[case::a_key_that_steers(line(",\"\\u001b[2J\":1"))]
#[case::equal_keys(line(",\"seen\":\"geheim\""))]
#[case::half_a_character(line(",\"helpers\":\"\\ud800\""))]
#[case::an_escape_in_json(line(",\"helpers\":\"\\u001b]0;t\\u0007\""))]
#[case::a_number_beyond_every_number(line(",\"age\":1e999"))]
#[case::a_negative_zero(line(",\"age\":-0"))]
#[case::a_number_of_a_thousand_digits(line(&format!(",\"age\":{}", "9".repeat(1_000))))]
#[case::a_workbook(b"PK\x03\x04geheim".to_vec())]
fn a_file_of_signals_that_means_ill_is_refused_in_words(#[case] bytes: Vec<u8>) {
    let world = World::new().as_("kraamzorg-de-wieg");
    for form in ["table", "json"] {
        let run = world.run_with_input(&bytes, ["import", "-", "--format", form]);
        run.exit(2).no_answer().never_shows("geheim");
        is_an_answer(&run);
    }
    world.holds_nothing();
}

#[test]
fn a_formula_in_a_signal_is_kept_as_it_is_and_starts_in_no_table() {
    let world = World::new().as_("kraamzorg-de-wieg");
    world
        .run_with_input(&table(b"parenting,=1+1,yes\n"), ["import", "-"])
        .exit(0);
    let id = world.signals()[0]["id"].as_str().unwrap().to_owned();
    let shown = world.run(["show", &id, "--format=json"]).exit(0).json();
    assert!(shown.to_string().contains("\"=1+1\""), "{shown}");
    let exported = world.run_as(
        "kraamzorg-de-wieg",
        ["export", "--format=csv", "--with-words"],
    );
    exported.exit(0).said("'=1+1");
    assert_eq!(
        exported.out.matches("=1+1").count(),
        exported.out.matches("'=1+1").count(),
        "{exported}"
    );
}

#[rstest]
#[case::large(vec![b'#'; 2 << 20], "larger than 1 MiB")]
#[case::nested([b"lang: ".to_vec(), vec![b'['; 100_000]].concat(), "config.yaml:1:")]
#[case::a_title(b"contact: \"\\e]0;t\\a\"\nroute: x\n".to_vec(), "config.yaml:2:1")]
#[case::no_text(b"lang: nl\ncontact: \xff\n".to_vec(), "config.yaml:2:10")]
#[case::an_escape_for_a_colour(b"color: \"\\e[2J\"\n".to_vec(), "Choose from: auto, never, always.")]
fn a_configuration_that_means_ill_is_refused_in_words(#[case] bytes: Vec<u8>, #[case] told: &str) {
    let world = World::new()
        .config("")
        .file("config/seinhuis/config.yaml", bytes);
    let run = world.run_as("gemeente-waterdam", ["list"]);
    run.exit(2).told(told);
    is_an_answer(&run);
}

/// What somebody could type, or a script could hand over.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "\u{1b}[2J",
            "\u{1b}]0;t\u{7}",
            "\u{9b}31m",
            "\u{7f}",
            "\r",
            "\n",
            "\u{85}",
            "\u{202e}",
            "\u{2066}",
            "\u{2028}",
            "\u{200b}",
            "{ $key }",
            "e\u{301}",
            "=1",
            "<b>",
            "\""
        ])
        .prop_map(str::to_owned),
        "\\PC{1,6}",
        any::<String>().prop_map(|text| text.chars().filter(|c| *c != '\0').take(6).collect()),
    ];
    proptest::collection::vec(piece, 1..4).prop_map(|pieces| pieces.concat())
}

/// Where an argument goes, and comes back in an error.
const COMMANDS: [&[&str]; 16] = [
    &["report", "--discussed", "--seen=x", "--topic"],
    &["route", "--topic=parenting", "--area"],
    &["route", "--topic=parenting", "--as"],
    &["route", "--topic=parenting", "--age"],
    &["route", "--topic=parenting", "--urgency"],
    &[
        "report",
        "--discussed",
        "--seen=x",
        "--topic=parenting",
        "--contact",
    ],
    &["show"],
    &["list", "--since"],
    &["list", "--lang"],
    &["list", "--owner"],
    &["map", "check"],
    &["map", "check", "--allow"],
    &["config", "set", "color"],
    &["config", "set"],
    &["list", "--register"],
    &[],
];

#[test]
fn whatever_is_typed_comes_back_without_harm() {
    let world = World::new();
    let mut runner = TestRunner::new(Config {
        cases: 48,
        failure_persistence: None,
        ..Config::default()
    });
    let commands = prop::sample::select(COMMANDS.to_vec());
    let tried = runner.run(&(commands, hostile()), |(command, typed)| {
        let run = world.run(command.iter().copied().chain([typed.as_str()]));
        is_an_answer(&run);
        let run = world.run(
            ["--format=json"]
                .into_iter()
                .chain(command.iter().copied())
                .chain([typed.as_str()]),
        );
        is_an_answer(&run);
        if run.code != 0 {
            assert!(run.error_json()["error"].is_string());
        }
        Ok(())
    });
    tried.unwrap();
}
