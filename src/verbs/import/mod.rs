//! `seinhuis import`

pub mod answer;

mod check;
mod counting_reader;
mod file;
mod prepare;
mod record;
mod rejects;
mod restore;
mod rows_result;

use std::io;
use std::path::PathBuf;

use clap::Args;

use self::check::CheckedFile;
use self::prepare::PreparedImport;
use self::rejects::turn_down;
use self::restore::{importer, restore};
use self::rows_result::RowsResult;
use crate::context::Context;
use crate::context::args::code_parser;
use crate::context::fresh_id::fresh_ids;
use crate::domain::access::Reader;
use crate::domain::codes::{CodeEnum, code_enum};
use crate::errors::cli_error::CliError;
use crate::exchange::import::{FileFault, RowParser, SourceError, count_faulty_rows};
use crate::output::answer::{Answer, Format};
use crate::output::emergency;
use crate::output::escape;
use crate::register::{
    Access, BatchOutcome, ContentHash, ImportRun, OnConflict, Register, RegisterError,
    ReportOutcome,
};
use crate::routing::map::RouteMap;
use crate::verbs::import::answer::{ImportView, OwnerCount};

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
        // A register that cannot be used is reported before a million rows are checked.
        let early = (!self.dry_run && register.exists())
            .then(|| context.open_to_record())
            .transpose()?;
        let fresh = fresh_ids();
        let has_sender = sender.is_some();
        let parser = RowParser::new(map, context.now, sender.clone(), &fresh);
        let mut prepared = self.prepare(context, &parser, &mappings, has_sender)?;
        let reports = prepared.batch.reports();
        if reports > 0 && !prepared.histories.is_empty() {
            return Err(CliError::ImportFile(vec![FileFault::Mixed]));
        }
        if !prepared.histories.is_empty() {
            importer(context, map)?;
        }
        // Histories have their senders in them.
        if let Some(sender) = sender.filter(|_| reports > 0) {
            context.sending_person(&sender)?;
        }
        warn(context, map, &prepared.found);
        if !prepared.faults.is_empty() && !self.keep_good {
            return Err(CliError::Rows {
                faults: prepared.faults,
                rows: prepared.found.rows,
            });
        }
        if self.dry_run || (reports == 0 && prepared.histories.is_empty()) {
            return Ok(Box::new(self.rehearsed(
                context,
                register.exists(),
                prepared,
            )?));
        }
        prepared.rejects.sync()?;
        let mut register = early.map_or_else(|| context.open_to_record(), Ok)?;
        Ok(Box::new(self.record(context, &mut register, prepared)?))
    }

    /// The answer when nothing is recorded.
    fn rehearsed(
        &self,
        context: &Context,
        has_register: bool,
        mut prepared: PreparedImport,
    ) -> Result<ImportView, CliError> {
        let result = if has_register {
            self.rehearse(context, &mut prepared)?
        } else {
            nothing_there(&prepared)
        };
        let PreparedImport {
            batch,
            mut spool,
            histories,
            faults,
            found: _,
            rejects,
            hash: _,
        } = prepared;
        let rejects = rejects.named()?;
        let (would_be, conflicts) = (result.recorded(), result.conflicts(&histories));
        let hearer = hearer(context)?;
        let signals = result.signals(batch, &mut spool, hearer.as_ref());
        let mut signals = signals.map_err(CliError::Spool)?;
        Ok(ImportView {
            dry_run: self.dry_run,
            would_be,
            rejected: count_faulty_rows(&faults) + conflicts.len() as u64,
            rejects: rejects.map(|path| path.display().to_string()),
            owners: OwnerCount::list(signals.owners().map_err(CliError::Spool)?),
            ..ImportView::new(signals, by_row(context))
        })
    }

    /// Looks in the register what would become of the rows.
    fn rehearse(
        &self,
        context: &Context,
        prepared: &mut PreparedImport,
    ) -> Result<RowsResult, CliError> {
        let mut register = context.open(Access::Read)?;
        let PreparedImport {
            batch,
            spool,
            histories,
            hash,
            ..
        } = prepared;
        if histories.is_empty() {
            let run = ImportRun::new(hash, &self.options(context)?);
            let run = (!self.anew).then_some(&run);
            let (hearer, on_conflict) = (hearer(context)?, self.on_conflict());
            record::rehearse(&mut register, batch, run, on_conflict, hearer.as_ref())
                .map(RowsResult::Reports)
        } else {
            restore::rehearse(&mut register, spool, histories, self.on_conflict())
                .map(|restored| RowsResult::Histories(restored, None))
        }
    }

    fn on_conflict(&self) -> OnConflict {
        if self.keep_good {
            OnConflict::LeaveOut
        } else {
            OnConflict::RecordNothing
        }
    }

    /// Records everything, and turns down what conflicts with what is there.
    fn record(
        &self,
        context: &Context,
        register: &mut Register,
        mut prepared: PreparedImport,
    ) -> Result<ImportView, CliError> {
        let hearer = hearer(context)?;
        let result = self.record_rows(context, register, &mut prepared, hearer.as_ref())?;
        let PreparedImport {
            batch,
            mut spool,
            histories,
            faults,
            found,
            mut rejects,
            hash: _,
        } = prepared;
        let (recorded, receipt) = (result.recorded(), result.receipt());
        let conflicts = result.conflicts(&histories);
        let rejected = count_faulty_rows(&faults) + conflicts.len() as u64;
        // What is recorded is recorded, whatever becomes of the other file and of the answer.
        if !conflicts.is_empty() {
            turn_down(&mut rejects, &mut spool, conflicts, &context.screen()).map_err(not_named)?;
        }
        let rejects = rejects.named().map_err(not_named)?;
        let rejects = rejects.map(|path| path.display().to_string());
        if let Some(path) = rejects.as_ref().filter(|_| by_row(context)) {
            // An answer of rows has no line for it.
            let path = escape::line(path).into();
            let text = context.texts.tr("import-rejects", &[("path", path)]);
            context.terminal.status(&text);
        }
        let rows = batch.reports() + histories.len();
        let signals = result.signals(batch, &mut spool, hearer.as_ref());
        let mut signals = signals.map_err(not_shown)?;
        let owners = if recorded < rows || !histories.is_empty() {
            signals.owners().map_err(not_shown)?
        } else {
            found.owners
        };
        Ok(ImportView {
            recorded,
            rejected,
            rejects,
            owners: OwnerCount::list(owners),
            receipt,
            ..ImportView::new(signals, by_row(context))
        })
    }

    fn record_rows(
        &self,
        context: &Context,
        register: &mut Register,
        prepared: &mut PreparedImport,
        hearer: Option<&Reader>,
    ) -> Result<RowsResult, CliError> {
        let PreparedImport {
            batch,
            spool,
            histories,
            rejects,
            hash,
            ..
        } = prepared;
        let on_conflict = self.on_conflict();
        // In parts, what cannot be recorded is always turned down.
        if record::goes_in_parts(batch.reports().max(histories.events())) {
            rejects.is_free()?;
        }
        if histories.is_empty() {
            let run = ImportRun::new(hash, &self.options(context)?);
            if self.anew {
                register.forget_import(&run).map_err(CliError::Register)?;
            }
            let rules = (&run, on_conflict, hearer);
            record::record(context, register, batch, rules).map(RowsResult::Reports)
        } else {
            restore(context, register, spool, histories, on_conflict)
                .map(|(restored, receipt)| RowsResult::Histories(restored, receipt))
        }
    }

    /// Everything that can make other signals of the same file.
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
}

