//! Sentences fitted to the width of the screen, so that no word is cut in two.

use textwrap::{Options, WordSplitter};

/// A line longer than this is hard to read, however wide the screen is.
const WIDEST: usize = 100;

/// How many columns a text takes on the screen; escape codes for colour take none.
#[must_use]
pub fn columns(text: &str) -> usize {
    textwrap::core::display_width(text)
}

/// Breaks lines between words; the rest of a line starts below its first word.
///
/// A command stays whole, so that it can be pasted. So does a quoted line of a file: the line below
/// it may hold a mark.
#[must_use]
pub fn wrapped(text: &str, width: usize) -> String {
    text.split('\n')
        .map(|line| wrapped_line(line, width))
        .collect::<Vec<_>>()
        .join("\n")
}

fn wrapped_line(line: &str, width: usize) -> String {
    if is_command(line) || is_excerpt(line) {
        return line.to_owned();
    }
    let hang = " ".repeat(hang(line).min(width / 2));
    let options = Options::new(width.min(WIDEST))
        .subsequent_indent(&hang)
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::fill(line, options)
}

fn is_command(line: &str) -> bool {
    line.split("   ")
        .last()
        .is_some_and(|text| text.trim_start().starts_with("seinhuis "))
}

/// `12 |   text`, or `   |   ^^^^`.
fn is_excerpt(line: &str) -> bool {
    line.split_once('|').is_some_and(|(number, _)| {
        number.ends_with(' ') && number.trim().chars().all(|c| c.is_ascii_digit())
    })
}

/// A text in lines of at most `width` columns, cut between words; at least one line.
#[must_use]
pub fn cut(text: &str, width: usize) -> Vec<String> {
    let options = Options::new(width).word_splitter(WordSplitter::NoHyphenation);
    let lines: Vec<String> = textwrap::wrap(text, options)
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect();
    if lines.is_empty() {
        vec![String::new()]
    } else {
        lines
    }
}

/// The text, filled up with spaces to `width` columns.
#[must_use]
pub fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

/// Where the text of a line begins: after its label, when three spaces part the two, else after its
/// indent.
fn hang(line: &str) -> usize {
    let indent = leading_spaces(line);
    let after_label = line
        .get(indent..)
        .and_then(|rest| rest.find("   ").map(|gap| (gap, rest)));
    match after_label {
        Some((gap, rest)) if indent > 0 => {
            let (label, text) = rest.split_at(gap);
            indent + columns(label) + leading_spaces(text)
        }
        _ => indent,
    }
}

fn leading_spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole_and_hang_under_the_text() {
        let text = "A sentence of more than twenty columns.\n\n  Reach   010-555 01 20 and more";
        let fitted = "A sentence of more\nthan twenty columns.\n\n  Reach   010-555 01\n          20 and\n          more";
        assert_eq!(wrapped(text, 20), fitted);
    }

    #[test]
    fn what_is_to_be_pasted_and_what_has_a_mark_under_it_stays_whole() {
        for line in [
            "  Try   seinhuis route --topic parenting --age 4",
            "12 |   - topics: [parenting, finances]",
            "   |     ^^^^^^^^^^^^^^^^^^^^^",
        ] {
            assert_eq!(wrapped(line, 20), line);
        }
    }

    #[test]
    fn what_fits_is_left_as_it_is() {
        let text = "  Label   said\n\n    more";
        assert_eq!(wrapped(text, 80), text);
    }
}
