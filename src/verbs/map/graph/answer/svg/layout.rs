//! Places and sizes in the picture.

use crate::domain::invariant::at;
use crate::output::wrap::columns;
use crate::verbs::map::graph::answer::sheet::{GraphSheet, SheetRow, Square};

/// Around everything.
pub(crate) const MARGIN: f64 = 28.0;
/// The height of the title with the subtitle.
const TITLE: f64 = 66.0;
/// The width of an organisation.
pub(crate) const COLUMN: f64 = 94.0;
/// The least width of the column of gaps.
const GAP: f64 = 110.0;
/// About the width of a column of text in a cell.
const SMALL_LETTER: f64 = 5.6;
/// The height of a line of text in a cell.
pub(crate) const LINE: f64 = 12.5;
/// The indent of a part of a topic.
const INDENT: f64 = 16.0;
/// About the width of a column of text.
pub(crate) const LETTER: f64 = 6.3;
/// The most columns of text in the cell of an organisation, and in that of a gap.
const FIT: usize = 16;
pub(crate) const GAP_FIT: usize = 52;
/// The height of the legend.
const LEGEND: f64 = 84.0;
const LEGEND_WIDTH: f64 = 1330.0;
/// The slant of the names of organisations, in degrees.
pub(crate) const SLANT: f64 = 60.0;

pub(crate) struct Layout {
    pub(crate) names: f64,
    pub(crate) header: f64,
    pub(crate) gap: f64,
    rows: Vec<(f64, f64)>,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

impl Layout {
    pub(crate) fn of(sheet: &GraphSheet) -> Self {
        let names = sheet
            .rows
            .iter()
            .map(|row| text_width(&row.name) + indent(row) + 14.0)
            .fold(180.0, f64::max);
        let longest = sheet
            .columns
            .iter()
            .flat_map(|column| std::iter::once(&column.name).chain(&column.area))
            .map(|text| text_width(text))
            .fold(60.0, f64::max);
        let header = longest * SLANT.to_radians().sin() + 26.0;
        let mut y = MARGIN + TITLE + header;
        let mut gap = GAP;
        let mut rows = Vec::with_capacity(sheet.rows.len());
        for row in &sheet.rows {
            let gaps = fitted(&row.gap, GAP_FIT);
            for text in &gaps {
                gap = gap.max(number(columns(text)) * SMALL_LETTER + 20.0);
            }
            let lines = row.cells.iter().map(|cell| lines_of(cell).len());
            let lines = lines.fold(gaps.len().max(1), usize::max);
            let height = number(lines) * LINE + 8.0;
            rows.push((y, height));
            y += height;
        }
        let matrix = MARGIN + names + number(sheet.columns.len()) * COLUMN + gap;
        let overhang = longest * SLANT.to_radians().cos();
        Self {
            names,
            header,
            gap,
            rows,
            width: (matrix + overhang.max(MARGIN)).max(LEGEND_WIDTH) + 6.0,
            height: y + LEGEND + MARGIN,
        }
    }

    /// The top of a row, and its height.
    pub(crate) fn row(&self, number: usize) -> (f64, f64) {
        *at(&self.rows, number)
    }

    pub(crate) fn column(&self, place: usize) -> f64 {
        MARGIN + self.names + number(place) * COLUMN
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
    let claims = fitted(&cell.claims, FIT);
    let disputes = fitted(&cell.dispute, FIT - 3);
    let claims = claims.into_iter().map(|text| ("cell", text));
    let disputes = disputes.into_iter().map(|text| ("cell open", text));
    claims.chain(disputes).collect()
}

/// Texts, broken where they do not fit: after a space or a hyphen where possible.
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

fn text_width(text: &str) -> f64 {
    number(columns(text)) * LETTER
}

pub(crate) fn indent(row: &SheetRow) -> f64 {
    number(row.depth) * INDENT
}

pub(crate) fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}
