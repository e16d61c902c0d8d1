//! `seinhuis register`: one file per task.

mod backup;
pub mod copy;
pub mod info;
mod restore;
pub mod salvage;
pub mod verify;

use clap::{Args, Subcommand};

use crate::context::Context;
use crate::verbs::AnswerResult;

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
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        match self.task {
            RegisterTask::Info(info) => info.run(context),
            RegisterTask::Verify(verify) => verify.run(context),
            RegisterTask::Backup(backup) => backup.run(context),
            RegisterTask::Restore(restore) => restore.run(context),
            RegisterTask::Salvage(salvage) => salvage.run(context),
        }
    }
}
