//! A signal with everything that happened to it, as one JSON value: a line of `export --format
//! jsonl`, which `import` reads back.

use serde_json::{Map, Value, json};

use crate::domain::codes::OrganisationId;
use crate::domain::event::{DecisionRecord, RecordedEvent};
use crate::domain::signal::{Particulars, Topics};
use crate::domain::time::Zone;
use crate::output::event_data::{event_data, words_data};
use crate::register::{Reported, Story, StoryText};

/// The signal as docs/json.md tells it. With `words`, also what people wrote, how to reach the
/// sender and the sender's own number for it; without, those keys are left out. Moments are exact.
#[must_use]
pub fn record(story: &Story, words: Option<&[StoryText]>, zone: Zone) -> Map<String, Value> {
    let Story {
        reported,
        case,
        happened,
        first,
        again,
    } = story;
    let Reported {
        id,
        sender,
        contact,
        reference,
        reported_at,
        topics,
        particulars: Particulars { age, area, urgency },
        discussed,
    } = reported;
    let mut record = Map::new();
    let mut put = |key: &str, value: Value| {
        record.insert(key.to_owned(), value);
    };
    put("id", json!(id.as_str()));
    put("sender", json!(sender.to_string()));
    if words.is_some() {
        put(
            "contact",
            json!(contact.as_ref().map(|contact| contact.as_str())),
        );
        put(
            "reference",
            json!(reference.as_ref().map(|reference| reference.as_str())),
        );
    }
    put("reported_at", json!(reported_at.in_zone_exactly(zone)));
    put("topics", codes(topics));
    put("age", json!(age.map(|age| age.to_string())));
    put("area", json!(area.as_ref().map(ToString::to_string)));
    put("urgency", json!(urgency.to_string()));
    put("discussed", json!(discussed));
    put("state", json!(case.state().to_string()));
    put("owner", json!(case.owner.to_string()));
    put("coordinator", json!(case.coordinator.to_string()));
    put("basis", json!(case.basis.to_string()));
    put("level", json!(case.level.to_string()));
    put("topics_now", codes(&case.topics));
    put(
        "involved",
        json!(
            case.involved
                .iter()
                .map(OrganisationId::as_str)
                .collect::<Vec<_>>()
        ),
    );
    put("due", json!(case.due().map(|day| day.to_string())));
    put(
        "accept_by",
        json!(case.accept_by().map(|day| day.to_string())),
    );
    put("feedback_by", json!(case.feedback_by.to_string()));
    put(
        "confirm_by",
        json!(case.answer().map(|answer| answer.confirm_by.to_string())),
    );
    put(
        "proposed",
        json!(case.proposed.as_ref().map(ToString::to_string)),
    );
    put("declines", json!(case.declines));
    put("last_at", json!(case.last_at.in_zone_exactly(zone)));
    let decisions =
        std::iter::once((1, first)).chain(again.iter().map(|(number, grounds)| (*number, grounds)));
    put(
        "decisions",
        decisions
            .map(|(event, grounds)| decision(event, grounds))
            .collect(),
    );
    let event = |happened: &RecordedEvent| {
        let mut event = event_data(happened, happened.at.in_zone_exactly(zone));
        if let Some(words) = words {
            event.insert(
                "words".into(),
                words_data(words.iter().filter(|said| said.number == happened.number)),
            );
        }
        Value::Object(event)
    };
    put("events", happened.iter().map(event).collect());
    record
}

fn codes(topics: &Topics) -> Value {
    json!(topics.iter().map(ToString::to_string).collect::<Vec<_>>())
}

fn decision(event: u32, grounds: &DecisionRecord) -> Value {
    let DecisionRecord { reason, map_digest } = grounds;
    json!({ "event": event, "map_digest": map_digest, "reason": kept(reason) })
}

/// The reason such that `import` can keep the very same text: as an object when writing that again
/// gives the text, else as the text.
fn kept(reason: &str) -> Value {
    let object: Option<Map<String, Value>> = serde_json::from_str(reason).ok();
    let writes_the_same =
        |object: &Value| serde_json::to_string(object).is_ok_and(|again| again == reason);
    object
        .map(Value::Object)
        .filter(writes_the_same)
        .unwrap_or_else(|| Value::String(reason.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::reason;
    use crate::routing::explanation::Explanation;
    use proptest::prelude::*;
    use rstest::rstest;

    /// What `import` keeps of a reason in a record.
    fn read_back(written: &Value) -> String {
        match written {
            Value::String(text) => text.clone(),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Array(_)
            | Value::Object(_) => written.to_string(),
        }
    }

    #[rstest]
    #[case::as_seinhuis_writes_it(&reason::written(&Explanation::default()), true)]
    #[case::in_its_own_order(r#"{"b":1,"a":[2.5,null]}"#, true)]
    #[case::with_spaces(r#"{"b": 1}"#, false)]
    #[case::with_equal_keys(r#"{"a":1,"a":2}"#, false)]
    #[case::a_long_number(r#"{"a":1.00000000000000000001}"#, false)]
    #[case::a_json_text("\"why\"", false)]
    #[case::no_json("because", false)]
    #[case::nothing("", false)]
    fn a_reason_is_an_object_where_that_gives_the_same_text(
        #[case] reason: &str,
        #[case] is_object: bool,
    ) {
        assert_eq!(kept(reason).is_object(), is_object);
        assert_eq!(read_back(&kept(reason)), reason);
    }

    proptest! {
        #[test]
        fn any_reason_is_read_back_as_it_was(text in any::<String>(), key in any::<String>()) {
            for reason in [json!({ key: text.clone() }).to_string(), text] {
                let line = crate::output::escape::json(&kept(&reason).to_string());
                prop_assert_eq!(read_back(&serde_json::from_str(&line).unwrap()), reason);
            }
        }
    }
}
