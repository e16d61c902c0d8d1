//! `seinhuis map diff`

pub mod answer;

use std::ops::ControlFlow;
use std::path::Path;

use clap::Args;

use crate::context::Context;
use crate::domain::lifecycle::Refusal;
use crate::domain::signal::Facts;
use crate::domain::signal_state::State;
use crate::domain::time::Moment;
use crate::errors::cli_error::CliError;
use crate::follow_up::reroute::moved_by;
use crate::map_analysis::compare::diff;
use crate::map_file;
use crate::output::answer::Answer;
use crate::register::{Filter, ListRow};
use crate::routing::map::RouteMap;
use crate::verbs::map::diff::answer::{DiffView, MovingSignal, OpenSignals};

/// Tell what changes for senders when one map takes the place of another
///
/// For which signals another organisation owns the follow-up, which gaps and disputes appear or
/// vanish, which promises and contacts change; from today on, and later where that is known now.
/// Nothing moves by itself. The exit code is 0, whether something changes or not.
///
/// Example: seinhuis map diff routes.yaml routes-2027.yaml --open
#[derive(Debug, Args)]
pub struct DiffMaps {
    /// The map as it is: a file or a folder
    #[arg(value_name = "OLD")]
    old: String,
    /// The map as it is to be: a file or a folder
    #[arg(value_name = "NEW")]
    new: String,
    /// Also tell which open signals of the register would get another owner under NEW
    #[arg(long)]
    open: bool,
}

impl DiffMaps {
    /// # Errors
    /// Everything that is wrong with one of the maps, or a register that cannot be read.
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let Self { old, new, open } = self;
        let (old, new) = (load(&old)?, load(&new)?);
        let diff = diff(&old, &new, new.day(context.now));
        let open = if open {
            Some(open_signals(&new, context)?)
        } else {
            None
        };
        Ok(Box::new(DiffView::new(old, new, diff, open)))
    }
}

fn load(path: &str) -> Result<RouteMap, CliError> {
    map_file::load(Path::new(path)).map_err(|faults| CliError::OneOfTwoMaps {
        path: path.to_owned(),
        faults,
    })
}

/// What the new map would do with the signals that still wait for feedback.
fn open_signals(new: &RouteMap, context: &Context) -> Result<OpenSignals, CliError> {
    let mut open = OpenSignals::default();
    let filter = Filter {
        states: State::UNANSWERED.to_vec(),
        ..Filter::default()
    };
    let mut damaged = None;
    if let Some(mut register) = context.open_if_there()? {
        register
            .list(&filter, &mut |row| {
                open.count += 1;
                match row.facts() {
                    Ok(facts) => open.moving.extend(moving(row, &facts, new, context.now)),
                    Err(error) => damaged = Some(error),
                }
                damaged
                    .as_ref()
                    .map_or(ControlFlow::Continue(()), |_| ControlFlow::Break(()))
            })
            .map_err(CliError::Register)?;
    }
    damaged.map_or(Ok(open), |error| Err(CliError::Register(error)))
}

/// What the new map changes for a signal; `None` when nothing.
fn moving(row: ListRow, facts: &Facts, new: &RouteMap, now: Moment) -> Option<MovingSignal> {
    let decision = moved_by(new, facts, &row.owner, now);
    let mut signal = MovingSignal {
        id: row.id,
        owner: row.owner,
        new_owner: None,
        basis: None,
        unknown_topics: Vec::new(),
        unknown_area: None,
    };
    match decision {
        Ok(decision) => {
            let decision = decision?;
            signal.new_owner = Some(decision.owner);
            signal.basis = Some(decision.basis);
        }
        Err(Refusal::NoLongerInMap { topics, area }) => {
            signal.unknown_topics = topics;
            signal.unknown_area = area;
        }
        // The other refusals are about steps, and no step is taken here.
        Err(_) => return None,
    }
    Some(signal)
}
