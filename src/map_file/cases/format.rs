//! The format of cases as typed: words with their places, not yet checked. See
//! docs/map-tests.md.

use serde::Deserialize;

use crate::map_file::format::{Word, WordList};
use crate::map_file::yaml::{Items, Optional, Spanned};

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct CasesFile {
    pub at: Optional<Word>,
    pub cases: Optional<Spanned<Items<Spanned<CaseEntry>>>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct CaseEntry {
    pub name: Optional<Word>,
    pub at: Optional<Word>,
    pub signal: Optional<Spanned<SignalEntry>>,
    pub expect: Optional<Spanned<ExpectEntry>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct SignalEntry {
    pub from: Optional<Word>,
    pub topics: Optional<WordList>,
    pub age: Optional<Word>,
    pub youngest: Optional<Word>,
    pub area: Optional<Word>,
    pub urgency: Optional<Word>,
    pub before: Optional<Word>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ExpectEntry {
    pub owner: Optional<Word>,
    pub basis: Optional<Word>,
    pub claimants: Optional<WordList>,
    pub involved: Optional<WordList>,
    pub involves: Optional<WordList>,
    pub accept_by: Optional<Word>,
    pub feedback_by: Optional<Word>,
    pub level: Optional<Word>,
    pub leads: Optional<bool>,
    pub handover: Optional<Word>,
    pub emergency: Optional<WordList>,
}
