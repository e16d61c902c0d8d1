//! The traces of exports: each as it was sealed, and none missing between others.

use crate::register::audit::hash_chain::Seal;
use crate::register::audit::verify::FindingSink;
use crate::register::audit::verify::finding::{Kind, RegisterFinding};
use crate::register::audit::verify::pages::{NextPage, PageCursor};
use crate::register::database::Transaction;
use crate::register::error::RegisterError;
use crate::register::row::{RawRow, RowColumns as _, raw_rows};
use crate::register::tables::ExportRow;

/// Holds all of them against their seals.
pub(in crate::register) fn look(
    tx: &mut dyn Transaction,
    listener: &mut dyn FindingSink,
) -> Result<(), RegisterError> {
    let mut pages = PageCursor::new(listener.passes_failures());
    // After a seal that does not hold the next may go on from what stands there or from what
    // should: so each fault is told once.
    let (mut last, mut before) = (0, vec![Seal::NONE]);
    while let Some(page) = pages.next(tx, &mut read)? {
        match page {
            NextPage::Gap(first, until) => {
                listener.found(
                    None,
                    RegisterFinding::of(Kind::Unreadable).rows("export", (first, until)),
                );
                (last, before) = (until, Vec::new());
            }
            NextPage::Rows(rows) => {
                for (number, row) in rows {
                    let stands: Option<Seal> = row.get("seal").ok();
                    if number != last + 1 {
                        listener.found(
                            None,
                            RegisterFinding::of(Kind::ExportMissing)
                                .rows("export", (last + 1, number - 1)),
                        );
                        before.clear();
                    }
                    let should: Vec<Seal> = before
                        .iter()
                        .map(|before| Seal::of_export(*before, &row.named_values()))
                        .collect();
                    let holds =
                        should.is_empty() || stands.is_some_and(|seal| should.contains(&seal));
                    if !holds {
                        listener.found(
                            None,
                            RegisterFinding::of(Kind::Export).row("export", number),
                        );
                    }
                    before = stands
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
) -> Result<Vec<(i64, RawRow)>, RegisterError> {
    let columns = ExportRow::select();
    let sql = format!("SELECT {columns} FROM export WHERE number > $1 ORDER BY number LIMIT $2");
    let rows = raw_rows::<ExportRow>(tx, &sql, &[after.into(), most.into()])?;
    let numbered = rows.into_iter().map(|row| Ok((row.get("number")?, row)));
    numbered.collect()
}
