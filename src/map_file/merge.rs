//! From the files of a folder to one map. A setting is given once; lists and mappings are
//! concatenated.

use std::ops::Deref;

use crate::map_file::faults::{At, FaultCollector};
use crate::map_file::format::{
    AreaEntry, EmergencyLineEntry, EscalationStep, HandoverEntry, MapFile, OfficeHoursEntry,
    OpenPointEntry, OrganisationEntry, PromisesEntry, TopicEntry, Translated, Word, WordList,
};
use crate::map_file::problem::MapProblem;
use crate::map_file::yaml::{Entries, Optional, Spanned};

/// Something, and the number of the file that has it.
#[derive(Debug, Clone, Copy)]
pub(super) struct InFile<T> {
    pub file: usize,
    pub entry: T,
}

/// A code with what is written under it.
pub(super) type Coded<'a, T> = InFile<&'a (Word, T)>;

/// The entries of all files, as typed.
#[derive(Debug, Default)]
pub(super) struct MapEntries<'a> {
    pub seinhuis: Option<InFile<&'a Word>>,
    pub name: Option<InFile<&'a Spanned<Translated>>>,
    pub id: Option<InFile<&'a Word>>,
    pub files: Option<InFile<&'a WordList>>,
    pub timezone: Option<InFile<&'a Word>>,
    pub holidays: Option<InFile<&'a Word>>,
    pub closed_days: Option<InFile<&'a WordList>>,
    pub open_days: Option<InFile<&'a WordList>>,
    pub office_hours: Option<InFile<&'a Spanned<OfficeHoursEntry>>>,
    pub coordinator: Option<InFile<&'a Word>>,
    pub privacy_officer: Option<InFile<&'a Word>>,
    pub promises: Option<InFile<&'a Spanned<PromisesEntry>>>,
    pub emergency: Vec<InFile<&'a Spanned<EmergencyLineEntry>>>,
    pub handover: Option<InFile<&'a Spanned<HandoverEntry>>>,
    pub levels: Option<InFile<&'a Spanned<Entries<Word>>>>,
    pub escalation: Vec<InFile<&'a Spanned<EscalationStep>>>,
    pub topics: Vec<Coded<'a, TopicEntry>>,
    pub areas: Vec<Coded<'a, AreaEntry>>,
    pub organisations: Vec<Coded<'a, OrganisationEntry>>,
    pub open_points: Vec<InFile<&'a Spanned<OpenPointEntry>>>,
}

/// Puts the files together. A setting in two files, and an empty list or mapping, are faults.
pub(super) fn merge<'a>(
    files: &'a [(usize, MapFile)],
    faults: &mut FaultCollector<'_>,
) -> MapEntries<'a> {
    let mut all = MapEntries::default();
    for (file, content) in files {
        let MapFile {
            seinhuis,
            name,
            id,
            files,
            timezone,
            holidays,
            closed_days,
            open_days,
            office_hours,
            coordinator,
            privacy_officer,
            promises,
            emergency,
            handover,
            levels,
            escalation,
            topics,
            areas,
            organisations,
            open_points,
        } = content;
        let mut keys = KeyReader {
            file: *file,
            faults: &mut *faults,
        };
        keys.setting("seinhuis", &mut all.seinhuis, seinhuis);
        keys.setting("name", &mut all.name, name);
        keys.setting("id", &mut all.id, id);
        keys.setting("files", &mut all.files, files);
        keys.setting("timezone", &mut all.timezone, timezone);
        keys.setting("holidays", &mut all.holidays, holidays);
        keys.setting("closed_days", &mut all.closed_days, closed_days);
        keys.setting("open_days", &mut all.open_days, open_days);
        keys.setting("office_hours", &mut all.office_hours, office_hours);
        keys.setting("coordinator", &mut all.coordinator, coordinator);
        keys.setting("privacy_officer", &mut all.privacy_officer, privacy_officer);
        keys.setting("promises", &mut all.promises, promises);
        keys.list("emergency", &mut all.emergency, emergency);
        keys.setting("handover", &mut all.handover, handover);
        keys.setting("levels", &mut all.levels, levels);
        keys.list("escalation", &mut all.escalation, escalation);
        keys.list("topics", &mut all.topics, topics);
        keys.list("areas", &mut all.areas, areas);
        keys.list("organisations", &mut all.organisations, organisations);
        keys.list("open_points", &mut all.open_points, open_points);
    }
    all
}

struct KeyReader<'f, 's> {
    file: usize,
    faults: &'f mut FaultCollector<'s>,
}

impl KeyReader<'_, '_> {
    /// A key that may be given once in the whole folder.
    fn setting<'a, T>(
        &mut self,
        key: &'static str,
        target: &mut Option<InFile<&'a Spanned<T>>>,
        given: &'a Optional<Spanned<T>>,
    ) {
        let (Some(entry), file) = (given.0.as_ref(), self.file) else {
            return;
        };
        match target {
            None => *target = Some(InFile { file, entry }),
            Some(before) => {
                let first = self.faults.place(At {
                    file: before.file,
                    position: before.entry.at,
                });
                let position = entry.at;
                let problem = MapProblem::GivenTwice { key, first };
                self.faults.add(At { file, position }, problem);
            }
        }
    }

    /// A list or mapping, which goes on from file to file.
    fn list<'a, I: 'a, T: Deref<Target = Vec<I>>>(
        &mut self,
        key: &'static str,
        target: &mut Vec<InFile<&'a I>>,
        given: &'a Optional<Spanned<T>>,
    ) {
        let (Some(list), file) = (given.0.as_ref(), self.file) else {
            return;
        };
        if list.value.is_empty() {
            let position = list.at;
            let problem = MapProblem::EmptyList { key };
            self.faults.add(At { file, position }, problem);
        }
        target.extend(list.value.iter().map(|entry| InFile { file, entry }));
    }
}
