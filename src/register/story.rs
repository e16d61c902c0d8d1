//! The whole story of one signal, and apart from it its words.

use super::database::{Transaction, Value};
use super::error::{FindError, RegisterError};
use super::event_record::read_event;
use super::fields::{Fields, Unreadable, rows};
use super::record::{Reported, SignalRow, Standing};
use super::statements;
use crate::domain::case::{Case, replay};
use crate::domain::codes::choice;
use crate::domain::event::{Event, Grounds, Happened, Offer};
use crate::domain::signal::Topics;
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::words::Words;

choice! {
    /// What a piece of text is about.
    Part {
        /// What was seen or heard.
        Seen = "seen",
        /// What goes well.
        GoesWell = "goes-well",
        /// Who already helps.
        Helpers = "helpers",
        /// How the resident says it.
        OwnWords = "own-words",
        /// Why the family does not know of the signal.
        WhyNotDiscussed = "why-not-discussed",
        /// The words of an event after the report.
        Said = "said",
    }
}

/// A piece of text that somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The number of the event it came with: 1 for the report.
    pub number: u32,
    /// What it is about.
    pub part: Part,
    /// The text.
    pub words: Words,
}

/// The whole story of a signal, without words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// What the sender said once.
    pub reported: Reported,
    /// Where it stands today.
    pub case: Case,
    /// What happened, in order.
    pub happened: Vec<Happened>,
    /// Why the map decided as it did with the report.
    pub first: Grounds,
    /// Why it decided as it did each time it was made to decide again, with the number of that
    /// event.
    pub again: Vec<(u32, Grounds)>,
}

impl Story {
    /// The decision that came with the report.
    #[must_use]
    pub fn offer(&self) -> Option<&Offer> {
        self.happened.iter().find_map(|happened| {
            if let Event::Reported(offer) = &happened.event {
                Some(offer)
            } else {
                None
            }
        })
    }

    /// Why the map decided as it last did.
    #[must_use]
    pub fn latest(&self) -> &Grounds {
        self.again
            .last()
            .map_or(&self.first, |(_, grounds)| grounds)
    }
}

/// A signal as it is found for a decision.
pub(super) struct Found {
    pub seq: i64,
    pub reported: Reported,
    pub case: Case,
    pub happened: Vec<Happened>,
}

/// The one signal whose number begins like this.
pub(super) fn find(tx: &mut dyn Transaction, which: &IdPrefix) -> Result<Found, FindError> {
    let until = format!("{}~", which.as_str());
    let mut found = Vec::new();
    tx.query(
        statements::SIGNALS_IN_RANGE,
        &[which.as_str().into(), until.as_str().into()],
        &mut |row| {
            found.push(SignalRow::read(&mut Fields::of(row))?);
            Ok(std::ops::ControlFlow::Continue(()))
        },
    )?;
    let ids = found.iter().map(|row| row.id).collect();
    match (found.pop(), found.is_empty()) {
        (None, _) => Err(FindError::NotFound),
        (Some(row), true) => Ok(unfold(tx, &row)?),
        (Some(_), false) => Err(FindError::Ambiguous(ids)),
    }
}

/// An event as it is read: with the topics of the report when it is one.
pub(super) type Told = (Happened, Option<Topics>);

/// Reads the events of a signal and [folds](fold) them.
fn unfold(tx: &mut dyn Transaction, row: &SignalRow) -> Result<Found, RegisterError> {
    let told = rows(tx, statements::EVENTS, &[row.seq.into()], read_event)
        .map_err(|error| naming(row.id, error))?;
    fold(row, told)
}

/// Folds the events of a signal, and makes sure that it stands where they leave it.
pub(super) fn fold(row: &SignalRow, told: Vec<Told>) -> Result<Found, RegisterError> {
    let damaged = || RegisterError::DamagedSignal { id: Some(row.id) };
    let mut topics = None;
    let mut happened = Vec::with_capacity(told.len());
    for (event, reported) in told {
        topics = topics.or(reported);
        happened.push(event);
    }
    let topics = topics.ok_or_else(damaged)?;
    let case = replay(row.id, topics.clone(), &happened).map_err(|_| damaged())?;
    let stands = Standing::of(&case) == row.standing && case.sender == row.sender;
    if stands {
        Ok(Found {
            seq: row.seq,
            reported: row.reported(topics),
            case,
            happened,
        })
    } else {
        Err(damaged())
    }
}

/// Where a signal that cannot be read has no name yet, it has this one.
fn naming(id: SignalId, error: RegisterError) -> RegisterError {
    if error == (RegisterError::DamagedSignal { id: None }) {
        RegisterError::DamagedSignal { id: Some(id) }
    } else {
        error
    }
}

/// The story of a signal that was found.
pub(super) fn tell(tx: &mut dyn Transaction, found: Found) -> Result<Story, RegisterError> {
    let decisions = rows(tx, statements::DECISIONS, &[found.seq.into()], read_grounds)?;
    with_grounds(found, decisions)
}

/// Why the map decided, with the number of the event.
pub(super) fn read_grounds(row: &mut Fields<'_>) -> Result<(u32, Grounds), Unreadable> {
    let (number, map_digest, reason) = (
        row.number()?,
        row.text()?.to_owned(),
        row.text()?.to_owned(),
    );
    Ok((number, Grounds { reason, map_digest }))
}

/// The story of a signal with its decisions, each of which must have its event, and the other way
/// round.
pub(super) fn with_grounds(
    found: Found,
    decisions: Vec<(u32, Grounds)>,
) -> Result<Story, RegisterError> {
    let Found {
        seq: _,
        reported,
        case,
        happened,
    } = found;
    let damaged = || RegisterError::DamagedSignal {
        id: Some(reported.id),
    };
    let decided = happened
        .iter()
        .filter(|happened| matches!(happened.event, Event::Reported(_) | Event::Rerouted(_)));
    if !decided
        .map(|happened| happened.number)
        .eq(decisions.iter().map(|(number, _)| *number))
    {
        return Err(damaged());
    }
    let mut decisions = decisions.into_iter();
    let (_, first) = decisions.next().ok_or_else(damaged)?;
    let again = decisions.collect();
    Ok(Story {
        reported,
        case,
        happened,
        first,
        again,
    })
}

/// Everything that people wrote about a signal, in order.
pub(super) fn words(tx: &mut dyn Transaction, id: SignalId) -> Result<Vec<Said>, RegisterError> {
    let mut said = rows(
        tx,
        statements::WORDS,
        &[Value::from(id.as_str())],
        read_said,
    )?;
    in_order(&mut said);
    Ok(said)
}

/// A piece of text with the number of its event.
pub(super) fn read_said(row: &mut Fields<'_>) -> Result<Said, Unreadable> {
    let (number, part) = (row.number()?, row.choice()?);
    Ok(Said {
        number,
        part,
        words: Words::recorded(row.text()?),
    })
}

/// By event, and within one in the order of [`Part`].
pub(super) fn in_order(said: &mut [Said]) {
    said.sort_by_key(|said| (said.number, said.part));
}

#[cfg(test)]
mod tests {
    use super::super::examples::id;
    use super::*;

    #[test]
    fn only_a_signal_that_is_damaged_and_has_no_name_yet_gets_one() {
        let named = |id| RegisterError::DamagedSignal { id };
        let busy = RegisterError::Busy {
            place: "register.db".into(),
        };
        assert_eq!(naming(id(1), named(None)), named(Some(id(1))));
        assert_eq!(naming(id(1), named(Some(id(2)))), named(Some(id(2))));
        assert_eq!(naming(id(1), busy.clone()), busy);
    }
}
