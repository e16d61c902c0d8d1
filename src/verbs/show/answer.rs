//! The answer to `show`: where a signal stands, and its whole story as a timeline.

use serde_json::{Value, json};

use crate::domain::access::{AccessLevel, EventAccess};
use crate::domain::age::Age;
use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::domain::event::{DecisionRecord, Event, RecordedEvent};
use crate::domain::invariant::Invariant as _;
use crate::domain::lifecycle::Verb;
use crate::domain::signal::{Particulars, Topics};
use crate::domain::signal_state::{Ending, OpenQuestion, SignalState, Stage};
use crate::domain::time::{Day, Zone};
use crate::output::answer::{Answer, Data};
use crate::output::decision::labelled;
use crate::output::escape;
use crate::output::event_data::{event_data, words_data};
use crate::output::event_text::{event_text, said_text};
use crate::output::reach::reach_of;
use crate::output::reason;
use crate::output::screen::RenderContext;
use crate::register::{Reported, Story, StoryText};

/// A signal as this reader may see it.
#[derive(Debug, Clone)]
pub struct SignalView {
    /// The story.
    pub story: Story,
    /// The words; those that the reader may not read are left out when it is told.
    pub words: Vec<StoryText>,
    /// How much of it the reader reads.
    pub reading: AccessLevel,
    /// Who reads.
    pub reader: OrganisationId,
    /// What the reader may do next.
    pub next: Vec<Verb>,
    /// The zone in which times are told.
    pub zone: Zone,
    /// Today, there.
    pub today: Day,
}

impl SignalView {
    fn contact(&self) -> Option<&str> {
        let contact = self
            .story
            .reported
            .contact
            .as_ref()
            .filter(|_| self.story.case.may_see_contact(&self.reader));
        contact.map(|contact| contact.as_str())
    }

    /// Whether the reader reads words at all.
    fn reads_words(&self) -> bool {
        match self.reading {
            AccessLevel::Everything | AccessLevel::OwnPart => true,
            AccessLevel::Story | AccessLevel::Nothing => false,
        }
    }

    /// The number that the sender's own system gave it: free text, so for who reads words.
    fn reference(&self) -> Option<&str> {
        self.story
            .reported
            .reference
            .as_ref()
            .filter(|_| self.reads_words())
            .map(|reference| reference.as_str())
    }

    /// What happened, as far as the reader may know.
    fn happened(&self) -> impl Iterator<Item = &RecordedEvent> {
        self.story
            .happened
            .iter()
            .filter(|happened| self.reading.of_event(happened, &self.reader) != EventAccess::Hidden)
    }

    fn words_of(&self, happened: &RecordedEvent) -> impl Iterator<Item = &StoryText> {
        let number = happened.number;
        let read = self.reading.of_event(happened, &self.reader) == EventAccess::WithWords;
        self.words
            .iter()
            .filter(move |said| read && said.number == number)
    }

    /// The topics and those involved as the reader may know them: for a sender who hears the status
    /// only, as they were told at first.
    fn topics(&self) -> &Topics {
        match self.reading {
            AccessLevel::OwnPart => &self.story.reported.topics,
            AccessLevel::Everything | AccessLevel::Story | AccessLevel::Nothing => {
                &self.story.case.topics
            }
        }
    }

    fn involved(&self) -> Vec<OrganisationId> {
        match (self.reading, self.story.offer()) {
            (AccessLevel::OwnPart, offer) => offer
                .certain("a story begins with its report")
                .involved
                .clone(),
            (AccessLevel::Everything | AccessLevel::Story | AccessLevel::Nothing, _) => {
                self.story.case.involved.iter().cloned().collect()
            }
        }
    }

    fn open_questions(&self) -> impl Iterator<Item = &OpenQuestion> {
        let all = self.reading != AccessLevel::OwnPart;
        self.story
            .case
            .questions
            .iter()
            .filter(move |question| all || question.of == self.reader)
    }

    /// Why the map decided, as far as the reader may know: for a sender who hears the status only,
    /// as it was told at first. Then why it decided as it did before, with the numbers of those
    /// events.
    fn grounds(&self) -> (&DecisionRecord, Vec<(u32, &DecisionRecord)>) {
        let Story { first, again, .. } = &self.story;
        match self.reading {
            AccessLevel::OwnPart => (first, Vec::new()),
            AccessLevel::Everything | AccessLevel::Story | AccessLevel::Nothing => {
                let mut all: Vec<_> = std::iter::once((1, first))
                    .chain(again.iter().map(|(number, grounds)| (*number, grounds)))
                    .collect();
                all.pop();
                (self.story.latest(), all)
            }
        }
    }

