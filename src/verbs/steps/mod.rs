//! What all verbs share that take a signal a step further: one transaction, one answer.

pub mod accept;
pub mod amend;
pub mod answer;
pub mod ask;
pub mod assign;
pub mod close;
pub mod confirm;
pub mod decline;
pub mod feedback;
pub mod involve;
pub mod reject;
pub mod reopen;
pub mod reply;
pub mod transfer;
pub mod withdraw;

use crate::context::text_input::Needed;
use crate::context::{Context, signal_id};
use crate::domain::codes::OrganisationId;
use crate::domain::event::{Event, Via};
use crate::domain::invariant::Invariant as _;
use crate::domain::lifecycle::{Command, Refusal, Step, Terms, decide};
use crate::domain::signal::Facts;
use crate::domain::signal_state::SignalState;
use crate::domain::words::Words;
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;
use crate::register::{FindError, OriginalReport, RegisterError, StepError};
use crate::routing::map::RouteMap;
use crate::verbs::steps::answer::{StepDetails, StepView};

/// Takes the signal a step further, on behalf of the organisation of this run.
///
/// # Errors
/// The rule that stands in the way, or whatever is wrong with map or register.
pub fn take(
    context: &Context,
    typed_id: &str,
    command: Command,
) -> Result<Box<dyn Answer>, CliError> {
    take_with(context, typed_id, |_, _| Ok(command))
}

/// The same, with words that a person may still have to write: then it is rehearsed first.
///
/// # Errors
/// As [`take`] and [`Needed::words`].
pub fn take_in_words(
    context: &Context,
    typed_id: &str,
    words: Needed,
    command: impl Fn(Words) -> Command,
) -> Result<Box<dyn Answer>, CliError> {
    if words.are_unwritten(context) {
        rehearse(context, typed_id, command(unwritten()))?;
    }
    take(context, typed_id, command(words.words(context)?))
}

/// The same, where the command depends on where the signal stands.
///
/// # Errors
/// As [`take`].
pub fn take_with(
    context: &Context,
    typed_id: &str,
    command: impl FnOnce(&SignalState, &Facts) -> Result<Command, Refusal>,
) -> Result<Box<dyn Answer>, CliError> {
    let map = context.map()?;
    let by = context.acting_as()?;
    let terms = context.terms()?;
    let which = signal_id(typed_id)?;
    let mut done = None;
    let step = |case: &SignalState, reported: &OriginalReport| {
        let refused = |refusal| (case.id, refusal);
        let command = command(case, &reported.facts()).map_err(refused)?;
        let verb = command.verb();
        let steps = steps(map, case, &by, command, &terms).map_err(refused)?;
        let fields = steps
            .first()
            .map(|step| step.event.fields())
            .certain("what is allowed has at least one event");
        let details = StepDetails {
            reason: fields.reason,
            other: fields.to,
        };
        done = Some((verb, details));
        Ok(steps)
    };
    let mut register = context.open_to_record()?;
    let stepped = register.step(&which, context.now, &map.actor(&by, Via::Terminal), step);
    register.close_fast();
    let (case, receipt) = stepped.map_err(|error| match error {
        StepError::NotFound => CliError::NoSuchSignal {
            typed: typed_id.to_owned(),
        },
        StepError::Ambiguous(ids) => CliError::Ambiguous {
            typed: typed_id.to_owned(),
            ids,
        },
        StepError::Refused((id, refusal)) => CliError::Refused { id, refusal },
        StepError::Register(error @ RegisterError::NotKnown { .. }) => CliError::StepNotKnown {
            typed: typed_id.to_owned(),
            error,
        },
        StepError::Register(error) => CliError::Register(error),
    })?;
    let (verb, details) = done.certain("a step that was recorded was decided about");
    let receipt = receipt.certain("a step that was recorded has a receipt");
    Ok(Box::new(StepView::new(verb, by, case, receipt, details)))
}

/// Where the signal stands, if this step would be allowed now: looked at before a person is asked
/// for words that would be lost.
///
/// # Errors
/// As [`take`]; nothing is recorded either way.
pub fn rehearse(
    context: &Context,
    typed_id: &str,
    command: Command,
) -> Result<SignalState, CliError> {
    let map = context.map()?;
    let by = context.acting_as()?;
    let terms = context.terms()?;
    let which = signal_id(typed_id)?;
    let case = context
        .open_to_read(typed_id)?
        .story(&which)
        .map_err(|error| not_found(error, typed_id))?
        .case;
    match steps(map, &case, &by, command, &terms) {
        Ok(_) => Ok(case),
        Err(refusal) => Err(CliError::Refused {
            id: case.id,
            refusal,
        }),
    }
}

/// Stands in a rehearsal for the words that are still to be written.
#[must_use]
pub fn unwritten() -> Words {
    Words::recorded("…")
}

/// What follows on the command, after the rules of the work and those of the map.
fn steps(
    map: &RouteMap,
    case: &SignalState,
    by: &OrganisationId,
    command: Command,
    terms: &Terms,
) -> Result<Vec<Step>, Refusal> {
    let steps = decide(case, by, command, terms)?;
    if let Some(to) = steps.first().and_then(|step| offered(&step.event)) {
        // A signal is passed on in the name of its sender too.
        let may = |from| map.may_offer(from, &to, terms.today);
        may(by).or_else(|refusal| may(&case.sender).map_err(|_| refusal))?;
    }
    Ok(steps)
}

/// The organisation that somebody wants to own the signal, now or when it agrees.
///
/// What an event names is taken for that unless it is known to be something else: an event that is
/// new here is held against the map rather than let through.
fn offered(event: &Event) -> Option<OrganisationId> {
    if let Event::Declined { suggested, .. } = event {
        return suggested.clone();
    }
    let otherwise = matches!(
        event,
        // Let in or asked, or found by the map.
        Event::Involved { .. } | Event::Asked { .. } | Event::Reported(_) | Event::Rerouted(_)
    );
    event.fields().to.filter(|_| !otherwise)
}

/// A signal that was not found, told as a failure of the run.
#[must_use]
pub fn not_found(error: FindError, typed_id: &str) -> CliError {
    match error {
        FindError::NotFound => CliError::NoSuchSignal {
            typed: typed_id.to_owned(),
        },
        FindError::Ambiguous(ids) => CliError::Ambiguous {
            typed: typed_id.to_owned(),
            ids,
        },
        FindError::Register(error) => CliError::Register(error),
    }
}
