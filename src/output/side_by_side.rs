//! Two columns side by side, with a mark before the rows that differ; one below the other on a
//! narrow screen.

use crate::output::escape;
use crate::output::wrap::{columns, cut};

/// A row of the two columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TwoColumns {
    pub label: String,
    pub one: String,
    pub other: String,
    pub differs: bool,
}

const MARK: &str = "≠";
/// Between two columns.
const GAP: usize = 3;
/// Before the label: two spaces, the mark, a space.
const INDENT: usize = 4;
/// A narrower column breaks names of organisations.
const MIN_COLUMN: usize = 20;
/// A longer line is hard to follow.
const MAX_WIDTH: usize = 100;

/// The columns of the label and of the two cells.
struct Widths {
    label: usize,
    one: usize,
    other: usize,
}

/// The rows under their headings. `width` is that of the screen; `None` in a pipe, where no cell is
/// cut.
pub fn side_by_side(headings: [&str; 2], rows: &[TwoColumns], width: Option<usize>) -> String {
    let rows: Vec<TwoColumns> = rows
        .iter()
        .map(|row| TwoColumns {
            one: escape::line(&row.one),
            other: escape::line(&row.other),
            ..row.clone()
        })
        .collect();
    let mut widths = Widths {
        label: 0,
        one: columns(headings[0]),
        other: columns(headings[1]),
    };
    for row in &rows {
        widths.label = widths.label.max(columns(&row.label));
        widths.one = widths.one.max(columns(&row.one));
        widths.other = widths.other.max(columns(&row.other));
    }
    if let Some(width) = width {
        let room = width
            .min(MAX_WIDTH)
            .saturating_sub(INDENT + widths.label + 2 * GAP);
        if widths.one + widths.other > room {
            if room < 2 * MIN_COLUMN {
                return below(headings, &rows);
            }
            widths.one = widths
                .one
                .min((room / 2).max(room.saturating_sub(widths.other)));
            widths.other = room - widths.one;
        }
    }
    beside(headings, &rows, &widths)
}

/// The text with spaces behind it until it is `width` columns wide.
pub fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

fn beside([one, other]: [&str; 2], rows: &[TwoColumns], widths: &Widths) -> String {
    let mut lines = vec![line(" ", "", one, other, widths)];
    for row in rows {
        let (one, other) = (cut(&row.one, widths.one), cut(&row.other, widths.other));
        for number in 0..one.len().max(other.len()) {
            let (mark, label) = if number == 0 {
                (mark(row), row.label.as_str())
            } else {
                (" ", "")
            };
            let one = one.get(number).map_or("", String::as_str);
            let other = other.get(number).map_or("", String::as_str);
            lines.push(line(mark, label, one, other, widths));
        }
    }
    lines.join("\n")
}

fn line(mark: &str, label: &str, one: &str, other: &str, widths: &Widths) -> String {
    let label = padded(label, widths.label + GAP);
    let one = padded(one, widths.one + GAP);
    format!("  {mark} {label}{one}{other}")
        .trim_end()
        .to_owned()
}

fn mark(row: &TwoColumns) -> &'static str {
    if row.differs { MARK } else { " " }
}

fn below([one, other]: [&str; 2], rows: &[TwoColumns]) -> String {
    let width = columns(one).max(columns(other));
    let (one, other) = (padded(one, width), padded(other, width));
    let rows: Vec<String> = rows
        .iter()
        .map(|row| {
            format!(
                "  {} {}\n      {one}   {}\n      {other}   {}",
                mark(row),
                row.label,
                row.one,
                row.other
            )
        })
        .collect();
    rows.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<TwoColumns> {
        let row = |label: &str, one: &str, other: &str| TwoColumns {
            label: label.into(),
            one: one.into(),
            other: other.into(),
            differs: one != other,
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
            "  \u{2260} owner   JGZ Waterdam   Gemeente Waterdam",
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
            said.starts_with("  \u{2260} owner\n      expected   JGZ Waterdam\n      decided    Gemeente Waterdam\n    basis\n"),
            "{said}"
        );
    }

    #[test]
    fn a_cell_that_is_too_long_goes_on_below_itself() {
        let mut rows = rows();
        rows[0].one =
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
