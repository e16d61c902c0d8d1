//! `seinhuis map schema`

use clap::Args;
use serde::Serialize;
use serde_json::Value;

use crate::domain::invariant::Invariant as _;
use crate::map_file::SCHEMA;
use crate::output::answer::Answer;
use crate::output::screen::RenderContext;

/// Print the JSON Schema of the map, so that an editor completes and checks it
///
/// Write it to a file beside the map and name it on the map's first line:
/// "# yaml-language-server: $schema=routes.schema.json"
///
/// Example: seinhuis map schema > routes.schema.json
#[derive(Debug, Args)]
pub struct PrintSchema {}

impl PrintSchema {
    pub fn run(self) -> Box<dyn Answer> {
        let Self {} = self;
        let schema = serde_json::from_str(SCHEMA).certain("the schema is JSON");
        Box::new(MapSchema(schema))
    }
}

#[derive(Serialize)]
struct MapSchema(Value);

impl Answer for MapSchema {
    fn sentences(&self, _screen: &RenderContext<'_>) -> String {
        SCHEMA.to_owned()
    }

    fn is_document(&self) -> bool {
        true
    }
}
