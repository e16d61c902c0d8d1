//! A register in a new place, which appears only when it is complete, sound and on the disk. The
//! answers to `register backup` and `register restore`.

use std::io::{Error, ErrorKind};
use std::path::Path;

use serde::Serialize;

use crate::context::new_file::{FileReaders, NewFile, is_taken};
use crate::errors::CopyError;
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::register::{Access, Address, CopyKind, Place, Receipt, Register, RegisterError};

/// A register that was copied and verified.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CopyView {
    /// Where the copy is.
    pub place: String,
    /// Where the original is.
    pub of: String,
    pub signals: u64,
    pub steps: u64,
    /// The receipt of the last step.
    pub receipt: Option<Receipt>,
    #[serde(skip)]
    pub copy_use: CopyUse,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyUse {
    Backup,
    /// A register to work with.
    Register,
}

impl Answer for CopyView {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let args = [
            ("from", escape::line(&self.of).into()),
            ("to", escape::line(&self.place).into()),
            ("signals", self.signals.into()),
            ("steps", self.steps.into()),
        ];
        let (made, now) = match self.copy_use {
            CopyUse::Backup => ("kept-backup", "kept-backup-now"),
            CopyUse::Register => ("kept-register", "kept-register-now"),
        };
        let mut text = vec![screen.tr(made, &args), screen.tr(now, &args)];
        text.extend(
            self.receipt
                .map(|last| screen.tr1("kept-receipt", "receipt", last.to_string())),
        );
        text.join("\n")
    }
}

/// Copies the register at `from` and verifies the copy.
///
/// # Errors
/// The path is taken, the register is not sound, or the copy cannot be written; then there is no
/// copy.
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
    let file = begin(to)?;
    register.copy(file.temporary_path(), to, kind)?;
    // Damage is copied too. An error about the copy names the original.
    let copy = Address::File(file.temporary_path().to_owned());
    let verified = Register::open(&copy, Access::Inspect)
        .and_then(|mut copy| copy.verify(&[]))
        .map_err(|error| error.about(from.clone()))?;
    if !verified.is_sound() {
        let place = from.clone();
        return Err(CliError::RegisterCopy(CopyError::Unsound { place }));
    }
    finish(file, to)?;
    Ok(CopyView {
        place: to.display().to_string(),
        of: from.to_string(),
        signals: verified.signals,
        steps: verified.steps,
        receipt: verified.last,
        copy_use,
    })
}

/// Opens a file that was named on the command line. When it does not exist, the error is about the
/// path: a first report would not help.
pub fn open_file(from: &Path, access: Access) -> Result<Register, CliError> {
    Register::open(&Address::File(from.to_owned()), access).map_err(|error| {
        if !matches!(error, RegisterError::Missing { .. }) {
            return CliError::Register(error);
        }
        let (path, error) = match std::path::absolute(from) {
            Ok(path) => (path, ErrorKind::NotFound.into()),
            Err(error) => (from.to_owned(), error),
        };
        CliError::FileNotRead { path, error }
    })
}

/// Begins the file of a new register or backup.
///
/// # Errors
/// A file of that name, or the log of another register, already exists, or the folder cannot be
/// written.
pub fn begin(to: &Path) -> Result<NewFile, CliError> {
    let mut files = Address::File(to.to_owned()).files().into_iter();
    if let Some(path) = files.find(|path| is_taken(path)) {
        return Err(CliError::RegisterCopy(CopyError::Exists { path }));
    }
    NewFile::begin(to, FileReaders::Owner).map_err(|error| file_error(to, error))
}

/// Waits until the disk has all of it, and publishes it.
pub fn finish(mut file: NewFile, to: &Path) -> Result<(), CliError> {
    let published = file.sync().and_then(|()| file.publish_durably());
    published.map(drop).map_err(|error| file_error(to, error))
}

fn file_error(path: &Path, error: Error) -> CliError {
    let path = path.to_owned();
    if error.kind() == ErrorKind::AlreadyExists {
        return CliError::RegisterCopy(CopyError::Exists { path });
    }
    CliError::FileNotWritten { path, error }
}
