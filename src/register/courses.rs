//! How signals went, one after another: the events that a team learns from, read in one go and
//! without a word about a family.

use std::collections::HashMap;
use std::ops::ControlFlow;

use super::database::{Transaction, Value};
use super::error::RegisterError;
use super::fields::{Fields, Unreadable, rows};
use super::record::topics_of;
use super::statements;
use crate::domain::codes::{AreaId, Choice as _, TopicId};
use crate::domain::event::{Basis, DeclineReason, Outcome};
use crate::domain::overview::{Bounce, Course, Given, Next, Route, RouteIx};
use crate::domain::time::Moment;

/// Of which signals it is told how they went. What is left empty does not limit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
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
pub(super) fn courses(
    tx: &mut dyn Transaction,
    wanted: &Wanted,
    each: &mut dyn FnMut(Course),
) -> Result<Vec<Route>, RegisterError> {
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
    let mut told: Option<Telling> = None;
    tx.query(statements::COURSES, &[], &mut |row| {
        let row = &mut Fields::of(row);
        let event = Row::read(row)?;
        if event.kind == "reported" {
            told.take().into_iter().for_each(|done| each(done.course));
            let here = there
                .as_ref()
                .is_none_or(|there| there.binary_search(&event.seq).is_ok());
            told = if here && in_time(event.at) {
                Telling::begin(&event, &mut routes)?
            } else {
                None
            };
        } else if let Some(telling) = told.as_mut().filter(|telling| telling.seq == event.seq) {
            telling.go_on(&event)?;
        }
        Ok(ControlFlow::Continue(()))
    })?;
    told.into_iter().for_each(|done| each(done.course));
    Ok(routes.all)
}

/// The places in the order of recording of the signals in these areas, in that order.
fn signals_in(tx: &mut dyn Transaction, areas: &[AreaId]) -> Result<Vec<i64>, RegisterError> {
    let with: Vec<Value<'_>> = areas.iter().map(Value::of).collect();
    rows(tx, &statements::signals_in(areas.len()), &with, |row| {
        row.number()
    })
}

/// An event as the statement gives it.
struct Row<'r> {
    seq: i64,
    kind: &'r str,
    at: &'r str,
    owner: Option<&'r str>,
    responsibility: Option<&'r str>,
    basis: Option<&'r str>,
    topics: Option<&'r str>,
    promised: Option<&'r str>,
    /// The reason of a decline, the outcome of final feedback.
    code: Option<&'r str>,
}

impl<'r> Row<'r> {
    fn read(row: &mut Fields<'r>) -> Result<Self, Unreadable> {
        Ok(Self {
            seq: row.number()?,
            kind: row.text()?,
            at: row.text()?,
            owner: row.optional_text()?,
            responsibility: row.optional_text()?,
            basis: row.optional_text()?,
            topics: row.optional_text()?,
            promised: row.optional_text()?,
            code: row.optional_text()?,
        })
    }
}

/// A signal whose events are being read.
struct Telling {
    seq: i64,
    course: Course,
    /// As they were reported.
    topics: String,
}

impl Telling {
    /// `None` when its topic is not wanted.
    fn begin(event: &Row<'_>, routes: &mut Routes<'_>) -> Result<Option<Self>, Unreadable> {
        let Some(route) = routes.number(event)? else {
            return Ok(None);
        };
        let promised = must(event.promised)?.parse().map_err(|_| Unreadable)?;
        let course = Course::reported(route, moment(event.at)?, promised);
        Ok(Some(Self {
            seq: event.seq,
            course,
            topics: must(event.topics)?.to_owned(),
        }))
    }

    fn go_on(&mut self, event: &Row<'_>) -> Result<(), Unreadable> {
        let next = match event.kind {
            "declined" => Next::Bounced(Bounce::Declined(
                event
                    .code
                    .and_then(DeclineReason::from_code)
                    .ok_or(Unreadable)?,
            )),
            "transfer-taken" => Next::Bounced(Bounce::TransferTaken),
            "assigned" => Next::Bounced(Bounce::Assigned),
            "rerouted" => Next::Bounced(Bounce::Rerouted),
            "amended" => Next::amended(&topics_of(&self.topics)?, &topics_of(must(event.topics)?)?),
            "feedback-final" => {
                let outcome = event.code.and_then(Outcome::from_code).ok_or(Unreadable)?;
                Next::Answered {
                    at: moment(event.at)?,
                    something_else: outcome == Outcome::SomethingElseFound,
                }
            }
            "rejected" | "reopened" => Next::CameBack,
            "closed-unconfirmed" => Next::ClosedUnconfirmed,
            "withdrawn" => Next::Withdrawn,
            _ => return Err(Unreadable),
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
    all: Vec<Route>,
}

impl Routes<'_> {
    fn number(&mut self, event: &Row<'_>) -> Result<Option<RouteIx>, Unreadable> {
        let (basis, owner) = (must(event.basis)?, must(event.owner)?);
        let main = must(event.topics)?.split(' ').next().unwrap_or_default();
        self.key.clear();
        for part in [basis, owner, main, event.responsibility.unwrap_or_default()] {
            self.key.push_str(part);
            self.key.push('\n');
        }
        if let Some(number) = self.numbers.get(self.key.as_str()) {
            return Ok(*number);
        }
        let topic: TopicId = main.parse().map_err(|_| Unreadable)?;
        let given = match Basis::from_code(basis).ok_or(Unreadable)? {
            Basis::Gap => Given::Gap,
            Basis::Dispute => Given::Dispute,
            Basis::Rule => Given::Agreed {
                owner: owner.parse().map_err(|_| Unreadable)?,
                responsibility: must(event.responsibility)?
                    .parse()
                    .map_err(|_| Unreadable)?,
            },
        };
        let number = (self.wanted.is_empty() || self.wanted.contains(&topic))
            .then(|| self.place(Route { given, topic }));
        self.numbers.insert(self.key.clone(), number);
        Ok(number)
    }

    /// Gaps and disputes of two coordinators are one route.
    fn place(&mut self, route: Route) -> RouteIx {
        let known = self.all.iter().position(|known| *known == route);
        RouteIx(known.unwrap_or_else(|| {
            self.all.push(route);
            self.all.len() - 1
        }))
    }
}

fn moment(text: &str) -> Result<Moment, Unreadable> {
    text.parse().map_err(|_| Unreadable)
}

fn must(text: Option<&str>) -> Result<&str, Unreadable> {
    text.ok_or(Unreadable)
}