fn unopened(unopened: SourceError) -> CliError {
    match unopened {
        SourceError::File(faults) => CliError::ImportFile(faults),
        SourceError::Input(error) => CliError::Input(error),
    }
}

/// What would become of the rows when there is no register yet.
fn nothing_there(prepared: &PreparedImport) -> RowsResult {
    let PreparedImport {
        batch, histories, ..
    } = prepared;
    if histories.is_empty() {
        RowsResult::Reports(BatchOutcome::all_new(batch.reports()))
    } else {
        let new = (0..histories.len()).map(|_| Ok(ReportOutcome::New));
        RowsResult::Histories(new.collect(), None)
    }
}

/// Who hears of what is recorded already: whoever imports, when that is said.
fn hearer(context: &Context) -> Result<Option<Reader>, CliError> {
    let named = context.settings.value("as");
    named.map(|_| context.reader()).transpose()
}

/// Whether the answer is a row for each signal.
fn by_row(context: &Context) -> bool {
    matches!(context.format, Format::Jsonl | Format::Csv)
}

/// Danger goes first, also in a file: an import calls nobody.
fn warn(context: &Context, map: &RouteMap, found: &CheckedFile) {
    let texts = &context.texts;
    if found.acute > 0 {
        let call = emergency::sentences(map.lines_for(None, context.now), &context.screen());
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
    CliError::RejectsNotWritten(Box::new(failure))
}

/// The signals are recorded, and cannot be read again.
fn not_shown(error: io::Error) -> CliError {
    CliError::ManyNotShown { error }
}

fn not_recorded(error: RegisterError) -> CliError {
    if matches!(error, RegisterError::NotKnown { .. }) {
        CliError::ImportCommitUnknown { error }
    } else {
        CliError::Register(error)
    }
}
