//! `seinhuis export`

pub mod answer;

use std::io::{self, BufWriter, ErrorKind};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::context::Context;
use crate::context::new_file::{self, NewFileError};
use crate::context::text_input::read_optional;
use crate::domain::access::{Reach, Reader};
use crate::domain::codes::CodeEnum as _;
use crate::domain::signal_state::State;
use crate::domain::words::Words;
use crate::errors::ExportRefusal;
use crate::errors::cli_error::CliError;
use crate::exchange::export::{
    ExportContext, ExportError, ExportFormat, Sheet, TextForm, write_text, write_workbook,
};
use crate::output::answer::{Answer, Format};
use crate::register::{Access, Filter, Register, Stories};
use crate::verbs::export::answer::ExportView;
use crate::verbs::filter_args::FilterArgs;

/// Write signals and their history in a file: a workbook, CSV or JSONL
///
/// The end of its name says in which form: .xlsx (a sheet of signals and one of events), .csv (for
/// a Dutch spreadsheet) or .jsonl (which seinhuis import reads back). The file must be new, and
/// only you can read it. Without --output it goes to standard output, in the --format csv, jsonl or
/// json.
///
/// Without a filter it is every signal in which your organisation has a part, also what has ended, as
/// far as it may read that; for the coordinator of the map all signals.
///
/// What people wrote, how to reach them and their own numbers stay out, unless you ask for them with
/// --with-words: then those that your organisation may read are in it. That is said, and the register
/// keeps when it was done, on behalf of whom, and of how many signals. All words of all signals are
/// given to the privacy officer of the map alone, with --because.
///
/// Example: seinhuis export --since 2026-01-01 --output signals.xlsx
#[derive(Debug, Args)]
pub struct Export {
    #[command(flatten)]
    filter_args: FilterArgs,
    /// Write it to this new file: .xlsx, .csv or .jsonl
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// In CSV a row for each event, not for each signal
    #[arg(long)]
    events: bool,
    /// Also what people wrote, as far as your organisation may read it; the register keeps that you did
    /// so
    #[arg(long)]
    with_words: bool,
    /// Why all words of all signals are needed, for the privacy officer of the map; the register keeps
    /// the reason
    #[arg(long, value_name = "REASON", requires = "with_words")]
    because: Option<String>,
}

impl Export {
    /// # Errors
    /// Something that the map does not know, a register that cannot be read, or a file that is
    /// there already or cannot be written.
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let Self {
            filter_args,
            output,
            events,
            with_words,
            because,
        } = self;
        let output = output.as_deref();
        let sheet = if events {
            Sheet::Events
        } else {
            Sheet::Signals
        };
        let format = export_format(output, context.format, sheet)?;
        if events && format != ExportFormat::Text(TextForm::Csv(Sheet::Events)) {
            return Err(CliError::Export(ExportRefusal::EventsIncluded));
        }
        let words_on_screen = with_words && output.is_none() && context.terminal.width().is_some();
        if words_on_screen {
            return Err(CliError::Export(ExportRefusal::WordsOnScreen));
        }
        if let Some(path) = output.filter(|path| new_file::is_taken(path)) {
            return Err(file_exists(path));
        }
        let mut filter = filter_args.filter(context, State::ALL)?;
        let mut reader = context.reader()?;
        let reason = read_optional(context, "--because", because.as_deref())?;
        if reason.is_some() {
            check_privacy_officer(&reader, context)?;
            reader.reach = Reach::AllWords;
        }
        filter.reader = Some(reader.clone());
        let mut register = context.open(Access::Read)?;
        if with_words {
            drop(register);
            register = record_words_leave(&filter, &reader, reason, context)?;
        }
        let of = ExportContext {
            zone: context.map()?.settings().zone,
            now: context.now,
            reader: &reader,
        };
        let exported = register.scan(&filter, with_words, |stories| {
            let signals = stories.signals();
            let events = match (output, format) {
                (Some(path), format) => write_file(path, format, stories, of)?,
                (None, ExportFormat::Text(form)) => {
                    write_standard_output(form, stories, of, context)?
                }
                (None, ExportFormat::Workbook) => {
                    return Err(CliError::Export(ExportRefusal::NoFormat));
                }
            };
            Ok(ExportView {
                file: output.map(|path| path.display().to_string()),
                form: format.ending(),
                signals,
                events,
                with_words,
            })
        })?;
        Ok(Box::new(exported))
    }
}

