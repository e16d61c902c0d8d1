//! `seinhuis import`

pub mod answer;

mod check;
mod counting_reader;
mod file;
mod record;
mod rejects;
mod restore;
mod urgencies;

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use clap::Args;

use self::check::{CheckedFile, CheckedRow};
use self::counting_reader::CountingReader;
use self::rejects::{RejectsFile, because, conflicts, turn_down};
use self::restore::{Histories, restore};
use self::urgencies::urgencies;
use crate::context::Context;
use crate::context::args::code_parser;
use crate::context::fresh_id::fresh_ids;
use crate::context::new_file::unnamed;
use crate::context::progress::ProgressLine;
use crate::domain::codes::{CodeEnum, code_enum};
use crate::errors::cli_error::CliError;
use crate::exchange::import::{
    DecodedFile, FileFault, ImportFormat, ImportSource, Mapping, RowFault, RowParser, RowSpool,
    Unopened,
};
use crate::output::answer::{Answer, Format};
use crate::output::emergency;
use crate::output::escape;
use crate::register::{
    Batch, BatchOutcome, ContentHash, ImportRun, OnConflict, Recorded, Register, RegisterError,
    Restored,
};
use crate::routing::map::RouteMap;
use crate::verbs::import::answer::{ImportView, Signals};

code_enum! {
    /// The form of a file, when it does not show it by itself.
    From {
        /// Headings and rows.
        Csv = "csv",
        /// A JSON object on each line.
        Jsonl = "jsonl",
    }
}

/// Record the signals of a file: a table (CSV) or lines of JSON
///
/// Every row is checked and decided about before anything is recorded. When one cannot be recorded,
/// none is, and all that is wrong is listed by row and column; with --keep-good the others are
/// recorded, and those that were turned down are written to a file that can be mended and imported
/// again. Importing twice records nothing twice, as long as rows have a reference or an id. The
/// columns are called as in JSON: @columns. Topics, seen, and discussed or why_not_discussed must
/// be there. A promise runs from reported_at, or from now. What `export --format jsonl --with-words` wrote is
/// read back with all that happened. More than 20,000 reports and steps are recorded in parts, so
/// that nobody who reports meanwhile waits for long; what was broken off goes on with the same
/// command.
///
/// Example: seinhuis import signals.csv --map "Leefgebied=topics" --map "Naam=" --dry-run
#[derive(Debug, Args)]
pub struct Import {
    /// The file; - or nothing for standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// A column of the file and the field that it is; nothing behind the = leaves it out
    #[arg(long = "map", value_name = "MAPPING")]
    mappings: Vec<String>,
    /// What the file is: csv or jsonl; else it is seen from its beginning
    #[arg(long, value_name = "FORM", value_parser = code_parser::<From>())]
    from: Option<From>,
    /// Record the rows that can be, and write the others to a file
    #[arg(long)]
    keep_good: bool,
    /// The file for the rows that were turned down; else the name of the file with .rejects before
    /// its ending
    #[arg(long, value_name = "FILE", requires = "keep_good")]
    rejects: Option<PathBuf>,
    /// Only check, and show who would own what
    #[arg(long)]
    dry_run: bool,
    /// Record a file again that was imported before, or a part of it
    #[arg(long)]
    anew: bool,
}

/// What became of the rows.
enum RowsResult {
    Reports(BatchOutcome),
    Histories(Vec<Restored>),
}

/// What was checked, and is ready to be recorded.
struct Ready {
    batch: Batch,
    kept: RowSpool,
    /// The histories among the rows.
    histories: Histories,
    faults: Vec<RowFault>,
    found: CheckedFile,
    rejects: RejectsFile,
    /// Of all bytes of the file.
    hash: ContentHash,
}

