//! Questions at a terminal: the only room that knows how they are drawn.

use std::fmt;

use inquire::ui::{RenderConfig, Styled};
use inquire::{InquireError, Select, Text};

use crate::errors::cli_error::CliError;
use crate::output::i18n::Texts;

/// Something to choose from: what is shown, and what it stands for.
pub struct MenuItem<T> {
    /// What is shown.
    pub label: String,
    /// What it stands for.
    pub value: T,
}

impl<T> fmt::Display for MenuItem<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label)
    }
}

/// Lets a person choose one.
///
/// # Errors
/// [`CliError::Cancelled`] on Esc or Ctrl-C.
pub fn choose<T>(
    texts: &Texts,
    question: &str,
    choices: Vec<MenuItem<T>>,
    start: usize,
) -> Result<T, CliError> {
    let help = texts.tr0("prompt-help-choose");
    let question = texts.tr0(question);
    let stopped = texts.tr0("prompt-stopped");
    let select = Select::new(&question, choices)
        .with_help_message(&help)
        .with_page_size(12)
        .with_starting_cursor(start);
    let select = select.with_render_config(drawn(&stopped));
    select
        .prompt()
        .map(|choice| choice.value)
        .map_err(|error| failure(&error))
}

/// Lets a person type a line, until `read` accepts it. `read` tells in words what is wrong; what was
/// typed then stays on the line, to be mended.
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
        let text = Text::new(&question)
            .with_help_message(&help)
            .with_initial_value(&before)
            .with_render_config(drawn(&stopped));
        let line = text.prompt().map_err(|error| failure(&error))?;
        match read(&line) {
            Ok(value) => return Ok(value),
            Err(why) => (help, before) = (why, line),
        }
    }
}

/// As the library draws questions, with the word for stopping in the language of the screen.
fn drawn(stopped: &str) -> RenderConfig<'_> {
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
