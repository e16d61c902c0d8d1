//! The columns of a list: what each says of a signal to a script, to a pipe and to a person.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::domain::calendar::Calendar;
use crate::domain::codes::{CodeEnum as _, OrganisationId, code_enum};
use crate::domain::event::{Basis, Level};
use crate::domain::lifecycle::Verb;
use crate::domain::pending_step::Waiting;
use crate::domain::signal::Urgency;
use crate::domain::signal_state::State;
use crate::domain::time::{Day, Zone};
use crate::output::screen::RenderContext;
use crate::register::ListRow;

code_enum! {
    /// A column; its code is the key in JSON. docs/json.md tells what each holds.
    Column {
        /// Its number.
        Id = "id",
        /// Where it stands.
        State = "state",
        /// The promise that runs now.
        Due = "due",
        /// Whether that day has passed.
        Late = "late",
        /// For how many working days.
        LateDays = "late_days",
        /// The last day to say whether they take it on.
        AcceptBy = "accept_by",
        /// The last day for feedback.
        FeedbackBy = "feedback_by",
        /// The last day to confirm.
        ConfirmBy = "confirm_by",
        /// Who owns it.
        Owner = "owner",
        /// Who sent it.
        Sender = "sender",
        /// The steps that it waits for.
        Next = "next",
        /// For whom each of them waits.
        WaitingFor = "waiting_for",
        /// Why this owner.
        Basis = "basis",
        /// How soon something must happen.
        Urgency = "urgency",
        /// What it is about.
        Topics = "topics",
        /// Where the person is registered.
        Area = "area",
        /// How often it was declined.
        Declines = "declines",
        /// Who was asked to take it over.
        Proposed = "proposed",
        /// When it was reported.
        ReportedAt = "reported_at",
        /// When something last happened.
        LastAt = "last_at",
        /// How many working days ago that was.
        SilentDays = "silent_days",
    }
}

/// So many working days without a step are worth a word.
const SILENT: u32 = 5;

/// From where a list is looked at.
#[derive(Debug)]
pub struct Viewpoint {
    /// The zone in which days are told.
    pub zone: Zone,
    /// Today, there.
    pub today: Day,
    /// On behalf of whom, if anybody said so.
    pub reader: Option<OrganisationId>,
    /// Whether a person is told of the next steps of the reader alone.
    pub own_steps: bool,
    /// Which days are worked.
    pub calendar: Calendar,
    /// The working days since a day, counted once.
    counted: RefCell<BTreeMap<Day, u32>>,
}

