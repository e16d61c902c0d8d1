//! The files and folders of cached maps. Whoever can write there can decide who owns a signal, so they
//! must be private.

use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Opens a private file, and gives its length. Never waits, and follows no link.
///
/// # Errors
/// It does not exist, is not a regular file, is larger than `most`, or others can write in it or in
/// its folder.
pub(super) fn open(path: &Path, most: u64) -> io::Result<(File, u64)> {
    check_folder(path.parent().ok_or(ErrorKind::InvalidInput)?)?;
    let file = options().open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_file() && is_private(&metadata) && metadata.len() <= most {
        Ok((file, metadata.len()))
    } else {
        Err(ErrorKind::PermissionDenied.into())
    }
}

/// Makes the folder when it is missing, for this account only.
///
/// # Errors
/// It cannot be made, or others can write in it.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    private_folder().recursive(true).create(folder)?;
    check_folder(folder)
}

fn check_folder(folder: &Path) -> io::Result<()> {
    let metadata = fs::metadata(folder)?;
    if metadata.is_dir() && is_private(&metadata) {
        Ok(())
    } else {
        Err(ErrorKind::PermissionDenied.into())
    }
}

/// Whether this account owns it, and others cannot write in it.
#[cfg(unix)]
fn is_private(metadata: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    metadata.uid() == rustix::process::geteuid().as_raw() && metadata.mode() & 0o022 == 0
}

/// The folder lies in the profile of the account, where others cannot write.
#[cfg(not(unix))]
fn is_private(_: &Metadata) -> bool {
    true
}

/// Opens a pipe without waiting for its other end.
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
