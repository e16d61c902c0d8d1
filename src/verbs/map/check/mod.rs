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
use crate::map_analysis::check::{self, Check as Name};
use crate::map_file::{self, MapFaults};
use crate::output::answer::Answer;
use crate::output::error_report::ErrorReport;
use crate::output::escape;
use crate::verbs::map::check::answer::{CheckView, CheckedMap, Checks};

/// Find everything that is wrong with the map: disputes, gaps, claims that never win, old contacts
///
/// Each finding tells where it stands, for which signals, what to do, and a command that shows it.
/// Errors end with exit code 4; with --strict warnings do too.
///
/// Example: seinhuis map check routes.yaml --strict
#[derive(Debug, Args)]
pub struct Check {
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

impl Check {
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
            return Ok(Box::new(Checks));
        }
        let skipped: BTreeSet<Name> = allow
            .iter()
            .map(|typed| may_be_skipped(typed, context))
            .collect::<Result<_, _>>()?;
        let place = path
            .as_deref()
            .or_else(|| context.settings.value("routes"))
            .unwrap_or("routes.yaml");
        let what = match map_file::load_with_files(Path::new(place)) {
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
        Ok(Box::new(CheckView {
            what,
            skipped: skipped.into_iter().collect(),
            strict,
            path,
        }))
    }
}

/// Whether there is no map to find anything in.
fn is_about_files(faults: &MapFaults) -> bool {
    faults
        .faults
        .iter()
        .any(|fault| fault.problem.check().is_none())
}

/// The check with this name.
fn may_be_skipped(typed: &str, context: &Context) -> Result<Name, CliError> {
    let usage = |kind, error: String, hint: String| {
        CliError::Usage(Box::new(
            ErrorReport::new(kind, Exit::Usage, error).hint(hint),
        ))
    };
    let texts = &context.texts;
    match Name::from_code(typed) {
        Some(check) if check.may_be_skipped() => Ok(check),
        Some(check) => {
            let error = texts.tr("error-check-needed", &[("name", check.code().into())]);
            Err(usage("check-needed", error, texts.tr0("hint-checks")))
        }
        None => {
            let error = texts.tr(
                "error-no-such-check",
                &[("name", escape::name(typed).into())],
            );
            let hint = match nearest(typed, Name::ALL.iter().map(|check| check.code())) {
                Some(near) => texts.tr("map-did-you-mean", &[("word", near.into())]),
                None => texts.tr0("hint-checks"),
            };
            Err(usage("no-such-check", error, hint))
        }
    }
}
