//! Where words come from: the command line, standard input, an editor, or a question.

use std::io::{self, Read};
use std::process::Command;

use crate::context::Context;
use crate::context::prompt;
use crate::domain::words::{Words, WordsRefused};
use crate::errors::cli_error::CliError;
use crate::map_file::yaml;

/// More than any words may have; what is longer is refused without being read whole.
const MOST_BYTES: u64 = 64 * 1024;

/// Words that were typed behind `option`: as they stand, or from standard input for `-`.
///
/// # Errors
/// [`CliError::Words`] when they may not be stored; [`CliError::Input`] when standard input cannot be
/// read.
pub fn given(context: &Context, option: &'static str, typed: &str) -> Result<Words, CliError> {
    let text = if typed == "-" {
        read(option, io::stdin().lock())?
    } else {
        typed.to_owned()
    };
    accept(context, option, &text)
}

/// Words that must be there, and where they may come from.
pub struct Needed {
    /// The option or value that they stand behind.
    pub option: &'static str,
    /// What was typed.
    pub typed: Option<String>,
    /// Whether the editor was asked for.
    pub edit: bool,
    /// What a person at a terminal is asked.
    pub question: &'static str,
}

impl Needed {
    /// Whether a person is yet to write them, in the editor or as the answer to a question.
    #[must_use]
    pub fn are_unwritten(&self, context: &Context) -> bool {
        self.typed.is_none() && (self.edit || context.terminal.may_ask())
    }

    /// The words: those typed, else from the editor when asked for, else the answer to the question
    /// at a terminal.
    ///
    /// # Errors
    /// As [`given`]; [`CliError::Missing`] when nothing was typed and nobody is there to ask.
    pub fn words(self, context: &Context) -> Result<Words, CliError> {
        let Self {
            option,
            typed,
            edit,
            question,
        } = self;
        match typed {
            Some(typed) => given(context, option, &typed),
            None if edit => edited(context, option),
            None if context.terminal.may_ask() => {
                let read = |line: &str| Words::new(line).map_err(|refused| why(context, refused));
                let words = prompt::ask(&context.texts, question, "prompt-help-words", read)?;
                context.warn_of_personal(&words);
                Ok(words)
            }
            None => Err(CliError::Missing(vec![option])),
        }
    }
}

/// Words that may be there.
///
/// # Errors
/// As [`given`].
pub fn optional(
    context: &Context,
    option: &'static str,
    typed: Option<&str>,
) -> Result<Option<Words>, CliError> {
    typed.map(|typed| given(context, option, typed)).transpose()
}

/// Why words are refused, in one line for under a question.
#[must_use]
pub fn why(context: &Context, refused: WordsRefused) -> String {
    because(
        context,
        &CliError::Words {
            option: "",
            refused,
        },
    )
}

fn because(context: &Context, failure: &CliError) -> String {
    let error_report = failure.error_report(&context.screen());
    error_report
        .because
        .into_iter()
        .chain(error_report.hints)
        .collect::<Vec<_>>()
        .join(" ")
}

fn accept(context: &Context, option: &'static str, text: &str) -> Result<Words, CliError> {
    let words = Words::new(text).map_err(|refused| CliError::Words { option, refused })?;
    context.warn_of_personal(&words);
    Ok(words)
}

/// All the text that is to be had: one byte more than may be tells that it is too long, and then
/// none of it is used.
fn read(option: &'static str, from: impl Read) -> Result<String, CliError> {
    let mut bytes = Vec::new();
    from.take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(CliError::Input)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= MOST_BYTES) {
        decoded(&bytes)
    } else {
        Err(CliError::TooLong { option })
    }
}

/// UTF-8 with or without its mark; UTF-16 as PowerShell 5 writes it.
fn decoded(bytes: &[u8]) -> Result<String, CliError> {
    let text = yaml::decoded(bytes)
        .map_err(|_| CliError::Input(io::Error::from(io::ErrorKind::InvalidData)))?;
    Ok(text.into_owned())
}

/// Words from the editor of `VISUAL` or `EDITOR`. Who is there gets what is refused back, with the
/// reason, until it is right or left as it was. The file is private and goes afterwards.
fn edited(context: &Context, option: &'static str) -> Result<Words, CliError> {
    let default = if cfg!(windows) { "notepad" } else { "vi" };
    let chosen = ["VISUAL", "EDITOR"].iter().find_map(|name| {
        std::env::var(name)
            .ok()
            .filter(|editor| !editor.trim().is_empty())
    });
    let command = chosen.unwrap_or_else(|| default.to_owned());
    let broken = || CliError::Editor {
        command: command.clone(),
    };
    let file = tempfile::Builder::new()
        .prefix("seinhuis-")
        .suffix(".txt")
        .tempfile()
        .map_err(|_| broken())?;
    let mut before = Vec::new();
    loop {
        context.terminal.status(&context.texts.tr0("status-editor"));
        let mut parts = command.split_whitespace();
        let program = parts.next().ok_or_else(broken)?;
        let ended = Command::new(program)
            .args(parts)
            .arg(file.path())
            .status()
            .map_err(|_| broken())?;
        if !ended.success() {
            return Err(broken());
        }
        let left = std::fs::read(file.path()).map_err(|_| broken())?;
        let refused =
            match read(option, left.as_slice()).and_then(|text| accept(context, option, &text)) {
                Ok(words) => return Ok(words),
                Err(refused) if !context.terminal.may_ask() => return Err(refused),
                Err(refused) => refused,
            };
        if left == before || left.iter().all(u8::is_ascii_whitespace) {
            return Err(CliError::Cancelled);
        }
        context.terminal.important(&because(context, &refused));
        // An editor may fill the screen: it waits until the reason has been read.
        prompt::ask(
            &context.texts,
            "prompt-edit-again",
            "prompt-help-edit-again",
            |_| Ok(()),
        )?;
        before = left;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standard_input_is_read_as_windows_and_unix_write_it() {
        assert_eq!(decoded("é".as_bytes()).unwrap(), "é");
        assert_eq!(
            decoded(&[&[0xEF, 0xBB, 0xBF], "é".as_bytes()].concat()).unwrap(),
            "é"
        );
        assert_eq!(decoded(&[0xFF, 0xFE, 0xE9, 0x00]).unwrap(), "é");
        assert_eq!(decoded(&[0xFE, 0xFF, 0x00, 0xE9]).unwrap(), "é");
    }

    #[test]
    fn half_a_character_at_the_end_is_not_dropped_in_silence() {
        assert!(decoded(&[0xC3, 0x28]).is_err());
        assert!(decoded(&[0xFF, 0xFE, 0xE9, 0x00, 0xE9]).is_err());
    }
}
