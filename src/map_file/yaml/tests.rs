use rstest::rstest;
use serde::Deserialize;

use super::*;

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
struct Note {
    title: Optional<Spanned<String>>,
    lines: Optional<Items<Spanned<String>>>,
    count: Optional<i32>,
    done: Optional<bool>,
    parts: Entries<Note>,
}

fn fault(text: &str) -> Fault {
    read::<Note>(text.as_bytes()).unwrap_err()
}

fn position(line: u32, column: u32) -> Position {
    Position { line, column }
}

#[test]
fn values_and_keys_know_where_they_stand() {
    let note: Note = read(b"title: one\nparts:\n  first: {title: two}\n").unwrap();
    assert_eq!(note.title.as_ref().unwrap().at, position(1, 8));
    let (key, part) = &note.parts.0[0];
    assert_eq!((key.as_str(), key.at), ("first", position(3, 3)));
    assert_eq!(part.title.as_ref().unwrap().at, position(3, 18));
}

#[test]
fn codes_that_look_like_numbers_or_truths_stay_as_they_were_typed() {
    let note: Note = read(b"lines: [0599, 1_000, 0x10, yes, 3000-3009, 1e3]\n").unwrap();
    let lines: Vec<String> = note
        .lines
        .0
        .unwrap()
        .0
        .into_iter()
        .map(|line| line.value)
        .collect();
    assert_eq!(lines, ["0599", "1_000", "0x10", "yes", "3000-3009", "1e3"]);
}

#[rstest]
#[case::byte_order_mark(b"\xEF\xBB\xBFtitle: caf\xC3\xA9\n".to_vec())]
#[case::utf_16_little_end(utf_16(u16::to_le_bytes, "\u{feff}title: café\r\n"))]
#[case::utf_16_big_end(utf_16(u16::to_be_bytes, "\u{feff}title: café\n"))]
#[case::windows_line_ends(b"title: caf\xC3\xA9\r\n".to_vec())]
fn text_is_read_as_windows_writes_it(#[case] bytes: Vec<u8>) {
    assert_eq!(
        read::<Note>(&bytes)
            .unwrap()
            .title
            .as_ref()
            .unwrap()
            .as_str(),
        "café"
    );
}

fn utf_16(bytes: fn(u16) -> [u8; 2], text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[rstest]
#[case::latin_1(b"title: one\nlines: [caf\xE9]\n", position(2, 12))]
#[case::half_a_character_of_utf_16(b"\xFF\xFEt\0i", position(1, 2))]
#[case::nul(b"title: one\0", position(1, 11))]
fn what_is_no_text_is_told_where_it_breaks_off(#[case] bytes: &[u8], #[case] at: Position) {
    let fault = read::<Note>(bytes).unwrap_err();
    assert_eq!((fault.problem, fault.at), (YamlProblem::NotText, Some(at)));
}

#[rstest]
#[case::unknown_key("title: a\nlinse: [x]\n", YamlProblem::UnknownKey { key: "linse".into(), did_you_mean: Some("lines"), known: vec!["title", "lines", "count", "done", "parts"] }, position(2, 1))]
#[case::equal_keys("title: a\ntitle: b\n", YamlProblem::RepeatedKey { key: Some("title".into()) }, position(2, 1))]
#[case::equal_keys_of_ours("parts: {x: {title: a}, x: {title: b}}\n", YamlProblem::RepeatedKey { key: Some("x".into()) }, position(1, 24))]
#[case::no_list("lines: x\n", YamlProblem::Expected(Shape::List), position(1, 8))]
#[case::nothing_where_a_list_belongs(
    "lines:\n",
    YamlProblem::Expected(Shape::List),
    position(1, 6)
)]
#[case::no_truth("done: yes\n", YamlProblem::Expected(Shape::Truth), position(1, 7))]
#[case::no_number(
    "count: 99999999999\n",
    YamlProblem::Expected(Shape::Number),
    position(1, 8)
)]
#[case::a_tab_on_a_later_line(
    "title: a\nparts:\n  x:\n\ttitle: b\n",
    YamlProblem::Tab,
    position(4, 1)
)]
#[case::an_open_bracket("lines: [x\ntitle: a\n", YamlProblem::Bracket, position(2, 6))]
fn what_is_wrong_is_told_with_its_place(
    #[case] text: &str,
    #[case] problem: YamlProblem,
    #[case] at: Position,
) {
    let fault = fault(text);
    assert_eq!((fault.problem, fault.at), (problem, Some(at)));
}

#[rstest]
#[case::nothing("")]
#[case::a_remark("# to do\n\n")]
fn a_file_with_nothing_in_it_is_told_as_such(#[case] text: &str) {
    assert_eq!(fault(text).problem, YamlProblem::Empty);
}

