//! The steps: 1, 2, 3 … over all signals, each sealed with what was recorded in it and with the
//! seal of the step before.

use std::ops::ControlFlow;

use crate::domain::signal_id::SignalId;
use crate::register::audit::hash_chain::{Named, Seal};
use crate::register::audit::receipt::Receipt;
use crate::register::audit::verify::finding::{Kind, RegisterFinding};
use crate::register::audit::verify::pages::{NextPage, PageCursor};
use crate::register::audit::verify::shared::Shared;
use crate::register::audit::verify::{FindingSink, Proof, VerifyCounts};
use crate::register::database::{SqlValue, Transaction};
use crate::register::error::RegisterError;
use crate::register::row::{DecodeError, RawRow, RowColumns as _, row};
use crate::register::tables::EventRow;

row! {
    /// What stands beside an event of its signal and of what its organisation was called.
    struct Beside {
        id: Option<String> = "signal.id",
        as_was_seal: Option<String> = "as_was.seal",
    }
}

/// A step as it stands there.
struct ChainStep {
    row: RawRow,
    seq: i64,
    event: u32,
    /// `None` when its signal is not there, or its number is none.
    signal: Option<SignalId>,
    seal: Option<Seal>,
    grounds: Option<i64>,
    as_was: Option<i64>,
    /// The seals that what its organisation was called can have: what stands there, and what
    /// should. None when it is not there.
    called: Vec<Option<Seal>>,
    /// The seal that what it was called should have, when another stands there.
    should_be_called: Option<Seal>,
}

/// Holds every step against its seal, and looks for the step of each receipt.
pub(in crate::register) fn look(
    tx: &mut dyn Transaction,
    (mut grounds, mut as_was): (Shared, Shared),
    receipts: &[Receipt],
    listener: &mut dyn FindingSink,
) -> Result<(VerifyCounts, Shared), RegisterError> {
    let mut pages = PageCursor::new(listener.passes_failures());
    let mut walk = ChainCheck {
        last: 0,
        before: vec![Seal::NONE],
        after_a_gap: false,
    };
    let mut counted = VerifyCounts {
        receipts: receipts
            .iter()
            .map(|receipt| (*receipt, Proof::Lost))
            .collect(),
        ..VerifyCounts::default()
    };
    let mut all_read = true;
    while let Some(page) = pages.next(tx, &mut |tx, after, most| read(tx, &as_was, after, most))? {
        match page {
            NextPage::Gap(first, last) => {
                all_read = false;
                listener.found(
                    None,
                    RegisterFinding::of(Kind::Unreadable).steps((first, last)),
                );
                walk = ChainCheck {
                    last,
                    before: Vec::new(),
                    after_a_gap: true,
                };
            }
            NextPage::Rows(rows) => {
                for (number, step) in rows {
                    step.grounds.into_iter().for_each(|of| grounds.used(of));
                    step.as_was.into_iter().for_each(|of| as_was.used(of));
                    walk.on(number, &step, listener);
                    prove(&mut counted.receipts, number, step.seal);
                    counted.last = Some((number, step.seal));
                }
            }
        }
    }
    if all_read {
        grounds.tell_unused(listener);
        as_was.tell_unused(listener);
    }
    Ok((counted, grounds))
}

/// What this step says of the receipts that are of it.
fn prove(receipts: &mut [(Receipt, Proof)], number: i64, seal: Option<Seal>) {
    for (receipt, proof) in receipts {
        if i64::try_from(receipt.step) == Ok(number) {
            let is_there = seal.is_some_and(|seal| receipt.is_of(seal));
            *proof = if is_there {
                Proof::There
            } else {
                Proof::Changed
            };
        }
    }
}

/// Where the walk along the chain has come.
struct ChainCheck {
    last: i64,
    /// The seals that the next step can go on from. After one that does not hold there are two,
    /// what stands there and what should: thus it is told once, whichever of the row and its seal
    /// was changed. None when the step before is not there.
    before: Vec<Seal>,
    after_a_gap: bool,
}

impl ChainCheck {
    fn on(&mut self, number: i64, step: &ChainStep, listener: &mut dyn FindingSink) {
        if number != self.last + 1 && !self.after_a_gap {
            let missing = (self.last + 1, number - 1);
            listener.found(None, RegisterFinding::of(Kind::StepMissing).steps(missing));
        }
        if number != self.last + 1 {
            self.before.clear();
        }
        (self.last, self.after_a_gap) = (number, false);
        let at = |kind| {
            let found = RegisterFinding::of(kind)
                .signal(step.signal)
                .event(step.event);
            found.step(number)
        };
        if let (true, Some(as_was)) = (step.called.is_empty(), step.as_was) {
            listener.found(Some(step.seq), at(Kind::AsWasMissing).row("as_was", as_was));
        }
        let event = step.row.named_values();
        self.hold_name(step, &event, listener);
        let mut should = Vec::new();
        for before in &self.before {
            let seals = step.called.iter();
            should.extend(seals.map(|called| Seal::of_event(*before, &event, *called)));
        }
        let holds = step.seal.is_some_and(|seal| should.contains(&seal));
        if holds {
            listener.proven(step.seq);
            should.clear();
        } else if step.seal.is_none() || !should.is_empty() {
            listener.found(Some(step.seq), at(Kind::Seal));
        }
        self.before = step.seal.into_iter().chain(should).collect();
    }

    /// Says so when what its organisation was called is not what was sealed: the seal of the step
    /// holds through the seal that still stands there. Where only that one was changed, it holds
    /// through what is written.
    fn hold_name(&self, step: &ChainStep, event: &[Named<'_>], listener: &mut dyn FindingSink) {
        let Some(called) = step.should_be_called else {
            return;
        };
        let mut before = self.before.iter();
        let is_sealed =
            before.any(|before| Some(Seal::of_event(*before, event, Some(called))) == step.seal);
        if !is_sealed {
            listener.shares(step.seq, step.signal, Kind::AsWas);
        }
    }
}

fn read(
    tx: &mut dyn Transaction,
    as_was: &Shared,
    after: i64,
    most: i64,
) -> Result<Vec<(i64, ChainStep)>, RegisterError> {
    let sql = format!(
        "SELECT {}, {} FROM event LEFT JOIN signal ON signal.seq = event.signal \
         LEFT JOIN as_was ON as_was.number = event.as_was \
         WHERE event.step > $1 ORDER BY event.step LIMIT $2",
        EventRow::select_of("event"),
        Beside::select()
    );
    let mut rows = Vec::new();
    tx.query(&sql, &[after.into(), most.into()], &mut |row| {
        rows.push(step(row, as_was)?);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(rows)
}

fn step(row: &[SqlValue<'_>], shared: &Shared) -> Result<(i64, ChainStep), DecodeError> {
    let (row, mut beside) = RawRow::before::<EventRow>(row);
    let Beside { id, as_was_seal } = Beside::read(&mut beside)?;
    let as_was: Option<i64> = row.get("as_was")?;
    let should_be_called = as_was.and_then(|number| shared.wrong.get(&number).copied());
    let called = match as_was {
        None => vec![None],
        Some(_) => {
            let stands = as_was_seal.and_then(|seal| seal.parse().ok());
            let seals = stands.into_iter().chain(should_be_called);
            seals.map(Some).collect()
        }
    };
    let step = ChainStep {
        seq: row.get("signal")?,
        event: row.get("number")?,
        signal: id.and_then(|id| id.parse().ok()),
        seal: row.get("seal").ok(),
        grounds: row.get("grounds")?,
        as_was,
        called,
        should_be_called,
        row,
    };
    Ok((step.row.get("step")?, step))
}
