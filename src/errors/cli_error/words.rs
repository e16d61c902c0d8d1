//! Words that cannot be recorded, and the option that they were typed behind.

use crate::domain::words::{Words, WordsRefused};
use crate::errors::usage;
use crate::output::error_report::ErrorReport;
use crate::output::option_names;
use crate::output::screen::RenderContext;

/// An option as it is typed in this language; the name of a value (`WORDS`) as the help of this language calls it.
pub(crate) fn option_text(option: &str, screen: &RenderContext<'_>) -> String {
    let parts: Vec<String> = option
        .split(' ')
        .map(|part| option_part(part, screen))
        .collect();
    parts.join(" ")
}

fn option_part(part: &str, screen: &RenderContext<'_>) -> String {
    if part == "/" {
        screen.tr0("or")
    } else if !part.is_empty() && part.chars().all(char::is_uppercase) {
        screen.tr0(&format!("value-{}", part.to_lowercase()))
    } else {
        option_names::shown(part, screen.texts)
    }
}

/// The error without its reason.
pub(crate) fn words_error(
    option: &str,
    kind: &'static str,
    screen: &RenderContext<'_>,
) -> ErrorReport {
    usage(
        kind,
        screen.tr1("error-words", "option", option_text(option, screen)),
    )
}

pub(crate) fn words_refused(
    option: &str,
    refused: WordsRefused,
    screen: &RenderContext<'_>,
) -> ErrorReport {
    let report =
        words_error(option, words_kind(refused), screen).because(refused_text(refused, screen));
    match refused {
        WordsRefused::Empty => report,
        WordsRefused::TooLong { .. } => report.hint(screen.tr0("hint-words-too-long")),
        WordsRefused::ControlCharacter
        | WordsRefused::HiddenCharacter
        | WordsRefused::CombiningMarks => report.hint(screen.tr0("hint-type-again")),
        WordsRefused::Bsn => report.hint(screen.tr0("hint-no-bsn")),
    }
}

/// The stable code of a reason, for scripts.
pub(crate) fn words_kind(refused: WordsRefused) -> &'static str {
    match refused {
        WordsRefused::Empty => "words-empty",
        WordsRefused::TooLong { .. } => "words-too-long",
        WordsRefused::ControlCharacter => "words-control-character",
        WordsRefused::HiddenCharacter => "words-hidden-character",
        WordsRefused::CombiningMarks => "words-combining-marks",
        WordsRefused::Bsn => "words-bsn",
    }
}

pub(crate) fn refused_text(refused: WordsRefused, screen: &RenderContext<'_>) -> String {
    match refused {
        WordsRefused::Empty => screen.tr0("words-empty"),
        WordsRefused::TooLong { characters, most } => {
            let args = [("characters", characters.into()), ("most", most.into())];
            screen.tr("words-too-long", &args)
        }
        WordsRefused::ControlCharacter => screen.tr0("words-control"),
        WordsRefused::HiddenCharacter => screen.tr0("words-hidden"),
        WordsRefused::CombiningMarks => screen.tr0("words-combining"),
        WordsRefused::Bsn => screen.tr0("words-bsn"),
    }
}

/// So long that it was not read to the end.
pub(super) fn too_long(option: &str, screen: &RenderContext<'_>) -> ErrorReport {
    words_error(option, "words-too-long", screen)
        .because(screen.tr1("words-far-too-long", "most", Words::MAX))
        .hint(screen.tr0("hint-words-too-long"))
}
