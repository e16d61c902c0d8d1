//! The line on which rows are checked: one reads them, the others make signals of them and decide,
//! and here they come back in order.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use rustc_hash::FxBuildHasher;

use crate::domain::codes::OrganisationId;
use crate::domain::event::{Basis, Via};
use crate::domain::invariant::{Invariant as _, at};
use crate::domain::signal::{Signal, Urgency};
use crate::domain::signal_id::SignalId;
use crate::errors::cli_error::CliError;
use crate::exchange::import::{
    Field, FieldError, ImportSource, ParsedRow, Raw, RowFault, RowParser, Unopened, UnparsedRow,
};
use crate::output::reason;
use crate::register::{PreparedReport, Preparing, RegisterError, SealedReason};
use crate::routing::decide;
use crate::routing::explanation::Explanation;
use crate::routing::map::RouteMap;
use crate::verbs::import::unopened;

/// Rows that go from hand to hand together.
const TOGETHER: usize = 128;
/// The bytes in a bundle, beyond which it goes as it is: rows may be long.
const HEAVY: usize = 1 << 20;
/// How many such bundles wait between two hands: enough that nobody waits for long, and few to be
/// held.
const WAITING: usize = 4;

/// A row that can be recorded, or not.
pub enum CheckedRow {
    /// A signal that was decided about, ready to be recorded.
    Report {
        /// Ready for the batch.
        prepared: PreparedReport,
        /// Who owns it, and why.
        owner: (OrganisationId, Basis),
        /// Whether its words seem to hold what a signal does not need.
        not_needed: bool,
        /// Whether something that is recorded already can stand in its way: it has a number of its
        /// own, or a reference.
        can_conflict: bool,
    },
    /// A signal of another register.
    History {
        /// How much happened to it, its report with it.
        events: u32,
        /// Who owns it, and why.
        owner: (OrganisationId, Basis),
    },
    /// Everything that is wrong with it.
    Unfit(Vec<RowFault>),
}

/// What must not be in two rows: a number, or a reference of one sender.
type UniqueValue = (Field, [u32; 3]);

struct Done {
    raw: Raw,
    /// `None` when the system gives no number for it.
    checked: Option<CheckedRow>,
    once: Vec<UniqueValue>,
    /// Whether somebody must act at once, also when the row cannot be recorded.
    acute: bool,
}

/// What was found in the whole file.
#[derive(Default)]
pub struct CheckedFile {
    /// How many rows there are.
    pub rows: u64,
    /// How many signals each organisation would own, and why.
    pub owners: BTreeMap<(OrganisationId, Basis), u64>,
    /// How many are acute.
    pub acute: u64,
    /// In how many signals the words seem to hold what is not needed.
    pub not_needed: u64,
}

/// Who makes signals of rows, and decides.
pub struct Worker {
    preparing: Preparing,
    /// The reasons so far: the decisions of a million rows have few different ones.
    known: HashMap<Explanation, SealedReason, FxBuildHasher>,
}

/// More reasons than this are not kept at hand: who has another in every row fills no memory with
/// them.
const MOST_KNOWN: usize = 1 << 12;

impl Worker {
    fn reason(&mut self, why: Explanation) -> SealedReason {
        if let Some(reason) = self.known.get(&why) {
            return reason.clone();
        }
        let reason = self.preparing.reason(&reason::written(&why));
        if self.known.len() < MOST_KNOWN {
            self.known.insert(why, reason.clone());
        }
        reason
    }
}

/// One for each processor.
///
/// # Errors
/// [`RegisterError`]: there is no randomness for them.
pub fn hands(map: &RouteMap) -> Result<Vec<Worker>, RegisterError> {
    let count = thread::available_parallelism().map_or(1, |cores| cores.get().clamp(1, 8));
    let hand = || {
        Ok(Worker {
            preparing: Preparing::new(&map.settings().digest)?,
            known: HashMap::default(),
        })
    };
    (0..count).map(|_| hand()).collect()
}

