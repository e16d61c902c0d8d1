//! What settings are called, and where the value of one came from.

/// The names of the settings, in the order in which `config` shows them.
pub const KEYS: &[&str] = &[
    "routes", "register", "cache", "as", "contact", "lang", "format", "color",
];

/// Where a setting came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingSource {
    /// The command line.
    Flag,
    /// A SEINHUIS_* variable.
    Variable,
    /// The configuration file.
    File,
    /// Nothing was set: the program's own choice.
    Default,
}

/// The variable that holds a setting.
#[must_use]
pub fn variable_name(key: &str) -> String {
    format!("SEINHUIS_{}", key.to_uppercase())
}