/// All words of all signals leave only on behalf of the privacy officer, who answers for it.
fn check_privacy_officer(reader: &Reader, context: &Context) -> Result<(), CliError> {
    let officer = &context.map()?.settings().privacy_officer;
    if officer.as_ref() == Some(reader.organisation.own()) {
        return Ok(());
    }
    Err(CliError::Export(ExportRefusal::WordsForPrivacyOfficer {
        officer: officer.clone(),
    }))
}

/// By the ending of the file, otherwise by `--format`.
fn export_format(
    output: Option<&Path>,
    format: Format,
    rows: Sheet,
) -> Result<ExportFormat, CliError> {
    let by_ending = output
        .and_then(Path::extension)
        .and_then(|ending| ExportFormat::by_ending(ending.to_str()?, rows));
    let by_format = match format {
        Format::Csv => Some(ExportFormat::Text(TextForm::Csv(rows))),
        Format::Jsonl => Some(ExportFormat::Text(TextForm::Jsonl)),
        Format::Json => Some(ExportFormat::Text(TextForm::Json)),
        Format::Table => None,
    };
    by_ending
        .or(by_format)
        .ok_or(CliError::Export(ExportRefusal::NoFormat))
}

/// Records in the register that the words leave, and says so.
fn record_words_leave(
    filter: &Filter,
    reader: &Reader,
    reason: Option<Words>,
    context: &Context,
) -> Result<Register, CliError> {
    let by = reader.organisation.own();
    let mut register = context.open_to_record()?;
    let left = register
        .record_export(filter, context.now, by, reason)
        .map_err(CliError::Register)?;
    let args = [
        ("count", left.signals.into()),
        ("by", context.screen().organisation(by).to_owned().into()),
        ("all", left.because.is_some().to_string().into()),
    ];
    let label = context.texts.tr0("label-warning");
    let text = context.texts.tr("status-words-leave", &args);
    context.terminal.important(&format!("{label} {text}"));
    Ok(register)
}

fn write_file(
    path: &Path,
    format: ExportFormat,
    stories: &mut Stories<'_>,
    exported: ExportContext<'_>,
) -> Result<u64, CliError> {
    let not_written = |error| CliError::FileNotWritten {
        path: path.to_owned(),
        error,
    };
    let made = new_file::make(path, |file, folder| match format {
        ExportFormat::Workbook => write_workbook(stories, exported, folder, file),
        ExportFormat::Text(form) => write_text(form, stories, exported, &mut BufWriter::new(file)),
    });
    made.map_err(|error| match error {
        NewFileError::Exists => file_exists(path),
        NewFileError::Io(error) => not_written(error),
        NewFileError::Content(error) => not_exported(error, not_written),
    })
}

fn write_standard_output(
    form: TextForm,
    stories: &mut Stories<'_>,
    exported: ExportContext<'_>,
    context: &Context,
) -> Result<u64, CliError> {
    let mut out = BufWriter::new(context.terminal.out());
    match write_text(form, stories, exported, &mut out) {
        // `seinhuis export --format jsonl | head` has had what it wanted.
        Err(ExportError::Out(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(0),
        result => result
            .map_err(|error| not_exported(error, |error| CliError::NotShown { id: None, error })),
    }
}

fn not_exported(error: ExportError, out: impl FnOnce(io::Error) -> CliError) -> CliError {
    match error {
        ExportError::Out(error) => out(error),
        ExportError::Register(error) => CliError::Register(error),
        ExportError::TooManyRows(rows) => CliError::Export(ExportRefusal::TooManyRows { rows }),
    }
}

fn file_exists(path: &Path) -> CliError {
    CliError::Export(ExportRefusal::FileExists {
        path: path.to_owned(),
    })
}
