//! Why an export is refused.

use std::path::PathBuf;

use crate::domain::codes::OrganisationId;
use crate::errors::{path_text, usage};
use crate::exit_code::Exit;
use crate::output::error_report::ErrorReport;
use crate::output::i18n::Texts;

/// What is wrong with an export; nothing was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportRefusal {
    /// No format was given, and the file name does not tell.
    NoFormat,
    /// The file already exists.
    FileExists { path: PathBuf },
    /// Words that people wrote would appear on the screen.
    WordsOnScreen,
    /// Only the privacy officer may be given all words of all signals; `None`: the map names none.
    WordsForPrivacyOfficer { officer: Option<OrganisationId> },
    /// Events were asked for in a format that always has them.
    EventsIncluded,
    /// More signals or events than a sheet of a workbook holds.
    TooManyRows { rows: u64 },
}

#[must_use]
pub fn export(error: &ExportRefusal, texts: &Texts) -> ErrorReport {
    match error {
        ExportRefusal::NoFormat => {
            usage("no-form", texts.tr0("error-export-form")).hint(texts.tr0("hint-export-form"))
        }
        ExportRefusal::FileExists { path } => usage(
            "file-exists",
            texts.tr1("error-file-exists", "path", path_text(path)),
        )
        .hint(texts.tr0("hint-file-exists")),
        ExportRefusal::WordsOnScreen => {
            usage("words-on-screen", texts.tr0("error-words-on-screen"))
                .hint(texts.tr0("hint-words-on-screen"))
        }
        ExportRefusal::WordsForPrivacyOfficer { officer } => {
            let error = texts.tr0("error-words-for-privacy-officer");
            let report = ErrorReport::new("words-for-privacy-officer", Exit::Refused, error);
            let report = match officer {
                Some(officer) => report.hint(texts.tr1(
                    "hint-words-for-privacy-officer",
                    "officer",
                    officer.as_str(),
                )),
                None => report.hint(texts.tr0("hint-no-privacy-officer")),
            };
            report.hint(texts.tr0("hint-own-words"))
        }
        ExportRefusal::EventsIncluded => {
            usage("events-are-in-it", texts.tr0("error-events-are-in-it"))
                .hint(texts.tr0("hint-events-are-in-it"))
        }
        ExportRefusal::TooManyRows { rows } => usage(
            "too-many-rows",
            texts.tr1("error-too-many-rows", "rows", *rows),
        )
        .hint(texts.tr0("hint-too-many-rows")),
    }
}
