//! The answer to `import`: how many signals were recorded, who owns them, and for a script each of
//! them.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::domain::codes::OrganisationId;
use crate::domain::event::Basis;
use crate::domain::invariant::at;
use crate::exchange::import::{History, RowSpool};
use crate::exit_code::Exit;
use crate::output::answer::{Answer, Data};
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::output::streamed::{RowSink, RowStream, Unwritten};
use crate::register::{Batch, BatchOutcome, OutcomeLine, Receipt, Recorded, Restored};

/// How many signals each organisation owns, and why.
pub type Owners = BTreeMap<(OrganisationId, Basis), u64>;

/// What became of the rows of a file.
#[derive(Default)]
pub struct ImportView {
    /// Whether nothing was to be recorded.
    pub dry_run: bool,
    /// How many signals were recorded.
    pub recorded: u64,
    /// How many rows were turned down.
    pub rejected: u64,
    /// Where those stand.
    pub rejects: Option<PathBuf>,
    /// How many signals each organisation owns, and why.
    pub owners: Owners,
    /// Of the last of them.
    pub receipt: Option<Receipt>,
}

/// Each of the signals, for whoever wants to read them all.
pub enum Signals {
    /// Reports, and what became of them; `None` when nothing was to be recorded.
    Reports(Box<Batch>, Option<BatchOutcome>),
    /// Histories, as the answer tells them, but for those that could not be recorded.
    Histories(Vec<OutcomeLine>),
}

impl Signals {
    /// The histories that were kept, and what became of each; `None` when nothing was to be
    /// recorded.
    ///
    /// # Errors
    /// When they cannot be read again.
    pub fn histories(kept: &mut RowSpool, restored: Option<&[Restored]>) -> io::Result<Self> {
        let mut lines = Vec::new();
        for (place, history) in kept.histories()?.enumerate() {
            let (row, history) = history?;
            let line = line(row, &history);
            match restored.map(|restored| at(restored, place)) {
                None | Some(Ok(Recorded::New)) => lines.push(line),
                Some(Ok(Recorded::Already(already))) => lines.push(line.of(already)),
                Some(Err(_)) => {}
            }
        }
        Ok(Signals::Histories(lines))
    }

    /// Who owns them, and why: those that were there already, as they stand.
    ///
    /// # Errors
    /// When they cannot be read again.
    pub fn owners(&mut self) -> io::Result<Owners> {
        let mut owners = Owners::new();
        self.lines(&mut |line| {
            *owners.entry((line.owner.clone(), line.basis)).or_default() += 1;
            Ok(())
        })?;
        Ok(owners)
    }

    fn lines(&mut self, each: &mut dyn FnMut(&OutcomeLine) -> io::Result<()>) -> io::Result<()> {
        match self {
            Signals::Reports(batch, outcome) => {
                batch.lines(outcome.as_ref(), &mut |line| each(&line))
            }
            Signals::Histories(lines) => lines.iter().try_for_each(each),
        }
    }

    /// How many were there already.
    fn already(&self) -> usize {
        match self {
            Signals::Reports(_, outcome) => {
                outcome.as_ref().map_or(0, |outcome| outcome.already.len())
            }
            Signals::Histories(lines) => lines.iter().filter(|line| line.already).count(),
        }
    }

    /// How many reports were recorded, or were there, when the file was imported before.
    fn earlier(&self) -> u64 {
        match self {
            Signals::Reports(_, outcome) => outcome
                .as_ref()
                .map_or(0, |outcome| outcome.earlier - outcome.turned_down_earlier),
            Signals::Histories(_) => 0,
        }
    }
}

/// A history as the answer tells it.
fn line(row: u64, history: &History) -> OutcomeLine {
    let (reported, case) = (&history.story.reported, &history.story.case);
    let reference = reported.reference.as_ref();
    OutcomeLine {
        row,
        id: Some(reported.id),
        reference: reference.map(|reference| reference.as_str().to_owned()),
        already: false,
        owner: case.owner.clone(),
        basis: case.basis,
        accept_by: case.accept_by(),
        feedback_by: case.feedback_by,
    }
}

/// The whole answer.
pub struct ImportAnswer {
    imported: ImportView,
    signals: Signals,
    /// Whether the rows are asked for: in the forms that have them.
    by_row: bool,
}

impl ImportView {
    /// The answer about these signals.
    #[must_use]
    pub fn of(self, signals: Signals, by_row: bool) -> ImportAnswer {
        ImportAnswer {
            imported: self,
            signals,
            by_row,
        }
    }
}

/// The fields of a row.
const FIELDS: [&str; 9] = [
    "row",
    "id",
    "reference",
    "recorded",
    "already_recorded",
    "owner",
    "basis",
    "accept_by",
    "feedback_by",
];

/// More owners than this are not read on a screen; a script has them all.
const MOST_OWNERS: usize = 20;

impl ImportAnswer {
    fn each<T>(
        &mut self,
        text: impl Fn(&OutcomeLine) -> T,
        each: &mut RowSink<'_, T>,
    ) -> Result<(), Unwritten> {
        self.signals.lines(&mut |line| each(text(line)))?;
        Ok(())
    }

