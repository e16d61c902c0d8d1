//! An event as a person reads it.

use crate::domain::codes::{CodeEnum, OrganisationId};
use crate::domain::event::{AsWas, Correction, Event, NewOwner, Offer, Outcome, ToldOutcome};
use crate::domain::invariant::Invariant as _;
use crate::domain::signal::{Particulars, Topics};
use crate::domain::time::Day;
use crate::output::ages::{age_text, youngest_text};
use crate::output::escape;
use crate::output::event_data::{EventView, KnownEvent};
use crate::output::i18n::Arg;
use crate::output::screen::RenderContext;
use crate::register::{Part, StoryText};

/// The words of an event, below it.
pub(crate) fn words_lines(text: &StoryText, screen: &RenderContext<'_>) -> Vec<String> {
    let label = match text.part {
        Part::Said => String::new(),
        Part::Seen
        | Part::GoesWell
        | Part::Helpers
        | Part::OwnWords
        | Part::HandedTo
        | Part::WhyNotDiscussed
        | Part::WhyWithoutConsent => {
            format!("{} ", screen.label("part", text.part))
        }
    };
    let text = format!("{label}{}", escape::lines(text.words.as_str()));
    text.lines()
        .map(|line| format!("         {line}"))
        .collect()
}

/// What happened, in one sentence; crossed out when it was taken back. `story`: all that the reader
/// knows of.
pub(crate) fn event_text(
    view: &EventView,
    story: &[EventView],
    screen: &RenderContext<'_>,
) -> String {
    let text = sentence(view, story, screen);
    if view.undone {
        screen.tr1("event-crossed-out", "event", text)
    } else {
        text
    }
}

fn sentence(view: &EventView, story: &[EventView], screen: &RenderContext<'_>) -> String {
    let EventView {
        number,
        by,
        as_was,
        person,
        event,
        ..
    } = view;
    let KnownEvent { event, hidden } = event;
    let name = match (by, as_was) {
        (Some(_), Some(AsWas { name, .. })) => name.clone(),
        (Some(by), None) => screen.organisation(by).to_owned(),
        (None, _) => screen.tr0("event-by-owner-then"),
    };
    let name = match person {
        Some(person) => format!("{name} ({person})"),
        None => name,
    };
    let mut args = vec![("by", Arg::from(name)), ("number", (*number).into())];
    args.extend(args_of(event, screen));
    if let Event::Corrected { particulars, .. } = event {
        let what = corrections(particulars, view.was.as_ref(), screen);
        args.push(("what", what.into()));
    }
    if let Event::Undone { first, last: _ } = event {
        args.push(("what", taken_back(*first, story, screen)));
    }
    if hidden.contains(&"outcome") {
        args.retain(|(key, _)| *key != "outcome");
        return screen.tr("event-answered", &args);
    }
    screen.tr(&text_key(event, by.as_ref()), &args)
}

