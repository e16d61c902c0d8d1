//! Lists: what is shown of many signals, without what people wrote.

use std::ops::ControlFlow;

use crate::domain::age::{Age, YoungestChild};
use crate::domain::codes::{AreaId, OrganisationId};
use crate::domain::event::{Basis, Level};
use crate::domain::pending_step::{PendingStep, WaitingSignal};
use crate::domain::residence::{AreaAndPlace, Postcode, Residence};
use crate::domain::signal::{Facts, Particulars, Topics, Urgency};
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::State;
use crate::domain::time::{Day, Moment};
use crate::register::database::{SqlValue, Transaction};
use crate::register::dialect;
use crate::register::error::RegisterError;
use crate::register::filter::Filter;
use crate::register::row::{DecodeError, FromColumn, RowColumns as _, one, row, rows};
use crate::register::signal_record::read_named;

row! {
    /// A signal as a list shows it.
    pub struct ListRow {
        id: SignalId,
        sender: OrganisationId,
        reported_at: Moment,
        age: Option<Age> = "age_months",
        youngest: Option<YoungestChild> = "youngest_months",
        area: Option<AreaId>,
        place: Option<Postcode>,
        urgency: Urgency,
        before: Option<Day> = "before_day",
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
        /// Who recorded the answer; `None` without one.
        answered_by: Option<OrganisationId>,
        /// Whether the owner knows which family it is.
        family_known: bool,
        /// Who claims it, in a dispute that nobody has taken on.
        claimants: Vec<OrganisationId> = "CASE WHEN basis <> 'dispute' OR state <> 'offered' THEN '' ELSE \
            (SELECT coalesce(string_agg(organisation, ' ' ORDER BY organisation), '') FROM reader \
            WHERE signal = seq AND role = 'claimant' AND until_event IS NULL) END",
        /// Who was asked a question that is still open; one may occur more than once.
        asked: Vec<OrganisationId> = "CASE WHEN questions = 0 THEN '' ELSE \
            (SELECT string_agg(organisation, ' ' ORDER BY from_event) FROM reader \
            WHERE signal = seq AND role = 'asked' AND until_event IS NULL) END",
        declines: u32,
        events: u32,
        last_at: Moment,
        /// Whether a colleague sent it from whom the reader is kept apart: who may know number, state
        /// and days alone.
        of_colleague: bool = "{of_colleague}",
        /// For a reader who sent it and hears the status only: what that reader may know instead.
        as_reported: Option<AsReported> = "{as_reported}",
    }
}

/// What somebody reported, and was told then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsReported {
    pub topics: Topics,
    pub basis: Basis,
    pub urgency: Urgency,
    pub area: Option<AreaId>,
    pub place: Option<Postcode>,
}

impl<'r> FromColumn<'r> for AsReported {
    /// The columns with upright strokes between them.
    fn from_value(value: &'r SqlValue<'r>) -> Result<Self, DecodeError> {
        let text = <&str>::from_value(value)?;
        let [topics, basis, urgency, area, place] = text.split('|').collect::<Vec<_>>()[..] else {
            return Err(DecodeError);
        };
        let optional = |part: &str| {
            if part.is_empty() {
                SqlValue::Null
            } else {
                SqlValue::of(part)
            }
        };
        Ok(Self {
            topics: Topics::from_value(&topics.into())?,
            basis: Basis::from_value(&basis.into())?,
            urgency: Urgency::from_value(&urgency.into())?,
            area: Option::from_value(&optional(area))?,
            place: Option::from_value(&optional(place))?,
        })
    }
}

impl ListRow {
    /// What it waits for today, and from whom.
    #[must_use]
    pub fn waiting(&self, today: Day) -> Vec<PendingStep> {
        let pending = WaitingSignal {
            state: self.state,
            sender: &self.sender,
            owner: &self.owner,
            coordinator: &self.coordinator,
            basis: self.basis,
            proposed: self.proposed.as_ref(),
            claimants: self.claimants.iter().collect(),
            answered_by: self.answered_by.as_ref(),
            owner_knows_family: self.family_known,
            asked: self.asked.iter().collect(),
            due: self.due,
            declines: self.declines,
        };
        pending.waiting(today)
    }

    /// What a decision about an owner looks at, with the topics of now.
    ///
    /// # Errors
    /// [`RegisterError::DamagedSignal`]: it is of two places.
    pub fn facts(&self) -> Result<Facts, RegisterError> {
        let residence = Residence::of(self.area.clone(), self.place);
        let particulars = Particulars {
            age: self.age,
            youngest: self.youngest,
            residence: residence
                .map_err(|AreaAndPlace| RegisterError::DamagedSignal { id: Some(self.id) })?,
            urgency: self.urgency,
            before: self.before,
        };
        Ok(particulars.facts(self.topics.clone(), self.sender.clone()))
    }
}

/// Hands over the rows that the filter lets through, until `each` breaks.
pub(super) fn list(
    tx: &mut dyn Transaction,
    filter: &Filter,
    each: &mut dyn FnMut(ListRow) -> ControlFlow<()>,
) -> Result<(), RegisterError> {
    let mut left = filter.limit.map_or(i64::MAX, i64::from);
    let mut stopped = false;
    for (sql, mut with) in filter.listing(&format!("{}, seq", ListRow::select())) {
        if left == 0 || stopped {
            break;
        }
        with.push(left.into());
        tx.query(&sql, &with, &mut |row| {
            left -= 1;
            let flow = each(read_named(row)?);
            stopped = flow.is_break();
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

/// How many signals the filter lets through, ignoring its limit.
pub(super) fn count(tx: &mut dyn Transaction, filter: &Filter) -> Result<u64, RegisterError> {
    let mut all = 0;
    for (rest, with) in filter.selecting("") {
        for Count { signals } in rows(tx, &rest, &with)? {
            all += signals;
        }
    }
    Ok(all)
}

pub(super) fn count_in(tx: &mut dyn Transaction, state: State) -> Result<u64, RegisterError> {
    let rest = format!(
        "FROM signal WHERE {}",
        dialect::has_state(state, "phase", "due")
    );
    let Count { signals } = one(tx, &rest, &[])?.ok_or(DecodeError)?;
    Ok(signals)
}
