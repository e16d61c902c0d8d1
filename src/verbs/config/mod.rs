//! `seinhuis config`

use std::path::Path;

use clap::{Args, Subcommand};
use serde::Serialize;

use crate::context::Context;
use crate::context::settings::{Setting, address_as_text, path_as_text, words_of, write_setting};
use crate::context::text_input::{contact_line, person_name};
use crate::errors::cli_error::CliError;
use crate::errors::setting::{BadSetting, KEYS, SettingSource};
use crate::output::answer::Answer;
use crate::output::decision::labelled;
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::register::Address;
use crate::verbs::AnswerResult;

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
        /// Which: routes, register, as, person, contact, lang, format or color
        #[arg(value_name = "SETTING")]
        key: String,
        /// What it becomes
        #[arg(value_name = "VALUE")]
        value: String,
    },
}

impl Config {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
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
        let (value, shown) = checked_value(context, known, value)?;
        let path = write_setting(known, &value)?;
        Ok(Box::new(WrittenSetting {
            set: known,
            value: shown,
            file: path.display().to_string(),
        }))
    }
}

/// The value as written and as shown. A path becomes absolute: the file may be read from anywhere.
fn checked_value(
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
        "person" => person_name(&value)?.as_str().to_owned(),
        "contact" => contact_line("contact", &value)?.as_str().to_owned(),
        key => one_of(key, value)?,
    };
    Ok((value.clone(), value))
}

fn one_of(key: &'static str, value: String) -> Result<String, CliError> {
    let known = words_of(key);
    if known.is_empty() || known.contains(&value.as_str()) {
        Ok(value)
    } else {
        Err(CliError::BadSetting(BadSetting {
            key,
            value,
            known,
            from: SettingSource::Flag,
            file: None,
        }))
    }
}

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
        let file = or_not_set(self.file.as_ref(), screen);
        let heading = screen.tr1("config-file", "file", escape::line(&file));
        format!("{heading}\n\n{}", labelled(&rows))
    }
}

fn or_not_set(value: Option<&String>, screen: &RenderContext<'_>) -> String {
    value
        .cloned()
        .unwrap_or_else(|| screen.tr0("config-not-set"))
}

fn setting_text(setting: &Setting, screen: &RenderContext<'_>) -> String {
    let value = or_not_set(setting.value.as_ref(), screen);
    let source = screen.label("config-source", setting.source);
    escape::line(&format!("{value}   ({source})"))
}

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
