//! A new file that others must not read.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, SpooledTempFile};

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

/// Whether something of that name is there, if only a link to nowhere. Asked before the work;
/// [`make`] sees to it again.
#[must_use]
pub fn is_taken(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Makes the file `path`, which its owner alone can read (mode 0600), with what `write` writes:
/// whole, or not at all. `write` is also given the folder that it will stand in.
///
/// # Errors
/// [`NoNewFile`]; nothing is ever overwritten.
pub fn make<T, E>(
    path: &Path,
    write: impl FnOnce(&mut File, &Path) -> Result<T, E>,
) -> Result<T, NoNewFile<E>> {
    let mut made = NewFile::begin(path).map_err(NoNewFile::Refused)?;
    let done = write(made.made.as_file_mut(), folder_of(path)).map_err(NoNewFile::Unwritten)?;
    made.written().map_err(NoNewFile::Refused)?;
    match made.named() {
        Ok(_) => Ok(done),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(NoNewFile::Exists),
        Err(error) => Err(NoNewFile::Refused(error)),
    }
}

/// A new file of which nothing is seen until it gets its name; its owner alone can read it.
pub struct NewFile {
    path: PathBuf,
    made: NamedTempFile,
}

impl NewFile {
    /// Begins the file that is to become `path`.
    ///
    /// # Errors
    /// What the system refuses.
    pub fn begin(path: &Path) -> io::Result<Self> {
        Ok(Self {
            path: path.to_owned(),
            made: temporary_in(folder_of(path))?,
        })
    }

    /// Where it is until it gets its name, for who writes it by that.
    #[must_use]
    pub fn meanwhile(&self) -> &Path {
        self.made.path()
    }

    /// Waits until the disk has all of it.
    ///
    /// # Errors
    /// What the system refuses.
    pub fn written(&mut self) -> io::Result<()> {
        self.made.as_file().sync_all()
    }

    /// Gives it its name, which nothing may have; gives the name back.
    ///
    /// # Errors
    /// What the system refuses; nothing is ever overwritten.
    pub fn named(self) -> io::Result<PathBuf> {
        let Self { path, made } = self;
        made.persist_noclobber(&path).map_err(|error| error.error)?;
        Ok(path)
    }

    /// Gives it its name, and waits until the disk has that too: it is still there after a power
    /// cut.
    ///
    /// # Errors
    /// As [`NewFile::named`].
    pub fn named_for_good(self) -> io::Result<PathBuf> {
        let path = self.named()?;
        #[cfg(unix)]
        File::open(folder_of(&path))?.sync_all()?;
        Ok(path)
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.made.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.made.flush()
    }
}

/// A file without a name, which goes with the program: in memory while it is small, then in
/// `folder`, for its owner alone.
#[must_use]
pub fn unnamed(folder: &Path) -> SpooledTempFile {
    tempfile::spooled_tempfile_in(4 << 20, folder)
}

/// Puts the file `path` in the place of an older one of that name: whole, and for its owner alone.
/// Into what is no file, such as a pipe, it is written.
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
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// Temporary files are made with mode 0600, and are cleared away when something fails.
fn temporary_in(folder: &Path) -> io::Result<NamedTempFile> {
    tempfile::Builder::new()
        .prefix(".seinhuis-")
        .tempfile_in(folder)
}
