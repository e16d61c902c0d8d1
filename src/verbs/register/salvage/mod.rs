//! `seinhuis register salvage`

pub mod answer;

use std::path::{Path, PathBuf};

use clap::Args;

use crate::context::Context;
use crate::context::fault;
use crate::register::{Access, Address, Receipt, Register, RegisterError, SalvageReport};
use crate::verbs::AnswerResult;
use crate::verbs::register::copy;
use crate::verbs::register::salvage::answer::SalvageView;

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
    pub fn run(self, _context: &Context) -> AnswerResult<'_> {
        let Self { old, new } = self;
        let mut damaged = copy::open_file(&old, Access::Salvage)?;
        let file = copy::begin(&new)?;
        let (salvaged, receipt) = salvage(&mut damaged, file.temporary_path())?;
        copy::finish(file, &new)?;
        Ok(Box::new(SalvageView::new(&old, &new, salvaged, receipt)))
    }
}

/// Copies what is sound into the file `new`; returns its last receipt too.
fn salvage(
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
