//! Taking over signals of another register, with all that happened to them.

use super::Register;
use super::error::{FindError, RegisterError};
use super::event_writer::EventWriter;
use super::receipt::Receipt;
use super::report::{Recorded, Report, record};
use super::step;
use super::story::{Part, Said, Story, find};
use crate::domain::codes::Choice as _;
use crate::domain::event::{Actor, EventKind, Grounds, Happened};
use crate::domain::invariant::broken;
use crate::domain::lifecycle::Step;
use crate::domain::signal::{Discussed, Signal, SignalWords};
use crate::domain::signal_id::IdPrefix;
use crate::domain::words::Words;

/// Why a signal was not taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotRestored {
    /// Its story cannot have happened.
    Impossible,
    /// Its number belongs to another signal that is there.
    IdTaken,
}

/// Why none of many signals was taken over.
#[derive(Debug)]
pub enum RestoreError {
    /// Some could not be.
    NotRestored,
    /// See [`RegisterError`].
    Register(RegisterError),
}

impl From<RegisterError> for RestoreError {
    fn from(error: RegisterError) -> Self {
        RestoreError::Register(error)
    }
}

impl Register {
    /// Takes over signals of another register with all that happened to them, in one transaction:
    /// all that are not there already, or none. `each` hears what became of each of them.
    ///
    /// # Errors
    /// [`RestoreError`]; then nothing was recorded, unless the register says that this is not known.
    pub fn restore_all(
        &mut self,
        stories: &mut dyn Iterator<Item = (Story, Vec<Said>)>,
        each: &mut dyn FnMut(Result<Recorded, NotRestored>),
    ) -> Result<Option<Receipt>, RestoreError> {
        let ((), receipt) = self.write(|writer| {
            let mut all = true;
            restore(writer, stories, &mut |restored| {
                all &= restored.is_ok();
                each(restored);
                false
            })?;
            if all {
                Ok(())
            } else {
                Err(RestoreError::NotRestored)
            }
        })?;
        Ok(receipt)
    }

    /// Takes over the next signals of another register, in one transaction, but for those that
    /// cannot be. `each` hears what became of each of them, and says whether that is enough.
    ///
    /// # Errors
    /// [`RegisterError`]; then nothing was recorded, unless it says that this is not known.
    pub fn restore(
        &mut self,
        stories: &mut dyn Iterator<Item = (Story, Vec<Said>)>,
        each: &mut dyn FnMut(Result<Recorded, NotRestored>) -> bool,
    ) -> Result<Option<Receipt>, RegisterError> {
        let done = self.write(|writer| restore(writer, stories, each));
        done.map(|((), receipt)| receipt)
    }
}

/// Takes over the next signals, until `each` says that it is enough; `each` hears what became of
/// each of them. Nothing stays of one that is not taken over.
fn restore(
    writer: &mut EventWriter<'_>,
    stories: &mut dyn Iterator<Item = (Story, Vec<Said>)>,
    each: &mut dyn FnMut(Result<Recorded, NotRestored>) -> bool,
) -> Result<(), RegisterError> {
    for (story, words) in stories {
        let recorded = match writer.attempt(|writer| one(writer, &story, &words))? {
            Ok(recorded) => Ok(recorded),
            Err(error) => Err(NotRestored::because(error)?),
        };
        if each(recorded) {
            break;
        }
    }
    Ok(())
}

impl NotRestored {
    /// What it says of a story that the register did not take it.
    fn because(error: RegisterError) -> Result<Self, RegisterError> {
        if matches!(error, RegisterError::SecondLock { .. }) {
            Ok(NotRestored::Impossible)
        } else if matches!(error, RegisterError::IdTaken { .. }) {
            Ok(NotRestored::IdTaken)
        } else {
            Err(error)
        }
    }
}

/// Records the report and then every later event, each as if it happened now: the second lock
/// judges every one of them.
///
/// A signal that is there already stays as it is.
fn one(
    writer: &mut EventWriter<'_>,
    story: &Story,
    words: &[Said],
) -> Result<Recorded, RegisterError> {
    let id = story.reported.id;
    let impossible = || RegisterError::SecondLock {
        rule: EventKind::Reported.code().to_owned(),
    };
    let signal = signal(story, words).ok_or_else(impossible)?;
    let offer = story.offer().ok_or_else(impossible)?;
    let (reported, later) = story.happened.split_first().ok_or_else(impossible)?;
    let report = Report::new(&signal, offer, &actor(reported), writer.salts);
    let recorded = record(writer, report, &story.first)?;
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
        step::take(writer, found, happened.at, &actor(happened), vec![step])?;
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
