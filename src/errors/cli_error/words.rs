//! Words that cannot be recorded, and the option behind which they were typed.

use crate::domain::words::WordsRefused;
use crate::exit_code::Exit;
use crate::output::error_report::ErrorReport;
use crate::output::screen::RenderContext;

/// Options as they are typed, and the names of values (`WORDS`) as the help of this language calls
/// them.
pub(crate) fn option_text(option: &str, screen: &RenderContext<'_>) -> String {
    let word = |word: &str| match word {
        "/" => screen.tr0("or"),
        value if value.chars().all(char::is_uppercase) && !value.is_empty() => {
            screen.tr0(&format!("value-{}", value.to_lowercase()))
        }
        option => option.to_owned(),
    };
    option.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Words that cannot be recorded; why is still to be said.
pub(crate) fn unfit(option: &str, kind: &'static str, screen: &RenderContext<'_>) -> ErrorReport {
    ErrorReport::new(
        kind,
        Exit::Usage,
        screen.tr(
            "error-words",
            &[("option", option_text(option, screen).into())],
        ),
    )
}

/// The words that were typed behind this option cannot be recorded.
pub(crate) fn words(
    option: &str,
    refused: WordsRefused,
    screen: &RenderContext<'_>,
) -> ErrorReport {
    let error_report = |kind, key: &str, args: &[(&str, crate::output::i18n::Arg<'_>)]| {
        unfit(option, kind, screen).because(screen.tr(key, args))
    };
    match refused {
        WordsRefused::Empty => error_report("words-empty", "words-empty", &[]),
        WordsRefused::TooLong { characters, most } => error_report(
            "words-too-long",
            "words-too-long",
            &[("characters", characters.into()), ("most", most.into())],
        )
        .hint(screen.tr0("hint-words-too-long")),
        WordsRefused::ControlCharacter => {
            error_report("words-control-character", "words-control", &[])
                .hint(screen.tr0("hint-type-again"))
        }
        WordsRefused::HiddenCharacter => {
            error_report("words-hidden-character", "words-hidden", &[])
                .hint(screen.tr0("hint-type-again"))
        }
        WordsRefused::CombiningMarks => {
            error_report("words-combining-marks", "words-combining", &[])
                .hint(screen.tr0("hint-type-again"))
        }
        WordsRefused::Bsn => {
            error_report("words-bsn", "words-bsn", &[]).hint(screen.tr0("hint-no-bsn"))
        }
    }
}
