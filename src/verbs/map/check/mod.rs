//! `seinhuis map check`

pub mod answer;

use std::collections::BTreeSet;
use std::path::Path;

use clap::Args;

use crate::context::Context;
use crate::domain::codes::CodeEnum as _;
use crate::domain::suggestion::nearest;
use crate::errors::cli_error::CliError;
use crate::exit_code::Exit;
use crate::map_analysis::check::{self, Check};
use crate::map_file::{self, MapFaults};
use crate::output::answer::Answer;
use crate::output::error_report::ErrorReport;
use crate::output::escape;
use crate::verbs::map::check::answer::{CheckView, CheckedMap, ChecksView};

/// Find everything that is wrong with the map: disputes, gaps, claims that never win, old contacts
///
/// Each finding tells where it stands, for which signals, what to do, and a command that shows it.
/// Errors end with exit code 4; with --strict warnings do too.
///
/// Example: seinhuis map check routes.yaml --strict
#[derive(Debug, Args)]
pub struct CheckMap {
    /// The map; else the one of --routes
    #[arg(value_name = "PATH")]
    path: Option<String>,
    /// Tell which checks there are and what each sees to, and check nothing
    #[arg(long)]
    list: bool,
    /// Skip this check; more than once for more of them
    #[arg(long, value_name = "NAME")]
    allow: Vec<String>,
    /// End with exit code 4 for a warning too
    #[arg(long)]
    strict: bool,
}

impl CheckMap {
    /// # Errors
    /// A check that does not exist or may not be skipped, or files that cannot be read.
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let Self {
            path,
            list,
            allow,
            strict,
        } = self;
        if list {
            return Ok(Box::new(ChecksView::all()));
        }
        let skipped: BTreeSet<Check> = allow
            .iter()
            .map(|typed| skippable_check(typed, context))
            .collect::<Result<_, _>>()?;
        let map_path = path
            .as_deref()
            .or_else(|| context.settings.value("routes"))
            .unwrap_or("routes.yaml");
        let checked = match map_file::load_with_files(Path::new(map_path)) {
            Ok((map, files)) => {
                let findings = check::check(&map, map.day(context.now), &skipped);
                CheckedMap::Map {
                    map: Box::new(map),
                    files,
                    findings,
                }
            }
            Err(faults) if is_about_files(&faults) => return Err(CliError::Map(faults)),
            Err(faults) => CheckedMap::Faults(faults),
        };
        Ok(Box::new(CheckView::new(
            checked,
            skipped,
            strict,
            path.as_deref(),
        )))
    }
}

/// Whether files could not be read, so that there is no map to check.
fn is_about_files(faults: &MapFaults) -> bool {
    faults
        .faults
        .iter()
        .any(|fault| fault.problem.check().is_none())
}

/// The check with this name, unless it may not be skipped.
fn skippable_check(typed: &str, context: &Context) -> Result<Check, CliError> {
    let texts = &context.texts;
    let report = match Check::from_code(typed) {
        Some(check) if check.may_be_skipped() => return Ok(check),
        Some(check) => {
            let error = texts.tr("error-check-needed", &[("name", check.code().into())]);
            ErrorReport::new("check-needed", Exit::Usage, error).hint(texts.tr0("hint-checks"))
        }
        None => {
            let name = escape::name(typed);
            let error = texts.tr("error-no-such-check", &[("name", name.into())]);
            let hint = match nearest(typed, Check::ALL.iter().map(|check| check.code())) {
                Some(near) => texts.tr("map-did-you-mean", &[("word", near.into())]),
                None => texts.tr0("hint-checks"),
            };
            ErrorReport::new("no-such-check", Exit::Usage, error).hint(hint)
        }
    };
    Err(CliError::Usage(Box::new(report)))
}
