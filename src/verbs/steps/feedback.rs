//! `seinhuis feedback`

use clap::Args;

use crate::context::Context;
use crate::context::args::code_parser;
use crate::context::prompt::{self, MenuItem};
use crate::context::text_input::Needed;
use crate::domain::event::{Channel, Level, Outcome};
use crate::domain::lifecycle::{Command, FeedbackContent};
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;
use crate::verbs::steps;

/// Tell the sender what became of a signal
///
/// With --interim you tell how far it is; the promise goes on running. Otherwise it is final: it
/// has an outcome, and the sender says whether it is right. May you only say that something is
/// done, not what? Say so openly with --status-only. At a terminal it asks for what is missing.
///
/// Example: seinhuis feedback K7M4 --outcome help-started --by phone "She has an appointment on
/// Thursday"
#[derive(Debug, Args)]
pub struct Feedback {
    /// The signal's number, or the first four characters of it
    #[arg(value_name = "SIGNAL")]
    id: String,
    /// What became of it
    #[arg(long, short, value_name = "OUTCOME", value_parser = code_parser::<Outcome>(), conflicts_with = "interim")]
    outcome: Option<Outcome>,
    /// How you tell the sender
    #[arg(long, short, value_name = "CHANNEL", value_parser = code_parser::<Channel>())]
    by: Option<Channel>,
    /// How far it is, not yet the end
    #[arg(long, short)]
    interim: bool,
    /// You may only tell that something is done
    #[arg(long, conflicts_with_all = ["words", "edit"])]
    status_only: bool,
    /// Open the editor for the words
    #[arg(long)]
    edit: bool,
    /// What was done; - reads standard input
    #[arg(value_name = "WORDS")]
    words: Option<String>,
}

impl Feedback {
    /// # Errors
    /// See [`steps::take`].
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let Self {
            id,
            outcome,
            by,
            interim,
            status_only,
            edit,
            words,
        } = self;
        let asks = context.terminal.may_ask();
        let needed = [
            ("--outcome", outcome.is_none() && !interim),
            (
                "--status-only / WORDS",
                !status_only && words.is_none() && !edit,
            ),
        ];
        let missing: Vec<&'static str> = needed
            .iter()
            .filter(|(_, missing)| *missing)
            .map(|(option, _)| *option)
            .collect();
        if !asks && !missing.is_empty() {
            return Err(CliError::Missing(missing));
        }
        let mut status_only = status_only;
        if !missing.is_empty() || edit {
            // No questions about a signal that is not there or not ours, and no words that may not
            // be told.
            let content = if words.is_some() || edit {
                FeedbackContent::Full(steps::unwritten())
            } else {
                FeedbackContent::StatusOnly
            };
            let case = steps::rehearse(
                context,
                &id,
                Command::Interim {
                    channel: Channel::Here,
                    content,
                },
            )?;
            if case.level == Level::StatusOnly && !status_only {
                status_only = true;
                context.terminal.status(&context.texts.tr(
                    "status-nothing-to-write",
                    &[("id", case.id.to_string().into())],
                ));
            }
        }
        let outcome = match outcome {
            Some(outcome) => Some(outcome),
            None if interim => None,
            None => Some(choose(context, "prompt-outcome", "outcome")?),
        };
        let channel = match by {
            Some(channel) => channel,
            None if !missing.is_empty() => choose(context, "prompt-channel", "channel")?,
            None => Channel::Here,
        };
        let content = if status_only {
            FeedbackContent::StatusOnly
        } else {
            FeedbackContent::Full(
                Needed {
                    option: "WORDS",
                    typed: words,
                    edit,
                    question: "prompt-feedback",
                }
                .words(context)?,
            )
        };
        let command = match outcome {
            Some(outcome) => Command::Final {
                outcome,
                channel,
                content,
            },
            None => Command::Interim { channel, content },
        };
        steps::take(context, &id, command)
    }
}

fn choose<C: crate::domain::codes::CodeEnum>(
    context: &Context,
    question: &str,
    prefix: &str,
) -> Result<C, CliError> {
    let screen = context.screen();
    let choices = C::ALL
        .iter()
        .map(|choice| MenuItem {
            label: screen.label(prefix, *choice),
            value: *choice,
        })
        .collect();
    prompt::choose(&context.texts, question, choices, 0)
}
