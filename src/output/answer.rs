//! What a command answers: one value, told to a person, a pipe or a script.

use std::io::Write;

use serde::Serialize;
use serde_json::Value;

use crate::domain::invariant::Invariant as _;
use crate::domain::signal_id::SignalId;
use crate::exit_code::Exit;
use crate::output::screen::RenderContext;
use crate::output::streamed::{self, RowStream, Unwritten};
use crate::output::table::Table;
use crate::output::wrap::wrapped;
use crate::output::{csv, escape, table};
use crate::register::Receipt;

/// In which form an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For a person: sentences or a table; in a pipe a list becomes columns with tabs between them.
    Table,
    /// One JSON value.
    Json,
    /// A JSON value on each line.
    Jsonl,
    /// For a spreadsheet.
    Csv,
}

/// The content of an answer, for scripts: English keys and codes that stay.
pub trait Data {
    /// The whole answer as JSON.
    fn json(&self) -> Value;
}

impl<T: Serialize> Data for T {
    fn json(&self) -> Value {
        serde_json::to_value(self).certain("an answer can be written as JSON")
    }
}

/// What a command found or did. It says the same in every form: JSON and CSV are its fields, text is
/// made from them.
pub trait Answer: Data {
    /// For scripts that read line by line, when a row is less than the whole answer.
    fn rows(&self) -> Option<Vec<Value>> {
        None
    }

    /// Its rows, when there can be very many: see [`streamed::Streamed`]. Then nothing else is
    /// asked of it but how the run ends.
    fn many(&mut self) -> Option<&mut dyn RowStream> {
        None
    }

    /// For a person: sentences in the language of the screen, without a line end after the last.
    fn sentences(&self, screen: &RenderContext<'_>) -> String;

    /// Whether its sentences are a file for another program: then no line of it is broken to fit
    /// the screen.
    fn is_document(&self) -> bool {
        false
    }

    /// Whether it already stands on standard output, written as it was read; then there is nothing
    /// to add.
    fn is_written(&self) -> bool {
        false
    }

    /// For a person, where rows and columns say it best.
    fn table(&self, _screen: &RenderContext<'_>) -> Option<Table> {
        None
    }

    /// The signal whose step was recorded, when one was.
    fn recorded(&self) -> Option<SignalId> {
        None
    }

    /// The receipt of what was recorded: a person reads it after the sentences; for scripts it is
    /// a field of the answer.
    fn receipt(&self) -> Option<Receipt> {
        None
    }

    /// Whether anything was recorded, one signal or many.
    fn has_recorded(&self) -> bool {
        self.recorded().is_some()
    }

    /// How the run ends once this is shown.
    fn exit(&self) -> Exit {
        Exit::Done
    }
}

/// Writes the answer, ending in a line end unless it is empty.
///
/// # Errors
/// [`Unwritten`]: what was written until then is no whole answer.
pub fn write_to(
    out: &mut dyn Write,
    answer: &mut dyn Answer,
    format: Format,
    screen: &RenderContext<'_>,
) -> Result<(), Unwritten> {
    if let Some(rows) = answer.many() {
        return streamed::write(rows, format, out);
    }
    out.write_all(write(answer, format, screen).as_bytes())?;
    Ok(out.flush()?)
}

/// The whole text of an answer that is held in memory, ending in a line end unless it is empty.
#[must_use]
pub fn write(answer: &dyn Answer, format: Format, screen: &RenderContext<'_>) -> String {
    let text = match format {
        Format::Table => match answer.table(screen) {
            Some(rows) if screen.width.is_none() => table::tab_separated(&rows),
            Some(rows) => table::drawn(&rows, screen),
            None if answer.is_document() => answer.sentences(screen),
            None => fitted(&with_receipt(answer, screen), screen),
        },
        Format::Json => escape::json(
            &serde_json::to_string_pretty(&answer.json()).certain("JSON can be written"),
        ),
        Format::Jsonl => {
            let lines: Vec<String> = rows(answer)
                .iter()
                .map(|row| escape::json(&row.to_string()))
                .collect();
            lines.join("\n")
        }
        Format::Csv => csv::written(&rows(answer)),
    };
    if text.is_empty() || text.ends_with('\n') {
        text
    } else {
        text + "\n"
    }
}

fn with_receipt(answer: &dyn Answer, screen: &RenderContext<'_>) -> String {
    let said = answer.sentences(screen);
    match answer.receipt() {
        Some(receipt) => format!(
            "{said}\n\n{}",
            screen.tr("receipt", &[("receipt", receipt.to_string().into())])
        ),
        None => said,
    }
}

/// Fitted to the screen when a person looks at it; as it is in a pipe.
fn fitted(text: &str, screen: &RenderContext<'_>) -> String {
    screen
        .width
        .map_or_else(|| text.to_owned(), |width| wrapped(text, width))
}

/// The rows of the answer, or the items of its list, or the answer itself.
fn rows(answer: &dyn Answer) -> Vec<Value> {
    answer.rows().unwrap_or_else(|| {
        let value = answer.json();
        if let Value::Array(rows) = value {
            rows
        } else {
            vec![value]
        }
    })
}
