//! What is known before all settings are.

use std::path::Path;

use crate::context::settings::file::{ConfigFile, read_bytes, read_file};
use crate::context::settings::{config_path, variable};
use crate::map_file::yaml;
use crate::output::answer::Format;
use crate::output::i18n::Language;
use crate::output::option_names::OptionNames;

/// The language until the settings are known: `--lang` as typed, the variable, the configuration
/// file, the locale, else English.
#[must_use]
pub fn early_language(arguments: &[String]) -> Language {
    early("lang", |config| config.lang, arguments)
        .and_then(|language| Language::from_locale(&language))
        .or_else(|| sys_locale::get_locales().find_map(|locale| Language::from_locale(&locale)))
        .unwrap_or(Language::En)
}

/// The format of an error until the settings are known.
#[must_use]
pub fn early_format(arguments: &[String]) -> Format {
    let format = early("format", |config| config.format, arguments);
    if format.is_some_and(|format| format.starts_with("json")) {
        Format::Json
    } else {
        Format::Table
    }
}

/// One setting: as typed, the variable, else the configuration file.
fn early(key: &str, of: fn(ConfigFile) -> Option<String>, arguments: &[String]) -> Option<String> {
    as_typed(key, arguments)
        .or_else(|| variable(key).ok().flatten())
        .or_else(|| {
            let path = config_path()?;
            match read_file(&path) {
                Ok(config) => config.and_then(of),
                Err(_) => guess(key, &path),
            }
        })
}

/// The value of an option, by its name in either language, in words that need not be a whole command
/// yet.
#[must_use]
pub fn as_typed(key: &str, words: &[String]) -> Option<String> {
    as_named(key, words).or_else(|| as_named(&OptionNames::default().dutch(key)?, words))
}

fn as_named(name: &str, words: &[String]) -> Option<String> {
    let flag = format!("--{name}");
    words
        .iter()
        .enumerate()
        .find_map(|(n, word)| match word.strip_prefix(&flag)? {
            "" => words.get(n + 1).cloned(),
            rest => rest.strip_prefix('=').map(str::to_owned),
        })
}

/// The likely value of a setting in a configuration file that cannot be parsed.
fn guess(key: &str, path: &Path) -> Option<String> {
    let bytes = read_bytes(path).ok()?;
    let text = yaml::decoded(&bytes).ok()?;
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix(':'))?;
    let value = line.split(" #").next()?.trim().trim_matches(['"', '\'']);
    Some(value.to_owned())
}
