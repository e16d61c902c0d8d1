//! How signals went, one after another: the events that a team learns from, read in one go and
//! without a word about a family.

use std::collections::HashMap;
use std::ops::ControlFlow;

use crate::domain::codes::{AreaId, CodeEnum as _, TopicId};
use crate::domain::event::{Basis, DeclineReason, EventKind, Outcome};
use crate::domain::signal::Topics;
use crate::domain::time::Moment;
use crate::overview::{Bounce, FirstOwner, OutcomeEvent, OutcomeGroup, OutcomeHistory, RouteIx};
use crate::register::database::{SqlValue, Transaction};
use crate::register::error::RegisterError;
use crate::register::row::{
    ColumnValue as _, DecodeError, RowColumns as _, RowReader, Stored, row, rows,
};

/// Of which signals it is told how they went. What is left empty does not limit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutcomeFilter {
    /// In one of these areas; the caller adds the areas inside them.
    pub areas: Vec<AreaId>,
    /// With one of these as the main topic of the report; the caller adds the topics under them.
    pub topics: Vec<TopicId>,
    /// Reported at this moment or later,
    pub since: Option<Moment>,
    /// and before this moment.
    pub until: Option<Moment>,
}

/// Hands over how each signal went, in the order of recording; gives the routes that the courses
/// name by number.
pub(super) fn histories(
    tx: &mut dyn Transaction,
    wanted: &OutcomeFilter,
    each: &mut dyn FnMut(OutcomeHistory),
) -> Result<Vec<OutcomeGroup>, RegisterError> {
    let sql = statement();
    let there = if wanted.areas.is_empty() {
        None
    } else {
        Some(signals_in(tx, &wanted.areas)?)
    };
    let (since, until) = (
        wanted.since.map(|at| at.to_string()),
        wanted.until.map(|at| at.to_string()),
    );
    // Moments are written alike, so that the earlier one comes first in the alphabet too.
    let in_time = |at: &str| {
        since.as_deref().is_none_or(|since| since <= at)
            && until.as_deref().is_none_or(|until| at < until)
    };
    let mut routes = Routes {
        wanted: &wanted.topics,
        numbers: HashMap::new(),
        key: String::new(),
        all: Vec::new(),
    };
    let mut read: Option<CurrentSignal> = None;
    tx.query(&sql, &[], &mut |row| {
        let event = OutcomeRow::read(&mut RowReader::new(row))?;
        if event.kind == EventKind::Reported {
            let done = read.take().and_then(|done| done.telling);
            done.into_iter().for_each(|done| each(done.course));
            let here = there
                .as_ref()
                .is_none_or(|there| there.binary_search(&event.signal).is_ok());
            let telling = if here && in_time(event.at) {
                OutcomeReader::begin(&event, &mut routes)?
            } else {
                None
            };
            read = Some(CurrentSignal {
                seq: event.signal,
                telling,
            });
        } else {
            // What follows on no report would make the answer shorter.
            let of = read.as_mut().filter(|read| read.seq == event.signal);
            let of = of.ok_or(DecodeError)?;
            of.telling
                .as_mut()
                .map_or(Ok(()), |telling| telling.go_on(&event))?;
        }
        Ok(ControlFlow::Continue(()))
    })?;
    let done = read.and_then(|done| done.telling);
    done.into_iter().for_each(|done| each(done.course));
    Ok(routes.all)
}

/// Reads the events that change how a signal went, each signal's together and in order.
pub(super) fn statement() -> String {
    let kinds = [
        EventKind::Reported,
        EventKind::Declined,
        EventKind::TransferTaken,
        EventKind::Assigned,
        EventKind::Rerouted,
        EventKind::Amended,
        EventKind::FeedbackFinal,
        EventKind::Rejected,
        EventKind::Reopened,
        EventKind::ClosedUnconfirmed,
        EventKind::Withdrawn,
    ];
    let kinds = kinds.map(|kind| format!("'{kind}'")).join(", ");
    let columns = OutcomeRow::select();
    format!("SELECT {columns} FROM event WHERE kind IN ({kinds}) ORDER BY signal, number")
}

row! {
    struct SignalPosition {
        seq: i64,
    }
}

/// The places in the order of recording of the signals in these areas, in that order.
fn signals_in(tx: &mut dyn Transaction, areas: &[AreaId]) -> Result<Vec<i64>, RegisterError> {
    let with: Vec<SqlValue<'_>> = areas.iter().map(Stored::to_value).collect();
    let places: Vec<String> = (1..=areas.len()).map(|place| format!("${place}")).collect();
    let places = places.join(", ");
    let columns = SignalPosition::select();
    let sql = format!("SELECT {columns} FROM signal WHERE area IN ({places}) ORDER BY seq");
    let found: Vec<SignalPosition> = rows(tx, &sql, &with)?;
    Ok(found.into_iter().map(|place| place.seq).collect())
}

row! {
    /// An event as far as it says how a signal went. Texts stay as they are written: a million
    /// signals have few different routes.
    struct OutcomeRow<'r> {
        signal: i64,
        kind: EventKind,
        at: &'r str,
        to_organisation: Option<&'r str>,
        responsibility: Option<&'r str>,
        basis: Option<&'r str>,
        topics: Option<&'r str>,
        feedback_by: Option<&'r str>,
        decline_reason: Option<DeclineReason>,
        outcome: Option<Outcome>,
    }
}

