//! A picture or a page that is written to a file. It replaces only its own older version.

use std::fs::File;
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

use crate::context::new_file::{FileReaders, NewFile, is_taken};
use crate::errors::cli_error::CliError;
use crate::errors::{OutputConflict, ProtectedFile};
use crate::output::mark::Mark;

/// How an SQLite file begins.
const SQLITE: &[u8] = b"SQLite format 3\0";

/// Where to write a picture or a page.
#[derive(Debug, Clone)]
pub struct OutputPlace {
    /// The option that gave the place.
    pub option: &'static str,
    /// What was typed behind it: the file or its folder.
    pub typed: PathBuf,
    /// The file.
    pub path: PathBuf,
    /// How the file begins; this recognises an older version.
    pub mark: Mark,
}

/// A picture or a page that is complete but not yet at its path.
pub struct OutputFile {
    place: OutputPlace,
    file: NewFile,
}

impl OutputFile {
    /// Writes the text to a temporary file in the same folder.
    ///
    /// # Errors
    /// [`CliError::OutputConflict`] when something other than an older version is at the path,
    /// [`CliError::FileNotWritten`] when the system refuses.
    pub fn prepare(place: OutputPlace, text: &str) -> Result<Self, CliError> {
        has_older_version(&place)?;
        let mut file = NewFile::begin(&place.path, readers(place.mark))
            .map_err(|error| not_written(&place, error))?;
        file.write_all(text.as_bytes())
            .and_then(|()| file.sync())
            .map_err(|error| not_written(&place, error))?;
        Ok(Self { place, file })
    }

    /// Puts the file at its path, in one step.
    ///
    /// # Errors
    /// As [`OutputFile::prepare`]; what was at the path is then untouched.
    pub fn publish(self) -> Result<(), CliError> {
        let Self { place, file } = self;
        let published = if has_older_version(&place)? {
            file.replace()
        } else {
            file.publish()
        };
        match published {
            Ok(_) => Ok(()),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                Err(conflict(&place, ProtectedFile::OtherFile))
            }
            Err(error) => Err(not_written(&place, error)),
        }
    }
}

/// Writes one picture or page: whole, or not at all.
///
/// # Errors
/// As [`OutputFile::prepare`].
pub fn write(place: OutputPlace, text: &str) -> Result<(), CliError> {
    OutputFile::prepare(place, text)?.publish()
}

/// The overview holds figures about the work; the map and the manual are public.
fn readers(mark: Mark) -> FileReaders {
    match mark {
        Mark::Html => FileReaders::Owner,
        Mark::Svg | Mark::Mermaid | Mark::Dot | Mark::Manual => FileReaders::Umask,
    }
}

/// Whether an older version is at the path; `false` when nothing is. Anything else is an error.
fn has_older_version(place: &OutputPlace) -> Result<bool, CliError> {
    let kind = match place.path.symlink_metadata() {
        Ok(found) => found.file_type(),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(not_written(place, error)),
    };
    let existing = if kind.is_symlink() {
        ProtectedFile::Link
    } else if kind.is_dir() {
        ProtectedFile::Folder
    } else if !kind.is_file() {
        ProtectedFile::NoFile
    } else {
        let mark = place.mark.first_bytes().into_bytes();
        let begins =
            beginning(&place.path, mark.len()).map_err(|error| not_written(place, error))?;
        if begins == mark {
            return Ok(true);
        }
        if begins.starts_with(SQLITE) {
            ProtectedFile::Database
        } else {
            ProtectedFile::OtherFile
        }
    };
    Err(conflict(place, existing))
}

/// The first `length` bytes of a file, or all of a shorter one.
fn beginning(path: &Path, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(length);
    let most = u64::try_from(length).map_err(io::Error::other)?;
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn conflict(place: &OutputPlace, existing: ProtectedFile) -> CliError {
    CliError::OutputConflict(OutputConflict {
        option: place.option,
        path: place.path.clone(),
        existing,
        free: free_name(&place.typed),
    })
}

/// The same name with the lowest free number behind it: `map-2.svg`.
fn free_name(typed: &Path) -> PathBuf {
    let mut number = 2;
    loop {
        let path = numbered_path(typed, number);
        if !is_taken(&path) {
            return path;
        }
        number += 1;
    }
}

fn numbered_path(path: &Path, number: u32) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{number}"));
    if let Some(extension) = path.extension() {
        name.push(".");
        name.push(extension);
    }
    path.with_file_name(name)
}

fn not_written(place: &OutputPlace, error: io::Error) -> CliError {
    CliError::FileNotWritten {
        path: place.path.clone(),
        error,
    }
}
