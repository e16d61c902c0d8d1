//! Two columns side by side, with a mark before the rows that differ; one below the other on a
//! narrow screen.

use crate::output::escape;
use crate::output::wrap::{columns, cut, pad};

/// What two sides say about one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedRow {
    pub label: String,
    pub left: String,
    pub right: String,
    pub differs: bool,
}

const MARK: &str = "≠";
/// Between two columns.
const GAP: usize = 3;
/// Before the label: two spaces, the mark, a space.
const INDENT: usize = 4;
/// Before the lines that stand below a label.
const STACKED_INDENT: usize = INDENT + 2;
/// A narrower column breaks names of organisations.
const MIN_COLUMN: usize = 20;
/// A longer line is hard to follow.
const MAX_WIDTH: usize = 100;

/// The rows under their headings. `width` is that of the screen; `None` in a pipe, where no cell is
/// cut.
pub fn side_by_side(headings: [&str; 2], rows: &[ComparedRow], width: Option<usize>) -> String {
    let rows: Vec<ComparedRow> = rows.iter().map(ComparedRow::escaped).collect();
    let measured = Widths::measure(headings, &rows);
    let fitted = match width {
        Some(width) => measured.fit(width),
        None => Some(measured),
    };
    match fitted {
        Some(widths) => in_columns(headings, &rows, &widths),
        None => stacked(headings, &rows),
    }
}

impl ComparedRow {
    fn escaped(&self) -> Self {
        Self {
            left: escape::line(&self.left),
            right: escape::line(&self.right),
            ..self.clone()
        }
    }

    /// The text before the label, as wide as `INDENT`.
    fn indent(&self) -> String {
        let mark = if self.differs { MARK } else { "" };
        format!("{mark:>width$} ", width = INDENT - 1)
    }
}

/// How wide the label and the two cells are.
struct Widths {
    label: usize,
    left: usize,
    right: usize,
}

impl Widths {
    /// So wide that nothing is cut.
    fn measure([left, right]: [&str; 2], rows: &[ComparedRow]) -> Self {
        let mut widths = Self {
            label: 0,
            left: columns(left),
            right: columns(right),
        };
        for row in rows {
            widths.label = widths.label.max(columns(&row.label));
            widths.left = widths.left.max(columns(&row.left));
            widths.right = widths.right.max(columns(&row.right));
        }
        widths
    }

    /// Narrowed to a screen of this width; `None` when the cells would be too narrow.
    fn fit(self, width: usize) -> Option<Self> {
        let room = width
            .min(MAX_WIDTH)
            .saturating_sub(INDENT + self.label + 2 * GAP);
        if self.left + self.right <= room {
            return Some(self);
        }
        if room < 2 * MIN_COLUMN {
            return None;
        }
        let left = self
            .left
            .min((room / 2).max(room.saturating_sub(self.right)));
        Some(Self {
            left,
            right: room - left,
            ..self
        })
    }
}

fn in_columns([left, right]: [&str; 2], rows: &[ComparedRow], widths: &Widths) -> String {
    let unmarked = " ".repeat(INDENT);
    let mut lines = vec![line(&unmarked, "", left, right, widths)];
    for row in rows {
        let left = cut(&row.left, widths.left);
        let right = cut(&row.right, widths.right);
        for index in 0..left.len().max(right.len()) {
            let (indent, label) = if index == 0 {
                (row.indent(), row.label.as_str())
            } else {
                (unmarked.clone(), "")
            };
            let left = left.get(index).map_or("", String::as_str);
            let right = right.get(index).map_or("", String::as_str);
            lines.push(line(&indent, label, left, right, widths));
        }
    }
    lines.join("\n")
}

fn line(indent: &str, label: &str, left: &str, right: &str, widths: &Widths) -> String {
    let label = pad(label, widths.label + GAP);
    let left = pad(left, widths.left + GAP);
    format!("{indent}{label}{left}{right}")
        .trim_end()
        .to_owned()
}

/// Each cell on its own line, after its heading.
fn stacked([left, right]: [&str; 2], rows: &[ComparedRow]) -> String {
    let width = columns(left).max(columns(right)) + GAP;
    let indent = " ".repeat(STACKED_INDENT);
    let mut lines = Vec::with_capacity(3 * rows.len());
    for row in rows {
        lines.push(format!("{}{}", row.indent(), row.label));
        lines.push(format!("{indent}{}{}", pad(left, width), row.left));
        lines.push(format!("{indent}{}{}", pad(right, width), row.right));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<ComparedRow> {
        let row = |label: &str, left: &str, right: &str| ComparedRow {
            label: label.into(),
            left: left.into(),
            right: right.into(),
            differs: left != right,
        };
        vec![
            row("owner", "JGZ Waterdam", "Gemeente Waterdam"),
            row("basis", "agreed", "agreed"),
        ]
    }

    #[test]
    fn rows_that_differ_are_marked() {
        let lines = [
            "            expected       decided",
            "  ≠ owner   JGZ Waterdam   Gemeente Waterdam",
            "    basis   agreed         agreed",
        ];
        assert_eq!(
            side_by_side(["expected", "decided"], &rows(), None),
            lines.join("\n")
        );
        assert_eq!(
            side_by_side(["expected", "decided"], &rows(), Some(80)),
            lines.join("\n")
        );
    }

    #[test]
    fn without_room_they_stand_below_each_other() {
        let said = side_by_side(["expected", "decided"], &rows(), Some(40));
        assert!(
            said.starts_with("  ≠ owner\n      expected   JGZ Waterdam\n      decided    Gemeente Waterdam\n    basis\n"),
            "{said}"
        );
    }

    #[test]
    fn a_cell_that_is_too_long_goes_on_below_itself() {
        let mut rows = rows();
        rows[0].left =
            "JGZ Waterdam, Wijkteam Noord, Welzijn Noord, Taalhuis Waterdam, MEE Rijnmeer"
                .to_owned();
        let said = side_by_side(["expected", "decided"], &rows, Some(80));
        assert!(said.lines().all(|line| columns(line) <= 80), "{said}");
        let second = said.lines().nth(2).unwrap();
        assert!(
            said.lines().count() == 4
                && second.starts_with("            ")
                && second.ends_with("Rijnmeer"),
            "{said}"
        );
    }
}
