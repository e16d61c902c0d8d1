//! An event as a person reads it.

use super::harmless;
use super::screen::Screen;
use super::texts::Arg;
use crate::domain::codes::{Choice as _, OrganisationId};
use crate::domain::event::{Event, Happened};
use crate::register::{Part, Said};

pub(super) fn said_told(said: &Said, screen: &Screen<'_>) -> Vec<String> {
    let label = match said.part {
        Part::Said => String::new(),
        Part::Seen | Part::GoesWell | Part::Helpers | Part::OwnWords | Part::WhyNotDiscussed => {
            format!("{} ", screen.code("part", said.part))
        }
    };
    let text = harmless::lines(said.words.as_str());
    let mut lines = text.lines();
    let first = lines.next().map(|line| format!("         {label}{line}"));
    first
        .into_iter()
        .chain(lines.map(|line| format!("         {line}")))
        .collect()
}

/// What happened, in one sentence.
pub(super) fn event_told(happened: &Happened, screen: &Screen<'_>) -> String {
    let Happened {
        number,
        at: _,
        by,
        via: _,
        as_was: _,
        event,
    } = happened;
    let organisation = |id: &OrganisationId| Arg::from(screen.organisation(id).to_owned());
    let mut args = vec![("by", organisation(by)), ("number", (*number).into())];
    match event {
        Event::Reported(offer) | Event::Rerouted(offer) => {
            args.extend([
                ("owner", organisation(&offer.owner)),
                ("basis", screen.code("basis", offer.basis).into()),
            ]);
        }
        Event::Declined {
            reason,
            suggested: _,
            to,
            accept_by: _,
        } => {
            args.extend([
                ("reason", screen.code("decline", *reason).into()),
                ("to", organisation(to)),
            ]);
        }
        Event::TransferProposed { to } | Event::Assigned { to, accept_by: _ } => {
            args.push(("to", organisation(to)))
        }
        Event::Involved {
            organisation: involved,
        } => args.push(("to", organisation(involved))),
        Event::Asked { of } => args.push(("to", organisation(of))),
        Event::Replied { question } => args.push(("question", question.unwrap_or(0).into())),
        Event::Amended { topics } => {
            args.push((
                "topics",
                topics
                    .iter()
                    .map(|topic| screen.topic(topic))
                    .collect::<Vec<_>>()
                    .join(", ")
                    .into(),
            ));
        }
        Event::FeedbackInterim { channel, level } => {
            args.extend([
                ("channel", screen.code("channel", *channel).into()),
                ("level", level.code().into()),
            ]);
        }
        Event::FeedbackFinal {
            outcome,
            channel,
            level,
            confirm_by: _,
        } => args.extend([
            ("outcome", screen.code("outcome", *outcome).into()),
            ("channel", screen.code("channel", *channel).into()),
            ("level", level.code().into()),
        ]),
        Event::Rejected { feedback_by } | Event::Reopened { feedback_by } => {
            args.push(("day", screen.day(*feedback_by).into()))
        }
        Event::Escalated {
            step,
            promised,
            told,
        } => args.extend([
            ("promise", step.past.code().into()),
            ("day", screen.day(*promised).into()),
            ("told", screen.organisations(told).into()),
        ]),
        Event::Accepted
        | Event::TransferTaken
        | Event::TransferRefused
        | Event::Confirmed
        | Event::ClosedUnconfirmed
        | Event::Withdrawn => {}
    }
    let is_taken_over = matches!(event, Event::Assigned { to, accept_by: _ } if to == by);
    let key = if is_taken_over {
        "event-taken-over".to_owned()
    } else {
        format!("event-{}", event.code())
    };
    screen.say(&key, &args)
}
