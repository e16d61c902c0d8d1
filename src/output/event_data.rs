//! An event as data: `show` and `export` write it alike. docs/json.md describes the keys.

use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::domain::access::ReadEvent;
use crate::domain::codes::OrganisationId;
use crate::domain::event::{AsWas, Event};
use crate::domain::invariant::broken;
use crate::domain::signal::Particulars;
use crate::domain::time::{Moment, Zone};
use crate::register::StoryText;

/// What happened, as far as one reader may know, with what was written about it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EventView {
    pub number: u32,
    /// In the form in which the answer writes moments.
    pub at: String,
    /// `None` where the reader may not know.
    pub by: Option<OrganisationId>,
    /// Who of the organisation, when that was said and the reader sees it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "String"))]
    pub person: Option<String>,
    /// Whether who brought it about took it back.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(test, schemars(default))]
    pub undone: bool,
    #[serde(flatten)]
    pub event: KnownEvent,
    /// What the organisation was called then; `None` when the map of then did not know it, and where
    /// the reader may not know.
    pub as_was: Option<AsWas>,
    /// The person to reach, when the event names one and the reader sees it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "String"))]
    pub contact: Option<String>,
    /// `None` where the reader has no words of it.
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "words_by_part"
    )]
    #[cfg_attr(test, schemars(schema_with = "schema_of_words"))]
    pub words: Option<Vec<StoryText>>,
    #[serde(skip)]
    pub moment: Moment,
    /// Of a correction: the particulars before it, as the reader knew them.
    #[serde(skip)]
    pub was: Option<Particulars>,
}

/// An event of which some keys are null, because the reader may not know their values.
#[derive(Debug, Clone)]
pub struct KnownEvent {
    pub event: Event,
    pub hidden: &'static [&'static str],
}

impl Serialize for KnownEvent {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.hidden.is_empty() {
            return self.event.serialize(to);
        }
        let Ok(Value::Object(mut keys)) = serde_json::to_value(&self.event) else {
            broken("an event is an object")
        };
        for key in self.hidden {
            keys.insert((*key).to_owned(), Value::Null);
        }
        keys.serialize(to)
    }
}

impl EventView {
    /// `words`: all of the signal; `None` where the answer has none. `at`: how it writes a moment.
    #[must_use]
    pub fn new(
        read: &ReadEvent<'_>,
        words: Option<&[StoryText]>,
        at: fn(Moment, Zone) -> String,
        zone: Zone,
    ) -> Self {
        let words = words.filter(|_| read.words).map(|words| {
            let texts = words.iter().filter(|text| text.number == read.recorded);
            texts.cloned().collect()
        });
        Self {
            number: read.number,
            at: at(read.at, zone),
            by: read.by.cloned(),
            as_was: read.as_was.cloned(),
            person: read.person.map(|person| person.as_str().to_owned()),
            undone: read.undone,
            event: KnownEvent {
                event: read.event.clone(),
                hidden: read.hidden,
            },
            contact: None,
            words,
            moment: read.at,
            was: read.was.clone(),
        }
    }
}

fn words_by_part<S: Serializer>(words: &Option<Vec<StoryText>>, to: S) -> Result<S::Ok, S::Error> {
    let texts = words.iter().flatten();
    to.collect_map(texts.map(|text| (text.part, text.words.as_str())))
}

#[cfg(test)]
impl schemars::JsonSchema for KnownEvent {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "KnownEvent".into()
    }

    /// That of an event; of what a status-only sender reads, some keys may be null.
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = Event::json_schema(generator);
        for kind in schema
            .get_mut("oneOf")
            .and_then(Value::as_array_mut)
            .into_iter()
            .flatten()
        {
            for (code, key) in [
                ("reported", "involved"),
                ("reported", "claimants"),
                ("feedback-final", "outcome"),
            ] {
                if kind["properties"]["event"]["const"] == code {
                    let told = kind["properties"][key].take();
                    kind["properties"][key] =
                        serde_json::json!({"anyOf": [told, {"type": "null"}]});
                }
            }
        }
        schema
    }
}

#[cfg(test)]
fn schema_of_words(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    use crate::domain::codes::CodeEnum as _;
    use crate::domain::signal::Part;
    let text = serde_json::json!({"type": "string"});
    let parts: serde_json::Map<_, _> = Part::ALL
        .iter()
        .map(|part| (part.to_string(), text.clone()))
        .collect();
    schemars::json_schema!({"type": "object", "properties": parts})
}
