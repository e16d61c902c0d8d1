//! The answers to `register backup` and `register restore`: what was copied, and where it is now.

use serde_json::{Value, json};

use crate::output::answer::{Answer, Data};
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::register::Verified;

/// A register that was copied and looked through.
#[derive(Debug)]
pub struct Copied {
    /// CopyUse was copied.
    pub from: String,
    /// Where the copy is.
    pub to: String,
    /// CopyUse it holds; it is sound.
    pub verified: Verified,
}

/// CopyUse the copy is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyUse {
    /// A backup.
    Backup,
    /// A register to work with.
    Register,
}

/// That it was made.
#[derive(Debug)]
pub struct CopyView {
    /// CopyUse it is.
    pub what: CopyUse,
    /// Of what, and where.
    pub copied: Copied,
}

impl Data for CopyView {
    fn json(&self) -> Value {
        let Copied {
            from,
            to,
            verified:
                Verified {
                    signals,
                    steps,
                    last,
                    findings: _,
                    more: _,
                    receipts: _,
                },
        } = &self.copied;
        json!({ "place": to, "of": from, "signals": signals, "steps": steps, "receipt": last.map(|receipt| receipt.to_string()) })
    }
}

impl Answer for CopyView {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let Copied {
            from,
            to,
            verified:
                Verified {
                    signals,
                    steps,
                    last,
                    findings: _,
                    more: _,
                    receipts: _,
                },
        } = &self.copied;
        let args = [
            ("from", escape::line(from).into()),
            ("to", escape::line(to).into()),
            ("signals", (*signals).into()),
            ("steps", (*steps).into()),
        ];
        let (made, now) = match self.what {
            CopyUse::Backup => ("kept-backup", "kept-backup-now"),
            CopyUse::Register => ("kept-register", "kept-register-now"),
        };
        let mut said = vec![screen.tr(made, &args), screen.tr(now, &args)];
        said.extend(
            last.map(|last| screen.tr("kept-receipt", &[("receipt", last.to_string().into())])),
        );
        said.join("\n")
    }
}
