//! What the verbs that take a signal a step further share: one transaction, one answer.

pub mod accept;
pub mod amend;
pub mod answer;
mod apart;
pub mod ask;
pub mod assign;
pub mod close;
pub mod confirm;
pub mod decline;
pub mod family_known;
pub mod feedback;
pub mod heard;
pub mod involve;
mod reason_args;
pub mod reject;
pub mod reopen;
pub mod reply;
pub mod transfer;
pub mod undo;
pub mod withdraw;

use crate::context::text_input::WordsInput;
use crate::context::{Context, no_such_signal, signal_id};
use crate::domain::access::Reader;
use crate::domain::codes::OrganisationId;
use crate::domain::event::{Event, Via};
use crate::domain::invariant::Invariant as _;
use crate::domain::lifecycle::{Command, Refusal, Step, Terms, Verb};
use crate::domain::organisation_codes::OrganisationCodes;
use crate::domain::signal::Urgency;
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::{SignalState, State};
use crate::domain::time::Day;
use crate::domain::words::Words;
use crate::errors::cli_error::CliError;
use crate::register::{FindError, RegisterError, StepError};
use crate::routing::map::RouteMap;
use crate::verbs::AnswerResult;
use crate::verbs::steps::answer::{StepDetails, StepView};

pub use apart::{check_apart, sent_by_colleague};

/// Takes the signal a step further, on behalf of the organisation of this run.
///
/// # Errors
/// The rule that forbids it, or a fault of the map or the register.
pub fn take(context: &Context, typed_id: &str, command: Command) -> AnswerResult<'static> {
    take_with(context, typed_id, |_| Ok(command))
}

/// A signal for which a command is given.
pub struct SignalNow<'a> {
    pub map: &'a RouteMap,
    pub signal: &'a SignalState,
    /// Who gives the command.
    pub by: &'a OrganisationCodes,
    /// In the zone of the map.
    pub today: Day,
}

impl SignalNow<'_> {
    /// Who owns it when it is taken up again: the coordinator of today, when the map of today no
    /// longer has its owner.
    fn owner_instead(&self) -> Option<OrganisationId> {
        let residence = self.signal.particulars.residence.as_ref();
        let coordinator = || self.map.coordinator_at(residence, self.today).clone();
        self.is_gone(&self.signal.owner).then(coordinator)
    }

    /// Whether the map of today has no organisation by this code.
    fn is_gone(&self, organisation: &OrganisationId) -> bool {
        (self.map.organisation_on(organisation, self.today)).is_none()
    }
}

/// As [`take`], with words that a person may still have to write: then the step is rehearsed first.
pub fn take_in_words(
    context: &Context,
    typed_id: &str,
    words: WordsInput,
    command: impl Fn(&SignalNow<'_>, Words) -> Command,
) -> AnswerResult<'static> {
    if words.is_unwritten(context) {
        rehearse(context, typed_id, |now| command(now, placeholder_words()))?;
    }
    let words = words.read(context)?;
    take_with(context, typed_id, |now| Ok(command(now, words)))
}

/// As [`take`], where the command depends on the state of the signal.
pub fn take_with(
    context: &Context,
    typed_id: &str,
    command: impl FnOnce(&SignalNow<'_>) -> Result<Command, Refusal>,
) -> AnswerResult<'static> {
    let rules = StepRules::new(context)?;
    let prefix = signal_id(typed_id)?;
    let actor = rules
        .map
        .actor(rules.by.own(), context.person()?, Via::Terminal);
    let mut taken = None;
    let mut register = context.open_to_record()?;
    let stepped = register.step(&prefix, context.now, &actor, |signal| {
        let command = command(&rules.signal_now(signal));
        let steps = command.and_then(|command| {
            let verb = command.verb();
            let steps = rules.steps(signal, command)?;
            let under = steps.iter().find_map(|step| step.under.clone());
            taken = Some((verb, under, details(signal, verb, &steps)));
            Ok(steps)
        });
        steps.map_err(|refusal| rules.refused(signal, refusal))
    });
    register.close_fast();
    let (stepped, receipt) = stepped.map_err(|error| step_error(error, typed_id))?;
    let (verb, under, details) = taken.certain("a step that was recorded was decided about");
    let by = under.unwrap_or_else(|| rules.by.own().clone());
    let signal = stepped.case;
    let contact_of_owner = stepped.contact_of_owner;
    let details = StepDetails {
        contact_of_owner: contact_of_owner.filter(|_| signal.may_see_contact(&rules.reader)),
        ..details
    };
    let details = rules.what_is_left_to_do(&signal, verb, details);
    let receipt = receipt.certain("a step that was recorded has a receipt");
    Ok(Box::new(StepView::new(verb, by, signal, receipt, details)))
}

