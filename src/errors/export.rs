//! Why signals are not exported in the way that was asked, told.

use std::path::PathBuf;

use crate::domain::codes::OrganisationId;
use crate::exit_code::Exit;
use crate::output::error_report::ErrorReport;
use crate::output::escape;
use crate::output::i18n::Texts;

/// What stands in the way of an export; nothing was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotThus {
    /// Nothing says in which form.
    NoForm,
    /// Something of that name is there already.
    FileExists { path: PathBuf },
    /// What people wrote would stand on the screen.
    WordsOnScreen,
    /// Another than the coordinator asks for the words of the whole register.
    WordsForCoordinator {
        /// Who is the coordinator.
        coordinator: OrganisationId,
    },
    /// Events were asked for where they always are.
    EventsAreInIt,
    /// More signals or events than a sheet of a workbook holds.
    TooManyRows { rows: u64 },
}

/// What stands in the way, and what to type instead.
#[must_use]
pub fn not_thus(not_thus: &NotThus, texts: &Texts) -> ErrorReport {
    let usage = |kind, text: String| ErrorReport::new(kind, Exit::Usage, text);
    match not_thus {
        NotThus::NoForm => {
            usage("no-form", texts.tr0("error-export-form")).hint(texts.tr0("hint-export-form"))
        }
        NotThus::FileExists { path } => {
            let path = escape::line(&path.display().to_string());
            usage(
                "file-exists",
                texts.tr("error-file-exists", &[("path", path.into())]),
            )
            .hint(texts.tr0("hint-file-exists"))
        }
        NotThus::WordsOnScreen => usage("words-on-screen", texts.tr0("error-words-on-screen"))
            .hint(texts.tr0("hint-words-on-screen")),
        NotThus::WordsForCoordinator { coordinator } => {
            let args = [("coordinator", coordinator.as_str().into())];
            ErrorReport::new(
                "words-for-coordinator",
                Exit::Refused,
                texts.tr0("error-words-for-coordinator"),
            )
            .hint(texts.tr("hint-words-for-coordinator", &args))
        }
        NotThus::EventsAreInIt => usage("events-are-in-it", texts.tr0("error-events-are-in-it"))
            .hint(texts.tr0("hint-events-are-in-it")),
        NotThus::TooManyRows { rows } => {
            let args = [("rows", (*rows).into())];
            usage("too-many-rows", texts.tr("error-too-many-rows", &args))
                .hint(texts.tr0("hint-too-many-rows"))
        }
    }
}
