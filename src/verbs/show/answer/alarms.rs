//! The alarms of a story, as a person reads them.

use crate::domain::alarm::Promise;
use crate::domain::event::Event;
use crate::domain::time::{Day, Moment};
use crate::output::event_data::EventView;

/// The story with one alarm about each promise in each run: the furthest, with all who were told in it.
/// It stands where the first of them did, before what that one brought about.
pub(super) fn with_furthest_alarms(events: &[EventView]) -> Vec<EventView> {
    let mut story: Vec<EventView> = Vec::with_capacity(events.len());
    for event in events {
        let about = promise_of_run(event);
        let mut before = story.iter_mut();
        let nearer = before.find(|before| about.is_some() && promise_of_run(before) == about);
        match nearer {
            Some(nearer) => *nearer = followed_by(nearer, event),
            None => story.push(event.clone()),
        }
    }
    story
}

/// Of an alarm: when it sounded, and about which promise. The alarms of one run sound at one moment.
fn promise_of_run(view: &EventView) -> Option<(Moment, Promise, Day)> {
    let Event::Escalated {
        promise, promised, ..
    } = &view.event.event
    else {
        return None;
    };
    Some((view.moment, *promise, *promised))
}

/// The further of two alarms, with whom both told: nobody is told by both.
fn followed_by(nearer: &EventView, further: &EventView) -> EventView {
    let mut both = further.clone();
    if let (Event::Escalated { informed: all, .. }, Event::Escalated { informed, .. }) =
        (&mut both.event.event, &nearer.event.event)
    {
        all.splice(0..0, informed.iter().cloned());
    }
    both
}
