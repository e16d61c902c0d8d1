//! `seinhuis register`

use clap::{Args, Subcommand};
use serde_json::{Map, Value, json};

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::register::{Access, Info};
use crate::render::answer::Answer;
use crate::render::decision::labelled;
use crate::render::screen::Screen;

/// Look after the register: where it is and what it holds
///
/// Example: seinhuis register info
#[derive(Debug, Args)]
pub struct Register {
    #[command(subcommand)]
    task: RegisterTask,
}

#[derive(Debug, Subcommand)]
enum RegisterTask {
    /// Tell where the register is, its version, its size and how many signals it holds
    Info,
}

impl Register {
    /// Does it.
    ///
    /// # Errors
    /// A register that is not there or cannot be read.
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, Failure> {
        let RegisterTask::Info = self.task;
        let info = context.open(Access::Read)?.info().map_err(Failure::Register)?;
        Ok(Box::new(Told(info)))
    }
}

/// What there is to tell about a register.
struct Told(Info);

impl Answer for Told {
    fn json(&self) -> Value {
        let Info { about, counts } = &self.0;
        let signals: Map<String, Value> = counts.iter().map(|(state, count)| (state.to_string(), json!(count))).collect();
        json!({ "place": about.place, "schema": about.schema, "engine": about.engine, "journal": about.journal, "bytes": about.bytes, "signals": signals })
    }

    fn sentences(&self, screen: &Screen<'_>) -> String {
        let Info { about, counts } = &self.0;
        let told = |(state, count): &(crate::domain::case::State, u64)| format!("{count} {}", screen.code("state", *state));
        let rows = [
            ("register-place", about.place.clone()),
            ("register-schema", about.schema.to_string()),
            ("register-engine", format!("{} ({})", about.engine, about.journal)),
            ("register-size", screen.say("register-kilobytes", &[("count", u32::try_from(about.bytes / 1024).unwrap_or(u32::MAX).into())])),
            ("register-signals", counts.iter().map(told).collect::<Vec<_>>().join(", ")),
        ];
        labelled(&rows.map(|(key, said)| (screen.plain(key), crate::render::harmless::line(&said))))
    }
}
