//! Overviews from which a team learns: outcomes of signals by agreement and by topic, never by
//! person, and never as a ranking.
//!
//! The register gives one [`OutcomeHistory`] for each signal, [`Tallies`] count them, and
//! [`Overview`] holds what may be shown by the rules in [`suppressed_count`].

mod outcome_history;
mod spread;
pub mod suppressed_count;
mod tallies;

#[cfg(test)]
mod tests;

pub use outcome_history::{
    Bounce, FirstOwner, GroupIx, OutcomeEvent, OutcomeGroup, OutcomeHistory,
};
pub use spread::Spread;
pub use tallies::{Tallies, Tally, WorkingDayCounter};

use std::collections::BTreeMap;

use crate::domain::codes::TopicId;
use suppressed_count::{MIN_COUNT, SuppressedCount};

/// What may be shown, in the order of the codes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overview {
    pub rows: Vec<OverviewRow>,
    pub topic_changes: Vec<TopicChange>,
}

/// The outcomes of signals of one topic and one first owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverviewRow {
    pub given: FirstOwner,
    /// The main topic, as reported; `None` for all topics that are too small to show.
    pub topic: Option<TopicId>,
    /// For small topics that cannot be shown together either: the count of each.
    pub signals: SuppressedCount,
    pub figures: Option<Figures>,
}

/// Details of five signals or more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The working days from report to the first final feedback; `None` with fewer than five
    /// answers.
    pub took: Option<Spread>,
    /// The working days from report to the day that was promised.
    pub promised: Option<Spread>,
    /// The promise passed before there was final feedback.
    pub late: SuppressedCount,
    /// The feedback was rejected, or the signal reopened.
    pub came_back: SuppressedCount,
    /// The feedback says that something else was found.
    pub something_else: SuppressedCount,
    /// Closed without a word of the sender.
    pub unseen: SuppressedCount,
    /// The sender recorded the first feedback herself.
    pub heard: SuppressedCount,
    /// Somebody took a step back.
    pub undone: SuppressedCount,
    /// Signals that left the first owner, by how and why, as far as shown.
    pub bounced: Vec<(Bounce, SuppressedCount)>,
}

/// Signals of one topic to which another was added, or became the main one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicChange {
    /// The main topic, as reported.
    pub from: TopicId,
    pub to: TopicId,
    pub signals: SuppressedCount,
}

impl Overview {
    #[must_use]
    pub fn of(tallies: &BTreeMap<OutcomeGroup, Tally>) -> Self {
        Self {
            rows: rows(tallies),
            topic_changes: topic_changes(tallies),
        }
    }
}

/// Each topic that is large enough alone; the small ones of a responsibility together, unless that
/// would reveal them.
fn rows(tallies: &BTreeMap<OutcomeGroup, Tally>) -> Vec<OverviewRow> {
    let mut small: BTreeMap<&FirstOwner, (u32, Tally)> = BTreeMap::new();
    let mut rows = Vec::new();
    for (OutcomeGroup { given, topic }, tally) in tallies {
        if tally.signals >= MIN_COUNT {
            rows.push(row(given, Some(topic), tally));
        } else {
            let (topics, together) = small.entry(given).or_default();
            *topics += 1;
            together.add(tally);
        }
    }
    for (given, (topics, together)) in small {
        // With the largest possible sum each topic would have the largest small count.
        let reveals_each = together.signals == topics * (MIN_COUNT - 1);
        rows.push(if reveals_each {
            hidden(given)
        } else {
            row(given, None, &together)
        });
    }
    rows
}

fn hidden(given: &FirstOwner) -> OverviewRow {
    OverviewRow {
        given: given.clone(),
        topic: None,
        signals: SuppressedCount::Few,
        figures: None,
    }
}

fn row(given: &FirstOwner, topic: Option<&TopicId>, tally: &Tally) -> OverviewRow {
    let of = tally.signals;
    if of < MIN_COUNT {
        return hidden(given);
    }
    let Tally {
        signals: _,
        took,
        promised,
        late,
        came_back,
        something_else,
        unseen,
        heard,
        undone,
        bounced,
        added: _,
    } = tally;
    let ways: Vec<u32> = Bounce::all()
        .map(|way| bounced.get(&way).copied().unwrap_or(0))
        .collect();
    let figures = Figures {
        took: took.spread(),
        promised: promised.spread(),
        late: suppressed_count::part(of, *late),
        came_back: suppressed_count::part(of, *came_back),
        something_else: suppressed_count::part(of, *something_else),
        unseen: suppressed_count::part(of, *unseen),
        heard: suppressed_count::part(of, *heard),
        undone: suppressed_count::part(of, *undone),
        bounced: Bounce::all()
            .zip(suppressed_count::parts(of, &ways))
            .filter(|(_, text)| text.says_something())
            .collect(),
    };
    OverviewRow {
        given: given.clone(),
        topic: topic.cloned(),
        signals: SuppressedCount::Exactly(of),
        figures: Some(figures),
    }
}

/// By topic over all first owners, so that more may be shown.
fn topic_changes(tallies: &BTreeMap<OutcomeGroup, Tally>) -> Vec<TopicChange> {
    let mut by_topic: BTreeMap<&TopicId, Tally> = BTreeMap::new();
    for (OutcomeGroup { given: _, topic }, tally) in tallies {
        by_topic.entry(topic).or_default().add(tally);
    }
    let pairs = by_topic.into_iter().flat_map(|(from, tally)| {
        let of = tally.signals;
        tally.added.into_iter().map(move |(to, count)| TopicChange {
            from: from.clone(),
            to,
            signals: suppressed_count::part(of, count),
        })
    });
    pairs.filter(|pair| pair.signals.says_something()).collect()
}
