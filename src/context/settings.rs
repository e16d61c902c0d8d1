//! Settings: flag, then SEINHUIS_* variable, then configuration file, then default; each with its
//! source.

mod early;
mod file;

use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use serde::Serialize;

use crate::context::args::Global;
use crate::errors::cli_error::CliError;
use crate::errors::setting::{BadSetting, SettingSource, variable_name};
use crate::output::answer::Format;
use crate::output::i18n::Language;
use crate::register::Address;

pub use early::{as_typed, early_format, early_language};
pub use file::{ConfigFile, parse, write_setting};

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

/// The name of the map when nothing sets it.
const MAP_NAME: &str = "routes.yaml";

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

/// One setting with its source.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Setting {
    /// Its name in the configuration file.
    pub key: &'static str,
    /// The value as shown on a screen; `None` when nothing sets it.
    pub value: Option<String>,
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
    /// At a terminal that supports it.
    Auto,
    Never,
    Always,
}

fn raw_variable(key: &str) -> Option<OsString> {
    std::env::var_os(variable_name(key)).filter(|value| !value.is_empty())
}

/// The value of an environment variable. One that is not text is an error, not ignored.
fn variable(key: &str) -> Result<Option<String>, CliError> {
    raw_variable(key)
        .map(|value| text_of(value.to_str(), &variable_name(key)))
        .transpose()
}

fn text_of(text: Option<&str>, what: &str) -> Result<String, CliError> {
    text.map(str::to_owned).ok_or_else(|| CliError::NotText {
        what: what.to_owned(),
    })
}

/// A path as text. A path that is not text is refused: its text would name another file.
///
/// # Errors
/// [`CliError::NotText`]; `what` is where the path came from.
pub fn path_as_text(path: &Path, what: &str) -> Result<String, CliError> {
    text_of(path.to_str(), what)
}

/// The text of an address, which can be parsed again.
///
/// # Errors
/// As [`path_as_text`].
pub fn address_as_text(address: &Address, what: &str) -> Result<String, CliError> {
    text_of(address.text(), what)
}

/// Where the configuration file is: `SEINHUIS_CONFIG`, else the system's place for it.
#[must_use]
pub fn config_path() -> Option<PathBuf> {
    if let Some(path) = raw_variable("config") {
        return Some(path.into());
    }
    let folder = etcetera::choose_base_strategy().ok()?.config_dir();
    Some(folder.join("seinhuis").join("config.yaml"))
}

impl Settings {
    /// Gathers the settings of this run.
    ///
    /// # Errors
    /// A configuration file that cannot be read or has an unknown key; a value that a setting does
    /// not take.
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
            person,
            contact,
            lang,
            format,
            color,
        } = config;
        // A path in the file is relative to the folder of the file.
        let folder = file
            .as_deref()
            .and_then(Path::parent)
            .unwrap_or(Path::new(""));
        let routes_flag = flag_path(global.routes.as_deref(), "--routes")?;
        let routes = routes_setting(routes_flag, path_in(folder, routes)?, file.as_deref())?;
        let (register, address) = register_setting(global, register, folder)?;
        let cache = path_in(folder, cache)?;
        let format_flag = global.format.clone();
        let no_color = global.no_color.then(|| "never".to_owned());
        let color_flag = global.color.clone().or(no_color);
        let all = vec![
            routes,
            register,
            setting("cache", None, cache, default_cache)?,
            setting("as", global.acting_as.clone(), acting_as, || None)?,
            setting("person", None, person, || None)?,
            setting("contact", None, contact, || None)?,
            setting("lang", global.lang.clone(), lang, || None)?,
            setting("format", format_flag, format, || Some("table".to_owned()))?,
            setting("color", color_flag, color, || Some("auto".to_owned()))?,
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

    /// All settings, in the order of [`KEYS`](crate::errors::setting::KEYS).
    #[must_use]
    pub fn all(&self) -> &[Setting] {
        &self.all
    }

    #[must_use]
    pub fn value(&self, key: &str) -> Option<&str> {
        self.setting(key)?.value.as_deref()
    }

    fn setting(&self, key: &str) -> Option<&Setting> {
        self.all.iter().find(|setting| setting.key == key)
    }

    /// Whether the map is the one that lies in the current folder, and nothing asked for it.
    #[must_use]
    pub fn has_map_of_folder(&self) -> bool {
        let routes = self.setting("routes");
        routes.is_some_and(|routes| routes.source == SettingSource::Folder)
    }

    /// Where the register is; `None` when that is not known.
    #[must_use]
    pub fn register(&self) -> Option<&Address> {
        self.register.as_ref()
    }

    /// # Errors
    /// [`CliError::BadSetting`] for any other word.
    pub fn format(&self) -> Result<Format, CliError> {
        self.one_of("format", FORMATS)
    }

    /// # Errors
    /// [`CliError::BadSetting`] for any other word.
    pub fn colour(&self) -> Result<Colour, CliError> {
        self.one_of("color", COLOURS)
    }

    /// The language of the screen; `None` when the locale decides.
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
        if let Some((_, choice)) = known.iter().find(|(name, _)| *name == value) {
            return Ok(*choice);
        }
        let setting = self.setting(key);
        Err(CliError::BadSetting(BadSetting {
            key,
            value: value.to_owned(),
            known: words(known),
            from: setting.map_or(SettingSource::Default, |setting| setting.source),
            file: self.file.clone(),
        }))
    }
}

