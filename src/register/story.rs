//! The story of one signal and, apart from it, its words.

use crate::domain::access::{ReadSignal, Reader, undone_events};
use crate::domain::codes::OrganisationId;
use crate::domain::event::{DecisionRecord, Offer, RecordedEvent};
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::signal_state::SignalState;
use crate::domain::words::ContactLine;
use crate::register::audit::hash_chain::Seal;
use crate::register::database::Transaction;
use crate::register::error::{FindError, RegisterError};
use crate::register::original_report::OriginalReport;
use crate::register::row::{ToColumn as _, row, rows};
use crate::register::signal_record::{
    Contacts, FoundSignal, RecordParts, SignalRecord, fold, load, signals,
};
use crate::register::story_text::{self, StoryText, has_words};
use crate::register::tables::{SignalRow, WordsRow};

/// The whole story of a signal, without words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    pub reported: OriginalReport,
    /// The signal as it is now.
    pub case: SignalState,
    /// What happened, in order.
    pub happened: Vec<RecordedEvent>,
    /// Why the map decided as it did on the report.
    pub first: DecisionRecord,
    /// Why it decided as it did later, with the number of that event.
    pub again: Vec<(u32, DecisionRecord)>,
    pub contacts: Contacts,
}

impl Story {
    /// The person to reach whom the event with this number names.
    #[must_use]
    pub fn contact_of(&self, event: u32) -> Option<&ContactLine> {
        self.contacts.get(&event)
    }

    /// The person to reach of its owner, as she last said it.
    #[must_use]
    pub fn contact_of_owner(&self) -> Option<&ContactLine> {
        contact_of_owner(&self.case.owner, &self.happened, &self.contacts)
    }

    /// What this reader reads of it.
    #[must_use]
    pub fn read_by(&self, reader: &Reader) -> ReadSignal<'_> {
        let reported = (
            &self.reported.topics,
            &self.reported.circumstances.particulars,
        );
        ReadSignal::of(&self.case, reported, &self.happened, reader)
    }

    /// The decision that came with the report.
    #[must_use]
    pub fn offer(&self) -> Option<&Offer> {
        self.offers().next()
    }

    /// What the map last decided.
    #[must_use]
    pub fn last_offer(&self) -> Option<&Offer> {
        self.offers().last()
    }

    /// Why it last decided as it did.
    #[must_use]
    pub fn last_decision(&self) -> &DecisionRecord {
        let again = self.again.last();
        again.map_or(&self.first, |(_, decision)| decision)
    }

    /// Why it decided as it did before that, each with the number of its event.
    pub fn earlier_decisions(&self) -> impl Iterator<Item = (u32, &DecisionRecord)> {
        let again = self
            .again
            .iter()
            .map(|(event, decision)| (*event, decision));
        std::iter::once((1, &self.first))
            .chain(again)
            .take(self.again.len())
    }

    fn offers(&self) -> impl Iterator<Item = &Offer> {
        self.happened.iter().filter_map(|one| one.event.offer())
    }
}

/// The person to reach whom the owner named last, of what was not taken back.
pub(super) fn contact_of_owner<'c>(
    owner: &OrganisationId,
    happened: &[RecordedEvent],
    contacts: &'c Contacts,
) -> Option<&'c ContactLine> {
    let undone = undone_events(happened);
    let of_owner = happened.iter().rev();
    let mut of_owner =
        of_owner.filter(|happened| happened.by == *owner && !undone.contains(&happened.number));
    of_owner.find_map(|happened| contacts.get(&happened.number))
}

/// The one signal whose number begins with `prefix`.
pub(super) fn find(tx: &mut dyn Transaction, prefix: &IdPrefix) -> Result<FoundSignal, FindError> {
    let row = find_row(tx, prefix)?;
    let wanted = RecordParts {
        decisions: false,
        words: false,
    };
    let record = load_one(tx, &row, wanted)?;
    Ok(fold(&row, &record)?)
}

