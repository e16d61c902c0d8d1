//! The columns of a list: what each says of a signal to a pipe and to a person.

use crate::domain::codes::{CodeEnum, code_enum};
use crate::domain::event::Basis;
use crate::domain::lifecycle::Verb;
use crate::domain::residence::Residence;
use crate::domain::signal::{Topics, Urgency};
use crate::domain::time::Day;
use crate::output::choice_names::NamedChoice;
use crate::output::screen::RenderContext;
use crate::verbs::list::answer::row::{ListedSignal, Viewpoint};

code_enum! {
    /// A column; its code is the key in JSON. docs/json.md tells what each holds.
    Column {
        /// Its number.
        Id = "id",
        /// Where it stands.
        State = "state",
        /// The promise that runs now.
        Due = "due",
        /// Whether that day has passed.
        Late = "late",
        /// For how many working days.
        LateDays = "late_days",
        /// The last day to say whether they take it on.
        AcceptBy = "accept_by",
        /// The last day for feedback.
        FeedbackBy = "feedback_by",
        /// The last day to confirm.
        ConfirmBy = "confirm_by",
        /// Who owns it.
        Owner = "owner",
        /// Who sent it.
        Sender = "sender",
        /// The steps that it waits for.
        Next = "next",
        /// For whom each of them waits.
        WaitingFor = "waiting_for",
        /// Why this owner.
        Basis = "basis",
        /// How soon something must happen.
        Urgency = "urgency",
        /// What it is about.
        Topics = "topics",
        /// Where the person is registered.
        Area = "area",
        /// The postcode, when it lies outside the map.
        Place = "place",
        /// How often it was declined.
        Declines = "declines",
        /// Who was asked to take it over.
        Proposed = "proposed",
        /// When it was reported.
        ReportedAt = "reported_at",
        /// When something last happened.
        LastAt = "last_at",
        /// How many working days ago that was.
        SilentDays = "silent_days",
    }
}

impl NamedChoice for Column {
    const KEY: &'static str = "column";
}

/// Fewer working days without a step are not worth a word.
const SILENT_DAYS: u32 = 5;

impl Column {
    /// Its value in a pipe: codes and ISO dates; what is true is the name of the column. Written from
    /// the signal and not from its JSON, which takes twice as long.
    #[must_use]
    pub fn plain(self, signal: &ListedSignal) -> String {
        match self {
            Column::Id => signal.id.to_string(),
            Column::State => signal.state.to_string(),
            Column::Due => optional(signal.due),
            Column::Late if signal.late_days.is_some() => self.code().to_owned(),
            Column::Late => String::new(),
            Column::LateDays => optional(signal.late_days),
            Column::AcceptBy => optional(signal.accept_by),
            Column::FeedbackBy => signal.feedback_by.to_string(),
            Column::ConfirmBy => optional(signal.confirm_by),
            Column::Owner => optional(signal.owner.as_ref()),
            Column::Sender => signal.sender.to_string(),
            Column::Next => joined(&signal.next),
            Column::WaitingFor => joined(&signal.waiting_for),
            Column::Basis => optional(signal.basis),
            Column::Urgency => optional(signal.urgency),
            Column::Topics => joined(signal.topics.iter().flat_map(Topics::iter)),
            Column::Area => optional(signal.area.as_ref()),
            Column::Place => optional(signal.place),
            Column::Declines => optional(signal.declines),
            Column::Proposed => optional(signal.proposed.as_ref()),
            Column::ReportedAt => optional(signal.reported_at.as_ref()),
            Column::LastAt => optional(signal.last_at.as_ref()),
            Column::SilentDays => optional(signal.silent_days),
        }
    }

    /// The cell for a person. What another column of the same list, in `beside`, says is left
    /// out.
    #[must_use]
    pub fn text(
        self,
        signal: &ListedSignal,
        view: &Viewpoint,
        beside: &[Column],
        screen: &RenderContext<'_>,
    ) -> String {
        match self {
            Column::Id => signal.id.to_string(),
            Column::State => state_text(signal, beside, screen),
            Column::Due => due_text(signal, beside, screen),
            Column::Late => signal
                .late_days
                .map(|_| screen.tr0("list-is-late"))
                .unwrap_or_default(),
            Column::LateDays => number_text(signal.late_days),
            Column::AcceptBy => day_text(signal.accept_by, screen),
            Column::FeedbackBy => screen.short_day(signal.feedback_by),
            Column::ConfirmBy => day_text(signal.confirm_by, screen),
            Column::Owner => screen.organisations(&signal.owner),
            Column::Sender => screen.organisation(&signal.sender).to_owned(),
            Column::Next => next_text(signal, view, beside, screen),
            Column::WaitingFor => screen.organisations(&signal.waiting_for),
            Column::Basis => label("basis", signal.basis, screen),
            Column::Urgency => label("urgency", signal.urgency, screen),
            Column::Topics => (signal.topics.as_ref())
                .map(|topics| topics_text(topics, screen))
                .unwrap_or_default(),
            Column::Area => (signal.area.clone().map(Residence::Area))
                .or(signal.place.map(Residence::Outside))
                .map(|residence| screen.residence(&residence))
                .unwrap_or_default(),
            Column::Place => optional(signal.place),
            Column::Declines => number_text(signal.declines),
            Column::Proposed => screen.organisations(&signal.proposed),
            Column::ReportedAt => day_text(signal.reported_on, screen),
            Column::LastAt => day_text(signal.last_on, screen),
            Column::SilentDays => number_text(signal.silent_days),
        }
    }
}

