//! Why a picture or a page is not written where it was to stand, told.

use std::path::PathBuf;

use crate::exit_code::Exit;
use crate::output::error_report::ErrorReport;
use crate::output::escape;
use crate::output::i18n::Texts;

/// Something stands where a picture or a page was to be written. It was left as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InTheWay {
    /// Behind which option the place was given.
    pub option: &'static str,
    /// The place.
    pub path: PathBuf,
    pub there: ProtectedFile,
    /// What can be typed behind the option instead: nothing has that name.
    pub free: PathBuf,
}

/// What is never written over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProtectedFile {
    /// A link, wherever it leads.
    Link,
    /// A folder.
    Folder,
    /// A pipe, a socket or a device.
    NoFile,
    /// An SQLite file, as a register is.
    Database,
    /// A file that is not of the same kind, made by seinhuis.
    OtherFile,
}

/// What stands in the way, and what to type instead.
#[must_use]
pub fn in_the_way(in_the_way: &InTheWay, texts: &Texts) -> ErrorReport {
    let InTheWay {
        option,
        path,
        there,
        free,
    } = in_the_way;
    let key = match there {
        ProtectedFile::Link => "error-in-the-way-link",
        ProtectedFile::Folder => "error-in-the-way-folder",
        ProtectedFile::NoFile => "error-in-the-way-no-file",
        ProtectedFile::Database => "error-in-the-way-database",
        ProtectedFile::OtherFile => "error-in-the-way-other-file",
    };
    let path = escape::line(&path.to_string_lossy());
    let free = escape::line(&free.to_string_lossy());
    ErrorReport::new(
        "file-exists",
        Exit::Usage,
        texts.tr(key, &[("path", path.into())]),
    )
    .hint(texts.tr(
        "hint-in-the-way",
        &[("option", (*option).into()), ("free", free.into())],
    ))
}
