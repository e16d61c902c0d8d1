//! The filters by which `list` and `export` choose signals.

use clap::Args;

use crate::context::Context;
use crate::context::args::choice_parser;
use crate::domain::event::Basis;
use crate::domain::signal_state::State;
use crate::domain::time::{Moment, Zone};
use crate::errors::cli_error::CliError;
use crate::register::Filter;
use crate::verbs::facts;

/// The filters, as typed.
#[derive(Debug, Args)]
pub struct FilterArgs {
    /// Of which this organisation owns the follow-up
    #[arg(long, value_name = "ORGANISATION")]
    pub owner: Option<String>,
    /// That this organisation sent
    #[arg(long, value_name = "ORGANISATION")]
    pub sender: Option<String>,
    /// That wait for this organisation: to take on, answer, reply, take over, confirm or close
    #[arg(long, value_name = "ORGANISATION")]
    pub waiting_for: Option<String>,
    /// In this area, and what lies in it
    #[arg(long, short = 'p', value_name = "PLACE")]
    pub area: Option<String>,
    /// About this topic, and what is part of it
    #[arg(long, short, value_name = "TOPIC")]
    pub topic: Option<String>,
    /// Whose promise has passed
    #[arg(long)]
    pub late: bool,
    /// With which nothing happened for at least so many working days
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..=3650))]
    pub silent: Option<u32>,
    /// That the map left as a gap or a dispute, or gave to one owner by rule
    #[arg(long, value_name = "BASIS", value_parser = choice_parser::<Basis>())]
    pub basis: Option<Basis>,
    /// In these states; unanswered is offered and accepted
    #[arg(long, value_name = "STATE", value_delimiter = ',', value_parser = choice_parser::<State>())]
    pub state: Vec<State>,
    /// Reported on or after this day: 2026-11-23
    #[arg(long, value_name = "DAY")]
    pub since: Option<String>,
}

impl FilterArgs {
    /// The filter, of signals that the organisation of this run may know of; `states` is the default
    /// when no state was typed.
    ///
    /// # Errors
    /// Nobody acts, a value that is not in the map, or a day that cannot be read.
    pub fn filter(self, context: &Context, states: &[State]) -> Result<Filter, CliError> {
        let Self {
            owner,
            sender,
            waiting_for,
            area,
            topic,
            late,
            silent,
            basis,
            state,
            since,
        } = self;
        let map = context.map()?;
        let reader = context.reader()?;
        let (settings, today) = (map.settings(), context.today()?);
        let area = area.map(|typed| facts::area(context, &typed)).transpose()?;
        let topic = topic
            .map(|typed| facts::topic(context, &typed))
            .transpose()?;
        // A signal is silent when its last step was on that day or earlier.
        let silent = silent.map(|days| {
            settings
                .calendar
                .working_days_before(today, days)
                .plus(1)
                .to_string()
        });
        Ok(Filter {
            states: if state.is_empty() {
                states.to_vec()
            } else {
                state
            },
            owner: context.optional_organisation("--owner", owner.as_deref())?,
            sender: context.optional_organisation("--sender", sender.as_deref())?,
            areas: area
                .map(|area| map.areas_within(&area, today))
                .unwrap_or_default(),
            topics: topic
                .map(|topic| map.topics_within(&topic, today))
                .unwrap_or_default(),
            late_on: late.then_some(today),
            since: start_of_day(settings.zone, "--since", since)?,
            basis,
            waiting_for: context
                .optional_organisation("--waiting-for", waiting_for.as_deref())?
                .map(|organisation| (organisation, today)),
            silent_since: start_of_day(settings.zone, "--silent", silent)?,
            reader: Some(reader),
            ..Filter::default()
        })
    }
}

fn start_of_day(
    zone: Zone,
    option: &'static str,
    typed: Option<String>,
) -> Result<Option<Moment>, CliError> {
    let hint_key = "expected-day";
    typed
        .map(|typed| zone.read(&typed))
        .transpose()
        .map_err(|_| CliError::BadValue { option, hint_key })
}