#[rstest]
#[case::nested_lists(&format!("lines: {}", "[".repeat(100_000)))]
#[case::nested_braces(&"{parts: {x: ".repeat(50_000))]
#[case::nested_blocks(&(0..300).map(|n| format!("{}parts:\n{}x:\n", "  ".repeat(2 * n), "  ".repeat(2 * n + 1))).collect::<String>())]
#[case::an_alias_bomb(&bomb())]
fn what_no_person_writes_is_over_the_limit(#[case] text: &str) {
    assert_eq!(fault(text).problem, YamlProblem::OverLimit);
}

#[rstest]
#[case::a_list(&format!("lines: [{}]", "a,".repeat(25_001)))]
#[case::a_mapping(&format!("parts:\n{}", (0..25_001).map(|n| format!("  n{n}: {{}}\n")).collect::<String>()))]
fn more_in_one_list_or_mapping_than_any_map_needs_is_not_read(#[case] text: &str) {
    assert_eq!(fault(text).problem, YamlProblem::TooMany { most: 25_000 });
}

#[test]
fn a_list_and_a_mapping_as_large_as_they_may_be_are_read() {
    let text = format!(
        "lines: [{}]\nparts:\n{}",
        "a,".repeat(25_000),
        (0..25_000)
            .map(|n| format!("  n{n}: {{}}\n"))
            .collect::<String>()
    );
    let note: Note = read(text.as_bytes()).unwrap();
    assert_eq!(
        (note.lines.as_ref().unwrap().len(), note.parts.0.len()),
        (25_000, 25_000)
    );
}

#[rstest]
#[case("%TAG !e! tag:example,2000:\n---\ntitle: a\n", position(1, 1))]
#[case("title: a\n...\n%TAG !e! tag:example,2000:\n---\n", position(3, 1))]
fn names_for_tags_are_refused_for_no_tag_is_known(#[case] text: &str, #[case] at: Position) {
    let fault = fault(text);
    assert_eq!(
        (fault.problem, fault.at),
        (
            YamlProblem::UnknownTag {
                tag: "%TAG".to_owned()
            },
            Some(at)
        )
    );
}

#[test]
fn what_is_repeated_in_a_fault_is_not_longer_than_an_error_can_bear() {
    let YamlProblem::UnknownKey { key, .. } =
        fault(&format!("? {}\n: x\n", "x".repeat(1_000_000))).problem
    else {
        panic!()
    };
    assert_eq!(key, format!("{}…", "x".repeat(60)));
}

#[test]
fn two_hundred_thousand_dashes_are_refused_for_their_shape() {
    assert_eq!(
        fault(&format!("lines:\n  {}x", "- ".repeat(200_000))).problem,
        YamlProblem::Expected(Shape::Text)
    );
}

/// Forty notes, each of the one before twice.
fn bomb() -> String {
    let level = |n: usize| {
        format!(
            "  n{n}: &n{n} {{parts: {{a: *n{before}, b: *n{before}}}}}\n",
            before = n - 1
        )
    };
    format!(
        "parts:\n  n0: &n0 {{title: x}}\n{}",
        (1..40).map(level).collect::<String>()
    )
}

#[test]
fn an_excerpt_shows_the_line_with_a_mark_and_nothing_that_harms_a_terminal() {
    assert_eq!(
        excerpt("a: 1\nb: two, c\n", position(2, 4)).unwrap(),
        "  |\n1 | a: 1\n2 | b: two, c\n  |    ^^^"
    );
    let hostile = excerpt("a: \u{1b}[31m\u{202e}x\u{7}", position(1, 4)).unwrap();
    assert!(
        !hostile
            .chars()
            .any(|c| c.is_control() && c != '\n' || c == '\u{202e}')
    );
    let long = excerpt(&"x".repeat(1_000_000), position(1, 500_000)).unwrap();
    assert!(long.lines().all(|line| line.chars().count() < 140));
    assert_eq!(excerpt("a\n", position(9, 1)), None);
}

#[test]
fn a_mark_past_the_end_of_a_line_or_after_wide_characters_stands_where_it_should() {
    assert!(
        excerpt("title:", position(1, 7))
            .unwrap()
            .ends_with("      ^")
    );
    assert!(excerpt("é: €x", position(1, 5)).unwrap().ends_with("    ^"));
    assert!(excerpt("", position(1, 1)).is_some());
}

#[rstest]
#[case::alone("a: b\n...\n", true)]
#[case::without_a_line_end("a: b\n...", true)]
#[case::as_windows_writes_it("a: b\r\n...\r\n", true)]
#[case::with_remarks("a: b\n...  # The end.\n\n# Really.\n", true)]
#[case::of_two_dots("a: b\n..\n", false)]
#[case::in_a_text("a: b\n....\n", false)]
#[case::further_in("a:\n  ...\n", false)]
#[case::in_a_remark("a: b\n# ...\n", false)]
#[case::before_the_last_line("...\na: b\n", false)]
#[case::nothing("", false)]
fn a_text_has_its_end_when_that_is_its_last_line(#[case] text: &str, #[case] has_end: bool) {
    assert_eq!(super::has_end(text), has_end);
}
