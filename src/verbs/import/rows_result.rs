//! What became of the rows of a file, reports or histories alike.

use std::io;

use crate::domain::access::Reader;
use crate::exchange::import::{RowFault, RowSpool};
use crate::register::{Batch, BatchOutcome, Receipt, ReportOutcome, RestoreOutcome};
use crate::verbs::import::answer::Signals;
use crate::verbs::import::rejects::conflicts;
use crate::verbs::import::restore::Histories;

/// What became of the rows.
pub enum RowsResult {
    Reports(BatchOutcome),
    Histories(Vec<RestoreOutcome>, Option<Receipt>),
}

impl RowsResult {
    pub fn recorded(&self) -> u64 {
        match self {
            RowsResult::Reports(outcome) => outcome.recorded,
            RowsResult::Histories(restored, _) => {
                let new = restored
                    .iter()
                    .filter(|one| **one == Ok(ReportOutcome::New));
                new.count() as u64
            }
        }
    }

    /// What is wrong with the rows that conflict with what is there.
    pub fn conflicts(&self, histories: &Histories) -> Vec<RowFault> {
        match self {
            RowsResult::Reports(outcome) => conflicts(&outcome.conflicts).collect(),
            RowsResult::Histories(restored, _) => histories.faults(restored),
        }
    }

    pub fn signals(
        self,
        batch: Batch,
        spool: &mut RowSpool,
        hearer: Option<&Reader>,
    ) -> io::Result<Signals> {
        match self {
            RowsResult::Reports(outcome) => Ok(Signals::Reports(Box::new(batch), outcome)),
            RowsResult::Histories(restored, _) => Signals::histories(spool, restored, hearer),
        }
    }

    pub fn receipt(&self) -> Option<Receipt> {
        match self {
            RowsResult::Reports(outcome) => outcome.receipt,
            RowsResult::Histories(_, receipt) => *receipt,
        }
    }
}
