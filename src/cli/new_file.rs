//! A new file that others must not read.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

/// Why there is no new file. What stood there before is as it was.
#[derive(Debug)]
pub enum NoNewFile<E> {
    /// Something of that name is there already.
    Exists,
    /// The system refused.
    Refused(io::Error),
    /// What was to be written in it failed.
    Unwritten(E),
}

/// Whether something of that name is there, if only a link to nowhere. Asked before the work; [`make`] sees to it again.
#[must_use]
pub fn is_taken(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Makes the file `path`, which its owner alone can read (mode 0600), with what `write` writes: whole, or not at all. `write` is also
/// given the folder that it will stand in.
///
/// # Errors
/// [`NoNewFile`]; nothing is ever overwritten.
pub fn make<T, E>(path: &Path, write: impl FnOnce(&mut File, &Path) -> Result<T, E>) -> Result<T, NoNewFile<E>> {
    let folder = folder_of(path);
    let mut made = temporary_in(folder).map_err(NoNewFile::Refused)?;
    let done = write(made.as_file_mut(), folder).map_err(NoNewFile::Unwritten)?;
    made.as_file().sync_all().map_err(NoNewFile::Refused)?;
    match made.persist_noclobber(path) {
        Ok(_) => Ok(done),
        Err(error) if error.error.kind() == ErrorKind::AlreadyExists => Err(NoNewFile::Exists),
        Err(error) => Err(NoNewFile::Refused(error.error)),
    }
}

/// Puts the file `path` in the place of an older one of that name: whole, and for its owner alone. Into what is no file, such as a pipe,
/// it is written.
///
/// # Errors
/// What the system refuses; the older one is then as it was.
pub fn replace(path: &Path, text: &str) -> io::Result<()> {
    if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return fs::write(path, text);
    }
    let mut made = temporary_in(folder_of(path))?;
    made.write_all(text.as_bytes())?;
    made.persist(path).map_err(|error| error.error)?;
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Temporary files are made with mode 0600, and are cleared away when something fails.
fn temporary_in(folder: &Path) -> io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(".seinhuis-").tempfile_in(folder)
}
