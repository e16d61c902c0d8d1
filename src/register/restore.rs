//! Restoring signals of another register, with all that happened to them.

use std::io;

use crate::domain::event::{Actor, DecisionRecord, Event, RecordedEvent};
use crate::domain::invariant::broken;
use crate::domain::lifecycle::Step;
use crate::domain::signal::{Part, Signal, SignalWords};
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::State;
use crate::domain::time::Moment;
use crate::domain::words::Words;
use crate::register::Register;
use crate::register::audit::hash_chain::Salts;
use crate::register::audit::receipt::Receipt;
use crate::register::conflict::OnConflict;
use crate::register::database::{Engine as _, Transaction};
use crate::register::error::RegisterError;
use crate::register::event_writer::EventWriter;
use crate::register::report::{
    ExistingSignal, ReportOutcome, ReportRows, append, find_by_number, find_by_reference,
};
use crate::register::signal_record::FoundSignal;
use crate::register::step;
use crate::register::story::{self, Story, find_by_id};
use crate::register::story_text::StoryText;

/// Why a signal was not restored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotRestored {
    /// Its story cannot have happened.
    Impossible,
    /// Its number belongs to another signal that is there.
    IdTaken,
    /// The signal with this number has its sender and reference.
    ReferenceTaken(SignalId),
    /// It is there with another history.
    OtherStory,
}

/// Who brings in what happened in another register, and when: each signal says so at its end.
#[derive(Debug, Clone)]
pub struct Importer {
    pub actor: Actor,
    pub at: Moment,
}

pub type RestoreOutcome = Result<ReportOutcome, NotRestored>;

/// Why nothing was restored.
#[derive(Debug)]
pub enum RestoreError {
    /// Some signals could not be restored.
    NotRestored,
    /// The stories could not be read.
    File(io::Error),
    Register(RegisterError),
}

impl From<RegisterError> for RestoreError {
    fn from(error: RegisterError) -> Self {
        RestoreError::Register(error)
    }
}

impl Register {
    /// Records signals of another register with all that happened to them, in one transaction.
    /// `each` gets each outcome and says whether to stop. A signal that is there stays as it is.
    /// Without an importer they are recorded as they are: this register takes the place of the other.
    ///
    /// # Errors
    /// [`RestoreError`]; then nothing was recorded, unless the register says that this is not known.
    pub fn restore(
        &mut self,
        stories: &mut dyn Iterator<Item = io::Result<(Story, Vec<StoryText>)>>,
        importer: Option<&Importer>,
        on_conflict: OnConflict,
        each: &mut dyn FnMut(RestoreOutcome) -> bool,
    ) -> Result<Option<Receipt>, RestoreError> {
        let ((), receipt) = self.write(|writer| {
            let mut all_restored = true;
            for story in stories {
                let (story, words) = story.map_err(RestoreError::File)?;
                let restored =
                    match writer.attempt(|writer| restore(writer, &story, &words, importer)) {
                        Ok(Ok(recorded)) => Ok(recorded),
                        Ok(Err(RestoreRefusal::Story(not_restored))) => Err(not_restored),
                        Ok(Err(RestoreRefusal::Register(error)))
                        | Err(RestoreRefusal::Register(error)) => {
                            return Err(error.into());
                        }
                        Err(RestoreRefusal::Story(_)) => {
                            broken("a refused story does not end the transaction")
                        }
                    };
                all_restored &= restored.is_ok();
                if each(restored) {
                    break;
                }
            }
            check_restored(all_restored, on_conflict)
        })?;
        Ok(receipt)
    }

    /// Looks what would become of these signals, and records nothing. That the schema would refuse
    /// a story only shows when it is recorded.
    ///
    /// # Errors
    /// [`RestoreError`], as when they are restored.
    pub fn rehearse_restore(
        &mut self,
        stories: &mut dyn Iterator<Item = io::Result<(Story, Vec<StoryText>)>>,
        on_conflict: OnConflict,
        outcomes: &mut Vec<RestoreOutcome>,
    ) -> Result<(), RestoreError> {
        let mut salts = Salts::new()?;
        self.database.read(|tx| {
            for story in stories {
                let (story, words) = story.map_err(RestoreError::File)?;
                let found = report_of(&story, &words, &mut salts)
                    .map_err(RestoreRefusal::from)
                    .and_then(|report| find_restored(tx, &report, &story, &words));
                outcomes.push(match found {
                    Ok(None) => Ok(ReportOutcome::New),
                    Ok(Some(existing)) => Ok(ReportOutcome::Existing(existing)),
                    Err(RestoreRefusal::Story(not_restored)) => Err(not_restored),
                    Err(RestoreRefusal::Register(error)) => return Err(error.into()),
                });
            }
            check_restored(outcomes.iter().all(Result::is_ok), on_conflict)
        })
    }
}

fn check_restored(all_restored: bool, on_conflict: OnConflict) -> Result<(), RestoreError> {
    match on_conflict {
        OnConflict::RecordNothing if !all_restored => Err(RestoreError::NotRestored),
        OnConflict::RecordNothing | OnConflict::LeaveOut => Ok(()),
    }
}

/// Why restoring one signal failed.
enum RestoreRefusal {
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
            NotRestored::Impossible.into()
        } else if matches!(error, RegisterError::IdTaken { .. }) {
            NotRestored::IdTaken.into()
        } else if let RegisterError::ReferenceTaken { id } = error {
            NotRestored::ReferenceTaken(id).into()
        } else {
            RestoreRefusal::Register(error)
        }
    }
}

