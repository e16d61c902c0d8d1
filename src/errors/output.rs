//! Why a picture or a page is not written.

use std::path::PathBuf;

use crate::errors::{path_text, usage};
use crate::output::error_report::ErrorReport;
use crate::output::i18n::Texts;
use crate::output::option_names::shown;

/// A picture or a page would replace something else. That was left as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputConflict {
    /// The option that gave the path.
    pub option: &'static str,
    pub path: PathBuf,
    /// What is at the path.
    pub existing: ProtectedFile,
    /// A path that is free, for the same option.
    pub free: PathBuf,
}

/// What is never overwritten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProtectedFile {
    /// A symbolic link, wherever it leads.
    Link,
    Folder,
    /// A pipe, a socket or a device.
    NoFile,
    /// An SQLite file, as a register is.
    Database,
    /// A file that seinhuis did not make, or made as something else.
    OtherFile,
}

#[must_use]
pub fn output_conflict(conflict: &OutputConflict, texts: &Texts) -> ErrorReport {
    let OutputConflict {
        option,
        path,
        existing,
        free,
    } = conflict;
    let key = match existing {
        ProtectedFile::Link => "error-in-the-way-link",
        ProtectedFile::Folder => "error-in-the-way-folder",
        ProtectedFile::NoFile => "error-in-the-way-no-file",
        ProtectedFile::Database => "error-in-the-way-database",
        ProtectedFile::OtherFile => "error-in-the-way-other-file",
    };
    let error = texts.tr1(key, "path", path_text(path));
    let args = [
        ("option", shown(option, texts).into()),
        ("free", path_text(free).into()),
    ];
    usage("file-exists", error).hint(texts.tr("hint-in-the-way", &args))
}
