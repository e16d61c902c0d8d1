//! The fields that events have, for tables.

use crate::domain::event::Event;

/// A field that events of some kind have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventField {
    /// Its name in JSON.
    pub key: &'static str,
    pub form: FieldForm,
}

/// What kind of value a field has. A list is a text too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldForm {
    Text,
    Number,
    Day,
    YesNo,
}

const fn text(key: &'static str) -> EventField {
    let form = FieldForm::Text;
    EventField { key, form }
}

const fn number(key: &'static str) -> EventField {
    let form = FieldForm::Number;
    EventField { key, form }
}

const fn day(key: &'static str) -> EventField {
    let form = FieldForm::Day;
    EventField { key, form }
}

impl Event {
    /// The fields of all kinds, in the order in which a table shows them.
    pub const FIELDS: &'static [EventField] = &[
        text("owner"),
        text("basis"),
        text("coordinator"),
        text("map_digest"),
        text("involved"),
        text("claimants"),
        text("to"),
        text("reason"),
        text("suggested"),
        text("organisation"),
        text("of"),
        number("question"),
        number("first"),
        number("last"),
        text("topics"),
        text("age"),
        text("youngest"),
        text("area"),
        text("place"),
        text("urgency"),
        day("before"),
        text("outcome"),
        text("handed_to"),
        text("channel"),
        text("level"),
        text("promise"),
        day("promised"),
        number("after"),
        text("told"),
        day("accept_by"),
        day("feedback_by"),
        day("confirm_by"),
        text("responsibility"),
        EventField {
            key: "knows_family",
            form: FieldForm::YesNo,
        },
    ];
}
