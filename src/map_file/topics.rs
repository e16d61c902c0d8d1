//! The tree of topics: a part stands under its whole, and its code is written after it, with a
//! slash.

use std::collections::HashMap;

use crate::domain::codes::{AreaId, TopicId};
use crate::domain::invariant::number;
use crate::map_file::entry_reader::EntryReader;
use crate::map_file::faults::{At, FaultCollector};
use crate::map_file::format;
use crate::map_file::merge::Coded;
use crate::map_file::problem::{Called, MapProblem};
use crate::map_file::yaml::brief;
use crate::routing::map::{Text, Topic, TopicIx};

/// The topics, wholes before parts, and where each code stands among them.
#[derive(Debug, Default)]
pub(super) struct TopicTree {
    pub all: Vec<Topic>,
    pub by_code: HashMap<TopicId, TopicIx>,
}

impl TopicTree {
    /// Reads all topics. What has a fault is left out.
    pub(super) fn read(
        coded: &[Coded<'_, format::TopicEntry>],
        faults: &mut FaultCollector<'_>,
    ) -> Self {
        let mut topics = Self::default();
        let mut first: HashMap<&str, At> = HashMap::new();
        for topic in coded {
            let (code, content) = topic.it;
            let mut reading = EntryReader {
                file: topic.file,
                faults: &mut *faults,
            };
            let at = reading.at(code.at);
            if let Some(before) = first.insert(code.as_str(), at) {
                let first = reading.faults.place(before);
                reading.fault(
                    code.at,
                    MapProblem::SameCode {
                        called: Called::Topic,
                        code: brief(code),
                        first,
                    },
                );
                continue;
            }
            topics.add(&mut reading, None, code, content);
        }
        topics
    }

    /// The reader's limit on nesting bounds the recursion.
    fn add(
        &mut self,
        reading: &mut EntryReader<'_, '_>,
        whole: Option<&(TopicId, TopicIx)>,
        code: &format::Word,
        content: &format::TopicEntry,
    ) {
        let format::TopicEntry { name, parts } = content;
        // The slash is the tree's: a code between slashes is as plain as an area's.
        if reading.code::<AreaId>(Called::Topic, code).is_none() {
            return;
        }
        let written = whole.map_or_else(
            || code.value.clone(),
            |(whole, _)| format!("{whole}/{}", code.value),
        );
        let Ok(id) = written.parse::<TopicId>() else {
            return reading.fault(
                code.at,
                MapProblem::NotACode {
                    called: Called::Topic,
                    text: written,
                },
            );
        };
        let name = reading.needed("name", name.as_ref(), id.as_str(), code.at);
        // Without its name it still has its code: a reference to it is right.
        let name = name
            .and_then(|name| reading.translated("name", name, 80))
            .unwrap_or(Text {
                nl: "".into(),
                en: "".into(),
            });
        let ix = TopicIx(number(self.all.len()));
        let place = reading.faults.place(reading.at(code.at));
        self.all.push(Topic {
            id: id.clone(),
            name,
            parent: whole.map(|(_, ix)| *ix),
            place,
        });
        self.by_code.insert(id.clone(), ix);
        let this = (id, ix);
        for (code, part) in parts.iter().flat_map(|parts| &parts.0) {
            self.add(reading, Some(&this), code, part);
        }
    }
}
