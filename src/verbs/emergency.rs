//! Danger first: shows whom to call, before anything is asked, read or recorded.

use crate::context::Context;
use crate::domain::age::Age;
use crate::domain::signal::{Topics, Urgency};
use crate::output::emergency;
use crate::routing::map::EmergencyLine;
use crate::verbs::facts::FactsArgs;

/// Shows the lines of every acute signal about somebody of this age; also when the map cannot be
/// read.
pub fn show_acute_lines(context: &Context, age: Option<Age>) {
    let text = match context.map() {
        Ok(map) => emergency::sentences(map.emergency_at(age, context.now), &context.screen()),
        Err(_) => emergency::without_map(&context.screen()),
    };
    context.terminal.important(&format!("{text}\n"));
}

/// Shows the lines of these topics of a signal without danger, or before its urgency is known.
pub fn show_topic_lines(context: &Context, topics: &Topics, age: Option<Age>) {
    let lines = lines_of(context, topics, age, Urgency::Normal);
    if !lines.is_empty() {
        let text = emergency::topic_sentences(lines, &context.screen());
        context.terminal.important(&format!("{text}\n"));
    }
}

/// Shows the lines of what was typed, before anything is said of what is wrong.
pub fn show_typed_lines(context: &Context, facts: &FactsArgs) {
    let age = facts.age().ok().flatten();
    let is_acute = facts.urgency == Some(Urgency::Acute);
    match facts.topics(context) {
        Ok(Some(topics)) if is_acute => {
            let lines = lines_of(context, &topics, age, Urgency::Acute);
            let text = emergency::sentences(lines, &context.screen());
            context.terminal.important(&format!("{text}\n"));
        }
        Ok(Some(topics)) => show_topic_lines(context, &topics, age),
        Ok(None) | Err(_) if is_acute => show_acute_lines(context, age),
        Ok(None) | Err(_) => {}
    }
}

/// None when the map cannot be read.
fn lines_of<'m>(
    context: &'m Context,
    topics: &Topics,
    age: Option<Age>,
    urgency: Urgency,
) -> Vec<&'m EmergencyLine> {
    let Ok(map) = context.map() else {
        return Vec::new();
    };
    map.emergency_for(topics, age, urgency, context.now)
        .collect()
}
