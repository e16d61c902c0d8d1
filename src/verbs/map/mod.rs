//! `seinhuis map`: one file per task.

pub mod check;
pub mod diff;
pub mod graph;
pub mod schema;
pub mod show;
pub mod test;

use clap::{Args, Subcommand};

use crate::context::Context;
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;

/// Check the map, test it, and compare it
///
/// Example: seinhuis map check routes.yaml
#[derive(Debug, Args)]
pub struct Map {
    #[command(subcommand)]
    task: MapTask,
}

#[derive(Debug, Subcommand)]
enum MapTask {
    #[command(visible_alias = "controleer")]
    Check(check::CheckMap),
    #[command(visible_alias = "verschil")]
    Diff(diff::DiffMaps),
    #[command(visible_alias = "toets")]
    Test(test::TestMap),
    #[command(visible_alias = "toon")]
    Show(show::ShowMap),
    #[command(visible_alias = "teken")]
    Graph(graph::DrawGraph),
    Schema(schema::PrintSchema),
}

impl Map {
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer + '_>, CliError> {
        match self.task {
            MapTask::Check(check) => check.run(context),
            MapTask::Diff(diff) => diff.run(context),
            MapTask::Test(test) => test.run(context),
            MapTask::Show(show) => show.run(context),
            MapTask::Graph(graph) => graph.run(context),
            MapTask::Schema(schema) => Ok(schema.run()),
        }
    }
}
