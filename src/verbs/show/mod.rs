//! `seinhuis show`

pub mod answer;

use clap::Args;

use crate::context::{Context, signal_id};
use crate::domain::access::AccessLevel;
use crate::domain::lifecycle::Verb;
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;
use crate::routing::reroute::would_move;
use crate::verbs::show::answer::SignalView;
use crate::verbs::steps::not_found;

/// Show a signal: where it stands, and everything that happened to it
///
/// Sender, owner and those involved read the words. The coordinator reads the story without them.
///
/// Example: seinhuis show K7M4
#[derive(Debug, Args)]
pub struct Show {
    /// The signal's number, or the first four characters of it
    #[arg(value_name = "SIGNAL")]
    id: String,
}

impl Show {
    /// # Errors
    /// No such signal, no right to read it, or whatever is wrong with map or register.
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let Self { id } = self;
        let map = context.map()?;
        let reader = context.acting_as()?;
        let which = signal_id(&id)?;
        let mut register = context.open_to_read(&id)?;
        let story = register
            .story(&which)
            .map_err(|error| not_found(error, &id))?;
        let case = &story.case;
        let reading = case.reading(&reader);
        if reading == AccessLevel::Nothing {
            let mut may = vec![
                case.sender.clone(),
                case.owner.clone(),
                case.coordinator.clone(),
            ];
            may.extend(case.involved.iter().cloned());
            may.sort();
            may.dedup();
            return Err(CliError::MayNotRead { id: case.id, may });
        }
        let words = match reading {
            AccessLevel::Everything | AccessLevel::OwnPart => {
                register.words(case.id).map_err(CliError::Register)?
            }
            AccessLevel::Story | AccessLevel::Nothing => Vec::new(),
        };
        let today = context.today()?;
        // Alarms are for the nightly job to sound, not for a person; and the map is asked again
        // only when it says something else.
        let moves = || {
            matches!(
                would_move(
                    map,
                    &story.reported.facts_now(case),
                    &case.owner,
                    context.now
                ),
                Ok(Some(_))
            )
        };
        let is_of_use =
            |verb: &Verb| *verb != Verb::Escalate && (*verb != Verb::Reroute || moves());
        let next = case
            .next_steps(&reader, today)
            .into_iter()
            .filter(is_of_use)
            .collect();
        Ok(Box::new(SignalView {
            story,
            words,
            reading,
            reader,
            next,
            zone: map.settings().zone,
            today,
        }))
    }
}
