//! `seinhuis register backup`

use std::path::PathBuf;

use clap::Args;

use crate::context::Context;
use crate::register::Access;
use crate::verbs::AnswerResult;
use crate::verbs::register::copy::{self, CopyUse};

/// Write the register, as it is now, to a new file that is whole by itself
///
/// Others can go on working meanwhile. The backup is looked through before it gets its name: when
/// something in the register is wrong, there is no backup, and the exit code is 9. Only you can
/// read the file; it holds words about families.
///
/// A copy made with other means is no backup: the newest signals may lie in the log beside the
/// register.
///
/// Example: seinhuis register backup /backup/seinhuis-2026-11-23.db
#[derive(Debug, Args)]
pub struct Backup {
    /// The new file
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

impl Backup {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        let from = context.register_address()?.place();
        let register = context.open(Access::Inspect)?;
        let copied = copy::copy(&register, &from, &self.file, CopyUse::Backup)?;
        Ok(Box::new(copied))
    }
}
