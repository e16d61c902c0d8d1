//! Recording a report, once: a single one, one of a file, or one from another register.

use crate::domain::access::{Parts, Reader};
use crate::domain::codes::{AreaId, OrganisationId};
use crate::domain::event::{
    Actor, AsWas, Basis, DecisionRecord, Event, Level, Offer, RecordedEvent,
};
use crate::domain::signal::{Part, Signal};
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::State;
use crate::domain::time::Day;
use crate::domain::words::{ExternalReference, PersonName, Words};
use crate::register::audit::hash_chain::{Salts, Seal};
use crate::register::audit::receipt::Receipt;
use crate::register::database::{SqlValue, Transaction};
use crate::register::error::RegisterError;
use crate::register::event_row::EventRow;
use crate::register::event_writer::{EventWriter, Record};
use crate::register::row::{ToColumn as _, one, row, rows};
use crate::register::tables::{ContactRow, FactsRow, WordsRow};

/// What became of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportOutcome {
    /// It is recorded now.
    New,
    /// It was recorded before; nothing was recorded again.
    Existing(ExistingSignal),
}

row! {
    /// A signal that is there already, as it is now.
    pub struct ExistingSignal {
        /// Differs from the number of the report when only the sender's reference is the same.
        id: SignalId,
        state: State,
        /// Who owns the follow-up.
        owner: OrganisationId,
        basis: Basis,
        /// The last day to say whether they take it on; `None` when they have said so.
        accept_by: Option<Day>,
        /// The last day on which the sender hears what was done.
        feedback_by: Day,
        sender: OrganisationId,
        /// Who of the sender.
        sent_by: Option<PersonName>,
        coordinator: OrganisationId,
        area: Option<AreaId>,
        proposed: Option<OrganisationId>,
        level: Level,
        involved: Vec<OrganisationId> = "(SELECT coalesce(string_agg(organisation, ' '), '') FROM reader \
            WHERE reader.signal = signal.seq AND role = 'involved' AND until_event IS NULL)",
        /// Why the owner of then owned it, when it was reported.
        reported_basis: Basis = "(SELECT event.basis FROM event \
            WHERE event.signal = signal.seq AND event.number = 1)",
    }
}

/// A signal that is there already, as far as one reader is told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldSignal {
    pub id: SignalId,
    /// With the days, as far as they run; `None`: not told.
    pub state: Option<State>,
    pub accept_by: Option<Day>,
    pub feedback_by: Option<Day>,
    /// Who owns the follow-up, and why; `None`: not told.
    pub owner: Option<(OrganisationId, Basis)>,
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
        let event = RecordedEvent {
            number: 1,
            at: signal.reported_at,
            by: signal.sender.clone(),
            via: actor.via,
            as_was: None,
            person: None,
            event: Event::Reported(offer.clone()),
        };
        let event = EventRow {
            id: Some(signal.id),
            topics: Some(signal.topics.clone()),
            ..EventRow::of(0, &event)
        };
        let facts = FactsRow::of(
            (0, 1),
            signal.reference.clone(),
            &signal.circumstances(),
            salts.next(),
        );
        let contact = ContactRow::of((0, 1), actor.person.as_ref(), signal.contact.clone(), salts);
        let words = signal
            .words
            .pieces()
            .into_iter()
            .map(|(part, text)| WordsRow {
                signal: 0,
                event: 1,
                part,
                text: text.clone(),
                salt: salts.next(),
            });
        Self {
            id: signal.id,
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
}

/// The signal that a report would record again, if there is one.
///
/// # Errors
/// [`RegisterError::IdTaken`] and [`RegisterError::ReferenceTaken`] when its number or its reference
/// belongs to a signal with another content.
pub(super) fn find_existing(
    tx: &mut dyn Transaction,
    report: &ReportRows,
) -> Result<Option<ExistingSignal>, RegisterError> {
    match find_by_number(tx, report)? {
        None => find_by_reference(tx, report),
        found => Ok(found),
    }
}

/// The signal with the number of a report, if there is one.
///
/// # Errors
/// [`RegisterError::IdTaken`] when it has another content.
pub(super) fn find_by_number(
    tx: &mut dyn Transaction,
    report: &ReportRows,
) -> Result<Option<ExistingSignal>, RegisterError> {
    let with = [report.id.to_value()];
    match one::<ExistingSignal>(tx, "FROM signal WHERE id = $1", &with)? {
        None => Ok(None),
        Some(found) if found.has_content_of(tx, report)? => Ok(Some(found)),
        Some(_) => Err(RegisterError::IdTaken { id: report.id }),
    }
}

/// The signal that the reference of a report stands for, if there is one. A signal that was
/// withdrawn gave up its reference, but must not be recorded again.
///
/// # Errors
/// [`RegisterError::ReferenceTaken`] when it stands for another content.
pub(super) fn find_by_reference(
    tx: &mut dyn Transaction,
    report: &ReportRows,
) -> Result<Option<ExistingSignal>, RegisterError> {
    let Some(with) = sender_and_reference(report) else {
        return Ok(None);
    };
    let holder: Option<ExistingSignal> = one(tx, HOLDS_REFERENCE, &with)?;
    if let Some(holder) = &holder
        && holder.has_content_of(tx, report)?
    {
        return Ok(Some(holder.clone()));
    }
    for withdrawn in rows::<ExistingSignal>(tx, HELD_REFERENCE, &with)? {
        if withdrawn.has_content_of(tx, report)? {
            return Ok(Some(withdrawn));
        }
    }
    match holder {
        None => Ok(None),
        Some(ExistingSignal { id, .. }) => Err(RegisterError::ReferenceTaken { id }),
    }
}

