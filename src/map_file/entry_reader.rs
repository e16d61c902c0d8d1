//! Reads one word: what was typed becomes what it means, or a fault at its place.

use std::collections::HashMap;
use std::hash::Hash;
use std::str::FromStr;

use crate::domain::age::{Age, AgeRange};
use crate::domain::calendar::Term;
use crate::domain::codes::CodeEnum;
use crate::domain::residence::Postcode;
use crate::domain::suggestion::nearest;
use crate::domain::time::{ClockTime, ClosingTime, Day};
use crate::domain::words::is_hidden;
use crate::map_file::faults::{At, FaultCollector};
use crate::map_file::format::{Word, WordList};
use crate::map_file::problem::{CodeKind, MapProblem};
use crate::map_file::yaml::{Optional, Position, brief};
use crate::routing::choice::{Choice, Values};
use crate::routing::map::{MapPosition, ValidDays};

/// Reads the words of one file.
pub(super) struct EntryReader<'f, 's> {
    pub file: usize,
    pub faults: &'f mut FaultCollector<'s>,
}

impl<'s> FaultCollector<'s> {
    pub(super) fn reader(&mut self, file: usize) -> EntryReader<'_, 's> {
        EntryReader { file, faults: self }
    }
}

impl EntryReader<'_, '_> {
    pub(super) fn at(&self, position: Position) -> At {
        At {
            file: self.file,
            position,
        }
    }

    pub(super) fn place(&self, position: Position) -> MapPosition {
        self.faults.place(self.at(position))
    }

    pub(super) fn fault(&mut self, position: Position, problem: MapProblem) {
        let at = self.at(position);
        self.faults.add(at, problem);
    }

    fn parse<T: FromStr>(
        &mut self,
        word: &Word,
        problem: impl FnOnce(String) -> MapProblem,
    ) -> Option<T> {
        let parsed = word.parse().ok();
        if parsed.is_none() {
            self.fault(word.at, problem(brief(word)));
        }
        parsed
    }

    /// Whether a code or name was not given before; a fault if it was.
    pub(super) fn is_new<K: Eq + Hash>(
        &mut self,
        seen: &mut HashMap<K, At>,
        key: K,
        called: CodeKind,
        position: Position,
        code: String,
    ) -> bool {
        let Some(before) = seen.insert(key, self.at(position)) else {
            return true;
        };
        let first = self.faults.place(before);
        let problem = MapProblem::SameCode {
            called,
            code,
            first,
        };
        self.fault(position, problem);
        false
    }

