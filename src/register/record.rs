//! A signal between the domain and its row.

use super::database::Value;
use super::error::RegisterError;
use super::fields::{Fields, Unreadable};
use crate::domain::age::Age;
use crate::domain::case::{Case, State};
use crate::domain::codes::{AreaId, Choice as _, OrganisationId, TopicId};
use crate::domain::event::{Basis, Level, Offer};
use crate::domain::signal::{Discussed, Facts, Signal, Topics, Urgency};
use crate::domain::signal_id::SignalId;
use crate::domain::time::{Day, Moment};
use crate::domain::words::{ContactLine, ExternalReference};

/// What the sender said once, but for the words about the family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    /// Its number.
    pub id: SignalId,
    /// Who sent it.
    pub sender: OrganisationId,
    /// How to reach the person who sent it: for sender and owner only.
    pub contact: Option<ContactLine>,
    /// The number in the sender's own system.
    pub reference: Option<ExternalReference>,
    /// When it was reported.
    pub reported_at: Moment,
    /// The topics as reported; the case knows those of today.
    pub topics: Topics,
    /// The age of the person the worry is about, if known.
    pub age: Option<Age>,
    /// Where that person is registered, if known.
    pub area: Option<AreaId>,
    /// How soon something must happen.
    pub urgency: Urgency,
    /// Whether it was discussed with the family; why not stands in the words.
    pub discussed: bool,
}

impl Reported {
    /// What a decision about an owner looks at, as the signal is now: topics can be amended.
    #[must_use]
    pub fn facts_now(&self, case: &Case) -> Facts {
        Facts {
            topics: case.topics.clone(),
            ..self.facts()
        }
    }

    /// What a decision about an owner looks at, as it was reported.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts {
            topics: self.topics.clone(),
            age: self.age,
            area: self.area.clone(),
            urgency: self.urgency,
            sender: Some(self.sender.clone()),
        }
    }
}

/// A row of the table of signals: the recorded-once columns and the standing.
pub(super) struct SignalRow {
    pub seq: i64,
    pub id: SignalId,
    pub sender: OrganisationId,
    pub contact: Option<ContactLine>,
    pub reference: Option<ExternalReference>,
    pub reported_at: Moment,
    pub age: Option<Age>,
    pub area: Option<AreaId>,
    pub urgency: Urgency,
    pub discussed: bool,
    pub standing: Standing,
}

/// Where a signal stands, as far as its row tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Standing {
    pub state: State,
    pub owner: OrganisationId,
    pub coordinator: OrganisationId,
    pub basis: Basis,
    pub level: Level,
    pub topics: Topics,
    pub accept_by: Option<Day>,
    pub feedback_by: Day,
    pub confirm_by: Option<Day>,
    pub proposed: Option<OrganisationId>,
    pub declines: u32,
    pub events: u32,
    pub last_at: Moment,
    /// Whom each question was asked that waits for its reply, oldest first.
    pub asked: Vec<OrganisationId>,
}

impl Standing {
    /// Where the story of a signal leaves it.
    pub fn of(case: &Case) -> Self {
        Self {
            state: case.state(),
            owner: case.owner.clone(),
            coordinator: case.coordinator.clone(),
            basis: case.basis,
            level: case.level,
            topics: case.topics.clone(),
            accept_by: case.accept_by(),
            feedback_by: case.feedback_by,
            confirm_by: case.answer().map(|answer| answer.confirm_by),
            proposed: case.proposed.clone(),
            declines: case.declines,
            events: case.events,
            last_at: case.last_at,
            asked: case
                .questions
                .iter()
                .map(|question| question.of.clone())
                .collect(),
        }
    }

