//! `seinhuis config`

use std::path::Path;

use clap::{Args, Subcommand};
use serde::Serialize;

use crate::context::Context;
use crate::context::settings::{Setting, address_as_text, path_as_text, words_of, write_setting};
use crate::domain::words::ContactLine;
use crate::errors::cli_error::CliError;
use crate::errors::setting::{KEYS, SettingSource};
use crate::output::answer::Answer;
use crate::output::decision::labelled;
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::register::Address;

/// Show the settings that hold and where each comes from, or set one
///
/// Order: option, SEINHUIS_* variable, configuration file, default.
///
/// Example: seinhuis config set as kraamzorg-de-wieg
#[derive(Debug, Args)]
pub struct Config {
    #[command(subcommand)]
    task: Option<ConfigTask>,
}

#[derive(Debug, Subcommand)]
enum ConfigTask {
    /// Write one setting into the configuration file
    #[command(visible_alias = "zet")]
    Set {
        /// Which: routes, register, as, contact, lang, format or color
        #[arg(value_name = "SETTING")]
        key: String,
        /// What it becomes
        #[arg(value_name = "VALUE")]
        value: String,
    },
}

impl Config {
    /// # Errors
    /// An unknown setting, an organisation that the map does not know, a file that cannot be
    /// written.
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let Some(ConfigTask::Set { key, value }) = self.task else {
            let file = context.settings.file.as_ref();
            return Ok(Box::new(SettingsView {
                file: file.map(|file| file.display().to_string()),
                settings: context.settings.all().to_vec(),
            }));
        };
        let known = KEYS
            .iter()
            .find(|known| **known == key)
            .ok_or(CliError::UnknownSetting { key })?;
        let (value, shown) = accepted(context, known, value)?;
        let path = write_setting(known, &value)?;
        Ok(Box::new(WrittenSetting {
            set: known,
            value: shown,
            file: path.display().to_string(),
        }))
    }
}

/// What is written for a setting, and what a person is shown of it. A path is kept whole: the file
/// may be read from anywhere.
fn accepted(
    context: &Context,
    key: &'static str,
    value: String,
) -> Result<(String, String), CliError> {
    let value = match key {
        "as" => context.organisation("as", &value)?.to_string(),
        "register" => {
            let address = Address::read(&value, Path::new(""))
                .absolute()
                .map_err(CliError::Input)?;
            let text = address_as_text(&address, key)?;
            return Ok((text, address.place().to_string()));
        }
        "routes" | "cache" => {
            path_as_text(&std::path::absolute(&value).map_err(CliError::Input)?, key)?
        }
        "contact" => {
            let refused = |refused| CliError::Words {
                option: "contact",
                refused,
            };
            ContactLine::new(&value)
                .map_err(refused)?
                .as_str()
                .to_owned()
        }
        key => one_of(key, value)?,
    };
    Ok((value.clone(), value))
}

fn one_of(key: &'static str, value: String) -> Result<String, CliError> {
    let known = words_of(key);
    if known.is_empty() || known.contains(&value.as_str()) {
        Ok(value)
    } else {
        Err(CliError::BadSetting {
            key,
            value,
            known,
            from: SettingSource::Flag,
            file: None,
        })
    }
}

/// The settings that hold.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SettingsView {
    file: Option<String>,
    settings: Vec<Setting>,
}

impl Answer for SettingsView {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let rows: Vec<(String, String)> = self
            .settings
            .iter()
            .map(|setting| (setting.key.to_owned(), setting_text(setting, screen)))
            .collect();
        let file = self
            .file
            .clone()
            .unwrap_or_else(|| screen.tr0("config-not-set"));
        format!(
            "{}\n\n{}",
            screen.tr("config-file", &[("file", escape::line(&file).into())]),
            labelled(&rows)
        )
    }
}

fn setting_text(setting: &Setting, screen: &RenderContext<'_>) -> String {
    let value = setting
        .value
        .clone()
        .unwrap_or_else(|| screen.tr0("config-not-set"));
    let source = screen.label("config-source", setting.source);
    escape::line(&format!("{value}   ({source})"))
}

/// A setting that was written to the configuration file.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WrittenSetting {
    set: &'static str,
    value: String,
    file: String,
}

impl Answer for WrittenSetting {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        screen.tr(
            "config-written",
            &[
                ("key", self.set.into()),
                ("value", escape::line(&self.value).into()),
                ("file", escape::line(&self.file).into()),
            ],
        )
    }
}
