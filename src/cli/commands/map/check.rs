//! `seinhuis map check`

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::render::answer::Answer;
use crate::render::screen::Screen;
use crate::routes_file;
use crate::routing::map::RouteMap;

/// Read the map and report every fault, with file, line and column
#[derive(Debug, Args)]
pub struct Check {
    /// The map; else the one of --routes
    #[arg(value_name = "PATH")]
    path: Option<PathBuf>,
}

impl Check {
    /// Does it.
    ///
    /// # Errors
    /// Every fault of the map.
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, Failure> {
        let checked = match self.path {
            Some(path) => Checked::of(&routes_file::load(&path).map_err(Failure::Map)?),
            None => Checked::of(context.map()?),
        };
        Ok(Box::new(checked))
    }
}

/// A map without faults, counted.
struct Checked {
    name: String,
    digest: String,
    organisations: usize,
    responsibilities: usize,
    topics: usize,
    areas: usize,
}

impl Checked {
    fn of(map: &RouteMap) -> Self {
        let settings = map.settings();
        Self {
            name: settings.name.clone(),
            digest: settings.digest.clone(),
            organisations: map.organisations().len(),
            responsibilities: map.responsibilities().len(),
            topics: map.topics().len(),
            areas: map.areas().len(),
        }
    }
}

impl Answer for Checked {
    fn json(&self) -> Value {
        let Self { name, digest, organisations, responsibilities, topics, areas } = self;
        json!({ "name": name, "digest": digest, "organisations": organisations, "responsibilities": responsibilities, "topics": topics, "areas": areas, "faults": [] })
    }

    fn sentences(&self, screen: &Screen<'_>) -> String {
        let args = [
            ("name", (&self.name).into()),
            ("organisations", self.organisations.into()),
            ("responsibilities", self.responsibilities.into()),
            ("topics", self.topics.into()),
            ("areas", self.areas.into()),
        ];
        screen.say("checked-map", &args)
    }
}
