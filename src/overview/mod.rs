//! What a team learns from: how signals went, counted by what was agreed and by topic. Never by
//! person, and never as a ranking.
//!
//! The register hands over one [`OutcomeHistory`] for each signal; [`Tallies`] count them; [`Overview`]
//! says what of it may be told. The rules of what may be told stand in [`told`].

mod outcome_history;
mod spread;
pub mod suppressed_count;
mod tallies;

#[cfg(test)]
mod tests;

pub use outcome_history::{
    Bounce, FirstOwner, OutcomeEvent, OutcomeGroup, OutcomeHistory, RouteIx,
};
pub use spread::Spread;
pub use tallies::{Tallies, Tally, Yardstick};

use std::collections::BTreeMap;

use crate::domain::codes::TopicId;
use suppressed_count::{FEWEST, SuppressedCount};

/// What may be told, in no order but that of the codes: whoever shows it puts it in the order of
/// the map.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overview {
    /// How it went with what was given away in one way, by topic.
    pub rows: Vec<OverviewRow>,
    /// As what else signals turned out.
    pub became: Vec<TopicChange>,
}

/// How it went with the signals that were given to one responsibility, or to nobody's, and were
/// about one topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverviewRow {
    /// To which responsibility, or in a gap or a dispute.
    pub given: FirstOwner,
    /// The main topic, as reported; `None` for the topics that are too small to stand alone,
    /// together.
    pub topic: Option<TopicId>,
    /// How many signals. Of small topics that cannot be told together either: how many each of them
    /// has.
    pub signals: SuppressedCount,
    /// What is known of them, when there are enough of them.
    pub figures: Option<Figures>,
}

/// What is known of five signals or more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The working days from report to the first final feedback; `None` with fewer than five
    /// answers.
    pub took: Option<Spread>,
    /// The working days from report to the day that was promised.
    pub promised: Option<Spread>,
    /// Of how many the promise passed before there was final feedback.
    pub late: SuppressedCount,
    /// Of how many the feedback was rejected, or that were reopened.
    pub came_back: SuppressedCount,
    /// How many turned out to be about something else, as the feedback says.
    pub something_else: SuppressedCount,
    /// How many were closed without a word of the sender.
    pub unseen: SuppressedCount,
    /// How many left the first owner, by how and why; those of which something may be told.
    pub bounced: Vec<(Bounce, SuppressedCount)>,
}

/// Signals about one topic, to which another was added, or of which another became the main one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicChange {
    /// The main topic, as reported.
    pub from: TopicId,
    /// The other.
    pub to: TopicId,
    pub signals: SuppressedCount,
}

impl Overview {
    /// What may be told of these tallies.
    #[must_use]
    pub fn of(tallies: &BTreeMap<OutcomeGroup, Tally>) -> Self {
        Self {
            rows: rows(tallies),
            became: became(tallies),
        }
    }
}

/// Each topic alone where it is large enough. The small ones of a responsibility stand together
/// when nothing can be told apart then.
fn rows(tallies: &BTreeMap<OutcomeGroup, Tally>) -> Vec<OverviewRow> {
    let mut small: BTreeMap<&FirstOwner, (u32, Tally)> = BTreeMap::new();
    let mut rows = Vec::new();
    for (OutcomeGroup { given, topic }, tally) in tallies {
        if tally.signals >= FEWEST {
            rows.push(row(given, Some(topic), tally));
        } else {
            let (topics, together) = small.entry(given).or_default();
            *topics += 1;
            together.add(tally);
        }
    }
    for (given, (topics, together)) in small {
        // At the most that they can hold, each would hold just that.
        let tells_apart = together.signals == topics * (FEWEST - 1);
        rows.push(if tells_apart {
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
    if of < FEWEST {
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

/// Per topic over everything that was given away, so that more may be told.
fn became(tallies: &BTreeMap<OutcomeGroup, Tally>) -> Vec<TopicChange> {
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
