//! A new file, which appears whole or not at all.

use std::fs::File;
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

/// Who may read a new file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileReaders {
    /// Its owner alone: mode 0600.
    Owner,
    /// Whoever the user lets read new files: mode 0666 less the umask.
    Umask,
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

/// A new file of which nothing is seen until it gets its name.
pub struct NewFile {
    path: PathBuf,
    made: NamedTempFile,
}

impl NewFile {
    /// Begins the file that is to become `path`, for its owner alone.
    ///
    /// # Errors
    /// What the system refuses.
    pub fn begin(path: &Path) -> io::Result<Self> {
        Self::begin_for(FileReaders::Owner, path)
    }

    /// Begins the file that is to become `path`, for these readers.
    ///
    /// # Errors
    /// What the system refuses.
    pub fn begin_for(readers: FileReaders, path: &Path) -> io::Result<Self> {
        Ok(Self {
            path: path.to_owned(),
            made: temporary_in(folder_of(path), readers)?,
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

    /// Gives it its name, in the place of a file that has it; gives the name back. A link of that
    /// name is replaced too, and not followed.
    ///
    /// # Errors
    /// What the system refuses; the older file is then as it was.
    pub fn replacing(self) -> io::Result<PathBuf> {
        let Self { path, made } = self;
        made.persist(&path).map_err(|error| error.error)?;
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

/// Makes a folder that its owner alone can enter (mode 0700), when it is not there.
///
/// # Errors
/// What the system refuses.
pub fn private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// Temporary files are cleared away when something fails.
fn temporary_in(folder: &Path, readers: FileReaders) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".seinhuis-");
    match readers {
        // As tempfile makes them.
        FileReaders::Owner => {}
        #[cfg(unix)]
        FileReaders::Umask => {
            use std::os::unix::fs::PermissionsExt as _;
            builder.permissions(std::fs::Permissions::from_mode(0o666));
        }
        #[cfg(not(unix))]
        FileReaders::Umask => {}
    }
    builder.tempfile_in(folder)
}