    fn event_json(&self, happened: &RecordedEvent) -> Value {
        let mut object = event_data(happened, happened.at.in_zone(self.zone));
        // Whom a later decision involves, and by what agreement, would tell a sender who hears the
        // status only what is done.
        if self.reading == AccessLevel::OwnPart && matches!(happened.event, Event::Rerouted(_)) {
            object.insert("involved".into(), Value::Null);
            object.insert("responsibility".into(), Value::Null);
        }
        if self.reads_words() {
            object.insert("words".into(), words_data(self.words_of(happened)));
        }
        Value::Object(object)
    }
}

fn reason_json(written: &str) -> Value {
    serde_json::to_value(reason::read(written)).certain("a reason can be written")
}

fn earlier_json(event: u32, grounds: &DecisionRecord) -> Value {
    json!({ "event": event, "reason": reason_json(&grounds.reason), "map_digest": grounds.map_digest })
}

impl Data for SignalView {
    fn json(&self) -> Value {
        let Story {
            reported,
            case,
            happened: _,
            first: _,
            again: _,
        } = &self.story;
        let (DecisionRecord { reason, map_digest }, earlier) = self.grounds();
        let Reported {
            id,
            sender,
            contact: _,
            reference: _,
            reported_at,
            topics: _,
            particulars: Particulars { age, area, urgency },
            discussed,
        } = reported;
        json!({
            "id": id.as_str(),
            "state": case.state().to_string(),
            "owner": case.owner.to_string(),
            "sender": sender.to_string(),
            "coordinator": case.coordinator.to_string(),
            "contact": self.contact(),
            "reference": self.reference(),
            "reported_at": reported_at.in_zone(self.zone),
            "topics": self.topics().iter().map(ToString::to_string).collect::<Vec<_>>(),
            "age": age.map(|age| age.to_string()),
            "area": area.as_ref().map(ToString::to_string),
            "urgency": urgency.to_string(),
            "discussed": discussed,
            "basis": case.basis.to_string(),
            "level": case.level.to_string(),
            "involved": self.involved().iter().map(ToString::to_string).collect::<Vec<_>>(),
            "due": case.due().map(|day| day.to_string()),
            "late": case.due().is_some_and(|day| self.today > day),
            "accept_by": case.accept_by().map(|day| day.to_string()),
            "feedback_by": case.feedback_by.to_string(),
            "confirm_by": case.answer().map(|answer| answer.confirm_by.to_string()),
            "proposed": case.proposed.as_ref().map(ToString::to_string),
            "open_questions": self.open_questions().map(|q| json!({"number": q.number, "of": q.of.to_string()})).collect::<Vec<_>>(),
            "words_shown": self.reads_words(),
            "reason": reason_json(reason),
            "map_digest": map_digest,
            "earlier_reasons": earlier.iter().map(|(event, grounds)| earlier_json(*event, grounds)).collect::<Vec<_>>(),
            "events": self.happened().map(|happened| self.event_json(happened)).collect::<Vec<_>>(),
            "next": self.next.iter().map(|verb| verb.code()).collect::<Vec<_>>(),
        })
    }
}

impl Answer for SignalView {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let mut parts = vec![self.heading(screen), self.timeline(screen)];
        match self.reading {
            AccessLevel::Everything | AccessLevel::Nothing => {}
            AccessLevel::OwnPart => parts.push(screen.tr0("show-own-part")),
            AccessLevel::Story => parts.push(screen.tr0("show-without-words")),
        }
        if !self.next.is_empty() {
            parts.push(format!(
                "{}\n{}",
                screen.tr0("show-next"),
                labelled(&self.next_text(screen))
            ));
        }
        parts.join("\n\n")
    }
}

