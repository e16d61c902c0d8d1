//! Outcome histories: the events that a team learns from, read with one statement and without what
//! people wrote.

use std::ops::ControlFlow;

use crate::domain::access::{Reach, Reader};
use crate::domain::codes::{AreaId, CodeEnum as _, TopicId};
use crate::domain::event::{DeclineReason, EventKind, Outcome, ToldOutcome};
use crate::domain::organisation_codes::OrganisationCodes;
use crate::domain::signal_state::State;
use crate::domain::time::Moment;
use crate::overview::{Bounce, OutcomeEvent, OutcomeGroup, OutcomeHistory};
use crate::register::database::{SqlValue, Transaction};
use crate::register::dialect;
use crate::register::error::RegisterError;
use crate::register::filter::Filter;
use crate::register::filter::Parameters;
use crate::register::outcome_reader::groups::{Groups, parse, required, topics};
use crate::register::row::{
    DecodeError, RowColumns as _, RowReader, ToColumn, parameters, row, rows,
};
use crate::register::scan::select_signals;

mod groups;

/// Which outcome histories are wanted. An empty field does not limit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutcomeFilter {
    /// That this reader may know of, by what it may know of them; `None` for all.
    pub reader: Option<Reader>,
    /// In one of these areas; the caller adds the areas inside them.
    pub areas: Vec<AreaId>,
    /// With one of these as the main topic of the report; the caller adds the topics under them.
    pub topics: Vec<TopicId>,
    /// Reported at this moment or later,
    pub since: Option<Moment>,
    /// and before this moment.
    pub until: Option<Moment>,
}

/// Hands over the outcome history of each signal, in the order of recording. Gives the groups that
/// the histories name by number.
pub(super) fn histories(
    tx: &mut dyn Transaction,
    wanted: &OutcomeFilter,
    each: &mut dyn FnMut(OutcomeHistory),
) -> Result<Vec<OutcomeGroup>, RegisterError> {
    let mut reader = HistoryReader {
        seqs: wanted_signals(tx, wanted)?,
        told_the_status: match &wanted.reader {
            Some(reader) => status_only_signals(tx, &reader.organisation)?,
            None => Vec::new(),
        },
        since: wanted.since.map(|at| at.to_string()),
        until: wanted.until.map(|at| at.to_string()),
        groups: Groups::new(&wanted.topics),
        current: None,
        each,
    };
    tx.query(&statement(), &[], &mut |row| {
        reader.event(&OutcomeRow::read(&mut RowReader::new(row))?)?;
        Ok(ControlFlow::Continue(()))
    })?;
    reader.finish();
    Ok(reader.groups.all)
}

/// Turns events, in order, into histories.
struct HistoryReader<'w> {
    /// The signals that are wanted and may be known of, sorted; `None` when those are all.
    seqs: Option<Vec<i64>>,
    /// The signals of which the reader hears the status only, sorted.
    told_the_status: Vec<i64>,
    since: Option<String>,
    until: Option<String>,
    groups: Groups<'w>,
    /// The signal whose events are being read: its `seq`, and its history when it is wanted.
    current: Option<(i64, Option<HistoryBuilder>)>,
    each: &'w mut dyn FnMut(OutcomeHistory),
}

impl HistoryReader<'_> {
    fn event(&mut self, event: &OutcomeRow<'_>) -> Result<(), DecodeError> {
        if event.kind == EventKind::Reported {
            self.finish();
            let history = if self.wants(event) {
                HistoryBuilder::begin(event, &mut self.groups)?
            } else {
                None
            };
            self.current = Some((event.signal, history));
            return Ok(());
        }
        match &mut self.current {
            Some((seq, history)) if *seq == event.signal => {
                let status_only = self.told_the_status.binary_search(seq).is_ok();
                match history {
                    Some(history) => history.add(event, status_only),
                    None => Ok(()),
                }
            }
            // An event without a report would shorten the answer.
            Some(_) | None => Err(DecodeError),
        }
    }

    /// Moments are written alike, so their texts sort by time.
    fn wants(&self, event: &OutcomeRow<'_>) -> bool {
        let in_area = self.seqs.as_ref();
        in_area.is_none_or(|seqs| seqs.binary_search(&event.signal).is_ok())
            && self.since.as_deref().is_none_or(|since| since <= event.at)
            && self.until.as_deref().is_none_or(|until| event.at < until)
    }

    fn finish(&mut self) {
        if let Some((_, Some(done))) = self.current.take() {
            (self.each)(done.finish());
        }
    }
}

/// Reads the events that change an outcome history, by signal and in order.
pub(super) fn statement() -> String {
    let kinds: Vec<String> = EventKind::ALL
        .iter()
        .filter(|kind| changes_history(**kind))
        .map(|kind| format!("'{kind}'"))
        .collect();
    let kinds = kinds.join(", ");
    let columns = OutcomeRow::select();
    format!("SELECT {columns} FROM event WHERE kind IN ({kinds}) ORDER BY signal, number")
}

