//! `seinhuis list`

pub mod answer;

use std::ops::ControlFlow;

use clap::Args;

use crate::context::Context;
use crate::context::args::choice_parser;
use crate::domain::signal_state::State;
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;
use crate::output::streamed::Streamed;
use crate::register::{Filter, Register, RegisterError, Sort};
use crate::verbs::filter_args::{FilterArgs, open_quietly};
use crate::verbs::list::answer::{
    Column, CountView, ListKind, ListView, ListedRows, ListedSignal, Viewpoint,
};

/// List what is unanswered, the oldest promise first
///
/// Those in which your organisation has a part: that it sent, owns or coordinates, in which it is
/// involved, or that it is asked to take over. The coordinator of the map sees all. Never shows words
/// about a family. In a pipe it writes columns with tabs between them and ISO dates.
///
/// Example: seinhuis list --inbox
#[derive(Debug, Args)]
pub struct List {
    /// That wait for your organisation, with the next step
    #[arg(long, conflicts_with_all = ["waiting_for", "mine"])]
    inbox: bool,
    /// That your organisation sent, also those whose answer you have not confirmed
    #[arg(long, conflicts_with = "sender")]
    mine: bool,
    #[command(flatten)]
    filter_args: FilterArgs,
    /// That have ended, closed or withdrawn, the newest first
    #[arg(long, conflicts_with_all = ["state", "late", "silent", "inbox", "waiting_for"])]
    closed: bool,
    /// In this order
    #[arg(long, value_name = "ORDER", value_parser = choice_parser::<Sort>())]
    sort: Option<Sort>,
    /// At most so many
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    limit: Option<u32>,
    /// These columns, in this order
    #[arg(long, value_name = "COLUMN", value_delimiter = ',', value_parser = choice_parser::<Column>())]
    columns: Vec<Column>,
    /// Only how many
    #[arg(long, conflicts_with_all = ["sort", "limit", "columns"])]
    count: bool,
    /// End with exit code 6 when anything is listed
    #[arg(long)]
    exit_code: bool,
}

impl List {
    /// # Errors
    /// Something that the map does not know, or a register that cannot be read.
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let states = self.states();
        let Self {
            inbox,
            mine,
            filter_args,
            closed,
            sort,
            limit,
            columns,
            count,
            exit_code,
        } = self;
        let in_area = filter_args.area.is_some();
        let mut filter = filter_args.filter(context, states)?;
        if in_area {
            tell_of_unknown_areas(context, &filter)?;
        }
        if inbox {
            let codes = context.codes_of(context.acting_as()?)?;
            filter.waiting_for = Some((codes, context.today()?));
        }
        if mine {
            filter.sender = Some(context.codes_of(context.acting_as()?)?);
        }
        let chooses_all = Filter {
            reader: None,
            ..filter.clone()
        } == Filter::default();
        let kind = match () {
            () if inbox => ListKind::Inbox,
            () if closed => ListKind::Ended,
            () if mine => ListKind::Sent,
            () if chooses_all => ListKind::Unanswered,
            () => ListKind::Filtered,
        };
        filter.sort = sort.unwrap_or(Sort::Due);
        filter.of_colleagues = true;
        let mut register = context.open_if_there()?;
        if count {
            let count = register
                .as_mut()
                .map_or(Ok(0), |register| register.count(&filter))
                .map_err(CliError::Register)?;
            return Ok(Box::new(CountView { count, exit_code }));
        }
        let view = viewpoint(context, inbox || mine)?;
        if !context.is_drawn() {
            filter.limit = limit;
            return Ok(Box::new(Streamed(ListedRows {
                register,
                filter,
                view,
                columns,
                exit_code,
                listed: 0,
            })));
        }
        let (signals, more) = read(register, filter, limit, &view).map_err(CliError::Register)?;
        Ok(Box::new(ListView {
            signals,
            view,
            columns,
            kind,
            more,
            exit_code,
        }))
    }

    /// The states of the signals that are listed unless others are asked for.
    fn states(&self) -> &'static [State] {
        if self.closed {
            &[State::Closed, State::Withdrawn]
        } else if self.inbox || self.mine || self.filter_args.waiting_for.is_some() {
            State::OPEN
        } else {
            State::UNANSWERED
        }
    }
}

/// Says how many are left out of an area because the map of today does not know where they are.
fn tell_of_unknown_areas(context: &Context, filter: &Filter) -> Result<(), CliError> {
    let Some(mut register) = open_quietly(context)? else {
        return Ok(());
    };
    let (map, today) = (context.map()?, context.today()?);
    let areas = register.areas_in_use().map_err(CliError::Register)?;
    let unknown: Vec<_> = (areas.into_iter())
        .filter(|area| map.area_ix_on(area, today).is_none())
        .collect();
    if unknown.is_empty() || filter.areas.iter().all(|area| unknown.contains(area)) {
        return Ok(());
    }
    let elsewhere = Filter {
        areas: unknown,
        ..filter.clone()
    };
    let count = register.count(&elsewhere).map_err(CliError::Register)?;
    if count > 0 {
        let text = context
            .texts
            .tr("list-unknown-areas", &[("count", count.into())]);
        context.terminal.status(&text);
    }
    Ok(())
}

fn viewpoint(context: &Context, own_steps: bool) -> Result<Viewpoint, CliError> {
    let settings = context.map()?.settings();
    let reader = context.codes_of(context.acting_as()?)?;
    let calendar = settings.calendar.clone();
    let today = context.today()?;
    Ok(Viewpoint::new(
        settings.zone,
        today,
        calendar,
        reader,
        own_steps,
    ))
}

/// The signals, at most `limit`, and whether there are more.
fn read(
    register: Option<Register>,
    mut filter: Filter,
    limit: Option<u32>,
    view: &Viewpoint,
) -> Result<(Vec<ListedSignal>, bool), RegisterError> {
    // One more than is shown, to know whether there are more.
    filter.limit = limit.map(|most| most.saturating_add(1));
    let mut signals = Vec::new();
    if let Some(mut register) = register {
        register.list(&filter, &mut |row| {
            signals.push(view.signal(row));
            ControlFlow::Continue(())
        })?;
    }
    let most = limit.and_then(|most| usize::try_from(most).ok());
    let more = most.is_some_and(|most| signals.len() > most);
    signals.truncate(most.unwrap_or(usize::MAX));
    Ok((signals, more))
}
