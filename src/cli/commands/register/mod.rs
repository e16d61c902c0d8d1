//! `seinhuis register`: one file per task.

mod info;
mod verify;

use clap::{Args, Subcommand};

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::render::answer::Answer;

/// Look after the register: what it holds, and whether it is sound
///
/// Example: seinhuis register info
#[derive(Debug, Args)]
pub struct Register {
    #[command(subcommand)]
    task: RegisterTask,
}

#[derive(Debug, Subcommand)]
enum RegisterTask {
    Info(info::Info),
    #[command(visible_alias = "controleer")]
    Verify(verify::Verify),
}

impl Register {
    /// Does it.
    ///
    /// # Errors
    /// What the task says.
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, Failure> {
        match self.task {
            RegisterTask::Info(info) => info.run(context),
            RegisterTask::Verify(verify) => verify.run(context),
        }
    }
}
