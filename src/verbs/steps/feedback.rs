//! `seinhuis feedback`

use clap::Args;

use crate::context::Context;
use crate::context::args::choice_parser;
use crate::context::prompt;
use crate::context::text_input::{self, WordsInput, cause_text};
use crate::domain::event::{Channel, Level, Outcome};
use crate::domain::lifecycle::{Command, FeedbackContent, Recipient};
use crate::errors::cli_error::CliError;
use crate::output::choice_names::NamedChoice;
use crate::verbs::steps::SignalNow;
use crate::verbs::{AnswerResult, steps};

/// Tell the sender what became of a signal
///
/// With --interim you tell how far it is; the promise goes on running. Otherwise it is final: it
/// has an outcome, and the sender says whether it is right. May you only say that something is
/// done, not what? Say so openly with --status-only. At a terminal it asks for what is missing.
/// Was it handed over? Then say to whom with --to.
///
/// Example: seinhuis feedback K7M4 --outcome help-started --by phone "She has an appointment on
/// Thursday"
#[derive(Debug, Args)]
pub struct Feedback {
    /// The signal's number, or the first four characters of it
    #[arg(value_name = "SIGNAL")]
    id: String,
    /// What became of it
    #[arg(long, short, value_name = "OUTCOME", value_parser = choice_parser::<Outcome>(), conflicts_with = "interim")]
    outcome: Option<Outcome>,
    /// How you tell the sender
    #[arg(long, short, value_name = "CHANNEL", value_parser = choice_parser::<Channel>())]
    by: Option<Channel>,
    /// To whom it was handed over: an organisation, or words such as "the GP"
    #[arg(long, value_name = "RECIPIENT", conflicts_with = "interim")]
    to: Option<String>,
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
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        let missing = self.missing();
        if !context.terminal.may_ask() && !missing.is_empty() {
            return Err(CliError::Missing(missing));
        }
        let mut status_only = self.status_only;
        if !missing.is_empty() || self.edit {
            status_only |= self.only_status_allowed(context)?;
        }
        let outcome = match self.outcome {
            Some(outcome) => Some(outcome),
            None if self.interim => None,
            None => Some(choose(context, "prompt-outcome", Outcome::TakenUp)?),
        };
        let handed_to = match &self.to {
            Some(typed) => Some(recipient(context, typed)?),
            None if outcome == Some(Outcome::HandedOver) && !missing.is_empty() => {
                let recipient = prompt::ask(
                    &context.texts,
                    "prompt-handed-to",
                    "prompt-help-handed-to",
                    |typed| recipient(context, typed).map_err(|error| cause_text(context, &error)),
                )?;
                Some(recipient)
            }
            None => None,
        };
        let channel = match self.by {
            Some(channel) => channel,
            None if !missing.is_empty() => choose(context, "prompt-channel", Channel::Phone)?,
            None => Channel::Here,
        };
        let content = if status_only {
            FeedbackContent::StatusOnly
        } else {
            let words = WordsInput::words(self.words, self.edit, "prompt-feedback");
            FeedbackContent::Full(words.read(context)?)
        };
        let command = match outcome {
            Some(outcome) => Command::Final {
                outcome,
                handed_to,
                channel,
                content,
            },
            None => Command::Interim { channel, content },
        };
        let mut without_address = None;
        let answer = steps::take_with(context, &self.id, |now| {
            without_address = sender_without_address(now, channel);
            Ok(command)
        })?;
        if let Some(sender) = without_address {
            let text = context.texts.tr1("status-no-address", "sender", sender);
            context.terminal.status(&context.warning(&text));
        }
        Ok(answer)
    }

    fn missing(&self) -> Vec<&'static str> {
        let mut missing = Vec::new();
        if self.outcome.is_none() && !self.interim {
            missing.push("--outcome");
        }
        if !self.status_only && self.words.is_none() && !self.edit {
            missing.push("--status-only / WORDS");
        }
        missing
    }

    /// Rehearses the step before any question, so that nobody answers in vain or writes words that
    /// may not be told. Says so when the sender may hear no more than the status.
    fn only_status_allowed(&self, context: &Context) -> Result<bool, CliError> {
        let content = if self.words.is_some() || self.edit {
            FeedbackContent::Full(steps::placeholder_words())
        } else {
            FeedbackContent::StatusOnly
        };
        let command = Command::Interim {
            channel: Channel::Here,
            content,
        };
        let signal = steps::rehearse(context, &self.id, |_| command)?;
        let only_status = signal.level == Level::StatusOnly;
        if only_status && !self.status_only {
            let status = context
                .texts
                .tr1("status-nothing-to-write", "id", signal.id.to_string());
            context.terminal.status(&status);
        }
        Ok(only_status)
    }
}

/// The name of the sender, when she is told by e-mail and the map has no address of her: it may not
/// have reached her.
fn sender_without_address(now: &SignalNow<'_>, channel: Channel) -> Option<String> {
    let sender = &now.signal.sender;
    let contact = now
        .map
        .organisation(sender)
        .and_then(|sender| sender.contact.as_ref());
    let has_address = contact.is_some_and(|contact| contact.email.is_some());
    (channel == Channel::Email && !has_address).then(|| now.map.name_of(sender).to_owned())
}

/// An organisation of the map, or somebody in words. One word is an organisation: a code that was
/// mistyped must not become words.
fn recipient(context: &Context, typed: &str) -> Result<Recipient, CliError> {
    match context.organisation("--to", typed) {
        Err(_) if typed.trim().contains(' ') => {
            text_input::read_words(context, "--to", typed).map(Recipient::Named)
        }
        found => found.map(Recipient::Organisation),
    }
}

fn choose<C: NamedChoice>(context: &Context, question: &str, start: C) -> Result<C, CliError> {
    prompt::choose_named(&context.texts, question, C::KEY, start)
}
