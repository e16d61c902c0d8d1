//! Questions at a terminal. No other file knows the library that draws them.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;

use inquire::ui::{RenderConfig, Styled};
use inquire::{InquireError, Select, Text};

use crate::domain::invariant::at;
use crate::domain::spelling::plain;
use crate::errors::cli_error::CliError;
use crate::output::choice_names::{ChoiceNames, NamedChoice, key};
use crate::output::i18n::Texts;

/// A line of a menu.
struct MenuItem {
    label: String,
    line: MenuLine,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum MenuLine {
    /// The choice at this place.
    Choice(usize),
    /// All choices that the text names.
    Together,
    /// Nothing has the text.
    Nothing,
}

impl fmt::Display for MenuItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label)
    }
}

/// Lets a person choose from labels with their values; a label that is typed in full goes first.
/// Enter alone takes number `start`. A text that no label has takes nothing: the question comes again.
///
/// # Errors
/// [`CliError::Cancelled`] on Esc or Ctrl-C.
pub fn choose<T: Clone>(
    texts: &Texts,
    question: &str,
    choices: impl IntoIterator<Item = (String, T)>,
    start: usize,
) -> Result<T, CliError> {
    let (labels, values): (Vec<String>, Vec<T>) = choices.into_iter().unzip();
    let place = select_one(texts, question, &labels, start, |typed| {
        let is_label = |label: &String| letters(label) == letters(typed);
        // `no` is a part of many words.
        match labels.iter().position(is_label) {
            Some(place) => vec![place],
            None => places_of(&labels, |label| has_letters(label, typed)),
        }
    })?;
    Ok(at(&values, place).clone())
}

/// Lets a person choose among the choices of a kind, each shown by its text under `labels`. What she
/// types may be a part of that text, or the code or the name in either language. Enter alone takes
/// `start`. A text that no choice has takes nothing: the question comes again.
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
    let shown = C::ALL
        .iter()
        .map(|choice| texts.tr0(&key(labels, choice.code())));
    let shown: Vec<String> = shown.collect();
    let cursor = C::ALL.iter().position(|choice| *choice == start);
    let place = select_one(
        texts,
        question,
        &shown,
        cursor.unwrap_or_default(),
        |typed| {
            if let Ok(named) = names.find(typed) {
                return places_of(C::ALL, |choice| *choice == named);
            }
            let by_label = places_of(&shown, |label| has_letters(label, typed));
            let by_name = places_of(C::ALL, |choice| {
                let mut words = names.words_of(*choice);
                words.any(|word| has_letters(word, typed))
            });
            let all = by_label.into_iter().chain(by_name);
            all.collect::<BTreeSet<usize>>().into_iter().collect()
        },
    )?;
    Ok(*at(C::ALL, place))
}

fn places_of<T>(all: &[T], mut wanted: impl FnMut(&T) -> bool) -> Vec<usize> {
    let numbered = all.iter().enumerate();
    let found = numbered.filter(|(_, one)| wanted(one));
    found.map(|(place, _)| place).collect()
}

/// Marks alone, such as a `?`, are in no text.
fn has_letters(text: &str, typed: &str) -> bool {
    let wanted = letters(typed);
    typed.trim().is_empty() || (!wanted.is_empty() && letters(text).contains(&wanted))
}

