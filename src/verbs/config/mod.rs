//! `seinhuis config`

use std::path::Path;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::context::Context;
use crate::context::settings::{Setting, address_as_text, path_as_text, words_of, write_setting};
use crate::domain::words::ContactLine;
use crate::errors::cli_error::CliError;
use crate::errors::setting::{KEYS, SettingSource};
use crate::output::answer::{Answer, Data};
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
        let written = match self.task {
            None => None,
            Some(ConfigTask::Set { key, value }) => {
                let known = KEYS
                    .iter()
                    .find(|known| **known == key)
                    .ok_or(CliError::UnknownSetting { key })?;
                let (value, shown) = accepted(context, known, value)?;
                let path = write_setting(known, &value)?;
                Some((known.to_string(), shown, path.display().to_string()))
            }
        };
        let file = context
            .settings
            .file
            .as_ref()
            .map(|file| file.display().to_string());
        Ok(Box::new(Shown {
            file,
            settings: context.settings.all().to_vec(),
            written,
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

/// The settings, or the one that was written.
struct Shown {
    file: Option<String>,
    settings: Vec<Setting>,
    written: Option<(String, String, String)>,
}

fn source_code(source: SettingSource) -> &'static str {
    match source {
        SettingSource::Flag => "flag",
        SettingSource::Variable => "variable",
        SettingSource::File => "file",
        SettingSource::Default => "default",
    }
}

impl Data for Shown {
    fn json(&self) -> Value {
        if let Some((key, value, file)) = &self.written {
            return json!({ "set": key, "value": value, "file": file });
        }
        let setting = |setting: &Setting| json!({ "key": setting.key, "value": setting.value, "source": source_code(setting.source) });
        json!({ "file": self.file, "settings": self.settings.iter().map(setting).collect::<Vec<_>>() })
    }
}

impl Answer for Shown {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        if let Some((key, value, file)) = &self.written {
            return screen.tr(
                "config-written",
                &[
                    ("key", key.into()),
                    ("value", escape::line(value).into()),
                    ("file", escape::line(file).into()),
                ],
            );
        }
        let row = |setting: &Setting| {
            let value = setting
                .value
                .clone()
                .unwrap_or_else(|| screen.tr0("config-not-set"));
            let source = screen.tr0(&format!("config-source-{}", source_code(setting.source)));
            (
                setting.key.to_owned(),
                escape::line(&format!("{value}   ({source})")),
            )
        };
        let rows: Vec<(String, String)> = self.settings.iter().map(row).collect();
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
