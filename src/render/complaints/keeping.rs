//! Why a register is not backed up, restored or salvaged, told.

use std::path::{Path, PathBuf};

use crate::exit_code::Exit;
use crate::render::complaint::Complaint;
use crate::render::harmless;
use crate::render::texts::Texts;

/// What stands in the way; nothing was made and nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotKept {
    /// Something is there already.
    Taken {
        /// Which.
        path: PathBuf,
    },
    /// Something is wrong with what was to be copied.
    Unsound {
        /// Which.
        path: PathBuf,
    },
}

/// What stands in the way, and what to type instead.
#[must_use]
pub fn not_kept(not_kept: &NotKept, texts: &Texts) -> Complaint {
    let shown = |path: &Path| harmless::line(&path.display().to_string());
    match not_kept {
        NotKept::Taken { path } => Complaint::new(
            "file-exists",
            Exit::Usage,
            texts.say("error-register-there", &[("path", shown(path).into())]),
        )
        .hint(texts.plain("hint-register-there")),
        NotKept::Unsound { path } => {
            let path = shown(path);
            Complaint::new(
                "register-unsound",
                Exit::RegisterUnfit,
                texts.say("error-register-unsound", &[("path", (&path).into())]),
            )
            .hint(texts.say("hint-register-unsound", &[("path", (&path).into())]))
        }
    }
}
