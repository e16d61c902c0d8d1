//! Settings: flag, then SEINHUIS_* variable, then configuration file, then default; each with where
//! it came from.

mod early;
mod file;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use serde::Serialize;

use crate::context::args::Global;
use crate::errors::cli_error::CliError;
use crate::errors::setting::{SettingSource, variable_name};
use crate::output::answer::Format;
use crate::output::i18n::Language;
use crate::register::Address;

pub use early::{as_typed, early_format, early_language};
pub use file::{ConfigFile, parsed, write_setting};

use file::read_file;

const LANGUAGES: &[(&str, Language)] = &[("nl", Language::Nl), ("en", Language::En)];
const FORMATS: &[(&str, Format)] = &[
    ("table", Format::Table),
    ("json", Format::Json),
    ("jsonl", Format::Jsonl),
    ("csv", Format::Csv),
];
const COLOURS: &[(&str, Colour)] = &[
    ("auto", Colour::Auto),
    ("never", Colour::Never),
    ("always", Colour::Always),
];

/// The words that a setting takes; none when it takes any text.
#[must_use]
pub fn words_of(key: &str) -> Vec<&'static str> {
    match key {
        "lang" => words(LANGUAGES),
        "format" => words(FORMATS),
        "color" => words(COLOURS),
        _ => Vec::new(),
    }
}

fn words<T>(known: &[(&'static str, T)]) -> Vec<&'static str> {
    known.iter().map(|(word, _)| *word).collect()
}

/// One setting: its value, and where it came from. `value` is `None` when nothing holds.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Setting {
    /// Its name in the configuration file.
    pub key: &'static str,
    /// What holds, as a person is shown it.
    pub value: Option<String>,
    /// Where it came from.
    pub source: SettingSource,
}

/// All settings of this run.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The configuration file, whether it exists or not; `None` when there is no home to look in.
    pub file: Option<PathBuf>,
    register: Option<Address>,
    all: Vec<Setting>,
}

/// When colour is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// At a terminal that wants it.
    Auto,
    /// Never.
    Never,
    /// Always.
    Always,
}

fn raw_variable(key: &str) -> Option<OsString> {
    std::env::var_os(variable_name(key)).filter(|value| !value.is_empty())
}

/// What a variable holds. One that cannot be read is no reason to take something else.
fn variable(key: &str) -> Result<Option<String>, CliError> {
    raw_variable(key)
        .map(|value| {
            value.into_string().map_err(|_| CliError::NotText {
                what: variable_name(key),
            })
        })
        .transpose()
}

/// A path as text. One that cannot be written as text is refused: it would become the path of
/// another file.
///
/// # Errors
/// [`CliError::NotText`] with `what` gave the path.
pub fn path_as_text(path: &Path, what: &str) -> Result<String, CliError> {
    path.to_str()
        .map(str::to_owned)
        .ok_or_else(|| CliError::NotText {
            what: what.to_owned(),
        })
}

/// The text of an address, from which it can be read again.
///
/// # Errors
/// As [`path_as_text`].
pub fn address_as_text(address: &Address, what: &str) -> Result<String, CliError> {
    address
        .text()
        .map(str::to_owned)
        .ok_or_else(|| CliError::NotText {
            what: what.to_owned(),
        })
}

/// Where the configuration file is: `SEINHUIS_CONFIG`, else the system's place for it.
#[must_use]
pub fn config_path() -> Option<PathBuf> {
    raw_variable("config").map(PathBuf::from).or_else(|| {
        Some(
            etcetera::choose_base_strategy()
                .ok()?
                .config_dir()
                .join("seinhuis")
                .join("config.yaml"),
        )
    })
}

