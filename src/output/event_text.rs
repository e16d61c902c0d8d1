//! An event as a person reads it.

use crate::domain::codes::CodeEnum;
use crate::domain::event::{Event, EventFields};
use crate::domain::signal::Topics;
use crate::domain::time::Day;
use crate::output::escape;
use crate::output::event_data::EventView;
use crate::output::i18n::Arg;
use crate::output::screen::RenderContext;
use crate::register::{Part, StoryText};

/// The words of an event, below it.
pub(crate) fn words_lines(text: &StoryText, screen: &RenderContext<'_>) -> Vec<String> {
    let label = match text.part {
        Part::Said => String::new(),
        Part::Seen | Part::GoesWell | Part::Helpers | Part::OwnWords | Part::WhyNotDiscussed => {
            format!("{} ", screen.label("part", text.part))
        }
    };
    let text = format!("{label}{}", escape::lines(text.words.as_str()));
    text.lines()
        .map(|line| format!("         {line}"))
        .collect()
}

/// What happened, in one sentence.
pub(crate) fn event_text(view: &EventView, screen: &RenderContext<'_>) -> String {
    let EventView {
        number, by, event, ..
    } = view;
    let mut args = vec![
        ("by", Arg::from(screen.organisation(by).to_owned())),
        ("number", (*number).into()),
    ];
    args.extend(args_of(event.fields(), screen));
    let is_taken_over = matches!(event, Event::Assigned { to, accept_by: _ } if to == by);
    let key = if is_taken_over {
        "event-taken-over".to_owned()
    } else {
        format!("event-{}", event.code())
    };
    screen.tr(&key, &args)
}

/// The arguments of the sentence of an event, each with the name of its field.
fn args_of<'a>(
    fields: EventFields,
    screen: &RenderContext<'_>,
) -> impl Iterator<Item = (&'static str, Arg<'a>)> {
    // Taken apart completely, so that a new field is either shown or left out here.
    let EventFields {
        reason,
        suggested: _,
        to,
        basis,
        coordinator: _,
        involved: _,
        question,
        topics,
        outcome,
        channel,
        level,
        accept_by,
        feedback_by,
        confirm_by,
        responsibility: _,
        promise,
        promised,
        after: _,
        informed,
    } = fields;
    let to = to.map(|to| screen.organisation(&to).to_owned().into());
    let question = question.map(|number| number.unwrap_or(0).into());
    let topics = topics.map(|topics| topics_named(&topics, screen));
    let informed = informed.map(|ids| screen.organisations(&ids));
    let args = [
        ("reason", coded("decline", reason, screen)),
        ("to", to),
        ("basis", coded("basis", basis, screen)),
        ("question", question),
        ("topics", topics.map(Arg::from)),
        ("outcome", coded("outcome", outcome, screen)),
        ("channel", coded("channel", channel, screen)),
        ("level", level.map(|level| level.code().into())),
        ("accept_by", day(accept_by, screen)),
        ("feedback_by", day(feedback_by, screen)),
        ("confirm_by", day(confirm_by, screen)),
        ("promise", promise.map(|promise| promise.code().into())),
        ("promised", day(promised, screen)),
        ("told", informed.map(Arg::from)),
    ];
    args.into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
}

fn coded<'a>(
    prefix: &str,
    choice: Option<impl CodeEnum>,
    screen: &RenderContext<'_>,
) -> Option<Arg<'a>> {
    choice.map(|choice| screen.label(prefix, choice).into())
}

fn day<'a>(day: Option<Day>, screen: &RenderContext<'_>) -> Option<Arg<'a>> {
    day.map(|day| screen.day(day).into())
}

fn topics_named(topics: &Topics, screen: &RenderContext<'_>) -> String {
    let names: Vec<String> = topics.iter().map(|topic| screen.topic(topic)).collect();
    names.join(", ")
}
