//! Reading a file and checking every row of it, until all of it is ready to be recorded.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::context::Context;
use crate::context::new_file::spool_file;
use crate::context::progress::ProgressLine;
use crate::errors::cli_error::CliError;
use crate::exchange::import::{
    DecodedFile, ImportFormat, ImportSource, Mapping, Raw, RowFault, RowParser, RowSpool,
};
use crate::output::screen::RenderContext;
use crate::register::{Batch, ContentHash};
use crate::verbs::import::check::{self, CheckedFile, CheckedRow};
use crate::verbs::import::counting_reader::CountingReader;
use crate::verbs::import::rejects::{RejectsFile, reason_text};
use crate::verbs::import::restore::Histories;
use crate::verbs::import::{From, Import, unopened};

/// A file whose rows are all checked.
pub struct PreparedImport {
    pub batch: Batch,
    /// The rows that are read once more after they were checked.
    pub spool: RowSpool,
    pub histories: Histories,
    /// In the order of their rows.
    pub faults: Vec<RowFault>,
    pub found: CheckedFile,
    pub rejects: RejectsFile,
    /// Of all bytes of the file.
    pub hash: ContentHash,
}

impl Import {
    /// Reads the file, makes signals of its rows and decides about each.
    pub fn prepare(
        &self,
        context: &Context,
        parser: &RowParser<'_>,
        mappings: &[Mapping],
        sender: bool,
    ) -> Result<PreparedImport, CliError> {
        let sends = sender.then(|| context.acting_as()).transpose()?;
        let person = match sends {
            Some(own) => context.person()?.map(|person| (own, person)),
            None => None,
        };
        let (file, length) = self.open_file()?;
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
        if self.writes_rejects() {
            rejects.begin()?;
        }
        let (map, folder) = (context.map()?, context.spool_folder()?);
        let digest = &map.settings().digest;
        let mut prepared = PreparedImport {
            batch: Batch::new(spool_file(&folder), spool_file(&folder), digest),
            spool: RowSpool::new(spool_file(&folder)),
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
        let workers = check::workers(map, person.as_ref()).map_err(CliError::Register)?;
        let found = check::check(source, parser, map, workers, &mut |raw, checked| {
            prepared.add(raw, checked, self, &screen)?;
            progress.at(match length {
                Some(_) => read.load(Ordering::Relaxed),
                None => raw.row,
            });
            Ok(())
        });
        prepared.found = found?;
        prepared.hash = hash.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Ok(prepared)
    }

    fn writes_rejects(&self) -> bool {
        self.keep_good && !self.dry_run
    }
}

impl PreparedImport {
    fn add(
        &mut self,
        raw: &Raw,
        checked: CheckedRow,
        import: &Import,
        screen: &RenderContext<'_>,
    ) -> Result<(), CliError> {
        match checked {
            CheckedRow::Report {
                prepared,
                can_conflict,
                ..
            } => {
                self.batch.push(&prepared).map_err(CliError::Spool)?;
                if can_conflict && !import.dry_run {
                    self.spool.push(raw).map_err(CliError::Spool)?;
                }
            }
            CheckedRow::History { events } => {
                self.spool.push(raw).map_err(CliError::Spool)?;
                self.histories.push(raw.row, events);
            }
            CheckedRow::Faulty(faults) => {
                if import.writes_rejects() {
                    self.rejects
                        .push(raw, &reason_text(&faults, screen))
                        .map_err(|error| self.rejects.not_written(error))?;
                }
                self.faults.extend(faults);
            }
        }
        Ok(())
    }
}
