//! Taking over signals of another register, with all that happened to them.

use std::io;

use crate::domain::event::{Actor, DecisionRecord, RecordedEvent};
use crate::domain::invariant::broken;
use crate::domain::lifecycle::Step;
use crate::domain::signal::{Discussed, Signal, SignalWords};
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::words::Words;
use crate::register::Register;
use crate::register::audit::receipt::Receipt;
use crate::register::conflict::OnConflict;
use crate::register::database::Transaction;
use crate::register::error::{FindError, RegisterError};
use crate::register::event_writer::EventWriter;
use crate::register::report::{Recorded, ReportRows, record};
use crate::register::step;
use crate::register::story::{self, FoundSignal, Part, Story, StoryText, find};

/// Why a signal was not taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotRestored {
    /// Its story cannot have happened.
    Impossible,
    /// Its number belongs to another signal that is there.
    IdTaken,
    /// Its sender gave its reference to the signal with this number.
    ReferenceTaken(SignalId),
    /// It is there, and what happened to it then is not what its story tells.
    OtherStory,
}

/// What became of a signal: whether it is recorded now or was there already, or why it was not
/// taken over.
pub type Restored = Result<Recorded, NotRestored>;

/// Why none of many signals was taken over.
#[derive(Debug)]
pub enum RestoreError {
    /// Some could not be.
    NotRestored,
    /// Their stories could not be read.
    File(io::Error),
    /// See [`RegisterError`].
    Register(RegisterError),
}

impl From<RegisterError> for RestoreError {
    fn from(error: RegisterError) -> Self {
        RestoreError::Register(error)
    }
}

impl Register {
    /// Takes over the next signals of another register with all that happened to them, in one
    /// transaction. `each` hears what became of each of them, and says whether that is enough. One
    /// that is there already stays as it is.
    ///
    /// # Errors
    /// [`RestoreError`]; then nothing was recorded, unless the register says that this is not known.
    pub fn restore(
        &mut self,
        stories: &mut dyn Iterator<Item = io::Result<(Story, Vec<StoryText>)>>,
        on_conflict: OnConflict,
        each: &mut dyn FnMut(Restored) -> bool,
    ) -> Result<Option<Receipt>, RestoreError> {
        let ((), receipt) = self.write(|writer| {
            let mut all = true;
            for story in stories {
                let (story, words) = story.map_err(RestoreError::File)?;
                let restored = match writer.attempt(|writer| restore(writer, &story, &words)) {
                    Ok(Ok(recorded)) => Ok(recorded),
                    Ok(Err(RestoreRefusal::Story(not_restored))) => Err(not_restored),
                    Ok(Err(RestoreRefusal::Register(error)))
                    | Err(RestoreRefusal::Register(error)) => {
                        return Err(error.into());
                    }
                    Err(RestoreRefusal::Story(_)) => broken("a story that is refused ends nothing"),
                };
                all &= restored.is_ok();
                if each(restored) {
                    break;
                }
            }
            match on_conflict {
                OnConflict::RecordNothing if !all => Err(RestoreError::NotRestored),
                OnConflict::RecordNothing | OnConflict::LeaveOut => Ok(()),
            }
        })?;
        Ok(receipt)
    }
}

/// Why a signal is not taken over.
enum RestoreRefusal {
    /// Because of itself.
    Story(NotRestored),
    Register(RegisterError),
}

impl From<NotRestored> for RestoreRefusal {
    fn from(not_restored: NotRestored) -> Self {
        RestoreRefusal::Story(not_restored)
    }
}

impl From<RegisterError> for RestoreRefusal {
    fn from(error: RegisterError) -> Self {
        if matches!(error, RegisterError::SecondLock { .. }) {
            RestoreRefusal::Story(NotRestored::Impossible)
        } else if matches!(error, RegisterError::IdTaken { .. }) {
            RestoreRefusal::Story(NotRestored::IdTaken)
        } else {
            RestoreRefusal::Register(error)
        }
    }
}

