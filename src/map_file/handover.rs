//! How an owner hears which family it is.

use crate::map_file::entry_reader::EntryReader;
use crate::map_file::format::HandoverEntry;
use crate::map_file::problem::MapProblem;
use crate::map_file::yaml::Spanned;
use crate::routing::handover::{Handover, HandoverWay};

/// Reads a way; a call when it has a fault.
pub(super) fn read(reader: &mut EntryReader<'_, '_>, typed: &Spanned<HandoverEntry>) -> Handover {
    let HandoverEntry { how, say } = &typed.value;
    let missing = |key| MapProblem::MissingKey {
        key,
        of: Some("handover".to_owned()),
    };
    if how.is_none() && say.is_none() {
        reader.fault(typed.at, missing("how"));
    }
    let how = how.as_ref().and_then(|word| reader.choice("how", word));
    let how = how.unwrap_or(HandoverWay::Call);
    match (how, say.is_some()) {
        // Only the map knows which form.
        (HandoverWay::Form, false) => reader.fault(typed.at, missing("say")),
        // Nobody would ever read it.
        (HandoverWay::None, true) => reader.fault(typed.at, MapProblem::NothingToSay),
        (HandoverWay::Call, _) | (HandoverWay::Form, true) | (HandoverWay::None, false) => {}
    }
    let say = say
        .as_ref()
        .and_then(|text| reader.translated("say", text, 300));
    Handover { how, say }
}
