//! `seinhuis escalate`

pub mod answer;

use clap::Args;

use crate::context::Context;
use crate::domain::lifecycle::Terms;
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::{SignalState, State};
use crate::domain::words::Words;
use crate::errors::cli_error::CliError;
use crate::follow_up::escalation::{DueAlarms, due_alarms, sounded};
use crate::output::answer::Answer;
use crate::register::{Access, Filter, RegisterError};
use crate::routing::map::RouteMap;
use crate::verbs::escalate::answer::{EscalateMode, EscalateView, FoundAlarms, SignalAlarms};

/// Signals in one run, which are kept in memory. The next run does the rest.
const MAX_SIGNALS: usize = 20_000;

/// Signals in one transaction: others can write to the register again within a second.
const BATCH_SIGNALS: usize = 250;

/// Sound the alarms about broken promises: the nightly job
///
/// The map says when an alarm sounds, whom it is told to, and when the coordinator takes a signal
/// over (`escalation:`). Each step sounds once for each promise, however often this runs. It acts
/// for the coordinator of each signal, so it needs no --as. It sends nothing itself: it prints whom
/// to tell and how to reach them, as JSONL or CSV one line for each message. Never a word about a
/// family.
///
/// When the answer was lost (exit codes 7 and 8), --again tells it once more.
///
/// Ends with exit code 6 when a promise is broken and somebody must act, with 0 when nothing is
/// late.
///
/// Example: seinhuis escalate --format jsonl
#[derive(Debug, Args)]
pub struct Escalate {
    /// Only show which alarms would sound; record nothing
    #[arg(long)]
    dry_run: bool,
    /// Tell once more which alarms sounded today about open signals; record nothing
    #[arg(long, conflicts_with = "dry_run")]
    again: bool,
}

impl Escalate {
    /// # Errors
    /// A map with faults, or a register that cannot be used; then no alarm sounded.
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let mode = match self {
            Self { again: true, .. } => EscalateMode::Again,
            Self { dry_run: true, .. } => EscalateMode::DryRun,
            Self { .. } => EscalateMode::Record,
        };
        let run = EscalateRun {
            context,
            map: context.map()?,
            terms: context.terms()?,
            reason: Words::recorded(&context.texts.tr0("escalate-reason")),
        };
        if run.map.settings().escalation.is_empty() {
            let text = context.texts.tr0("status-no-escalation");
            context.terminal.status(&text);
        }
        let mut found = run.find(mode)?;
        if mode == EscalateMode::Record && !found.signals.is_empty() {
            let ids: Vec<SignalId> = found.signals.drain(..).map(|signal| signal.id).collect();
            run.record(&ids, &mut found)?;
        }
        let today = run.terms.today;
        Ok(Box::new(EscalateView::new(run.map, today, mode, found)))
    }
}

struct EscalateRun<'c> {
    context: &'c Context,
    map: &'c RouteMap,
    terms: Terms,
    /// What is recorded when the coordinator takes a signal over.
    reason: Words,
}

impl EscalateRun<'_> {
    fn due(&self, signal: &SignalState) -> DueAlarms {
        due_alarms(
            self.map,
            signal,
            &self.terms,
            self.context.now,
            &self.reason,
        )
    }

    /// The alarms about open signals, without keeping others from writing.
    fn find(&self, mode: EscalateMode) -> Result<FoundAlarms, CliError> {
        let today = self.terms.today;
        let zone = self.map.settings().zone;
        let again = mode == EscalateMode::Again;
        let filter = Filter {
            states: State::OPEN.to_vec(),
            // What the coordinator took over today is no longer late.
            late_on: (!again).then_some(today),
            ..Filter::default()
        };
        // Where no register is, no promise can be found late: a job that looks in the wrong place
        // must not say that all is well.
        let mut register = self.context.open(Access::Read)?;
        let mut found = FoundAlarms::default();
        let read = register.signal_states(&filter, &mut |reported, signal, story| {
            found.late += usize::from(signal.due().is_some_and(|due| due < today));
            let (coordinator, alarms) = if again {
                let alarms = sounded(&signal, reported, &story, |event| {
                    zone.day(event.at) == today
                });
                (signal.coordinator.clone(), alarms)
            } else {
                let due = self.due(&signal);
                (due.coordinator, due.alarms)
            };
            if alarms.is_empty() {
                return;
            }
            if found.signals.len() < MAX_SIGNALS {
                let alarms = SignalAlarms::new(&signal, coordinator, alarms);
                found.signals.push(alarms);
            } else {
                found.more = true;
            }
        });
        read.map_err(CliError::Register)?;
        Ok(found)
    }

    /// Decides again about each signal, and records its alarms.
    fn record(&self, ids: &[SignalId], found: &mut FoundAlarms) -> Result<(), CliError> {
        let mut register = self.context.open_to_record()?;
        for chunk in ids.chunks(BATCH_SIGNALS) {
            let before = found.signals.len();
            let now = self.context.now;
            let recorded =
                register.nightly_steps(chunk, now, &|by| self.map.as_it_is(by), |signal| {
                    let due = self.due(signal);
                    let by = due.coordinator.clone();
                    if !due.alarms.is_empty() {
                        let alarms = SignalAlarms::new(signal, due.coordinator, due.alarms);
                        found.signals.push(alarms);
                    }
                    (by, due.steps)
                });
            let receipt = recorded.map_err(|error| {
                if before == 0 && !matches!(error, RegisterError::NotKnown { .. }) {
                    CliError::Register(error)
                } else {
                    CliError::AlarmsCommitUnknown(error)
                }
            })?;
            found.receipt = receipt.or(found.receipt);
        }
        Ok(())
    }
}
