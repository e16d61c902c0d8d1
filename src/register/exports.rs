//! The trace of exports with words: each is recorded before the words leave, and stays.

use crate::domain::codes::OrganisationId;
use crate::domain::time::Moment;
use crate::register::Filter;
use crate::register::audit::hash_chain::Seal;
use crate::register::database::Transaction;
use crate::register::error::RegisterError;
use crate::register::row::{DecodeError, RowColumns as _, TableRow as _, insert, one, rows};
use crate::register::scan::chosen;
use crate::register::tables::ExportRow;

/// That the words of some signals left in an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordsLeft {
    pub at: Moment,
    /// On behalf of whom.
    pub by: OrganisationId,
    /// Of how many signals.
    pub signals: usize,
}

/// Records that the words of the chosen signals are about to leave. When the export then fails, the
/// trace stays: it had begun.
pub(super) fn record(
    tx: &mut dyn Transaction,
    filter: &Filter,
    at: Moment,
    by: &OrganisationId,
) -> Result<WordsLeft, RegisterError> {
    let (places, _) = chosen(tx, filter)?;
    let left = WordsLeft {
        at,
        by: by.clone(),
        signals: places.len(),
    };
    append(tx, &left)?;
    Ok(left)
}

/// Appends a trace, sealed with the one before it.
pub(super) fn append(tx: &mut dyn Transaction, left: &WordsLeft) -> Result<(), RegisterError> {
    let WordsLeft { at, by, signals } = left;
    let last = format!(
        "SELECT {} FROM export ORDER BY number DESC LIMIT 1",
        ExportRow::select()
    );
    let last: Option<ExportRow> = one(tx, &last, &[])?;
    let (number, before) = last.map_or((0, Seal::NONE), |last| (last.number, last.seal));
    let mut row = ExportRow {
        number: number + 1,
        at: *at,
        by_organisation: by.clone(),
        signals: i64::try_from(*signals).map_err(|_| DecodeError)?,
        seal: Seal::NONE,
    };
    row.seal = Seal::of_export(before, &row.named_values());
    insert(tx, &row)
}

/// Those behind a number, at most so many, each with its number.
pub(super) fn after(
    tx: &mut dyn Transaction,
    number: i64,
    most: i64,
) -> Result<Vec<(i64, WordsLeft)>, RegisterError> {
    let sql = format!(
        "SELECT {} FROM export WHERE number > $1 ORDER BY number LIMIT $2",
        ExportRow::select()
    );
    let found: Vec<ExportRow> = rows(tx, &sql, &[number.into(), most.into()])?;
    let left = found
        .into_iter()
        .map(|row| Ok((row.number, WordsLeft::try_from(row)?)));
    left.collect()
}

/// All of them, oldest first.
pub(super) fn all(tx: &mut dyn Transaction) -> Result<Vec<WordsLeft>, RegisterError> {
    let all = after(tx, 0, i64::MAX)?;
    Ok(all.into_iter().map(|(_, left)| left).collect())
}

impl TryFrom<ExportRow> for WordsLeft {
    type Error = DecodeError;

    fn try_from(row: ExportRow) -> Result<Self, DecodeError> {
        Ok(Self {
            at: row.at,
            by: row.by_organisation,
            signals: usize::try_from(row.signals).map_err(|_| DecodeError)?,
        })
    }
}
