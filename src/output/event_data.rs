//! An event as data: `show` and `export` tell it alike.

use serde_json::{Map, Value, json};

use crate::domain::codes::CodeEnum as _;
use crate::domain::event::{Event, EventFields, RecordedEvent};
use crate::register::StoryText;

/// What happened: `number`, `at` as the caller writes moments, `by`, `event`, and what its kind
/// adds. docs/json.md tells the keys.
#[must_use]
pub fn event_data(happened: &RecordedEvent, at: String) -> Map<String, Value> {
    let RecordedEvent {
        number,
        at: _,
        by,
        via: _,
        as_was: _,
        event,
    } = happened;
    let mut object = Map::new();
    object.insert("number".into(), json!(number));
    object.insert("at".into(), json!(at));
    object.insert("by".into(), json!(by.to_string()));
    object.insert("event".into(), json!(event.code()));
    object.extend(of_its_kind(event));
    object
}

/// What was written with an event, by what it is about.
pub fn words_data<'a>(said: impl Iterator<Item = &'a StoryText>) -> Value {
    Value::Object(
        said.map(|said| (said.part.code().to_owned(), json!(said.words.as_str())))
            .collect(),
    )
}

/// What its kind adds, in this order.
fn of_its_kind(event: &Event) -> impl Iterator<Item = (String, Value)> {
    let EventFields {
        reason,
        suggested,
        to,
        basis,
        coordinator,
        involved,
        question,
        topics,
        outcome,
        channel,
        level,
        accept_by,
        feedback_by,
        confirm_by,
        responsibility,
        promise,
        promised,
        after,
        informed,
    } = event.fields();
    let fields = [
        ("reason", reason.map(text)),
        ("suggested", suggested.map(text_or_null)),
        (event.kind().addressee_key(), to.map(text)),
        ("basis", basis.map(text)),
        ("coordinator", coordinator.map(text)),
        ("involved", involved.map(texts)),
        ("question", question.map(|question| json!(question))),
        ("topics", topics.map(|topics| texts(topics.iter()))),
        ("outcome", outcome.map(text)),
        ("channel", channel.map(text)),
        ("accept_by", accept_by.map(text)),
        ("feedback_by", feedback_by.map(text)),
        ("level", level.map(text)),
        ("confirm_by", confirm_by.map(text)),
        ("responsibility", responsibility.map(text_or_null)),
        ("promise", promise.map(text)),
        ("promised", promised.map(text)),
        ("after", after.map(|days| json!(days))),
        ("told", informed.map(texts)),
    ];
    fields
        .into_iter()
        .filter_map(|(key, value)| Some((key.to_owned(), value?)))
}

fn text(value: impl ToString) -> Value {
    Value::String(value.to_string())
}

fn text_or_null(value: Option<impl ToString>) -> Value {
    value.map_or(Value::Null, text)
}

fn texts(values: impl IntoIterator<Item = impl ToString>) -> Value {
    values.into_iter().map(text).collect()
}