impl SignalView {
    fn heading(&self, screen: &RenderContext<'_>) -> String {
        let Story { reported, case, .. } = &self.story;
        let id = screen.bold(&case.id.to_string());
        let first = screen.tr(
            "show-heading",
            &[
                ("id", id.into()),
                ("state", screen.label("state", case.state()).into()),
            ],
        );
        let mut about: Vec<String> = self
            .topics()
            .iter()
            .map(|topic| screen.topic(topic))
            .collect();
        let Particulars { age, area, urgency } = &reported.particulars;
        about.extend([
            age.map_or_else(|| screen.tr0("age-unknown"), |age| age_text(age, screen)),
            area.as_ref()
                .map_or_else(|| screen.tr0("area-unknown"), |area| screen.area(area)),
            screen.label("urgency", *urgency),
        ]);
        let mut rows = vec![(screen.tr0("label-about"), about.join(" · "))];
        let sender = screen.organisation(&case.sender).to_owned();
        let contact = self
            .contact()
            .map(str::to_owned)
            .or_else(|| reach_of(&case.sender, screen).filter(|_| self.reads_words()));
        rows.push((
            screen.tr0("label-sender"),
            contact.map_or(sender.clone(), |contact| format!("{sender} · {contact}")),
        ));
        rows.push((
            screen.tr0("label-follow-up"),
            screen.organisation(&case.owner).to_owned(),
        ));
        rows.extend(reach_of(&case.owner, screen).map(|reach| (screen.tr0("label-reach"), reach)));
        let involved = self.involved();
        if !involved.is_empty() {
            rows.push((
                screen.tr0("label-involved"),
                screen.organisations(&involved),
            ));
        }
        rows.extend(
            self.reference()
                .map(|reference| (screen.tr0("label-reference"), reference.to_owned())),
        );
        rows.push((
            screen.tr0("label-discussed"),
            screen.tr0(if reported.discussed { "yes" } else { "no" }),
        ));
        let labels =
            std::iter::once(screen.tr0("label-promise")).chain(std::iter::repeat(String::new()));
        rows.extend(labels.zip(promises(case, screen)));
        let waits = |question: &OpenQuestion| {
            let args = [
                ("number", question.number.into()),
                ("of", screen.organisation(&question.of).to_owned().into()),
            ];
            (
                screen.tr0("label-question"),
                screen.tr("question-waits", &args),
            )
        };
        rows.extend(self.open_questions().map(waits));
        let proposed = case
            .proposed
            .as_ref()
            .filter(|_| self.reading != AccessLevel::OwnPart);
        rows.extend(proposed.map(|to| {
            (
                screen.tr0("label-proposed"),
                screen.organisation(to).to_owned(),
            )
        }));
        let rows: Vec<(String, String)> = rows
            .into_iter()
            .map(|(label, said)| (label, escape::line(&said)))
            .collect();
        format!("{first}\n\n{}", labelled(&rows))
    }

    /// What to type next, and what that does: the two halves of a text with two spaces between
    /// them.
    fn next_text(&self, screen: &RenderContext<'_>) -> Vec<(String, String)> {
        let id = self.story.case.id.to_string();
        let describe = |verb: &Verb| {
            let said = screen.tr(&format!("next-{}", verb.code()), &[("id", (&id).into())]);
            said.split_once("  ").map_or_else(
                || (said.clone(), String::new()),
                |(typed, does)| (typed.to_owned(), does.to_owned()),
            )
        };
        self.next.iter().map(describe).collect()
    }

    fn timeline(&self, screen: &RenderContext<'_>) -> String {
        let mut lines = Vec::new();
        let mut today = None;
        for happened in self.happened() {
            let day = screen.zone().day(happened.at);
            if today != Some(day) {
                if today.is_some() {
                    lines.push(String::new());
                }
                lines.push(screen.bold(&screen.day(day)));
                today = Some(day);
            }
            let words: Vec<String> = self
                .words_of(happened)
                .flat_map(|said| said_text(said, screen))
                .collect();
            let mut text = escape::line(&event_text(happened, screen));
            // Where the words are not shown, nothing follows the colon.
            if words.is_empty() && text.ends_with(':') {
                text.pop();
                text.push('.');
            }
            lines.push(format!("  {}  {text}", screen.clock(happened.at)));
            lines.extend(words);
        }
        lines.join("\n")
    }
}

fn age_text(age: Age, screen: &RenderContext<'_>) -> String {
    match age {
        Age::Unborn => screen.tr0("age-unborn"),
        Age::Months(months) if months < 24 => {
            screen.tr("age-months", &[("months", u32::from(months).into())])
        }
        Age::Months(months) if !months.is_multiple_of(12) => {
            let args = [
                ("years", u32::from(months / 12).into()),
                ("months", u32::from(months % 12).into()),
            ];
            screen.tr("age-years-and-months", &args)
        }
        Age::Months(months) => screen.tr("age-years", &[("years", u32::from(months / 12).into())]),
    }
}

/// The promises that run now, each with how late it is.
fn promises(case: &SignalState, screen: &RenderContext<'_>) -> Vec<String> {
    let describe = |key: &str, day| screen.tr(key, &[("day", screen.promised(day).into())]);
    match &case.stage {
        Stage::Offered { accept_by } => vec![
            describe("promise-now-accept", *accept_by),
            describe("promise-now-feedback", case.feedback_by),
        ],
        Stage::Accepted => vec![describe("promise-now-feedback", case.feedback_by)],
        Stage::Answered(answer) => vec![describe("promise-now-confirm", answer.confirm_by)],
        Stage::Closed(_, Ending::Confirmed) => vec![screen.tr0("promise-confirmed")],
        Stage::Closed(_, Ending::Unconfirmed) => vec![screen.tr0("promise-unconfirmed")],
        Stage::Withdrawn => vec![screen.tr0("promise-withdrawn")],
    }
}
