//! Taking over a signal of another register, with all that happened to it.

use super::error::{FindError, RegisterError};
use super::event_writer::EventWriter;
use super::report::{Recorded, Report, record};
use super::step;
use super::story::{Part, Said, Story, find};
use crate::domain::event::{Actor, Grounds, Happened};
use crate::domain::invariant::broken;
use crate::domain::lifecycle::Step;
use crate::domain::signal::{Discussed, Signal, SignalWords};
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::words::Words;

/// Why signals were not taken over.
#[derive(Debug)]
pub enum RestoreError {
    /// The story of this signal cannot have happened.
    Impossible(SignalId),
    /// The number of this signal belongs to another one that is there.
    IdTaken(SignalId),
    /// See [`RegisterError`].
    Register(RegisterError),
}

impl From<RegisterError> for RestoreError {
    fn from(error: RegisterError) -> Self {
        RestoreError::Register(error)
    }
}

impl RestoreError {
    /// What it says of the story of this signal that the register did not take it.
    fn of(id: SignalId, error: RegisterError) -> Self {
        if matches!(error, RegisterError::SecondLock { .. }) {
            RestoreError::Impossible(id)
        } else if matches!(error, RegisterError::IdTaken { .. }) {
            RestoreError::IdTaken(id)
        } else {
            RestoreError::Register(error)
        }
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
) -> Result<Recorded, RestoreError> {
    let id = story.reported.id;
    let impossible = || RestoreError::Impossible(id);
    let signal = signal(story, words).ok_or_else(impossible)?;
    let offer = story.offer().ok_or_else(impossible)?;
    let (reported, later) = story.happened.split_first().ok_or_else(impossible)?;
    let report = Report::new(&signal, offer, &actor(reported), writer.salts);
    let recorded =
        record(writer, report, &story.first).map_err(|error| RestoreError::of(id, error))?;
    if recorded != Recorded::New {
        return Ok(recorded);
    }
    for happened in later {
        let found = find(writer.tx, &IdPrefix::from(id)).map_err(|error| match error {
            FindError::Register(error) => error,
            FindError::NotFound | FindError::Ambiguous(_) => {
                broken("what was just recorded is found by its number")
            }
        })?;
        let step = Step {
            event: happened.event.clone(),
            words: piece(words, happened.number, Part::Said),
            grounds: grounds(story, happened.number),
        };
        step::take(writer, found, happened.at, &actor(happened), vec![step])
            .map_err(|error| RestoreError::of(id, error))?;
    }
    Ok(recorded)
}

/// On what grounds the map decided again at the event with this number.
fn grounds(story: &Story, number: u32) -> Option<Grounds> {
    let again = story.again.iter().find(|(event, _)| *event == number);
    again.map(|(_, grounds)| grounds.clone())
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
