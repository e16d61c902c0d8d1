//! `seinhuis amend`

use clap::Args;

use crate::context::Context;
use crate::context::text_input;
use crate::domain::codes::{OrganisationId, TopicId};
use crate::domain::invariant::Invariant as _;
use crate::domain::lifecycle::Command;
use crate::domain::signal::{Facts, Topics};
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;
use crate::routing::decide;
use crate::routing::map::RouteMap;
use crate::verbs::{facts, steps};

/// Add or change topics when a signal turns out to be about something else
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
    /// # Errors
    /// See [`steps::take`]; too many topics.
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let Self {
            id,
            add,
            topics,
            words,
        } = self;
        let map = context.map()?;
        let read = |typed: Vec<String>| {
            typed
                .iter()
                .map(|typed| facts::topic(context, typed))
                .collect::<Result<Vec<TopicId>, _>>()
        };
        let (add, anew) = (read(add)?, Topics::from_list(read(topics)?));
        let words = text_input::optional(context, "WORDS", words.as_deref())?;
        steps::take_with(context, &id, |case, facts| {
            let more = || {
                Topics::new(
                    case.topics.main().clone(),
                    case.topics.others().iter().cloned().chain(add.clone()),
                )
            };
            let topics = anew.or_else(more).unwrap_or_else(|| case.topics.clone());
            let added: Vec<TopicId> = topics
                .iter()
                .filter(|topic| !case.topics.iter().any(|known| known == *topic))
                .cloned()
                .collect();
            let involve = added
                .into_iter()
                .flat_map(|topic| owners(map, facts, topic, context.now))
                .collect();
            Ok(Command::Amend {
                topics,
                words,
                involve,
            })
        })
    }
}

/// Who owns this topic of the signal, or claims it; nobody when nobody does.
fn owners(
    map: &RouteMap,
    facts: &Facts,
    topic: TopicId,
    at: crate::domain::time::Moment,
) -> Vec<OrganisationId> {
    let topics = Topics::new(topic, []).certain("one topic is not too many");
    let decision = decide(
        map,
        &Facts {
            topics,
            ..facts.clone()
        },
        at,
    );
    decision
        .why
        .reasons
        .into_iter()
        .map(|reason| reason.organisation)
        .collect()
}