fn day_text(day: Option<Day>, screen: &RenderContext<'_>) -> String {
    day.map(|day| screen.short_day(day)).unwrap_or_default()
}

fn label(prefix: &str, choice: Option<impl CodeEnum>, screen: &RenderContext<'_>) -> String {
    choice
        .map(|choice| screen.label(prefix, choice))
        .unwrap_or_default()
}

/// The main one, and how many others.
fn topics_text(topics: &Topics, screen: &RenderContext<'_>) -> String {
    let main = screen.topic(topics.main());
    match topics.others().len() {
        0 => main,
        more => format!("{main} +{more}"),
    }
}

fn number_text(number: Option<u32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn due_text(signal: &ListedSignal, beside: &[Column], screen: &RenderContext<'_>) -> String {
    let day = day_text(signal.due, screen);
    match signal.late_days {
        Some(days) if !beside.contains(&Column::Late) && !beside.contains(&Column::LateDays) => {
            let args = [("day", day.into()), ("days", days.into())];
            unbroken(&screen.tr("list-late", &args))
        }
        Some(_) | None => day,
    }
}

/// The next steps. The owner is not named where another column names it.
fn next_text(
    signal: &ListedSignal,
    view: &Viewpoint,
    beside: &[Column],
    screen: &RenderContext<'_>,
) -> String {
    let owner_beside = beside.contains(&Column::Owner);
    let mut steps = Vec::new();
    for (step, by) in signal.next.iter().zip(&signal.waiting_for) {
        if view.own_steps && !view.reader.include(by) {
            continue;
        }
        // A coordinator cannot decline.
        let text = if *step == Verb::Accept && *by == signal.coordinator {
            screen.tr0("waits-accept-or-assign")
        } else {
            screen.label("waits", *step)
        };
        steps.push(
            if view.own_steps || (owner_beside && signal.owner.as_ref() == Some(by)) {
                text
            } else {
                format!("{}: {text}", screen.organisation(by))
            },
        );
    }
    steps.join("; ")
}

/// Where it stands, and what is worth a word about it.
fn state_text(signal: &ListedSignal, beside: &[Column], screen: &RenderContext<'_>) -> String {
    let mut text = vec![screen.label("state", signal.state)];
    if signal.owner.is_none() {
        text.push(screen.tr0("list-of-colleague"));
    }
    match signal.urgency {
        Some(urgency @ (Urgency::Acute | Urgency::Urgent))
            if !beside.contains(&Column::Urgency) =>
        {
            text.push(screen.label("urgency", urgency));
        }
        Some(Urgency::Acute | Urgency::Urgent | Urgency::Normal | Urgency::Fyi) | None => {}
    }
    match signal.basis {
        Some(basis @ (Basis::Gap | Basis::Dispute))
            if signal.owner.as_ref() == Some(&signal.coordinator) && signal.due.is_some() =>
        {
            text.push(screen.label("basis", basis));
        }
        Some(Basis::Rule | Basis::Gap | Basis::Dispute) | None => {}
    }
    if let Some(declines) = signal.declines.filter(|declines| *declines > 0)
        && !beside.contains(&Column::Declines)
    {
        text.push(screen.tr("list-declined", &[("count", declines.into())]));
    }
    if signal.proposed.is_some() && !beside.contains(&Column::Proposed) {
        text.push(screen.tr0("list-proposed"));
    }
    if signal.next.contains(&Verb::Reply) {
        text.push(screen.tr0("list-asked"));
    }
    if let Some(days) = signal.silent_days
        && days >= SILENT_DAYS
        && !beside.contains(&Column::SilentDays)
    {
        text.push(unbroken(
            &screen.tr("list-silent", &[("days", days.into())]),
        ));
    }
    text.join(", ")
}

/// The text with no-break spaces, so that a narrow column breaks it only after its commas.
fn unbroken(text: &str) -> String {
    text.replace(' ', "\u{a0}").replace(",\u{a0}", ", ")
}

fn optional(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn joined(values: impl IntoIterator<Item = impl ToString>) -> String {
    let texts: Vec<String> = values.into_iter().map(|value| value.to_string()).collect();
    texts.join(",")
}