/// Other events are not read.
fn changes_history(kind: EventKind) -> bool {
    match kind {
        EventKind::Reported
        | EventKind::Declined
        | EventKind::TransferTaken
        | EventKind::Assigned
        | EventKind::Rerouted
        | EventKind::Amended
        | EventKind::Corrected
        | EventKind::FeedbackFinal
        | EventKind::Heard
        | EventKind::Rejected
        | EventKind::Reopened
        | EventKind::ClosedUnconfirmed
        | EventKind::Withdrawn
        | EventKind::Undone => true,
        EventKind::FamilyKnown
        | EventKind::Accepted
        | EventKind::ClaimDeclined
        | EventKind::TransferProposed
        | EventKind::TransferRefused
        | EventKind::TransferEnded
        | EventKind::Involved
        | EventKind::Uninvolved
        | EventKind::Asked
        | EventKind::Replied
        | EventKind::FeedbackInterim
        | EventKind::Confirmed
        | EventKind::Escalated
        | EventKind::CoordinatorChanged
        | EventKind::Imported => false,
    }
}

/// Whether a sender who hears the status only may know of it, as [`crate::domain::access`] says.
fn tells_the_status(kind: EventKind) -> bool {
    match kind {
        EventKind::Reported
        | EventKind::FeedbackFinal
        | EventKind::Heard
        | EventKind::Confirmed
        | EventKind::Rejected
        | EventKind::Withdrawn
        // Of what she may know of.
        | EventKind::Undone => true,
        EventKind::FamilyKnown
        | EventKind::Accepted
        | EventKind::Declined
        | EventKind::ClaimDeclined
        | EventKind::TransferProposed
        | EventKind::TransferTaken
        | EventKind::TransferRefused
        | EventKind::TransferEnded
        | EventKind::Assigned
        | EventKind::Rerouted
        | EventKind::Involved
        | EventKind::Uninvolved
        | EventKind::Asked
        | EventKind::Replied
        | EventKind::Amended
        | EventKind::Corrected
        | EventKind::FeedbackInterim
        | EventKind::ClosedUnconfirmed
        | EventKind::Reopened
        | EventKind::Escalated
        | EventKind::CoordinatorChanged
        | EventKind::Imported => false,
    }
}

row! {
    struct SignalSeq {
        seq: i64,
    }
}

/// The `seq` of the signals in the wanted areas that the reader may know of, in order; `None` for all.
fn wanted_signals(
    tx: &mut dyn Transaction,
    wanted: &OutcomeFilter,
) -> Result<Option<Vec<i64>>, RegisterError> {
    let in_areas = match wanted.areas.as_slice() {
        [] => None,
        areas => Some(signals_in(tx, areas)?),
    };
    let Some(reader) = wanted
        .reader
        .as_ref()
        .filter(|r| r.reach == Reach::OwnSignals)
    else {
        return Ok(in_areas);
    };
    let own = Filter {
        states: State::ALL.to_vec(),
        reader: Some(reader.clone()),
        ..Filter::default()
    };
    let (mut own, _) = select_signals(tx, &own)?;
    own.retain(|seq| {
        let mut areas = in_areas.iter();
        areas.all(|in_areas| in_areas.binary_search(seq).is_ok())
    });
    Ok(Some(own))
}

/// The `seq` of the signals of which this organisation hears the status only, in order.
fn status_only_signals(
    tx: &mut dyn Transaction,
    organisation: &OrganisationCodes,
) -> Result<Vec<i64>, RegisterError> {
    let mut with = Parameters::default();
    let sent = dialect::is_status_only_sender(&with.who(organisation));
    let rest = format!("FROM signal WHERE {sent} ORDER BY seq");
    let found: Vec<SignalSeq> = rows(tx, &rest, &with.values())?;
    Ok(found.into_iter().map(|signal| signal.seq).collect())
}

/// The `seq` of the signals in these areas, in order.
fn signals_in(tx: &mut dyn Transaction, areas: &[AreaId]) -> Result<Vec<i64>, RegisterError> {
    let with: Vec<SqlValue<'_>> = areas.iter().map(ToColumn::to_value).collect();
    let places = parameters(areas.len());
    let rest = format!("FROM signal WHERE area IN ({places}) ORDER BY seq");
    let found: Vec<SignalSeq> = rows(tx, &rest, &with)?;
    Ok(found.into_iter().map(|signal| signal.seq).collect())
}

row! {
    /// An event that changes an outcome history. Texts are parsed later: a million signals have
    /// few different groups.
    pub(in crate::register) struct OutcomeRow<'r> {
        signal: i64,
        number: u32,
        kind: EventKind,
        at: &'r str,
        to_organisation: Option<&'r str>,
        responsibility: Option<&'r str>,
        basis: Option<&'r str>,
        topics: Option<&'r str>,
        feedback_by: Option<&'r str>,
        decline_reason: Option<DeclineReason>,
        outcome: Option<ToldOutcome>,
        undone_first: Option<u32>,
    }
}

