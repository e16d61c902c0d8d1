//! The codes that stand in a register, whatever map is used today.

use std::collections::BTreeSet;

use crate::domain::codes::{AreaId, OrganisationId, TopicId};
use crate::domain::signal::Topics;
use crate::domain::signal_state::State;
use crate::register::Register;
use crate::register::database::{Engine as _, Transaction};
use crate::register::dialect;
use crate::register::error::RegisterError;
use crate::register::row::{row, rows};

/// What signals are about, and who owns them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CodesInUse {
    /// Who owns the follow-up of one, open or ended.
    pub owners: BTreeSet<OrganisationId>,
    /// Where somebody lives.
    pub areas: BTreeSet<AreaId>,
    /// Of open signals alone: no index has those of the others.
    pub topics: BTreeSet<TopicId>,
}

row! {
    struct OwnerInUse {
        owner: OrganisationId = "code",
    }
}

row! {
    struct AreaInUse {
        area: AreaId = "code",
    }
}

row! {
    struct TopicsInUse {
        topics: Topics,
    }
}

/// Each value of an indexed column once. It skips from one value to the next, so it costs what there
/// are values, not signals.
fn each_once(column: &str) -> String {
    format!(
        "FROM (WITH RECURSIVE codes (code) AS (\
         SELECT min({column}) FROM signal UNION ALL \
         SELECT (SELECT min({column}) FROM signal WHERE {column} > code) FROM codes WHERE code IS NOT NULL) \
         SELECT code FROM codes) AS found WHERE code IS NOT NULL"
    )
}

fn areas_in_use(tx: &mut dyn Transaction) -> Result<BTreeSet<AreaId>, RegisterError> {
    let areas = rows(tx, &each_once("area"), &[])?.into_iter();
    Ok(areas.map(|AreaInUse { area }| area).collect())
}

fn codes_in_use(tx: &mut dyn Transaction) -> Result<CodesInUse, RegisterError> {
    let mut codes = CodesInUse {
        areas: areas_in_use(tx)?,
        ..CodesInUse::default()
    };
    for OwnerInUse { owner } in rows(tx, &each_once("owner"), &[])? {
        codes.owners.insert(owner);
    }
    for state in [State::Offered, State::Answered] {
        let open = dialect::in_phase(state, "phase", "due");
        let of_open = format!("FROM signal WHERE {open} GROUP BY topics");
        for TopicsInUse { topics } in rows(tx, &of_open, &[])? {
            codes.topics.extend(topics.iter().cloned());
        }
    }
    Ok(codes)
}

impl Register {
    /// Where the persons live of whom it has signals. It reads no signal for that.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn areas_in_use(&mut self) -> Result<BTreeSet<AreaId>, RegisterError> {
        self.database.read(|tx| areas_in_use(tx))
    }

    /// The codes that stand in it. The topics are looked for in each open signal.
    ///
    /// # Errors
    /// [`RegisterError`].
    pub fn codes_in_use(&mut self) -> Result<CodesInUse, RegisterError> {
        self.database.read(|tx| codes_in_use(tx))
    }
}
