//! The traces of exports: each as it was sealed, and none missing between others.

use std::ops::ControlFlow;

use super::super::database::{Transaction, Value};
use super::super::error::RegisterError;
use super::super::fields::Fields;
use super::super::seal::Seal;
use super::super::statements;
use super::Listener;
use super::finding::{Finding, Kind};
use super::pages::{Page, Pages};

/// What is sealed of a trace, and the seal that stands there.
struct Trace {
    sealed: Vec<Value<'static>>,
    stands: String,
}

/// Holds all of them against their seals.
pub(super) fn look(
    tx: &mut dyn Transaction,
    listener: &mut dyn Listener,
) -> Result<(), RegisterError> {
    let mut pages = Pages::new(listener.passes_failures());
    // After a seal that does not hold the next may go on from what stands there or from what
    // should: so each fault is told once.
    let (mut last, mut before) = (0, vec![Seal::NONE]);
    while let Some(page) = pages.next(tx, &mut read)? {
        match page {
            Page::Gap(first, until) => {
                listener.found(
                    None,
                    Finding::of(Kind::Unreadable).rows("export", (first, until)),
                );
                (last, before) = (until, Vec::new());
            }
            Page::Rows(rows) => {
                for (number, Trace { sealed, stands }) in rows {
                    if number != last + 1 {
                        listener.found(
                            None,
                            Finding::of(Kind::ExportMissing).rows("export", (last + 1, number - 1)),
                        );
                        before.clear();
                    }
                    let should: Vec<Seal> = before
                        .iter()
                        .map(|before| Seal::of_export(*before, &sealed))
                        .collect();
                    let holds =
                        should.is_empty() || should.iter().any(|seal| seal.to_string() == stands);
                    if !holds {
                        listener.found(None, Finding::of(Kind::Export).row("export", number));
                    }
                    before = stands
                        .parse()
                        .into_iter()
                        .chain(should.into_iter().filter(|_| !holds))
                        .collect();
                    last = number;
                }
            }
        }
    }
    Ok(())
}

fn read(
    tx: &mut dyn Transaction,
    after: i64,
    most: i64,
) -> Result<Vec<(i64, Trace)>, RegisterError> {
    let mut rows = Vec::new();
    tx.query(
        statements::EXPORTS_AFTER,
        &[after.into(), most.into()],
        &mut |row| {
            let [sealed @ .., seal] = row else {
                return Err(RegisterError::DamagedSignal { id: None });
            };
            let number = Fields::of(sealed).number()?;
            let stands = Fields::of(std::slice::from_ref(seal)).text()?.to_owned();
            rows.push((
                number,
                Trace {
                    sealed: sealed.iter().map(Value::kept).collect(),
                    stands,
                },
            ));
            Ok(ControlFlow::Continue(()))
        },
    )?;
    Ok(rows)
}
