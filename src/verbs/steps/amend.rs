//! `seinhuis amend`

use clap::Args;

use crate::context::Context;
use crate::context::text_input;
use crate::domain::codes::{OrganisationId, TopicId};
use crate::domain::invariant::Invariant as _;
use crate::domain::lifecycle::Command;
use crate::domain::signal::{Facts, Topics};
use crate::domain::time::Moment;
use crate::routing::decide;
use crate::routing::map::RouteMap;
use crate::verbs::{AnswerResult, facts, steps};

/// Add or change topics when it turns out to be about something else
///
/// The owner stays; the owners of the added topics are involved, and the sender is told.
///
/// Example: seinhuis amend K7M4 --add language/literacy "He cannot read the letters"
#[derive(Debug, Args)]
pub struct Amend {
    /// The signal's number, or the first four characters of it
    #[arg(value_name = "SIGNAL")]
    id: String,
    /// A topic to add
    #[arg(
        long,
        value_name = "TOPIC",
        value_delimiter = ',',
        required_unless_present = "topics"
    )]
    add: Vec<String>,
    /// All topics anew, the main one first
    #[arg(
        long,
        value_name = "TOPIC",
        value_delimiter = ',',
        conflicts_with = "add"
    )]
    topics: Vec<String>,
    /// What it turned out to be; - reads standard input
    #[arg(value_name = "WORDS")]
    words: Option<String>,
}

impl Amend {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        let map = context.map()?;
        let add = facts::topics(context, &self.add)?;
        let replacement = Topics::from_list(facts::topics(context, &self.topics)?);
        let words = text_input::read_optional(context, "WORDS", self.words.as_deref())?;
        steps::take_with(context, &self.id, |now| {
            let known = &now.signal.topics;
            let topics = replacement
                .or_else(|| {
                    let others = known.others().iter().chain(&add).cloned();
                    Topics::new(known.main().clone(), others)
                })
                .unwrap_or_else(|| known.clone());
            let involve = topics
                .iter()
                .filter(|topic| !known.iter().any(|known| known == *topic))
                .flat_map(|topic| involved_by(map, now.facts, topic, context.now))
                .collect();
            Ok(Command::Amend {
                topics,
                words,
                involve,
            })
        })
    }
}

/// Whom this topic involves, as in a report: who owns it; who claims it, and the coordinator, when
/// it is disputed; the coordinator when nobody owns it.
fn involved_by(map: &RouteMap, facts: &Facts, topic: &TopicId, at: Moment) -> Vec<OrganisationId> {
    let topics = Topics::new(topic.clone(), []).certain("one topic is not too many");
    let facts = Facts {
        topics,
        ..facts.clone()
    };
    let decision = decide(map, &facts, at);
    let mut involved: Vec<OrganisationId> = decision.claimants().into_iter().collect();
    involved.push(decision.owner);
    involved
}
