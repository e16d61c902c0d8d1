//! What can go wrong in a run: a kind with its data. Its sentence is written once, in
//! this folder or in the file of the module it comes from.

mod error_report;
mod lookup;
mod many;
mod settings;
pub(super) mod words;

use std::io;
use std::path::PathBuf;

use crate::domain::codes::OrganisationId;
use crate::domain::lifecycle::{Refusal, Verb};
use crate::domain::signal_id::SignalId;
use crate::domain::words::WordsRefused;
use crate::errors::setting::BadSetting;
use crate::errors::{CopyError, ExportRefusal, OutputConflict};
use crate::exchange::import::{FileFault, RowFault};
use crate::lookup::{LookupError, NotInMap, SeveralInMap};
use crate::map_file::MapFaults;
use crate::map_file::yaml;
use crate::output::error_report::ErrorReport;
use crate::register::RegisterError;

/// Why a run ends without doing what was asked.
#[derive(Debug)]
pub enum CliError {
    /// The command line is wrong.
    Usage(Box<ErrorReport>),
    /// The configuration file has a fault.
    Config {
        path: PathBuf,
        fault: Box<yaml::Fault>,
    },
    ConfigUnreadable {
        path: PathBuf,
        error: io::Error,
    },
    BadSetting(BadSetting),
    /// `config` was asked for a setting that there is not.
    UnknownSetting {
        key: String,
    },
    /// What `what` holds is not UTF-8.
    NotText {
        what: String,
    },
    /// `variable` is not set, so there is no place for the files of this program.
    NoHome {
        variable: &'static str,
    },
    /// `SEINHUIS_NOW` holds something other than a time.
    BadNow {
        value: String,
    },
    /// Nothing says for which organisation this run is.
    NoIdentity,
    /// The organisation keeps its senders apart, and who reports is not named.
    NoPerson {
        organisation: OrganisationId,
    },
    /// The map has faults.
    Map(MapFaults),
    /// One of the maps that are compared has faults.
    OneOfTwoMaps {
        path: String,
        faults: MapFaults,
    },
    /// The file of cases has faults.
    Cases(MapFaults),
    Register(RegisterError),
    RegisterCopy(CopyError),
    /// The map does not have the name that was typed.
    NotInMap {
        option: &'static str,
        typed: String,
        missing: NotInMap,
    },
    /// The map has several by the name that was typed.
    SeveralInMap {
        option: &'static str,
        typed: String,
        several: SeveralInMap,
    },
    /// The words typed for `option` may not be recorded.
    Words {
        option: &'static str,
        refused: WordsRefused,
    },
    /// The words for `option` are so long that they were not read to the end.
    TooLong {
        option: &'static str,
    },
    /// The step may not be taken now, or not by this organisation.
    Refused {
        id: SignalId,
        refusal: Refusal,
        /// What whoever was refused can do with it now.
        instead: Vec<Verb>,
    },
    /// Signals with their whole story are brought in on behalf of the coordinator of the map alone.
    HistoriesForCoordinator {
        coordinator: OrganisationId,
    },
    MayNotRead {
        id: SignalId,
        /// Whether whoever asks can still take back what she did last with it.
        may_undo: bool,
    },
    NoSuchSignal {
        typed: String,
    },
    /// The typed part of an id fits several signals.
    Ambiguous {
        typed: String,
        ids: Vec<SignalId>,
    },
    /// These options are needed.
    Missing(Vec<&'static str>),
    /// The value of an option cannot be read; the text with this key says what was expected.
    BadValue {
        option: &'static str,
        hint_key: &'static str,
    },
    /// The person at the terminal stopped.
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
    /// The file of an import as a whole has faults.
    ImportFile(Vec<FileFault>),
    /// Rows of an import have faults.
    Rows {
        faults: Vec<RowFault>,
        rows: u64,
    },
    /// It is not known whether the rows of an import were recorded.
    ImportCommitUnknown {
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
    /// The good rows were recorded; writing the file of the others failed.
    RejectsNotWritten(Box<CliError>),
    /// Many signals, or what is of none, were recorded, but the answer could not be shown.
    ManyNotShown {
        error: io::Error,
    },
    /// Standard input, or something else that the run reads, cannot be read.
    Input(io::Error),
    /// The temporary file for rows failed.
    Spool(io::Error),
    Editor {
        command: String,
    },
    /// The system gives no random numbers for a new id.
    IdUnavailable,
    /// It is not known whether the report was recorded.
    ReportCommitUnknown {
        id: SignalId,
        error: RegisterError,
    },
    /// Steps of the escalation were recorded, or may have been, before the register failed.
    AlarmsCommitUnknown(RegisterError),
    /// It is not known whether the step was recorded.
    StepCommitUnknown {
        typed: String,
        error: RegisterError,
    },
    /// The answer could not be shown. With `id`, that signal was recorded.
    NotShown {
        id: Option<SignalId>,
        error: io::Error,
    },
    /// One step was asked for `of` signals, and none of them takes it.
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
        if of == 1
            && let Some(only) = failures.pop()
        {
            return only;
        }
        CliError::Several { of, failures }
    }

    #[must_use]
    pub fn lookup(option: &'static str, typed: &str, error: LookupError) -> Self {
        let typed = typed.to_owned();
        match error {
            LookupError::NotInMap(missing) => CliError::NotInMap {
                option,
                typed,
                missing,
            },
            LookupError::SeveralInMap(several) => CliError::SeveralInMap {
                option,
                typed,
                several,
            },
        }
    }
}
