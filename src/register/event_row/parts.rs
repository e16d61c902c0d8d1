//! The parts of events that some columns hold together.

use crate::domain::event::{Correction, NewOwner};
use crate::register::event_row::{EventRow, filled};
use crate::register::row::DecodeError;

impl EventRow {
    /// A decision has a basis.
    pub(super) fn correction(&self) -> Result<Correction, DecodeError> {
        if self.basis.is_some() || self.to_organisation.is_some() {
            return Ok(Correction::Decided(self.offer()?));
        }
        Ok(Correction::Facts {
            coordinator: filled(&self.coordinator)?,
            accept_by: self.accept_by,
            feedback_by: filled(&self.feedback_by)?,
        })
    }

    /// To whom it goes when it is taken up again and its owner is gone.
    pub(super) fn new_owner(&self) -> Result<Option<NewOwner>, DecodeError> {
        match (&self.to_organisation, self.accept_by) {
            (None, None) => Ok(None),
            (Some(to), Some(accept_by)) => Ok(Some(NewOwner {
                to: to.clone(),
                accept_by,
            })),
            (Some(_), None) | (None, Some(_)) => Err(DecodeError),
        }
    }
}