/// `signal`: before these steps.
fn details(signal: &SignalState, verb: Verb, steps: &[Step]) -> StepDetails {
    let mut details = StepDetails {
        owner_before: Some(signal.owner.clone()),
        coordinator_before: Some(signal.coordinator.clone()),
        asked_before: signal.proposed.clone(),
        involved_before: signal.involved.clone(),
        ..StepDetails::default()
    };
    for step in steps {
        if let Some(decided) = step.event.offer() {
            details.responsibility = decided.responsibility.clone();
        }
        if let Event::Undone { .. } = &step.event {
            details.undone = signal.undoable.last().map(|step| step.kind);
        }
        if let Event::Declined { reason, .. } | Event::ClaimDeclined { reason } = &step.event {
            details.reason = Some(*reason);
        }
        if let Event::Declined { .. } = &step.event {
            details.declined_again = signal.declines > 0;
        }
        let other = step.event.addressee();
        // Whoever keeps it is no other.
        let other = other.filter(|other| verb != Verb::Correct || **other != signal.owner);
        details.other = details.other.or_else(|| other.cloned());
    }
    details
}

/// A signal, the rule that does not allow the step, and what can be done instead.
#[derive(Debug)]
pub struct RefusedStep {
    pub id: SignalId,
    pub refusal: Refusal,
    pub instead: Vec<Verb>,
}

impl RefusedStep {
    #[must_use]
    pub fn new(
        map: &RouteMap,
        signal: &SignalState,
        by: &OrganisationCodes,
        terms: &Terms,
        refusal: Refusal,
    ) -> Self {
        let is_of_colleague = matches!(refusal, Refusal::SentByColleague { .. });
        let instead = if is_of_colleague {
            Vec::new()
        } else {
            let coordinators = map.coordinators(signal, terms.today);
            coordinators.next_steps(signal, by, terms)
        };
        Self {
            id: signal.id,
            refusal,
            instead,
        }
    }
}

impl From<RefusedStep> for CliError {
    fn from(
        RefusedStep {
            id,
            refusal,
            instead,
        }: RefusedStep,
    ) -> Self {
        CliError::Refused {
            id,
            refusal,
            instead,
        }
    }
}

/// Why a step was not taken with the signal that was typed.
#[must_use]
pub fn step_error(error: StepError<RefusedStep>, typed_id: &str) -> CliError {
    match error {
        StepError::NotFound => not_found(FindError::NotFound, typed_id),
        StepError::Ambiguous(ids) => not_found(FindError::Ambiguous(ids), typed_id),
        StepError::Refused(refused) => refused.into(),
        StepError::Register(error @ RegisterError::NotKnown { .. }) => {
            CliError::StepCommitUnknown {
                typed: typed_id.to_owned(),
                error,
            }
        }
        StepError::Register(error) => CliError::Register(error),
    }
}

/// The state of the signal, if this step is allowed now. Asked before a person writes words that
/// would be lost; nothing is recorded.
///
/// # Errors
/// As [`take`].
pub fn rehearse(
    context: &Context,
    typed_id: &str,
    command: impl FnOnce(&SignalNow<'_>) -> Command,
) -> Result<SignalState, CliError> {
    let rules = StepRules::new(context)?;
    let prefix = signal_id(typed_id)?;
    let story = context
        .open_to_read(typed_id)?
        .story(&prefix)
        .map_err(|error| not_found(error, typed_id))?;
    let signal = story.case;
    let command = command(&rules.signal_now(&signal));
    match rules.steps(&signal, command) {
        Ok(_) => Ok(signal),
        Err(refusal) => Err(rules.refused(&signal, refusal).into()),
    }
}

/// In a rehearsal: the words that are still to be written.
#[must_use]
pub fn placeholder_words() -> Words {
    Words::recorded("…")
}

/// Who takes a step, and by which map and terms.
struct StepRules<'a> {
    map: &'a RouteMap,
    by: OrganisationCodes,
    reader: Reader,
    terms: Terms,
}

