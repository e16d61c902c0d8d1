//! Checks the rows of a file on several threads: one reads them, the others make signals of them
//! and decide, and here they come back in order.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher as _};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use rustc_hash::FxBuildHasher;

use crate::domain::codes::OrganisationId;
use crate::domain::event::{Basis, Via};
use crate::domain::invariant::{Invariant as _, at};
use crate::domain::signal::{Signal, Urgency};
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::State;
use crate::domain::words::{ExternalReference, PersonName};
use crate::errors::cli_error::CliError;
use crate::exchange::import::{
    Field, FieldError, ImportSource, ParsedRow, Raw, RowFault, RowParser, SourceError, UnparsedRow,
};
use crate::output::reason;
use crate::register::{PreparedReport, RegisterError, ReportPreparer, SealedReason, Story};
use crate::routing::decide;
use crate::routing::explanation::Explanation;
use crate::routing::map::RouteMap;
use crate::verbs::import::unopened;

/// Rows that are handed over together.
const BUNDLE_ROWS: usize = 128;
/// A bundle of more bytes goes as it is: rows may be long.
const MAX_BUNDLE_BYTES: usize = 1 << 20;
/// Bundles that wait for one worker: enough to keep everybody busy, few to hold in memory.
const QUEUED_BUNDLES: usize = 4;

/// A row that can be recorded, or not.
pub enum CheckedRow {
    Report {
        prepared: PreparedReport,
        owner: (OrganisationId, Basis),
        /// Whether its words seem to hold what a signal does not need.
        not_needed: bool,
        /// Whether it has a number of its own or a reference, which can be taken already.
        can_conflict: bool,
    },
    /// A signal of another register.
    History {
        /// How many, its report among them.
        events: u32,
    },
    Faulty(Vec<RowFault>),
}

/// What two rows must not share: a number, or a reference of one sender.
type UniqueValue = (Field, Fingerprint);

/// 96 bits in place of a value. In a file of a million rows two different values get the same one
/// once in a hundred billion files.
type Fingerprint = [u32; 3];

/// A row that comes back from a worker.
struct WorkedRow {
    raw: Raw,
    /// `None` when the system gives no number for it.
    checked: Option<CheckedRow>,
    unique: Vec<UniqueValue>,
    /// Whether somebody must act at once, also when the row cannot be recorded.
    acute: bool,
}

/// What was found in the whole file.
#[derive(Default)]
pub struct CheckedFile {
    pub rows: u64,
    /// How many of the reports each organisation would own, and why.
    pub owners: BTreeMap<(OrganisationId, Basis), u64>,
    pub acute: u64,
    /// In how many signals the words seem to hold what is not needed.
    pub not_needed: u64,
}

impl CheckedFile {
    fn count(&mut self, checked: &CheckedRow) {
        match checked {
            CheckedRow::Report {
                owner, not_needed, ..
            } => {
                *self.owners.entry(owner.clone()).or_default() += 1;
                self.not_needed += u64::from(*not_needed);
            }
            CheckedRow::History { .. } | CheckedRow::Faulty(_) => {}
        }
    }
}

/// Makes signals of rows, and decides.
pub struct Worker {
    preparing: ReportPreparer,
    /// The organisation of this run, and who of it sends its signals.
    person: Option<(OrganisationId, PersonName)>,
    /// The reasons so far: the decisions of a million rows have few different ones.
    reasons: HashMap<Explanation, SealedReason, FxBuildHasher>,
}

/// More reasons are not kept, so that a file with another one in every row does not fill the memory.
const MAX_REASONS: usize = 1 << 12;

impl Worker {
    fn reason(&mut self, why: Explanation) -> SealedReason {
        if let Some(reason) = self.reasons.get(&why) {
            return reason.clone();
        }
        let reason = self.preparing.reason(&reason::written(&why));
        if self.reasons.len() < MAX_REASONS {
            self.reasons.insert(why, reason.clone());
        }
        reason
    }
}

