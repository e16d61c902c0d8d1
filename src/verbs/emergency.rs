//! Danger first: shows whom to call, before anything is asked, read or recorded.

use crate::context::Context;
use crate::domain::age::Age;
use crate::domain::signal::{Particulars, Topics, Urgency};
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

/// Shows the lines of these topics, as soon as they are known; of an acute signal those that
/// [`show_acute_lines`] leaves.
pub fn show_topic_lines(
    context: &Context,
    topics: &Topics,
    age: Option<Age>,
    urgency: Option<Urgency>,
) {
    let Ok(map) = context.map() else {
        return;
    };
    let particulars = Particulars {
        age,
        youngest: None,
        residence: None,
        urgency: Urgency::Normal,
        before: None,
    };
    let shown: Vec<&EmergencyLine> = match urgency {
        Some(Urgency::Acute) => map.emergency_at(age, context.now).collect(),
        Some(Urgency::Urgent | Urgency::Normal | Urgency::Fyi) | None => Vec::new(),
    };
    let lines = map.emergency_for(topics, &particulars, context.now);
    let mut lines = lines
        .filter(|line| !shown.iter().any(|earlier| earlier.says_the_same(line)))
        .peekable();
    if lines.peek().is_some() {
        let text = emergency::topic_sentences(lines, &context.screen());
        context.terminal.important(&format!("{text}\n"));
    }
}

/// Shows the lines of the topics that were typed, before anything is said of what is wrong.
pub fn show_typed_topic_lines(context: &Context, facts: &FactsArgs) {
    if let Ok(Some(topics)) = facts.topics(context) {
        show_topic_lines(context, &topics, facts.age().ok().flatten(), facts.urgency);
    }
}
