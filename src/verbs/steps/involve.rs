//! `seinhuis involve`

use clap::Args;

use crate::context::Context;
use crate::domain::lifecycle::Command;
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;
use crate::verbs::steps;

/// Let one more organisation read and add
///
/// The owner stays. Those involved read what was written and can reply.
///
/// Example: seinhuis involve K7M4 --organisation schuldhulp-waterdam
#[derive(Debug, Args)]
pub struct Involve {
    /// The signal's number, or the first four characters of it
    #[arg(value_name = "SIGNAL")]
    id: String,
    /// The organisation that may read and add
    #[arg(long, short, value_name = "ORGANISATION")]
    organisation: String,
}

impl Involve {
    /// # Errors
    /// See [`steps::take`].
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let Self { id, organisation } = self;
        let organisation = context.organisation("--organisation", &organisation)?;
        steps::take(context, &id, Command::Involve { organisation })
    }
}
