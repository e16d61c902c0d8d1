//! Recording a report, once. There is one way in: of a single report, of a file, and of a signal
//! from another register.

use crate::domain::codes::OrganisationId;
use crate::domain::event::{Actor, AsWas, Basis, DecisionRecord, Event, Offer, RecordedEvent};
use crate::domain::signal::{Discussed, Signal};
use crate::domain::signal_id::SignalId;
use crate::domain::time::Day;
use crate::domain::words::ExternalReference;
use crate::register::audit::hash_chain::{Salts, Seal};
use crate::register::audit::receipt::Receipt;
use crate::register::database::{SqlValue, Transaction};
use crate::register::error::RegisterError;
use crate::register::event_writer::{EventWriter, Record};
use crate::register::row::{RowColumns as _, Stored as _, one, row, rows};
use crate::register::tables::{ContactRow, EventRow, FactsRow, WordsRow};

/// What became of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recorded {
    /// It is recorded now.
    New,
    /// It was recorded before, and nothing was recorded again.
    Already(Already),
}

/// A signal that is there already, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Already {
    /// Its number: another than that of the report when only the sender's reference is the same.
    pub id: SignalId,
    /// Whether the sender said the same then. Only a repeated reference can say something else.
    pub same: bool,
    /// Who owns it.
    pub owner: OrganisationId,
    pub basis: Basis,
    /// The last day to say whether they take it on; `None` when they have said so.
    pub accept_by: Option<Day>,
    /// The last day on which the sender hears what was done.
    pub feedback_by: Day,
}

/// A report that is ready to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ReportRows {
    pub id: SignalId,
    pub record: Record,
    pub as_was: Option<AsWas>,
}

impl ReportRows {
    /// `actor`: the sender, and how it reports.
    pub fn new(signal: &Signal, offer: &Offer, actor: &Actor, salts: &mut Salts) -> Self {
        let Signal {
            id,
            sender,
            contact,
            reference,
            reported_at,
            topics,
            particulars,
            words,
        } = signal;
        let happened = RecordedEvent {
            number: 1,
            at: *reported_at,
            by: sender.clone(),
            via: actor.via,
            as_was: None,
            event: Event::Reported(offer.clone()),
        };
        let event = EventRow {
            id: Some(*id),
            topics: Some(topics.clone()),
            ..EventRow::of(0, &happened)
        };
        let facts = FactsRow::of(
            (0, 1),
            reference.clone(),
            particulars,
            words.discussed == Discussed::Yes,
            salts.next(),
        );
        let contact = contact.clone().map(|text| ContactRow {
            signal: 0,
            event: 1,
            text,
            salt: salts.next(),
        });
        let words = words.pieces().into_iter().map(|(part, text)| WordsRow {
            signal: 0,
            event: 1,
            part,
            text: text.clone(),
            salt: salts.next(),
        });
        Self {
            id: *id,
            record: Record {
                event,
                facts: Some(facts),
                contact,
                words: words.collect(),
            },
            as_was: actor.as_was.clone(),
        }
    }

    /// The number in the sender's own system.
    pub fn reference(&self) -> Option<&ExternalReference> {
        self.record.facts.as_ref()?.reference.as_ref()
    }

    fn at(mut self, place: i64) -> Self {
        let Record {
            event,
            facts,
            contact,
            words,
        } = &mut self.record;
        event.signal = place;
        facts.iter_mut().for_each(|facts| facts.signal = place);
        contact.iter_mut().for_each(|row| row.signal = place);
        words.iter_mut().for_each(|words| words.signal = place);
        self
    }
}

/// What is there of a report already, if anything is.
///
/// # Errors
/// [`RegisterError::IdTaken`] when its number belongs to another signal.
pub(super) fn already(
    tx: &mut dyn Transaction,
    report: &ReportRows,
) -> Result<Option<Already>, RegisterError> {
    if let Some(there) = find_by_id(tx, report.id)? {
        return if says_the_same(tx, &there, report)? {
            Ok(Some(there.already(true)))
        } else {
            Err(RegisterError::IdTaken { id: report.id })
        };
    }
    already_by_reference(tx, report)
}

/// The signal with the reference of a report, if there is one.
pub(super) fn already_by_reference(
    tx: &mut dyn Transaction,
    report: &ReportRows,
) -> Result<Option<Already>, RegisterError> {
    let Some(there) = find_by_reference(tx, report)? else {
        return Ok(None);
    };
    let same = says_the_same(tx, &there, report)?;
    Ok(Some(there.already(same)))
}

