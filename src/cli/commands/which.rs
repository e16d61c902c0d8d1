//! Which signals: what `export` takes to choose them.

use clap::Args;

use super::facts;
use crate::cli::args::choice;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::case::State;
use crate::register::Filter;

/// The filters, as typed.
#[derive(Debug, Args)]
pub struct WhichArgs {
    /// Of which this organisation owns the follow-up
    #[arg(long, value_name = "ORGANISATION")]
    pub owner: Option<String>,
    /// That this organisation sent
    #[arg(long, value_name = "ORGANISATION")]
    pub sender: Option<String>,
    /// In this area, and what lies in it
    #[arg(long, short = 'p', value_name = "PLACE")]
    pub area: Option<String>,
    /// About this topic, and what is part of it
    #[arg(long, short, value_name = "TOPIC")]
    pub topic: Option<String>,
    /// Whose promise has passed
    #[arg(long)]
    pub late: bool,
    /// In these states; without it all
    #[arg(long, value_name = "STATE", value_delimiter = ',', value_parser = choice::<State>())]
    pub state: Vec<State>,
    /// Reported on or after this day: 2026-11-23
    #[arg(long, value_name = "DAY")]
    pub since: Option<String>,
}

impl WhichArgs {
    /// The filter; in these states when none was typed.
    ///
    /// # Errors
    /// Something that the map does not know, or that is no day.
    pub fn filter(self, context: &Context, states: &[State]) -> Result<Filter, Failure> {
        let Self { owner, sender, area, topic, late, state, since } = self;
        let map = context.map()?;
        let today = context.today()?;
        let organisation = |option, typed: Option<String>| typed.map(|typed| context.organisation(option, &typed)).transpose();
        let read_day =
            |typed: String| map.settings().zone.read(&typed).map_err(|_| Failure::BadValue { option: "--since", expected: "expected-day" });
        let area = area.map(|typed| facts::area(context, &typed)).transpose()?;
        let topic = topic.map(|typed| facts::topic(context, &typed)).transpose()?;
        Ok(Filter {
            states: if state.is_empty() { states.to_vec() } else { state },
            owner: organisation("--owner", owner)?,
            sender: organisation("--sender", sender)?,
            areas: area.map(|area| map.areas_within(&area)).unwrap_or_default(),
            topics: topic.map(|topic| map.topics_within(&topic)).unwrap_or_default(),
            late_on: late.then_some(today),
            since: since.map(read_day).transpose()?,
            limit: None,
        })
    }
}
