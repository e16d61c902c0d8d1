//! What people wrote about a signal.

use crate::domain::signal::Part;
use crate::domain::words::Words;
use crate::register::tables::WordsRow;

/// A piece of text that somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryText {
    /// The number of the event it came with: 1 for the report.
    pub number: u32,
    pub part: Part,
    pub words: Words,
}

impl From<WordsRow> for StoryText {
    fn from(row: WordsRow) -> Self {
        Self {
            number: row.event,
            part: row.part,
            words: row.text,
        }
    }
}

/// Sorts texts by event, then by part.
pub(super) fn sort(texts: &mut [StoryText]) {
    texts.sort_by_key(|text| (text.number, text.part));
}

/// Whether some of these texts came with the event of this number.
pub(super) fn has_words(texts: &[StoryText], number: u32) -> bool {
    texts.iter().any(|text| text.number == number)
}
