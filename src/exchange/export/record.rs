//! A signal with everything that happened to it, as one JSON value: a line of `export --format
//! jsonl`, which `import` reads back.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::domain::access::ReadSignal;
use crate::domain::age::YoungestChild;
use crate::domain::codes::{AreaId, OrganisationId};
use crate::domain::event::{Basis, DecisionRecord, Level};
use crate::domain::residence::{Postcode, Residence};
use crate::domain::signal::{Circumstances, Particulars, Topics, Urgency};
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::State;
use crate::domain::time::{Day, Moment};
use crate::exchange::export::ExportContext;
use crate::output::event_data::EventView;
use crate::register::{FullStory, Story};

/// A signal as docs/json.md describes it. Moments are exact.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ExportRecord {
    pub(crate) id: SignalId,
    sender: OrganisationId,
    /// How to reach the sender; the key is absent when words are left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<Option<String>>,
    /// The sender's own number for it; absent like `contact`.
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<Option<String>>,
    reported_at: String,
    topics: Topics,
    #[serde(flatten)]
    circumstances: Circumstances,
    state: State,
    owner: OrganisationId,
    coordinator: OrganisationId,
    basis: Basis,
    level: Level,
    topics_now: Topics,
    #[serde(flatten)]
    now: ParticularsNow,
    /// `None` where the reader may not know, as in the next ones.
    involved: Option<Vec<OrganisationId>>,
    due: Option<Day>,
    accept_by: Option<Day>,
    feedback_by: Day,
    confirm_by: Option<Day>,
    proposed: Option<OrganisationId>,
    declines: Option<u32>,
    last_at: Option<String>,
    decisions: Vec<ExportedDecision>,
    pub(crate) events: Vec<EventView>,
}

/// Of whom, where and how soon, as the facts were put right: [`Particulars`] by other keys. Beside
/// them stands what was reported: `import` tells the story anew from that.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ParticularsNow {
    /// As people write it, like `age`.
    age_now: Option<String>,
    youngest_now: Option<YoungestChild>,
    area_now: Option<AreaId>,
    place_now: Option<Postcode>,
    urgency_now: Urgency,
    before_now: Option<Day>,
}

impl From<Particulars> for ParticularsNow {
    fn from(particulars: Particulars) -> Self {
        let Particulars {
            age,
            youngest,
            residence,
            urgency,
            before,
        } = particulars;
        let residence = residence.as_ref();
        Self {
            age_now: age.map(|age| age.to_string()),
            youngest_now: youngest,
            area_now: residence.and_then(Residence::area).cloned(),
            place_now: residence.and_then(Residence::place),
            urgency_now: urgency,
            before_now: before,
        }
    }
}

/// Why the map decided so at an event.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ExportedDecision {
    event: u32,
    map_digest: String,
    #[cfg_attr(test, schemars(with = "crate::output::reason::KeptReason"))]
    reason: Value,
}

impl ExportRecord {
    /// What the reader of the export reads of it.
    #[must_use]
    pub fn new(whole: FullStory, context: ExportContext<'_>) -> Self {
        let FullStory { story, words } = whole;
        let zone = context.zone;
        let read = story.read_by(context.reader);
        let events = read.events.iter();
        let events = events.map(|event| {
            let contact = story.contact_of(event.recorded);
            let contact = contact.filter(|_| words.is_some() && (event.words || !event.undone));
            let view = EventView::new(event, words.as_deref(), Moment::in_zone_exactly, zone);
            EventView {
                person: view.person.filter(|_| words.is_some()),
                contact: (contact.filter(|_| read.contact)).map(|one| one.as_str().to_owned()),
                ..view
            }
        });
        let events = events.collect();
        let reads_words = read.level.reads_the_report();
        let ReadSignal {
            level: _,
            contact,
            coordinator,
            standing,
            particulars,
            involved,
            questions: _,
            events: _,
            later_decisions,
        } = read;
        let (coordinator, involved) = (
            coordinator.clone(),
            involved.map(|involved| involved.iter().cloned().collect()),
        );
        let Story {
            reported,
            case,
            happened: _,
            first,
            again,
            contacts: _,
        } = story;
        let contact = reported.contact.filter(|_| contact);
        let contact = contact.map(|contact| contact.as_str().to_owned());
        let reference = reported.reference.filter(|_| reads_words);
        let reference = reference.map(|text| text.as_str().to_owned());
        Self {
            id: reported.id,
            sender: reported.sender,
            contact: words.as_ref().map(|_| contact),
            reference: words.as_ref().map(|_| reference),
            reported_at: reported.reported_at.in_zone_exactly(zone),
            topics: reported.topics,
            circumstances: reported.circumstances,
            state: case.state(),
            due: case.due(),
            accept_by: case.accept_by(),
            feedback_by: case.feedback_by,
            confirm_by: case.answer().map(|answer| answer.confirm_by),
            owner: case.owner,
            coordinator,
            basis: standing.basis,
            level: case.level,
            topics_now: standing.topics,
            now: particulars.into(),
            involved,
            proposed: standing.proposed,
            declines: standing.declines,
            last_at: standing.last_at.map(|at| at.in_zone_exactly(zone)),
            decisions: std::iter::once((1, first))
                .chain(again.into_iter().filter(|_| later_decisions))
                .map(ExportedDecision::from)
                .collect(),
            events,
        }
    }
}

impl From<(u32, DecisionRecord)> for ExportedDecision {
    fn from((event, DecisionRecord { reason, map_digest }): (u32, DecisionRecord)) -> Self {
        Self {
            event,
            map_digest,
            reason: kept(&reason),
        }
    }
}

/// The reason in a form from which `import` keeps the very same text: an object when writing it
/// again gives that text, otherwise the text.
fn kept(reason: &str) -> Value {
    let object: Option<Map<String, Value>> = serde_json::from_str(reason).ok();
    object
        .map(Value::Object)
        .filter(|object| serde_json::to_string(object).is_ok_and(|again| again == reason))
        .unwrap_or_else(|| Value::String(reason.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::reason;
    use crate::routing::explanation::Explanation;
    use proptest::prelude::*;
    use rstest::rstest;
    use serde_json::json;

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