impl Import {
    /// # Errors
    /// A file that cannot be read or understood, rows that cannot be recorded, a map with faults, a
    /// register that cannot be written. Then nothing was recorded, unless the failure says that
    /// this is not known.
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let map = context.map()?;
        let sender = context
            .settings
            .value("as")
            .map(|_| context.acting_as())
            .transpose()?;
        let mappings = self
            .mappings
            .iter()
            .map(|typed| file::mapping(typed))
            .collect::<Result<Vec<_>, _>>()?;
        let register = context.register_address()?;
        // A register that cannot be used is told before a million rows are checked.
        let early = (!self.dry_run && register.exists())
            .then(|| context.open_to_record())
            .transpose()?;
        let fresh = fresh_ids();
        let desk = RowParser::new(map, context.now, sender.clone(), &urgencies(), &fresh);
        let mut ready = self.checked(context, &desk, &mappings, sender.is_some())?;
        let reports = ready.batch.reports();
        if reports > 0 && !ready.histories.is_empty() {
            return Err(CliError::ImportFile(vec![FileFault::Mixed]));
        }
        warn(context, map, &ready.found);
        if !ready.faults.is_empty() && !self.keep_good {
            return Err(CliError::Rows {
                faults: ready.faults,
                rows: ready.found.rows,
            });
        }
        let by_row = by_row(context);
        let mut imported = ImportView {
            dry_run: self.dry_run,
            rejected: rows_of(&ready.faults),
            owners: std::mem::take(&mut ready.found.owners),
            ..ImportView::default()
        };
        if self.dry_run || (reports == 0 && ready.histories.is_empty()) {
            imported.rejects = ready.rejects.named()?;
            let signals = if ready.histories.is_empty() {
                Signals::Reports(Box::new(ready.batch), None)
            } else {
                Signals::histories(&mut ready.kept, None).map_err(CliError::Spool)?
            };
            return Ok(Box::new(imported.of(signals, by_row)));
        }
        ready.rejects.sync()?;
        let mut register = early.map_or_else(|| context.open_to_record(), Ok)?;
        let signals = self.record(context, &mut register, ready, &mut imported)?;
        Ok(Box::new(imported.of(signals, by_row)))
    }

    /// Records everything, and turns down what cannot be beside what is there.
    fn record(
        &self,
        context: &Context,
        register: &mut Register,
        ready: Ready,
        imported: &mut ImportView,
    ) -> Result<Signals, CliError> {
        let Ready {
            mut batch,
            mut kept,
            histories,
            mut rejects,
            hash,
            ..
        } = ready;
        let on_conflict = if self.keep_good {
            OnConflict::LeaveOut
        } else {
            OnConflict::RecordNothing
        };
        let of = batch.reports() + histories.len();
        // Then what cannot be recorded is always turned down.
        if record::goes_in_parts(batch.reports().max(histories.events())) {
            rejects.is_free()?;
        }
        let (became, faults) = if histories.is_empty() {
            let run = ImportRun::new(&hash, &self.options(context)?);
            let outcome =
                record::record(context, register, &mut batch, &run, on_conflict, self.anew)?;
            imported.receipt = outcome.receipt;
            imported.recorded = outcome.recorded;
            let faults = conflicts(&outcome.conflicts).collect();
            (RowsResult::Reports(outcome), faults)
        } else {
            let (restored, receipt) =
                restore(context, register, &mut kept, &histories, on_conflict)?;
            imported.receipt = receipt;
            let new = |restored: &&Restored| **restored == Ok(Recorded::New);
            imported.recorded = restored.iter().filter(new).count() as u64;
            let faults = histories.faults(&restored);
            (RowsResult::Histories(restored), faults)
        };
        imported.rejected += faults.len() as u64;
        // What is recorded is recorded, whatever becomes of the other file and of the answer.
        if !faults.is_empty() {
            turn_down(&mut rejects, &mut kept, faults, &context.screen()).map_err(not_named)?;
        }
        imported.rejects = rejects.named().map_err(not_named)?;
        if let Some(path) = imported.rejects.as_ref().filter(|_| by_row(context)) {
            // An answer of rows has no line for it.
            let path = escape::line(&path.display().to_string());
            let said = context.texts.tr("import-rejects", &[("path", path.into())]);
            context.terminal.status(&said);
        }
        let not_shown = |error| CliError::ManyNotShown { error };
        let mut signals = match became {
            RowsResult::Reports(outcome) => Signals::Reports(Box::new(batch), Some(outcome)),
            RowsResult::Histories(restored) => {
                Signals::histories(&mut kept, Some(&restored)).map_err(not_shown)?
            }
        };
        if imported.recorded < of {
            imported.owners = signals.owners().map_err(not_shown)?;
        }
        Ok(signals)
    }

    /// Everything by which the same file could become other signals.
    fn options(&self, context: &Context) -> Result<ContentHash, CliError> {
        let mut hash = ContentHash::default();
        let map = context.map()?.settings().digest.clone();
        let sender = context.settings.value("as").unwrap_or_default().to_owned();
        let form = self.from.map(CodeEnum::code).unwrap_or_default().to_owned();
        for text in [map, sender, form].iter().chain(&self.mappings) {
            hash.update(text.as_bytes());
            hash.update(&[0]);
        }
        Ok(hash)
    }

    /// Reads, drafts and decides about every row.
    fn checked(
        &self,
        context: &Context,
        desk: &RowParser<'_>,
        mappings: &[Mapping],
        sender: bool,
    ) -> Result<Ready, CliError> {
        let (file, length) = self.opened()?;
        let read = Arc::new(AtomicU64::new(0));
        let hash = Arc::new(Mutex::new(ContentHash::default()));
        let bytes = DecodedFile::of(Box::new(CountingReader {
            inner: file,
            read: Arc::clone(&read),
            hash: Arc::clone(&hash),
        }))
        .map_err(CliError::Input)?;
        let form = match self.from {
            Some(From::Csv) => ImportFormat::Table,
            Some(From::Jsonl) => ImportFormat::Lines,
            None => ImportFormat::of(&bytes),
        };
        let source = ImportSource::open(bytes, form, mappings, sender).map_err(unopened)?;
        let mut rejects = RejectsFile::new(self.rejects_path(form), &source);
        if self.keep_good && !self.dry_run {
            rejects.begin()?;
        }
        let folder = context.spool_folder()?;
        let (batch, kept) = (
            Batch::new(
                unnamed(&folder),
                unnamed(&folder),
                &context.map()?.settings().digest,
            ),
            RowSpool::new(unnamed(&folder)),
        );
        let mut ready = Ready {
            batch,
            kept,
            histories: Histories::default(),
            faults: Vec::new(),
            found: CheckedFile::default(),
            rejects,
            hash: ContentHash::default(),
        };
        let progress = ProgressLine::begin(
            context.terminal.shows_progress(),
            length,
            context.texts.tr0("import-checking"),
        );
        let screen = context.screen();
        let map = context.map()?;
        let hands = check::hands(map).map_err(CliError::Register)?;
        let found = check::check(source, desk, map, hands, &mut |raw, checked| {
            match checked {
                CheckedRow::Report {
                    prepared,
                    can_conflict,
                    ..
                } => {
                    ready.batch.push(&prepared).map_err(CliError::Spool)?;
                    if can_conflict && !self.dry_run {
                        ready.kept.push(raw).map_err(CliError::Spool)?;
                    }
                }
                CheckedRow::History { events, .. } => {
                    ready.kept.push(raw).map_err(CliError::Spool)?;
                    ready.histories.push(raw.row, events);
                }
                CheckedRow::Unfit(faults) => {
                    if self.keep_good && !self.dry_run {
                        let because = because(&faults, &screen);
                        let pushed = ready.rejects.push(raw, &because);
                        pushed.map_err(|error| ready.rejects.not_written(error))?;
                    }
                    ready.faults.extend(faults);
                }
            }
            progress.at(if length.is_some() {
                read.load(Ordering::Relaxed)
            } else {
                raw.row
            });
            Ok(())
        });
        ready.found = found?;
        ready.hash = hash.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Ok(ready)
    }
}

