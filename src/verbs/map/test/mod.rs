//! `seinhuis map test`

pub mod answer;

use std::path::{Path, PathBuf};

use clap::Args;

use crate::context::Context;
use crate::errors::cli_error::CliError;
use crate::map_analysis::coverage::Coverage;
use crate::map_file::{Cases, cases_of, load_cases};
use crate::output::answer::Answer;
use crate::verbs::map::test::answer::{CoverageView, FailedCase, TestView};

/// Decide on the cases that you agreed on, and show where the map says otherwise
///
/// The cases stand beside the map: routes.test.yaml beside routes.yaml, *.test.yaml in a folder of
/// files. docs/map-tests.md tells how they are written. Ends with 4 when a case is not as agreed.
///
/// Example: seinhuis map test --coverage
#[derive(Debug, Args)]
pub struct TestMap {
    /// The file with cases, or a folder of them; else the one beside the map
    #[arg(value_name = "PATH")]
    path: Option<PathBuf>,
    /// Also list the responsibilities and topics that no case tries
    #[arg(long)]
    coverage: bool,
}

impl TestMap {
    /// # Errors
    /// Every fault of the map or of the cases, or that there are no cases.
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let Self { path, coverage } = self;
        let map = context.map()?;
        let routes = context.map_path();
        let path = path.unwrap_or_else(|| cases_of(routes));
        let Cases { files, all } = load_cases(&path, map, context.now).map_err(CliError::Cases)?;
        let zone = map.settings().zone;
        let map_name = Some(routes)
            .filter(|routes| *routes != Path::new("routes.yaml"))
            .map(Path::to_string_lossy);
        let failures = all
            .iter()
            .map(|case| (case, case.run(map, context.now)))
            .filter(|(_, tried)| !tried.agrees())
            .map(|(case, tried)| FailedCase::new(case, &tried, zone, map_name.as_deref()));
        let coverage =
            coverage.then(|| CoverageView::new(&Coverage::of(map, &all, context.now), map));
        Ok(Box::new(TestView::new(
            files,
            all.len(),
            failures.collect(),
            coverage,
            map.settings().digest.clone(),
        )))
    }
}
