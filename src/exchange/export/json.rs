//! An export as JSON: a record of each signal, as docs/json.md tells it.

use std::io::{self, Write};

use crate::exchange::export::record::ExportRecord;
use crate::exchange::export::{MomentForm, NotExported};
use crate::output::escape;
use crate::register::{Stories, Whole};

/// A record on each line.
pub(crate) fn lines(
    stories: &mut Stories<'_>,
    clock: MomentForm,
    out: &mut dyn Write,
) -> Result<(), NotExported> {
    for whole in stories {
        writeln!(out, "{}", written(whole?, clock)?)?;
    }
    Ok(())
}

/// The records in one array, each on a line of its own.
pub(crate) fn array(
    stories: &mut Stories<'_>,
    clock: MomentForm,
    out: &mut dyn Write,
) -> Result<(), NotExported> {
    let mut before = "[\n";
    for whole in stories {
        write!(out, "{before}{}", written(whole?, clock)?)?;
        before = ",\n";
    }
    writeln!(
        out,
        "{}",
        if before.starts_with('[') { "[]" } else { "\n]" }
    )?;
    Ok(())
}

pub(crate) fn written(whole: Whole, clock: MomentForm) -> io::Result<String> {
    let record = ExportRecord::new(whole, clock.zone);
    Ok(escape::json(&serde_json::to_string(&record)?))
}
