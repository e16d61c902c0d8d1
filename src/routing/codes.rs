//! Which entry of the map a code stands for. Codes in signals never change: an heir answers to the
//! codes that it took over.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use crate::domain::time::Day;
use crate::map_parts::entry::MapEntry;
use crate::map_parts::valid_days::{ValidDays, Validity};
use crate::routing::index::entry;

/// The codes of all topics, all areas or all organisations.
#[derive(Debug)]
pub(super) struct Codes<E: MapEntry> {
    /// The place of the entry with this code, whatever its days.
    own: HashMap<E::Id, u32, FxBuildHasher>,
    /// The place of the heir of a code that the map has no entry for.
    heirs: HashMap<E::Id, u32, FxBuildHasher>,
    /// Of each entry its days, and the place of its heir.
    entries: Vec<(ValidDays, Option<u32>)>,
    /// Whether a code may stand for anything but the entry that has it.
    may_differ: bool,
}

impl<E: MapEntry> Codes<E> {
    pub(super) fn new(all: &[E]) -> Self {
        let own: HashMap<_, _, FxBuildHasher> =
            all.iter().map(|one| one.id().clone()).zip(0..).collect();
        let mut entries: Vec<_> = all.iter().map(|one| (one.valid(), None)).collect();
        let mut heirs = HashMap::default();
        for (heir, place) in all.iter().zip(0..) {
            for code in heir.formerly() {
                match own.get(code).and_then(|at| entries.get_mut(*at as usize)) {
                    Some((days, of_entry)) if days.end_before(heir.valid()) => {
                        *of_entry = Some(place);
                    }
                    Some(_) => {}
                    None => drop(heirs.insert(code.clone(), place)),
                }
            }
        }
        let is_plain = |one: &E| one.formerly().is_empty() && one.valid() == ValidDays::default();
        Self {
            own,
            heirs,
            entries,
            may_differ: !all.iter().all(is_plain),
        }
    }

    /// The code of the entry that this code stands for on that day; itself when it stands for nothing.
    /// Most maps have no former codes, and then nothing is looked up.
    pub(super) fn present(&self, all: &[E], code: &E::Id, day: Day) -> E::Id {
        let place = self.may_differ.then(|| self.on(code, day)).flatten();
        place.map_or(code, |place| entry(all, place).id()).clone()
    }

    /// The entry with this code, whatever its days.
    pub(super) fn own(&self, code: &E::Id) -> Option<u32> {
        self.own.get(code).copied()
    }

    /// The entry with this code, or else the heir that lists it, whatever their days.
    pub(super) fn known(&self, code: &E::Id) -> Option<u32> {
        self.own(code).or_else(|| self.heirs.get(code).copied())
    }

    /// The entry that the code stands for on that day: the one with that code while it is valid, and
    /// after its last day its heir, or the heir of that one. `None`: nothing does.
    pub(super) fn on(&self, code: &E::Id, day: Day) -> Option<u32> {
        self.standing(self.known(code)?, day)
    }

    /// The same of an entry at a place.
    pub(super) fn standing(&self, mut place: u32, day: Day) -> Option<u32> {
        // Ends: an heir lasts longer than what it takes over.
        loop {
            let (days, heir) = entry(&self.entries, place);
            match days.on(day) {
                Validity::Holds => return Some(place),
                Validity::NotYet(_) => return None,
                Validity::Lapsed(_) => place = (*heir)?,
            }
        }
    }

    /// The codes of an entry of the list on that day: its own, then each that it took over from what
    /// is no longer there, with what that one took over before.
    pub(super) fn of(&self, all: &[E], place: u32, day: Day) -> Vec<E::Id> {
        let mut codes = vec![entry(all, place).id().clone()];
        let mut left = vec![place];
        while let Some(heir) = left.pop() {
            for code in entry(all, heir).formerly() {
                let before = self.own(code);
                let is_former = before.is_none_or(|before| {
                    let (days, of_entry) = entry(&self.entries, before);
                    *of_entry == Some(heir) && !days.last_through(day)
                });
                if is_former && !codes.contains(code) {
                    codes.push(code.clone());
                    left.extend(before);
                }
            }
        }
        codes
    }
}