/// Records a report with its decision, or finds it already there.
///
/// # Errors
/// [`RegisterError::IdTaken`] when its number belongs to another signal.
pub(super) fn record(
    writer: &mut EventWriter<'_>,
    report: ReportRows,
    grounds: &DecisionRecord,
) -> Result<Recorded, RegisterError> {
    if let Some(already) = already(writer.tx, &report)? {
        return Ok(Recorded::Already(already));
    }
    let place = writer.next_place()?;
    let ReportRows {
        id: _,
        record,
        as_was,
    } = report.at(place);
    writer.append(record, Some(grounds), as_was.as_ref())?;
    Ok(Recorded::New)
}

row! {
    /// A signal that is there already.
    struct ExistingReport {
        seq: i64,
        id: SignalId,
        owner: OrganisationId,
        basis: Basis,
        accept_by: Option<Day>,
        feedback_by: Day,
    }
}

impl ExistingReport {
    fn already(self, same: bool) -> Already {
        let Self {
            seq: _,
            id,
            owner,
            basis,
            accept_by,
            feedback_by,
        } = self;
        Already {
            id,
            same,
            owner,
            basis,
            accept_by,
            feedback_by,
        }
    }
}

fn find_by_id(
    tx: &mut dyn Transaction,
    id: SignalId,
) -> Result<Option<ExistingReport>, RegisterError> {
    let sql = format!(
        "SELECT {} FROM signal WHERE id = $1",
        ExistingReport::select()
    );
    one(tx, &sql, &[id.to_value()])
}

/// The signal with the reference of this sender.
fn find_by_reference(
    tx: &mut dyn Transaction,
    report: &ReportRows,
) -> Result<Option<ExistingReport>, RegisterError> {
    let Some(reference) = report.reference() else {
        return Ok(None);
    };
    let sql = format!(
        "SELECT {} FROM signal WHERE sender = $1 AND reference = $2",
        ExistingReport::select()
    );
    let sender = &report.record.event.by_organisation;
    let with = [sender.to_value(), reference.to_value()];
    one(tx, &sql, &with)
}

/// Whether the signal was reported with the same content: sender, topics, facts and words, whenever
/// it was said and however the sender can be reached.
fn says_the_same(
    tx: &mut dyn Transaction,
    there: &ExistingReport,
    report: &ReportRows,
) -> Result<bool, RegisterError> {
    let with = [SqlValue::from(there.seq)];
    let events = format!(
        "SELECT {} FROM event WHERE signal = $1 AND number = 1",
        EventRow::select()
    );
    let facts = format!(
        "SELECT {} FROM facts WHERE signal = $1 AND event = 1",
        FactsRow::select()
    );
    let words = format!(
        "SELECT {} FROM words WHERE signal = $1 AND event = 1 ORDER BY part",
        WordsRow::select()
    );
    let damaged = RegisterError::DamagedSignal { id: Some(there.id) };
    let event: EventRow = one(tx, &events, &with)?.ok_or_else(|| damaged.clone())?;
    let facts: FactsRow = one(tx, &facts, &with)?.ok_or(damaged)?;
    let words: Vec<WordsRow> = rows(tx, &words, &with)?;
    let new = &report.record;
    let said = |rows: &[WordsRow]| {
        let mut said: Vec<_> = rows
            .iter()
            .map(|row| (row.part, row.text.clone()))
            .collect();
        said.sort_by_key(|(part, _)| *part);
        said
    };
    Ok(event.by_organisation == new.event.by_organisation
        && event.topics == new.event.topics
        && Some(unsalted(facts)) == new.facts.clone().map(unsalted)
        && said(&words) == said(&new.words))
}

/// What was said, whichever salt it has and wherever it stands.
fn unsalted(facts: FactsRow) -> FactsRow {
    FactsRow {
        signal: 0,
        salt: Seal::NONE,
        ..facts
    }
}

row! {
    struct StepOfReport {
        step: u64 = "event.step",
        seal: Seal = "event.seal",
    }
}

/// The receipt of the report of a signal that is there already.
pub(super) fn receipt_of_report(
    tx: &mut dyn Transaction,
    id: SignalId,
) -> Result<Option<Receipt>, RegisterError> {
    let sql = format!(
        "SELECT {} FROM event JOIN signal ON signal.seq = event.signal \
         WHERE signal.id = $1 AND event.number = 1",
        StepOfReport::select()
    );
    let found = one::<StepOfReport>(tx, &sql, &[id.to_value()])?;
    Ok(found.map(|StepOfReport { step, seal }| Receipt::of(step, seal)))
}
