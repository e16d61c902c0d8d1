//! The rows of a table: the record of a signal laid flat, and the kind of value in each column.

use serde_json::{Map, Value};

use crate::domain::event::{Event, EventField, FieldForm};
use crate::domain::invariant::Invariant as _;
use crate::domain::signal::Circumstances;
use crate::exchange::export::record::ExportRecord;
use crate::exchange::export::{ExportContext, Sheet};
use crate::exchange::part::written;
use crate::register::FullStory;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ColumnKind {
    /// Also what looks like a number, such as the code 0599, and `true`, which some spreadsheets make
    /// a formula of.
    Text,
    /// Lines that people wrote.
    Words,
    Number,
    Day,
    /// A moment, as the clock on the wall shows it.
    Moment,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct ExportColumn {
    /// Its heading: the key of docs/json.md.
    pub key: &'static str,
    pub kind: ColumnKind,
    /// Whether it is left out of an export without words.
    pub with_words: bool,
}

const fn column(key: &'static str, kind: ColumnKind) -> ExportColumn {
    ExportColumn {
        key,
        kind,
        with_words: false,
    }
}

const fn words_column(key: &'static str, kind: ColumnKind) -> ExportColumn {
    ExportColumn {
        key,
        kind,
        with_words: true,
    }
}

/// The circumstances follow.
const REPORT: &[ExportColumn] = &[
    column("id", ColumnKind::Text),
    column("state", ColumnKind::Text),
    column("owner", ColumnKind::Text),
    column("sender", ColumnKind::Text),
    words_column("contact", ColumnKind::Text),
    words_column("reference", ColumnKind::Text),
    column("reported_at", ColumnKind::Moment),
    column("topics", ColumnKind::Text),
];

const STATE: &[ExportColumn] = &[
    column("basis", ColumnKind::Text),
    column("level", ColumnKind::Text),
    column("coordinator", ColumnKind::Text),
    column("topics_now", ColumnKind::Text),
    column("age_now", ColumnKind::Text),
    column("youngest_now", ColumnKind::Text),
    column("area_now", ColumnKind::Text),
    column("place_now", ColumnKind::Text),
    column("urgency_now", ColumnKind::Text),
    column("before_now", ColumnKind::Day),
    column("involved", ColumnKind::Text),
    column("due", ColumnKind::Day),
    column("accept_by", ColumnKind::Day),
    column("feedback_by", ColumnKind::Day),
    column("confirm_by", ColumnKind::Day),
    column("proposed", ColumnKind::Text),
    column("declines", ColumnKind::Number),
    column("events", ColumnKind::Number),
    column("last_at", ColumnKind::Moment),
    words_column("seen", ColumnKind::Words),
    words_column("goes-well", ColumnKind::Words),
    words_column("helpers", ColumnKind::Words),
    words_column("own-words", ColumnKind::Words),
    words_column("why-not-discussed", ColumnKind::Words),
    words_column("why-without-consent", ColumnKind::Words),
];

/// The fields of its kind follow.
const EVENT: &[ExportColumn] = &[
    column("signal", ColumnKind::Text),
    column("number", ColumnKind::Number),
    column("at", ColumnKind::Moment),
    column("by", ColumnKind::Text),
    column("event", ColumnKind::Text),
    column("undone", ColumnKind::Text),
];

const AS_WAS: ExportColumn = column("as_was", ColumnKind::Text);
const SAID: ExportColumn = words_column("said", ColumnKind::Words);

/// The columns of a sheet. What was written with a report stands on the row of its signal, the rest
/// on that of its event.
pub(crate) fn columns(sheet: Sheet, words: bool) -> Vec<ExportColumn> {
    let mut all = match sheet {
        Sheet::Signals => {
            let said = Circumstances::KEYS.iter().map(|key| {
                let mut fields = Event::FIELDS.iter();
                let corrected = fields.find(|field| field.key == *key);
                corrected.map_or(column(key, ColumnKind::Text), of_field)
            });
            let report = REPORT.iter().copied().chain(said);
            report.chain(STATE.iter().copied()).collect()
        }
        Sheet::Events => {
            let fields = Event::FIELDS.iter().map(of_field);
            let event = EVENT.iter().copied().chain(fields);
            event.chain([AS_WAS, SAID]).collect::<Vec<_>>()
        }
    };
    all.retain(|column| words || !column.with_words);
    all
}

fn of_field(field: &EventField) -> ExportColumn {
    let kind = match field.form {
        FieldForm::Text | FieldForm::YesNo => ColumnKind::Text,
        FieldForm::Number => ColumnKind::Number,
        FieldForm::Day => ColumnKind::Day,
    };
    column(field.key, kind)
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum CellValue {
    Empty,
    Text(String),
    Words(String),
    Number(f64),
    /// `2026-11-27`
    Day(String),
    /// `2026-11-23T10:15:00`
    Moment(String),
}

/// The row of a signal and those of its events.
pub(crate) struct ExportRows {
    signal: Map<String, Value>,
    events: Vec<Map<String, Value>>,
}

impl ExportRows {
    /// Numbers of signals get their hyphen: without it a spreadsheet takes some for numbers.
    pub(crate) fn of(whole: FullStory, context: ExportContext<'_>) -> Self {
        let mut record = ExportRecord::new(whole, context);
        let id = Value::from(record.id.to_string());
        let happened = std::mem::take(&mut record.events);
        let mut signal = written(&record);
        signal.insert("id".into(), id.clone());
        signal.insert("events".into(), happened.len().into());
        let mut events = Vec::new();
        for event in &happened {
            let mut row = written(event);
            row.insert("signal".into(), id.clone());
            // The name says enough in a table.
            let name = event.as_was.as_ref().map(|as_was| as_was.name.as_str());
            row.insert("as_was".into(), name.into());
            if let Some(Value::Object(words)) = row.remove("words") {
                // Only the report has other parts than what was said.
                let row = if events.is_empty() {
                    &mut signal
                } else {
                    &mut row
                };
                row.extend(words);
            }
            events.push(row);
        }
        Self { signal, events }
    }

    pub(crate) fn on(&self, sheet: Sheet) -> &[Map<String, Value>] {
        match sheet {
            Sheet::Signals => std::slice::from_ref(&self.signal),
            Sheet::Events => &self.events,
        }
    }
}

impl ExportColumn {
    pub(crate) fn cell(&self, row: &Map<String, Value>) -> CellValue {
        let value = row.get(self.key).unwrap_or(&Value::Null);
        match (self.kind, value) {
            (_, Value::Null) => CellValue::Empty,
            (ColumnKind::Number, value) => {
                CellValue::Number(value.as_f64().certain("a column of numbers holds numbers"))
            }
            (ColumnKind::Text, value) => CellValue::Text(text(value)),
            (ColumnKind::Words, value) => CellValue::Words(text(value)),
            (ColumnKind::Day, value) => CellValue::Day(text(value)),
            // Without milliseconds and offset: what the clock on the wall showed.
            (ColumnKind::Moment, value) => CellValue::Moment(
                text(value)
                    .chars()
                    .take("2026-11-23T10:15:00".len())
                    .collect(),
            ),
        }
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join("; "),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => value.to_string(),
    }
}