    /// The code that a word names, with what the map has under it.
    pub(super) fn find<'k, Id: FromStr + Eq + Hash, T>(
        &mut self,
        called: CodeKind,
        word: &Word,
        known: &'k HashMap<Id, T>,
        text: fn(&Id) -> &str,
    ) -> Option<(&'k Id, &'k T)> {
        let id = word.parse().ok();
        let found = id.and_then(|id| known.get_key_value(&id));
        if found.is_none() {
            self.unknown(called, word, known.keys().map(text));
        }
        found
    }

    pub(super) fn unknown<'k>(
        &mut self,
        called: CodeKind,
        word: &Word,
        known: impl Iterator<Item = &'k str>,
    ) {
        let at = self.at(word.at);
        self.faults.unknown(at, called, word, known);
    }

    pub(super) fn code<T: FromStr>(&mut self, called: CodeKind, word: &Word) -> Option<T> {
        self.parse(word, |text| MapProblem::NotACode { called, text })
    }

    pub(super) fn day(&mut self, word: &Word) -> Option<Day> {
        self.parse(word, |text| MapProblem::NotADay { text })
    }

    /// The days of something: from a first day through a last one.
    pub(super) fn valid_days(&mut self, from: Option<&Word>, until: Option<&Word>) -> ValidDays {
        let from = from.and_then(|word| self.day(word));
        let until = until.and_then(|word| {
            let until = self.day(word)?;
            if let Some(from) = from.filter(|from| until < *from) {
                self.fault(word.at, MapProblem::ValidityReversed { from, until });
            }
            Some(until)
        });
        ValidDays { from, until }
    }

    pub(super) fn clock(&mut self, word: &Word) -> Option<ClockTime> {
        self.parse(word, |text| MapProblem::NotAClockTime { text })
    }

    pub(super) fn closing_time(&mut self, word: &Word) -> Option<ClosingTime> {
        self.parse(word, |text| MapProblem::NotAClockTime { text })
    }

    pub(super) fn term(&mut self, word: &Word) -> Option<Term> {
        self.parse(word, |text| MapProblem::NotATerm { text })
    }

    pub(super) fn ages(&mut self, word: &Word) -> Option<AgeRange> {
        self.parse(word, |text| MapProblem::NotAges { text })
    }

    /// An age, or whatever else has one.
    pub(super) fn age<A: FromStr>(&mut self, word: &Word) -> Option<A> {
        self.parse(word, |text| MapProblem::NotAnAge { text })
    }

    pub(super) fn choice<C: CodeEnum>(&mut self, key: &'static str, word: &Word) -> Option<C> {
        let chosen = C::from_code(word);
        if chosen.is_none() {
            let codes = C::ALL.iter().map(|choice| choice.code());
            self.not_a_choice(key, word, codes.collect());
        }
        chosen
    }

    /// The values that the words name. Leaves out a word with a fault.
    pub(super) fn values(&mut self, choice: Choice, words: &[Word]) -> Values {
        let mut places = Vec::new();
        for word in words {
            let place = choice.codes().iter().position(|code| **code == **word);
            if place.is_none() {
                self.not_a_choice(choice.code(), word, choice.codes().to_vec());
            }
            places.extend(place);
        }
        Values::at_places(places)
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

    /// Other words for a topic. Leaves out a word with a fault.
    pub(super) fn other_words(&mut self, words: Option<&WordList>) -> Vec<String> {
        let words = self.list("also", words).unwrap_or_default();
        words
            .iter()
            .filter_map(|word| self.other_word(word))
            .collect()
    }

    /// Other names of an area. Leaves out a name with a fault.
    pub(super) fn other_places(&mut self, words: Option<&WordList>) -> Vec<String> {
        let words = self.list("also", words).unwrap_or_default();
        let mut names = Vec::with_capacity(words.len());
        for word in words {
            // Behind `--area` a postcode is one, and in the question about whom it is an age is one.
            if Postcode::written(word).is_some() || word.parse::<Age>().is_ok() {
                self.unusable(word);
            } else {
                names.extend(self.other_word(word));
            }
        }
        names
    }

    fn other_word(&mut self, word: &Word) -> Option<String> {
        if word.contains([',', ';']) {
            self.unusable(word);
            return None;
        }
        self.text("also", word, 80)
    }

    fn unusable(&mut self, word: &Word) {
        let text = brief(word);
        self.fault(word.at, MapProblem::UnusableWord { text });
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
        let has_domain = word.split_once('@').is_some_and(|(local, domain)| {
            let labelled = domain.contains('.') && domain.split('.').all(|label| !label.is_empty());
            !local.is_empty() && labelled && !domain.contains('@')
        });
        if visible && has_domain && word.len() <= 254 {
            return Some(word.value.clone());
        }
        self.fault(word.at, MapProblem::NotAnEmail { text: brief(word) });
        None
    }

    /// The items of a list, which may be missing but not empty.
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

    /// The value of a required key.
    pub(super) fn required<'w, T>(
        &mut self,
        key: &'static str,
        given: &'w Optional<T>,
        of: &str,
        position: Position,
    ) -> Option<&'w T> {
        if given.is_none() {
            let of = Some(brief(of));
            self.fault(position, MapProblem::MissingKey { key, of });
        }
        given.as_ref()
    }
}
