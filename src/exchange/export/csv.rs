//! An export as a table that a Dutch spreadsheet opens with a double click: semicolons, a byte order
//! mark, days and moments that it recognises.

use std::io::Write;

use crate::exchange::export::columns::{CellValue, ExportRows, columns};
use crate::exchange::export::{ExportContext, ExportError, Sheet};
use crate::output::escape;
use crate::register::Stories;

/// By which Excel knows UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Writes one sheet. Every field is quoted, lines end in CRLF. Gives how many events were told.
pub(crate) fn write(
    sheet: Sheet,
    stories: &mut Stories<'_>,
    context: ExportContext<'_>,
    out: &mut dyn Write,
) -> Result<u64, ExportError> {
    out.write_all(BYTE_ORDER_MARK)?;
    let columns = columns(sheet, stories.with_words());
    let mut builder = ::csv::WriterBuilder::new();
    let builder = builder
        .delimiter(b';')
        .quote_style(::csv::QuoteStyle::Always)
        .terminator(::csv::Terminator::CRLF);
    let mut table = builder.from_writer(out);
    table
        .write_record(columns.iter().map(|column| column.key))
        .map_err(std::io::Error::from)?;
    let mut events = 0;
    for whole in stories {
        let rows = ExportRows::of(whole?, context);
        events += rows.on(Sheet::Events).len() as u64;
        for row in rows.on(sheet) {
            table
                .write_record(columns.iter().map(|column| field_text(column.cell(row))))
                .map_err(std::io::Error::from)?;
        }
    }
    table.flush()?;
    Ok(events)
}

fn field_text(cell: CellValue) -> String {
    match cell {
        CellValue::Empty => String::new(),
        CellValue::Text(text) | CellValue::Words(text) => escape::cell(&text),
        CellValue::Number(number) => number.to_string(),
        CellValue::Day(day) => day,
        CellValue::Moment(moment) => moment.replace('T', " "),
    }
}
