//! An export as JSON: a record of each signal, as in docs/json.md.

use std::io::{self, Write};

use crate::exchange::export::record::ExportRecord;
use crate::exchange::export::{ExportContext, ExportError};
use crate::output::escape;
use crate::register::{FullStory, Stories};

/// A record on each line. Gives how many events were told.
pub(crate) fn lines(
    stories: &mut Stories<'_>,
    context: ExportContext<'_>,
    out: &mut dyn Write,
) -> Result<u64, ExportError> {
    let mut events = 0;
    for whole in stories {
        let (record, told) = record_text(whole?, context)?;
        writeln!(out, "{record}")?;
        events += told;
    }
    Ok(events)
}

/// The records in one array, each on a line of its own. Gives how many events were told.
pub(crate) fn array(
    stories: &mut Stories<'_>,
    context: ExportContext<'_>,
    out: &mut dyn Write,
) -> Result<u64, ExportError> {
    let (mut before, mut events) = ("[\n", 0);
    for whole in stories {
        let (record, told) = record_text(whole?, context)?;
        write!(out, "{before}{record}")?;
        before = ",\n";
        events += told;
    }
    writeln!(
        out,
        "{}",
        if before.starts_with('[') { "[]" } else { "\n]" }
    )?;
    Ok(events)
}

/// The record of a signal, and how many events it tells.
pub(crate) fn record_text(
    whole: FullStory,
    context: ExportContext<'_>,
) -> io::Result<(String, u64)> {
    let record = ExportRecord::new(whole, context);
    let events = record.events.len() as u64;
    Ok((escape::json(&serde_json::to_string(&record)?), events))
}
