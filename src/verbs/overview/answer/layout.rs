//! Tables of the overview, laid out on a screen.

use crate::output::screen::RenderContext;
use crate::output::wrap::{columns, cut, pad, wrapped};

/// With less room beside its numbers, a label goes above them.
const MIN_LABEL: usize = 20;

/// A label, and the cells beside it.
pub(crate) type LabelledCells = (String, Vec<String>);

/// A table with a title.
pub(crate) struct Section<'s> {
    pub(crate) title: &'s str,
    pub(crate) about: &'s str,
    /// Keys of the headings; an empty one has no heading.
    pub(crate) columns: &'s [&'s str],
}

impl Section<'_> {
    pub(crate) fn text(
        &self,
        lines: &[LabelledCells],
        screen: &RenderContext<'_>,
        width: usize,
    ) -> String {
        let headings: Vec<String> = self
            .columns
            .iter()
            .map(|key| match *key {
                "" => String::new(),
                key => screen.tr0(key),
            })
            .collect();
        let mut text = vec![
            screen.bold(&screen.tr0(self.title)),
            wrapped(&screen.tr0(self.about), width),
        ];
        let columns = CellColumns::new(lines, &headings, width);
        columns.add_headings(&headings, &mut text);
        for (label, cells) in lines {
            columns.add_line(label, cells, &mut text);
        }
        text.join("\n") + "\n"
    }
}

/// A column for labels, then columns for cells, with numbers to the right.
struct CellColumns {
    width: usize,
    label: usize,
    cells: Vec<usize>,
}

impl CellColumns {
    fn new(lines: &[LabelledCells], headings: &[String], width: usize) -> Self {
        let mut cells: Vec<usize> = headings
            .iter()
            .map(|heading| heading.split(' ').map(columns).max().unwrap_or(0))
            .collect();
        for (_, line) in lines {
            for (widest, cell) in cells.iter_mut().zip(line) {
                *widest = (*widest).max(columns(cell));
            }
        }
        let taken: usize = cells.iter().map(|width| width + 2).sum();
        Self {
            width,
            label: width.saturating_sub(taken).max(12),
            cells,
        }
    }

    /// Broken headings end on the bottom line.
    fn add_headings(&self, headings: &[String], text: &mut Vec<String>) {
        let headings: Vec<Vec<String>> = headings
            .iter()
            .zip(&self.cells)
            .map(|(heading, width)| cut(heading, *width))
            .collect();
        let tallest = headings.iter().map(Vec::len).max().unwrap_or(0);
        for line in 0..tallest {
            let pieces: Vec<String> = headings
                .iter()
                .map(|heading| {
                    let piece = (line + heading.len()).checked_sub(tallest);
                    piece
                        .and_then(|piece| heading.get(piece).cloned())
                        .unwrap_or_default()
                })
                .collect();
            text.push(self.beside("", &pieces));
        }
    }

    /// A line without cells takes the whole width.
    fn add_line(&self, label: &str, cells: &[String], text: &mut Vec<String>) {
        if cells.is_empty() {
            text.push(wrapped(label, self.width));
            return;
        }
        if self.label < MIN_LABEL {
            text.push(wrapped(label, self.width));
            text.push(self.beside("", cells));
            return;
        }
        let words = label.trim_start();
        let indent = " ".repeat(label.len() - words.len());
        let room = self.label.saturating_sub(indent.len() + 2).max(8);
        let pieces = cut(words, room);
        for (number, piece) in pieces.iter().enumerate() {
            // After the first line the label is indented two further.
            let hang = if number == 0 { "" } else { "  " };
            let label = format!("{indent}{hang}{piece}");
            text.push(if number + 1 == pieces.len() {
                self.beside(&label, cells)
            } else {
                label
            });
        }
    }

    fn beside(&self, label: &str, cells: &[String]) -> String {
        let mut line = pad(label, self.label);
        for (cell, width) in cells.iter().zip(&self.cells) {
            line.push_str("  ");
            line.push_str(&" ".repeat(width.saturating_sub(columns(cell))));
            line.push_str(cell);
        }
        line.trim_end().to_owned()
    }
}
