//! Checks the hash chain: the steps 1, 2, 3 … over all signals, each sealed with its content and
//! the seal of the step before.

use std::ops::ControlFlow;

use crate::domain::signal_id::SignalId;
use crate::register::audit::hash_chain::{NamedValue, Seal};
use crate::register::audit::receipt::Receipt;
use crate::register::audit::verify::finding::{FindingKind, RegisterFinding};
use crate::register::audit::verify::pages::{NextPage, PageCursor};
use crate::register::audit::verify::shared::SharedRows;
use crate::register::audit::verify::{FindingSink, ReceiptStatus, VerifyCounts};
use crate::register::database::{SqlValue, Transaction};
use crate::register::error::RegisterError;
use crate::register::event_row::EventRow;
use crate::register::row::{DecodeError, RawRow, RowColumns as _, row};

row! {
    /// The signal of an event and the seal of the name it refers to.
    struct JoinedColumns {
        id: Option<String> = "signal.id",
        as_was_seal: Option<String> = "as_was.seal",
    }
}

/// A step as stored.
struct ChainStep {
    row: RawRow,
    seq: i64,
    event: u32,
    /// `None` when its signal is missing or has no valid number.
    signal: Option<SignalId>,
    seal: Option<Seal>,
    decision: Option<i64>,
    as_was: Option<i64>,
    /// The seals that its name may have: the stored one, and the right one. Empty when the name is
    /// missing.
    name_seals: Vec<Option<Seal>>,
    /// The right seal of its name, when another is stored.
    right_name_seal: Option<Seal>,
}

/// Checks the seal of every step, and looks for the step of each receipt. Gives the decisions back.
pub(in crate::register) fn check(
    tx: &mut dyn Transaction,
    (mut decisions, mut names): (SharedRows, SharedRows),
    receipts: &[Receipt],
    sink: &mut dyn FindingSink,
) -> Result<(VerifyCounts, SharedRows), RegisterError> {
    let mut pages = PageCursor::new(sink.skips_io_errors());
    let mut chain = ChainCheck {
        last: 0,
        before: vec![Seal::NONE],
        after_gap: false,
    };
    let mut counts = VerifyCounts::without_steps(receipts);
    let mut all_read = true;
    while let Some(page) = pages.next(tx, &mut |tx, after, most| read(tx, &names, after, most))? {
        match page {
            NextPage::Gap(first, last) => {
                all_read = false;
                let finding = RegisterFinding::of(FindingKind::Unreadable);
                sink.add(None, finding.steps((first, last)));
                chain = ChainCheck {
                    last,
                    before: Vec::new(),
                    after_gap: true,
                };
            }
            NextPage::Rows(rows) => {
                for (number, step) in rows {
                    step.decision
                        .into_iter()
                        .for_each(|of| decisions.mark_used(of));
                    step.as_was.into_iter().for_each(|of| names.mark_used(of));
                    chain.next(number, &step, sink);
                    match_receipts(&mut counts.receipts, number, step.seal);
                    counts.last = Some((number, step.seal));
                }
            }
        }
    }
    if all_read {
        decisions.report_unused(sink);
        names.report_unused(sink);
    }
    Ok((counts, decisions))
}

/// Updates the receipts of this step.
fn match_receipts(receipts: &mut [(Receipt, ReceiptStatus)], number: i64, seal: Option<Seal>) {
    for (receipt, status) in receipts {
        if i64::try_from(receipt.step) == Ok(number) {
            *status = if seal.is_some_and(|seal| receipt.is_of(seal)) {
                ReceiptStatus::There
            } else {
                ReceiptStatus::Changed
            };
        }
    }
}

/// The position in the chain.
struct ChainCheck {
    last: i64,
    /// The seals that the next step may continue. After a wrong seal there are two, the stored one
    /// and the right one, so a change of the row or of its seal is reported once. Empty when the
    /// step before is missing.
    before: Vec<Seal>,
    after_gap: bool,
}