/// Checks every row of the file, shared out among the hands, and hands them to `each` in their
/// order.
///
/// # Errors
/// A file that cannot be read to its end, what `each` says, or that there are no numbers.
pub fn check(
    mut source: ImportSource,
    desk: &RowParser<'_>,
    map: &RouteMap,
    hands: Vec<Worker>,
    each: &mut dyn FnMut(&Raw, CheckedRow) -> Result<(), CliError>,
) -> Result<CheckedFile, CliError> {
    let count = hands.len();
    thread::scope(|scope| {
        let (mut to_check, mut checked) = (Vec::new(), Vec::new());
        for mut hand in hands {
            let (give, take) = sync_channel::<Vec<Raw>>(WAITING);
            let (back, come) = sync_channel::<Vec<Done>>(WAITING);
            scope.spawn(move || at_work(&take, &back, desk, map, &mut hand));
            to_check.push(give);
            checked.push(come);
        }
        let reading = scope.spawn(move || read(&mut source, &to_check));
        let mut found = CheckedFile::default();
        let mut earlier: HashMap<[u32; 3], u32> = HashMap::new();
        // Each hand in turn gives back what it was given in turn: so the rows stay in their order.
        let bundles = (0..count)
            .cycle()
            .map_while(|hand| at(&checked, hand).recv().ok());
        for Done {
            raw,
            checked,
            once,
            acute,
        } in bundles.flatten()
        {
            found.acute += u64::from(acute);
            found.rows += 1;
            let checked = checked.ok_or(CliError::IdUnavailable)?;
            let again = again(&raw, once, &mut earlier);
            let checked = match (checked, again.is_empty()) {
                (CheckedRow::Unfit(faults), _) => CheckedRow::Unfit([faults, again].concat()),
                (CheckedRow::Report { .. } | CheckedRow::History { .. }, false) => {
                    CheckedRow::Unfit(again)
                }
                (checked, true) => checked,
            };
            match &checked {
                CheckedRow::Report {
                    owner,
                    not_needed,
                    prepared: _,
                    can_conflict: _,
                } => {
                    *found.owners.entry(owner.clone()).or_default() += 1;
                    found.not_needed += u64::from(*not_needed);
                }
                CheckedRow::History { owner, .. } => {
                    *found.owners.entry(owner.clone()).or_default() += 1
                }
                CheckedRow::Unfit(_) => {}
            }
            each(&raw, checked)?;
        }
        // Who reads has ended, since nobody had anything more to give.
        let read = reading.join().certain("who reads comes to an end");
        read.map_err(unopened)?;
        Ok(found)
    })
}

fn read(source: &mut ImportSource, to_check: &[SyncSender<Vec<Raw>>]) -> Result<(), Unopened> {
    let mut bundle = Vec::with_capacity(TOGETHER);
    let (mut hands, mut weight) = (to_check.iter().cycle(), 0);
    while let Some(raw) = source.next_row()? {
        weight += raw.bytes();
        bundle.push(raw);
        if bundle.len() == TOGETHER || weight > HEAVY {
            weight = 0;
            let full = std::mem::replace(&mut bundle, Vec::with_capacity(TOGETHER));
            // Nobody takes it any more when the rest has failed already.
            if hands.next().is_none_or(|hand| hand.send(full).is_err()) {
                return Ok(());
            }
        }
    }
    if let Some(hand) = hands.next() {
        let _ = hand.send(bundle);
    }
    Ok(())
}

fn at_work(
    take: &Receiver<Vec<Raw>>,
    back: &SyncSender<Vec<Done>>,
    desk: &RowParser<'_>,
    map: &RouteMap,
    hand: &mut Worker,
) {
    for bundle in take {
        let done = bundle
            .into_iter()
            .map(|raw| one(raw, desk, map, hand))
            .collect();
        if back.send(done).is_err() {
            return;
        }
    }
}

