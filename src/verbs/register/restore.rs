//! `seinhuis register restore`

use std::path::PathBuf;

use clap::Args;

use crate::context::Context;
use crate::register::Access;
use crate::verbs::AnswerResult;
use crate::verbs::register::copy::{self, CopyUse};

/// Put a backup back as a register, in a new place
///
/// Nothing is ever overwritten: where --register says, there must be nothing yet. Move a damaged
/// register away first, together with what lies beside it (-wal and -shm). The backup is looked
/// through before the register appears; when it is not sound there is none, and the exit code is 9.
///
/// Receipts that were given before the backup stay valid. What was recorded after it is not in it.
///
/// Example: seinhuis register restore /backup/seinhuis-2026-11-23.db --register new.db
#[derive(Debug, Args)]
pub struct Restore {
    /// The backup
    #[arg(value_name = "BACKUP")]
    backup: PathBuf,
}

impl Restore {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        let address = context.register_address()?;
        let to = address.file()?;
        let from = self.backup.as_path();
        let backup = copy::open_file(from, Access::Inspect)?;
        let copied = copy::copy(&backup, &from.into(), to, CopyUse::Register)?;
        Ok(Box::new(copied))
    }
}
