//! Questions at a terminal. No other file knows the library that draws them.

use std::fmt;

use inquire::ui::{RenderConfig, Styled};
use inquire::{InquireError, Select, Text};

use crate::errors::cli_error::CliError;
use crate::output::i18n::Texts;

struct MenuItem<T> {
    label: String,
    value: T,
}

impl<T> fmt::Display for MenuItem<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label)
    }
}

/// Lets a person choose from labels with their values. Enter alone takes number `start`.
///
/// # Errors
/// [`CliError::Cancelled`] on Esc or Ctrl-C.
pub fn choose<T>(
    texts: &Texts,
    question: &str,
    choices: impl IntoIterator<Item = (String, T)>,
    start: usize,
) -> Result<T, CliError> {
    let items = choices
        .into_iter()
        .map(|(label, value)| MenuItem { label, value })
        .collect();
    let help = texts.tr0("prompt-help-choose");
    let question = texts.tr0(question);
    let stopped = texts.tr0("prompt-stopped");
    Select::new(&question, items)
        .with_help_message(&help)
        .with_page_size(12)
        .with_starting_cursor(start)
        .with_render_config(render_config(&stopped))
        .prompt()
        .map(|choice| choice.value)
        .map_err(|error| failure(&error))
}

/// Lets a person type a line until `read` accepts it. `read` says in words what is wrong; the line
/// then stays, to be corrected.
///
/// # Errors
/// [`CliError::Cancelled`] on Esc or Ctrl-C.
pub fn ask<T>(
    texts: &Texts,
    question: &str,
    help: &str,
    read: impl Fn(&str) -> Result<T, String>,
) -> Result<T, CliError> {
    let (question, stopped) = (texts.tr0(question), texts.tr0("prompt-stopped"));
    let (mut help, mut before) = (texts.tr0(help), String::new());
    loop {
        let line = Text::new(&question)
            .with_help_message(&help)
            .with_initial_value(&before)
            .with_render_config(render_config(&stopped))
            .prompt()
            .map_err(|error| failure(&error))?;
        match read(&line) {
            Ok(value) => return Ok(value),
            Err(why) => (help, before) = (why, line),
        }
    }
}

/// The library's own look, with the word for stopping in the language of the screen.
fn render_config(stopped: &str) -> RenderConfig<'_> {
    RenderConfig::default().with_canceled_prompt_indicator(Styled::new(stopped))
}

fn failure(error: &InquireError) -> CliError {
    match error {
        InquireError::IO(error) => CliError::Input(std::io::Error::from(error.kind())),
        InquireError::NotTTY
        | InquireError::InvalidConfiguration(_)
        | InquireError::OperationCanceled
        | InquireError::OperationInterrupted
        | InquireError::Custom(_) => CliError::Cancelled,
    }
}
