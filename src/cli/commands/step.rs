//! What all verbs share that take a signal a step further: one transaction, one answer.

use crate::cli::context::{Context, signal_id};
use crate::cli::failure::Failure;
use crate::cli::text_input::Needed;
use crate::domain::case::Case;
use crate::domain::codes::OrganisationId;
use crate::domain::event::DeclineReason;
use crate::domain::lifecycle::{Command, Refusal, Step, Terms, decide};
use crate::domain::signal::Facts;
use crate::domain::words::Words;
use crate::register::{Access, FindError, RegisterError, Reported, StepError};
use crate::render::answer::Answer;
use crate::render::stepped::Stepped;
use crate::routing::map::RouteMap;

/// Takes the signal a step further, on behalf of the organisation of this run.
///
/// # Errors
/// The rule that stands in the way, or whatever is wrong with map or register.
pub fn take(context: &Context, typed_id: &str, command: Command) -> Result<Box<dyn Answer>, Failure> {
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
) -> Result<Box<dyn Answer>, Failure> {
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
    command: impl FnOnce(&Case, &Facts) -> Result<Command, Refusal>,
) -> Result<Box<dyn Answer>, Failure> {
    let map = context.map()?;
    let by = context.acting_as()?;
    let terms = context.terms()?;
    let which = signal_id(typed_id)?;
    let mut done = None;
    let step = |case: &Case, reported: &Reported| {
        let refused = |refusal| (case.id, refusal);
        let command = command(case, &reported.facts()).map_err(refused)?;
        done = Some((command.verb(), reason(&command), other(&command, case)));
        steps(map, case, &by, command, &terms).map_err(refused)
    };
    let case = context.open(Access::Write)?.step(&which, context.now, &by, step).map_err(|error| match error {
        StepError::NotFound => Failure::NoSuchSignal { typed: typed_id.to_owned() },
        StepError::Ambiguous(ids) => Failure::Ambiguous { typed: typed_id.to_owned(), ids },
        StepError::Refused((id, refusal)) => Failure::Refused { id, refusal },
        StepError::Register(error @ RegisterError::NotKnown { .. }) => Failure::StepNotKnown { typed: typed_id.to_owned(), error },
        StepError::Register(error) => Failure::Register(error),
    })?;
    let Some((verb, reason, other)) = done else { return Err(Failure::NoSuchSignal { typed: typed_id.to_owned() }) };
    Ok(Box::new(Stepped { verb, by, reason, case, other, today: terms.today }))
}

/// Where the signal stands, if this step would be allowed now: looked at before a person is asked for words that would be lost.
///
/// # Errors
/// As [`take`]; nothing is recorded either way.
pub fn rehearse(context: &Context, typed_id: &str, command: Command) -> Result<Case, Failure> {
    let map = context.map()?;
    let by = context.acting_as()?;
    let terms = context.terms()?;
    let which = signal_id(typed_id)?;
    let case = context.open_to_read(typed_id)?.story(&which).map_err(|error| not_found(error, typed_id))?.case;
    match steps(map, &case, &by, command, &terms) {
        Ok(_) => Ok(case),
        Err(refusal) => Err(Failure::Refused { id: case.id, refusal }),
    }
}

/// Stands in a rehearsal for the words that are still to be written.
#[must_use]
pub fn unwritten() -> Words {
    Words::recorded("…")
}

/// What follows on the command, after the rules of the work and those of the map.
fn steps(map: &RouteMap, case: &Case, by: &OrganisationId, command: Command, terms: &Terms) -> Result<Vec<Step>, Refusal> {
    if let Some(to) = offered_to(&command) {
        // A signal is passed on in the name of its sender too.
        let may = |from| map.may_offer(from, to, terms.today);
        may(by).or_else(|refusal| may(&case.sender).map_err(|_| refusal))?;
    }
    decide(case, by, command, terms)
}

/// The organisation that this command would make the owner, now or when it agrees.
fn offered_to(command: &Command) -> Option<&OrganisationId> {
    match command {
        Command::Decline { suggested, .. } => suggested.as_ref(),
        Command::ProposeTransfer { to, .. } | Command::Assign { to, .. } => Some(to),
        Command::Accept
        | Command::TakeTransfer
        | Command::RefuseTransfer { .. }
        | Command::Involve { .. }
        | Command::Ask { .. }
        | Command::Reply { .. }
        | Command::Amend { .. }
        | Command::Interim { .. }
        | Command::Final { .. }
        | Command::Confirm { .. }
        | Command::Reject { .. }
        | Command::Close
        | Command::Reopen { .. }
        | Command::Withdraw { .. }
        | Command::Escalate { .. } => None,
    }
}

/// The other organisation that the answer names.
fn other(command: &Command, case: &Case) -> Option<OrganisationId> {
    match command {
        Command::ProposeTransfer { to, .. } | Command::Assign { to, .. } => Some(to.clone()),
        Command::Involve { organisation } => Some(organisation.clone()),
        Command::Ask { of, .. } => Some(of.clone().unwrap_or_else(|| case.sender.clone())),
        Command::Decline { .. }
        | Command::Accept
        | Command::TakeTransfer
        | Command::RefuseTransfer { .. }
        | Command::Reply { .. }
        | Command::Amend { .. }
        | Command::Interim { .. }
        | Command::Final { .. }
        | Command::Confirm { .. }
        | Command::Reject { .. }
        | Command::Close
        | Command::Reopen { .. }
        | Command::Withdraw { .. }
        | Command::Escalate { .. } => None,
    }
}

fn reason(command: &Command) -> Option<DeclineReason> {
    if let Command::Decline { reason, .. } = command { Some(*reason) } else { None }
}

/// A signal that was not found, told as a failure of the run.
#[must_use]
pub fn not_found(error: FindError, typed_id: &str) -> Failure {
    match error {
        FindError::NotFound => Failure::NoSuchSignal { typed: typed_id.to_owned() },
        FindError::Ambiguous(ids) => Failure::Ambiguous { typed: typed_id.to_owned(), ids },
        FindError::Register(error) => Failure::Register(error),
    }
}
