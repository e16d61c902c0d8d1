//! The organisations: what they are called, what kind they are, how to reach them.

use std::collections::{BTreeSet, HashMap};

use crate::domain::codes::{KindId, OrganisationId};
use crate::map_file::entry_reader::EntryReader;
use crate::map_file::faults::{At, FaultCollector};
use crate::map_file::format::{self, Word};
use crate::map_file::merge::{Coded, In};
use crate::map_file::problem::{Called, MapProblem};
use crate::map_file::yaml::{Spanned, brief};
use crate::routing::criterion::Senders;
use crate::routing::map::{Contact, ContactHours, Listener, Organisation};

/// The organisations, in the order of the files, and who is of which kind.
#[derive(Debug, Default)]
pub(super) struct Organisations {
    pub all: Vec<Organisation>,
    by_code: HashMap<OrganisationId, usize>,
    kinds: BTreeSet<KindId>,
    /// Those with a contact that is typed, right or wrong.
    contact_typed: BTreeSet<OrganisationId>,
}

impl Organisations {
    /// Reads all organisations. What has a fault is left out, or has a stand-in that is never used.
    pub(super) fn read(
        coded: &[Coded<'_, format::OrganisationEntry>],
        faults: &mut FaultCollector<'_>,
    ) -> Self {
        let mut organisations = Self::default();
        let mut first: HashMap<&str, At> = HashMap::new();
        for In {
            file,
            it: (code, content),
        } in coded
        {
            let mut reading = EntryReader {
                file: *file,
                faults: &mut *faults,
            };
            let at = reading.at(code.at);
            if let Some(before) = first.insert(code.as_str(), at) {
                let first = reading.faults.place(before);
                reading.fault(
                    code.at,
                    MapProblem::SameCode {
                        called: Called::Organisation,
                        code: brief(code),
                        first,
                    },
                );
            } else if let Some(id) = reading.code::<OrganisationId>(Called::Organisation, code) {
                organisations.add(&mut reading, id, code, content);
            }
        }
        organisations
    }

    fn add(
        &mut self,
        reading: &mut EntryReader<'_, '_>,
        id: OrganisationId,
        code: &Word,
        content: &format::OrganisationEntry,
    ) {
        let format::OrganisationEntry {
            name,
            kind,
            contact,
            owns,
        } = content;
        let name = reading.needed("name", name.as_ref(), id.as_str(), code.at);
        let name = name
            .and_then(|name| reading.text("name", name, 80))
            .unwrap_or_default();
        let kind = reading.needed("kind", kind.as_ref(), id.as_str(), code.at);
        let kind = kind.and_then(|kind| reading.code::<KindId>(Called::Kind, kind));
        if contact.is_some() {
            self.contact_typed.insert(id.clone());
        } else if owns.is_some() {
            reading.fault(
                code.at,
                MapProblem::OwnerWithoutContact {
                    organisation: id.to_string(),
                },
            );
        }
        let contact = contact
            .as_ref()
            .and_then(|contact| read_contact(reading, &id, contact));
        // An organisation without a kind is a fault already; it keeps its code, so that references
        // to it are right.
        let Some(kind) = kind else {
            self.by_code.insert(id, usize::MAX);
            return;
        };
        self.kinds.insert(kind.clone());
        self.by_code.insert(id.clone(), self.all.len());
        let place = reading.faults.place(reading.at(code.at));
        self.all.push(Organisation {
            id,
            name,
            kind,
            contact,
            place,
        });
    }

    /// The organisation that a word names.
    pub(super) fn named(
        &self,
        reading: &mut EntryReader<'_, '_>,
        word: &Word,
    ) -> Option<OrganisationId> {
        let found = word
            .parse()
            .ok()
            .and_then(|id: OrganisationId| Some(self.by_code.get_key_value(&id)?.0.clone()));
        if found.is_none() {
            let at = reading.at(word.at);
            reading.faults.unknown(
                at,
                Called::Organisation,
                word,
                self.by_code.keys().map(OrganisationId::as_str),
            );
        }
        found
    }

    /// The organisation that a word names as coordinator: it must be reachable.
    pub(super) fn coordinator(
        &self,
        reading: &mut EntryReader<'_, '_>,
        word: &Word,
    ) -> Option<OrganisationId> {
        let named = self.named(reading, word)?;
        if !self.contact_typed.contains(&named) {
            reading.fault(
                word.at,
                MapProblem::CoordinatorWithoutContact {
                    organisation: named.to_string(),
                },
            );
        }
        Some(named)
    }

    /// Whom an alarm is told to: a part in the signal, or an organisation that can be reached.
    pub(super) fn listener(
        &self,
        reading: &mut EntryReader<'_, '_>,
        word: &Word,
    ) -> Option<Listener> {
        if let Some(part) = Listener::part(word) {
            return Some(part);
        }
        let found = word
            .parse()
            .ok()
            .and_then(|id: OrganisationId| Some(self.by_code.get_key_value(&id)?.0.clone()));
        match &found {
            None => {
                let at = reading.at(word.at);
                let known = Listener::PARTS
                    .iter()
                    .map(Listener::code)
                    .chain(self.by_code.keys().map(OrganisationId::as_str));
                reading
                    .faults
                    .unknown(at, Called::Organisation, word, known);
            }
            Some(id) if !self.contact_typed.contains(id) => {
                reading.fault(
                    word.at,
                    MapProblem::ToldWithoutContact {
                        organisation: id.to_string(),
                    },
                );
            }
            Some(_) => {}
        }
        found.map(Listener::Organisation)
    }

    /// A limit to senders: each word is a kind or an organisation. Whom it means is found when the
    /// whole map is read.
    pub(super) fn senders(&self, reading: &mut EntryReader<'_, '_>, words: &[Word]) -> Senders {
        let mut senders = Senders::default();
        for word in words {
            let kind = word
                .parse()
                .ok()
                .and_then(|kind: KindId| self.kinds.get(&kind));
            let organisation = word
                .parse()
                .ok()
                .and_then(|id: OrganisationId| self.by_code.get_key_value(&id));
            match (kind, organisation) {
                (Some(kind), None) => {
                    senders.kinds.insert(kind.clone());
                }
                (None, Some((id, _))) => {
                    senders.named.insert(id.clone());
                }
                (Some(_), Some(_)) => {
                    reading.fault(word.at, MapProblem::AmbiguousSender { code: brief(word) })
                }
                (None, None) => {
                    let known = self
                        .kinds
                        .iter()
                        .map(KindId::as_str)
                        .chain(self.by_code.keys().map(OrganisationId::as_str));
                    let at = reading.at(word.at);
                    reading.faults.unknown(at, Called::Sender, word, known);
                }
            }
        }
        senders
    }
}

fn read_contact(
    reading: &mut EntryReader<'_, '_>,
    of: &OrganisationId,
    contact: &Spanned<format::ContactEntry>,
) -> Option<Contact> {
    let format::ContactEntry {
        phone,
        email,
        hours,
        checked_on,
    } = &contact.value;
    if phone.is_none() && email.is_none() {
        reading.fault(
            contact.at,
            MapProblem::EmptyContact {
                organisation: of.to_string(),
            },
        );
        return None;
    }
    let phone = phone.as_ref().and_then(|word| reading.phone(word));
    let email = email.as_ref().and_then(|word| reading.email(word));
    let hours = hours.as_ref().map_or(Some(ContactHours::Office), |word| {
        reading.choice("hours", word)
    })?;
    let checked_on = checked_on.as_ref().and_then(|word| reading.day(word));
    Some(Contact {
        phone,
        email,
        hours,
        checked_on,
    })
}
