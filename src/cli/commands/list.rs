//! `seinhuis list`

use std::ops::ControlFlow;

use clap::Args;

use super::facts;
use crate::cli::args::choice;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::case::State;
use crate::register::{Access, Filter, RegisterError, Row};
use crate::render::answer::Answer;
use crate::render::listed::{Listed, ListedRows};
use crate::render::streamed::Streamed;

/// List what is unanswered, the oldest promise first
///
/// Never shows words about a family. In a pipe it writes columns with tabs between them and ISO dates.
///
/// Example: seinhuis list --owner jgz-waterdam --late
#[derive(Debug, Args)]
pub struct List {
    /// Of which this organisation owns the follow-up
    #[arg(long, value_name = "ORGANISATION")]
    owner: Option<String>,
    /// That this organisation sent
    #[arg(long, value_name = "ORGANISATION")]
    sender: Option<String>,
    /// That your organisation sent, also those whose answer you have not confirmed
    #[arg(long, conflicts_with = "sender")]
    mine: bool,
    /// In this area, and what lies in it
    #[arg(long, short = 'p', value_name = "PLACE")]
    area: Option<String>,
    /// About this topic, and what is part of it
    #[arg(long, short, value_name = "TOPIC")]
    topic: Option<String>,
    /// Whose promise has passed
    #[arg(long)]
    late: bool,
    /// In these states; unanswered is offered and accepted
    #[arg(long, value_name = "STATE", value_delimiter = ',', value_parser = choice::<State>())]
    state: Vec<State>,
    /// Reported on or after this day: 2026-11-23
    #[arg(long, value_name = "DAY")]
    since: Option<String>,
    /// At most so many
    #[arg(long, value_name = "NUMBER")]
    limit: Option<u32>,
    /// End with exit code 6 when anything is listed
    #[arg(long)]
    exit_code: bool,
}

impl List {
    /// Does it.
    ///
    /// # Errors
    /// Something that the map does not know, or a register that cannot be read.
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, Failure> {
        let Self { owner, sender, mine, area, topic, late, state, since, limit, exit_code } = self;
        let map = context.map()?;
        let (zone, today) = (map.settings().zone, context.today()?);
        let sender = match sender {
            Some(typed) => Some(context.organisation("--sender", &typed)?),
            None => mine.then(|| context.acting_as()).transpose()?,
        };
        let default = if mine { State::OPEN } else { State::UNANSWERED };
        let read_day = |typed: String| zone.read(&typed).map_err(|_| Failure::BadValue { option: "--since", expected: "expected-day" });
        let filter = Filter {
            states: if state.is_empty() { default.to_vec() } else { state },
            owner: owner.map(|typed| context.organisation("--owner", &typed)).transpose()?,
            sender,
            areas: area.map(|typed| facts::area(context, &typed)).transpose()?.map(|area| map.areas_within(&area)).unwrap_or_default(),
            topics: topic
                .map(|typed| facts::topic(context, &typed))
                .transpose()?
                .map(|topic| map.topics_within(&topic))
                .unwrap_or_default(),
            late_on: late.then_some(today),
            since: since.map(read_day).transpose()?,
            // One more than is shown tells whether there is more.
            limit: limit.map(|most| most.saturating_add(1)),
        };
        let mut register = match context.open(Access::Read) {
            Ok(register) => Some(register),
            // Before the first report there is no register yet, and nothing is unanswered. It is said, in case another was meant.
            Err(Failure::Register(RegisterError::Missing { path })) => {
                let path = crate::render::harmless::line(&path.display().to_string());
                context.terminal.status(&context.texts.say("status-no-register", &[("path", path.into())]));
                None
            }
            Err(failure) => return Err(failure),
        };
        let most = limit.map_or(usize::MAX, |most| usize::try_from(most).unwrap_or(usize::MAX));
        if !context.is_drawn() {
            let filter = Filter { limit, ..filter };
            let read = move |each: &mut dyn FnMut(Row) -> ControlFlow<()>| match &mut register {
                Some(register) => register.list(&filter, each),
                None => Ok(()),
            };
            return Ok(Box::new(Streamed(ListedRows { read, zone, today, exit_code, listed: 0 })));
        }
        let all_unanswered = filter == Filter::default();
        let mut rows = Vec::new();
        if let Some(mut register) = register {
            let mut each = |row| {
                rows.push(row);
                ControlFlow::Continue(())
            };
            register.list(&filter, &mut each).map_err(Failure::Register)?;
        }
        let more = rows.len() > most;
        rows.truncate(most);
        Ok(Box::new(Listed { rows, zone, today, more, all_unanswered, exit_code }))
    }
}