fn unopened(unopened: Unopened) -> CliError {
    match unopened {
        Unopened::File(faults) => CliError::ImportFile(faults),
        Unopened::Input(error) => CliError::Input(error),
    }
}

/// Whether the answer is a row for each signal.
fn by_row(context: &Context) -> bool {
    matches!(context.format, Format::Jsonl | Format::Csv)
}

/// Danger goes first, also in a file: nobody is called by an import.
fn warn(context: &Context, map: &RouteMap, found: &CheckedFile) {
    let texts = &context.texts;
    if found.acute > 0 {
        let call = emergency::sentences(map.emergency_at(None, context.now), &context.screen());
        let acute = texts.tr("import-acute", &[("count", found.acute.into())]);
        context.terminal.important(&format!("{acute}\n{call}\n"));
    }
    if found.not_needed > 0 {
        let label = texts.tr0("label-warning");
        let not_needed = texts.tr("import-not-needed", &[("count", found.not_needed.into())]);
        context.terminal.status(&format!("{label} {not_needed}"));
    }
}

/// The good rows are recorded, and the file of the others is not there.
fn not_named(failure: CliError) -> CliError {
    CliError::RejectsNotNamed(Box::new(failure))
}

fn rows_of(faults: &[RowFault]) -> u64 {
    let mut rows: Vec<u64> = faults.iter().map(|fault| fault.row).collect();
    rows.dedup();
    rows.len() as u64
}

fn not_recorded(error: RegisterError) -> CliError {
    if matches!(error, RegisterError::NotKnown { .. }) {
        CliError::ImportNotKnown { error }
    } else {
        CliError::Register(error)
    }
}
