//! Former codes: each has one heir, and is no code of the map itself.

use std::collections::HashMap;
use std::fmt::Display;
use std::str::FromStr;

use crate::map_file::entry_reader::EntryReader;
use crate::map_file::faults::{At, FaultCollector};
use crate::map_file::format::WordList;
use crate::map_file::problem::{CodeKind, MapProblem};
use crate::routing::map::MapEntry;

/// A code that was typed under `formerly`.
#[derive(Debug)]
struct FormerCode<Id> {
    code: Id,
    heir: Id,
    at: At,
}

/// All former codes of topics, of areas or of organisations.
#[derive(Debug)]
pub(super) struct FormerCodes<E: MapEntry> {
    called: CodeKind,
    typed: Vec<FormerCode<E::Id>>,
}

impl<E: MapEntry<Id: FromStr + Display>> FormerCodes<E> {
    pub(super) fn new(called: CodeKind) -> Self {
        let typed = Vec::new();
        Self { called, typed }
    }

    /// The former codes of one entry. Leaves out a word that is no code.
    pub(super) fn read(
        &mut self,
        reader: &mut EntryReader<'_, '_>,
        heir: &E::Id,
        words: Option<&WordList>,
    ) -> Vec<E::Id> {
        let mut codes = Vec::new();
        for word in reader.list("formerly", words).unwrap_or_default() {
            let Some(code) = reader.code::<E::Id>(self.called, word) else {
                continue;
            };
            codes.push(code.clone());
            self.typed.push(FormerCode {
                code,
                heir: heir.clone(),
                at: reader.at(word.at),
            });
        }
        codes
    }

    /// Reports what is no former code, and what has two heirs.
    pub(super) fn report(self, all: &[E], faults: &mut FaultCollector<'_>) {
        let present: HashMap<&E::Id, &E> = all.iter().map(|one| (one.id(), one)).collect();
        let mut heirs: HashMap<&E::Id, At> = HashMap::new();
        for FormerCode { code, heir, at } in &self.typed {
            let text = code.to_string();
            let before = heirs.insert(code, *at);
            if code == heir {
                faults.add(*at, MapProblem::OwnFormerCode { code: text });
            } else if let Some(present) = present.get(code) {
                let first = present.place().clone();
                faults.add(*at, MapProblem::StillPresent { code: text, first });
            } else if let Some(before) = before {
                let first = faults.place(before);
                faults.add(*at, MapProblem::TwoHeirs { code: text, first });
            }
        }
    }
}
