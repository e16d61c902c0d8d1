//! `seinhuis amend`

use clap::{ArgGroup, Args};

use crate::context::Context;
use crate::context::args::choice_parser;
use crate::context::text_input;
use crate::domain::codes::{OrganisationId, TopicId};
use crate::domain::invariant::Invariant as _;
use crate::domain::lifecycle::{Command, Correcting};
use crate::domain::signal::{Facts, Particulars, Topics, Urgency};
use crate::domain::time::Moment;
use crate::domain::words::Words;
use crate::follow_up::reroute::decided_again;
use crate::output::reason;
use crate::routing::decide;
use crate::routing::map::RouteMap;
use crate::verbs::facts::FactsArgs;
use crate::verbs::steps::SignalNow;
use crate::verbs::{AnswerResult, emergency, facts, steps};

/// Change topics, or put right what was reported
///
/// What can be put right is age, place, urgency and day. Topics are for the owner: the owners of
/// added topics are involved, and the sender is told. The facts are put right by the owner and the
/// coordinator, and by the sender while nobody took the signal on; then the map decides anew. What
/// was reported stays in the story.
///
/// Example: seinhuis amend K7M4 --age 18 "He had his birthday"
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("changes").required(true).multiple(true).args(["add", "topics", "age", "youngest", "area", "urgency", "before"]))]
pub struct Amend {
    /// The signal's number, or the first four characters of it
    #[arg(value_name = "SIGNAL")]
    id: String,
    /// A topic to add
    #[arg(long, value_name = "TOPIC", value_delimiter = ',')]
    add: Vec<String>,
    /// All topics anew, the main one first
    #[arg(
        long,
        value_name = "TOPIC",
        value_delimiter = ',',
        conflicts_with = "add"
    )]
    topics: Vec<String>,
    /// The right age of the person the worry is about
    #[arg(long, value_name = "AGE", conflicts_with_all = ["add", "topics"])]
    age: Option<String>,
    /// The right age of the youngest child in that person's home, or none
    #[arg(long, value_name = "AGE", conflicts_with_all = ["add", "topics"])]
    youngest: Option<String>,
    /// Where that person is registered after all
    #[arg(long, short = 'p', value_name = "PLACE", conflicts_with_all = ["add", "topics"])]
    area: Option<String>,
    /// How soon something must happen after all
    #[arg(long, short, value_name = "URGENCY", value_parser = choice_parser::<Urgency>(), conflicts_with_all = ["add", "topics"])]
    urgency: Option<Urgency>,
    /// The day on which something will happen
    #[arg(long, value_name = "DAY", conflicts_with_all = ["add", "topics"])]
    before: Option<String>,
    /// What it turned out to be; - reads standard input
    #[arg(value_name = "WORDS")]
    words: Option<String>,
}

impl Amend {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        let words = text_input::read_optional(context, "WORDS", self.words.as_deref())?;
        let typed = FactsArgs {
            topic: Vec::new(),
            age: self.age,
            youngest: self.youngest,
            area: self.area,
            urgency: self.urgency,
            before: self.before,
        };
        if typed.is_empty() {
            amend(context, &self.id, (&self.add, &self.topics), words)
        } else {
            correct(context, &self.id, &typed, words)
        }
    }
}

/// The topics. `add` and `topics`: as typed; one of both.
fn amend<'c>(
    context: &'c Context,
    id: &str,
    (add, topics): (&[String], &[String]),
    words: Option<Words>,
) -> AnswerResult<'c> {
    let map = context.map()?;
    let add = facts::topics(context, add)?;
    let replacement = Topics::from_list(facts::topics(context, topics)?);
    let typed = Topics::from_list(add.clone()).or_else(|| replacement.clone());
    if let Some(typed) = typed {
        emergency::show_topic_lines(context, &typed, None);
    }
    steps::take_with(context, id, |now| {
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
            .flat_map(|topic| involved_by(map, &now.signal.facts(), topic, context.now))
            .collect();
        Ok(Command::Amend {
            topics,
            words,
            involve,
        })
    })
}

/// The facts that were typed; the others stay.
fn correct<'c>(
    context: &'c Context,
    id: &str,
    typed: &FactsArgs,
    words: Option<Words>,
) -> AnswerResult<'c> {
    emergency::show_typed_lines(context, typed);
    let (age, youngest) = (typed.age()?, typed.youngest()?);
    let residence = typed.residence(context)?;
    let before = typed.before(context.today()?)?;
    let urgency = typed.urgency;
    steps::take_with(context, id, |now| {
        let known = &now.signal.particulars;
        let particulars = Particulars {
            age: age.or(known.age),
            youngest: youngest.or(known.youngest),
            residence: residence.or_else(|| known.residence.clone()),
            urgency: urgency.unwrap_or(known.urgency),
            before: before.or(known.before),
        };
        Ok(Command::Correct(correcting(
            now,
            particulars,
            words,
            context.now,
        )))
    })
}

/// What the map of today makes of the corrected facts.
fn correcting(
    now: &SignalNow<'_>,
    particulars: Particulars,
    words: Option<Words>,
    at: Moment,
) -> Correcting {
    let SignalNow {
        map,
        signal,
        by: _,
        today: _,
    } = now;
    let facts = particulars.facts(signal.topics.clone(), signal.sender.clone());
    let decision = decided_again(map, &facts, at).ok();
    let decided = decision.map(|decision| {
        let record = reason::decision_record(&decision.why, map);
        (decision.offer(), record)
    });
    Correcting {
        coordinator: map
            .coordinator_at(particulars.residence.as_ref(), map.day(at))
            .clone(),
        particulars,
        decided,
        words,
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
