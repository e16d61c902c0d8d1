//! The names of the settings, and where a value came from.

use std::path::PathBuf;

use crate::domain::codes::code_enum;

/// The settings, in the order in which `config` shows them.
pub const KEYS: &[&str] = &[
    "routes", "register", "cache", "as", "person", "contact", "lang", "format", "color",
];

code_enum! {
    /// Where a setting came from.
    SettingSource {
        /// The command line.
        Flag = "flag",
        /// A SEINHUIS_* variable.
        Variable = "variable",
        /// The configuration file.
        File = "file",
        /// Nothing was set, and this lies in the current folder.
        Folder = "folder",
        /// Nothing was set: the program's own choice.
        Default = "default",
    }
}

/// A setting with a value that it cannot have.
#[derive(Debug)]
pub struct BadSetting {
    pub key: &'static str,
    pub value: String,
    /// The values that it can have.
    pub known: Vec<&'static str>,
    pub from: SettingSource,
    /// The configuration file of this run, whether or not the value came from there.
    pub file: Option<PathBuf>,
}

/// The environment variable for a setting.
#[must_use]
pub fn variable_name(key: &str) -> String {
    format!("SEINHUIS_{}", key.to_uppercase())
}
