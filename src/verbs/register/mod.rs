//! `seinhuis register`: one file per task.

mod backup;
pub mod copied;
pub mod info;
mod restore;
pub mod salvage;
pub mod verify;
mod whole;

use clap::{Args, Subcommand};

use crate::context::Context;
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;

/// Look after the register: what it holds, whether it is sound, backups
///
/// Example: seinhuis register info
#[derive(Debug, Args)]
pub struct RegisterTasks {
    #[command(subcommand)]
    task: RegisterTask,
}

#[derive(Debug, Subcommand)]
enum RegisterTask {
    Info(info::Info),
    #[command(visible_alias = "controleer")]
    Verify(verify::Verify),
    #[command(visible_alias = "reservekopie")]
    Backup(backup::Backup),
    #[command(visible_alias = "terugzetten")]
    Restore(restore::Restore),
    #[command(visible_alias = "redden")]
    Salvage(salvage::Salvage),
}

impl RegisterTasks {
    /// # Errors
    /// What the task says.
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        match self.task {
            RegisterTask::Info(info) => info.run(context),
            RegisterTask::Verify(verify) => verify.run(context),
            RegisterTask::Backup(backup) => backup.run(context),
            RegisterTask::Restore(restore) => restore.run(context),
            RegisterTask::Salvage(salvage) => salvage.run(context),
        }
    }
}
