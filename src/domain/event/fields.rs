//! What events hold, whatever their kind: between an event and its row, its JSON and its text.

use crate::domain::alarm::Promise;
use crate::domain::codes::{OrganisationId, ResponsibilityId};
use crate::domain::event::{Basis, Channel, DeclineReason, Level, Outcome};
use crate::domain::signal::Topics;
use crate::domain::time::Day;

/// All that an event can hold. Each kind holds some of it, and the rest is `None`.
///
/// Some fields may be empty in the kinds that hold them. Those are an `Option` twice: the outer one
/// is `None` where the field is missing, the inner one where it is there and empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventFields {
    pub reason: Option<DeclineReason>,
    pub suggested: Option<Option<OrganisationId>>,
    /// The organisation that is meant to do something now. JSON calls it by
    /// [`EventKind::addressee_key`](super::EventKind::addressee_key).
    pub to: Option<OrganisationId>,
    pub basis: Option<Basis>,
    pub coordinator: Option<OrganisationId>,
    pub involved: Option<Vec<OrganisationId>>,
    pub question: Option<Option<u32>>,
    pub topics: Option<Topics>,
    pub outcome: Option<Outcome>,
    pub channel: Option<Channel>,
    pub level: Option<Level>,
    pub accept_by: Option<Day>,
    pub feedback_by: Option<Day>,
    pub confirm_by: Option<Day>,
    pub responsibility: Option<Option<ResponsibilityId>>,
    /// The promise that an alarm is about, the day that was promised, and how many working days
    /// after it.
    pub promise: Option<Promise>,
    pub promised: Option<Day>,
    pub after: Option<u8>,
    pub informed: Option<Vec<OrganisationId>>,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::codes::CodeEnum as _;
    use crate::domain::event::{Event, EventKind};
    use crate::domain::lifecycle::sample::every_story;

    /// Each takes one field away.
    const TAKEN_AWAY: [fn(&mut EventFields); 19] = [
        |fields| fields.reason = None,
        |fields| fields.suggested = None,
        |fields| fields.to = None,
        |fields| fields.basis = None,
        |fields| fields.coordinator = None,
        |fields| fields.involved = None,
        |fields| fields.question = None,
        |fields| fields.topics = None,
        |fields| fields.outcome = None,
        |fields| fields.channel = None,
        |fields| fields.level = None,
        |fields| fields.accept_by = None,
        |fields| fields.feedback_by = None,
        |fields| fields.confirm_by = None,
        |fields| fields.responsibility = None,
        |fields| fields.promise = None,
        |fields| fields.promised = None,
        |fields| fields.after = None,
        |fields| fields.informed = None,
    ];

    fn every_event() -> impl Iterator<Item = Event> {
        every_story()
            .into_iter()
            .flat_map(|story| story.record)
            .map(|happened| happened.event)
    }

    #[test]
    fn an_event_of_any_kind_is_made_of_its_fields_again() {
        for event in every_event() {
            let again = Event::from_fields(event.kind(), event.fields());
            assert_eq!(again, Some(event));
        }
        let kinds: BTreeSet<EventKind> = every_event().map(|event| event.kind()).collect();
        assert_eq!(kinds, EventKind::ALL.iter().copied().collect());
    }

    #[test]
    fn without_one_of_its_fields_it_is_none() {
        for event in every_event() {
            let mut nothing = event.fields();
            for take_away in TAKEN_AWAY {
                let mut fields = event.fields();
                take_away(&mut fields);
                take_away(&mut nothing);
                let is_whole = fields == event.fields();
                let made = Event::from_fields(event.kind(), fields);
                assert_eq!(made.is_some(), is_whole, "{event:?}");
            }
            assert_eq!(nothing, EventFields::default(), "each field is taken away");
        }
    }

    #[test]
    fn what_its_kind_does_not_hold_is_ignored() {
        for event in every_event() {
            let fields = EventFields {
                reason: event.fields().reason.or(Some(DeclineReason::OtherAge)),
                after: event.fields().after.or(Some(1)),
                ..event.fields()
            };
            assert_eq!(Event::from_fields(event.kind(), fields), Some(event));
        }
    }
}
