//! The trace of exports with words: each is recorded before the words leave, and stays.

use super::Filter;
use super::database::{Transaction, Value};
use super::error::RegisterError;
use super::fields::rows;
use super::scan::chosen;
use super::seal::Seal;
use super::statements;
use crate::domain::codes::OrganisationId;
use crate::domain::time::Moment;

/// That the words of some signals left in an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordsLeft {
    /// When.
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
    let count = i64::try_from(*signals).unwrap_or(i64::MAX);
    let last = rows(tx, statements::LAST_EXPORT, &[], |row| {
        Ok((row.number()?, row.parsed()?))
    })?
    .pop();
    let (number, before) = last.unwrap_or((0_i64, Seal::NONE));
    let mut row = vec![
        (number + 1).into(),
        Value::of(at),
        by.as_str().into(),
        count.into(),
    ];
    row.push(Value::of(Seal::of_export(before, &row)));
    tx.execute(statements::INSERT_EXPORT, &row)?;
    Ok(())
}

/// Those behind a number, at most so many, each with its number.
pub(super) fn after(
    tx: &mut dyn Transaction,
    number: i64,
    most: i64,
) -> Result<Vec<(i64, WordsLeft)>, RegisterError> {
    rows(
        tx,
        statements::EXPORTS_AFTER,
        &[number.into(), most.into()],
        |row| {
            Ok((
                row.number()?,
                WordsLeft {
                    at: row.parsed()?,
                    by: row.parsed()?,
                    signals: row.number()?,
                },
            ))
        },
    )
}

/// All of them, oldest first.
pub(super) fn all(tx: &mut dyn Transaction) -> Result<Vec<WordsLeft>, RegisterError> {
    rows(tx, statements::EXPORTS, &[], |row| {
        Ok(WordsLeft {
            at: row.parsed()?,
            by: row.parsed()?,
            signals: row.number()?,
        })
    })
}
