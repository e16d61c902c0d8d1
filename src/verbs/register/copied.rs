//! The answers to `register backup` and `register restore`: what was copied, and where it is now.

use serde::Serialize;

use crate::output::answer::Answer;
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::register::Receipt;

/// A register that was copied and looked through.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CopyView {
    /// Where the copy is.
    pub place: String,
    /// Where the register is that was copied.
    pub of: String,
    pub signals: u64,
    pub steps: u64,
    /// Of the last step.
    pub receipt: Option<Receipt>,
    #[serde(skip)]
    pub copy_use: CopyUse,
}

/// What the copy is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyUse {
    Backup,
    /// A register to work with.
    Register,
}

impl Answer for CopyView {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let args = [
            ("from", escape::line(&self.of).into()),
            ("to", escape::line(&self.place).into()),
            ("signals", self.signals.into()),
            ("steps", self.steps.into()),
        ];
        let (made, now) = match self.copy_use {
            CopyUse::Backup => ("kept-backup", "kept-backup-now"),
            CopyUse::Register => ("kept-register", "kept-register-now"),
        };
        let mut text = vec![screen.tr(made, &args), screen.tr(now, &args)];
        text.extend(
            self.receipt
                .map(|last| screen.tr("kept-receipt", &[("receipt", last.to_string().into())])),
        );
        text.join("\n")
    }
}
