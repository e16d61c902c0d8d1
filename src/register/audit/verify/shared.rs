//! Checks the rows that many events share: decisions, and the names of organisations.

use std::collections::BTreeMap;

use crate::register::audit::hash_chain::Seal;
use crate::register::audit::verify::FindingSink;
use crate::register::audit::verify::finding::{FindingKind, RegisterFinding};
use crate::register::audit::verify::pages::{NextPage, PageCursor, read_page};
use crate::register::database::Transaction;
use crate::register::error::RegisterError;
use crate::register::row::{DecodeError, RawRow, TableRow};
use crate::register::tables::{AsWasRow, DecisionRecordRow};

/// The rows of one table.
#[derive(Debug)]
pub struct SharedRows {
    table: &'static str,
    /// The finding for a row that no event uses.
    unknown: FindingKind,
    /// Rows with a wrong seal, and the seal of their content.
    pub wrong: BTreeMap<i64, Seal>,
    /// Rows that no event uses, as far as known: a bitmap of 64 numbers per word.
    unused: BTreeMap<i64, u64>,
}

impl SharedRows {
    pub fn new(table: &'static str, unknown: FindingKind) -> Self {
        Self {
            table,
            unknown,
            wrong: BTreeMap::new(),
            unused: BTreeMap::new(),
        }
    }

    fn add(&mut self, number: i64) {
        let (word, bit) = place(number);
        *self.unused.entry(word).or_default() |= bit;
    }

    /// Marks a row as used by an event, whether it exists or not.
    pub fn mark_used(&mut self, number: i64) {
        let (word, bit) = place(number);
        if let Some(bits) = self.unused.get_mut(&word) {
            *bits &= !bit;
        }
    }

    pub fn report_unused(&self, sink: &mut dyn FindingSink) {
        for (word, bits) in &self.unused {
            for bit in (0..64).filter(|bit| bits & (1 << bit) != 0) {
                let finding = RegisterFinding::of(self.unknown).row(self.table, word * 64 + bit);
                sink.add(None, finding);
            }
        }
    }
}

/// The word of a number, and its bit there.
fn place(number: i64) -> (i64, u64) {
    (number.div_euclid(64), 1 << number.rem_euclid(64))
}

/// Checks the seals of all decisions.
pub(in crate::register) fn check_decisions(
    tx: &mut dyn Transaction,
    sink: &mut dyn FindingSink,
) -> Result<SharedRows, RegisterError> {
    let (changed, unknown) = (FindingKind::Grounds, FindingKind::GroundsUnknown);
    check::<DecisionRecordRow>(tx, sink, changed, unknown, |row| {
        Ok(Seal::of_decision(
            row.get("map_digest")?,
            row.get("reason")?,
        ))
    })
}

/// Checks the seals of all names.
pub(in crate::register) fn check_names(
    tx: &mut dyn Transaction,
    sink: &mut dyn FindingSink,
) -> Result<SharedRows, RegisterError> {
    let (changed, unknown) = (FindingKind::AsWas, FindingKind::AsWasUnknown);
    check::<AsWasRow>(tx, sink, changed, unknown, |row| {
        Ok(Seal::of_as_was(
            row.get("name")?,
            row.get("phone")?,
            row.get("email")?,
        ))
    })
}

fn check<T: TableRow>(
    tx: &mut dyn Transaction,
    sink: &mut dyn FindingSink,
    changed: FindingKind,
    unknown: FindingKind,
    seal_of: fn(&RawRow) -> Result<Seal, DecodeError>,
) -> Result<SharedRows, RegisterError> {
    let mut all = SharedRows::new(T::TABLE, unknown);
    let mut pages = PageCursor::new(sink.skips_io_errors());
    let mut read =
        |tx: &mut dyn Transaction, after, most| read_page::<T>(tx, T::TABLE, "number", after, most);
    while let Some(page) = pages.next(tx, &mut read)? {
        match page {
            NextPage::Gap(first, last) => {
                let finding = RegisterFinding::of(FindingKind::Unreadable);
                sink.add(None, finding.rows(T::TABLE, (first, last)));
            }
            NextPage::Rows(rows) => {
                for (number, row) in rows {
                    all.add(number);
                    let seal = seal_of(&row);
                    if seal.is_ok() && row.get::<Seal>("seal") == seal {
                        continue;
                    }
                    // No seal fits content that cannot be read.
                    all.wrong.insert(number, seal.unwrap_or(Seal::NONE));
                    sink.add(None, RegisterFinding::of(changed).row(T::TABLE, number));
                }
            }
        }
    }
    Ok(all)
}
