//! From the files of a folder to one map: settings are given once, lists and mappings are put one
//! after the other.

use crate::map_file::faults::{At, FaultCollector};
use crate::map_file::format::{
    AreaEntry, EmergencyLineEntry, EscalationStep, MapFile, OfficeHoursEntry, OpenPointEntry,
    OrganisationEntry, PromisesEntry, TopicEntry, Word, WordList,
};
use crate::map_file::problem::MapProblem;
use crate::map_file::yaml::{Optional, Spanned};

/// Something and the number of the file in which it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct In<T> {
    pub file: usize,
    pub it: T,
}

/// A coded thing: in which file, its code, what is said of it.
pub(super) type Coded<'a, T> = In<(&'a Word, &'a T)>;

/// All files together, still as typed.
#[derive(Debug, Default)]
pub(super) struct Merged<'a> {
    pub seinhuis: Option<In<&'a Word>>,
    pub name: Option<In<&'a Word>>,
    pub timezone: Option<In<&'a Word>>,
    pub holidays: Option<In<&'a Word>>,
    pub closed_days: Option<In<&'a WordList>>,
    pub open_days: Option<In<&'a WordList>>,
    pub office_hours: Option<In<&'a Spanned<OfficeHoursEntry>>>,
    pub coordinator: Option<In<&'a Word>>,
    pub promises: Option<In<&'a Spanned<PromisesEntry>>>,
    pub emergency: Vec<In<&'a Spanned<EmergencyLineEntry>>>,
    pub escalation: Vec<In<&'a Spanned<EscalationStep>>>,
    pub topics: Vec<Coded<'a, TopicEntry>>,
    pub areas: Vec<Coded<'a, AreaEntry>>,
    pub organisations: Vec<Coded<'a, OrganisationEntry>>,
    pub open_points: Vec<In<&'a Spanned<OpenPointEntry>>>,
}

/// Puts the files together. A setting in two files, and an empty list or mapping, are faults.
pub(super) fn merge<'a>(
    files: &'a [(usize, MapFile)],
    faults: &mut FaultCollector<'_>,
) -> Merged<'a> {
    let mut merged = Merged::default();
    for (file, content) in files {
        let MapFile {
            seinhuis,
            name,
            timezone,
            holidays,
            closed_days,
            open_days,
            office_hours,
            coordinator,
            promises,
            emergency,
            escalation,
            topics,
            areas,
            organisations,
            open_points,
        } = content;
        let mut once = UniqueKeys {
            file: *file,
            faults: &mut *faults,
        };
        once.take("seinhuis", &mut merged.seinhuis, seinhuis);
        once.take("name", &mut merged.name, name);
        once.take("timezone", &mut merged.timezone, timezone);
        once.take("holidays", &mut merged.holidays, holidays);
        once.take("closed_days", &mut merged.closed_days, closed_days);
        once.take("open_days", &mut merged.open_days, open_days);
        once.take("office_hours", &mut merged.office_hours, office_hours);
        once.take("coordinator", &mut merged.coordinator, coordinator);
        once.take("promises", &mut merged.promises, promises);
        merged.emergency.extend(
            once.all("emergency", emergency, |list| list)
                .map(|it| In { file: *file, it }),
        );
        merged.escalation.extend(
            once.all("escalation", escalation, |list| list)
                .map(|it| In { file: *file, it }),
        );
        merged.topics.extend(
            once.all("topics", topics, |map| &map.0)
                .map(|(code, it)| In {
                    file: *file,
                    it: (code, it),
                }),
        );
        merged
            .areas
            .extend(once.all("areas", areas, |map| &map.0).map(|(code, it)| In {
                file: *file,
                it: (code, it),
            }));
        merged
            .organisations
            .extend(
                once.all("organisations", organisations, |map| &map.0)
                    .map(|(code, it)| In {
                        file: *file,
                        it: (code, it),
                    }),
            );
        merged.open_points.extend(
            once.all("open_points", open_points, |list| list)
                .map(|it| In { file: *file, it }),
        );
    }
    merged
}

/// One file's keys.
struct UniqueKeys<'f, 's> {
    file: usize,
    faults: &'f mut FaultCollector<'s>,
}

impl UniqueKeys<'_, '_> {
    fn take<'a, T>(
        &mut self,
        key: &'static str,
        slot: &mut Option<In<&'a Spanned<T>>>,
        given: &'a Optional<Spanned<T>>,
    ) {
        let Some(it) = given.0.as_ref() else { return };
        match slot {
            None => {
                *slot = Some(In {
                    file: self.file,
                    it,
                })
            }
            Some(before) => {
                let first = self.faults.place(At {
                    file: before.file,
                    spot: before.it.at,
                });
                let at = At {
                    file: self.file,
                    spot: it.at,
                };
                self.faults.add(at, MapProblem::GivenTwice { key, first });
            }
        }
    }

    fn all<'a, T, I>(
        &mut self,
        key: &'static str,
        given: &'a Optional<Spanned<T>>,
        items: fn(&T) -> &Vec<I>,
    ) -> std::slice::Iter<'a, I> {
        let Some(it) = given.0.as_ref() else {
            return [].iter();
        };
        let items = items(&it.value);
        if items.is_empty() {
            self.faults.add(
                At {
                    file: self.file,
                    spot: it.at,
                },
                MapProblem::EmptyList { key },
            );
        }
        items.iter()
    }
}
