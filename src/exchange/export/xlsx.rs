//! An export as a workbook: the only room that knows rust_xlsxwriter.
//!
//! Rows go to disk as they come (its constant memory), so a workbook of a million signals needs no
//! more memory than one of ten. All text is written as text: nothing in it is a formula or a link.

use std::fs::File;
use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::domain::codes::CodeEnum as _;
use crate::domain::invariant::Invariant as _;
use crate::exchange::export::columns::{CellValue, ExportColumn, ExportRows, Kind, columns};
use crate::exchange::export::{MomentForm, NotExported, Sheet};
use crate::output::escape;
use crate::register::Stories;

/// The rows of a sheet, its heading included.
const MOST_ROWS: u64 = 1_048_576;

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "the kinds of that crate are not ours, and may become more"
)]
impl From<XlsxError> for NotExported {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::IoError(error) | XlsxError::TempFileError(_, error) => {
                NotExported::Out(error)
            }
            error => NotExported::Out(std::io::Error::other(error.to_string())),
        }
    }
}

/// Writes a sheet of signals and one of their events.
pub(crate) fn write(
    stories: &mut Stories<'_>,
    clock: MomentForm,
    folder: &Path,
    file: &mut File,
) -> Result<(), NotExported> {
    fits(stories.events().max(stories.signals() as u64))?;
    let mut book = Workbook::new();
    book.set_tempdir(folder)?;
    let made = ExcelDateTime::parse_from_str(&clock.now.to_string())?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let looks = Looks::new();
    let mut pages = Vec::new();
    for (sheet, rows) in [
        (Sheet::Signals, stories.signals() as u64),
        (Sheet::Events, stories.events()),
    ] {
        let columns: Vec<&ExportColumn> = columns(sheet, stories.with_words()).collect();
        begin(
            book.add_worksheet_with_constant_memory()?,
            sheet,
            &columns,
            u32::try_from(rows).certain("a workbook has no more rows than it takes"),
            &looks,
        )?;
        pages.push((sheet, columns, 1));
    }
    for whole in stories {
        let rows = ExportRows::of(whole?, clock);
        for (index, (sheet, columns, next)) in pages.iter_mut().enumerate() {
            for row in rows.on(*sheet) {
                let page = book.worksheet_from_index(index)?;
                for (place, column) in (0..).zip(columns.iter()) {
                    put(page, (*next, place), column.cell(row), &looks)?;
                }
                *next += 1;
            }
        }
    }
    Ok(book.save_to_writer(file)?)
}

/// Whether a sheet has room for so many rows below its heading.
pub(crate) fn fits(rows: u64) -> Result<(), NotExported> {
    if rows < MOST_ROWS {
        Ok(())
    } else {
        Err(NotExported::TooManyRows(rows))
    }
}

/// How cells look. Text is marked as such too, so that it stays text when somebody edits it.
struct Looks {
    heading: Format,
    text: Format,
    words: Format,
    day: Format,
    moment: Format,
}

impl Looks {
    fn new() -> Self {
        Self {
            heading: Format::new().set_bold(),
            text: Format::new().set_num_format("@"),
            words: Format::new().set_num_format("@").set_text_wrap(),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            moment: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
        }
    }
}

fn begin(
    page: &mut Worksheet,
    sheet: Sheet,
    columns: &[&ExportColumn],
    rows: u32,
    looks: &Looks,
) -> Result<(), XlsxError> {
    page.set_name(sheet.code())?.set_freeze_panes(1, 0)?;
    let last =
        u16::try_from(columns.len().saturating_sub(1)).certain("a sheet has a few dozen columns");
    page.autofilter(0, 0, rows, last)?;
    for (place, column) in (0..).zip(columns) {
        page.set_column_width(place, width(column.kind))?;
    }
    for (place, column) in (0..).zip(columns) {
        page.write_string_with_format(0, place, column.key, &looks.heading)?;
    }
    Ok(())
}

/// In characters.
fn width(kind: Kind) -> u32 {
    match kind {
        Kind::Text => 22,
        Kind::Words => 60,
        Kind::Number => 11,
        Kind::Day => 14,
        Kind::Moment => 19,
    }
}

fn put(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    cell: CellValue,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match cell {
        CellValue::Empty => page,
        CellValue::Text(text) => {
            page.write_string_with_format(row, column, escape::line(&text), &looks.text)?
        }
        CellValue::Words(text) => {
            page.write_string_with_format(row, column, escape::lines(&text), &looks.words)?
        }
        CellValue::Number(number) => page.write_number(row, column, number)?,
        CellValue::Day(day) => dated(page, (row, column), day, &looks.day)?,
        CellValue::Moment(moment) => dated(page, (row, column), moment, &looks.moment)?,
    };
    Ok(())
}

/// As a date where a workbook can count it: from 1900 on.
fn dated<'p>(
    page: &'p mut Worksheet,
    (row, column): (u32, u16),
    text: String,
    look: &Format,
) -> Result<&'p mut Worksheet, XlsxError> {
    match ExcelDateTime::parse_from_str(&text) {
        Ok(date) => page.write_datetime_with_format(row, column, &date, look),
        Err(_) => page.write_string(row, column, text),
    }
}
