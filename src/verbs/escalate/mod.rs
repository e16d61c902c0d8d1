//! `seinhuis escalate`

pub mod answer;

use clap::Args;

use crate::context::Context;
use crate::domain::event::RecordedEvent;
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::{SignalState, State};
use crate::domain::words::Words;
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;
use crate::register::{Access, Filter, RegisterError};
use crate::routing::escalation::{alarms, sounded};
use crate::verbs::escalate::answer::{AlarmsAre, EscalateView, Sounded};

/// So many signals in one run, which are kept in memory until they are told. The next run does the
/// rest.
const MOST_SIGNALS: usize = 20_000;

/// So many signals in one transaction: others can write to the register again within a second.
const AT_ONCE: usize = 250;

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
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer + '_>, CliError> {
        let Self { dry_run, again } = self;
        let map = context.map()?;
        let (settings, terms, now) = (map.settings(), context.terms()?, context.now);
        let reason = Words::recorded(&context.texts.tr0("escalate-reason"));
        if settings.escalation.is_empty() {
            context
                .terminal
                .status(&context.texts.tr0("status-no-escalation"));
        }
        let outcome = if again {
            AlarmsAre::Again
        } else if dry_run {
            AlarmsAre::Rehearsed
        } else {
            AlarmsAre::Done
        };
        let mut answer = EscalateView {
            map,
            sounded: Vec::new(),
            receipt: None,
            late: 0,
            more: false,
            alarms: outcome,
            today: terms.today,
        };
        // Where no register is, no promise can be found late: a job that looks in the wrong place
        // must not say that all is well.
        let mut register = context.open(Access::Read)?;
        let due = |case: &SignalState| alarms(case, settings, &terms, now, &reason);
        let today = |happened: &RecordedEvent| settings.zone.day(happened.at) == terms.today;
        // What the coordinator took over today is open, and no longer late.
        let late_on = (!again).then_some(terms.today);
        let open = Filter {
            states: State::OPEN.to_vec(),
            late_on,
            ..Filter::default()
        };
        // Looked at without keeping others from writing; decided again where it is recorded.
        let looked = register.cases(&open, &mut |case, happened| {
            answer.late += usize::from(case.due().is_some_and(|due| due < terms.today));
            let alarms = if again {
                sounded(&case, &happened, today)
            } else {
                due(&case).0
            };
            let room = answer.sounded.len() < MOST_SIGNALS;
            answer.more |= !alarms.is_empty() && !room;
            if !alarms.is_empty() && room {
                answer.sounded.push(Sounded::about(&case, alarms));
            }
        });
        looked.map_err(CliError::Register)?;
        if outcome == AlarmsAre::Done && !answer.sounded.is_empty() {
            let which: Vec<SignalId> = answer.sounded.drain(..).map(|sounded| sounded.id).collect();
            let mut register = context.open_to_record()?;
            for some in which.chunks(AT_ONCE) {
                let before = answer.sounded.len();
                let recorded = register.each_step(some, now, &|by| map.as_was(by), |case| {
                    let (alarms, steps) = due(case);
                    if !alarms.is_empty() {
                        answer.sounded.push(Sounded::about(case, alarms));
                    }
                    steps
                });
                let receipt = recorded.map_err(|error| {
                    let certainly_none =
                        before == 0 && !matches!(error, RegisterError::NotKnown { .. });
                    if certainly_none {
                        CliError::Register(error)
                    } else {
                        CliError::AlarmsNotKnown(error)
                    }
                })?;
                answer.receipt = receipt.or(answer.receipt);
            }
        }
        Ok(Box::new(answer))
    }
}
