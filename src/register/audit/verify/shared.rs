//! The rows that many events share, grounds and what an organisation was called: each as it was
//! sealed.

use std::collections::BTreeMap;

use crate::register::audit::hash_chain::Seal;
use crate::register::audit::verify::FindingSink;
use crate::register::audit::verify::finding::{Kind, RegisterFinding};
use crate::register::audit::verify::pages::{NextPage, PageCursor};
use crate::register::database::Transaction;
use crate::register::error::RegisterError;
use crate::register::row::{DecodeError, RawRow, TableRow, raw_rows};
use crate::register::tables::{AsWasRow, GroundsRow};

/// The rows that there are of one table.
#[derive(Debug)]
pub struct Shared {
    table: &'static str,
    unknown: Kind,
    /// Those whose seal does not hold, with the seal that their content has.
    pub wrong: BTreeMap<i64, Seal>,
    /// Which of them no event was found to have: 64 numbers a word, a bit each.
    unused: BTreeMap<i64, u64>,
}

impl Shared {
    /// None at all.
    #[cfg(test)]
    pub fn none() -> Self {
        Self {
            table: "grounds",
            unknown: Kind::GroundsUnknown,
            wrong: BTreeMap::new(),
            unused: BTreeMap::new(),
        }
    }

    fn add(&mut self, number: i64) {
        let (word, bit) = place(number);
        *self.unused.entry(word).or_default() |= bit;
    }

    /// An event has this one, whether it is there or not.
    pub fn used(&mut self, number: i64) {
        let (word, bit) = place(number);
        if let Some(bits) = self.unused.get_mut(&word) {
            *bits &= !bit;
        }
    }

    /// Tells which no event has.
    pub fn tell_unused(&self, listener: &mut dyn FindingSink) {
        for (word, bits) in &self.unused {
            for bit in (0..64).filter(|bit| bits & (1 << bit) != 0) {
                let finding = RegisterFinding::of(self.unknown).row(self.table, word * 64 + bit);
                listener.found(None, finding);
            }
        }
    }
}

/// The word of a number, and its bit there.
fn place(number: i64) -> (i64, u64) {
    (number.div_euclid(64), 1 << number.rem_euclid(64))
}

/// Holds all grounds against their seals.
pub(in crate::register) fn grounds(
    tx: &mut dyn Transaction,
    listener: &mut dyn FindingSink,
) -> Result<Shared, RegisterError> {
    let of = |row: &RawRow| Ok(Seal::of_grounds(row.get("map_digest")?, row.get("reason")?));
    look::<GroundsRow>(tx, listener, (Kind::Grounds, Kind::GroundsUnknown), of)
}

/// Holds all that organisations were called against its seal.
pub(in crate::register) fn as_was(
    tx: &mut dyn Transaction,
    listener: &mut dyn FindingSink,
) -> Result<Shared, RegisterError> {
    let of = |row: &RawRow| Ok(Seal::of_as_was(row.get("name")?, row.get("phone")?));
    look::<AsWasRow>(tx, listener, (Kind::AsWas, Kind::AsWasUnknown), of)
}

fn look<T: TableRow>(
    tx: &mut dyn Transaction,
    listener: &mut dyn FindingSink,
    (changed, unknown): (Kind, Kind),
    seal_of: fn(&RawRow) -> Result<Seal, DecodeError>,
) -> Result<Shared, RegisterError> {
    let mut all = Shared {
        table: T::TABLE,
        unknown,
        wrong: BTreeMap::new(),
        unused: BTreeMap::new(),
    };
    let mut pages = PageCursor::new(listener.passes_failures());
    while let Some(page) = pages.next(tx, &mut read::<T>)? {
        match page {
            NextPage::Gap(first, last) => listener.found(
                None,
                RegisterFinding::of(Kind::Unreadable).rows(T::TABLE, (first, last)),
            ),
            NextPage::Rows(rows) => {
                for (number, row) in rows {
                    all.add(number);
                    let seal = seal_of(&row);
                    if seal.is_ok() && row.get::<Seal>("seal") == seal {
                        continue;
                    }
                    // What cannot be read has no seal that could hold.
                    all.wrong.insert(number, seal.unwrap_or(Seal::NONE));
                    listener.found(None, RegisterFinding::of(changed).row(T::TABLE, number));
                }
            }
        }
    }
    Ok(all)
}

fn read<T: TableRow>(
    tx: &mut dyn Transaction,
    after: i64,
    most: i64,
) -> Result<Vec<(i64, RawRow)>, RegisterError> {
    let (columns, table) = (T::select(), T::TABLE);
    let sql = format!("SELECT {columns} FROM {table} WHERE number > $1 ORDER BY number LIMIT $2");
    let rows = raw_rows::<T>(tx, &sql, &[after.into(), most.into()])?;
    let numbered = rows.into_iter().map(|row| Ok((row.get("number")?, row)));
    numbered.collect()
}
