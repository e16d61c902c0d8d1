//! Why a register is not backed up, restored or salvaged.

use std::path::PathBuf;

use crate::errors::{path_text, usage};
use crate::exit_code::Exit;
use crate::output::error_report::ErrorReport;
use crate::output::escape;
use crate::output::i18n::Texts;
use crate::register::Place;

/// Why no copy was made. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyError {
    /// Something is already at that path.
    Exists { path: PathBuf },
    /// The register to copy is not sound.
    Unsound { place: Place },
}

#[must_use]
pub fn register_copy(error: &CopyError, texts: &Texts) -> ErrorReport {
    match error {
        CopyError::Exists { path } => usage(
            "file-exists",
            texts.tr1("error-register-there", "path", path_text(path)),
        )
        .hint(texts.tr0("hint-register-there")),
        CopyError::Unsound { place } => {
            let path = [("path", escape::line(&place.to_string()).into())];
            ErrorReport::new(
                "register-unsound",
                Exit::RegisterUnfit,
                texts.tr("error-register-unsound", &path),
            )
            .hint(texts.tr("hint-register-unsound", &path))
        }
    }
}