impl Viewpoint {
    /// The view of a reader, or of nobody in particular.
    #[must_use]
    pub fn new(
        zone: Zone,
        today: Day,
        calendar: Calendar,
        reader: Option<OrganisationId>,
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

    fn working_days_since(&self, day: Day) -> u32 {
        *self
            .counted
            .borrow_mut()
            .entry(day)
            .or_insert_with(|| self.calendar.working_days_between(day, self.today))
    }

    /// For how many working days its promise has been broken; 0 when none has begun since.
    pub(crate) fn late_days(&self, row: &ListRow) -> Option<u32> {
        row.due
            .filter(|due| self.today > *due)
            .map(|due| self.working_days_since(due))
    }

    /// The working days since something last happened, unless it has ended.
    fn silent_days(&self, row: &ListRow) -> Option<u32> {
        State::OPEN
            .contains(&row.state)
            .then(|| self.working_days_since(self.zone.day(row.last_at)))
    }

    /// What it waits for. That others were asked could tell a sender who hears the status only what
    /// is done.
    fn waiting(&self, row: &ListRow) -> Vec<Waiting> {
        let knows_all = row.level == Level::Full
            || self
                .reader
                .as_ref()
                .is_some_and(|reader| *reader != row.sender);
        let mut waiting = row.waiting(self.today);
        waiting
            .retain(|waiting| knows_all || waiting.step != Verb::Reply || waiting.by == row.sender);
        waiting
    }

    /// The next steps; of who takes each only what the owner beside it does not tell.
    fn told_steps(&self, row: &ListRow, owner_beside: bool, screen: &RenderContext<'_>) -> String {
        let unnamed =
            |waiting: &Waiting| self.own_steps || (owner_beside && waiting.by == row.owner);
        let describe = |waiting: &Waiting| {
            // A coordinator cannot decline.
            let assigns = waiting.step == Verb::Accept && waiting.by == row.coordinator;
            let step = if assigns {
                screen.tr0("waits-accept-or-assign")
            } else {
                screen.label("waits", waiting.step)
            };
            if unnamed(waiting) {
                step
            } else {
                format!("{}: {step}", screen.organisation(&waiting.by))
            }
        };
        let told_of =
            |waiting: &&Waiting| !self.own_steps || self.reader.as_ref() == Some(&waiting.by);
        self.waiting(row)
            .iter()
            .filter(told_of)
            .map(describe)
            .collect::<Vec<_>>()
            .join("; ")
    }
}

impl Column {
    /// What it holds for a script.
    #[must_use]
    pub fn json(self, row: &ListRow, view: &Viewpoint) -> Value {
        let day = |day: Option<Day>| json!(day.map(|day| day.to_string()));
        match self {
            Column::Id => json!(row.id.as_str()),
            Column::State => json!(row.state.code()),
            Column::Due => day(row.due),
            Column::Late => json!(view.late_days(row).is_some()),
            Column::LateDays => json!(view.late_days(row)),
            Column::AcceptBy => day(row.accept_by.filter(|_| row.state == State::Offered)),
            Column::FeedbackBy => day(Some(row.feedback_by)),
            Column::ConfirmBy => day(row.confirm_by.filter(|_| row.state == State::Answered)),
            Column::Owner => json!(row.owner.as_str()),
            Column::Sender => json!(row.sender.as_str()),
            Column::Next => view
                .waiting(row)
                .iter()
                .map(|waiting| waiting.step.code())
                .collect(),
            Column::WaitingFor => view
                .waiting(row)
                .iter()
                .map(|waiting| waiting.by.as_str())
                .collect(),
            Column::Basis => json!(row.basis.code()),
            Column::Urgency => json!(row.urgency.code()),
            Column::Topics => row.topics.iter().map(ToString::to_string).collect(),
            Column::Area => json!(row.area.as_ref().map(ToString::to_string)),
            Column::Declines => json!(row.declines),
            Column::Proposed => json!(row.proposed.as_ref().map(ToString::to_string)),
            Column::ReportedAt => json!(row.reported_at.in_zone(view.zone)),
            Column::LastAt => json!(row.last_at.in_zone(view.zone)),
            Column::SilentDays => json!(view.silent_days(row)),
        }
    }

    /// What it holds in a pipe: codes and ISO dates; what is true is its own name.
    #[must_use]
    pub fn plain(self, row: &ListRow, view: &Viewpoint) -> String {
        if self == Column::Id {
            return row.id.to_string();
        }
        self.plainly(self.json(row, view))
    }

    fn plainly(self, value: Value) -> String {
        match value {
            Value::Null | Value::Bool(false) => String::new(),
            Value::Bool(true) => self.code().to_owned(),
            Value::String(text) => text,
            Value::Array(items) => items
                .into_iter()
                .map(|item| self.plainly(item))
                .reduce(|all, item| all + "," + &item)
                .unwrap_or_default(),
            Value::Number(_) | Value::Object(_) => value.to_string(),
        }
    }