/// An outcome history in the making.
struct HistoryBuilder {
    history: OutcomeHistory,
    /// What happened, each with its number: it may still be taken back.
    happened: Vec<(u32, OutcomeEvent)>,
    /// To whom the map gave it when it was reported.
    first_owner: String,
    /// To whom it gave it since, each with the number of the event.
    later_owners: Vec<(u32, String)>,
    /// The topics of the report.
    topics: String,
}

impl HistoryBuilder {
    /// `None` when its topic is not wanted.
    fn begin(event: &OutcomeRow<'_>, groups: &mut Groups<'_>) -> Result<Option<Self>, DecodeError> {
        let Some(group) = groups.number(event)? else {
            return Ok(None);
        };
        let promised = parse(event.feedback_by)?;
        Ok(Some(Self {
            history: OutcomeHistory::reported(group, parse(Some(event.at))?, promised),
            happened: Vec::new(),
            first_owner: required(event.to_organisation)?.to_owned(),
            later_owners: Vec::new(),
            topics: required(event.topics)?.to_owned(),
        }))
    }

    /// `status_only`: what tells the status alone, and without what was found.
    fn add(&mut self, event: &OutcomeRow<'_>, status_only: bool) -> Result<(), DecodeError> {
        if status_only && !tells_the_status(event.kind) {
            return Ok(());
        }
        if event.kind == EventKind::Undone {
            self.take_back(event.undone_first.ok_or(DecodeError)?, status_only);
            return Ok(());
        }
        let is_given_to_another = self.is_given_to_another(event);
        let next = match event.kind {
            EventKind::Declined => {
                OutcomeEvent::Bounced(Bounce::Declined(event.decline_reason.ok_or(DecodeError)?))
            }
            EventKind::TransferTaken => OutcomeEvent::Bounced(Bounce::TransferTaken),
            EventKind::Assigned => OutcomeEvent::Bounced(Bounce::Assigned),
            EventKind::Rerouted => OutcomeEvent::Bounced(Bounce::Rerouted),
            // The facts alone leave it with its owner, and the map may.
            EventKind::Corrected if !is_given_to_another => return Ok(()),
            EventKind::Corrected => OutcomeEvent::Bounced(Bounce::Corrected),
            EventKind::Amended => {
                OutcomeEvent::amended(&topics(Some(&self.topics))?, &topics(event.topics)?)
            }
            EventKind::FeedbackFinal | EventKind::Heard => OutcomeEvent::Answered {
                at: parse(Some(event.at))?,
                heard: event.kind == EventKind::Heard,
                something_else: !status_only
                    && event.outcome.ok_or(DecodeError)?.known()
                        == Some(Outcome::SomethingElseFound),
            },
            EventKind::Rejected | EventKind::Reopened => OutcomeEvent::CameBack,
            EventKind::ClosedUnconfirmed => OutcomeEvent::ClosedUnconfirmed,
            EventKind::Withdrawn => OutcomeEvent::Withdrawn,
            EventKind::Reported
            | EventKind::FamilyKnown
            | EventKind::Accepted
            | EventKind::ClaimDeclined
            | EventKind::TransferProposed
            | EventKind::TransferRefused
            | EventKind::TransferEnded
            | EventKind::Involved
            | EventKind::Uninvolved
            | EventKind::Asked
            | EventKind::Replied
            | EventKind::FeedbackInterim
            | EventKind::Confirmed
            | EventKind::Undone
            | EventKind::Escalated
            | EventKind::CoordinatorChanged
            | EventKind::Imported => return Err(DecodeError),
        };
        self.happened.push((event.number, next));
        Ok(())
    }

    /// Whether the map decides by this event, and gives the signal to another than when it last did.
    fn is_given_to_another(&mut self, event: &OutcomeRow<'_>) -> bool {
        let (Some(_), Some(owner)) = (event.basis, event.to_organisation) else {
            return false;
        };
        let last = self.later_owners.last();
        let before = last.map_or(&self.first_owner, |(_, owner)| owner);
        if before == owner {
            return false;
        }
        self.later_owners.push((event.number, owner.to_owned()));
        true
    }

    /// A step is taken back from its first event on: nothing but alarms followed it.
    fn take_back(&mut self, first: u32, status_only: bool) {
        let known = self.happened.len();
        self.happened.retain(|(number, _)| *number < first);
        self.later_owners.retain(|(number, _)| *number < first);
        self.history.undone |= !status_only || self.happened.len() < known;
    }

    fn finish(self) -> OutcomeHistory {
        let mut history = self.history;
        for (_, event) in self.happened {
            history.apply(event);
        }
        history
    }
}
