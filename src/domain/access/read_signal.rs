//! A signal as far as one organisation reads it.

use std::collections::BTreeSet;

use crate::domain::access::{AccessLevel, Reach, Reader, Standing};
use crate::domain::codes::OrganisationId;
use crate::domain::event::{AsWas, Correction, Event, Offer, RecordedEvent};
use crate::domain::organisation_codes::OrganisationCodes;
use crate::domain::signal::{Particulars, Topics};
use crate::domain::signal_state::{OpenQuestion, SignalState};
use crate::domain::time::Moment;
use crate::domain::words::PersonName;

/// A signal as far as one organisation reads it.
#[derive(Debug)]
pub struct ReadSignal<'s> {
    pub level: AccessLevel,
    /// Whether the reader sees how to reach the person who sent it.
    pub contact: bool,
    /// Who decides what nobody owns.
    pub coordinator: &'s OrganisationId,
    pub standing: Standing,
    /// Of whom, where and how soon, as far as the reader knows of corrections.
    pub particulars: Particulars,
    /// Who else reads and adds; `None`: not told.
    pub involved: Option<&'s BTreeSet<OrganisationId>>,
    /// The questions that wait, each with the number that the reader knows it by.
    pub questions: Vec<OpenQuestion>,
    /// Those that the reader knows of, in order.
    pub events: Vec<ReadEvent<'s>>,
    /// Whether the reader knows how the map decided later on.
    pub later_decisions: bool,
}

/// An event as far as one organisation reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadEvent<'s> {
    /// Its number in what the reader sees: 1, 2, 3 …
    pub number: u32,
    /// Its number in the register.
    pub recorded: u32,
    pub at: Moment,
    /// `None`: not told.
    pub by: Option<&'s OrganisationId>,
    /// Who of it, when that is told and was said.
    pub person: Option<&'s PersonName>,
    /// What it was called then, when that is told and was known.
    pub as_was: Option<&'s AsWas>,
    pub event: Event,
    /// The keys in JSON whose values are not told.
    pub hidden: &'static [&'static str],
    /// Of a correction: the particulars before it, as the reader knew them.
    pub was: Option<Particulars>,
    /// Whether who brought it about took it back.
    pub undone: bool,
    /// Whether the reader reads its words.
    pub words: bool,
}

/// The numbers of the events that were taken back.
#[must_use]
pub fn undone_events(happened: &[RecordedEvent]) -> BTreeSet<u32> {
    let mut undone = BTreeSet::new();
    for one in happened {
        if let Event::Undone { first, last } = one.event {
            undone.extend(first..=last);
        }
    }
    undone
}

impl<'s> ReadEvent<'s> {
    /// All of it.
    #[must_use]
    pub fn whole(happened: &'s RecordedEvent, words: bool) -> Self {
        Self {
            number: happened.number,
            recorded: happened.number,
            at: happened.at,
            by: Some(&happened.by),
            as_was: happened.as_was.as_ref(),
            person: happened.person.as_ref(),
            event: happened.event.clone(),
            hidden: &[],
            was: None,
            undone: false,
            words,
        }
    }

    /// What was taken back is read by its writer alone, and by who reads all words of all signals.
    #[must_use]
    fn crossed_out(self, undone: &BTreeSet<u32>, reader: &Reader) -> Self {
        let undone = undone.contains(&self.recorded);
        let own = self.by.is_some_and(|by| reader.organisation.include(by))
            || reader.reach == Reach::AllWords;
        Self {
            undone,
            words: self.words && (!undone || own),
            ..self
        }
    }
}

/// The particulars of a signal, followed through its corrections: as they were, and as far as a
/// reader knows of them.
struct Known {
    actual: Particulars,
    known: Particulars,
    /// Before each correction, with its number in the register: it may be taken back.
    before: Vec<(u32, Particulars, Particulars)>,
}

impl Known {
    fn at_report(particulars: &Particulars) -> Self {
        Self {
            actual: particulars.clone(),
            known: particulars.clone(),
            before: Vec::new(),
        }
    }