/// What was taken back, from the event with this number on: by what happened first.
fn taken_back(first: u32, story: &[EventView], screen: &RenderContext<'_>) -> Arg<'static> {
    let step = story.iter().find(|step| step.number == first);
    let step = step.certain("who reads that a step was taken back reads that step");
    label("undone", step.event.event.kind(), screen)
}

/// What was put right, each with what it was before.
fn corrections(now: &Particulars, was: Option<&Particulars>, screen: &RenderContext<'_>) -> String {
    let Some(was) = was else {
        return facts_text(now, screen).map(|(_, text)| text).join(", ");
    };
    let (now, was) = (facts_text(now, screen), facts_text(was, screen));
    let mut changed = Vec::new();
    for ((key, now), (_, was)) in now.into_iter().zip(was) {
        if now != was {
            let args = [("now", now.into()), ("was", was.into())];
            changed.push(screen.tr(key, &args));
        }
    }
    changed.join(", ")
}

/// Each of the particulars in words, with the key of what is said when it is put right.
fn facts_text(
    particulars: &Particulars,
    screen: &RenderContext<'_>,
) -> [(&'static str, String); 5] {
    let Particulars {
        age,
        youngest,
        residence,
        urgency,
        before,
    } = particulars;
    let unknown = || screen.tr0("fact-unknown");
    [
        (
            "corrected-age",
            age.map_or_else(unknown, |age| age_text(age, screen)),
        ),
        (
            "corrected-youngest",
            youngest.map_or_else(unknown, |youngest| youngest_text(youngest, screen)),
        ),
        (
            "corrected-area",
            residence
                .as_ref()
                .map_or_else(unknown, |residence| screen.residence(residence)),
        ),
        ("corrected-urgency", screen.label("urgency", *urgency)),
        (
            "corrected-before",
            before.map_or_else(unknown, |day| screen.day(day)),
        ),
    ]
}

/// The key of its sentence: some kinds have one for a special case.
fn text_key(event: &Event, by: Option<&OrganisationId>) -> String {
    if matches!(event, Event::Assigned { to, accept_by: _ } if Some(to) == by) {
        return "event-taken-over".to_owned();
    }
    if let Event::Corrected {
        then: Correction::Decided(_),
        ..
    } = event
    {
        return "event-corrected-to".to_owned();
    }
    if let Event::Rejected {
        offered: Some(_), ..
    } = event
    {
        return "event-rejected-to".to_owned();
    }
    if let Event::Reopened {
        offered: Some(_), ..
    } = event
    {
        return "event-reopened-to".to_owned();
    }
    format!("event-{}", event.code())
}

type Args = Vec<(&'static str, Arg<'static>)>;

/// The arguments of the sentence of an event, each with the name of its field.
///
/// Each event is taken apart completely, so that a new field is either shown or left out here.
fn args_of(event: &Event, screen: &RenderContext<'_>) -> Args {
    match event {
        Event::Reported(offer) | Event::Rerouted(offer) => args_of_offer(offer, screen),
        Event::Accepted
        | Event::TransferTaken
        | Event::TransferRefused
        | Event::TransferEnded
        | Event::Confirmed
        | Event::ClosedUnconfirmed
        | Event::Withdrawn
        | Event::Imported
        // What was taken back is told of the event with that number.
        | Event::Undone { first: _, last: _ } => vec![],
        Event::Declined {
            reason,
            suggested: _,
            to,
            accept_by,
        } => vec![
            ("reason", label("decline", *reason, screen)),
            ("to", organisation(to, screen)),
            ("accept_by", day(*accept_by, screen)),
        ],
        Event::ClaimDeclined { reason } => vec![("reason", label("decline", *reason, screen))],
        Event::Assigned { to, accept_by } => vec![
            ("to", organisation(to, screen)),
            ("accept_by", day(*accept_by, screen)),
        ],
        Event::TransferProposed { to }
        | Event::FamilyKnown { organisation: to }
        | Event::Involved { organisation: to }
        | Event::Uninvolved { organisation: to }
        | Event::Asked { of: to } => vec![("to", organisation(to, screen))],
        Event::Replied { question } => vec![("question", question.unwrap_or(0).into())],
        Event::Amended { topics } => vec![("topics", topics_named(topics, screen).into())],
        Event::CoordinatorChanged {
            coordinator,
            map_digest: _,
        } => vec![("coordinator", organisation(coordinator, screen))],
        // What was put right is told beside what it was.
        Event::Corrected {
            particulars: _,
            then: Correction::Decided(offer),
        } => vec![("to", organisation(&offer.owner, screen))],
        Event::Corrected {
            particulars: _,
            then:
                Correction::Facts {
                    coordinator: _,
                    accept_by: _,
                    feedback_by: _,
                },
        } => vec![],
        Event::FeedbackInterim { channel, level } => vec![
            ("channel", label("channel", *channel, screen)),
            ("level", level.code().into()),
        ],
        Event::Heard {
            outcome,
            channel,
            confirm_by,
        } => vec![
            ("outcome", told(*outcome, screen)),
            ("channel", label("channel", *channel, screen)),
            ("confirm_by", day(*confirm_by, screen)),
        ],
        Event::FeedbackFinal {
            outcome,
            handed_to,
            channel,
            level,
            confirm_by,
        } => vec![
            (
                "outcome",
                outcome_text(*outcome, handed_to.as_ref(), screen).into(),
            ),
            ("channel", label("channel", *channel, screen)),
            ("level", level.code().into()),
            ("confirm_by", day(*confirm_by, screen)),
        ],
        Event::Rejected {
            feedback_by,
            offered,
        }
        | Event::Reopened {
            feedback_by,
            offered,
        } => {
            let mut args = vec![("feedback_by", day(*feedback_by, screen))];
            if let Some(NewOwner { to, accept_by: _ }) = offered {
                args.push(("to", organisation(to, screen)));
            }
            args
        }
        Event::Escalated {
            promise,
            promised,
            after: _,
            informed,
        } => vec![
            ("promise", promise.code().into()),
            ("promised", day(*promised, screen)),
            ("told", screen.organisations(informed).into()),
            ("count", informed.len().into()),
        ],
    }
}

fn args_of_offer(offer: &Offer, screen: &RenderContext<'_>) -> Args {
    let Offer {
        owner,
        basis,
        coordinator: _,
        involved: _,
        claimants: _,
        accept_by,
        feedback_by,
        level,
        responsibility: _,
        knows_family: _,
    } = offer;
    vec![
        ("to", organisation(owner, screen)),
        ("basis", label("basis", *basis, screen)),
        ("accept_by", day(*accept_by, screen)),
        ("feedback_by", day(*feedback_by, screen)),
        ("level", level.code().into()),
    ]
}

fn label(prefix: &str, choice: impl CodeEnum, screen: &RenderContext<'_>) -> Arg<'static> {
    screen.label(prefix, choice).into()
}

/// What became of it, and to which organisation it was handed over.
fn outcome_text(
    outcome: Outcome,
    handed_to: Option<&OrganisationId>,
    screen: &RenderContext<'_>,
) -> String {
    let outcome = screen.label("outcome", outcome);
    match handed_to {
        Some(to) => format!("{outcome}: {}", screen.organisation(to)),
        None => outcome,
    }
}

fn told(outcome: ToldOutcome, screen: &RenderContext<'_>) -> Arg<'static> {
    match outcome {
        ToldOutcome::Known(outcome) => label("outcome", outcome, screen),
        ToldOutcome::Untold(informed) => label("outcome", informed, screen),
    }
}

fn organisation(id: &OrganisationId, screen: &RenderContext<'_>) -> Arg<'static> {
    screen.organisation(id).to_owned().into()
}

fn day(day: Day, screen: &RenderContext<'_>) -> Arg<'static> {
    screen.day(day).into()
}

fn topics_named(topics: &Topics, screen: &RenderContext<'_>) -> String {
    let names: Vec<String> = topics.iter().map(|topic| screen.topic(topic)).collect();
    names.join(", ")
}
