//! The file that is imported, and that of the rows that were turned down.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::errors::cli_error::CliError;
use crate::exchange::import::{Field, ImportFormat, Mapping};
use crate::verbs::import::Import;

impl Import {
    /// The file, and how long it is when that is known.
    pub(crate) fn opened(&self) -> Result<(Box<dyn Read + Send>, Option<u64>), CliError> {
        match self.file.as_deref().filter(|path| *path != Path::new("-")) {
            None => Ok((Box::new(io::stdin()), None)),
            Some(path) => {
                let failed = |error| CliError::FileNotRead {
                    path: path.to_owned(),
                    error,
                };
                let file = File::open(path).map_err(failed)?;
                let about = file.metadata().map_err(failed)?;
                if about.is_dir() {
                    return Err(failed(io::ErrorKind::IsADirectory.into()));
                }
                Ok((Box::new(file), about.is_file().then_some(about.len())))
            }
        }
    }

    /// `signals.csv` has its rejects in `signals.rejects.csv`.
    pub(crate) fn rejects_path(&self, form: ImportFormat) -> PathBuf {
        let ending = match form {
            ImportFormat::Table => "csv",
            ImportFormat::Lines => "jsonl",
        };
        let beside = |path: &Path| {
            let ending = path.extension().map_or_else(
                || ending.to_owned(),
                |ending| ending.to_string_lossy().into_owned(),
            );
            path.with_extension(format!("rejects.{ending}"))
        };
        let file = self.file.as_deref().filter(|path| *path != Path::new("-"));
        self.rejects.clone().unwrap_or_else(|| {
            file.map_or_else(|| PathBuf::from(format!("import.rejects.{ending}")), beside)
        })
    }
}

/// `their column=field`, where the field may be left out.
pub(crate) fn mapping(typed: &str) -> Result<Mapping, CliError> {
    let wrong = CliError::BadValue {
        option: "--map",
        expected: "expected-mapping",
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
