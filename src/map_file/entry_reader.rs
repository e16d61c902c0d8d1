//! Reading one word: what was typed becomes what it means, or a fault at its place.

use std::str::FromStr;

use crate::domain::age::{Age, AgeRange};
use crate::domain::calendar::Term;
use crate::domain::codes::CodeEnum;
use crate::domain::suggestion::nearest;
use crate::domain::time::{ClockTime, Day};
use crate::domain::words::is_hidden;
use crate::map_file::faults::{At, FaultCollector};
use crate::map_file::format::{Word, WordList};
use crate::map_file::problem::{Called, MapProblem};
use crate::map_file::yaml::{Position, brief};

/// The words of one file, and where their faults go.
pub(super) struct EntryReader<'f, 's> {
    pub file: usize,
    pub faults: &'f mut FaultCollector<'s>,
}

impl EntryReader<'_, '_> {
    pub(super) fn at(&self, spot: Position) -> At {
        At {
            file: self.file,
            spot,
        }
    }

    pub(super) fn fault(&mut self, spot: Position, problem: MapProblem) {
        let at = self.at(spot);
        self.faults.add(at, problem);
    }

    fn parsed<T: FromStr>(
        &mut self,
        word: &Word,
        otherwise: impl FnOnce(String) -> MapProblem,
    ) -> Option<T> {
        let parsed = word.parse().ok();
        if parsed.is_none() {
            self.fault(word.at, otherwise(brief(word)));
        }
        parsed
    }

    pub(super) fn code<T: FromStr>(&mut self, called: Called, word: &Word) -> Option<T> {
        self.parsed(word, |text| MapProblem::NotACode { called, text })
    }

    pub(super) fn day(&mut self, word: &Word) -> Option<Day> {
        self.parsed(word, |text| MapProblem::NotADay { text })
    }

    pub(super) fn clock(&mut self, word: &Word) -> Option<ClockTime> {
        self.parsed(word, |text| MapProblem::NotAClockTime { text })
    }

    pub(super) fn term(&mut self, word: &Word) -> Option<Term> {
        self.parsed(word, |text| MapProblem::NotATerm { text })
    }

    pub(super) fn ages(&mut self, word: &Word) -> Option<AgeRange> {
        self.parsed(word, |text| MapProblem::NotAges { text })
    }

    pub(super) fn age(&mut self, word: &Word) -> Option<Age> {
        self.parsed(word, |text| MapProblem::NotAnAge { text })
    }

    pub(super) fn choice<C: CodeEnum>(&mut self, key: &'static str, word: &Word) -> Option<C> {
        let chosen = C::from_code(word);
        if chosen.is_none() {
            self.not_a_choice(
                key,
                word,
                C::ALL.iter().map(|choice| choice.code()).collect(),
            );
        }
        chosen
    }

    pub(super) fn not_a_choice(
        &mut self,
        key: &'static str,
        word: &Word,
        choices: Vec<&'static str>,
    ) {
        let did_you_mean = nearest(word, choices.iter().copied())
            .and_then(|near| choices.iter().copied().find(|c| *c == near));
        self.fault(
            word.at,
            MapProblem::NotAChoice {
                key,
                text: brief(word),
                choices,
                did_you_mean,
            },
        );
    }

    /// One line of text for the screen: not empty, not too long, nothing hidden in it.
    pub(super) fn text(&mut self, key: &'static str, word: &Word, most: usize) -> Option<String> {
        let problem = if let Some(hidden) = word.chars().find(|c| c.is_control() || is_hidden(*c)) {
            MapProblem::HiddenCharacter {
                key,
                character: hidden.into(),
            }
        } else if word.trim().is_empty() {
            MapProblem::EmptyText { key }
        } else if word.chars().count() > most {
            MapProblem::TooLongText { key, most }
        } else {
            return Some(word.trim().to_owned());
        };
        self.fault(word.at, problem);
        None
    }

    pub(super) fn phone(&mut self, word: &Word) -> Option<String> {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        let plain = word
            .chars()
            .all(|c| c.is_ascii_digit() || " +-()./".contains(c));
        if plain && (3..=15).contains(&digits) && word.len() <= 32 {
            return Some(word.trim().to_owned());
        }
        self.fault(word.at, MapProblem::NotAPhone { text: brief(word) });
        None
    }

    pub(super) fn email(&mut self, word: &Word) -> Option<String> {
        let visible = !word.chars().any(|c| {
            c.is_whitespace() || c.is_control() || is_hidden(c) || "<>,;:\"()[]".contains(c)
        });
        let shaped = word.split_once('@').is_some_and(|(local, domain)| {
            let labelled = domain.contains('.') && domain.split('.').all(|label| !label.is_empty());
            !local.is_empty() && labelled && !domain.contains('@')
        });
        if visible && shaped && word.len() <= 254 {
            return Some(word.value.clone());
        }
        self.fault(word.at, MapProblem::NotAnEmail { text: brief(word) });
        None
    }

    /// The items of a list, which may be left out but not be empty.
    pub(super) fn list<'w>(
        &mut self,
        key: &'static str,
        words: Option<&'w WordList>,
    ) -> Option<&'w [Word]> {
        let words = words?;
        if words.is_empty() {
            self.fault(words.at, MapProblem::EmptyList { key });
            return None;
        }
        Some(words.value.as_slice())
    }

    /// The value of a key that must be there.
    pub(super) fn needed<'w, T>(
        &mut self,
        key: &'static str,
        given: Option<&'w T>,
        of: &str,
        spot: Position,
    ) -> Option<&'w T> {
        if given.is_none() {
            self.fault(
                spot,
                MapProblem::MissingKey {
                    key,
                    of: Some(brief(of)),
                },
            );
        }
        given
    }
}
