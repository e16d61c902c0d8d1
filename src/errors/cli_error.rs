//! What can go wrong in a run: a kind with its data. Its sentence is written once, in
//! `error_report.rs` or in the file of the room that it comes from.

mod error_report;
mod lookup;
pub(crate) mod words;

use std::io;
use std::path::PathBuf;

use crate::domain::codes::OrganisationId;
use crate::domain::lifecycle::Refusal;
use crate::domain::signal_id::SignalId;
use crate::domain::words::WordsRefused;
use crate::errors::setting::SettingSource;
use crate::errors::{CopyError, ExportRefusal, OutputConflict};
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
    RegisterCopy(CopyError),
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
        may: Vec<OrganisationId>,
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
    Export(ExportRefusal),
    OutputConflict(OutputConflict),
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
    /// An earlier run recorded part of the file, with another map or other options.
    ImportDiffers {
        done: u64,
        of: u64,
    },
    /// Another run is recording the same file.
    ImportOtherRun {
        done: u64,
        of: u64,
    },
    /// Part of the file is recorded; the next part failed.
    ImportStopped {
        done: u64,
        of: u64,
        because: Box<CliError>,
    },
    RejectsNotWritten(Box<CliError>),
    ManyNotShown {
        error: io::Error,
    },
    Input(io::Error),
    /// The temporary file for rows failed.
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
    Several {
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
    /// One step was asked for `of` signals; these are the reasons why none of them takes it.
    #[must_use]
    pub fn combine(of: usize, mut failures: Vec<CliError>) -> Self {
        match failures.pop() {
            Some(only) if of == 1 => only,
            last => {
                failures.extend(last);
                CliError::Several { of, failures }
            }
        }
    }

    #[must_use]
    pub fn not_in_map(option: &'static str, typed: &str, missing: NotInMap) -> Self {
        CliError::NotInMap {
            option,
            typed: typed.to_owned(),
            missing,
        }
    }
}
