//! Where words come from: the command line, standard input, an editor, or a question.

use std::io::{self, Read};
use std::path::Path;
use std::process::Command;

use crate::context::Context;
use crate::context::prompt;
use crate::domain::words::{ContactLine, PersonName, Words, WordsRefused};
use crate::errors::cli_error::CliError;
use crate::map_file::yaml;

/// More bytes than any words may have. Longer text is not read to its end.
const MAX_BYTES: u64 = 64 * 1024;

/// Words that were typed behind `option`; `-` reads standard input.
///
/// # Errors
/// [`CliError::Words`] when they may not be stored; [`CliError::Input`] when standard input cannot be
/// read.
pub fn read_words(context: &Context, option: &'static str, typed: &str) -> Result<Words, CliError> {
    if typed == "-" {
        parse_words(context, option, &read_text(option, io::stdin().lock())?)
    } else {
        parse_words(context, option, typed)
    }
}

/// As [`read_words`], for words that may be left out.
pub fn read_optional(
    context: &Context,
    option: &'static str,
    typed: Option<&str>,
) -> Result<Option<Words>, CliError> {
    typed
        .map(|typed| read_words(context, option, typed))
        .transpose()
}

/// How the owner reaches the sender, typed behind `option`.
///
/// # Errors
/// [`CliError::Words`].
pub fn contact_line(option: &'static str, typed: &str) -> Result<ContactLine, CliError> {
    ContactLine::new(typed).map_err(|refused| CliError::Words { option, refused })
}

/// Who of the organisation does it, as a setting says.
///
/// # Errors
/// [`CliError::Words`].
pub fn person_name(typed: &str) -> Result<PersonName, CliError> {
    PersonName::new(typed).map_err(|refused| CliError::Words {
        option: "person",
        refused,
    })
}

/// Words that are required, and where they may come from.
pub struct WordsInput {
    /// The option or value that holds them.
    pub option: &'static str,
    pub typed: Option<String>,
    /// Whether the editor was asked for.
    pub edit: bool,
    /// The key of the question for a person at a terminal.
    pub question: &'static str,
}

impl WordsInput {
    #[must_use]
    pub fn reason(typed: Option<String>, edit: bool) -> Self {
        Self {
            option: "REASON",
            typed,
            edit,
            question: "prompt-reason",
        }
    }

    #[must_use]
    pub fn words(typed: Option<String>, edit: bool, question: &'static str) -> Self {
        Self {
            option: "WORDS",
            typed,
            edit,
            question,
        }
    }

    /// Whether a person still has to write them, in the editor or as the answer to a question.
    #[must_use]
    pub fn is_unwritten(&self, context: &Context) -> bool {
        self.typed.is_none() && (self.edit || context.terminal.may_ask())
    }

    /// The words: as typed, else from the editor if asked for, else the answer to the question.
    ///
    /// # Errors
    /// As [`read_words`]; [`CliError::Missing`] when nothing was typed and nobody can be asked.
    pub fn read(self, context: &Context) -> Result<Words, CliError> {
        match self.typed {
            Some(typed) => read_words(context, self.option, &typed),
            None if self.edit => edit_words(context, self.option),
            None if context.terminal.may_ask() => {
                let texts = &context.texts;
                let words = prompt::ask(texts, self.question, "prompt-help-words", |line| {
                    Words::new(line).map_err(|refused| refused_text(context, refused))
                })?;
                context.warn_of_personal(&words);
                Ok(words)
            }
            None => Err(CliError::Missing(vec![self.option])),
        }
    }
}

/// Why words are refused, in one line, to show under a question.
#[must_use]
pub fn refused_text(context: &Context, refused: WordsRefused) -> String {
    let option = "";
    cause_text(context, &CliError::Words { option, refused })
}

/// Why an error came about and what to do, in one line, to show under a question.
#[must_use]
pub fn cause_text(context: &Context, error: &CliError) -> String {
    let report = error.error_report(&context.screen());
    [report.because, report.hints].concat().join(" ")
}

fn parse_words(context: &Context, option: &'static str, text: &str) -> Result<Words, CliError> {
    let words = Words::new(text).map_err(|refused| CliError::Words { option, refused })?;
    context.warn_of_personal(&words);
    Ok(words)
}

/// Reads one byte past the limit to detect text that is too long.
fn read_text(option: &'static str, from: impl Read) -> Result<String, CliError> {
    let mut bytes = Vec::new();
    from.take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(CliError::Input)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(CliError::TooLong { option });
    }
    decode(&bytes)
}

/// UTF-8 with or without a byte order mark; UTF-16 as PowerShell 5 writes it.
fn decode(bytes: &[u8]) -> Result<String, CliError> {
    let text = yaml::decoded(bytes)
        .map_err(|_| CliError::Input(io::Error::from(io::ErrorKind::InvalidData)))?;
    Ok(text.into_owned())
}

/// Words from the editor. Refused words go back to the person with the reason, until they are right
/// or left unchanged. The file is private and is removed afterwards.
fn edit_words(context: &Context, option: &'static str) -> Result<Words, CliError> {
    let command = editor_command();
    let file = tempfile::Builder::new()
        .prefix("seinhuis-")
        .suffix(".txt")
        .tempfile()
        .map_err(|_| editor_error(&command))?;
    let mut before = Vec::new();
    loop {
        context.terminal.status(&context.texts.tr0("status-editor"));
        let after = run_editor(&command, file.path()).ok_or_else(|| editor_error(&command))?;
        let words = read_text(option, after.as_slice())
            .and_then(|text| parse_words(context, option, &text));
        let refused = match words {
            Err(refused) if context.terminal.may_ask() => refused,
            done => return done,
        };
        if after == before || after.iter().all(u8::is_ascii_whitespace) {
            return Err(CliError::Cancelled);
        }
        context.terminal.important(&cause_text(context, &refused));
        // An editor may fill the screen: wait until the reason has been read.
        prompt::ask(
            &context.texts,
            "prompt-edit-again",
            "prompt-help-edit-again",
            |_| Ok(()),
        )?;
        before = after;
    }
}

/// `VISUAL`, else `EDITOR`, else the editor that every system has.
fn editor_command() -> String {
    let default = if cfg!(windows) { "notepad" } else { "vi" };
    ["VISUAL", "EDITOR"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|editor| !editor.trim().is_empty())
        .unwrap_or_else(|| default.to_owned())
}

/// What the file holds after the editor has ended well.
fn run_editor(command: &str, file: &Path) -> Option<Vec<u8>> {
    let mut parts = command.split_whitespace();
    let status = Command::new(parts.next()?).args(parts).arg(file).status();
    status.ok()?.success().then(|| std::fs::read(file).ok())?
}

fn editor_error(command: &str) -> CliError {
    CliError::Editor {
        command: command.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standard_input_is_read_as_windows_and_unix_write_it() {
        assert_eq!(decode("é".as_bytes()).unwrap(), "é");
        assert_eq!(
            decode(&[&[0xEF, 0xBB, 0xBF], "é".as_bytes()].concat()).unwrap(),
            "é"
        );
        assert_eq!(decode(&[0xFF, 0xFE, 0xE9, 0x00]).unwrap(), "é");
        assert_eq!(decode(&[0xFE, 0xFF, 0x00, 0xE9]).unwrap(), "é");
    }

    #[test]
    fn half_a_character_at_the_end_is_not_dropped_in_silence() {
        assert!(decode(&[0xC3, 0x28]).is_err());
        assert!(decode(&[0xFF, 0xFE, 0xE9, 0x00, 0xE9]).is_err());
    }
}
