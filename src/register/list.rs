//! Lists: what is shown of many signals, without a word about a family.
//!
//! Signals that wait for feedback come first, then those that wait for the sender's confirmation, each oldest promise first; then
//! what has ended, newest first. Each group has indexes of its own, so that a list costs what it shows.

use std::ops::ControlFlow;

use super::engine::{Transaction, Value};
use super::error::RegisterError;
use super::fields::{Fields, Unreadable};
use super::record::{age_of, topics_of};
use super::statements;
use crate::domain::age::Age;
use crate::domain::case::State;
use crate::domain::codes::{AreaId, OrganisationId, TopicId};
use crate::domain::event::{Basis, Level};
use crate::domain::signal::{Facts, Topics, Urgency};
use crate::domain::signal_id::SignalId;
use crate::domain::time::{Day, Moment};

/// Which signals are listed. What is left empty does not limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// In one of these states.
    pub states: Vec<State>,
    /// Owned by this organisation.
    pub owner: Option<OrganisationId>,
    /// Sent by this organisation.
    pub sender: Option<OrganisationId>,
    /// In one of these areas; the caller adds the areas inside them.
    pub areas: Vec<AreaId>,
    /// About one of these topics; the caller adds the topics under them.
    pub topics: Vec<TopicId>,
    /// With a promise that ran until before this day and is still open.
    pub late_on: Option<Day>,
    /// Reported at this moment or later.
    pub since: Option<Moment>,
    /// No more than so many.
    pub limit: Option<u32>,
}

impl Default for Filter {
    /// The signals whose senders wait for feedback.
    fn default() -> Self {
        Self {
            states: State::UNANSWERED.to_vec(),
            owner: None,
            sender: None,
            areas: Vec::new(),
            topics: Vec::new(),
            late_on: None,
            since: None,
            limit: None,
        }
    }
}

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
    pub declines: u32,
    pub events: u32,
    pub last_at: Moment,
}

impl Row {
    /// What a decision about an owner looks at, as the signal is now.
    #[must_use]
    pub fn facts(&self) -> Facts {
        let (topics, area, sender) = (self.topics.clone(), self.area.clone(), Some(self.sender.clone()));
        Facts { topics, age: self.age, area, urgency: self.urgency, sender }
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
        })
    }
}

/// A group of states that is listed in one go, and in which order.
struct Group {
    states: &'static [State],
    order: &'static str,
}

const GROUPS: &[Group] = &[
    Group { states: State::UNANSWERED, order: "due, seq" },
    Group { states: &[State::Answered], order: "due, seq" },
    Group { states: &[State::Closed], order: "seq DESC" },
    Group { states: &[State::Withdrawn], order: "seq DESC" },
];

/// The statements that answer a filter, in order, each with its parameters but for the limit. `select` says what of the signals.
pub(super) fn statements_for(filter: &Filter, select: &str) -> Vec<(String, Vec<Value<'static>>)> {
    GROUPS.iter().filter_map(|group| statement_for(filter, select, group)).collect()
}

/// `None` when the filter asks for no state of the group. The last parameter, which the caller adds, is the limit.
fn statement_for(filter: &Filter, select: &str, group: &Group) -> Option<(String, Vec<Value<'static>>)> {
    let Filter { states, owner, sender, areas, topics, late_on, since, limit: _ } = filter;
    let asked: Vec<State> = group.states.iter().copied().filter(|state| states.contains(state)).collect();
    let mut with = Vec::new();
    let mut place = |value: Value<'static>| {
        with.push(value);
        format!("${}", with.len())
    };
    let mut conditions = match asked.as_slice() {
        [] => return None,
        [only] => vec![statements::stands(*only)],
        [any, ..] => vec![statements::indexed(*any).to_owned()],
    };
    conditions.extend(owner.as_ref().map(|owner| format!("owner = {}", place(Value::of(owner)))));
    conditions.extend(sender.as_ref().map(|sender| format!("sender = {}", place(Value::of(sender)))));
    if !areas.is_empty() {
        let places: Vec<String> = areas.iter().map(|area| place(Value::of(area))).collect();
        conditions.push(format!("area IN ({})", places.join(", ")));
    }
    if !topics.is_empty() {
        // Codes hold no space, percent sign or underscore.
        let about = |topic| format!("' ' || topics || ' ' LIKE {}", place(Value::of(format!("% {topic} %"))));
        let about: Vec<String> = topics.iter().map(about).collect();
        conditions.push(format!("({})", about.join(" OR ")));
    }
    conditions.extend(late_on.map(|day| format!("due < {}", place(Value::of(day)))));
    conditions.extend(since.map(|moment| format!("reported_at >= {}", place(Value::of(moment)))));
    let (order, limit) = (group.order, with.len() + 1);
    let sql = format!("{select} WHERE {} ORDER BY {order} LIMIT ${limit}", conditions.join(" AND "));
    Some((sql, with))
}

/// Hands over the rows that the filter lets through, until `each` breaks.
pub(super) fn list(tx: &mut dyn Transaction, filter: &Filter, each: &mut dyn FnMut(Row) -> ControlFlow<()>) -> Result<(), RegisterError> {
    let mut left = filter.limit.map_or(i64::MAX, i64::from);
    let mut go_on = true;
    for (sql, mut with) in statements_for(filter, statements::LISTED) {
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
