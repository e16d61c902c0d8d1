//! `seinhuis map schema`

use clap::Args;
use serde_json::Value;

use crate::domain::invariant::Invariant as _;
use crate::map_file::SCHEMA;
use crate::output::answer::{Answer, Data};
use crate::output::screen::RenderContext;

/// Print the JSON Schema of the map, so that an editor completes and checks it
///
/// Write it to a file beside the map and name it on the map's first line:
/// "# yaml-language-server: $schema=routes.schema.json"
///
/// Example: seinhuis map schema > routes.schema.json
#[derive(Debug, Args)]
pub struct Schema {}

impl Schema {
    #[must_use]
    pub fn run(self) -> Box<dyn Answer> {
        let Self {} = self;
        Box::new(TheSchema)
    }
}

/// What an editor needs to know of the format.
struct TheSchema;

impl Data for TheSchema {
    fn json(&self) -> Value {
        serde_json::from_str(SCHEMA).certain("the schema is JSON")
    }
}

impl Answer for TheSchema {
    fn sentences(&self, _screen: &RenderContext<'_>) -> String {
        SCHEMA.to_owned()
    }

    fn is_document(&self) -> bool {
        true
    }
}