/// The setting with the place as shown on a screen, and the address itself.
fn register_setting(
    global: &Global,
    in_file: Option<String>,
    folder: &Path,
) -> Result<(Setting, Option<Address>), CliError> {
    let in_file = in_file
        .map(|text| address_as_text(&Address::read(&text, folder), &variable_name("config")))
        .transpose()?;
    let flag = flag_path(global.register.as_deref(), "--register")?;
    let mut register = setting("register", flag, in_file, default_register)?;
    let address = register
        .value
        .as_deref()
        .map(|text| Address::read(text, Path::new("")));
    register.value = address.as_ref().map(|address| address.place().to_string());
    Ok((register, address))
}

fn flag_path(path: Option<&Path>, flag: &str) -> Result<Option<String>, CliError> {
    path.map(|path| path_as_text(path, flag)).transpose()
}

fn path_in(folder: &Path, path: Option<String>) -> Result<Option<String>, CliError> {
    path.map(|path| path_as_text(&folder.join(path), &variable_name("config")))
        .transpose()
}

/// The default is computed only when nothing else is set.
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

/// The map. When nothing sets it, `routes.yaml` beside the configuration file, else the one in the
/// current folder: anybody may have left that there.
fn routes_setting(
    flag: Option<String>,
    in_file: Option<String>,
    config: Option<&Path>,
) -> Result<Setting, CliError> {
    let routes = setting("routes", flag, in_file, || None)?;
    if routes.value.is_some() {
        return Ok(routes);
    }
    let beside_config = config
        .and_then(|file| Some(file.parent()?.join(MAP_NAME)))
        .filter(|path| is_there(path));
    let (path, source) = match beside_config {
        Some(path) => (path, SettingSource::Default),
        None => (PathBuf::from(MAP_NAME), SettingSource::Folder),
    };
    Ok(Setting {
        value: Some(path_as_text(&path, &variable_name("config"))?),
        source,
        ..routes
    })
}

/// Whether something has this name; also a link to nowhere, or what cannot be looked at.
fn is_there(path: &Path) -> bool {
    !std::fs::symlink_metadata(path)
        .is_err_and(|error| matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory))
}

/// The folder for the user's data.
#[must_use]
pub fn data_folder() -> Option<PathBuf> {
    let data = etcetera::choose_base_strategy().ok()?.data_dir();
    Some(data.join("seinhuis"))
}

fn default_register() -> Option<String> {
    Some(data_folder()?.join("register.db").to_str()?.to_owned())
}

/// Maps for the next run; may be deleted at any time.
fn default_cache() -> Option<String> {
    let folder = etcetera::choose_base_strategy().ok()?.cache_dir();
    Some(folder.join("seinhuis").to_str()?.to_owned())
}
