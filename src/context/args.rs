//! The options of every command, and how typed values are parsed.

use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args};

use crate::domain::codes::CodeEnum;
use crate::errors::cli_error::CliError;

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

/// Parses one of the codes of a choice; the help lists them.
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
