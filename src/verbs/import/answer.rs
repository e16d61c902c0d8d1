//! The answer to `import`: how many signals were recorded, who owns them, and for a script each of
//! them.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;
use serde_json::Value;

use crate::domain::access::Reader;
use crate::domain::codes::OrganisationId;
use crate::domain::event::Basis;
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::State;
use crate::domain::time::Day;
use crate::exchange::import::{History, RowSpool};
use crate::exit_code::Exit;
use crate::output::answer::{Answer, Data};
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::output::streamed::{RowSink, RowStream, Unwritten};
use crate::register::{
    Batch, BatchOutcome, OutcomeLine, Receipt, ReportOutcome, RestoreOutcome, ToldSignal,
};

/// How many signals each organisation owns, and why.
pub type Owners = BTreeMap<(OrganisationId, Basis), u64>;

/// What became of the rows of a file.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ImportView {
    pub dry_run: bool,
    pub recorded: u64,
    /// ReportOutcome, or found recorded, by earlier runs with the same file.
    pub earlier: u64,
    pub already_recorded: usize,
    /// How many of those are withdrawn, as far as that is told.
    pub withdrawn: usize,
    /// Of how many of those it is not told who owns them.
    pub not_told: usize,
    /// How many rows were turned down.
    pub rejected: u64,
    /// The file of those rows.
    pub rejects: Option<String>,
    pub owners: Vec<OwnerCount>,
    /// Of the last signal that was recorded.
    pub receipt: Option<Receipt>,
    /// How many would be recorded, when nothing was to be.
    #[serde(skip)]
    pub would_be: u64,
    #[serde(skip)]
    pub signals: Signals,
    /// Whether the form of the answer has a row for each signal.
    #[serde(skip)]
    pub by_row: bool,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OwnerCount {
    owner: OrganisationId,
    basis: Basis,
    signals: u64,
}

/// A row of the file that became a signal, or would.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ImportedRow<'a> {
    row: u64,
    id: Option<SignalId>,
    reference: Option<&'a str>,
    recorded: bool,
    already_recorded: bool,
    /// Of what was there already this and what follows are `None` as far as they are not told.
    state: Option<State>,
    owner: Option<&'a OrganisationId>,
    basis: Option<Basis>,
    accept_by: Option<Day>,
    feedback_by: Option<Day>,
}

/// The keys of an [`ImportedRow`].
const FIELDS: [&str; 10] = [
    "row",
    "id",
    "reference",
    "recorded",
    "already_recorded",
    "state",
    "owner",
    "basis",
    "accept_by",
    "feedback_by",
];

/// The signals of a file.
pub enum Signals {
    /// Reports, and what became of them.
    Reports(Box<Batch>, BatchOutcome),
    /// Histories, without those that could not be recorded.
    Histories(Vec<OutcomeLine>),
}

impl Signals {
    /// The spooled histories, and what became of each. `hearer` is told of what is there already.
    ///
    /// # Errors
    /// They cannot be read again.
    pub fn histories(
        spool: &mut RowSpool,
        restored: Vec<RestoreOutcome>,
        hearer: Option<&Reader>,
    ) -> io::Result<Self> {
        let mut lines = Vec::new();
        for (history, restored) in spool.histories()?.zip(restored) {
            let (row, history) = history?;
            let line = history_line(row, &history);
            match restored {
                Ok(ReportOutcome::New) => lines.push(line),
                Ok(ReportOutcome::Existing(already)) => {
                    lines.push(line.of(already.told_to(hearer)));
                }
                Err(_) => {}
            }
        }
        Ok(Signals::Histories(lines))
    }

    /// Who owns them, and why, as far as it is told. Signals that were there already count as they
    /// stand; nobody owns the follow-up of what was withdrawn.
    ///
    /// # Errors
    /// They cannot be read again.
    pub fn owners(&mut self) -> io::Result<Owners> {
        let mut owners = Owners::new();
        self.lines(&mut |line| {
            let signal = &line.signal;
            if let Some(owner) = &signal.owner
                && signal.state != Some(State::Withdrawn)
            {
                *owners.entry(owner.clone()).or_default() += 1;
            }
            Ok(())
        })?;
        Ok(owners)
    }

    fn lines(&mut self, each: &mut dyn FnMut(&OutcomeLine) -> io::Result<()>) -> io::Result<()> {
        match self {
            Signals::Reports(batch, outcome) => batch.lines(outcome, &mut |line| each(&line)),
            Signals::Histories(lines) => lines.iter().try_for_each(each),
        }
    }

    /// Each signal that was there already.
    fn already_recorded(&self) -> Vec<&ToldSignal> {
        match self {
            Signals::Reports(_, outcome) => {
                let already = outcome.already.iter();
                already.map(|(_, existing)| existing).collect()
            }
            Signals::Histories(lines) => {
                let already = lines.iter().filter(|line| line.already);
                already.map(|line| &line.signal).collect()
            }
        }
    }

    fn earlier(&self) -> u64 {
        match self {
            Signals::Reports(_, outcome) => outcome.earlier - outcome.earlier_conflicts,
            Signals::Histories(_) => 0,
        }
    }
}

fn history_line(row: u64, history: &History) -> OutcomeLine {
    let (reported, case) = (&history.story.reported, &history.story.case);
    let reference = reported.reference.as_ref();
    OutcomeLine {
        row,
        reference: reference.map(|reference| reference.as_str().to_owned()),
        already: false,
        signal: ToldSignal {
            id: reported.id,
            state: Some(case.state()),
            accept_by: case.accept_by(),
            feedback_by: Some(case.feedback_by),
            owner: Some((case.owner.clone(), case.basis)),
        },
        has_own_number: true,
    }
}

