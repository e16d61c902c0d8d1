//! `seinhuis register info`

use clap::Args;
use serde::Serialize;

use crate::context::Context;
use crate::domain::codes::OrganisationId;
use crate::domain::signal_state::State;
use crate::domain::time::Zone;
use crate::output::answer::Answer;
use crate::output::decision::labelled;
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::register::{Access, Clock, ExportTrace, RegisterInfo};
use crate::verbs::AnswerResult;

/// Tell where the register is, its version, its size and how many signals it holds
///
/// A register keeps the map that it was first recorded with. Whoever records with a map that has
/// another id (without an id: another name) is warned, until you accept that map.
///
/// Example: seinhuis register info
#[derive(Debug, Args)]
pub struct Info {
    /// The map of today is the right one from now on: warn no more
    #[arg(long)]
    accept_map: bool,
}

impl Info {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        // Only read when it is there: a missing register is not made.
        let mut info = context.open(Access::Read)?.info()?;
        if self.accept_map {
            let map = context.map()?.settings().which();
            context
                .open(Access::Write(context.clock))?
                .accept_map(map)?;
            info.map = Some(map.to_owned());
        }
        let zone = context
            .map()
            .map_or(Zone::AMSTERDAM, |map| map.settings().zone);
        Ok(Box::new(InfoView {
            has_recorded: self.accept_map,
            ..InfoView::new(info, zone)
        }))
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct InfoView {
    place: String,
    schema: u32,
    trial: bool,
    engine: String,
    journal: String,
    bytes: u64,
    signals: SignalCounts,
    map: Option<String>,
    exports: Vec<ExportTraceView>,
    #[serde(skip)]
    counts: Vec<(State, u64)>,
    #[serde(skip)]
    last_export: Option<ExportTrace>,
    #[serde(skip)]
    has_recorded: bool,
}

/// How many signals are in each state.
#[derive(Default, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct SignalCounts {
    offered: u64,
    accepted: u64,
    answered: u64,
    closed: u64,
    withdrawn: u64,
}

/// An export by which words left the register.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ExportTraceView {
    at: String,
    by: OrganisationId,
    signals: usize,
    /// Why, when all words of all signals left.
    because: Option<String>,
}

impl InfoView {
    fn new(info: RegisterInfo, zone: Zone) -> Self {
        let RegisterInfo {
            database,
            counts,
            map,
            exports,
        } = info;
        Self {
            place: database.place.to_string(),
            schema: database.schema,
            trial: database.made_by == Clock::Set,
            engine: database.engine,
            journal: database.journal,
            bytes: database.bytes,
            signals: SignalCounts::new(&counts),
            map,
            exports: exports
                .iter()
                .map(|export| ExportTraceView {
                    at: export.at.in_zone(zone),
                    by: export.by.clone(),
                    signals: export.signals,
                    because: export
                        .because
                        .as_ref()
                        .map(|words| words.as_str().to_owned()),
                })
                .collect(),
            counts,
            last_export: exports.into_iter().next_back(),
            has_recorded: false,
        }
    }

    /// The version of the schema, and whether the register is a trial.
    fn schema_text(&self, screen: &RenderContext<'_>) -> String {
        let version = match self.schema {
            0 => screen.tr0("register-draft"),
            version => version.to_string(),
        };
        if self.trial {
            format!("{version}, {}", screen.tr0("register-trial"))
        } else {
            version
        }
    }

    fn signals_text(&self, screen: &RenderContext<'_>) -> String {
        let counts = self.counts.iter();
        let texts =
            counts.map(|(state, count)| format!("{count} {}", screen.label("state", *state)));
        texts.collect::<Vec<_>>().join(", ")
    }

    fn map_text(&self, screen: &RenderContext<'_>) -> String {
        let none = || screen.tr0("register-no-map");
        self.map.clone().unwrap_or_else(none)
    }

    /// How often words left the register in an export, and when last.
    fn exports_text(&self, screen: &RenderContext<'_>) -> String {
        let Some(ExportTrace {
            at,
            by,
            signals,
            because: _, // Of which the whole is in the JSON.
        }) = &self.last_export
        else {
            return screen.tr0("register-no-exports");
        };
        let args = [
            ("times", self.exports.len().into()),
            ("day", screen.day(screen.zone().day(*at)).into()),
            ("clock", screen.clock(*at).to_string().into()),
            ("by", screen.organisation(by).into()),
            ("count", (*signals).into()),
        ];
        screen.tr("register-exports-last", &args)
    }
}

impl SignalCounts {
    fn new(counts: &[(State, u64)]) -> Self {
        let mut all = Self::default();
        for (state, count) in counts {
            *match state {
                State::Offered => &mut all.offered,
                State::Accepted => &mut all.accepted,
                State::Answered => &mut all.answered,
                State::Closed => &mut all.closed,
                State::Withdrawn => &mut all.withdrawn,
            } += count;
        }
        all
    }
}

impl Answer for InfoView {
    fn has_recorded(&self) -> bool {
        self.has_recorded
    }

    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let size = screen.tr1("register-kilobytes", "count", self.bytes / 1024);
        let rows = [
            ("register-place", self.place.clone()),
            ("register-schema", self.schema_text(screen)),
            (
                "register-engine",
                format!("{} ({})", self.engine, self.journal),
            ),
            ("register-size", size),
            ("register-signals", self.signals_text(screen)),
            ("register-map", self.map_text(screen)),
            ("register-exports", self.exports_text(screen)),
        ];
        labelled(&rows.map(|(key, text)| (screen.tr0(key), escape::line(&text))))
    }
}
