//! An index of what things are called, and the one that a person may have meant.

use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use rustc_hash::FxBuildHasher;

use crate::domain::spelling::plain;
use crate::domain::suggestion::{has_word_with_prefix, nearest_name};

/// What may be typed for one thing of the map. Codes go before names, and names before other words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called<'m> {
    /// Its code, its former ones, and that of its municipality.
    pub codes: Vec<&'m str>,
    /// What it is called on the screen, in each language.
    pub names: Vec<&'m str>,
    /// What people call it too: `also` in the map.
    pub also: Vec<&'m str>,
}

impl<'m> Called<'m> {
    /// All of it: codes, names, other words.
    pub fn all(&self) -> impl Iterator<Item = &'m str> {
        let Self { codes, names, also } = self;
        codes.iter().chain(names).chain(also).copied()
    }
}

/// The indexes of a map, each made when it is first asked. Most runs type codes, and never make one.
#[derive(Debug, Default)]
pub(crate) struct NameIndexes {
    pub(crate) topics: OnceLock<NameIndex>,
    pub(crate) areas: OnceLock<NameIndex>,
    pub(crate) organisations: OnceLock<NameIndex>,
}

/// In letters.
const SHORTEST_OTHER: usize = 5;

type PlacesByWord = HashMap<String, BTreeSet<u32>, FxBuildHasher>;

/// From a word in its plain spelling to the places of what is called so.
#[derive(Debug, Default)]
pub(crate) struct NameIndex {
    codes: PlacesByWord,
    names: PlacesByWord,
    also: PlacesByWord,
    /// Every plain code and name with a place, in the order of the map.
    own: Vec<(String, u32)>,
    /// The other words, likewise.
    others: Vec<(String, u32)>,
}

impl NameIndex {
    /// The places are those of the list, from 0.
    pub(crate) fn new<'m>(things: impl Iterator<Item = Called<'m>>) -> Self {
        let mut index = Self::default();
        for (Called { codes, names, also }, place) in things.zip(0..) {
            let Self {
                codes: by_code,
                names: by_name,
                also: by_other,
                own,
                others,
            } = &mut index;
            add(&codes, place, by_code, own);
            add(&names, place, by_name, own);
            add(&also, place, by_other, others);
        }
        index
    }

    /// What is called so by its code; or else by its name; or else by another word. `standing` gives
    /// the place that counts for a place, if any.
    pub(crate) fn find(&self, plain_word: &str, standing: impl Fn(u32) -> Option<u32>) -> Vec<u32> {
        [&self.codes, &self.names, &self.also]
            .into_iter()
            .filter_map(|words| words.get(plain_word))
            .map(|places| places.iter().filter_map(|place| standing(*place)))
            .map(BTreeSet::from_iter)
            .find(|places| !places.is_empty())
            .map_or_else(Vec::new, Vec::from_iter)
    }

    /// Every plain word with a place.
    pub(crate) fn words(&self) -> impl Iterator<Item = (&str, u32)> {
        let all = self.own.iter().chain(&self.others);
        all.map(|(word, place)| (word.as_str(), *place))
    }

    /// The words by which several are called, each with the places that count for them.
    pub(crate) fn shared(&self, standing: impl Fn(u32) -> Option<u32>) -> Vec<(&str, Vec<u32>)> {
        let mut places: HashMap<&str, BTreeSet<u32>, FxBuildHasher> = HashMap::default();
        for (word, place) in self.words() {
            let counting = places.entry(word).or_default();
            counting.extend(standing(place));
        }
        let mut shared: Vec<(&str, Vec<u32>)> = places
            .into_iter()
            .filter(|(_, places)| places.len() > 1)
            .map(|(word, places)| (word, places.into_iter().collect()))
            .collect();
        shared.sort_unstable();
        shared
    }

    /// The one that a person may have meant: whose word is like what was typed, or stands in it, and
    /// no other's does.
    pub(crate) fn suggest(&self, typed: &str) -> Option<u32> {
        // Of several with such a word none is nearer than the others.
        if self.begun_by(typed).len() > 1 {
            return None;
        }
        self.near(typed)
            .or_else(|| only(&self.standing_in(typed)))
            .or_else(|| self.by_one_word(typed))
    }

    /// Those with a code or name in which a word begins so.
    fn begun_by(&self, typed: &str) -> BTreeSet<u32> {
        let own = self.own.iter();
        own.filter(|(word, _)| has_word_with_prefix(word, typed))
            .map(|(_, place)| *place)
            .collect()
    }

    /// The one with the word nearest to what was typed. A short word that people say is too near to
    /// many another: `wijn` is not `pijn`.
    fn near(&self, typed: &str) -> Option<u32> {
        let others = self.others.iter();
        let long = others.filter(|(word, _)| word.chars().count() >= SHORTEST_OTHER);
        let words = self.own.iter().chain(long);
        let near = nearest_name(typed, words.map(|(word, _)| word.as_str()))?;
        only(&self.find(near, Some))
    }

    /// Those of which a name or another word stands in the text, as whole words: `moeder heeft
    /// schulden`.
    pub(crate) fn standing_in(&self, text: &str) -> Vec<u32> {
        let text = format!(" {} ", in_words(text));
        let mut found: BTreeSet<u32> = BTreeSet::new();
        for (word, place) in self.words() {
            let word = in_words(word);
            if word.chars().count() > 2 && text.contains(&format!(" {word} ")) {
                found.insert(place);
            }
        }
        found.into_iter().collect()
    }

    /// The only one that has a word like `wanted` in its names: `kraamzorg` finds
    /// `kraamzorg-de-wieg`.
    fn by_one_word(&self, wanted: &str) -> Option<u32> {
        let names = self.own.iter();
        let near = nearest_name(wanted, names.flat_map(|(name, _)| long_words(name)))?;
        let places: BTreeSet<u32> = self
            .own
            .iter()
            .filter(|(name, _)| long_words(name).any(|word| word == near))
            .map(|(_, place)| *place)
            .collect();
        only(&Vec::from_iter(places))
    }
}

fn add(words: &[&str], place: u32, found: &mut PlacesByWord, all: &mut Vec<(String, u32)>) {
    for word in words.iter().map(|word| plain(word)) {
        found.entry(word.clone()).or_default().insert(place);
        all.push((word, place));
    }
}

fn only(places: &[u32]) -> Option<u32> {
    if let [only] = places {
        Some(*only)
    } else {
        None
    }
}

fn in_words(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'');
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn long_words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 3)
}
