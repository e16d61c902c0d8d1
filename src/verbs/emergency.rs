//! Danger first: shows whom to call, before anything is asked, read or recorded.

use crate::context::Context;
use crate::domain::age::Age;
use crate::domain::signal::{Particulars, Topics, Urgency};
use crate::output::emergency;
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

/// Shows the lines of these topics, as soon as they are known.
pub fn show_topic_lines(context: &Context, topics: &Topics, age: Option<Age>) {
    let Ok(map) = context.map() else {
        return;
    };
    let particulars = Particulars {
        age,
        youngest: None,
        residence: None,
        // The lines of every acute signal are shown apart.
        urgency: Urgency::Normal,
        before: None,
    };
    let mut lines = map
        .emergency_for(topics, &particulars, context.now)
        .peekable();
    if lines.peek().is_some() {
        let text = emergency::sentences(lines, &context.screen());
        context.terminal.important(&format!("{text}\n"));
    }
}

/// Shows the lines of the topics that were typed, before anything is said of what is wrong.
pub fn show_typed_topic_lines(context: &Context, facts: &FactsArgs) {
    if let Ok(Some(topics)) = facts.topics(context) {
        show_topic_lines(context, &topics, facts.age().ok().flatten());
    }
}
