//! A signal in a list, and from where it is looked at.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::access::{AccessLevel, Standing};
use crate::domain::calendar::Calendar;
use crate::domain::codes::{AreaId, OrganisationId};
use crate::domain::event::Basis;
use crate::domain::lifecycle::Verb;
use crate::domain::organisation_codes::OrganisationCodes;
use crate::domain::pending_step::PendingStep;
use crate::domain::residence::Postcode;
use crate::domain::signal::{Topics, Urgency};
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::State;
use crate::domain::time::{Day, Zone};
use crate::register::{AsReported, ListRow};

/// A signal without words. Its keys are the codes of [`Column`](super::Column), in that order.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ListedSignal {
    pub id: SignalId,
    pub state: State,
    pub due: Option<Day>,
    late: bool,
    /// Working days since the promise was broken; `None` when it was not.
    pub late_days: Option<u32>,
    pub accept_by: Option<Day>,
    pub feedback_by: Day,
    pub confirm_by: Option<Day>,
    /// `None`, as what follows, of a signal of a colleague from whom the reader is kept apart.
    pub owner: Option<OrganisationId>,
    pub sender: OrganisationId,
    /// The steps that it waits for, and by whom each.
    pub next: Vec<Verb>,
    pub waiting_for: Vec<OrganisationId>,
    pub basis: Option<Basis>,
    pub urgency: Option<Urgency>,
    pub topics: Option<Topics>,
    pub area: Option<AreaId>,
    pub place: Option<Postcode>,
    /// `None` where the reader may not know.
    pub declines: Option<u32>,
    pub proposed: Option<OrganisationId>,
    pub reported_at: Option<String>,
    /// `None` where the reader may not know.
    pub last_at: Option<String>,
    /// Working days since something last happened; `None` when it has ended, or where the reader may
    /// not know.
    pub silent_days: Option<u32>,
    #[serde(skip)]
    pub coordinator: OrganisationId,
    #[serde(skip)]
    pub reported_on: Option<Day>,
    #[serde(skip)]
    pub last_on: Option<Day>,
}

/// From where a list is looked at.
#[derive(Debug)]
pub struct Viewpoint {
    zone: Zone,
    today: Day,
    /// On behalf of whom.
    pub reader: OrganisationCodes,
    /// Whether a person sees the next steps of the reader alone.
    pub own_steps: bool,
    calendar: Calendar,
    /// The working days since a day, counted once.
    counted: RefCell<BTreeMap<Day, u32>>,
}

impl Viewpoint {
    #[must_use]
    pub fn new(
        zone: Zone,
        today: Day,
        calendar: Calendar,
        reader: OrganisationCodes,
        own_steps: bool,
    ) -> Self {
        Self {
            zone,
            today,
            reader,
            own_steps,
            calendar,
            counted: RefCell::default(),
        }
    }

    #[must_use]
    pub fn signal(&self, row: ListRow) -> ListedSignal {
        let late_days = row
            .due
            .filter(|due| self.today > *due)
            .map(|due| self.working_days_since(due));
        let is_open = State::OPEN.contains(&row.state);
        let (next, waiting_for) = self
            .waiting(&row)
            .into_iter()
            .map(|waiting| (waiting.step, waiting.by))
            .unzip();
        let standing = Standing {
            topics: row.topics,
            basis: row.basis,
            proposed: row.proposed,
            declines: Some(row.declines),
            last_at: Some(row.last_at),
        };
        let (standing, urgency, area, place) = match row.as_reported {
            Some(AsReported {
                topics,
                basis,
                urgency,
                area,
                place,
            }) => {
                let standing = standing.as_reported(topics, basis, &row.sender);
                (standing, urgency, area, place)
            }
            None => (standing, row.urgency, row.area, row.place),
        };
        let known = !row.of_colleague;
        let last_on = standing.last_at.filter(|_| known);
        let last_on = last_on.map(|at| self.zone.day(at));
        ListedSignal {
            id: row.id,
            state: row.state,
            due: row.due,
            late: late_days.is_some(),
            late_days,
            accept_by: row.accept_by.filter(|_| row.state == State::Offered),
            feedback_by: row.feedback_by,
            confirm_by: row.confirm_by.filter(|_| row.state == State::Answered),
            owner: known.then_some(row.owner),
            sender: row.sender,
            next,
            waiting_for,
            basis: known.then_some(standing.basis),
            urgency: known.then_some(urgency),
            topics: known.then_some(standing.topics),
            area: area.filter(|_| known),
            place: place.filter(|_| known),
            declines: standing.declines.filter(|_| known),
            proposed: standing.proposed.filter(|_| known),
            reported_at: known.then(|| row.reported_at.in_zone(self.zone)),
            last_at: (standing.last_at.filter(|_| known)).map(|at| at.in_zone(self.zone)),
            silent_days: last_on
                .filter(|_| is_open)
                .map(|last_on| self.working_days_since(last_on)),
            coordinator: row.coordinator,
            reported_on: known.then(|| self.zone.day(row.reported_at)),
            last_on,
        }
    }

    fn working_days_since(&self, day: Day) -> u32 {
        *self
            .counted
            .borrow_mut()
            .entry(day)
            .or_insert_with(|| self.calendar.working_days_between(day, self.today))
    }

    /// What it waits for, as far as the reader may know.
    fn waiting(&self, row: &ListRow) -> Vec<PendingStep> {
        let level = if row.of_colleague {
            AccessLevel::Colleague
        } else if row.as_reported.is_some() {
            AccessLevel::OwnText
        } else {
            AccessLevel::Metadata
        };
        let mut waiting = row.waiting(self.today);
        waiting.retain(|step| level.knows_step(step, &self.reader));
        waiting
    }
}
