//! What holds before all settings are known.

use std::path::Path;

use crate::context::settings::file::{ConfigFile, read_bytes, read_file};
use crate::context::settings::{config_path, variable};
use crate::map_file::yaml;
use crate::output::answer::Format;
use crate::output::i18n::Language;

/// The language to speak until the settings are known: `--lang` as typed, the variable, the
/// configuration file, the locale, else English.
#[must_use]
pub fn early_language(arguments: &[String]) -> Language {
    let locale = || sys_locale::get_locales().find_map(|locale| Language::from_locale(&locale));
    early("lang", |config| config.lang, arguments)
        .and_then(|language| Language::from_locale(&language))
        .or_else(locale)
        .unwrap_or(Language::En)
}

/// The form in which to tell an error before the settings are known.
#[must_use]
pub fn early_format(arguments: &[String]) -> Format {
    if early("format", |config| config.format, arguments)
        .is_some_and(|format| format.starts_with("json"))
    {
        Format::Json
    } else {
        Format::Table
    }
}

/// What holds for a setting before all of them are known: as typed, the variable, else the
/// configuration file.
fn early(key: &str, of: fn(ConfigFile) -> Option<String>, arguments: &[String]) -> Option<String> {
    let configured = || {
        let path = config_path()?;
        read_file(&path).map_or_else(|_| guessed(key, &path), |config| config.and_then(of))
    };
    as_typed(key, arguments)
        .or_else(|| variable(key).ok().flatten())
        .or_else(configured)
}

/// What stands behind an option in words that need not be a whole command yet.
#[must_use]
pub fn as_typed(key: &str, words: &[String]) -> Option<String> {
    let flag = format!("--{key}");
    words
        .iter()
        .enumerate()
        .find_map(|(n, word)| match word.strip_prefix(&flag) {
            Some("") => words.get(n + 1).cloned(),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None => None,
        })
}

/// What the line about this setting seems to say, in a configuration file that is wrong somewhere.
fn guessed(key: &str, path: &Path) -> Option<String> {
    let bytes = read_bytes(path).ok()?;
    let text = yaml::decoded(&bytes).ok()?;
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix(':'))?;
    let value = line.split(" #").next()?.trim().trim_matches(['"', '\'']);
    Some(value.to_owned())
}
