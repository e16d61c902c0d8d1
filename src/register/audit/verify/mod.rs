//! Checks a register: compares every row of every table with its seal, its story and its
//! neighbours.
//!
//! What each stored column is compared with:
//!
//! - an event: every column with its seal; the seal with the next step and with receipts; the
//!   responsibility and the decision with the seal of its facts;
//! - facts, contact and words: every column with the seal in their event;
//! - decisions and names of organisations: every column with their seal;
//! - a signal and its readers: every column with the fold of its events;
//! - an export: every column with its seal, the seal with the next export;
//! - the rules and the origin: every column with what this program would make, except whether the
//!   register is a trial: nothing proves that.
//!
//! The progress of an import and the map of the register are not checked: they say nothing about a
//! signal.
//!
//! So only what comes last can be lost or made up without a trace: the last steps, for which there
//! are receipts, and the last exports. The engine adds its own findings: pages, indexes, checks and
//! a changed schema.

mod chain;
mod exports;
mod finding;
mod pages;
mod recorded;
mod shared;
mod stories;

pub use finding::{FindingKind, RegisterFinding};
pub(in crate::register) use pages::{NextPage, PageCursor, can_skip};

use crate::domain::codes::code_enum;
use crate::domain::signal_id::SignalId;
use crate::register::audit::hash_chain::Seal;
use crate::register::audit::receipt::Receipt;
use crate::register::database::{IntegrityIssue, SchemaDifference, Transaction, attempt};
use crate::register::error::RegisterError;

/// Further findings are counted, not listed.
const MAX_FINDINGS: usize = 100;

code_enum! {
    /// What became of the step of a receipt.
    ReceiptStatus {
        There = "there",
        /// The steps end before it, or it is missing between others.
        Lost = "lost",
        /// Another step is in its place, or other steps precede it.
        Changed = "changed",
    }
}

/// The result of checking a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyReport {
    /// The number of signals that can be read.
    pub signals: u64,
    /// The number of the last step.
    pub steps: u64,
    /// The receipt of the last step.
    pub last: Option<Receipt>,
    /// The first findings, each once.
    pub findings: Vec<RegisterFinding>,
    /// The number of further findings.
    pub more: u64,
    pub receipts: Vec<(Receipt, ReceiptStatus)>,
}

impl VerifyReport {
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }
}

/// Receives what is found.
pub(in crate::register) trait FindingSink {
    /// `seq`: the signal that the finding is about.
    fn add(&mut self, seq: Option<i64>, finding: RegisterFinding);
    /// An event of this signal has the right seal.
    fn proven(&mut self, _seq: i64) {}
    /// This signal refers to a shared row that is not what was sealed; the row itself was reported
    /// as a finding of this kind.
    fn wrong_shared_row(&mut self, _seq: i64, _signal: Option<SignalId>, _kind: FindingKind) {}
    /// Whether what the disk cannot read is skipped like damaged rows.
    fn skips_io_errors(&self) -> bool {
        false
    }
}

#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(in crate::register) struct VerifyCounts {
    /// Whether the tables exist.
    pub readable: bool,
    pub signals: u64,
    pub last: Option<(i64, Option<Seal>)>,
    pub receipts: Vec<(Receipt, ReceiptStatus)>,
}

impl VerifyCounts {
    fn without_steps(receipts: &[Receipt]) -> Self {
        let lost = receipts
            .iter()
            .map(|receipt| (*receipt, ReceiptStatus::Lost));
        Self {
            receipts: lost.collect(),
            ..Self::default()
        }
    }
}

/// Checks everything and adds what is wrong to `sink`.
pub(in crate::register) fn check(
    tx: &mut dyn Transaction,
    receipts: &[Receipt],
    sink: &mut dyn FindingSink,
) -> Result<VerifyCounts, RegisterError> {
    if !check_engine(tx, sink)? {
        return Ok(VerifyCounts::without_steps(receipts));
    }
    let decisions = shared::check_decisions(tx, sink)?;
    let names = shared::check_names(tx, sink)?;
    let (counts, decisions) = chain::check(tx, (decisions, names), receipts, sink)?;
    let signals = stories::check(tx, &decisions, sink)?;
    exports::check(tx, sink)?;
    Ok(VerifyCounts {
        signals,
        readable: true,
        ..counts
    })
}

