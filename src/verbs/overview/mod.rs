//! `seinhuis overview`

pub mod answer;

use std::path::PathBuf;

use clap::Args;

use crate::context::Context;
use crate::context::output_file::{self, OutputPlace};
use crate::domain::time::{Day, Moment};
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;
use crate::output::mark::Mark;
use crate::overview::{Overview, Tallies, WorkingDayCounter};
use crate::register::OutcomeFilter;
use crate::verbs::facts;
use crate::verbs::overview::answer::{OverviewGroups, OverviewScope, OverviewView, page};

/// Show what can be learned from what was reported (coordinator)
///
/// Of the signals in which your organisation has a part; for the coordinator of the map of all.
///
/// For each responsibility in the map and each topic: how many signals, how long until feedback,
/// where signals bounce, and as what else they turned out; and which topics nobody owns, or several
/// do. It ranks nobody. Counts under five are not shown, and no words.
///
/// Example: seinhuis overview --since 2026-01-01 --area waterdam --html overview.html
#[derive(Debug, Args)]
pub struct ShowOverview {
    /// Reported on or after this day: 2026-11-23
    #[arg(long, value_name = "DAY")]
    since: Option<String>,
    /// Reported on or before this day: 2026-12-31
    #[arg(long, value_name = "DAY")]
    until: Option<String>,
    /// In this area, and what lies in it
    #[arg(long, short = 'p', value_name = "PLACE")]
    area: Option<String>,
    /// About this topic as the main one, and what is part of it
    #[arg(long, short, value_name = "TOPIC")]
    topic: Option<String>,
    /// Write it to this file too, as a page in both languages with charts, for a browser and for
    /// paper; an older page that seinhuis made is replaced
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
}

impl ShowOverview {
    /// # Errors
    /// Something that the map does not know, a register that cannot be read, or as
    /// [`output_file::write`].
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer + '_>, CliError> {
        let Self {
            since,
            until,
            area,
            topic,
            html,
        } = self;
        let map = context.map()?;
        let settings = map.settings();
        let scope = OverviewScope {
            since: since
                .map(|typed| parse_day("--since", &typed, context))
                .transpose()?,
            until: until
                .map(|typed| parse_day("--until", &typed, context))
                .transpose()?,
            area: area.map(|typed| facts::area(context, &typed)).transpose()?,
            topic: topic
                .map(|typed| facts::topic(context, &typed))
                .transpose()?,
            counted_on: context.today()?,
        };
        let yardstick = WorkingDayCounter::new(settings.zone, &settings.calendar, scope.counted_on);
        let mut tallies = Tallies::new(yardstick);
        let filter = outcome_filter(&scope, context)?;
        // Before the first report there is nothing to learn from.
        let routes = match context.open_if_there()? {
            Some(mut register) => register
                .outcome_histories(&filter, &mut |course| tallies.count(course))
                .map_err(CliError::Register)?,
            None => Vec::new(),
        };
        let groups = OverviewGroups::new(Overview::of(&tallies.by_group(routes)), map);
        let mut view = OverviewView::new(scope, groups, map);
        if let Some(path) = html {
            let place = OutputPlace {
                option: "--html",
                typed: path.clone(),
                path: path.clone(),
                mark: Mark::Html,
            };
            output_file::write(place, &page::render(&view, &context.screen()))?;
            view.file = Some(path.display().to_string());
        }
        Ok(Box::new(view))
    }
}

fn outcome_filter(scope: &OverviewScope, context: &Context) -> Result<OutcomeFilter, CliError> {
    let (map, today) = (context.map()?, context.today()?);
    let OverviewScope {
        since,
        until,
        area,
        topic,
        counted_on: _,
    } = scope;
    Ok(OutcomeFilter {
        reader: Some(context.reader()?),
        areas: area
            .as_ref()
            .map_or_else(Vec::new, |area| map.areas_within(area, today)),
        topics: topic
            .as_ref()
            .map_or_else(Vec::new, |topic| map.topics_within(topic, today)),
        since: since.map(|day| start_of(day, context)).transpose()?,
        until: until
            .map(|day| start_of(day.plus(1), context))
            .transpose()?,
    })
}

fn parse_day(option: &'static str, typed: &str, context: &Context) -> Result<Day, CliError> {
    let zone = context.map()?.settings().zone;
    zone.read(typed)
        .map(|at| zone.day(at))
        .map_err(|_| CliError::BadValue {
            option,
            hint_key: "expected-day",
        })
}

fn start_of(day: Day, context: &Context) -> Result<Moment, CliError> {
    context
        .map()?
        .settings()
        .zone
        .read(&day.to_string())
        .map_err(|_| CliError::BadValue {
            option: "--since",
            hint_key: "expected-day",
        })
}