/// One for each processor, at most 8. `person`: the organisation of this run, and who of it sends its
/// signals.
///
/// # Errors
/// There is no randomness for them.
pub fn workers(
    map: &RouteMap,
    person: Option<&(OrganisationId, PersonName)>,
) -> Result<Vec<Worker>, RegisterError> {
    let count = thread::available_parallelism().map_or(1, |cores| cores.get().clamp(1, 8));
    let mut workers = Vec::new();
    for _ in 0..count {
        workers.push(Worker {
            preparing: ReportPreparer::new(&map.settings().digest)?,
            person: person.cloned(),
            reasons: HashMap::default(),
        });
    }
    Ok(workers)
}

/// Checks every row of the file, spread over the workers, and gives each to `each` in the order of
/// the file.
///
/// # Errors
/// The file cannot be read to its end, `each` fails, or the system gives no numbers.
pub fn check(
    mut source: ImportSource,
    parser: &RowParser<'_>,
    map: &RouteMap,
    workers: Vec<Worker>,
    each: &mut dyn FnMut(&Raw, CheckedRow) -> Result<(), CliError>,
) -> Result<CheckedFile, CliError> {
    let count = workers.len();
    thread::scope(|scope| {
        let (mut to_check, mut checked) = (Vec::new(), Vec::new());
        for mut worker in workers {
            let (to_worker, bundles) = sync_channel::<Vec<Raw>>(QUEUED_BUNDLES);
            let (back, worked) = sync_channel::<Vec<WorkedRow>>(QUEUED_BUNDLES);
            scope.spawn(move || work(&bundles, &back, parser, map, &mut worker));
            to_check.push(to_worker);
            checked.push(worked);
        }
        let reading = scope.spawn(move || read_bundles(&mut source, &to_check));
        let mut found = CheckedFile::default();
        let mut earlier: HashMap<Fingerprint, u32> = HashMap::new();
        // Bundles are dealt out and taken back in turn, so the rows stay in their order.
        let bundles = (0..count)
            .cycle()
            .map_while(|worker| at(&checked, worker).recv().ok());
        for worked in bundles.flatten() {
            let WorkedRow {
                raw,
                checked,
                unique,
                acute,
            } = worked;
            found.acute += u64::from(acute);
            found.rows += 1;
            let checked = checked.ok_or(CliError::IdUnavailable)?;
            let repeated = repeated(&raw, unique, &mut earlier);
            let checked = match (checked, repeated.is_empty()) {
                (CheckedRow::Faulty(faults), _) => CheckedRow::Faulty([faults, repeated].concat()),
                (CheckedRow::Report { .. } | CheckedRow::History { .. }, false) => {
                    CheckedRow::Faulty(repeated)
                }
                (checked, true) => checked,
            };
            found.count(&checked);
            each(&raw, checked)?;
        }
        // The reader has ended: no worker has anything more to give.
        let read = reading.join().certain("the reader comes to an end");
        read.map_err(unopened)?;
        Ok(found)
    })
}

fn read_bundles(
    source: &mut ImportSource,
    to_check: &[SyncSender<Vec<Raw>>],
) -> Result<(), SourceError> {
    let mut bundle = Vec::with_capacity(BUNDLE_ROWS);
    let (mut workers, mut bytes) = (to_check.iter().cycle(), 0);
    while let Some(raw) = source.next_row()? {
        bytes += raw.bytes();
        bundle.push(raw);
        if bundle.len() == BUNDLE_ROWS || bytes > MAX_BUNDLE_BYTES {
            bytes = 0;
            let full = std::mem::replace(&mut bundle, Vec::with_capacity(BUNDLE_ROWS));
            // Nobody takes it any more when the rest has failed already.
            if workers
                .next()
                .is_none_or(|worker| worker.send(full).is_err())
            {
                return Ok(());
            }
        }
    }
    if let Some(worker) = workers.next() {
        let _ = worker.send(bundle);
    }
    Ok(())
}

fn work(
    bundles: &Receiver<Vec<Raw>>,
    back: &SyncSender<Vec<WorkedRow>>,
    parser: &RowParser<'_>,
    map: &RouteMap,
    worker: &mut Worker,
) {
    for bundle in bundles {
        let mut worked = Vec::with_capacity(bundle.len());
        for raw in bundle {
            worked.push(check_row(raw, parser, map, worker));
        }
        if back.send(worked).is_err() {
            return;
        }
    }
}

