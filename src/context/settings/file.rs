//! Reading and writing the configuration file.

use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::context::settings::config_path;
use crate::errors::cli_error::CliError;
use crate::map_file::yaml;

/// The configuration file; every key may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ConfigFile {
    pub(crate) routes: Option<String>,
    pub(crate) register: Option<String>,
    pub(crate) cache: Option<String>,
    #[serde(rename = "as")]
    pub(crate) acting_as: Option<String>,
    pub(crate) person: Option<String>,
    pub(crate) contact: Option<String>,
    pub(crate) lang: Option<String>,
    pub(crate) format: Option<String>,
    pub(crate) color: Option<String>,
}

/// Nine settings need far fewer bytes.
const MAX_BYTES: usize = 1024 * 1024;

/// The bytes of the file, up to one past the limit.
pub(crate) fn read_bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(MAX_BYTES as u64 + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

pub(crate) fn read_file(path: &Path) -> Result<Option<ConfigFile>, CliError> {
    match read_bytes(path) {
        Ok(bytes) => parse(&bytes).map_err(|fault| invalid(path, fault)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(path, error)),
    }
}

/// Parses a configuration file; `None` when it is empty.
pub fn parse(bytes: &[u8]) -> Result<Option<ConfigFile>, yaml::Fault> {
    if bytes.len() > MAX_BYTES {
        return Err(yaml::Fault {
            problem: yaml::YamlProblem::TooLarge {
                most_bytes: MAX_BYTES,
            },
            at: None,
            excerpt: None,
        });
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        Ok(None)
    } else {
        yaml::read(bytes).map(Some)
    }
}

/// Writes one setting into the configuration file: replaces its line and keeps every other line.
///
/// # Errors
/// An unknown key, a file that cannot be read or written, or one that would become invalid; it is
/// then left unchanged.
pub fn write_setting(key: &str, value: &str) -> Result<PathBuf, CliError> {
    let path = config_path().ok_or(CliError::NoHome {
        variable: "SEINHUIS_CONFIG",
    })?;
    let before = match std::fs::read_to_string(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        read => read.map_err(|error| unreadable(&path, error))?,
    };
    let after = with_setting(&before, key, value);
    yaml::read::<ConfigFile>(after.as_bytes()).map_err(|fault| invalid(&path, fault))?;
    replace_file(&path, &after).map_err(|error| unreadable(&path, error))?;
    Ok(path)
}

fn with_setting(before: &str, key: &str, value: &str) -> String {
    let new = format!("{key}: {}", serde_json::Value::from(value));
    let mut lines: Vec<&str> = before.lines().collect();
    let line = lines
        .iter_mut()
        .find(|line| line.split_once(':').is_some_and(|(name, _)| name == key));
    match line {
        Some(line) => *line = &new,
        None => lines.push(&new),
    }
    lines.join("\n") + "\n"
}

fn replace_file(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut new = tempfile::NamedTempFile::new_in(folder)?;
    new.write_all(text.as_bytes())?;
    new.persist(path).map_err(|error| error.error)?;
    Ok(())
}

fn invalid(path: &Path, fault: yaml::Fault) -> CliError {
    CliError::Config {
        path: path.to_owned(),
        fault: Box::new(fault),
    }
}

fn unreadable(path: &Path, error: io::Error) -> CliError {
    CliError::ConfigUnreadable {
        path: path.to_owned(),
        error,
    }
}