/// The signal whose events are being read.
struct CurrentSignal {
    seq: i64,
    /// `None` when it is not wanted.
    telling: Option<OutcomeReader>,
}

/// How far it is told how a signal went.
struct OutcomeReader {
    course: OutcomeHistory,
    /// As they were reported.
    topics: String,
}

impl OutcomeReader {
    /// `None` when its topic is not wanted.
    fn begin(event: &OutcomeRow<'_>, routes: &mut Routes<'_>) -> Result<Option<Self>, DecodeError> {
        let Some(route) = routes.number(event)? else {
            return Ok(None);
        };
        let promised = must(event.feedback_by)?.parse().map_err(|_| DecodeError)?;
        let course = OutcomeHistory::reported(route, moment(event.at)?, promised);
        Ok(Some(Self {
            course,
            topics: must(event.topics)?.to_owned(),
        }))
    }

    fn go_on(&mut self, event: &OutcomeRow<'_>) -> Result<(), DecodeError> {
        let next = match event.kind {
            EventKind::Declined => {
                OutcomeEvent::Bounced(Bounce::Declined(event.decline_reason.ok_or(DecodeError)?))
            }
            EventKind::TransferTaken => OutcomeEvent::Bounced(Bounce::TransferTaken),
            EventKind::Assigned => OutcomeEvent::Bounced(Bounce::Assigned),
            EventKind::Rerouted => OutcomeEvent::Bounced(Bounce::Rerouted),
            EventKind::Amended => {
                OutcomeEvent::amended(&topics_of(&self.topics)?, &topics_of(must(event.topics)?)?)
            }
            EventKind::FeedbackFinal => OutcomeEvent::Answered {
                at: moment(event.at)?,
                something_else: event.outcome.ok_or(DecodeError)? == Outcome::SomethingElseFound,
            },
            EventKind::Rejected | EventKind::Reopened => OutcomeEvent::CameBack,
            EventKind::ClosedUnconfirmed => OutcomeEvent::ClosedUnconfirmed,
            EventKind::Withdrawn => OutcomeEvent::Withdrawn,
            EventKind::Reported
            | EventKind::Accepted
            | EventKind::TransferProposed
            | EventKind::TransferRefused
            | EventKind::Involved
            | EventKind::Asked
            | EventKind::Replied
            | EventKind::FeedbackInterim
            | EventKind::Confirmed
            | EventKind::Escalated => return Err(DecodeError),
        };
        self.course.then(next);
        Ok(())
    }
}

/// The routes met so far. A million signals have a few hundred, so each is made out once.
struct Routes<'w> {
    wanted: &'w [TopicId],
    /// By everything that makes a route, as it is written; none for a topic that is not wanted.
    numbers: HashMap<String, Option<RouteIx>>,
    key: String,
    all: Vec<OutcomeGroup>,
}

impl Routes<'_> {
    fn number(&mut self, event: &OutcomeRow<'_>) -> Result<Option<RouteIx>, DecodeError> {
        let (basis, owner) = (must(event.basis)?, must(event.to_organisation)?);
        let (main, _) = first_of(must(event.topics)?);
        self.key.clear();
        for part in [basis, owner, main, event.responsibility.unwrap_or_default()] {
            self.key.push_str(part);
            self.key.push('\n');
        }
        if let Some(number) = self.numbers.get(self.key.as_str()) {
            return Ok(*number);
        }
        let topic: TopicId = main.parse().map_err(|_| DecodeError)?;
        let given = match Basis::from_code(basis).ok_or(DecodeError)? {
            Basis::Gap => FirstOwner::Gap,
            Basis::Dispute => FirstOwner::Dispute,
            Basis::Rule => FirstOwner::Agreed {
                owner: owner.parse().map_err(|_| DecodeError)?,
                responsibility: must(event.responsibility)?
                    .parse()
                    .map_err(|_| DecodeError)?,
            },
        };
        let number = (self.wanted.is_empty() || self.wanted.contains(&topic))
            .then(|| self.place(OutcomeGroup { given, topic }));
        self.numbers.insert(self.key.clone(), number);
        Ok(number)
    }

    /// Gaps and disputes of two coordinators are one route.
    fn place(&mut self, route: OutcomeGroup) -> RouteIx {
        let known = self.all.iter().position(|known| *known == route);
        RouteIx(known.unwrap_or_else(|| {
            self.all.push(route);
            self.all.len() - 1
        }))
    }
}

/// The main topic, and the others.
fn first_of(topics: &str) -> (&str, &str) {
    topics.split_once(' ').unwrap_or((topics, ""))
}

fn topics_of(text: &str) -> Result<Topics, DecodeError> {
    Topics::from_value(&text.into())
}

fn moment(text: &str) -> Result<Moment, DecodeError> {
    text.parse().map_err(|_| DecodeError)
}

fn must(text: Option<&str>) -> Result<&str, DecodeError> {
    text.ok_or(DecodeError)
}