/// More owners than this are not read on a screen; a script has them all.
const MAX_OWNERS: usize = 20;

impl ImportView {
    /// An answer about signals that this run did not record.
    #[must_use]
    pub fn new(signals: Signals, by_row: bool) -> Self {
        let already = signals.already_recorded();
        let withdrawn = already
            .iter()
            .filter(|one| one.state == Some(State::Withdrawn));
        let not_told = already.iter().filter(|one| one.owner.is_none());
        Self {
            dry_run: false,
            recorded: 0,
            earlier: signals.earlier(),
            already_recorded: already.len(),
            withdrawn: withdrawn.count(),
            not_told: not_told.count(),
            rejected: 0,
            rejects: None,
            owners: Vec::new(),
            receipt: None,
            would_be: 0,
            signals,
            by_row,
        }
    }

    fn each<T>(
        &mut self,
        write: impl Fn(&ImportedRow<'_>) -> T,
        each: &mut RowSink<'_, T>,
    ) -> Result<(), Unwritten> {
        let recorded = !self.dry_run;
        self.signals.lines(&mut |line| {
            each(write(&ImportedRow {
                row: line.row,
                id: line.id(),
                reference: line.reference.as_deref(),
                recorded,
                already_recorded: line.already,
                state: line.signal.state,
                owner: line.signal.owner.as_ref().map(|(owner, _)| owner),
                basis: line.signal.owner.as_ref().map(|(_, basis)| *basis),
                accept_by: line.signal.accept_by,
                feedback_by: line.signal.feedback_by,
            }))
        })?;
        Ok(())
    }
}

impl OwnerCount {
    #[must_use]
    pub fn list(owners: Owners) -> Vec<Self> {
        let mut counts = Vec::new();
        for ((owner, basis), signals) in owners {
            counts.push(Self {
                owner,
                basis,
                signals,
            });
        }
        counts
    }

    fn text(&self, screen: &RenderContext<'_>) -> String {
        let why = match self.basis {
            Basis::Rule => String::new(),
            Basis::Gap | Basis::Dispute => format!(" ({})", screen.label("basis", self.basis)),
        };
        let owner = escape::line(screen.organisation(&self.owner));
        format!("  {:>7}  {owner}{why}", self.signals)
    }
}

impl ImportedRow<'_> {
    fn cells(&self) -> Vec<String> {
        let already = if self.already_recorded { "already" } else { "" };
        vec![
            self.row.to_string(),
            cell(self.id),
            self.reference.unwrap_or_default().to_owned(),
            already.to_owned(),
            cell(self.state),
            cell(self.owner),
            cell(self.basis),
            cell(self.accept_by),
            cell(self.feedback_by),
        ]
    }
}

fn cell(told: Option<impl ToString>) -> String {
    told.map(|value| value.to_string()).unwrap_or_default()
}

impl RowStream for ImportView {
    fn fields(&self) -> Vec<&'static str> {
        FIELDS.to_vec()
    }

    fn objects(&mut self, each: &mut RowSink<'_, Value>) -> Result<(), Unwritten> {
        self.each(|row| row.json(), each)
    }

    fn lines(&mut self, each: &mut RowSink<'_, Vec<String>>) -> Result<(), Unwritten> {
        self.each(|row| row.cells(), each)
    }

    fn exit(&self) -> Exit {
        Answer::exit(self)
    }
}

impl Answer for ImportView {
    fn many(&mut self) -> Option<&mut dyn RowStream> {
        if self.by_row { Some(self) } else { None }
    }

    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let mut lines = vec![if self.dry_run {
            screen.tr("import-would-be", &[("count", self.would_be.into())])
        } else {
            screen.tr("import-recorded", &[("count", self.recorded.into())])
        }];
        for (key, count) in [
            ("import-earlier", self.earlier),
            ("import-already", self.already_recorded as u64),
            ("import-withdrawn", self.withdrawn as u64),
            ("import-not-told", self.not_told as u64),
            ("import-rejected", self.rejected),
        ] {
            if count > 0 {
                lines.push(screen.tr(key, &[("count", count.into())]));
            }
        }
        if let Some(path) = &self.rejects {
            let path = escape::line(path).into();
            lines.push(screen.tr("import-rejects", &[("path", path)]));
        }
        if !self.owners.is_empty() {
            lines.push(String::new());
            lines.push(screen.tr0("import-owners"));
            let shown = self.owners.iter().take(MAX_OWNERS);
            lines.extend(shown.map(|owner| owner.text(screen)));
            let more = self.owners.len().saturating_sub(MAX_OWNERS);
            if more > 0 {
                lines.push(screen.tr("import-more-owners", &[("count", more.into())]));
            }
        }
        lines.join("\n")
    }

    fn receipt(&self) -> Option<Receipt> {
        self.receipt
    }

    fn has_recorded(&self) -> bool {
        self.recorded > 0
    }

    /// Rows that were turned down wait for somebody to mend them.
    fn exit(&self) -> Exit {
        if self.rejected > 0 {
            Exit::WorkWaiting
        } else {
            Exit::Done
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heading_names_each_key_of_a_row() {
        let row = ImportedRow {
            row: 1,
            id: None,
            reference: None,
            recorded: true,
            already_recorded: false,
            state: Some(State::Offered),
            owner: Some(&"jgz".parse().unwrap()),
            basis: Some(Basis::Rule),
            accept_by: None,
            feedback_by: Some("2026-11-30".parse().unwrap()),
        };
        let keys = row.json();
        assert!(keys.as_object().unwrap().keys().eq(FIELDS));
    }
}