/// Adds what the engine finds. Gives whether the tables can be read.
fn check_engine(
    tx: &mut dyn Transaction,
    sink: &mut dyn FindingSink,
) -> Result<bool, RegisterError> {
    let mut can_be_read = true;
    let checked = attempt(tx, |tx| {
        tx.check(&mut |issue| {
            if let IntegrityIssue::Schema { is_table, .. } = &issue {
                can_be_read &= !is_table;
            }
            sink.add(None, finding_of(issue));
        })
    })?;
    match checked {
        Err(error) if can_skip(&error, sink.skips_io_errors()) => {
            sink.add(None, RegisterFinding::of(FindingKind::Damage));
        }
        checked => checked?,
    }
    Ok(can_be_read)
}

fn finding_of(issue: IntegrityIssue) -> RegisterFinding {
    match issue {
        IntegrityIssue::Damage(message) => RegisterFinding {
            message: Some(message),
            ..RegisterFinding::of(FindingKind::Damage)
        },
        IntegrityIssue::Dangling { table, to, rows } => RegisterFinding {
            name: Some(table),
            message: Some(format!("{rows} -> {to}")),
            ..RegisterFinding::of(FindingKind::Dangling)
        },
        IntegrityIssue::Schema {
            name,
            difference,
            is_table: _,
        } => {
            let kind = match difference {
                SchemaDifference::Missing => FindingKind::SchemaMissing,
                SchemaDifference::Changed => FindingKind::SchemaChanged,
                SchemaDifference::Unknown => FindingKind::SchemaUnknown,
            };
            RegisterFinding {
                name: Some(name),
                ..RegisterFinding::of(kind)
            }
        }
    }
}

/// Lists the first findings, each once, and counts the rest.
#[derive(Default)]
struct FindingList {
    findings: Vec<RegisterFinding>,
    more: u64,
    /// The signal of the last findings counted, and those findings. A repeated finding follows
    /// within the same signal, or directly when it is about none.
    counted: (Option<i64>, Vec<RegisterFinding>),
}

impl FindingSink for FindingList {
    fn add(&mut self, seq: Option<i64>, finding: RegisterFinding) {
        let (of, counted) = &mut self.counted;
        if self.findings.contains(&finding) || (*of == seq && counted.contains(&finding)) {
            return;
        }
        if self.findings.len() < MAX_FINDINGS {
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

/// Checks everything, and looks for the step of each receipt.
pub(in crate::register) fn verify(
    tx: &mut dyn Transaction,
    receipts: &[Receipt],
) -> Result<VerifyReport, RegisterError> {
    let mut list = FindingList::default();
    let VerifyCounts {
        signals,
        last,
        receipts,
        readable: _,
    } = check(tx, receipts, &mut list)?;
    for (receipt, status) in &receipts {
        let kind = match status {
            ReceiptStatus::There => continue,
            ReceiptStatus::Lost => FindingKind::ReceiptLost,
            ReceiptStatus::Changed => FindingKind::ReceiptChanged,
        };
        // Listed however many other findings there are. A typed receipt may have a number that no
        // step can have.
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
    Ok(VerifyReport {
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
        let number = |n: i64| RegisterFinding::of(FindingKind::Words).row("words", n);
        let most = i64::try_from(MAX_FINDINGS).unwrap();
        for n in 1..=most + 3 {
            let seq = (n < most + 3).then_some(7);
            list.add(seq, number(n));
            list.add(seq, number(n));
            list.add(seq, number(1));
        }
        assert_eq!((list.findings.len(), list.more), (MAX_FINDINGS, 3));
        list.add(Some(7), number(most + 9));
        list.add(Some(7), number(most + 10));
        list.add(Some(7), number(most + 9));
        assert_eq!(list.more, 5);
    }
}
