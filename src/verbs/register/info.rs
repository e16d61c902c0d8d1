//! `seinhuis register info`

use clap::Args;
use serde_json::{Map, Value, json};

use crate::context::Context;
use crate::domain::time::Zone;
use crate::errors::cli_error::CliError;
use crate::output::answer::{Answer, Data};
use crate::output::decision::labelled;
use crate::output::screen::RenderContext;
use crate::register::{self, Access, Clock, WordsLeft};

/// Tell where the register is, its version, its size and how many signals it holds
///
/// Example: seinhuis register info
#[derive(Debug, Args)]
pub struct Info;

impl Info {
    /// # Errors
    /// A register that is not there or cannot be read.
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let info = context
            .open(Access::Read)?
            .info()
            .map_err(CliError::Register)?;
        let zone = context
            .map()
            .map_or(Zone::AMSTERDAM, |map| map.settings().zone);
        Ok(Box::new(InfoView { info, zone }))
    }
}

/// What there is to tell database a register.
struct InfoView {
    info: register::RegisterInfo,
    zone: Zone,
}

impl Data for InfoView {
    fn json(&self) -> Value {
        let register::RegisterInfo {
            database,
            counts,
            exports,
        } = &self.info;
        let left = |left: &WordsLeft| json!({ "at": left.at.in_zone(self.zone), "by": left.by.to_string(), "signals": left.signals });
        let signals: Map<String, Value> = counts
            .iter()
            .map(|(state, count)| (state.to_string(), json!(count)))
            .collect();
        json!({
            "place": database.place.to_string(), "schema": database.schema, "trial": database.made_by == Clock::Set, "engine": database.engine, "journal": database.journal, "bytes": database.bytes,
            "signals": signals, "exports": exports.iter().map(left).collect::<Vec<_>>(),
        })
    }
}

impl Answer for InfoView {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let register::RegisterInfo {
            database,
            counts,
            exports,
        } = &self.info;
        let describe = |(state, count): &(crate::domain::signal_state::State, u64)| {
            format!("{count} {}", screen.label("state", *state))
        };
        let rows = [
            ("register-place", database.place.to_string()),
            ("register-schema", self.schema(screen)),
            (
                "register-engine",
                format!("{} ({})", database.engine, database.journal),
            ),
            (
                "register-size",
                screen.tr(
                    "register-kilobytes",
                    &[("count", (database.bytes / 1024).into())],
                ),
            ),
            (
                "register-signals",
                counts.iter().map(describe).collect::<Vec<_>>().join(", "),
            ),
            ("register-exports", exports_text(exports, screen)),
        ];
        labelled(&rows.map(|(key, said)| (screen.tr0(key), crate::output::escape::line(&said))))
    }
}

impl InfoView {
    /// Which schema the register has, and whether it is there to try with.
    fn schema(&self, screen: &RenderContext<'_>) -> String {
        let register::DatabaseInfo {
            schema, made_by, ..
        } = &self.info.database;
        let version = match schema {
            0 => screen.tr0("register-draft"),
            version => version.to_string(),
        };
        match made_by {
            Clock::System => version,
            Clock::Set => format!("{version}, {}", screen.tr0("register-trial")),
        }
    }
}

/// How often words left the register in an export, and the last time.
fn exports_text(exports: &[WordsLeft], screen: &RenderContext<'_>) -> String {
    let Some(WordsLeft { at, by, signals }) = exports.last() else {
        return screen.tr0("register-no-exports");
    };
    let args = [
        ("times", exports.len().into()),
        ("day", screen.day(screen.zone().day(*at)).into()),
        ("clock", screen.clock(*at).to_string().into()),
        ("by", screen.organisation(by).to_owned().into()),
        ("count", (*signals).into()),
    ];
    screen.tr("register-exports-last", &args)
}