    /// What it tells a person; `beside` are the columns of the same list, which need not be told
    /// twice.
    #[must_use]
    pub fn text(
        self,
        row: &ListRow,
        view: &Viewpoint,
        beside: &[Column],
        screen: &RenderContext<'_>,
    ) -> String {
        let day = |day: Option<Day>| day.map(|day| screen.short_day(day)).unwrap_or_default();
        let number =
            |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
        match self {
            Column::Id => row.id.to_string(),
            Column::State => state_text(row, view, beside, screen),
            Column::Due => match view
                .late_days(row)
                .filter(|_| !beside.contains(&Column::Late) && !beside.contains(&Column::LateDays))
            {
                Some(days) => unbroken(&screen.tr(
                    "list-late",
                    &[("day", day(row.due).into()), ("days", days.into())],
                )),
                None => day(row.due),
            },
            Column::Late => view
                .late_days(row)
                .map(|_| screen.tr0("list-is-late"))
                .unwrap_or_default(),
            Column::LateDays => number(view.late_days(row)),
            Column::AcceptBy => day(row.accept_by.filter(|_| row.state == State::Offered)),
            Column::FeedbackBy => day(Some(row.feedback_by)),
            Column::ConfirmBy => day(row.confirm_by.filter(|_| row.state == State::Answered)),
            Column::Owner => screen.organisation(&row.owner).to_owned(),
            Column::Sender => screen.organisation(&row.sender).to_owned(),
            Column::Next => view.told_steps(row, beside.contains(&Column::Owner), screen),
            Column::WaitingFor => {
                screen.organisations(view.waiting(row).iter().map(|waiting| &waiting.by))
            }
            Column::Basis => screen.label("basis", row.basis),
            Column::Urgency => screen.label("urgency", row.urgency),
            Column::Topics => match row.topics.iter().count() - 1 {
                0 => screen.topic(row.topics.main()),
                more => format!("{} +{more}", screen.topic(row.topics.main())),
            },
            Column::Area => row
                .area
                .as_ref()
                .map(|area| screen.area(area))
                .unwrap_or_default(),
            Column::Declines => row.declines.to_string(),
            Column::Proposed => row
                .proposed
                .as_ref()
                .map(|proposed| screen.organisation(proposed).to_owned())
                .unwrap_or_default(),
            Column::ReportedAt => day(Some(view.zone.day(row.reported_at))),
            Column::LastAt => day(Some(view.zone.day(row.last_at))),
            Column::SilentDays => number(view.silent_days(row)),
        }
    }
}

/// Where it stands, and what is worth a word about it.
fn state_text(
    row: &ListRow,
    view: &Viewpoint,
    beside: &[Column],
    screen: &RenderContext<'_>,
) -> String {
    let mut text = vec![screen.label("state", row.state)];
    let untold = |column| !beside.contains(&column);
    match row.urgency {
        Urgency::Acute | Urgency::Urgent if untold(Column::Urgency) => {
            text.push(screen.label("urgency", row.urgency))
        }
        Urgency::Acute | Urgency::Urgent | Urgency::Normal | Urgency::Fyi => {}
    }
    match row.basis {
        Basis::Gap | Basis::Dispute if row.owner == row.coordinator && row.due.is_some() => {
            text.push(screen.label("basis", row.basis))
        }
        Basis::Rule | Basis::Gap | Basis::Dispute => {}
    }
    if row.declines > 0 && untold(Column::Declines) {
        text.push(screen.tr("list-declined", &[("count", row.declines.into())]));
    }
    if row.proposed.is_some() && untold(Column::Proposed) {
        text.push(screen.tr0("list-proposed"));
    }
    if view
        .waiting(row)
        .iter()
        .any(|waiting| waiting.step == Verb::Reply)
    {
        text.push(screen.tr0("list-asked"));
    }
    if let Some(days) = view
        .silent_days(row)
        .filter(|days| *days >= SILENT && untold(Column::SilentDays))
    {
        text.push(unbroken(
            &screen.tr("list-silent", &[("days", days.into())]),
        ));
    }
    text.join(", ")
}

/// The text with no-break spaces, so that a narrow column breaks it only behind its commas.
fn unbroken(text: &str) -> String {
    text.split(", ")
        .map(|part| part.replace(' ', "\u{a0}"))
        .collect::<Vec<_>>()
        .join(", ")
}
