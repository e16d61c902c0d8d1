//! Which files and folders a cached map may lie in. Whoever could write there could decide who owns
//! a signal, so only what is our own alone is used.

use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Opens a file of our own, and says how long it is. Opening never waits and follows no link.
///
/// # Errors
/// It is not there, is no regular file, is larger than `most`, or others can write in it or in its
/// folder.
pub(super) fn open(path: &Path, most: u64) -> io::Result<(File, u64)> {
    check_folder(path.parent().ok_or(ErrorKind::InvalidInput)?)?;
    let file = options().open(path)?;
    let about = file.metadata()?;
    if about.is_file() && is_ours_alone(&about) && about.len() <= most {
        Ok((file, about.len()))
    } else {
        Err(ErrorKind::PermissionDenied.into())
    }
}

/// Makes the folder when it is missing, for our own account alone.
///
/// # Errors
/// It cannot be made, or others can write in it.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    private_folder().recursive(true).create(folder)?;
    check_folder(folder)
}

fn check_folder(folder: &Path) -> io::Result<()> {
    let about = fs::metadata(folder)?;
    if about.is_dir() && is_ours_alone(&about) {
        Ok(())
    } else {
        Err(ErrorKind::PermissionDenied.into())
    }
}

/// Whether it is our own, and others cannot write in it.
#[cfg(unix)]
fn is_ours_alone(about: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    about.uid() == rustix::process::geteuid().as_raw() && about.mode() & 0o022 == 0
}

/// Elsewhere the folder lies in the profile of the account, which others cannot write in.
#[cfg(not(unix))]
fn is_ours_alone(_: &Metadata) -> bool {
    true
}

/// A pipe is opened without waiting for somebody at its other end.
#[cfg(unix)]
fn options() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;
    let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
    let mut options = OpenOptions::new();
    options.read(true).custom_flags(flags.bits().cast_signed());
    options
}

#[cfg(not(unix))]
fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true);
    options
}

#[cfg(unix)]
fn private_folder() -> DirBuilder {
    use std::os::unix::fs::DirBuilderExt as _;
    let mut builder = DirBuilder::new();
    builder.mode(0o700);
    builder
}

#[cfg(not(unix))]
fn private_folder() -> DirBuilder {
    DirBuilder::new()
}
