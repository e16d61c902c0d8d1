//! Lists: what is shown of many signals, without a word about a family.

use std::ops::ControlFlow;

use super::database::Transaction;
use super::error::RegisterError;
use super::fields::{Fields, Unreadable, rows};
use super::filter::Filter;
use super::record::{age_of, organisations_of, topics_of};
use super::statements;
use crate::domain::age::Age;
use crate::domain::case::State;
use crate::domain::codes::{AreaId, OrganisationId};
use crate::domain::event::{Basis, Level};
use crate::domain::signal::{Facts, Topics, Urgency};
use crate::domain::signal_id::SignalId;
use crate::domain::time::{Day, Moment};
use crate::domain::waiting::{Stand, Waiting};

/// A signal as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as in Reported and Case")]
pub struct Row {
    pub id: SignalId,
    pub sender: OrganisationId,
    pub reported_at: Moment,
    pub age: Option<Age>,
    pub area: Option<AreaId>,
    pub urgency: Urgency,
    pub coordinator: OrganisationId,
    pub basis: Basis,
    pub level: Level,
    pub state: State,
    pub owner: OrganisationId,
    pub topics: Topics,
    pub accept_by: Option<Day>,
    pub feedback_by: Day,
    pub confirm_by: Option<Day>,
    /// The promise that runs now.
    pub due: Option<Day>,
    pub proposed: Option<OrganisationId>,
    /// Whom a question was asked that waits for its reply; one may occur more than once.
    pub asked: Vec<OrganisationId>,
    pub declines: u32,
    pub events: u32,
    pub last_at: Moment,
}

impl Row {
    /// What it waits for today, and from whom.
    #[must_use]
    pub fn waiting(&self, today: Day) -> Vec<Waiting> {
        let stand = Stand {
            state: self.state,
            sender: &self.sender,
            owner: &self.owner,
            coordinator: &self.coordinator,
            basis: self.basis,
            proposed: self.proposed.as_ref(),
            asked: self.asked.iter().collect(),
            due: self.due,
            declines: self.declines,
        };
        stand.waiting(today)
    }

    /// What a decision about an owner looks at, as the signal is now.
    #[must_use]
    pub fn facts(&self) -> Facts {
        let (topics, area, sender) = (
            self.topics.clone(),
            self.area.clone(),
            Some(self.sender.clone()),
        );
        Facts {
            topics,
            age: self.age,
            area,
            urgency: self.urgency,
            sender,
        }
    }

    fn read(row: &mut Fields<'_>) -> Result<Self, RegisterError> {
        let id = row.parsed()?;
        Self::after_id(id, row).map_err(|Unreadable| RegisterError::DamagedSignal { id: Some(id) })
    }

    fn after_id(id: SignalId, row: &mut Fields<'_>) -> Result<Self, Unreadable> {
        Ok(Self {
            id,
            sender: row.parsed()?,
            reported_at: row.parsed()?,
            age: age_of(row.optional_number()?)?,
            area: row.optional()?,
            urgency: row.choice()?,
            coordinator: row.parsed()?,
            basis: row.choice()?,
            level: row.choice()?,
            state: row.choice()?,
            owner: row.parsed()?,
            topics: topics_of(row.text()?)?,
            accept_by: row.optional()?,
            feedback_by: row.parsed()?,
            confirm_by: row.optional()?,
            due: row.optional()?,
            proposed: row.optional()?,
            declines: row.number()?,
            events: row.number()?,
            last_at: row.parsed()?,
            asked: row
                .optional_text()?
                .map(organisations_of)
                .transpose()?
                .unwrap_or_default(),
        })
    }
}

/// Hands over the rows that the filter lets through, until `each` breaks.
pub(super) fn list(
    tx: &mut dyn Transaction,
    filter: &Filter,
    each: &mut dyn FnMut(Row) -> ControlFlow<()>,
) -> Result<(), RegisterError> {
    let mut left = filter.limit.map_or(i64::MAX, i64::from);
    let mut go_on = true;
    for (sql, mut with) in filter.listing(statements::LISTED) {
        if left == 0 || !go_on {
            break;
        }
        with.push(left.into());
        tx.query(&sql, &with, &mut |row| {
            left -= 1;
            let flow = each(Row::read(&mut Fields::of(row))?);
            go_on = flow.is_continue();
            Ok(flow)
        })?;
    }
    Ok(())
}

/// How many signals the filter lets through, but for its limit.
pub(super) fn count(tx: &mut dyn Transaction, filter: &Filter) -> Result<u64, RegisterError> {
    let counted = filter
        .selecting("SELECT count(*) FROM signal")
        .into_iter()
        .map(|(sql, with)| {
            let counted = rows(tx, &sql, &with, |row| row.number::<u64>())?;
            Ok::<_, RegisterError>(counted.into_iter().sum::<u64>())
        });
    counted.sum()
}
