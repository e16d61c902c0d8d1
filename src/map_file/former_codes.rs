//! Former codes: each has one heir, and is no code of the map itself on the same days. And the days
//! of parts, which are among those of the whole.

use std::collections::HashMap;
use std::fmt::Display;
use std::str::FromStr;

use crate::map_file::entry_reader::EntryReader;
use crate::map_file::faults::{At, FaultCollector};
use crate::map_file::format::{Word, WordList};
use crate::map_file::problem::{CodeKind, MapProblem};
use crate::routing::map::{MapEntry, ValidDays};

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

    /// Reports what is no former code, what has two heirs, and heirs who are not there in time.
    pub(super) fn report(self, all: &[E], faults: &mut FaultCollector<'_>) {
        let present: HashMap<&E::Id, &E> = all.iter().map(|one| (one.id(), one)).collect();
        let mut heirs: HashMap<&E::Id, At> = HashMap::new();
        for FormerCode { code, heir, at } in &self.typed {
            let before = heirs.insert(code, *at);
            let own = present.get(code);
            let day_after = own.and_then(|own| Some(own.valid().until?.plus(1)));
            let heir_days = present.get(heir).map(|heir| heir.valid());
            let code_text = code.to_string();
            let problem = if code == heir {
                MapProblem::OwnFormerCode { code: code_text }
            } else if let (Some(own), None) = (own, day_after) {
                let first = own.place().clone();
                let code = code_text;
                MapProblem::StillPresent { code, first }
            } else if let Some(before) = before {
                let first = faults.place(before);
                let code = code_text;
                MapProblem::TwoHeirs { code, first }
            } else if let Some((day, _)) = day_after
                .zip(heir_days)
                .filter(|(day, days)| !days.include(*day))
            {
                let code = code_text;
                MapProblem::HeirNotThere { code, day }
            } else {
                continue;
            };
            faults.add(*at, problem);
        }
    }
}

/// Reports what is there on days on which the whole is not, at its code.
pub(super) fn report_outside<E: MapEntry<Id: Display>>(
    reader: &mut EntryReader<'_, '_>,
    code: &Word,
    (part, days): (&E::Id, ValidDays),
    whole: Option<&E>,
) {
    if let Some(whole) = whole.filter(|whole| !whole.valid().cover(days)) {
        let (code_text, whole) = (part.to_string(), whole.id().to_string());
        let problem = MapProblem::OutsideWhole {
            code: code_text,
            whole,
        };
        reader.fault(code.at, problem);
    }
}
