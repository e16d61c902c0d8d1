//! Taking over a signal of another register, with all that happened to it.

use super::error::RegisterError;
use super::pen::Pen;
use super::report::{Recorded, Report, record};
use super::step;
use super::story::{Part, Said, Story, find};
use crate::domain::event::Grounds;
use crate::domain::lifecycle::Step;
use crate::domain::signal::{Discussed, Signal, SignalWords};
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::words::Words;

/// Why signals were not taken over.
#[derive(Debug)]
pub struct RestoreError {
    /// At which signal it went wrong, when it was one.
    pub id: Option<SignalId>,
    /// What went wrong. A broken rule of the second lock means that the story of this signal cannot
    /// have happened.
    pub error: RegisterError,
}

impl From<RegisterError> for RestoreError {
    fn from(error: RegisterError) -> Self {
        Self { id: None, error }
    }
}

/// Records the report and then every later event, each as if it happened now: the second lock
/// judges every one of them.
///
/// A signal that is there already stays as it is.
pub(super) fn restore(
    pen: &mut Pen<'_>,
    story: &Story,
    words: &[Said],
) -> Result<Recorded, RegisterError> {
    let damaged = || RegisterError::DamagedSignal {
        id: Some(story.reported.id),
    };
    let signal = signal(story, words).ok_or_else(damaged)?;
    let offer = story.offer().ok_or_else(damaged)?;
    let Grounds { reason, map_digest } = &story.first;
    let (recorded, _) = record(
        pen,
        &Report {
            signal: &signal,
            offer,
            reason,
            map_digest,
        },
    )?;
    if recorded != Recorded::New {
        return Ok(recorded);
    }
    let which = IdPrefix::from(signal.id);
    for happened in story.happened.iter().skip(1) {
        let found = find(pen.tx, &which).map_err(|_| damaged())?;
        let words = piece(words, happened.number, Part::Said);
        let grounds = story
            .again
            .iter()
            .find(|(number, _)| *number == happened.number)
            .map(|(_, grounds)| grounds.clone());
        let step = Step {
            event: happened.event.clone(),
            words,
            grounds,
        };
        step::take(pen, found, happened.at, &happened.by, vec![step])?;
    }
    Ok(recorded)
}

fn piece(words: &[Said], number: u32, part: Part) -> Option<Words> {
    words
        .iter()
        .find(|said| said.number == number && said.part == part)
        .map(|said| said.words.clone())
}

/// What the sender said; `None` when words are missing that a report has.
fn signal(story: &Story, words: &[Said]) -> Option<Signal> {
    let reported = story.reported.clone();
    let piece = |part| piece(words, 1, part);
    let discussed = if reported.discussed {
        Discussed::Yes
    } else {
        Discussed::No(piece(Part::WhyNotDiscussed)?)
    };
    let words = SignalWords {
        seen: piece(Part::Seen)?,
        goes_well: piece(Part::GoesWell),
        helpers: piece(Part::Helpers),
        own_words: piece(Part::OwnWords),
        discussed,
    };
    let (id, sender, contact, reference) = (
        reported.id,
        reported.sender,
        reported.contact,
        reported.reference,
    );
    let (reported_at, topics, age, area, urgency) = (
        reported.reported_at,
        reported.topics,
        reported.age,
        reported.area,
        reported.urgency,
    );
    Some(Signal {
        id,
        sender,
        contact,
        reference,
        reported_at,
        topics,
        age,
        area,
        urgency,
        words,
    })
}
