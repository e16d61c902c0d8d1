//! Checks the traces of exports: their seals, and that none is missing between others.

use crate::register::audit::hash_chain::Seal;
use crate::register::audit::verify::FindingSink;
use crate::register::audit::verify::finding::{FindingKind, RegisterFinding};
use crate::register::audit::verify::pages::{NextPage, PageCursor, read_page};
use crate::register::database::Transaction;
use crate::register::error::RegisterError;
use crate::register::row::RawRow;
use crate::register::tables::ExportRow;

pub(in crate::register) fn check(
    tx: &mut dyn Transaction,
    sink: &mut dyn FindingSink,
) -> Result<(), RegisterError> {
    let mut pages = PageCursor::new(sink.skips_io_errors());
    let mut chain = ExportChain {
        last: 0,
        before: vec![Seal::NONE],
    };
    let mut read = |tx: &mut dyn Transaction, after, most| {
        read_page::<ExportRow>(tx, "export", "number", after, most)
    };
    while let Some(page) = pages.next(tx, &mut read)? {
        match page {
            NextPage::Gap(first, last) => {
                let finding = RegisterFinding::of(FindingKind::Unreadable);
                sink.add(None, finding.rows("export", (first, last)));
                chain = ExportChain {
                    last,
                    before: Vec::new(),
                };
            }
            NextPage::Rows(rows) => {
                for (number, row) in rows {
                    chain.next(number, &row, sink);
                }
            }
        }
    }
    Ok(())
}

struct ExportChain {
    last: i64,
    /// The seals that the next trace may continue. After a wrong seal there are two, the stored one
    /// and the right one, so each fault is reported once.
    before: Vec<Seal>,
}

impl ExportChain {
    fn next(&mut self, number: i64, row: &RawRow, sink: &mut dyn FindingSink) {
        if number != self.last + 1 {
            let missing = RegisterFinding::of(FindingKind::ExportMissing);
            sink.add(None, missing.rows("export", (self.last + 1, number - 1)));
            self.before.clear();
        }
        let values = row.named_values();
        let mut right: Vec<Seal> = self
            .before
            .iter()
            .map(|before| Seal::of_export(*before, &values))
            .collect();
        let stored: Option<Seal> = row.get("seal").ok();
        if right.is_empty() || stored.is_some_and(|seal| right.contains(&seal)) {
            right.clear();
        } else {
            let finding = RegisterFinding::of(FindingKind::Export);
            sink.add(None, finding.row("export", number));
        }
        self.before = stored.into_iter().chain(right).collect();
        self.last = number;
    }
}
