//! The filters by which `list` and `export` choose signals.

use std::ops::ControlFlow;
use std::str::FromStr;

use clap::Args;

use crate::context::Context;
use crate::context::args::choice_parser;
use crate::domain::access::Reader;
use crate::domain::codes::{AreaId, CodeEnum as _, OrganisationId, TopicId};
use crate::domain::event::Basis;
use crate::domain::signal_state::State;
use crate::domain::time::{Moment, Zone};
use crate::errors::cli_error::CliError;
use crate::register::{Access, CodesInUse, Filter, Register, RegisterError};
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
    /// Of which the map of today does not know the owner, the area or a topic
    #[arg(long)]
    pub not_in_map: bool,
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
            not_in_map,
        } = self;
        let map = context.map()?;
        let reader = context.reader()?;
        let (settings, today) = (map.settings(), context.today()?);
        let former = CodesOfBefore {
            context,
            reader: &reader,
        };
        let areas = area.map(|typed| match facts::area(context, &typed) {
            Ok(area) => Ok(map.areas_within(&area, today)),
            Err(error) => former
                .code(&typed, error, |area: AreaId| Filter {
                    areas: vec![area],
                    ..Filter::default()
                })
                .map(|area| vec![area]),
        });
        let topics = topic.map(|typed| match facts::topic(context, &typed) {
            Ok(topic) => Ok(map.topics_within(&topic, today)),
            Err(error) => former
                .code(&typed, error, |topic: TopicId| Filter {
                    topics: vec![topic],
                    ..Filter::default()
                })
                .map(|topic| vec![topic]),
        });
        let organisation = |option, typed: Option<String>| {
            let of = |typed: String| match context.organisation(option, &typed) {
                Ok(organisation) => context.codes_of(organisation),
                Err(error) => former.organisation(&typed, error).map(Into::into),
            };
            typed.map(of).transpose()
        };
        let waiting_for = organisation("--waiting-for", waiting_for)?;
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
            owner: organisation("--owner", owner)?,
            sender: organisation("--sender", sender)?,
            areas: areas.transpose()?.unwrap_or_default(),
            topics: topics.transpose()?.unwrap_or_default(),
            late_on: late.then_some(today),
            since: start_of_day(settings.zone, "--since", since)?,
            basis,
            waiting_for: waiting_for.map(|organisation| (organisation, today)),
            concerning: not_in_map.then(|| unknown_codes(context)).transpose()?,
            silent_since: start_of_day(settings.zone, "--silent", silent)?,
            reader: Some(reader),
            ..Filter::default()
        })
    }
}

/// The codes in the register that the map of today does not explain.
///
/// # Errors
/// A register or a map that cannot be read.
pub fn unknown_codes(context: &Context) -> Result<CodesInUse, CliError> {
    let (map, today) = (context.map()?, context.today()?);
    let Some(mut register) = open_quietly(context)? else {
        return Ok(CodesInUse::default());
    };
    let mut codes = register.codes_in_use().map_err(CliError::Register)?;
    let CodesInUse {
        owners,
        areas,
        topics,
    } = &mut codes;
    owners.retain(|owner| map.organisation_on(owner, today).is_none());
    areas.retain(|area| map.area_ix_on(area, today).is_none());
    topics.retain(|topic| map.topic_ix_on(topic, today).is_none());
    Ok(codes)
}

/// The register, when there is one. That there is none is said by the verb, once.
///
/// # Errors
/// It is there and cannot be read.
pub fn open_quietly(context: &Context) -> Result<Option<Register>, CliError> {
    match context.open(Access::Read) {
        Ok(register) => Ok(Some(register)),
        Err(CliError::Register(RegisterError::Missing { .. })) => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// Codes that the map no longer has, and signals do.
struct CodesOfBefore<'c> {
    context: &'c Context,
    reader: &'c Reader,
}

impl CodesOfBefore<'_> {
    /// What was typed, when it is the code of a signal that the reader may know of: as this filter finds
    /// it. Else the error of the map.
    fn code<T: FromStr + Clone>(
        &self,
        typed: &str,
        error: CliError,
        filter: impl FnOnce(T) -> Filter,
    ) -> Result<T, CliError> {
        let Ok(code) = typed.parse::<T>() else {
            return Err(error);
        };
        let Some(mut register) = open_quietly(self.context)? else {
            return Err(error);
        };
        let filter = Filter {
            states: State::ALL.to_vec(),
            reader: Some(self.reader.clone()),
            limit: Some(1),
            ..filter(code.clone())
        };
        let mut found = false;
        let each = &mut |_| {
            found = true;
            ControlFlow::Break(())
        };
        register.list(&filter, each).map_err(CliError::Register)?;
        if found { Ok(code) } else { Err(error) }
    }

    fn organisation(&self, typed: &str, error: CliError) -> Result<OrganisationId, CliError> {
        let owner = self.code(typed, error, |owner: OrganisationId| Filter {
            owner: Some(owner.into()),
            ..Filter::default()
        });
        owner.or_else(|error| {
            self.code(typed, error, |sender: OrganisationId| Filter {
                sender: Some(sender.into()),
                ..Filter::default()
            })
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
