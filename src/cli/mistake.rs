//! The mistakes on the command line, in the language of the screen.

use clap::CommandFactory as _;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::cli::args::Cli;
use crate::cli::help::command;
use crate::context::terminal::Terminal;
use crate::errors::cli_error::CliError;
use crate::exit_code::Exit;
use crate::output::answer::Format;
use crate::output::error_report::ErrorReport;
use crate::output::escape;
use crate::output::i18n::Texts;
use crate::output::wrap::wrapped;

/// Shows help or version when that was asked for; else tells the mistake. Danger goes first here
/// too.
pub fn describe(
    error: &clap::Error,
    typed: &[String],
    format: Format,
    texts: &Texts,
    terminal: &Terminal,
) -> Exit {
    let nothing_typed = typed.len() <= 1;
    if nothing_typed
        || matches!(
            error.kind(),
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
        )
    {
        let text = if nothing_typed {
            command(texts).render_help().to_string()
        } else {
            error.render().to_string()
        };
        let text = terminal
            .width()
            .map_or(text.clone(), |width| wrapped(&text, width));
        return match terminal.answer(&text) {
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Exit::Failed,
            Ok(()) | Err(_) if nothing_typed => Exit::Usage,
            Ok(()) | Err(_) => Exit::Done,
        };
    }
    let screen = crate::context::bare_screen(texts);
    crate::cli::danger_first(typed, &screen, terminal);
    let failure = CliError::Usage(Box::new(mistake(error, typed, texts)));
    terminal.show_error(&failure.error_report(&screen), format, &screen)
}

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "clap's kinds are not ours, and may become more"
)]
fn mistake(error: &clap::Error, typed: &[String], texts: &Texts) -> ErrorReport {
    let describe = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => escape::line(text),
        Some(ContextValue::Strings(texts)) => escape::line(&texts.join(", ")),
        Some(ContextValue::StyledStr(text)) => escape::line(&text.to_string()),
        _ => String::new(),
    };
    let argument = describe(ContextKind::InvalidArg);
    // `--urgency`, without the name of its value.
    let bare = |told: String| {
        if told.starts_with('-') {
            told.split([' ', '=']).next().unwrap_or_default().to_owned()
        } else {
            told
        }
    };
    let option = ("option", bare(argument.clone()).into());
    let (kind, sentence) = match error.kind() {
        // What is no option may be words about a family, typed without quotes: they are not
        // repeated.
        ErrorKind::UnknownArgument if !argument.starts_with('-') => {
            ("stray-word", texts.tr0("usage-stray-word"))
        }
        ErrorKind::UnknownArgument => (
            "unknown-option",
            texts.tr("usage-unknown-option", &[("typed", bare(argument).into())]),
        ),
        ErrorKind::InvalidSubcommand => match one_word(describe(ContextKind::InvalidSubcommand)) {
            Some(typed) => (
                "unknown-command",
                texts.tr("usage-unknown-command", &[("typed", typed.into())]),
            ),
            None => ("unknown-command", texts.tr0("usage-unknown-command-unsaid")),
        },
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            ("missing-command", texts.tr0("usage-missing-command"))
        }
        ErrorKind::MissingRequiredArgument => (
            "missing",
            texts.tr(
                "usage-missing",
                &[("names", argument.replace("...", "").into())],
            ),
        ),
        ErrorKind::InvalidValue if describe(ContextKind::InvalidValue).is_empty() => {
            ("no-value", texts.tr("usage-no-value", &[option]))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            match one_word(describe(ContextKind::InvalidValue)) {
                Some(typed) => (
                    "bad-value",
                    texts.tr("usage-bad-choice", &[("typed", typed.into()), option]),
                ),
                None => ("bad-value", texts.tr("usage-bad-choice-unsaid", &[option])),
            }
        }
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            ("no-value", texts.tr("usage-no-value", &[option]))
        }
        ErrorKind::TooManyValues => ("too-many", texts.tr("usage-too-many", &[option])),
        ErrorKind::ArgumentConflict => {
            let other = describe(ContextKind::PriorArg);
            if other == describe(ContextKind::InvalidArg) {
                ("repeated", texts.tr("usage-repeated", &[option]))
            } else {
                (
                    "conflict",
                    texts.tr("usage-conflict", &[option, ("other", bare(other).into())]),
                )
            }
        }
        _ => ("usage", texts.tr0("usage-other")),
    };
    let mut error_report = ErrorReport::new(kind, Exit::Usage, sentence);
    // Of several, clap puts the nearest last.
    let nearest = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts
            .last()
            .map(|text| escape::line(text))
            .unwrap_or_default(),
        _ => describe(kind),
    };
    let near = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ]
    .map(nearest);
    if let Some(near) = near.iter().find(|near| !near.is_empty()) {
        error_report = error_report.hint(texts.tr("hint-did-you-mean", &[("near", near.into())]));
    }
    let values = describe(ContextKind::ValidValue);
    if !values.is_empty() {
        error_report = error_report.hint(texts.tr("hint-one-of", &[("known", values.into())]));
    }
    error_report.hint(
        texts
            .tr("usage-hint-help", &[("command", verbs(typed).into())])
            .replace("  ", " "),
    )
}

/// The verbs that were typed, as they were typed: `transfer propose`.
fn verbs(typed: &[String]) -> String {
    let cli = Cli::command();
    let (mut at, mut verbs) = (&cli, Vec::new());
    for word in typed.iter().skip(1) {
        if let Some(below) = at.find_subcommand(word) {
            (at, verbs) = (below, [verbs, vec![word.as_str()]].concat());
        }
    }
    verbs.join(" ")
}

/// What was typed, when it is one word: more of them may be words about a family, and are not
/// repeated.
fn one_word(typed: String) -> Option<String> {
    (typed.chars().count() <= 40 && !typed.contains(char::is_whitespace)).then_some(typed)
}
