//! The organisations: names, kinds, and how to reach them.

use std::collections::{BTreeSet, HashMap};

use crate::domain::codes::{KindId, OrganisationId};
use crate::domain::words::PersonName;
use crate::map_file::entry_reader::EntryReader;
use crate::map_file::faults::FaultCollector;
use crate::map_file::format::{ContactEntry, OrganisationEntry, Word, WordList};
use crate::map_file::former_codes::FormerCodes;
use crate::map_file::merge::{Coded, InFile};
use crate::map_file::problem::{CodeKind, MapProblem};
use crate::map_file::yaml::{Entries, Spanned, brief};
use crate::routing::criterion::Senders;
use crate::routing::map::{
    Contact, ContactHours, Listener, Organisation, SenderLevels, SendersApart, ValidDays,
};

/// Those whom a word names as senders.
enum Sender {
    Kind(KindId),
    Organisation(OrganisationId),
}

/// The organisations, in the order of the files.
#[derive(Debug, Default)]
pub(super) struct Organisations {
    pub all: Vec<Organisation>,
    /// Whether an organisation has a contact, right or wrong.
    has_contact: HashMap<OrganisationId, bool>,
    kinds: BTreeSet<KindId>,
}

impl Organisations {
    /// Reads all organisations. Those with a fault are left out, or have a stand-in that is never
    /// used.
    pub(super) fn read(
        coded: &[Coded<'_, OrganisationEntry>],
        faults: &mut FaultCollector<'_>,
    ) -> Self {
        let mut organisations = Self::default();
        let mut seen = HashMap::new();
        let called = CodeKind::Organisation;
        let mut former = FormerCodes::new(called);
        for InFile { file, entry } in coded {
            let (code, content) = entry;
            let mut reader = faults.reader(*file);
            if reader.is_new(&mut seen, code.as_str(), called, code.at, brief(code))
                && let Some(id) = reader.code(called, code)
            {
                organisations.add(&mut reader, id, code, content, &mut former);
            }
        }
        former.report(&organisations.all, faults);
        organisations
    }

    fn add(
        &mut self,
        reader: &mut EntryReader<'_, '_>,
        id: OrganisationId,
        code: &Word,
        content: &OrganisationEntry,
        former: &mut FormerCodes<Organisation>,
    ) {
        let OrganisationEntry {
            name,
            kind,
            formerly,
            valid_from,
            valid_until,
            contact,
            senders_apart,
            office,
            owns,
        } = content;
        let name = reader
            .required("name", name, id.as_str(), code.at)
            .and_then(|name| reader.text("name", name, 80))
            .unwrap_or_default();
        let kind = reader
            .required("kind", kind, id.as_str(), code.at)
            .and_then(|kind| reader.code::<KindId>(CodeKind::Kind, kind));
        if contact.is_none() && owns.is_some() {
            let organisation = id.to_string();
            reader.fault(code.at, MapProblem::OwnerWithoutContact { organisation });
        }
        // An organisation without a kind is a fault already. It keeps its code, so that references
        // to it are right.
        self.has_contact.insert(id.clone(), contact.is_some());
        let contact = contact
            .as_ref()
            .and_then(|contact| read_contact(reader, &id, contact));
        let is_apart = senders_apart.as_ref().is_some_and(|apart| *apart);
        let senders_apart = read_apart(reader, &id, is_apart, office.as_ref());
        let formerly = former.read(reader, &id, formerly.as_ref());
        let valid = reader.valid_days(valid_from.as_ref(), valid_until.as_ref());
        let Some(kind) = kind else {
            return;
        };
        self.kinds.insert(kind.clone());
        self.all.push(Organisation {
            id,
            formerly,
            valid,
            name,
            kind,
            contact,
            senders_apart,
            place: reader.place(code.at),
        });
    }

    /// The organisation that a word names.
    pub(super) fn find(
        &self,
        reader: &mut EntryReader<'_, '_>,
        word: &Word,
    ) -> Option<OrganisationId> {
        let called = CodeKind::Organisation;
        let (id, _) = reader.find(called, word, &self.has_contact, OrganisationId::as_str)?;
        Some(id.clone())
    }

    /// The organisation that a word names as coordinator: it must be reachable.
    pub(super) fn find_coordinator(
        &self,
        reader: &mut EntryReader<'_, '_>,
        word: &Word,
    ) -> Option<OrganisationId> {
        let id = self.find(reader, word)?;
        if self.has_contact.get(&id) != Some(&true) {
            let organisation = id.to_string();
            reader.fault(
                word.at,
                MapProblem::CoordinatorWithoutContact { organisation },
            );
        }
        Some(id)
    }

    /// The coordinator of the map, who must be there on all days, or have an heir who can be reached.
    pub(super) fn find_own_coordinator(
        &self,
        reader: &mut EntryReader<'_, '_>,
        word: &Word,
    ) -> Option<OrganisationId> {
        let id = self.find_coordinator(reader, word)?;
        let mut coordinator = self.all.iter().find(|one| one.id == id)?;
        let absent = loop {
            let ValidDays { from, until } = coordinator.valid;
            if coordinator.id == id
                && let Some(from) = from
            {
                break Some(from.plus(-1));
            }
            let Some(next) = until.map(|last| last.plus(1)) else {
                break None;
            };
            let heir = self.all.iter().find(|heir| {
                heir.formerly.contains(&coordinator.id)
                    && heir.contact.is_some()
                    && heir.valid.include(next)
            });
            match heir {
                Some(heir) => coordinator = heir,
                None => break Some(next),
            }
        };
        if let Some(day) = absent {
            let organisation = id.to_string();
            reader.fault(word.at, MapProblem::NoCoordinator { organisation, day });
        }
        Some(id)
    }

    /// Who hears an alarm: a part in the signal, or an organisation that can be reached.
    pub(super) fn find_listener(
        &self,
        reader: &mut EntryReader<'_, '_>,
        word: &Word,
    ) -> Option<Listener> {
        if let Some(part) = Listener::part(word) {
            return Some(part);
        }
        let id = word.parse().ok();
        let found = id.and_then(|id: OrganisationId| self.has_contact.get_key_value(&id));
        let Some((id, has_contact)) = found else {
            let parts = Listener::PARTS.iter().map(Listener::code);
            reader.unknown(CodeKind::Organisation, word, parts.chain(self.codes()));
            return None;
        };
        if !has_contact {
            let organisation = id.to_string();
            reader.fault(word.at, MapProblem::ListenerWithoutContact { organisation });
        }
        Some(Listener::Organisation(id.clone()))
    }

    /// A limit to senders: each word is a kind or an organisation. The organisations of each kind
    /// are found when the whole map is read.
    pub(super) fn senders(&self, reader: &mut EntryReader<'_, '_>, words: &[Word]) -> Senders {
        let mut senders = Senders::default();
        for word in words {
            match self.find_sender(reader, word) {
                Some(Sender::Kind(kind)) => senders.kinds.insert(kind),
                Some(Sender::Organisation(id)) => senders.named.insert(id),
                None => continue,
            };
        }
        senders
    }

    /// How much senders may hear, each under its kind or under its own code.
    pub(super) fn sender_levels(
        &self,
        typed: Option<InFile<&Spanned<Entries<Word>>>>,
        faults: &mut FaultCollector<'_>,
    ) -> SenderLevels {
        let mut levels = SenderLevels::default();
        let Some(InFile { file, entry }) = typed else {
            return levels;
        };
        let mut reader = faults.reader(file);
        if entry.is_empty() {
            reader.fault(entry.at, MapProblem::EmptyList { key: "levels" });
        }
        for (word, level) in entry.iter() {
            let sender = self.find_sender(&mut reader, word);
            let Some((sender, level)) = sender.zip(reader.choice("levels", level)) else {
                continue;
            };
            match sender {
                Sender::Kind(kind) => levels.kinds.insert(kind, level),
                Sender::Organisation(id) => levels.named.insert(id, level),
            };
        }
        levels
    }

    fn find_sender(&self, reader: &mut EntryReader<'_, '_>, word: &Word) -> Option<Sender> {
        let kind = word.parse().ok();
        let kind = kind.and_then(|kind: KindId| self.kinds.get(&kind));
        let id = word.parse().ok();
        let id = id.and_then(|id: OrganisationId| self.has_contact.get_key_value(&id));
        match (kind, id) {
            (Some(kind), None) => Some(Sender::Kind(kind.clone())),
            (None, Some((id, _))) => Some(Sender::Organisation(id.clone())),
            (Some(_), Some(_)) => {
                reader.fault(word.at, MapProblem::AmbiguousSender { code: brief(word) });
                None
            }
            (None, None) => {
                let kinds = self.kinds.iter().map(KindId::as_str);
                reader.unknown(CodeKind::Sender, word, kinds.chain(self.codes()));
                None
            }
        }
    }

    fn codes(&self) -> impl Iterator<Item = &str> {
        self.has_contact.keys().map(OrganisationId::as_str)
    }
}

/// Who reads what the people of this organisation sent. `office`: who reads all of it.
fn read_apart(
    reader: &mut EntryReader<'_, '_>,
    id: &OrganisationId,
    is_apart: bool,
    office: Option<&WordList>,
) -> Option<SendersApart> {
    if !is_apart {
        if let Some(first) = office.and_then(|names| names.first()) {
            let organisation = id.to_string();
            reader.fault(first.at, MapProblem::OfficeOfAll { organisation });
        }
        return None;
    }
    let names = reader.list("office", office).unwrap_or_default();
    let mut office = Vec::new();
    for name in names {
        let Some(text) = reader.text("office", name, PersonName::MAX) else {
            continue;
        };
        // In the form in which the setting `person` is kept, or nobody would be the office.
        match PersonName::new(&text) {
            Ok(person) => office.push(person.as_str().to_owned()),
            Err(_) => reader.fault(name.at, MapProblem::NotAPerson { word: text }),
        }
    }
    Some(SendersApart { office })
}

fn read_contact(
    reader: &mut EntryReader<'_, '_>,
    of: &OrganisationId,
    contact: &Spanned<ContactEntry>,
) -> Option<Contact> {
    let ContactEntry {
        phone,
        email,
        hours,
        checked_on,
    } = &contact.value;
    if phone.is_none() && email.is_none() {
        let organisation = of.to_string();
        reader.fault(contact.at, MapProblem::EmptyContact { organisation });
        return None;
    }
    let phone = phone.as_ref().and_then(|word| reader.phone(word));
    let email = email.as_ref().and_then(|word| reader.email(word));
    let hours = hours.as_ref().map_or(Some(ContactHours::Office), |word| {
        reader.choice("hours", word)
    })?;
    let checked_on = checked_on.as_ref().and_then(|word| reader.day(word));
    Some(Contact {
        phone,
        email,
        hours,
        checked_on,
    })
}
