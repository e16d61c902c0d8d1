//! Two columns beside each other, with a mark before the rows in which they differ; below each
//! other where there is no room.

use crate::output::escape;
use crate::output::wrap::{columns, cut};

/// What is beside what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TwoColumns {
    /// What it is about.
    pub label: String,
    /// In the first column.
    pub one: String,
    /// In the second.
    pub other: String,
    /// Whether the two differ.
    pub differs: bool,
}

const MARK: &str = "≠";
/// Between two columns.
const GAP: usize = 3;
/// Before the label: two spaces, the mark, a space.
const INDENT: usize = 4;
/// A column narrower than this cuts names of organisations in two.
const LEAST: usize = 20;
/// A line longer than this is hard to follow.
const WIDEST: usize = 100;

/// The rows under their headings. `width` is that of the screen; in a pipe no cell is cut.
#[must_use]
pub fn side_by_side(headings: [&str; 2], rows: &[TwoColumns], width: Option<usize>) -> String {
    let rows: Vec<TwoColumns> = rows
        .iter()
        .map(|row| TwoColumns {
            one: escape::line(&row.one),
            other: escape::line(&row.other),
            ..row.clone()
        })
        .collect();
    let [one, other] = headings;
    let widest = |cell: fn(&TwoColumns) -> &str, heading: &str| {
        rows.iter()
            .map(|row| columns(cell(row)))
            .max()
            .unwrap_or(0)
            .max(columns(heading))
    };
    let label = widest(|row| &row.label, "");
    let whole = [widest(|row| &row.one, one), widest(|row| &row.other, other)];
    let Some(room) = width.map(|width| width.min(WIDEST).saturating_sub(INDENT + label + 2 * GAP))
    else {
        return beside(headings, &rows, label, whole);
    };
    if whole.iter().sum::<usize>() <= room {
        beside(headings, &rows, label, whole)
    } else if room < 2 * LEAST {
        below(headings, &rows)
    } else {
        let first = whole[0].min((room / 2).max(room.saturating_sub(whole[1])));
        beside(headings, &rows, label, [first, room - first])
    }
}

fn beside(
    headings: [&str; 2],
    rows: &[TwoColumns],
    label: usize,
    [first, second]: [usize; 2],
) -> String {
    let line = |mark: &str, about: &str, one: &str, other: &str| {
        let pad = |text: &str, width: usize| {
            format!(
                "{text}{}",
                " ".repeat((width + GAP).saturating_sub(columns(text)))
            )
        };
        format!("  {mark} {}{}{other}", pad(about, label), pad(one, first))
            .trim_end()
            .to_owned()
    };
    let cells = |TwoColumns {
                     label,
                     one,
                     other,
                     differs,
                 }: &TwoColumns| {
        let (one, other) = (cut(one, first), cut(other, second));
        let count = one.len().max(other.len());
        let at = |lines: &[String], number: usize| lines.get(number).cloned().unwrap_or_default();
        let first_line = |number, text: &str| {
            if number == 0 {
                text.to_owned()
            } else {
                " ".repeat(columns(text))
            }
        };
        let mark = if *differs { MARK } else { " " };
        (0..count)
            .map(|n| {
                line(
                    &first_line(n, mark),
                    &first_line(n, label),
                    &at(&one, n),
                    &at(&other, n),
                )
            })
            .collect::<Vec<_>>()
    };
    let [one, other] = headings;
    std::iter::once(line(" ", "", one, other))
        .chain(rows.iter().flat_map(cells))
        .collect::<Vec<_>>()
        .join("\n")
}

fn below([one, other]: [&str; 2], rows: &[TwoColumns]) -> String {
    let width = columns(one).max(columns(other));
    let line = |heading: &str, cell: &str| {
        format!(
            "      {heading}{}   {cell}",
            " ".repeat(width - columns(heading))
        )
    };
    let describe = |row: &TwoColumns| {
        let mark = if row.differs { MARK } else { " " };
        format!(
            "  {mark} {}\n{}\n{}",
            row.label,
            line(one, &row.one),
            line(other, &row.other)
        )
    };
    rows.iter().map(describe).collect::<Vec<_>>().join("\n")
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
