//! `seinhuis heard`

use clap::Args;

use crate::context::Context;
use crate::context::args::choice_parser;
use crate::context::prompt;
use crate::context::text_input;
use crate::domain::event::{Channel, Level, Outcome};
use crate::domain::lifecycle::{Command, HeardContent};
use crate::errors::cli_error::CliError;
use crate::output::choice_names::NamedChoice as _;
use crate::verbs::{AnswerResult, steps};

/// Record what you were told about a signal that you sent
///
/// The owner phoned you and did not write it down here: then you do. It leaves your list, and the
/// owner says whether it is right. May you only hear that something is done? Then leave out the
/// outcome and the words.
///
/// Example: seinhuis heard K7M4 --outcome help-started "She has an appointment on Thursday"
#[derive(Debug, Args)]
pub struct HeardArgs {
    /// The signal's number, or the first four characters of it
    #[arg(value_name = "SIGNAL")]
    id: String,
    /// What became of it
    #[arg(long, short, value_name = "OUTCOME", value_parser = choice_parser::<Outcome>())]
    outcome: Option<Outcome>,
    /// How you were told; by phone when left out
    #[arg(long, short, value_name = "CHANNEL", value_parser = choice_parser::<Channel>())]
    by: Option<Channel>,
    /// What you were told; - reads standard input
    #[arg(value_name = "WORDS")]
    words: Option<String>,
}

impl HeardArgs {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        let channel = self.by.unwrap_or(Channel::Phone);
        let words = text_input::read_optional(context, "WORDS", self.words.as_deref())?;
        let content = match self.outcome {
            Some(outcome) => HeardContent::Full { outcome, words },
            // Somebody who may hear no more has nothing to choose.
            None if words.is_none() && self.hears_status_only(context, channel)? => {
                HeardContent::StatusOnly
            }
            None if context.terminal.may_ask() => HeardContent::Full {
                outcome: prompt::choose_named(
                    &context.texts,
                    "prompt-outcome",
                    Outcome::KEY,
                    Outcome::TakenUp,
                )?,
                words,
            },
            None => return Err(CliError::Missing(vec!["--outcome"])),
        };
        steps::take(context, &self.id, Command::Heard { channel, content })
    }

    fn hears_status_only(&self, context: &Context, channel: Channel) -> Result<bool, CliError> {
        let signal = steps::rehearse(context, &self.id, |now| {
            let content = match now.signal.level {
                Level::StatusOnly => HeardContent::StatusOnly,
                Level::Full => HeardContent::Full {
                    outcome: Outcome::TakenUp,
                    words: None,
                },
            };
            Command::Heard { channel, content }
        })?;
        Ok(signal.level == Level::StatusOnly)
    }
}
