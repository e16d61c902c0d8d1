//! The line of a fault, with a mark under it.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::domain::words::is_hidden;
use crate::map_file::yaml::spanned::Position;

/// The number of characters that are shown on each side of a fault in a long line.
const CONTEXT: usize = 60;

/// The line at `position` and the one above it, numbered, with a mark under the word at `position`.
/// Plain text, safe to print.
///
/// `None` when the text has no such line.
#[must_use]
pub fn excerpt(text: &str, position: Position) -> Option<String> {
    let line_at = usize::try_from(position.line).ok()?.checked_sub(1)?;
    let column = usize::try_from(position.column).ok()?.saturating_sub(1);
    let mut shown = lines(text)
        .skip(line_at.saturating_sub(1))
        .take(if line_at == 0 { 1 } else { 2 });
    let above = if line_at == 0 { None } else { shown.next() };
    let line = shown.next()?;

    let skipped = if line.chars().count() <= 2 * CONTEXT {
        0
    } else {
        column.saturating_sub(CONTEXT)
    };
    let line = window(line, skipped);
    let above = above.map(|above| window(above, skipped));
    let above = above.filter(|above| !above.is_empty());
    let start: usize = line
        .chars()
        .take(column - skipped)
        .map(char::len_utf8)
        .sum();
    let rest = line.get(start..).unwrap_or_default();
    // A mark past the end of the line still has one column.
    let width = marked_bytes(rest).max(rest.chars().next().map_or(1, char::len_utf8));

    let first_line = if above.is_some() {
        line_at
    } else {
        line_at + 1
    };
    let offset = above.as_ref().map_or(0, |above| above.len() + 1);
    let source = match above {
        Some(above) => format!("{above}\n{line} "),
        None => format!("{line} "),
    };
    let mark = AnnotationKind::Primary.span(offset + start..offset + start + width);
    let snippet = Snippet::source(source)
        .line_start(first_line)
        .fold(false)
        .annotation(mark);
    let rendered = Renderer::plain().render(&[Group::with_level(Level::ERROR).element(snippet)]);
    Some(
        rendered
            .lines()
            .map(str::trim_end)
            .collect::<Vec<_>>()
            .join("\n"),
    )
}

/// The part of a line that is shown.
fn window(line: &str, skipped: usize) -> String {
    let part = line.chars().skip(skipped).take(2 * CONTEXT);
    let part: String = part.map(visible).collect();
    part.trim_end().to_owned()
}

/// The number of bytes that the mark covers: a quoted text, or a word.
fn marked_bytes(rest: &str) -> usize {
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
    if let Some(end) = quote.and_then(|quote| rest.get(1..)?.find(quote)) {
        return end + 2;
    }
    rest.find([' ', ',', ']', '}', ':', '#'])
        .filter(|end| *end > 0)
        .unwrap_or(rest.len())
}

/// Makes every control, invisible and direction-changing character visible, for a terminal.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.chars().map(visible).collect()
}

/// The most characters of a user's text in an error.
const MAX_BRIEF: usize = 60;

/// The same, shortened to fit in an error.
#[must_use]
pub fn brief(text: &str) -> String {
    let mut brief: String = text.chars().take(MAX_BRIEF).map(visible).collect();
    if text.chars().nth(MAX_BRIEF).is_some() {
        brief.push('…');
    }
    brief
}

/// One character for one character, so that columns stay right.
fn visible(c: char) -> char {
    if c == '\t' {
        ' '
    } else if c.is_control() || is_hidden(c) {
        '\u{FFFD}'
    } else {
        c
    }
}

/// The lines as YAML counts them: ended by LF, CR LF or a single CR. An empty text has one line.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n')
        .flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}
