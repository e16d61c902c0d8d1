//! The answer to `list`: what is unanswered, oldest promise first. No words about a family.

use std::ops::ControlFlow;

use serde_json::{Value, json};

use super::answer::Answer;
use super::screen::Screen;
use super::streamed::{Each, Rows, Unwritten};
use super::table::Table;
use crate::domain::case::State;
use crate::domain::event::Basis;
use crate::domain::signal::Urgency;
use crate::domain::time::{Day, Zone};
use crate::exit_code::Exit;
use crate::register::{RegisterError, Row};

/// From so many columns on a screen shows every column of the list.
const ROOM_FOR_ALL: usize = 100;

/// Signals, without words.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The rows, in order.
    pub rows: Vec<Row>,
    /// The zone in which their days are told.
    pub zone: Zone,
    /// Today, there.
    pub today: Day,
    /// Whether more were found than are listed.
    pub more: bool,
    /// Whether everything unanswered was asked for, not a part of it.
    pub all_unanswered: bool,
    /// Whether the exit code is to tell that something is listed.
    pub exit_code: bool,
}

/// The same signals for a script: read while they are written.
pub struct ListedRows<R> {
    /// Hands over the rows in order, until its argument breaks.
    pub read: R,
    /// The zone in which their days are told.
    pub zone: Zone,
    /// Today, there.
    pub today: Day,
    /// Whether the exit code is to tell that something is listed.
    pub exit_code: bool,
    /// How many were listed so far.
    pub listed: u64,
}

impl<R> ListedRows<R>
where
    R: FnMut(&mut dyn FnMut(Row) -> ControlFlow<()>) -> Result<(), RegisterError>,
{
    fn each<T>(&mut self, told: impl Fn(&Row) -> T, each: &mut Each<'_, T>) -> Result<(), Unwritten> {
        let mut written = Ok(());
        (self.read)(&mut |row| {
            self.listed += 1;
            written = each(told(&row));
            if written.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        Ok(written?)
    }
}

impl<R> Rows for ListedRows<R>
where
    R: FnMut(&mut dyn FnMut(Row) -> ControlFlow<()>) -> Result<(), RegisterError>,
{
    fn fields(&self) -> Vec<&'static str> {
        FIELDS.to_vec()
    }

    fn objects(&mut self, each: &mut Each<'_, Value>) -> Result<(), Unwritten> {
        let (zone, today) = (self.zone, self.today);
        self.each(|row| object(row, zone, today), each)
    }

    fn lines(&mut self, each: &mut Each<'_, Vec<String>>) -> Result<(), Unwritten> {
        let today = self.today;
        self.each(|row| plain(row, today), each)
    }

    fn exit(&self) -> Exit {
        if self.exit_code && self.listed > 0 { Exit::WorkWaiting } else { Exit::Done }
    }
}

const FIELDS: [&str; 17] = [
    "id",
    "state",
    "due",
    "late",
    "accept_by",
    "feedback_by",
    "confirm_by",
    "owner",
    "sender",
    "basis",
    "urgency",
    "topics",
    "area",
    "declines",
    "proposed",
    "reported_at",
    "last_at",
];

fn object(row: &Row, zone: Zone, today: Day) -> Value {
    json!({
        "id": row.id.as_str(),
        "state": row.state.to_string(),
        "due": row.due.map(|day| day.to_string()),
        "late": row.due.is_some_and(|day| today > day),
        "accept_by": row.accept_by.filter(|_| row.state == State::Offered).map(|day| day.to_string()),
        "feedback_by": row.feedback_by.to_string(),
        "confirm_by": row.confirm_by.filter(|_| row.state == State::Answered).map(|day| day.to_string()),
        "owner": row.owner.to_string(),
        "sender": row.sender.to_string(),
        "basis": row.basis.to_string(),
        "urgency": row.urgency.to_string(),
        "topics": row.topics.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "area": row.area.as_ref().map(ToString::to_string),
        "declines": row.declines,
        "proposed": row.proposed.as_ref().map(ToString::to_string),
        "reported_at": row.reported_at.in_zone(zone),
        "last_at": row.last_at.in_zone(zone),
    })
}

impl Answer for Listed {
    fn json(&self) -> Value {
        Value::Array(self.rows.iter().map(|row| object(row, self.zone, self.today)).collect())
    }

    fn sentences(&self, screen: &Screen<'_>) -> String {
        self.empty(screen)
    }

    fn exit(&self) -> Exit {
        if self.exit_code && !self.rows.is_empty() { Exit::WorkWaiting } else { Exit::Done }
    }

    fn table(&self, screen: &Screen<'_>) -> Option<Table> {
        let headings = ["list-due", "list-id", "list-topic", "list-owner", "list-state", "list-sender"];
        // On a narrow screen the last column, who sent it, gives its room to the others; `show` tells it.
        let columns = if screen.width.is_some_and(|width| width < ROOM_FOR_ALL) { headings.len() - 1 } else { headings.len() };
        Some(Table {
            headings: headings.iter().take(columns).map(|key| screen.plain(key)).collect(),
            rows: self.rows.iter().map(|row| told(row, screen).into_iter().take(columns).collect()).collect(),
            plain: self.rows.iter().map(|row| plain(row, self.today)).collect(),
            empty: self.empty(screen),
            below: if self.more { screen.say("list-more", &[("count", self.rows.len().into())]) } else { String::new() },
        })
    }
}

impl Listed {
    /// That nothing is unanswered is only said when that is so.
    fn empty(&self, screen: &Screen<'_>) -> String {
        screen.plain(if self.all_unanswered { "list-empty" } else { "list-none-fits" })
    }
}

fn told(row: &Row, screen: &Screen<'_>) -> Vec<String> {
    let promise = match row.due {
        None => String::new(),
        Some(day) => match screen.late(day) {
            Some(days) => screen.say("list-late", &[("day", screen.short_day(day).into()), ("days", days.into())]),
            None => screen.short_day(day),
        },
    };
    let mut state = vec![screen.code("state", row.state)];
    match row.urgency {
        Urgency::Acute | Urgency::Urgent => state.push(screen.code("urgency", row.urgency)),
        Urgency::Normal | Urgency::Fyi => {}
    }
    match row.basis {
        Basis::Gap | Basis::Dispute if row.owner == row.coordinator && row.due.is_some() => state.push(screen.code("basis", row.basis)),
        Basis::Rule | Basis::Gap | Basis::Dispute => {}
    }
    if row.declines > 0 {
        state.push(screen.say("list-declined", &[("count", row.declines.into())]));
    }
    if row.proposed.is_some() {
        state.push(screen.plain("list-proposed"));
    }
    vec![
        promise,
        row.id.to_string(),
        screen.topic(row.topics.main()),
        screen.organisation(&row.owner).to_owned(),
        state.join(", "),
        screen.organisation(&row.sender).to_owned(),
    ]
}

/// Codes and ISO days in columns that stay: due, late, id, topic, owner, state, sender, basis, feedback_by, urgency.
fn plain(row: &Row, today: Day) -> Vec<String> {
    let late = row.due.is_some_and(|day| today > day);
    vec![
        row.due.map(|day| day.to_string()).unwrap_or_default(),
        if late { "late".to_owned() } else { String::new() },
        row.id.to_string(),
        row.topics.main().to_string(),
        row.owner.to_string(),
        row.state.to_string(),
        row.sender.to_string(),
        row.basis.to_string(),
        row.feedback_by.to_string(),
        row.urgency.to_string(),
    ]
}
