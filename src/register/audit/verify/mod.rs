//! Whether a register is sound: every row of every table held against its seal, its story and its
//! neighbours.
//!
//! What each stored column is held against:
//!
//! - of an event: every column by its seal, the seal by the step that follows and by receipts;
//!   what was agreed, and why the map decided so, by the seal of its facts;
//! - of facts, contact and words: every column by the seal that their event has of them;
//! - of grounds and of what organisations were called: every column by their seal;
//! - of a signal and its readers: every column by the fold of its events;
//! - of the trace of an export: every column by its seal, the seal by the trace that follows;
//! - of the rules and the origin: every column by what this program would make, but for whether the
//!   register was made to try with: that is what it says of itself, and nothing proves it.
//!
//! How far the import of a file is, is held against nothing: it says nothing of a signal, and goes
//! when the file is recorded.
//!
//! So only what nothing follows on can be lost or made up without a trace: the last steps, for
//! which there are receipts, and the last traces of exports. The engine adds what it finds itself:
//! pages, indexes, checks and a schema that is not ours.

mod allowed;
mod chain;
mod exports;
mod finding;
mod pages;
mod recorded;
mod shared;
mod stories;

pub use finding::{Kind, RegisterFinding};
pub(in crate::register) use pages::{NextPage, PageCursor, passes};

use crate::domain::codes::code_enum;
use crate::domain::signal_id::SignalId;
use crate::register::audit::hash_chain::Seal;
use crate::register::audit::receipt::Receipt;
use crate::register::database::{IntegrityIssue, SchemaDifference, Transaction, attempt};
use crate::register::error::RegisterError;

/// More findings than this are counted, not listed.
const MOST: usize = 100;

code_enum! {
    /// What became of the step that a receipt was given for.
    Proof {
        /// It is there.
        There = "there",
        /// It is not there: the steps end before it, or it is missing between others.
        Lost = "lost",
        /// Another step stands in its place, or other steps went before it.
        Changed = "changed",
    }
}

/// What there is to tell of a register that was looked through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// How many signals it holds, as far as can be read.
    pub signals: u64,
    /// How many steps it holds: the number of the last one.
    pub steps: u64,
    /// The receipt of the last step.
    pub last: Option<Receipt>,
    /// What is wrong, each once: the first of it.
    pub findings: Vec<RegisterFinding>,
    /// How much more is wrong.
    pub more: u64,
    /// What became of the step of each receipt.
    pub receipts: Vec<(Receipt, Proof)>,
}

impl Verified {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }
}

/// Who hears what is found.
pub(in crate::register) trait FindingSink {
    /// Something is wrong; when it is about a signal, with the place of that signal.
    fn found(&mut self, seq: Option<i64>, finding: RegisterFinding);
    /// An event of the signal at this place is what was sealed.
    fn proven(&mut self, _seq: i64) {}
    /// The signal at this place has a row that many share, and that is not what was sealed; of this
    /// kind it was told as found.
    fn shares(&mut self, _seq: i64, _signal: Option<SignalId>, _kind: Kind) {}
    /// Whether what the disk does not give is passed by, as what is damaged is.
    fn passes_failures(&self) -> bool {
        false
    }
}

/// What was counted on the way.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(in crate::register) struct VerifyCounts {
    /// Whether the tables are there at all.
    pub readable: bool,
    pub signals: u64,
    pub last: Option<(i64, Option<Seal>)>,
    pub receipts: Vec<(Receipt, Proof)>,
}

/// Looks through everything and tells the listener what is wrong.
pub(in crate::register) fn look(
    tx: &mut dyn Transaction,
    receipts: &[Receipt],
    listener: &mut dyn FindingSink,
) -> Result<VerifyCounts, RegisterError> {
    if !engine(tx, listener)? {
        let receipts = receipts
            .iter()
            .map(|receipt| (*receipt, Proof::Lost))
            .collect();
        return Ok(VerifyCounts {
            receipts,
            ..VerifyCounts::default()
        });
    }
    let shared = (
        shared::grounds(tx, listener)?,
        shared::as_was(tx, listener)?,
    );
    let (chain, grounds) = chain::look(tx, shared, receipts, listener)?;
    let signals = stories::look(tx, &grounds, listener)?;
    exports::look(tx, listener)?;
    Ok(VerifyCounts {
        signals,
        readable: true,
        ..chain
    })
}

