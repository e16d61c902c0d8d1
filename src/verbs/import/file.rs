//! The file that is imported, and where the rows go that were turned down.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::errors::cli_error::CliError;
use crate::exchange::import::{Field, ImportFormat, Mapping};
use crate::verbs::import::Import;

impl Import {
    /// The file, and its length when that is known.
    pub(crate) fn open_file(&self) -> Result<(Box<dyn Read + Send>, Option<u64>), CliError> {
        let Some(path) = self.named_file() else {
            return Ok((Box::new(io::stdin()), None));
        };
        let opened = File::open(path).and_then(|file| {
            let metadata = file.metadata()?;
            if metadata.is_dir() {
                return Err(io::ErrorKind::IsADirectory.into());
            }
            Ok((file, metadata.is_file().then_some(metadata.len())))
        });
        match opened {
            Ok((file, length)) => Ok((Box::new(file), length)),
            Err(error) => Err(CliError::FileNotRead {
                path: path.to_owned(),
                error,
            }),
        }
    }

    /// `None` for standard input.
    fn named_file(&self) -> Option<&Path> {
        self.file.as_deref().filter(|path| *path != Path::new("-"))
    }

    /// `signals.csv` has its rejects in `signals.rejects.csv`.
    pub(crate) fn rejects_path(&self, form: ImportFormat) -> PathBuf {
        if let Some(path) = &self.rejects {
            return path.clone();
        }
        let ending = match form {
            ImportFormat::Table => "csv",
            ImportFormat::Lines => "jsonl",
        };
        let path = self.named_file().unwrap_or(Path::new("import"));
        let ending = path
            .extension()
            .map_or(ending.into(), |ending| ending.to_string_lossy());
        path.with_extension(format!("rejects.{ending}"))
    }
}

/// `their column=field`, with nothing after the `=` to leave the column out.
pub(crate) fn mapping(typed: &str) -> Result<Mapping, CliError> {
    let wrong = CliError::BadValue {
        option: "--map",
        hint_key: "expected-mapping",
    };
    let Some((their, field)) = typed.rsplit_once('=') else {
        return Err(wrong);
    };
    match field.trim() {
        "" => Ok((their.to_owned(), None)),
        field => Ok((
            their.to_owned(),
            Some(Field::from_heading(field).ok_or(wrong)?),
        )),
    }
}
