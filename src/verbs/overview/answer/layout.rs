//! Tables over all groups, as they are laid out on a screen.

use crate::output::screen::RenderContext;
use crate::output::wrap::{columns, cut, wrapped};
use crate::overview::OverviewRow;
use crate::verbs::overview::answer::sentences::heading;
use crate::verbs::overview::answer::{Overviewed, OwnerGroup};

/// With less room than this beside its numbers, a topic stands above them.
const LEAST_BESIDE: usize = 20;

/// What a line is about, and its cells.
pub(crate) type LabelledCells = (String, Vec<String>);

/// A table over all groups.
pub(crate) struct Section<'s> {
    pub(crate) title: &'s str,
    pub(crate) about: &'s str,
    pub(crate) columns: &'s [&'s str],
}

impl Section<'_> {
    /// The groups that have lines, each under its heading. All have the same columns, which are
    /// named above the first.
    pub(crate) fn drawn(
        &self,
        groups: &[OwnerGroup<'_>],
        overviewed: &Overviewed<'_>,
        screen: &RenderContext<'_>,
        width: usize,
        lines: impl Fn(&OverviewRow) -> Vec<LabelledCells>,
    ) -> String {
        let mut all: Vec<LabelledCells> = Vec::new();
        for group in groups {
            let of_group: Vec<LabelledCells> = group.rows.iter().flat_map(&lines).collect();
            if !of_group.is_empty() {
                all.push((heading(&group.heading, overviewed, screen), Vec::new()));
                all.extend(
                    of_group
                        .into_iter()
                        .map(|(label, cells)| (format!("  {label}"), cells)),
                );
            }
        }
        let mut parts = vec![
            screen.bold(&screen.tr0(self.title)),
            wrapped(&screen.tr0(self.about), width),
        ];
        parts.push(laid_out(&all, &headings(self.columns, screen), width));
        parts.join("\n") + "\n"
    }
}

fn headings(keys: &[&str], screen: &RenderContext<'_>) -> Vec<String> {
    keys.iter().map(|key| screen.tr0(key)).collect()
}

/// Columns of one width, numbers to the right; a line without cells takes the whole width.
pub(crate) fn laid_out(lines: &[LabelledCells], headings: &[String], width: usize) -> String {
    let longest = |at: usize| {
        let cells = lines
            .iter()
            .filter_map(|(_, cells)| cells.get(at))
            .map(|cell| columns(cell));
        let words = headings
            .get(at)
            .into_iter()
            .flat_map(|heading| heading.split(' '))
            .map(columns);
        cells.chain(words).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..headings.len()).map(longest).collect();
    let label = width
        .saturating_sub(widths.iter().map(|width| width + 2).sum())
        .max(12);
    let padded = |cell: &str, width: usize| {
        format!(
            "  {}{cell}",
            " ".repeat(width.saturating_sub(columns(cell)))
        )
    };
    let row = |cells: &[String]| {
        cells
            .iter()
            .zip(&widths)
            .map(|(cell, width)| padded(cell, *width))
            .collect::<String>()
    };
    let mut out: Vec<String> = Vec::new();
    let names: Vec<Vec<String>> = headings
        .iter()
        .zip(&widths)
        .map(|(heading, width)| cut(heading, *width))
        .collect();
    let tallest = names.iter().map(Vec::len).max().unwrap_or(0);
    for line in 0..tallest {
        // The names of columns stand on the bottom line.
        let piece = |name: &Vec<String>| {
            (line + name.len())
                .checked_sub(tallest)
                .and_then(|at| name.get(at))
                .cloned()
                .unwrap_or_default()
        };
        out.push(
            (" ".repeat(label) + &row(&names.iter().map(piece).collect::<Vec<_>>()))
                .trim_end()
                .to_owned(),
        );
    }
    for (name, cells) in lines {
        // Where the words have little room beside the numbers, they stand above them.
        let above = label < LEAST_BESIDE;
        if cells.is_empty() || above {
            out.push(wrapped(name, width));
        }
        if cells.is_empty() {
            continue;
        }
        if above {
            out.push((" ".repeat(label) + &row(cells)).trim_end().to_owned());
            continue;
        }
        let indent = " ".repeat(name.len() - name.trim_start().len());
        // What follows the first line hangs two further in.
        let pieces = cut(
            name.trim_start(),
            label.saturating_sub(indent.len() + 2).max(8),
        );
        for (number, piece) in pieces.iter().enumerate() {
            let hang = if number == 0 { "" } else { "  " };
            let beginning = format!("{indent}{hang}{piece}");
            let last = number + 1 == pieces.len();
            let filled = format!(
                "{beginning}{}",
                " ".repeat(label.saturating_sub(columns(&beginning)))
            );
            out.push(if last {
                (filled + &row(cells)).trim_end().to_owned()
            } else {
                beginning
            });
        }
    }
    out.join("\n")
}