impl<'a> StepRules<'a> {
    fn new(context: &'a Context) -> Result<Self, CliError> {
        let reader = context.reader()?;
        Ok(Self {
            map: context.map()?,
            by: reader.organisation.clone(),
            reader,
            terms: context.terms()?,
        })
    }

    fn signal_now<'b>(&'b self, signal: &'b SignalState) -> SignalNow<'b> {
        SignalNow {
            map: self.map,
            signal,
            by: &self.by,
            today: self.terms.today,
        }
    }

    fn refused(&self, signal: &SignalState, refusal: Refusal) -> RefusedStep {
        RefusedStep::new(self.map, signal, &self.by, &self.terms, refusal)
    }

    /// What whoever took this step must still do herself. `signal`: after it.
    fn what_is_left_to_do(
        &self,
        signal: &SignalState,
        verb: Verb,
        details: StepDetails,
    ) -> StepDetails {
        let owner = &signal.owner;
        let is_open = State::UNANSWERED.contains(&signal.state()) && !self.by.include(owner);
        let given = is_open && details.owner_before.as_ref() != Some(owner);
        let facts = signal.facts();
        let urgency = facts.particulars.urgency;
        let danger = is_open && verb == Verb::Correct && urgency == Urgency::Acute;
        // Who does not know the family either has nothing to tell.
        let tells =
            (given || danger) && (signal.family_known.iter()).any(|knows| self.by.include(knows));
        let responsibility = details.responsibility.as_ref();
        let handover = tells.then(|| {
            let way = self.map.handover(owner, responsibility, self.terms.today);
            way.clone()
        });
        let emergency = danger.then(|| {
            let age = facts.particulars.age;
            let lines = self
                .map
                .emergency_for(&facts.topics, age, urgency, self.terms.now);
            lines.cloned().collect()
        });
        StepDetails {
            handover,
            emergency,
            ..details
        }
    }

    /// The steps of a command, by the rules of the work and those of the map.
    fn steps(&self, signal: &SignalState, command: Command) -> Result<Vec<Step>, Refusal> {
        let (verb, terms) = (command.verb(), &self.terms);
        let coordinators = self.map.coordinators(signal, terms.today);
        let by = coordinators.acting_code(signal, verb, &self.by, terms);
        check_apart(
            &coordinators.met_by(signal, verb, by, terms),
            verb,
            &self.reader,
        )?;
        let mut steps = coordinators.decide(signal, by, command, terms)?;
        for step in &mut steps {
            step.under = (by != self.by.own()).then(|| by.clone());
        }
        if let Some(to) = steps.iter().find_map(|step| new_owner(&step.event)) {
            // A signal is passed on in the name of its sender too.
            self.may_offer(self.by.own(), &to)
                .or_else(|refusal| self.may_offer(&signal.sender, &to).map_err(|_| refusal))?;
        }
        Ok(steps)
    }

    fn may_offer(&self, from: &OrganisationId, to: &OrganisationId) -> Result<(), Refusal> {
        self.map.may_offer(from, to, self.terms.today)
    }
}

/// The organisation that becomes the owner, now or when it agrees.
///
/// The organisation of any event counts, except of those known to mean something else: so a new kind
/// of event is checked against the map rather than let through.
fn new_owner(event: &Event) -> Option<OrganisationId> {
    if let Event::Declined { suggested, .. } = event {
        return suggested.clone();
    }
    let stays = matches!(
        event,
        Event::Involved { .. }
            | Event::Uninvolved { .. }
            | Event::FamilyKnown { .. }
            | Event::Asked { .. }
            | Event::Reported(_)
            | Event::Rerouted(_)
            | Event::Corrected { .. }
    );
    event.addressee().filter(|_| !stays).cloned()
}

/// The error of a signal that was not found.
#[must_use]
pub fn not_found(error: FindError, typed_id: &str) -> CliError {
    match error {
        FindError::NotFound => no_such_signal(typed_id),
        FindError::Ambiguous(ids) => CliError::Ambiguous {
            typed: typed_id.to_owned(),
            ids,
        },
        FindError::Register(error) => CliError::Register(error),
    }
}
