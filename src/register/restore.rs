//! Taking over a signal of another register, with all that happened to it.

use super::error::RegisterError;
use super::event_writer::EventWriter;
use super::report::{Recorded, Report, record};
use super::step;
use super::story::{Part, Said, Story, find};
use crate::domain::event::{Actor, Happened};
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
    writer: &mut EventWriter<'_>,
    story: &Story,
    words: &[Said],
) -> Result<Recorded, RegisterError> {
    let damaged = || RegisterError::DamagedSignal {
        id: Some(story.reported.id),
    };
    let signal = signal(story, words).ok_or_else(damaged)?;
    let offer = story.offer().ok_or_else(damaged)?;
    let (reported, later) = story.happened.split_first().ok_or_else(damaged)?;
    let report = Report::new(&signal, offer, &actor(reported), writer.salts);
    let recorded = record(writer, report, &story.first)?;
    if recorded != Recorded::New {
        return Ok(recorded);
    }
    let which = IdPrefix::from(signal.id);
    for happened in later {
        let found = find(writer.tx, &which).map_err(|_| damaged())?;
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
        step::take(writer, found, happened.at, &actor(happened), vec![step])?;
    }
    Ok(recorded)
}

/// Who did it then, and how.
fn actor(happened: &Happened) -> Actor {
    Actor {
        organisation: happened.by.clone(),
        via: happened.via,
        as_was: happened.as_was.clone(),
    }
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
    Some(Signal {
        id: reported.id,
        sender: reported.sender,
        contact: reported.contact,
        reference: reported.reference,
        reported_at: reported.reported_at,
        topics: reported.topics,
        particulars: reported.particulars,
        words,
    })
}
