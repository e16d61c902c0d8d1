//! The answer to `show`: where a signal stands, and its whole story as a timeline.

use serde::Serialize;

use crate::domain::access::{AccessLevel, ReadSignal, Reader};
use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::domain::discussed::Discussed;
use crate::domain::event::{Basis, DecisionRecord, Level};
use crate::domain::lifecycle::Verb;
use crate::domain::signal::{Circumstances, Particulars, Topics};
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::{Ending, OpenQuestion, Stage, State};
use crate::domain::time::{Day, Moment, Zone};
use crate::output::ages::{age_text, aged_on, ages_of, youngest_text};
use crate::output::answer::Answer;
use crate::output::decision::labelled;
use crate::output::escape;
use crate::output::event_data::EventView;
use crate::output::event_text::{event_text, words_lines};
use crate::output::reason::{self, KeptReason};
use crate::output::screen::RenderContext;
use crate::register::{Story, StoryText};

mod alarms;
mod reach;

/// A signal as one reader may see it: see [`crate::domain::access`].
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SignalView {
    id: SignalId,
    state: State,
    owner: OrganisationId,
    sender: OrganisationId,
    coordinator: OrganisationId,
    contact: Option<String>,
    /// The person to reach of the owner, as she said when she took it on.
    owner_contact: Option<String>,
    family_known: bool,
    /// Free text, so only for who reads words.
    reference: Option<String>,
    reported_at: String,
    topics: Topics,
    #[serde(flatten)]
    circumstances: Circumstances,
    /// The particulars as they were reported, when they were put right since.
    as_reported: Option<Particulars>,
    /// On which day the ages were those, when somebody has another by now.
    #[serde(skip)]
    aged_on: Option<Day>,
    basis: Basis,
    level: Level,
    /// `None` where the reader may not know.
    involved: Option<Vec<OrganisationId>>,
    due: Option<Day>,
    late: bool,
    accept_by: Option<Day>,
    feedback_by: Day,
    confirm_by: Option<Day>,
    proposed: Option<OrganisationId>,
    open_questions: Vec<OpenQuestion>,
    words_shown: bool,
    reason: KeptReason,
    map_digest: String,
    earlier_reasons: Vec<EarlierReason>,
    events: Vec<EventView>,
    next: Vec<Verb>,
    /// Whether the owner is to hear which family it is.
    #[serde(skip)]
    asks_family: bool,
    #[serde(skip)]
    stage: Stage,
    #[serde(skip)]
    access: AccessLevel,
}

/// Who reads a signal, and when.
pub struct SignalReader<'r> {
    pub reader: &'r Reader,
    /// What the reader can do with it.
    pub next: Vec<Verb>,
    pub zone: Zone,
    pub today: Day,
}

/// Why the map decided otherwise before, with the number of that event.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct EarlierReason {
    event: u32,
    reason: KeptReason,
    map_digest: String,
}