/// Each is the condition of an index.
const HOLDS_REFERENCE: &str =
    "FROM signal WHERE sender = $1 AND reference = $2 AND state <> 'withdrawn'";
const HELD_REFERENCE: &str =
    "FROM signal WHERE sender = $1 AND reference = $2 AND state = 'withdrawn' ORDER BY seq";

/// The signal that has this reference of its sender now, if there is one.
pub(super) fn holder_of(
    tx: &mut dyn Transaction,
    sender: &OrganisationId,
    reference: &ExternalReference,
) -> Result<Option<SignalId>, RegisterError> {
    let with = [sender.to_value(), reference.to_value()];
    let holder: Option<ExistingSignal> = one(tx, HOLDS_REFERENCE, &with)?;
    Ok(holder.map(|holder| holder.id))
}

fn sender_and_reference(report: &ReportRows) -> Option<[SqlValue<'_>; 2]> {
    let sender = &report.record.event.by_organisation;
    Some([sender.to_value(), report.reference()?.to_value()])
}

/// Records a report with its decision, or finds it already there.
///
/// # Errors
/// As [`find_existing`].
pub(super) fn record(
    writer: &mut EventWriter<'_>,
    report: ReportRows,
    decision: &DecisionRecord,
) -> Result<ReportOutcome, RegisterError> {
    if let Some(existing) = find_existing(writer.tx, &report)? {
        return Ok(ReportOutcome::Existing(existing));
    }
    append(writer, report, decision)?;
    Ok(ReportOutcome::New)
}

/// Records a report that was looked for and not found.
pub(super) fn append(
    writer: &mut EventWriter<'_>,
    report: ReportRows,
    decision: &DecisionRecord,
) -> Result<(), RegisterError> {
    let mut record = report.record;
    record.set_signal(writer.next_seq()?);
    writer.append(record, Some(decision), report.as_was.as_ref())
}

impl ToldSignal {
    /// One that is offered now, or would be, to whoever offers it.
    #[must_use]
    pub fn offered(id: SignalId, offer: Offer) -> Self {
        Self {
            id,
            state: Some(State::Offered),
            accept_by: Some(offer.accept_by),
            feedback_by: Some(offer.feedback_by),
            owner: Some((offer.owner, offer.basis)),
        }
    }

    /// The number alone.
    fn unread(id: SignalId) -> Self {
        Self {
            id,
            state: None,
            accept_by: None,
            feedback_by: None,
            owner: None,
        }
    }
}

impl ExistingSignal {
    /// What this reader is told of it: no more than by reading it. Who says not who reads, reads
    /// nothing.
    #[must_use]
    pub fn told_to(self, reader: Option<&Reader>) -> ToldSignal {
        let Some(reader) = reader else {
            return ToldSignal::unread(self.id);
        };
        let involved = self.involved.into_iter().collect();
        let parts = Parts {
            owner: &self.owner,
            sender: &self.sender,
            sent_by: self.sent_by.as_ref(),
            coordinator: &self.coordinator,
            area: self.area.as_ref(),
            involved: &involved,
            proposed: self.proposed.as_ref(),
            level: self.level,
        };
        let access = parts.access_of(reader);
        if !access.knows_state() {
            return ToldSignal::unread(self.id);
        }
        let basis = access.known_basis(self.basis, self.reported_basis);
        ToldSignal {
            id: self.id,
            state: Some(self.state),
            accept_by: self.accept_by,
            feedback_by: Some(self.feedback_by),
            owner: basis.map(|basis| (self.owner, basis)),
        }
    }

    /// Whether sender, topics, facts and words are the same. The moment and the contact may differ.
    fn has_content_of(
        &self,
        tx: &mut dyn Transaction,
        report: &ReportRows,
    ) -> Result<bool, RegisterError> {
        let damaged = RegisterError::DamagedSignal { id: Some(self.id) };
        let with = [self.id.to_value()];
        let of_signal = "WHERE signal = (SELECT seq FROM signal WHERE id = $1)";
        let event = format!("FROM event {of_signal} AND number = 1");
        let event: Option<EventRow> = one(tx, &event, &with)?;
        let event = event.ok_or_else(|| damaged.clone())?;
        let facts = format!("FROM facts {of_signal} AND event = 1");
        let facts: Option<FactsRow> = one(tx, &facts, &with)?;
        let facts = facts.ok_or(damaged)?;
        let words = format!("FROM words {of_signal} AND event = 1 ORDER BY part");
        let words: Vec<WordsRow> = rows(tx, &words, &with)?;
        let new = &report.record;
        Ok(event.by_organisation == new.event.by_organisation
            && event.topics == new.event.topics
            && Some(without_salt(facts)) == new.facts.clone().map(without_salt)
            && texts(&words) == texts(&new.words))
    }
}

fn texts(rows: &[WordsRow]) -> Vec<(Part, &Words)> {
    let mut texts: Vec<_> = rows.iter().map(|row| (row.part, &row.text)).collect();
    texts.sort_by_key(|(part, _)| *part);
    texts
}

fn without_salt(facts: FactsRow) -> FactsRow {
    FactsRow {
        signal: 0,
        salt: Seal::NONE,
        ..facts
    }
}

row! {
    struct StepSeal {
        step: u64,
        seal: Seal,
    }
}

/// The receipt of the report of a recorded signal.
pub(super) fn receipt_of_report(
    tx: &mut dyn Transaction,
    id: SignalId,
) -> Result<Option<Receipt>, RegisterError> {
    let rest = "FROM event WHERE signal = (SELECT seq FROM signal WHERE id = $1) AND number = 1";
    let found = one::<StepSeal>(tx, rest, &[id.to_value()])?;
    Ok(found.map(|StepSeal { step, seal }| Receipt::of(step, seal)))
}
