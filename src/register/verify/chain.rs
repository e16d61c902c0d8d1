//! The steps: 1, 2, 3 … over all signals, each sealed with what was recorded in it and with the
//! seal of the step before.

use std::ops::ControlFlow;

use super::super::database::{Transaction, Value};
use super::super::error::RegisterError;
use super::super::fields::{Fields, Unreadable};
use super::super::receipt::Receipt;
use super::super::seal::Seal;
use super::super::statements;
use super::finding::{Finding, Kind};
use super::grounds::Grounds;
use super::pages::{Page, Pages};
use super::{Counted, Listener, Proof};
use crate::domain::signal_id::SignalId;

/// A step as it stands there.
struct Step {
    seq: i64,
    event: u32,
    /// `None` when its signal is not there, or its number is none.
    signal: Option<SignalId>,
    seal: Option<Seal>,
    grounds: Option<i64>,
    /// Whether the grounds are not what was sealed: then the last of the seals that follow goes
    /// over what stands there.
    wrong: bool,
    /// The seals that what was recorded in it can have; none when its grounds are not there.
    recorded: Vec<Seal>,
}

/// Holds every step against its seal, and looks for the step of each receipt.
pub(super) fn look(
    tx: &mut dyn Transaction,
    mut grounds: Grounds,
    receipts: &[Receipt],
    listener: &mut dyn Listener,
) -> Result<Counted, RegisterError> {
    let sql = statements::steps_after();
    let mut pages = Pages::new(listener.passes_failures());
    let mut walk = Walk {
        last: 0,
        before: vec![Seal::NONE],
        after_a_gap: false,
    };
    let mut counted = Counted {
        receipts: receipts
            .iter()
            .map(|receipt| (*receipt, Proof::Lost))
            .collect(),
        ..Counted::default()
    };
    let mut all_read = true;
    while let Some(page) = pages.next(tx, &mut |tx, after, most| {
        read(tx, &sql, &grounds, after, most)
    })? {
        match page {
            Page::Gap(first, last) => {
                all_read = false;
                listener.found(None, Finding::of(Kind::Unreadable).steps((first, last)));
                walk = Walk {
                    last,
                    before: Vec::new(),
                    after_a_gap: true,
                };
            }
            Page::Rows(rows) => {
                for (number, step) in rows {
                    if let Some(number) = step.grounds {
                        grounds.used(number);
                    }
                    walk.on(number, &step, listener);
                    for (receipt, proof) in counted
                        .receipts
                        .iter_mut()
                        .filter(|(receipt, _)| i64::try_from(receipt.step) == Ok(number))
                    {
                        let is_there = step.seal.is_some_and(|seal| receipt.is_of(seal));
                        *proof = if is_there {
                            Proof::There
                        } else {
                            Proof::Changed
                        };
                    }
                    counted.last = Some((number, step.seal));
                }
            }
        }
    }
    if all_read {
        grounds.tell_unused(listener);
    }
    Ok(counted)
}

/// Where the walk along the chain has come.
struct Walk {
    last: i64,
    /// The seals that the next step can go on from. After one that does not hold there are two,
    /// what stands there and what should: thus it is told once, whichever of the row and its seal
    /// was changed. None when the step before is not there.
    before: Vec<Seal>,
    after_a_gap: bool,
}

impl Walk {
    fn on(&mut self, number: i64, step: &Step, listener: &mut dyn Listener) {
        let Step {
            seq,
            event,
            signal,
            seal,
            grounds,
            wrong,
            recorded,
        } = step;
        if number != self.last + 1 && !self.after_a_gap {
            let missing = (self.last + 1, number - 1);
            let until = (missing.1 > missing.0).then_some(missing.1);
            listener.found(
                None,
                Finding {
                    until,
                    ..Finding::of(Kind::StepMissing).step(missing.0)
                },
            );
        }
        if number != self.last + 1 {
            self.before.clear();
        }
        (self.last, self.after_a_gap) = (number, false);
        let at = |kind| Finding::of(kind).signal(*signal).event(*event).step(number);
        if let (true, Some(grounds)) = (recorded.is_empty(), grounds) {
            listener.found(
                Some(*seq),
                at(Kind::GroundsMissing).row("grounds", *grounds),
            );
        }
        let (mut should, mut as_it_stands) = (Vec::new(), false);
        if let Some(signal) = *signal {
            for before in &self.before {
                for event in recorded {
                    should.push(Seal::of_step(*before, number, signal, *event));
                }
                // Of several the last is the one over what stands there.
                as_it_stands |= seal.is_some() && should.last() == seal.as_ref();
            }
        }
        if *wrong && !as_it_stands {
            listener.groundless(*seq, *signal);
        }
        let holds = seal.is_some_and(|seal| should.contains(&seal));
        if holds {
            listener.proven(*seq);
            should.clear();
        } else if seal.is_none() || !should.is_empty() {
            listener.found(Some(*seq), at(Kind::Seal));
        }
        self.before = seal.iter().copied().chain(should).collect();
    }
}

fn read(
    tx: &mut dyn Transaction,
    sql: &str,
    grounds: &Grounds,
    after: i64,
    most: i64,
) -> Result<Vec<(i64, Step)>, RegisterError> {
    let mut rows = Vec::new();
    tx.query(sql, &[after.into(), most.into()], &mut |row| {
        rows.push(step(row, grounds)?);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(rows)
}

/// In the order of [`statements::steps_after`].
fn step(row: &[Value<'_>], grounds: &Grounds) -> Result<(i64, Step), Unreadable> {
    let (places, rest) = row.split_at_checked(7).ok_or(Unreadable)?;
    let (once, columns) = rest.split_at_checked(7).ok_or(Unreadable)?;
    let mut places = Fields::of(places);
    let number = places.number()?;
    let seal = places.text()?.parse().ok();
    let seq = places.number()?;
    let signal = places.optional_text()?.and_then(|id| id.parse().ok());
    let of = places.optional_number::<i64>()?;
    let stands = places
        .optional_text()?
        .and_then(|seal| seal.parse::<Seal>().ok());
    let words = places
        .optional_text()?
        .map(|seal| seal.parse::<Seal>().map_err(|_| Unreadable))
        .transpose()?;
    let event = Fields::of(columns).number()?;
    let once = if event == 1 { once } else { &[] };
    let wrong = of.is_some_and(|of| grounds.wrong.contains_key(&of));
    let recorded = match of {
        None => vec![Seal::of_event(columns, None, words, once)],
        Some(of) => {
            let seals = stands.into_iter().chain(grounds.wrong.get(&of).copied());
            seals
                .map(|grounds| Seal::of_event(columns, Some(grounds), words, once))
                .collect()
        }
    };
    Ok((
        number,
        Step {
            seq,
            event,
            signal,
            seal,
            grounds: of,
            wrong,
            recorded,
        },
    ))
}
