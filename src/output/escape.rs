//! Text that others wrote, made harmless: it moves no cursor, sets no title, turns no direction and
//! starts no formula.
//!
//! The domain refuses such characters on the way in; this is the second lock, for rows that came in
//! some other way.

use crate::domain::words::{is_hidden, joins};

fn escaped(c: char, out: &mut String) {
    use std::fmt::Write as _;
    // Writing to a string does not fail.
    let _ = write!(out, "\\u{{{:x}}}", c as u32);
}

/// Codes, days and most names: nothing to make harmless, and nothing to look at character by
/// character.
fn is_plain(text: &str) -> bool {
    // To the end even when it is known: so the processor looks at many bytes at once.
    text.bytes()
        .fold(true, |plain, byte| plain & (b' '..=b'~').contains(&byte))
}

fn clean(text: &str, keep_lines: bool, out: &mut String) {
    out.reserve(text.len());
    if is_plain(text) {
        return out.push_str(text);
    }
    let mut before = None;
    for c in text.chars() {
        match c {
            '\n' if keep_lines => out.push('\n'),
            '\n' | '\t' => out.push(' '),
            c if joins(c, before) => out.push(c),
            c if c.is_control() || is_hidden(c) => escaped(c, out),
            c => out.push(c),
        }
        before = Some(c);
    }
}

/// The text on one line, for a terminal: line ends and tabs become spaces, anything that could
/// steer becomes visible.
#[must_use]
pub fn line(text: &str) -> String {
    let mut out = String::new();
    add_line(text, &mut out);
    out
}

/// The same, added to the end of `out`.
pub fn add_line(text: &str, out: &mut String) {
    clean(text, false, out);
}

/// What was typed where a code or a name belongs: one word as it is; several may be words about a
/// family, and become dots.
#[must_use]
pub fn name(typed: &str) -> String {
    let one_word = typed.chars().count() <= LONGEST_NAME && !typed.contains(char::is_whitespace);
    if one_word {
        line(typed)
    } else {
        "…".to_owned()
    }
}

/// Longer than this is no name that a map has.
const LONGEST_NAME: usize = 40;

/// The text with its lines, for a terminal.
#[must_use]
pub fn lines(text: &str) -> String {
    let mut out = String::new();
    clean(text, true, &mut out);
    out
}

/// The text as a cell of a spreadsheet: what would start a formula gets an apostrophe before it.
///
/// Also after a semicolon, tab or line end, where some spreadsheets see the next cell begin.
#[must_use]
pub fn cell(text: &str) -> String {
    let mut guarded = String::with_capacity(text.len());
    for piece in text.split_inclusive([';', '\t', '\n', '\r']) {
        if starts_formula(piece) {
            guarded.push('\'');
        }
        guarded.push_str(piece);
    }
    line(&guarded)
}

/// Whether a spreadsheet could take the text for a formula, once spaces and quotes before it are
/// taken away.
fn starts_formula(text: &str) -> bool {
    let first = text.trim_start_matches([' ', '\u{a0}', '"']).chars().next();
    first.is_some_and(|c| "=+-@|%\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".contains(c))
}

/// JSON as it may reach a terminal: hidden and eight-bit control characters, which occur in strings
/// alone, become `\u` escapes.
#[must_use]
pub fn json(text: &str) -> String {
    use std::fmt::Write as _;
    if is_plain(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c != '\n' && (c.is_control() || is_hidden(c)) {
            let mut pair = [0u16; 2];
            for unit in c.encode_utf16(&mut pair) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("plain", "plain")]
    #[case("two\nlines", "two lines")]
    #[case("\u{1b}[2J", "\\u{1b}[2J")]
    #[case("a\u{202e}b", "a\\u{202e}b")]
    #[case("\u{9b}31m", "\\u{9b}31m")]
    #[case("نمی\u{200c}توانم 👨\u{200d}👩", "نمی\u{200c}توانم 👨\u{200d}👩")]
    #[case("a\u{200c}b", "a\\u{200c}b")]
    fn a_line_shows_what_would_steer(#[case] text: &str, #[case] shown: &str) {
        assert_eq!(line(text), shown);
    }

    #[rstest]
    #[case("=1+1", "'=1+1")]
    #[case("  @SUM(A1)", "'  @SUM(A1)")]
    #[case("＝1", "'＝1")]
    #[case("gewoon", "gewoon")]
    #[case("010-555", "010-555")]
    #[case("a;=1+1;b", "a;'=1+1;b")]
    #[case("a; =1+1", "a;' =1+1")]
    #[case(";\"=1+1\"", ";'\"=1+1\"")]
    #[case("a\t-1\n+1", "a '-1 '+1")]
    fn a_cell_starts_no_formula(#[case] text: &str, #[case] shown: &str) {
        assert_eq!(cell(text), shown);
    }

    /// Joiners do not, where they join.
    fn steers(text: &str) -> bool {
        let before = std::iter::once(None).chain(text.chars().map(Some));
        let mut characters = text.chars().zip(before);
        characters.any(|(c, before)| (c.is_control() || is_hidden(c)) && !joins(c, before))
    }

    proptest! {
        #[test]
        fn nothing_that_steers_is_left(text in any::<String>()) {
            prop_assert!(!steers(&line(&text)));
            prop_assert!(!steers(&lines(&text).replace('\n', " ")));
            let written = json(&serde_json::to_string(&text).unwrap());
            prop_assert!(!written.chars().any(|c| c.is_control() || is_hidden(c)));
            prop_assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
        }
    }
}
