//! The topics that somebody may mean who is still typing.

use std::collections::BTreeMap;

use crate::domain::spelling::plain;
use crate::domain::time::Day;
use crate::lookup::names::Named as _;
use crate::routing::map::{RouteMap, TopicIx};

/// The topics for a text that was typed so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicsFound {
    /// The best first.
    pub topics: Vec<TopicIx>,
    /// Whether nothing has the text, and these are only near to it.
    pub are_guesses: bool,
}

impl RouteMap {
    /// Those that are called so; then those with a word that begins so; then those with the text
    /// anywhere in a name or another word; then those of which a name or another word stands in the
    /// text; then the parts of topics with such a name. When there are none, the one whose word is
    /// nearest. Without a text, all.
    #[must_use]
    pub fn search_topics(&self, typed: &str, day: Day) -> TopicsFound {
        let standing = |place| self.standing_topic(TopicIx(place), day).map(|ix| ix.0);
        let wanted = plain(typed);
        let names = self.topic_names();
        let exact = names.find(&wanted, standing);
        let inside = names.standing_in(&wanted);
        let mut best: BTreeMap<u32, u8> = BTreeMap::new();
        for (word, place) in names.words() {
            if let Some((place, rank)) = standing(place).zip(rank(word, &wanted)) {
                let best = best.entry(place).or_insert(rank);
                *best = rank.min(*best);
            }
        }
        best.extend(exact.into_iter().map(|place| (place, 0)));
        for place in inside.into_iter().filter_map(standing) {
            best.entry(place).or_insert(3);
        }
        for (place, topic) in (0..).zip(self.topics()) {
            let is_there = topic.valid.include(day);
            if is_there && !best.contains_key(&place) && self.is_below(TopicIx(place), &wanted) {
                best.insert(place, 4);
            }
        }
        let ranked = best.into_iter();
        let mut ranked: Vec<(u8, TopicIx)> =
            ranked.map(|(place, rank)| (rank, TopicIx(place))).collect();
        ranked.sort_unstable();
        if ranked.is_empty() {
            return TopicsFound {
                topics: (names.suggest(&wanted).and_then(standing).map(TopicIx))
                    .into_iter()
                    .collect(),
                are_guesses: true,
            };
        }
        TopicsFound {
            topics: ranked.into_iter().map(|(_, topic)| topic).collect(),
            are_guesses: false,
        }
    }
}

impl RouteMap {
    /// Whether the name of a topic above this one has the text.
    fn is_below(&self, topic: TopicIx, wanted: &str) -> bool {
        let mut above = self.topic_and_above(topic).skip(1);
        above.any(|ix| {
            let names = self.topic_at(ix).called().names;
            names.into_iter().any(|name| plain(name).contains(wanted))
        })
    }
}

fn rank(word: &str, wanted: &str) -> Option<u8> {
    let (before, _) = word.split_once(wanted)?;
    let is_start_of_a_word = before
        .chars()
        .next_back()
        .is_none_or(|c| !c.is_alphanumeric());
    Some(if is_start_of_a_word { 1 } else { 2 })
}
