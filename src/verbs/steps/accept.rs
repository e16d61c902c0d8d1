//! `seinhuis accept`

use clap::Args;

use crate::context::Context;
use crate::context::text_input;
use crate::domain::lifecycle::Command;
use crate::verbs::{AnswerResult, steps};

/// Take a signal on
///
/// You say that your organisation will follow it up. The sender's promise of feedback goes on
/// running. Of a signal that several claim, whoever accepts it first owns it.
///
/// Example: seinhuis accept K7M4 --contact "Els, 06-555 01 20"
#[derive(Debug, Args)]
pub struct Accept {
    /// The signal's number, or the first four characters of it
    #[arg(value_name = "SIGNAL")]
    id: String,
    /// The person whom the sender can reach: "Els, 06-555 01 20"
    #[arg(long, value_name = "CONTACT")]
    contact: Option<String>,
}

impl Accept {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        let contact = self.contact.as_deref();
        let contact = contact
            .map(|typed| text_input::contact_line("--contact", typed))
            .transpose()?;
        steps::take(context, &self.id, Command::Accept { contact })
    }
}
