//! Why a register is not backed up, restored or salvaged, told.

use std::path::PathBuf;

use crate::exit_code::Exit;
use crate::output::error_report::ErrorReport;
use crate::output::escape;
use crate::output::i18n::Texts;
use crate::register::Place;

/// What stands in the way; nothing was made and nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotKept {
    /// Something is there already.
    Taken { path: PathBuf },
    /// Something is wrong with what was to be copied.
    Unsound { place: Place },
}

/// What stands in the way, and what to type instead.
#[must_use]
pub fn not_kept(not_kept: &NotKept, texts: &Texts) -> ErrorReport {
    match not_kept {
        NotKept::Taken { path } => ErrorReport::new(
            "file-exists",
            Exit::Usage,
            texts.tr(
                "error-register-there",
                &[("path", escape::line(&path.display().to_string()).into())],
            ),
        )
        .hint(texts.tr0("hint-register-there")),
        NotKept::Unsound { place } => {
            let path = escape::line(&place.to_string());
            ErrorReport::new(
                "register-unsound",
                Exit::RegisterUnfit,
                texts.tr("error-register-unsound", &[("path", (&path).into())]),
            )
            .hint(texts.tr("hint-register-unsound", &[("path", (&path).into())]))
        }
    }
}