fn one(raw: Raw, desk: &RowParser<'_>, map: &RouteMap, hand: &mut Worker) -> Done {
    match desk.draft(&raw) {
        Ok(ParsedRow::Report { signal, own_number }) => {
            // It was reported when the row says so, and by the map of that day; the promises run
            // from there.
            let decision = decide(map, &signal.facts(), signal.reported_at);
            let offer = decision.offer();
            let reason = hand.reason(decision.why);
            let actor = map.actor(&signal.sender, Via::Import);
            let prepared = hand
                .preparing
                .prepare(raw.row, own_number, &signal, &offer, &actor, &reason);
            let once = once(&signal, own_number);
            Done {
                raw,
                acute: signal.particulars.urgency == Urgency::Acute,
                checked: Some(CheckedRow::Report {
                    prepared,
                    owner: (offer.owner, offer.basis),
                    not_needed: holds_not_needed(&signal),
                    can_conflict: !once.is_empty(),
                }),
                once,
            }
        }
        Ok(ParsedRow::History(history)) => {
            let reported = &history.story.reported;
            let reference = reported
                .reference
                .as_ref()
                .map(|reference| reference.as_str());
            let once = [
                Some(number(reported.id)),
                reference.map(|reference| of_sender(reported.sender.as_str(), reference)),
            ];
            let acute = history.is_acute();
            let case = history.story.case;
            Done {
                raw,
                acute,
                checked: Some(CheckedRow::History {
                    events: case.events,
                    owner: (case.owner, case.basis),
                }),
                once: once.into_iter().flatten().collect(),
            }
        }
        Err(UnparsedRow::Faults { faults, acute }) => Done {
            raw,
            acute,
            checked: Some(CheckedRow::Unfit(faults)),
            once: Vec::new(),
        },
        Err(UnparsedRow::NoNumber) => Done {
            raw,
            acute: false,
            checked: None,
            once: Vec::new(),
        },
    }
}

fn holds_not_needed(signal: &Signal) -> bool {
    let pieces = signal.words.pieces();
    pieces
        .iter()
        .any(|(_, words)| !words.not_needed().is_empty())
}

fn once(signal: &Signal, own_number: bool) -> Vec<UniqueValue> {
    let reference = signal
        .reference
        .as_ref()
        .map(|reference| of_sender(signal.sender.as_str(), reference.as_str()));
    [own_number.then(|| number(signal.id)), reference]
        .into_iter()
        .flatten()
        .collect()
}

fn number(id: SignalId) -> UniqueValue {
    (Field::Id, short(&(Field::Id, id.as_str())))
}

fn of_sender(sender: &str, reference: &str) -> UniqueValue {
    (
        Field::Reference,
        short(&(Field::Reference, sender, reference)),
    )
}

/// Ninety-six bits stand for the whole: of a million, two that differ are taken for the same once
/// in a hundred billion files.
fn short(whole: &impl std::hash::Hash) -> [u32; 3] {
    let hash = |seed: u8| {
        let mut hasher = DefaultHasher::new();
        (seed, whole).hash(&mut hasher);
        hasher.finish()
    };
    let (one, other) = (hash(1), hash(2));
    [(one >> 32) as u32, one as u32, other as u32]
}

/// What this row has that an earlier one had.
fn again(raw: &Raw, once: Vec<UniqueValue>, earlier: &mut HashMap<[u32; 3], u32>) -> Vec<RowFault> {
    let mut faults = Vec::new();
    for (field, short) in once {
        if let Some(row) = earlier.get(&short) {
            faults.push(RowFault {
                row: raw.row,
                field: Some(field),
                unfit: FieldError::Again((*row).into()),
            });
        } else {
            earlier.insert(
                short,
                u32::try_from(raw.row).certain("memory ends before the numbers do"),
            );
        }
    }
    faults
}

#[cfg(test)]
mod tests;
