//! The tree of topics. The code of a subtopic is its parent's code, a slash, and its own.

use std::collections::HashMap;

use crate::domain::codes::{AreaId, TopicId};
use crate::domain::invariant::{at, number};
use crate::map_file::entry_reader::EntryReader;
use crate::map_file::faults::FaultCollector;
use crate::map_file::format::{AlsoEntry, TopicEntry, Word};
use crate::map_file::former_codes::{FormerCodes, report_outside};
use crate::map_file::merge::{Coded, InFile};
use crate::map_file::problem::{CodeKind, MapProblem};
use crate::map_file::yaml::brief;
use crate::routing::map::{Synonyms, Text, Topic, TopicIx};

/// The topics, parents before their subtopics.
#[derive(Debug, Default)]
pub(super) struct TopicTree {
    pub all: Vec<Topic>,
    pub by_code: HashMap<TopicId, TopicIx>,
}

impl TopicTree {
    /// Reads all topics. A topic whose code is unusable is left out with its parts; one without a
    /// name is kept, so that references to it still resolve.
    pub(super) fn read(coded: &[Coded<'_, TopicEntry>], faults: &mut FaultCollector<'_>) -> Self {
        let mut tree = Self::default();
        let mut seen = HashMap::new();
        let mut former = FormerCodes::new(CodeKind::Topic);
        for InFile { file, entry } in coded {
            let (code, content) = entry;
            let mut reader = faults.reader(*file);
            if reader.is_new(
                &mut seen,
                code.as_str(),
                CodeKind::Topic,
                code.at,
                brief(code),
            ) {
                tree.add(&mut reader, None, code, content, &mut former);
            }
        }
        former.report(&tree.all, faults);
        tree
    }

    /// The reader's limit on nesting bounds the recursion.
    fn add(
        &mut self,
        reader: &mut EntryReader<'_, '_>,
        parent: Option<&(TopicId, TopicIx)>,
        code: &Word,
        content: &TopicEntry,
        former: &mut FormerCodes<Topic>,
    ) {
        let TopicEntry {
            name,
            also,
            formerly,
            valid_from,
            valid_until,
            parts,
        } = content;
        // The slash belongs to the tree: a code between slashes is as plain as an area's.
        if reader.code::<AreaId>(CodeKind::Topic, code).is_none() {
            return;
        }
        let text = match parent {
            Some((parent, _)) => format!("{parent}/{}", code.value),
            None => code.value.clone(),
        };
        let Ok(id) = text.parse::<TopicId>() else {
            let called = CodeKind::Topic;
            reader.fault(code.at, MapProblem::NotACode { called, text });
            return;
        };
        let name = reader
            .required("name", name, id.as_str(), code.at)
            .and_then(|name| reader.translated("name", name, 80))
            .unwrap_or(Text {
                nl: "".into(),
                en: "".into(),
            });
        let also = also.as_ref();
        let also = also.map_or_else(Synonyms::default, |also| synonyms(reader, also));
        let valid = reader.valid_days(valid_from.as_ref(), valid_until.as_ref());
        let whole = parent.map(|(_, ix)| at(&self.all, ix.0 as usize));
        report_outside(reader, code, (&id, valid), whole);
        let ix = TopicIx(number(self.all.len()));
        self.all.push(Topic {
            id: id.clone(),
            formerly: former.read(reader, &id, formerly.as_ref()),
            valid,
            name,
            also,
            parent: parent.map(|(_, ix)| *ix),
            place: reader.place(code.at),
        });
        self.by_code.insert(id.clone(), ix);
        let this = (id, ix);
        for (code, subtopic) in parts.iter().flat_map(|parts| &parts.0) {
            self.add(reader, Some(&this), code, subtopic, former);
        }
    }
}

fn synonyms(reader: &mut EntryReader<'_, '_>, also: &AlsoEntry) -> Synonyms {
    let AlsoEntry { nl, en } = also;
    Synonyms {
        nl: reader.other_words(nl.as_ref()),
        en: reader.other_words(en.as_ref()),
    }
}
