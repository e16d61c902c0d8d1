//! `seinhuis register salvage`

pub mod answer;

use std::path::{Path, PathBuf};

use clap::Args;

use crate::context::Context;
use crate::context::fault;
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;
use crate::register::{Access, Address, Receipt, Register, RegisterError, SalvageReport};
use crate::verbs::register::salvage::answer::SalvageView;
use crate::verbs::register::whole;

/// Take over from a damaged register what is sound, into a new one
///
/// For when there is no good backup. Each signal that can be read and is as it was recorded is
/// taken over with its whole history; each other is listed with why it is not. The old register is
/// not changed: keep it.
///
/// The new register gives new receipts: those of the old one do not hold for it. It ends with exit
/// code 9 when not everything was taken over.
///
/// Example: seinhuis register salvage damaged.db new.db
#[derive(Debug, Args)]
pub struct Salvage {
    /// The damaged register
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The new register
    #[arg(value_name = "NEW")]
    new: PathBuf,
}

impl Salvage {
    /// # Errors
    /// A register that is there already or cannot be written, or one of which nothing can be read.
    pub fn run(self, _context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let Self { old, new } = self;
        let mut damaged = whole::opened(&old, Access::Salvage)?;
        let made = whole::begin(&new)?;
        let (salvaged, receipt) =
            take_over(&mut damaged, made.meanwhile()).map_err(CliError::Register)?;
        whole::finish(made, &new)?;
        Ok(Box::new(SalvageView::new(&old, &new, salvaged, receipt)))
    }
}

/// Takes over what is sound into the file `new`; gives the last receipt that holds there.
fn take_over(
    damaged: &mut Register,
    new: &Path,
) -> Result<(SalvageReport, Option<Receipt>), RegisterError> {
    fault::may_have_recorded();
    let clock = damaged.made_by();
    let mut register = Register::open(&Address::File(new.to_owned()), Access::Write(clock))?;
    let salvaged = damaged.salvage(&mut register)?;
    let receipt = register.verify(&[])?.last;
    register.checkpoint_and_close()?;
    Ok((salvaged, receipt))
}