    /// The event as the reader knows it. `reads`: whether she reads it. What others corrected before
    /// is told by no correction of hers.
    fn follow<'s>(&mut self, mut read: ReadEvent<'s>, reads: bool) -> ReadEvent<'s> {
        if let Event::Undone { first, .. } = read.event {
            self.take_back(first);
        }
        let Event::Corrected { particulars, .. } = &mut read.event else {
            return read;
        };
        let before = (read.recorded, self.actual.clone(), self.known.clone());
        self.before.push(before);
        let corrected = particulars.clone();
        *particulars = corrected.changed_onto(&self.actual, &self.known);
        let known = particulars.clone();
        read.was = Some(self.known.clone());
        self.actual = corrected;
        if reads {
            self.known = known;
        }
        read
    }

    /// As before the first of these events. What was taken back earlier is no longer there.
    fn take_back(&mut self, first: u32) {
        while let Some((_, actual, known)) = self.before.pop_if(|(number, ..)| *number >= first) {
            (self.actual, self.known) = (actual, known);
        }
    }
}

/// How much of one event a status-only sender reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OwnPart {
    /// That it happened, and its words.
    WithWords,
    /// That it happened, but for these keys.
    Without(&'static [&'static str]),
    /// Not even that.
    Hidden,
}

impl<'s> ReadSignal<'s> {
    /// What `reader` reads of the signal that stands so, was reported with these topics and
    /// particulars, and to which this happened, from its report on.
    #[must_use]
    pub fn of(
        state: &'s SignalState,
        (reported, particulars): (&Topics, &Particulars),
        happened: &'s [RecordedEvent],
        reader: &Reader,
    ) -> Self {
        let level = state.access_of(reader);
        let standing = Standing {
            topics: state.topics.clone(),
            basis: state.basis,
            proposed: state.proposed.clone(),
            declines: Some(state.declines),
            last_at: Some(state.last_at),
        };
        let contact = reader.reach == Reach::AllWords || state.may_see_contact(reader);
        let whole = Self {
            level,
            contact,
            coordinator: &state.coordinator,
            standing,
            particulars: state.particulars.clone(),
            involved: Some(&state.involved),
            questions: state.questions.clone(),
            events: Vec::new(),
            later_decisions: true,
        };
        match (level, happened.first().map(|first| &first.event)) {
            (AccessLevel::OwnText, Some(Event::Reported(offer))) => {
                let known = Known::at_report(particulars);
                whole.own_part(state, (reported, offer, known), happened, reader)
            }
            (AccessLevel::Full | AccessLevel::Metadata, _) => {
                let asked = proposal_to(state, happened, &reader.organisation);
                let undone = undone_events(happened);
                let mut known = Known::at_report(particulars);
                let mut events = Vec::new();
                for happened in happened {
                    let words = level == AccessLevel::Full || asked == Some(happened.number);
                    let read = ReadEvent::whole(happened, words).crossed_out(&undone, reader);
                    let mut read = known.follow(read, true);
                    read.person = read.person.filter(|_| contact);
                    events.push(read);
                }
                Self { events, ..whole }
            }
            (AccessLevel::OwnText | AccessLevel::Colleague | AccessLevel::Nothing, _) => Self {
                questions: Vec::new(),
                involved: None,
                later_decisions: false,
                ..whole
            },
        }
    }

