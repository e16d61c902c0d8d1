//! `seinhuis involve`

use clap::Args;

use super::step;
use crate::cli::cli_error::CliError;
use crate::cli::context::Context;
use crate::domain::lifecycle::Command;
use crate::render::answer::Answer;

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
    /// Does it.
    ///
    /// # Errors
    /// See [`step::take`].
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let Self { id, organisation } = self;
        let organisation = context.organisation("--organisation", &organisation)?;
        step::take(context, &id, Command::Involve { organisation })
    }
}