impl Settings {
    /// Gathers the settings of this run.
    ///
    /// # Errors
    /// A configuration file that cannot be read or holds something unknown; a value that is not one
    /// of those a setting takes.
    pub fn gather(global: &Global) -> Result<Self, CliError> {
        let file = config_path();
        let config = file
            .as_deref()
            .map(read_file)
            .transpose()?
            .flatten()
            .unwrap_or_default();
        let ConfigFile {
            routes,
            register,
            cache,
            acting_as,
            contact,
            lang,
            format,
            color,
        } = config;
        // A path in the file counts from where the file stands.
        let folder = file
            .as_deref()
            .and_then(Path::parent)
            .unwrap_or(Path::new(""));
        let config_file = variable_name("config");
        let beside = |path: Option<String>| {
            path.map(|path| path_as_text(&folder.join(path), &config_file))
                .transpose()
        };
        let path = |path: &Option<PathBuf>, flag| {
            path.as_deref()
                .map(|path| path_as_text(path, flag))
                .transpose()
        };
        let routes = setting(
            "routes",
            path(&global.routes, "--routes")?,
            beside(routes)?,
            default_routes,
        )?;
        let register = register
            .map(|text| address_as_text(&Address::read(&text, folder), &config_file))
            .transpose()?;
        let mut register = setting(
            "register",
            path(&global.register, "--register")?,
            register,
            default_register,
        )?;
        let address = register
            .value
            .as_deref()
            .map(|text| Address::read(text, Path::new("")));
        register.value = address.as_ref().map(|address| address.place().to_string());
        let no_color = global.no_color.then(|| "never".to_owned());
        let all = vec![
            routes,
            register,
            setting("cache", None, beside(cache)?, default_cache)?,
            setting("as", global.acting_as.clone(), acting_as, || None)?,
            setting("contact", None, contact, || None)?,
            setting("lang", global.lang.clone(), lang, || None)?,
            setting("format", global.format.clone(), format, || {
                Some("table".to_owned())
            })?,
            setting("color", global.color.clone().or(no_color), color, || {
                Some("auto".to_owned())
            })?,
        ];
        let settings = Self {
            file,
            register: address,
            all,
        };
        settings.format()?;
        settings.colour()?;
        settings.language()?;
        Ok(settings)
    }

    /// All settings, in the order of [`KEYS`].
    #[must_use]
    pub fn all(&self) -> &[Setting] {
        &self.all
    }

    /// What holds for a setting.
    #[must_use]
    pub fn value(&self, key: &str) -> Option<&str> {
        self.all
            .iter()
            .find(|setting| setting.key == key)?
            .value
            .as_deref()
    }

    /// Where the register is; `None` when nothing says so.
    #[must_use]
    pub fn register(&self) -> Option<&Address> {
        self.register.as_ref()
    }

    /// In which form answers are written.
    ///
    /// # Errors
    /// [`CliError::BadSetting`] for any other word.
    pub fn format(&self) -> Result<Format, CliError> {
        self.one_of("format", FORMATS)
    }

    /// When colour is used.
    ///
    /// # Errors
    /// [`CliError::BadSetting`] for any other word.
    pub fn colour(&self) -> Result<Colour, CliError> {
        self.one_of("color", COLOURS)
    }

    /// The language of the screen; `None` when no setting says, and the locale does.
    ///
    /// # Errors
    /// [`CliError::BadSetting`] for any other word.
    pub fn language(&self) -> Result<Option<Language>, CliError> {
        self.value("lang")
            .map(|_| self.one_of("lang", LANGUAGES))
            .transpose()
    }

    fn one_of<T: Copy>(
        &self,
        key: &'static str,
        known: &[(&'static str, T)],
    ) -> Result<T, CliError> {
        let value = self.value(key).unwrap_or_default();
        let found = known
            .iter()
            .find(|(name, _)| *name == value)
            .map(|(_, found)| *found);
        found.ok_or_else(|| CliError::BadSetting {
            key,
            value: value.to_owned(),
            known: words(known),
            from: self
                .all
                .iter()
                .find(|setting| setting.key == key)
                .map_or(SettingSource::Default, |setting| setting.source),
            file: self.file.clone(),
        })
    }
}

/// The default is looked for only when nothing else is set.
fn setting(
    key: &'static str,
    flag: Option<String>,
    file: Option<String>,
    default: impl FnOnce() -> Option<String>,
) -> Result<Setting, CliError> {
    let (value, source) = match (flag, variable(key)?, file) {
        (Some(value), _, _) => (Some(value), SettingSource::Flag),
        (None, Some(value), _) => (Some(value), SettingSource::Variable),
        (None, None, Some(value)) => (Some(value), SettingSource::File),
        (None, None, None) => (default(), SettingSource::Default),
    };
    Ok(Setting { key, value, source })
}

/// `routes.yaml` here, when there is one; else the one beside the configuration file.
fn default_routes() -> Option<String> {
    let here = Path::new("routes.yaml");
    let beside = config_path()
        .and_then(|file| Some(file.parent()?.join("routes.yaml")))
        .filter(|beside| beside.exists());
    let chosen = beside.filter(|_| !here.exists());
    chosen
        .as_deref()
        .unwrap_or(here)
        .to_str()
        .map(str::to_owned)
}

/// Where the user's data is kept.
#[must_use]
pub fn data_folder() -> Option<PathBuf> {
    let data = etcetera::choose_base_strategy().ok()?.data_dir();
    Some(data.join("seinhuis"))
}

fn default_register() -> Option<String> {
    Some(data_folder()?.join("register.db").to_str()?.to_owned())
}

/// Where maps are kept for the next run. Whatever is in it may be thrown away.
fn default_cache() -> Option<String> {
    Some(
        etcetera::choose_base_strategy()
            .ok()?
            .cache_dir()
            .join("seinhuis")
            .to_str()?
            .to_owned(),
    )
}