/// What the engine finds. Gives whether our tables are there to be read.
fn engine(tx: &mut dyn Transaction, listener: &mut dyn FindingSink) -> Result<bool, RegisterError> {
    let mut can_be_read = true;
    let mut each = |issue| {
        let finding = match issue {
            IntegrityIssue::Damage(message) => RegisterFinding {
                message: Some(message),
                ..RegisterFinding::of(Kind::Damage)
            },
            IntegrityIssue::Dangling { table, to, rows } => RegisterFinding {
                name: Some(table),
                message: Some(format!("{rows} -> {to}")),
                ..RegisterFinding::of(Kind::Dangling)
            },
            IntegrityIssue::Schema {
                name,
                how,
                is_table,
            } => {
                can_be_read &= !is_table;
                let kind = match how {
                    SchemaDifference::Missing => Kind::SchemaMissing,
                    SchemaDifference::Changed => Kind::SchemaChanged,
                    SchemaDifference::Unknown => Kind::SchemaUnknown,
                };
                RegisterFinding {
                    name: Some(name),
                    ..RegisterFinding::of(kind)
                }
            }
        };
        listener.found(None, finding);
    };
    match attempt(tx, |tx| tx.check(&mut each))? {
        Err(error) if passes(&error, listener.passes_failures()) => {
            listener.found(None, RegisterFinding::of(Kind::Damage));
        }
        checked => checked?,
    }
    Ok(can_be_read)
}

/// Lists what is wrong, each once, and counts the rest.
#[derive(Default)]
struct FindingList {
    findings: Vec<RegisterFinding>,
    more: u64,
    /// What was counted last: of which signal, and what. What is told twice is told of one signal
    /// in a row, and what is of none one after the other.
    counted: (Option<i64>, Vec<RegisterFinding>),
}

impl FindingSink for FindingList {
    fn found(&mut self, seq: Option<i64>, finding: RegisterFinding) {
        let (of, counted) = &mut self.counted;
        if self.findings.contains(&finding) || (*of == seq && counted.contains(&finding)) {
            return;
        }
        if self.findings.len() < MOST {
            self.findings.push(finding);
            return;
        }
        self.more += 1;
        if *of != seq || seq.is_none() {
            counted.clear();
        }
        *of = seq;
        counted.push(finding);
    }
}

/// Looks through everything, and for the step of each receipt.
pub(in crate::register) fn verify(
    tx: &mut dyn Transaction,
    receipts: &[Receipt],
) -> Result<Verified, RegisterError> {
    let mut list = FindingList::default();
    let VerifyCounts {
        signals,
        last,
        receipts,
        readable: _,
    } = look(tx, receipts, &mut list)?;
    for (receipt, proof) in &receipts {
        let kind = match proof {
            Proof::There => continue,
            Proof::Lost => Kind::ReceiptLost,
            Proof::Changed => Kind::ReceiptChanged,
        };
        // Whoever asks for it must read it, however much else is wrong.
        // Anything can be typed: a number that no step can have is none.
        list.findings.push(RegisterFinding {
            step: i64::try_from(receipt.step).ok(),
            message: Some(receipt.to_string()),
            ..RegisterFinding::of(kind)
        });
    }
    let steps = match last {
        Some((step, _)) => u64::try_from(step).map_err(|_| RegisterError::Fault {
            what: "a step below 0 was read",
        })?,
        None => 0,
    };
    let last = last.and_then(|(_, seal)| Some(Receipt::of(steps, seal?)));
    Ok(Verified {
        signals,
        steps,
        last,
        findings: list.findings,
        more: list.more,
        receipts,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_twice_is_told_and_counted_once() {
        let mut list = FindingList::default();
        let number = |n: i64| RegisterFinding::of(Kind::Words).row("words", n);
        let most = i64::try_from(MOST).unwrap();
        for n in 1..=most + 3 {
            let seq = (n < most + 3).then_some(7);
            list.found(seq, number(n));
            list.found(seq, number(n));
            list.found(seq, number(1));
        }
        assert_eq!((list.findings.len(), list.more), (MOST, 3));
        list.found(Some(7), number(most + 9));
        list.found(Some(7), number(most + 10));
        list.found(Some(7), number(most + 9));
        assert_eq!(list.more, 5);
    }
}
