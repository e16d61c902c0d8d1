//! The files that a map names are those that are there, and each is whole: a file that was lost, left
//! over or is being saved never changes an owner in silence.

use std::collections::BTreeSet;

use crate::domain::suggestion::nearest;
use crate::map_file::faults::{At, FaultCollector};
use crate::map_file::format::WordList;
use crate::map_file::merge::InFile;
use crate::map_file::problem::MapProblem;
use crate::map_file::source::MapSource;
use crate::map_file::yaml::{self, brief};

/// Whether they are the same, or none is named; what differs is a fault. The file that names the
/// others need not name itself.
pub(super) fn are_there(
    named: Option<InFile<&WordList>>,
    sources: &[MapSource],
    faults: &mut FaultCollector<'_>,
) -> bool {
    let Some(InFile { file, entry }) = named else {
        return true;
    };
    let before = faults.count();
    let mut reader = faults.reader(file);
    let words = reader.list("files", Some(entry)).unwrap_or_default();
    let named: BTreeSet<&str> = words.iter().map(|word| word.as_str()).collect();
    let there: BTreeSet<&str> = sources.iter().map(|one| one.own_name.as_str()).collect();
    for word in words.iter().filter(|word| !there.contains(word.as_str())) {
        let file = brief(word);
        let problem = if sources.len() == 1 {
            MapProblem::FileBesideTheMap { file }
        } else {
            let not_named = there.difference(&named).copied();
            let did_you_mean = nearest(word, not_named).map(str::to_owned);
            MapProblem::FileNotThere { file, did_you_mean }
        };
        reader.fault(word.at, problem);
    }
    let others = (sources.iter().enumerate()).filter(|(number, _)| *number != file);
    for (_, source) in others.filter(|(_, source)| !named.contains(source.own_name.as_str())) {
        let file = source.own_name.clone();
        reader.fault(entry.at, MapProblem::FileNotNamed { file });
    }
    faults.count() == before
}

/// Whether each file is whole. Half of a file is often a map too, with fewer or broader claims; only
/// a mark at the end tells. Files end with it where the map names its files, or where one file does:
/// so it is also seen when the half that is lost held the names.
pub(super) fn are_whole(
    named: Option<InFile<&WordList>>,
    sources: &[MapSource],
    faults: &mut FaultCollector<'_>,
) -> bool {
    let texts: Vec<_> = sources
        .iter()
        .map(|source| yaml::text(&source.bytes).unwrap_or_default())
        .collect();
    let ended: Vec<bool> = texts.iter().map(|text| yaml::has_end(text)).collect();
    if named.is_none() && !ended.contains(&true) {
        return true;
    }
    let mut all_whole = true;
    let files = texts.iter().zip(ended).enumerate();
    for (file, (text, _)) in files.filter(|(_, (_, has_end))| !has_end) {
        let position = yaml::end_of(text);
        faults.add(At { file, position }, MapProblem::FileWithoutEnd);
        all_whole = false;
    }
    all_whole
}
