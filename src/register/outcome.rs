//! What became of the reports of a batch.

use std::collections::HashMap;
use std::io;

use crate::domain::codes::OrganisationId;
use crate::domain::event::Basis;
use crate::domain::signal_id::SignalId;
use crate::domain::time::Day;
use crate::register::audit::receipt::Receipt;
use crate::register::batch::BatchError;
use crate::register::conflict::{Conflict, OnConflict};
use crate::register::report::{Already, ReportRows};
use crate::register::row::DecodeError;
use crate::register::spool::{SpooledReport, invalid};

/// What became of the reports of a batch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BatchOutcome {
    /// How many were recorded.
    pub recorded: u64,
    /// Those that were there already, each with its row, in the order of the batch.
    pub already: Vec<(u64, Already)>,
    /// Those that stand in the way of what is there already, in the order of the batch.
    pub conflicts: Vec<Conflict>,
    /// Those that were given another number than the one that was chosen, because it was taken by
    /// then.
    pub(super) renumbered: HashMap<u64, SignalId>,
    /// How many reports, from the first, earlier runs had looked at. What became of them then is not
    /// known, but for what is in conflict.
    pub earlier: u64,
    /// How many of those are in conflict with what is there.
    pub turned_down_earlier: u64,
    /// Of the report that was recorded last; `None` when none was.
    pub receipt: Option<Receipt>,
}

/// A report of a batch, as an answer tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeLine {
    /// The row it came from.
    pub row: u64,
    /// The number of the signal; `None` when none was given or recorded.
    pub id: Option<SignalId>,
    /// The number in the sender's own system.
    pub reference: Option<String>,
    /// Whether it was recorded before.
    pub already: bool,
    /// Who owns the follow-up.
    pub owner: OrganisationId,
    pub basis: Basis,
    /// The last day to say whether they take it on; `None` when they have said so.
    pub accept_by: Option<Day>,
    /// The last day on which the sender hears what was done.
    pub feedback_by: Day,
}

impl BatchOutcome {
    /// An error when there are conflicts in which nothing is to be recorded.
    pub(super) fn unless(&mut self, on_conflict: OnConflict) -> Result<(), BatchError> {
        match on_conflict {
            OnConflict::RecordNothing if !self.conflicts.is_empty() => {
                Err(BatchError::Conflicts(std::mem::take(&mut self.conflicts)))
            }
            OnConflict::RecordNothing | OnConflict::LeaveOut => Ok(()),
        }
    }
}

/// The report as an answer tells it, with the number that was chosen for it.
pub(super) fn line(kept: &SpooledReport<'_>) -> io::Result<OutcomeLine> {
    let read = || {
        let ReportRows { id, record, .. } = kept.report()?;
        let offer = record.event.offer()?;
        let reference = record.facts.and_then(|facts| facts.reference);
        Ok(OutcomeLine {
            row: kept.row,
            id: Some(id),
            reference: reference.map(|reference| reference.as_str().to_owned()),
            already: false,
            owner: offer.owner,
            basis: offer.basis,
            accept_by: Some(offer.accept_by),
            feedback_by: offer.feedback_by,
        })
    };
    read().map_err(|DecodeError| invalid())
}

impl OutcomeLine {
    /// The same row, of a signal that was there already: as that stands.
    #[must_use]
    pub fn of(self, already: &Already) -> Self {
        let Already {
            id,
            same: _,
            owner,
            basis,
            accept_by,
            feedback_by,
        } = already;
        Self {
            row: self.row,
            id: Some(*id),
            reference: self.reference,
            already: true,
            owner: owner.clone(),
            basis: *basis,
            accept_by: *accept_by,
            feedback_by: *feedback_by,
        }
    }
}