/// Records the report and then every later event as if it happened now: the rules of the schema
/// check each of them.
fn restore(
    writer: &mut EventWriter<'_>,
    story: &Story,
    words: &[StoryText],
    importer: Option<&Importer>,
) -> Result<ReportOutcome, RestoreRefusal> {
    let report = report_of(story, words, writer.salts)?;
    let id = report.id;
    if let Some(existing) = find_restored(writer.tx, &report, story, words)? {
        return Ok(ReportOutcome::Existing(existing));
    }
    append(writer, report, &story.first)?;
    let mut found = find_recorded(writer.tx, id)?;
    for happened in story.happened.iter().skip(1) {
        let step = Step {
            event: happened.event.clone(),
            under: None,
            words: (words.iter())
                .filter(|text| text.number == happened.number)
                .map(|text| (text.part, text.words.clone()))
                .collect(),
            contact: story.contact_of(happened.number).cloned(),
            decision: find_decision(story, happened.number),
        };
        step::take(
            writer,
            &mut found,
            happened.at,
            &actor(happened),
            vec![step],
        )?;
    }
    if let Some(Importer { actor, at }) = importer {
        let imported = Step {
            event: Event::Imported,
            under: None,
            words: Vec::new(),
            contact: None,
            decision: None,
        };
        step::take(writer, &mut found, *at, actor, vec![imported])?;
    }
    find_recorded(writer.tx, id)?;
    Ok(ReportOutcome::New)
}

/// The report with which a story begins.
fn report_of(
    story: &Story,
    words: &[StoryText],
    salts: &mut Salts,
) -> Result<ReportRows, NotRestored> {
    let signal = signal(story, words).ok_or(NotRestored::Impossible)?;
    let offer = story.offer().ok_or(NotRestored::Impossible)?;
    let reported = story.happened.first().ok_or(NotRestored::Impossible)?;
    Ok(ReportRows::new(&signal, offer, &actor(reported), salts))
}

/// The recorded signal of a story, when it has the whole history of the story.
fn find_restored(
    tx: &mut dyn Transaction,
    report: &ReportRows,
    story: &Story,
    words: &[StoryText],
) -> Result<Option<ExistingSignal>, RestoreRefusal> {
    if let Some(existing) = find_by_number(tx, report)? {
        return if has_history(tx, existing.id, story, words)? {
            Ok(Some(existing))
        } else {
            Err(NotRestored::OtherStory.into())
        };
    }
    match find_by_reference(tx, report)? {
        Some(existing) if has_history(tx, existing.id, story, words)? => Ok(Some(existing)),
        // Restore it: the withdrawn signal gave up its reference.
        Some(existing) if existing.state == State::Withdrawn => Ok(None),
        Some(existing) => Err(NotRestored::ReferenceTaken(existing.id).into()),
        None => Ok(None),
    }
}

/// Finds a signal that was just recorded. One that does not fold cannot have happened.
fn find_recorded(tx: &mut dyn Transaction, id: SignalId) -> Result<FoundSignal, RestoreRefusal> {
    find_by_id(tx, id).map_err(|error| {
        if matches!(error, RegisterError::DamagedSignal { .. }) {
            NotRestored::Impossible.into()
        } else {
            error.into()
        }
    })
}

/// Whether the recorded signal has the whole history of `story`; more may have happened since.
fn has_history(
    tx: &mut dyn Transaction,
    id: SignalId,
    story: &Story,
    words: &[StoryText],
) -> Result<bool, RegisterError> {
    let recorded = find_by_id(tx, id)?;
    let length = story.happened.len();
    let Some(happened) = recorded.happened.get(..length) else {
        return Ok(false);
    };
    let mut pairs = happened.iter().zip(&story.happened);
    if !pairs.all(|(recorded, event)| recorded.is_same_event(event)) {
        return Ok(false);
    }
    let mut texts = story::words(tx, id)?;
    texts.retain(|text| usize::try_from(text.number).is_ok_and(|number| number <= length));
    Ok(texts == words)
}

/// Why the map decided again at this event.
fn find_decision(story: &Story, number: u32) -> Option<DecisionRecord> {
    let again = story.again.iter().find(|(event, _)| *event == number);
    again.map(|(_, decision)| decision.clone())
}

fn actor(event: &RecordedEvent) -> Actor {
    Actor {
        organisation: event.by.clone(),
        person: event.person.clone(),
        via: event.via,
        as_was: event.as_was.clone(),
    }
}

fn find_text(texts: &[StoryText], number: u32, part: Part) -> Option<Words> {
    let mut texts = texts.iter();
    let text = texts.find(|text| text.number == number && text.part == part)?;
    Some(text.words.clone())
}

/// The signal as it was sent; `None` when words are missing that a report has.
fn signal(story: &Story, words: &[StoryText]) -> Option<Signal> {
    let reported = story.reported.clone();
    let discussed = reported.circumstances.discussed;
    let words = SignalWords {
        seen: find_text(words, 1, Part::Seen)?,
        goes_well: find_text(words, 1, Part::GoesWell),
        helpers: find_text(words, 1, Part::Helpers),
        own_words: find_text(words, 1, Part::OwnWords),
        discussed: discussed.with_reason(|part| find_text(words, 1, part))?,
    };
    Some(Signal {
        id: reported.id,
        sender: reported.sender,
        contact: reported.contact,
        reference: reported.reference,
        reported_at: reported.reported_at,
        topics: reported.topics,
        particulars: reported.circumstances.particulars,
        words,
    })
}
