//! An export as a workbook: the only room that knows rust_xlsxwriter.
//!
//! Rows go to disk as they come (its constant memory), so a workbook of a million signals needs no
//! more memory than one of ten. All text is written as text: nothing in it is a formula or a link.

use std::fs::File;
use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::domain::codes::CodeEnum as _;
use crate::domain::invariant::Invariant as _;
use crate::exchange::export::columns::{CellValue, ColumnKind, ExportColumn, ExportRows, columns};
use crate::exchange::export::{ExportContext, ExportError, Sheet};
use crate::output::escape;
use crate::register::Stories;

/// Rows of a sheet, with its heading.
const MAX_ROWS: u64 = 1_048_576;

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "the kinds of that crate are not ours, and may become more"
)]
impl From<XlsxError> for ExportError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::IoError(error) | XlsxError::TempFileError(_, error) => {
                ExportError::Out(error)
            }
            error => ExportError::Out(std::io::Error::other(error.to_string())),
        }
    }
}

/// Writes a sheet of signals and one of their events, and gives how many events were told. Rows that do
/// not fit in memory wait in unnamed files in `folder`.
///
/// # Errors
/// Too many rows are reported before anything is written.
pub fn write_workbook(
    stories: &mut Stories<'_>,
    context: ExportContext<'_>,
    folder: &Path,
    file: &mut File,
) -> Result<u64, ExportError> {
    check_rows(stories.events().max(stories.signals() as u64))?;
    let mut book = Workbook::new();
    book.set_tempdir(folder)?;
    let made = ExcelDateTime::parse_from_str(&context.now.to_string())?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let formats = CellFormats::new();
    let mut pages = Vec::new();
    for sheet in [Sheet::Signals, Sheet::Events] {
        let columns = columns(sheet, stories.with_words());
        let page = book.add_worksheet_with_constant_memory()?;
        begin_sheet(page, sheet, &columns, &formats)?;
        pages.push((sheet, columns, 1));
    }
    let mut events = 0;
    for whole in stories {
        let rows = ExportRows::of(whole?, context);
        events += rows.on(Sheet::Events).len() as u64;
        for (index, (sheet, columns, next)) in pages.iter_mut().enumerate() {
            for row in rows.on(*sheet) {
                let page = book.worksheet_from_index(index)?;
                for (place, column) in (0..).zip(columns.iter()) {
                    write_cell(page, (*next, place), column.cell(row), &formats)?;
                }
                *next += 1;
            }
        }
    }
    for (index, (_, columns, next)) in pages.iter().enumerate() {
        let page = book.worksheet_from_index(index)?;
        page.autofilter(0, 0, next - 1, last_place(columns))?;
    }
    book.save_to_writer(file)?;
    Ok(events)
}

/// Whether a sheet has room for these rows below its heading.
pub(crate) fn check_rows(rows: u64) -> Result<(), ExportError> {
    if rows < MAX_ROWS {
        Ok(())
    } else {
        Err(ExportError::TooManyRows(rows))
    }
}

/// Text is marked as such, so that it stays text when somebody edits it.
struct CellFormats {
    heading: Format,
    text: Format,
    words: Format,
    day: Format,
    moment: Format,
}

impl CellFormats {
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

fn begin_sheet(
    page: &mut Worksheet,
    sheet: Sheet,
    columns: &[ExportColumn],
    formats: &CellFormats,
) -> Result<(), XlsxError> {
    page.set_name(sheet.code())?.set_freeze_panes(1, 0)?;
    for (place, column) in (0..).zip(columns) {
        page.set_column_width(place, width(column.kind))?;
    }
    for (place, column) in (0..).zip(columns) {
        page.write_string_with_format(0, place, column.key, &formats.heading)?;
    }
    Ok(())
}

fn last_place(columns: &[ExportColumn]) -> u16 {
    u16::try_from(columns.len().saturating_sub(1)).certain("a sheet has a few dozen columns")
}

/// In characters.
fn width(kind: ColumnKind) -> u32 {
    match kind {
        ColumnKind::Text => 22,
        ColumnKind::Words => 60,
        ColumnKind::Number => 11,
        ColumnKind::Day => 14,
        ColumnKind::Moment => 19,
    }
}

fn write_cell(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    cell: CellValue,
    formats: &CellFormats,
) -> Result<(), XlsxError> {
    match cell {
        CellValue::Empty => page,
        CellValue::Text(text) => {
            page.write_string_with_format(row, column, escape::line(&text), &formats.text)?
        }
        CellValue::Words(text) => {
            page.write_string_with_format(row, column, escape::lines(&text), &formats.words)?
        }
        CellValue::Number(number) => page.write_number(row, column, number)?,
        CellValue::Day(day) => write_date(page, (row, column), day, &formats.day)?,
        CellValue::Moment(moment) => write_date(page, (row, column), moment, &formats.moment)?,
    };
    Ok(())
}

/// As text before 1900, where a workbook has no dates.
fn write_date<'p>(
    page: &'p mut Worksheet,
    (row, column): (u32, u16),
    text: String,
    format: &Format,
) -> Result<&'p mut Worksheet, XlsxError> {
    match ExcelDateTime::parse_from_str(&text) {
        Ok(date) => page.write_datetime_with_format(row, column, &date, format),
        Err(_) => page.write_string(row, column, text),
    }
}
