//! What can go wrong in a run: a kind with its data. Its sentence is written once, in
//! `error_report.rs` or in the file of its room beside this folder.

mod error_report;
mod lookup;
mod words;

use std::io;
use std::path::PathBuf;

use crate::domain::lifecycle::Refusal;
use crate::domain::signal_id::SignalId;
use crate::domain::words::WordsRefused;
use crate::errors::setting::SettingSource;
use crate::exchange::import::{FileFault, RowFault};
use crate::map_file::MapFaults;
use crate::map_file::yaml;
use crate::output::error_report::ErrorReport;
use crate::register::RegisterError;
use crate::routing::lookup::NotInMap;

/// Why a run ends without doing what was asked.
#[derive(Debug)]
pub enum CliError {
    Usage(Box<ErrorReport>),
    Config {
        path: PathBuf,
        fault: Box<yaml::Fault>,
    },
    ConfigUnreadable {
        path: PathBuf,
        error: io::Error,
    },
    BadSetting {
        key: &'static str,
        value: String,
        known: Vec<&'static str>,
        from: SettingSource,
        file: Option<PathBuf>,
    },
    UnknownSetting {
        key: String,
    },
    NotText {
        what: String,
    },
    NoHome {
        variable: &'static str,
    },
    BadNow {
        value: String,
    },
    NoIdentity,
    Map(MapFaults),
    OneOfTwoMaps {
        path: String,
        faults: MapFaults,
    },
    Cases(MapFaults),
    Register(RegisterError),
    Keeping(crate::errors::NotKept),
    NotInMap {
        option: &'static str,
        typed: String,
        missing: NotInMap,
    },
    Words {
        option: &'static str,
        refused: WordsRefused,
    },
    TooLong {
        option: &'static str,
    },
    Refused {
        id: SignalId,
        refusal: Refusal,
    },
    MayNotRead {
        id: SignalId,
        may: Vec<crate::domain::codes::OrganisationId>,
    },
    NoSuchSignal {
        typed: String,
    },
    Ambiguous {
        typed: String,
        ids: Vec<SignalId>,
    },
    Missing(Vec<&'static str>),
    BadValue {
        option: &'static str,
        expected: &'static str,
    },
    Cancelled,
    PictureTooLarge {
        topics: usize,
        organisations: usize,
    },
    FileNotWritten {
        path: PathBuf,
        error: io::Error,
    },
    NotThus(crate::errors::NotThus),
    InTheWay(crate::errors::InTheWay),
    FileNotRead {
        path: PathBuf,
        error: io::Error,
    },
    ImportFile(Vec<FileFault>),
    Rows {
        faults: Vec<RowFault>,
        rows: u64,
    },
    ImportNotKnown {
        error: RegisterError,
    },
    /// An earlier run recorded so much of the file, by another map or with other options.
    ImportDiffers {
        done: u64,
        of: u64,
    },
    /// Another run records the file too.
    ImportOtherRun {
        done: u64,
        of: u64,
    },
    /// A part of the file is recorded, and the next could not be.
    ImportStopped {
        done: u64,
        of: u64,
        because: Box<CliError>,
    },
    RejectsNotNamed(Box<CliError>),
    ManyNotShown {
        error: io::Error,
    },
    Input(io::Error),
    /// What was read of a file could not be kept for a moment, or not be read back.
    Spool(io::Error),
    Editor {
        command: String,
    },
    IdUnavailable,
    NotKnown {
        id: SignalId,
        error: RegisterError,
    },
    AlarmsNotKnown(RegisterError),
    StepNotKnown {
        typed: String,
        error: RegisterError,
    },
    NotShown {
        id: Option<SignalId>,
        error: io::Error,
    },
    Together {
        of: usize,
        failures: Vec<CliError>,
    },
}

impl From<RegisterError> for CliError {
    fn from(error: RegisterError) -> Self {
        CliError::Register(error)
    }
}

impl CliError {
    /// What stands in the way of some of the signals for which one step was asked, and so of all.
    #[must_use]
    pub fn together(of: usize, mut failures: Vec<CliError>) -> Self {
        match failures.pop() {
            Some(only) if of == 1 => only,
            last => {
                failures.extend(last);
                CliError::Together { of, failures }
            }
        }
    }
}
