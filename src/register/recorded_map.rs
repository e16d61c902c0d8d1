//! Which map a register is recorded with. The first run that records sets it; another map takes its
//! place only when somebody says so, since the same codes may name other organisations there.

use crate::register::Register;
use crate::register::database::{Engine as _, Transaction};
use crate::register::error::RegisterError;
use crate::register::row::{insert, one};
use crate::register::tables::MapRow;

impl Register {
    /// Says with which map this run records, and gives the map of the register when that is another.
    /// A register without one has this map from what is recorded next.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn record_with_map(&mut self, map: &str) -> Result<Option<String>, RegisterError> {
        let kept = self.database.read(kept)?;
        if kept.is_none() {
            self.first_map = Some(map.to_owned());
        }
        Ok(kept.filter(|kept| kept != map))
    }

    /// From now on this is the map of the register.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn accept_map(&mut self, map: &str) -> Result<(), RegisterError> {
        self.database.write(|tx| {
            if kept(tx)?.is_some_and(|kept| kept == map) {
                return Ok(());
            }
            tx.execute("DELETE FROM map", &[])?;
            keep_first(tx, map)
        })
    }
}

/// The map of the register; `None` while nothing is recorded.
pub(super) fn kept(tx: &mut dyn Transaction) -> Result<Option<String>, RegisterError> {
    let row: Option<MapRow> = one(tx, "FROM map", &[])?;
    Ok(row.map(|row| row.id))
}

/// Keeps the map, unless another run was first.
pub(super) fn keep_first(tx: &mut dyn Transaction, map: &str) -> Result<(), RegisterError> {
    if kept(tx)?.is_some() {
        return Ok(());
    }
    let row = MapRow {
        one: 1,
        id: map.to_owned(),
    };
    insert(tx, &row)
}
