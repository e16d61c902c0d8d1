//! A picture or a page that is written to a file. It takes the place of its own older version, and
//! of nothing else.

use std::fs::File;
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

use crate::context::new_file::{FileReaders, NewFile, is_taken};
use crate::errors::cli_error::CliError;
use crate::errors::{InTheWay, ProtectedFile};
use crate::output::mark::Mark;

/// How an SQLite file begins.
const SQLITE: &[u8] = b"SQLite format 3\0";

/// Where a picture or a page is to stand.
#[derive(Debug, Clone)]
pub struct OutputPlace {
    /// The option that gave the place.
    pub option: &'static str,
    /// What was typed behind it: the file, or the folder that it stands in.
    pub typed: PathBuf,
    /// The file.
    pub path: PathBuf,
    /// How its older version begins, and so how it begins.
    pub mark: Mark,
}

/// A picture or a page that is whole, and does not have its name yet.
pub struct OutputFile {
    place: OutputPlace,
    file: NewFile,
}

impl OutputFile {
    /// Writes all of it to a temporary file in the folder where it is to stand.
    ///
    /// # Errors
    /// [`CliError::InTheWay`] when something else than its older version stands there,
    /// [`CliError::FileNotWritten`] when the system refuses.
    pub fn prepare(place: OutputPlace, text: &str) -> Result<Self, CliError> {
        has_older_version(&place)?;
        let mut file = NewFile::begin_for(readers(place.mark), &place.path)
            .map_err(|error| not_written(&place, error))?;
        file.write_all(text.as_bytes())
            .and_then(|()| file.written())
            .map_err(|error| not_written(&place, error))?;
        Ok(Self { place, file })
    }

    /// Gives it its name, in one step.
    ///
    /// # Errors
    /// As [`OutputFile::prepare`]; what stood there is then as it was.
    pub fn publish(self) -> Result<(), CliError> {
        let Self { place, file } = self;
        let published = if has_older_version(&place)? {
            file.replacing()
        } else {
            file.named()
        };
        match published {
            Ok(_) => Ok(()),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                Err(in_the_way(&place, ProtectedFile::OtherFile))
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

/// The overview holds numbers about the work; the map and the manual are for everybody.
fn readers(mark: Mark) -> FileReaders {
    match mark {
        Mark::Html => FileReaders::Owner,
        Mark::Svg | Mark::Mermaid | Mark::Dot | Mark::Manual => FileReaders::Umask,
    }
}

/// Whether an older version stands there, and not nothing. Whatever else stands there is an error.
fn has_older_version(place: &OutputPlace) -> Result<bool, CliError> {
    let kind = match place.path.symlink_metadata() {
        Ok(found) => found.file_type(),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(not_written(place, error)),
    };
    let there = if kind.is_symlink() {
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
    Err(in_the_way(place, there))
}

/// The first bytes of a file: at most so many.
fn beginning(path: &Path, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(length);
    let most = u64::try_from(length).map_err(io::Error::other)?;
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn in_the_way(place: &OutputPlace, there: ProtectedFile) -> CliError {
    CliError::InTheWay(InTheWay {
        option: place.option,
        path: place.path.clone(),
        there,
        free: free_name(&place.typed),
    })
}

/// The same name with the lowest number behind it that nothing has: `map-2.svg`.
fn free_name(typed: &Path) -> PathBuf {
    let numbered = |number: u32| {
        let mut name = typed.file_stem().unwrap_or_default().to_owned();
        name.push(format!("-{number}"));
        if let Some(ending) = typed.extension() {
            name.push(".");
            name.push(ending);
        }
        typed.with_file_name(name)
    };
    let mut number = 2;
    while is_taken(&numbered(number)) {
        number += 1;
    }
    numbered(number)
}

fn not_written(place: &OutputPlace, error: io::Error) -> CliError {
    CliError::FileNotWritten {
        path: place.path.clone(),
        error,
    }
}
