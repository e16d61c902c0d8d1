//! `seinhuis map show`

pub mod answer;

use clap::Args;

use crate::context::Context;
use crate::errors::cli_error::CliError;
use crate::map_analysis::claims::ClaimFilter;
use crate::output::answer::Answer;
use crate::verbs::facts;
use crate::verbs::map::show::answer::claims::ClaimsView;
use crate::verbs::map::show::answer::portrait::Portrait;
use crate::verbs::map::show::answer::summary::MapSummary;

/// Show the map: its areas, organisations and topics, or who has agreed to own what
///
/// Without an option it shows what the map holds. With --area, --topic or --owner it shows what is
/// agreed there, as it is written; who owns one signal is for seinhuis route. With --owner alone it
/// tells everything about that organisation.
///
/// Example: seinhuis map show --area waterdam --topic parenting
#[derive(Debug, Args)]
pub struct ShowMap {
    /// Who owns what in this area, with what lies in it and around it
    #[arg(long, short = 'p', value_name = "PLACE")]
    area: Option<String>,
    /// Who owns this topic, with its parts and what it is part of
    #[arg(long, short, value_name = "TOPIC")]
    topic: Option<String>,
    /// What this organisation owns
    #[arg(long, value_name = "ORGANISATION")]
    owner: Option<String>,
    /// All that is agreed in the whole map
    #[arg(long, conflicts_with_all = ["area", "topic", "owner"])]
    all: bool,
}

impl ShowMap {
    /// # Errors
    /// A map with faults, or something that the map does not know.
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer + '_>, CliError> {
        let Self {
            area,
            topic,
            owner,
            all,
        } = self;
        let map = context.map()?;
        let area = area.map(|typed| facts::area(context, &typed)).transpose()?;
        let topic = topic
            .map(|typed| facts::topic(context, &typed))
            .transpose()?;
        let owner = owner
            .map(|typed| context.organisation("--owner", &typed))
            .transpose()?;
        let filter = ClaimFilter {
            area: area.and_then(|area| map.area_ix(&area)),
            topic: topic.and_then(|topic| map.topic_ix(&topic)),
            owner,
        };
        if filter == ClaimFilter::default() && !all {
            return Ok(Box::new(MapSummary::new(map)));
        }
        let owner_alone = filter
            .owner
            .as_ref()
            .filter(|_| filter.area.is_none() && filter.topic.is_none());
        let claims = ClaimsView::new(map, map.claims(&filter), context.today()?);
        Ok(
            match owner_alone.and_then(|owner| map.organisation(owner)) {
                Some(organisation) => Box::new(Portrait {
                    claims,
                    organisation,
                }),
                None => Box::new(claims),
            },
        )
    }
}
