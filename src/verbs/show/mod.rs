//! `seinhuis show`

pub mod answer;

use clap::Args;

use crate::context::{Context, signal_id};
use crate::domain::access::{AccessLevel, Reader};
use crate::domain::lifecycle::{Terms, Verb};
use crate::domain::signal_state::SignalState;
use crate::errors::cli_error::CliError;
use crate::follow_up::reroute::moved_by;
use crate::output::answer::Answer;
use crate::routing::map::RouteMap;
use crate::verbs::show::answer::{SignalReader, SignalView};
use crate::verbs::steps::{check_apart, not_found, sent_by_colleague};

/// Show a signal: where it stands, and everything that happened to it
///
/// Sender, owner and those involved read the words. The coordinator, and who is asked to take it over,
/// read the story without them. A sender who may hear the status only reads her own part.
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
        let reader = context.reader()?;
        let prefix = signal_id(&id)?;
        let mut register = context.open_to_read(&id)?;
        let story = register
            .story(&prefix)
            .map_err(|error| not_found(error, &id))?;
        let signal = &story.case;
        let terms = context.terms()?;
        let next = offered_steps(map, signal, &reader, &terms);
        let read = story.read_by(&reader);
        match read.level {
            AccessLevel::Nothing => {
                return Err(CliError::MayNotRead {
                    id: signal.id,
                    may_undo: next.contains(&Verb::Undo),
                });
            }
            AccessLevel::Colleague => {
                return Err(CliError::Refused {
                    id: signal.id,
                    refusal: sent_by_colleague(signal),
                    instead: Vec::new(),
                });
            }
            AccessLevel::Full | AccessLevel::OwnText | AccessLevel::Metadata => {}
        }
        let words = if read.reads_words() {
            register.words(signal.id).map_err(CliError::Register)?
        } else {
            Vec::new()
        };
        let zone = map.settings().zone;
        let reader = SignalReader {
            reader: &reader,
            next,
            zone,
            today: terms.today,
        };
        Ok(Box::new(SignalView::new(story, &words, reader)))
    }
}

/// What the reader can do with it today.
fn offered_steps(
    map: &RouteMap,
    signal: &SignalState,
    reader: &Reader,
    terms: &Terms,
) -> Vec<Verb> {
    let coordinators = map.coordinators(signal, terms.today);
    let mut next = coordinators.next_steps(signal, &reader.organisation, terms);
    next.retain(|verb| {
        let by = coordinators.acting_code(signal, *verb, &reader.organisation, terms);
        let met = coordinators.met_by(signal, *verb, by, terms);
        check_apart(&met, *verb, reader).is_ok()
    });
    // Alarms are for the nightly job, not for a person; and who is yet to assign it passes the family
    // by.
    let is_passed_by = signal.waits_to_be_assigned();
    next.retain(|verb| *verb != Verb::Escalate && (*verb != Verb::FamilyKnown || !is_passed_by));
    if next.contains(&Verb::Reroute) {
        let moved = moved_by(map, &signal.facts(), &signal.owner, terms.now);
        next.retain(|verb| *verb != Verb::Reroute || matches!(moved, Ok(Some(_))));
    }
    next
}