/// The words of a text, without the marks between them: what a person types of a label.
fn letters(text: &str) -> String {
    let spelled = plain(text);
    let words = spelled.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// All choices stay in sight when none has the text: a line that says so would make the library begin
/// at another choice than `start`, so it is said after Enter.
fn select_one(
    texts: &Texts,
    question: &str,
    labels: &[String],
    start: usize,
    matching: impl Fn(&str) -> Vec<usize>,
) -> Result<usize, CliError> {
    let nothing_found = texts.tr0("prompt-nothing-found");
    let menu = Menu {
        texts,
        question: texts.tr0(question),
        lines: choice_lines(labels).collect(),
        start,
    };
    let matching = |typed: &str| match matching(typed) {
        places if places.is_empty() => Matches {
            places: (0..labels.len()).collect(),
            is_nothing: true,
            together: Vec::new(),
        },
        places => Matches {
            places,
            is_nothing: false,
            together: Vec::new(),
        },
    };
    loop {
        let (line, found) = menu.show(matching, |line, found| match line {
            MenuLine::Choice(place) if !found.is_nothing => at(labels, place).clone(),
            MenuLine::Choice(_) | MenuLine::Together | MenuLine::Nothing => nothing_found.clone(),
        })?;
        match line {
            MenuLine::Choice(place) if !found.is_nothing => return Ok(place),
            MenuLine::Choice(_) | MenuLine::Together | MenuLine::Nothing => {}
        }
    }
}

/// The choices for what was typed so far.
#[derive(Debug, Clone)]
pub struct Matches {
    /// Their places, the best first.
    pub places: Vec<usize>,
    /// Whether nothing has the text, and these are only near to it.
    pub is_nothing: bool,
    /// The places of all that the text names, one after another; empty unless it names several.
    pub together: Vec<usize>,
}

/// Lets a person choose from labels by typing words of them, or words that `matching` knows for them.
/// A text that names several may be taken whole. When nothing has the text, the first line says so,
/// and Enter begins anew. Gives the places of the labels, one or several, as they were named.
///
/// # Errors
/// [`CliError::Cancelled`] on Esc or Ctrl-C.
pub fn search(
    texts: &Texts,
    question: &str,
    labels: &[String],
    matching: impl Fn(&str) -> Matches,
) -> Result<Vec<usize>, CliError> {
    let nothing_found = texts.tr0("prompt-nothing-found");
    let above = [
        (texts.tr0("prompt-together"), MenuLine::Together),
        (nothing_found.clone(), MenuLine::Nothing),
    ];
    let menu = Menu {
        texts,
        question: texts.tr0(question),
        lines: choice_lines(labels).chain(above).collect(),
        start: 0,
    };
    loop {
        let (line, found) = menu.show(&matching, |line, found| match line {
            MenuLine::Choice(place) => at(labels, place).clone(),
            MenuLine::Together => labels_of(labels, &found.together),
            MenuLine::Nothing => nothing_found.clone(),
        })?;
        match line {
            MenuLine::Choice(place) => return Ok(vec![place]),
            MenuLine::Together => return Ok(found.together),
            MenuLine::Nothing => {}
        }
    }
}

fn choice_lines(labels: &[String]) -> impl Iterator<Item = (String, MenuLine)> {
    let numbered = labels.iter().enumerate();
    numbered.map(|(place, label)| (label.clone(), MenuLine::Choice(place)))
}

fn labels_of(labels: &[String], places: &[usize]) -> String {
    let named = places.iter().map(|place| at(labels, *place).as_str());
    named.collect::<Vec<&str>>().join(" + ")
}

struct Menu<'m> {
    texts: &'m Texts,
    question: String,
    lines: Vec<(String, MenuLine)>,
    start: usize,
}

impl Menu<'_> {
    /// The line that was chosen, and what was found for the text that was typed then. `answer` is what
    /// stays on the screen.
    fn show(
        &self,
        matching: impl Fn(&str) -> Matches,
        answer: impl Fn(MenuLine, &Matches) -> String,
    ) -> Result<(MenuLine, Matches), CliError> {
        let last_search = RefCell::new((String::new(), matching("")));
        let scorer = |typed: &str, item: &MenuItem, _: &str, _: usize| {
            let mut last = last_search.borrow_mut();
            if last.0 != typed {
                *last = (typed.to_owned(), matching(typed));
            }
            score(&last.1, item.line)
        };
        let items = self.lines.iter().map(|(label, line)| MenuItem {
            label: label.clone(),
            line: *line,
        });
        let help = self.texts.tr0("prompt-help-choose");
        let stopped = self.texts.tr0("prompt-stopped");
        let chosen = Select::new(&self.question, items.collect())
            .with_help_message(&help)
            .with_page_size(12)
            .with_starting_cursor(self.start)
            .with_scorer(&scorer)
            .with_formatter(&|chosen| answer(chosen.value.line, &last_search.borrow().1))
            .with_render_config(render_config(&stopped))
            .prompt()
            .map_err(|error| failure(&error))?;
        Ok((chosen.line, last_search.into_inner().1))
    }
}

/// How early in the list a line stands: higher is earlier, and `None` leaves it out.
fn score(matches: &Matches, line: MenuLine) -> Option<i64> {
    let Matches {
        places,
        is_nothing,
        together,
    } = matches;
    match line {
        MenuLine::Choice(place) => {
            let rank = places.iter().position(|one| *one == place)?;
            Some(-i64::try_from(rank).unwrap_or(i64::MAX))
        }
        MenuLine::Together => (!together.is_empty()).then_some(i64::MAX),
        MenuLine::Nothing => (*is_nothing && together.is_empty()).then_some(i64::MAX),
    }
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
