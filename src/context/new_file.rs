//! A new file that appears whole or not at all.

use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, SpooledTempFile};

/// Why no new file was made. What was at the path is untouched.
#[derive(Debug)]
pub enum NewFileError<E> {
    /// Something is already at the path.
    Exists,
    /// The system refused.
    Io(io::Error),
    /// The content could not be produced.
    Content(E),
}

/// Whether something is at the path, even a broken link. For an early answer: [`make`] checks
/// again.
#[must_use]
pub fn is_taken(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Who may read a new file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileReaders {
    /// Only its owner: mode 0600.
    Owner,
    /// Everyone that the umask allows: mode 0666 less the umask.
    Umask,
}

/// Makes a file that only its owner can read (mode 0600), whole or not at all. `write` gets the
/// file and its folder. Nothing is ever overwritten.
pub fn make<T, E>(
    path: &Path,
    write: impl FnOnce(&mut File, &Path) -> Result<T, E>,
) -> Result<T, NewFileError<E>> {
    let mut new = NewFile::begin(path, FileReaders::Owner).map_err(NewFileError::Io)?;
    let done = write(new.file.as_file_mut(), folder_of(path)).map_err(NewFileError::Content)?;
    new.sync().map_err(NewFileError::Io)?;
    match new.publish() {
        Ok(_) => Ok(done),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(NewFileError::Exists),
        Err(error) => Err(NewFileError::Io(error)),
    }
}

/// A file that appears at its path only when it is published.
pub struct NewFile {
    path: PathBuf,
    file: NamedTempFile,
}

impl NewFile {
    /// Begins a temporary file in the folder of `path`.
    pub fn begin(path: &Path, readers: FileReaders) -> io::Result<Self> {
        Ok(Self {
            path: path.to_owned(),
            file: temporary_in(folder_of(path), readers)?,
        })
    }

    /// Where the file is until it is published.
    #[must_use]
    pub fn temporary_path(&self) -> &Path {
        self.file.path()
    }

    /// Waits until all of it is on the disk.
    pub fn sync(&mut self) -> io::Result<()> {
        self.file.as_file().sync_all()
    }

    /// Gives the file its path, and returns that. Nothing is ever overwritten.
    pub fn publish(self) -> io::Result<PathBuf> {
        let Self { path, file } = self;
        file.persist_noclobber(&path).map_err(|error| error.error)?;
        Ok(path)
    }

    /// Gives the file its path, replacing an older file, and returns the path. A link is replaced and
    /// not followed. On an error the older file is untouched.
    pub fn replace(self) -> io::Result<PathBuf> {
        let Self { path, file } = self;
        file.persist(&path).map_err(|error| error.error)?;
        Ok(path)
    }

    /// As [`NewFile::publish`], and survives a power cut: waits until the name is on the disk too.
    pub fn publish_durably(self) -> io::Result<PathBuf> {
        let path = self.publish()?;
        #[cfg(unix)]
        File::open(folder_of(&path))?.sync_all()?;
        Ok(path)
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// A file without a name that disappears with the program: in memory up to 4 MiB, then in `folder`,
/// readable by its owner only.
#[must_use]
pub fn spool_file(folder: &Path) -> SpooledTempFile {
    tempfile::spooled_tempfile_in(4 << 20, folder)
}

/// Makes a folder that only its owner can enter (mode 0700), unless it exists.
pub fn create_private_folder(folder: &Path) -> io::Result<()> {
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

fn temporary_in(folder: &Path, readers: FileReaders) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".seinhuis-");
    match readers {
        // The default of tempfile.
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