impl SignalView {
    /// Leaves out what the reader may not know. `words`: those of the signal, if the reader may read
    /// any.
    #[must_use]
    pub fn new(story: Story, words: &[StoryText], reader: SignalReader<'_>) -> Self {
        let SignalReader {
            reader,
            next,
            zone,
            today,
        } = reader;
        let read = story.read_by(reader);
        let access = read.level;
        let words_shown = access.reads_the_report();
        let words = read.reads_words().then_some(words);
        let events = read.events.iter();
        let events = events.map(|event| EventView::new(event, words, Moment::in_zone, zone));
        let events: Vec<EventView> = events.collect();
        let ReadSignal {
            level: _,
            contact,
            coordinator,
            standing,
            particulars,
            involved,
            questions,
            events: _,
            later_decisions,
        } = read;
        let (coordinator, involved) = (
            coordinator.clone(),
            involved.map(|involved| involved.iter().cloned().collect()),
        );
        let owner_contact = story.contact_of_owner().filter(|_| contact);
        let owner_contact = owner_contact.map(|contact| contact.as_str().to_owned());
        let decision = if later_decisions {
            story.last_decision()
        } else {
            &story.first
        };
        let (reason, map_digest) = (reason::read(&decision.reason), decision.map_digest.clone());
        let earlier = story.earlier_decisions().filter(|_| later_decisions);
        let earlier_reasons = earlier.map(EarlierReason::from).collect();
        let (reported, case) = (story.reported, story.case);
        let contact = reported.contact.filter(|_| contact);
        let reference = reported.reference.filter(|_| words_shown);
        let due = case.due();
        let of_report = &reported.circumstances.particulars;
        let same_ages =
            (of_report.age, of_report.youngest) == (particulars.age, particulars.youngest);
        let aged_at = if same_ages {
            reported.reported_at
        } else {
            case.aged_at
        };
        let aged_on = aged_on(&particulars, zone.day(aged_at), today);
        let as_reported = (*of_report != particulars).then(|| of_report.clone());
        let circumstances = Circumstances {
            particulars,
            discussed: reported.circumstances.discussed,
        };
        Self {
            id: reported.id,
            state: case.state(),
            sender: reported.sender,
            contact: contact.map(|contact| contact.as_str().to_owned()),
            owner_contact,
            family_known: case.owner_knows_family(),
            asks_family: case.asks_family(),
            reference: reference.map(|reference| reference.as_str().to_owned()),
            reported_at: reported.reported_at.in_zone(zone),
            circumstances,
            as_reported,
            aged_on,
            basis: standing.basis,
            level: case.level,
            involved,
            due,
            late: due.is_some_and(|day| today > day),
            accept_by: case.accept_by(),
            feedback_by: case.feedback_by,
            confirm_by: case.answer().map(|answer| answer.confirm_by),
            owner: case.owner,
            coordinator,
            topics: standing.topics,
            proposed: standing.proposed,
            open_questions: questions,
            words_shown,
            reason,
            map_digest,
            earlier_reasons,
            events,
            next,
            stage: case.stage,
            access,
        }
    }

    fn heading(&self, screen: &RenderContext<'_>) -> String {
        let id = screen.bold(&self.id.to_string());
        let first = screen.tr(
            "show-heading",
            &[
                ("id", id.into()),
                ("state", screen.label("state", self.state).into()),
            ],
        );
        let mut rows = vec![
            row("label-about", &self.about(screen), screen),
            row("label-sender", &self.sender_text(screen), screen),
            row("label-follow-up", screen.organisation(&self.owner), screen),
        ];
        if let Some(reach) = self.reach_of_owner(screen) {
            rows.push(row("label-reach", &reach, screen));
        }
        if self.asks_family {
            let owner = screen.organisation(&self.owner).to_owned();
            let unknown = screen.tr1("family-unknown", "owner", owner);
            rows.push(row("label-family", &unknown, screen));
        }
        if let Some(involved) = self.involved.as_ref().filter(|all| !all.is_empty()) {
            let names = screen.organisations(involved);
            rows.push(row("label-involved", &names, screen));
        }
        if let Some(reference) = &self.reference {
            rows.push(row("label-reference", reference, screen));
        }
        // Taken apart completely, so that a new one is either shown or left out here.
        let Circumstances {
            particulars: _, // Said with the topics.
            discussed,
        } = self.circumstances;
        let discussed = match discussed {
            Discussed::Yes => "yes",
            Discussed::Agreed => "discussed-agreed",
            Discussed::NotAgreed(()) => "discussed-not-agreed",
            Discussed::No(()) => "no",
        };
        rows.push(row("label-discussed", &screen.tr0(discussed), screen));
        let mut label = screen.tr0("label-promise");
        for promise in self.promises(screen) {
            rows.push((std::mem::take(&mut label), escape::line(&promise)));
        }
        for OpenQuestion { number, of } in &self.open_questions {
            let args = [
                ("number", (*number).into()),
                ("of", screen.organisation(of).into()),
            ];
            rows.push(row(
                "label-question",
                &screen.tr("question-waits", &args),
                screen,
            ));
        }
        if let Some(to) = &self.proposed {
            rows.push(row("label-proposed", screen.organisation(to), screen));
        }
        format!("{first}\n\n{}", labelled(&rows))
    }

    fn about(&self, screen: &RenderContext<'_>) -> String {
        let Particulars {
            age,
            youngest,
            residence,
            urgency,
            before,
        } = &self.circumstances.particulars;
        let mut about: Vec<String> = self
            .topics
            .iter()
            .map(|topic| screen.topic(topic))
            .collect();
        about.push(age.map_or_else(|| screen.tr0("age-unknown"), |age| age_text(age, screen)));
        about.extend(youngest.map(|youngest| youngest_text(youngest, screen)));
        about.extend(self.aged_on.map(|day| ages_of(day, screen)));
        about.push(residence.as_ref().map_or_else(
            || screen.tr0("area-unknown"),
            |residence| screen.residence(residence),
        ));
        about.push(screen.label("urgency", *urgency));
        about.extend(before.map(|day| screen.tr("before-day", &[("day", screen.day(day).into())])));
        about.join(" · ")
    }

