//! What was reported, put right: what it moves and whom.

use crate::domain::codes::OrganisationId;
use crate::domain::event::{Correction, DeclineReason, Event, Offer};
use crate::domain::lifecycle::decide::of_later_owner;
use crate::domain::lifecycle::{Correcting, Refusal, Step, Terms};
use crate::domain::signal::{Particulars, Urgency};
use crate::domain::signal_state::{SignalState, State};
use crate::domain::time::Day;

/// The map decides anew while nobody but the map moved the signal; otherwise the facts alone are put
/// right. When another becomes the owner by what its owner puts right, that is a decline: a second
/// one goes to the coordinator.
pub(super) fn correct(
    state: &SignalState,
    by: &OrganisationId,
    correcting: Correcting,
    terms: &Terms,
) -> Result<Vec<Step>, Refusal> {
    let Correcting {
        particulars,
        coordinator,
        decided,
        words,
    } = correcting;
    if particulars == state.particulars {
        return Err(Refusal::NothingCorrected);
    }
    // A family that did not move keeps its coordinator, whatever the map says by now.
    let coordinator = if particulars.residence == state.particulars.residence {
        state.coordinator.clone()
    } else {
        coordinator
    };
    let (offer, decision) = decided.unzip();
    let promises = sooner(state, &particulars, offer.as_ref(), terms);
    let decides = offer.filter(|_| state.is_still_with_map_owner());
    let corrected = SignalState {
        particulars: particulars.clone(),
        feedback_by: promises.feedback_by,
        ..state.clone()
    };
    let facts = Correction::Facts {
        coordinator: coordinator.clone(),
        accept_by: promises.accept_by,
        feedback_by: promises.feedback_by,
    };
    let Some(offer) = decides else {
        let then = facts;
        return Ok(vec![Step::new(
            Event::Corrected { particulars, then },
            words,
        )]);
    };
    let moves = offer.owner != state.owner;
    if moves && state.declines_by_correcting(by) && state.declines > 0 {
        let reason = reason(&state.particulars, &particulars);
        let mut steps = vec![Step::new(
            Event::Corrected {
                particulars,
                then: facts,
            },
            words,
        )];
        // What comes to the coordinator stays there.
        steps.extend((coordinator != state.owner).then(|| {
            let general = terms.of_owner(corrected.particulars.urgency);
            let accept_by = of_later_owner(general.accept_by, &corrected, terms);
            let declined = Event::Declined {
                reason,
                suggested: Some(offer.owner),
                to: coordinator,
                accept_by,
            };
            Step::new(declined, None)
        }));
        return Ok(steps);
    }
    // Who owned it already gets no longer to say whether they take it on.
    let as_it_was = promises.accept_by.or(state.accept_by());
    let accept_by = (as_it_was.filter(|_| !moves))
        .unwrap_or_else(|| of_later_owner(offer.accept_by, &corrected, terms));
    let then = Correction::Decided(Offer {
        accept_by,
        feedback_by: promises.feedback_by,
        level: state.level.stricter(offer.level),
        ..offer
    });
    Ok(vec![Step {
        decision,
        ..Step::new(Event::Corrected { particulars, then }, words)
    }])
}

/// The promises of a signal whose owner stays.
struct SoonerPromises {
    /// `None`: as it was.
    accept_by: Option<Day>,
    feedback_by: Day,
}

/// A promise comes forward when it is more urgent, or something happens sooner; it is never later
/// than it was. What is answered is promised no more.
fn sooner(
    state: &SignalState,
    corrected: &Particulars,
    offer: Option<&Offer>,
    terms: &Terms,
) -> SoonerPromises {
    let before = &state.particulars;
    let changed = (before.urgency, before.before) != (corrected.urgency, corrected.before);
    let general = terms.of_owner(corrected.urgency);
    let (accept_by, feedback_by) = offer
        .map_or((general.accept_by, general.feedback_by), |offer| {
            (offer.accept_by, offer.feedback_by)
        });
    let unanswered = changed && State::UNANSWERED.contains(&state.state());
    let feedback_by = if unanswered {
        state.feedback_by.min(feedback_by)
    } else {
        state.feedback_by
    };
    let accept_by = match corrected.urgency {
        Urgency::Acute => accept_by,
        Urgency::Urgent | Urgency::Normal | Urgency::Fyi => accept_by.min(feedback_by),
    };
    SoonerPromises {
        accept_by: (state.accept_by())
            .and_then(|by| (unanswered && accept_by < by).then_some(accept_by)),
        feedback_by,
    }
}

/// What of the facts another organisation is for.
fn reason(before: &Particulars, corrected: &Particulars) -> DeclineReason {
    if before.residence != corrected.residence {
        DeclineReason::OtherArea
    } else if (before.age, before.youngest) != (corrected.age, corrected.youngest) {
        DeclineReason::OtherAge
    } else {
        DeclineReason::OtherTopic
    }
}
