//! Sentences fitted to the width of the screen, so that no word is cut in two.

use textwrap::{Options, WordSplitter};

/// A line longer than this is hard to read, however wide the screen is.
const WIDEST: usize = 100;

/// A text beside its label has at least so many columns; else it stands below it.
const NARROWEST_TEXT: usize = 20;

/// Before a text that stands below its label.
const BELOW: &str = "      ";

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
    let width = width.min(WIDEST);
    let (label, text) = label_and_text(line);
    let hang = columns(label);
    let is_labelled = !label.trim().is_empty();
    let room = width.saturating_sub(hang);
    if is_labelled && columns(line) > width && room < NARROWEST_TEXT.min(width / 2) {
        let below = filled(&format!("{BELOW}{text}"), width, BELOW.len());
        return format!("{}\n{below}", wrapped_line(label.trim_end(), width));
    }
    let furthest = if is_labelled { hang } else { width / 2 };
    filled(line, width, hang.min(furthest))
}

/// The text in lines of this width, all but the first after so many spaces.
fn filled(text: &str, width: usize, hang: usize) -> String {
    let hang = " ".repeat(hang);
    let options = Options::new(width)
        .subsequent_indent(&hang)
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::fill(text, options)
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

/// The two parts of a line: its label, when three spaces part the two, or a clock (`10:15  text`), with
/// the spaces around it; else its indent.
fn label_and_text(line: &str) -> (&str, &str) {
    let indent = leading_spaces(line);
    let (_, rest) = line.split_at(indent);
    let gap = after_clock(rest).or_else(|| rest.find("   "));
    let Some(gap) = gap.filter(|_| indent > 0) else {
        return line.split_at(indent);
    };
    let (_, text) = rest.split_at(gap);
    line.split_at(indent + gap + leading_spaces(text))
}

/// Where a time of the day ends with which a line begins.
fn after_clock(text: &str) -> Option<usize> {
    let (clock, _) = text.split_once("  ")?;
    let (hour, minute) = clock.split_once(':')?;
    let is_number = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    (is_number(hour) && is_number(minute)).then_some(clock.len())
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
    fn what_happened_hangs_under_its_own_text_and_not_under_the_clock() {
        let text = "  10:15  The school sent the signal.\n         Seen: a child that cries";
        let fitted = "  10:15  The school sent\n         the signal.\n         Seen: a child\n         that cries";
        assert_eq!(wrapped(text, 24), fitted);
    }

    #[test]
    fn a_text_stands_below_its_label_when_too_little_is_left_beside_it() {
        let text = "  a label that is quite long   says what it does to a signal";
        let beside = "  a label that is quite long   says what it does to\n                               a signal";
        let below = "  a label that is quite long\n      says what it does to a signal";
        assert_eq!(wrapped(text, 51), beside);
        assert_eq!(wrapped(text, 50), below);
        assert_eq!(wrapped(text, 60), text);
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