    /// The promises that run now, each with how late it is.
    fn promises(&self, screen: &RenderContext<'_>) -> Vec<String> {
        let feedback = promise_text("promise-now-feedback", self.feedback_by, screen);
        match &self.stage {
            Stage::Offered { accept_by, .. } => {
                vec![
                    promise_text("promise-now-accept", *accept_by, screen),
                    feedback,
                ]
            }
            Stage::Accepted => vec![feedback],
            Stage::Answered(answer) => {
                let key = if answer.by == self.owner {
                    "promise-now-confirm"
                } else {
                    "promise-now-confirm-heard"
                };
                vec![promise_text(key, answer.confirm_by, screen)]
            }
            Stage::Closed(_, Ending::Confirmed) => vec![screen.tr0("promise-confirmed")],
            Stage::Closed(_, Ending::Unconfirmed) => vec![screen.tr0("promise-unconfirmed")],
            Stage::Withdrawn => vec![screen.tr0("promise-withdrawn")],
        }
    }

    /// What to type next, and what that does: the two halves of a text with two spaces between
    /// them.
    fn next_text(&self, screen: &RenderContext<'_>) -> String {
        let mut rows = Vec::new();
        for verb in &self.next {
            let args = [("id", self.id.to_string().into())];
            let text = screen.tr(&format!("next-{}", verb.code()), &args);
            let (typed, does) = text.split_once("  ").unwrap_or((&text, ""));
            rows.push((typed.to_owned(), does.to_owned()));
        }
        format!("{}\n{}", screen.tr0("show-next"), labelled(&rows))
    }

    fn timeline(&self, screen: &RenderContext<'_>) -> String {
        let mut lines = Vec::new();
        let mut today = None;
        for event in &alarms::with_furthest_alarms(&self.events) {
            let day = screen.zone().day(event.moment);
            if today != Some(day) {
                if today.is_some() {
                    lines.push(String::new());
                }
                lines.push(screen.bold(&screen.day(day)));
                today = Some(day);
            }
            let words: Vec<String> = event
                .words
                .iter()
                .flatten()
                .flat_map(|text| words_lines(text, screen))
                .collect();
            let mut text = escape::line(&event_text(event, &self.events, screen));
            // Where the words are not shown, nothing follows the colon.
            if words.is_empty() && text.ends_with(':') {
                text.pop();
                text.push('.');
            }
            lines.push(format!("  {}  {text}", screen.clock(event.moment)));
            lines.extend(words);
        }
        lines.join("\n")
    }
}

impl From<(u32, &DecisionRecord)> for EarlierReason {
    fn from((event, DecisionRecord { reason, map_digest }): (u32, &DecisionRecord)) -> Self {
        Self {
            event,
            reason: reason::read(reason),
            map_digest: map_digest.clone(),
        }
    }
}

impl Answer for SignalView {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let as_they_were = self.as_they_were();
        let screen = &screen.with_as_they_were(&as_they_were);
        let mut parts = vec![self.heading(screen), self.timeline(screen)];
        match self.access {
            AccessLevel::Full | AccessLevel::Colleague | AccessLevel::Nothing => {}
            AccessLevel::OwnText => parts.push(screen.tr0("show-own-part")),
            AccessLevel::Metadata if self.events.iter().any(|event| event.words.is_some()) => {
                parts.push(screen.tr0("show-proposal"));
            }
            AccessLevel::Metadata => parts.push(screen.tr0("show-without-words")),
        }
        if !self.next.is_empty() {
            parts.push(self.next_text(screen));
        }
        parts.join("\n\n")
    }
}

fn promise_text(key: &str, day: Day, screen: &RenderContext<'_>) -> String {
    screen.tr(key, &[("day", screen.promised(day).into())])
}

fn row(label: &str, text: &str, screen: &RenderContext<'_>) -> (String, String) {
    (screen.tr0(label), escape::line(text))
}
