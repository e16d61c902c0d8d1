//! A new file for words that others must not read.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::Path;

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
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Temporary files are made with mode 0600, and are cleared away when something fails.
    let made = tempfile::Builder::new().prefix(".seinhuis-").tempfile_in(folder);
    let mut made = made.map_err(NoNewFile::Refused)?;
    let done = write(made.as_file_mut(), folder).map_err(NoNewFile::Unwritten)?;
    made.as_file().sync_all().map_err(NoNewFile::Refused)?;
    match made.persist_noclobber(path) {
        Ok(_) => Ok(done),
        Err(error) if error.error.kind() == ErrorKind::AlreadyExists => Err(NoNewFile::Exists),
        Err(error) => Err(NoNewFile::Refused(error.error)),
    }
}
