//! A signal of another register with all that happened to it: a line of `export --format jsonl
//! --with-words`, read back.
//!
//! It is the inverse of `render::exported::record`. The story is folded again here, and where the
//! record says that the signal stands must be where its story ends; who might do what, the
//! register's second lock judges when it is recorded.

use std::str::FromStr;

use serde_json::{Map, Value};

use super::fault::Unfit;
use crate::domain::case::{State, replay};
use crate::domain::codes::{Choice, OrganisationId, TopicId};
use crate::domain::event::{Event, EventFields, EventKind, Grounds, Happened, Via};
use crate::domain::signal::{Particulars, Topics};
use crate::domain::words::{ContactLine, ExternalReference, Words};
use crate::register::{Part, Reported, Said, Story};

/// The key by which a history is known.
pub const EVENTS: &str = "events";

/// The keys of a record beside those of a report: where the signal stands, which its story tells
/// again.
const STANDING: &[&str] = &[
    "state",
    "owner",
    "coordinator",
    "basis",
    "level",
    "topics_now",
    "involved",
    "due",
    "accept_by",
    "feedback_by",
    "confirm_by",
    "proposed",
    "declines",
    "last_at",
];

/// The keys of a record that are read.
const RECORDED: &[&str] = &[
    "id",
    "sender",
    "contact",
    "reference",
    "reported_at",
    "topics",
    "age",
    "area",
    "urgency",
    "discussed",
    "decisions",
    EVENTS,
];

/// A signal with its whole story and everything that people wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// The story.
    pub story: Story,
    /// The words, in order.
    pub words: Vec<Said>,
}

/// Reads a record from its keys and values.
pub fn read(pairs: Vec<(String, Value)>) -> Result<History, Unfit> {
    let mut record = Map::new();
    for (key, value) in pairs {
        if !RECORDED.contains(&key.as_str())
            && !STANDING.contains(&key.as_str())
            && key != super::REJECTED_BECAUSE
        {
            return Err(Unfit::UnknownKey(None));
        }
        if record.insert(key, value).is_some() {
            return Err(Unfit::RepeatedKey);
        }
    }
    let whole = Object {
        fields: &record,
        event: 0,
    };
    let reported = reported(whole)?;
    let events = whole.list(EVENTS)?;
    let happened: Vec<Happened> = (1..)
        .zip(events)
        .map(|(number, event)| happened(number, event))
        .collect::<Result<_, _>>()?;
    let words = words(events, &happened)?;
    let (first, again) = decisions(whole)?;
    let case = replay(reported.id, reported.topics.clone(), &happened)
        .map_err(|impossible| Unfit::Impossible(impossible.event))?;
    let stands = whole.choice::<State>("state")? == case.state()
        && whole.code::<OrganisationId>("owner")? == case.owner;
    let begins = happened
        .first()
        .is_some_and(|first| first.by == reported.sender && first.at == reported.reported_at);
    if stands && begins {
        Ok(History {
            story: Story {
                reported,
                case,
                happened,
                first,
                again,
            },
            words,
        })
    } else {
        Err(Unfit::Impossible(0))
    }
}

fn reported(record: Object<'_>) -> Result<Reported, Unfit> {
    let discussed = record
        .get("discussed")?
        .as_bool()
        .ok_or(Unfit::Impossible(0))?;
    let contact = record
        .optional("contact")?
        .map(ContactLine::new)
        .transpose()
        .map_err(Unfit::Words)?;
    let reference = record
        .optional("reference")?
        .map(ExternalReference::new)
        .transpose()
        .map_err(Unfit::Words)?;
    Ok(Reported {
        id: record.code("id")?,
        sender: record.code("sender")?,
        contact,
        reference,
        reported_at: record.code("reported_at")?,
        topics: record.topics("topics")?,
        particulars: Particulars {
            age: record.optional_code("age")?,
            area: record.optional_code("area")?,
            urgency: record.choice("urgency")?,
        },
        discussed,
    })
}

fn decisions(record: Object<'_>) -> Result<(Grounds, Vec<(u32, Grounds)>), Unfit> {
    let grounds = |value: &Value| {
        let decision = Object::of(value, 0)?;
        let reason = match decision.get("reason")? {
            Value::String(text) => text.clone(),
            written @ (Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Array(_)
            | Value::Object(_)) => written.to_string(),
        };
        let event = decision.number("event")?;
        Ok::<_, Unfit>((
            event,
            Grounds {
                reason,
                map_digest: decision.text("map_digest")?.to_owned(),
            },
        ))
    };
    let mut all = record
        .list("decisions")?
        .iter()
        .map(grounds)
        .collect::<Result<Vec<_>, _>>()?
        .into_iter();
    let (_, first) = all
        .next()
        .filter(|(event, _)| *event == 1)
        .ok_or(Unfit::Impossible(1))?;
    Ok((first, all.collect()))
}

fn happened(number: u32, value: &Value) -> Result<Happened, Unfit> {
    let event = Object::of(value, number)?;
    if event.number("number")? != number {
        return Err(Unfit::Impossible(number));
    }
    Ok(Happened {
        number,
        at: event.code("at")?,
        by: event.code("by")?,
        via: Via::Import,
        as_was: None,
        event: event.event()?,
    })
}

