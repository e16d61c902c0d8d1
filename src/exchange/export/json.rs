//! An export as JSON: a record of each signal, as in docs/json.md.

use std::io::{self, Write};

use crate::exchange::export::record::ExportRecord;
use crate::exchange::export::{ExportContext, ExportError};
use crate::output::escape;
use crate::register::{FullStory, Stories};

/// A record on each line.
pub(crate) fn lines(
    stories: &mut Stories<'_>,
    context: ExportContext<'_>,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    for whole in stories {
        writeln!(out, "{}", record_text(whole?, context)?)?;
    }
    Ok(())
}

/// The records in one array, each on a line of its own.
pub(crate) fn array(
    stories: &mut Stories<'_>,
    context: ExportContext<'_>,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    let mut before = "[\n";
    for whole in stories {
        write!(out, "{before}{}", record_text(whole?, context)?)?;
        before = ",\n";
    }
    writeln!(
        out,
        "{}",
        if before.starts_with('[') { "[]" } else { "\n]" }
    )?;
    Ok(())
}

pub(crate) fn record_text(whole: FullStory, context: ExportContext<'_>) -> io::Result<String> {
    let record = ExportRecord::new(whole, context);
    Ok(escape::json(&serde_json::to_string(&record)?))
}