    fn owners(&self) -> Vec<(&OrganisationId, Basis, u64)> {
        let mut owners: Vec<_> = self
            .imported
            .owners
            .iter()
            .map(|((owner, basis), count)| (owner, *basis, *count))
            .collect();
        owners.sort_by(|a, b| a.0.cmp(b.0).then(a.1.cmp(&b.1)));
        owners
    }
}

impl RowStream for ImportAnswer {
    fn fields(&self) -> Vec<&'static str> {
        FIELDS.to_vec()
    }

    fn objects(&mut self, each: &mut RowSink<'_, Value>) -> Result<(), Unwritten> {
        let dry_run = self.imported.dry_run;
        let describe = |line: &OutcomeLine| {
            let OutcomeLine {
                row,
                id,
                reference,
                already,
                owner,
                basis,
                accept_by,
                feedback_by,
            } = line;
            json!({
                "row": row, "id": id.map(|id| id.as_str().to_owned()), "reference": reference,
                "recorded": !dry_run, "already_recorded": already,
                "owner": owner.to_string(), "basis": basis.to_string(),
                "accept_by": accept_by.map(|day| day.to_string()), "feedback_by": feedback_by.to_string(),
            })
        };
        self.each(describe, each)
    }

    fn lines(&mut self, each: &mut RowSink<'_, Vec<String>>) -> Result<(), Unwritten> {
        let describe = |line: &OutcomeLine| {
            let OutcomeLine {
                row,
                id,
                reference,
                already,
                owner,
                basis,
                accept_by,
                feedback_by,
            } = line;
            let text = |text: Option<String>| text.unwrap_or_default();
            vec![
                row.to_string(),
                text(id.map(|id| id.to_string())),
                text(reference.clone()),
                if *already { "already" } else { "" }.to_owned(),
                owner.to_string(),
                basis.to_string(),
                text(accept_by.map(|day| day.to_string())),
                feedback_by.to_string(),
            ]
        };
        self.each(describe, each)
    }

    fn exit(&self) -> Exit {
        Answer::exit(self)
    }
}

impl Data for ImportAnswer {
    fn json(&self) -> Value {
        let ImportView {
            dry_run,
            recorded,
            rejected,
            rejects,
            owners: _,
            receipt: _,
        } = &self.imported;
        let already = self.signals.already();
        json!({
            "dry_run": dry_run,
            "recorded": recorded,
            "earlier": self.signals.earlier(),
            "already_recorded": already,
            "rejected": rejected,
            "rejects": rejects.as_ref().map(|path| path.display().to_string()),
            "owners": self.owners().into_iter().map(|(owner, basis, signals)| {
                json!({"owner": owner.to_string(), "basis": basis.to_string(), "signals": signals})
            }).collect::<Vec<_>>(),
            "receipt": self.imported.receipt.map(|receipt| receipt.to_string()),
        })
    }
}

impl Answer for ImportAnswer {
    fn many(&mut self) -> Option<&mut dyn RowStream> {
        if self.by_row { Some(self) } else { None }
    }

    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let ImportView {
            dry_run,
            recorded,
            rejected,
            rejects,
            owners: _,
            receipt: _,
        } = &self.imported;
        let count = |count: u64| count.into();
        let owned: u64 = self.imported.owners.values().sum();
        let mut said = vec![if *dry_run {
            screen.tr("import-would-be", &[("count", count(owned))])
        } else {
            screen.tr("import-recorded", &[("count", count(*recorded))])
        }];
        if self.signals.earlier() > 0 {
            said.push(screen.tr(
                "import-earlier",
                &[("count", self.signals.earlier().into())],
            ));
        }
        let already = self.signals.already();
        if already > 0 {
            said.push(screen.tr("import-already", &[("count", already.into())]));
        }
        if *rejected > 0 {
            said.push(screen.tr("import-rejected", &[("count", count(*rejected))]));
        }
        if let Some(path) = rejects {
            said.push(screen.tr(
                "import-rejects",
                &[("path", escape::line(&path.display().to_string()).into())],
            ));
        }
        let owners = self.owners();
        let describe = |(owner, basis, signals): &(&OrganisationId, Basis, u64)| {
            let why = match basis {
                Basis::Rule => String::new(),
                Basis::Gap | Basis::Dispute => format!(" ({})", screen.label("basis", *basis)),
            };
            format!(
                "  {signals:>7}  {}{why}",
                escape::line(screen.organisation(owner))
            )
        };
        let mut lines = said;
        if !owners.is_empty() {
            lines.push(String::new());
            lines.push(screen.tr0("import-owners"));
            lines.extend(owners.iter().take(MOST_OWNERS).map(describe));
            let more = owners.len().saturating_sub(MOST_OWNERS);
            if more > 0 {
                lines.push(screen.tr("import-more-owners", &[("count", more.into())]));
            }
        }
        lines.join("\n")
    }

    fn receipt(&self) -> Option<Receipt> {
        self.imported.receipt
    }

    fn has_recorded(&self) -> bool {
        self.imported.recorded > 0
    }

    /// Rows that were turned down wait for somebody to mend them.
    fn exit(&self) -> Exit {
        if self.imported.rejected > 0 {
            Exit::WorkWaiting
        } else {
            Exit::Done
        }
    }
}
