//! The traces of exports with words: each is recorded before the export starts, and stays.

use crate::domain::codes::OrganisationId;
use crate::domain::time::Moment;
use crate::domain::words::Words;
use crate::register::audit::hash_chain::Seal;
use crate::register::database::{Engine as _, Transaction};
use crate::register::error::RegisterError;
use crate::register::row::{DecodeError, TableRow as _, insert, one, rows};
use crate::register::scan::select_signals;
use crate::register::tables::ExportRow;
use crate::register::{Filter, Register};

/// The trace of an export with words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportTrace {
    pub at: Moment,
    pub by: OrganisationId,
    /// The number of signals.
    pub signals: usize,
    /// Why, when all words of all signals left.
    pub because: Option<Words>,
}

impl Register {
    /// Records that an export with the words of these signals is about to begin; `because` when it is
    /// of all words.
    ///
    /// # Errors
    /// [`RegisterError`]; then the words must not be exported.
    pub fn record_export(
        &mut self,
        filter: &Filter,
        at: Moment,
        by: &OrganisationId,
        because: Option<Words>,
    ) -> Result<ExportTrace, RegisterError> {
        self.database
            .write(|tx| record(tx, filter, at, by, because))
    }
}

/// Records the export of the selected signals before it starts. The trace stays when the export
/// fails.
fn record(
    tx: &mut dyn Transaction,
    filter: &Filter,
    at: Moment,
    by: &OrganisationId,
    because: Option<Words>,
) -> Result<ExportTrace, RegisterError> {
    let (seqs, _) = select_signals(tx, filter)?;
    let trace = ExportTrace {
        at,
        by: by.clone(),
        signals: seqs.len(),
        because,
    };
    append(tx, &trace)?;
    Ok(trace)
}

/// Appends a trace, sealed with the one before it.
pub(super) fn append(tx: &mut dyn Transaction, trace: &ExportTrace) -> Result<(), RegisterError> {
    let ExportTrace {
        at,
        by,
        signals,
        because,
    } = trace;
    let last: Option<ExportRow> = one(tx, "FROM export ORDER BY number DESC LIMIT 1", &[])?;
    let (number, before) = last.map_or((0, Seal::NONE), |last| (last.number, last.seal));
    let mut row = ExportRow {
        number: number + 1,
        at: *at,
        by_organisation: by.clone(),
        signals: i64::try_from(*signals).map_err(|_| DecodeError)?,
        because: because.clone(),
        seal: Seal::NONE,
    };
    row.seal = Seal::of_export(before, &row.named_values());
    insert(tx, &row)
}

/// At most `most` traces after `number`, each with its number.
pub(super) fn after(
    tx: &mut dyn Transaction,
    number: i64,
    most: i64,
) -> Result<Vec<(i64, ExportTrace)>, RegisterError> {
    let rest = "FROM export WHERE number > $1 ORDER BY number LIMIT $2";
    let found: Vec<ExportRow> = rows(tx, rest, &[number.into(), most.into()])?;
    let traces = found.into_iter();
    traces
        .map(|row| Ok((row.number, ExportTrace::try_from(row)?)))
        .collect()
}

/// All traces, oldest first.
pub(super) fn all(tx: &mut dyn Transaction) -> Result<Vec<ExportTrace>, RegisterError> {
    let all = after(tx, 0, i64::MAX)?;
    Ok(all.into_iter().map(|(_, trace)| trace).collect())
}

impl TryFrom<ExportRow> for ExportTrace {
    type Error = DecodeError;

    fn try_from(row: ExportRow) -> Result<Self, DecodeError> {
        Ok(Self {
            at: row.at,
            by: row.by_organisation,
            signals: usize::try_from(row.signals).map_err(|_| DecodeError)?,
            because: row.because,
        })
    }
}
