//! Rows and columns: drawn for a person, with tabs for a pipe.

use comfy_table::{
    Cell, Color, ColumnConstraint, ContentArrangement, Table as Drawing, TableStyle, Width,
};

use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::output::wrap;

/// A heading per column, and rows of as many cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// What the columns are called on the screen.
    pub headings: Vec<String>,
    /// The cells for a person.
    pub rows: Vec<Vec<String>>,
    /// The cells for a pipe: codes and ISO dates, in columns that stay.
    pub plain: Vec<Vec<String>>,
    /// The cells in alarm, by row and column: red, where colour may be used. What they say must be
    /// clear without it.
    pub alarming: Vec<(usize, usize)>,
    /// What is said when there is no row.
    pub empty: String,
    /// What is said below the rows.
    pub below: String,
}

/// The rows with tabs between their cells and no heading.
#[must_use]
pub fn tab_separated(table: &Table) -> String {
    table
        .plain
        .iter()
        .map(|row| line(row))
        .collect::<Vec<_>>()
        .join("\n")
}

/// One such row, without a line end.
#[must_use]
pub fn line(cells: &[String]) -> String {
    let mut line = String::with_capacity(cells.iter().map(|cell| cell.len() + 1).sum());
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            line.push('\t');
        }
        escape::add_line(cell, &mut line);
    }
    line
}

/// The table as wide as the screen; on a narrow screen each row becomes a small list.
#[must_use]
pub fn drawn(table: &Table, screen: &RenderContext<'_>) -> String {
    if table.rows.is_empty() {
        return table.empty.clone();
    }
    let width = screen.width.unwrap_or(80);
    // With air around the cells if that can be, close to each other if it must; then also with what
    // was to stay together broken.
    let loosened = loosened(table);
    let body = match [(table, 2), (table, 1), (&loosened, 1)]
        .into_iter()
        .find(|(table, space)| width >= least_width(table, *space))
    {
        Some((table, space)) => columns(table, screen, width, space),
        None => wrap::wrapped(&listed(&loosened), width),
    };
    if table.below.is_empty() {
        body
    } else {
        format!("{body}\n\n{}", wrap::wrapped(&table.below, width))
    }
}

/// A table narrower than 60 columns is always drawn as a list.
fn least_width(table: &Table, space: usize) -> usize {
    let least: usize = least_widths(table).iter().map(|least| least + space).sum();
    least.max(60)
}

/// What each column needs to show its longest word whole.
fn least_widths(table: &Table) -> Vec<usize> {
    (0..table.headings.len())
        .map(|column| {
            table
                .rows
                .iter()
                .chain([&table.headings])
                .filter_map(|row| row.get(column))
                .map(|cell| longest_word(cell))
                .max()
                .unwrap_or(0)
        })
        .collect()
}

/// A no-break space is part of a word: a cell is not broken there.
fn longest_word(cell: &str) -> usize {
    cell.split([' ', '\n', '\t'])
        .map(wrap::columns)
        .max()
        .unwrap_or(0)
}

/// The same table, broken at no-break spaces too.
fn loosened(table: &Table) -> Table {
    let mut loosened = table.clone();
    for cell in loosened.rows.iter_mut().flatten() {
        *cell = cell.replace('\u{a0}', " ");
    }
    loosened
}

fn listed(table: &Table) -> String {
    let label = table
        .headings
        .iter()
        .map(|heading| heading.chars().count())
        .max()
        .unwrap_or(0);
    let mut rows = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let lines: Vec<String> = table
            .headings
            .iter()
            .zip(row)
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(heading, cell)| format!("{heading:label$}  {}", escape::line(cell)))
            .collect();
        rows.push(lines.join("\n"));
    }
    rows.join("\n\n")
}

/// `space`: how many columns of the screen lie around each cell.
fn columns(table: &Table, screen: &RenderContext<'_>, width: usize, space: usize) -> String {
    let mut drawing = Drawing::new();
    drawing
        .load_style(TableStyle::new())
        .set_content_arrangement(ContentArrangement::Dynamic);
    if screen.colour {
        drawing.enforce_styling();
    } else {
        drawing.force_no_tty();
    }
    drawing.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    drawing.set_header(table.headings.iter().map(|heading| escape::line(heading)));
    for (at, row) in table.rows.iter().enumerate() {
        drawing.add_row(row.iter().enumerate().map(|(column, text)| {
            let cell = Cell::new(escape::line(text));
            if table.alarming.contains(&(at, column)) {
                cell.fg(Color::Red)
            } else {
                cell
            }
        }));
    }
    for (at, least) in least_widths(table).into_iter().enumerate() {
        if let Some(column) = drawing.column_mut(at) {
            column.set_padding((u16::from(space > 1), 1));
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(
                u16::try_from(least + space).unwrap_or(u16::MAX),
            )));
        }
    }
    let text = drawing.trim_fmt();
    match text.split_once('\n') {
        Some((heading, rows)) => format!("{}\n{rows}", screen.bold(heading)),
        None => text,
    }
}
