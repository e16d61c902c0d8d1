//! `seinhuis register verify`

pub mod answer;

use clap::Args;

use crate::context::Context;
use crate::context::args::parse_value;
use crate::register::{Access, Receipt};
use crate::verbs::AnswerResult;
use crate::verbs::register::verify::answer::VerifyView;

/// Look whether everything in the register is as it was recorded
///
/// It changes nothing, and others can go on working. Every row is held against its seal, every
/// signal against what happened to it, and the database checks itself. When something is wrong, it
/// says what and where, and ends with exit code 9.
///
/// The last steps can get lost without a trace, for example when an old copy was put back. Keep the
/// receipt that this tells, or that came with a report: with --receipt you see whether that step is
/// still there.
///
/// Example: seinhuis register verify --receipt 42-3f9a-c01b-77d2-0e5c
#[derive(Debug, Args)]
pub struct Verify {
    /// See whether the step of this receipt is still there; more than once for more of them
    #[arg(long = "receipt", value_name = "RECEIPT")]
    receipts: Vec<String>,
}

impl Verify {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        let receipts: Vec<Receipt> = self
            .receipts
            .iter()
            .map(|typed| parse_value(typed, "--receipt", "expected-receipt"))
            .collect::<Result<_, _>>()?;
        let path = context.register_address()?.place().to_string();
        let verified = context.open(Access::Inspect)?.verify(&receipts)?;
        Ok(Box::new(VerifyView::new(path, verified)))
    }
}