impl ChainCheck {
    fn next(&mut self, number: i64, step: &ChainStep, sink: &mut dyn FindingSink) {
        if number != self.last + 1 && !self.after_gap {
            let missing = RegisterFinding::of(FindingKind::StepMissing);
            sink.add(None, missing.steps((self.last + 1, number - 1)));
        }
        if number != self.last + 1 {
            self.before.clear();
        }
        (self.last, self.after_gap) = (number, false);
        if let (true, Some(as_was)) = (step.name_seals.is_empty(), step.as_was) {
            let finding = step.finding(FindingKind::AsWasMissing, number);
            sink.add(Some(step.seq), finding.row("as_was", as_was));
        }
        let event = step.row.named_values();
        self.check_name(step, &event, sink);
        let mut right = Vec::new();
        for before in &self.before {
            let names = step.name_seals.iter();
            right.extend(names.map(|name| Seal::of_event(*before, &event, *name)));
        }
        if step.seal.is_some_and(|seal| right.contains(&seal)) {
            sink.proven(step.seq);
            right.clear();
        } else if step.seal.is_none() || !right.is_empty() {
            sink.add(Some(step.seq), step.finding(FindingKind::Seal, number));
        }
        self.before = step.seal.into_iter().chain(right).collect();
    }

    /// Reports a name that is not what was sealed: then the step is valid with the stored seal of
    /// the name. Where only that seal was changed, it is valid with the right one.
    fn check_name(&self, step: &ChainStep, event: &[NamedValue<'_>], sink: &mut dyn FindingSink) {
        let Some(right) = step.right_name_seal else {
            return;
        };
        let mut before = self.before.iter();
        let is_sealed =
            before.any(|before| Some(Seal::of_event(*before, event, Some(right))) == step.seal);
        if !is_sealed {
            sink.wrong_shared_row(step.seq, step.signal, FindingKind::AsWas);
        }
    }
}

impl ChainStep {
    fn finding(&self, kind: FindingKind, number: i64) -> RegisterFinding {
        RegisterFinding::of(kind)
            .signal(self.signal)
            .event(self.event)
            .step(number)
    }

    fn read(row: &[SqlValue<'_>], names: &SharedRows) -> Result<(i64, Self), DecodeError> {
        let (row, mut joined) = RawRow::split_from::<EventRow>(row);
        let JoinedColumns { id, as_was_seal } = JoinedColumns::read(&mut joined)?;
        let as_was: Option<i64> = row.get("as_was")?;
        let right_name_seal = as_was.and_then(|number| names.wrong.get(&number).copied());
        let name_seals = match as_was {
            None => vec![None],
            Some(_) => {
                let stored = as_was_seal.and_then(|seal| seal.parse().ok());
                let seals = stored.into_iter().chain(right_name_seal);
                seals.map(Some).collect()
            }
        };
        let step = Self {
            seq: row.get("signal")?,
            event: row.get("number")?,
            signal: id.and_then(|id| id.parse().ok()),
            seal: row.get("seal").ok(),
            decision: row.get("grounds")?,
            as_was,
            name_seals,
            right_name_seal,
            row,
        };
        Ok((step.row.get("step")?, step))
    }
}

fn read(
    tx: &mut dyn Transaction,
    names: &SharedRows,
    after: i64,
    most: i64,
) -> Result<Vec<(i64, ChainStep)>, RegisterError> {
    let sql = format!(
        "SELECT {}, {} FROM event LEFT JOIN signal ON signal.seq = event.signal \
         LEFT JOIN as_was ON as_was.number = event.as_was \
         WHERE event.step > $1 ORDER BY event.step LIMIT $2",
        EventRow::select_of("event"),
        JoinedColumns::select()
    );
    let mut rows = Vec::new();
    tx.query(&sql, &[after.into(), most.into()], &mut |row| {
        rows.push(ChainStep::read(row, names)?);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(rows)
}