    /// In the order of every statement that reads it.
    pub fn read(row: &mut Fields<'_>) -> Result<Self, Unreadable> {
        Ok(Self {
            state: row.choice()?,
            owner: row.parsed()?,
            coordinator: row.parsed()?,
            basis: row.choice()?,
            level: row.choice()?,
            topics: topics_of(row.text()?)?,
            accept_by: row.optional()?,
            feedback_by: row.parsed()?,
            confirm_by: row.optional()?,
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

    /// What is recorded in its columns, in the order of every statement that reads it.
    pub fn values(&self) -> [Value<'static>; 14] {
        let Standing {
            state,
            owner,
            coordinator,
            basis,
            level,
            topics,
            accept_by,
            feedback_by,
            confirm_by,
            ..
        } = self;
        let Standing {
            proposed,
            declines,
            events,
            last_at,
            asked,
            ..
        } = self;
        [
            state.code().into(),
            Value::of(owner),
            Value::of(coordinator),
            basis.code().into(),
            level.code().into(),
            Value::of(text_of(topics)),
            Value::of_optional(*accept_by),
            Value::of(feedback_by),
            Value::of_optional(*confirm_by),
            Value::of_optional(proposed.as_ref()),
            (*declines).into(),
            (*events).into(),
            Value::of(last_at),
            Value::of_optional((!asked.is_empty()).then(|| text_of_organisations(asked))),
        ]
    }

    /// The parameters of the update from where it stood.
    pub fn update_from(&self, before: &Standing, seq: i64) -> Vec<Value<'static>> {
        [seq.into(), before.state.code().into(), before.events.into()]
            .into_iter()
            .chain(self.values())
            .collect()
    }
}

impl SignalRow {
    pub fn read(row: &mut Fields<'_>) -> Result<Self, RegisterError> {
        let id = row.parsed()?;
        Self::after_id(id, row).map_err(|Unreadable| RegisterError::DamagedSignal { id: Some(id) })
    }

    fn after_id(id: SignalId, row: &mut Fields<'_>) -> Result<Self, Unreadable> {
        Ok(Self {
            seq: row.number()?,
            id,
            sender: row.parsed()?,
            contact: row.optional_text()?.map(ContactLine::recorded),
            reference: row.optional_text()?.map(ExternalReference::recorded),
            reported_at: row.parsed()?,
            age: age_of(row.optional_number()?)?,
            area: row.optional()?,
            urgency: row.choice()?,
            discussed: row.text()? == "yes",
            standing: Standing::read(row)?,
        })
    }

    /// What the sender said once; `topics` as they were reported.
    pub fn reported(&self, topics: Topics) -> Reported {
        Reported {
            id: self.id,
            sender: self.sender.clone(),
            contact: self.contact.clone(),
            reference: self.reference.clone(),
            reported_at: self.reported_at,
            topics,
            age: self.age,
            area: self.area.clone(),
            urgency: self.urgency,
            discussed: self.discussed,
        }
    }
}

/// The parameters that record a signal.
pub(super) fn signal_values<'a>(signal: &'a Signal, offer: &'a Offer) -> [Value<'a>; 16] {
    // The words, the list of who is involved and the responsibility have tables or columns of their
    // own.
    let Signal {
        id,
        sender,
        contact,
        reference,
        reported_at,
        topics,
        age,
        area,
        urgency,
        words,
    } = signal;
    let Offer {
        owner,
        basis,
        coordinator,
        involved: _,
        accept_by,
        feedback_by,
        level,
        responsibility: _,
    } = offer;
    [
        Value::of(id.as_str()),
        sender.as_str().into(),
        contact.as_ref().map(ContactLine::as_str).into(),
        reference.as_ref().map(ExternalReference::as_str).into(),
        Value::of(reported_at),
        age.map(months_of).into(),
        area.as_ref().map(AreaId::as_str).into(),
        urgency.code().into(),
        match words.discussed {
            Discussed::Yes => "yes".into(),
            Discussed::No(_) => "no".into(),
        },
        owner.as_str().into(),
        coordinator.as_str().into(),
        basis.code().into(),
        level.code().into(),
        Value::of(text_of(topics)),
        Value::of(accept_by),
        Value::of(feedback_by),
    ]
}

/// Topics as one text: codes hold no space.
pub(super) fn text_of(topics: &Topics) -> String {
    topics
        .iter()
        .map(TopicId::as_str)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The topics that [`text_of`] wrote.
pub(super) fn topics_of(text: &str) -> Result<Topics, Unreadable> {
    let topics: Result<Vec<TopicId>, _> = text.split(' ').map(str::parse).collect();
    Topics::from_list(topics.map_err(|_| Unreadable)?).ok_or(Unreadable)
}

/// Organisations as one text: codes hold no space.
pub(super) fn text_of_organisations(organisations: &[OrganisationId]) -> String {
    organisations
        .iter()
        .map(OrganisationId::as_str)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The organisations that [`text_of_organisations`] wrote.
pub(super) fn organisations_of(text: &str) -> Result<Vec<OrganisationId>, Unreadable> {
    text.split(' ')
        .filter(|code| !code.is_empty())
        .map(|code| code.parse().map_err(|_| Unreadable))
        .collect()
}

/// Unborn stands as -1, so that ages stay in order.
fn months_of(age: Age) -> i64 {
    match age {
        Age::Unborn => -1,
        Age::Months(months) => months.into(),
    }
}

/// The age that [`months_of`] wrote.
pub(super) fn age_of(months: Option<i64>) -> Result<Option<Age>, Unreadable> {
    match months {
        None => Ok(None),
        Some(-1) => Ok(Some(Age::Unborn)),
        Some(months) => Age::months(u32::try_from(months).map_err(|_| Unreadable)?)
            .map(Some)
            .map_err(|_| Unreadable),
    }
}
