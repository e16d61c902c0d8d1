//! What became of the reports of a batch.

use std::collections::HashMap;
use std::io;

use crate::domain::signal_id::SignalId;
use crate::register::audit::receipt::Receipt;
use crate::register::conflict::{BatchError, Conflict, OnConflict};
use crate::register::report::ToldSignal;
use crate::register::row::DecodeError;
use crate::register::spool::{SpooledReport, invalid};

/// What became of the reports of a batch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BatchOutcome {
    /// The number of reports recorded; of a rehearsal, that would be.
    pub recorded: u64,
    /// Whether nothing was recorded: what would become of the reports was only looked up.
    pub is_rehearsal: bool,
    /// Reports that were there already, by row.
    pub already: Vec<(u64, ToldSignal)>,
    /// By row.
    pub conflicts: Vec<Conflict>,
    /// Rows whose chosen number was taken meanwhile, with their new number.
    pub(super) renumbered: HashMap<u64, SignalId>,
    /// The number of reports, from the first, that earlier runs handled. Only their conflicts are
    /// known.
    pub earlier: u64,
    /// How many of those are in conflict with what is there.
    pub earlier_conflicts: u64,
    /// Of the last report recorded.
    pub receipt: Option<Receipt>,
}

/// A report of a batch, for the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeLine {
    /// The row it came from.
    pub row: u64,
    /// The number in the sender's own system.
    pub reference: Option<String>,
    /// Whether it was recorded before.
    pub already: bool,
    /// As it is now, as far as it is told. A rehearsal: as it would be, perhaps with another number.
    pub signal: ToldSignal,
    /// Whether the number of the signal is its own: it came with the report, or is recorded.
    pub has_own_number: bool,
}

impl BatchOutcome {
    /// The outcome of `reports` that would all be new: there is no register yet.
    #[must_use]
    pub fn all_new(reports: u64) -> Self {
        Self {
            recorded: reports,
            is_rehearsal: true,
            ..Self::default()
        }
    }

    /// # Errors
    /// [`BatchError::Conflicts`] when there are some, and they forbid recording the rest.
    pub(super) fn check_conflicts(&mut self, on_conflict: OnConflict) -> Result<(), BatchError> {
        match on_conflict {
            OnConflict::RecordNothing if !self.conflicts.is_empty() => {
                Err(BatchError::Conflicts(std::mem::take(&mut self.conflicts)))
            }
            OnConflict::RecordNothing | OnConflict::LeaveOut => Ok(()),
        }
    }
}

impl OutcomeLine {
    /// A report with the number that was chosen for it.
    pub(super) fn of_spooled(spooled: &SpooledReport<'_>) -> io::Result<Self> {
        let report = spooled.report().map_err(|DecodeError| invalid())?;
        let offer = report
            .record
            .event
            .offer()
            .map_err(|DecodeError| invalid())?;
        Ok(Self {
            row: spooled.row,
            reference: report.reference().map(|text| text.as_str().to_owned()),
            already: false,
            signal: ToldSignal::offered(report.id, offer),
            has_own_number: true,
        })
    }

    /// The same row, with the signal that was there already.
    #[must_use]
    pub fn of(self, existing: ToldSignal) -> Self {
        Self {
            already: true,
            signal: existing,
            ..self
        }
    }

    /// The number of the signal; `None` when none was given or recorded.
    #[must_use]
    pub fn id(&self) -> Option<SignalId> {
        self.has_own_number.then_some(self.signal.id)
    }
}
