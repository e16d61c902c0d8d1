//! The configuration file, read and written.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::context::settings::config_path;
use crate::errors::cli_error::CliError;
use crate::map_file::yaml;

/// What may stand in the configuration file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ConfigFile {
    pub(crate) routes: Option<String>,
    pub(crate) register: Option<String>,
    pub(crate) cache: Option<String>,
    #[serde(rename = "as")]
    pub(crate) acting_as: Option<String>,
    pub(crate) contact: Option<String>,
    pub(crate) lang: Option<String>,
    pub(crate) format: Option<String>,
    pub(crate) color: Option<String>,
}

/// The most bytes that a configuration file may have: eight settings need far fewer.
const MOST_BYTES: usize = 1024 * 1024;

/// The bytes of the file, and no more of them than one too many.
pub(crate) fn read_bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(MOST_BYTES as u64 + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

pub(crate) fn read_file(path: &Path) -> Result<Option<ConfigFile>, CliError> {
    match read_bytes(path) {
        Ok(bytes) => parsed(&bytes).map_err(|fault| CliError::Config {
            path: path.to_owned(),
            fault: Box::new(fault),
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(CliError::ConfigUnreadable {
            path: path.to_owned(),
            error,
        }),
    }
}

/// What stands in the configuration file with these bytes; `None` when nothing does.
///
/// # Errors
/// What is wrong with it.
pub fn parsed(bytes: &[u8]) -> Result<Option<ConfigFile>, yaml::Fault> {
    if bytes.len() > MOST_BYTES {
        return Err(yaml::Fault {
            problem: yaml::YamlProblem::TooLarge {
                most_bytes: MOST_BYTES,
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

/// Writes one setting into the configuration file, in the place of the line that set it, and leaves
/// every other line as it is.
///
/// # Errors
/// An unknown key, a file that cannot be read or written, or one that would no longer be right:
/// then it is left as it was.
pub fn write_setting(key: &str, value: &str) -> Result<PathBuf, CliError> {
    let path = config_path().ok_or(CliError::NoHome {
        variable: "SEINHUIS_CONFIG",
    })?;
    let unreadable = |error| CliError::ConfigUnreadable {
        path: path.clone(),
        error,
    };
    let before = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(unreadable(error)),
    };
    let line = format!("{key}: {}", serde_json::Value::from(value));
    let mut lines: Vec<&str> = before.lines().collect();
    let sets_key = |line: &&str| line.split_once(':').is_some_and(|(name, _)| name == key);
    match lines.iter().position(sets_key) {
        Some(place) => lines
            .iter_mut()
            .skip(place)
            .take(1)
            .for_each(|old| *old = &line),
        None => lines.push(&line),
    }
    let after = lines.join("\n") + "\n";
    yaml::read::<ConfigFile>(after.as_bytes()).map_err(|fault| CliError::Config {
        path: path.clone(),
        fault: Box::new(fault),
    })?;
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(unreadable)?;
    let mut new = tempfile::NamedTempFile::new_in(folder).map_err(unreadable)?;
    std::io::Write::write_all(&mut new, after.as_bytes()).map_err(unreadable)?;
    new.persist(&path)
        .map_err(|error| unreadable(error.error))?;
    Ok(path)
}
