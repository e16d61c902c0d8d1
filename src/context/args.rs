//! The options of every command, and how typed values are parsed.

use std::ffi::OsStr;
use std::marker::PhantomData;
use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Args, Command, Error};

use crate::domain::codes::CodeEnum;
use crate::errors::cli_error::CliError;
use crate::output::choice_names::{ChoiceNames, NamedChoice, UnclearChoice, key};

/// The options that every command takes.
#[derive(Debug, Default, Args)]
pub struct Global {
    /// The map: a YAML file, or a folder of them
    #[arg(long, global = true, value_name = "PATH")]
    pub routes: Option<PathBuf>,
    /// The register: where signals are kept
    #[arg(long, global = true, value_name = "FILE")]
    pub register: Option<PathBuf>,
    /// The organisation that you work for
    #[arg(long = "as", global = true, value_name = "ORGANISATION")]
    pub acting_as: Option<String>,
    /// How the answer is written: table, json, jsonl or csv
    #[arg(long, global = true, value_name = "FORMAT")]
    pub format: Option<String>,
    /// The language of the screen: nl or en
    #[arg(long, global = true, value_name = "LANGUAGE")]
    pub lang: Option<String>,
    /// Colour: auto, never or always
    #[arg(long, global = true, value_name = "WHEN")]
    pub color: Option<String>,
    /// No colour
    #[arg(long, global = true, action = ArgAction::SetTrue)]
    pub no_color: bool,
    /// Say nothing but the answer and errors
    #[arg(long, short, global = true, action = ArgAction::SetTrue)]
    pub quiet: bool,
    /// Never ask, also at a terminal
    #[arg(long, global = true, action = ArgAction::SetTrue)]
    pub no_input: bool,
}

/// Parses a choice by its code or by its name in either language; the help lists the names.
#[must_use]
pub fn choice_parser<C: NamedChoice + Send + Sync>() -> impl TypedValueParser<Value = C> {
    ChoiceParser(PhantomData)
}

#[derive(Debug, Clone)]
struct ChoiceParser<C>(PhantomData<C>);

impl<C: NamedChoice + Send + Sync> TypedValueParser for ChoiceParser<C> {
    type Value = C;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, typed: &OsStr) -> Result<C, Error> {
        // A script types codes. Then no catalogue is read.
        let typed = typed.to_string_lossy();
        if let Some(choice) = C::from_code(&typed) {
            return Ok(choice);
        }
        ChoiceNames::of_every_language()
            .find(&typed)
            .map_err(|unclear| not_a_choice(command, arg, &typed, &unclear))
    }

    /// The codes. The help of each is the key of its name, which is in the catalogues.
    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let codes = C::CODES.iter();
        Some(Box::new(codes.map(|code| {
            PossibleValue::new(*code).help(key(C::KEY, code))
        })))
    }
}

/// The error of clap for a value that is none, with codes in it. The screen shows their names, and
/// [`ContextKind::Custom`] tells where those are.
fn not_a_choice(
    command: &Command,
    arg: Option<&Arg>,
    typed: &str,
    unclear: &UnclearChoice,
) -> Error {
    let text = |text: &str| ContextValue::String(text.to_owned());
    let mut error = Error::new(ErrorKind::InvalidValue).with_cmd(command);
    if let Some(arg) = arg {
        error.insert(ContextKind::InvalidArg, text(&arg.to_string()));
    }
    error.insert(ContextKind::InvalidValue, text(typed));
    let codes = unclear.fits.iter().map(|code| (*code).to_owned()).collect();
    error.insert(ContextKind::ValidValue, ContextValue::Strings(codes));
    if let Some(near) = unclear.near {
        error.insert(ContextKind::SuggestedValue, text(near));
    }
    error.insert(ContextKind::Custom, text(unclear.key));
    error
}

/// Parses one of the codes of a choice whose codes are its names in every language, such as `csv`;
/// the help lists them.
#[must_use]
pub fn code_parser<C: CodeEnum + Send + Sync>() -> impl TypedValueParser<Value = C> {
    PossibleValuesParser::new(C::ALL.iter().map(|choice| choice.code())).try_map(|code| {
        C::from_code(&code).ok_or_else(|| std::io::Error::from(std::io::ErrorKind::InvalidInput))
    })
}

/// Parses what was typed behind `option`; `hint_key` is that of the text when that fails.
pub fn parse_value<T: FromStr>(
    typed: &str,
    option: &'static str,
    hint_key: &'static str,
) -> Result<T, CliError> {
    typed
        .parse()
        .map_err(|_| CliError::BadValue { option, hint_key })
}
