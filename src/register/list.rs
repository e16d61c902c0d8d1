//! Lists: what is shown of many signals, without a word about a family.

use std::ops::ControlFlow;

use crate::domain::age::Age;
use crate::domain::codes::{AreaId, OrganisationId};
use crate::domain::event::{Basis, Level};
use crate::domain::pending_step::{PendingStep, Waiting};
use crate::domain::signal::{Facts, Topics, Urgency};
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::State;
use crate::domain::time::{Day, Moment};
use crate::register::database::{SqlValue, Transaction};
use crate::register::dialect;
use crate::register::error::RegisterError;
use crate::register::filter::Filter;
use crate::register::row::{DecodeError, RawRow, RowColumns as _, RowReader, one, row, rows};

row! {
    /// A signal as a list shows it.
    pub struct ListRow {
        id: SignalId,
        sender: OrganisationId,
        reported_at: Moment,
        age: Option<Age> = "age_months",
        area: Option<AreaId>,
        urgency: Urgency,
        coordinator: OrganisationId,
        basis: Basis,
        level: Level,
        state: State,
        owner: OrganisationId,
        topics: Topics,
        accept_by: Option<Day>,
        feedback_by: Day,
        confirm_by: Option<Day>,
        /// The promise that runs now.
        due: Option<Day>,
        proposed: Option<OrganisationId>,
        /// Whom a question was asked that waits for its reply; one may occur more than once.
        asked: Vec<OrganisationId> = "CASE WHEN questions = 0 THEN '' ELSE \
            (SELECT string_agg(organisation, ' ' ORDER BY from_event) FROM reader \
            WHERE signal = seq AND role = 'asked' AND until_event IS NULL) END",
        declines: u32,
        events: u32,
        last_at: Moment,
    }
}

impl ListRow {
    /// What it waits for today, and from whom.
    #[must_use]
    pub fn waiting(&self, today: Day) -> Vec<Waiting> {
        let stand = PendingStep {
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
}

/// A row of a list; one that cannot be read is named as far as its number can.
fn read(row: &[SqlValue<'_>]) -> Result<ListRow, RegisterError> {
    ListRow::read(&mut RowReader::new(row)).map_err(|DecodeError| {
        let id = RawRow::of::<ListRow>(row).get("id").ok();
        RegisterError::DamagedSignal { id }
    })
}

/// Hands over the rows that the filter lets through, until `each` breaks.
pub(super) fn list(
    tx: &mut dyn Transaction,
    filter: &Filter,
    each: &mut dyn FnMut(ListRow) -> ControlFlow<()>,
) -> Result<(), RegisterError> {
    let mut left = filter.limit.map_or(i64::MAX, i64::from);
    let mut go_on = true;
    for (sql, mut with) in filter.listing(&format!("{}, seq", ListRow::select())) {
        if left == 0 || !go_on {
            break;
        }
        with.push(left.into());
        tx.query(&sql, &with, &mut |row| {
            left -= 1;
            let flow = each(read(row)?);
            go_on = flow.is_continue();
            Ok(flow)
        })?;
    }
    Ok(())
}

row! {
    struct Count {
        signals: u64 = "count(*)",
    }
}

/// How many signals the filter lets through, but for its limit.
pub(super) fn count(tx: &mut dyn Transaction, filter: &Filter) -> Result<u64, RegisterError> {
    let mut all = 0;
    for (sql, with) in filter.selecting(&format!("SELECT {} FROM signal", Count::select())) {
        for Count { signals } in rows::<Count>(tx, &sql, &with)? {
            all += signals;
        }
    }
    Ok(all)
}

/// How many signals stand there.
pub(super) fn count_in(tx: &mut dyn Transaction, state: State) -> Result<u64, RegisterError> {
    let sql = format!(
        "SELECT {} FROM signal WHERE {}",
        Count::select(),
        dialect::stands(state)
    );
    let counted: Option<Count> = one(tx, &sql, &[])?;
    let Count { signals } = counted.ok_or(DecodeError)?;
    Ok(signals)
}