/// Records the report and then every later event, each as if it happened now: the second lock
/// judges every one of them.
fn restore(
    writer: &mut EventWriter<'_>,
    story: &Story,
    words: &[StoryText],
) -> Result<Recorded, RestoreRefusal> {
    let signal = signal(story, words).ok_or(NotRestored::Impossible)?;
    let offer = story.offer().ok_or(NotRestored::Impossible)?;
    let (reported, later) = story
        .happened
        .split_first()
        .ok_or(NotRestored::Impossible)?;
    let report = ReportRows::new(&signal, offer, &actor(reported), writer.salts);
    match record(writer, report, &story.first)? {
        Recorded::New => {}
        Recorded::Already(there) if !there.same => {
            return Err(NotRestored::ReferenceTaken(there.id).into());
        }
        Recorded::Already(there) => {
            return if goes_on_so(writer.tx, there.id, story, words)? {
                Ok(Recorded::Already(there))
            } else if there.id == signal.id {
                Err(NotRestored::OtherStory.into())
            } else {
                Err(NotRestored::ReferenceTaken(there.id).into())
            };
        }
    }
    let FoundSignal {
        seq,
        reported,
        mut case,
        happened: _,
    } = just_recorded(writer.tx, signal.id)?;
    for happened in later {
        let found = FoundSignal {
            seq,
            reported: reported.clone(),
            case,
            happened: Vec::new(),
        };
        let step = Step {
            event: happened.event.clone(),
            words: piece(words, happened.number, Part::Said),
            grounds: grounds(story, happened.number),
        };
        case = step::take(writer, found, happened.at, &actor(happened), vec![step])?;
    }
    just_recorded(writer.tx, signal.id)?;
    Ok(Recorded::New)
}

/// The signal that was just written. One that does not fold cannot have happened: nobody could read
/// it, or take a step with it.
fn just_recorded(tx: &mut dyn Transaction, id: SignalId) -> Result<FoundSignal, RestoreRefusal> {
    there(tx, id).map_err(|error| {
        if matches!(error, RegisterError::DamagedSignal { .. }) {
            NotRestored::Impossible.into()
        } else {
            error.into()
        }
    })
}

fn there(tx: &mut dyn Transaction, id: SignalId) -> Result<FoundSignal, RegisterError> {
    find(tx, &IdPrefix::from(id)).map_err(|error| match error {
        FindError::Register(error) => error,
        FindError::NotFound | FindError::Ambiguous(_) => {
            broken("what is there is found by its number")
        }
    })
}

/// Whether all that the story tells happened to the signal that is there; more may have happened
/// since.
fn goes_on_so(
    tx: &mut dyn Transaction,
    id: SignalId,
    story: &Story,
    words: &[StoryText],
) -> Result<bool, RegisterError> {
    let there = there(tx, id)?;
    let length = story.happened.len();
    let Some(happened) = there.happened.get(..length) else {
        return Ok(false);
    };
    let mut pairs = happened.iter().zip(&story.happened);
    if !pairs.all(|(there, text)| there.is_the_same(text)) {
        return Ok(false);
    }
    let mut said = story::words(tx, id)?;
    said.retain(|said| usize::try_from(said.number).is_ok_and(|number| number <= length));
    Ok(said == words)
}

/// On what grounds the map decided again at the event with this number.
fn grounds(story: &Story, number: u32) -> Option<DecisionRecord> {
    let again = story.again.iter().find(|(event, _)| *event == number);
    again.map(|(_, grounds)| grounds.clone())
}

/// Who did it then, and how.
fn actor(happened: &RecordedEvent) -> Actor {
    Actor {
        organisation: happened.by.clone(),
        via: happened.via,
        as_was: happened.as_was.clone(),
    }
}

fn piece(words: &[StoryText], number: u32, part: Part) -> Option<Words> {
    words
        .iter()
        .find(|said| said.number == number && said.part == part)
        .map(|said| said.words.clone())
}

/// What the sender said; `None` when words are missing that a report has.
fn signal(story: &Story, words: &[StoryText]) -> Option<Signal> {
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
