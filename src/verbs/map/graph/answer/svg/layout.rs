//! Where everything is in the picture, and how large.

use crate::output::wrap::columns;
use crate::verbs::map::graph::answer::sheet::{GraphSheet, SheetRow, Square};

/// Around everything.
pub(crate) const MARGIN: f64 = 28.0;
/// The height of the title and what stands under it.
const TITLE: f64 = 66.0;
/// The width of an organisation.
pub(crate) const COLUMN: f64 = 94.0;
/// The least width of what nobody owns.
const GAP: f64 = 110.0;
/// The width that a column of a text in a cell takes, about.
const SMALL_LETTER: f64 = 5.6;
/// The height of a line of text in a cell.
pub(crate) const LINE: f64 = 12.5;
/// How much a part of a topic is set in.
const INDENT: f64 = 16.0;
/// The width that a column of a text takes, about.
pub(crate) const LETTER: f64 = 6.3;
/// The most columns of a text in the cell of an organisation, and in that of a gap.
const FIT: usize = 16;
pub(crate) const GAP_FIT: usize = 52;
/// The height of the legend.
const LEGEND: f64 = 84.0;
/// How far the names of organisations are turned from lying flat, in degrees.
pub(crate) const SLANT: f64 = 60.0;

/// Where everything is.
pub(crate) struct Layout {
    pub(crate) names: f64,
    pub(crate) header: f64,
    pub(crate) gap: f64,
    pub(crate) rows: Vec<(f64, f64)>,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

impl Layout {
    pub(crate) fn of(sheet: &GraphSheet) -> Self {
        let wide = |text: &str| number(columns(text)) * LETTER;
        let names = sheet
            .rows
            .iter()
            .map(|row| wide(&row.name) + indent(row) + 14.0)
            .fold(180.0, f64::max);
        let longest = sheet
            .columns
            .iter()
            .map(|column| wide(&column.name).max(column.area.as_deref().map_or(0.0, wide)))
            .fold(60.0, f64::max);
        let header = longest * SLANT.to_radians().sin() + 26.0;
        let mut y = MARGIN + TITLE + header;
        let mut rows = Vec::with_capacity(sheet.rows.len());
        for row in &sheet.rows {
            let lines = row
                .cells
                .iter()
                .map(|cell| lines_of(cell).len())
                .chain([fitted(&row.gap, GAP_FIT).len()])
                .max()
                .unwrap_or(0)
                .max(1);
            let height = number(lines) * LINE + 8.0;
            rows.push((y, height));
            y += height;
        }
        let gaps = sheet
            .rows
            .iter()
            .flat_map(|row| fitted(&row.gap, GAP_FIT))
            .map(|text| number(columns(&text)) * SMALL_LETTER + 20.0);
        let gap = gaps.fold(GAP, f64::max);
        let matrix = MARGIN + names + number(sheet.columns.len()) * COLUMN + gap;
        let overhang = longest * SLANT.to_radians().cos();
        let legend = 1330.0;
        Self {
            names,
            header,
            gap,
            rows,
            width: (matrix + overhang.max(MARGIN)).max(legend) + 6.0,
            height: y + LEGEND + MARGIN,
        }
    }

    pub(crate) fn column(&self, at: usize) -> f64 {
        MARGIN + self.names + number(at) * COLUMN
    }

    pub(crate) fn top(&self) -> f64 {
        MARGIN + TITLE + self.header
    }

    pub(crate) fn bottom(&self) -> f64 {
        self.rows
            .last()
            .map_or_else(|| self.top(), |(y, height)| y + height)
    }
}

/// The lines of a cell, each with its class. Bold letters are wider.
pub(crate) fn lines_of(cell: &Square) -> Vec<(&'static str, String)> {
    let claims = fitted(&cell.claims, FIT)
        .into_iter()
        .map(|text| ("cell", text));
    claims
        .chain(
            fitted(&cell.dispute, FIT - 3)
                .into_iter()
                .map(|text| ("cell open", text)),
        )
        .collect()
}

/// Texts, broken where they do not fit: after a space or a hyphen where that can be.
pub(crate) fn fitted(texts: &[String], width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for text in texts {
        let mut line = String::new();
        for piece in text.split_inclusive([' ', '-']) {
            if !line.is_empty() && columns(&line) + columns(piece.trim_end()) > width {
                lines.push(std::mem::take(&mut line));
            }
            for c in piece.chars() {
                if columns(&line) >= width && c != ' ' {
                    lines.push(std::mem::take(&mut line));
                }
                line.push(c);
            }
        }
        lines.push(line);
    }
    lines
        .iter()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

pub(crate) fn indent(row: &SheetRow) -> f64 {
    number(row.depth) * INDENT
}

pub(crate) fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}
