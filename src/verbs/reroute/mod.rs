//! `seinhuis reroute`

pub mod answer;

use clap::Args;

use crate::context::text_input::WordsInput;
use crate::context::{Context, signal_id};
use crate::domain::access::Reader;
use crate::domain::event::{Event, Offer, Via};
use crate::domain::invariant::at;
use crate::domain::lifecycle::{Command, Step, Terms, Verb};
use crate::domain::organisation_codes::OrganisationCodes;
use crate::domain::signal_id::IdPrefix;
use crate::domain::signal_state::SignalState;
use crate::domain::words::Words;
use crate::errors::cli_error::CliError;
use crate::follow_up::reroute::moved_by;
use crate::output::ages::aged_on;
use crate::output::answer::Answer;
use crate::output::reason;
use crate::register::{RegisterError, StepsError};
use crate::routing::map::RouteMap;
use crate::verbs::reroute::answer::{RerouteView, ReroutedSignal};
use crate::verbs::steps::{self, RefusedStep};

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
        let reader = context.reader()?;
        let run = RerouteRun {
            context,
            map: context.map()?,
            by: reader.organisation.clone(),
            reader,
            terms: context.terms()?,
            ids,
        };
        let reason = WordsInput {
            option: "--reason",
            ..WordsInput::reason(reason, edit)
        };
        if dry_run || reason.is_unwritten(context) {
            // Nobody is asked why before it is known that something would move.
            let answer = run.rehearse()?;
            if dry_run || answer.signals.iter().all(|signal| !signal.moves) {
                return Ok(Box::new(answer));
            }
        }
        Ok(Box::new(run.record(&reason.read(context)?)?))
    }
}

/// What holds for all the signals of one run.
struct RerouteRun<'c> {
    context: &'c Context,
    map: &'c RouteMap,
    by: OrganisationCodes,
    reader: Reader,
    terms: Terms,
    ids: Vec<String>,
}

impl RerouteRun<'_> {
    fn prefixes(&self) -> Result<Vec<IdPrefix>, CliError> {
        self.all(self.ids.iter().map(|typed| signal_id(typed)))
    }

    /// What would happen to each, as the register stands now.
    fn rehearse(&self) -> Result<RerouteView, CliError> {
        let prefixes = self.prefixes()?;
        let first = self.ids.first().map_or("", String::as_str);
        let mut register = self.context.open_to_read(first)?;
        let unwritten = steps::placeholder_words();
        let signals = self.all(prefixes.iter().zip(&self.ids).map(|(prefix, typed)| {
            let story = register
                .story(prefix)
                .map_err(|error| steps::not_found(error, typed))?;
            let (_, signal) = self
                .decide(&story.case, &unwritten)
                .map_err(CliError::from)?;
            Ok(signal)
        }))?;
        Ok(RerouteView {
            signals,
            receipt: None,
        })
    }

    /// Records all of them in one transaction.
    fn record(&self, reason: &Words) -> Result<RerouteView, CliError> {
        let prefixes = self.prefixes()?;
        let mut signals = Vec::new();
        let actor = self
            .map
            .actor(self.by.own(), self.context.person()?, Via::Terminal);
        let recorded = self.context.open_to_record()?.steps(
            &prefixes,
            self.context.now,
            &actor,
            |case: &SignalState| {
                let (steps, signal) = self.decide(case, reason)?;
                signals.push(signal);
                Ok(steps)
            },
        );
        match recorded {
            Ok((_, receipt)) => {
                for signal in signals.iter_mut().filter(|signal| signal.moves) {
                    signal.recorded = true;
                    signal.receipt = receipt;
                }
                Ok(RerouteView { signals, receipt })
            }
            Err(StepsError::Refused(refused)) => Err(self.together(
                refused
                    .into_iter()
                    .map(|(place, error)| steps::step_error(error, at(&self.ids, place)))
                    .collect(),
            )),
            Err(StepsError::Register(error @ RegisterError::NotKnown { .. })) => {
                let moved = signals.iter().find(|signal| signal.moves);
                Err(CliError::StepCommitUnknown {
                    typed: moved
                        .map(|signal| signal.id.to_string())
                        .unwrap_or_default(),
                    error,
                })
            }
            Err(StepsError::Register(error)) => Err(CliError::Register(error)),
        }
    }

    /// What today's map decides about this signal, and the steps that follow: none when it stays.
    fn decide(
        &self,
        case: &SignalState,
        reason: &Words,
    ) -> Result<(Vec<Step>, ReroutedSignal), RefusedStep> {
        let refused = |refusal| RefusedStep::new(self.map, case, &self.by, &self.terms, refusal);
        let coordinators = self.map.coordinators(case, self.terms.today);
        let by = coordinators.acting_code(case, Verb::Reroute, &self.by, &self.terms);
        let met = coordinators.met_by(case, Verb::Reroute, by, &self.terms);
        steps::check_apart(&met, Verb::Reroute, &self.reader).map_err(refused)?;
        // Who has no part in it does not hear where it would go.
        met.permits(Verb::Reroute, by, &self.terms)
            .map_err(refused)?;
        let aged_at = self.map.day(case.aged_at);
        let digest = &self.map.settings().digest;
        let mut signal = ReroutedSignal::stays(case, self.by.own(), digest);
        signal.aged_on = aged_on(&case.particulars, aged_at, self.terms.today);
        let facts = case.facts();
        let moved = moved_by(self.map, &facts, &case.owner, self.context.now);
        let Some(decision) = moved.map_err(refused)? else {
            return Ok((Vec::new(), signal));
        };
        let command = Command::Reroute {
            offer: decision.offer(),
            decision: reason::decision_record(&decision.why, self.map),
            reason: reason.clone(),
        };
        let mut steps = coordinators
            .decide(case, by, command, &self.terms)
            .map_err(refused)?;
        for step in &mut steps {
            step.under = (by != self.by.own()).then(|| by.clone());
        }
        let offer = steps.iter().find_map(rerouted_offer);
        let signal = match offer {
            Some(offer) => signal.moved(offer, decision.why),
            None => signal,
        };
        Ok((steps, signal))
    }

    /// All values, or everything that is wrong.
    fn all<T>(
        &self,
        outcomes: impl Iterator<Item = Result<T, CliError>>,
    ) -> Result<Vec<T>, CliError> {
        let (mut values, mut failures) = (Vec::new(), Vec::new());
        for outcome in outcomes {
            match outcome {
                Ok(value) => values.push(value),
                Err(failure) => failures.push(failure),
            }
        }
        if failures.is_empty() {
            Ok(values)
        } else {
            Err(self.together(failures))
        }
    }

    fn together(&self, failures: Vec<CliError>) -> CliError {
        CliError::combine(self.ids.len(), failures)
    }
}

fn rerouted_offer(step: &Step) -> Option<Offer> {
    if let Event::Rerouted(offer) = &step.event {
        Some(offer.clone())
    } else {
        None
    }
}
