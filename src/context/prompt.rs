//! Questions at a terminal. No other file knows the library that draws them.

use std::cell::RefCell;
use std::fmt;

use inquire::ui::{RenderConfig, Styled};
use inquire::{InquireError, Select, Text};

use crate::domain::spelling::plain;
use crate::errors::cli_error::CliError;
use crate::output::choice_names::{ChoiceNames, NamedChoice, key};
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

/// Lets a person choose from labels with their values; a label that is typed in full goes first.
/// Enter alone takes number `start`.
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
    // `no` is a part of many words.
    let score = |typed: &str, item: &MenuItem<T>, label: &str, place: usize| {
        if plain(typed) == plain(label) {
            return Some(i64::MAX);
        }
        Select::DEFAULT_SCORER(typed, item, label, place)
    };
    let help = texts.tr0("prompt-help-choose");
    let question = texts.tr0(question);
    let stopped = texts.tr0("prompt-stopped");
    Select::new(&question, items)
        .with_help_message(&help)
        .with_page_size(12)
        .with_starting_cursor(start)
        .with_scorer(&score)
        .with_render_config(render_config(&stopped))
        .prompt()
        .map(|choice| choice.value)
        .map_err(|error| failure(&error))
}

/// Lets a person choose among the choices of a kind, each shown by its text under `labels`. What she
/// types may be a part of that text, or the code or the name in either language. Enter alone takes
/// `start`.
///
/// # Errors
/// [`CliError::Cancelled`] on Esc or Ctrl-C.
pub fn choose_named<C: NamedChoice>(
    texts: &Texts,
    question: &str,
    labels: &str,
    start: C,
) -> Result<C, CliError> {
    let names = ChoiceNames::of_every_language();
    let items: Vec<MenuItem<C>> = C::ALL
        .iter()
        .map(|choice| MenuItem {
            label: texts.tr0(&key(labels, choice.code())),
            value: *choice,
        })
        .collect();
    let cursor = C::ALL.iter().position(|choice| *choice == start);
    let score = |typed: &str, item: &MenuItem<C>, label: &str, place: usize| {
        if names.find(typed) == Ok(item.value) {
            return Some(i64::MAX);
        }
        let words = names.words_of(item.value).chain([label]);
        let scores = words.map(|word| Select::DEFAULT_SCORER(typed, item, word, place));
        scores.max().flatten()
    };
    let (question, stopped) = (texts.tr0(question), texts.tr0("prompt-stopped"));
    Select::new(&question, items)
        .with_help_message(&texts.tr0("prompt-help-choose"))
        .with_page_size(12)
        .with_starting_cursor(cursor.unwrap_or_default())
        .with_scorer(&score)
        .with_render_config(render_config(&stopped))
        .prompt()
        .map(|choice| choice.value)
        .map_err(|error| failure(&error))
}

/// The choices for what was typed so far.
#[derive(Debug)]
pub struct Matches {
    /// Their places, the best first.
    pub places: Vec<usize>,
    /// Whether nothing has the text, and these are only near to it.
    pub are_guesses: bool,
}

/// Lets a person choose from labels by typing words of them, or words that `matching` knows for them.
/// When nothing has the text, the first line says so, and Enter begins anew. Gives the place of the
/// label.
///
/// # Errors
/// [`CliError::Cancelled`] on Esc or Ctrl-C.
pub fn search(
    texts: &Texts,
    question: &str,
    labels: &[String],
    matching: impl Fn(&str) -> Matches,
) -> Result<usize, CliError> {
    let help = texts.tr0("prompt-help-choose");
    let question = texts.tr0(question);
    let stopped = texts.tr0("prompt-stopped");
    let last_search = RefCell::new((String::new(), matching("")));
    let score = |typed: &str, item: &MenuItem<Option<usize>>, _: &str, _: usize| {
        let mut last = last_search.borrow_mut();
        if last.0 != typed {
            *last = (typed.to_owned(), matching(typed));
        }
        score(&last.1, item.value)
    };
    loop {
        let found = labels.iter().enumerate().map(|(place, label)| MenuItem {
            label: label.clone(),
            value: Some(place),
        });
        let nothing = MenuItem {
            label: texts.tr0("prompt-nothing-found"),
            value: None,
        };
        let chosen = Select::new(&question, found.chain([nothing]).collect())
            .with_help_message(&help)
            .with_page_size(12)
            .with_scorer(&score)
            .with_render_config(render_config(&stopped))
            .prompt()
            .map_err(|error| failure(&error))?;
        if let Some(place) = chosen.value {
            return Ok(place);
        }
    }
}

/// How early in the list a choice stands: higher is earlier, and `None` leaves it out. `None` as the
/// choice is the line that says that nothing was found.
fn score(matches: &Matches, choice: Option<usize>) -> Option<i64> {
    let Some(choice) = choice else {
        return matches.are_guesses.then_some(i64::MAX);
    };
    let rank = matches.places.iter().position(|place| *place == choice)?;
    Some(-i64::try_from(rank).unwrap_or(i64::MAX))
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
