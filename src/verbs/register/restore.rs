//! `seinhuis register restore`

use std::path::PathBuf;

use clap::Args;

use crate::context::Context;
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;
use crate::register::Access;
use crate::verbs::register::copied::CopyUse;
use crate::verbs::register::whole;

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
    /// # Errors
    /// A register that is there already or cannot be written, or a backup that is not sound or
    /// cannot be read.
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let address = context.register_address()?;
        let to = address.file().map_err(CliError::Register)?;
        let backup = whole::opened(&self.backup, Access::Inspect)?;
        let copied = whole::copy(
            &backup,
            &self.backup.as_path().into(),
            to,
            CopyUse::Register,
        )?;
        Ok(Box::new(copied))
    }
}