/// What was written, each piece with an event that there is.
fn words(events: &[Value], happened: &[Happened]) -> Result<Vec<Said>, Unfit> {
    let mut all = Vec::new();
    for (value, Happened { number, .. }) in events.iter().zip(happened) {
        let event = Object::of(value, *number)?;
        let said = event
            .fields
            .get("words")
            .and_then(Value::as_object)
            .ok_or(Unfit::WithoutWords)?;
        for (part, text) in said {
            let part = Part::from_code(part).ok_or(Unfit::Impossible(*number))?;
            let words = Words::new(text.as_str().ok_or(Unfit::NotAText)?).map_err(Unfit::Words)?;
            all.push(Said {
                number: *number,
                part,
                words,
            });
        }
    }
    all.sort_by_key(|said| (said.number, said.part));
    Ok(all)
}

/// An object of a record, and the number of the event it is about.
#[derive(Clone, Copy)]
struct Object<'a> {
    fields: &'a Map<String, Value>,
    event: u32,
}

impl<'a> Object<'a> {
    fn of(value: &'a Value, event: u32) -> Result<Self, Unfit> {
        value
            .as_object()
            .map(|fields| Self { fields, event })
            .ok_or(Unfit::Impossible(event))
    }

    fn unfit(self) -> Unfit {
        Unfit::Impossible(self.event)
    }

    fn get(self, key: &str) -> Result<&'a Value, Unfit> {
        self.fields.get(key).ok_or_else(|| self.unfit())
    }

    fn list(self, key: &str) -> Result<&'a [Value], Unfit> {
        self.get(key)?
            .as_array()
            .map(Vec::as_slice)
            .ok_or_else(|| self.unfit())
    }

    fn text(self, key: &str) -> Result<&'a str, Unfit> {
        self.optional(key)?.ok_or_else(|| self.unfit())
    }

    fn optional(self, key: &str) -> Result<Option<&'a str>, Unfit> {
        match self.fields.get(key) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => {
                Err(self.unfit())
            }
        }
    }

    fn code<T: FromStr>(self, key: &str) -> Result<T, Unfit> {
        self.text(key)?.parse().map_err(|_| self.unfit())
    }

    fn optional_code<T: FromStr>(self, key: &str) -> Result<Option<T>, Unfit> {
        self.optional(key)?
            .map(|text| text.parse().map_err(|_| self.unfit()))
            .transpose()
    }

    fn choice<T: Choice>(self, key: &str) -> Result<T, Unfit> {
        T::from_code(self.text(key)?).ok_or_else(|| self.unfit())
    }

    fn number(self, key: &str) -> Result<u32, Unfit> {
        self.get(key)?
            .as_u64()
            .and_then(|number| u32::try_from(number).ok())
            .ok_or_else(|| self.unfit())
    }

    fn codes<T: FromStr>(self, key: &str) -> Result<Vec<T>, Unfit> {
        let read = |value: &Value| {
            value
                .as_str()
                .and_then(|code| code.parse().ok())
                .ok_or_else(|| self.unfit())
        };
        self.list(key)?.iter().map(read).collect()
    }

    fn topics(self, key: &str) -> Result<Topics, Unfit> {
        Topics::from_list(self.codes::<TopicId>(key)?).ok_or_else(|| self.unfit())
    }

    fn question(self) -> Result<Option<u32>, Unfit> {
        match self.get("question")? {
            Value::Null => Ok(None),
            Value::Number(_)
            | Value::Bool(_)
            | Value::String(_)
            | Value::Array(_)
            | Value::Object(_) => self.number("question").map(Some),
        }
    }

    fn days(self, key: &str) -> Result<u8, Unfit> {
        u8::try_from(self.number(key)?).map_err(|_| self.unfit())
    }

    /// What an event of this kind holds. What is not there, or cannot be read, is missing.
    fn fields(self, kind: EventKind) -> EventFields {
        EventFields {
            reason: self.choice("reason").ok(),
            suggested: self.optional_code("suggested").ok(),
            to: self.code(kind.addressee_key()).ok(),
            basis: self.choice("basis").ok(),
            coordinator: self.code("coordinator").ok(),
            involved: self.codes("involved").ok(),
            question: self.question().ok(),
            topics: self.topics("topics").ok(),
            outcome: self.choice("outcome").ok(),
            channel: self.choice("channel").ok(),
            level: self.choice("level").ok(),
            accept_by: self.code("accept_by").ok(),
            feedback_by: self.code("feedback_by").ok(),
            confirm_by: self.code("confirm_by").ok(),
            responsibility: self.optional_code("responsibility").ok(),
            promise: self.choice("promise").ok(),
            promised: self.code("promised").ok(),
            after: self.days("after").ok(),
            told: self.codes("told").ok(),
        }
    }

    fn event(self) -> Result<Event, Unfit> {
        let kind = self.choice("event")?;
        Event::from_fields(kind, self.fields(kind)).ok_or_else(|| self.unfit())
    }
}