/// A signal that is recorded. None is ever removed, so a missing one is damage.
///
/// # Errors
/// [`RegisterError::DamagedSignal`] when it is not there, or cannot have happened.
pub(super) fn find_by_id(
    tx: &mut dyn Transaction,
    id: SignalId,
) -> Result<FoundSignal, RegisterError> {
    find(tx, &IdPrefix::from(id)).map_err(|error| match error {
        FindError::NotFound | FindError::Ambiguous(_) => {
            RegisterError::DamagedSignal { id: Some(id) }
        }
        FindError::Register(error) => error,
    })
}

fn find_row(tx: &mut dyn Transaction, prefix: &IdPrefix) -> Result<SignalRow, FindError> {
    let until = format!("{}~", prefix.as_str());
    let range = [prefix.as_str().into(), until.as_str().into()];
    let mut found = signals(tx, "id >= $1 AND id < $2 ORDER BY id LIMIT 20", &range)?;
    let ids = found.iter().map(|row| row.id).collect();
    match (found.pop(), found.is_empty()) {
        (None, _) => Err(FindError::NotFound),
        (Some(row), true) => Ok(row),
        (Some(_), false) => Err(FindError::Ambiguous(ids)),
    }
}

fn load_one(
    tx: &mut dyn Transaction,
    row: &SignalRow,
    wanted: RecordParts,
) -> Result<SignalRecord, RegisterError> {
    let mut records = load(tx, std::slice::from_ref(row), wanted)?;
    // Folding reports a signal without a record as damaged.
    Ok(records.remove(&row.seq).unwrap_or_default())
}

/// The story of the one signal whose number begins with `prefix`.
pub(super) fn story(tx: &mut dyn Transaction, prefix: &IdPrefix) -> Result<Story, FindError> {
    let row = find_row(tx, prefix)?;
    let wanted = RecordParts {
        decisions: true,
        words: false,
    };
    let record = load_one(tx, &row, wanted)?;
    Ok(with_decisions(fold(&row, &record)?, record.decisions)?)
}

/// The story of a signal with its decisions.
///
/// # Errors
/// [`RegisterError::DamagedSignal`] unless events and decisions match one to one.
pub(super) fn with_decisions(
    found: FoundSignal,
    decisions: Vec<(u32, DecisionRecord)>,
) -> Result<Story, RegisterError> {
    let FoundSignal {
        seq: _,
        reported,
        case,
        happened,
        contacts,
    } = found;
    let damaged = RegisterError::DamagedSignal {
        id: Some(reported.id),
    };
    let decided = happened.iter().filter(|one| one.event.offer().is_some());
    let numbers = decisions.iter().map(|(number, _)| *number);
    if !decided.map(|happened| happened.number).eq(numbers) {
        return Err(damaged);
    }
    let mut decisions = decisions.into_iter();
    let (_, first) = decisions.next().ok_or(damaged)?;
    Ok(Story {
        reported,
        case,
        happened,
        first,
        again: decisions.collect(),
        contacts,
    })
}

row! {
    /// An event, and the seal of the words that came with it.
    struct WordsSeal {
        number: u32,
        words: Option<Seal>,
    }
}

/// All that people wrote about a signal, in order.
///
/// # Errors
/// [`RegisterError::DamagedSignal`] when the texts are not those that its events sealed.
pub(super) fn words(
    tx: &mut dyn Transaction,
    id: SignalId,
) -> Result<Vec<StoryText>, RegisterError> {
    let with = [id.to_value()];
    let of_signal = "WHERE signal = (SELECT seq FROM signal WHERE id = $1)";
    let words: Vec<WordsRow> = rows(tx, &format!("FROM words {of_signal} ORDER BY event"), &with)?;
    let mut texts: Vec<StoryText> = words.into_iter().map(StoryText::from).collect();
    story_text::sort(&mut texts);
    for WordsSeal { number, words } in rows(tx, &format!("FROM event {of_signal}"), &with)? {
        if words.is_some() != has_words(&texts, number) {
            return Err(RegisterError::DamagedSignal { id: Some(id) });
        }
    }
    Ok(texts)
}
