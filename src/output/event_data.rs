//! An event as data: `show` and `export` write it alike. docs/json.md describes the keys.

use serde::{Serialize, Serializer};

use crate::domain::codes::OrganisationId;
use crate::domain::event::{Event, RecordedEvent};
use crate::domain::time::Moment;
use crate::register::StoryText;

/// What happened, with what was written about it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EventView {
    pub number: u32,
    /// In the form in which the answer writes moments.
    pub at: String,
    pub by: OrganisationId,
    #[serde(flatten)]
    pub event: Event,
    /// Written after the event, so these keys replace those of the event itself.
    #[serde(flatten)]
    pub hidden: Option<HiddenInvolvement>,
    /// The person to reach, when the event names one and the reader sees it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "String"))]
    pub contact: Option<String>,
    /// `None` where the answer has no words.
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "words_by_part"
    )]
    #[cfg_attr(test, schemars(schema_with = "schema_of_words"))]
    pub words: Option<Vec<StoryText>>,
    #[serde(skip)]
    pub moment: Moment,
}

/// Whom a decision involves, and by what agreement, for a reader who may not know it: two nulls.
#[derive(Debug, Clone, Default, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct HiddenInvolvement {
    involved: (),
    responsibility: (),
}

impl EventView {
    #[must_use]
    pub fn new(event: &RecordedEvent, at: String, words: Option<Vec<StoryText>>) -> Self {
        Self {
            number: event.number,
            at,
            by: event.by.clone(),
            event: event.event.clone(),
            hidden: None,
            contact: None,
            words,
            moment: event.at,
        }
    }
}

fn words_by_part<S: Serializer>(words: &Option<Vec<StoryText>>, to: S) -> Result<S::Ok, S::Error> {
    let texts = words.iter().flatten();
    to.collect_map(texts.map(|text| (text.part, text.words.as_str())))
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
