//! The grounds of decisions: each as it was sealed.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::super::database::Transaction;
use super::super::error::RegisterError;
use super::super::fields::Fields;
use super::super::seal::Seal;
use super::super::statements;
use super::Listener;
use super::finding::{Finding, Kind};
use super::pages::{Page, Pages};

/// The grounds that there are.
#[derive(Debug, Default)]
pub struct Grounds {
    /// Those whose seal does not hold, with the seal that their texts have.
    pub wrong: BTreeMap<i64, Seal>,
    /// Which of them no decision was found to have: 64 numbers a word, a bit each.
    unused: BTreeMap<i64, u64>,
}

impl Grounds {
    fn add(&mut self, number: i64) {
        let (word, bit) = place(number);
        *self.unused.entry(word).or_default() |= bit;
    }

    /// A decision has these, whether they are there or not.
    pub fn used(&mut self, number: i64) {
        let (word, bit) = place(number);
        if let Some(bits) = self.unused.get_mut(&word) {
            *bits &= !bit;
        }
    }

    /// Tells which no decision has.
    pub fn tell_unused(&self, listener: &mut dyn Listener) {
        for (word, bits) in &self.unused {
            for bit in (0..64).filter(|bit| bits & (1 << bit) != 0) {
                listener.found(
                    None,
                    Finding::of(Kind::GroundsUnknown).row("grounds", word * 64 + bit),
                );
            }
        }
    }
}

/// The word of a number, and its bit there.
fn place(number: i64) -> (i64, u64) {
    (number.div_euclid(64), 1 << number.rem_euclid(64))
}

/// Whether the seal stands there that the texts have, and that seal.
struct Held {
    holds: bool,
    seal: Seal,
}

/// Holds all of them against their seals.
pub(super) fn look(
    tx: &mut dyn Transaction,
    listener: &mut dyn Listener,
) -> Result<Grounds, RegisterError> {
    let mut all = Grounds::default();
    let mut pages = Pages::new(listener.passes_failures());
    while let Some(page) = pages.next(tx, &mut read)? {
        match page {
            Page::Gap(first, last) => listener.found(
                None,
                Finding::of(Kind::Unreadable).rows("grounds", (first, last)),
            ),
            Page::Rows(rows) => {
                for (number, Held { holds, seal }) in rows {
                    all.add(number);
                    if !holds {
                        all.wrong.insert(number, seal);
                        listener.found(None, Finding::of(Kind::Grounds).row("grounds", number));
                    }
                }
            }
        }
    }
    Ok(all)
}

fn read(
    tx: &mut dyn Transaction,
    after: i64,
    most: i64,
) -> Result<Vec<(i64, Held)>, RegisterError> {
    let mut rows = Vec::new();
    tx.query(
        statements::GROUNDS_AFTER,
        &[after.into(), most.into()],
        &mut |row| {
            let mut row = Fields::of(row);
            let (number, stands, digest, reason) =
                (row.number()?, row.text()?, row.text()?, row.text()?);
            let seal = Seal::of_grounds(digest, reason);
            rows.push((
                number,
                Held {
                    holds: seal.to_string() == stands,
                    seal,
                },
            ));
            Ok(ControlFlow::Continue(()))
        },
    )?;
    Ok(rows)
}
