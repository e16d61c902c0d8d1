//! The format of cases as they are typed: words with their places, not yet judged.
//! docs/map-tests.md teaches it.

use serde::Deserialize;

use crate::map_file::format::{Word, Words};
use crate::map_file::yaml::{Given, Items, Positioned};

/// A file of cases.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct CasesFile {
    pub at: Given<Word>,
    pub cases: Given<Positioned<Items<Positioned<Case>>>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Case {
    pub name: Given<Word>,
    pub at: Given<Word>,
    pub signal: Given<Positioned<Signal>>,
    pub expect: Given<Positioned<Expect>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Signal {
    pub from: Given<Word>,
    pub topics: Given<Words>,
    pub age: Given<Word>,
    pub area: Given<Word>,
    pub urgency: Given<Word>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Expect {
    pub owner: Given<Word>,
    pub basis: Given<Word>,
    pub claimants: Given<Words>,
    pub involved: Given<Words>,
    pub involves: Given<Words>,
    pub accept_by: Given<Word>,
    pub feedback_by: Given<Word>,
    pub level: Given<Word>,
    pub leads: Given<bool>,
    pub emergency: Given<Words>,
}
