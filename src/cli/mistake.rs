//! Mistakes on the command line, in the language of the screen.

use clap::CommandFactory as _;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::cli::args::Cli;
use crate::cli::help::command;
use crate::context::terminal::Terminal;
use crate::errors::cli_error::CliError;
use crate::exit_code::Exit;
use crate::output::answer::Format;
use crate::output::choice_names::{key, name_and_code, typed_name};
use crate::output::error_report::ErrorReport;
use crate::output::escape;
use crate::output::i18n::{Language, Texts};
use crate::output::option_names;
use crate::output::wrap::wrapped;

/// Shows help or the version if asked for, else the mistake. Danger goes first here too.
pub fn show(
    error: &clap::Error,
    typed: &[String],
    format: Format,
    texts: &Texts,
    terminal: &Terminal,
) -> Exit {
    if typed.len() <= 1 {
        return show_text(
            &command(texts).render_help().to_string(),
            terminal,
            Exit::Usage,
        );
    }
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        return show_text(&error.render().to_string(), terminal, Exit::Done);
    }
    let screen = crate::context::bare_screen(texts);
    crate::cli::warn_of_danger(typed, &screen, terminal);
    let error = CliError::Usage(Box::new(mistake(error, typed, texts)));
    terminal.show_error(&error.error_report(&screen), format, &screen)
}

fn show_text(text: &str, terminal: &Terminal, exit: Exit) -> Exit {
    let text = match terminal.width() {
        Some(width) => wrapped(text, width),
        None => text.to_owned(),
    };
    match terminal.answer(&text) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Exit::Failed,
        Ok(()) | Err(_) => exit,
    }
}

fn mistake(error: &clap::Error, typed: &[String], texts: &Texts) -> ErrorReport {
    let (kind, sentence) = kind_and_sentence(error, texts);
    let mut report = ErrorReport::new(kind, Exit::Usage, sentence);
    let near = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ]
    .map(|kind| nearest(error, kind));
    let choices = context_text(error, ContextKind::Custom);
    if let Some(near) = near.iter().find(|near| !near.is_empty()) {
        let near = if choices.is_empty() {
            option_names::shown(near, texts)
        } else {
            typed_name(near, &key(&choices, near), texts)
        };
        report = report.hint(texts.tr1("hint-did-you-mean", "near", near));
    }
    let values = valid_values(error, &choices, texts);
    if !values.is_empty() {
        report = report.hint(texts.tr1("hint-one-of", "known", values));
    }
    let hint = texts.tr1("usage-hint-help", "command", verbs(typed, texts.language()));
    report.hint(hint.replace("  ", " "))
}

/// The values that an option takes. `choices` is the key of their names; empty when they have none.
fn valid_values(error: &clap::Error, choices: &str, texts: &Texts) -> String {
    let Some(ContextValue::Strings(codes)) = error.get(ContextKind::ValidValue) else {
        return String::new();
    };
    let shown: Vec<String> = codes
        .iter()
        .map(|code| match choices {
            "" => escape::line(code),
            choices => name_and_code(code, &key(choices, code), texts),
        })
        .collect();
    shown.join(", ")
}

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "clap's kinds are not ours, and may become more"
)]
fn kind_and_sentence(error: &clap::Error, texts: &Texts) -> (&'static str, String) {
    let argument = context_text(error, ContextKind::InvalidArg);
    let option = ("option", option_name(&argument).into());
    match error.kind() {
        // A word that is no option may be about a family, typed without quotes: do not repeat it.
        ErrorKind::UnknownArgument if !argument.starts_with('-') => {
            ("stray-word", texts.tr0("usage-stray-word"))
        }
        ErrorKind::UnknownArgument => (
            "unknown-option",
            texts.tr1("usage-unknown-option", "typed", option_name(&argument)),
        ),
        ErrorKind::InvalidSubcommand => {
            let typed = context_text(error, ContextKind::InvalidSubcommand);
            let sentence = if is_one_word(&typed) {
                texts.tr1("usage-unknown-command", "typed", typed)
            } else {
                texts.tr0("usage-unknown-command-unsaid")
            };
            ("unknown-command", sentence)
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            ("missing-command", texts.tr0("usage-missing-command"))
        }
        ErrorKind::MissingRequiredArgument => (
            "missing",
            texts.tr1("usage-missing", "names", argument.replace("...", "")),
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let typed = context_text(error, ContextKind::InvalidValue);
            if error.kind() == ErrorKind::InvalidValue && typed.is_empty() {
                ("no-value", texts.tr("usage-no-value", &[option]))
            } else if is_one_word(&typed) {
                let args = [("typed", typed.into()), option];
                ("bad-value", texts.tr("usage-bad-choice", &args))
            } else {
                ("bad-value", texts.tr("usage-bad-choice-unsaid", &[option]))
            }
        }
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            ("no-value", texts.tr("usage-no-value", &[option]))
        }
        ErrorKind::TooManyValues => ("too-many", texts.tr("usage-too-many", &[option])),
        ErrorKind::ArgumentConflict => {
            let other = context_text(error, ContextKind::PriorArg);
            if other == argument {
                ("repeated", texts.tr("usage-repeated", &[option]))
            } else {
                let args = [option, ("other", option_name(&other).into())];
                ("conflict", texts.tr("usage-conflict", &args))
            }
        }
        _ => ("usage", texts.tr0("usage-other")),
    }
}

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "clap's kinds are not ours, and may become more"
)]
fn context_text(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => escape::line(text),
        Some(ContextValue::Strings(texts)) => escape::line(&texts.join(", ")),
        Some(ContextValue::StyledStr(text)) => escape::line(&text.to_string()),
        _ => String::new(),
    }
}

/// Of several suggestions, clap puts the nearest last.
fn nearest(error: &clap::Error, kind: ContextKind) -> String {
    if let Some(ContextValue::Strings(texts)) = error.get(kind) {
        return texts
            .last()
            .map(|text| escape::line(text))
            .unwrap_or_default();
    }
    context_text(error, kind)
}

/// `--urgency`, without the name of its value.
fn option_name(argument: &str) -> &str {
    if argument.starts_with('-') {
        argument.split([' ', '=']).next().unwrap_or_default()
    } else {
        argument
    }
}

/// The verbs that were typed, as this language calls them: `transfer propose`.
fn verbs(typed: &[String], language: Language) -> String {
    let cli = Cli::command();
    let (mut command, mut verbs) = (&cli, Vec::new());
    for word in typed.iter().skip(1) {
        if let Some(below) = command.find_subcommand(word) {
            command = below;
            let dutch = below.get_visible_aliases().next();
            verbs.push(match language {
                Language::Nl => dutch.unwrap_or(below.get_name()),
                Language::En => below.get_name(),
            });
        }
    }
    verbs.join(" ")
}

/// More than one word may be about a family, and is not repeated.
fn is_one_word(typed: &str) -> bool {
    typed.chars().count() <= 40 && !typed.contains(char::is_whitespace)
}
