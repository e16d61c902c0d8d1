//! `seinhuis reroute`

pub mod answer;

use clap::Args;

use crate::context::text_input::Needed;
use crate::context::{Context, signal_id};
use crate::domain::codes::OrganisationId;
use crate::domain::event::{DecisionRecord, Via};
use crate::domain::invariant::at;
use crate::domain::lifecycle::{Command, Refusal, Step, Terms, Verb, decide};
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::signal_state::SignalState;
use crate::domain::words::Words;
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;
use crate::output::reason;
use crate::register::{Receipt, RegisterError, Reported, StepError, StepsError};
use crate::routing::map::RouteMap;
use crate::routing::reroute::would_move;
use crate::verbs::reroute::answer::{RerouteView, Rerouting};
use crate::verbs::steps;

/// Let the map of today decide again about open signals (coordinator)
///
/// For after a change of the map: nothing moves by itself. The new owner is offered the signal and
/// says whether they take it on; the promise to the sender stays. A signal for which the map says
/// the same owner stays where it is. Of several signals either all are done, or none.
///
/// Example: seinhuis reroute K7M4 9F3R --reason "The neighbourhood teams took this over on 1
/// January"
#[derive(Debug, Args)]
pub struct Reroute {
    /// The signals' numbers, or the first four characters of them
    #[arg(value_name = "SIGNAL", required = true)]
    ids: Vec<String>,
    /// Why the map decides again; - reads standard input
    #[arg(long, value_name = "REASON")]
    reason: Option<String>,
    /// Open the editor for the reason
    #[arg(long)]
    edit: bool,
    /// Only show what would move, and record nothing
    #[arg(long)]
    dry_run: bool,
}

impl Reroute {
    /// # Errors
    /// What stands in the way of any of the signals, or whatever is wrong with map or register.
    /// Then nothing was recorded.
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let Self {
            ids,
            reason,
            edit,
            dry_run,
        } = self;
        let run = Run {
            context,
            map: context.map()?,
            by: context.acting_as()?,
            terms: context.terms()?,
            ids,
        };
        let reason = Needed {
            option: "--reason",
            typed: reason,
            edit,
            question: "prompt-reason",
        };
        if dry_run || reason.are_unwritten(context) {
            // Nobody is asked why before it is known that something would move.
            let rehearsed = run.rehearsed()?;
            if dry_run || rehearsed.iter().all(|one| one.moved.is_none()) {
                return Ok(run.answer(false, (rehearsed, None)));
            }
        }
        let done = run.recorded(&reason.words(context)?)?;
        Ok(run.answer(true, done))
    }
}

/// Which rule stands in the way of which signal.
type Refused = (SignalId, Refusal);

/// What holds for all the signals of one run.
struct Run<'c> {
    context: &'c Context,
    map: &'c RouteMap,
    by: OrganisationId,
    terms: Terms,
    ids: Vec<String>,
}

impl Run<'_> {
    fn which(&self) -> Result<Vec<IdPrefix>, CliError> {
        let read: Vec<Result<IdPrefix, CliError>> =
            self.ids.iter().map(|typed| signal_id(typed)).collect();
        self.all(read)
    }

    fn answer(
        self,
        recorded: bool,
        (signals, receipt): (Vec<Rerouting>, Option<Receipt>),
    ) -> Box<dyn Answer> {
        Box::new(RerouteView {
            by: self.by,
            recorded,
            map_digest: self.map.settings().digest.clone(),
            signals,
            receipt,
        })
    }

    /// What would happen to each, on what is recorded now.
    fn rehearsed(&self) -> Result<Vec<Rerouting>, CliError> {
        let which = self.which()?;
        let mut register = self
            .context
            .open_to_read(self.ids.first().map_or("", String::as_str))?;
        let look = |(which, typed): (&IdPrefix, &String)| {
            let story = register
                .story(which)
                .map_err(|error| steps::not_found(error, typed))?;
            let refused = |(id, refusal)| CliError::Refused { id, refusal };
            self.decided(&story.case, &story.reported, &steps::unwritten())
                .map(|(_, rerouting)| rerouting)
                .map_err(refused)
        };
        self.all(which.iter().zip(&self.ids).map(look).collect())
    }

    /// All of them in one transaction.
    fn recorded(&self, reason: &Words) -> Result<(Vec<Rerouting>, Option<Receipt>), CliError> {
        let which = self.which()?;
        let mut signals = Vec::new();
        let decide = |case: &SignalState, reported: &Reported| {
            let (steps, rerouting) = self.decided(case, reported, reason)?;
            signals.push(rerouting);
            Ok(steps)
        };
        let actor = self.context.map()?.actor(&self.by, Via::Terminal);
        match self
            .context
            .open_to_record()?
            .steps(&which, self.context.now, &actor, decide)
        {
            Ok((_, receipt)) => Ok((signals, receipt)),
            Err(StepsError::Refused(refused)) => {
                let failure = |(place, error)| self.failure(place, error);
                Err(CliError::together(
                    self.ids.len(),
                    refused.into_iter().map(failure).collect(),
                ))
            }
            Err(StepsError::Register(error @ RegisterError::NotKnown { .. })) => {
                let moved = signals.iter().find(|signal| signal.moved.is_some());
                Err(CliError::StepNotKnown {
                    typed: moved
                        .map(|signal| signal.id.to_string())
                        .unwrap_or_default(),
                    error,
                })
            }
            Err(StepsError::Register(error)) => Err(CliError::Register(error)),
        }
    }

    /// What the map of today decides about this signal, and the steps that follow: none when it
    /// stays where it is.
    fn decided(
        &self,
        case: &SignalState,
        reported: &Reported,
        words: &Words,
    ) -> Result<(Vec<Step>, Rerouting), Refused> {
        let (by, refused) = (&self.by, |refusal| (case.id, refusal));
        // Who has no part in it does not hear where it would go.
        case.permits(Verb::Reroute, by, self.terms.today)
            .map_err(refused)?;
        let decided = would_move(
            self.map,
            &reported.facts_now(case),
            &case.owner,
            self.context.now,
        )
        .map_err(refused)?;
        let Some(decision) = decided else {
            return Ok((Vec::new(), Rerouting::stays(case)));
        };
        let why = decision.why.clone();
        let grounds = DecisionRecord {
            reason: reason::written(&why),
            map_digest: self.map.settings().digest.clone(),
        };
        let command = Command::Reroute {
            offer: decision.offer(),
            grounds,
            reason: words.clone(),
        };
        let steps = decide(case, by, command, &self.terms).map_err(refused)?;
        let rerouting = Rerouting::after(case, &steps, why);
        Ok((steps, rerouting))
    }

    /// All that went well, or everything that did not.
    fn all<T>(&self, outcomes: Vec<Result<T, CliError>>) -> Result<Vec<T>, CliError> {
        let (mut done, mut failures) = (Vec::new(), Vec::new());
        for outcome in outcomes {
            match outcome {
                Ok(one) => done.push(one),
                Err(failure) => failures.push(failure),
            }
        }
        if failures.is_empty() {
            Ok(done)
        } else {
            Err(CliError::together(self.ids.len(), failures))
        }
    }

    fn failure(&self, place: usize, error: StepError<Refused>) -> CliError {
        let typed = at(&self.ids, place).clone();
        match error {
            StepError::NotFound => CliError::NoSuchSignal { typed },
            StepError::Ambiguous(ids) => CliError::Ambiguous { typed, ids },
            StepError::Refused((id, refusal)) => CliError::Refused { id, refusal },
            StepError::Register(error) => CliError::Register(error),
        }
    }
}
