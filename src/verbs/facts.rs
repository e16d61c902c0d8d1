//! The facts that `report` and `route` both take: topics, ages, area, urgency.

use clap::Args;

use crate::context::Context;
use crate::context::args::{choice_parser, parse_value};
use crate::domain::age::{Age, YoungestChild};
use crate::domain::codes::{AreaId, OrganisationId, TopicId};
use crate::domain::residence::Residence;
use crate::domain::signal::{Facts, Particulars, Topics, Urgency};
use crate::domain::time::{Day, Moment};
use crate::errors::cli_error::CliError;
use crate::lookup::about_whom::{UnclearPerson, about_whom};

/// The facts for a decision, as typed.
#[derive(Debug, Args)]
pub struct FactsArgs {
    /// What it is about: one or more topics, the main one first
    #[arg(long, short, value_name = "TOPIC", value_delimiter = ',')]
    pub topic: Vec<String>,
    /// The age of the person the worry is about: 34, 8m, "5 days", unborn; leave it out when you do
    /// not know
    #[arg(long, value_name = "AGE")]
    pub age: Option<String>,
    /// The age of the youngest child in that person's home, or none; leave it out when you do not
    /// know
    #[arg(long, value_name = "AGE")]
    pub youngest: Option<String>,
    /// Where that person is registered: a postcode (only 4 digits are used), an area or a
    /// municipality
    #[arg(long, short = 'p', value_name = "PLACE")]
    pub area: Option<String>,
    /// How soon something must happen
    #[arg(long, short, value_name = "URGENCY", value_parser = choice_parser::<Urgency>())]
    pub urgency: Option<Urgency>,
    /// The day on which something will happen, such as an eviction: you hear before it
    #[arg(long, value_name = "DAY")]
    pub before: Option<String>,
}

impl FactsArgs {
    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self {
            topic,
            age,
            youngest,
            area,
            urgency,
            before,
        } = self;
        topic.is_empty()
            && [age, youngest, area, before]
                .iter()
                .all(|typed| typed.is_none())
            && urgency.is_none()
    }

    /// The topics; `None` when none was typed.
    ///
    /// # Errors
    /// A topic that is not in the map, a word of several topics, or too many topics.
    pub fn topics(&self, context: &Context) -> Result<Option<Topics>, CliError> {
        if self.topic.is_empty() {
            return Ok(None);
        }
        match Topics::from_list(topics(context, &self.topic)?) {
            Some(topics) => Ok(Some(topics)),
            None => Err(CliError::BadValue {
                option: "--topic",
                hint_key: "expected-topics",
            }),
        }
    }

    pub fn age(&self) -> Result<Option<Age>, CliError> {
        self.age
            .as_deref()
            .map(|typed| parse_value(typed, "--age", "expected-age"))
            .transpose()
    }

    pub fn youngest(&self) -> Result<Option<YoungestChild>, CliError> {
        self.youngest
            .as_deref()
            .map(|typed| parse_value(typed, "--youngest", "expected-youngest"))
            .transpose()
    }

    /// # Errors
    /// It is no day, or not after `today`.
    pub fn before(&self, today: Day) -> Result<Option<Day>, CliError> {
        let Some(typed) = &self.before else {
            return Ok(None);
        };
        let day = Day::written(typed).ok().filter(|day| *day > today);
        day.map(Some).ok_or(CliError::BadValue {
            option: "--before",
            hint_key: "expected-later-day",
        })
    }

    /// # Errors
    /// A place that is not in the map, and is no postcode.
    pub fn residence(&self, context: &Context) -> Result<Option<Residence>, CliError> {
        let Some(typed) = &self.area else {
            return Ok(None);
        };
        let (map, today) = (context.map()?, context.today()?);
        match map.find_residence(typed, today) {
            Ok(residence) => Ok(Some(residence)),
            Err(_) if about_whom(map, typed, today) == Err(UnclearPerson::MoreThanOne) => {
                Err(CliError::BadValue {
                    option: "--area",
                    hint_key: "expected-one-place",
                })
            }
            Err(error) => Err(CliError::lookup("--area", typed, error)),
        }
    }

    /// All facts of a signal at that moment; `sender` when it is known.
    ///
    /// # Errors
    /// A value that cannot be read, or no topic at all.
    pub fn facts(
        &self,
        context: &Context,
        sender: Option<OrganisationId>,
        at: Moment,
    ) -> Result<Facts, CliError> {
        let topics = self
            .topics(context)?
            .ok_or(CliError::Missing(vec!["--topic"]))?;
        Ok(Facts {
            topics,
            particulars: Particulars {
                age: self.age()?,
                youngest: self.youngest()?,
                residence: self.residence(context)?,
                urgency: self.urgency.unwrap_or_default(),
                before: self.before(context.map()?.day(at))?,
            },
            sender,
        })
    }
}

/// The topics that were typed, which the command line has split at commas. As [`topic`].
pub fn topics(context: &Context, typed: &[String]) -> Result<Vec<TopicId>, CliError> {
    let typed = typed.join(",");
    match context.map()?.find_topics(&typed, context.today()?) {
        Ok(topics) => Ok(topics.iter().map(|topic| topic.id.clone()).collect()),
        Err((name, error)) => Err(CliError::lookup("--topic", name.trim(), error)),
    }
}

/// The topic that was typed: a code, or a name or another word in either language.
///
/// # Errors
/// [`CliError::NotInMap`], [`CliError::SeveralInMap`].
pub fn topic(context: &Context, typed: &str) -> Result<TopicId, CliError> {
    match context.map()?.find_topic(typed, context.today()?) {
        Ok(topic) => Ok(topic.id.clone()),
        Err(error) => Err(CliError::lookup("--topic", typed, error)),
    }
}

/// The area that was typed: a postcode, code, municipality code, name or other name.
///
/// # Errors
/// [`CliError::NotInMap`], [`CliError::SeveralInMap`].
pub fn area(context: &Context, typed: &str) -> Result<AreaId, CliError> {
    match context.map()?.find_area(typed, context.today()?) {
        Ok(area) => Ok(area.id.clone()),
        Err(error) => Err(CliError::lookup("--area", typed, error)),
    }
}