    /// For a status-only sender nothing that happened is folded in, but where the signal stands.
    fn own_part(
        self,
        state: &'s SignalState,
        (topics, offer, mut known): (&Topics, &'s Offer, Known),
        happened: &'s [RecordedEvent],
        reader: &Reader,
    ) -> Self {
        let sender = &state.sender;
        let asked = proposal_to(state, happened, &reader.organisation);
        // Another owner of the meantime would tell what became of it.
        let named = [sender, &state.owner, &offer.owner, &offer.coordinator];
        let undone = undone_events(happened);
        let mut events: Vec<ReadEvent<'s>> = Vec::new();
        for happened in happened {
            let (hidden, words): (&[&str], bool) = match own_part(happened, sender) {
                OwnPart::WithWords => (&[], true),
                OwnPart::Without(keys) => (keys, happened.by == *sender),
                OwnPart::Hidden => {
                    let hidden = ReadEvent::whole(happened, false).crossed_out(&undone, reader);
                    known.follow(hidden, false);
                    continue;
                }
            };
            let read = ReadEvent::whole(happened, words).crossed_out(&undone, reader);
            let mut read = known.follow(read, true);
            if matches!(read.event, Event::TransferProposed { .. }) && happened.by != *sender {
                read.words = asked == Some(happened.number);
            }
            read.event = renumbered(read.event, &events);
            read.number = events.len() as u32 + 1;
            read.hidden = hidden;
            read.by = read.by.filter(|by| named.contains(by));
            read.as_was = read.as_was.filter(|_| read.by.is_some());
            read.person = read.person.filter(|_| happened.by == *sender);
            events.push(read);
        }
        let questions = self.questions.into_iter().filter_map(|question| {
            let number = shown_number(&events, question.number)?;
            (question.of == *sender).then_some(OpenQuestion {
                number,
                of: question.of,
            })
        });
        Self {
            coordinator: &offer.coordinator,
            standing: self
                .standing
                .as_reported(topics.clone(), offer.basis, sender),
            particulars: known.known,
            involved: None,
            questions: questions.collect(),
            events,
            later_decisions: false,
            ..self
        }
    }

    /// Whether any words are read.
    #[must_use]
    pub fn reads_words(&self) -> bool {
        self.events.iter().any(|event| event.words)
    }
}

/// The event, naming others by the numbers that its reader knows them by.
fn renumbered(mut event: Event, events: &[ReadEvent<'_>]) -> Event {
    let shown = |recorded| shown_number(events, recorded).unwrap_or(recorded);
    if let Event::Replied {
        question: Some(question),
    } = &mut event
    {
        *question = shown(*question);
    }
    if let Event::Undone { first, last } = &mut event {
        (*first, *last) = (shown(*first), shown(*last));
    }
    event
}

/// The number by which the reader of these events knows the one with this number in the register.
fn shown_number(events: &[ReadEvent<'_>], recorded: u32) -> Option<u32> {
    let event = events.iter().find(|event| event.recorded == recorded)?;
    Some(event.number)
}

/// The event by which `organisation` is being asked to take it over.
fn proposal_to(
    state: &SignalState,
    happened: &[RecordedEvent],
    organisation: &OrganisationCodes,
) -> Option<u32> {
    let proposal = happened
        .iter()
        .rfind(|one| matches!(one.event, Event::TransferProposed { .. }))?;
    let asked = (state.proposed.as_ref()).is_some_and(|asked| organisation.include(asked));
    asked.then_some(proposal.number)
}

/// What a status-only sender reads of an event: what she did, what she was asked, and that it was
/// answered. Each other step of somebody else would tell what is done.
fn own_part(happened: &RecordedEvent, sender: &OrganisationId) -> OwnPart {
    let own = happened.by == *sender;
    match &happened.event {
        Event::Reported(_) => OwnPart::Without(&["involved", "claimants"]),
        Event::Corrected {
            then: Correction::Decided(_),
            ..
        } if own => OwnPart::Without(&["involved", "claimants"]),
        Event::FeedbackFinal { .. } if !own => OwnPart::Without(&["outcome", "handed_to"]),
        Event::Asked { of: asked } | Event::TransferProposed { to: asked } if asked == sender => {
            OwnPart::WithWords
        }
        Event::FamilyKnown { .. }
        | Event::Accepted
        | Event::Declined { .. }
        | Event::ClaimDeclined { .. }
        | Event::TransferProposed { .. }
        | Event::TransferTaken
        | Event::TransferRefused
        | Event::TransferEnded
        | Event::Assigned { .. }
        | Event::Rerouted(_)
        | Event::Involved { .. }
        | Event::Uninvolved { .. }
        | Event::Asked { .. }
        | Event::Replied { .. }
        | Event::Amended { .. }
        | Event::Corrected { .. }
        | Event::FeedbackInterim { .. }
        | Event::FeedbackFinal { .. }
        | Event::Heard { .. }
        | Event::Confirmed
        | Event::Rejected { .. }
        | Event::ClosedUnconfirmed
        | Event::Reopened { .. }
        | Event::Withdrawn
        | Event::Undone { .. }
        | Event::Escalated { .. }
        | Event::CoordinatorChanged { .. }
        | Event::Imported => {
            if own {
                OwnPart::WithWords
            } else {
                OwnPart::Hidden
            }
        }
    }
}