fn check_row(raw: Raw, parser: &RowParser<'_>, map: &RouteMap, worker: &mut Worker) -> WorkedRow {
    match parser.parse_row(&raw) {
        Ok(ParsedRow::Report {
            signal,
            own_number,
            decided_at,
        }) => {
            // It was reported when the row says so, and decided about by the map of that day; the
            // promises run from there.
            let decision = decide(map, &signal.facts(), decided_at);
            let offer = decision.offer();
            let reason = worker.reason(decision.why);
            let own = worker.person.as_ref();
            let own = own.filter(|(organisation, _)| *organisation == signal.sender);
            let person = own.map(|(_, person)| person.clone());
            let actor = map.actor(&signal.sender, person, Via::Import);
            let prepared = worker
                .preparing
                .prepare(raw.row, own_number, &signal, &offer, &actor, &reason);
            let id = own_number.then_some(signal.id);
            let unique = unique_values(id, &signal.sender, signal.reference.as_ref());
            WorkedRow {
                raw,
                acute: signal.particulars.urgency == Urgency::Acute,
                checked: Some(CheckedRow::Report {
                    prepared,
                    owner: (offer.owner, offer.basis),
                    not_needed: holds_not_needed(&signal),
                    can_conflict: !unique.is_empty(),
                }),
                unique,
            }
        }
        Ok(ParsedRow::History(history)) => {
            let acute = history.is_acute();
            let Story { reported, case, .. } = history.story;
            // What was withdrawn gave its reference free.
            let is_withdrawn = case.state() == State::Withdrawn;
            let reference = reported.reference.as_ref().filter(|_| !is_withdrawn);
            WorkedRow {
                raw,
                acute,
                unique: unique_values(Some(reported.id), &reported.sender, reference),
                checked: Some(CheckedRow::History {
                    events: case.events,
                }),
            }
        }
        Err(UnparsedRow::Faults { faults, acute }) => WorkedRow {
            raw,
            acute,
            checked: Some(CheckedRow::Faulty(faults)),
            unique: Vec::new(),
        },
        Err(UnparsedRow::NoNumber) => WorkedRow {
            raw,
            acute: false,
            checked: None,
            unique: Vec::new(),
        },
    }
}

fn holds_not_needed(signal: &Signal) -> bool {
    let pieces = signal.words.pieces();
    pieces
        .iter()
        .any(|(_, words)| !words.not_needed().is_empty())
}

fn unique_values(
    id: Option<SignalId>,
    sender: &OrganisationId,
    reference: Option<&ExternalReference>,
) -> Vec<UniqueValue> {
    let id = id.map(|id| (Field::Id, fingerprint(&(Field::Id, id.as_str()))));
    let reference = reference.map(|reference| {
        let value = (Field::Reference, sender.as_str(), reference.as_str());
        (Field::Reference, fingerprint(&value))
    });
    id.into_iter().chain(reference).collect()
}

fn fingerprint(value: &impl Hash) -> Fingerprint {
    let (one, other) = (hash(1, value), hash(2, value));
    [(one >> 32) as u32, one as u32, other as u32]
}

fn hash(seed: u8, value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    (seed, value).hash(&mut hasher);
    hasher.finish()
}

/// What this row shares with an earlier one.
fn repeated(
    raw: &Raw,
    unique: Vec<UniqueValue>,
    earlier: &mut HashMap<Fingerprint, u32>,
) -> Vec<RowFault> {
    let mut faults = Vec::new();
    for (field, fingerprint) in unique {
        if let Some(row) = earlier.get(&fingerprint) {
            faults.push(RowFault {
                row: raw.row,
                field: Some(field),
                error: FieldError::SameAsRow((*row).into()),
            });
        } else {
            let row = u32::try_from(raw.row).certain("memory ends before the numbers do");
            earlier.insert(fingerprint, row);
        }
    }
    faults
}

#[cfg(test)]
mod tests;
