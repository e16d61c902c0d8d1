//! What `report` and `route` both ask: what it is about, how old, where, how soon.

use clap::Args;

use crate::context::Context;
use crate::context::args::code_parser;
use crate::domain::age::Age;
use crate::domain::codes::{AreaId, OrganisationId, TopicId};
use crate::domain::signal::{Facts, Topics, Urgency};
use crate::errors::cli_error::CliError;

/// What a decision looks at, as typed.
#[derive(Debug, Args)]
pub struct FactsArgs {
    /// What it is about: one or more topics, the main one first
    #[arg(long, short, value_name = "TOPIC", value_delimiter = ',')]
    pub topic: Vec<String>,
    /// The age of the person the worry is about: 34, 8m, "5 days", unborn; leave it out when you do
    /// not know
    #[arg(long, value_name = "AGE")]
    pub age: Option<String>,
    /// Where that person is registered: a postcode (only 4 digits are used), an area or a
    /// municipality
    #[arg(long, short = 'p', value_name = "PLACE")]
    pub area: Option<String>,
    /// How soon something must happen
    #[arg(long, short, value_name = "URGENCY", value_parser = code_parser::<Urgency>())]
    pub urgency: Option<Urgency>,
}

impl FactsArgs {
    /// The topics that were typed; `None` when none was.
    ///
    /// # Errors
    /// A topic that the map does not know, or too many.
    pub fn topics(&self, context: &Context) -> Result<Option<Topics>, CliError> {
        let topics: Vec<TopicId> = self
            .topic
            .iter()
            .map(|typed| topic(context, typed))
            .collect::<Result<_, _>>()?;
        if topics.is_empty() {
            return Ok(None);
        }
        Topics::from_list(topics)
            .map(Some)
            .ok_or(CliError::BadValue {
                option: "--topic",
                expected: "expected-topics",
            })
    }

    /// The age that was typed.
    ///
    /// # Errors
    /// When it is no age.
    pub fn age(&self) -> Result<Option<Age>, CliError> {
        let read = |typed: &String| {
            typed.parse().map_err(|_| CliError::BadValue {
                option: "--age",
                expected: "expected-age",
            })
        };
        self.age.as_ref().map(read).transpose()
    }

    /// The area that was typed.
    ///
    /// # Errors
    /// When the map does not know it.
    pub fn area(&self, context: &Context) -> Result<Option<AreaId>, CliError> {
        self.area
            .as_ref()
            .map(|typed| area(context, typed))
            .transpose()
    }

    /// All of it, for a decision; `sender` is who sends, if known.
    ///
    /// # Errors
    /// Whatever cannot be read, or no topic at all.
    pub fn facts(
        &self,
        context: &Context,
        sender: Option<OrganisationId>,
    ) -> Result<Facts, CliError> {
        let topics = self
            .topics(context)?
            .ok_or(CliError::Missing(vec!["--topic"]))?;
        Ok(Facts {
            topics,
            age: self.age()?,
            area: self.area(context)?,
            urgency: self.urgency.unwrap_or(Urgency::Normal),
            sender,
        })
    }
}

/// The topic that was typed: a code, or a name in either language.
///
/// # Errors
/// [`CliError::NotInMap`] with the nearest.
pub fn topic(context: &Context, typed: &str) -> Result<TopicId, CliError> {
    let found = context.map()?.find_topic(typed);
    found
        .map(|topic| topic.id.clone())
        .map_err(|missing| CliError::NotInMap {
            option: "--topic",
            typed: typed.to_owned(),
            missing,
        })
}

/// The area that was typed: a postcode, code, municipality code or name.
///
/// # Errors
/// [`CliError::NotInMap`] with the nearest.
pub fn area(context: &Context, typed: &str) -> Result<AreaId, CliError> {
    let found = context.map()?.find_area(typed);
    found
        .map(|area| area.id.clone())
        .map_err(|missing| CliError::NotInMap {
            option: "--area",
            typed: typed.to_owned(),
            missing,
        })
}
