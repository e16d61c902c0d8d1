//! A register in a new place: nothing is seen of it until it is whole, sound and on the disk.

use std::io::ErrorKind;
use std::path::Path;

use crate::context::new_file::{NewFile, is_taken};
use crate::errors::NotKept;
use crate::errors::cli_error::CliError;
use crate::register::{Access, Address, CopyKind, Place, Register, RegisterError};
use crate::verbs::register::copied::{CopyUse, CopyView};

/// Copies the register that is at `from`, and looks the copy through.
///
/// # Errors
/// The place is taken, the register is not sound, or the copy cannot be written; then nothing is
/// there.
pub fn copy(
    register: &Register,
    from: &Place,
    to: &Path,
    copy_use: CopyUse,
) -> Result<CopyView, CliError> {
    let kind = match copy_use {
        CopyUse::Backup => CopyKind::Aside,
        CopyUse::Register => CopyKind::AtHand,
    };
    let made = begin(to)?;
    register
        .copy(made.meanwhile(), to, kind)
        .map_err(CliError::Register)?;
    // What is damaged is copied as it is. A file that not even can be looked through is told as the
    // register that it is.
    let copied = Address::File(made.meanwhile().to_owned());
    let looked = Register::open(&copied, Access::Inspect).and_then(|mut copy| copy.verify(&[]));
    let verified = looked.map_err(|error| CliError::Register(error.about(from.clone())))?;
    if !verified.is_sound() {
        return Err(CliError::Keeping(NotKept::Unsound {
            place: from.clone(),
        }));
    }
    finish(made, to)?;
    Ok(CopyView {
        place: to.display().to_string(),
        of: from.to_string(),
        signals: verified.signals,
        steps: verified.steps,
        receipt: verified.last,
        copy_use,
    })
}

/// Opens the file that is named on the command line. When it is not there, another path helps, and
/// no first report.
///
/// # Errors
/// A file that is not there, or is no register that can be read.
pub fn opened(from: &Path, access: Access) -> Result<Register, CliError> {
    Register::open(&Address::File(from.to_owned()), access).map_err(|error| {
        if matches!(error, RegisterError::Missing { .. }) {
            return match std::path::absolute(from) {
                Ok(path) => CliError::FileNotRead {
                    path,
                    error: ErrorKind::NotFound.into(),
                },
                Err(error) => CliError::FileNotRead {
                    path: from.to_owned(),
                    error,
                },
            };
        }
        CliError::Register(error)
    })
}

/// Begins what is to become a register or a backup.
///
/// # Errors
/// Something of that name, or the log of another register, is there already, or the folder cannot
/// be written.
pub fn begin(to: &Path) -> Result<NewFile, CliError> {
    let mut files = Address::File(to.to_owned()).files().into_iter();
    if let Some(path) = files.find(|path| is_taken(path)) {
        return Err(CliError::Keeping(NotKept::Taken { path }));
    }
    NewFile::begin(to).map_err(|error| CliError::FileNotWritten {
        path: to.to_owned(),
        error,
    })
}

/// Waits until the disk has all of it, and gives it its name.
///
/// # Errors
/// The name is taken meanwhile, or the disk refuses.
pub fn finish(mut made: NewFile, to: &Path) -> Result<(), CliError> {
    let named = made.written().and_then(|()| made.named_for_good());
    named.map(drop).map_err(|error| {
        if error.kind() == ErrorKind::AlreadyExists {
            return CliError::Keeping(NotKept::Taken {
                path: to.to_owned(),
            });
        }
        CliError::FileNotWritten {
            path: to.to_owned(),
            error,
        }
    })
}
