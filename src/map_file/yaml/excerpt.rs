//! The line that a fault is about, shown with a mark under it.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::domain::words::is_hidden;
use crate::map_file::yaml::spanned::Position;

/// So many characters of a long line are shown on each side of the fault.
const AROUND: usize = 60;

/// The line at `spot` and the one above it, numbered, with a mark under the word that stands there.
/// Plain text, safe to print.
///
/// `None` when the text has no such line.
#[must_use]
pub fn excerpt(text: &str, spot: Position) -> Option<String> {
    let line_at = usize::try_from(spot.line).ok()?.checked_sub(1)?;
    let column = usize::try_from(spot.column).ok()?.saturating_sub(1);
    let mut shown = lines(text)
        .skip(line_at.saturating_sub(1))
        .take(if line_at == 0 { 1 } else { 2 });
    let above = if line_at == 0 { None } else { shown.next() };
    let line = shown.next()?;

    let fits = line.chars().count() <= 2 * AROUND;
    let skipped = if fits {
        0
    } else {
        column.saturating_sub(AROUND)
    };
    let window = |line: &str| {
        let part: String = line
            .chars()
            .skip(skipped)
            .take(2 * AROUND)
            .map(visible)
            .collect();
        part.trim_end().to_owned()
    };
    let line = window(line);
    let above = above.map(window).filter(|above| !above.is_empty());
    let start: usize = line
        .chars()
        .take(column - skipped)
        .map(char::len_utf8)
        .sum();
    let rest = line.get(start..).unwrap_or_default();
    // A mark past the end of the line still gets one column to stand on.
    let width = word(rest).max(rest.chars().next().map_or(1, char::len_utf8));

    let first_line = if above.is_some() {
        line_at
    } else {
        line_at + 1
    };
    let offset = above.as_ref().map_or(0, |above| above.len() + 1);
    let source = above
        .map(|above| format!("{above}\n{line} "))
        .unwrap_or_else(|| format!("{line} "));
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

/// How many bytes of `rest` the mark covers: a quoted text, or a word.
fn word(rest: &str) -> usize {
    let quoted = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
    let closed = quoted
        .and_then(|quote| rest.get(1..)?.find(quote))
        .map(|end| end + 2);
    let ended = || {
        rest.find([' ', ',', ']', '}', ':', '#'])
            .filter(|end| *end > 0)
    };
    closed.or_else(ended).unwrap_or(rest.len())
}

/// `text` with every control, invisible and direction-changing character made visible, fit for a
/// terminal.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.chars().map(visible).collect()
}

/// The most characters of a text of theirs that an error can bear.
const BRIEF: usize = 60;

/// The same, and not longer than an error can bear.
#[must_use]
pub fn brief(text: &str) -> String {
    let mut brief: String = text.chars().take(BRIEF).map(visible).collect();
    if text.chars().nth(BRIEF).is_some() {
        brief.push('…');
    }
    brief
}

/// One character stays one character, so that columns stay right.
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
